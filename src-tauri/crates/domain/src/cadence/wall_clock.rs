//! From a wall clock's time to the moment it shows.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::Moment;

/// The moment a wall clock in `zone` shows `at`. A time that summer skips is moved on by the hour
/// that is skipped; one that comes twice is the first.
pub fn moment(zone: Tz, at: NaiveDateTime) -> Moment {
    let found: Option<DateTime<Tz>> = match zone.from_local_datetime(&at) {
        LocalResult::Single(one) => Some(one),
        LocalResult::Ambiguous(first, _) => Some(first),
        LocalResult::None => {
            // RFC 5545 3.3.5: read it with the offset in force before the gap, which is a day long
            // where a zone crossed the date line.
            let gap = chrono::Duration::hours(25);
            zone.from_local_datetime(&(at - gap)).earliest().map(|before| before + gap)
        }
    };
    found.map_or_else(|| Moment::new(at.and_utc()), |found| Moment::new(found.with_timezone(&Utc)))
}

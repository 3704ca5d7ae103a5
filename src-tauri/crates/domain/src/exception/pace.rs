//! Which time counts: all of it, or that of business days.

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::Moment;
use crate::cadence::{self, Calendar};

/// Days that are looked through for business days at most: a calendar has no more holidays.
const DAYS: u32 = 4000;

/// Which time counts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pace<'a> {
    /// All of it.
    WallClock,
    /// That of business days, from midnight to midnight in the zone: 24 hours each, 23 or 25 where
    /// the clocks change.
    BusinessDays(&'a Calendar, Tz),
}

impl Pace<'_> {
    /// How much time counts between two moments; none where the second is the earlier.
    pub(super) fn between(self, from: Moment, to: Moment) -> Duration {
        let (calendar, zone) = match self {
            Self::WallClock => return to.since(from).max(Duration::zero()),
            Self::BusinessDays(calendar, zone) => (calendar, zone),
        };
        let mut counted = Duration::zero();
        for (day, ends) in days(from, zone).take_while(|(day, _)| starts(*day, zone) < to) {
            if calendar.is_business_day(day) {
                let room = ends.min(to).since(starts(day, zone).max(from));
                counted += room.max(Duration::zero());
            }
        }
        counted
    }

    /// When `length` has counted since `from`; none where no business day comes for years.
    pub(super) fn after(self, from: Moment, length: Duration) -> Option<Moment> {
        let (calendar, zone) = match self {
            Self::BusinessDays(calendar, zone) if length > Duration::zero() => (calendar, zone),
            Self::WallClock | Self::BusinessDays(..) => return Some(from.plus(length)),
        };
        let mut left = length;
        for (day, ends) in days(from, zone).filter(|(day, _)| calendar.is_business_day(*day)) {
            let begins = starts(day, zone).max(from);
            let room = ends.since(begins).max(Duration::zero());
            if left <= room {
                return Some(begins.plus(left));
            }
            left -= room;
        }
        None
    }
}

/// The days from the one that `from` lies in on, each with its end.
fn days(from: Moment, zone: Tz) -> impl Iterator<Item = (NaiveDate, Moment)> {
    let first = from.in_zone(zone).date_naive();
    std::iter::successors(Some(first), NaiveDate::succ_opt)
        .take(DAYS as usize)
        .filter_map(move |day| Some((day, starts(day.succ_opt()?, zone))))
}

fn starts(day: NaiveDate, zone: Tz) -> Moment {
    cadence::moment(zone, day.and_time(NaiveTime::MIN))
}

//! Moments and days as people of the workspace read them.

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc,
};
use chrono_tz::Tz;
use domain::metric::derived::Stretch;
use domain::{Moment, Period};

use crate::Problem;

/// RFC 3339 with the zone's offset, to the second.
pub fn local(moment: Moment, zone: Tz) -> String {
    moment.in_zone(zone).to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The moment that [`local`] wrote; none where the text is no such thing.
pub fn written(local: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(local).ok()
}

/// As a page's foot shows it: `2026-09-21 10:58 (UTC+02:00)`.
pub fn with_offset(moment: Moment, zone: Tz) -> String {
    moment.in_zone(zone).format("%Y-%m-%d %H:%M (UTC%:z)").to_string()
}

/// The moment a wall clock in `zone` shows `written`, such as `2026-11-16T10:00`.
///
/// # Errors
/// `unreadable-value` when it shows none: also a time that the clocks skipped.
pub fn in_zone(written: &str, zone: Tz) -> Result<Moment, Problem> {
    let wrong = || {
        Problem::new(
            UNREADABLE,
            format!("“{written}” is no time of {zone}; write one like 2026-11-16T10:00."),
        )
    };
    let local = NaiveDateTime::parse_from_str(written, "%Y-%m-%dT%H:%M").map_err(|_| wrong())?;
    must_be_spelled(local.date()).ok_or_else(wrong)?;
    let at = local.and_local_timezone(zone).earliest().ok_or_else(wrong)?;
    Ok(Moment::new(at.with_timezone(&Utc)))
}

/// The moment a day begins in a zone.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> Moment {
    domain::cadence::moment(zone, day.and_time(NaiveTime::MIN))
}

/// The last moment of a day in a zone.
pub(crate) fn end_of(day: NaiveDate, zone: Tz) -> Moment {
    just_before(midnight(day.succ_opt().unwrap_or(day), zone))
}

/// The last moment before another, as finely as an entry tells time.
pub(crate) fn just_before(moment: Moment) -> Moment {
    moment.plus(chrono::Duration::milliseconds(-1))
}

/// The first moment after another, as finely as an entry tells time.
pub(crate) fn just_after(moment: Moment) -> Moment {
    moment.plus(chrono::Duration::milliseconds(1))
}

/// From when to when a period goes in a zone.
pub(crate) fn stretch(period: Period, zone: Tz, fiscal_start: u32) -> Stretch {
    let begins = |period: Period| midnight(period.first_day(fiscal_start), zone);
    Stretch { from: begins(period), until: begins(period.next()) }
}

/// A day as requests carry it, `2026-11-16`.
///
/// # Errors
/// `unreadable-value` when it is none.
pub fn day(written: &str) -> Result<NaiveDate, Problem> {
    let day = written.trim().parse().ok().and_then(must_be_spelled);
    day.ok_or_else(|| {
        Problem::new(UNREADABLE, format!("“{written}” is no day; write one like 2026-11-16."))
    })
}

/// A day whose year has four digits, with room for a zone and the day after.
fn must_be_spelled(day: NaiveDate) -> Option<NaiveDate> {
    (1..9999).contains(&day.year()).then_some(day)
}

/// A time of day as requests carry it, `06:30`.
///
/// # Errors
/// `unreadable-value` when it is none.
pub fn time(written: &str) -> Result<NaiveTime, Problem> {
    NaiveTime::parse_from_str(written.trim(), "%H:%M").map_err(|_| {
        Problem::new(UNREADABLE, format!("“{written}” is no time of day; write one like 06:30."))
    })
}

/// What a person typed cannot be read: the sentence says how it is written.
const UNREADABLE: &str = "unreadable-value";

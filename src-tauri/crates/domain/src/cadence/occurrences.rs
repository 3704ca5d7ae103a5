//! Which reviews a cadence brings, and when each is due, late and missed.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, TimeZone, Weekday};
use chrono_tz::Tz;

use super::{CadenceSet, Rhythm};
use crate::{Moment, Refusal, ReviewRef, workspace};

/// One review that is to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name.
    pub review: ReviewRef,
    /// The start of its period, from when it may be opened.
    pub opens: Moment,
    /// When it is due.
    pub due: Moment,
    /// When the next falls due, and this one is missed if it was not held.
    pub missed: Moment,
}

/// The occurrences that are due from `from` on and whose period has begun by `until`, in order.
///
/// Nothing is recorded for them: they follow from the cadence alone.
pub fn occurrences(
    cadence: &CadenceSet,
    from: Moment,
    until: Moment,
) -> Result<Vec<Occurrence>, Refusal> {
    let zone = workspace::zone(&cadence.zone)?;
    let Rhythm::Week { on } = cadence.rhythm;
    let first = from.in_zone(zone).date_naive().max(cadence.from);
    let mut monday = monday_of(first);
    let mut found = Vec::new();
    while let Some(occurrence) = weekly(cadence, zone, on, monday) {
        if occurrence.opens > until {
            break;
        }
        if occurrence.due >= from && day(monday, on) >= Some(cadence.from) {
            found.push(occurrence);
        }
        let Some(next) = monday.checked_add_days(Days::new(7)) else { break };
        monday = next;
    }
    Ok(found)
}

/// The occurrence named `review`, as of `now`; refused when the cadence brings none of that name.
pub fn occurrence(cadence: &CadenceSet, review: &ReviewRef) -> Result<Occurrence, Refusal> {
    let unknown = || Refusal::NoOccurrence { review: review.clone() };
    let zone = workspace::zone(&cadence.zone)?;
    let Rhythm::Week { on } = cadence.rhythm;
    let prefix = format!("{}-", cadence.cadence.as_str().to_uppercase());
    let (year, week) = review
        .as_str()
        .strip_prefix(&prefix)
        .and_then(|period| period.split_once("-W"))
        .ok_or_else(unknown)?;
    let year = year.parse().map_err(|_| unknown())?;
    let week = week.parse().map_err(|_| unknown())?;
    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).ok_or_else(unknown)?;
    weekly(cadence, zone, on, monday)
        .filter(|found| found.review == *review && day(monday, on) >= Some(cadence.from))
        .ok_or_else(unknown)
}

fn weekly(cadence: &CadenceSet, zone: Tz, on: Weekday, monday: NaiveDate) -> Option<Occurrence> {
    let due = day(monday, on)?;
    let next = due.checked_add_days(Days::new(7))?;
    let week = due.iso_week();
    let prefix = cadence.cadence.as_str().to_uppercase();
    Some(Occurrence {
        review: ReviewRef::new(format!("{prefix}-{}-W{:02}", week.year(), week.week())),
        opens: local(zone, monday.and_hms_opt(0, 0, 0)?),
        due: local(zone, due.and_time(cadence.time)),
        missed: local(zone, next.and_time(cadence.time)),
    })
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    date.week(Weekday::Mon).first_day()
}

fn day(monday: NaiveDate, on: Weekday) -> Option<NaiveDate> {
    monday.checked_add_days(Days::new(u64::from(on.num_days_from_monday())))
}

/// The moment a wall clock in `zone` shows `at`. A time that summer skips is moved on by the hour
/// that is skipped; one that comes twice is the first.
fn local(zone: Tz, at: NaiveDateTime) -> Moment {
    let moment: Option<DateTime<Tz>> = match zone.from_local_datetime(&at) {
        LocalResult::Single(one) => Some(one),
        LocalResult::Ambiguous(first, _) => Some(first),
        LocalResult::None => {
            // RFC 5545 3.3.5: read it with the offset in force before the gap, which is a day long
            // where a zone crossed the date line.
            let gap = chrono::Duration::hours(25);
            zone.from_local_datetime(&(at - gap)).earliest().map(|before| before + gap)
        }
    };
    moment.map_or_else(
        || Moment::new(at.and_utc()),
        |found| Moment::new(found.with_timezone(&chrono::Utc)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::startup;

    fn weekly_in(zone: &str, from: &str) -> CadenceSet {
        startup::weekly(zone.parse().unwrap(), from.parse().unwrap())
    }

    #[test]
    fn a_weekly_review_is_named_by_the_iso_week_it_is_due_in() {
        let cadence = weekly_in("Europe/Berlin", "2026-01-01");
        for (from, name, due) in [
            ("2026-11-16T00:00:00Z", "WEEKLY-2026-W47", "2026-11-16T09:00:00.000Z"),
            ("2026-12-28T00:00:00Z", "WEEKLY-2026-W53", "2026-12-28T09:00:00.000Z"),
            ("2027-01-01T00:00:00Z", "WEEKLY-2027-W01", "2027-01-04T09:00:00.000Z"),
            ("2026-07-13T00:00:00Z", "WEEKLY-2026-W29", "2026-07-13T08:00:00.000Z"),
        ] {
            let from: Moment = from.parse().unwrap();
            let until = from.plus(chrono::Duration::days(7));
            let first = occurrences(&cadence, from, until).unwrap().remove(0);
            assert_eq!(first.review.as_str(), name, "from {from}");
            assert_eq!(first.due.to_string(), due, "10:00 in Berlin, summer and winter");
            assert_eq!(
                occurrence(&cadence, &first.review).unwrap(),
                first,
                "found by its name too"
            );
        }
    }

    #[test]
    fn a_time_that_summer_skips_moves_on_by_the_hour_skipped() {
        let mut cadence = weekly_in("Europe/Berlin", "2026-03-01");
        cadence.rhythm = Rhythm::Week { on: Weekday::Sun };
        cadence.time = "02:30:00".parse().unwrap();
        let found = occurrence(&cadence, &ReviewRef::new("WEEKLY-2026-W13")).unwrap();
        assert_eq!(found.due.to_string(), "2026-03-29T01:30:00.000Z", "02:30 is read as 03:30");
    }

    #[test]
    fn nothing_falls_before_the_cadence_begins() {
        let mut cadence = weekly_in("Europe/Berlin", "2026-11-17");
        cadence.from = "2026-11-17".parse().unwrap();
        let from = "2026-11-01T00:00:00Z".parse().unwrap();
        let until = "2026-11-24T00:00:00Z".parse().unwrap();
        let names: Vec<_> =
            occurrences(&cadence, from, until).unwrap().into_iter().map(|o| o.review).collect();
        assert_eq!(names, [ReviewRef::new("WEEKLY-2026-W48")], "Monday the 16th came before");
        assert!(occurrence(&cadence, &ReviewRef::new("WEEKLY-2026-W47")).is_err(), "nor by name");
        assert!(occurrence(&cadence, &ReviewRef::new("WEEKLY-2026-W54")).is_err(), "no such week");
    }
}

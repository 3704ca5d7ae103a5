//! Holidays in a calendar file (iCalendar, RFC 5545).
//!
//! The icalendar crate reads one event at a time: a file is cut into its events first, so that each
//! knows the line it stands on, and one that cannot be read costs no other.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use icalendar::parser::{Component, Property, read_calendar_simple, unfold};
use rrule::RRuleSet;

use super::{Found, SHOWN};
use crate::Error;
use crate::words::excerpt;

/// Most days one event may last and still be a holiday.
const LONGEST: i64 = 31;
/// Most times one event may repeat.
const REPEATS: u16 = 400;

/// Whether the text is a calendar file.
pub(super) fn is_calendar(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').trim_start();
    first.get(..15).is_some_and(|begin| begin.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

pub(super) fn read(
    text: &str,
    until: NaiveDate,
    limit: u64,
    found: &mut Found,
) -> Result<(), Error> {
    for (line, event) in events(text) {
        found.rows += 1;
        if found.rows > limit {
            return Err(Error::TooManyRows { limit });
        }
        let whole = unfold(&event);
        match read_calendar_simple(&whole).ok().and_then(|mut all| all.pop()) {
            Some(event) => take(line, &event, until, found),
            None => {
                let reason =
                    "The event cannot be read; it is not closed, or a line of it is broken.";
                found.reject(line, "event-unreadable", reason, event.lines().nth(1).unwrap_or(""));
            }
        }
    }
    match found.rows {
        0 => Err(Error::NoEvents),
        _ => Ok(()),
    }
}

/// The events of a calendar as they stand, each with the line it begins on.
fn events(text: &str) -> Vec<(u64, String)> {
    let mut all: Vec<(u64, String)> = Vec::new();
    let mut inside = false;
    for (line, number) in text.lines().zip(1_u64..) {
        let word = line.trim_end();
        if word.eq_ignore_ascii_case("BEGIN:VEVENT") {
            all.push((number, String::new()));
            inside = true;
        }
        if let Some((_, event)) = all.last_mut().filter(|_| inside) {
            event.push_str(word);
            event.push_str("\r\n");
        }
        if word.eq_ignore_ascii_case("END:VEVENT") {
            inside = false;
        }
    }
    all
}

fn take(line: u64, event: &Component<'_>, until: NaiveDate, found: &mut Found) {
    let name = words(event, "SUMMARY").unwrap_or_default();
    if words(event, "STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")) {
        return found.reject(line, "cancelled", "The event is cancelled.", &name);
    }
    if name.trim().is_empty() {
        return found.reject(line, "name-missing", "The event has no name (SUMMARY).", "");
    }
    let dates = match first_days(event).and_then(|first| repeated(event, first, until)) {
        Ok(dates) => dates,
        Err((code, reason)) => return found.reject(line, code, reason, &name),
    };
    for date in dates {
        found.keep(line, date, &name);
    }
}

/// A code and a sentence.
type Wrong = (&'static str, String);

/// The days of the event when it first takes place.
fn first_days(event: &Component<'_>) -> Result<Vec<NaiveDate>, Wrong> {
    let missing = || ("not-a-day", "The event does not say when it begins (DTSTART).".to_owned());
    let start = event.find_prop("DTSTART").ok_or_else(missing)?;
    let first = whole_day(start)?;
    // RFC 5545, section 3.6.1: the end is the day after the last; without one it is a single day.
    let after = match (event.find_prop("DTEND"), words(event, "DURATION")) {
        (Some(end), _) => whole_day(end)?,
        (None, Some(length)) => {
            let days = days_long(&length).ok_or_else(|| {
                let length = excerpt(&length, SHOWN);
                ("not-a-day", format!("It lasts “{length}”; a holiday is a whole day."))
            })?;
            first.checked_add_days(Days::new(days)).unwrap_or(first)
        }
        (None, None) => first,
    };
    let length = (after - first).num_days().max(1);
    if length > LONGEST {
        let says = format!("It lasts {length} days; a holiday lasts {LONGEST} at most.");
        return Err(("too-long", says));
    }
    let length = usize::try_from(length).unwrap_or(1);
    Ok(first.iter_days().take(length).collect())
}

fn whole_day(property: &Property<'_>) -> Result<NaiveDate, Wrong> {
    let written = property.val.as_str().trim();
    NaiveDate::parse_from_str(written, "%Y%m%d").ok().filter(|_| written.len() == 8).ok_or_else(
        || {
            let written = excerpt(written, SHOWN);
            ("not-a-day", format!("“{written}” is no whole day; a holiday has no time of day."))
        },
    )
}

/// `P1D` and `P2W`, in days.
fn days_long(length: &str) -> Option<u64> {
    let number = length.trim().trim_start_matches('+').strip_prefix('P')?;
    let days = number.strip_suffix('D').and_then(|days| days.parse().ok());
    days.or_else(|| Some(number.strip_suffix('W')?.parse::<u64>().ok()?.saturating_mul(7)))
}

/// All its days up to `until`: those of the first time, and of every time it repeats.
fn repeated(
    event: &Component<'_>,
    first: Vec<NaiveDate>,
    until: NaiveDate,
) -> Result<Vec<NaiveDate>, Wrong> {
    let (Some(rule), Some(start)) = (words(event, "RRULE"), first.first().copied()) else {
        return Ok(first);
    };
    let wrong = || {
        (
            "rule-unreadable",
            format!(
                "It repeats by “{}”, which cannot be read; list its days one by one.",
                excerpt(&rule, SHOWN)
            ),
        )
    };
    // Counted at midnight of UTC: a whole day has no zone.
    let rule_text = until_at_midnight(&rule);
    let written = format!("DTSTART:{}T000000Z\nRRULE:{rule_text}", start.format("%Y%m%d"));
    let set: RRuleSet = written.parse().map_err(|_| wrong())?;
    let left_out: BTreeSet<NaiveDate> = event
        .properties
        .iter()
        .filter(|property| property.name == "EXDATE")
        .flat_map(|property| property.val.as_str().split(','))
        .filter_map(|day| NaiveDate::parse_from_str(day.get(..8)?, "%Y%m%d").ok())
        .collect();
    let mut all = BTreeSet::new();
    for begins in set.into_iter().take(usize::from(REPEATS)).map(|at| at.date_naive()) {
        if begins > until {
            break;
        }
        if !left_out.contains(&begins) {
            all.extend(begins.iter_days().take(first.len()));
        }
    }
    Ok(all.into_iter().collect())
}

/// `UNTIL` of a whole day is a day; the moment that the rule's reader wants is its midnight.
fn until_at_midnight(rule: &str) -> String {
    let parts = rule.trim().split(';').map(|part| match part.split_once('=') {
        Some((name, day)) if name.eq_ignore_ascii_case("UNTIL") && day.len() == 8 => {
            format!("UNTIL={day}T000000Z")
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(";")
}

fn words(event: &Component<'_>, name: &str) -> Option<String> {
    Some(event.find_prop(name)?.val.as_str().trim().to_owned())
}

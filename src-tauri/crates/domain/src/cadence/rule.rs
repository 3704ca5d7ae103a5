//! Recurrence rules: the part of RFC 5545 that a cadence can be given.
//!
//! A rule says on which days; at what time, in which zone, from when and until when is the
//! cadence's own. So it repeats by day, week, month or year, and has no `COUNT` and no `UNTIL`: a
//! cadence goes on until it is changed or retired.

use chrono::{Days, NaiveDate, NaiveTime};
use rrule::{RRule, RRuleSet, Tz, Unvalidated};

use crate::Refusal;

/// Longest rule, in characters.
const LENGTH_LIMIT: usize = 200;
/// A rule brings its first review within so many days, or it is refused.
const FIRST_WITHIN: u64 = 366 * 5;

/// The parts a rule may have.
const PARTS: &[&str] = &[
    "FREQ",
    "INTERVAL",
    "BYDAY",
    "BYMONTH",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYSETPOS",
    "WKST",
];
/// The parts that name days, for `BYSETPOS` to choose among.
const CHOOSING: &[&str] = &["BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"];
const FREQUENCIES: &[&str] = &["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/// Refuses a rule that cannot be read, says more than on which days, or brings no review.
pub fn check_rule(rule: &str, from: NaiveDate) -> Result<(), Refusal> {
    let wrong = |why: String| Refusal::BadRule { rule: rule.to_owned(), why };
    if rule.len() > LENGTH_LIMIT {
        return Err(wrong(format!("it is longer than {LENGTH_LIMIT} characters")));
    }
    check_parts(rule).map_err(wrong)?;
    let set = read(rule, from).map_err(wrong)?;
    let soon = from.checked_add_days(Days::new(FIRST_WITHIN)).unwrap_or(NaiveDate::MAX);
    match set.into_iter().next() {
        Some(first) if first.date_naive() <= soon => Ok(()),
        Some(_) | None => Err(wrong("it brings no review within five years".to_owned())),
    }
}

/// The days of the rule from `from`, where it is counted from, to `last`, and the one after.
pub(super) fn days(rule: &str, from: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let mut found = Vec::new();
    // A ledger may hold a rule that this program would have refused; it brings nothing.
    let Ok(set) = check_parts(rule).and_then(|()| read(rule, from)) else { return found };
    for day in &set {
        let day = day.date_naive();
        found.push(day);
        if day > last {
            break;
        }
    }
    found
}

fn read(rule: &str, from: NaiveDate) -> Result<RRuleSet, String> {
    let start = from.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC);
    let read: RRule<Unvalidated> = rule.parse().map_err(|_| "it cannot be read".to_owned())?;
    let sound = read.validate(start).map_err(|_| "its parts do not go together".to_owned())?;
    Ok(RRuleSet::new(start).rrule(sound).limit())
}

fn check_parts(rule: &str) -> Result<(), String> {
    let mut seen = Vec::new();
    for part in rule.split(';') {
        let (name, value) =
            part.split_once('=').ok_or_else(|| format!("“{part}” is no part like FREQ=WEEKLY"))?;
        if !PARTS.contains(&name) {
            let known = PARTS.join(", ");
            return Err(format!("“{name}” is none of the parts a cadence knows: {known}"));
        }
        if seen.contains(&name) {
            return Err(format!("{name} stands there twice"));
        }
        seen.push(name);
        let plain =
            |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b",-".contains(&byte);
        if value.is_empty() || !value.bytes().all(plain) {
            return Err(format!("“{value}” is nothing {name} can be"));
        }
        if name == "BYDAY" && !value.split(',').all(is_weekday) {
            return Err(format!("“{value}” are no weekdays like MO,TH or -1FR"));
        }
        if name == "FREQ" && !FREQUENCIES.contains(&value) {
            return Err(format!("FREQ is one of {}", FREQUENCIES.join(", ")));
        }
    }
    if !seen.contains(&"FREQ") {
        return Err("it does not say FREQ".to_owned());
    }
    let yearly_only = |part: &&str| matches!(*part, "BYYEARDAY" | "BYWEEKNO");
    let often = |frequency: &str| rule.split(';').any(|part| part == format!("FREQ={frequency}"));
    match seen.iter().find(|part| yearly_only(part)) {
        Some(part) if !often("YEARLY") => Err(format!("{part} goes with FREQ=YEARLY only")),
        _ if seen.contains(&"BYMONTHDAY") && often("WEEKLY") => {
            Err("BYMONTHDAY does not go with FREQ=WEEKLY".to_owned())
        }
        _ if counted_weekdays(rule) && !(often("MONTHLY") || often("YEARLY")) => {
            Err("a counted weekday such as 2TU goes with FREQ=MONTHLY or YEARLY only".to_owned())
        }
        _ if seen.contains(&"BYSETPOS") && !seen.iter().any(|part| CHOOSING.contains(part)) => {
            Err("BYSETPOS chooses among days that another part names, such as BYDAY".to_owned())
        }
        _ => Ok(()),
    }
}

/// A weekday in two letters, perhaps counted from the first or the last.
fn is_weekday(written: &str) -> bool {
    let Some((count, day)) =
        written.len().checked_sub(2).and_then(|at| written.split_at_checked(at))
    else {
        return false;
    };
    let counted = count.is_empty() || count.parse().is_ok_and(|n: i32| n != 0 && n.abs() <= 53);
    counted && ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(&day)
}

fn counted_weekdays(rule: &str) -> bool {
    let days = rule.split(';').find_map(|part| part.strip_prefix("BYDAY="));
    days.is_some_and(|days| days.split(',').any(|day| day.len() > 2))
}

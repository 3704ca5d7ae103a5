//! Rhythms as people say them.

use chrono::{Datelike, NaiveDate, Weekday};
use domain::cadence::{DayOfMonth, DayOfQuarter, Rhythm};

/// A rhythm in a sentence without its end; a recurrence rule is counted from `from`.
pub(crate) fn words(rhythm: &Rhythm, from: NaiveDate) -> String {
    match rhythm {
        Rhythm::BusinessDay => "Every business day".to_owned(),
        Rhythm::Day { on } => format!("Every {}", listed(on.iter().map(|day| name(*day)))),
        Rhythm::Week { on } => format!("Every week on {}", name(*on)),
        Rhythm::Month { on } => format!("Every month on {}", of_month(*on)),
        Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } } => {
            format!("Every quarter on {} of its {} month", of_month(*on), counted(*month))
        }
        Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days: 1 } } => {
            "The day after the end of every quarter".to_owned()
        }
        Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } } => {
            format!("{days} days after the end of every quarter")
        }
        Rhythm::Rule { rule } => by_rule(rule, from),
    }
}

fn of_month(on: DayOfMonth) -> String {
    match on {
        DayOfMonth::Date { day } if day > 28 => format!("day {day}, or its last day"),
        DayOfMonth::Date { day } => format!("day {day}"),
        DayOfMonth::Weekday { nth, day } => format!("the {} {}", place(nth), name(day)),
        DayOfMonth::BusinessDay { nth } => format!("the {} business day", place(nth)),
    }
}

/// A recurrence rule (RFC 5545, section 3.3.10) in words, part by part.
fn by_rule(rule: &str, from: NaiveDate) -> String {
    let part = |name: &str| {
        rule.split(';').find_map(|part| part.split_once('=').filter(|(known, _)| *known == name))
    };
    let value = |name: &str| part(name).map(|(_, value)| value);
    let numbers = |name: &str| -> Vec<i32> {
        value(name).into_iter().flat_map(|all| all.split(',')).flat_map(str::parse).collect()
    };
    let frequency = value("FREQ").unwrap_or_default();
    let unit = match frequency {
        "DAILY" => "day",
        "WEEKLY" => "week",
        "MONTHLY" => "month",
        _ => "year",
    };
    let mut words = match value("INTERVAL").and_then(|every| every.parse::<u32>().ok()) {
        Some(every) if every > 1 => format!("Every {every} {unit}s"),
        Some(_) | None => format!("Every {unit}"),
    };
    let months = numbers("BYMONTH");
    if !months.is_empty() {
        words += &format!(" in {}", listed(months.iter().map(|month| month_name(*month))));
    }
    let weeks = numbers("BYWEEKNO");
    if !weeks.is_empty() {
        words += &format!(" in ISO week {}", listed(weeks.iter().map(i32::to_string)));
    }
    let mut days: Vec<String> = Vec::new();
    let chosen = value("BYDAY").map(by_day);
    days.extend(chosen);
    let of_month = numbers("BYMONTHDAY");
    days.extend((!of_month.is_empty()).then(|| days_counted(&of_month, "month")));
    let of_year = numbers("BYYEARDAY");
    days.extend((!of_year.is_empty()).then(|| days_counted(&of_year, "year")));
    if days.is_empty() {
        days.extend(as_it_began(frequency, from, months.is_empty()));
    }
    let days = days.join(" that is ");
    let places = numbers("BYSETPOS");
    match (days.is_empty(), places.is_empty()) {
        (true, _) => words,
        (false, true) => format!("{words} on {days}"),
        (false, false) => {
            let places = listed(places.iter().map(|nth| place(*nth)));
            format!("{words} on the {places} of: {days}")
        }
    }
}

/// The day that a rule which names none repeats: that of the cadence's first day.
fn as_it_began(frequency: &str, from: NaiveDate, any_month: bool) -> Option<String> {
    match frequency {
        "WEEKLY" => Some(name(from.weekday()).to_owned()),
        "MONTHLY" => Some(format!("day {}", from.day())),
        "YEARLY" if any_month => {
            let month = i32::try_from(from.month()).unwrap_or_default();
            Some(format!("{} {}", from.day(), month_name(month)))
        }
        "YEARLY" => Some(format!("day {}", from.day())),
        _ => None,
    }
}

fn by_day(value: &str) -> String {
    const WEEK: &str = "MO,TU,WE,TH,FR";
    let mut sorted: Vec<&str> = value.split(',').collect();
    sorted.sort_unstable();
    let mut weekdays: Vec<&str> = WEEK.split(',').collect();
    weekdays.sort_unstable();
    if sorted == weekdays {
        return "Monday to Friday".to_owned();
    }
    listed(value.split(',').map(|written| {
        let (count, day) =
            written.split_at_checked(written.len().saturating_sub(2)).unwrap_or_default();
        let day = two_letters(day);
        match count.parse::<i32>() {
            Ok(nth) => format!("the {} {day}", place(nth)),
            Err(_) => day.to_owned(),
        }
    }))
}

fn days_counted(days: &[i32], of: &str) -> String {
    listed(days.iter().map(|day| match day {
        -1 => format!("the last day of the {of}"),
        back if *back < 0 => format!("the {} day of the {of}", place(*back)),
        day => format!("day {day}"),
    }))
}

/// `first`, `2nd`, `last`, `3rd from last`.
fn place(nth: i32) -> String {
    match nth {
        -1 => "last".to_owned(),
        back if back < 0 => format!("{} from last", counted(back.unsigned_abs())),
        nth => counted(nth.unsigned_abs()),
    }
}

fn counted(number: u32) -> String {
    match (number, number % 10, number % 100) {
        (1, ..) => "first".to_owned(),
        (2, ..) => "second".to_owned(),
        (3, ..) => "third".to_owned(),
        (4, ..) => "fourth".to_owned(),
        (_, _, 11..=13) => format!("{number}th"),
        (_, 1, _) => format!("{number}st"),
        (_, 2, _) => format!("{number}nd"),
        (_, 3, _) => format!("{number}rd"),
        _ => format!("{number}th"),
    }
}

/// `Monday`, `Monday and Friday`, `Monday, Wednesday and Friday`.
fn listed<T: Into<String>>(words: impl Iterator<Item = T>) -> String {
    let mut words: Vec<String> = words.map(Into::into).collect();
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{} and {last}", words.join(", ")),
        Some(last) => last,
        None => String::new(),
    }
}

fn two_letters(day: &str) -> &'static str {
    match day {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        _ => "Sunday",
    }
}

fn month_name(month: i32) -> &'static str {
    let month = u8::try_from(month).ok().and_then(|month| chrono::Month::try_from(month).ok());
    month.map_or("–", |month| month.name())
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rhythm_is_said_in_words_a_person_would_use() {
        use Weekday::{Fri, Mon, Wed};
        let month = |on| Rhythm::Month { on };
        let in_month = |month, on| Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } };
        let after = |days| Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } };
        for (rhythm, said) in [
            (Rhythm::BusinessDay, "Every business day"),
            (Rhythm::Day { on: vec![Mon, Wed, Fri] }, "Every Monday, Wednesday and Friday"),
            (Rhythm::Week { on: Mon }, "Every week on Monday"),
            (month(DayOfMonth::Date { day: 15 }), "Every month on day 15"),
            (month(DayOfMonth::Date { day: 31 }), "Every month on day 31, or its last day"),
            (month(DayOfMonth::Weekday { nth: 2, day: Mon }), "Every month on the second Monday"),
            (month(DayOfMonth::Weekday { nth: -1, day: Fri }), "Every month on the last Friday"),
            (
                month(DayOfMonth::BusinessDay { nth: -2 }),
                "Every month on the second from last business day",
            ),
            (
                in_month(1, DayOfMonth::BusinessDay { nth: 8 }),
                "Every quarter on the 8th business day of its first month",
            ),
            (after(1), "The day after the end of every quarter"),
            (after(14), "14 days after the end of every quarter"),
        ] {
            assert_eq!(words(&rhythm, NaiveDate::MIN), said);
        }
    }

    #[test]
    fn a_recurrence_rule_is_said_part_by_part() {
        let from = NaiveDate::from_ymd_opt(2026, 11, 19).unwrap();
        for (rule, said) in [
            ("FREQ=DAILY", "Every day"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every 2 weeks on Tuesday"),
            ("FREQ=WEEKLY", "Every week on Thursday"),
            ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "Every week on Monday, Wednesday and Friday"),
            ("FREQ=MONTHLY", "Every month on day 19"),
            (
                "FREQ=MONTHLY;BYDAY=2TU,-1FR",
                "Every month on the second Tuesday and the last Friday",
            ),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month on day 1 and day 15"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day of the month"),
            (
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "Every month on the last of: Monday to Friday",
            ),
            ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every month on Friday that is day 13"),
            (
                "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO",
                "Every year in March and September on the first Monday",
            ),
            ("FREQ=YEARLY", "Every year on 19 November"),
            ("FREQ=YEARLY;BYWEEKNO=1,27;BYDAY=MO", "Every year in ISO week 1 and 27 on Monday"),
        ] {
            let rhythm = Rhythm::Rule { rule: rule.to_owned() };
            assert_eq!(words(&rhythm, from), said, "{rule}");
        }
    }
}

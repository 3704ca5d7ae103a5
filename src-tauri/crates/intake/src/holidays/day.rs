//! Days as people and programs write them.

use chrono::NaiveDate;

/// The day a cell names, where it can mean no other: `2026-12-25`, `20261225`, `2026/12/25`,
/// `25.12.2026`, `25 Dec 2026`, `Friday, December 25, 2026`. None for `11/12/2026`, which is a
/// different day on either side of an ocean.
pub fn day(cell: &str) -> Option<NaiveDate> {
    let cell = cell.trim();
    let (date, clock) = cell.split_once(['T', ' ']).unwrap_or((cell, ""));
    let midnight = clock.trim_end_matches('Z').bytes().all(|b| b"0:.".contains(&b));
    for form in ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y"] {
        let read = NaiveDate::parse_from_str(date, form).ok();
        if let Some(day) = read.filter(|_| midnight && four_digits(date)) {
            return Some(day);
        }
    }
    spelled(cell)
}

/// A day whose month is a word.
fn spelled(cell: &str) -> Option<NaiveDate> {
    let plain = cell.replace(',', " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (rest, year) = match words.as_slice() {
        [rest @ .., year] if year.len() == 4 => (rest, year),
        _ => return None,
    };
    // A weekday before it may stand there; what it says is left to the date.
    let (one, other) = match rest {
        [one, other] => (one, other),
        [weekday, one, other] if weekday.parse::<chrono::Weekday>().is_ok() => (one, other),
        _ => return None,
    };
    let both = |day: &str, month: &str| {
        let day = day.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok()?;
        let month = month.trim_end_matches('.').parse::<chrono::Month>().ok()?;
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.number_from_month(), day)
    };
    both(one.trim_end_matches('.'), other).or_else(|| both(other, one))
}

/// Whether a year of four digits stands in it: chrono reads shorter ones too.
fn four_digits(date: &str) -> bool {
    date.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 || digits.len() == 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_spelled_unless_it_could_be_another() {
        for (cell, read) in [
            ("2026-12-25", Some("2026-12-25")),
            ("2026-12-25 00:00:00", Some("2026-12-25")),
            ("2026-12-25T00:00:00Z", Some("2026-12-25")),
            ("2026-12-25 09:30", None),
            ("2026/12/25", Some("2026-12-25")),
            ("20261225", Some("2026-12-25")),
            ("25.12.2026", Some("2026-12-25")),
            ("1.5.2026", Some("2026-05-01")),
            ("25.12.26", None),
            ("25 Dec 2026", Some("2026-12-25")),
            ("25. December 2026", Some("2026-12-25")),
            ("25th December 2026", Some("2026-12-25")),
            ("December 25, 2026", Some("2026-12-25")),
            ("Fri 25 Dec 2026", Some("2026-12-25")),
            ("Friday, December 25, 2026", Some("2026-12-25")),
            ("11/12/2026", None),
            ("2026-02-30", None),
            ("30 Feb 2026", None),
            ("Christmas", None),
            ("", None),
        ] {
            let found = day(cell).map(|day| day.to_string());
            assert_eq!(found.as_deref(), read, "{cell:?}");
        }
    }
}

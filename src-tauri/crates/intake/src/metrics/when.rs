//! Periods as tables write them.

use chrono::NaiveDate;
use domain::metric::Period;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The period a cell names: its own spelling, or one that can mean nothing else
/// (`W47 2026`, `2026 Q4`, `Nov 2026`, `2026-11-21 00:00:00`). None for `11/12/2026`, which is a
/// different day on either side of an ocean.
pub fn period(cell: &str) -> Option<Period> {
    let cell = cell.trim();
    if let Ok(period) = cell.parse() {
        return Some(period);
    }
    let plain = crate::words::plain(cell);
    let words: Vec<&str> = plain.split(' ').collect();
    match words.as_slice() {
        [one, two] => named(one, two).or_else(|| named(two, one)),
        [year, month, day, clock @ ..] if clock.iter().all(|part| is_zero(part)) => {
            date(year, month, day)
        }
        _ => None,
    }
}

/// A year and what it is the year of.
fn named(year: &str, part: &str) -> Option<Period> {
    let year = four_digits(year)?;
    let number = |letter: char| part.strip_prefix(letter).and_then(|n| n.parse::<u32>().ok());
    let spelled = if let Some(week) = number('w') {
        format!("{year}-W{week:02}")
    } else if let Some(quarter) = number('q') {
        format!("{year}-Q{quarter}")
    } else {
        let known = part.get(..3)?;
        let place = MONTHS.iter().position(|month| *month == known)?;
        format!("{year}-{:02}", place + 1)
    };
    spelled.parse().ok()
}

fn date(year: &str, month: &str, day: &str) -> Option<Period> {
    let (year, month, day) = (four_digits(year)?, month.parse().ok()?, day.parse().ok()?);
    NaiveDate::from_ymd_opt(year, month, day).map(Period::Day)
}

fn four_digits(written: &str) -> Option<i32> {
    let is_year = written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| written.parse().ok()).flatten()
}

fn is_zero(part: &str) -> bool {
    part.bytes().all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_however_it_is_spelled_unless_it_could_be_another() {
        for (cell, period_read) in [
            ("2026-W47", Some("2026-W47")),
            ("w47 2026", Some("2026-W47")),
            ("2026 W7", Some("2026-W07")),
            ("2026/Q4", Some("2026-Q4")),
            ("Q4 2026", Some("2026-Q4")),
            ("Nov 2026", Some("2026-11")),
            ("November 2026", Some("2026-11")),
            ("2026-11", Some("2026-11")),
            ("2026-11-21", Some("2026-11-21")),
            ("2026-11-21 00:00:00", Some("2026-11-21")),
            ("2026/11/21", Some("2026-11-21")),
            ("11/12/2026", None),
            ("W54 2026", None),
            ("Q5 2026", None),
            ("2026", None),
            ("total", None),
            ("", None),
        ] {
            let read = period(cell).map(|found| found.to_string());
            assert_eq!(read.as_deref(), period_read, "{cell:?}");
        }
    }
}

//! Times as logs write them.

use chrono::{NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

/// Which part of `03/04/2026` is the day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// The third of April.
    DayFirst,
    /// The fourth of March.
    MonthFirst,
}

/// What a cell turned out to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// A moment, in milliseconds since 1970 in UTC.
    At(i64),
    /// A day and no time of it: its first and its last millisecond in the zone.
    Day(i64, i64),
    /// Day and month could be either, and nobody said which comes first.
    Ambiguous,
    /// A clock time that the zone's clocks skipped.
    Skipped,
    /// No time.
    Not,
}

/// How the times of a file are read.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The zone of times that name none.
    pub zone: Tz,
    /// Which part of a date comes first.
    pub order: Option<DayOrder>,
}

/// What dates of a file say of the order of their parts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    /// A date whose first part can be no month.
    pub day_first: bool,
    /// A date whose second part can be no month.
    pub month_first: bool,
    /// A date that can be read either way.
    pub either: bool,
}

const DAY: i64 = 86_400_000;

/// The moments that rows can spell; a zone may lie a day apart from UTC.
const SPELLED: std::ops::Range<i64> = -DAY..253_402_300_800_000;

impl Times {
    /// The moment that a cell names.
    pub fn read(&self, cell: &str, evidence: &mut Evidence) -> Read {
        let found = self.any(cell.trim(), evidence);
        let is_spelled = match found {
            Read::At(at) | Read::Day(at, _) => SPELLED.contains(&at),
            Read::Ambiguous | Read::Skipped | Read::Not => true,
        };
        if is_spelled { found } else { Read::Not }
    }

    fn any(&self, cell: &str, evidence: &mut Evidence) -> Read {
        if let Some(found) = self.iso(cell.as_bytes()) {
            return found;
        }
        if let Some(at) = since_1970(cell) {
            return Read::At(at);
        }
        self.parted(cell, evidence).or_else(|| self.spelled(cell)).unwrap_or(Read::Not)
    }

    /// ISO 8601 and its kin: `2026-11-21 10:00:00.123+01:00`. Written by hand, as a log may have
    /// millions of them.
    fn iso(&self, cell: &[u8]) -> Option<Read> {
        let mut at = Digits { bytes: cell, at: 0 };
        let year = at.number(4)?;
        at.is(b"-/.")?;
        let month = at.number(2)?;
        at.is(b"-/.")?;
        let day = at.number(2)?;
        let days = days(year, month, day)?;
        if at.done() {
            return Some(self.day(days));
        }
        at.is(b"T t_")?;
        let clock = clock(&mut at)?;
        Some(match zone(&mut at)? {
            Zone::Offset(millis) => Read::At(days * DAY + clock - millis),
            Zone::None => self.local(days, clock),
        })
    }

    /// `21/11/2026 10:00`, `11/21/2026, 10:00 AM`, `21.11.2026`.
    fn parted(&self, cell: &str, evidence: &mut Evidence) -> Option<Read> {
        let mut at = Digits { bytes: cell.as_bytes(), at: 0 };
        let one = at.short()?;
        let sign = at.is(b"/.-")?;
        let two = at.short()?;
        at.is(&[sign])?;
        let year = at.number(4)?;
        let (day, month) = if sign == b'.' || one > 12 {
            evidence.day_first |= sign != b'.';
            (one, two)
        } else if two > 12 {
            evidence.month_first = true;
            (two, one)
        } else if one == two {
            (one, two)
        } else {
            evidence.either = true;
            match self.order {
                Some(DayOrder::DayFirst) => (one, two),
                Some(DayOrder::MonthFirst) => (two, one),
                None => return Some(Read::Ambiguous),
            }
        };
        let days = days(year, month, day)?;
        let rest = cell.get(at.at..)?.trim_start_matches(',').trim();
        self.after_day(days, rest)
    }

    /// `Nov 21, 2026 10:00 AM`, `21 November 2026 10:00`, `Sat, 21 Nov 2026 10:00:00 +0100`.
    fn spelled(&self, cell: &str) -> Option<Read> {
        if let Ok(at) = chrono::DateTime::parse_from_rfc2822(cell) {
            return Some(Read::At(at.timestamp_millis()));
        }
        let plain = cell.replace(',', " ");
        let mut words = plain.split_whitespace().peekable();
        let (first, second) = (words.next()?, words.next()?);
        let year: i64 = words.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let (month, day) = match (month(first), month(second)) {
            (Some(month), None) => (month, second),
            (None, Some(month)) => (month, first),
            _ => return None,
        };
        let days = days(year, month, day.parse().ok()?)?;
        let rest: Vec<&str> = words.filter(|word| !word.eq_ignore_ascii_case("at")).collect();
        self.after_day(days, &rest.join(" "))
    }

    /// A clock time after a day; none means the day.
    fn after_day(&self, days: i64, rest: &str) -> Option<Read> {
        if rest.is_empty() {
            return Some(self.day(days));
        }
        let (rest, half) = half(rest);
        let mut at = Digits { bytes: rest.as_bytes(), at: 0 };
        let mut millis = clock(&mut at)?;
        if let Some(afternoon) = half {
            if !(3_600_000..13 * 3_600_000).contains(&millis) {
                return None;
            }
            millis %= 12 * 3_600_000;
            millis += if afternoon { 12 * 3_600_000 } else { 0 };
        }
        Some(match zone(&mut at)? {
            Zone::Offset(offset) => Read::At(days * DAY + millis - offset),
            Zone::None => self.local(days, millis),
        })
    }

    /// A day of the zone, which may have 23 hours, or 25.
    fn day(&self, days: i64) -> Read {
        match (self.local(days, 0), self.local(days + 1, 0)) {
            (Read::At(from), Read::At(next)) => Read::Day(from, next - 1),
            (Read::At(from), _) => Read::Day(from, from + DAY - 1),
            (none, _) => none,
        }
    }

    /// The moment at which the clocks of the zone show a time; the earlier one where they do twice.
    fn local(&self, days: i64, clock: i64) -> Read {
        if self.zone == Tz::UTC {
            return Read::At(days * DAY + clock);
        }
        let at = Utc.timestamp_millis_opt(days * DAY + clock).single();
        let shown: Option<NaiveDateTime> = at.map(|at| at.naive_utc());
        match shown.map(|shown| self.zone.from_local_datetime(&shown).earliest()) {
            Some(Some(at)) => Read::At(at.timestamp_millis()),
            Some(None) => Read::Skipped,
            None => Read::Not,
        }
    }
}

/// Digits and signs from the front of a cell.
struct Digits<'c> {
    bytes: &'c [u8],
    at: usize,
}

impl Digits<'_> {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// One of these signs.
    fn is(&mut self, signs: &[u8]) -> Option<u8> {
        let sign = self.next().filter(|sign| signs.contains(sign))?;
        self.at += 1;
        Some(sign)
    }

    /// A number of exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let mut number = 0;
        for _ in 0..digits {
            let digit = self.next().filter(u8::is_ascii_digit)?;
            number = number * 10 + i64::from(digit - b'0');
            self.at += 1;
        }
        Some(number)
    }

    /// A number of one or two digits.
    fn short(&mut self) -> Option<i64> {
        let one = self.number(1)?;
        let two = self.next().filter(u8::is_ascii_digit);
        Some(match two {
            Some(_) => one * 10 + self.number(1)?,
            None => one,
        })
    }
}

/// `10:00`, `10:00:00`, `10:00:00.123456` in milliseconds since midnight.
fn clock(at: &mut Digits<'_>) -> Option<i64> {
    let hours = at.short()?;
    at.is(b":")?;
    let minutes = at.number(2)?;
    let mut seconds = 0;
    let mut millis = 0;
    if at.is(b":").is_some() {
        seconds = at.number(2)?;
        if at.is(b".,").is_some() {
            let mut unit = 100;
            while let Some(digit) = at.next().filter(u8::is_ascii_digit) {
                millis += i64::from(digit - b'0') * unit;
                unit /= 10;
                at.at += 1;
            }
        }
    }
    (hours < 24 && minutes < 60 && seconds < 61)
        .then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis)
}

enum Zone {
    Offset(i64),
    None,
}

/// `Z`, `UTC`, `+01:00`, `-0500` or nothing, up to the end of the cell.
fn zone(at: &mut Digits<'_>) -> Option<Zone> {
    while at.is(b" ").is_some() {}
    let rest = at.bytes.get(at.at..).unwrap_or_default();
    if rest.is_empty() {
        return Some(Zone::None);
    }
    if rest.eq_ignore_ascii_case(b"Z")
        || rest.eq_ignore_ascii_case(b"UTC")
        || rest.eq_ignore_ascii_case(b"GMT")
    {
        return Some(Zone::Offset(0));
    }
    let sign = at.is(b"+-")?;
    let hours = at.number(2)?;
    at.is(b":");
    let minutes = if at.done() { 0 } else { at.number(2)? };
    let millis = (hours * 60 + minutes) * 60_000;
    (at.done() && hours < 24 && minutes < 60).then_some(Zone::Offset(if sign == b'-' {
        -millis
    } else {
        millis
    }))
}

/// Cuts `AM` or `PM` off; answers whether it is the afternoon.
fn half(written: &str) -> (&str, Option<bool>) {
    let plain = written.trim_end_matches('.');
    let Some((front, last)) = plain.len().checked_sub(2).and_then(|at| plain.split_at_checked(at))
    else {
        return (written, None);
    };
    match last {
        "AM" | "am" | "Am" => (front.trim_end(), Some(false)),
        "PM" | "pm" | "Pm" => (front.trim_end(), Some(true)),
        _ => (written, None),
    }
}

fn month(word: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let known = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|month| *month == known).and_then(|at| i64::try_from(at + 1).ok())
}

/// Days since 1970-01-01 of a day that exists, in the years that a log can be of.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let in_month = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => return None,
    };
    if !(1..=in_month).contains(&day) || !(1970..=9999).contains(&year) {
        return None;
    }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years begin
    // in March, so that the day a leap year adds is its last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year / 400, year % 400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their length.
fn since_1970(cell: &str) -> Option<i64> {
    let (whole, part) = cell.split_once('.').unwrap_or((cell, ""));
    if !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        9 | 10 => {
            let millis: String = part.chars().chain("000".chars()).take(3).collect();
            Some(number * 1000 + millis.parse::<i64>().ok()?)
        }
        12 | 13 if part.is_empty() => Some(number),
        15 | 16 if part.is_empty() => Some(number / 1000),
        18 | 19 if part.is_empty() => Some(number / 1_000_000),
        _ => None,
    }
}

/// The moment as rows spell it, `2026-11-21T09:00:00.000Z`, appended to `out`.
pub fn write(millis: i64, out: &mut Vec<u8>) {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    let clock = millis.rem_euclid(DAY);
    let pair = |number: i64| [digit(number / 10), digit(number)];
    let ([y1, y2], [y3, y4]) = (pair(year / 100), pair(year));
    let ([m1, m2], [d1, d2]) = (pair(month), pair(day));
    let [h1, h2] = pair(clock / 3_600_000);
    let ([n1, n2], [s1, s2]) = (pair(clock / 60_000 % 60), pair(clock / 1000 % 60));
    let ([f1, f2], f3) = (pair(clock / 10 % 100), digit(clock));
    out.extend_from_slice(&[
        y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2, b'.',
        f1, f2, f3, b'Z',
    ]);
}

/// The last digit of a number.
fn digit(number: i64) -> u8 {
    b'0' + u8::try_from(number.rem_euclid(10)).unwrap_or(0)
}

/// Year, month and day of the calendar so many days after 1970-01-01: [`days`] the other way round
/// (Hinnant, civil_from_days).
fn civil(days: i64) -> (i64, i64, i64) {
    let since = days + 719_468;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn read(cell: &str, order: Option<DayOrder>) -> String {
        let times = Times { zone: chrono_tz::Europe::Berlin, order };
        match times.read(cell, &mut Evidence::default()) {
            Read::At(millis) | Read::Day(millis, _) => {
                let mut out = Vec::new();
                write(millis, &mut out);
                String::from_utf8(out).unwrap()
            }
            other @ (Read::Ambiguous | Read::Skipped | Read::Not) => format!("{other:?}"),
        }
    }

    #[test]
    fn a_time_is_read_however_it_is_written() {
        let at = "2026-11-21T09:05:06.000Z";
        for cell in [
            "2026-11-21T09:05:06Z",
            "2026-11-21T10:05:06+01:00",
            "2026-11-21 10:05:06.000000+01:00",
            "2026-11-21 04:05:06 -0500",
            "2026-11-21 10:05:06",
            "2026/11/21 10:05:06",
            "2026-11-21 09:05:06 UTC",
            "21.11.2026 10:05:06",
            "21/11/2026 10:05:06",
            "11/21/2026 10:05:06 AM",
            "11/21/2026, 10:05:06 am",
            "Nov 21, 2026 10:05:06 AM",
            "21 November 2026 at 10:05:06",
            "Sat, 21 Nov 2026 10:05:06 +0100",
            "1795251906",
            "1795251906.0",
            "1795251906000",
            "1795251906000000",
            "1795251906000000000",
        ] {
            assert_eq!(read(cell, None), at, "{cell}");
        }
        assert_eq!(read("2026-11-21", None), "2026-11-20T23:00:00.000Z", "midnight in the zone");
        assert_eq!(read("12/21/2026 12:00 AM", None), "2026-12-20T23:00:00.000Z", "midnight");
        assert_eq!(read("12/21/2026 12:30 PM", None), "2026-12-21T11:30:00.000Z", "past noon");
        assert_eq!(read("2024-02-29T00:00:00.5Z", None), "2024-02-29T00:00:00.500Z", "leap day");
    }

    #[test]
    fn what_could_be_two_days_asks_which() {
        let cell = "03/04/2026 10:00";
        assert_eq!(read(cell, None), "Ambiguous", "the third of April or the fourth of March");
        assert_eq!(read(cell, Some(DayOrder::DayFirst)), "2026-04-03T08:00:00.000Z", "as told");
        assert_eq!(read(cell, Some(DayOrder::MonthFirst)), "2026-03-04T09:00:00.000Z", "as told");
        assert_eq!(
            read("03.04.2026 10:00", None),
            "2026-04-03T08:00:00.000Z",
            "dots part days first"
        );
        assert_eq!(read("05/05/2026", None), "2026-05-04T22:00:00.000Z", "the same either way");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for cell in [
            "",
            "soon",
            "2026-13-01",
            "2026-02-29",
            "2026-11-21 25:00",
            "2026-11-21T10:00:00+1",
            "42",
            "31/31/2026",
            "13:00",
            "2026-11-21 10:00 PM+",
            "1/2/26",
            "12/21/2026 13:00 PM",
            "é",
            "Nov 21",
            "2026-11-21T",
            "9999999999999999999999",
            "31 Dec 262142 23:59:59 +0000",
            "21 Nov 12026 10:00:00 +0000",
            "31 Dec 9999 23:59:59 -0100",
            "9999-12-31T23:59:59-01:00",
            "21 Nov 1926 10:00:00 +0000",
        ] {
            assert_eq!(read(cell, None), "Not", "{cell:?}");
        }
        assert_eq!(read("2026-03-29 02:30:00", None), "Skipped", "the clocks went from 2 to 3");
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let mut day = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        use chrono::Datelike;
        for expected in 0..120_000 {
            let (y, m, d) = (i64::from(day.year()), i64::from(day.month()), i64::from(day.day()));
            assert_eq!(days(y, m, d), Some(expected), "{day}");
            assert_eq!(civil(expected), (y, m, d), "{day}, the other way round");
            day = day.succ_opt().unwrap();
        }
    }
}

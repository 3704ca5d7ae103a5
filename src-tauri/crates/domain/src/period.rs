//! The periods that reviews look back on and metrics are measured in.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Refusal;

/// How long one period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// A calendar day.
    Day,
    /// An ISO week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A quarter of the fiscal year.
    Quarter,
}

/// One period: `2026-11-21`, `2026-W47`, `2026-11` or `2026-Q4`. Periods of one span are in the
/// order of time; their spellings are too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// A calendar day.
    Day(NaiveDate),
    /// An ISO week of an ISO year.
    Week(i32, u32),
    /// A calendar month.
    Month(i32, u32),
    /// A quarter of a fiscal year, which is named by the calendar year it ends in.
    Quarter(i32, u32),
}

impl Span {
    /// Every span, shortest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Quarter];

    /// The period of this span that `day` falls in, where fiscal years start in the month
    /// `fiscal_start`, 1 to 12.
    pub fn of(self, day: NaiveDate, fiscal_start: u32) -> Period {
        match self {
            Self::Day => Period::Day(day),
            Self::Week => {
                let week = day.iso_week();
                Period::Week(week.year(), week.week())
            }
            Self::Month => Period::Month(day.year(), day.month()),
            Self::Quarter => {
                let fiscal_start = fiscal_start.clamp(1, 12);
                let into = (day.month() + 12 - fiscal_start) % 12;
                let begun = if day.month() < fiscal_start { day.year() - 1 } else { day.year() };
                let named = if fiscal_start == 1 { begun } else { begun + 1 };
                Period::Quarter(named, into / 3 + 1)
            }
        }
    }

    /// A period of this span, spelled as an example.
    pub fn example(self) -> &'static str {
        match self {
            Self::Day => "2026-11-21",
            Self::Week => "2026-W47",
            Self::Month => "2026-11",
            Self::Quarter => "2026-Q4",
        }
    }
}

impl Period {
    /// How long it is.
    pub fn span(self) -> Span {
        match self {
            Self::Day(_) => Span::Day,
            Self::Week(..) => Span::Week,
            Self::Month(..) => Span::Month,
            Self::Quarter(..) => Span::Quarter,
        }
    }

    /// Its first day, where fiscal years start in the month `fiscal_start`.
    pub fn first_day(self, fiscal_start: u32) -> NaiveDate {
        let found = match self {
            Self::Day(day) => Some(day),
            Self::Week(year, week) => NaiveDate::from_isoywd_opt(year, week, Weekday::Mon),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Quarter(year, quarter) => {
                let fiscal_start = fiscal_start.clamp(1, 12);
                let begun = if fiscal_start == 1 { year } else { year - 1 };
                NaiveDate::from_ymd_opt(begun, fiscal_start, 1)
                    .and_then(|first| first.checked_add_months(Months::new(3 * (quarter - 1))))
            }
        };
        found.unwrap_or(NaiveDate::MIN)
    }

    /// The one after it.
    pub fn next(self) -> Self {
        match self {
            Self::Day(day) => Self::Day(day.checked_add_days(Days::new(1)).unwrap_or(day)),
            // Every year has 52 weeks; only the calendar knows which have one more.
            Self::Week(year, week) if week < 52 => Self::Week(year, week + 1),
            Self::Week(..) => self.weeks_on(7),
            Self::Month(year, 12) => Self::Month(year + 1, 1),
            Self::Month(year, month) => Self::Month(year, month + 1),
            Self::Quarter(year, 4) => Self::Quarter(year + 1, 1),
            Self::Quarter(year, quarter) => Self::Quarter(year, quarter + 1),
        }
    }

    /// The one before it.
    pub fn before(self) -> Self {
        match self {
            Self::Day(day) => Self::Day(day.checked_sub_days(Days::new(1)).unwrap_or(day)),
            Self::Week(..) => self.weeks_on(-7),
            Self::Month(year, 1) => Self::Month(year - 1, 12),
            Self::Month(year, month) => Self::Month(year, month - 1),
            Self::Quarter(year, 1) => Self::Quarter(year - 1, 4),
            Self::Quarter(year, quarter) => Self::Quarter(year, quarter - 1),
        }
    }

    /// Whether it is over on the day `today`.
    pub fn is_over(self, today: NaiveDate, fiscal_start: u32) -> bool {
        self.next().first_day(fiscal_start) <= today
    }

    /// Its short name beside others of its year: `21 Nov`, `W47`, `Nov`, `Q4`.
    pub fn short(self) -> String {
        match self {
            Self::Day(day) => day.format("%-d %b").to_string(),
            Self::Week(_, week) => format!("W{week:02}"),
            Self::Month(..) => self.first_day(1).format("%b").to_string(),
            Self::Quarter(_, quarter) => format!("Q{quarter}"),
        }
    }

    fn weeks_on(self, days: i64) -> Self {
        let day = self.first_day(1) + chrono::Duration::days(days);
        Span::Week.of(day, 1)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

impl FromStr for Period {
    type Err = Refusal;

    /// Reads the one spelling each period has.
    fn from_str(written: &str) -> Result<Self, Refusal> {
        let written = written.trim();
        parsed(written)
            .ok_or_else(|| Refusal::NotAPeriod { written: written.to_owned(), span: None })
    }
}

/// Years beyond these are slips of the keyboard.
fn year(written: &str) -> Option<i32> {
    let year = number(written, 4)?;
    i32::try_from(year).ok().filter(|year| (1900..=2999).contains(year))
}

/// A number of exactly so many digits.
fn number(written: &str, digits: usize) -> Option<u32> {
    let spelled = written.len() == digits && written.bytes().all(|b| b.is_ascii_digit());
    spelled.then(|| written.parse().ok()).flatten()
}

fn parsed(written: &str) -> Option<Period> {
    let (first, rest) = written.split_once('-')?;
    let year = year(first)?;
    if let Some(week) = rest.strip_prefix('W') {
        let week = number(week, 2)?;
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        return Some(Period::Week(year, week));
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter = number(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
        return Some(Period::Quarter(year, quarter));
    }
    match rest.split_once('-') {
        Some((month, day)) => {
            NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?).map(Period::Day)
        }
        None => {
            let month = number(rest, 2).filter(|month| (1..=12).contains(month))?;
            Some(Period::Month(year, month))
        }
    }
}

impl TryFrom<String> for Period {
    type Error = Refusal;

    fn try_from(written: String) -> Result<Self, Refusal> {
        written.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

//! How often a review is held, and what a day off does to it.

use chrono::Weekday;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How often.
///
/// Daily and weekly reviews are named by when they are planned, monthly and quarterly ones by the
/// period they cover, which is the one before the day they are planned on; those of a rule by that
/// day. A day off may move a review, but never changes its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "every")]
#[ts(rename = "CadenceRhythm")]
pub enum Rhythm {
    /// Every business day of the calendar.
    BusinessDay,
    /// Every one of these days of the week.
    Day {
        /// The days.
        #[ts(type = "(\"Mon\" | \"Tue\" | \"Wed\" | \"Thu\" | \"Fri\" | \"Sat\" | \"Sun\")[]")]
        on: Vec<Weekday>,
    },
    /// Once an ISO week, on this day.
    Week {
        /// The day.
        #[ts(type = "\"Mon\" | \"Tue\" | \"Wed\" | \"Thu\" | \"Fri\" | \"Sat\" | \"Sun\"")]
        on: Weekday,
    },
    /// Once a month, to look back on the month before.
    Month {
        /// The day.
        on: DayOfMonth,
    },
    /// Once a fiscal quarter, to look back on the quarter before.
    Quarter {
        /// The day.
        on: DayOfQuarter,
    },
    /// As a recurrence rule says (RFC 5545, section 3.3.10), counted from the cadence's first day.
    Rule {
        /// The rule, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`.
        rule: String,
    },
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "the")]
pub enum DayOfMonth {
    /// The day of this number, or the month's last where it has fewer days.
    Date {
        /// 1 to 31.
        day: u32,
    },
    /// The n-th of this weekday.
    Weekday {
        /// 1 to 4, or -1 for the last.
        nth: i32,
        /// Which weekday.
        #[ts(type = "\"Mon\" | \"Tue\" | \"Wed\" | \"Thu\" | \"Fri\" | \"Sat\" | \"Sun\"")]
        day: Weekday,
    },
    /// The n-th business day, or the nearest there is where the month has fewer.
    BusinessDay {
        /// 1 to 15 from the first on, or -1 to -15 from the last back.
        nth: i32,
    },
}

/// A day of a fiscal quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "the")]
pub enum DayOfQuarter {
    /// A day of its first, second or third month.
    InMonth {
        /// 1 to 3.
        month: u32,
        /// The day.
        on: DayOfMonth,
    },
    /// So many days after the end of the quarter before.
    DaysAfterEnd {
        /// 1 to 85.
        days: u32,
    },
}

/// What a day off does to a review.
///
/// A day off is a holiday of the calendar; where the rhythm names no weekday (a day of the month by
/// number, days after a quarter's end), it is every day that is no business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OnHoliday {
    /// There is no review.
    Skip,
    /// It moves to the next business day before the day the one after it is planned on; where
    /// there is none, there is no review.
    Move,
    /// It stays.
    Keep,
}

impl Rhythm {
    /// What a day off does where the cadence does not say: daily reviews are skipped, others move.
    pub fn usual_on_holiday(&self) -> OnHoliday {
        match self {
            Self::BusinessDay | Self::Day { .. } => OnHoliday::Skip,
            Self::Week { .. } | Self::Month { .. } | Self::Quarter { .. } | Self::Rule { .. } => {
                OnHoliday::Move
            }
        }
    }

    /// Days that lie at most between the day a review is planned on and the first and last day of
    /// its period, or the day it is moved to.
    pub(super) fn margin(&self) -> u64 {
        match self {
            Self::BusinessDay | Self::Day { .. } => 10,
            Self::Week { .. } => 20,
            Self::Rule { .. } => 40,
            Self::Month { .. } => 70,
            Self::Quarter { .. } => 190,
        }
    }

    /// Whether a weekend is a day off too: the rhythm chose its day without regard to the week.
    pub(super) fn minds_weekends(&self) -> bool {
        match self {
            Self::Month { on } | Self::Quarter { on: DayOfQuarter::InMonth { on, .. } } => {
                matches!(on, DayOfMonth::Date { .. })
            }
            Self::Quarter { on: DayOfQuarter::DaysAfterEnd { .. } } => true,
            Self::BusinessDay | Self::Day { .. } | Self::Week { .. } | Self::Rule { .. } => false,
        }
    }
}

//! When reviews are due, and what they ask.

mod occurrences;
mod set;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

pub use occurrences::{Occurrence, occurrence, occurrences};
pub use set::set;

use crate::{CadenceId, FigureId, ItemId, MetricRef, RoleId, Text};

/// How often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "every")]
pub enum Rhythm {
    /// Once an ISO week, on this day.
    Week {
        /// The day.
        on: Weekday,
    },
}

/// One question a review answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Its identifier within the cadence, the same over all versions.
    pub item: ItemId,
    /// What the agenda calls it.
    pub title: Text,
    /// What is asked.
    pub question: Text,
    /// Minutes planned for it.
    pub minutes: u32,
    /// The figures the desk counts itself that stand beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureId>,
    /// The metrics that stand beside it, against their baselines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<MetricRef>,
}

/// A cadence is in force from this entry on; one of the same identifier takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CadenceSet {
    /// Its identifier, also the first word of its reviews' names.
    pub cadence: CadenceId,
    /// What its reviews are called.
    pub name: Text,
    /// How often.
    pub rhythm: Rhythm,
    /// Local time a review begins.
    #[serde(with = "hours_minutes")]
    pub time: NaiveTime,
    /// IANA time zone of that time.
    pub zone: String,
    /// Minutes a review takes.
    pub minutes: u32,
    /// The role that chairs.
    pub chair: RoleId,
    /// The roles that must take part.
    pub required: Vec<RoleId>,
    /// How many of them make a quorum.
    pub quorum: u32,
    /// First day on which a review may fall.
    pub from: NaiveDate,
    /// What each review answers, in order.
    pub checklist: Vec<ChecklistItem>,
}

pub(crate) mod hours_minutes {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&time.format("%H:%M"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
        let written = String::deserialize(deserializer)?;
        NaiveTime::parse_from_str(&written, "%H:%M").map_err(serde::de::Error::custom)
    }
}

//! When reviews are due, and what they ask.
//!
//! A [`CadenceSet`] says how often, a [`Calendar`] which days nobody works, and a [`Schedule`] puts
//! together which reviews they bring over all their versions. Nothing is recorded for a review
//! before somebody opens it.

mod calendar;
mod looser;
mod planned;
mod pulled;
mod retire;
mod rhythm;
mod rule;
mod schedule;
mod set;
mod wall_clock;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

pub use calendar::{
    Calendar, CalendarSet, HOLIDAYS_LIMIT, Holiday, checked_calendar, may_set_calendar,
    set_calendar,
};
pub use pulled::Pulled;
pub use retire::{CadenceRetired, retire};
pub use rhythm::{DayOfMonth, DayOfQuarter, OnHoliday, Rhythm};
pub use rule::check_rule;
pub use schedule::{Occurrence, Schedule, Terms};
pub use set::{MINUTES_LIMIT, check_timing, checked, earliest, may_set, set};
pub use wall_clock::moment;

pub(crate) use set::within;

use crate::{CadenceId, FigureId, ItemId, MetricRef, RoleId, Text};

/// One question a review answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Its identifier within the cadence, the same over all versions.
    pub item: ItemId,
    /// What the agenda calls it.
    pub title: Text,
    /// The heading it stands under, with those beside it that name the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Text>,
    /// What is asked.
    pub question: Text,
    /// What to look at before answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Text>,
    /// Minutes planned for it.
    pub minutes: u32,
    /// The figures the desk counts itself that stand beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureId>,
    /// The metrics that stand beside it, against their baselines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<MetricRef>,
    /// What of the record stands beside it as a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pulls: Vec<Pulled>,
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
    /// What a day off does to a review; what is usual for the rhythm where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_holiday: Option<OnHoliday>,
    /// Minutes a review takes.
    pub minutes: u32,
    /// The role that chairs.
    pub chair: RoleId,
    /// The roles that must take part.
    pub required: Vec<RoleId>,
    /// How many of them make a quorum.
    pub quorum: u32,
    /// The role whose countersignature its reviews need, where they need one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countersigned_by: Option<RoleId>,
    /// First day on which a review may fall. A recurrence rule counts its intervals from here.
    pub from: NaiveDate,
    /// What each review answers, in order.
    pub checklist: Vec<ChecklistItem>,
}

/// What decides when a cadence's reviews are due.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Timing {
    /// How often.
    pub rhythm: Rhythm,
    /// Local time a review begins.
    #[serde(with = "hours_minutes")]
    pub time: NaiveTime,
    /// IANA time zone of that time.
    pub zone: String,
    /// What a day off does to a review.
    #[serde(default)]
    pub on_holiday: Option<OnHoliday>,
    /// First day on which a review may fall.
    pub from: NaiveDate,
}

impl CadenceSet {
    /// What decides when its reviews are due.
    pub fn timing(&self) -> Timing {
        Timing {
            rhythm: self.rhythm.clone(),
            time: self.time,
            zone: self.zone.clone(),
            on_holiday: self.on_holiday,
            from: self.from,
        }
    }
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

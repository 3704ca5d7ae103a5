//! The first 30 days: what each week asks, what of it the record shows, and what to do next.

mod gather;
mod place;
mod view;

use domain::rollout::{Condition, Met, Stage, Week};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::findings::MendPlace;

/// The plan of the first 30 days, as far as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RolloutView {
    /// The day on which the workspace began, `2026-05-04`.
    pub began: String,
    /// Which day of it this is, from 1.
    pub day: u32,
    /// Conditions that are met.
    pub met: u32,
    /// Conditions there are.
    pub of: u32,
    /// Whether it is still pointed at: the workspace is young, or something is not met.
    pub pointed_at: bool,
    /// Its weeks, in order.
    pub weeks: Vec<RolloutPart>,
}

/// A week of the plan.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RolloutPart {
    /// Which.
    pub week: Week,
    /// What it is about.
    pub name: String,
    /// What there is at its end.
    pub delivers: String,
    /// Its first day, counted from the one on which the workspace began.
    pub first: u32,
    /// Its last.
    pub last: u32,
    /// That first day, `2026-05-04`.
    pub from: String,
    /// That last day.
    pub to: String,
    /// How far it is.
    pub stage: Stage,
    /// Conditions of it that are met.
    pub met: u32,
    /// What it asks, in the order in which it is best done.
    pub conditions: Vec<RolloutRow>,
}

/// Something that a week asks.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RolloutRow {
    /// Which.
    pub condition: Condition,
    /// What it asks.
    pub asks: String,
    /// Whether it is so.
    pub met: Met,
    /// The figure that this rests on.
    pub says: String,
    /// What to do next, where it is not so.
    pub next: Option<String>,
    /// Where that is done.
    pub place: MendPlace,
    /// When an entry met it for the first time, RFC 3339 with the offset of the workspace's zone;
    /// none where no one entry does.
    pub first_at: Option<String>,
    /// That entry.
    pub first_entry: Option<u64>,
    /// The first few workflows that keep it from being so.
    pub lacking: Vec<RolloutLacking>,
    /// How many more do.
    pub more: u32,
}

/// A workflow that keeps a condition from being met.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RolloutLacking {
    /// Which.
    pub workflow: String,
    /// What it is called; none once erased or where nobody has named it.
    pub name: Option<String>,
    /// Where that is mended.
    pub place: MendPlace,
}

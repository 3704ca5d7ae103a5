//! Scorecards: what is measured of the program or of one workflow, class by class, with what was
//! decided and stopped on the same line of time.

mod events;
mod view;

pub(crate) use events::{Line, happened};

use domain::metric::Class;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;
use crate::metrics::MetricRow;

/// Asks for a scorecard.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ScorecardQuery {
    /// Of which workflow; of the whole program, when absent.
    pub workflow: Option<String>,
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// A scorecard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Scorecard {
    /// Of which workflow; none for the whole program.
    pub workflow: Option<String>,
    /// What that is called; none once erased.
    pub name: Option<String>,
    /// The scorecards there are beside the program's: workflows that something is measured of.
    pub cards: Vec<CardPick>,
    /// The six classes in their order, those without a metric left out.
    pub classes: Vec<ScorecardClass>,
    /// What happened within the time its charts show, lettered in the order of time.
    pub events: Vec<LineEvent>,
    /// How many metrics have a value or a baseline.
    pub measured: u32,
    /// How many of these are out of line.
    pub out_of_line: u32,
    /// The entry it stands after.
    pub as_of: u64,
}

/// A scorecard that can be chosen.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CardPick {
    /// Of which workflow.
    pub workflow: String,
    /// What that is called; none once erased.
    pub name: Option<String>,
}

/// The metrics of one class.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ScorecardClass {
    /// Which.
    pub class: Class,
    /// The metrics, those measured first.
    pub metrics: Vec<ScorecardMetric>,
}

/// One metric of a scorecard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ScorecardMetric {
    /// As the list has it.
    pub row: MetricRow,
    /// Whether it is the program's, counted for this workflow alone.
    pub narrowed: bool,
    /// What stands on its line.
    pub marks: Vec<LineMark>,
    /// The activity that it complements.
    pub beside: Option<Complemented>,
}

/// An activity metric beside the one that tells its quality.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Complemented {
    /// Which.
    pub metric: String,
    /// Name; a dash once erased.
    pub name: String,
    /// Its last value as people read it.
    pub latest: Option<String>,
    /// The period of that, in short.
    pub latest_period: Option<String>,
}

/// The events of one period on the line of one metric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineMark {
    /// The period.
    pub period: String,
    /// Their letters, in order.
    pub letters: Vec<String>,
}

/// Something that happened and may explain a line.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LineEvent {
    /// What charts call it: a, b, and so on.
    pub letter: String,
    /// What sort of thing.
    pub kind: LineEventKind,
    /// Its reference.
    pub reference: String,
    /// What happened, in words; none once erased.
    pub words: Option<String>,
    /// On which day, in the workspace's zone.
    pub day: String,
    /// The workflow it is about.
    pub workflow: Option<String>,
}

/// What sort of event stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LineEventKind {
    /// A decision was applied.
    Decision,
    /// A workflow was stopped.
    Stop,
    /// One team overrode one workflow again and again.
    Overrides,
}

/// Saves a scorecard as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportScorecard {
    /// Of which workflow; of the whole program, when absent.
    pub workflow: Option<String>,
    /// Where it goes.
    pub grant: Grant,
}

//! Metrics: what is measured, what it came to, and what that means against its baseline.
//!
//! For a screen that shows metrics beside something else (a review beside its items), [`beside()`]
//! gives what a small chart needs, and the operation `record_observation` types the value that
//! [`MetricBeside::asked`] asks for; with `review` set, whoever chairs that review may.

mod beside;
mod derived;
mod emergency;
mod import;
mod keep;
mod one;
mod sampled;
mod view;
mod words;

use domain::Moment;
use domain::metric::{Calendar, Class, Derived, Direction, Mark, Span, Unit};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

pub use beside::beside;
pub(crate) use beside::{out_of_line, shown};
pub(crate) use derived::{
    can_be_worse, counted, counts_findings, is_held_to_something, last_counted,
};
pub(crate) use keep::stated;

use crate::Problem;
use crate::files::Grant;
use crate::imports::RejectedRow;
use crate::workspace::settings;

/// Asks for the metrics.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct MetricsQuery {
    /// As they stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// Every metric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricsView {
    /// In order of class and reference, retired ones last.
    pub metrics: Vec<MetricRow>,
    /// The entry they stand after.
    pub as_of: u64,
    /// Whether who is at the desk may define metrics and set baselines.
    pub keeps: bool,
}

/// A metric in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricRow {
    /// What sort of thing it watches.
    pub class: Class,
    /// How long one period is.
    pub every: Span,
    /// What it should come to, as a decimal.
    pub target: Option<String>,
    /// The same as people read it.
    pub target_shown: Option<String>,
    /// The activity metric that it complements.
    pub complements: Option<String>,
    /// Who answers for it, by reference.
    pub owner: Option<String>,
    /// Who answers for it, by name.
    pub owner_name: Option<String>,
    /// Where its values come from.
    pub source: Option<String>,
    /// The workflows it concerns; none means the whole program.
    pub workflows: Vec<String>,
    /// Whether it is measured no longer.
    pub retired: bool,
    /// Whether who is at the desk may type its values.
    pub yours: bool,
    /// Its last periods, and where it stands.
    pub beside: MetricBeside,
}

/// A metric as it stands beside what it is judged with: all that a small chart, its summary in
/// words and a field for the value asked for need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MetricBeside {
    /// Reference.
    pub metric: String,
    /// Name; a dash once erased.
    pub name: String,
    /// What its values count.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// What the desk counts for it, where nobody types its values.
    pub derived: Option<Derived>,
    /// A value worse than this wants attention, as a decimal.
    pub warn: Option<String>,
    /// The same as people read it.
    pub warn_shown: Option<String>,
    /// A value worse than this is a breach, as a decimal.
    pub limit: Option<String>,
    /// The limit as people read it.
    pub limit_shown: Option<String>,
    /// Its last periods in order, none left out.
    pub points: Vec<PointShown>,
    /// The last value as people read it.
    pub latest: Option<String>,
    /// The period of the last value, in short.
    pub latest_period: Option<String>,
    /// The baseline in force now, as people read it.
    pub baseline: Option<String>,
    /// Where it stands.
    pub state: MetricState,
    /// Where it stands, in words: `Below baseline two periods running: W45 2.9 %, W46 2.8 %`.
    pub says: String,
    /// Periods that are over and have no value, in short, oldest first.
    pub missing: Vec<String>,
    /// The last period that is over: the one whose value a review asks for.
    pub asked: String,
    /// The same in short.
    pub asked_short: String,
    /// Its value, where it has one, as a decimal.
    pub asked_value: Option<String>,
}

/// One period of a metric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PointShown {
    /// The period: `2026-W47`.
    pub period: String,
    /// The same in short: `W47`.
    pub short: String,
    /// The value as a decimal; none breaks the line and is never filled in.
    pub value: Option<String>,
    /// The value as people read it.
    pub shown: Option<String>,
    /// The baseline in force in the period, as a decimal.
    pub baseline: Option<String>,
    /// The baseline as people read it.
    pub baseline_shown: Option<String>,
    /// What the value came to.
    pub mark: Mark,
    /// The same in a few words.
    pub says: String,
}

/// Where a metric stands, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MetricState {
    /// Worse than its baseline two periods running.
    Emergency,
    /// The last value is worse than its limit.
    Breach,
    /// The last value is worse than its baseline.
    Worse,
    /// The last period that is over has no value.
    Missing,
    /// The last value wants attention.
    Warned,
    /// It has values and nothing to hold them against.
    Unjudged,
    /// At its baseline or better.
    Held,
    /// It has neither a value nor a baseline.
    NotMeasured,
    /// It is measured no longer.
    Retired,
}

impl MetricState {
    /// Whether it wants somebody's attention.
    pub(crate) fn is_out_of_line(self) -> bool {
        match self {
            Self::Emergency | Self::Breach | Self::Worse | Self::Missing | Self::Warned => true,
            Self::Unjudged | Self::Held | Self::NotMeasured | Self::Retired => false,
        }
    }
}

/// Asks for one metric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricQuery {
    /// Which.
    pub metric: String,
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// One metric with all that is known of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricView {
    /// As the list has it.
    pub row: MetricRow,
    /// Every period since it is measured, in order.
    pub points: Vec<PointShown>,
    /// Every value it ever had, newest first.
    pub observations: Vec<ObservationRow>,
    /// Every baseline, the latest to begin first.
    pub baselines: Vec<BaselineRow>,
    /// How it was described, newest first.
    pub history: Vec<MetricVersion>,
    /// The first period that a new baseline may begin with.
    pub baseline_from: String,
    /// The period that runs: the latest that can have a value.
    pub running: String,
}

/// A value, as it was typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ObservationRow {
    /// In which period.
    pub period: String,
    /// As people read it.
    pub shown: String,
    /// Why an earlier value was wrong, where this one corrects it.
    pub reason: Option<String>,
    /// Whether it corrects one.
    pub corrects: bool,
    /// Whether a later one took its place.
    pub corrected: bool,
    /// The review in whose call it was typed.
    pub review: Option<String>,
    /// Who typed it.
    pub by: String,
    /// The entry.
    pub entry: u64,
}

/// A baseline, as it was set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BaselineRow {
    /// The first period that is held against it.
    pub from: String,
    /// As people read it.
    pub shown: String,
    /// Why this value; none once erased.
    pub reason: Option<String>,
    /// Who set it.
    pub by: String,
    /// The entry.
    pub entry: u64,
    /// Whether it is the one in force now.
    pub in_force: bool,
}

/// How a metric was described with one entry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricVersion {
    /// The entry.
    pub entry: u64,
    /// Whether it was retired with it.
    pub retired: bool,
    /// Why, where it was.
    pub reason: Option<String>,
    /// What it was called.
    pub name: Option<String>,
}

/// What a metric is, as a form gives it; a blank field says nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricTerms {
    /// What people call it.
    pub name: String,
    /// What sort of thing it watches.
    pub class: Class,
    /// What its values count.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How long one period is.
    pub every: Span,
    /// A value worse than this wants attention.
    pub warn: String,
    /// A value worse than this is a breach.
    pub limit: String,
    /// What it should come to.
    pub target: String,
    /// The activity metric that it complements, by reference.
    pub complements: String,
    /// Who answers for it, by reference.
    pub owner: String,
    /// Where its values come from.
    pub source: String,
    /// The workflows it concerns, by reference.
    pub workflows: Vec<String>,
    /// What the desk counts for it, where nobody is to type its values.
    pub derived: Option<Derived>,
}

/// Defines a metric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DefineMetric {
    /// What it is.
    pub terms: MetricTerms,
}

/// Describes a metric anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChangeMetric {
    /// Which.
    pub metric: String,
    /// What it is from now on.
    pub terms: MetricTerms,
}

/// Ends the measuring of a metric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RetireMetric {
    /// Which.
    pub metric: String,
    /// Why.
    pub reason: String,
}

/// Holds a metric against a value from a period on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetBaseline {
    /// Which metric.
    pub metric: String,
    /// The value, digits with at most one point.
    pub value: String,
    /// The first period: `2026-W48`.
    pub from: String,
    /// Why this value.
    pub reason: String,
}

/// Records what a metric came to in a period that has no value yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecordObservation {
    /// Which metric.
    pub metric: String,
    /// Which period: `2026-W47`.
    pub period: String,
    /// The value, digits with at most one point.
    pub value: String,
    /// The review in whose call it is typed.
    pub review: Option<String>,
}

/// Puts a value in the place of one that was wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CorrectObservation {
    /// Which metric.
    pub metric: String,
    /// Which period.
    pub period: String,
    /// The value as is known now.
    pub value: String,
    /// Why the earlier one was wrong.
    pub reason: String,
    /// The review in whose call it is typed.
    pub review: Option<String>,
}

/// Reads a table of values without writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewMetrics {
    /// The file.
    pub grant: Grant,
}

/// What a table of values holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricsPreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// How its bytes are read.
    pub encoding: String,
    /// What parts its cells; none in a workbook.
    pub delimiter: Option<String>,
    /// How it lies: a row per value, a column per period, a column per metric.
    pub lies: String,
    /// Rows seen, the head not counted.
    pub rows: u64,
    /// Values that would be recorded.
    pub accepted: Vec<ValueToTake>,
    /// How many are known already.
    pub same: u32,
    /// Values of periods that have another: corrections, which want a reason.
    pub differing: Vec<ValueToCorrect>,
    /// What would not be taken in.
    pub rejected: Vec<RejectedRow>,
    /// The entry that took this very file in before, if any.
    pub taken_in_before: Option<u64>,
}

/// A value of a table.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ValueToTake {
    /// The line its row starts on, from 1.
    pub line: u64,
    /// Which metric, by reference.
    pub metric: String,
    /// What the file calls it.
    pub name: String,
    /// Which period.
    pub period: String,
    /// The value as people read it.
    pub shown: String,
}

/// A value of a table whose period has another.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ValueToCorrect {
    /// The value that stands, as people read it.
    pub known: String,
    /// The one in the table.
    pub given: ValueToTake,
}

/// Takes a table of values in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportMetrics {
    /// The file.
    pub grant: Grant,
    /// SHA-256 of the file that was previewed; refused when the file has changed since.
    pub sha256: Option<String>,
    /// Why values that stand were wrong; blank leaves them as they are.
    pub correct_because: String,
}

/// A table of values was taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MetricsImported {
    /// How many were recorded.
    pub recorded: u32,
    /// How many took the place of another.
    pub corrected: u32,
    /// How many were known already.
    pub same: u32,
    /// What still differs, for want of a reason.
    pub differing: Vec<ValueToCorrect>,
    /// What was not taken in.
    pub rejected: Vec<RejectedRow>,
}

/// Saves what a table of values says that cannot be taken in, as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRejectedMetrics {
    /// The table.
    pub source: Grant,
    /// Where the rows go.
    pub grant: Grant,
}

/// Saves the metrics as CSV, as the list shows them.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportMetrics {
    /// As they stood after this entry; now, when absent.
    pub as_of: Option<u64>,
    /// Where it goes.
    pub grant: Grant,
}

/// The calendar that periods are counted by at `now`.
pub(crate) fn calendar(view: &View<'_>, now: Moment) -> Result<Calendar, Problem> {
    let settings = settings(view)?;
    let today = now.in_zone(settings.zone).date_naive();
    Ok(Calendar { today, fiscal_start: settings.fiscal_start })
}

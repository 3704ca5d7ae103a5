//! Population tests: every AI action of a batch held against the register as it stood at its time.

mod cells;
mod export;
mod found;
mod raise;
mod register;
mod silent;
mod test;

pub(crate) use cells::Cells;
use domain::population::Test;
use serde::{Deserialize, Serialize};
pub(crate) use silent::silent;
use ts_rs::TS;

use crate::batches::{AiActionRow, BatchRow};
use crate::files::Grant;

/// Asks for the tests of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationQuery {
    /// Which batch.
    pub batch: String,
}

/// What every test of a batch came to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationView {
    /// The batch.
    pub batch: BatchRow,
    /// How many actions were tested: all that the batch has.
    pub tested: u64,
    /// How many of them fail at least one test.
    pub failing: u64,
    /// Each test, in order.
    pub tests: Vec<PopulationRow>,
    /// The agents that were not on the register.
    pub shadows: Vec<Shadow>,
}

/// One test.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationRow {
    /// Which.
    pub test: Test,
    /// What fails it, in a few words.
    pub words: String,
    /// What fails it and how that is told.
    pub says: String,
    /// How it came out.
    pub result: TestResult,
    /// How many actions fail it.
    pub count: u64,
    /// How many it asked something of and could judge.
    pub judged: u64,
    /// How many it asked something of and could not.
    pub not_judged: u64,
    /// Why it could not, in a sentence; none where it could judge all.
    pub why_not: Option<String>,
    /// The workflows whose actions do, the most first.
    pub workflows: Vec<PopulationOf>,
    /// The numbers of the first actions that do.
    pub first: Vec<u64>,
    /// The exceptions that were raised for it.
    pub exceptions: Vec<String>,
}

/// How a test of a batch came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "PopulationResult")]
pub enum TestResult {
    /// Some action fails it.
    Fails,
    /// Not one of the actions of which it asks something could be judged.
    NotTested,
    /// Of the actions that could be judged none fails; some could not.
    InPart,
    /// No action fails it.
    Clean,
}

impl TestResult {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Fails => "Fails",
            Self::NotTested => "Not tested",
            Self::InPart => "None fails, in part",
            Self::Clean => "None fails",
        }
    }
}

/// How many actions of a workflow fail a test.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationOf {
    /// Which workflow; none for an agent that is on no register.
    pub workflow: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// How many.
    pub count: u64,
}

/// An agent in a log that was not on the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Shadow {
    /// As the log calls it; blank where it names none.
    pub name: String,
    /// How many actions.
    pub count: u64,
    /// The time of its first action.
    pub first: String,
    /// The time of its last one.
    pub last: String,
    /// The workflow that bears the name by now.
    pub registered_as: Option<String>,
}

/// Asks for rows of a batch by their numbers.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationRowsQuery {
    /// Which batch.
    pub batch: String,
    /// The numbers of the rows.
    pub numbers: Vec<u64>,
}

/// The rows asked for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PopulationRows {
    /// Each row, in order.
    pub rows: Vec<AiActionRow>,
}

/// Saves the actions that fail a test as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportPopulation {
    /// Which batch.
    pub batch: String,
    /// Which test.
    pub test: Test,
    /// Where it goes.
    pub grant: Grant,
}

/// Raises an exception for the actions that fail a test.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RaisePopulation {
    /// Which batch.
    pub batch: String,
    /// Which test.
    pub test: Test,
    /// Which workflow; none for agents that are on no register.
    pub workflow: Option<String>,
}

//! Batches of AI actions: an action log taken in, its rows looked at, and purged.

mod cells;
mod import;
mod list;
mod pour;
mod read;

pub(crate) use cells::cells;
pub(crate) use list::{meeting, one, row, stands};

use std::collections::BTreeMap;

use domain::batch::{Preset, Treatment};
use domain::workflow::ActionKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;
use crate::imports::RejectedRow;

/// The batches, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BatchesView {
    /// Each batch.
    pub rows: Vec<BatchRow>,
    /// The workflows that a log may be of.
    pub workflows: Vec<crate::overrides::WorkflowPick>,
}

/// A batch as the list shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BatchRow {
    /// Reference.
    pub batch: String,
    /// The entry that took it in.
    pub entry: u64,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who took it in, by name.
    pub by_name: String,
    /// The system its rows come from; none once erased.
    pub source: Option<String>,
    /// How it was asked for them.
    pub query: Option<String>,
    /// When they were pulled, where that was stated.
    pub pulled_at: Option<String>,
    /// By whom.
    pub pulled_by: Option<String>,
    /// The workflow that all rows are of, where no column says which.
    pub workflow: Option<String>,
    /// The file's name; none once erased.
    pub file: Option<String>,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How its bytes were read.
    pub encoding: String,
    /// How many rows were taken in.
    pub count: u64,
    /// How many were rejected.
    pub rejected: u64,
    /// How many of those came a second time.
    pub duplicates: u64,
    /// The time of its first row.
    pub first: Option<String>,
    /// The time of its last row.
    pub last: Option<String>,
    /// Days between them without a row.
    pub empty_days: u64,
    /// The longest runs of such days.
    pub gaps: Vec<BatchGap>,
    /// Base64 of the root that binds its rows.
    pub root: String,
    /// The columns that were taken in, in the order of the cells.
    pub columns: Vec<LogColumn>,
    /// The words of the log in whose place the rows hold a kind of action.
    pub kinds: Vec<WordReadAs>,
    /// The other batches of the same source whose times meet its own.
    pub overlaps: Vec<String>,
    /// The entry that purged its rows.
    pub purged: Option<u64>,
}

/// A run of days without a row.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BatchGap {
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// How many days it has.
    pub days: u64,
}

/// A column of an action log.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LogColumn {
    /// Its place in the file, from 1; 0 where it is not known any more.
    pub place: u32,
    /// Its head; none once erased.
    pub column: Option<String>,
    /// What it says of an action, as the ledger spells it; none when left out.
    pub field: Option<String>,
    /// The same in words.
    pub words: Option<String>,
    /// What becomes of its cells.
    pub treatment: Treatment,
    /// Its first cells as they stand in the file.
    pub examples: Vec<String>,
}

/// A word of a log in whose place the rows hold a kind of action.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WordReadAs {
    /// As the log has it; none once erased.
    pub word: Option<String>,
    /// The kind, as the rows hold it.
    pub kind: ActionKind,
    /// The same in words.
    pub words: String,
}

/// Which rows of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowPart {
    /// Those taken in.
    #[default]
    Taken,
    /// Those rejected: line, code and reason.
    Rejected,
}

/// Asks for rows of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AiActionsQuery {
    /// Which batch.
    pub batch: String,
    /// Which of its rows.
    #[serde(default)]
    pub part: RowPart,
    /// The number of the first row, from 1.
    pub first: u64,
    /// At most so many.
    pub count: u64,
}

/// Rows of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AiActions {
    /// The batch they are of.
    pub batch: BatchRow,
    /// The rows from the one asked for on.
    pub rows: Vec<AiActionRow>,
}

/// One row.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AiActionRow {
    /// Its number in the batch, from 1.
    pub number: u64,
    /// The line of the file it began on.
    pub line: u64,
    /// Its cells, in the order of the batch's columns; of a rejected row code and reason.
    pub cells: Vec<String>,
}

/// How an action log is to be read, where that is not left to the desk.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LogReading {
    /// Which sheet of a workbook.
    pub sheet: Option<String>,
    /// The system whose log it is, where its columns are to be read as they are known.
    pub preset: Option<Preset>,
    /// Which field each column fills: by head, or by place as in `#3`; `null` leaves it out. With
    /// none given, as the preset says; without one, what was chosen before for a log of the same
    /// heads, else what the heads suggest.
    pub columns: BTreeMap<String, Option<String>>,
    /// What becomes of a field's cells. For a field that is not named, what was chosen before for a
    /// log of the same heads, whatever else is given; else what usually does.
    pub treatments: BTreeMap<String, Treatment>,
    /// The kind that each word of the action column is read as; `null` leaves it as it stands. For a
    /// word that is not named, what was chosen before for a log of the same heads, else the kind whose
    /// id or words it is.
    pub kinds: BTreeMap<String, Option<ActionKind>>,
    /// The zone of times that name none; when absent, that of the last log of the same heads, else
    /// the workspace's.
    pub zone: Option<String>,
    /// Whether 03/04/2026 is the third of April; found out where the log tells.
    pub day_first: Option<bool>,
}

/// Reads an action log without writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewBatch {
    /// The file.
    pub grant: Grant,
    /// How to read it.
    pub reading: LogReading,
}

/// What an action log holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct BatchPreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// The sheets to choose from; with several and none chosen nothing else is read yet.
    pub sheets: Vec<String>,
    /// Whether the columns are those chosen before for a log of the same heads.
    pub remembered: bool,
    /// How its bytes are read.
    pub encoding: String,
    /// What parts its cells; nothing in a workbook.
    pub delimiter: Option<String>,
    /// Each column and what becomes of it; where none is the time, nothing else is read yet.
    pub columns: Vec<LogColumn>,
    /// The zone of times that name none.
    pub zone: String,
    /// Whether dates are read day first, where that matters.
    pub day_first: Option<bool>,
    /// Whether dates could be read either way, so that somebody has to say which.
    pub asks_order: bool,
    /// Rows under the head.
    pub rows: u64,
    /// Rows that would be taken in.
    pub accepted: u64,
    /// Rows that would be left out.
    pub left_out: u64,
    /// How many of those come a second time.
    pub duplicates: u64,
    /// The time of the first row.
    pub first: Option<String>,
    /// The time of the last row.
    pub last: Option<String>,
    /// Days between them without a row.
    pub empty_days: u64,
    /// The longest runs of such days.
    pub gaps: Vec<BatchGap>,
    /// The first rows as they would be kept.
    pub kept: Vec<AiActionRow>,
    /// Names that are nobody's in the workspace.
    pub strangers: Vec<Stranger>,
    /// The words of the column that says the kind of action, the most frequent first; none where that
    /// is not kept as it is written.
    pub words: Vec<LogWord>,
    /// How many words there are beside those, of the ones that were told apart.
    pub more_words: u64,
    /// Rows that would be taken in and whose kind of action the register does not know.
    pub unknown_kind: u64,
    /// The first of the rows that would be left out.
    pub rejected: Vec<RejectedRow>,
    /// The batch that was taken in from this very file.
    pub taken_in_as: Option<String>,
    /// The entry that did.
    pub taken_in_before: Option<u64>,
}

/// A word of the column that says the kind of action.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LogWord {
    /// As it is written.
    pub word: String,
    /// Rows that would be taken in with it.
    pub rows: u64,
    /// The kind that it is read as; none leaves it as it stands.
    pub kind: Option<ActionKind>,
}

/// A name that is nobody's.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Stranger {
    /// As it is written.
    pub name: String,
    /// How often.
    pub times: u64,
}

/// Where an action log comes from.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LogOrigin {
    /// The system that wrote it.
    pub source: String,
    /// How it was asked for the rows.
    pub query: String,
    /// When, `2026-11-21T10:00` in the workspace's zone.
    pub pulled_at: Option<String>,
    /// By whom.
    pub pulled_by: String,
    /// The workflow that all rows are of, where no column says which.
    pub workflow: Option<String>,
}

/// Takes an action log in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportBatch {
    /// The file.
    pub grant: Grant,
    /// SHA-256 of the file that was previewed; refused when the file has changed since.
    pub sha256: Option<String>,
    /// How to read it.
    pub reading: LogReading,
    /// Where it comes from.
    pub origin: LogOrigin,
}

/// An action log was taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BatchTaken {
    /// The batch.
    pub batch: BatchRow,
    /// The first of the rows that were left out.
    pub rejected: Vec<RejectedRow>,
}

/// Saves rejected rows as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRejectedActions {
    /// The action log.
    pub source: Grant,
    /// How to read it.
    pub reading: LogReading,
    /// Where the rows go.
    pub grant: Grant,
}

/// Deletes the rows of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PurgeBatch {
    /// Which.
    pub batch: String,
    /// Why.
    pub why: String,
}

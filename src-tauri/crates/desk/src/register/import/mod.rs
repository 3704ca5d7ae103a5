//! Taking an inventory in: the same reading and the same plan for the preview and for the deed.

mod plan;
mod read;
#[cfg(test)]
mod round_trip;
mod tell;

use std::collections::BTreeMap;

use intake::inventory::Rejected;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use plan::Plan;

use super::{ChangeShown, RegisterQuery, RegisterRow, RegisterView};
use crate::count::count;
use crate::files::{Grant, Purpose, Written, file_name};
use crate::imports::{ColumnUse, RejectedRow, columns, must_be_as_seen, unreadable};
use crate::{Desk, Problem};

/// How a file is to be read, where that is not left to the desk.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportReading {
    /// Which sheet of a workbook.
    pub sheet: Option<String>,
    /// Which field each column fills: by head, or by place as in `#3`; `null` leaves it out. With
    /// none given, what was chosen before for a file of the same heads, else what the heads suggest.
    pub columns: BTreeMap<String, Option<String>>,
}

/// Reads an inventory without writing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewImport {
    /// The file.
    pub grant: Grant,
    /// How to read it.
    pub reading: ImportReading,
    /// Whether a row of a workflow that is on the register already changes it.
    pub update: bool,
}

/// What an inventory holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// The sheets to choose from; with several and none chosen nothing else is read yet.
    pub sheets: Vec<String>,
    /// Whether the columns are those chosen before for a file of the same heads.
    pub remembered: bool,
    /// How its bytes are read.
    pub encoding: String,
    /// What parts its cells: `comma`, `semicolon`, `tab`, `pipe`; nothing in a workbook.
    pub delimiter: Option<String>,
    /// Rows seen, the head not counted.
    pub rows: u64,
    /// Each column and what becomes of it; where none is the name, nothing else is read yet.
    pub columns: Vec<ColumnUse>,
    /// What would be registered.
    pub accepted: Vec<RegisterRow>,
    /// What would change on the register.
    pub updated: Vec<UpdatedRow>,
    /// What is on the register already and would be skipped.
    pub skipped: Vec<RejectedRow>,
    /// Rows that would not be taken in.
    pub rejected: Vec<RejectedRow>,
    /// What rows that would be taken in say that cannot be read, cell by cell: it would stay
    /// unanswered.
    pub noted: Vec<RejectedRow>,
    /// The entry that took this very file in before, if any.
    pub taken_in_before: Option<u64>,
}

/// A row that changes a workflow of the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UpdatedRow {
    /// The line it starts on, from 1.
    pub line: u64,
    /// Which workflow.
    pub workflow: String,
    /// What it is called.
    pub name: String,
    /// What changes.
    pub changes: Vec<ChangeShown>,
}

/// Takes an inventory in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportWorkflows {
    /// The file.
    pub grant: Grant,
    /// SHA-256 of the file that was previewed; refused when the file has changed since.
    pub sha256: Option<String>,
    /// How to read it.
    pub reading: ImportReading,
    /// Whether a row of a workflow that is on the register already changes it.
    pub update: bool,
}

/// An inventory was taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportDone {
    /// How many were registered.
    pub registered: u32,
    /// How many changed.
    pub updated: u32,
    /// How many were on the register already.
    pub skipped: u32,
    /// Rows that were not taken in.
    pub rejected: Vec<RejectedRow>,
    /// What rows that were taken in say that could not be read, cell by cell: it is unanswered.
    pub noted: Vec<RejectedRow>,
    /// The register after.
    pub register: RegisterView,
}

/// Saves rejected rows as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRejected {
    /// The inventory.
    pub source: Grant,
    /// How to read it.
    pub reading: ImportReading,
    /// Whether known workflows are changed; what the register refuses of that is among the rows.
    pub update: bool,
    /// Where the rows go.
    pub grant: Grant,
}

impl PreviewImport {
    /// A preview that leaves reading to the desk and changes nothing that is there.
    pub fn of(grant: Grant) -> Self {
        Self { grant, reading: ImportReading::default(), update: false }
    }
}

impl ImportWorkflows {
    /// An import that leaves reading to the desk and changes nothing that is there.
    pub fn of(grant: Grant) -> Self {
        Self { grant, sha256: None, reading: ImportReading::default(), update: false }
    }
}

impl Desk {
    /// See the list of operations.
    pub fn preview_import(&mut self, request: PreviewImport) -> Result<ImportPreview, Problem> {
        let by = self.someone()?;
        let read = match self.read_inventory(&request.grant, &request.reading)? {
            read::Found::Sheets { file, sheets } => {
                return Ok(ImportPreview { file, sheets, ..ImportPreview::default() });
            }
            read::Found::Nameless { file, columns, .. } => {
                return Ok(ImportPreview { file, columns, ..ImportPreview::default() });
            }
            read::Found::Inventory(read) => read,
        };
        let now = self.moment();
        let view = self.open()?.view();
        let plan = Plan::of(&view, now, by, &read, request.update)?;
        let report = &read.inventory.report;
        let sha256 = report.file.sha256.clone();
        Ok(ImportPreview {
            taken_in_before: view.import_of(&sha256)?,
            sha256,
            sheets: report.sheets.clone(),
            remembered: read.remembered,
            encoding: report.file.encoding.to_string(),
            delimiter: report.delimiter.map(|delimiter| delimiter.word().to_owned()),
            rows: report.rows,
            columns: columns(&read.inventory.report.mapping),
            accepted: plan.registered(&view, now)?,
            updated: plan.updated,
            skipped: plan.skipped,
            rejected: plan.rejected.iter().map(rejected).collect(),
            noted: plan.noted,
            file: read.name,
        })
    }

    /// See the list of operations.
    pub fn import_workflows(&mut self, request: ImportWorkflows) -> Result<ImportDone, Problem> {
        let read = self.read_inventory(&request.grant, &request.reading)?.inventory()?;
        must_be_as_seen(request.sha256.as_ref(), &read.inventory.report.file.sha256)?;
        let mut done = None;
        let work = self.begin("import_workflows");
        self.act_stoppable(&work, &read.reason(), |act| {
            let mut plan = Plan::of(act.view, act.now, act.by, &read, request.update)?;
            let events = plan.entries(act, &read)?;
            done = Some(plan);
            Ok(events)
        })?;
        self.remember_columns(&request.reading, &read);
        let plan = done.unwrap_or_default();
        Ok(ImportDone {
            registered: count(plan.new.len()),
            updated: count(plan.updated.len()),
            skipped: count(plan.skipped.len()),
            rejected: plan.rejected.iter().map(rejected).collect(),
            noted: plan.noted,
            register: self.register(RegisterQuery::default())?,
        })
    }

    /// See the list of operations.
    pub fn save_rejected(&mut self, request: SaveRejected) -> Result<Written, Problem> {
        let by = self.someone()?;
        let mut read = self.read_inventory(&request.source, &request.reading)?.inventory()?;
        let now = self.moment();
        let plan = Plan::of(&self.open()?.view(), now, by, &read, request.update)?;
        read.inventory.rejected = plan.rejected;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let csv = read.inventory.rejected_as_csv().map_err(unreadable)?;
        report::atomic_write(&path, &csv)?;
        Ok(Written::of(file_name(&path), &csv, None))
    }
}

fn rejected(row: &Rejected) -> RejectedRow {
    RejectedRow {
        line: row.line,
        column: row.problems.iter().find_map(|problem| problem.header.clone()),
        code: code(row),
        says: row.reason(),
        row: row.cells.iter().find(|cell| !cell.trim().is_empty()).cloned().unwrap_or_default(),
    }
}

/// The stable code of the first thing wrong with a row.
fn code(row: &Rejected) -> String {
    row.problems.first().map(|problem| word(&problem.code)).unwrap_or_default()
}

/// A stable code as it is written.
fn word(code: &impl Serialize) -> String {
    let word = serde_json::to_value(code).ok();
    word.and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

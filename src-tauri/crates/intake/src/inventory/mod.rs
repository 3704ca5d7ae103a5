//! Inventories: tables of AI workflows, one a row, as teams keep them in spreadsheets.

mod accept;
mod autonomy;
mod cells;
mod certification;
mod export;
mod field;
mod money;
mod outcome;
pub mod permission;
mod register_words;
mod workflow_row;

pub use field::WorkflowField;
pub use outcome::{Inventory, Note, NoteCode, Problem, ProblemCode, Reading, Rejected, Report};
pub use permission::PermissionRow;
pub use workflow_row::{CertificationRow, MoneyRow, WorkflowRow};

pub use domain::workflow::{
    DataRisk, Kind, Phase, Standard, Status, Tier, TrainingUse, WriteStage,
};

use crate::Error;
use crate::map::{ColumnMap, Mapping, match_columns};
use crate::read::{ReadOptions, Row, TableFile};

/// How to read an inventory; what is not set is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Encoding, delimiter, limits.
    pub reading: ReadOptions,
    /// Which column fills which field, where the guess is not to be trusted.
    pub columns: ColumnMap,
}

/// Longest name of a workflow, a vendor, a person, in characters.
pub const LABEL_LIMIT: usize = 200;
/// Longest free text, in characters.
pub const TEXT_LIMIT: usize = 20_000;
/// Most guardrails or KPIs of one workflow.
pub const LIST_LIMIT: usize = 100;

/// Reads an inventory from the bytes of a CSV or XLSX file. Pure: a dry run is this call and nothing
/// after it.
///
/// # Errors
/// Only for what concerns the whole file or the column map; see [`Error`]. A file whose rows are
/// all rejected is no error.
pub fn read(bytes: &[u8], options: &Options) -> Result<Inventory, Error> {
    let file = TableFile::open(bytes, &options.reading)?;
    let facts = file.facts();
    let sheet = file.sheet()?;
    let (header_line, delimiter) = (sheet.header().first_line, sheet.delimiter());
    let header: Vec<String> = sheet.header().cells.iter().map(|c| c.trim().to_owned()).collect();
    let mapping = mapping(&header, header_line, &options.columns)?;
    let limit = options.reading.limits.rows;
    let (mut rows, mut blank_lines) = (0, 0);
    let mut intake = accept::Intake::new(&mapping, facts.damaged);
    for row in sheet {
        if row.is_blank() {
            blank_lines += lines(&row);
            continue;
        }
        rows += 1;
        if rows > limit {
            return Err(Error::TooManyRows { limit });
        }
        intake.take(row);
    }
    if rows == 0 {
        return Err(Error::NoRows { line: header_line });
    }
    let (workflows, rejected, notes, readings) = intake.finish();
    let report = Report {
        file: facts.clone(),
        sheets: file.sheets().into_iter().map(str::to_owned).collect(),
        delimiter,
        header_line,
        rows,
        accepted: workflows.len() as u64,
        rejected: rejected.len() as u64,
        blank_lines,
        mapping,
        readings,
    };
    Ok(Inventory { workflows, rejected, notes, report })
}

fn mapping(
    header: &[String],
    line: u64,
    told: &ColumnMap,
) -> Result<Mapping<WorkflowField>, Error> {
    let mapping = match_columns::<WorkflowField>(header, told)?;
    match mapping.column_of(WorkflowField::Name) {
        Some(_) => Ok(mapping),
        None => Err(Error::ColumnMissing {
            line,
            field: "name of the workflow",
            columns: header.to_vec(),
        }),
    }
}

fn lines(row: &Row<'_>) -> u64 {
    row.last_line - row.first_line + 1
}

//! A row of cells to a workflow, or to everything that is wrong with it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::autonomy::{self, WRITE_STAGES};
use super::cells::{Cells, SHOWN};
use super::register_words::{KINDS, PHASES, STATUSES, TRAINING};
use super::{Note, Problem, ProblemCode, Reading, Rejected, Standard, WorkflowField, WorkflowRow};
use crate::map::Mapping;
use crate::read::{Row, RowFault};
use crate::words::{excerpt, find, find_anywhere, sameness};

/// Different ways of writing kept for the report, for each field.
const READINGS_KEPT: usize = 200;

/// Takes in the rows of one inventory.
pub(super) struct Intake<'m> {
    mapping: &'m Mapping<WorkflowField>,
    damaged: bool,
    workflows: Vec<WorkflowRow>,
    rejected: Vec<Rejected>,
    notes: Vec<Note>,
    /// Name as people see it, to the line of the row that has it.
    names: HashMap<String, u64>,
    readings: BTreeMap<WorkflowField, BTreeMap<String, (String, u64)>>,
}

impl<'m> Intake<'m> {
    /// Begins with a mapping; `damaged` when U+FFFD may stand for bytes that made no sense.
    pub(super) fn new(mapping: &'m Mapping<WorkflowField>, damaged: bool) -> Self {
        Intake {
            mapping,
            damaged,
            workflows: Vec::new(),
            rejected: Vec::new(),
            notes: Vec::new(),
            names: HashMap::new(),
            readings: BTreeMap::new(),
        }
    }

    /// Accepts or rejects one row.
    pub(super) fn take(&mut self, row: Row<'_>) {
        if let Some(fault) = &row.fault {
            let problem = self.form_problem(fault);
            return self.reject(row, vec![problem]);
        }
        let mut cells = Cells::of(&row, self.mapping, self.damaged);
        let workflow = workflow(&mut cells);
        if let Some(first) = self.names.get(&sameness(&workflow.name)) {
            cells.refuse(
                WorkflowField::Name,
                ProblemCode::NameRepeated,
                format!(
                    "The name “{}” stands on line {first} already. Give each workflow its own name.",
                    excerpt(&workflow.name, SHOWN)
                ),
            );
        }
        let Cells { problems, notes, readings, .. } = cells;
        if !problems.is_empty() {
            return self.reject(row, problems);
        }
        self.names.insert(sameness(&workflow.name), workflow.line);
        self.notes.extend(notes);
        self.count(readings);
        self.workflows.push(workflow);
    }

    /// Workflows, rejected rows, notes and readings.
    pub(super) fn finish(self) -> (Vec<WorkflowRow>, Vec<Rejected>, Vec<Note>, Vec<Reading>) {
        let readings = self.readings.into_iter().flat_map(|(field, words)| {
            words.into_iter().map(move |(written, (read_as, rows))| Reading {
                field,
                written,
                read_as,
                rows,
            })
        });
        (self.workflows, self.rejected, self.notes, readings.collect())
    }

    fn reject(&mut self, row: Row<'_>, problems: Vec<Problem>) {
        let cells = row.cells.into_iter().map(Cow::into_owned).collect();
        let (line, last_line) = (row.first_line, row.last_line);
        self.rejected.push(Rejected { line, last_line, problems, cells });
    }

    fn form_problem(&self, fault: &RowFault) -> Problem {
        let code = match fault {
            RowFault::QuoteNeverClosed { .. } => ProblemCode::QuoteNeverClosed,
            RowFault::QuoteClosedInText { .. } => ProblemCode::QuoteClosedInText,
            RowFault::TextAfterQuote { .. } => ProblemCode::TextAfterQuote,
            RowFault::CellTooLong { .. } => ProblemCode::CellTooLong,
            RowFault::FormulaWithoutValue { .. } => ProblemCode::FormulaWithoutValue,
            RowFault::CellError { .. } => ProblemCode::CellError,
            RowFault::NotJson { .. } | RowFault::TooFewCells { .. } => ProblemCode::TooFewCells,
            RowFault::TooManyCells { .. } => ProblemCode::TooManyCells,
        };
        let column = fault.column();
        let known = column.and_then(|place| self.mapping.columns.get(place.checked_sub(1)?));
        Problem {
            column,
            header: known.map(|column| column.header.clone()),
            field: known.and_then(|column| column.field()),
            code,
            reason: fault.to_string(),
        }
    }

    fn count(&mut self, readings: Vec<(WorkflowField, String, String)>) {
        for (field, written, read_as) in readings {
            let words = self.readings.entry(field).or_default();
            if let Some((_, rows)) = words.get_mut(&written) {
                *rows += 1;
            } else if words.len() < READINGS_KEPT {
                words.insert(written, (read_as, 1));
            }
        }
    }
}

fn workflow(cells: &mut Cells<'_>) -> WorkflowRow {
    use WorkflowField as F;
    WorkflowRow {
        line: cells.row.first_line,
        reference: cells.reference(),
        name: cells.name(),
        bottleneck: cells.text(F::Bottleneck),
        outcome: cells.text(F::Outcome),
        phase: cells.loose_word(F::Phase, |cell| find_anywhere(PHASES, cell)),
        kind: cells.loose_word(F::Kind, |cell| find_anywhere(KINDS, cell)),
        ai_does: cells.text(F::AiDoes),
        human_does: cells.text(F::HumanDoes),
        governance: cells.text(F::Governance),
        vendor: cells.label(F::Vendor),
        product: cells.label(F::Product),
        model: cells.label(F::Model),
        system_of_record: cells.label(F::SystemOfRecord),
        owner: cells.label(F::Owner),
        approver: cells.label(F::Approver),
        kill_switch_owner: cells.label(F::KillSwitchOwner),
        status: cells.word(F::Status, |cell| find(STATUSES, cell)),
        tier: cells.word(F::Tier, autonomy::tier),
        write_stage: cells.word(F::WriteStage, |cell| find(WRITE_STAGES, cell)),
        data_risks: cells.data_risks(),
        guardrails: cells.list(F::Guardrails, &['\n', ';', '|', '•']),
        kpis: cells.list(F::Kpis, &['\n', ';', '|', '•', ',']),
        logs: cells.text(F::Logs),
        rollback_plan: cells.text(F::RollbackPlan),
        certifications: [
            (F::Soc2, Standard::Soc2),
            (F::Iso27001, Standard::Iso27001),
            (F::GdprDpa, Standard::GdprDpa),
        ]
        .into_iter()
        .filter_map(|(field, standard)| cells.certification(field, standard))
        .collect(),
        vendor_retention: cells.text(F::VendorRetention),
        vendor_training: cells.loose_word(F::VendorTraining, |cell| find(TRAINING, cell)),
        raci: cells.label(F::Raci),
        permissions: cells.permissions(),
        metrics: cells.metrics(),
        money: cells.money(),
        next_review: cells.day(F::NextReview),
        cells: cells.row.cells.iter().map(ToString::to_string).collect(),
    }
}

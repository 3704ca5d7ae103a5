//! A row of cells to a workflow, or to everything that is wrong with it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::autonomy::{self, WRITE_STAGES};
use super::export::starts_formula;
use super::register_words::{DATA_RISKS, KINDS, NO_DATA_RISK, PHASES, STATUSES};
use super::{
    DataRisk, LABEL_LIMIT, LIST_LIMIT, Note, NoteCode, Problem, ProblemCode, Reading, Rejected,
    TEXT_LIMIT, WorkflowField, WorkflowRow,
};
use crate::map::Mapping;
use crate::read::{Row, RowFault};
use crate::words::{Found, excerpt, find, find_anywhere, plain, sameness, spoken_of};

/// Stand-ins people write where they have no answer yet.
const STAND_INS: &[&str] = &[
    "tbd", "tba", "tbc", "n a", "na", "none", "nobody", "no one", "unknown", "vacant", "to do",
    "todo",
];
/// Different ways of writing kept for the report, for each field.
const READINGS_KEPT: usize = 200;
/// Of a cell shown in a sentence, in characters.
const SHOWN: usize = 60;

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
            RowFault::TooFewCells { .. } => ProblemCode::TooFewCells,
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
    }
}

/// The cells of one row under their fields, with what was found wrong or worth a note so far.
struct Cells<'r> {
    row: &'r Row<'r>,
    mapping: &'r Mapping<WorkflowField>,
    damaged: bool,
    problems: Vec<Problem>,
    notes: Vec<Note>,
    readings: Vec<(WorkflowField, String, String)>,
}

impl<'r> Cells<'r> {
    fn of(row: &'r Row<'r>, mapping: &'r Mapping<WorkflowField>, damaged: bool) -> Self {
        let (problems, notes, readings) = (Vec::new(), Vec::new(), Vec::new());
        Cells { row, mapping, damaged, problems, notes, readings }
    }

    fn name(&mut self) -> String {
        let refused = self.problems.len();
        let name = self.label(WorkflowField::Name);
        if name.is_none() && self.problems.len() == refused {
            let reason = "The row has no name. Give the workflow one.".to_owned();
            self.refuse(WorkflowField::Name, ProblemCode::NameMissing, reason);
        }
        name.unwrap_or_default()
    }

    /// A short text on one line.
    fn label(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.answer(field)?;
        let one_line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        self.within(field, one_line, LABEL_LIMIT)
    }

    /// A free text, with its line breaks as LF.
    fn text(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.answer(field)?;
        let lines: Vec<&str> = cell.lines().map(str::trim_end).collect();
        self.within(field, lines.join("\n"), TEXT_LIMIT)
    }

    fn list(&mut self, field: WorkflowField, separators: &[char]) -> Vec<String> {
        let Some(cell) = self.answer(field) else { return Vec::new() };
        let bullets = ['-', '*', '–', '·', ' '];
        let parts = cell.split(separators).map(|part| part.trim_start_matches(bullets).trim());
        let items: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
        if items.len() > LIST_LIMIT {
            let reason = format!(
                "The {} are {} items; the limit is {LIST_LIMIT}.",
                field.word(),
                items.len()
            );
            self.refuse(field, ProblemCode::TooManyItems, reason);
            return Vec::new();
        }
        items.into_iter().filter_map(|item| self.within(field, item, TEXT_LIMIT)).collect()
    }

    /// A word on which safety rests: not to be guessed.
    fn word<T: Serialize>(
        &mut self,
        field: WorkflowField,
        find: impl Fn(&str) -> Found<T>,
    ) -> Option<T> {
        let cell = self.answer(field)?;
        let shown = excerpt(&cell, SHOWN);
        match find(&cell) {
            Found::Known(value) => {
                self.readings.push((field, shown, key(&value)));
                Some(value)
            }
            Found::Both(first, second) => {
                let (first, second) = (key(&first), key(&second));
                let reason = format!(
                    "“{shown}” says both {first} and {second}. Write one {}: {}.",
                    field.word(),
                    choices(field)
                );
                self.refuse(field, ProblemCode::Contradiction, reason);
                None
            }
            Found::Unknown => {
                let reason = format!(
                    "“{shown}” is no {} that is known. Write one of: {}.",
                    field.word(),
                    choices(field)
                );
                self.refuse(field, ProblemCode::UnknownWord, reason);
                None
            }
        }
    }

    /// A word that may stay unanswered.
    fn loose_word<T: Serialize>(
        &mut self,
        field: WorkflowField,
        find: impl Fn(&str) -> Found<T>,
    ) -> Option<T> {
        let cell = self.answer(field)?;
        let shown = excerpt(&cell, SHOWN);
        match find(&cell) {
            Found::Known(value) => {
                self.readings.push((field, shown, key(&value)));
                Some(value)
            }
            Found::Both(..) | Found::Unknown => {
                let text = format!(
                    "“{shown}” is not one {} of: {}. The field is left empty.",
                    field.word(),
                    choices(field)
                );
                self.note(field, NoteCode::NotRecognised, text);
                None
            }
        }
    }

    /// The tags, or `None` when any part is not understood: a guess must not pass for an answer.
    fn data_risks(&mut self) -> Option<BTreeSet<DataRisk>> {
        let field = WorkflowField::DataRisks;
        let cell = self.raw(field)?;
        if NO_DATA_RISK.contains(&plain(&cell).as_str()) {
            self.readings.push((field, excerpt(&cell, SHOWN), "none".to_owned()));
            return Some(BTreeSet::new());
        }
        let cell = self.answer(field)?;
        let mut tags = BTreeSet::new();
        let parts = cell.split([',', ';', '/', '|', '\n', '&', '+', '•']);
        for part in parts.flat_map(|part| part.split(" and ")).map(str::trim) {
            let found = spoken_of(DATA_RISKS, &plain(part));
            if found.is_empty() && !plain(part).is_empty() {
                let text = format!(
                    "“{}” is none of the data risks: {}. The question of data risks is left unanswered.",
                    excerpt(part, SHOWN),
                    choices(field)
                );
                self.note(field, NoteCode::NotRecognised, text);
                return None;
            }
            tags.extend(found);
        }
        let read_as: Vec<String> = tags.iter().map(key).collect();
        self.readings.push((field, excerpt(&cell, SHOWN), read_as.join(", ")));
        (!tags.is_empty()).then_some(tags)
    }

    /// The cell, if it answers anything; stand-ins are noted and do not.
    fn answer(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.raw(field)?;
        let words = plain(&cell);
        let says_nothing = words.is_empty()
            && cell.chars().all(|c| c.is_ascii_punctuation() || matches!(c, '–' | '—' | '…'));
        if says_nothing || STAND_INS.contains(&words.as_str()) {
            let text = format!(
                "“{}” stands in for the {}; the field is left empty.",
                excerpt(&cell, SHOWN),
                field.word()
            );
            self.note(field, NoteCode::StandIn, text);
            return None;
        }
        Some(cell)
    }

    /// The trimmed cell, unless it is empty or holds characters that no text may hold.
    fn raw(&mut self, field: WorkflowField) -> Option<String> {
        let column = self.mapping.column_of(field)?;
        let cell = self.row.cells.get(column.position.checked_sub(1)?)?.trim();
        if cell.is_empty() {
            return None;
        }
        if self.damaged && cell.contains(char::REPLACEMENT_CHARACTER) {
            let reason = format!(
                "The {} has bytes that make no sense in the encoding of the file. Save the file again as UTF-8.",
                field.word()
            );
            self.refuse(field, ProblemCode::Undecodable, reason);
            return None;
        }
        if let Some(character) = cell.chars().find(|c| is_forbidden(*c)) {
            let reason = format!(
                "The {} holds the invisible character U+{:04X}. Remove it.",
                field.word(),
                u32::from(character)
            );
            self.refuse(field, ProblemCode::ControlCharacter, reason);
            return None;
        }
        let unguarded = cell.strip_prefix('\'').filter(|rest| starts_formula(rest)).unwrap_or(cell);
        if looks_like_formula(unguarded) {
            let shown = excerpt(unguarded, SHOWN);
            let text = format!("“{shown}” looks like a spreadsheet formula; it is kept as text.");
            self.note(field, NoteCode::LooksLikeFormula, text);
        }
        Some(unguarded.to_owned())
    }

    fn within(&mut self, field: WorkflowField, text: String, limit: usize) -> Option<String> {
        let length = text.chars().count();
        if length <= limit {
            return Some(text);
        }
        let reason = format!("The {} has {length} characters; the limit is {limit}.", field.word());
        self.refuse(field, ProblemCode::TooLong, reason);
        None
    }

    fn refuse(&mut self, field: WorkflowField, code: ProblemCode, reason: String) {
        let column = self.mapping.column_of(field);
        self.problems.push(Problem {
            column: column.map(|column| column.position),
            header: column.map(|column| column.header.clone()),
            field: Some(field),
            code,
            reason,
        });
    }

    fn note(&mut self, field: WorkflowField, code: NoteCode, text: String) {
        self.notes.push(Note { line: self.row.first_line, field, code, text });
    }
}

/// Control characters, and the marks that make a text read otherwise than it is stored.
fn is_forbidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\t' | '\n' | '\r'))
        || matches!(character, '\u{202D}' | '\u{202E}')
}

/// A formula, but no bullet ("- item"), signed number or dash.
fn looks_like_formula(cell: &str) -> bool {
    match cell.chars().next() {
        Some('=' | '@' | '＝' | '＠') => cell.chars().nth(1).is_some(),
        Some('+' | '-' | '＋' | '－') => cell.contains(['(', '!', '|', '=']),
        Some(_) | None => false,
    }
}

/// The word under which a value serializes.
fn key<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}

/// The words to choose from, for a sentence.
fn choices(field: WorkflowField) -> &'static str {
    match field {
        WorkflowField::Phase => "data sourcing, campaign execution, pipeline progression",
        WorkflowField::Kind => {
            "lead scoring, enrichment, routing, outreach, sequencing, forecasting, next best action, call summary, renewal, deal desk, de-duplication, content, agent"
        }
        WorkflowField::Status => "draft, live, paused, stopped, retired",
        WorkflowField::Tier => {
            "1 (suggest), 2 (draft), 3 (execute with approval), 4 (execute autonomously)"
        }
        WorkflowField::WriteStage => {
            "read-only assist, draft mode, conditional write, automated write"
        }
        WorkflowField::DataRisks => {
            "personal data, customer confidential, pricing, contract terms, credentials, none"
        }
        WorkflowField::Name
        | WorkflowField::Bottleneck
        | WorkflowField::Outcome
        | WorkflowField::AiDoes
        | WorkflowField::HumanDoes
        | WorkflowField::Governance
        | WorkflowField::Vendor
        | WorkflowField::Product
        | WorkflowField::Model
        | WorkflowField::SystemOfRecord
        | WorkflowField::Owner
        | WorkflowField::Approver
        | WorkflowField::KillSwitchOwner
        | WorkflowField::Guardrails
        | WorkflowField::Kpis
        | WorkflowField::Logs
        | WorkflowField::RollbackPlan => "any text",
    }
}

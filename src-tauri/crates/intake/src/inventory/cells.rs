//! The cells of one row, read field by field.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::refusal::NAME_LIMIT;
use domain::{MetricRef, WorkflowRef};
use serde::Serialize;

use super::export::unguarded;
use super::permission::{self, PermissionRow};
use super::register_words::{DATA_RISKS, NO_DATA_RISK};
use super::{
    DataRisk, LABEL_LIMIT, LIST_LIMIT, Note, NoteCode, Problem, ProblemCode, TEXT_LIMIT,
    WorkflowField,
};
use crate::map::Mapping;
use crate::quote::parts;
use crate::read::Row;
use crate::words::{Found, excerpt, plain, spoken_of};

/// Stand-ins people write where they have no answer yet.
const STAND_INS: &[&str] = &[
    "tbd", "tba", "tbc", "n a", "na", "none", "nobody", "no one", "unknown", "vacant", "to do",
    "todo",
];
/// Of a cell shown in a sentence, in characters.
pub(super) const SHOWN: usize = 60;

/// The cells of one row under their fields, with what was found wrong or worth a note so far.
pub(super) struct Cells<'r> {
    pub(super) row: &'r Row<'r>,
    pub(super) mapping: &'r Mapping<WorkflowField>,
    damaged: bool,
    pub(super) problems: Vec<Problem>,
    pub(super) notes: Vec<Note>,
    pub(super) readings: Vec<(WorkflowField, String, String)>,
}

impl<'r> Cells<'r> {
    pub(super) fn of(row: &'r Row<'r>, mapping: &'r Mapping<WorkflowField>, damaged: bool) -> Self {
        let (problems, notes, readings) = (Vec::new(), Vec::new(), Vec::new());
        Cells { row, mapping, damaged, problems, notes, readings }
    }

    pub(super) fn name(&mut self) -> String {
        let refused = self.problems.len();
        let name = self.label(WorkflowField::Name);
        if name.is_none() && self.problems.len() == refused {
            let reason = "The row has no name. Give the workflow one.".to_owned();
            self.refuse(WorkflowField::Name, ProblemCode::NameMissing, reason);
        }
        name.unwrap_or_default()
    }

    /// A short text on one line.
    pub(super) fn label(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.answer(field)?;
        let one_line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(character) = NAME_LIMIT.unseen(&one_line) {
            self.refuse_unseen(field, character);
            return None;
        }
        self.within(field, one_line, LABEL_LIMIT)
    }

    /// A free text, with its line breaks as LF.
    pub(super) fn text(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.answer(field)?;
        let lines: Vec<&str> = cell.lines().map(str::trim_end).collect();
        self.within(field, lines.join("\n"), TEXT_LIMIT)
    }

    pub(super) fn list(&mut self, field: WorkflowField, separators: &[char]) -> Vec<String> {
        let Some(cell) = self.answer(field) else { return Vec::new() };
        let items = parts(&cell, separators).into_iter().map(|part| match part.quoted {
            true => part.text,
            false => without_bullet(&part.text).to_owned(),
        });
        let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
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
    pub(super) fn word<T: Serialize>(
        &mut self,
        field: WorkflowField,
        find: impl Fn(&str) -> Found<T>,
    ) -> Option<T> {
        let cell = self.answer(field)?;
        let shown = excerpt(&cell, SHOWN);
        match find(&cell) {
            Found::Known(value) => Some(self.understood(field, shown, value)),
            Found::Both(first, second) => {
                let (first, second) = (key(&first), key(&second));
                let reason = format!(
                    "“{shown}” says both {first} and {second}. Write one {}: {}.",
                    field.word(),
                    field.choices()
                );
                self.refuse(field, ProblemCode::Contradiction, reason);
                None
            }
            Found::Unknown => {
                let reason = format!(
                    "“{shown}” is no {} that is known. Write one of: {}.",
                    field.word(),
                    field.choices()
                );
                self.refuse(field, ProblemCode::UnknownWord, reason);
                None
            }
        }
    }

    /// A word that may stay unanswered.
    pub(super) fn loose_word<T: Serialize>(
        &mut self,
        field: WorkflowField,
        find: impl Fn(&str) -> Found<T>,
    ) -> Option<T> {
        let cell = self.answer(field)?;
        let shown = excerpt(&cell, SHOWN);
        match find(&cell) {
            Found::Known(value) => Some(self.understood(field, shown, value)),
            Found::Both(..) | Found::Unknown => {
                let text =
                    format!("“{shown}” is not one {} of: {}.", field.word(), field.choices());
                self.note(field, NoteCode::NotRecognised, text);
                None
            }
        }
    }

    /// Keeps how a word was read, to look over before importing.
    fn understood<T: Serialize>(&mut self, field: WorkflowField, shown: String, value: T) -> T {
        self.readings.push((field, shown, key(&value)));
        value
    }

    /// The reference of a workflow of the register.
    pub(super) fn reference(&mut self) -> Option<WorkflowRef> {
        let field = WorkflowField::Reference;
        let cell = self.answer(field)?;
        self.read_as(field, &cell, cell.to_uppercase().parse().ok())
    }

    /// A day as ISO 8601 or as Germans write it; days written with slashes are not guessed.
    pub(super) fn day(&mut self, field: WorkflowField) -> Option<NaiveDate> {
        let cell = self.answer(field)?;
        self.read_as(field, &cell, day(&cell))
    }

    /// What the workflow may do. A row that is not understood refuses the workflow: what it may do
    /// is not to be guessed.
    pub(super) fn permissions(&mut self) -> Option<Vec<PermissionRow>> {
        let field = WorkflowField::Permissions;
        let cell = self.answer(field)?;
        match permission::read(&cell) {
            Ok(rows) => Some(rows),
            Err(reason) => {
                self.refuse(field, ProblemCode::UnknownWord, reason);
                None
            }
        }
    }

    /// References of metrics; all or none.
    pub(super) fn metrics(&mut self) -> Vec<MetricRef> {
        let field = WorkflowField::Metrics;
        let Some(cell) = self.answer(field) else { return Vec::new() };
        let words = cell.split([',', ';', ' ', '\n']).filter(|word| !word.is_empty());
        let read = words.map(|word| word.to_uppercase().parse().ok()).collect();
        self.read_as(field, &cell, read).unwrap_or_default()
    }

    /// What a cell was read as; one that could not be read is noted and left unanswered.
    pub(super) fn read_as<T>(
        &mut self,
        field: WorkflowField,
        cell: &str,
        read: Option<T>,
    ) -> Option<T> {
        if read.is_none() {
            let text = format!(
                "“{}” is no {} that can be read; write {}.",
                excerpt(cell, SHOWN),
                field.word(),
                field.choices()
            );
            self.note(field, NoteCode::NotRecognised, text);
        }
        read
    }

    /// The tags, or `None` when any part is not understood: a guess must not pass for an answer.
    pub(super) fn data_risks(&mut self) -> Option<BTreeSet<DataRisk>> {
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
                    "“{}” is none of the data risks: {}.",
                    excerpt(part, SHOWN),
                    field.choices()
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
    pub(super) fn answer(&mut self, field: WorkflowField) -> Option<String> {
        let cell = self.raw(field)?;
        let words = plain(&cell);
        let says_nothing = words.is_empty()
            && cell.chars().all(|c| c.is_ascii_punctuation() || matches!(c, '–' | '—' | '…'));
        if says_nothing || STAND_INS.contains(&words.as_str()) {
            let text = format!("“{}” stands in for the {}.", excerpt(&cell, SHOWN), field.word());
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
            self.refuse_unseen(field, character);
            return None;
        }
        let unguarded = unguarded(cell);
        if looks_like_formula(&unguarded) {
            let shown = excerpt(&unguarded, SHOWN);
            let text = format!("“{shown}” looks like a spreadsheet formula; it is kept as text.");
            self.note(field, NoteCode::LooksLikeFormula, text);
        }
        // Line ends of any system become LF.
        Some(unguarded.replace("\r\n", "\n").replace('\r', "\n"))
    }

    fn refuse_unseen(&mut self, field: WorkflowField, character: char) {
        let (word, number) = (field.word(), u32::from(character));
        let reason = format!("The {word} holds the invisible character U+{number:04X}. Remove it.");
        self.refuse(field, ProblemCode::ControlCharacter, reason);
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

    pub(super) fn refuse(&mut self, field: WorkflowField, code: ProblemCode, reason: String) {
        let column = self.mapping.column_of(field);
        self.problems.push(Problem {
            column: column.map(|column| column.position),
            header: column.map(|column| column.header.clone()),
            field: Some(field),
            code,
            reason,
        });
    }

    pub(super) fn note(&mut self, field: WorkflowField, code: NoteCode, text: String) {
        self.notes.push(Note { line: self.row.first_line, field, code, text });
    }
}

/// A day as ISO 8601 or as Germans write it.
pub(super) fn day(cell: &str) -> Option<NaiveDate> {
    // A workbook's day may carry the time of midnight or of the moment it was typed.
    let day = cell.split([' ', 'T']).next().unwrap_or(cell);
    ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(day, form).ok())
}

/// An item without its bullet; a minus sign is no bullet.
fn without_bullet(item: &str) -> &str {
    let item = item.trim();
    ["- ", "* ", "– ", "· "]
        .iter()
        .find_map(|bullet| item.strip_prefix(bullet))
        .unwrap_or(item)
        .trim()
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

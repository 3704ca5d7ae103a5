//! Lists of people: one a row, with contact, roles, team and the team's manager.

mod field;

use std::collections::BTreeMap;

use domain::refusal::NAME_LIMIT;

pub use field::PersonField;

use crate::Error;
use crate::map::{ColumnMap, Mapping, match_columns};
use crate::read::{FileFacts, ReadOptions, Row, TableFile};
use crate::words::{excerpt, sameness};

/// A person as a row tells of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonRow {
    /// The line the row starts on, from 1.
    pub line: u64,
    /// Name.
    pub name: String,
    /// Where to reach them.
    pub contact: Option<String>,
    /// Roles, as written.
    pub roles: Vec<String>,
    /// The team they belong to, as written.
    pub team: Option<String>,
    /// Who manages that team, as written.
    pub manager: Option<String>,
}

/// A row that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The line it starts on, from 1.
    pub line: u64,
    /// The column at fault, by its header.
    pub column: Option<String>,
    /// Why, as a stable code.
    pub code: &'static str,
    /// Why, in a sentence that says what to do.
    pub reason: String,
    /// What the row begins with, to recognise it by.
    pub row: String,
}

/// What a list of people holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// The people, in the file's order.
    pub people: Vec<PersonRow>,
    /// The rows that cannot be taken in.
    pub rejected: Vec<Rejected>,
    /// The file.
    pub file: FileFacts,
    /// Rows seen, the header and blank ones not counted.
    pub rows: u64,
    /// What became of every column.
    pub mapping: Mapping<PersonField>,
}

/// Reads a list of people from the bytes of a CSV or XLSX file. Pure: a dry run is this call and
/// nothing after it.
///
/// # Errors
/// Only for what concerns the whole file; see [`Error`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Roster, Error> {
    let file = TableFile::open(bytes, options)?;
    let facts = file.facts().clone();
    let sheet = file.sheet()?;
    let line = sheet.header().first_line;
    let header: Vec<String> = sheet.header().cells.iter().map(|c| c.trim().to_owned()).collect();
    let mapping = match_columns::<PersonField>(&header, &ColumnMap::default())?;
    if mapping.column_of(PersonField::Name).is_none() {
        return Err(Error::ColumnMissing { line, field: "name of the person", columns: header });
    }
    let (mut people, mut rejected, mut rows) = (Vec::new(), Vec::new(), 0);
    let mut named: BTreeMap<String, u64> = BTreeMap::new();
    for row in sheet.filter(|row| !row.is_blank()) {
        rows += 1;
        if rows > options.limits.rows {
            return Err(Error::TooManyRows { limit: options.limits.rows });
        }
        match person(&row, &mapping, &named) {
            Ok(person) => {
                named.insert(sameness(&person.name), person.line);
                people.push(person);
            }
            Err(row) => rejected.push(*row),
        }
    }
    if rows == 0 {
        return Err(Error::NoRows { line });
    }
    Ok(Roster { people, rejected, file: facts, rows, mapping })
}

fn person(
    row: &Row<'_>,
    mapping: &Mapping<PersonField>,
    named: &BTreeMap<String, u64>,
) -> Result<PersonRow, Box<Rejected>> {
    if let Some(fault) = &row.fault {
        return Err(reject(row, None, fault.code(), fault.to_string()));
    }
    let label = |field| label(row, mapping, field);
    let missing = || {
        let reason = "The row has no name. Write whom it is about.".to_owned();
        reject(row, header(mapping, PersonField::Name), "name-missing", reason)
    };
    let name = label(PersonField::Name)?.ok_or_else(missing)?;
    if let Some(line) = named.get(&sameness(&name)) {
        let reason = format!("Line {line} is about somebody of the same name. Keep one of them.");
        let column = header(mapping, PersonField::Name);
        return Err(reject(row, column, "name-twice", reason));
    }
    let roles = label(PersonField::Roles)?.unwrap_or_default();
    let roles = roles.split([';', '|', ',']).map(str::trim).filter(|role| !role.is_empty());
    Ok(PersonRow {
        line: row.first_line,
        name,
        contact: label(PersonField::Contact)?,
        roles: roles.map(str::to_owned).collect(),
        team: label(PersonField::Team)?,
        manager: label(PersonField::Manager)?,
    })
}

/// A short text on one line; none when the cell is empty or there is no such column.
fn label(
    row: &Row<'_>,
    mapping: &Mapping<PersonField>,
    field: PersonField,
) -> Result<Option<String>, Box<Rejected>> {
    let column = mapping.column_of(field);
    let cell = column.and_then(|column| row.cells.get(column.position - 1));
    let words: Vec<&str> = cell.map(|cell| cell.split_whitespace().collect()).unwrap_or_default();
    let one_line = words.join(" ");
    if one_line.is_empty() {
        return Ok(None);
    }
    let refused = |code, reason| reject(row, header(mapping, field), code, reason);
    if let Some(character) = NAME_LIMIT.unseen(&one_line) {
        let reason = format!(
            "It holds U+{:04X}, which does not show. Delete it and type the words again.",
            u32::from(character)
        );
        return Err(refused("unseen-character", reason));
    }
    let length = one_line.chars().count();
    if length > super::inventory::LABEL_LIMIT {
        let reason = format!(
            "“{}” is too long; at most {} characters fit.",
            excerpt(&one_line, 60),
            super::inventory::LABEL_LIMIT
        );
        return Err(refused("too-long", reason));
    }
    Ok(Some(one_line))
}

fn header(mapping: &Mapping<PersonField>, field: PersonField) -> Option<String> {
    mapping.column_of(field).map(|column| column.header.clone())
}

fn reject(
    row: &Row<'_>,
    column: Option<String>,
    code: &'static str,
    reason: String,
) -> Box<Rejected> {
    let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
    let row_words = first.map(|cell| excerpt(cell.trim(), 60)).unwrap_or_default();
    Box::new(Rejected { line: row.first_line, column, code, reason, row: row_words })
}

//! A RACI matrix out of a table: activities down, roles across, letters in cells.
//!
//! The first column holds the activities. A column headed “Accountable person” names who answers
//! where several hold the role. Every other head is a role, by whatever name the file gives it.

use domain::raci::Letters;

use crate::Error;
use crate::read::{FileFacts, ReadOptions, Row, TableFile};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaciFile {
    /// The file.
    pub file: FileFacts,
    /// The names of the roles, as the file writes them, in order.
    pub roles: Vec<String>,
    /// The activities, in order.
    pub rows: Vec<RaciRow>,
    /// Rows that could not be read.
    pub rejected: Vec<RejectedRow>,
    /// Rows seen, the head and blank ones not counted.
    pub seen: u64,
}

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaciRow {
    /// The line it starts on, from 1.
    pub line: u64,
    /// What is done.
    pub activity: String,
    /// The letters under each role, as many as there are roles.
    pub letters: Vec<Letters>,
    /// Who is named accountable.
    pub accountable: Option<String>,
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// The line it starts on, from 1.
    pub line: u64,
    /// The head of the column at fault, where one is.
    pub column: Option<String>,
    /// A stable code.
    pub code: &'static str,
    /// Why, in words.
    pub reason: String,
    /// Its first cell, to recognise it by.
    pub row: String,
}

/// Reads a matrix from CSV or XLSX.
///
/// # Errors
/// Those of [`TableFile::open`] and [`TableFile::sheet`]: a file without a table in it.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<RaciFile, Error> {
    let table = TableFile::open(bytes, options)?;
    let sheet = table.sheet()?;
    let heads: Vec<String> =
        sheet.header().cells.iter().map(|head| undone(head).to_owned()).collect();
    let person = heads.iter().skip(1).position(|head| is_person(head)).map(|place| place + 1);
    let roles = heads.iter().enumerate().skip(1).filter(|(place, _)| Some(*place) != person);
    let mut found = RaciFile {
        file: table.facts().clone(),
        roles: roles.map(|(_, head)| head.clone()).collect(),
        rows: Vec::new(),
        rejected: Vec::new(),
        seen: 0,
    };
    for row in sheet.filter(|row| !row.is_blank()) {
        found.seen += 1;
        match activity(&row, &heads, person) {
            Ok(read) => found.rows.push(read),
            Err(rejected) => found.rejected.push(rejected),
        }
    }
    Ok(found)
}

fn activity(
    row: &Row<'_>,
    heads: &[String],
    person: Option<usize>,
) -> Result<RaciRow, RejectedRow> {
    let line = row.first_line;
    let first = row.cells.first().map(|cell| undone(cell).to_owned()).unwrap_or_default();
    let rejected = |column: Option<&String>, code, reason: String| RejectedRow {
        line,
        column: column.cloned(),
        code,
        reason,
        row: first.clone(),
    };
    if let Some(fault) = &row.fault {
        return Err(rejected(None, fault.code(), fault.to_string()));
    }
    if first.is_empty() {
        let reason = "it names no activity".to_owned();
        return Err(rejected(heads.first(), "no-activity", reason));
    }
    let mut letters = Vec::new();
    for (place, head) in heads.iter().enumerate().skip(1).filter(|(at, _)| Some(*at) != person) {
        let cell = row.cells.get(place).map(|cell| undone(cell)).unwrap_or_default();
        // A lone dash says the same as an empty cell.
        let cell = if matches!(cell, "-" | "–" | "—") { "" } else { cell };
        let read: Letters = cell.parse().map_err(|wrong: domain::raci::NotLetters| {
            rejected(Some(head), "no-letters", format!("under {head}: {wrong}"))
        })?;
        letters.push(read);
    }
    let named = person.and_then(|place| row.cells.get(place)).map(|cell| undone(cell));
    let accountable = named.filter(|name| !name.is_empty()).map(str::to_owned);
    Ok(RaciRow { line, activity: first, letters, accountable })
}

fn is_person(head: &str) -> bool {
    matches!(head.to_lowercase().as_str(), "accountable person" | "accountable" | "owner")
}

/// The cell without the white space around it and the apostrophe that keeps a spreadsheet from
/// taking it for a formula.
fn undone(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_by_role_and_what_is_none_is_named_by_line_and_column() {
        let text = "Activity;RevOps;Legal;Accountable person\nPolicy;R/A;c;Maren\n\nPrices;X;;\n;R;A;\nScores;-;ra\n";
        let read = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(read.roles, ["RevOps", "Legal"], "the named person is no role");
        let rows: Vec<(&str, Vec<String>)> = read
            .rows
            .iter()
            .map(|row| {
                (row.activity.as_str(), row.letters.iter().map(ToString::to_string).collect())
            })
            .collect();
        assert_eq!(rows, [("Policy", vec!["RA".to_owned(), "C".to_owned()])], "the good row");
        assert_eq!(read.rows[0].accountable.as_deref(), Some("Maren"), "and who is named");
        let rejected: Vec<(u64, &str)> =
            read.rejected.iter().map(|row| (row.line, row.code)).collect();
        assert_eq!(rejected[0], (4, "no-letters"), "by line and code");
        assert_eq!(rejected[1], (5, "no-activity"), "each on its own");
        assert_eq!(read.seen, 4, "none of them vanishes");
    }
}

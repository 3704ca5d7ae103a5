//! Holidays in a table.

use super::{Found, SHOWN, day};
use crate::Error;
use crate::read::{Row, Sheet};
use crate::words::{excerpt, plain};

/// Plain words people write over the column of days, and over that of names.
const DAYS: &[&str] = &["date", "day", "holiday date", "when", "datum", "tag", "fecha"];
const NAMES: &[&str] = &[
    "name",
    "holiday",
    "holiday name",
    "title",
    "summary",
    "description",
    "event",
    "feiertag",
    "bezeichnung",
    "nombre",
];

pub(super) fn read(sheet: Sheet<'_>, limit: u64, found: &mut Found) -> Result<(), Error> {
    let head = sheet.header().clone();
    let columns = Columns::of(&head)?;
    // A table without a head begins with a holiday.
    let first = columns.headless.then_some(head).into_iter();
    for row in first.chain(sheet).filter(|row| !row.is_blank()) {
        found.rows += 1;
        if found.rows > limit {
            return Err(Error::TooManyRows { limit });
        }
        columns.take(&row, found);
    }
    match found.rows {
        0 => Err(Error::NoRows { line: 1 }),
        _ => Ok(()),
    }
}

/// Where the day and the name stand.
struct Columns {
    day: usize,
    name: usize,
    headless: bool,
}

impl Columns {
    fn of(head: &Row<'_>) -> Result<Self, Error> {
        let cells: Vec<&str> = head.cells.iter().map(|cell| cell.trim()).collect();
        let called = |words: &[&str]| {
            words.iter().find_map(|word| cells.iter().position(|cell| plain(cell) == *word))
        };
        if let Some((day, name)) = called(DAYS).zip(called(NAMES)) {
            return Ok(Self { day, name, headless: false });
        }
        let day = cells.iter().position(|cell| day(cell).is_some());
        let name =
            cells.iter().enumerate().position(|(at, cell)| Some(at) != day && !cell.is_empty());
        if let Some((day, name)) = day.zip(name) {
            return Ok(Self { day, name, headless: true });
        }
        let field = if called(DAYS).is_some() { "holiday’s name" } else { "date" };
        let columns = cells.into_iter().map(str::to_owned).collect();
        Err(Error::ColumnMissing { line: head.first_line, field, columns })
    }

    fn take(&self, row: &Row<'_>, found: &mut Found) {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
        let (line, written, name) = (row.first_line, cell(self.day), cell(self.name));
        let shown = if name.is_empty() { written } else { name };
        if let Some(fault) = &row.fault {
            return found.reject(line, fault.code(), fault.to_string(), shown);
        }
        match day(written) {
            None => {
                let written = excerpt(written, SHOWN);
                let reason = format!("“{written}” is not a day; write one like 2026-12-25.");
                found.reject(line, "not-a-day", reason, shown);
            }
            Some(_) if name.is_empty() => {
                found.reject(line, "name-missing", "The holiday has no name; give it one.", shown);
            }
            Some(date) => found.keep(line, date, name),
        }
    }
}

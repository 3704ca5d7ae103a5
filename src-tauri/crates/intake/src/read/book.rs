//! A spreadsheet to rows: its sheets, its cells as text, merged cells, dates and formulas.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek};

use calamine::{
    CellErrorType, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx,
};
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::text_file::hex;
use super::{FileFacts, Limits, ReadOptions, Row, RowFault, Sheet};
use crate::Error;
use crate::words::excerpt;

/// Rows looked at for a title above the header.
const TITLE_ROWS: usize = 10;
/// Kept of a cell that is over the limit, in characters.
const KEPT_OF_LONG_CELL: usize = 2_000;

/// A workbook in the XLSX format.
#[derive(Debug, Clone)]
pub struct Book {
    facts: FileFacts,
    sheets: Vec<(String, Vec<Row<'static>>)>,
    wanted: Option<String>,
}

impl Book {
    /// Reads a workbook: the values of its visible sheets, formulas by what they last came to.
    ///
    /// # Errors
    /// [`Error::TooLarge`] before and [`Error::Inflates`] while it is unpacked;
    /// [`Error::BookUnreadable`]; [`Error::TooManyRows`]; [`Error::Empty`].
    pub fn open(bytes: &[u8], options: &ReadOptions) -> Result<Self, Error> {
        let size = bytes.len() as u64;
        let limits = options.limits;
        if size > limits.file_bytes {
            return Err(Error::TooLarge { bytes: size, limit: limits.file_bytes });
        }
        must_not_inflate(bytes, limits.inflated_bytes)?;
        // The reader counts without checking in places; what it stumbles over is a damaged file.
        let read = std::panic::catch_unwind(|| visible_sheets(bytes, limits));
        let sheets = read.unwrap_or_else(|_| Err(unreadable("its parts contradict each other")))?;
        if sheets.is_empty() {
            return Err(Error::Empty);
        }
        let facts = FileFacts {
            sha256: hex(&Sha256::digest(bytes)),
            bytes: size,
            encoding: "XLSX",
            byte_order_mark: false,
            damaged: false,
        };
        Ok(Book { facts, sheets, wanted: options.sheet.clone() })
    }

    /// What the file is.
    pub fn facts(&self) -> &FileFacts {
        &self.facts
    }

    /// The sheets that hold anything, by name.
    pub fn sheets(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The sheet asked for, or the only one there is.
    ///
    /// # Errors
    /// [`Error::WhichSheet`] where several hold something and none, or one that is not there, was
    /// asked for; [`Error::Empty`]; [`Error::BrokenHeader`].
    pub fn sheet(&self) -> Result<Sheet<'_>, Error> {
        let found = match (&self.wanted, self.sheets.as_slice()) {
            (None, [only]) => Some(only),
            (None, _) => None,
            (Some(wanted), all) => all.iter().find(|(name, _)| name == wanted),
        };
        let sheets = || self.sheets().into_iter().map(str::to_owned).collect();
        let (_, rows) = found.ok_or_else(|| Error::WhichSheet { sheets: sheets() })?;
        Sheet::of_rows(without_title(rows).to_vec())
    }
}

/// The visible sheets that hold anything, by name, with their rows.
fn visible_sheets(bytes: &[u8], limits: Limits) -> Result<Vec<(String, Vec<Row<'static>>)>, Error> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let named: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut sheets = Vec::new();
    for name in named {
        let rows = rows(&mut book, &name, limits)?;
        if !rows.is_empty() {
            sheets.push((name, rows));
        }
    }
    Ok(sheets)
}

/// Whether the bytes are a ZIP that holds a workbook, judged by the parts it names.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && zip::ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name("xl/workbook.xml").is_some())
}

/// Unpacks every part into nothing, and stops at the limit: what a part says of its own size is
/// only a claim.
fn must_not_inflate(bytes: &[u8], limit: u64) -> Result<(), Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable)?;
        if part.size() > left {
            return Err(Error::Inflates { limit });
        }
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(unreadable)?;
        left = left.checked_sub(unpacked).ok_or(Error::Inflates { limit })?;
    }
    Ok(())
}

/// The rows of a sheet that hold anything, by their numbers in the sheet.
///
/// Cells are read one by one: two cells at far corners make a table of many millions, which the
/// reader's own table would hold in memory.
fn rows<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    name: &str,
    limits: Limits,
) -> Result<Vec<Row<'static>>, Error> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(unreadable)?;
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut found = Grid::default();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        found.take(cell.pos, &cell.value, cell.formula.is_some(), limits);
        if found.rows.len() as u64 > limits.rows + TITLE_ROWS as u64 {
            return Err(Error::TooManyRows { limit: limits.rows });
        }
    }
    drop(cells);
    per_cents(book, name, &mut found)?;
    found.fill(&merged);
    Ok(found.into_rows())
}

/// Writes the numbers that a sheet shows in per cent as it shows them: a cell that holds 0.12 and
/// reads 12 % means 12 %.
fn per_cents<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    name: &str,
    found: &mut Grid,
) -> Result<(), Error> {
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let shown: Vec<bool> = cells.styles().iter().map(shows_per_cent).collect();
    if !shown.contains(&true) {
        return Ok(());
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(unreadable)? {
        if shown.get(style) == Some(&true) {
            found.in_per_cent((row, column));
        }
    }
    Ok(())
}

/// Whether a number format multiplies by a hundred: a percent sign that stands for itself does not.
fn shows_per_cent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let mut letters = format.format_code.chars();
    let mut in_quotes = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => in_quotes = !in_quotes,
            '\\' | '_' | '*' if !in_quotes => {
                letters.next();
            }
            '%' if !in_quotes => return true,
            _ => {}
        }
    }
    false
}

/// Cells by row and column, from 0, and what is wrong with a row.
#[derive(Default)]
struct Grid {
    rows: BTreeMap<u32, BTreeMap<usize, String>>,
    faults: BTreeMap<u32, RowFault>,
    /// The cells that hold a number, by row and column.
    numbers: BTreeSet<(u32, u32)>,
}

impl Grid {
    fn take(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        formula: bool,
        limits: Limits,
    ) {
        let line = u64::from(row) + 1;
        let place = column as usize + 1;
        let fault = if let DataRef::Error(error) = value
            && *error != CellErrorType::NA
        {
            Some(RowFault::CellError { column: place, line, error: error.to_string() })
        } else if formula && matches!(value, DataRef::Empty) {
            Some(RowFault::FormulaWithoutValue { column: place, line })
        } else {
            None
        };
        let text = written(value);
        if text.trim().is_empty() && fault.is_none() {
            return;
        }
        let cells = self.rows.entry(row).or_default();
        if place > limits.columns {
            let fault = RowFault::TooManyCells { found: place, expected: limits.columns };
            self.faults.entry(row).or_insert(fault);
            return;
        }
        let (bytes, limit) = (text.len(), limits.cell_bytes);
        if bytes > limit {
            let fault = RowFault::CellTooLong { column: place, line, bytes, limit };
            self.faults.entry(row).or_insert(fault);
            cells.insert(place - 1, excerpt(&text, KEPT_OF_LONG_CELL));
            return;
        }
        cells.insert(place - 1, text);
        if matches!(value, DataRef::Int(_) | DataRef::Float(_)) {
            self.numbers.insert((row, column));
        }
        if let Some(fault) = fault {
            self.faults.entry(row).or_insert(fault);
        }
    }

    /// Writes the number of a cell, if it holds one, a hundred times as large with its sign.
    fn in_per_cent(&mut self, (row, column): (u32, u32)) {
        if !self.numbers.contains(&(row, column)) {
            return;
        }
        let cell = self.rows.get_mut(&row).and_then(|cells| cells.get_mut(&(column as usize)));
        let Some(cell) = cell else { return };
        // Exact where it can be: 0.07 as a binary fraction times 100 is not 7. Fifteen figures are
        // what a spreadsheet keeps.
        let exact = cell.parse::<Decimal>().ok().and_then(|n| n.checked_mul(Decimal::ONE_HUNDRED));
        if let Some(per_cent) = exact.and_then(|n| n.round_sf(15)) {
            *cell = format!("{} %", per_cent.normalize());
        }
    }

    /// A cell merged over several rows says the same for each of them; over several columns it
    /// stands in the first, as it is drawn.
    fn fill(&mut self, merged: &[Dimensions]) {
        for area in merged {
            let column = area.start.1 as usize;
            let text = self.rows.get(&area.start.0).and_then(|cells| cells.get(&column)).cloned();
            let Some(text) = text.filter(|_| area.end.0 > area.start.0) else { continue };
            for (_, cells) in self.rows.range_mut(area.start.0..=area.end.0) {
                cells.entry(column).or_insert_with(|| text.clone());
            }
        }
    }

    fn into_rows(mut self) -> Vec<Row<'static>> {
        let widest = self.rows.values().filter_map(|cells| cells.keys().last()).max();
        let width = widest.map_or(0, |last| last + 1);
        let filled: BTreeSet<u32> = self.rows.keys().copied().collect();
        filled
            .into_iter()
            .map(|number| {
                let mut cells = self.rows.remove(&number).unwrap_or_default();
                let line = u64::from(number) + 1;
                Row {
                    first_line: line,
                    last_line: line,
                    cells: (0..width)
                        .map(|column| Cow::Owned(cells.remove(&column).unwrap_or_default()))
                        .collect(),
                    fault: self.faults.remove(&number),
                }
            })
            .filter(|row| !row.is_blank())
            .collect()
    }
}

/// The rows from the header on: a title above a table stands alone in its row.
fn without_title<'r>(rows: &'r [Row<'static>]) -> &'r [Row<'static>] {
    let filled = |row: &Row<'_>| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let header = rows.iter().take(TITLE_ROWS).position(|row| filled(row) > 1).unwrap_or(0);
    rows.get(header..).unwrap_or_default()
}

/// A cell's value as a person would type it: whole numbers without a decimal point, days and
/// times as ISO 8601 writes them.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(moment) => date_and_time(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn date_and_time(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    // A time of day alone lies below the first day there is.
    let timed = moment.as_f64() < 1.0 || moment.is_duration();
    match (timed, (hour, minute, second)) {
        (true, (_, _, 0)) => format!("{hour:02}:{minute:02}"),
        (true, _) => format!("{hour:02}:{minute:02}:{second:02}"),
        (false, (0, 0, 0)) => date,
        (false, _) => format!("{date} {hour:02}:{minute:02}"),
    }
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::BookUnreadable { detail: excerpt(&error.to_string(), 200) }
}

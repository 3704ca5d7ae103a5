//! Action logs: what other systems recorded of what AI did, a row an action, of any length.

mod accept;
mod field;
mod kinds;
mod preset;
pub(crate) mod when;

use std::collections::BTreeMap;
use std::io::Read;

use chrono_tz::Tz;
use domain::batch::{Completeness, Field, Treatment};
use domain::workflow::ActionKind;
use serde::Serialize;

pub use accept::{People, Secrets};
pub use kinds::{KindWord, KindsSeen, MOST_KINDS};
pub use preset::columns as preset_columns;
pub use when::{DayOrder, Evidence};

use crate::Error;
use crate::map::{Column, ColumnMap, Mapping, match_columns};
use crate::read::{
    Book, Delimiter, FileFacts, Holds, JsonLines, Limits, ReadOptions, Row, Stream, Survey,
};
use accept::Accept;

/// How to read an action log; what is not set is found out.
#[derive(Debug, Clone)]
pub struct Options {
    /// Encoding, delimiter, sheet, limits.
    pub reading: ReadOptions,
    /// Which column fills which field, where the guess is not to be trusted.
    pub columns: ColumnMap,
    /// What becomes of a field's cells, where it is not what usually does.
    pub treatments: BTreeMap<Field, Treatment>,
    /// The kind that each word of the action column is read as, where the guess is not to be trusted;
    /// none leaves the word as it stands. Only an action that is kept is read at all.
    pub kinds: BTreeMap<String, Option<ActionKind>>,
    /// The zone of times that name none, and of the days that are counted.
    pub zone: Tz,
    /// Whether days come before months in dates like 03/04/2026.
    pub order: Option<DayOrder>,
    /// What hides cells that are not kept as they are.
    pub secrets: Secrets,
    /// The people that cells may name.
    pub people: People,
}

/// Limits of an action log: any length a disk holds, row by row within what other files may have.
pub const LIMITS: Limits = Limits {
    file_bytes: 64 << 30,
    inflated_bytes: 64 << 20,
    rows: 1 << 31,
    columns: 1_000,
    cell_bytes: 1 << 20,
};

/// What became of a row.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken<'a> {
    /// An AI action.
    Action {
        /// As its hash covers it: one line of canonical JSON, the line of the file first.
        row: &'a [u8],
    },
    /// A row that is left out.
    Rejected {
        /// The same of a rejected row: its line, a code, and the reason.
        row: &'a [u8],
        /// What is wrong.
        rejected: &'a Rejected,
    },
}

/// A row that was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Physical line it starts on, from 1.
    pub line: u64,
    /// Header of the column at fault, where one is.
    pub column: Option<String>,
    /// Stable code.
    pub code: &'static str,
    /// Why, as a sentence that says what to do.
    pub reason: String,
    /// The beginning of the row, to recognise it by.
    pub row: String,
}

/// What an action log came to.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What the file is.
    pub file: FileFacts,
    /// The sheets of a workbook that hold anything.
    pub sheets: Vec<String>,
    /// What parts its cells; none in a workbook.
    pub delimiter: Option<Delimiter>,
    /// Each column and what became of it.
    pub mapping: Mapping<Field>,
    /// Rows under the header, blank ones not counted.
    pub rows: u64,
    /// Rows taken in.
    pub accepted: u64,
    /// Rows left out.
    pub rejected: u64,
    /// How many of those were there already, word for word.
    pub duplicates: u64,
    /// What time the rows cover.
    pub completeness: Completeness,
    /// What its dates say of the order of their parts.
    pub evidence: Evidence,
    /// The first rows as they stand in the file.
    pub examples: Vec<Vec<String>>,
    /// Names that are nobody's, each with how often it stands there; the first hundred.
    pub strangers: BTreeMap<String, u64>,
    /// What its rows did.
    pub kinds: KindsSeen,
}

/// The columns of a log, in order, as the rows hold their cells: field, header and treatment.
pub fn columns(mapping: &Mapping<Field>, options: &Options) -> Vec<(Field, String, Treatment)> {
    let used = used(mapping, options).into_iter();
    used.map(|(column, field, treatment)| (field, column.header.clone(), treatment)).collect()
}

/// The columns that are taken in, in order: each with its field and what becomes of its cells.
fn used<'m>(
    mapping: &'m Mapping<Field>,
    options: &Options,
) -> Vec<(&'m Column<Field>, Field, Treatment)> {
    let used = mapping.columns.iter().filter_map(|column| {
        let field = column.field()?;
        let treatment = options.treatment(field);
        (treatment != Treatment::Drop).then_some((column, field, treatment))
    });
    used.collect()
}

impl Options {
    /// What becomes of a field's cells. A time is always kept: without it nothing can be tested.
    pub fn treatment(&self, field: Field) -> Treatment {
        if field == Field::Time {
            return Treatment::Keep;
        }
        self.treatments.get(&field).copied().unwrap_or(field.usual_treatment())
    }
}

/// Reads an action log that was surveyed, row by row; `open` gives the bytes from their beginning.
/// Each row goes to `take` with how many bytes of the file were read by then. Pure: a dry run is this
/// call with a `take` that forgets.
///
/// # Errors
/// What concerns the whole file or the column map, as [`Error`] says it, and those of `take`;
/// [`Error::Changed`] when the bytes are not those that were surveyed.
pub fn read<R: Read, E: From<Error>>(
    open: impl Fn() -> std::io::Result<R>,
    survey: &Survey,
    options: &Options,
    mut take: impl FnMut(Taken<'_>, u64) -> Result<(), E>,
) -> Result<Outcome, E> {
    let again = || open().map_err(Error::broken);
    match survey.holds {
        Holds::Text { encoding, mark } => {
            let mut stream = Stream::open(again()?, survey, &options.reading)?;
            let delimiter = Some(stream.delimiter());
            let header = stream.header().clone();
            let mut accept = Accept::new(mapping(&header, options)?, options);
            stream.each(|row, bytes| accept.row(&row, bytes, &mut take))?;
            let file = facts(survey, encoding.name(), mark > 0, stream.damaged());
            Ok(accept.outcome(file, Vec::new(), delimiter))
        }
        Holds::Book => {
            let book = book(again()?, survey, &options.reading)?;
            let sheet = book.sheet()?;
            let header = sheet.header().clone();
            let mut accept = Accept::new(mapping(&header, options)?, options);
            for row in sheet {
                accept.row(&row, survey.bytes, &mut take)?;
            }
            let sheets = book.sheets().into_iter().map(str::to_owned).collect();
            Ok(accept.outcome(facts(survey, "XLSX", false, false), sheets, None))
        }
        Holds::JsonLines => {
            let mut lines = JsonLines::open(again, survey, &options.reading)?;
            let header = lines.header().clone();
            let mut accept = Accept::new(mapping(&header, options)?, options);
            lines.each(|row, bytes| accept.row(&row, bytes, &mut take))?;
            Ok(accept.outcome(facts(survey, "JSON Lines", false, false), Vec::new(), None))
        }
    }
}

/// The heads of an action log that was surveyed, without reading its rows.
///
/// # Errors
/// Those of [`read`] that concern the header.
pub fn heads<R: Read>(
    open: impl Fn() -> std::io::Result<R>,
    survey: &Survey,
    reading: &ReadOptions,
) -> Result<Vec<String>, Error> {
    let again = || open().map_err(Error::broken);
    let header = match survey.holds {
        Holds::Text { .. } => Stream::open(again()?, survey, reading)?.header().clone(),
        Holds::Book => {
            let book = book(again()?, survey, reading)?;
            book.sheet()?.header().clone().into_owned()
        }
        Holds::JsonLines => JsonLines::open(again, survey, reading)?.header().clone(),
    };
    Ok(header.cells.iter().map(|cell| cell.trim().to_owned()).collect())
}

fn book(source: impl Read, survey: &Survey, reading: &ReadOptions) -> Result<Book, Error> {
    let mut bytes = Vec::new();
    let limit = reading.limits.inflated_bytes;
    source.take(limit + 1).read_to_end(&mut bytes).map_err(Error::broken)?;
    let limits = Limits { file_bytes: limit, ..reading.limits };
    let book = Book::open(&bytes, &ReadOptions { limits, ..reading.clone() })?;
    if book.facts().sha256 == survey.sha256 { Ok(book) } else { Err(Error::Changed) }
}

fn facts(
    survey: &Survey,
    encoding: &'static str,
    byte_order_mark: bool,
    damaged: bool,
) -> FileFacts {
    let (sha256, bytes) = (survey.sha256.clone(), survey.bytes);
    FileFacts { sha256, bytes, encoding, byte_order_mark, damaged }
}

fn mapping(header: &Row<'_>, options: &Options) -> Result<Mapping<Field>, Error> {
    let heads: Vec<String> = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let mapping = match_columns(&heads, &options.columns)?;
    match mapping.column_of(Field::Time) {
        Some(_) => Ok(mapping),
        None => Err(Error::ColumnMissing {
            line: header.first_line,
            field: "time of the action",
            columns: heads,
        }),
    }
}

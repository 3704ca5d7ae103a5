//! Why a whole file cannot be taken in.

use crate::read::{Foreign, RowFault};

/// A file, or a column map, that cannot be used at all. Troubles of single rows are not errors:
/// they come back as rejected rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No bytes, or nothing but blank lines.
    #[error("The file is empty. Export the table again, with its header row.")]
    Empty,
    /// More bytes than the limit.
    #[error("The file has {bytes} bytes; the limit is {limit}. Split it into smaller files.")]
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A workbook that holds more than the limit once it is unpacked.
    #[error(
        "The workbook unpacks to more than {limit} bytes. Save the one sheet that is wanted as CSV."
    )]
    Inflates {
        /// The limit in bytes.
        limit: u64,
    },
    /// A workbook whose parts do not fit together.
    #[error(
        "The workbook cannot be read ({detail}). Open it in the spreadsheet program and save it again."
    )]
    BookUnreadable {
        /// What the reader says.
        detail: String,
    },
    /// Several sheets of the workbook hold something.
    #[error("The workbook has several sheets: {}. Say which one is meant.", listed(sheets))]
    WhichSheet {
        /// The sheets that hold something, by name.
        sheets: Vec<String>,
    },
    /// The content is a known format other than delimited text.
    #[error("The file is {what}, not CSV or XLSX, whatever its name says. {}", what.advice())]
    NotDelimitedText {
        /// What the content is.
        what: Foreign,
    },
    /// Reading stopped in the middle.
    #[error(
        "The file cannot be read to its end ({detail}). Copy it to this machine and try again."
    )]
    Broken {
        /// What the system says.
        detail: String,
    },
    /// The bytes are no longer those that were looked at.
    #[error("The file has changed while it was read. Choose it again once it is written whole.")]
    Changed,
    /// An encoding was asked for that does not exist.
    #[error(
        "“{label}” names no known encoding. Leave it out, or write for example utf-8, utf-16le, windows-1252 or shift_jis."
    )]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
    /// The header row itself is broken.
    #[error("The header on line {line} cannot be read: {fault}")]
    BrokenHeader {
        /// Physical line of the header, from 1.
        line: u64,
        /// What is wrong with it.
        fault: RowFault,
    },
    /// A header and nothing under it.
    #[error("The file has a header on line {line}, but no row under it.")]
    NoRows {
        /// Physical line of the header, from 1.
        line: u64,
    },
    /// A calendar file without an event.
    #[error("The calendar holds no event. Export it again, with its holidays.")]
    NoEvents,
    /// More rows than the limit.
    #[error("The file has more than {limit} rows. Split it into smaller files.")]
    TooManyRows {
        /// The limit in rows.
        limit: u64,
    },
    /// More columns than the limit.
    #[error("The file has more than {limit} columns. Export it again with those that are needed.")]
    TooManyColumns {
        /// The limit in columns.
        limit: usize,
    },
    /// The one column without which nothing can be imported was not found.
    #[error(
        "No column of the header on line {line} holds the {field}. Columns found: {}. Rename one, or map it with a column map.",
        listed(columns)
    )]
    ColumnMissing {
        /// Physical line of the header, from 1.
        line: u64,
        /// The field that needs a column.
        field: &'static str,
        /// The headers found, in order.
        columns: Vec<String>,
    },
    /// The column map is no JSON object of column to field.
    #[error(
        "The column map cannot be read at line {line}, column {column}: {detail}. It must be a JSON object such as {{\"Tool\": \"product\", \"Remarks\": null}}."
    )]
    MapUnreadable {
        /// Line in the map file, from 1.
        line: usize,
        /// Column in the map file, from 1.
        column: usize,
        /// What the JSON reader says.
        detail: String,
    },
    /// The column map speaks of a column the file does not have.
    #[error(
        "The column map names the column “{column}”, which the file lacks. Columns found: {}.",
        listed(columns)
    )]
    MapUnknownColumn {
        /// The column as the map names it.
        column: String,
        /// The headers found, in order.
        columns: Vec<String>,
    },
    /// The column map speaks of a field that does not exist.
    #[error("The column map sends “{column}” to “{field}”, which is no field. Fields: {}.", fields.join(", "))]
    MapUnknownField {
        /// The column as the map names it.
        column: String,
        /// The field as the map names it.
        field: String,
        /// The fields there are.
        fields: Vec<&'static str>,
    },
    /// The column map sends two columns to one field.
    #[error("The column map sends both “{first}” and “{second}” to {field}. Choose one.")]
    MapFieldTwice {
        /// The field.
        field: &'static str,
        /// The column named first.
        first: String,
        /// The column named second.
        second: String,
    },
    /// The column map names one column under two names.
    #[error(
        "The column map names column {position} twice, as “{first}” and as “{second}”. Keep one."
    )]
    MapColumnTwice {
        /// The column, from 1.
        position: usize,
        /// Its name where it stands first.
        first: String,
        /// Its name where it stands again.
        second: String,
    },
    /// The column map names a header that stands over several columns.
    #[error("The header “{column}” stands over columns {}. Name one of them by its number, for example “#{}”.", numbers(positions), positions.first().copied().unwrap_or(1))]
    MapColumnUnclear {
        /// The column as the map names it.
        column: String,
        /// The columns under that header, from 1.
        positions: Vec<usize>,
    },
    /// The rejected rows could not be written as CSV.
    #[error("The rejected rows could not be written as CSV: {detail}")]
    NotWritten {
        /// What the writer says.
        detail: String,
    },
}

impl Error {
    /// What the system says of a file that it stopped reading.
    pub fn broken(error: std::io::Error) -> Self {
        Self::Broken { detail: error.to_string() }
    }

    /// The stable code of this error, for the boundary and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Empty => "intake.empty",
            Error::TooLarge { .. } => "intake.too-large",
            Error::Inflates { .. } => "intake.inflates",
            Error::BookUnreadable { .. } => "intake.book-unreadable",
            Error::WhichSheet { .. } => "intake.which-sheet",
            Error::NotDelimitedText { .. } => "intake.not-delimited-text",
            Error::Broken { .. } => "intake.broken",
            Error::Changed => "intake.changed",
            Error::UnknownEncoding { .. } => "intake.unknown-encoding",
            Error::BrokenHeader { .. } => "intake.broken-header",
            Error::NoRows { .. } => "intake.no-rows",
            Error::NoEvents => "intake.no-events",
            Error::TooManyRows { .. } => "intake.too-many-rows",
            Error::TooManyColumns { .. } => "intake.too-many-columns",
            Error::ColumnMissing { .. } => "intake.column-missing",
            Error::MapUnreadable { .. } => "intake.map-unreadable",
            Error::MapUnknownColumn { .. } => "intake.map-unknown-column",
            Error::MapUnknownField { .. } => "intake.map-unknown-field",
            Error::MapFieldTwice { .. } => "intake.map-field-twice",
            Error::MapColumnTwice { .. } => "intake.map-column-twice",
            Error::MapColumnUnclear { .. } => "intake.map-column-unclear",
            Error::NotWritten { .. } => "intake.not-written",
        }
    }
}

fn listed(columns: &[String]) -> String {
    const SHOWN: usize = 40;
    let mut names: Vec<String> =
        columns.iter().take(SHOWN).map(|name| crate::words::excerpt(name, 60)).collect();
    if columns.len() > SHOWN {
        names.push(format!("and {} more", columns.len() - SHOWN));
    }
    names.join(", ")
}

fn numbers(positions: &[usize]) -> String {
    positions.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

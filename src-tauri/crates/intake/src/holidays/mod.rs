//! Holidays: from a calendar file (.ics), or from a table with a day and a name in each row.

mod calendar;
mod day;
mod table;

use chrono::NaiveDate;

pub use day::day;

use crate::Error;
use crate::read::{FileFacts, ReadOptions, TableFile};

/// Characters of what was written that a sentence shows.
const SHOWN: usize = 60;

/// Holidays as read: every event or row is among the days or rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// The days, in file order; an event of several days gives each of them.
    pub days: Vec<Holiday>,
    /// What is not taken in, in file order.
    pub rejected: Vec<Rejected>,
    /// What the file is.
    pub file: FileFacts,
    /// Whether it is a calendar file.
    pub calendar: bool,
    /// Events, or rows that are not blank.
    pub rows: u64,
}

/// A day nobody works, as a file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Physical line on which its event or row starts, from 1.
    pub line: u64,
    /// The day.
    pub date: NaiveDate,
    /// What it is called.
    pub name: String,
}

/// An event or a row that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Physical line on which it starts, from 1.
    pub line: u64,
    /// Stable code.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub reason: String,
    /// What it is called, or what stands in its first cell.
    pub row: String,
}

/// Reads holidays from the bytes of a calendar file, a CSV or an XLSX file. Pure: a dry run is this
/// call and nothing after it. What repeats for ever is read up to the day `until`.
///
/// # Errors
/// Only for what concerns the whole file; see [`Error`].
pub fn read(bytes: &[u8], options: &ReadOptions, until: NaiveDate) -> Result<Holidays, Error> {
    let file = TableFile::open(bytes, options)?;
    let mut found = Found::default();
    let calendar = match &file {
        TableFile::Text(text) if calendar::is_calendar(text.text()) => {
            calendar::read(text.text(), until, options.limits.rows, &mut found)?;
            true
        }
        TableFile::Text(_) | TableFile::Book(_) => {
            table::read(file.sheet()?, options.limits.rows, &mut found)?;
            false
        }
    };
    let Found { days, rejected, rows } = found;
    Ok(Holidays { days, rejected, file: file.facts().clone(), calendar, rows })
}

/// What was found so far.
#[derive(Default)]
struct Found {
    days: Vec<Holiday>,
    rejected: Vec<Rejected>,
    rows: u64,
}

impl Found {
    fn keep(&mut self, line: u64, date: NaiveDate, name: &str) {
        self.days.push(Holiday { line, date, name: name.trim().to_owned() });
    }

    fn reject(&mut self, line: u64, code: &'static str, reason: impl Into<String>, row: &str) {
        let (reason, row) = (reason.into(), crate::words::excerpt(row.trim(), SHOWN));
        self.rejected.push(Rejected { line, code, reason, row });
    }
}

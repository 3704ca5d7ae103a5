//! What was to be done by when, and when it was: a row each of reference, due, done.

use chrono_tz::Tz;
use domain::Moment;
use domain::service_level::Promised;
use serde::Serialize;

use crate::Error;
use crate::action_log::when::{DayOrder, Evidence, Read, Times};
use crate::map::{ColumnMap, Field, match_columns};
use crate::read::{FileFacts, ReadOptions, Row, TableFile};
use crate::words::excerpt;

/// Characters of a cell that a sentence shows.
const SHOWN: usize = 60;

/// A column of such a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseField {
    /// What it is called.
    Reference,
    /// By when it was to be done.
    Due,
    /// When it was done.
    Done,
}

impl Field for PromiseField {
    const ALL: &'static [Self] = &[Self::Reference, Self::Due, Self::Done];

    fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Due => "due",
            Self::Done => "done",
        }
    }

    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &[
                "reference",
                "ref",
                "id",
                "record",
                "meeting",
                "call",
                "note",
                "dossier",
                "step",
                "task",
                "name",
                "ticket",
            ],
            Self::Due => {
                &["due", "due at", "due by", "deadline", "by", "promised", "expected", "due date"]
            }
            Self::Done => &[
                "done",
                "done at",
                "completed",
                "completed at",
                "finished",
                "delivered",
                "sent",
                "sent at",
                "closed",
                "actual",
                "done date",
            ],
        }
    }
}

/// A row that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Physical line on which the row starts, from 1.
    pub line: u64,
    /// The column at fault, where one is.
    pub column: Option<String>,
    /// Stable code.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub reason: String,
    /// Its first cell.
    pub first: String,
}

/// What a table says was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promises {
    /// Each, in file order.
    pub promised: Vec<Promised>,
    /// What is not taken in, in file order.
    pub rejected: Vec<Rejected>,
    /// What the file is.
    pub file: FileFacts,
}

/// Reads what was promised from the bytes of a CSV or XLSX file; times that name no zone are of
/// `zone`, and dates like 03/04/2026 are read as the other dates of the file tell.
///
/// # Errors
/// Only for what concerns the whole file; see [`Error`].
pub fn read(bytes: &[u8], options: &ReadOptions, zone: Tz) -> Result<Promises, Error> {
    let file = TableFile::open(bytes, options)?;
    let sheet = file.sheet()?;
    let line = sheet.header().first_line;
    let header: Vec<String> = sheet.header().cells.iter().map(|c| c.trim().to_owned()).collect();
    let mapping = match_columns::<PromiseField>(&header, &ColumnMap::default())?;
    let place = |field| mapping.column_of(field).map(|column| column.position - 1);
    let missing = |field| Error::ColumnMissing { line, field, columns: header.clone() };
    let due = place(PromiseField::Due).ok_or_else(|| missing("due"))?;
    let done = place(PromiseField::Done).ok_or_else(|| missing("done"))?;
    let named = place(PromiseField::Reference);
    let rows: Vec<Row<'_>> = sheet.filter(|row| !row.is_blank()).collect();
    if rows.is_empty() {
        return Err(Error::NoRows { line });
    }
    if rows.len() as u64 > options.limits.rows {
        return Err(Error::TooManyRows { limit: options.limits.rows });
    }
    let times = Times { zone, order: order(&rows, [due, done], zone) };
    let (mut promised, mut rejected) = (Vec::new(), Vec::new());
    for row in &rows {
        let head = |at: usize| header.get(at).cloned();
        let mut reject = |column, code, reason| {
            let (line, first) = (row.first_line, cell(row, 0).to_owned());
            rejected.push(Rejected { line, column, code, reason, first });
        };
        if let Some(fault) = &row.fault {
            reject(None, fault.code(), fault.to_string());
            continue;
        }
        let by = match moment(times, cell(row, due), true) {
            Ok(Some(by)) => by,
            Ok(None) => {
                let reason = "It does not say by when. Write the time it was due.".to_owned();
                reject(head(due), "due-missing", reason);
                continue;
            }
            Err(reason) => {
                reject(head(due), "not-a-time", reason);
                continue;
            }
        };
        match moment(times, cell(row, done), false) {
            Ok(done) => promised.push(Promised {
                reference: named.map_or("", |at| cell(row, at)).to_owned(),
                due: by,
                done,
            }),
            Err(reason) => reject(head(done), "not-a-time", reason),
        }
    }
    Ok(Promises { promised, rejected, file: file.facts().clone() })
}

/// Which part of a date comes first, where some date of the file can be read one way only.
fn order(rows: &[Row<'_>], places: [usize; 2], zone: Tz) -> Option<DayOrder> {
    let (times, mut evidence) = (Times { zone, order: None }, Evidence::default());
    for row in rows {
        for at in places {
            times.read(cell(row, at), &mut evidence);
        }
    }
    match (evidence.day_first, evidence.month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        (true, true) | (false, false) => None,
    }
}

/// The moment that a cell names; none where it is blank. A day without a time is its end where
/// something is due, and its beginning where it was done: it counts for whoever did it.
fn moment(times: Times, cell: &str, due: bool) -> Result<Option<Moment>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let shown = excerpt(cell, SHOWN);
    let at = |millis| {
        let at = chrono::DateTime::from_timestamp_millis(millis);
        at.map(|at| Some(Moment::new(at))).ok_or_else(|| format!("“{shown}” is no time."))
    };
    match times.read(cell, &mut Evidence::default()) {
        Read::At(millis) => at(millis),
        Read::Day(_, last) if due => at(last),
        Read::Day(first, _) => at(first),
        Read::Ambiguous => {
            Err(format!("“{shown}” can be read two ways; write it like 2026-04-03."))
        }
        Read::Skipped => Err(format!("“{shown}” is a time that the clocks skipped.")),
        Read::Not => Err(format!("“{shown}” is no time. Write it like 2026-11-21T10:00.")),
    }
}

fn cell<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Promises {
        read(text.as_bytes(), &ReadOptions::default(), chrono_tz::Europe::Berlin).unwrap()
    }

    #[test]
    fn a_row_is_due_and_done_in_the_zone_that_is_given() {
        let read =
            table("Meeting,Due,Done\nM-1,2026-11-20 10:00,2026-11-20T08:59:00Z\nM-2,2026-11-20,\n");
        let at = |written: &str| written.parse::<Moment>().unwrap();
        assert_eq!(read.promised[0].due, at("2026-11-20T09:00:00.000Z"), "Berlin’s ten o'clock");
        assert_eq!(read.promised[0].done, Some(at("2026-11-20T08:59:00.000Z")), "its own zone");
        assert_eq!(read.promised[1].due, at("2026-11-20T22:59:59.999Z"), "a day, to its end");
        assert_eq!(read.promised[1].done, None);
    }

    #[test]
    fn a_day_lasts_until_it_ends_and_a_time_is_due_when_it_says() {
        let due = |written: &str| {
            let read = table(&format!("ref,due,done\na,{written},\n"));
            read.promised[0].due.to_string()
        };
        for (written, expected) in [
            ("1795251906", "2026-11-21T09:05:06.000Z"),
            ("1795251906000", "2026-11-21T09:05:06.000Z"),
            ("21 September 2026", "2026-09-21T21:59:59.999Z"),
            ("21 November 2026", "2026-11-21T22:59:59.999Z"),
            ("\"November 21, 2026\"", "2026-11-21T22:59:59.999Z"),
            ("21.11.2026", "2026-11-21T22:59:59.999Z"),
            ("2026-03-29", "2026-03-29T21:59:59.999Z"),
            ("2026-10-25", "2026-10-25T22:59:59.999Z"),
        ] {
            assert_eq!(due(written), expected, "{written}");
        }
    }

    #[test]
    fn rows_that_cannot_be_read_are_told_by_line_and_the_rest_counts() {
        let read = table("ref,due,done\na,soon,\nb,,2026-11-20\nc,03/04/2026,\nd,2026-11-20,\n");
        let told: Vec<_> = read.rejected.iter().map(|bad| (bad.line, bad.code)).collect();
        assert_eq!(told, [(2, "not-a-time"), (3, "due-missing"), (4, "not-a-time")]);
        assert_eq!(read.promised.len(), 1, "a bad row stops none of the good ones");
        let told = table("ref,due,done\na,03/04/2026,25/03/2026\n");
        assert!(told.rejected.is_empty(), "a date that can be read one way only tells the others");
    }
}

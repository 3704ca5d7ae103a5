//! Values of metrics: one a row (metric, period, value), a row per metric with a column per period,
//! or a row per period with a column per metric. All three come out the same.

mod field;
mod number;
mod when;

use std::borrow::Cow;
use std::collections::HashMap;

use domain::metric::{Period, Value};

pub use field::MetricField;
pub use number::Decimals;
pub use when::period;

use crate::Error;
use crate::map::{ColumnMap, match_columns};
use crate::read::{Delimiter, FileFacts, ReadOptions, Row, Sheet, TableFile};
use crate::words::{excerpt, sameness};

/// Characters of a cell that a sentence shows.
const SHOWN: usize = 60;

/// A table of values as read: every cell that says something is among the values or in a rejected
/// row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observations {
    /// The values, in file order.
    pub values: Vec<Observation>,
    /// What is not taken in, in file order.
    pub rejected: Vec<Rejected>,
    /// What the file is.
    pub file: FileFacts,
    /// What parts its cells; none in a workbook.
    pub delimiter: Option<Delimiter>,
    /// How the table lies.
    pub shape: Shape,
    /// Rows under the header that are not blank.
    pub rows: u64,
}

/// How a table of values lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A row per value.
    Long,
    /// A row per metric, a column per period.
    Wide,
    /// A row per period, a column per metric.
    Across,
}

impl Shape {
    /// How it lies, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Long => "a row per value",
            Self::Wide => "a column per period",
            Self::Across => "a column per metric",
        }
    }
}

/// A value as a table states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Physical line on which its row starts, from 1.
    pub line: u64,
    /// The column it stands in.
    pub column: String,
    /// The metric as written: a reference or a name.
    pub metric: String,
    /// The period; a day where the table names periods by their first day.
    pub period: Period,
    /// The value.
    pub value: Value,
}

/// A value, or a whole row, that is not taken in.
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
    /// The row's cells as they stand in the file.
    pub cells: Vec<String>,
}

/// Reads values from the bytes of a CSV or XLSX file. Pure: a dry run is this call and nothing
/// after it.
///
/// # Errors
/// Only for what concerns the whole file; see [`Error`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Observations, Error> {
    let file = TableFile::open(bytes, options)?;
    let sheet = file.sheet()?;
    let delimiter = sheet.delimiter();
    let header: Vec<String> = sheet.header().cells.iter().map(|c| c.trim().to_owned()).collect();
    let layout = Layout::of(&header, sheet.header().first_line)?;
    let rows = rows(sheet, options)?;
    let decimals = Decimals::of(rows.iter().flat_map(|row| layout.values(row)));
    let mut taken = Taken::default();
    for row in &rows {
        match &row.fault {
            Some(fault) => {
                let column = fault.column().and_then(|c| header.get(c.checked_sub(1)?)).cloned();
                taken.reject(row, column, fault.code(), fault.to_string());
            }
            None => layout.take(row, decimals, &mut taken),
        }
    }
    Ok(Observations {
        values: taken.values,
        rejected: taken.rejected,
        file: file.facts().clone(),
        delimiter,
        shape: layout.shape(),
        rows: rows.len() as u64,
    })
}

fn rows<'t>(sheet: Sheet<'t>, options: &ReadOptions) -> Result<Vec<Row<'t>>, Error> {
    let (line, limit) = (sheet.header().first_line, options.limits.rows);
    let rows: Vec<Row<'t>> = sheet.filter(|row| !row.is_blank()).collect();
    if rows.is_empty() {
        return Err(Error::NoRows { line });
    }
    if rows.len() as u64 > limit {
        return Err(Error::TooManyRows { limit });
    }
    Ok(rows)
}

/// Where metric, period and value stand.
enum Layout {
    Long { metric: usize, period: usize, value: usize, header: Vec<String> },
    Wide { metric: usize, periods: Vec<(usize, String, Period)> },
    Across { period: usize, head: String, metrics: Vec<(usize, String)> },
}

impl Layout {
    fn of(header: &[String], line: u64) -> Result<Self, Error> {
        let mapping = match_columns::<MetricField>(header, &ColumnMap::default())?;
        let place = |field| mapping.column_of(field).map(|column| column.position - 1);
        let missing = |field| Error::ColumnMissing { line, field, columns: header.to_vec() };
        let (metric, value) = (place(MetricField::Metric), place(MetricField::Value));
        if let (None, Some(period), None) = (metric, place(MetricField::Period), value) {
            let named =
                header.iter().enumerate().filter(|(at, head)| *at != period && !head.is_empty());
            let metrics: Vec<_> = named.map(|(at, head)| (at, head.clone())).collect();
            let head = header.get(period).cloned().unwrap_or_default();
            if !metrics.is_empty() {
                return Ok(Self::Across { period, head, metrics });
            }
        }
        let metric = metric.ok_or_else(|| missing("metric"))?;
        if let Some((period, value)) = place(MetricField::Period).zip(place(MetricField::Value)) {
            return Ok(Self::Long { metric, period, value, header: header.to_vec() });
        }
        let periods: Vec<_> = header
            .iter()
            .enumerate()
            .filter_map(|(at, head)| Some((at, head.clone(), when::period(head)?)))
            .collect();
        if periods.is_empty() {
            return Err(missing("period and the value, or a column per period"));
        }
        Ok(Self::Wide { metric, periods })
    }

    fn shape(&self) -> Shape {
        match self {
            Self::Long { .. } => Shape::Long,
            Self::Wide { .. } => Shape::Wide,
            Self::Across { .. } => Shape::Across,
        }
    }

    /// The cells that hold values, from which the file's way with decimals is told.
    fn values<'r>(&self, row: &'r Row<'_>) -> Vec<&'r str> {
        match self {
            Self::Long { value, .. } => vec![cell(row, *value)],
            Self::Wide { periods, .. } => periods.iter().map(|(at, ..)| cell(row, *at)).collect(),
            Self::Across { metrics, .. } => metrics.iter().map(|(at, _)| cell(row, *at)).collect(),
        }
    }

    fn take(&self, row: &Row<'_>, decimals: Decimals, taken: &mut Taken) {
        match self {
            Self::Long { metric, period, value, header } => {
                let (written, head) = (cell(row, *period), |at: usize| header.get(at).cloned());
                if number::says_nothing(cell(row, *value)) {
                    let reason = "There is no value. A missing period needs no row.".to_owned();
                    return taken.reject(row, head(*value), "value-missing", reason);
                }
                let Some(period) = when::period(written) else {
                    return taken.reject(row, head(*period), "not-a-period", no_period(written));
                };
                let column = head(*value).unwrap_or_default();
                taken.value(row, cell(row, *metric), (period, column), cell(row, *value), decimals);
            }
            Self::Wide { metric, periods } => {
                for (at, head, period) in periods {
                    if !number::says_nothing(cell(row, *at)) {
                        let place = (*period, head.clone());
                        taken.value(row, cell(row, *metric), place, cell(row, *at), decimals);
                    }
                }
            }
            Self::Across { period, head, metrics } => {
                let written = cell(row, *period);
                let Some(period) = when::period(written) else {
                    let column = Some(head.clone());
                    return taken.reject(row, column, "not-a-period", no_period(written));
                };
                for (at, metric) in metrics {
                    if !number::says_nothing(cell(row, *at)) {
                        let place = (period, metric.clone());
                        taken.value(row, metric, place, cell(row, *at), decimals);
                    }
                }
            }
        }
    }
}

fn no_period(written: &str) -> String {
    format!(
        "“{}” is not a period; write one like 2026-W47, 2026-11, 2026-Q4 or 2026-11-21.",
        excerpt(written, SHOWN)
    )
}

fn cell<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

#[derive(Default)]
struct Taken {
    values: Vec<Observation>,
    rejected: Vec<Rejected>,
    /// Metric as people see it and period, to the line of the row that has them.
    seen: HashMap<(String, Period), u64>,
}

impl Taken {
    fn value(
        &mut self,
        row: &Row<'_>,
        metric: &str,
        (period, column): (Period, String),
        written: &str,
        decimals: Decimals,
    ) {
        if metric.is_empty() {
            let reason = "No metric is named. Write its reference or its name.".to_owned();
            return self.reject(row, Some(column), "metric-missing", reason);
        }
        let value = match decimals.read(written) {
            Ok(value) => value,
            Err(reason) => return self.reject(row, Some(column), "not-a-number", reason),
        };
        if let Some(first) = self.seen.insert((sameness(metric), period), row.first_line) {
            let reason = format!(
                "{} has a value for {period} on line {first} already. Keep one.",
                excerpt(metric, SHOWN)
            );
            return self.reject(row, Some(column), "value-repeated", reason);
        }
        let (line, metric) = (row.first_line, metric.to_owned());
        self.values.push(Observation { line, column, metric, period, value });
    }

    fn reject(
        &mut self,
        row: &Row<'_>,
        column: Option<String>,
        code: &'static str,
        reason: String,
    ) {
        let cells = row.cells.iter().cloned().map(Cow::into_owned).collect();
        self.rejected.push(Rejected { line: row.first_line, column, code, reason, cells });
    }
}

//! Comparing the tables of two files, cell by cell.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use crate::error::StoreError;
use crate::file::Store;
use crate::tables::{self, Table};
use crate::view::FOREVER;

/// A cell, or a whole row, that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: String,
    /// The row's key, its parts joined by spaces.
    pub key: String,
    /// The column; none where one side lacks the row, or the whole table cannot be read.
    pub column: Option<String>,
    /// What stands on the left.
    pub left: Option<String>,
    /// What stands on the right.
    pub right: Option<String>,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { table, key, column, left, right } = self;
        let shown = |side: &Option<String>| side.clone().unwrap_or_else(|| "nothing".into());
        let column = column.as_deref().unwrap_or("the whole row");
        write!(f, "{table} {key}, {column}: {} ≠ {}", shown(left), shown(right))
    }
}

/// Every cell in which the projected tables of two stores differ.
pub fn compare(left: &Store, right: &Store) -> Result<Vec<Difference>, StoreError> {
    compare_as_of(left, FOREVER, right)
}

/// Like [`compare`], with `left` as it stood after entry `seq`.
pub fn compare_as_of(left: &Store, seq: u64, right: &Store) -> Result<Vec<Difference>, StoreError> {
    let mut found = Vec::new();
    for table in tables::ALL {
        compare_table(table, &left.conn, seq, &right.conn, &mut found)?;
    }
    Ok(found)
}

fn compare_table(
    table: &Table,
    left: &Connection,
    seq: u64,
    right: &Connection,
    found: &mut Vec<Difference>,
) -> Result<(), StoreError> {
    let columns = columns(right, table)?;
    let left = match rows(left, table, &columns, seq) {
        Ok(rows) => rows,
        Err(StoreError::Sqlite(error)) => {
            found.push(difference(table, "", None, Some(error.to_string()), None));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let right = rows(right, table, &columns, FOREVER)?;
    merge(table, &columns, left, right, found);
    Ok(())
}

struct Columns {
    names: Vec<String>,
    keys: Vec<usize>,
}

type Rows = BTreeMap<Vec<Cell>, Vec<Cell>>;

fn merge(table: &Table, columns: &Columns, left: Rows, right: Rows, found: &mut Vec<Difference>) {
    let mut right = right;
    for (key, row) in left {
        match right.remove(&key) {
            Some(other) => compare_row(table, columns, &key, &row, &other, found),
            None => found.push(difference(table, &joined(&key), None, Some(joined(&row)), None)),
        }
    }
    found.extend(
        right
            .into_iter()
            .map(|(key, row)| difference(table, &joined(&key), None, None, Some(joined(&row)))),
    );
}

fn compare_row(
    table: &Table,
    columns: &Columns,
    key: &[Cell],
    left: &[Cell],
    right: &[Cell],
    found: &mut Vec<Difference>,
) {
    for ((name, left), right) in columns.names.iter().zip(left).zip(right) {
        if left != right {
            let sides = (Some(left.to_string()), Some(right.to_string()));
            found.push(difference(table, &joined(key), Some(name.clone()), sides.0, sides.1));
        }
    }
}

fn difference(
    table: &Table,
    key: &str,
    column: Option<String>,
    left: Option<String>,
    right: Option<String>,
) -> Difference {
    Difference { table: table.name.to_owned(), key: key.to_owned(), column, left, right }
}

fn columns(conn: &Connection, table: &Table) -> Result<Columns, StoreError> {
    let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1)")?;
    let found = statement
        .query_map([table.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let keys = found.iter().enumerate().filter(|(_, (_, key))| *key).map(|(at, _)| at).collect();
    Ok(Columns { names: found.into_iter().map(|(name, _)| name).collect(), keys })
}

/// The rows known after entry `seq`, with what had ended by then.
fn rows(conn: &Connection, table: &Table, columns: &Columns, seq: u64) -> Result<Rows, StoreError> {
    // Of the tables as they stand nothing is passed over, also not what no entry can have made.
    let past = seq != FOREVER;
    let cells: Vec<String> = columns
        .names
        .iter()
        .map(|name| match name.as_str() {
            "to_seq" if past => "CASE WHEN to_seq <= ?1 THEN to_seq END".to_owned(),
            name => format!("\"{name}\""),
        })
        .collect();
    let known = if table.versioned { "from_seq" } else { "seq" };
    let sql =
        format!("SELECT {} FROM {} WHERE {known} <= ?1 OR NOT ?2", cells.join(", "), table.name);
    let mut statement = conn.prepare(&sql)?;
    let mut found = statement.query(params![seq.cast_signed(), past])?;
    let mut rows = Rows::new();
    while let Some(row) = found.next()? {
        let cells = (0..columns.names.len())
            .map(|at| row.get(at).map(Cell))
            .collect::<Result<Vec<_>, _>>()?;
        let key = columns.keys.iter().filter_map(|at| cells.get(*at).cloned()).collect();
        rows.insert(key, cells);
    }
    Ok(rows)
}

fn joined(cells: &[Cell]) -> String {
    cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A cell with an order over all of SQLite's kinds of value.
#[derive(Clone, Debug, PartialEq)]
struct Cell(Value);

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |value: &Value| match value {
            Value::Null => 0,
            Value::Integer(_) => 1,
            Value::Real(_) => 2,
            Value::Text(_) => 3,
            Value::Blob(_) => 4,
        };
        match (&self.0, &other.0) {
            (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
            (Value::Real(a), Value::Real(b)) => a.total_cmp(b),
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::Blob(a), Value::Blob(b)) => a.cmp(b),
            (a, b) => rank(a).cmp(&rank(b)),
        }
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Value::Null => f.write_str("null"),
            Value::Integer(number) => number.fmt(f),
            Value::Real(number) => number.fmt(f),
            Value::Text(text) => f.write_str(text),
            Value::Blob(bytes) => write!(f, "{} bytes", bytes.len()),
        }
    }
}

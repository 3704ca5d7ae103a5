//! Comparing the tables of two files, cell by cell.

use std::cmp::Ordering;

use rusqlite::types::Value;
use rusqlite::{Connection, Statement};

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
    match merge(table, left, seq, right, found) {
        Ok(()) => Ok(()),
        // What cannot be read on the left differs as a whole.
        Err(Unreadable::Left(error)) => {
            found.push(difference(table, "", None, Some(error.to_string()), None));
            Ok(())
        }
        Err(Unreadable::Right(error)) => Err(error.into()),
    }
}

/// Which side cannot be read.
enum Unreadable {
    Left(rusqlite::Error),
    Right(rusqlite::Error),
}

/// Walks both tables in the order of their keys, a row of each in hand at a time: a workspace may
/// hold more rows than memory should.
fn merge(
    table: &Table,
    left: &Connection,
    seq: u64,
    right: &Connection,
    found: &mut Vec<Difference>,
) -> Result<(), Unreadable> {
    let columns = columns(right, table).map_err(Unreadable::Right)?;
    let mut statements = (
        left.prepare(&select(table, &columns, seq)).map_err(Unreadable::Left)?,
        right.prepare(&select(table, &columns, FOREVER)).map_err(Unreadable::Right)?,
    );
    let mut left = Rows::of(&mut statements.0, seq, &columns).map_err(Unreadable::Left)?;
    let mut right = Rows::of(&mut statements.1, FOREVER, &columns).map_err(Unreadable::Right)?;
    let mut here = left.next().map_err(Unreadable::Left)?;
    let mut wanted = right.next().map_err(Unreadable::Right)?;
    loop {
        let order = match (&here, &wanted) {
            (None, None) => return Ok(()),
            (Some((key, row)), Some((other, made))) => {
                let order = key.cmp(other);
                if order.is_eq() {
                    compare_row(table, &columns, key, row, made, found);
                }
                order
            }
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        if order.is_lt() {
            found.extend(
                here.iter().map(|(key, row)| {
                    difference(table, &joined(key), None, Some(joined(row)), None)
                }),
            );
        }
        if order.is_gt() {
            found.extend(
                wanted.iter().map(|(key, row)| {
                    difference(table, &joined(key), None, None, Some(joined(row)))
                }),
            );
        }
        if order.is_le() {
            here = left.next().map_err(Unreadable::Left)?;
        }
        if order.is_ge() {
            wanted = right.next().map_err(Unreadable::Right)?;
        }
    }
}

struct Columns {
    names: Vec<String>,
    keys: Vec<usize>,
}

/// The rows of a table, in the order of their keys.
struct Rows<'a> {
    rows: rusqlite::Rows<'a>,
    columns: &'a Columns,
}

/// A row's key, and all its cells.
type Keyed = (Vec<Cell>, Vec<Cell>);

impl<'a> Rows<'a> {
    fn of(
        statement: &'a mut Statement<'_>,
        seq: u64,
        columns: &'a Columns,
    ) -> rusqlite::Result<Self> {
        Ok(Self { rows: statement.query([seq.cast_signed()])?, columns })
    }

    fn next(&mut self) -> rusqlite::Result<Option<Keyed>> {
        let Some(row) = self.rows.next()? else { return Ok(None) };
        let cells = (0..self.columns.names.len())
            .map(|at| row.get(at).map(Cell))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let key = self.columns.keys.iter().filter_map(|at| cells.get(*at).cloned()).collect();
        Ok(Some((key, cells)))
    }
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

fn columns(conn: &Connection, table: &Table) -> rusqlite::Result<Columns> {
    let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1)")?;
    let found = statement
        .query_map([table.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    // In the key's own order, so that the rows come as their index holds them.
    let mut keys: Vec<(u32, usize)> =
        found.iter().enumerate().map(|(at, (_, place))| (*place, at)).collect();
    keys.retain(|(place, _)| *place > 0);
    keys.sort_unstable();
    let keys = keys.into_iter().map(|(_, at)| at).collect();
    Ok(Columns { names: found.into_iter().map(|(name, _)| name).collect(), keys })
}

/// Selects the rows known after entry `?1` in the order of their keys, with what had ended by then.
/// Of the tables as they stand nothing is passed over, also not what no entry can have made.
fn select(table: &Table, columns: &Columns, seq: u64) -> String {
    let past = seq != FOREVER;
    let cells: Vec<String> = columns
        .names
        .iter()
        .map(|name| match name.as_str() {
            "to_seq" if past => "CASE WHEN to_seq <= ?1 THEN to_seq END".to_owned(),
            name => format!("\"{name}\""),
        })
        .collect();
    let known = match (past, table.versioned) {
        (true, true) => "from_seq <= ?1",
        (true, false) => "seq <= ?1",
        (false, _) => "?1 IS NOT NULL",
    };
    let keys: Vec<String> = columns
        .keys
        .iter()
        .filter_map(|at| Some(format!("\"{}\"", columns.names.get(*at)?)))
        .collect();
    format!(
        "SELECT {} FROM {} WHERE {known} ORDER BY {}",
        cells.join(", "),
        table.name,
        keys.join(", ")
    )
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

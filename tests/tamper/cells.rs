//! Every projected cell of every projected table, and every row.

use desk::operations::Fault;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::attacker::{self, Shape};
use crate::table::Table;
use crate::workspace::{Workspace, must_hold};
use desk::SeededChance;

/// Beyond the largest number an entry can have.
const BEYOND: i64 = (1 << 53) + 5;

#[test]
fn every_projected_cell_and_row_is_held_to_the_entries() {
    let workspace = Workspace::made(SeededChance::new(7));
    must_hold(&workspace.attacked(|_| {}));
    let conn = attacker::open(&workspace.copy("shapes.countersign"));
    let mut table = Table::new("the tables");
    let shapes = attacker::projected(&conn);
    let empty: Vec<_> = shapes.iter().filter(|shape| shape.rows(&conn).is_empty()).collect();
    let empty: Vec<_> = empty.iter().map(|shape| shape.name.as_str()).collect();
    assert!(empty.is_empty(), "there is something to change in {}", empty.join(", "));
    for shape in shapes {
        let rows = shape.rows(&conn);
        cells(&workspace, &shape, &rows, &mut table);
        removed(&workspace, &shape, &rows, &mut table);
        added(&workspace, &shape, &rows, &mut table);
    }
    ends(&workspace, &conn, &mut table);
    table.finish();
}

/// One column of every row at once: each cell has to be named for itself.
fn cells(workspace: &Workspace, shape: &Shape, rows: &[Vec<Value>], table: &mut Table) {
    for (at, column) in shape.columns.iter().enumerate() {
        let key = shape.keys.contains(&at);
        type New = fn(&Value) -> Value;
        let news: [(&'static str, New); 2] = [
            ("a cell set to nothing", |_| Value::Null),
            ("a cell given another value", attacker::other),
        ];
        for (attack, new) in news.into_iter().skip(usize::from(key)) {
            let changed: Vec<_> = rows.iter().filter(|row| new(&row[at]) != row[at]).collect();
            if changed.is_empty() {
                continue;
            }
            let answer = workspace.attacked(|conn| {
                for row in &changed {
                    set(conn, shape, column, row, new(&row[at]));
                }
            });
            for row in changed {
                let place = shape.place(row);
                if key {
                    let whole = |fault: &Fault| {
                        fault.place.as_deref() == Some(&place)
                            && fault.says.contains("the whole row")
                    };
                    table.tried("a row given another key", &place, &answer, whole);
                    continue;
                }
                let cell = format!(", {column}: ");
                table.tried(attack, &format!("{place}{cell}"), &answer, |fault| {
                    fault.place.as_deref() == Some(&place) && fault.says.contains(&cell)
                });
            }
        }
    }
}

fn set(conn: &Connection, shape: &Shape, column: &str, row: &[Value], value: Value) {
    let (whose, mut values) = shape.whose(row);
    values.push(value);
    let sql = format!("UPDATE {} SET {column} = ?{} {whose}", shape.name, values.len());
    let changed = conn.execute(&sql, rusqlite::params_from_iter(values)).unwrap();
    assert_eq!(changed, 1, "{} is one row", shape.place(row));
}

fn removed(workspace: &Workspace, shape: &Shape, rows: &[Vec<Value>], table: &mut Table) {
    for row in rows {
        let place = shape.place(row);
        let answer = workspace.attacked(|conn| {
            let (whose, values) = shape.whose(row);
            let sql = format!("DELETE FROM {} {whose}", shape.name);
            conn.execute(&sql, rusqlite::params_from_iter(values)).unwrap();
        });
        let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
        table.tried("a row removed", &place, &answer, names);
    }
}

/// Gives a row another key; the number of a purged batch is one of its kind too.
fn something_else(shape: &Shape, row: &mut [Value], key: usize) {
    row[key] = attacker::other(&row[key]);
    let number = shape.columns.iter().position(|column| column == "number");
    if let Some(at) = number.filter(|at| !shape.keys.contains(at)) {
        row[at] = attacker::other(&row[at]);
    }
}

fn added(workspace: &Workspace, shape: &Shape, rows: &[Vec<Value>], table: &mut Table) {
    for at in &shape.keys {
        let new: Vec<Vec<Value>> = rows
            .iter()
            .map(|row| {
                let mut row = row.clone();
                something_else(shape, &mut row, *at);
                row
            })
            .collect();
        let answer = workspace.attacked(|conn| new.iter().for_each(|row| shape.insert(conn, row)));
        for row in &new {
            let place = shape.place(row);
            let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
            table.tried("a row added", &place, &answer, names);
        }
    }
    // A row of an entry that cannot be: no screen shows it, an update might.
    for name in ["seq", "from_seq"] {
        let Some(at) = shape.columns.iter().position(|column| column == name) else { continue };
        for number in [BEYOND, -1] {
            let mut row = rows[0].clone();
            row[at] = Value::Integer(number);
            // Where the entry is no part of the key, the row has to be of something else.
            if let Some(key) = shape.keys.first().filter(|_| !shape.keys.contains(&at)) {
                something_else(shape, &mut row, *key);
            }
            let place = shape.place(&row);
            let answer = workspace.attacked(|conn| shape.insert(conn, &row));
            let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
            table.tried("a row added of an entry that cannot be", &place, &answer, names);
        }
    }
}

/// What ends beyond every entry reads like what never ends.
fn ends(workspace: &Workspace, conn: &Connection, table: &mut Table) {
    for shape in attacker::projected(conn) {
        let Some(at) = shape.columns.iter().position(|column| column == "to_seq") else { continue };
        let standing: Vec<_> =
            shape.rows(conn).into_iter().filter(|row| row[at] == Value::Null).collect();
        let answer = workspace.attacked(|conn| {
            for row in &standing {
                set(conn, &shape, "to_seq", row, Value::Integer(BEYOND));
            }
        });
        for row in standing {
            let place = shape.place(&row);
            let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
            table.tried("a row ended beyond every entry", &place, &answer, names);
        }
    }
}

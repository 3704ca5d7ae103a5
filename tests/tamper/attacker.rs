//! What somebody with SQLite can do to a workspace file.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// The bytes of a file that nobody has open, its log folded in.
pub fn settled(path: &Path) -> Vec<u8> {
    let conn = Connection::open(path).unwrap();
    conn.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
    // The desk's own check in the background may still be reading.
    for _ in 0..1000 {
        let busy =
            conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0));
        if busy.is_ok_and(|mode| mode == "delete") {
            drop(conn);
            return std::fs::read(path).unwrap();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{} stays open", path.display());
}

/// Opens the file without its triggers and constraints, lets `act` change what it likes, and puts
/// triggers and constraints back as they were.
pub fn attack(path: &Path, act: impl FnOnce(&Connection)) {
    let conn = open(path);
    let schema = schema(&conn);
    for (kind, name, _) in &schema {
        if kind == "trigger" {
            conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
    }
    rewrite_schema(&conn, |sql| {
        let loose = sql.replace(" NOT NULL", "").replace(") STRICT, WITHOUT", ") WITHOUT");
        loose.replace(") STRICT", ")")
    });
    act(&conn);
    rewrite_schema(&conn, |loose| {
        let name = loose.split_whitespace().nth(2).unwrap();
        let found = schema.iter().find(|(kind, known, _)| kind == "table" && known == name);
        found.map_or_else(|| loose.to_owned(), |(_, _, sql)| sql.clone())
    });
    for (kind, _, sql) in &schema {
        if kind == "trigger" {
            conn.execute_batch(sql).unwrap();
        }
    }
    conn.close().unwrap();
}

/// Opens the file as it is, to change its shape.
pub fn open(path: &Path) -> Connection {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    conn.execute_batch(
        "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON",
    )
    .unwrap();
    conn
}

/// Type, name and SQL of everything in the file that has SQL.
pub fn schema(conn: &Connection) -> Vec<(String, String, String)> {
    let mut all = conn
        .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        .unwrap();
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn rewrite_schema(conn: &Connection, new: impl Fn(&str) -> String) {
    conn.execute_batch("PRAGMA writable_schema = ON; BEGIN").unwrap();
    for (kind, name, sql) in schema(conn) {
        if kind == "table" {
            conn.execute(
                "UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1 AND type = 'table'",
                [name, new(&sql)],
            )
            .unwrap();
        }
    }
    conn.execute_batch("COMMIT; PRAGMA writable_schema = RESET").unwrap();
}

/// A projected table and how its rows are told apart.
pub struct Shape {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Which of them make the key, in order of the columns.
    pub keys: Vec<usize>,
}

/// Every table but the ledger's own.
pub fn projected(conn: &Connection) -> Vec<Shape> {
    let own = ["entry", "text", "edge", "content", "ai_action"];
    let tables = schema(conn).into_iter().filter(|(kind, ..)| kind == "table");
    tables
        .map(|(_, name, _)| name)
        .filter(|name| !own.contains(&name.as_str()))
        .map(|name| shape(conn, name))
        .collect()
}

fn shape(conn: &Connection, name: String) -> Shape {
    let mut info = conn.prepare("SELECT name, pk > 0 FROM pragma_table_info(?1)").unwrap();
    let rows = info.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let rows: Vec<(String, bool)> = rows.map(Result::unwrap).collect();
    let keys = rows.iter().enumerate().filter(|(_, (_, key))| *key).map(|(at, _)| at).collect();
    Shape { name, columns: rows.into_iter().map(|(name, _)| name).collect(), keys }
}

impl Shape {
    /// All rows.
    pub fn rows(&self, conn: &Connection) -> Vec<Vec<Value>> {
        let sql = format!("SELECT {} FROM {}", self.columns.join(", "), self.name);
        let mut all = conn.prepare(&sql).unwrap();
        let rows = all
            .query_map([], |row| (0..self.columns.len()).map(|at| row.get(at)).collect())
            .unwrap();
        rows.map(Result::unwrap).collect()
    }

    /// The row's place as a fault names it.
    pub fn place(&self, row: &[Value]) -> String {
        let key: Vec<String> = self.keys.iter().map(|at| shown(&row[*at])).collect();
        format!("{} {}", self.name, key.join(" "))
    }

    /// `WHERE` with the row's key, and its values.
    pub fn whose(&self, row: &[Value]) -> (String, Vec<Value>) {
        let terms: Vec<String> = self
            .keys
            .iter()
            .enumerate()
            .map(|(n, at)| format!("{} = ?{}", self.columns[*at], n + 1))
            .collect();
        let values = self.keys.iter().map(|at| row[*at].clone()).collect();
        (format!("WHERE {}", terms.join(" AND ")), values)
    }

    /// Adds a row.
    pub fn insert(&self, conn: &Connection, row: &[Value]) {
        let marks: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
        let sql = format!("INSERT INTO {} VALUES ({})", self.name, marks.join(", "));
        conn.execute(&sql, rusqlite::params_from_iter(row)).unwrap();
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

/// Another value than this one.
pub fn other(value: &Value) -> Value {
    match value {
        Value::Null => Value::Text("x".to_owned()),
        Value::Integer(number) => Value::Integer(number + 1_000_000),
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) => Value::Text(format!("{text}x")),
        Value::Blob(bytes) => Value::Blob([bytes.as_slice(), b"x"].concat()),
    }
}

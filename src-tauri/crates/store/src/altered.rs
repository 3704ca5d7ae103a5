//! What differs between two moments, row by row: of any projected table, whatever it holds.

use std::collections::BTreeMap;

use domain::Text;
use rusqlite::Statement;
use rusqlite::types::ValueRef;
use serde_json::Value;

use crate::cell;
use crate::error::StoreError;
use crate::tables::{self, Table};
use crate::view::View;

/// The fields of a row by column: texts opened, JSON read.
pub type Fields = BTreeMap<String, Value>;

/// A row that is not the same at both moments.
#[derive(Clone, Debug, PartialEq)]
pub struct Altered {
    /// Of which table.
    pub table: &'static str,
    /// What it is of: the parts of its key, without the entry.
    pub key: Vec<String>,
    /// How it stood at the earlier moment; none when it was not there.
    pub before: Option<Fields>,
    /// How it stands at the later one; none when it is there no longer.
    pub after: Option<Fields>,
}

/// Tables that say about entries what the entries say themselves.
const OF_ENTRIES: &[&str] = &["change", "about", "statement"];

impl View<'_> {
    /// Every row of the tables that `wanted` picks that differs from how it stood right after the
    /// entry `since`. A row that only happened, and is no version of anything, is new.
    pub fn altered(
        &self,
        since: u64,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<Altered>, StoreError> {
        let mut all = Vec::new();
        let chosen = |table: &&&Table| !OF_ENTRIES.contains(&table.name) && wanted(table.name);
        for table in tables::ALL.iter().filter(chosen) {
            self.altered_in(table, since.cast_signed(), &mut all)?;
        }
        Ok(all)
    }

    fn altered_in(
        &self,
        table: &Table,
        since: i64,
        all: &mut Vec<Altered>,
    ) -> Result<(), StoreError> {
        let name = table.name;
        let keys = self.key_columns(name)?;
        let begun = if table.versioned {
            format!(
                "SELECT * FROM {name} WHERE from_seq > ?1 AND from_seq <= ?2 \
                 AND (to_seq IS NULL OR to_seq > ?2) ORDER BY from_seq"
            )
        } else {
            format!("SELECT * FROM {name} WHERE seq > ?1 AND seq <= ?2 ORDER BY seq")
        };
        let mut later = self.told(&begun, since, &keys)?;
        if table.versioned {
            let ended = format!(
                "SELECT * FROM {name} WHERE from_seq <= ?1 AND to_seq > ?1 AND to_seq <= ?2 \
                 ORDER BY to_seq"
            );
            for (key, before) in self.told(&ended, since, &keys)? {
                let place = later.iter().position(|(other, _)| *other == key);
                let after = place.map(|place| later.remove(place).1);
                if after.as_ref() != Some(&before) {
                    all.push(Altered { table: name, key, before: Some(before), after });
                }
            }
        }
        let new = |(key, after)| Altered { table: name, key, before: None, after: Some(after) };
        all.extend(later.into_iter().map(new));
        Ok(())
    }

    /// The columns that name a row, whenever it stood.
    fn key_columns(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE pk > 0")?;
        let names = statement.query_map([table], |row| row.get::<_, String>(0))?;
        let names: Vec<String> = names.collect::<Result<_, _>>()?;
        Ok(names.into_iter().filter(|name| name != "from_seq" && name != "seq").collect())
    }

    fn told(
        &self,
        sql: &str,
        since: i64,
        keys: &[String],
    ) -> Result<Vec<(Vec<String>, Fields)>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let columns = columns(&statement);
        let mut rows = statement.query([since, self.seq()])?;
        let mut told = Vec::new();
        while let Some(row) = rows.next()? {
            let (mut fields, mut key) = (Fields::new(), Vec::new());
            for (place, column) in columns.iter().enumerate() {
                let value = self.value(row.get_ref(place)?)?;
                if keys.contains(column) {
                    key.push(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
                } else if !PLACES.contains(&column.as_str()) {
                    fields.insert(column.clone(), value);
                }
            }
            told.push((key, fields));
        }
        Ok(told)
    }

    fn value(&self, cell: ValueRef<'_>) -> Result<Value, StoreError> {
        Ok(match cell {
            ValueRef::Null | ValueRef::Blob(_) => Value::Null,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(bytes) => self.opened(&String::from_utf8_lossy(bytes))?,
        })
    }

    /// A cell's words: JSON with its texts opened, a text, or what stands there.
    fn opened(&self, written: &str) -> Result<Value, StoreError> {
        if written.starts_with(['{', '['])
            && let Ok(mut value) = serde_json::from_str(written)
        {
            cell::open_all(self, &mut value)?;
            return Ok(value);
        }
        Ok(match cell::find(self, written)? {
            Some(Text::Words { t }) => serde_json::json!({ "t": t }),
            Some(Text::Gone { .. }) => serde_json::json!({ "c": "" }),
            None => Value::String(written.to_owned()),
        })
    }
}

/// Columns that say from when to when, not what.
const PLACES: &[&str] = &["from_seq", "to_seq", "seq"];

fn columns(statement: &Statement<'_>) -> Vec<String> {
    statement.column_names().map(str::to_owned).collect()
}

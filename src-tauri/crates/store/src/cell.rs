//! What lies in a cell of a projected table, and back.
//!
//! A text's cell says where the text lies, as entry and JSON pointer (`17/event/name`), never
//! what it says: so the tables are a function of the signed bytes alone, and a text that is
//! erased beside its entry is gone from them too.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use domain::Text;
use rusqlite::types::FromSql;
use rusqlite::{Row, RowIndex};
use serde::Serialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Value, json};

use crate::entries;
use crate::error::StoreError;
use crate::view::View;

/// Where the text at `path` of entry `seq` lies.
pub(crate) fn place(seq: u64, path: &str) -> String {
    format!("{seq}{path}")
}

/// A projected text is its place.
pub(crate) fn text(text: &Text) -> Option<&str> {
    text.words()
}

/// A projected text that may be absent.
pub(crate) fn maybe_text(text: Option<&Text>) -> Option<&str> {
    text.and_then(Text::words)
}

/// A word of an enum, as the ledger spells it.
pub(crate) fn word(of: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(of) {
        Ok(Value::String(word)) => Ok(word),
        _ => Err(StoreError::Inconsistent { what: "a word was expected".into() }),
    }
}

/// A whole value as JSON, its texts by place.
pub(crate) fn json(of: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(of).map_err(|e| StoreError::Inconsistent { what: e.to_string() })
}

/// The cell as SQLite has it.
pub(crate) fn get<T: FromSql>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    row.get(column).map_err(|e| off(column, &e))
}

/// A number of entries, or of anything else that is counted.
pub(crate) fn get_count(row: &Row<'_>, column: &str) -> Result<u64, StoreError> {
    Ok(get::<i64>(row, column)?.cast_unsigned())
}

/// A count that may be absent.
pub(crate) fn get_maybe_count(row: &Row<'_>, column: &str) -> Result<Option<u64>, StoreError> {
    Ok(get::<Option<i64>>(row, column)?.map(i64::cast_unsigned))
}

/// A reference, date or moment by its spelling. Where thousands of rows are read, the column is given
/// by its place: finding it by name takes as long as reading it.
pub(crate) fn get_parsed<T: FromStr>(
    row: &Row<'_>,
    column: impl RowIndex + Display,
) -> Result<T, StoreError> {
    parsed(spelled(row, column)?, column)
}

/// What the cell spells, where it lies.
pub(crate) fn spelled<'a>(
    row: &'a Row<'_>,
    column: impl RowIndex + Display,
) -> Result<&'a str, StoreError> {
    let cell = row.get_ref(column).map_err(|e| off(column, &e))?;
    cell.as_str().map_err(|e| off(column, &e))
}

/// A reference, date or moment that may be absent.
pub(crate) fn get_maybe_parsed<T: FromStr>(
    row: &Row<'_>,
    column: &str,
) -> Result<Option<T>, StoreError> {
    let cell = row.get_ref(column).map_err(|e| off(column, &e))?;
    let written = cell.as_str_or_null().map_err(|e| off(column, &e))?;
    written.map(|written| parsed(written, column)).transpose()
}

fn parsed<T: FromStr>(written: &str, column: impl Display) -> Result<T, StoreError> {
    written.parse().map_err(|_| off(column, &written))
}

/// A word of an enum.
pub(crate) fn get_word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    let word: StrDeserializer<'_, serde_json::Error> = spelled(row, column)?.into_deserializer();
    T::deserialize(word).map_err(|e| off(column, &e))
}

/// A text, opened where its words are still there.
pub(crate) fn get_text(row: &Row<'_>, column: &str, view: &View<'_>) -> Result<Text, StoreError> {
    opened(view, spelled(row, column)?)
}

/// A text that may be absent.
pub(crate) fn get_maybe_text(
    row: &Row<'_>,
    column: &str,
    view: &View<'_>,
) -> Result<Option<Text>, StoreError> {
    get::<Option<String>>(row, column)?.map(|place| opened(view, &place)).transpose()
}

/// A whole value, its texts opened.
pub(crate) fn get_json<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
    view: &View<'_>,
) -> Result<T, StoreError> {
    let mut value: Value = read_json(spelled(row, column)?, column)?;
    open_all(view, &mut value)?;
    serde_json::from_value(value).map_err(|e| off(column, &e))
}

/// A whole value, its texts by place as the cell has them.
pub(crate) fn read_json<T: DeserializeOwned>(written: &str, column: &str) -> Result<T, StoreError> {
    serde_json::from_str(written).map_err(|e| off(column, &e))
}

/// A whole value, its texts by place; those at the places of `gone` as gone.
pub(crate) fn placed_json<T: DeserializeOwned>(
    written: &str,
    column: &str,
    gone: &BTreeSet<String>,
) -> Result<T, StoreError> {
    if gone.is_empty() {
        return read_json(written, column);
    }
    let mut value: Value = read_json(written, column)?;
    forget(&mut value, gone);
    serde_json::from_value(value).map_err(|e| off(column, &e))
}

fn forget(value: &mut Value, gone: &BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let place = fields.get("t").and_then(Value::as_str).filter(|_| fields.len() == 1);
            if place.is_some_and(|place| gone.contains(place)) {
                *value = json!({ "c": "" });
                return;
            }
            fields.values_mut().for_each(|field| forget(field, gone));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| forget(item, gone)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A text read by place, opened where its words are still there.
pub(crate) fn get_text_of(placed: Text, view: &View<'_>) -> Result<Text, StoreError> {
    match placed.words() {
        Some(place) => opened(view, place),
        None => Ok(placed),
    }
}

pub(crate) fn open_all(view: &View<'_>, value: &mut Value) -> Result<(), StoreError> {
    match value {
        Value::Object(fields) => {
            let place = fields.get("t").and_then(Value::as_str).filter(|_| fields.len() == 1);
            if let Some(place) = place {
                let text = opened(view, place)?;
                *value = match text {
                    Text::Words { t } => json!({ "t": t }),
                    Text::Gone { c } => json!({ "c": c }),
                };
                return Ok(());
            }
            fields.values_mut().try_for_each(|field| open_all(view, field))
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| open_all(view, item)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn opened(view: &View<'_>, place: &str) -> Result<Text, StoreError> {
    find(view, place)?.ok_or_else(|| off("text", &place))
}

/// The text at a place: its words, or, once they are gone, the commitment that is left; none
/// where no entry committed to one.
pub(crate) fn find(view: &View<'_>, place: &str) -> Result<Option<Text>, StoreError> {
    let Some((seq, path)) = split(place) else { return Ok(None) };
    if let Some(words) = entries::find_text(view.conn, seq, path)? {
        return Ok(Some(Text::new(words)));
    }
    Ok(entries::one(view.conn, seq)?
        .and_then(|entry| serde_json::from_str::<Value>(&entry.body).ok())
        .and_then(|body| commitment(&body, path))
        .map(|c| Text::Gone { c }))
}

/// The commitment at `path`, which may lead on into the statements that a body carries.
fn commitment(body: &Value, path: &str) -> Option<String> {
    if let Some(found) = body.pointer(path) {
        return Some(found.get("c")?.as_str()?.to_owned());
    }
    let (statement, inner) = path.rsplit_once("/statement/")?;
    let carried = body.pointer(&format!("{statement}/statement"))?.as_str()?;
    let statement: Value = serde_json::from_str(carried).ok()?;
    Some(statement.pointer(&format!("/{inner}"))?.get("c")?.as_str()?.to_owned())
}

fn split(place: &str) -> Option<(u64, &str)> {
    let slash = place.find('/')?;
    let (seq, path) = place.split_at_checked(slash)?;
    Some((seq.parse().ok()?, path))
}

fn off(column: impl Display, found: &impl Display) -> StoreError {
    StoreError::Inconsistent { what: format!("{column}: {found}") }
}

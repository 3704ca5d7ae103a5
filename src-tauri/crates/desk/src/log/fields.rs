//! The fields of a row as people read them: JSON unfolded, references named.

use std::collections::BTreeMap;

use domain::{ERASED, PersonRef, RoleId};
use serde_json::{Map, Value};
use store::Fields;

use super::things;
use crate::people::Names;
use crate::sealed::is_sealed;

/// What stands in each field, in words, in the order of their names.
pub(super) type InWords = BTreeMap<String, String>;

/// A row's fields in words; what is empty is left out.
pub(super) fn in_words(row: &Fields, names: &Names) -> InWords {
    let mut told = InWords::new();
    for (column, value) in row.iter().filter(|(column, _)| !things::is_inner(column)) {
        // A column that holds a whole value says nothing itself.
        let whole = value.is_object() && scalar(value, names).is_none();
        let field = if whole { String::new() } else { things::field(column) };
        unfold(&field, value, names, &mut told);
    }
    told
}

/// The name of a row: the first text that names things.
pub(super) fn name_of(row: &Fields) -> Option<String> {
    let named = |fields: &dyn Fn(&str) -> Option<Value>| {
        ["name", "title", "what", "called"].iter().find_map(|field| {
            let value = fields(field)?;
            text(&value).map(str::to_owned)
        })
    };
    let own = named(&|field| row.get(field).cloned());
    own.or_else(|| row.values().find_map(|value| named(&|field| value.get(field).cloned())))
}

fn unfold(field: &str, value: &Value, names: &Names, told: &mut InWords) {
    if let Some(said) = scalar(value, names) {
        if !said.is_empty() {
            told.insert(field.to_owned(), said);
        }
        return;
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !things::is_inner(name)) {
                unfold(&joined(field, &label(name, names)), value, names, told);
            }
        }
        Value::Array(items) => {
            let said: Option<Vec<String>> = items.iter().map(|item| scalar(item, names)).collect();
            match said {
                Some(said) if said.is_empty() => {}
                Some(said) => {
                    told.insert(field.to_owned(), said.join(", "));
                }
                None => items.iter().enumerate().for_each(|(place, item)| {
                    each(field, place, item, names, told);
                }),
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// One of several: named by what tells it from the others.
fn each(field: &str, place: usize, item: &Value, names: &Names, told: &mut InWords) {
    let Some(fields) = item.as_object() else { return };
    let known = NAMING.iter().find(|name| fields.contains_key(**name));
    let named = known.and_then(|name| scalar(fields.get(*name)?, names));
    let title =
        ["title", "activity", "name", "heading"].iter().find_map(|name| text(fields.get(*name)?));
    let called = title.map(str::to_owned).or(named);
    let called = called.unwrap_or_else(|| (place + 1).to_string());
    let rest: Map<String, Value> = fields
        .iter()
        .filter(|(name, _)| Some(&name.as_str()) != known)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let field = joined(field, &called);
    if rest.is_empty() {
        told.insert(field, "listed".to_owned());
    } else {
        unfold(&field, &Value::Object(rest), names, told);
    }
}

/// Fields that tell one of several from the others.
const NAMING: &[&str] =
    &["action", "item", "row", "kind", "standard", "date", "person", "role", "metric", "rule"];

/// A value that is said in one breath; none for one that has parts.
fn scalar(value: &Value, names: &Names) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(written) => Some(called(written, names)),
        Value::Object(fields) if is_sealed(fields) => Some(ERASED.to_owned()),
        Value::Object(_) => text(value).map(str::to_owned),
        Value::Array(_) => None,
    }
}

/// The words of a text.
fn text(value: &Value) -> Option<&str> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    fields.get("t")?.as_str()
}

/// Who or what a reference or a word of ours names.
pub(super) fn called(written: &str, names: &Names) -> String {
    if let Ok(person) = written.parse::<PersonRef>() {
        return names.known(person).unwrap_or_else(|| written.to_owned());
    }
    let role = names.role(&RoleId::new(written));
    if role != written {
        return role;
    }
    let ours = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    if ours(written) { things::plain(written) } else { written.to_owned() }
}

/// What a field of JSON is called; where its name is a role's, the role's.
fn label(name: &str, names: &Names) -> String {
    let role = names.role(&RoleId::new(name));
    if role == name { things::field(name) } else { role }
}

fn joined(outer: &str, inner: &str) -> String {
    if outer.is_empty() { inner.to_owned() } else { format!("{outer}: {inner}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(value: Value) -> Vec<(String, String)> {
        let names = Names::none();
        let row: Fields = serde_json::from_value(value).unwrap();
        in_words(&row, &names).into_iter().collect()
    }

    #[test]
    fn a_row_is_told_field_by_field_whatever_it_holds() {
        for (row, expected) in [
            (json!({ "last_day": "2026-11-16", "reason": null }), vec![("Until", "2026-11-16")]),
            (json!({ "raised_seq": 3, "stage": "given-up" }), vec![("Stage", "Given up")]),
            (json!({ "name": { "t": "weekly" } }), vec![("Name", "weekly")]),
            (json!({ "name": { "c": "" } }), vec![("Name", "(erased)")]),
            (
                json!({ "terms": { "minutes": 60, "on": ["mon", "fri"] } }),
                vec![("Minutes", "60"), ("On", "Mon, Fri")],
            ),
            (
                json!({ "terms": { "checklist": [
                    { "item": "a", "title": { "t": "Anomalies" }, "minutes": 5 },
                ] } }),
                vec![
                    ("Checklist: Anomalies: Minutes", "5"),
                    ("Checklist: Anomalies: Title", "Anomalies"),
                ],
            ),
            (json!({ "terms": { "roles": [] } }), vec![]),
        ] {
            let said = told(row.clone());
            let said: Vec<(&str, &str)> =
                said.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
            assert_eq!(said, expected, "{row}");
        }
    }
}

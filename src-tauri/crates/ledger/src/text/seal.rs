//! Sealing: from texts in the clear to commitments.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Salts, SealedText, commitment, only_field, step};
use crate::encoding::{base64, from_base64_exact};

/// Replaces every `{"t": text}` in `value` by its commitment and gives back the texts.
/// `prefix` is where the value will stand in the body, such as `/event`.
pub fn seal(value: &mut Value, prefix: &str, salts: &mut dyn Salts) -> Vec<SealedText> {
    let mut sealed = Vec::new();
    seal_into(value, prefix, salts, &mut sealed);
    sealed
}

fn seal_into(value: &mut Value, path: &str, salts: &mut dyn Salts, sealed: &mut Vec<SealedText>) {
    if let Some(text) = only_field(value, "t") {
        let text = text.to_owned();
        let salt = salts.salt();
        *value = json!({ "c": base64(&commitment(&salt, &text)) });
        sealed.push(SealedText { path: path.to_owned(), salt, text });
        return;
    }
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                seal_into(item, &step(path, &index.to_string()), salts, sealed);
            }
        }
        Value::Object(fields) => {
            // In the order of names, so that a seed gives the same salts however fields are kept.
            for (name, field) in fields.iter_mut().collect::<BTreeMap<_, _>>() {
                seal_into(field, &step(path, name), salts, sealed);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The pointer of the first text that still stands in the clear, or of what looks like a
/// commitment and is none, if any.
pub(crate) fn first_unsealed(value: &Value, path: &str) -> Option<String> {
    let clear = only_field(value, "t").is_some();
    let malformed = only_field(value, "c").is_some_and(|c| from_base64_exact::<32>(c).is_none());
    if clear || malformed {
        return Some(path.to_owned());
    }
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| first_unsealed(item, &step(path, &index.to_string()))),
        Value::Object(fields) => {
            fields.iter().find_map(|(name, field)| first_unsealed(field, &step(path, name)))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

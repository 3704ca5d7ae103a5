//! Opening: from commitments back to the texts that are still there.

use serde_json::{Value, json};

use super::{only_field, step};

/// Replaces every `{"c": commitment}` in `value` by `{"t": text}` where `lookup` knows the text
/// of that path; leaves it as it is where the text was erased or withheld.
pub fn open(value: &mut Value, prefix: &str, lookup: &dyn Fn(&str) -> Option<String>) {
    if only_field(value, "c").is_some() {
        if let Some(text) = lookup(prefix) {
            *value = json!({ "t": text });
        }
        return;
    }
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                open(item, &step(prefix, &index.to_string()), lookup);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                open(field, &step(prefix, name), lookup);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

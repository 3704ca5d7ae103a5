//! A text of which only the commitment is left: its words were erased, or withheld.

use serde_json::{Map, Value};

/// Whether what has these fields is such a text.
pub(crate) fn is_sealed(fields: &Map<String, Value>) -> bool {
    fields.len() == 1 && fields.contains_key("c")
}

/// Whether one of the texts in `value` is.
pub(crate) fn holds_sealed(value: &Value) -> bool {
    match value {
        Value::Object(fields) => is_sealed(fields) || fields.values().any(holds_sealed),
        Value::Array(items) => items.iter().any(holds_sealed),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

//! Canonical JSON (RFC 8785): one value, one sequence of bytes.

use serde_json::Value;

use crate::Error;

/// The largest integer that means the same in every JSON reader: 2^53 - 1.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Lists and objects may lie this deep in each other.
pub const DEEPEST: usize = 64;

/// Writes a value as RFC 8785 canonical JSON.
///
/// # Errors
/// [`Error::Number`] for a number that is no integer within ±(2^53 - 1): ids, money and decimals
/// are strings here, so that every reader sees the same value. [`Error::NotCanonical`] for values
/// more than [`DEEPEST`] deep in each other.
pub fn to_string(value: &Value) -> Result<String, Error> {
    check(value, 0)?;
    serde_json_canonicalizer::to_string(value)
        .map_err(|error| Error::NotCanonical(error.to_string()))
}

fn check(value: &Value, depth: usize) -> Result<(), Error> {
    if depth > DEEPEST {
        return Err(Error::NotCanonical(format!("values lie more than {DEEPEST} deep")));
    }
    match value {
        Value::Number(number) => {
            let whole = number.as_i64().is_some_and(|i| i.unsigned_abs() <= MAX_INTEGER);
            if whole { Ok(()) } else { Err(Error::Number(number.to_string())) }
        }
        Value::Array(items) => items.iter().try_for_each(|item| check(item, depth + 1)),
        Value::Object(fields) => fields.values().try_for_each(|field| check(field, depth + 1)),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

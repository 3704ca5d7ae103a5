//! Judging what holds words that were erased since: what is gone was there when it counted.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::Problem;
use crate::sealed::{holds_sealed, is_sealed};

/// What stands for a text of the workspace that is gone.
const STOOD: &str = "(what stood here was erased)";
/// What stands for a text of an entry that is gone: never the same as what stood.
const SAID: &str = "(what was said here was erased)";

/// An entry's value with words in the place of each text that is gone.
pub(crate) fn filled<T: Serialize + DeserializeOwned>(of: &T) -> Result<T, Problem> {
    with(SAID, of)
}

/// The same of what stood before it.
pub(crate) fn stood<T: Serialize + DeserializeOwned>(of: &T) -> Result<T, Problem> {
    with(STOOD, of)
}

fn with<T: Serialize + DeserializeOwned>(words: &str, of: &T) -> Result<T, Problem> {
    let mut value = serde_json::to_value(of).map_err(Problem::internal)?;
    fill(&mut value, words);
    serde_json::from_value(value).map_err(Problem::internal)
}

/// Whether an entry said what it should have, as far as can be told: a text that is gone by now may
/// have been the right one.
pub(crate) fn alike<T: Serialize>(due: &T, entered: &T) -> Result<bool, Problem> {
    let value = |of: &T| serde_json::to_value(of).map_err(Problem::internal);
    Ok(same(&value(due)?, &value(entered)?))
}

/// Whether a text in it is gone.
pub(super) fn is_gone_in<T: Serialize>(of: &T) -> Result<bool, Problem> {
    Ok(holds_sealed(&serde_json::to_value(of).map_err(Problem::internal)?))
}

fn fill(value: &mut Value, words: &str) {
    match value {
        gone if is_gone(gone) => *gone = json!({ "t": words }),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, words)),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn same(due: &Value, entered: &Value) -> bool {
    match (due, entered) {
        (due, entered) if is_gone(entered) || *due == json!({ "t": STOOD }) => true,
        (Value::Object(due), Value::Object(entered)) => {
            let alike = |(name, due)| entered.get(name).is_some_and(|entered| same(due, entered));
            due.len() == entered.len() && due.iter().all(alike)
        }
        (Value::Array(due), Value::Array(entered)) => {
            let alike = |(due, entered)| same(due, entered);
            due.len() == entered.len() && due.iter().zip(entered).all(alike)
        }
        (due, entered) => due == entered,
    }
}

/// A text of which only the commitment is left.
fn is_gone(value: &Value) -> bool {
    value.as_object().is_some_and(is_sealed)
}

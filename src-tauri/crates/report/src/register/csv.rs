//! The register as CSV: every fact, as an import reads it back.

use super::model::Model;
use crate::csv::{Reader, Table, write};
use crate::error::Result;

/// The register's rows as CSV, with the facts the page has no room for.
///
/// # Errors
/// As [`crate::csv::write`].
pub fn csv(model: &Model, reader: Reader) -> Result<Vec<u8>> {
    let rows = model.rows.iter().map(|row| row.facts.clone()).collect();
    write(&Table { heads: model.heads.clone(), rows }, reader)
}

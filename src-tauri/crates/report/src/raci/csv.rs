//! A matrix as CSV: activities down, roles across, as an import reads it.

use super::model::Matrix;
use crate::csv::{Reader, Table, write};
use crate::error::Result;

/// The matrix as CSV.
///
/// # Errors
/// As [`crate::csv::write`].
pub fn csv(matrix: &Matrix, reader: Reader) -> Result<Vec<u8>> {
    let heads = std::iter::once("Activity".to_owned())
        .chain(matrix.roles.iter().map(|role| role.name.clone()))
        .chain(["Accountable person".to_owned()]);
    let rows = matrix.rows.iter().map(|row| {
        std::iter::once(row.activity.clone())
            .chain(row.letters.iter().cloned())
            .chain([row.named.clone().unwrap_or_default()])
            .collect()
    });
    write(&Table { heads: heads.collect(), rows: rows.collect() }, reader)
}

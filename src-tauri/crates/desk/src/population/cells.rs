//! The cells of a row by what they say.

use domain::batch::{BatchImported, Field};

use crate::batches::cells;

/// Reads the cells of a batch's rows.
pub(crate) struct Cells {
    /// The field of each cell, in order.
    fields: Vec<usize>,
}

impl Cells {
    pub(crate) fn of(batch: &BatchImported) -> Self {
        Self { fields: batch.columns.iter().map(|column| column.field as usize).collect() }
    }

    /// Gives the cells of a row to `read`, by the place of their field; blank where it has none.
    pub(crate) fn read<T>(&self, row: &[u8], read: impl FnOnce(&[&str]) -> T) -> T {
        let mut long = Vec::new();
        let mut by_field = [""; Field::ALL.len()];
        for (field, cell) in self.fields.iter().zip(cells(row, &mut long)) {
            if let Some(slot) = by_field.get_mut(*field) {
                *slot = cell;
            }
        }
        read(&by_field)
    }
}

//! What a vendor is certified for, read from a cell.

use super::cells::{Cells, day};
use super::register_words::{HELD, NOT_HELD};
use super::{CertificationRow, Standard, WorkflowField};
use crate::quote::{Part, parts};
use crate::words::plain;

impl Cells<'_> {
    /// A certification: the day it lasts to, a plain yes, or what shows it.
    pub(super) fn certification(
        &mut self,
        field: WorkflowField,
        standard: Standard,
    ) -> Option<CertificationRow> {
        let cell = self.answer(field)?;
        if NOT_HELD.contains(&plain(&cell).as_str()) {
            return None;
        }
        if let Some(row) = certification_with_words(&cell, standard) {
            return Some(row);
        }
        let words = || cell.split([' ', ',', ';', '(', ')', '\n']).filter(|word| !word.is_empty());
        let expires = words().find_map(day);
        let rest =
            words().filter(|word| day(word).is_none() && !HELD.contains(&plain(word).as_str()));
        let evidence = rest.collect::<Vec<_>>().join(" ");
        let evidence = Some(evidence).filter(|words| !words.is_empty());
        Some(CertificationRow { standard, expires, evidence })
    }
}

/// A certification whose evidence stands in quotes after a semicolon: `2027-03-31; "page 3"`.
fn certification_with_words(cell: &str, standard: Standard) -> Option<CertificationRow> {
    let parts = parts(cell, &[';']);
    let [held, Part { text, quoted: true }] = parts.as_slice() else { return None };
    Some(CertificationRow { standard, expires: day(&held.text), evidence: Some(text.clone()) })
}

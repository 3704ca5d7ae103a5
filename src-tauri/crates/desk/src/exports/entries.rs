//! Entries as a record lists them.

use store::Entry;

use super::frame::stamp;
use crate::log::LogRow;

/// An entry as the change log tells it, with its leaf.
pub(super) fn listed(entry: &Entry, row: &LogRow) -> report::Entry {
    report::Entry {
        entry: row.entry,
        at: stamp(&row.at),
        by: row.by_name.clone(),
        says: row.says.clone(),
        leaf: ledger::encoding::hex(&entry.leaf),
    }
}

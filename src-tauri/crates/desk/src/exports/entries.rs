//! Entries as a record lists them.

use chrono::DateTime;
use store::Entry;

use crate::log::LogRow;

/// An entry as the change log tells it, with its leaf.
pub(super) fn listed(entry: &Entry, row: &LogRow) -> report::Entry {
    let at = DateTime::parse_from_rfc3339(&row.at);
    report::Entry {
        entry: row.entry,
        at: at.map(|at| at.format("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default(),
        by: row.by_name.clone(),
        says: row.says.clone(),
        leaf: ledger::encoding::hex(&entry.leaf),
    }
}

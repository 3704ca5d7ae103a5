//! The tamper table: everything somebody could do to a record or a pack, done, and found.
//! `cargo nextest run -p countersign-ledger --no-capture --test tamper` prints the counts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod later;
mod operator;
mod packs;
#[path = "../record/mod.rs"]
mod record;
mod records;
mod rows;
mod table;

use ledger::verify::{self, Claims, Record};

fn refused(record: &Record) -> bool {
    !verify::record(record, &Claims::default()).accepted()
}

fn refused_against(record: &Record, claims: &Claims) -> bool {
    !verify::record(record, claims).accepted()
}

//! The evidence pack: one zip an outsider can verify without us.
//!
//! It is written in steps because of the seal. [`Pack`] takes one file after the other, each weighed
//! as it goes into the zip, so that none has to lie in memory whole; [`Pack::close`] fixes them and so
//! the manifest. The desk commits to [`Manifest::sha256`] in an entry of the ledger, of which
//! [`Unsealed::seal`] adds the bytes, the proof and a checkpoint under `seal/`, which the manifest
//! leaves out. The zip takes its name whole or not at all.

mod facts;
mod index;
mod manifest;
mod page;
mod place;
mod readme;
mod write;

pub use facts::{Batch, Facts, Key, Request, Seal};
pub use manifest::Manifest;
pub use page::{PAGE, PageIn, VERSION, page_in, page_sha256};
pub use write::{Content, Pack, Unsealed, Written};

#[cfg(test)]
mod tests;

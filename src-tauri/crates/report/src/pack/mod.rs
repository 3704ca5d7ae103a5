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
mod place;
mod readme;
mod write;

pub use facts::{Batch, Facts, Key, Request, Seal};
pub use manifest::Manifest;
pub use write::{Content, Pack, Unsealed, Written};

/// The page that shows and verifies a pack in a browser. Built from `ui/verifier` by `cargo xtask
/// verifier`; the same bytes in every pack of a release, so that its hash can be published.
pub const PAGE: &[u8] = include_bytes!("verify.html");

#[cfg(test)]
mod tests;

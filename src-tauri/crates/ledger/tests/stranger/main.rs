//! The verifier that a stranger wrote from FORMAT.md, and the one in the page that travels in packs, find
//! in wrong packs just what this one finds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test helper")]

mod archives;
mod attacks;
mod bytes;
#[path = "../record/mod.rs"]
mod record;
mod three;

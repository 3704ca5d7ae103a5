//! What makes a record trustworthy: bytes, signatures, tree, checkpoints, proofs, verify.
//!
//! The writer's half builds entries, statements, checkpoints and proofs; [`verify`] reads them
//! back and judges them, and shares nothing with the writer but hash and signature primitives.
//! The ledger knows nothing of governance: an event it does not name is opaque to it.
//! `FORMAT.md` beside this crate says everything an outsider needs to write a verifier.

pub mod canonical;
pub mod checkpoint;
pub mod cosignature;
pub mod encoding;
pub mod entry;
pub mod error;
pub mod head;
pub mod key;
pub mod moment;
pub mod note;
pub mod pack;
pub mod primitive;
pub mod proof;
pub mod random;
pub mod rows;
pub mod statement;
pub mod stop_list;
pub mod text;
pub mod tree;
pub mod verify;
pub mod workspace;

pub use entry::{Draft, SignedEntry};
pub use error::Error;
pub use head::Head;
pub use primitive::Hash;

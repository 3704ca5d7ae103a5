//! Statements: what a person signs, here or on another machine, for an entry to carry.

mod counts;

pub use counts::{counts, holds};

use crate::{Moment, PersonRef};

/// A signed statement as the rules see it: its words, and what whoever holds the keys and the
/// record found out about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Who signed.
    pub by: PersonRef,
    /// The id of the key it was signed with.
    pub key: String,
    /// Whether that is the signer's key in force, and the signature holds.
    pub signed: bool,
    /// Whether it was made for this workspace.
    pub ours: bool,
    /// Whether it judges exactly what is asked: kind, reference and hash.
    pub asked: bool,
    /// The verdict.
    pub verdict: String,
    /// When it was signed.
    pub at: Moment,
    /// Until when an entry may carry it.
    pub expires: Moment,
    /// Whether the head its signer had seen is a head of this record.
    pub seen: bool,
    /// Whether an entry carries it already.
    pub used: bool,
}

/// The verdict that says yes.
pub const APPROVE: &str = "approve";
/// The verdict that says no.
pub const REFUSE: &str = "refuse";

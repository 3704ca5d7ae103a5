//! Policies and training: what people are told in writing, which version of it is in force, and who
//! has put their name to it.
//!
//! A version is an entry that is never changed; revising writes the next one. Only a decision puts a
//! version in force, and whoever it asks attests exactly that version, by a signed statement over its
//! entry. Who has not is computed from these entries and a day.

mod asked;
mod attest;
mod draft;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use asked::{AGAIN_AHEAD, Asked, Joined, Unattested, unattested};
pub use attest::{ATTESTATION, ATTESTATION_DAYS, attest, may_attest};
pub use draft::{AGAIN_DAYS, SECTION_LIMIT, Written, authors, draft, may_write, revise, whole};

use crate::people::SignedStatement;
use crate::{PersonRef, PolicyRef, RoleId, Text};

/// What sort of policy it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "PolicyKind")]
pub enum Kind {
    /// What AI may be used for, with which data, inside which limits.
    AcceptableUse,
    /// The same in short, as rules of the desk.
    DosAndDonts,
    /// What people learn before they work with AI.
    Training,
    /// Any other.
    Other,
}

impl Kind {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AcceptableUse => "Acceptable use",
            Self::DosAndDonts => "Do’s and don’ts",
            Self::Training => "Training",
            Self::Other => "Policy",
        }
    }
}

/// A part of a policy under its own heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: Text,
    /// What it says; a line that begins with `- ` is an item of a list.
    pub body: Text,
}

/// A policy as a version has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What it is called.
    pub title: Text,
    /// What sort of policy it is.
    pub kind: Kind,
    /// What it says, in order.
    pub sections: Vec<Section>,
    /// Whose holders attest it; none named means everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
    /// Days after which an attestation is asked for again; none where only a new version asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_days: Option<u32>,
}

/// A policy is written: its first version. It binds nobody yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyDrafted {
    /// The new reference.
    pub policy: PolicyRef,
    /// What it says.
    pub terms: Terms,
}

/// The next version of a policy is written. The one in force stays in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRevised {
    /// Which.
    pub policy: PolicyRef,
    /// The number of the version, counted from 1.
    pub version: u32,
    /// What it says.
    pub terms: Terms,
}

/// A version is in force from now on, or adopted anew where it was already: then it goes on being in
/// force, and what was attested counts on. Only a decision that was applied does that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyAdopted {
    /// Which.
    pub policy: PolicyRef,
    /// Which version.
    pub version: u32,
    /// SHA-256 of the event that wrote it, as it was signed (canonical JSON), in hex.
    pub hash: String,
    /// What it says, so that whoever decides has all of it at hand.
    pub terms: Terms,
}

/// A policy is in force no longer, and asks nobody. Only a decision that was applied does that; what
/// was written and attested stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRetired {
    /// Which.
    pub policy: PolicyRef,
}

/// A person put their name under the version in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyAttested {
    /// Which.
    pub policy: PolicyRef,
    /// Which version.
    pub version: u32,
    /// What they signed, over the event that wrote it.
    pub statement: SignedStatement,
}

/// A policy in force, as far as it asks people to attest it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Which.
    pub policy: PolicyRef,
    /// Which version.
    pub version: u32,
    /// Whose holders attest it; none named means everybody.
    pub roles: Vec<RoleId>,
    /// Days after which an attestation is asked for again.
    pub again_days: Option<u32>,
    /// The day from which it is in force.
    pub from: NaiveDate,
    /// Who has attested it since then, in order.
    pub attested: Vec<Attestation>,
}

/// Somebody attested a version that was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// Who.
    pub by: PersonRef,
    /// The day on which they signed.
    pub on: NaiveDate,
}

//! Policies and training: writing them, proposing a version, attesting what is in force, and who has
//! not.

mod asks;
mod attest;
mod difference;
mod list;
mod page;
mod request;
mod stand;
mod write;

use domain::policy::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use request::{AttestationAsked, AttestationRequested};

pub(crate) use asks::{again, whom_of};
pub(crate) use attest::attested;
pub(crate) use difference::{difference, otherwise, stays};
pub(crate) use list::waiting_for;
pub(crate) use request::{AttestationRead, attestation_held_against, read_attestation};
pub(crate) use stand::{
    all_asking, asking, days, in_force, joined, titles, to_adopt, unattested, version, versions,
};

use crate::Passphrase;
use crate::decisions::RoleNamed;
use crate::files::Grant;

/// Policies and training.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PoliciesView {
    /// Each, in the order of their references.
    pub rows: Vec<PolicyRow>,
    /// Whether who is signed in may write them.
    pub may_write: bool,
    /// The roles that may be asked to attest one.
    pub roles: Vec<RoleNamed>,
    /// Days that somebody has to attest from when they are first asked.
    pub attest_days: u32,
    /// The entry they stand after.
    pub as_of: u64,
}

/// A policy in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyRow {
    /// Reference.
    pub policy: String,
    /// What it is called: the version in force, the one that was last, or the last one written; none
    /// once erased.
    pub title: Option<String>,
    /// What sort of policy it is.
    pub kind: Kind,
    /// What people call that sort.
    pub kind_words: String,
    /// How many versions were written.
    pub versions: u32,
    /// The version in force.
    pub in_force: Option<u32>,
    /// Since when, RFC 3339 with the offset of the workspace's zone.
    pub since: Option<String>,
    /// When that version was adopted last, for the first time or anew; the same form.
    pub adopted: Option<String>,
    /// How it went out of force, where it did and no version is in force since.
    pub retired: Option<PolicyRetirement>,
    /// The open decision that would adopt a version, or retire the policy.
    pub proposed: Option<PolicyProposed>,
    /// Whose holders attest it, by name; none named means everybody.
    pub roles: Vec<RoleNamed>,
    /// How many people the version in force asks.
    pub asked: u32,
    /// How many of them have attested it.
    pub attested: u32,
    /// How many are late.
    pub late: u32,
    /// How who is signed in stands with it; none where it does not ask them.
    pub mine: Option<AskShown>,
}

/// A policy went out of force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyRetirement {
    /// The version that was in force until then.
    pub version: u32,
    /// The decision that retired it.
    pub decision: Option<String>,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// The entry.
    pub entry: u64,
}

/// A decision that would put a version in force, or the policy out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyProposed {
    /// The decision.
    pub decision: String,
    /// The version; none where the policy would be retired.
    pub version: Option<u32>,
}

/// How somebody stands with a policy that asks them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskShown {
    /// In a word.
    pub state: AskState,
    /// The day on which they attested.
    pub on: Option<String>,
    /// The last day on which attesting is in time, or on which their attestation counts.
    pub until: Option<String>,
}

/// How somebody stands with a policy, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AskState {
    /// They are asked, and their time is over.
    Late,
    /// They are asked.
    Waits,
    /// They have attested it.
    Attested,
}

/// A policy that waits for somebody's attestation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyWaiting {
    /// Reference.
    pub policy: String,
    /// What it is called; none once erased.
    pub title: Option<String>,
    /// What sort of policy it is.
    pub kind: Kind,
    /// The version in force.
    pub version: u32,
    /// The last day on which it is in time.
    pub until: String,
    /// Whether that is over.
    pub late: bool,
}

/// Asks for one policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PolicyQuery {
    /// Which.
    pub policy: String,
}

/// One policy, whole.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PolicyPage {
    /// In a line.
    pub row: PolicyRow,
    /// Every version, the newest first.
    pub versions: Vec<PolicyVersion>,
    /// Everybody whom the version in force asks: who is late first, then who is asked.
    pub people: Vec<PolicyPerson>,
    /// Whether who is signed in may write its next version.
    pub may_write: bool,
    /// The roles that may be asked to attest it.
    pub roles: Vec<RoleNamed>,
    /// Days that somebody has to attest from when they are first asked.
    pub attest_days: u32,
    /// The entry it stands after.
    pub as_of: u64,
}

/// A version of a policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PolicyVersion {
    /// Its number, counted from 1.
    pub version: u32,
    /// When it was written, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Who wrote it, by name.
    pub by_name: String,
    /// The entry that did.
    pub entry: u64,
    /// SHA-256 of that entry's event as it was signed, in hex: what an attestation signs.
    pub hash: String,
    /// What it is called; none once erased.
    pub title: Option<String>,
    /// What sort of policy it is.
    pub kind: Kind,
    /// What it says.
    pub sections: Vec<SectionShown>,
    /// Whose holders attest it; none named means everybody.
    pub roles: Vec<RoleNamed>,
    /// Days after which an attestation is asked for again.
    pub again_days: Option<u32>,
    /// Each time it was adopted, the first one first.
    pub adopted: Vec<PolicyAdoption>,
    /// Whether it is in force.
    pub in_force: bool,
}

/// A section as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SectionShown {
    /// The heading; none once erased.
    pub heading: Option<String>,
    /// What it says; none once erased.
    pub body: Option<String>,
}

/// A version was put in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyAdoption {
    /// The decision that did.
    pub decision: Option<String>,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// Until when that stood, by another adoption or a retirement; none while it stands.
    pub until: Option<String>,
    /// The entry.
    pub entry: u64,
}

/// Somebody whom a policy asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PolicyPerson {
    /// Reference.
    pub person: String,
    /// Name.
    pub name: String,
    /// The roles they hold, by name.
    pub roles: Vec<String>,
    /// How they stand.
    pub ask: AskShown,
    /// The entry that carries their last attestation of it.
    pub entry: Option<u64>,
}

/// A policy as somebody writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PolicyGiven {
    /// What it is called.
    pub title: String,
    /// What sort of policy it is.
    pub kind: Kind,
    /// What it says.
    pub sections: Vec<SectionGiven>,
    /// Whose holders attest it; none named means everybody.
    pub roles: Vec<String>,
    /// Days after which an attestation is asked for again.
    pub again_days: Option<u32>,
}

/// A section as somebody writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SectionGiven {
    /// The heading.
    pub heading: String,
    /// What it says; a line that begins with `- ` is an item of a list.
    pub body: String,
}

/// Writes a policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DraftPolicy {
    /// What it says.
    pub given: PolicyGiven,
}

/// Writes the next version of a policy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RevisePolicy {
    /// Which.
    pub policy: String,
    /// The last version its writer has seen.
    pub seen: u32,
    /// What it says.
    pub given: PolicyGiven,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: String,
}

/// Puts one's own name under the version in force.
#[derive(Deserialize, TS)]
pub struct AttestPolicy {
    /// Which.
    pub policy: String,
    /// The hash of the version that was read: only that is signed.
    pub hash: String,
    /// Opens one's key.
    pub passphrase: Passphrase,
}

/// Asks for attestations by a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestAttestation {
    /// Of which policy.
    pub policy: String,
    /// Where the request goes.
    pub grant: Grant,
}

/// Saves who attested which version when, as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportPolicies {
    /// Where it goes.
    pub grant: Grant,
}

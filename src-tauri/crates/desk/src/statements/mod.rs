//! Statements that travel: a request goes out as a small file, is read and signed on any machine,
//! and comes back as a small file that an entry then carries.

mod asks;
mod judge;
mod open;
mod request;
mod sign;
mod small_file;
mod take;
mod told;

pub(crate) use sign::{Saying, signed};
pub(crate) use told::{TextBeside, altered, event_told, texts_beside, unreadable};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decisions::VoteAsked;
use crate::files::{Grant, Written};
use crate::people::PeopleView;
use crate::policies::AttestationAsked;
use crate::reviews::CountersignatureAsked;
use crate::samples::SeedAsked;
use crate::{Passphrase, Problem};

/// Makes a key for a person who has none left, and a request that two others answer.
#[derive(Deserialize, TS)]
pub struct RequestKey {
    /// Who is stuck.
    pub person: String,
    /// Seals the new key on this machine.
    pub new_passphrase: Passphrase,
    /// Where the request goes.
    pub grant: Grant,
}

/// A request that was made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RequestMade {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
    /// Everybody, the key that waits among their keys.
    pub people: PeopleView,
}

/// Opens a request, to be read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenRequest {
    /// Its file.
    pub grant: Grant,
}

/// A request, whole: whoever signs it signs exactly this.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestView {
    /// SHA-256 of its file, in hex.
    pub sha256: String,
    /// The workspace, as the request calls it, or as it is called where it is open here.
    pub workspace: String,
    /// The workspace's id.
    pub ws: String,
    /// Whether that workspace is open here, so that its names and keys were held against it.
    pub known: bool,
    /// What it asks for.
    pub asks: Asks,
    /// Until when an answer is of use, RFC 3339.
    pub expires: String,
    /// Whose key lies on this machine, so that they could sign.
    pub signers: Vec<Signer>,
    /// Why nobody should sign it, where that is so.
    pub refused: Option<Problem>,
}

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asks {
    /// A new key in the place of one that is lost or in wrong hands.
    KeyReplacement(NewKeyAsked),
    /// Votes on a decision, over its whole proposal.
    Vote(Box<VoteAsked>),
    /// The seed of a sample, over its whole plan and the tree after it.
    Seed(Box<SeedAsked>),
    /// Attestations of a policy, over the whole version in force.
    Attestation(Box<AttestationAsked>),
    /// The countersignature of a closed review, over all that it found.
    Countersignature(Box<CountersignatureAsked>),
}

/// Who gets which key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewKeyAsked {
    /// Who.
    pub person: String,
    /// Their name; none where it was erased.
    pub name: Option<String>,
    /// The new key's id.
    pub key: String,
    /// SHA-256 of the new public key, in hex: to be compared by voice.
    pub fingerprint: String,
    /// The id of the key that signs no more.
    pub old: String,
    /// SHA-256 of the old public key, in hex.
    pub old_fingerprint: String,
}

/// Somebody whose key lies on this machine.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Signer {
    /// Reference.
    pub person: String,
    /// Name, where the workspace is open here.
    pub name: Option<String>,
    /// The key's id.
    pub key: String,
    /// Why this person cannot answer it, where that is so.
    pub refused: Option<Problem>,
}

/// Answers a request: signs yes or no.
#[derive(Deserialize, TS)]
pub struct SignRequest {
    /// The request's file.
    pub grant: Grant,
    /// SHA-256 of the file that was read, in hex: only that is signed.
    pub sha256: String,
    /// Who signs.
    pub person: String,
    /// Yes or no.
    pub approve: bool,
    /// Whether a vote is that of somebody consulted: it is heard, and decides nothing.
    #[serde(default)]
    pub consulted: bool,
    /// Why, in their words; may be blank.
    pub reason: String,
    /// Opens their key.
    pub passphrase: Passphrase,
    /// Where the statement goes.
    pub out: Grant,
}

/// Reads statements that came back; takes nothing in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenStatements {
    /// Their files.
    pub grants: Vec<Grant>,
}

/// Statements that came back, and what they come to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatementsView {
    /// What they answer; none while no file could be read.
    pub asks: Option<Asks>,
    /// Each file.
    pub statements: Vec<StatementRow>,
    /// Why they cannot be taken in yet; none when they can.
    pub refused: Option<Problem>,
}

/// A statement that came back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatementRow {
    /// The file's name.
    pub file: String,
    /// Who signed it, by reference; none when the file could not be read.
    pub by: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// The roles they hold today, by name.
    pub roles: Vec<String>,
    /// What it says, such as `approve`.
    pub verdict: Option<String>,
    /// Why, in their words.
    pub reason: Option<String>,
    /// When it was signed, RFC 3339.
    pub at: Option<String>,
    /// Why it does not count; none when it does.
    pub refused: Option<Problem>,
}

/// Takes statements in, which enters what they approve.
#[derive(Deserialize, TS)]
pub struct TakeStatements {
    /// Their files.
    pub grants: Vec<Grant>,
    /// Opens the key of who takes them in.
    pub passphrase: Passphrase,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: Option<String>,
}

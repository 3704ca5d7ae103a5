//! What a version of a policy holds.

use crate::frame::Frame;

/// A version of a policy.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// What it is called.
    pub title: String,
    /// As in "POL-0001".
    pub reference: String,
    /// What it is, in a sentence: "POL-0001, acceptable use. Written by …".
    pub about: String,
    /// Where it stands.
    pub state: State,
    /// Further facts, each a name and what it is: "Decided by", "DEC-0007". At most five.
    pub facts: Vec<(String, String)>,
    /// What it says, in order.
    pub sections: Vec<Section>,
    /// The version it is held against: "against version 1"; none where it is the first one.
    pub against: Option<String>,
    /// What it says otherwise than that one.
    pub differences: Vec<Difference>,
    /// How many have attested it, in a few words: "20 of 21; 1 is late", or "20 attested" once it is out of
    /// force.
    pub attested: String,
    /// Whom it asks, and when again, in a sentence.
    pub asks: String,
    /// Everybody it asks or who has attested it, those who have not first.
    pub people: Vec<Person>,
    /// SHA-256 of the version as entered: what every attestation signs. 64 lower-case hex digits.
    pub subject: String,
}

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is written and binds nobody yet.
    Draft,
    /// A decision is open that would put it in force.
    Proposed,
    /// It binds whom it asks.
    InForce,
    /// It was in force, and another version is.
    Replaced,
    /// It was in force, and none is.
    Retired,
}

/// A part of it under its own heading.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What it says; a line that begins with `- ` is an item of a list, an empty one ends a paragraph.
    pub body: String,
}

/// Something it says otherwise than the version before.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// What: a section's heading, or "Attested by".
    pub field: String,
    /// What it said; none where it said nothing of it.
    pub before: Option<String>,
    /// What it says; none where it says nothing of it any more.
    pub after: Option<String>,
}

/// Somebody who has attested it, or is asked to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// The roles they hold.
    pub roles: String,
    /// Whether they have attested it.
    pub attested: bool,
    /// Whether they are late with that.
    pub late: bool,
    /// The day: "2026-06-11" on which they signed, "due 2026-06-30", or "was due 2026-06-30".
    pub when: String,
    /// The entry that carries what they signed.
    pub entry: Option<u64>,
}

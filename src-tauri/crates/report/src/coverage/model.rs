//! What a coverage report holds.

use crate::frame::Frame;

/// How requirements stood in a period.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// The period in a sentence.
    pub about: String,
    /// The frameworks, in order.
    pub frameworks: Vec<Framework>,
    /// What the report does not say.
    pub note: String,
}

/// A framework.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Framework {
    /// What it is called.
    pub name: String,
    /// What of it is held, and whose words these are.
    pub says: String,
    /// Its requirements by how they stand, gaps first; a state without any is left out.
    pub states: Vec<Standing>,
}

/// Requirements that stand alike.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Standing {
    /// How.
    pub state: State,
    /// What people call that: "Only earlier evidence".
    pub words: String,
    /// Each of them, in the framework's order.
    pub requirements: Vec<Requirement>,
}

/// How a requirement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing shows it.
    None,
    /// What shows it is from before the period.
    Earlier,
    /// Something shows it in the period.
    InPeriod,
    /// It is not asked here.
    OutOfScope,
}

/// A requirement.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Requirement {
    /// The framework's identifier, as people say it: "GOVERN 1.1".
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What is done to meet it.
    pub asks: String,
    /// From when it applies: "applies from 2027-12-02"; empty where it does already.
    pub applies: String,
    /// What shows it, what would, or why it is not asked.
    pub evidence: String,
}

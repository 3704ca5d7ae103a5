//! What the operating model says.

use crate::frame::Frame;

/// The operating model at a moment. An empty text prints as a dash.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Header, footer, metadata.
    pub frame: Frame,
    /// One per activity.
    pub owners: Vec<Owner>,
    /// One per cadence.
    pub rhythm: Vec<Rhythm>,
    /// What one may do alone, then one per kind of decision.
    pub rights: Vec<Right>,
    /// Whom to call when.
    pub calls: Vec<Call>,
    /// Who is away on the day the report shows.
    pub away: Vec<Away>,
    /// What to do to stop a workflow, step by step.
    pub stopping: Vec<String>,
    /// What holds for the whole page, in a sentence or two.
    pub note: String,
}

/// Who owns an activity.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Owner {
    /// What is done.
    pub activity: String,
    /// The one person who is accountable; empty while that is not clear.
    pub person: String,
    /// The role that is accountable.
    pub role: String,
    /// The roles that do it.
    pub responsible: String,
    /// The roles asked before.
    pub consulted: String,
}

/// A review that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Rhythm {
    /// What it is called.
    pub review: String,
    /// When it is held.
    pub when: String,
    /// How long it takes.
    pub minutes: u32,
    /// Who chairs it; empty while nobody holds the role.
    pub chair: String,
    /// In which role.
    pub chair_role: String,
    /// Who takes part.
    pub attends: String,
}

/// Who decides.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Right {
    /// What is decided.
    pub decision: String,
    /// Who decides, and who is heard before: "CRO; Legal first".
    pub who: String,
    /// Whether somebody holds what it takes to decide.
    pub held: bool,
    /// In what time: "72 h", "at once".
    pub within: String,
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Call {
    /// When.
    pub when: String,
    /// Whom; empty while the role is vacant.
    pub call: String,
    /// The role.
    pub role: String,
    /// Whom next, in order, when that person cannot be reached.
    pub next: String,
}

/// Somebody who is away.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Away {
    /// Who.
    pub person: String,
    /// Until when: "to 24 November 2026".
    pub until: String,
    /// Who acts in their place, role by role; empty where nobody does.
    pub instead: String,
}

//! The rules, each with its sentence, why it exists and how to mend what it finds.

use crate::rule::Strength;

/// A rule about RACI matrices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Exactly one role is Accountable.
    OneAccountable,
    /// At least one role is Responsible.
    OneResponsible,
    /// Where several hold the accountable role, one of them is named.
    AccountableNamed,
    /// Somebody holds each role that has a part.
    RoleHeld,
    /// Nobody is accountable for too much.
    NotTooMuch,
    /// Whoever approves is not whoever asks.
    ApproverApart,
    /// Each workflow has a row that governs it.
    WorkflowCovered,
}

impl Rule {
    /// Every rule, in the order they are told.
    pub const ALL: [Self; 7] = [
        Self::OneAccountable,
        Self::OneResponsible,
        Self::AccountableNamed,
        Self::RoleHeld,
        Self::NotTooMuch,
        Self::ApproverApart,
        Self::WorkflowCovered,
    ];

    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::OneAccountable => "raci.one-accountable",
            Self::OneResponsible => "raci.one-responsible",
            Self::AccountableNamed => "raci.accountable-named",
            Self::RoleHeld => "raci.role-held",
            Self::NotTooMuch => "raci.not-too-much",
            Self::ApproverApart => "raci.approver-apart",
            Self::WorkflowCovered => "raci.workflow-covered",
        }
    }

    /// Whether it blocks. What follows from who happens to hold a role only warns, so that a team
    /// of two can write down who is to do what before everybody is there.
    pub fn strength(self) -> Strength {
        match self {
            Self::OneAccountable | Self::OneResponsible | Self::AccountableNamed => {
                Strength::Blocks
            }
            Self::RoleHeld | Self::NotTooMuch | Self::ApproverApart | Self::WorkflowCovered => {
                Strength::Warns
            }
        }
    }

    /// The rule in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OneAccountable => "Exactly one role is Accountable for an activity.",
            Self::OneResponsible => "At least one role is Responsible for an activity.",
            Self::AccountableNamed => {
                "Where several people hold the accountable role, one of them is named."
            }
            Self::RoleHeld => "Somebody holds each role that has a part.",
            Self::NotTooMuch => "Nobody is Accountable for more than the matrix allows.",
            Self::ApproverApart => "Whoever approves is somebody else than whoever asks.",
            Self::WorkflowCovered => "Each workflow names the row that governs it.",
        }
    }

    /// Why the rule exists.
    pub fn why(self) -> &'static str {
        match self {
            Self::OneAccountable => {
                "With two owners each waits for the other; with none, nobody answers."
            }
            Self::OneResponsible => "Work that nobody does is only an intention.",
            Self::AccountableNamed => "A role cannot answer for a mistake; a person can.",
            Self::RoleHeld => "A letter for an empty chair is work and advice that never come.",
            Self::NotTooMuch => "Who answers for everything has time for nothing of it.",
            Self::ApproverApart => "An approval by whoever asked for it checks nothing.",
            Self::WorkflowCovered => {
                "When such a workflow goes wrong, nobody knows who is to be asked."
            }
        }
    }

    /// How to mend what it finds.
    pub fn mend(self) -> &'static str {
        match self {
            Self::OneAccountable => "Keep one A in the row and make the others C.",
            Self::OneResponsible => "Give one role an R; it may be the accountable one.",
            Self::AccountableNamed => "Name the person beside the row.",
            Self::RoleHeld => "Give somebody the role under People, or its letters to a role held.",
            Self::NotTooMuch => "Give some of these activities to another role.",
            Self::ApproverApart => {
                "Let another role approve, or another person hold one of the two roles."
            }
            Self::WorkflowCovered => "Name a row on the workflow’s page in the register.",
        }
    }
}

//! What can happen in a history, and how likely.

use domain::decision::Verdict;
use domain::workflow::Status;
use proptest::collection::vec;
use proptest::prelude::*;

use super::company::Who;

/// A step. Numbers choose among what there is: of decisions, permits and stops the newest few.
#[derive(Clone, Debug)]
pub enum Step {
    Propose {
        by: Who,
        what: Idea,
        about: u8,
    },
    /// Proposed, and then everybody else does what they can for it, one after the other.
    Carry {
        what: Idea,
        about: u8,
    },
    /// The sponsor is away, and the sales leader approves in their place.
    ApproveInPlace {
        on: u8,
    },
    /// Legal says so twice.
    AgreeTwice {
        on: u8,
    },
    /// Proposed, and approved by the sponsor before anybody else was asked.
    Hasten {
        what: Idea,
        about: u8,
    },
    /// Proposed, and the workflow changed before the vote.
    Undermine {
        what: Idea,
        about: u8,
    },
    /// Proposed, and the vote comes a week later.
    Delay {
        what: Idea,
        about: u8,
    },
    Vote {
        by: Who,
        on: u8,
        says: Verdict,
    },
    /// Two votes under one passphrase: both are entered, or neither.
    Sit {
        by: Who,
        on: u8,
        and: u8,
    },
    /// A vote on other bytes than those of the proposal.
    VoteOnAnother {
        by: Who,
        on: u8,
    },
    /// Security proposes what security approves, and tries.
    ApproveOwn {
        about: u8,
    },
    /// The proposer votes on the own proposal.
    VoteOnOwn {
        on: u8,
    },
    Withdraw {
        by: Who,
        on: u8,
    },
    Apply {
        by: Who,
        on: u8,
    },
    UsePermit {
        permit: u8,
        count: u8,
        days_ago: u8,
    },
    RaisePermit {
        permit: u8,
    },
    Describe {
        by: Who,
        about: u8,
        so: So,
    },
    Set {
        by: Who,
        about: u8,
        to: Status,
    },
    Stop {
        by: Who,
        about: u8,
    },
    Confirm {
        by: Who,
        stop: u8,
    },
    Draft,
    FindLive,
    Later {
        hours: u8,
    },
    Away {
        who: Who,
        days: u8,
    },
    StandIn {
        who: Who,
        role: u8,
    },
    Give {
        who: Who,
        role: u8,
    },
    End {
        who: Who,
        role: u8,
    },
}

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idea {
    Launch,
    Restart,
    /// One tier up, with what the right asks to be shown.
    Raise,
    /// One tier up, and nothing shown.
    RaiseUnproven,
    /// Two tiers up.
    Leap,
    Guardrail,
    MassSend,
    Export,
    /// A launch rule goes off, or on again.
    Switch,
    Undo,
    /// The permit of a decision ends: it is undone.
    Revoke,
}

/// What is said of a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum So {
    Bottleneck,
    Logs,
    NoLogs,
    NoOwner,
    Complete,
    Lower,
    Higher,
}

/// Up to `most` steps, and some at least.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    vec(step(), most / 2..most)
}

fn step() -> impl Strategy<Value = Step> {
    let who = || {
        prop_oneof![
            1 => Just(Who::Operator),
            3 => Just(Who::Sponsor),
            3 => Just(Who::Security),
            2 => Just(Who::Legal),
            2 => Just(Who::Sales),
        ]
    };
    let proposer = || prop_oneof![6 => Just(Who::Operator), 2 => Just(Who::Security), 1 => who()];
    let says = prop_oneof![
        10 => Just(Verdict::Approve),
        2 => Just(Verdict::Refuse),
        5 => Just(Verdict::Agree),
        2 => Just(Verdict::Object),
    ];
    let idea = || {
        prop_oneof![
            4 => Just(Idea::Launch),
            2 => Just(Idea::Restart),
            3 => Just(Idea::Raise),
            1 => Just(Idea::RaiseUnproven),
            2 => Just(Idea::Leap),
            3 => Just(Idea::Guardrail),
            3 => Just(Idea::MassSend),
            2 => Just(Idea::Export),
            2 => Just(Idea::Switch),
            2 => Just(Idea::Undo),
            1 => Just(Idea::Revoke),
        ]
    };
    let so = prop_oneof![
        Just(So::Bottleneck),
        Just(So::Logs),
        Just(So::NoLogs),
        Just(So::NoOwner),
        Just(So::Complete),
        Just(So::Lower),
        Just(So::Higher),
        Just(So::Higher),
    ];
    let to = prop_oneof![
        3 => Just(Status::Paused),
        2 => Just(Status::Draft),
        1 => Just(Status::Retired),
        1 => Just(Status::Live),
    ];
    let some = || 0..3_u8;
    let few = || 0..4_u8;
    prop_oneof![
        8 => (idea(), few()).prop_map(|(what, about)| Step::Carry { what, about }),
        6 => (proposer(), idea(), few()).prop_map(|(by, what, about)| Step::Propose { by, what, about }),
        14 => (who(), some(), says).prop_map(|(by, on, says)| Step::Vote { by, on, says }),
        1 => (who(), some(), some()).prop_map(|(by, on, and)| Step::Sit { by, on, and }),
        1 => (who(), some()).prop_map(|(by, on)| Step::VoteOnAnother { by, on }),
        2 => (idea(), few()).prop_map(|(what, about)| Step::Hasten { what, about }),
        1 => (idea(), few()).prop_map(|(what, about)| Step::Undermine { what, about }),
        1 => (idea(), few()).prop_map(|(what, about)| Step::Delay { what, about }),
        1 => few().prop_map(|about| Step::ApproveOwn { about }),
        1 => some().prop_map(|on| Step::VoteOnOwn { on }),
        1 => some().prop_map(|on| Step::ApproveInPlace { on }),
        2 => some().prop_map(|on| Step::AgreeTwice { on }),
        2 => (proposer(), some()).prop_map(|(by, on)| Step::Withdraw { by, on }),
        2 => (proposer(), some()).prop_map(|(by, on)| Step::Apply { by, on }),
        4 => (some(), 0..3_u8, 0..2_u8)
            .prop_map(|(permit, count, days_ago)| Step::UsePermit { permit, count, days_ago }),
        3 => (proposer(), few(), so).prop_map(|(by, about, so)| Step::Describe { by, about, so }),
        1 => (proposer(), few(), to).prop_map(|(by, about, to)| Step::Set { by, about, to }),
        1 => (who(), few()).prop_map(|(by, about)| Step::Stop { by, about }),
        1 => (proposer(), some()).prop_map(|(by, stop)| Step::Confirm { by, stop }),
        1 => Just(Step::Draft),
        1 => Just(Step::FindLive),
        3 => prop_oneof![1..6_u8, 20..30_u8, 47..75_u8].prop_map(|hours| Step::Later { hours }),
        1 => (who(), 0..3_u8).prop_map(|(who, days)| Step::Away { who, days }),
        1 => (who(), some()).prop_map(|(who, role)| Step::StandIn { who, role }),
        1 => (who(), some()).prop_map(|(who, role)| Step::Give { who, role }),
        1 => (who(), some()).prop_map(|(who, role)| Step::End { who, role }),
        1 => some().prop_map(|permit| Step::RaisePermit { permit }),
    ]
}

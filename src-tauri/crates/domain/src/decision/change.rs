//! What a decision changes: exactly this, and nothing else.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Right, SettingChange};
use crate::raci::Matrix;
use crate::rule::Settings;
use crate::workflow::{ActionKind, Fact, Facts, Permitted, Status, Workflow};
use crate::{PermitRef, Text, WorkflowRef};

/// What is decided, whole: whoever signs sees the difference from this alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Change {
    /// A workflow of the register.
    Workflow(Box<WorkflowChange>),
    /// A RACI matrix, put in force whole.
    Raci(RaciChange),
    /// The decision rights, whole.
    Rights(RightsChange),
    /// Which rules are on, and their numbers.
    Rules(RulesChange),
    /// A cadence, the calendar, a metric, a baseline or what of a framework is asked.
    Setting(Box<SettingChange>),
    /// Something the register does not hold, as it is asked for.
    Request(Request),
    /// A permit ends.
    Revoke(Revoke),
}

impl Change {
    /// What it changes, in words.
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Workflow(_) => "a workflow",
            Self::Raci(_) => "a RACI matrix",
            Self::Rights(_) => "the decision rights",
            Self::Rules(_) => "the rules",
            Self::Setting(change) => change.after.what(),
            Self::Request(_) => "a request",
            Self::Revoke(_) => "a permit",
        }
    }

    /// The workflow it is about, where it is about one.
    pub fn workflow(&self) -> Option<WorkflowRef> {
        match self {
            Self::Workflow(change) => Some(change.workflow),
            Self::Request(request) => request.workflow,
            Self::Raci(_)
            | Self::Rights(_)
            | Self::Rules(_)
            | Self::Setting(_)
            | Self::Revoke(_) => None,
        }
    }
}

/// Something before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn<T> {
    /// As it stands.
    pub before: T,
    /// As it is to stand.
    pub after: T,
}

/// A workflow as it is to stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowChange {
    /// Which.
    pub workflow: WorkflowRef,
    /// What it is called, for a reader who has no register at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<Text>,
    /// The facts that change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Fact>,
    /// Those facts as they stand; nothing else is filled in.
    pub before: Facts,
    /// Those facts as they are to stand; nothing else is filled in.
    pub after: Facts,
    /// Where it stands, where that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Turn<Status>>,
    /// Whether it counts as found live, where that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_live: Option<Turn<bool>>,
    /// What changes in the system itself and stands in no register, as the proposer states it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<Stated>,
    /// Of a workflow that is to act from then on, every other fact as it stays: whoever lets it act
    /// signs what it is, not only that it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays: Option<Box<Facts>>,
}

/// A setting of the system itself, before and after, as the proposer states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// What it is called.
    pub field: Text,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Text>,
    /// What it is to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Text>,
}

/// A RACI matrix as it is to stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaciChange {
    /// As it is in force; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Matrix>,
    /// As it is to be.
    pub after: Matrix,
}

/// The decision rights as they are to stand, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightsChange {
    /// As they are.
    pub before: Vec<Right>,
    /// As they are to be.
    pub after: Vec<Right>,
}

/// The rules as they are to be set, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesChange {
    /// As they are.
    pub before: Settings,
    /// As they are to be.
    pub after: Settings,
}

/// What a permit may be used for, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "PermitClass")]
pub enum Class {
    /// One action.
    One,
    /// One batch.
    Batch,
    /// Whatever fits its limits until it ends.
    Standing,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What, in the proposer's words.
    pub what: Text,
    /// The workflow that does it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflow: Option<WorkflowRef>,
    /// The permit wanted, where the kind of decision issues one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permit: Option<PermitTerms>,
}

/// What a permit allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitTerms {
    /// For one action, one batch, or whatever fits.
    pub class: Class,
    /// The last day it may be used.
    pub last_day: chrono::NaiveDate,
    /// At most so many in all: rows of an export, messages of a send, otherwise uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// At most this discount, in percent.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    pub discount_percent: Option<Decimal>,
    /// To whom or where: a customer, a destination, a sequence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Text>,
    /// Only for these segments; none named means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Text>,
}

/// A permit ends before its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revoke {
    /// Which.
    pub permit: PermitRef,
}

/// Something a workflow would do, or write, more freely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// What: a kind of action, or the write stage.
    pub what: &'static str,
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "raising “{}”", self.what)
    }
}

impl WorkflowChange {
    /// The change that makes `now` what `after` says, in these facts, status and mark.
    pub fn between(
        now: &Workflow,
        after: &Facts,
        status: Status,
        found_live: bool,
        outside: Vec<Stated>,
    ) -> Self {
        let mut before = now.facts.clone();
        before.forget_gone();
        let changed = before.differences(after);
        let turn = |before, after| (before != after).then_some(Turn { before, after });
        let lets_act =
            status == Status::Live && (now.status != status || now.found_live != found_live);
        let same: Vec<Fact> =
            Fact::ALL.iter().copied().filter(|fact| !changed.contains(fact)).collect();
        Self {
            workflow: now.workflow,
            called: before.name.clone(),
            before: before.only(&changed),
            after: after.only(&changed),
            changed,
            status: turn(now.status, status),
            found_live: (now.found_live != found_live)
                .then_some(Turn { before: now.found_live, after: found_live }),
            outside,
            stays: lets_act.then(|| Box::new(after.only(&same))),
        }
    }

    /// The workflow as it stands once `now` is changed so.
    pub fn applied_to(&self, now: &Workflow) -> Workflow {
        let mut facts = now.facts.clone();
        for fact in &self.changed {
            facts.take(*fact, &self.after);
        }
        Workflow {
            workflow: now.workflow,
            status: self.status.as_ref().map_or(now.status, |turn| turn.after),
            found_live: self.found_live.as_ref().map_or(now.found_live, |turn| turn.after),
            facts,
        }
    }

    /// Whether nothing is changed at all.
    pub fn is_nothing(&self) -> bool {
        self.changed.is_empty()
            && self.status.is_none()
            && self.found_live.is_none()
            && self.outside.is_empty()
    }

    /// What would be freer by a tier or a stage.
    pub fn raised(&self) -> Vec<Raised> {
        let mut raised = Vec::new();
        let mut step = |what, before: u8, after: u8| {
            if after > before {
                raised.push(Raised { what });
            }
        };
        let stage = |facts: &Facts| facts.write_stage.map_or(0, |stage| stage as u8);
        if self.changed.contains(&Fact::WriteStage) {
            step(Fact::WriteStage.words(), stage(&self.before), stage(&self.after));
        }
        if self.changed.contains(&Fact::TierStated) && self.after.permissions.is_empty() {
            let tier = |facts: &Facts| facts.tier_stated.map_or(0, crate::workflow::Tier::number);
            step(Fact::TierStated.words(), tier(&self.before), tier(&self.after));
        }
        if self.changed.contains(&Fact::Permissions) {
            let tier = |facts: &Facts, action: ActionKind| {
                let row = facts.permission(action).map_or(Permitted::Blocked, |row| row.permitted);
                row.tier().map_or(0, crate::workflow::Tier::number)
            };
            for action in ActionKind::ALL {
                step(action.words(), tier(&self.before, *action), tier(&self.after, *action));
            }
        }
        raised
    }

    /// The change that undoes this one on the workflow as it stands `now`.
    pub fn inverse(&self, now: &Workflow) -> Self {
        let mut after = now.facts.clone();
        after.forget_gone();
        for fact in &self.changed {
            after.take(*fact, &self.before);
        }
        // What was stopped or paused since stays so; what has acted is no draft any more.
        let status = match &self.status {
            Some(turn) if turn.after == now.status && turn.before == Status::Draft => {
                Status::Paused
            }
            Some(turn) if turn.after == now.status => turn.before,
            Some(_) | None => now.status,
        };
        let found_live = self.found_live.as_ref().map_or(now.found_live, |turn| turn.before);
        let turned = self.outside.iter().map(|stated| Stated {
            field: stated.field.clone(),
            before: stated.after.clone(),
            after: stated.before.clone(),
        });
        Self::between(now, &after, status, found_live, turned.collect())
    }
}

//! What becomes of an action under each test.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::log::{Log, Untold};
use super::register::{Stood, bearer};
use super::spent::{Named, Spent};
use super::wall::Wall;
use super::{Action, Name, Register, STALE_DAYS, Test, moment};
use crate::batch::Field;
use crate::text::fold;
use crate::workflow::{ActionKind, Status};
use crate::{PermitRef, PersonRef, WorkflowRef};

pub(super) const DAY: i64 = 24 * 3_600_000;
/// Words looked up that are remembered, at most so many.
pub(super) const MOST_WORDS: usize = 100_000;

/// The tests that hang on which kind of action of which workflow it was.
const OF_KIND: &[Test] = &[
    Test::NotPermitted,
    Test::Freer,
    Test::Unapproved,
    Test::ApprovalLapsed,
    Test::ApproverNotEntitled,
    Test::RoleNotNamed,
    Test::PermitNotGood,
    Test::OutsideWindow,
    Test::OverCap,
    Test::OutsideSegments,
    Test::DiscountBeyond,
    Test::ExportBeyond,
    Test::CoreField,
];

/// What became of an action under a test that asks something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// It passes.
    Passes,
    /// Nobody can tell.
    Untold(Untold),
    /// It fails.
    Fails,
}

impl Held {
    pub(super) const fn fails_if(fails: bool) -> Self {
        if fails { Self::Fails } else { Self::Passes }
    }

    /// Untold for that reason; judged where there is none.
    pub(super) fn judged(untold: Option<Untold>, fails: impl FnOnce() -> bool) -> Self {
        untold.map_or_else(|| Self::fails_if(fails()), Self::Untold)
    }
}

/// Holds actions one after the other, in the order of the log, against the register.
#[derive(Debug)]
pub struct Tally<'r> {
    pub(super) register: &'r Register,
    pub(super) log: Log,
    kinds: HashMap<String, Option<ActionKind>>,
    /// Who bore each name: folding one anew for every action takes its time.
    bearers: HashMap<String, &'r [Name]>,
    /// Segments, and what they are compared as.
    pub(super) folded: HashMap<String, String>,
    /// How often each workflow did each kind of thing on each day.
    pub(super) counts: HashMap<(WorkflowRef, ActionKind, NaiveDate), u64>,
    pub(super) permits: HashMap<PermitRef, Spent>,
    /// Who might approve for a workflow, as it stood since a moment, on a day.
    pub(super) entitled: HashMap<(PersonRef, WorkflowRef, i64, NaiveDate), bool>,
    /// Who held a role that a kind of action of a workflow is for, as it stood, on a day.
    pub(super) acted: HashMap<(PersonRef, WorkflowRef, ActionKind, i64, NaiveDate), bool>,
    pub(super) wall: Wall,
    /// Approvals are read beside actions, and most come many at a time.
    pub(super) approved: Wall,
}

impl<'r> Tally<'r> {
    /// Begins with a log.
    pub fn new(register: &'r Register, log: Log) -> Self {
        Self {
            register,
            log,
            kinds: HashMap::new(),
            bearers: HashMap::new(),
            folded: HashMap::new(),
            counts: HashMap::new(),
            permits: HashMap::new(),
            entitled: HashMap::new(),
            acted: HashMap::new(),
            wall: Wall::default(),
            approved: Wall::default(),
        }
    }

    /// Goes on with another log; what was counted so far stays.
    pub fn with(self, log: Log) -> Self {
        Self { log, ..self }
    }

    /// Counts what an action of an earlier log used of its permit, and judges nothing of it.
    pub fn used(&mut self, action: &Action<'_>) {
        let Named::Permit(Some(named)) = Named::of(action.says(Field::Permit)) else { return };
        if let (Some(permit), true) = (self.register.permits.get(&named), action.was_done()) {
            self.permits.entry(named).or_default().charge(permit, action);
        }
    }

    /// Gives what became of the action under every test that asks something of it to `take`; answers
    /// the workflow it is of, where the register has it at that time.
    pub fn hold(
        &mut self,
        action: &Action<'_>,
        mut take: impl FnMut(Test, Held),
    ) -> Option<WorkflowRef> {
        take(Test::StaleData, self.stale(action));
        self.approval(action, &mut take);
        let kind = self.kind(action);
        take(
            Test::UnknownKind,
            match kind {
                Ok(_) => Held::Passes,
                Err(Untold::Kind) => Held::Fails,
                Err(untold) => Held::Untold(untold),
            },
        );
        if let Some(untold) = self.log.hides_workflow(action) {
            take(Test::UnknownWorkflow, Held::Untold(untold));
            of_kind(untold, &mut take);
            take(Test::NotLive, Held::Untold(untold));
            return None;
        }
        let workflow = self.workflow(action);
        let register = self.register;
        let known = workflow.and_then(|workflow| {
            Some((workflow, register.workflows.get(&workflow)?.at(action.time)?))
        });
        take(Test::UnknownWorkflow, Held::fails_if(known.is_none()));
        match known {
            Some((workflow, stood)) => {
                take(Test::NotLive, Held::fails_if(stood.status != Status::Live));
                match kind {
                    Ok(kind) => self.of(action, (workflow, stood), kind, &mut take),
                    Err(untold) => of_kind(untold, &mut take),
                }
            }
            None => {
                of_kind(Untold::Workflow, &mut take);
                take(Test::NotLive, Held::Untold(Untold::Workflow));
            }
        }
        workflow
    }

    /// The workflow an action is of, where the register has it at that time.
    pub(super) fn workflow(&mut self, action: &Action<'_>) -> Option<WorkflowRef> {
        let named = action.says(Field::Workflow);
        if named.is_empty() {
            let of = self.log.of?;
            return self.register.workflows.get(&of)?.at(action.time).map(|_| of);
        }
        if let Some(bearers) = self.bearers.get(named) {
            return bearer(bearers, action.time);
        }
        if self.bearers.len() > MOST_WORDS {
            self.bearers.clear();
        }
        let bearers = self.register.bearers(named);
        self.bearers.insert(named.to_owned(), bearers);
        bearer(bearers, action.time)
    }

    /// What becomes of an action under what its workflow might do.
    fn of(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        kind: ActionKind,
        take: &mut impl FnMut(Test, Held),
    ) {
        let (day, clock) = self.wall.at(action.time, self.register.zone);
        let permitted = stood.permitted(kind);
        take(Test::NotPermitted, Held::fails_if(permitted.is_none()));
        let Some(permitted) = permitted else { return };
        let limits = stood.limits(kind);
        if action.was_done() {
            // Where nobody can read whether it was done, nothing is said that hangs on it.
            let unsure = self.log.hides(action, Field::Status);
            let mut take = |test, held| take(test, unsure.map_or(held, Held::Untold));
            self.done(action, (workflow, stood), (kind, permitted), day, &mut take);
            if let Some(limits) = limits {
                self.limits_done(action, workflow, (kind, limits), day, &mut take);
            }
            self.permit(action, (workflow, kind), day, &mut take);
        } else {
            self.permit(action, (workflow, kind), day, take);
        }
        if let Some(limits) = limits {
            self.limits(action, (limits, stood.segments(kind)), (day, clock), take);
        }
    }

    fn stale(&self, action: &Action<'_>) -> Held {
        let as_of = Field::DataAsOf;
        let old = |at: i64| action.time - at > STALE_DAYS * DAY;
        Held::judged(self.log.untold(action, as_of), || moment(action.says(as_of)).is_some_and(old))
    }

    /// The kind of action it was, as far as the log says it and there is such a kind.
    pub(super) fn kind(&mut self, action: &Action<'_>) -> Result<ActionKind, Untold> {
        let column = self.log.lacks(Field::Action);
        if let Some(untold) = column.or_else(|| self.log.hides(action, Field::Action)) {
            return Err(untold);
        }
        let written = action.says(Field::Action);
        if let Some(known) = self.kinds.get(written) {
            return known.ok_or(Untold::Kind);
        }
        if self.kinds.len() > MOST_WORDS {
            self.kinds.clear();
        }
        let kind = kind_named(written);
        self.kinds.insert(written.to_owned(), kind);
        kind.ok_or(Untold::Kind)
    }
}

/// None of the tests that hang on the kind of action can be judged, for that reason.
fn of_kind(untold: Untold, take: &mut impl FnMut(Test, Held)) {
    OF_KIND.iter().for_each(|test| take(*test, Held::Untold(untold)));
}

/// The kind of action that is spelled so, as people or the ledger spell it.
pub fn kind_named(written: &str) -> Option<ActionKind> {
    let plain = fold(written).replace(['_', '-', '.', '/'], " ");
    let named = |kind: &&ActionKind| {
        plain == kind.words().to_lowercase() || plain == kind.id().replace('-', " ")
    };
    ActionKind::ALL.iter().find(named).copied()
}

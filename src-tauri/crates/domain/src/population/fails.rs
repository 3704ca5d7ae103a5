//! Which tests an action fails.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone, Utc};

use super::amount::{Amount, number, percent};
use super::register::{Stood, bearer};
use super::spent::{Named, Spent, covers};
use super::{Name, Register, STALE_DAYS, Test};
use crate::batch::Field;
use crate::text::fold;
use crate::workflow::{ActionKind, Limits, Permitted, Status};
use crate::{PermitRef, PersonRef, WorkflowRef};

const HOUR: i64 = 3_600_000;
pub(super) const DAY: i64 = 24 * HOUR;
/// Words looked up that are remembered, at most so many.
const MOST_WORDS: usize = 100_000;

/// An AI action as its row says it.
#[derive(Clone, Copy, Debug)]
pub struct Action<'a> {
    /// When, in milliseconds since 1970.
    pub time: i64,
    /// Its cells by the field's place in [`Field::ALL`]; blank where the log says nothing.
    pub cells: &'a [&'a str],
}

impl<'a> Action<'a> {
    pub(super) fn says(&self, field: Field) -> &'a str {
        self.cells.get(field as usize).copied().unwrap_or_default()
    }

    /// Whether something was really done: what was only drafted, refused or failed was not.
    fn was_done(&self) -> bool {
        const UNDONE: [&str; 16] = [
            "draft",
            "drafted",
            "suggested",
            "suggestion",
            "proposed",
            "pending",
            "queued",
            "rejected",
            "declined",
            "refused",
            "blocked",
            "cancelled",
            "canceled",
            "failed",
            "error",
            "skipped",
        ];
        let status = self.says(Field::Status);
        !UNDONE.iter().any(|undone| status.eq_ignore_ascii_case(undone))
    }
}

/// Holds actions one after the other, in the order of the log, against the register.
#[derive(Debug)]
pub struct Tally<'r> {
    register: &'r Register,
    /// The workflow that all actions are of, where no cell says which.
    all_of: Option<WorkflowRef>,
    kinds: HashMap<String, Option<ActionKind>>,
    /// Who bore each name: folding one anew for every action takes its time.
    bearers: HashMap<String, &'r [Name]>,
    /// Segments, and what they are compared as.
    folded: HashMap<String, String>,
    /// How often each workflow did each kind of thing on each day.
    counts: HashMap<(WorkflowRef, ActionKind, NaiveDate), u64>,
    permits: HashMap<PermitRef, Spent>,
    entitled: HashMap<(PersonRef, WorkflowRef, NaiveDate), bool>,
    wall: Wall,
}

impl<'r> Tally<'r> {
    /// Begins with a batch whose actions are of `of` where no cell says otherwise.
    pub fn new(register: &'r Register, of: Option<WorkflowRef>) -> Self {
        Self {
            register,
            all_of: of,
            kinds: HashMap::new(),
            bearers: HashMap::new(),
            folded: HashMap::new(),
            counts: HashMap::new(),
            permits: HashMap::new(),
            entitled: HashMap::new(),
            wall: Wall::default(),
        }
    }

    /// Counts what an action of an earlier log used of its permit, and judges nothing of it.
    pub fn used(&mut self, action: &Action<'_>) {
        let Named::Permit(Some(named)) = Named::of(action.says(Field::Permit)) else { return };
        if let (Some(permit), true) = (self.register.permits.get(&named), action.was_done()) {
            self.permits.entry(named).or_default().charge(permit, action);
        }
    }

    /// The workflow an action is of, where the register has it at that time.
    pub fn workflow(&mut self, action: &Action<'_>) -> Option<WorkflowRef> {
        let named = action.says(Field::Workflow);
        if named.is_empty() {
            let of = self.all_of?;
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

    /// Gives every test that the action fails to `fails`; answers the workflow it is of, where the
    /// register has it at that time.
    pub fn hold(
        &mut self,
        action: &Action<'_>,
        mut fails: impl FnMut(Test),
    ) -> Option<WorkflowRef> {
        if self.is_stale(action) {
            fails(Test::StaleData);
        }
        self.approval(action, &mut fails);
        let workflow = self.workflow(action);
        let register = self.register;
        let known = workflow.and_then(|workflow| {
            Some((workflow, register.workflows.get(&workflow)?.at(action.time)?))
        });
        match known {
            Some((workflow, stood)) => self.of(action, (workflow, stood), &mut fails),
            None => fails(Test::UnknownWorkflow),
        }
        workflow
    }

    /// What an action fails of what its workflow might do.
    fn of(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        fails: &mut impl FnMut(Test),
    ) {
        if stood.status != Status::Live {
            fails(Test::NotLive);
        }
        let (day, clock) = self.wall.at(action.time, self.register.zone);
        let kind = self.kind(action.says(Field::Action));
        let Some((kind, permitted)) = kind.and_then(|kind| Some((kind, stood.permitted(kind)?)))
        else {
            return fails(Test::NotPermitted);
        };
        if action.was_done() {
            self.done(action, (workflow, stood), (kind, permitted), day, fails);
        }
        if let Some(limits) = stood.limits(kind) {
            self.limits(action, (workflow, stood), (kind, limits), (day, clock), fails);
        }
        self.permit(action, workflow, kind, day, fails);
    }

    fn is_stale(&self, action: &Action<'_>) -> bool {
        let as_of = action.says(Field::DataAsOf);
        moment(as_of).is_some_and(|as_of| action.time - as_of > STALE_DAYS * DAY)
    }

    fn approval(&self, action: &Action<'_>, fails: &mut impl FnMut(Test)) {
        if moment(action.says(Field::ApprovedAt)).is_some_and(|at| at > action.time) {
            fails(Test::ApprovedLate);
        }
        let approver = action.says(Field::Approver);
        if !approver.is_empty() && approver == action.says(Field::Person) {
            fails(Test::ApproverActed);
        }
    }

    /// What was done against what it takes.
    fn done(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        (kind, permitted): (ActionKind, Permitted),
        day: NaiveDate,
        fails: &mut impl FnMut(Test),
    ) {
        let approver = action.says(Field::Approver);
        let alone = approver.is_empty() && action.says(Field::Person).is_empty();
        // A time says that somebody approved, not who; whether a permit is good is a test of its own.
        let approved =
            !approver.is_empty() || Named::of(action.says(Field::Permit)) != Named::Nothing;
        let gated = match permitted {
            Permitted::Tier1 | Permitted::Tier2 => {
                if alone && !says_only(kind) {
                    fails(Test::Freer);
                }
                false
            }
            Permitted::Tier3 => true,
            Permitted::Tier4 | Permitted::Blocked => kind.always_approved().is_some(),
        };
        if gated && !approved {
            fails(Test::Unapproved);
        }
        if gated && !approver.is_empty() && !self.is_entitled(approver, workflow, stood, day) {
            fails(Test::ApproverNotEntitled);
        }
    }

    fn is_entitled(
        &mut self,
        approver: &str,
        workflow: WorkflowRef,
        stood: &Stood,
        day: NaiveDate,
    ) -> bool {
        let (Ok(person), Some(role)) = (approver.parse::<PersonRef>(), &stood.approver) else {
            return false;
        };
        let register = self.register;
        *self
            .entitled
            .entry((person, workflow, day))
            .or_insert_with(|| register.acted(person, role, day))
    }

    fn limits(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        (kind, limits): (ActionKind, &Limits),
        (day, clock): (NaiveDate, NaiveTime),
        fails: &mut impl FnMut(Test),
    ) {
        if limits.window.as_ref().is_some_and(|window| !window.holds(day, clock)) {
            fails(Test::OutsideWindow);
        }
        if let Some(cap) = limits.per_day
            && action.was_done()
        {
            let count = self.counts.entry((workflow, kind, day)).or_default();
            let sent = number(action.says(Field::SendCount));
            *count = count.saturating_add(match sent {
                Amount::Is(sent) => sent.max(1),
                Amount::Blank | Amount::Unreadable => 1,
            });
            if *count > u64::from(cap) || sent == Amount::Unreadable {
                fails(Test::OverCap);
            }
        }
        if let Some(hours) = limits.approval_hours
            && let Some(approved) = moment(action.says(Field::ApprovedAt))
            && action.was_done()
            && action.time - approved > i64::from(hours) * HOUR
        {
            fails(Test::ApprovalLapsed);
        }
        let segment = action.says(Field::Segment);
        let segments = stood.segments(kind);
        if !segments.is_empty() && !self.is_among(segment, segments) {
            fails(Test::OutsideSegments);
        }
        let discount = percent(action.says(Field::Discount));
        if limits.discount_percent.is_some_and(|most| discount.may_exceed(most)) {
            fails(Test::DiscountBeyond);
        }
        let rows = number(action.says(Field::ExportRows));
        if limits.export_rows.is_some_and(|most| rows.may_exceed(most.into())) {
            fails(Test::ExportBeyond);
        }
        let written = action.says(Field::Written);
        if limits.enriched_only && !written.is_empty() && !is_enriched(written) {
            fails(Test::CoreField);
        }
    }

    /// Whether a segment is among some that are folded.
    fn is_among(&mut self, segment: &str, segments: &[String]) -> bool {
        if let Some(folded) = self.folded.get(segment) {
            return segments.contains(folded);
        }
        if self.folded.len() > MOST_WORDS {
            self.folded.clear();
        }
        let folded = fold(segment);
        let is_among = segments.contains(&folded);
        self.folded.insert(segment.to_owned(), folded);
        is_among
    }

    fn permit(
        &mut self,
        action: &Action<'_>,
        workflow: WorkflowRef,
        kind: ActionKind,
        day: NaiveDate,
        fails: &mut impl FnMut(Test),
    ) {
        let good = match Named::of(action.says(Field::Permit)) {
            Named::Permit(named) => {
                named.is_some_and(|named| self.is_good(named, action, (workflow, kind), day))
            }
            // A ticket of another system is nothing the desk can judge, and no permit to export.
            Named::Ticket | Named::Nothing => kind != ActionKind::ExportData || !action.was_done(),
        };
        if !good {
            fails(Test::PermitNotGood);
        }
    }

    /// Whether an action that names a permit keeps to it; what was done counts among its uses.
    fn is_good(
        &mut self,
        named: PermitRef,
        action: &Action<'_>,
        of: (WorkflowRef, ActionKind),
        day: NaiveDate,
    ) -> bool {
        let Some(permit) = self.register.permits.get(&named) else { return false };
        let within = !action.was_done() || {
            let spent = self.permits.entry(named).or_default();
            spent.charge(permit, action);
            spent.is_within(permit, action, day)
        };
        within && covers(permit, action, of, day)
    }

    fn kind(&mut self, written: &str) -> Option<ActionKind> {
        if let Some(known) = self.kinds.get(written) {
            return *known;
        }
        if self.kinds.len() > MOST_WORDS {
            self.kinds.clear();
        }
        let kind = kind_named(written);
        self.kinds.insert(written.to_owned(), kind);
        kind
    }
}

/// Whether a kind of action says something and does nothing.
fn says_only(kind: ActionKind) -> bool {
    matches!(
        kind,
        ActionKind::Summarise
            | ActionKind::Recommend
            | ActionKind::GenerateInternalText
            | ActionKind::GenerateExternalMessage
            | ActionKind::CreateDraftRecord
            | ActionKind::PauseItself
    )
}

/// The kind of action that is spelled so, as people or the ledger spell it.
fn kind_named(written: &str) -> Option<ActionKind> {
    let plain = fold(written).replace(['_', '-', '.', '/'], " ");
    let named = |kind: &&ActionKind| {
        plain == kind.words().to_lowercase() || plain == kind.id().replace('-', " ")
    };
    ActionKind::ALL.iter().find(named).copied()
}

/// Whether a field's name says that it is an enriched one.
fn is_enriched(field: &str) -> bool {
    field.to_lowercase().contains("enrich")
}

/// A moment as rows spell it, `2026-11-21T09:00:00.000Z`, in milliseconds since 1970.
pub fn moment(written: &str) -> Option<i64> {
    let bytes = written.as_bytes();
    if bytes.len() != 24 || !bytes.ends_with(b"Z") {
        return None;
    }
    let number = |from: usize, to: usize| {
        bytes.get(from..to)?.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)?.cast_signed(), number(5, 7)?, number(8, 10)?)?;
    let at =
        day.and_hms_milli_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?, number(20, 23)?)?;
    Some(at.and_utc().timestamp_millis())
}

/// What the clock on the wall shows, remembered for the quarter of an hour last asked of: within
/// one a zone's clocks do not change.
#[derive(Debug, Default)]
struct Wall {
    from: i64,
    offset: i64,
    known: bool,
}

impl Wall {
    fn at(&mut self, millis: i64, zone: chrono_tz::Tz) -> (NaiveDate, NaiveTime) {
        const QUARTER: i64 = 900_000;
        let from = millis - millis.rem_euclid(QUARTER);
        if !self.known || self.from != from {
            let local = Utc.timestamp_millis_opt(from).single().map(|at| at.with_timezone(&zone));
            let local = local.map(|at| at.naive_local().and_utc().timestamp_millis());
            self.offset = local.map_or(0, |local| local - from);
            (self.from, self.known) = (from, true);
        }
        let shown = Utc.timestamp_millis_opt(millis + self.offset).single().unwrap_or_default();
        (shown.date_naive(), shown.time())
    }
}

impl crate::workflow::Window {
    /// Whether a moment of the wall clock lies in it.
    pub fn holds(&self, day: NaiveDate, clock: NaiveTime) -> bool {
        let on = |day: NaiveDate| self.days.is_empty() || self.days.contains(&day.weekday());
        if self.from < self.to {
            return on(day) && self.from <= clock && clock < self.to;
        }
        // Past midnight the hours still are those of the evening before.
        let evening = on(day) && self.from <= clock;
        let night = clock < self.to && day.pred_opt().is_some_and(on);
        evening || night
    }
}

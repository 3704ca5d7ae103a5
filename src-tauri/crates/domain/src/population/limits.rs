//! The limits within which an action stays.

use chrono::{NaiveDate, NaiveTime};

use super::amount::{Amount, number, percent};
use super::hold::{Held, MOST_WORDS};
use super::{Action, Tally, Test};
use crate::WorkflowRef;
use crate::batch::Field;
use crate::text::fold;
use crate::workflow::{ActionKind, Limits};

const HOUR: i64 = 3_600_000;

impl Tally<'_> {
    /// The limits that only what was really done can break.
    pub(super) fn limits_done(
        &mut self,
        action: &Action<'_>,
        workflow: WorkflowRef,
        (kind, limits): (ActionKind, &Limits),
        day: NaiveDate,
        take: &mut impl FnMut(Test, Held),
    ) {
        if let Some(cap) = limits.per_day {
            let sent = number(action.says(Field::SendCount));
            let count = self.add((workflow, kind, day), sent);
            let over = count > u64::from(cap) || sent == Amount::Unreadable;
            let untold = self.log.hides(action, Field::SendCount);
            take(Test::OverCap, Held::judged(untold, || over));
        }
        if let Some(hours) = limits.approval_hours {
            let lapsed = |at: i64| action.time - at > i64::from(hours) * HOUR;
            match self.approved_at(action) {
                Ok(Some(at)) => take(Test::ApprovalLapsed, Held::fails_if(lapsed(at))),
                Ok(None) => {}
                Err(untold) => take(Test::ApprovalLapsed, Held::Untold(untold)),
            }
        }
    }

    /// Counts an action of an earlier log among those of its day, and judges nothing of it.
    pub fn counted(&mut self, action: &Action<'_>) {
        let hides = |field| self.log.hides(action, field).is_some();
        let hidden = self.log.hides_workflow(action).is_some()
            || hides(Field::Status)
            || hides(Field::SendCount);
        if hidden || !action.was_done() {
            return;
        }
        let (Ok(kind), Some(workflow)) = (self.kind(action), self.workflow(action)) else { return };
        let stood = self.register.workflows.get(&workflow).and_then(|one| one.at(action.time));
        let limits = stood.and_then(|stood| stood.permitted(kind).and(stood.limits(kind)));
        if limits.is_some_and(|limits| limits.per_day.is_some()) {
            let (day, _) = self.wall.at(action.time, self.register.zone);
            self.add((workflow, kind, day), number(action.says(Field::SendCount)));
        }
    }

    /// Counts an action that was done, and answers how many its day has by now.
    fn add(&mut self, of: (WorkflowRef, ActionKind, NaiveDate), sent: Amount<u64>) -> u64 {
        let count = self.counts.entry(of).or_default();
        *count = count.saturating_add(match sent {
            Amount::Is(sent) => sent.max(1),
            Amount::Blank | Amount::Unreadable => 1,
        });
        *count
    }

    /// The limits that bind what was only proposed, too.
    pub(super) fn limits(
        &mut self,
        action: &Action<'_>,
        (limits, segments): (&Limits, &[String]),
        (day, clock): (NaiveDate, NaiveTime),
        take: &mut impl FnMut(Test, Held),
    ) {
        if let Some(window) = &limits.window {
            take(Test::OutsideWindow, Held::fails_if(!window.holds(day, clock)));
        }
        let log = self.log;
        let mut judged = |test, field, fails: &mut dyn FnMut(&str) -> bool| {
            take(test, Held::judged(log.untold(action, field), || fails(action.says(field))));
        };
        if !segments.is_empty() {
            let mut fails = |segment: &str| !self.is_among(segment, segments);
            judged(Test::OutsideSegments, Field::Segment, &mut fails);
        }
        if let Some(most) = limits.discount_percent {
            let mut fails = |discount: &str| percent(discount).may_exceed(most);
            judged(Test::DiscountBeyond, Field::Discount, &mut fails);
        }
        if let Some(most) = limits.export_rows {
            let mut fails = |rows: &str| number(rows).may_exceed(most.into());
            judged(Test::ExportBeyond, Field::ExportRows, &mut fails);
        }
        if limits.enriched_only {
            judged(Test::CoreField, Field::Written, &mut |field| !is_enriched(field));
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
}

/// Whether a field's name says that it is an enriched one.
fn is_enriched(field: &str) -> bool {
    field.to_lowercase().contains("enrich")
}

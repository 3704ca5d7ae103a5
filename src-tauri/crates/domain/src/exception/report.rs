//! Reporting that something went wrong.

use super::{Cause, ExceptionRaised, Kind, Severity};
use crate::people::Standing;
use crate::refusal::{Limit, TEXT_LIMIT, optional, required};
use crate::review::Review;
use crate::rule::Settings;
use crate::{Event, ExceptionRef, ItemId, PersonRef, Refusal, WorkflowRef};

/// Where something lies is one line; an address may be long.
const POINTER: Limit = Limit { length: 500, one_line: true };

/// What somebody reports.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// What sort of thing.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// The workflow it is about.
    pub workflow: Option<WorkflowRef>,
    /// What happened.
    pub what: &'a str,
    /// Where what it is about lies, in another system; may be blank.
    pub pointer: &'a str,
    /// The review that is being held and the item it came up in.
    pub from: Option<(&'a Review, &'a ItemId)>,
}

/// Raises an exception under the reference `next`. Anyone who is here may; its kind says who is
/// asked to see to it, as the rules are set.
pub fn report(
    standing: &Standing,
    rules: &Settings,
    by: PersonRef,
    next: ExceptionRef,
    reported: Reported<'_>,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    let what = required("what happened", reported.what, TEXT_LIMIT)?;
    let pointer = optional("where it lies", reported.pointer, POINTER)?;
    let cause = match reported.from {
        None => Cause::Report,
        Some((review, item)) => {
            review.must_be_open()?;
            review.must_ask(item)?;
            Cause::Item { review: review.review.clone(), item: item.clone() }
        }
    };
    let Reported { kind, severity, workflow, .. } = reported;
    let mut route = rules.route(kind).into_iter();
    let routed = route.next().ok_or(Refusal::Blank { field: "the role it goes to" })?;
    let beside = route.collect();
    let exception = next;
    let raised = ExceptionRaised {
        exception,
        kind,
        severity,
        workflow,
        what,
        pointer,
        routed,
        beside,
        cause,
    };
    Ok(raised.into())
}

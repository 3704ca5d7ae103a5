//! Raising an exception for what fails a population test.

use super::Test;
use crate::exception::{Cause, ExceptionRaised};
use crate::people::Standing;
use crate::rule::Settings;
use crate::{BatchRef, Event, ExceptionRef, PersonRef, Refusal, Text, WorkflowRef};

/// Raises one exception for `count` actions of a batch that fail a test, under the reference `next`.
/// Anyone who is here may; the test's kind says who is asked to see to it, as the rules are set.
/// `raised` are the exceptions that stand for this batch, test and workflow already.
pub fn raise(
    standing: &Standing,
    rules: &Settings,
    by: PersonRef,
    next: ExceptionRef,
    (batch, test, workflow): (BatchRef, Test, Option<WorkflowRef>),
    count: u64,
    raised: &[ExceptionRef],
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    if let Some(exception) = raised.first() {
        return Err(Refusal::PopulationRaised { exception: *exception });
    }
    if count == 0 {
        return Err(Refusal::PopulationClean { test: test.words() });
    }
    let (kind, severity) = test.exception();
    let mut route = rules.route(kind).into_iter();
    let routed = route.next().ok_or(Refusal::Blank { field: "the role it goes to" })?;
    let actions = if count == 1 { "AI action" } else { "AI actions" };
    let what = Text::new(format!(
        "{count} {actions} of {batch}: {}. {}",
        lower(test.words()),
        test.says()
    ));
    Ok(ExceptionRaised {
        exception: next,
        kind,
        severity,
        workflow,
        what,
        pointer: None,
        routed,
        beside: route.collect(),
        cause: Cause::Population { batch, test, count },
    }
    .into())
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

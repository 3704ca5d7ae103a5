//! Pulling the kill switch, and trying it in a drill.

use super::{Stop, WorkflowStopped};
use crate::exception::{Cause, ExceptionRaised, Kind, Severity};
use crate::people::{Standing, entitled, keepers, revops, security};
use crate::refusal::reasoned;
use crate::text::fold;
use crate::workflow::{Facts, Status, Workflow};
use crate::{Event, ExceptionRef, PersonRef, Refusal, StopRef, Text};

/// Where a stop goes and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Pulled<'a> {
    /// The reference of the stop.
    pub stop: StopRef,
    /// The reference of the exception that comes with it.
    pub exception: ExceptionRef,
    /// Why.
    pub because: &'a str,
}

/// Stops a workflow at once. Anyone who is here may; `by` is none where nobody is signed in and the
/// machine signs. It asks for nothing but a reason, and opens an exception with what is left to do.
pub fn pull(
    standing: &Standing,
    by: Option<PersonRef>,
    workflow: &Workflow,
    pulled: Pulled<'_>,
) -> Result<Vec<Event>, Refusal> {
    if let Some(person) = by {
        standing.must_be_here(person)?;
    }
    must_run(workflow)?;
    reasoned("stopping a workflow", pulled.because)?;
    let (stop, workflow, systems) =
        (pulled.stop, workflow.workflow, systems(workflow.workflow, &workflow.facts));
    let names: Vec<&str> = systems.iter().filter_map(Text::words).collect();
    let what =
        format!("Stopped by the kill switch. Confirm that it acts no more in {}.", list(&names));
    let raised = ExceptionRaised {
        exception: pulled.exception,
        kind: Kind::WorkflowDisruption,
        severity: Severity::High,
        workflow: Some(workflow),
        what: Text::new(what),
        pointer: None,
        routed: revops(),
        beside: Vec::new(),
        cause: Cause::Stop { stop },
    };
    let stopped = WorkflowStopped {
        stop,
        workflow,
        drill: false,
        exception: Some(pulled.exception),
        systems,
    };
    Ok(vec![stopped.into(), raised.into()])
}

/// Tries the kill switch of a live workflow: who answers for it, the keepers and Security may, one
/// drill of a workflow at a time. `under_way` are the workflow's drills and stops.
pub fn drill(
    standing: &Standing,
    by: PersonRef,
    workflow: &Workflow,
    under_way: &[Stop],
    stop: StopRef,
    because: &str,
) -> Result<Event, Refusal> {
    standing.must_be_here(by)?;
    if !may_drill(standing, by, &workflow.facts) {
        let roles = [keepers(), vec![security()]].concat();
        entitled(standing, by, "trying the kill switch", &roles)?;
    }
    if workflow.status != Status::Live {
        let status = workflow.status.words();
        return Err(Refusal::NotRunning { workflow: workflow.workflow, status });
    }
    let open = |one: &&Stop| one.workflow == workflow.workflow && one.drill && one.waits();
    if let Some(open) = under_way.iter().find(open) {
        return Err(Refusal::DrillUnderWay { stop: open.stop });
    }
    reasoned("a drill", because)?;
    let systems = systems(workflow.workflow, &workflow.facts);
    let workflow = workflow.workflow;
    Ok(WorkflowStopped { stop, workflow, drill: true, exception: None, systems }.into())
}

/// Whether `person` may try the kill switch of a workflow with these facts.
pub fn may_drill(standing: &Standing, person: PersonRef, facts: &Facts) -> bool {
    let named = facts.kill_switch_owner == Some(person) || facts.owner == Some(person);
    let roles = [keepers(), vec![security()]].concat();
    named || roles.iter().any(|role| standing.acts(person, role))
}

/// Where a workflow acts, as far as the register says: the product it is sold as, or else its
/// vendor, and where the records lie. A workflow of which neither is known has one place: its own
/// name, so that somebody still looks.
pub fn systems(workflow: crate::WorkflowRef, facts: &Facts) -> Vec<Text> {
    let mut places: Vec<&str> = Vec::new();
    let product = facts.product.as_ref().or(facts.vendor.as_ref());
    for words in [product, facts.system_of_record.as_ref()].into_iter().flatten() {
        let Some(words) = words.words() else { continue };
        if !places.iter().any(|known| fold(known) == fold(words)) {
            places.push(words);
        }
    }
    if places.is_empty() {
        let name = facts.name.as_ref().and_then(Text::words);
        return vec![Text::new(name.map_or_else(|| workflow.to_string(), str::to_owned))];
    }
    places.into_iter().map(Text::new).collect()
}

fn must_run(workflow: &Workflow) -> Result<(), Refusal> {
    match workflow.status {
        Status::Live | Status::Paused => Ok(()),
        Status::Stopped => Err(Refusal::StoppedAlready { workflow: workflow.workflow }),
        Status::Draft | Status::Retired => Err(Refusal::NotRunning {
            workflow: workflow.workflow,
            status: workflow.status.words(),
        }),
    }
}

fn list(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}

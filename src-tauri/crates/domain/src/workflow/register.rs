//! Putting a workflow on the register.

use super::check::check;
use super::{Facts, Status, WorkflowRegistered};
use crate::people::{Standing, entitled, keepers};
use crate::text::fold;
use crate::{Event, PersonRef, Refusal, WorkflowRef};

/// A workflow that is on the register, as far as the rules here need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its reference.
    pub workflow: WorkflowRef,
    /// Its name, folded by [`fold`]; none once erased.
    pub name: Option<String>,
}

/// The register as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// What is on it.
    pub known: Vec<Known>,
    /// The number for the next workflow.
    pub next_workflow: u32,
}

impl Register {
    /// The register that holds `rows` of reference and name.
    pub fn new(rows: impl IntoIterator<Item = (WorkflowRef, Option<String>)>) -> Self {
        let known: Vec<Known> = rows
            .into_iter()
            .map(|(workflow, name)| Known { workflow, name: name.as_deref().map(fold) })
            .collect();
        let next_workflow = known.iter().map(|k| k.workflow.number()).max().unwrap_or(0) + 1;
        Self { known, next_workflow }
    }

    /// Counts in a workflow that was just registered.
    pub fn took(&mut self, workflow: WorkflowRef, name: &str) {
        self.next_workflow = self.next_workflow.max(workflow.number() + 1);
        self.known.push(Known { workflow, name: Some(fold(name)) });
    }

    /// What is called `name`, however it is spelled in capitals and spaces.
    pub fn called(&self, name: &str) -> Option<WorkflowRef> {
        let folded = fold(name);
        self.known.iter().find(|k| k.name.as_deref() == Some(&folded)).map(|k| k.workflow)
    }
}

/// Registers a workflow under the next reference. One that already runs is found live.
pub fn register(
    standing: &Standing,
    register: &Register,
    by: PersonRef,
    status: Status,
    facts: Facts,
) -> Result<(WorkflowRef, Event), Refusal> {
    entitled(standing, by, "registering a workflow", &keepers())?;
    let found_live = status == Status::Live;
    check(standing, register, None, found_live, &facts)?;
    let workflow = WorkflowRef::new(register.next_workflow);
    Ok((workflow, WorkflowRegistered { workflow, status, found_live, facts }.into()))
}

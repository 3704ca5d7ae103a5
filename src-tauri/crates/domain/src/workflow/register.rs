//! Putting a workflow on the register and describing it anew.

use unicode_normalization::UnicodeNormalization;

use super::{Facts, Status, WorkflowDescribed, WorkflowRegistered};
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT};
use crate::{Event, PersonRef, Refusal, RoleId, Text, WorkflowRef};

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

/// A name as it is compared: lower case, single spaces, each letter in its one composed form.
pub fn fold(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").nfc().collect()
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
    check(standing, register, None, &facts)?;
    let workflow = WorkflowRef::new(register.next_workflow);
    let found_live = status == Status::Live;
    Ok((workflow, WorkflowRegistered { workflow, status, found_live, facts }.into()))
}

/// Describes a workflow anew.
pub fn describe(
    standing: &Standing,
    register: &Register,
    by: PersonRef,
    workflow: WorkflowRef,
    facts: Facts,
) -> Result<Event, Refusal> {
    entitled(standing, by, "describing a workflow", &keepers())?;
    if !register.known.iter().any(|known| known.workflow == workflow) {
        return Err(Refusal::Unknown { reference: workflow.to_string() });
    }
    check(standing, register, Some(workflow), &facts)?;
    Ok(WorkflowDescribed { workflow, facts }.into())
}

fn check(
    standing: &Standing,
    register: &Register,
    itself: Option<WorkflowRef>,
    facts: &Facts,
) -> Result<(), Refusal> {
    let name = facts.name.as_ref().and_then(Text::words).map(str::trim).unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::Blank { field: "the workflow's name" });
    }
    short("the workflow's name", facts.name.as_ref(), NAME_LIMIT)?;
    let taken = register.called(name).filter(|other| Some(*other) != itself);
    if let Some(other) = taken {
        return Err(Refusal::NameTaken { name: name.to_owned(), reference: other.to_string() });
    }
    for person in [facts.owner, facts.kill_switch_owner].into_iter().flatten() {
        standing.must_be_here(person)?;
    }
    let permitted = facts.permissions.iter().flat_map(|row| &row.roles);
    if let Some(role) =
        facts.approver.iter().chain(permitted).find(|role| !standing.roles.contains(role))
    {
        return Err(Refusal::Unknown { reference: RoleId::to_string(role) });
    }
    if facts.permissions.iter().any(|row| row.action.trim().is_empty()) {
        return Err(Refusal::Blank { field: "the kind of action permitted" });
    }
    lengths(facts)
}

fn lengths(facts: &Facts) -> Result<(), Refusal> {
    let texts = [
        ("the bottleneck", &facts.bottleneck),
        ("the outcome expected", &facts.outcome),
        ("what the AI does", &facts.ai_does),
        ("what the human does", &facts.human_does),
        ("the governance mechanism", &facts.governance),
        ("the vendor", &facts.vendor),
        ("the product", &facts.product),
        ("the model", &facts.model),
        ("the system of record", &facts.system_of_record),
        ("the owner", &facts.owner_named),
        ("the approver", &facts.approver_named),
        ("the kill-switch owner", &facts.kill_switch_owner_named),
        ("where the logs are", &facts.logs),
        ("the rollback plan", &facts.rollback_plan),
    ];
    for (field, text) in texts {
        short(field, text.as_ref(), TEXT_LIMIT)?;
    }
    for row in &facts.permissions {
        short("a permission's condition", row.condition.as_ref(), TEXT_LIMIT)?;
    }
    for guardrail in &facts.guardrails {
        short("a guardrail", Some(guardrail), TEXT_LIMIT)?;
    }
    for kpi in &facts.kpis {
        short("a KPI", Some(kpi), TEXT_LIMIT)?;
    }
    Ok(())
}

fn short(field: &'static str, text: Option<&Text>, limit: usize) -> Result<(), Refusal> {
    let length = text.and_then(Text::words).map_or(0, |words| words.trim().chars().count());
    if length > limit { Err(Refusal::TooLong { field, length, limit }) } else { Ok(()) }
}

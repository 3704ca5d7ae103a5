//! What does not hold of one workflow as it stands.

use chrono::Days;

use super::{Among, Broken, Number, Rule, launch};
use crate::workflow::{Status, Workflow};

/// Every rule that `workflow` breaks as it stands. What is not live breaks no launch rule yet:
/// [`launch`] tells what keeps it from going live.
pub fn of_workflow(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let mut found = match workflow.status {
        Status::Live => running(among, workflow),
        Status::Draft | Status::Paused | Status::Stopped | Status::Retired => Vec::new(),
    };
    if workflow.status != Status::Retired && !is_covered(among, workflow) {
        found.push(Broken::new(Rule::WorkflowCovered, workflow.workflow));
    }
    found.retain(|broken| among.asks(broken.rule));
    found
}

fn running(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let broken = |rule| Broken::new(rule, workflow.workflow);
    let mut found = launch::launch(among, workflow);
    if workflow.found_live {
        found.push(broken(Rule::LaunchDecided));
    }
    if is_own_approver(among, workflow) {
        found.push(broken(Rule::RequesterApart));
    }
    found.extend(ending_soon(among, workflow));
    match workflow.facts.next_review {
        Some(day) if day < among.standing.today => {
            found.push(broken(Rule::WorkflowReviewed).since(day.succ_opt()));
        }
        None if launch::runs_unattended(&workflow.facts) => {
            found.push(broken(Rule::WorkflowReviewed))
        }
        Some(_) | None => {}
    }
    found
}

fn is_covered(among: &Among, workflow: &Workflow) -> bool {
    workflow.facts.raci.as_ref().is_some_and(|row| among.rows.contains(row))
}

/// Whether the owner alone could approve what the owner asks for.
fn is_own_approver(among: &Among, workflow: &Workflow) -> bool {
    let (Some(owner), Some(role)) = (workflow.facts.owner, &workflow.facts.approver) else {
        return false;
    };
    among.holders(role) == [owner]
}

/// Certifications that are valid still, and whose last day is near.
fn ending_soon(among: &Among, workflow: &Workflow) -> Vec<Broken> {
    let days = among.settings.number(Number::CertificationDays);
    let today = among.standing.today;
    let ending = |last: chrono::NaiveDate| {
        let near = last.checked_sub_days(Days::new(u64::from(days)))?;
        (near <= today && today <= last).then_some(near)
    };
    let held = workflow.facts.certifications.iter();
    held.filter_map(|held| {
        let near = ending(held.expires?)?;
        let broken = Broken::new(Rule::CertificationLasts, workflow.workflow);
        Some(broken.of(held.standard).since(Some(near)))
    })
    .collect()
}

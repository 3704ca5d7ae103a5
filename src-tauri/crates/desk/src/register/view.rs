//! The register, as a screen and a report show it.

use domain::people::Standing;
use domain::{Text, workflow::Facts};
use store::tables::workflow::Workflow;
use store::{AsOf, View};

use super::{RegisterQuery, RegisterRow, RegisterView};
use crate::people::{Names, standing};
use crate::workspace::last_at;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn register(&mut self, request: RegisterQuery) -> Result<RegisterView, Problem> {
        let store = &self.open()?.store;
        let last = store.size()?;
        let as_of = request.as_of.map_or(last, |seq| seq.min(last));
        view(&store.as_of(AsOf::Seq(as_of)), as_of)
    }
}

/// The register as it stands in `view`, after entry `as_of`.
pub fn view(view: &View<'_>, as_of: u64) -> Result<RegisterView, Problem> {
    let names = Names::of(view)?;
    // Roles as they were held on the day of the last entry, so that a past moment never changes.
    let standing = standing(view, last_at(view)?)?;
    let row = |workflow| row(workflow, &names, &standing);
    let workflows: Vec<RegisterRow> = view.workflows()?.into_iter().map(row).collect();
    let mut tiers = [0_u32; 5];
    for workflow in &workflows {
        let place = workflow.tier.map_or(4, |tier| usize::from(tier.number()) - 1);
        if let Some(count) = tiers.get_mut(place) {
            *count += 1;
        }
    }
    let live = workflows.iter().filter(|w| w.status == domain::workflow::Status::Live).count();
    Ok(RegisterView { workflows, live: u32::try_from(live).unwrap_or(u32::MAX), tiers, as_of })
}

/// A workflow's row.
pub(super) fn row(workflow: Workflow, names: &Names, standing: &Standing) -> RegisterRow {
    let tier = workflow.facts.tier();
    let tier_stated = tier.is_some() && workflow.facts.permissions.is_empty();
    let owner = workflow.facts.owner.map(|person| names.person(person));
    let facts = workflow.facts;
    RegisterRow {
        workflow: workflow.workflow.to_string(),
        name: words(facts.name.as_ref()),
        status: workflow.status,
        found_live: workflow.found_live,
        tier,
        tier_stated,
        write_stage: facts.write_stage,
        phase: facts.phase,
        kind: facts.kind,
        owner_known: owner.is_some(),
        owner: owner.or_else(|| words(facts.owner_named.as_ref())),
        approver: approver(&facts, names),
        approver_people: facts
            .approver
            .iter()
            .flat_map(|role| standing.people.iter().filter(|p| standing.holds(**p, role)))
            .map(|person| names.person(*person))
            .collect(),
        kill_switch_owner: facts
            .kill_switch_owner
            .map(|person| names.person(person))
            .or_else(|| words(facts.kill_switch_owner_named.as_ref())),
        data_risks: facts.data_risks,
        guardrails: facts.guardrails.iter().filter_map(|text| words(Some(text))).collect(),
        kpis: facts.kpis.iter().filter_map(|text| words(Some(text))).collect(),
        bottleneck: words(facts.bottleneck.as_ref()),
        outcome: words(facts.outcome.as_ref()),
        ai_does: words(facts.ai_does.as_ref()),
        human_does: words(facts.human_does.as_ref()),
        governance: words(facts.governance.as_ref()),
        vendor: words(facts.vendor.as_ref()),
        product: words(facts.product.as_ref()),
        model: words(facts.model.as_ref()),
        system_of_record: words(facts.system_of_record.as_ref()),
        logs: words(facts.logs.as_ref()),
        rollback_plan: words(facts.rollback_plan.as_ref()),
        since_entry: workflow.registered,
        changed_entry: workflow.since,
    }
}

fn approver(facts: &Facts, names: &Names) -> Option<String> {
    let role = facts.approver.as_ref().map(|role| names.role(role));
    role.or_else(|| words(facts.approver_named.as_ref()))
}

fn words(text: Option<&Text>) -> Option<String> {
    text.and_then(Text::words).map(str::to_owned)
}

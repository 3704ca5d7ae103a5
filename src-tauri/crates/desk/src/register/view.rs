//! The register, as a screen and a report show it.

use domain::Moment;
use domain::people::Standing;
use domain::workflow::{Fact, Facts};
use store::tables::workflow::Workflow;
use store::{AsOf, View};

use super::shown::{self, words};
use super::{RegisterQuery, RegisterRow, RegisterView};
use crate::count::count;
use crate::people::{Names, standing};
use crate::workspace::last_at;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn register(&mut self, request: RegisterQuery) -> Result<RegisterView, Problem> {
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let then = open.store.as_of(AsOf::Seq(as_of));
        let at = request.as_of.map_or_else(|| Ok(self.moment()), |_| last_at(&then))?;
        view(&then, as_of, at)
    }
}

/// The register as it stands in `view`, after entry `as_of`, judged at the moment `at`.
pub fn view(view: &View<'_>, as_of: u64, at: Moment) -> Result<RegisterView, Problem> {
    let seen = Seen::at(view, at)?;
    let workflows: Vec<RegisterRow> =
        view.workflows()?.into_iter().map(|workflow| seen.row(workflow)).collect();
    let mut tiers = [0_u32; 5];
    for workflow in &workflows {
        let place = workflow.tier.map_or(4, |tier| usize::from(tier.number()) - 1);
        if let Some(count) = tiers.get_mut(place) {
            *count += 1;
        }
    }
    let live = workflows.iter().filter(|w| w.status == domain::workflow::Status::Live).count();
    Ok(RegisterView { workflows, live: count(live), tiers, as_of })
}

/// What a row is shown with: names, and who held which role on which day.
pub(super) struct Seen {
    pub(super) names: Names,
    pub(super) standing: Standing,
}

impl Seen {
    /// As `view` stands, on the day of `at`.
    pub(super) fn at(view: &View<'_>, at: Moment) -> Result<Self, Problem> {
        Ok(Self { names: Names::of(view)?, standing: standing(view, at)? })
    }

    /// A workflow's row.
    pub(super) fn row(&self, workflow: Workflow) -> RegisterRow {
        let (names, today) = (&self.names, self.standing.today);
        let facts = workflow.facts;
        let tier = facts.tier();
        let owner = facts.owner.map(|person| names.person(person));
        let permitted = facts.permissions.iter().filter(|row| row.permitted.tier().is_some());
        RegisterRow {
            workflow: workflow.workflow.to_string(),
            name: words(facts.name.as_ref()),
            status: workflow.status,
            found_live: workflow.found_live,
            tier,
            tier_stated: tier.is_some() && facts.permissions.is_empty(),
            write_stage: facts.write_stage,
            phase: facts.phase,
            kind: facts.kind,
            owner_known: owner.is_some(),
            owner: owner.or_else(|| words(facts.owner_named.as_ref())),
            owner_person: facts.owner.map(|person| person.to_string()),
            approver: shown::fact(Fact::Approver, &facts, names),
            approver_role: facts.approver.as_ref().map(ToString::to_string),
            approver_people: self.holders(&facts),
            kill_switch_owner: shown::fact(Fact::KillSwitchOwner, &facts, names),
            kill_switch_person: facts.kill_switch_owner.map(|person| person.to_string()),
            raci: facts.raci.as_ref().map(ToString::to_string),
            permitted: count(permitted.count()),
            data_risks: facts.data_risks,
            guardrails: facts.guardrails.iter().filter_map(|text| words(Some(text))).collect(),
            kpis: facts.kpis.iter().filter_map(|text| words(Some(text))).collect(),
            metrics: facts.metrics.iter().map(ToString::to_string).collect(),
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
            certifications: facts
                .certifications
                .iter()
                .map(|held| shown::certification(held, today))
                .collect(),
            vendor_retention: words(facts.vendor_retention.as_ref()),
            vendor_training: facts.vendor_training,
            cost_benefit: facts.cost_benefit.as_ref().map(shown::cost_benefit),
            next_review: facts.next_review.map(|day| day.to_string()),
            review_late: facts.next_review.is_some_and(|day| day < today),
            since_entry: workflow.registered,
            changed_entry: workflow.since,
        }
    }

    fn holders(&self, facts: &Facts) -> Vec<String> {
        let Some(role) = &facts.approver else { return Vec::new() };
        let holding = self.standing.people.iter().filter(|p| self.standing.holds(**p, role));
        holding.map(|person| self.names.person(*person)).collect()
    }
}

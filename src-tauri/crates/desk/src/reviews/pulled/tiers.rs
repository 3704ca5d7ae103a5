//! The tier of each workflow: where it stood, where it stands, and what its evidence supports.

use std::collections::BTreeMap;

use domain::metric::derived::Stretch;
use domain::review::TierShown;
use domain::rule::{Group, Rule};
use domain::workflow::{Status, Tier};
use domain::{Moment, WorkflowRef};
use store::{AsOf, View};

use super::PulledMark;
use super::table::{Row, Table};
use crate::decisions::earned;
use crate::erased::or_erased;
use crate::findings::{Finding, FindingsQuery};
use crate::operations::Nothing;
use crate::register::{RegisterQuery, RegisterRow, stage_words, stands, tier_words};
use crate::{Desk, Problem};

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let now = desk.moment();
    let mut register = desk.register(RegisterQuery::default())?.workflows;
    register.retain(|row| row.status != Status::Retired);
    let found = desk.findings(FindingsQuery::default())?.groups;
    let severe = desk.exceptions(Nothing {})?.open;
    let against = Against {
        findings: found.into_iter().flat_map(|group| group.findings).collect(),
        severe: severe
            .into_iter()
            .filter(|row| row.severe)
            .filter_map(|row| Some((row.workflow?, row.exception)))
            .collect(),
    };
    let open = desk.open()?;
    let view = open.view();
    let before = match view.seq_at(crate::when::just_before(stretch.from))? {
        Some(seq) => tiers(&open.store.as_of(AsOf::Seq(seq)))?,
        None => BTreeMap::new(),
    };
    let judged = register.iter().map(|row| judge(&view, row, &before, &against, now));
    let judged = judged.collect::<Result<Vec<_>, _>>()?;
    let show = |shown| judged.iter().filter(|(row, _)| row.tier == Some(shown)).count() as u64;
    Ok(Table {
        columns: &["Workflow", "Tier", "Write stage", "What its evidence supports"],
        counts: vec![
            ("pulled.tiers", judged.len() as u64),
            ("pulled.tiers-moved", judged.iter().filter(|(_, moved)| *moved).count() as u64),
            ("pulled.tiers-down", show(TierShown::Down)),
            ("pulled.tiers-up", show(TierShown::Up)),
        ],
        rows: judged.into_iter().map(|(row, _)| row).collect(),
        empty: "No workflow is on the register.",
    })
}

/// The tiers by workflow when the period began.
type Before = BTreeMap<WorkflowRef, Option<Tier>>;

fn tiers(view: &View<'_>) -> Result<Before, Problem> {
    let all = view.workflows()?.into_iter();
    Ok(all.map(|one| (one.workflow, one.facts.tier())).collect())
}

/// What may speak against a tier.
struct Against {
    findings: Vec<Finding>,
    /// Severe exceptions that are open, each with its workflow.
    severe: Vec<(String, String)>,
}

/// A workflow's row, and whether its tier moved in the period.
fn judge(
    view: &View<'_>,
    one: &RegisterRow,
    before: &Before,
    against: &Against,
    now: Moment,
) -> Result<(Row, bool), Problem> {
    let reference: WorkflowRef = one.workflow.parse()?;
    let was = before.get(&reference).copied();
    let (shown, supports) = supports(view, one, reference, against, now)?;
    let name = or_erased(one.name.as_ref());
    let stage = one.write_stage.map_or("none set", stage_words).to_owned();
    let cells = vec![name, went(was, one.tier), stage, supports];
    let row = Row::of(&one.workflow, cells, mark(shown), shown.words());
    Ok((Row { tier: Some(shown), ..row }, was.is_some_and(|was| was != one.tier)))
}

fn mark(shown: TierShown) -> PulledMark {
    match shown {
        TierShown::Down => PulledMark::Attention,
        TierShown::Up => PulledMark::Waiting,
        TierShown::Stays => PulledMark::Fine,
    }
}

/// Where a workflow's tier should go by its evidence, and why in a sentence.
fn supports(
    view: &View<'_>,
    one: &RegisterRow,
    reference: WorkflowRef,
    against: &Against,
    now: Moment,
) -> Result<(TierShown, String), Problem> {
    let down = against.reasons(one);
    if !down.is_empty() {
        return Ok((TierShown::Down, down.join(" ")));
    }
    let Some(next) = earned(view, &stands(view, reference)?.as_it_stands(), now)? else {
        return Ok((TierShown::Stays, resting(one.status).to_owned()));
    };
    let missing = next.proofs.iter().filter(|proof| !proof.there);
    let missing: Vec<String> = missing.map(|proof| proof.asked_words.to_lowercase()).collect();
    let to = next.to.number();
    Ok(match missing.is_empty() {
        true => (TierShown::Up, format!("All that tier {to} asks is there.")),
        false => (TierShown::Stays, format!("Tier {to} still wants: {}.", missing.join(", "))),
    })
}

impl Against {
    /// What speaks against the tier that a workflow has, a sentence each.
    fn reasons(&self, one: &RegisterRow) -> Vec<String> {
        let severe = self.severe.iter().filter(|(workflow, _)| *workflow == one.workflow);
        let severe: Vec<&str> = severe.map(|(_, exception)| exception.as_str()).collect();
        let open = (!severe.is_empty()).then(|| format!("Severe and open: {}.", severe.join(", ")));
        let broken = self.findings.iter().filter(|finding| weighs(finding, one));
        open.into_iter().chain(broken.map(|finding| finding.says.clone())).collect()
    }
}

/// Whether a finding speaks against the tier of a workflow: what a launch would be refused for, what has
/// turned since, and a kill switch that nobody tried where nobody watches.
fn weighs(finding: &Finding, one: &RegisterRow) -> bool {
    let is = |rule| finding.rule == rule;
    let launch = one.status == Status::Live && finding.rule.group() == Group::Launch;
    let unattended = one.tier == Some(Tier::ExecuteAutonomously);
    let turned = is(Rule::RepeatedOverrides) || is(Rule::DrillHeld) && unattended;
    match finding.about == one.workflow {
        true => launch || turned,
        false => is(Rule::BaselineHeld) && one.metrics.contains(&finding.about),
    }
}

fn went(was: Option<Option<Tier>>, is: Option<Tier>) -> String {
    let words = |tier: Option<Tier>| tier.map_or_else(|| "none".to_owned(), tier_words);
    match was {
        None => format!("{}, new in the period", words(is)),
        Some(was) if was != is => format!("{}, was {}", words(is), words(was)),
        Some(_) => words(is),
    }
}

/// What is to be said of a workflow whose next tier nobody can earn now.
fn resting(status: Status) -> &'static str {
    match status {
        Status::Draft => "It does not act yet.",
        Status::Live | Status::Paused | Status::Stopped => "It stands on the highest tier.",
        Status::Retired => "It is retired.",
    }
}

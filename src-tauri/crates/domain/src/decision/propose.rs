//! Proposing: the difference, the right it is decided by, and what keeps it from being proposed.

use chrono::Duration;

use super::right::{check_rights, right_for};
use super::state::others_act;
use super::{
    Change, Decision, DecisionKind, DecisionProposed, EvidenceShown, How, Known, RaciChange,
    Request, Revoke, Right, RightsChange, RulesChange, Setting, SettingGround, Stated,
    WorkflowChange, apply, asked, missing, rollback, setting,
};
use crate::people::{Standing, entitled};
use crate::raci::{self, lint};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT, optional, required};
use crate::rule::{self, Settings};
use crate::stop::Stop;
use crate::workflow::{Fact, Facts, Register, Status, Workflow};
use crate::{
    DecisionRef, Event, Moment, PermitRef, PersonRef, RaciId, Refusal, RoleId, WorkflowRef,
};

/// What stands when something is proposed.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Who there is.
    pub standing: &'a Standing,
    /// What a workflow is judged among.
    pub judged: &'a rule::Among,
    /// The pulls of the kill switch, as they stand.
    pub stops: &'a [Stop],
    /// What is on the register.
    pub register: &'a Register,
    /// The decision rights in force.
    pub rights: &'a [Right],
    /// The reference of the next decision.
    pub next: DecisionRef,
    /// What the desk knows of what a right may ask.
    pub known: &'a [Known],
    /// Now.
    pub now: Moment,
}

/// What a person proposes.
#[derive(Clone, Debug)]
pub struct Proposal<'a> {
    /// Which kind of decision.
    pub kind: DecisionKind,
    /// What it is about, in a line.
    pub title: &'a str,
    /// Why.
    pub rationale: &'a str,
    /// How it is undone; may be blank where the right does not ask.
    pub rollback_plan: &'a str,
    /// What is shown.
    pub evidence: Vec<EvidenceShown>,
}

/// What it is to change, and what that stands on now.
#[derive(Clone, Debug)]
pub enum Target<'a> {
    /// A workflow: these facts, this status.
    Workflow {
        /// As it stands.
        now: &'a Workflow,
        /// The entry since which it does.
        since: u64,
        /// Everything known of it, as it is to be.
        facts: &'a Facts,
        /// Where it is to stand.
        status: Status,
        /// What changes in the system itself.
        outside: Vec<Stated>,
    },
    /// A RACI matrix.
    Raci {
        /// What it stands among.
        among: lint::Among<'a>,
        /// Which.
        matrix: &'a RaciId,
        /// As it stands.
        held: &'a raci::Held,
        /// The entry whose state the proposer worked on.
        seen: u64,
        /// As it is to be.
        terms: &'a raci::Terms,
    },
    /// The decision rights.
    Rights {
        /// The entry since which they stand.
        since: u64,
        /// As they are to be.
        after: Vec<Right>,
    },
    /// The rules.
    Rules {
        /// The entry since which they are set so.
        since: u64,
        /// As they are to be.
        after: Settings,
    },
    /// A cadence, the calendar, a metric or a baseline.
    Setting {
        /// As it is to be.
        after: Setting,
        /// What it is judged on.
        on: &'a SettingGround,
    },
    /// Something the register does not hold.
    Request(Request),
    /// What another decision did.
    Undo {
        /// Which, as it stands.
        decision: &'a Decision,
        /// The workflow it changed, with the entry since which it stands as it does.
        workflow: Option<(&'a Workflow, u64)>,
        /// The matrix it changed, as it stands.
        raci: Option<&'a raci::Held>,
        /// The entry since which the rights stand.
        rights_since: u64,
        /// The entry since which the rules are set so.
        rules_since: u64,
        /// The permit it issued, and the entry that did.
        permit: Option<(PermitRef, u64)>,
    },
}

impl<'a> Target<'a> {
    /// The workflow that it is about.
    fn workflow(&self) -> Option<WorkflowRef> {
        match self {
            Self::Workflow { now, .. } => Some(now.workflow),
            Self::Request(request) => request.workflow,
            Self::Undo { decision, .. } => decision.proposed.change.workflow(),
            Self::Raci { .. } | Self::Rights { .. } | Self::Rules { .. } | Self::Setting { .. } => {
                None
            }
        }
    }

    /// The decision that it undoes.
    fn undone(&self) -> Option<&'a Decision> {
        match self {
            Self::Undo { decision, .. } => Some(decision),
            Self::Workflow { .. }
            | Self::Raci { .. }
            | Self::Rights { .. }
            | Self::Rules { .. }
            | Self::Setting { .. }
            | Self::Request(_) => None,
        }
    }
}

/// Proposes a decision. Whoever proposes must be among those the right names, the kind must be the
/// one for this change, what the right asks must be there, and somebody else must be able to
/// approve; no rule may stand in its way that would stand in the way of applying it.
pub fn propose(
    ground: Ground<'_>,
    by: PersonRef,
    proposal: Proposal<'_>,
    target: Target<'_>,
) -> Result<Event, Refusal> {
    let undone = target.undone();
    let decided_as =
        rollback::decided_as(proposal.kind, undone.map(|decision| &decision.proposed.change));
    let right = right_for(ground.rights, decided_as, target.workflow())?;
    entitled(ground.standing, by, "proposing this kind of decision", &right.propose)?;
    let title = required("the title", proposal.title, NAME_LIMIT)?;
    let rationale = required("the rationale", proposal.rationale, TEXT_LIMIT)?;
    let rollback_plan = optional("the rollback plan", proposal.rollback_plan, TEXT_LIMIT)?;
    somebody_approves(ground.standing, right, by)?;
    somebody_is_heard(ground.standing, right, by)?;
    let undoes = undone.map(Decision::reference);
    let (change, basis) = changed_by(ground, proposal.kind, target)?;
    let asked = asked(right, &change, rollback_plan.is_some());
    let missing = missing(&asked, &proposal.evidence, ground.known);
    if !missing.is_empty() {
        return Err(Refusal::EvidenceMissing { missing });
    }
    Ok(DecisionProposed {
        decision: ground.next,
        kind: proposal.kind,
        title,
        change,
        rationale,
        rollback_plan,
        evidence: proposal.evidence,
        right: right.clone(),
        basis,
        until: ground.now.plus(Duration::hours(i64::from(right.hours))),
        undoes,
    }
    .into())
}

/// Exactly what would change, and the entry since which what it changes stands.
pub fn changed_by(
    ground: Ground<'_>,
    kind: DecisionKind,
    target: Target<'_>,
) -> Result<(Change, u64), Refusal> {
    let (change, basis) = match target {
        Target::Workflow { now, since, facts, status, outside } => {
            let found_live = now.found_live && kind != DecisionKind::Launch;
            let change = WorkflowChange::between(now, facts, status, found_live, outside);
            if change.is_nothing() {
                return Err(Refusal::NothingChanged);
            }
            kind.carries(&Change::Workflow(Box::new(change.clone())))?;
            one_step(now, facts)?;
            apply::holds(ground.judged, ground.stops, ground.register, now, &change)?;
            (Change::Workflow(Box::new(change)), since)
        }
        Target::Raci { among, matrix, held, seen, terms } => {
            let after = raci::applicable(&among, matrix, held, seen, terms)?;
            let in_force = held.in_force.as_ref();
            if in_force.is_some_and(|version| version.terms == after) {
                return Err(Refusal::NothingChanged);
            }
            let before = in_force.map(|version| version.terms.without_gone());
            let since = in_force.map_or(0, |version| version.since);
            (Change::Raci(RaciChange { before, after }), since)
        }
        Target::Rights { since, after } => {
            check_rights(ground.standing, &after)?;
            if after == ground.rights {
                return Err(Refusal::NothingChanged);
            }
            (Change::Rights(RightsChange { before: ground.rights.to_vec(), after }), since)
        }
        Target::Rules { since, after } => {
            after.check()?;
            let before = ground.judged.settings.clone();
            if before == after {
                return Err(Refusal::NothingChanged);
            }
            (Change::Rules(RulesChange { before, after }), since)
        }
        Target::Setting { after, on } => {
            let change = setting::changed(ground.standing, on, after)?;
            (Change::Setting(Box::new(change)), on.since)
        }
        Target::Request(request) => (Change::Request(asked_for(ground, kind, request)?), 0),
        Target::Undo { decision, workflow, raci, rights_since, rules_since, permit } => {
            let (change, since) = rollback::inverse(
                ground,
                decision,
                workflow,
                raci,
                (rights_since, rules_since),
                permit,
            )?;
            if let (Change::Workflow(change), Some((now, _))) = (&change, workflow) {
                apply::holds(ground.judged, ground.stops, ground.register, now, change)?;
            }
            (change, since)
        }
    };
    kind.carries(&change)?;
    Ok((change, basis))
}

/// Refuses more than one step up, as the rule of single steps counts them.
fn one_step(now: &Workflow, after: &Facts) -> Result<(), Refusal> {
    let broken = rule::steps(now, after).into_iter().next();
    let what = broken.map(|broken| match broken.part {
        Some(rule::Part::Action(action)) => action.words(),
        Some(_) | None => Fact::WriteStage.words(),
    });
    what.map_or(Ok(()), |what| Err(Refusal::TooManySteps { what }))
}

/// Refuses what nobody but the proposer could approve.
fn somebody_approves(standing: &Standing, right: &Right, by: PersonRef) -> Result<(), Refusal> {
    let nobody: Vec<RoleId> =
        right.approve.iter().filter(|role| !others_act(standing, role, by)).cloned().collect();
    let enough = match right.how {
        How::Any => nobody.len() < right.approve.len(),
        How::All | How::InOrder => nobody.is_empty(),
    };
    if enough { Ok(()) } else { Err(Refusal::NobodyApproves { roles: nobody }) }
}

/// Refuses what is approved only after roles were heard that somebody held, and nobody but the
/// proposer does any more: a role is not ended to be spared its word. What nobody ever held is a
/// small team's finding, and no wall.
pub fn somebody_is_heard(standing: &Standing, right: &Right, by: PersonRef) -> Result<(), Refusal> {
    let was_held = |role: &RoleId| {
        let others = standing.holdings.iter().filter(|held| held.person != by);
        others.filter(|held| held.from <= standing.today).any(|held| held.role == *role)
    };
    let roles: Vec<RoleId> = match right.consult_first {
        true => right.consult.clone(),
        false => Vec::new(),
    };
    let vacant = |role: &RoleId| was_held(role) && !others_act(standing, role, by);
    let roles: Vec<RoleId> = roles.into_iter().filter(vacant).collect();
    if roles.is_empty() { Ok(()) } else { Err(Refusal::ConsultedVacant { roles }) }
}

fn asked_for(ground: Ground<'_>, kind: DecisionKind, asked: Request) -> Result<Request, Refusal> {
    let workflow = asked.workflow.map(|workflow| {
        let known = ground.register.known.iter().any(|known| known.workflow == workflow);
        if known { Ok(()) } else { Err(Refusal::Unknown { reference: workflow.to_string() }) }
    });
    workflow.transpose()?;
    match (&asked.permit, kind.permits()) {
        (None, true) => return Err(Refusal::Blank { field: "the permit’s last day" }),
        (Some(_), false) => {
            return Err(Refusal::WrongKind { kind: kind.words(), what: "a permit".to_owned() });
        }
        (None, false) => {}
        (Some(permit), true) => super::permit::check(ground.standing.today, kind, permit)?,
    }
    let what = asked.what.words().unwrap_or_default();
    required("what is asked for", what, TEXT_LIMIT)?;
    Ok(asked)
}

impl From<PermitRef> for Change {
    fn from(permit: PermitRef) -> Self {
        Self::Revoke(Revoke { permit })
    }
}

//! What was proposed, voted, applied and withdrawn.

use chrono::Duration;
use domain::decision::{
    Applying, Change, Decision, DecisionApplied, DecisionProposed, DecisionVoted,
    DecisionWithdrawn, Ground, PermitUsed, Target, Verdict, apply, asked, changed_by, missing,
    right_for, somebody_is_heard, use_permit, vote, withdraw,
};
use domain::people::entitled;
use domain::workflow::Workflow;
use domain::workspace::check_not_behind;
use domain::{Event, PersonRef, Refusal};
use ledger::statement::SignedStatement;

use super::{Case, gone};
use crate::Problem;
use crate::decisions::{
    VOTE, decision_of, known_then, on_it, permit_of, setting_ground, subject_of,
};
use crate::register::stands;

/// Somebody who was there used it, by a day that had come. What goes beyond a permit is found by rule.
pub(super) fn used(case: &Case<'_>, event: &PermitUsed) -> Result<(), Problem> {
    let permit = permit_of(&case.before, &event.permit.to_string())?;
    let PermitUsed { count, on, .. } = *event;
    use_permit(&*case.standing()?, case.person()?, &permit, count, on, "–")?;
    Ok(())
}

/// The proposal is by somebody who may, by the right of the moment and in its time, of the kind
/// that its change is for, and says truly what stands.
pub(super) fn proposed(case: &Case<'_>, event: &DecisionProposed) -> Result<(), Problem> {
    let (view, by) = (&case.before, case.person()?);
    let standing = case.standing()?;
    let undone = event.undoes.map(|undone| decision_of(view, &undone.to_string())).transpose()?;
    let about = match &undone {
        Some(undone) => undone.proposed.change.workflow(),
        None => event.change.workflow(),
    };
    let (rights, rights_since) = view.decision_rights()?;
    let right = right_for(&rights, event.kind, about)?;
    if *right != event.right {
        return Err(differs("the decision right in force"));
    }
    entitled(&standing, by, "proposing this kind of decision", &right.propose)?;
    somebody_is_heard(&standing, right, by)?;
    if event.until > case.at.plus(Duration::hours(i64::from(right.hours))) {
        return Err(differs("the time its right gives it"));
    }
    event.kind.carries(&event.change)?;
    let known = known_then(view, about, &event.evidence, case.at)?;
    let asked = asked(right, &event.change, event.rollback_plan.is_some());
    let missing = missing(&asked, &event.evidence, &known);
    if !missing.is_empty() {
        return Err(Refusal::EvidenceMissing { missing }.into());
    }
    let judged = view.among((*standing).clone())?;
    let stops: Vec<_> = view.stops()?.iter().map(|stop| stop.as_it_stands()).collect();
    let register = view.register()?;
    let ground = Ground {
        standing: &standing,
        judged: &judged,
        stops: &stops,
        register: &register,
        rights: &rights,
        next: event.decision,
        known: &known,
        now: case.at,
    };
    let rules_since = view.rules_since()?;
    let (mut workflow, mut raci) = (None, None);
    if let Change::Workflow(change) = &event.change {
        let found = stands(view, change.workflow)?;
        workflow = Some((whole(found.as_it_stands())?, found.since));
    }
    if let Change::Raci(change) = &event.change {
        raci = Some(view.raci_matrix(&change.after.matrix)?);
    }
    let (change, basis) = if let Some(undone) = &undone {
        let settled = undone.settled.and_then(|settled| Some((settled.permit?, settled.entry)));
        let target = Target::Undo {
            decision: undone,
            workflow: workflow.as_ref().map(|(now, since)| (now, *since)),
            raci: raci.as_ref(),
            rights_since,
            rules_since,
            permit: settled,
        };
        changed_by(ground, event.kind, target)?
    } else {
        match &event.change {
            Change::Workflow(change) => {
                let Some((now, since)) = &workflow else { return Ok(()) };
                let after = change.applied_to(now);
                let target = Target::Workflow {
                    now,
                    since: *since,
                    facts: &gone::filled(&after.facts)?,
                    status: after.status,
                    outside: gone::filled(&change.outside)?,
                };
                changed_by(ground, event.kind, target)?
            }
            Change::Raci(change) => {
                let in_force = raci.and_then(|held| held.in_force);
                let since = in_force.as_ref().map_or(0, |version| version.since);
                let before = in_force.map(|version| version.terms.without_gone());
                let mut stood = change.clone();
                stood.before = before;
                (Change::Raci(stood), since)
            }
            Change::Rights(change) => {
                let target = Target::Rights { since: rights_since, after: change.after.clone() };
                changed_by(ground, event.kind, target)?
            }
            Change::Rules(change) => {
                let target = Target::Rules { since: rules_since, after: change.after.clone() };
                changed_by(ground, event.kind, target)?
            }
            Change::Setting(change) => {
                let on = setting_ground(view, &change.after, case.at)?;
                let after = gone::filled(&change.after)?;
                changed_by(ground, event.kind, Target::Setting { after, on: &on })?
            }
            Change::Request(request) => {
                let target = Target::Request(gone::filled(request)?);
                changed_by(ground, event.kind, target)?
            }
            Change::Revoke(_) => return Err(differs("what undoes a decision")),
        }
    };
    if basis != event.basis || !gone::alike(&told(&change), &told(&event.change))? {
        return Err(differs("what stood when it was proposed"));
    }
    Ok(())
}

/// A change without what it only calls the workflow.
fn told(change: &Change) -> Change {
    let mut told = change.clone();
    if let Change::Workflow(change) = &mut told {
        change.called = None;
    }
    told
}

/// The vote covers exactly the proposal, and counts for the seats that it counted for.
pub(super) fn voted(case: &Case<'_>, event: &DecisionVoted) -> Result<(), Problem> {
    let view = &case.before;
    check_not_behind(case.last()?, case.at)?;
    let decision = decision_of(view, &event.decision.to_string())?;
    let unreadable = || Problem::new("statement-unreadable", "Its statement cannot be read.");
    let value = serde_json::to_value(&event.statement).map_err(Problem::internal)?;
    let statement = SignedStatement::from_value(&value).and_then(|signed| signed.read());
    let statement = statement.map_err(|_| unreadable())?;
    let subject = subject_of(view, decision.entry)?.hash;
    if statement.kind != VOTE
        || statement.about != event.decision.to_string()
        || ledger::encoding::hex(&statement.hash) != subject
    {
        return Err(differs("the proposal it is a vote on"));
    }
    let by: PersonRef = statement.by.parse().map_err(|_| unreadable())?;
    let verdict = Verdict::of(&statement.verdict).ok_or_else(unreadable)?;
    let underneath = view.underneath(&decision)?;
    let standing = case.standing()?;
    let signed = event.statement.clone();
    let counted = vote(&standing, &decision, underneath, by, verdict, signed, case.at)?;
    if counted != Event::from(event.clone()) {
        return Err(differs("the seats that the vote counts for"));
    }
    Ok(())
}

/// It had every approval that its right asked for, and no rule stood in its way.
pub(super) fn applied(case: &Case<'_>, event: &DecisionApplied) -> Result<(), Problem> {
    let view = &case.before;
    case.person()?;
    check_not_behind(case.last()?, case.at)?;
    let mut decision: Decision = decision_of(view, &event.decision.to_string())?;
    decision.proposed = gone::filled(&decision.proposed)?;
    let change = &decision.proposed.change;
    let mut workflow = None;
    if let Change::Workflow(change) = change {
        workflow = Some(whole(stands(view, change.workflow)?.as_it_stands())?);
    }
    let standing = case.standing()?;
    let known = known_then(view, change.workflow(), &decision.proposed.evidence, case.at)?;
    let underneath = view.underneath(&decision)?;
    let due = on_it(view, &standing, &decision, &known, case.at, |on| {
        apply(Applying { workflow: workflow.as_ref(), ..on }, &decision, underneath)
    })??;
    let entered = Event::from(event.clone());
    if due == entered { Ok(()) } else { Err(differs("the permit that was next")) }
}

pub(super) fn withdrawn(case: &Case<'_>, event: &DecisionWithdrawn) -> Result<(), Problem> {
    let view = &case.before;
    let decision = decision_of(view, &event.decision.to_string())?;
    let standing = case.standing()?;
    withdraw(&standing, case.person()?, &decision, view.underneath(&decision)?, case.at)?;
    Ok(())
}

/// A workflow with words in the place of those erased since.
fn whole(workflow: Workflow) -> Result<Workflow, Problem> {
    Ok(Workflow { facts: gone::stood(&workflow.facts)?, ..workflow })
}

fn differs(from: &str) -> Problem {
    Problem::new("differs", format!("It is not {from}."))
}

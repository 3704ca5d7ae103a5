//! Decisions: listing, reading, proposing, voting, here or by file.

use desk::operations::{
    ApplyDecision, ChangeGiven, DecisionQuery, DecisionRow, DecisionView, DecisionsView,
    Difference, EvidenceRow, GiveVotes, Nothing, PermitGiven, ProposeDecision, RequestShown,
    RequestVotes, TakeStatements, VoteAsked, VoteGiven, WithdrawDecision, WorkflowQuery,
};
use desk::{Desk, Problem};
use domain::decision::{Class, Verdict};

use crate::args::{Args, Decide, Says};
use crate::print::{say, within};
use crate::usage::usage;
use crate::{Outcome, at, print};

/// Does what is asked of decisions.
pub fn decide(args: &Args, act: &Decide) -> Result<Outcome, Problem> {
    let view = match act {
        Decide::List { file } => {
            let view = at::reading(args, file)?.decisions(Nothing {})?;
            return print::answer(args.json, &view, list);
        }
        Decide::Show { file, decision } => {
            at::reading(args, file)?.decision(DecisionQuery { decision: decision.clone() })?
        }
        Decide::Propose { file, .. } => {
            let mut desk = at::acting(args, file)?.0;
            let proposal = proposed(&mut desk, act)?;
            desk.propose_decision(proposal)?
        }
        Decide::Vote { file, decisions, verdict, reason } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let votes = votes(&mut desk, decisions, *verdict, reason)?;
            let view = desk.give_votes(GiveVotes { votes, passphrase })?;
            return print::answer(args.json, &view, list);
        }
        Decide::Request { file, decision, out } => {
            let (decision, grant) = (decision.clone(), at::grant(out)?);
            let made = at::reading(args, file)?.request_votes(RequestVotes { decision, grant })?;
            return print::answer(args.json, &made, |made| {
                say!("Written to {}. Send it to whoever is asked;", made.file.name);
                say!("`countersign sign` shows them the whole of it and signs.");
            });
        }
        Decide::Take { file, statements } => {
            let grants = statements.iter().map(|path| at::grant(path)).collect::<Result<_, _>>()?;
            let (mut desk, passphrase) = at::acting(args, file)?;
            desk.take_statements(TakeStatements { grants, passphrase, why: None })?;
            let view = desk.decisions(Nothing {})?;
            return print::answer(args.json, &view, list);
        }
        Decide::Withdraw { file, decision, why } => {
            let (decision, why) = (decision.clone(), why.clone());
            at::acting(args, file)?.0.withdraw_decision(WithdrawDecision { decision, why })?
        }
        Decide::Apply { file, decision } => {
            let decision = decision.clone();
            at::acting(args, file)?.0.apply_decision(ApplyDecision { decision })?
        }
    };
    print::answer(args.json, &view, show)
}

fn proposed(desk: &mut Desk, act: &Decide) -> Result<ProposeDecision, Problem> {
    let Decide::Propose {
        kind,
        title,
        rationale,
        rollback_plan,
        workflow,
        undo,
        what,
        last_day,
        count,
        discount,
        ..
    } = act
    else {
        return Err(Problem::internal("only a proposal is proposed"));
    };
    let change = match (undo, what, workflow) {
        (Some(decision), _, _) => ChangeGiven::Undo { decision: decision.clone() },
        (None, Some(what), workflow) => ChangeGiven::Request {
            what: what.clone(),
            workflow: workflow.clone(),
            permit: last_day.as_ref().map(|last_day| PermitGiven {
                class: if count.is_some() { Class::Batch } else { Class::One },
                last_day: last_day.clone(),
                count: *count,
                discount_percent: discount.clone(),
                to: String::new(),
                segments: Vec::new(),
            }),
        },
        (None, None, Some(workflow)) => {
            let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
            let seen = desk.workflow(query)?.row.changed_entry;
            ChangeGiven::Workflow {
                workflow: workflow.clone(),
                seen,
                given: Vec::new(),
                status: None,
                outside: Vec::new(),
            }
        }
        (None, None, None) => {
            let says = "Say what is proposed: --workflow, --undo or --what.";
            return Err(usage(says));
        }
    };
    Ok(ProposeDecision {
        kind: *kind,
        title: title.clone(),
        rationale: rationale.clone(),
        rollback_plan: rollback_plan.clone(),
        evidence: Vec::new(),
        change,
    })
}

/// Votes on the proposals as they stand; each is shown before anything is signed.
fn votes(
    desk: &mut Desk,
    decisions: &[String],
    verdict: Says,
    reason: &str,
) -> Result<Vec<VoteGiven>, Problem> {
    let verdict = match verdict {
        Says::Approve => Verdict::Approve,
        Says::Refuse => Verdict::Refuse,
        Says::Agree => Verdict::Agree,
        Says::Object => Verdict::Object,
    };
    let vote = |decision: &String| {
        let view = desk.decision(DecisionQuery { decision: decision.clone() })?;
        let (decision, reason) = (decision.clone(), reason.to_owned());
        Ok(VoteGiven { decision, subject: view.subject, verdict, reason })
    };
    decisions.iter().map(vote).collect()
}

fn list(view: &DecisionsView) {
    if view.open.is_empty() {
        say!("Nothing waits for a decision.");
    }
    view.open.iter().for_each(line);
    view.over.iter().for_each(line);
    for permit in &view.permits {
        say!("{}  {}, from {}", permit.permit, permit.allows.says, permit.decision);
    }
}

/// Says a decision in a line.
pub fn line(row: &DecisionRow) {
    let title = row.title.as_deref().unwrap_or("–");
    let waits = match row.wants.is_empty() {
        true => String::new(),
        false => format!("; waits for {}, until {}", row.wants.join(" or "), row.until),
    };
    say!("{}  {}: {title}, {}{waits}", row.decision, row.kind_words, row.state.words());
}

/// Says a decision whole.
pub fn show(view: &DecisionView) {
    line(&view.row);
    say!("Proposed by {}, {}.", view.row.by_name, view.row.at);
    differences(&view.differences);
    request(view.request.as_ref());
    reasons(view.rationale.as_deref(), view.rollback_plan.as_deref());
    evidence(&view.evidence);
    say!("Decided: {}.", view.right.says);
    for vote in &view.votes {
        let reason =
            vote.reason.as_deref().map(|why| format!(": “{}”", within(why))).unwrap_or_default();
        say!("  {} as {}: {}{reason}", vote.by_name, vote.roles.join(", "), vote.verdict.word());
    }
    view.rules.iter().filter(|rule| !rule.holds).for_each(|rule| say!("  {}", rule.says));
    say!("What a vote signs: {}", view.subject);
}

/// A proposal as a request carries it: the whole of what a vote covers.
pub fn proposal(asked: &VoteAsked) {
    let title = asked.title.as_deref().unwrap_or("–");
    say!("{}  {}: {title}", asked.decision, asked.kind_words);
    say!("Proposed by {} ({}).", asked.by_name, asked.by);
    if let Some(workflow) = &asked.workflow {
        say!("About {workflow} {}.", asked.workflow_name.as_deref().unwrap_or_default());
    }
    if let Some(undoes) = &asked.undoes {
        say!("It undoes {undoes}.");
    }
    differences(&asked.differences);
    for one in &asked.stays {
        say!("  {} stays {}", one.field, within(one.after.as_deref().unwrap_or("–")));
    }
    request(asked.request.as_ref());
    reasons(asked.rationale.as_deref(), asked.rollback_plan.as_deref());
    evidence(&asked.evidence);
    say!("Decided: {}.", asked.right.says);
    say!("What a vote signs: {}", asked.subject);
}

fn differences(all: &[Difference]) {
    for one in all {
        let word =
            |side: &Option<String>| side.as_deref().map_or_else(|| "nothing".to_owned(), within);
        let outside = if one.outside { " (as stated, in the system itself)" } else { "" };
        say!("  {}: {} -> {}{outside}", one.field, word(&one.before), word(&one.after));
    }
}

fn request(asked: Option<&RequestShown>) {
    let Some(asked) = asked else { return };
    say!("  asks for: {}", within(asked.what.as_deref().unwrap_or("–")));
    if let Some(permit) = &asked.permit {
        say!("  permit: {}", permit.says);
    }
}

fn reasons(rationale: Option<&str>, plan: Option<&str>) {
    say!("  why: {}", within(rationale.unwrap_or("–")));
    if let Some(plan) = plan {
        say!("  how it is undone: {}", within(plan));
    }
}

fn evidence(rows: &[EvidenceRow]) {
    for row in rows {
        let shown = row.known.as_deref().or(row.words.as_deref()).unwrap_or("not shown");
        say!("  {}: {} {}", row.asked_words, within(shown), row.at.join(", "));
    }
}

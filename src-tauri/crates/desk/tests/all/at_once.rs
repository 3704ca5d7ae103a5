//! Two machines over one file, and two people who act on one decision at the same moment.

use std::sync::Barrier;

use desk::Desk;
use desk::operations::{
    ChangeGiven, GiveRole, GiveVotes, Nothing, PermitGiven, ProposeDecision, VoteGiven,
    WithdrawDecision,
};
use domain::decision::{Class, DecisionKind, DecisionState, Verdict};

use crate::histories::company::{Company, Who, copy, founded};
use crate::support::*;

/// The company with what was proposed, and a second machine on which everybody's keys lie too.
fn proposed(kind: DecisionKind, two_sponsors: bool) -> (Company, Desk, String) {
    let mut company = Company::begins(&founded());
    if two_sponsors {
        let (person, role) = (Who::Security.reference(), "executive-sponsor".to_owned());
        let from = "2026-11-16".to_owned();
        let desk = company.by(Who::Sponsor);
        desk.give_role(GiveRole { person, role, from, to: None }).unwrap();
    }
    let export = PermitGiven {
        class: Class::One,
        last_day: "2026-11-20".into(),
        count: Some(400),
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: Vec::new(),
    };
    let permit = (kind == DecisionKind::DataExport).then_some(export);
    let change = ChangeGiven::Request { what: "A pilot".into(), workflow: None, permit };
    let view = company
        .by(Who::Operator)
        .propose_decision(ProposeDecision {
            kind,
            title: "Pilot".into(),
            rationale: "It opens the bottleneck.".into(),
            rollback_plan: String::new(),
            evidence: Vec::new(),
            change,
        })
        .unwrap();
    copy(&company.room.path("company"), &company.room.path("second"));
    let mut second = company.room.desk("second");
    second.open_path(&company.room.workspace()).unwrap();
    sign_in(&mut second, &Who::Security.reference(), PASSPHRASE).unwrap();
    (company, second, view.row.decision)
}

/// Both start at the same moment; says what came of either, in the order of the words.
fn at_once(
    one: impl FnOnce() -> String + Send,
    other: impl FnOnce() -> String + Send,
) -> [String; 2] {
    let start = Barrier::new(2);
    let mut both = std::thread::scope(|scope| {
        let one = scope.spawn(|| {
            start.wait();
            one()
        });
        start.wait();
        [other(), one.join().unwrap()]
    });
    both.sort();
    both
}

/// A yes to what was read before, whatever has become of it since.
fn yes(desk: &mut Desk, decision: &str) -> GiveVotes {
    let subject = read_decision(desk, decision).subject;
    let (decision, reason) = (decision.to_owned(), String::new());
    let votes = vec![VoteGiven { decision, subject, verdict: Verdict::Approve, reason }];
    GiveVotes { votes, passphrase: PASSPHRASE.into() }
}

#[test]
fn of_two_approvals_at_once_one_decides_where_one_is_enough() {
    let (mut company, mut second, decision) = proposed(DecisionKind::Other, true);
    let first = company.by(Who::Sponsor);
    let (a, b) = (yes(first, &decision), yes(&mut second, &decision));
    let came = at_once(|| code(first.give_votes(a)), || code(second.give_votes(b)));
    assert_eq!(came, ["decision-over", "done"], "the later one finds it decided");
    let view = read_decision(first, &decision);
    assert_eq!((view.row.state, view.votes.len()), (DecisionState::Applied, 1), "by one vote");
    holds(first, "the file is in order after both");
}

#[test]
fn of_two_approvals_at_once_both_count_where_both_are_asked() {
    let (mut company, mut second, decision) = proposed(DecisionKind::DataExport, false);
    let first = company.by(Who::Sponsor);
    let (a, b) = (yes(first, &decision), yes(&mut second, &decision));
    let came = at_once(|| code(first.give_votes(a)), || code(second.give_votes(b)));
    assert_eq!(came, ["done", "done"], "neither stands in the other's way");
    let view = read_decision(first, &decision);
    assert_eq!((view.row.state, view.votes.len()), (DecisionState::Applied, 2), "by both votes");
    let permits = first.decisions(Nothing {}).unwrap().permits;
    assert_eq!(permits.len(), 1, "and it issued one permit");
    holds(first, "the file is in order after both");
}

#[test]
fn of_an_approval_and_a_withdrawal_at_once_one_counts() {
    let (mut company, mut second, decision) = proposed(DecisionKind::Other, true);
    let vote = yes(&mut second, &decision);
    let first = company.by(Who::Operator);
    let withdraw = WithdrawDecision { decision: decision.clone(), why: "Not now.".into() };
    let came =
        at_once(|| code(first.withdraw_decision(withdraw)), || code(second.give_votes(vote)));
    assert_eq!(came, ["decision-over", "done"], "the later one finds it ended");
    let view = read_decision(first, &decision);
    let ended = view.settled.unwrap();
    assert_eq!(
        (ended.applied, view.votes.len()),
        (view.row.state == DecisionState::Applied, usize::from(ended.applied)),
        "it ended as the one that counted says"
    );
    holds(first, "the file is in order after both");
}

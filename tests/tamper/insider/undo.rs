//! Two decisions, each harmless alone; and words that are gone when they are signed.

use desk::operations::{
    ConfirmStop, EraseText, Given, LogQuery, Nothing, RequestVotes, StopWorkflow,
};
use domain::decision::{DecisionKind, Verdict};
use domain::workflow::{Permitted, Status};

use super::Attempt;
use super::alone::step;
use super::inside::{HIS, Inside, LIVE, code, decided, describe, other, propose, status, undo};

/// Up with evidence, back down, and up again as the undoing of that.
pub fn undoes_a_step_down_without_what_the_step_asks(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    step(&mut desk, Permitted::Tier2, "59 clean items", "").unwrap();
    inside.approved("DEC-0002").unwrap();
    undo(&mut desk, "DEC-0002").unwrap();
    inside.approved("DEC-0003").unwrap();
    let up = code(undo(&mut desk, "DEC-0003"));
    vec![("a step down undone, so that it goes up unproven", "wrong-kind", up)]
}

/// Undoing what something else has overtaken.
pub fn undoes_what_was_stopped_since(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let pull = |desk: &mut desk::Desk| {
        let (workflow, why) = (LIVE.to_owned(), "It scores everybody 92".to_owned());
        desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
    };
    pull(&mut desk);
    let launched = code(undo(&mut desk, "DEC-0001"));
    let systems = desk.stops(Nothing {}).unwrap().stops[0].systems.len();
    for system in 0..u32::try_from(systems).unwrap() {
        let (stop, words) = ("STOP-0001".to_owned(), String::new());
        desk.confirm_stop(ConfirmStop { stop, system, words }).unwrap();
    }
    propose(&mut desk, DecisionKind::Restart, LIVE, Vec::new()).unwrap();
    inside.approved("DEC-0002").unwrap();
    let restarted = code(undo(&mut desk, "DEC-0002"));
    assert_eq!(status(&mut desk, LIVE), Status::Live, "and it stays off no list unseen");
    vec![
        ("a launch undone to leave a stop behind", "nothing-changed", launched),
        ("a restart undone, which no stop list would show", "stop-instead", restarted),
    ]
}

/// What is signed must still be there to be read.
pub fn erases_what_is_to_be_signed(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let weaker = vec![Given::Guardrails(vec!["None at all".into()])];
    let entry = propose(&mut desk, DecisionKind::Guardrail, LIVE, weaker).unwrap().row.entry;
    let path = "/event/change/after/guardrails/0".to_owned();
    let (ground, passphrase) = ("She asked for it".to_owned(), HIS.into());
    desk.erase_text(EraseText { entry, path, ground, passphrase }).unwrap();
    let shown = decided(&mut inside.sponsor(), "DEC-0002").may.approve;
    let here = inside.approved("DEC-0002");
    let (decision, grant) = ("DEC-0002".to_owned(), inside.grant("erased.json"));
    let there = desk.request_votes(RequestVotes { decision, grant });
    other(&mut desk, "A pilot").unwrap();
    let log = desk.log(LogQuery::default()).unwrap().rows;
    assert!(log.iter().any(|row| row.entry == entry), "what was proposed stays on the record");
    let changed = describe(&mut desk, LIVE, vec![Given::Model("icp 4.2".into())]);
    assert_eq!(code(changed), "done", "and stands in nobody's way");
    vec![
        ("words erased before they are signed", "words-erased", code(here)),
        ("the same, by file", "words-erased", code(there)),
        (
            "the same, as the page of it says",
            "words-erased",
            shown.map_or("done".into(), |p| p.code),
        ),
        ("a stale one approved all the same", "decision-stale", code(stale(inside))),
    ]
}

fn stale(inside: &Inside) -> Result<(), desk::Problem> {
    let mut desk = inside.desk();
    propose(&mut desk, DecisionKind::Threshold, LIVE, vec![Given::Model("icp 5".into())]).unwrap();
    describe(&mut desk, LIVE, vec![Given::Outcome("More of them".into())]).unwrap();
    let decision = desk.decisions(Nothing {}).unwrap().over[0].decision.clone();
    super::inside::vote_of_sponsor(&mut inside.sponsor(), &decision, Verdict::Approve)
}

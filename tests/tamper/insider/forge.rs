//! Statements and entries made with what he has.

use desk::operations::{Nothing, Verdict, Verify};
use desk::{Chance, Clock, Profile, SeededChance};
use domain::decision::{DecisionApplied, DecisionKind};
use domain::workflow::{Status, WorkflowStatusSet};
use domain::{DecisionRef, Event, WorkflowRef};
use serde_json::Value;
use store::{Actor, NewEntry, Store};

use super::Attempt;
use super::inside::{DRAFT, HE, HIS, Inside, code, other, propose, sign_in};
use crate::attacker;

/// The sponsor's signature, once given, under something else.
pub fn counts_a_vote_given_for_something_else(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    for _ in 0..2 {
        other(&mut desk, "A pilot").unwrap();
    }
    let (first, second) =
        (inside.asked(&mut desk, "DEC-0002"), inside.asked(&mut desk, "DEC-0003"));
    let yes = inside.signed(&first).unwrap();
    let answering = |request: &str| {
        let mut back: Value = serde_json::from_str(&yes).unwrap();
        let mut request: Value = serde_json::from_str(request).unwrap();
        for word in ["countersign", "v"] {
            request.as_object_mut().unwrap().remove(word);
        }
        back["request"] = request;
        back.to_string()
    };
    let mut take = |text: &str| code(inside.take(&mut desk, text));
    let elsewhere = take(&answering(&second));
    let reason = take(&yes.replace("As discussed.", "Whatever you like."));
    let verdict =
        take(&yes.replace("\\\"verdict\\\":\\\"approve\\\"", "\\\"verdict\\\":\\\"agree\\\""));
    let by = take(&yes.replace("\\\"by\\\":\\\"PER-0002\\\"", "\\\"by\\\":\\\"PER-0003\\\""));
    assert_eq!(take(&yes), "done", "the vote itself counts");
    let again = take(&yes);
    vec![
        ("a vote on one proposal counted on its twin", "statement-elsewhere", elsewhere),
        ("a vote with another reason", "statement-altered", reason),
        ("a vote with another verdict", "statement-altered", verdict),
        ("a vote under another name", "statement-key-ended", by),
        ("a vote counted twice", "statement-again", again),
    ]
}

/// A refusal made undone by the copy of before it.
pub fn counts_a_vote_on_an_older_copy(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    other(&mut desk, "A pilot").unwrap();
    let text = inside.asked(&mut desk, "DEC-0002");
    desk.close_workspace(Nothing {}).unwrap();
    let older = attacker::settled(&inside.file());
    let mut desk = inside.desk();
    other(&mut desk, "Another").unwrap();
    let mut sponsor = inside.sponsor();
    sponsor.close_workspace(Nothing {}).unwrap();
    desk.close_workspace(Nothing {}).unwrap();
    attacker::settled(&inside.file());
    std::fs::write(inside.file(), older).unwrap();
    let yes = inside.signed(&text).unwrap();
    let mut remembered = inside.desk();
    let here = code(inside.take(&mut remembered, &yes));
    remembered.close_workspace(Nothing {}).unwrap();
    std::fs::remove_dir_all(inside.path("his").join("seen")).unwrap();
    let mut forgetful = inside.desk();
    sign_in(&mut forgetful, HE, HIS);
    let there = code(inside.take(&mut forgetful, &yes));
    vec![
        ("an older copy put back", "restore-undeclared", here),
        ("the same, and what his machine remembers removed", "statement-unseen", there),
    ]
}

/// The machine's key, and his own code.
pub fn signs_with_the_machines_key(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    propose(&mut desk, DecisionKind::Launch, DRAFT, Vec::new()).unwrap();
    desk.close_workspace(Nothing {}).unwrap();
    let before = attacker::settled(&inside.file());
    let decision = DecisionRef::new(2);
    let events: [(&'static str, Event); 2] = [
        ("a launch applied by the machine", DecisionApplied { decision, permit: None }.into()),
        (
            "a draft set live by the machine",
            WorkflowStatusSet { workflow: WorkflowRef::new(2), status: Status::Live }.into(),
        ),
    ];
    events
        .into_iter()
        .map(|(attempt, event)| {
            std::fs::write(inside.file(), &before).unwrap();
            append(inside, Actor::Machine, event);
            (attempt, "event.machine", fault(inside))
        })
        .collect()
}

/// Appends an entry by way of the store, which asks no rule.
fn append(inside: &Inside, by: Actor, event: Event) {
    let mut store = Store::open(&inside.file()).unwrap();
    let (profile, ws) = (Profile::at(inside.path("his")), store.ws().to_owned());
    let secret = match by {
        Actor::Machine => profile.machine_key([0; 32]).unwrap(),
        Actor::Person(person) => {
            let file = profile.keys(&ws).into_iter().find(|file| file.person == person).unwrap();
            profile.open_key(&ws, &file, &HIS.into()).unwrap()
        }
    };
    let why = Some("Routine.".to_owned());
    let entry = NewEntry { at: inside.clock.now(), by, event, why, carried: Vec::new() };
    let mut salts = SeededChance::new(9).salts().unwrap();
    store.append(&[entry], &secret, salts.as_mut()).unwrap();
}

/// The fault that a stranger's verification names, where it does not accept the file.
fn fault(inside: &Inside) -> String {
    let proof = inside.outsider().verify_file(&inside.file(), &Verify::default()).unwrap();
    let fails = proof.integrity.verdict == Verdict::Fails;
    let named = proof.faults.first().filter(|_| fails).map(|fault| fault.code.clone());
    named.unwrap_or_else(|| "done".to_owned())
}

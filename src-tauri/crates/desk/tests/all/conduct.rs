//! What an operator with the file and a key of his own appends, and no desk would have let through.

use chrono::{NaiveDate, Weekday};
use desk::operations::{
    AddWorkflow, ChangeGiven, DescribeWorkflow, EnrolKey, EraseText, ImportBatch, LogOrigin,
    LogReading, Nothing, PermitGiven, ProposeDecision, PurgeBatch, Verdict,
};
use desk::{Chance, Clock, Desk, Profile, SeededChance};
use domain::batch::{BatchImported, BatchPurged, Bound, Field};
use domain::cadence::{CadenceRetired, CalendarSet};
use domain::check::{Asks, CheckRecorded, Found, Picked, Rows, SegmentCount};
use domain::decision::{Class, DecisionApplied, DecisionKind, PermitUsed};
use domain::people::{PersonLeft, RoleEnded, RoleGiven};
use domain::rule::{FindingPutOff, Rule, RulesSet, Settings};
use domain::workflow::{Facts, Status, WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet};
use domain::workspace::TextErased;
use domain::{
    BatchRef, CadenceId, CheckRef, Event, PermitRef, PersonRef, RoleId, Text, WorkflowRef,
};
use store::{Actor, NewEntry, Store, StoreError};

use crate::support::*;

const OPERATOR: PersonRef = PersonRef::new(1);
/// Somebody with no role.
const THIRD: PersonRef = PersonRef::new(3);
const PIAS: &str = "amber lantern thistle";

fn today() -> NaiveDate {
    "2026-11-16".parse().unwrap()
}

/// A workspace with a draft on the register whose launch waits for the sponsor.
fn with_proposal(room: &Room) -> Desk {
    let mut desk = room.founded();
    add(&mut desk, "Pia Sand", &[]).unwrap();
    desk.add_workflow(AddWorkflow { name: "Lead scoring".into(), ..AddWorkflow::default() })
        .unwrap();
    let seen = size(&mut desk);
    let workflow = "WF-0001".to_owned();
    let (given, why) = (complete(), String::new());
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
    let seen = size(&mut desk);
    let workflow = "WF-0001".to_owned();
    let (status, outside, given) = (None, Vec::new(), Vec::new());
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::Launch,
        title: "Lead scoring".into(),
        rationale: "It is ready.".into(),
        rollback_plan: "Turn it off.".into(),
        evidence: Vec::new(),
        change: ChangeGiven::Workflow { workflow, seen, given, status, outside },
    })
    .unwrap();
    desk
}

/// Appends `event` past the desk, signed by the operator.
pub fn append(room: &Room, event: Event) {
    append_as(room, OPERATOR, PASSPHRASE, event);
}

/// Appends `event` past the desk, signed by `person`.
pub fn append_as(room: &Room, person: PersonRef, passphrase: &str, event: Event) {
    let profile = Profile::at(room.path("first"));
    let mut store = Store::open(&room.workspace()).unwrap();
    let ws = store.ws().to_owned();
    let file = profile.keys(&ws).into_iter().find(|file| file.person == person).unwrap();
    let secret = profile.open_key(&ws, &file, &passphrase.into()).unwrap();
    let mut salts = SeededChance::new(99).salts().unwrap();
    let (at, by) = (room.clock.now(), Actor::Person(person));
    let entry = NewEntry { at, by, event, why: Some("quietly".into()), carried: Vec::new() };
    let appended = store.write(|writer| {
        writer.append(&[entry], &secret, salts.as_mut())?;
        Ok::<_, StoreError>(())
    });
    appended.unwrap();
}

#[test]
fn what_the_door_would_refuse_is_found_though_every_signature_holds() {
    let workflow = WorkflowRef::new(1);
    let name = Some(Text::new("Lead scoring"));
    let role = |id: &str, person| {
        let from = "2026-11-16".parse().unwrap();
        Event::from(RoleGiven { person, role: RoleId::new(id), from, to: None })
    };
    let facts = || Facts { name: name.clone(), ..Facts::default() };
    let off = [Rule::LogsLocated].into();
    let settings = Settings { off, ..Settings::start_up() };
    let live = Status::Live;
    let second = WorkflowRef::new(2);
    let registered = |found_live| {
        let facts = Facts { name: Some(Text::new("Other")), ..Facts::default() };
        Event::from(WorkflowRegistered { workflow: second, status: live, found_live, facts })
    };
    for (attack, event, expected) in [
        (
            "a decision applied without a vote",
            DecisionApplied { decision: "DEC-0001".parse().unwrap(), permit: None }.into(),
            Some("rule.not-approved"),
        ),
        (
            "a draft set live by hand",
            WorkflowStatusSet { workflow, status: live }.into(),
            Some("rule.no-such-step"),
        ),
        ("a workflow that is live from the start", registered(false), Some("rule.no-such-step")),
        ("a workflow that was found live", registered(true), None),
        ("a rule switched off", RulesSet { settings }.into(), Some("rule.undecided")),
        ("a role for himself", role("security", OPERATOR), Some("rule.role-for-oneself")),
        ("a role for another", role("security", PersonRef::new(2)), None),
        (
            "a sponsor of his own making",
            role("executive-sponsor", THIRD),
            Some("rule.sponsors-own"),
        ),
        (
            "the sponsor recorded as gone",
            PersonLeft { person: PersonRef::new(2), on: today() }.into(),
            Some("rule.sponsors-own"),
        ),
        (
            "the sponsor's role ended",
            RoleEnded {
                person: PersonRef::new(2),
                role: RoleId::new("executive-sponsor"),
                on: today(),
            }
            .into(),
            Some("rule.sponsors-own"),
        ),
        (
            "a cadence retired",
            CadenceRetired { cadence: CadenceId::new("weekly") }.into(),
            Some("rule.needs-decision"),
        ),
        (
            "a calendar on which nobody works on Fridays",
            CalendarSet { business_days: vec![Weekday::Mon], holidays: Vec::new() }.into(),
            Some("rule.needs-decision"),
        ),
        (
            "a draft described, which anybody who keeps the register may",
            WorkflowDescribed { workflow, facts: facts() }.into(),
            None,
        ),
    ] {
        let room = Room::new();
        let mut desk = with_proposal(&room);
        holds(&mut desk, "everything before came through the door");
        append(&room, event);
        let proof = verify(&mut desk);
        assert_eq!(proof.integrity.verdict, Verdict::Holds, "{attack}: he signed it himself");
        let found: Vec<&str> = proof.faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{attack}: {:?}", proof.faults);
        let verdict = if expected.is_some() { Verdict::Fails } else { Verdict::Holds };
        assert_eq!(proof.rules.verdict, verdict, "{attack}");
        let entry = proof.faults.first().map(|fault| fault.entry);
        assert!(entry.is_none_or(|entry| entry == Some(size(&mut desk))), "{attack} is named");
    }
}

/// A workspace with an action log, a permit for ten rows, and somebody who has a key and no role.
fn with_permit(room: &Room) -> Desk {
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &[]).unwrap();
    let (new_passphrase, passphrase) = (PIAS.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: pia, new_passphrase, passphrase }).unwrap();
    found_live(&mut desk, room, "Outreach");
    let grant = room.write("log.csv", "id,time,workflow\nm-1,2026-11-12T08:00:00Z,Outreach\n");
    let origin = LogOrigin { source: "Sequencer".into(), ..LogOrigin::default() };
    let reading = LogReading::default();
    desk.import_batch(ImportBatch { grant, sha256: None, reading, origin }).unwrap();
    let permit = PermitGiven {
        class: Class::Standing,
        last_day: "2026-11-20".into(),
        count: Some(10),
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: Vec::new(),
    };
    let what = "Contacts for the event".to_owned();
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::DataExport,
        title: "Contacts for the event".into(),
        rationale: "The agency sends the badges.".into(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Request { what, workflow: None, permit: Some(permit) },
    })
    .unwrap();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let yes = approval(&mut desk, "DEC-0001", SPONSORS);
    desk.give_votes(yes).unwrap();
    desk
}

#[test]
fn what_somebody_does_who_may_not_is_found_whatever_it_is() {
    let put_off = |until: &str| {
        Event::from(FindingPutOff {
            rule: Rule::LogsLocated,
            about: "WF-0001".into(),
            part: None,
            until: until.parse().unwrap(),
        })
    };
    let used = |permit: u32, count, on: &str| {
        let (permit, pointer) = (PermitRef::new(permit), Text::new("s3://exports/12"));
        Event::from(PermitUsed { permit, count, on: on.parse().unwrap(), pointer })
    };
    let purged = || Event::from(BatchPurged { batch: BatchRef::new(1), why: Text::new("Old.") });
    let imported = |batch: u32| {
        // Of no rows: that rows are missing is told before anybody asks who may.
        let none =
            || Bound { count: 0, root: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=".into() };
        let (batch, rows, rejected) = (BatchRef::new(batch), none(), none());
        Event::from(BatchImported { batch, rows, rejected, ..golden_batch() })
    };
    for (attack, by, event, expected) in [
        ("a finding put off by nobody in particular", THIRD, put_off("2026-12-01"), "not-entitled"),
        ("one put off for ever", OPERATOR, put_off("2028-01-01"), "out-of-range"),
        ("one put off by who may", OPERATOR, put_off("2026-12-01"), ""),
        ("a permit used by anybody, which is recorded", THIRD, used(1, 2, "2026-11-16"), ""),
        ("a permit used for nothing", THIRD, used(1, 0, "2026-11-16"), "out-of-range"),
        ("a permit used tomorrow", THIRD, used(1, 2, "2026-11-17"), "out-of-range"),
        ("a permit that nobody issued", THIRD, used(2, 2, "2026-11-16"), "unknown"),
        ("an action log taken in by who may not", THIRD, imported(2), "not-entitled"),
        ("one under another number", OPERATOR, imported(7), "differs"),
        ("rows purged by who may not", THIRD, purged(), "not-entitled"),
        ("rows purged by who may", OPERATOR, purged(), ""),
    ] {
        let room = Room::new();
        let mut desk = with_permit(&room);
        let passphrase = if by == THIRD { PIAS } else { PASSPHRASE };
        append_as(&room, by, passphrase, event);
        let proof = verify(&mut desk);
        let rules = proof.faults.iter().filter_map(|fault| fault.code.strip_prefix("rule."));
        let expected: Vec<&str> =
            Some(expected).filter(|code| !code.is_empty()).into_iter().collect();
        assert_eq!(rules.collect::<Vec<_>>(), expected, "{attack}: {:?}", proof.faults);
    }
}

/// A workspace with a log of who got a meeting, and somebody who has a key and no role.
fn with_log(room: &Room) -> Desk {
    let mut desk = room.founded();
    let pia = add(&mut desk, "Pia Sand", &[]).unwrap();
    let (new_passphrase, passphrase) = (PIAS.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: pia, new_passphrase, passphrase }).unwrap();
    let log = "id,time,workflow,segment,outcome\n\
        1,2026-11-12T08:00:00Z,Router,DACH,meeting\n2,2026-11-12T08:01:00Z,Router,DACH,none\n\
        3,2026-11-12T08:02:00Z,Router,Nordics,meeting\n";
    let grant = room.write("log.csv", log);
    let origin = LogOrigin { source: "Router".into(), ..LogOrigin::default() };
    let reading = LogReading::default();
    desk.import_batch(ImportBatch { grant, sha256: None, reading, origin }).unwrap();
    desk
}

/// The check of that log, with what it counted.
fn check_of(batches: &[u32], found: Found) -> CheckRecorded {
    let batches = batches.iter().map(|batch| BatchRef::new(*batch)).collect();
    let rows = Rows { batches, from: None, to: None, only: None };
    let picked = Picked::OneOf { field: Field::Outcome, says: vec![Text::new("meeting")] };
    let asks = Asks::Fairness { rows, by: Field::Segment, picked };
    CheckRecorded { check: CheckRef::new(1), asks, found, item: None, note: None }
}

/// Of DACH so many were selected, and one of one of the Nordics.
fn selected(dach: u64, all: u64) -> Found {
    let count = |name, selected, all| SegmentCount { name: Text::new(name), selected, all };
    Found::Fairness {
        segments: vec![count("DACH", dach, all), count("Nordics", 1, 1)],
        left_out: 0,
    }
}

#[test]
fn a_check_that_does_not_follow_from_its_rows_is_found() {
    let kept = |on_time| {
        let (late, overdue, waiting, rejected) = (1, 0, 0, 0);
        Found::ServiceLevel { on_time, late, overdue, waiting, rejected }
    };
    let promised = |found| {
        let name = Text::new("promises.csv");
        let (sha256, encoding) = ("0".repeat(64), "UTF-8".to_owned());
        let file = domain::batch::File { name, sha256, bytes: 9, encoding };
        let asks = Asks::ServiceLevel { what: Text::new("Notes in a day"), file };
        CheckRecorded { asks, ..check_of(&[1], found) }
    };
    let seventh = CheckRecorded { check: CheckRef::new(7), ..check_of(&[1], selected(1, 2)) };
    for (attack, by, made, expected) in [
        ("what the rows say", OPERATOR, check_of(&[1], selected(1, 2)), ""),
        ("one more selected", OPERATOR, check_of(&[1], selected(2, 2)), "differs"),
        ("one by who may not", THIRD, check_of(&[1], selected(1, 2)), "not-entitled"),
        ("one under another number", OPERATOR, seventh, "differs"),
        ("the same rows twice", OPERATOR, check_of(&[1, 1], selected(2, 4)), "check-twice"),
        ("a log that nobody took in", OPERATOR, check_of(&[2], selected(1, 2)), "unknown"),
        ("counts of another kind", OPERATOR, check_of(&[1], kept(8)), "check-uncounted"),
        ("segments of a promise", OPERATOR, promised(selected(1, 2)), "check-uncounted"),
        ("counts beyond all rows", OPERATOR, promised(kept((1 << 53) - 9)), "check-uncounted"),
        ("a promise that nobody can count again", OPERATOR, promised(kept(8)), ""),
    ] {
        let room = Room::new();
        let mut desk = with_log(&room);
        append_as(&room, by, if by == THIRD { PIAS } else { PASSPHRASE }, made.into());
        assert_eq!(rules(&mut desk), expected, "{attack}");
        // Whatever was entered, it can be listed.
        assert_eq!(desk.checks(Nothing {}).unwrap().rows.len(), 1, "{attack}");
    }
}

#[test]
fn erasing_a_word_of_a_check_hides_nothing_of_its_counts() {
    for (dach, expected) in [(2, "differs"), (1, "")] {
        let room = Room::new();
        let mut desk = with_log(&room);
        append(&room, check_of(&[1], selected(dach, 2)).into());
        let entry = size(&mut desk);
        let path = "/event/found/segments/0/name".to_owned();
        let ground = "Article 17".to_owned();
        desk.erase_text(EraseText { entry, path, ground, passphrase: PASSPHRASE.into() }).unwrap();
        assert_eq!(rules(&mut desk), expected, "{dach} of 2 of a segment nobody can name any more");
    }
}

#[test]
fn what_binds_rows_is_erased_by_nobody_while_they_are_there() {
    let room = Room::new();
    let mut desk = with_log(&room);
    let entry = size(&mut desk);
    let erase = |desk: &mut Desk, path: &str| {
        let (path, ground) = (path.to_owned(), "Article 17".to_owned());
        code(desk.erase_text(EraseText { entry, path, ground, passphrase: PASSPHRASE.into() }))
    };
    for path in ["/event/salt", "/event/key"] {
        assert_eq!(erase(&mut desk, path), "batch-bound", "{path} is needed to prove its rows");
    }
    assert_eq!(erase(&mut desk, "/event/file/name"), "done", "other words of it may go");
    desk.purge_batch(PurgeBatch { batch: "BAT-0001".into(), why: "Old.".into() }).unwrap();
    assert_eq!(erase(&mut desk, "/event/salt"), "done", "it binds nothing any more");
    holds(&mut desk, "all of it came through the door");

    let room = Room::new();
    let mut desk = with_log(&room);
    let (path, ground) = ("/event/salt".to_owned(), Text::new("Quietly."));
    append(&room, TextErased { seq: entry, path, ground }.into());
    assert_eq!(rules(&mut desk), "batch-bound", "past the desk it is found");
}

/// The rule that is found broken; blank where none is.
fn rules(desk: &mut Desk) -> String {
    let faults = verify(desk).faults;
    let rules = faults.iter().filter_map(|fault| fault.code.strip_prefix("rule."));
    rules.collect::<Vec<_>>().join(", ")
}

/// A batch as the golden file has one.
fn golden_batch() -> BatchImported {
    let golden = include_str!("../../../domain/tests/golden/events.json");
    let events: Vec<Event> = serde_json::from_str(golden).unwrap();
    let batch = events.into_iter().find_map(|event| {
        let Event::BatchImported(batch) = event else { return None };
        Some(batch)
    });
    batch.unwrap()
}

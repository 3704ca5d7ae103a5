//! What an operator with the file and a key of his own appends, and no desk would have let through.

use chrono::{NaiveDate, Weekday};
use desk::operations::{
    AddWorkflow, ChangeGiven, DescribeWorkflow, Given, PermissionGiven, ProposeDecision, Verdict,
};
use desk::{Chance, Clock, Desk, Profile, SeededChance};
use domain::cadence::{CadenceRetired, CalendarSet};
use domain::decision::{DecisionApplied, DecisionKind};
use domain::people::{PersonLeft, RoleEnded, RoleGiven};
use domain::rule::{Rule, RulesSet, Settings};
use domain::workflow::{
    ActionKind, Facts, Permitted, Status, WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet,
    WriteStage,
};
use domain::{CadenceId, Event, PersonRef, RoleId, Text, WorkflowRef};
use store::{Actor, NewEntry, Store, StoreError};

use crate::support::*;

const OPERATOR: PersonRef = PersonRef::new(1);
/// Somebody with no role.
const THIRD: PersonRef = PersonRef::new(3);

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
    let recommend = PermissionGiven {
        action: ActionKind::Recommend,
        permitted: Permitted::Tier1,
        roles: Vec::new(),
        condition: String::new(),
        limits: Default::default(),
    };
    let given = vec![
        Given::Permission(recommend),
        Given::WriteStage(Some(WriteStage::ReadOnlyAssist)),
        Given::Owner(Some("PER-0001".into())),
        Given::Approver(Some("executive-sponsor".into())),
        Given::KillSwitchOwner(Some("PER-0001".into())),
        Given::DataRisks(Some(Vec::new())),
        Given::Logs("In the data warehouse".into()),
    ];
    let workflow = "WF-0001".to_owned();
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why: String::new() }).unwrap();
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
fn append(room: &Room, event: Event) {
    let profile = Profile::at(room.path("first"));
    let mut store = Store::open(&room.workspace()).unwrap();
    let ws = store.ws().to_owned();
    let file = profile.keys(&ws).into_iter().find(|file| file.person == OPERATOR).unwrap();
    let secret = profile.open_key(&ws, &file, &PASSPHRASE.into()).unwrap();
    let mut salts = SeededChance::new(99).salts().unwrap();
    let (at, by) = (room.clock.now(), Actor::Person(OPERATOR));
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

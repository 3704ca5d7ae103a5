//! Population tests over a batch, at the desk.

use desk::Desk;
use desk::operations::{
    AddWorkflow, ChangeGiven, DescribeWorkflow, ExportPopulation, Given, ImportBatch,
    ImportWorkflows, LimitsShown, LogOrigin, LogReading, Nothing, PermissionGiven, PermitGiven,
    PopulationQuery, PopulationRowsQuery, PopulationView, ProposeDecision, RaisePopulation,
    TestResult, WorkflowQuery,
};
use domain::batch::Treatment;
use domain::decision::{Class, DecisionKind};
use domain::population::Test;
use domain::workflow::{ActionKind, Permitted};

use crate::support::*;

const LOG: &str = "Time,Agent,Action,User,Approved by
2026-11-16T07:01:00Z,Outreach drafts,publish,Ann,
2026-11-16T07:02:00Z,sdr-helper,send external message,,
2026-11-16T07:03:00Z,\"sdr \"\"helper\"\"\",send external message,,
2026-11-15T07:00:00Z,Outreach drafts,publish,Ann,
2026-11-16T07:04:00Z,sdr-helper,send external message,,
";

/// A workflow that runs since eight in the morning, and a log of what agents did around then.
fn tested(room: &Room, desk: &mut Desk) -> (String, PopulationView) {
    found_live(desk, room, "Outreach drafts");
    room.later(5);
    let grant = room.write("log.csv", LOG);
    let origin = LogOrigin { source: "HubSpot".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    let batch = desk.import_batch(wanted).unwrap().batch.batch;
    let view = desk.population(PopulationQuery { batch: batch.clone() }).unwrap();
    (batch, view)
}

fn found(view: &PopulationView, test: Test) -> (u64, Vec<u64>) {
    let row = view.tests.iter().find(|row| row.test == test).unwrap();
    (row.count, row.first.clone())
}

#[test]
fn every_row_is_held_against_the_register_of_its_own_time() {
    let room = Room::new();
    let mut desk = room.founded();
    let (batch, view) = tested(&room, &mut desk);
    assert_eq!((view.tested, view.failing), (5, 5), "none is left out");
    assert_eq!(
        found(&view, Test::UnknownWorkflow),
        (4, vec![2, 3, 4, 5]),
        "agents nobody knows, and a workflow the day before it was registered"
    );
    assert_eq!(found(&view, Test::NotPermitted), (1, vec![1]), "nothing is permitted it yet");
    let names: Vec<_> = view.shadows.iter().map(|one| (one.name.as_str(), one.count)).collect();
    let expected = [("sdr-helper", 2), ("Outreach drafts", 1), ("sdr \"helper\"", 1)];
    assert_eq!(names, expected, "shadow AI by name");
    assert_eq!(view.shadows[1].registered_as.as_deref(), Some("WF-0001"), "on it by now");
    let rows = desk.population_rows(PopulationRowsQuery { batch, numbers: vec![3] }).unwrap().rows;
    assert_eq!(rows[0].cells[1], "sdr \"helper\"", "each is shown as the log has it");
}

#[test]
fn what_fails_is_raised_in_one_press_and_leaves_as_csv() {
    let room = Room::new();
    let mut desk = room.founded();
    let (batch, _) = tested(&room, &mut desk);
    let raise = |workflow: Option<&str>, test| RaisePopulation {
        batch: batch.clone(),
        test,
        workflow: workflow.map(str::to_owned),
    };
    let view = desk.raise_population(raise(None, Test::UnknownWorkflow)).unwrap();
    assert_eq!(view.tests[0].exceptions, ["EXC-0001"], "it stands beside its test");
    let listed = desk.exceptions(Nothing {}).unwrap().open.remove(0);
    assert_eq!(listed.batch.as_deref(), Some(batch.as_str()), "and names the batch");
    let again = desk.raise_population(raise(None, Test::UnknownWorkflow));
    assert_eq!(code(again), "population-raised", "once is enough");
    let clean = desk.raise_population(raise(Some("WF-0001"), Test::StaleData));
    assert_eq!(code(clean), "population-clean", "nothing is raised for nothing");
    let grant = room.grant("failing.csv");
    let request = ExportPopulation { batch, test: Test::UnknownWorkflow, grant };
    desk.export_population(request).unwrap();
    let saved = std::fs::read_to_string(room.path("failing.csv")).unwrap();
    assert_eq!(saved.lines().count(), 5, "a head and every action that fails: {saved}");
    holds(&mut desk, "what was raised and exported is lawful");
}

/// How a test of a batch came out, and why it could not judge every action.
fn result(view: &PopulationView, test: Test) -> (TestResult, Option<&str>) {
    let row = view.tests.iter().find(|row| row.test == test).unwrap();
    (row.result, row.why_not.as_deref())
}

#[test]
fn a_test_that_could_not_be_run_is_not_passed_and_says_why() {
    let room = Room::new();
    let mut desk = room.founded();
    let (batch, view) = tested(&room, &mut desk);
    assert_eq!(
        result(&view, Test::StaleData),
        (TestResult::NotTested, Some("Not tested: the log as taken in has no “Data as of”.")),
        "no row says how old its data were"
    );
    assert_eq!(
        result(&view, Test::NotLive),
        (
            TestResult::InPart,
            Some("Of 5 rows, 4 not judged: agent or workflow not on the register (4 rows).")
        ),
        "one row is of a workflow that could have been stopped"
    );
    assert_eq!(
        result(&view, Test::UnknownWorkflow),
        (TestResult::Fails, None),
        "each row could be looked up"
    );
    assert_eq!(
        result(&view, Test::DiscountBeyond),
        (
            TestResult::NotTested,
            Some("Not tested: agent or workflow not on the register (4 rows).")
        ),
        "what is on no register has no limits"
    );
    let grant = room.grant("stale.csv");
    desk.export_population(ExportPopulation { batch, test: Test::StaleData, grant }).unwrap();
    let saved = std::fs::read_to_string(room.path("stale.csv")).unwrap();
    let last = saved.lines().last().unwrap();
    assert!(last.contains("Not tested: the log as taken in has no"), "nor is its file: {saved}");
}

#[test]
fn agents_that_are_hidden_at_the_door_are_no_shadows() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Outreach drafts");
    room.later(5);
    let grant = room.write("log.csv", LOG);
    let origin = LogOrigin { source: "HubSpot".into(), ..LogOrigin::default() };
    let hashed = [("workflow".to_owned(), Treatment::Hash)].into();
    let reading = LogReading { treatments: hashed, ..LogReading::default() };
    let wanted = ImportBatch { grant, sha256: None, reading, origin };
    let batch = desk.import_batch(wanted).unwrap().batch.batch;
    let view = desk.population(PopulationQuery { batch }).unwrap();
    assert_eq!(
        result(&view, Test::UnknownWorkflow),
        (TestResult::NotTested, Some("Not tested: “Workflow or agent” was hashed (5 rows).")),
        "nobody can say who acted"
    );
    assert_eq!((view.failing, view.shadows.len()), (0, 0), "so nobody is accused");
}

#[test]
fn an_agent_that_nobody_knew_goes_on_the_register_in_one_press() {
    let room = Room::new();
    let mut desk = room.founded();
    let (batch, view) = tested(&room, &mut desk);
    let name = view.shadows[0].name.clone();
    let added = AddWorkflow {
        name,
        ai_does: String::new(),
        human_does: String::new(),
        phase: None,
        kind: None,
        owner: None,
        vendor: String::new(),
    };
    let workflow = desk.add_workflow(added).unwrap().workflow;
    let view = desk.population(PopulationQuery { batch }).unwrap();
    assert_eq!(view.shadows[0].registered_as.as_ref(), Some(&workflow), "it is on it now");
    assert_eq!(found(&view, Test::UnknownWorkflow).0, 4, "and was not when it acted");
}

/// A workflow that exports with approval, and a permit for a thousand rows in all.
fn with_permit(room: &Room) -> Desk {
    let mut desk = room.founded();
    let inventory = "Name,Status,Tier\nOutreach,Live,Tier 3\n";
    let grant = room.write("inventory.csv", inventory);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    let permit = PermitGiven {
        class: Class::Standing,
        last_day: "2026-11-20".into(),
        count: Some(1000),
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
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk
}

#[test]
fn a_permit_that_an_earlier_log_used_up_is_not_good_in_the_next() {
    let room = Room::new();
    let mut desk = with_permit(&room);
    let mut logged = |day: u32, rows: &str| {
        let log = format!(
            "Time,Agent,Action,Approved by,Permit,Rows exported\n\
             2026-11-{day}T09:00:00Z,Outreach,export data,Maren Okafor,PRM-0001,{rows}\n"
        );
        let grant = room.write(&format!("log-{day}.csv"), log);
        let origin = LogOrigin { source: "HubSpot".into(), ..LogOrigin::default() };
        let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
        let batch = desk.import_batch(wanted).unwrap().batch.batch;
        let view = desk.population(PopulationQuery { batch }).unwrap();
        found(&view, Test::PermitNotGood).0
    };
    assert_eq!(logged(16, "600"), 0, "600 of 1,000");
    assert_eq!(logged(17, "600"), 1, "1,200 of 1,000, in two logs");
}

/// A live workflow that may send four messages a day.
fn with_cap(room: &Room) -> Desk {
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, room, "Outreach");
    let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let limits = LimitsShown { per_day: Some(4), ..LimitsShown::default() };
    let permission = PermissionGiven {
        action: ActionKind::SendExternalMessage,
        permitted: Permitted::Tier2,
        roles: Vec::new(),
        condition: String::new(),
        limits,
    };
    let given = vec![Given::Permission(permission)];
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why: "As found.".into() })
        .unwrap();
    desk
}

#[test]
fn a_cap_holds_for_a_day_that_two_logs_share() {
    let room = Room::new();
    let mut desk = with_cap(&room);
    let mut logged = |name: &str, hours: std::ops::RangeInclusive<u32>| {
        let mut log = "Time,Agent,Action,Status\n".to_owned();
        for hour in hours {
            let row = format!("2026-11-17T{hour:02}:00:00Z,Outreach,send external message,sent\n");
            log.push_str(&row);
        }
        let grant = room.write(name, log);
        let origin = LogOrigin { source: "HubSpot".into(), ..LogOrigin::default() };
        let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
        let batch = desk.import_batch(wanted).unwrap().batch.batch;
        let view = desk.population(PopulationQuery { batch }).unwrap();
        found(&view, Test::OverCap)
    };
    assert_eq!(logged("morning.csv", 8..=10), (0, vec![]), "three of four before noon");
    assert_eq!(
        logged("afternoon.csv", 13..=15),
        (2, vec![2, 3]),
        "three more are two beyond the cap, though no log alone shows it"
    );
    assert_eq!(
        logged("again.csv", 9..=14),
        (4, vec![3, 4, 5, 6]),
        "what may be in two logs counts once: two of that day outside its time, and its six"
    );
}

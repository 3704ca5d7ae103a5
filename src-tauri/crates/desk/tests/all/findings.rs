//! Findings: found whenever somebody looks, dated, put off, mended; as they stood at any entry.

use desk::Desk;
use desk::operations::{
    DescribeWorkflow, EraseText, Finding, FindingsQuery, FindingsView, Given, ImportWorkflows,
    LogQuery, Nothing, PutOffFinding, WorkflowQuery,
};
use domain::decision::EvidenceAsked;
use domain::rule::Rule;
use domain::workflow::Tier;

use crate::support::*;

/// The same workflow twice: one that runs already, and a draft.
fn registered(room: &Room) -> Desk {
    let mut desk = room.founded();
    let inventory = "Workflow,Status,Owner,AI does\n\
        Lead scoring,live,Maren Okafor,Scores leads\n\
        Call notes,draft,Maren Okafor,Writes notes\n";
    let grant = room.write("inventory.csv", inventory);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    desk
}

fn view(desk: &mut Desk) -> FindingsView {
    desk.findings(FindingsQuery::default()).unwrap()
}

fn of(view: &FindingsView, rule: Rule, about: &str) -> Option<Finding> {
    let all = view.groups.iter().flat_map(|group| &group.findings);
    all.into_iter().find(|one| one.rule == rule && one.about == about).cloned()
}

fn give(desk: &mut Desk, workflow: &str, given: Given) {
    let page = desk.workflow(WorkflowQuery { workflow: workflow.into(), as_of: None }).unwrap();
    let seen = page.row.changed_entry;
    let (workflow, why) = (workflow.into(), "The vendor told us.".into());
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given: vec![given], why }).unwrap();
}

fn logs(until: &str, reason: &str) -> PutOffFinding {
    PutOffFinding {
        rule: Rule::LogsLocated,
        about: "WF-0001".into(),
        part: None,
        until: until.into(),
        reason: reason.into(),
    }
}

#[test]
fn what_was_found_running_breaks_its_launch_rules_and_a_draft_breaks_none() {
    let room = Room::new();
    let mut desk = registered(&room);
    let found = view(&mut desk);
    let entry = desk.workflow(WorkflowQuery { workflow: "WF-0001".into(), as_of: None }).unwrap();
    let logs = of(&found, Rule::LogsLocated, "WF-0001").unwrap();
    assert_eq!(logs.about_name, "Lead scoring", "it is told by its name");
    assert_eq!(logs.since_entry, Some(entry.row.since_entry), "since it was registered so");
    assert_eq!(logs.since.as_deref(), Some("2026-11-16"), "and on that day");
    assert!(of(&found, Rule::LaunchDecided, "WF-0001").is_some(), "nobody decided its launch");
    assert_eq!(of(&found, Rule::LogsLocated, "WF-0002"), None, "a draft does nothing yet");
    let draft =
        desk.workflow_rules(WorkflowQuery { workflow: "WF-0002".into(), as_of: None }).unwrap();
    assert!(
        draft.to_launch.iter().any(|one| one.rule == Rule::LogsLocated),
        "its page says what keeps it from launching: {:?}",
        draft.to_launch
    );
    let count: usize = found.groups.iter().map(|group| group.findings.len()).sum();
    assert_eq!(found.counts.all as usize, count, "each finding is counted once");
    let today = desk.today(Nothing {}).unwrap();
    assert_eq!(today.findings.counts, found.counts, "Today counts the same");
}

#[test]
fn a_workflow_is_told_what_its_next_tier_asks_and_what_is_there() {
    let room = Room::new();
    let mut desk = registered(&room);
    let mut of = |workflow: &str| {
        let query = WorkflowQuery { workflow: workflow.into(), as_of: None };
        desk.workflow_rules(query).unwrap().earned
    };
    assert!(of("WF-0002").is_none(), "a draft earns nothing, because it does nothing");
    let earned = of("WF-0001").unwrap();
    assert_eq!(earned.to, Tier::Suggest, "nothing of it is tiered yet");
    let samples = earned.proofs.iter().find(|one| one.asked == EvidenceAsked::Samples).unwrap();
    assert!(!samples.there, "nobody has drawn a sample of it");
    assert!(earned.propose.iter().any(|role| role.role == "revops"), "RevOps may propose it");
}

#[test]
fn a_finding_ends_when_it_is_mended_and_the_past_keeps_it() {
    let room = Room::new();
    let mut desk = registered(&room);
    let before = size(&mut desk);
    give(&mut desk, "WF-0001", Given::Logs("In the scorer.".into()));
    let now = view(&mut desk);
    assert_eq!(of(&now, Rule::LogsLocated, "WF-0001"), None, "it is mended");
    let then = desk.findings(FindingsQuery { as_of: Some(before) }).unwrap();
    let was = of(&then, Rule::LogsLocated, "WF-0001");
    assert!(was.is_some(), "as of entry {before} it was not");
}

#[test]
fn words_that_were_erased_are_no_answer_any_more() {
    let room = Room::new();
    let mut desk = registered(&room);
    give(&mut desk, "WF-0001", Given::Logs("At Jane Doe's desk.".into()));
    let entry = size(&mut desk);
    let path = "/event/facts/logs".to_owned();
    let (ground, passphrase) = ("Art. 17".to_owned(), PASSPHRASE.into());
    desk.erase_text(EraseText { entry, path, ground, passphrase }).unwrap();
    let found = view(&mut desk);
    assert!(of(&found, Rule::LogsLocated, "WF-0001").is_some(), "nobody can read where they are");
}

#[test]
fn a_finding_is_put_off_with_a_reason_and_stays_counted() {
    let room = Room::new();
    let mut desk = registered(&room);
    let all = view(&mut desk).counts.all;
    assert_eq!(code(desk.put_off_finding(logs("2026-12-01", " "))), "reason-missing");
    let view = desk.put_off_finding(logs("2026-12-01", "The vendor promised it.")).unwrap();
    let put = of(&view, Rule::LogsLocated, "WF-0001").unwrap().put_off.unwrap();
    assert_eq!((put.until.as_str(), put.by.as_str()), ("2026-12-01", "Maren Okafor"));
    assert_eq!(put.reason.as_deref(), Some("The vendor promised it."), "its entry says why");
    assert_eq!((view.counts.all, view.counts.put_off), (all, 1), "it stays counted");
    let about = Some("WF-0001".to_owned());
    let log = desk.log(LogQuery { about, ..LogQuery::default() }).unwrap();
    let first = log.rows.first().unwrap();
    assert_eq!(first.event, "finding.put-off", "everything about the workflow tells it");
    room.later(16 * 24 * 60);
    let back = desk.findings(FindingsQuery::default()).unwrap();
    let back = of(&back, Rule::LogsLocated, "WF-0001").unwrap();
    assert_eq!(back.put_off, None, "on its day it is back");
}

#[test]
fn what_was_mended_and_came_back_is_put_off_no_more() {
    let room = Room::new();
    let mut desk = registered(&room);
    desk.put_off_finding(logs("2026-12-01", "The vendor promised it.")).unwrap();
    give(&mut desk, "WF-0001", Given::Logs("In the scorer.".into()));
    assert_eq!(code(desk.put_off_finding(logs("2026-12-01", "Again."))), "finding-gone");
    give(&mut desk, "WF-0001", Given::Logs(String::new()));
    let back = of(&view(&mut desk), Rule::LogsLocated, "WF-0001").unwrap();
    assert_eq!(back.put_off, None, "it is another finding");
    assert_eq!(back.since_entry, Some(size(&mut desk)), "since the entry that brought it back");
}

#[test]
fn a_review_that_was_missed_is_found_until_the_next_is_held() {
    let room = Room::new();
    let mut desk = registered(&room);
    room.later(14 * 24 * 60);
    let found = desk.findings(FindingsQuery::default()).unwrap();
    let missed = of(&found, Rule::ReviewsHeld, "weekly").unwrap();
    assert_eq!(missed.since_entry, None, "time made it so");
    assert_eq!(missed.since.as_deref(), Some("2026-11-23"), "when the next one fell due");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut desk, "WEEKLY-2026-W48");
    let held = of(&view(&mut desk), Rule::ReviewsHeld, "weekly");
    assert_eq!(held, None, "the rhythm goes on");
}

#[test]
fn the_rules_are_told_as_a_workspace_starts_with_them() {
    let room = Room::new();
    let mut desk = registered(&room);
    let rules = desk.rules(Nothing {}).unwrap();
    assert_eq!(rules.rules.len(), Rule::ALL.len(), "every rule is told");
    assert!(rules.rules.iter().all(|row| row.on), "all are on");
    assert!(rules.since_entry.is_some(), "the founding wrote them down");
    let counted: u32 = rules.rules.iter().map(|row| row.findings).sum();
    assert_eq!(counted, view(&mut desk).counts.all, "each finding is of one rule");
}

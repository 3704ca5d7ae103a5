//! The evidence that the items of an audit pull: the record as its quarter ended, and what changed since.

use desk::Desk;
use desk::operations::{
    CloseReview, CountersignReview, DescribeWorkflow, Given, ImportWorkflows, Nothing, OpenReview,
    PulledMark, PulledQuery, PulledRow, PulledTable, ReportException, ReviewQuery, SetCadence,
    StopWorkflow, WorkflowQuery,
};
use domain::cadence::Pulled;
use domain::exception::{Kind, Severity};

use crate::packs::take_log;
use crate::support::*;

const AUDIT: &str = "QUARTERLY-2026-Q4";

/// A quarter in which two workflows ran and something went wrong.
fn quarter(room: &Room) -> Desk {
    let mut desk = room.founded();
    let inventory = "Workflow,Status,Type,Vendor\n\
        Lead scoring,live,Lead scoring,Clearpair\n\
        Call notes,live,Call summary,\n";
    let grant = room.write("inventory.csv", inventory);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    desk.report_exception(ReportException {
        kind: Kind::DataSecurity,
        severity: Severity::High,
        workflow: Some("WF-0001".into()),
        what: "A list lay open".into(),
        pointer: String::new(),
        from: None,
    })
    .unwrap();
    desk
}

/// The same in January, on the day of its audit.
fn audited(room: &Room) -> Desk {
    let mut desk = quarter(room);
    to_january(&mut desk, room);
    desk
}

fn to_january(desk: &mut Desk, room: &Room) {
    room.clock.set(at("2027-01-13T13:00:00Z"));
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

fn tables(desk: &mut Desk, item: &str) -> Vec<PulledTable> {
    let query = PulledQuery { review: AUDIT.into(), item: item.into() };
    desk.pulled(query).unwrap().tables
}

fn table(desk: &mut Desk, item: &str, pulled: Pulled) -> PulledTable {
    tables(desk, item).into_iter().find(|table| table.pulled == pulled).unwrap()
}

fn row<'a>(table: &'a PulledTable, leads: &str) -> &'a PulledRow {
    let found = table.rows.iter().find(|row| row.leads.as_deref() == Some(leads));
    found.unwrap_or_else(|| panic!("no row leads to {leads}: {:?}", table.rows))
}

fn count(table: &PulledTable, figure: &str) -> String {
    table.counts.iter().find(|count| count.figure == figure).unwrap().value.clone()
}

fn describe(desk: &mut Desk, workflow: &str, given: Vec<Given>) {
    let page = desk.workflow(WorkflowQuery { workflow: workflow.into(), as_of: None }).unwrap();
    let seen = page.row.changed_entry;
    let (workflow, why) = (workflow.to_owned(), "The owner told us.".to_owned());
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
}

#[test]
fn findings_stand_as_the_quarter_ended_and_say_what_was_mended_since() {
    let room = Room::new();
    let mut desk = audited(&room);
    let before = table(&mut desk, "compliance-risk", Pulled::Findings);
    assert!(row(&before, "WF-0001").since.is_none(), "nothing changed yet");
    assert_eq!(before.rows[0].mark, PulledMark::Breach, "what blocks comes first");

    describe(&mut desk, "WF-0001", vec![Given::Logs("In the warehouse".into())]);
    let after = table(&mut desk, "compliance-risk", Pulled::Findings);
    let mended = after.rows.iter().find(|row| row.key.starts_with("launch.logs WF-0001")).unwrap();
    assert_eq!(mended.since.as_deref(), Some("no more"), "the logs are located");
    let counted = |table: &PulledTable| {
        let value = count(table, "pulled.findings");
        let counts = value.split(", now ").map(|count| count.parse::<u32>().unwrap());
        counts.collect::<Vec<_>>()
    };
    let (stood, is) = (counted(&before), counted(&after));
    assert_eq!(is[0], stood[0], "what stood then stands");
    assert_eq!(is.last().unwrap() + 1, *stood.last().unwrap(), "and one is open less now");
}

#[test]
fn what_scores_without_a_check_of_the_quarter_is_named() {
    let room = Room::new();
    let mut desk = audited(&room);
    for (pulled, missing) in
        [(Pulled::Fairness, "pulled.fairness-missing"), (Pulled::Drift, "pulled.drift-missing")]
    {
        let table = table(&mut desk, "bias", pulled);
        assert_eq!(row(&table, "WF-0001").word, "Missing", "{pulled:?}: it scores leads");
        assert_eq!(table.rows.len(), 1, "{pulled:?}: call notes choose nobody");
        assert_eq!(count(&table, missing), "1");
    }
}

#[test]
fn a_live_workflow_without_figures_is_told_beside_those_that_state_them() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "roi", Pulled::Returns);
    assert_eq!(row(&table, "WF-0002").word, "No figures stated");
    assert_eq!(count(&table, "pulled.returns-missing"), "2", "neither states any");
}

#[test]
fn every_workflow_is_judged_on_its_tier_with_what_speaks_against_it() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "re-tier", Pulled::Tiers);
    let scoring = row(&table, "WF-0001");
    assert_eq!(scoring.word, "Reasons to go down", "what a launch asks is missing");
    assert!(scoring.cells[3].contains("EXC-0001"), "and an exception is open: {scoring:?}");
    assert!(!row(&table, "WF-0002").cells[3].contains("EXC-0001"), "of the one alone");
    assert_eq!(count(&table, "pulled.tiers"), "2", "each stands there once");
}

#[test]
fn a_severe_exception_without_a_postmortem_is_a_breach() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "postmortems", Pulled::Postmortems);
    let severe = row(&table, "EXC-0001");
    assert_eq!((severe.mark, &*severe.word), (PulledMark::Breach, "No postmortem"));
    assert_eq!(count(&table, "pulled.severe-unwritten"), "1");
}

#[test]
fn a_vendor_that_nothing_certifies_stands_before_one_that_is() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "vendors", Pulled::Vendors);
    assert_ne!(row(&table, "WF-0001").mark, PulledMark::Fine, "nothing certifies Clearpair");
    assert_eq!(table.rows.len(), 1, "call notes name no vendor");
    assert_eq!(count(&table, "pulled.vendors-short"), "1");
}

#[test]
fn a_drill_since_the_quarter_stands_beside_what_was_overdue() {
    let room = Room::new();
    let mut desk = audited(&room);
    let before = table(&mut desk, "kill-switch-drills", Pulled::Drills);
    assert_eq!(row(&before, "WF-0001").cells[1], "not drilled");
    let (workflow, why) = ("WF-0001".to_owned(), "The yearly one".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: true }).unwrap();
    let after = table(&mut desk, "kill-switch-drills", Pulled::Drills);
    let since = row(&after, "WF-0001").since.clone().unwrap();
    assert!(since.contains("STOP-0001"), "the drill is told: {since}");
    assert_eq!(count(&after, "pulled.drills"), "0, now 1");
}

#[test]
fn who_came_in_the_quarter_is_told_and_who_came_since_is_new() {
    let room = Room::new();
    let mut desk = quarter(&room);
    add(&mut desk, "Amara Diallo", &["security"]).unwrap();
    to_january(&mut desk, &room);
    add(&mut desk, "Jonas Weber", &["legal"]).unwrap();
    let table = table(&mut desk, "access-and-raci", Pulled::Access);
    let of = |name: &str| table.rows.iter().find(|row| row.cells[0] == name).unwrap();
    assert_eq!(of("Amara Diallo").word, "Came");
    assert_eq!(of("Amara Diallo").since, None, "in the quarter");
    assert_eq!(of("Jonas Weber").since.as_deref(), Some("new since"));
    assert_eq!(count(&table, "pulled.access-came"), "3, now 4", "with those who began");
}

#[test]
fn a_policy_that_nobody_adopted_waits() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "policies", Pulled::Policies);
    assert_eq!(row(&table, "POL-0001").word, "Not adopted", "a draft binds nobody");
    assert_eq!(count(&table, "pulled.policies"), "0");
}

#[test]
fn requirements_without_evidence_come_before_those_with_older_evidence() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "framework-coverage", Pulled::Coverage);
    assert_eq!(table.rows[0].word, "No evidence");
    assert!(table.rows.iter().all(|row| row.word != "In the period"), "gaps alone");
    assert_ne!(count(&table, "pulled.coverage-inside"), "0", "the others are counted");
}

#[test]
fn a_live_workflow_without_logs_is_a_breach_of_the_logs_being_whole() {
    let room = Room::new();
    let mut desk = audited(&room);
    let table = table(&mut desk, "log-completeness", Pulled::Logs);
    assert_eq!(row(&table, "WF-0001").word, "No logs located");
    assert_eq!(count(&table, "pulled.logs-missing"), "2");
}

/// The audit of a quarter with a day's log of call notes; both live workflows say where their logs are.
fn logged(room: &Room) -> Desk {
    let mut desk = quarter(room);
    for workflow in ["WF-0001", "WF-0002"] {
        describe(&mut desk, workflow, vec![Given::Logs("In the warehouse".into())]);
    }
    let log =
        "id,time,workflow\n1,2026-11-12T08:00:00Z,Call notes\n2,2026-11-12T09:00:00Z,Call notes\n";
    take_log(room, &mut desk, "calls.csv", log);
    to_january(&mut desk, room);
    desk
}

#[test]
fn a_live_workflow_that_is_in_no_log_of_the_period_stands_among_its_gaps() {
    let room = Room::new();
    let mut desk = logged(&room);
    let table = table(&mut desk, "log-completeness", Pulled::Logs);
    let scoring = row(&table, "WF-0001");
    assert_eq!((scoring.mark, &*scoring.word), (PulledMark::Attention, "No log taken in"));
    let leads = |row: &PulledRow| row.leads.as_deref() == Some("WF-0002");
    assert!(!table.rows.iter().any(leads), "call notes are in one: {:?}", table.rows);
    assert_eq!(count(&table, "pulled.logs-silent"), "1");
}

#[test]
fn a_source_says_of_which_days_of_the_period_it_has_rows() {
    let room = Room::new();
    let mut desk = logged(&room);
    let table = table(&mut desk, "log-completeness", Pulled::Logs);
    let source = table.rows.iter().find(|row| row.key == "source calls.csv").unwrap();
    assert_eq!(source.cells[2], "1 of 92 days", "one day is no quarter: {source:?}");
    assert_eq!(source.cells[3], "2026-10-01 to 2026-11-11, 2026-11-13 to 2026-12-31");
    assert_eq!((source.mark, &*source.word), (PulledMark::Attention, "Days without a row"));
    assert_eq!(row(&table, "BAT-0001").word, "No gap inside", "of itself it says no more");
}

#[test]
fn a_severe_exception_that_was_open_when_the_quarter_began_stands_in_its_audit_too() {
    let room = Room::new();
    let mut desk = audited(&room);
    room.clock.set(at("2027-04-14T13:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let query = PulledQuery { review: "QUARTERLY-2027-Q1".into(), item: "postmortems".into() };
    let table = desk.pulled(query).unwrap().tables.remove(0);
    assert_eq!(row(&table, "EXC-0001").word, "No postmortem", "nothing was learnt from it yet");
    let counts = ["pulled.severe", "pulled.severe-before"].map(|figure| count(&table, figure));
    assert_eq!(counts, ["0", "1"], "it was raised before");
}

#[test]
fn an_answer_keeps_what_the_tables_counted_and_the_minutes_show_it() {
    let room = Room::new();
    let mut desk = audited(&room);
    let shown = count(&table(&mut desk, "log-completeness", Pulled::Logs), "pulled.logs-missing");
    hold(&mut desk, AUDIT);
    close(&mut desk, AUDIT, PASSPHRASE).unwrap();
    describe(&mut desk, "WF-0001", vec![Given::Logs("In the warehouse".into())]);

    let view = desk.review(ReviewQuery { review: AUDIT.into() }).unwrap();
    let item = view.items.iter().find(|item| item.item == "log-completeness").unwrap();
    let kept = item.figures.iter().find(|figure| figure.figure == "pulled.logs-missing").unwrap();
    assert_eq!((&*kept.label, &kept.value), ("Live without located logs", &shown));
    let minutes = desk.minutes_text(ReviewQuery { review: AUDIT.into() }).unwrap().text;
    assert!(minutes.contains("Live without located logs: 2"), "{minutes}");
    let then = table(&mut desk, "log-completeness", Pulled::Logs);
    assert_eq!(row(&then, "WF-0001").since, None, "what stood beside the answer stands for ever");
}

#[test]
fn an_item_that_pulls_nothing_shows_nothing_and_one_that_is_not_asked_is_refused() {
    let room = Room::new();
    let mut desk = audited(&room);
    assert!(tables(&mut desk, "incentives").is_empty());
    let query = PulledQuery { review: AUDIT.into(), item: "astrology".into() };
    assert_eq!(code(desk.pulled(query)), "no-such-item");
}

/// An audit that pulls nothing, beside the start-up's; its items are called `named`.
fn bare_audit(desk: &mut Desk, cadence: &str, named: impl Fn(&str) -> String) {
    let all = desk.cadences(Nothing {}).unwrap().cadences;
    let row = all.into_iter().find(|row| row.terms.cadence == "quarterly").unwrap();
    let mut terms = row.terms;
    (terms.cadence, terms.name) = (cadence.to_owned(), format!("Audit {cadence}"));
    for item in &mut terms.checklist {
        (item.item, item.pulls) = (named(&item.item), Vec::new());
    }
    desk.set_cadence(SetCadence { terms, begins: true, why: String::new() }).unwrap();
}

#[test]
fn an_audit_says_that_evidence_is_offered_where_its_cadence_offers_it_until_it_is_opened() {
    let room = Room::new();
    let mut desk = quarter(&room);
    bare_audit(&mut desk, "of-before", str::to_owned);
    bare_audit(&mut desk, "our-own", |item| format!("our-{item}"));
    let offers = |desk: &mut Desk, review: &str| {
        desk.review(ReviewQuery { review: review.to_owned() }).unwrap().offers_evidence
    };
    let (bare, own) = ("OF-BEFORE-2026-Q4", "OUR-OWN-2026-Q4");
    assert!(!offers(&mut desk, bare), "nobody can open it yet");
    to_january(&mut desk, &room);
    let cadences = desk.cadences(Nothing {}).unwrap().cadences;
    for (review, cadence, offered) in
        [(bare, "of-before", true), (own, "our-own", false), (AUDIT, "quarterly", false)]
    {
        let row = cadences.iter().find(|row| row.terms.cadence == cadence).unwrap();
        assert_eq!(row.offered.is_some(), offered, "{cadence}: what its cadence offers");
        assert_eq!(offers(&mut desk, review), offered, "{cadence}: is what its audit says");
    }
    desk.open_review(OpenReview { review: bare.to_owned() }).unwrap();
    assert!(!offers(&mut desk, bare), "what it asks is settled once it is opened");
}

#[test]
fn the_board_and_the_sponsor_stand_in_the_minutes_in_their_own_words() {
    let room = Room::new();
    let mut desk = audited(&room);
    hold(&mut desk, AUDIT);
    let query = || ReviewQuery { review: AUDIT.into() };
    let draft = desk.draft_narrative(query()).unwrap().words;
    assert!(draft.starts_with("2 workflows are on the register, 2 of them live."), "{draft}");
    assert!(draft.contains("A list lay open (EXC-0001"), "what went wrong is told: {draft}");
    assert_eq!(desk.draft_narrative(query()).unwrap().words, draft, "the same, whoever asks");

    desk.close_review(CloseReview {
        review: AUDIT.into(),
        passphrase: PASSPHRASE.into(),
        spent: Vec::new(),
        narrative: "Two workflows, one open list, closed within a day.".into(),
    })
    .unwrap();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let signed = desk
        .countersign_review(CountersignReview {
            review: AUDIT.into(),
            passphrase: SPONSORS.into(),
            statement: "I stand behind it.".into(),
        })
        .unwrap();
    assert_eq!(signed.statement.as_deref(), Some("I stand behind it."));
    let minutes = desk.minutes_text(query()).unwrap().text;
    for words in ["Two workflows, one open list, closed within a day.", "I stand behind it."] {
        assert!(minutes.contains(words), "{words} is signed and shown:\n{minutes}");
    }
    holds(&mut desk, "words change nothing of what a closing comes to");
}

#[test]
fn a_weekly_call_has_no_quarter_to_tell() {
    let room = Room::new();
    let mut desk = room.founded();
    let draft = desk.draft_narrative(ReviewQuery { review: REVIEW.into() }).unwrap();
    assert_eq!(draft.words, "");
}

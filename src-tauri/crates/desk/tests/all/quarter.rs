//! The reports of a quarter: the sponsor's page and the audit report.

use desk::Desk;
use desk::operations::{
    CadenceDraft, CheckAsked, DescribeWorkflow, ExportAudit, ExportSponsor, ImportWorkflows,
    LogQuery, LookBack, Nothing, Paper, PickedAsked, RecordCheck, ReplaceKey, ReportException,
    ReviewQuery, RowsAsked, SetCadence, SetWorkflowStatus, StopWorkflow, Written,
};
use desk::{Grant, Problem};
use domain::batch::Field;
use domain::cadence::{DayOfQuarter, Rhythm};
use domain::decision::DecisionKind;
use domain::exception::{Kind, Severity};
use domain::workflow::{Permitted, Status};

use crate::decisions::{launch, of_workflow, operator, proposal, with_draft};
use crate::exceptions::resolve;
use crate::packs::{LOG, take_log};
use crate::reports::{looked_at, words};
use crate::settled::approve;
use crate::support::*;

type Export = fn(&mut Desk, Option<String>, Grant) -> Result<Written, Problem>;

const BOTH: [(&str, Export); 2] = [
    ("sponsor", |desk, period, grant| desk.export_sponsor(ExportSponsor { period, grant })),
    ("audit", |desk, period, grant| desk.export_audit(ExportAudit { period, grant })),
];

/// A workspace of November with a live workflow and something that went wrong.
fn lived_in(room: &Room) -> Desk {
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, room, "Lists builder");
    desk.report_exception(ReportException {
        kind: Kind::DataSecurity,
        severity: Severity::High,
        workflow: Some(workflow),
        what: "A list lay open".into(),
        pointer: String::new(),
        from: None,
    })
    .unwrap();
    desk
}

#[test]
fn each_leaves_with_an_entry_that_names_its_quarter() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        let name = format!("{what}.pdf");
        let made = export(&mut desk, Some("2026-Q4".into()), room.grant(&name)).unwrap();
        let bytes = std::fs::read(room.path(&name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{what} leaves as pages");
        let log = desk.log(LogQuery::default()).unwrap();
        let row = log.rows.iter().find(|row| Some(row.entry) == made.entry).unwrap();
        assert!(row.says.starts_with(what), "the log says what left: {}", row.says);
    }
}

#[test]
fn as_of_the_same_entry_each_has_the_same_bytes_whenever_it_is_made() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let last = size(&mut desk);
    for (what, export) in BOTH {
        let mut made = Vec::new();
        for name in ["once.pdf", "again.pdf"] {
            // Another minute, and not yet the one in which an idle desk locks itself.
            room.later(2);
            desk.look_back(LookBack { as_of: last.to_string() }).unwrap();
            export(&mut desk, None, room.grant(name)).unwrap();
            desk.return_to_now(Nothing {}).unwrap();
            made.push(std::fs::read(room.path(name)).unwrap());
        }
        assert_eq!(made[0], made[1], "{what} follows from the record alone");
    }
}

#[test]
fn the_desk_shows_what_it_showed_before_once_a_report_was_made() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        export(&mut desk, Some("2026-Q4".into()), room.grant("report.pdf")).unwrap();
        let frame = desk.frame(Nothing {}).unwrap();
        let past = frame.workspace.and_then(|workspace| workspace.past);
        assert!(past.is_none(), "{what} leaves the desk at now");
    }
}

#[test]
fn the_audit_report_claims_no_signature_that_nobody_gave_and_lists_keys_that_ended_too() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    desk.replace_key(ReplaceKey {
        passphrase: PASSPHRASE.into(),
        new_passphrase: PASSPHRASE.into(),
        why: None,
    })
    .unwrap();
    let replaced = size(&mut desk);
    let report = squeezed(&words(&looked_at(&mut desk, Paper::Audit, Some("2026-Q4"))));
    assert!(!report.contains("Cosignature"), "nobody countersigned: {report}");
    assert!(
        report.contains(&format!("entries1to{replaced}")),
        "the founder’s first key signed up to its replacement: {report}"
    );
    assert!(report.contains(&format!("fromentry{replaced}")), "and the new one since: {report}");
}

#[test]
fn what_is_no_quarter_or_has_nothing_on_record_is_refused_in_a_sentence() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    for (what, export) in BOTH {
        for (period, wanted) in [
            ("2026-11", "bad-request"),
            ("2027-Q3", "bad-request"),
            ("2026-Q1", "no-such-moment"),
            ("2026-Q5", "not-a-period"),
        ] {
            let refused = export(&mut desk, Some(period.into()), room.grant("no.pdf"));
            assert_eq!(code(refused), wanted, "{what} of {period}");
        }
    }
    assert!(!room.path("no.pdf").exists(), "nothing was left behind");
}

/// The words of the sponsor page of a quarter, without what is between them.
fn sponsor_page(desk: &mut Desk, quarter: &str) -> String {
    let page = words(&looked_at(desk, Paper::Sponsor, Some(quarter)));
    page.split_whitespace().collect()
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect()
}

/// What the board would be told of a quarter.
fn told(desk: &mut Desk, quarter: &str) -> String {
    let review = format!("QUARTERLY-{quarter}");
    desk.draft_narrative(ReviewQuery { review }).unwrap().words
}

/// Reviews held and expected, as a quarter's sentences have them.
fn held_of(told: &str) -> (u32, u32) {
    let figures = told.split(" reviews were held").next().unwrap();
    let mut last = figures.rsplit(' ');
    let expected = last.next().unwrap().parse().unwrap();
    (last.nth(1).unwrap().parse().unwrap(), expected)
}

#[test]
fn a_review_that_fell_due_in_a_quarter_and_was_missed_after_its_end_counts_in_that_quarter() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    room.clock.set(at("2027-01-12T20:00:00Z"));
    let listed = desk.reviews(Nothing {}).unwrap();
    let quarters = ["2026-Q4", "2027-Q1"].map(|quarter| held_of(&told(&mut desk, quarter)));
    let sum = quarters.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert_eq!(sum, (listed.held, listed.expected), "each once: {quarters:?}");
    let page = sponsor_page(&mut desk, "2026-Q4");
    for review in ["DAILY-2026-12-31", "WEEKLY-2026-W53"] {
        assert!(page.contains(review), "{review} was still waiting when the quarter ended: {page}");
    }
}

#[test]
fn a_review_that_was_held_after_its_quarter_is_told_as_that() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    room.clock.set(at("2027-01-02T09:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let review = "WEEKLY-2026-W53";
    hold(&mut desk, review);
    close(&mut desk, review, PASSPHRASE).unwrap();
    let page = sponsor_page(&mut desk, "2026-Q4");
    let says = squeezed("held after the quarter WEEKLY-2026-W53 on 2 Jan.");
    assert!(page.contains(&says), "{page}");
    let audit = words(&looked_at(&mut desk, Paper::Audit, Some("2026-Q4")));
    assert!(squeezed(&audit).contains("Held2Jan"), "its row says when: {audit}");
    desk.look_back(LookBack { as_of: "2026-12-31".into() }).unwrap();
    let then = sponsor_page(&mut desk, "2026-Q4");
    assert!(!then.contains(&says), "of that nothing was known when the quarter ended");
}

#[test]
fn in_a_quarter_that_runs_a_review_past_its_time_is_told_as_late() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    room.clock.set(at("2026-11-17T15:00:00Z"));
    let lead = told(&mut desk, "2026-Q4");
    assert!(lead.contains("reviews were held, two are late"), "{lead}");
    let page = sponsor_page(&mut desk, "2026-Q4");
    assert!(page.contains(&squeezed("late DAILY-2026-11-17.")), "by name: {page}");
}

#[test]
fn what_was_found_running_was_not_launched_and_what_stands_stopped_or_paused_is_on_the_register() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let page = sponsor_page(&mut desk, "2026-Q4");
    assert!(page.contains("foundlive,WF-0001"), "nobody decided its launch: {page}");
    assert!(!page.contains("launched"), "{page}");
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0001".into(),
        status: Status::Paused,
        why: "Drift.".into(),
    })
    .unwrap();
    let page = sponsor_page(&mut desk, "2026-Q4");
    assert!(page.contains("oneispaused3.1"), "and where its row is: {page}");
}

#[test]
fn what_came_and_went_within_a_quarter_is_told_though_both_its_ends_are_alike() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    let told = |desk: &mut Desk| squeezed(&words(&looked_at(desk, Paper::Audit, Some("2026-Q4"))));
    let untold = squeezed("No stop was lifted and no decision of the quarter rolled back");
    launch(&mut desk).unwrap();
    approve(&mut desk, "DEC-0001");
    assert!(told(&mut desk).contains(&untold), "it went one way so far");
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0001".into(),
        status: Status::Paused,
        why: "The list is being cleaned.".into(),
    })
    .unwrap();
    let change = of_workflow(&mut desk, Vec::new());
    desk.propose_decision(proposal(DecisionKind::Restart, change)).unwrap();
    approve(&mut desk, "DEC-0002");
    let page = told(&mut desk);
    assert!(page.contains("Draft,live,paused,live"), "it stood paused in between: {page}");
    assert!(!page.contains(&untold), "{page}");
}

#[test]
fn what_came_onto_the_register_stopped_or_retired_was_not_stopped_or_retired_then() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = "Workflow,Status\nOld bot,stopped\nOlder bot,retired\nHalted bot,paused\n";
    let grant = room.write("inventory.csv", rows);
    desk.import_workflows(ImportWorkflows::of(grant)).unwrap();
    let words = told(&mut desk, "2026-Q4");
    let begins = "2 workflows are on the register, 0 of them live";
    assert!(words.starts_with(begins), "what is retired is on it no more: {words}");
    for done in ["was stopped", "was retired", "was paused"] {
        assert!(!words.contains(done), "nobody did that here: {words}");
    }
}

/// A quarterly review of a team, of less than an audit asks.
fn of_a_team(desk: &mut Desk, days: u32) -> CadenceDraft {
    let view = desk.cadences(Nothing {}).unwrap();
    let row = |id: &str| view.cadences.iter().find(|row| row.terms.cadence == id).unwrap();
    let mut terms = row("quarterly").terms.clone();
    terms.checklist.truncate(1);
    CadenceDraft {
        cadence: "team".into(),
        name: "Team look back".into(),
        rhythm: Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } },
        countersigned_by: None,
        required: vec!["revops".into()],
        chair: "revops".into(),
        quorum: 1,
        ..terms
    }
}

#[test]
fn a_team_that_looks_back_on_the_quarter_before_the_audit_does_does_not_audit_it() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let terms = of_a_team(&mut desk, 1);
    desk.set_cadence(SetCadence { terms, begins: true, why: String::new() }).unwrap();
    room.clock.set(at("2027-01-04T09:00:00Z"));
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut desk, "TEAM-2026-Q4");
    close(&mut desk, "TEAM-2026-Q4", PASSPHRASE).unwrap();
    let signed_off = |desk: &mut Desk| {
        let audit = squeezed(&words(&looked_at(desk, Paper::Audit, Some("2026-Q4"))));
        let team = audit.contains("TEAM-2026-Q4,closed");
        (team, audit.contains("AswritteninQUARTERLY-2026-Q4"))
    };
    assert_eq!(signed_off(&mut desk), (false, true), "it is due later, and asks for the sponsor");
    hold(&mut desk, "QUARTERLY-2026-Q4");
    close(&mut desk, "QUARTERLY-2026-Q4", PASSPHRASE).unwrap();
    assert_eq!(signed_off(&mut desk), (false, true), "and stays so when it is held");
}

#[test]
fn what_moved_is_told_with_the_entry_that_moved_it_whenever_that_was_proposed() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    let at_desk = |desk: &mut Desk, when: &str| {
        room.clock.set(at(when));
        sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    };
    at_desk(&mut desk, "2026-12-31T10:00:00Z");
    launch(&mut desk).unwrap();
    at_desk(&mut desk, "2027-01-01T10:00:00Z");
    approve(&mut desk, "DEC-0001");
    let page = sponsor_page(&mut desk, "2027-Q1");
    assert!(page.contains("launched,DEC-0001"), "it was proposed in the quarter before: {page}");

    at_desk(&mut desk, "2027-04-02T10:00:00Z");
    desk.set_workflow_status(SetWorkflowStatus {
        workflow: "WF-0001".into(),
        status: Status::Paused,
        why: "The list is being cleaned.".into(),
    })
    .unwrap();
    let paused = squeezed(&format!("paused, entry {}", size(&mut desk)));
    at_desk(&mut desk, "2027-06-30T10:00:00Z");
    let change = of_workflow(&mut desk, Vec::new());
    desk.propose_decision(proposal(DecisionKind::Restart, change)).unwrap();
    at_desk(&mut desk, "2027-07-01T10:00:00Z");
    approve(&mut desk, "DEC-0002");
    let page = sponsor_page(&mut desk, "2027-Q2");
    assert!(page.contains(&paused), "nobody decided that: {page}");
    let page = sponsor_page(&mut desk, "2027-Q3");
    assert!(page.contains("restarted,DEC-0002"), "it had been launched long ago: {page}");
    let words = told(&mut desk, "2027-Q3");
    assert!(words.contains("Lead scoring was restarted (WF-0001, DEC-0002)"), "{words}");
}

/// A workflow of November that was found running, with all that a launch asks and what it may do.
fn found(room: &Room, may: Permitted) -> Desk {
    let mut desk = room.founded();
    found_live(&mut desk, room, "Lists builder");
    let seen = size(&mut desk);
    let mut given = complete();
    given[0] = permission(may);
    desk.describe_workflow(DescribeWorkflow {
        workflow: "WF-0001".into(),
        seen,
        given,
        why: "The owner told us.".into(),
    })
    .unwrap();
    room.clock.set(at("2027-01-04T09:00:00Z"));
    operator(&mut desk);
    desk
}

#[test]
fn what_was_found_running_is_told_as_launched_once_that_is_decided() {
    let room = Room::new();
    let mut desk = found(&room, Permitted::Tier1);
    launch(&mut desk).unwrap();
    approve(&mut desk, "DEC-0001");
    let page = sponsor_page(&mut desk, "2027-Q1");
    assert!(page.contains("launched,DEC-0001"), "it ran before, and now it may: {page}");
    let words = told(&mut desk, "2026-Q4");
    assert!(words.starts_with("1 workflow is on the register, 1 of them live."), "{words}");
}

#[test]
fn a_workflow_that_was_tiered_and_stopped_in_a_quarter_is_told_each_by_what_did_it() {
    let room = Room::new();
    let mut desk = found(&room, Permitted::Tier2);
    let down = of_workflow(&mut desk, vec![permission(Permitted::Tier1)]);
    desk.propose_decision(proposal(DecisionKind::TierOrStage, down)).unwrap();
    approve(&mut desk, "DEC-0001");
    let (workflow, why) = ("WF-0001".to_owned(), "It wrote to the wrong list.".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
    let page = sponsor_page(&mut desk, "2027-Q1");
    assert!(page.contains("stopped,STOP-0001"), "{page}");
    assert!(page.contains("onelostone"), "the stop does not hide that: {page}");
    let audit = squeezed(&words(&looked_at(&mut desk, Paper::Audit, Some("2027-Q1"))));
    assert!(audit.contains("tier,DEC-0001"), "and the stop did not lower it: {audit}");
}

#[test]
fn a_log_of_the_quarter_counts_in_it_whenever_it_was_taken_in() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    let audit = |desk: &mut Desk, quarter: &str| {
        squeezed(&words(&looked_at(desk, Paper::Audit, Some(quarter))))
    };
    room.clock.set(at("2027-01-05T09:00:00Z"));
    operator(&mut desk);
    let none = squeezed("No action log of this quarter was read, so no test was run.");
    assert!(audit(&mut desk, "2026-Q4").contains(&none), "there is none yet");
    take_log(&room, &mut desk, "log.csv", LOG);
    let page = audit(&mut desk, "2026-Q4");
    assert!(page.contains("2loggedactionsof1batchweretested"), "{page}");
    let of = squeezed("BAT-0001, log.csv, 12 Nov to 13 Nov, taken in on 5 Jan");
    assert!(page.contains(&of), "and it says when it came: {page}");
    assert!(audit(&mut desk, "2027-Q1").contains(&none), "no action of it is of the next");
}

#[test]
fn a_check_counts_in_the_quarter_whose_actions_it_reads_whenever_it_was_made() {
    let room = Room::new();
    let mut desk = lived_in(&room);
    room.clock.set(at("2027-01-05T09:00:00Z"));
    operator(&mut desk);
    let rows = "id,time,segment,outcome\n\
        1,2026-11-12T08:00:00Z,DACH,meeting\n2,2026-11-13T08:00:00Z,Nordics,none\n";
    let batch = take_log(&room, &mut desk, "scores.csv", rows);
    let asks = CheckAsked::Fairness {
        rows: RowsAsked { batches: vec![batch], ..RowsAsked::default() },
        by: Field::Segment,
        picked: PickedAsked::OneOf { field: Field::Outcome, says: vec!["meeting".into()] },
    };
    desk.record_check(RecordCheck { asks, item: None, note: String::new() }).unwrap();
    for (quarter, stands) in [("2026-Q4", true), ("2027-Q1", false)] {
        let page = squeezed(&words(&looked_at(&mut desk, Paper::Audit, Some(quarter))));
        let says = page.contains("1checkofthequarter");
        assert_eq!(says, stands, "{quarter} reads its own actions: {page}");
    }
}

#[test]
fn what_was_begun_before_a_quarter_is_told_in_it_with_how_it_ended() {
    let room = Room::new();
    let mut desk = with_draft(&room);
    let draft = ReportException {
        kind: Kind::DataSecurity,
        severity: Severity::High,
        workflow: None,
        what: "A list lay open".into(),
        pointer: String::new(),
        from: None,
    };
    room.clock.set(at("2026-12-31T10:00:00Z"));
    operator(&mut desk);
    desk.report_exception(draft).unwrap();
    launch(&mut desk).unwrap();
    let next = |desk: &mut Desk| {
        let page = words(&looked_at(desk, Paper::Audit, Some("2027-Q1")));
        squeezed(&page)
    };
    room.clock.set(at("2027-01-01T10:00:00Z"));
    operator(&mut desk);
    let page = next(&mut desk);
    let waits =
        squeezed("1 was waiting since before it: 0 applied, 0 refused, lapsed or withdrawn, 1");
    assert!(page.contains(&waits), "{page}");
    approve(&mut desk, "DEC-0001");
    learn(&mut desk, "EXC-0001");
    assert_eq!(resolve(&mut desk, "EXC-0001"), "done");
    let page = next(&mut desk);
    let applied = squeezed("1 was waiting since before it: 1 applied");
    assert!(page.contains(&applied), "it ended in this one: {page}");
    let ended = squeezed("1 was open since before it, 0 of them still open.");
    assert!(page.contains(&ended), "and so did this: {page}");
    assert!(page.contains("Frombeforethequarter"), "their rows stand apart: {page}");
    let then = squeezed(&words(&looked_at(&mut desk, Paper::Audit, Some("2026-Q4"))));
    assert!(!then.contains("Frombeforethequarter"), "where they began they are its own");
}

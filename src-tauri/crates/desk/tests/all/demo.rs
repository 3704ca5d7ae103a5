//! The demo workspace.

use std::collections::BTreeSet;
use std::path::Path;

use desk::Desk;
use desk::demo::{Making, OPERATOR, PASSPHRASE};
use desk::operations::{
    ActionState, DecisionForm, EvidenceQuery, ExportDecision, FindingsQuery, MetricState,
    MetricsQuery, Nothing, Paper, Part, PastReviews, PlaceStopList, PopulationQuery, RaciQuery,
    RegisterQuery, ReviewQuery, ReviewRow, ReviewState, SampleStage, SignIn, StopState, TimeState,
    Validity, Verify,
};
use domain::check::Kind as Checked;
use domain::decision::{DecisionState, PermitState};
use domain::evidence::{Content, Validity as Counts};
use domain::exception::{Kind as Trouble, Stage};
use domain::population::Test;
use domain::review::{Outcome, TierVerdict};
use domain::rollout::{Condition, Met};
use domain::rule::Rule;
use domain::workflow::Status;
use store::{Slice, Store, StoreError};

use crate::reports::{looked_at, words};
use crate::support::*;

fn make(room: &Room, name: &str, seed: u64, until: &str) -> std::path::PathBuf {
    let path = room.path(name);
    let desk = room.desk(&format!("{name} profile"));
    desk.make_demo(&Making { path: &path, until: at(until), seed }).unwrap();
    path
}

fn entries(path: &Path) -> Vec<(String, [u8; 64])> {
    let mut found = Vec::new();
    let store = Store::read(path).unwrap();
    store
        .entries(Slice::ALL, |entry| {
            found.push((entry.body, entry.signature));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    found
}

#[test]
fn the_same_seed_and_day_make_the_same_ledger_and_its_tables_follow_from_it() {
    let room = Room::new();
    let until = "2026-11-18T12:00:00Z";
    let (one, again) = std::thread::scope(|scope| {
        let one = scope.spawn(|| make(&room, "one.countersign", 1, until));
        let again = make(&room, "again.countersign", 1, until);
        (one.join().unwrap(), again)
    });
    let (first, second) = (entries(&one), entries(&again));
    for (number, (one, again)) in first.iter().zip(&second).enumerate() {
        assert_eq!(one, again, "entry {} differs for the same seed", number + 1);
    }
    assert_eq!(first.len(), second.len(), "both end with the same entry");

    let mut desk = room.desk("visitor");
    desk.open_path(&one).unwrap();
    let proof = holds(&mut desk, "the demo is made by the real use cases");
    assert!(proof.demo, "and says that it is a demo");
    let differences = Store::read(&one).unwrap().prove().unwrap();
    assert!(differences.is_empty(), "replay gives the same tables: {differences:?}");
}

/// The demo as a visitor finds it at that moment.
fn visit(room: &Room, until: &str) -> Desk {
    room.clock.set(at(until));
    let mut desk = room.desk("visitor");
    desk.open_demo(Nothing {}).unwrap();
    desk
}

/// One demo for all three: it takes its time to make.
#[test]
fn a_visitor_finds_a_believable_company_with_something_to_do() {
    let room = Room::new();
    let mut desk = visit(&room, "2026-11-18T12:00:00Z");
    let recent = desk.frame(Nothing {}).unwrap().recent;
    assert_eq!(recent.len(), 1, "the demo, and not the file it was made in: {recent:?}");
    the_register_shows_every_tier_and_phase_and_one_certificate_that_runs_out(&mut desk);
    two_quarters_were_held_and_missed_and_what_is_due_is_left_to_the_visitor(&mut desk);
    metrics_stand_out_of_line_and_action_items_are_late_done_and_dropped(&mut desk);
    a_stop_a_drill_and_a_series_of_overrides_are_on_the_record(&mut desk);
    exceptions_ran_on_their_clocks(&mut desk);
    something_was_decided_in_every_way_and_something_waits(&mut desk);
    evidence_of_every_class_is_there_and_one_finding_is_put_off(&mut desk);
    what_the_ai_did_was_taken_in_sampled_and_tested_whole(&mut desk);
    what_the_first_30_days_ask_was_done_and_dated(&mut desk);
    what_was_done_and_undone_within_a_quarter_leaves_a_line_in_its_audit(&mut desk);
    the_audit_does_not_find_fine_that_most_kill_switches_were_not_drilled(&mut desk);
    whose_owner_alone_approves_breaks_a_rule_in_the_matrix_where_findings_have_it(&mut desk);
    what_was_found_stopped_or_retired_was_not_so_done_in_its_first_quarter(&mut desk);
    what_leaves_it_says_that_it_is_of_a_demo(&room, &mut desk);
}

fn whose_owner_alone_approves_breaks_a_rule_in_the_matrix_where_findings_have_it(desk: &mut Desk) {
    let view = desk.findings(FindingsQuery::default()).unwrap();
    let found = view.groups.iter().flat_map(|group| &group.findings);
    let found = found.filter(|one| one.rule == Rule::RequesterApart);
    let found: BTreeSet<String> = found.map(|one| one.about.clone()).collect();
    let matrices = desk.raci(RaciQuery::default()).unwrap().matrices;
    let marks = matrices.iter().flat_map(|one| &one.marks).filter(|mark| mark.breaks);
    let marked: BTreeSet<String> = marks.flat_map(|mark| mark.workflows.clone()).collect();
    assert!(!found.is_empty(), "the demo has some");
    assert_eq!(marked, found, "a draft and a stopped one break nothing yet");
}

fn what_was_found_stopped_or_retired_was_not_so_done_in_its_first_quarter(desk: &mut Desk) {
    let review = "QUARTERLY-2026-Q2".to_owned();
    let words = desk.draft_narrative(ReviewQuery { review }).unwrap().words;
    assert!(
        words.contains(" workflows are on the register, "),
        "it tells of the register: {words}"
    );
    for done in ["chat concierge was stopped", "Account research briefs was retired"] {
        assert!(!words.contains(done), "it came onto the register so: {words}");
    }
}

fn what_leaves_it_says_that_it_is_of_a_demo(room: &Room, desk: &mut Desk) {
    sign_in(desk, OPERATOR, PASSPHRASE).unwrap();
    let (decision, grant) = ("DEC-0001".to_owned(), room.grant("one.excerpt"));
    let form = DecisionForm::Excerpt;
    desk.export_decision(ExportDecision { decision, form, withhold_words: false, grant }).unwrap();
    desk.place_stop_list(PlaceStopList { grant: Some(room.grant("stop.json")) }).unwrap();
    for name in ["one.excerpt", "stop.json"] {
        let proof = desk.verify_file(&room.path(name), &Verify::default()).unwrap();
        assert!(proof.faults.is_empty() && proof.demo, "{name}: {:?}", proof.faults);
    }
}

fn what_was_done_and_undone_within_a_quarter_leaves_a_line_in_its_audit(desk: &mut Desk) {
    let audit = words(&looked_at(desk, Paper::Audit, Some("2026-Q3")));
    let audit: String = audit.split_whitespace().collect();
    for said in ["StoppedandliftedSTOP-0001,liftedwithentry", "onestandsstopped3.1"] {
        assert!(audit.contains(said), "{said} in {audit}");
    }
}

fn the_audit_does_not_find_fine_that_most_kill_switches_were_not_drilled(desk: &mut Desk) {
    let audit = desk.review(ReviewQuery { review: "QUARTERLY-2026-Q3".into() }).unwrap();
    let drills = audit.items.iter().find(|one| one.item == "kill-switch-drills").unwrap();
    assert_eq!(drills.outcome, Some(Outcome::Attention), "{:?}", drills.figures);
}

fn what_the_ai_did_was_taken_in_sampled_and_tested_whole(desk: &mut Desk) {
    let batches = desk.batches(Nothing {}).unwrap().rows;
    let counts: Vec<_> = batches.iter().map(|one| (one.count, one.rejected)).collect();
    let of = |rows| counts.iter().filter(|one| **one == (rows, 0)).count();
    assert_eq!(
        (of(90), of(336), of(553)),
        (23, 1, 1),
        "every week, the nights, a quarter’s scores"
    );
    assert_eq!(counts.len(), 25, "and no row of any was rejected: {counts:?}");
    let mut raised = Vec::new();
    for one in &batches {
        let view = desk.population(PopulationQuery { batch: one.batch.clone() }).unwrap();
        let failed = view.tests.into_iter().filter(|test| test.count > 0);
        raised.extend(failed.map(|test| (test.test, test.count, test.exceptions)));
    }
    let [(Test::OutsideWindow, late, exceptions)] = raised.as_slice() else {
        panic!("one breach there is: {raised:?}");
    };
    assert!(*late > 0 && exceptions.len() == 1, "{late} writes after five, raised once");
    let over = desk.exceptions(Nothing {}).unwrap().over;
    assert!(over.iter().any(|one| exceptions.contains(&one.exception)), "and seen to");

    let view = desk.samples(Nothing {}).unwrap();
    let stages = |stage| view.rows.iter().filter(|row| row.stage == stage).count();
    assert_eq!(stages(SampleStage::Confirmed), 44, "twenty-two weeks are over");
    assert_eq!(stages(SampleStage::Drawn), 2, "the last is the visitor’s to test");
    assert_eq!(view.rows.iter().map(|row| row.errors).sum::<u64>(), 1, "one item was in error");
    assert_eq!(view.pools.len(), 1, "{:?}", view.pools);
    let checks = desk.checks(Nothing {}).unwrap().rows;
    let told: Vec<_> = checks.iter().map(|one| (one.kind, one.stands_out)).collect();
    let (level, moved) = ((Checked::ServiceLevel, true), (Checked::Drift, false));
    let kept = (Checked::ServiceLevel, false);
    assert_eq!(
        told[..2],
        [level, moved],
        "one dossier was late, and nothing has moved: {checks:?}"
    );
    assert!(told[2..].iter().any(|one| one.0 == Checked::Fairness), "segments were compared");
    assert!(told[2..].contains(&kept), "the week before, each dossier was in time");
}

fn what_the_first_30_days_ask_was_done_and_dated(desk: &mut Desk) {
    let rows: Vec<_> = desk
        .rollout(Nothing {})
        .unwrap()
        .weeks
        .into_iter()
        .flat_map(|week| week.conditions)
        .collect();
    let dated = [Condition::Decided, Condition::Logged, Condition::Reviewed, Condition::Repeated];
    for row in rows.iter().filter(|row| dated.contains(&row.condition)) {
        assert_eq!(row.met, Met::Met, "{}", row.asks);
        assert!(row.first_entry.is_some(), "{} by an entry", row.asks);
    }
    let lacks = rows.iter().filter(|row| !row.lacking.is_empty());
    for row in lacks {
        assert_eq!(row.met, Met::NotYet, "{} is lacked by {}", row.asks, row.lacking[0].workflow);
    }
}

fn a_stop_a_drill_and_a_series_of_overrides_are_on_the_record(desk: &mut Desk) {
    let stops = desk.stops(Nothing {}).unwrap().stops;
    let told: Vec<_> = stops.iter().map(|one| (one.drill, one.by_machine, one.state)).collect();
    let confirmed = StopState::Confirmed;
    let pulled = [(false, true, confirmed), (true, false, confirmed), (false, false, confirmed)];
    assert_eq!(told, pulled, "two stops and a drill, confirmed everywhere");
    assert!(stops.last().unwrap().lifted.is_some(), "the first was lifted by a decision");
    assert!(stops.iter().all(|one| one.by_name.is_some()), "whoever did it said so");
    assert!(desk.overrides(Nothing {}).unwrap().rows.len() >= 8, "overrides of several teams");
    let over = desk.exceptions(Nothing {}).unwrap().over;
    assert!(over.iter().any(|one| one.overrides.len() == 3), "three of them asked RevOps to look");
    assert!(over.iter().any(|one| one.stop.is_some()), "and the stop was seen to");
}

fn exceptions_ran_on_their_clocks(desk: &mut Desk) {
    let view = desk.exceptions(Nothing {}).unwrap();
    let shared = view.over.iter().find(|one| one.kind == Trouble::DataSecurity).unwrap();
    assert_eq!(shared.time.state, TimeState::WasLate, "one was past its due over a weekend");
    assert!(shared.postmortem.is_some(), "something was learnt from it");
    assert_eq!(shared.actions.len(), 1, "something is done about it");
    let tied = view.over.iter().any(|one| !one.decisions.is_empty());
    assert!(tied, "a decision has to do with another");
    let stages: BTreeSet<_> = view.open.iter().map(|one| one.stage).collect();
    assert_eq!(stages, [Stage::Acknowledged, Stage::Waiting].into(), "two are open");
}

fn something_was_decided_in_every_way_and_something_waits(desk: &mut Desk) {
    let view = desk.decisions(Nothing {}).unwrap();
    let over: BTreeSet<_> = view.over.iter().map(|row| row.state).collect();
    let ended = [
        DecisionState::Rejected,
        DecisionState::Lapsed,
        DecisionState::Withdrawn,
        DecisionState::Stale,
        DecisionState::Applied,
        DecisionState::RolledBack,
    ];
    assert_eq!(over, BTreeSet::from(ended), "each way there is");
    let open: Vec<_> = view.open.iter().map(|row| (row.approvals, row.asked_of_me)).collect();
    assert_eq!(
        open,
        [(1, Some(Part::Approve)), (0, None)],
        "one half approved, by the visitor next"
    );
    let permits: Vec<_> = view.permits.iter().map(|permit| permit.state).collect();
    assert_eq!(permits, [PermitState::Open, PermitState::UsedUp], "one in use, one used up");
    assert!(view.permits[0].used > 0, "in use: {:?}", view.permits[0]);
}

fn evidence_of_every_class_is_there_and_one_finding_is_put_off(desk: &mut Desk) {
    let rows = desk.evidence(EvidenceQuery { about: None }).unwrap().rows;
    let classes: BTreeSet<_> = rows.iter().map(|row| row.class).collect();
    assert_eq!(classes.len(), 3, "facts, signals, promises: {classes:?}");
    let expired = rows.iter().filter(|row| row.validity == Counts::Expired).count();
    assert_eq!(expired, 1, "the day of one has passed");
    let kept: Vec<_> = rows.iter().filter_map(|row| row.file.as_ref()).collect();
    assert!(matches!(kept[..], [file] if file.content == Content::Kept), "{kept:?}");
    assert!(rows.iter().all(|row| row.attached.len() == 1), "each bears something out");
    let counts = desk.findings(FindingsQuery::default()).unwrap().counts;
    assert_eq!(counts.put_off, 1, "one is put off: {counts:?}");
}

fn the_register_shows_every_tier_and_phase_and_one_certificate_that_runs_out(desk: &mut Desk) {
    let register = desk.register(RegisterQuery::default()).unwrap();
    assert!(register.workflows.len() >= 14, "a believable inventory");
    for tier in 0..4 {
        assert!(register.tiers[tier] > 0, "a workflow on tier {}", tier + 1);
    }
    let rows = &register.workflows;
    let phases: BTreeSet<_> = rows.iter().map(|row| format!("{:?}", row.phase)).collect();
    assert_eq!(phases.len(), 3, "each phase has workflows: {phases:?}");
    let stands = |status| rows.iter().filter(|row| row.status == status).count();
    for status in [Status::Draft, Status::Live, Status::Paused, Status::Stopped, Status::Retired] {
        assert!(stands(status) > 0, "a workflow that is {status:?}");
    }
    for row in rows.iter().filter(|row| row.status == Status::Live) {
        let name = row.name.as_deref().unwrap_or_default();
        assert!(!row.tier_stated && row.permitted > 0, "{name} is tiered row by row");
        assert!(row.raci.is_some(), "{name} is governed by a row");
        assert!(row.owner_known && row.kill_switch_person.is_some(), "{name} has its people");
    }
    let running_out: BTreeSet<_> = rows
        .iter()
        .flat_map(|row| row.certifications.iter().map(move |held| (row.vendor.clone(), held)))
        .filter(|(_, held)| held.validity != Validity::Valid)
        .map(|(vendor, held)| (vendor.unwrap_or_default(), held.words.clone(), held.validity as u8))
        .collect();
    let one = ("Clearpair".to_owned(), "ISO 27001".to_owned(), Validity::RunningOut as u8);
    assert_eq!(running_out, BTreeSet::from([one]), "one vendor's certificate runs out soon");
    for matrix in desk.raci(RaciQuery::default()).unwrap().matrices {
        let blocking: Vec<_> = matrix.marks.iter().filter(|mark| mark.blocks).collect();
        assert!(
            blocking.is_empty(),
            "{}: every Accountable is a person: {blocking:?}",
            matrix.matrix
        );
    }
}

fn two_quarters_were_held_and_missed_and_what_is_due_is_left_to_the_visitor(desk: &mut Desk) {
    let waiting: Vec<_> = desk.reviews(Nothing {}).unwrap().waiting;
    let waiting: Vec<_> = waiting.iter().map(|row| row.review.as_str()).collect();
    assert_eq!(waiting, ["WEEKLY-2026-W47", "DAILY-2026-11-18"], "this week's call, today's watch");
    for (cadence, closed, missed) in [("daily", 100, 3), ("weekly", 24, 2), ("monthly", 6, 0)] {
        let past = past(desk, cadence);
        let are = |state| past.iter().filter(|row| row.state == state).count();
        assert!(are(ReviewState::Closed) >= closed, "{cadence}: {}", are(ReviewState::Closed));
        assert!(are(ReviewState::Missed) >= missed, "{cadence}: {}", are(ReviewState::Missed));
    }
    let audits: Vec<_> = past(desk, "quarterly");
    let names: Vec<_> = audits.iter().map(|row| (row.review.as_str(), row.countersigned)).collect();
    assert_eq!(names, [("QUARTERLY-2026-Q3", true), ("QUARTERLY-2026-Q2", true)]);
    let mut judged = |review: &str| {
        let view = desk.review(ReviewQuery { review: review.into() }).unwrap();
        let item = view.items.into_iter().find(|item| item.item == "re-tier").unwrap();
        item.tiers.into_iter().map(|row| (row.name, row.verdict)).collect::<Vec<_>>()
    };
    let (first, second) = (judged("QUARTERLY-2026-Q2"), judged("QUARTERLY-2026-Q3"));
    assert!(first.iter().all(|(_, verdict)| *verdict == TierVerdict::Keep), "{first:?}");
    let moved: Vec<_> =
        second.iter().filter(|(_, verdict)| *verdict != TierVerdict::Keep).collect();
    assert_eq!(moved, [&("SDR outreach agent".to_owned(), TierVerdict::Lower)], "as it was noted");
    assert!(first.len() >= 10 && second.len() >= 12, "{} and {}", first.len(), second.len());
}

fn metrics_stand_out_of_line_and_action_items_are_late_done_and_dropped(desk: &mut Desk) {
    let metrics = desk.metrics(MetricsQuery::default()).unwrap().metrics;
    let out: BTreeSet<_> = metrics
        .iter()
        .filter(|row| {
            matches!(
                row.beside.state,
                MetricState::Emergency
                    | MetricState::Breach
                    | MetricState::Worse
                    | MetricState::Warned
            )
        })
        .map(|row| row.beside.name.as_str())
        .collect();
    let expected = ["Enrichment overwrite rate", "Lead-score stability"];
    assert_eq!(out, BTreeSet::from(expected), "one below its baseline, one past its first line");
    let counted = metrics.iter().filter(|row| row.beside.derived.is_some());
    let shown = counted.filter(|row| row.beside.latest.is_some()).count();
    assert!(shown >= 4, "what the desk counts itself has its figures: {shown}");
    let raised = desk.exceptions(Nothing {}).unwrap();
    let emergencies = raised.over.iter().filter(|one| one.kind == Trouble::MetricEmergency);
    assert!(emergencies.count() >= 2, "two weeks below their baselines were seen to");
    assert!(
        raised.open.iter().all(|one| one.kind != Trouble::MetricEmergency),
        "and none of them is left"
    );
    let replies = metrics.iter().find(|row| row.beside.name == "Positive replies").unwrap();
    assert_eq!(replies.beside.state, MetricState::Held, "the story ended well");
    assert_eq!(
        replies.beside.baseline.as_deref(),
        Some("3.5\u{202f}%"),
        "with a baseline set anew"
    );

    let actions = desk.actions(Nothing {}).unwrap();
    let open = |state| actions.open.iter().filter(|row| row.state == state).count();
    assert!(open(ActionState::Late) >= 2, "some are late: {:?}", actions.open);
    assert!(open(ActionState::Open) >= 2, "some are in time: {:?}", actions.open);
    let over = |state| actions.over.iter().filter(|row| row.state == state).count();
    assert!(over(ActionState::Done) >= 10 && over(ActionState::Dropped) >= 1, "most are over");
}

#[test]
fn it_can_be_made_at_any_hour_of_any_day() {
    let room = Room::new();
    // Before Monday's call, and on the Saturday of an audit's week.
    let moments = ["2026-11-16T05:00:00Z", "2026-10-17T13:00:00Z"];
    for until in moments {
        let path = make(&room, &format!("{until}.countersign").replace(':', "-"), 1, until);
        room.clock.set(at(until));
        let mut desk =
            room.desk(&format!("{} profile", path.file_name().unwrap().to_str().unwrap()));
        desk.open_path(&path).unwrap();
        desk.sign_in(SignIn { person: OPERATOR.to_owned(), passphrase: PASSPHRASE.into() })
            .unwrap();
        let waiting = desk.reviews(Nothing {}).unwrap().waiting;
        for cadence in ["daily", "weekly"] {
            let left = waiting.iter().filter(|row| row.cadence == cadence).count();
            assert_eq!(left, 1, "{until}: one {cadence} review is the visitor's: {waiting:?}");
        }
        assert!(waiting.iter().all(|row| row.state != ReviewState::Open), "none is half held");
    }
}

fn past(desk: &mut Desk, cadence: &str) -> Vec<ReviewRow> {
    let (mut rows, mut before) = (Vec::new(), None);
    loop {
        let page = PastReviews { cadence: Some(cadence.to_owned()), before: before.take() };
        let page = desk.past_reviews(page).unwrap();
        before = page.rows.last().map(|row| row.review.clone());
        rows.extend(page.rows);
        if !page.more {
            return rows;
        }
    }
}

//! Samples: planned by one, drawn by another's seed, tested, confirmed; and the draw redone by a script
//! that has nothing but the workpaper.

use std::process::Command;

use chrono::{Days, NaiveDate};
use desk::operations::{
    AbandonSample, Asks, BringKeyFile, ChangeGiven, ConfirmSample, DecisionView, DrawSample,
    EnrolKey, EvidenceGiven, ExportSample, ImportBatch, ItemRow, LogOrigin, LogReading, Nothing,
    OnlyGiven, OpenRequest, PlanSample, PopulationQuery, PreviewBatch, ProposeDecision,
    RequestSeed, ReviewQuery, SampleForm, SampleQuery, SampleStage, SampleView, SaveKeyFile,
    SignRequest, TakeStatements, TestItem, WorkflowQuery,
};
use desk::{Desk, Problem};
use domain::decision::{DecisionKind, EvidenceAsked};
use domain::population::Test;
use domain::sample::{Attribute, Extension, Finding, Held, Method, Size};
use domain::workflow::Permitted;

use crate::support::*;

/// Debian's own.
const PYTHON: &str = "/usr/bin/python3";

/// `count` sent mails of two segments, every fourth in Nordics, over thirteen weeks.
fn log(count: u32) -> String {
    log_of_weeks(count, 13)
}

fn log_of_weeks(count: u32, weeks: u32) -> String {
    let row = |n: u32| {
        let segment = if n.is_multiple_of(4) { "Nordics" } else { "DACH" };
        let agent = if n.is_multiple_of(5) { "Router" } else { "Outreach" };
        format!("msg-{n},{},{agent},send,{segment}\n", acted(n, weeks))
    };
    let rows: String = (1..=count).map(row).collect();
    format!("id,time,workflow,action,segment\n{rows}")
}

/// When the AI did what a row of such a log is of.
pub fn acted(row: u32, weeks: u32) -> String {
    let last: NaiveDate = "2026-11-12".parse().unwrap();
    let day = last - Days::new(u64::from(row % weeks) * 7);
    let (hour, minute) = (8 + row / 60 % 10, row % 60);
    format!("{day}T{hour:02}:{minute:02}:00Z")
}

pub fn batch(room: &Room, desk: &mut Desk, count: u32) -> String {
    batch_of(room, desk, log(count))
}

fn batch_of(room: &Room, desk: &mut Desk, log: String) -> String {
    let grant = room.write("log.csv", log);
    let origin = LogOrigin { source: "Sequencer".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    desk.import_batch(wanted).unwrap().batch.batch
}

pub fn planning(batch: &str, size: Size) -> PlanSample {
    PlanSample {
        batch: batch.to_owned(),
        title: "Outbound mails".into(),
        method: Method::Simple,
        size,
        only: None,
        strata_by: None,
        attributes: Attribute::ALL.to_vec(),
        extension: None,
        review: None,
        item: None,
        reviewer: None,
        why: "The weekly ten per cent.".into(),
    }
}

/// The sponsor completes the seed, and the operator is signed in again.
pub fn draw(desk: &mut Desk, sample: &str) -> Result<SampleView, Problem> {
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let subject = read(desk, sample).seed_subject;
    let passphrase = SPONSORS.into();
    let drawn = desk.draw_sample(DrawSample { sample: sample.to_owned(), subject, passphrase });
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    drawn
}

pub fn read(desk: &mut Desk, sample: &str) -> SampleView {
    desk.sample(SampleQuery { sample: sample.to_owned() }).unwrap()
}

pub fn test(desk: &mut Desk, sample: &str, row: u64, held: Held) -> Result<SampleView, Problem> {
    desk.test_item(TestItem {
        sample: sample.to_owned(),
        row,
        findings: found(held),
        note: if held == Held::No { "Names a competitor." } else { "" }.into(),
        evidence: Vec::new(),
    })
}

/// Whether an item is correct; all else about it is as it should be, or not asked of it.
pub fn found(correct: Held) -> Vec<Finding> {
    let held = |attribute| match attribute {
        Attribute::Correct => correct,
        Attribute::Approved => Held::NotApplicable,
        Attribute::Guardrails | Attribute::Disclosed => Held::Yes,
    };
    Attribute::ALL
        .into_iter()
        .map(|attribute| Finding { attribute, held: held(attribute) })
        .collect()
}

/// Tests every item; the first `errors` of them are in error.
pub fn test_all(desk: &mut Desk, sample: &str, errors: usize) {
    for (place, item) in read(desk, sample).items.iter().enumerate() {
        let held = if place < errors { Held::No } else { Held::Yes };
        test(desk, sample, item.row, held).unwrap();
    }
}

pub fn confirm(desk: &mut Desk, sample: &str) -> Result<SampleView, Problem> {
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let subject = read(desk, sample).confirmation_subject.unwrap_or_default();
    let (sample, reason) = (sample.to_owned(), "Looked at the one in error.".to_owned());
    let passphrase = SPONSORS.into();
    let confirmed = desk.confirm_sample(ConfirmSample { sample, subject, reason, passphrase });
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    confirmed
}

/// The script of SAMPLES.md redoes the draw from the two tables that the desk saves.
fn redraws(room: &Room, desk: &mut Desk, sample: &str) {
    let page = include_str!("../../../ledger/SAMPLES.md");
    let script = page.split("```python\n").nth(1).and_then(|rest| rest.split("```").next());
    let script = room.write("redraw.py", script.expect("the page shows a script"));
    let mut saved = Vec::new();
    for form in [SampleForm::Items, SampleForm::Rows] {
        let grant = room.grant(&format!("{sample}-{form:?}.csv"));
        saved.push(grant.0.clone());
        desk.export_sample(ExportSample { sample: sample.to_owned(), form, grant }).unwrap();
    }
    let mut redrawn = Command::new(PYTHON);
    let status = redrawn.arg(&script.0).args(&saved).status().unwrap();
    assert!(status.success(), "the draw of {sample} is redone row for row");
    // A row moved by one place is no draw of that seed.
    let items = std::fs::read_to_string(&saved[0]).unwrap();
    let mut lines: Vec<&str> = items.lines().collect();
    lines.swap(1, 2);
    let forged = room.write("forged.csv", lines.join("\r\n"));
    let mut redrawn = Command::new(PYTHON);
    let refused = redrawn.arg(&script.0).args([&forged.0, &saved[1]]).output().unwrap();
    assert!(!refused.status.success(), "and a forged one is not");
}

#[test]
fn a_sample_is_planned_drawn_tested_and_confirmed_by_two() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 241);
    let planned = desk.plan_sample(planning(&batch, Size::Percent { percent: 10 })).unwrap();
    let sample = planned.row.sample.clone();
    assert_eq!(sample, "SMP-0001");
    assert_eq!((planned.row.rows, planned.row.take), (241, 25), "ten per cent, rounded up");
    assert!(planned.items.is_empty(), "nobody knows a row yet");
    assert!(!planned.acts.draw, "the tester does not complete the seed");
    let subject = planned.seed_subject.clone();
    let own = DrawSample { sample: sample.clone(), subject, passphrase: PASSPHRASE.into() };
    assert_eq!(code(desk.draw_sample(own)), "own-sample");

    let drawn = draw(&mut desk, &sample).unwrap();
    assert_eq!(drawn.row.stage, SampleStage::Drawn);
    assert_eq!(drawn.items.len(), 25);
    let order: Vec<_> = drawn.items.iter().map(|item| item.order_hash.clone().unwrap()).collect();
    assert!(order.is_sorted(), "in the order of their digests");
    assert!(drawn.items[0].cells.iter().any(|cell| cell.field == "id"), "with what the log says");
    assert_eq!(code(draw(&mut desk, &sample)), "sample-drawn-already", "a plan is drawn once");

    let (first, other) = (drawn.items[0].row, drawn.items[1].row);
    let not_drawn = (1..=241).find(|row| drawn.items.iter().all(|item| item.row != *row)).unwrap();
    assert_eq!(code(test(&mut desk, &sample, not_drawn, Held::Yes)), "sample-not-item");
    test(&mut desk, &sample, first, Held::Yes).unwrap();
    assert_eq!(code(confirm(&mut desk, &sample)), "sample-untested", "24 items are left");
    assert_eq!(read(&mut desk, &sample).row.says, None, "a sample that stops early says nothing");
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    assert_eq!(code(test(&mut desk, &sample, other, Held::Yes)), "sample-of-another");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    test_all(&mut desk, &sample, 1);
    let subject = read(&mut desk, &sample).confirmation_subject.unwrap();
    let own = ConfirmSample {
        sample: sample.clone(),
        subject,
        reason: String::new(),
        passphrase: PASSPHRASE.into(),
    };
    assert_eq!(code(desk.confirm_sample(own)), "own-sample", "tester is not reviewer");
    let confirmed = confirm(&mut desk, &sample).unwrap();
    assert_eq!(confirmed.row.stage, SampleStage::Confirmed);
    let says = confirmed.row.says.clone().unwrap().replace('\u{202f}', " ");
    assert_eq!(
        says,
        "1 of 25 tested, of 241, was in error. At 95 % confidence at most 40 of the 241 were (16.6 %). \
         This does not prove an error share below 5 %; 50 more items without error would."
    );
    assert_eq!(code(test(&mut desk, &sample, first, Held::Yes)), "sample-confirmed", "it stands");
    redraws(&room, &mut desk, &sample);
    let grant = room.grant("workpaper.pdf");
    let form = SampleForm::Pdf;
    let saved = desk.export_sample(ExportSample { sample: sample.clone(), form, grant }).unwrap();
    assert!(saved.bytes > 10_000, "the workpaper has pages");
    holds(&mut desk, "every plan, seed, draw and confirmation is held to the rules again");
}

#[test]
fn strata_are_drawn_alone_and_told_alone_and_extended_as_the_plan_says() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    let mut plan = planning(&batch, Size::Number { rows: 20 });
    plan.method = Method::Stratified;
    assert_eq!(code(desk.plan_sample(plan.clone())), "sample-no-strata");
    plan.strata_by = Some("segment".into());
    plan.extension = Some(Extension { errors: 1, rows: 8 });
    let preview = desk.preview_sample(plan.clone()).unwrap();
    assert_eq!((preview.rows, preview.take), (200, 20), "a quarter is Nordics, so is the sample");
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    let drawn = draw(&mut desk, &sample).unwrap();
    let nordics = |view: &SampleView| {
        let of = |item: &&desk::operations::SampleItem| item.stratum.as_deref() == Some("Nordics");
        view.items.iter().filter(of).count()
    };
    assert_eq!(nordics(&drawn), 5, "five of fifty");
    let query = || SampleQuery { sample: sample.clone() };
    assert_eq!(code(desk.extend_sample(query())), "sample-untested");
    test_all(&mut desk, &sample, 0);
    assert_eq!(code(desk.extend_sample(query())), "sample-too-few-errors");
    let due = test(&mut desk, &sample, drawn.items[0].row, Held::No).unwrap();
    let told = "Its plan draws 8 more rows once 1 is in error; that is due, and was not done.";
    assert!(due.extension_due && due.row.says.unwrap().ends_with(told), "what is skipped is told");
    let extended = desk.extend_sample(query()).unwrap();
    assert_eq!((extended.items.len(), nordics(&extended)), (28, 7), "both strata go on");
    let same = drawn.items.iter().zip(&extended.items).all(|(was, is)| was.row == is.row);
    assert!(same, "what was drawn stays drawn");
    assert_eq!(extended.row.stage, SampleStage::Drawn, "and the new ones wait to be tested");
    assert!(!extended.extension_due, "what was done is due no longer");
    for item in extended.items.iter().filter(|item| item.error.is_none()) {
        test(&mut desk, &sample, item.row, Held::Yes).unwrap();
    }
    let view = confirm(&mut desk, &sample).unwrap();
    let alone: Vec<_> =
        view.strata.iter().map(|stratum| (stratum.tested, stratum.errors)).collect();
    assert_eq!(alone.iter().map(|(tested, _)| tested).sum::<u64>(), 28, "{alone:?}");
    assert_eq!(alone.iter().map(|(_, errors)| errors).sum::<u64>(), 1, "{alone:?}");
    holds(&mut desk, "an extension is the plan's");
}

#[test]
fn a_sample_confirmed_while_its_extension_was_due_says_so_for_ever() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 200);
    let extension = Some(Extension { errors: 2, rows: 30 });
    let plan = PlanSample { extension, ..planning(&batch, Size::Number { rows: 10 }) };
    let mut confirmed = |errors| {
        let sample = desk.plan_sample(plan.clone()).unwrap().row.sample;
        draw(&mut desk, &sample).unwrap();
        test_all(&mut desk, &sample, errors);
        confirm(&mut desk, &sample).unwrap()
    };
    let told = "Its plan draws 30 more rows once 2 are in error; that is due, and was not done.";
    let (one, two) = (confirmed(1), confirmed(2));
    assert!(!one.extension_due && !one.row.says.unwrap().contains("due"), "one is not enough");
    assert!(two.extension_due, "two are");
    assert!(two.row.says.unwrap().ends_with(told), "and nobody drew more");
    let all = PlanSample { size: Size::Percent { percent: 100 }, extension, ..plan };
    let sample = desk.plan_sample(all).unwrap().row.sample;
    draw(&mut desk, &sample).unwrap();
    test_all(&mut desk, &sample, 3);
    assert!(!read(&mut desk, &sample).extension_due, "of all rows no more are left to draw");
    holds(&mut desk, "confirmed it stays");
}

#[test]
fn rows_beyond_what_is_read_together_are_counted_and_drawn_as_all_others() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 20_000);
    for method in [Method::Simple, Method::Stratified, Method::EveryKth] {
        let mut plan = planning(&batch, Size::Number { rows: 40 });
        plan.method = method;
        match method {
            Method::Stratified => plan.strata_by = Some("segment".into()),
            Method::Simple | Method::EveryKth => {
                plan.only = Some(OnlyGiven { field: "segment".into(), says: "Nordics".into() });
            }
        }
        let sample = desk.plan_sample(plan).unwrap().row.sample;
        let drawn = draw(&mut desk, &sample).unwrap();
        let rows = if method == Method::Stratified { 20_000 } else { 5_000 };
        assert_eq!(drawn.row.rows, rows, "{method:?}: every row is counted once");
        assert!(drawn.items.iter().any(|item| item.row > 10_000), "{method:?}: also from behind");
        if method != Method::EveryKth {
            redraws(&room, &mut desk, &sample);
        }
    }
    holds(&mut desk, "each is held to its seed");
}

#[test]
fn every_kth_row_and_rows_of_one_workflow_are_drawn_too() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 100);
    let mut plan = planning(&batch, Size::Number { rows: 10 });
    plan.method = Method::EveryKth;
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    let drawn = draw(&mut desk, &sample).unwrap();
    let rows: Vec<u64> = drawn.items.iter().map(|item| item.row).collect();
    assert!(rows.windows(2).all(|two| (two[0] + 10 - 1) % 100 + 1 == two[1]), "{rows:?}");
    test_all(&mut desk, &sample, 0);
    let says = read(&mut desk, &sample).row.says.unwrap();
    assert!(says.contains("no sound upper limit"), "{says}");

    let mut plan = planning(&batch, Size::Number { rows: 5 });
    plan.only = Some(OnlyGiven { field: "workflow".into(), says: "Router".into() });
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    let drawn = draw(&mut desk, &sample).unwrap();
    assert_eq!(drawn.row.rows, 20, "every fifth row is the router's");
    assert!(drawn.items.iter().all(|item| item.row % 5 == 0), "and no other is drawn");
    test_all(&mut desk, &sample, 0);
    confirm(&mut desk, &sample).unwrap();
    redraws(&room, &mut desk, &sample);
    let samples = desk.samples(Nothing {}).unwrap();
    assert_eq!(samples.pools.len(), 1, "simple samples of one workflow pool");
    assert_eq!(samples.pools[0].of, "Router");
    let says = samples.pools[0].says.replace('\u{202f}', " ");
    assert_eq!(
        says,
        "5 clean items prove the error rate is below 46 %; 59 would prove below 5 %. Its actions are \
         of 4 of the last 13 weeks."
    );
    holds(&mut desk, "every k-th and filtered draws are held to their seeds");
}

#[test]
fn every_try_stays_reported() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 60);
    for _ in 0..3 {
        let plan = planning(&batch, Size::Number { rows: 5 });
        let sample = desk.plan_sample(plan).unwrap().row.sample;
        draw(&mut desk, &sample).unwrap();
        let why = String::new();
        let blank = AbandonSample { sample: sample.clone(), why };
        assert_eq!(code(desk.abandon_sample(blank)), "reason-missing");
        let why = "It does not suit.".to_owned();
        desk.abandon_sample(AbandonSample { sample, why }).unwrap();
    }
    let plan = planning(&batch, Size::Number { rows: 5 });
    let before = desk.preview_sample(plan.clone()).unwrap();
    assert_eq!(before.others.len(), 3, "whoever plans again reads what was tried");
    let last = desk.plan_sample(plan).unwrap();
    let given_up = |other: &&desk::operations::SampleOther| other.stage == SampleStage::Abandoned;
    assert_eq!(last.others.iter().filter(given_up).count(), 3, "and so does every reader");
    room.later(60 * 24 * 15);
    assert_eq!(code(draw(&mut desk, &last.row.sample)), "sample-lapsed", "a plan waits two weeks");
    let lapsed = read(&mut desk, &last.row.sample);
    assert_eq!(lapsed.row.stage, SampleStage::Lapsed, "and stays when it lapses");
    holds(&mut desk, "nothing of it goes away");
}

#[test]
fn a_seed_is_completed_on_another_machine_by_file() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 80);
    let sample =
        desk.plan_sample(planning(&batch, Size::Percent { percent: 10 })).unwrap().row.sample;
    let (ask, answer) = (room.grant("seed.json"), room.grant("signed.json"));
    desk.request_seed(RequestSeed { sample: sample.clone(), grant: ask.clone() }).unwrap();

    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let key = room.grant("sponsor.pem");
    desk.save_key_file(SaveKeyFile { grant: key.clone() }).unwrap();
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let mut own = room.desk("sponsors");
    own.open_path(&room.workspace()).unwrap();
    own.bring_key_file(BringKeyFile { grant: key, passphrase: SPONSORS.into() }).unwrap();
    own.close_workspace(Nothing {}).unwrap();

    let asked = own.open_request(OpenRequest { grant: ask.clone() }).unwrap();
    let Asks::Seed(shown) = &asked.asks else { panic!("a seed is asked for") };
    assert_eq!(shown.title, "Outbound mails", "the plan is read whole");
    assert!(shown.lines.iter().any(|(_, says)| says == "8 of 80"), "{:?}", shown.lines);
    assert_eq!(shown.subject, read(&mut desk, &sample).seed_subject, "the same bytes");
    own.sign_request(SignRequest {
        grant: ask,
        sha256: asked.sha256,
        person: "PER-0002".into(),
        approve: true,
        consulted: false,
        reason: String::new(),
        passphrase: SPONSORS.into(),
        out: answer.clone(),
    })
    .unwrap();
    let take = || TakeStatements {
        grants: vec![answer.clone()],
        passphrase: PASSPHRASE.into(),
        why: None,
    };
    desk.take_statements(take()).unwrap();
    let drawn = read(&mut desk, &sample);
    assert_eq!(drawn.items.len(), 8, "the file draws the rows");
    assert_eq!(drawn.draw.unwrap().signed.person, "PER-0002", "by the reviewer's seed");
    assert_eq!(code(desk.take_statements(take())), "statement-again", "and once");
    redraws(&room, &mut desk, &sample);
    holds(&mut desk, "a seed by file is like one given here");
}

/// Signs what the request asks, and gives back what was signed.
fn answer(desk: &mut Desk, room: &Room, reason: &str) -> Result<String, Problem> {
    let (ask, out) = (room.grant("ask.json"), room.grant("out.json"));
    let _ = std::fs::remove_file(&out.0);
    let sha256 = desk.open_request(OpenRequest { grant: ask.clone() }).unwrap().sha256;
    desk.sign_request(SignRequest {
        grant: ask,
        sha256,
        person: "PER-0002".into(),
        approve: true,
        consulted: false,
        reason: reason.to_owned(),
        passphrase: SPONSORS.into(),
        out: out.clone(),
    })?;
    Ok(std::fs::read_to_string(out.0).unwrap())
}

#[test]
fn a_reviewer_asked_again_later_by_file_or_at_the_desk_gives_the_same_seed() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 80);
    let plan = planning(&batch, Size::Number { rows: 8 });
    let sample = desk.plan_sample(plan.clone()).unwrap().row.sample;
    let ask = || RequestSeed { sample: sample.clone(), grant: room.grant("ask.json") };
    desk.request_seed(ask()).unwrap();
    let first = answer(&mut desk, &room, "").unwrap();
    assert_eq!(code(answer(&mut desk, &room, "Fine by me.")), "sample-seed-reason");
    room.later(3);
    desk.plan_sample(plan).unwrap();
    std::fs::remove_file(room.path("ask.json")).unwrap();
    desk.request_seed(ask()).unwrap();
    let signed = |file: &str| ledger::statement::Response::from_file(file).unwrap().signed;
    let again = signed(&answer(&mut desk, &room, "").unwrap());
    assert_eq!(again, signed(&first), "later, over a longer record, by a request made anew");
    let drawn = draw(&mut desk, &sample).unwrap().draw.unwrap();
    assert_eq!(drawn.signature, ledger::encoding::base64(&again.signature), "and at the desk");
    holds(&mut desk, "the settled statement holds");
}

#[test]
fn nobody_but_the_reviewer_whom_the_plan_names_draws_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 40);
    let third = add(&mut desk, "Pia Moreau", &["compliance"]).unwrap();
    let (new_passphrase, passphrase) = (SPONSORS.into(), PASSPHRASE.into());
    desk.enrol_key(EnrolKey { person: third.clone(), new_passphrase, passphrase }).unwrap();
    let plan = planning(&batch, Size::Number { rows: 4 });
    assert_eq!(code(desk.plan_sample(plan.clone())), "sample-reviewer-unnamed", "two could");
    let able = desk.preview_sample(plan.clone()).unwrap().reviewers;
    let able: Vec<_> = able.iter().map(|one| one.person.as_str()).collect();
    assert_eq!(able, ["PER-0002", third.as_str()], "the tester is not among them");
    let named = |person: &str| PlanSample { reviewer: Some(person.into()), ..plan.clone() };
    assert_eq!(code(desk.plan_sample(named("PER-0001"))), "own-sample");
    let sample = desk.plan_sample(named(&third)).unwrap().row.sample;
    assert_eq!(code(draw(&mut desk, &sample)), "sample-reviewer-other", "the sponsor is not named");
    let mine = desk.plan_sample(named("PER-0002")).unwrap().row.sample;
    draw(&mut desk, &mine).unwrap();
    holds(&mut desk, "each by the one it names");
}

/// Nine events in the shape of a published process log of permits, under all of its heads.
const PERMITS: &str = "case:channel,case:concept:name,case:deadline,case:department,case:enddate,\
case:enddate_planned,case:group,case:responsible,case:startdate,concept:instance,concept:name,\
lifecycle:transition,org:group,org:resource,time:timestamp
Desk,case-7,2026-12-06 13:41:31.788000+01:00,General,,2026-12-06 13:41:31.788000+01:00,Group 2,Resource21,2026-11-10 13:42:22.688000+01:00,task-1,Receipt,complete,Group 1,Resource21,2026-11-10 13:45:40.276000+01:00
Desk,case-7,2026-12-06 13:41:31.788000+01:00,General,,2026-12-06 13:41:31.788000+01:00,Group 2,Resource21,2026-11-10 13:42:22.688000+01:00,task-2,T02 Check,complete,Group 4,Resource10,2026-11-11 08:26:25.398000+01:00
Desk,case-8,,General,,,Group 2,Resource21,2026-11-10 13:42:22+01:00,task-3,Receipt,complete,Group 1,Resource21,2026-11-11 09:00:00+01:00
Mail,case-8,,General,,,Group 2,Resource21,2026-11-10 13:42:22+01:00,task-4,\"T06 Stop, or ask\",complete,EMPTY,Resource10,2026-11-11 09:10:00.5+01:00
Mail,case-9,,Experts,,,Group 2,Resource04,2026-11-10 13:42:22+01:00,task-5,Receipt,complete,Group 1,Resource04,2026-11-12 09:20:00+01:00
Mail,case-9,,Experts,,,Group 2,Resource04,2026-11-10 13:42:22+01:00,task-6,T02 Check,complete,Group 4,Resource10,2026-11-12 09:30:00+01:00
Mail,case-9,,Experts,,,Group 2,Resource04,2026-11-10 13:42:22+01:00,task-7,T10 Print,complete,Group 1,Resource04,2026-11-13 09:40:00+01:00
Desk,case-9,,Experts,,,Group 2,Resource04,2026-11-10 13:42:22+01:00,task-8,T10 Print,complete,Group 1,Resource21,2026-11-16 07:50:00+01:00
Desk,case-9,,Experts,,,Group 2,Resource04,2026-11-10 13:42:22+01:00,task-9,Receipt,complete,Group 1,Resource21,2026-11-16 08:05:00+01:00
";

#[test]
fn a_process_log_goes_in_whole_is_tested_and_sampled_by_group() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Permit handling");
    room.later(5);
    let grant = room.write("permits.csv", PERMITS);
    let reading = LogReading::default();
    let seen = desk
        .preview_batch(PreviewBatch { grant: grant.clone(), reading: reading.clone() })
        .unwrap();
    let means = |head: &str| {
        let column = seen.columns.iter().find(|one| one.column.as_deref() == Some(head));
        column.and_then(|column| column.field.clone()).unwrap_or_default()
    };
    let meant = ["concept:name", "org:resource", "org:group", "time:timestamp", "concept:instance"];
    let expected = ["action", "person", "segment", "time", "id"];
    assert_eq!(meant.map(means), expected, "activities, resources and groups find their fields");
    let origin =
        LogOrigin { source: "Permits".into(), workflow: Some(workflow), ..LogOrigin::default() };
    let sha256 = Some(seen.sha256);
    let wanted = ImportBatch { grant, sha256, reading, origin };
    let taken = desk.import_batch(wanted).unwrap().batch;
    assert_eq!((taken.count, taken.rejected), (9, 0), "every event");
    let tested = desk.population(PopulationQuery { batch: taken.batch.clone() }).unwrap();
    let fails = |test| tested.tests.iter().find(|row| row.test == test).map(|row| row.count);
    assert_eq!((tested.tested, tested.failing), (9, 9), "all of them, and none is clean");
    assert_eq!(fails(Test::UnknownWorkflow), Some(8), "those before it was on the register");
    assert_eq!(fails(Test::UnknownKind), Some(9), "and no kind of event is one of the kinds here");
    assert_eq!(fails(Test::NotPermitted), Some(0), "so nobody is accused of what it was");
    let plan = PlanSample {
        method: Method::Stratified,
        strata_by: Some("segment".into()),
        ..planning(&taken.batch, Size::Number { rows: 4 })
    };
    let planned = desk.plan_sample(plan).unwrap();
    let strata: Vec<_> =
        planned.strata.iter().map(|one| (one.name.as_deref().unwrap_or("-"), one.rows)).collect();
    assert_eq!(strata, [("EMPTY", 1), ("Group 1", 6), ("Group 4", 2)], "a stratum for each group");
    let drawn = draw(&mut desk, &planned.row.sample).unwrap();
    assert_eq!(drawn.items.len() as u64, planned.row.take, "drawn");
    let of = |group: &str| drawn.items.iter().any(|item| item.stratum.as_deref() == Some(group));
    assert!(["EMPTY", "Group 1", "Group 4"].into_iter().all(of), "and each has its part");
}

/// What the desk knows of the router's own samples, towards its next tier: whether they prove it, and
/// what it says.
pub fn earned(desk: &mut Desk) -> Option<(bool, String)> {
    let query = WorkflowQuery { workflow: "WF-0001".into(), as_of: None };
    let proofs = desk.workflow_rules(query).unwrap().earned.unwrap().proofs;
    let row = proofs.into_iter().find(|row| row.asked == EvidenceAsked::Samples).unwrap();
    row.known.map(|says| (row.there, says.replace('\u{202f}', " ")))
}

/// The router's next step up, its proofs shown in words.
pub fn step_up(desk: &mut Desk) -> Result<DecisionView, Problem> {
    let query = WorkflowQuery { workflow: "WF-0001".into(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let said = |asked: &EvidenceAsked| EvidenceGiven {
        asked: *asked,
        words: "As everybody knows".into(),
        at: Vec::new(),
    };
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::TierOrStage,
        title: "The router drafts".into(),
        rationale: "It is good.".into(),
        rollback_plan: "Back to suggesting.".into(),
        evidence: EvidenceAsked::ALL.iter().map(said).collect(),
        change: ChangeGiven::Workflow {
            workflow: "WF-0001".into(),
            seen,
            given: vec![permission(Permitted::Tier1)],
            status: None,
            outside: Vec::new(),
        },
    })
}

/// So many rows of the router, drawn.
pub fn of_router(desk: &mut Desk, batch: &str, rows: u32) -> String {
    let mut plan = planning(batch, Size::Number { rows });
    plan.only = Some(OnlyGiven { field: "workflow".into(), says: "Router".into() });
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    draw(desk, &sample).unwrap();
    sample
}

#[test]
fn a_chosen_part_of_a_workflow_does_not_earn_its_next_tier_and_its_errors_stand_in_the_way() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Router");
    let grant = room.write("router.csv", log(600));
    let origin =
        LogOrigin { source: "Router".into(), workflow: Some(workflow), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    let batch = desk.import_batch(wanted).unwrap().batch.batch;
    let only = |field: &str, says: &str| Some(OnlyGiven { field: field.into(), says: says.into() });
    for (field, says) in [("id", "msg-17"), ("time", "2026-10-15T08:17:00Z")] {
        let one =
            PlanSample { only: only(field, says), ..planning(&batch, Size::Number { rows: 1 }) };
        assert_eq!(code(desk.preview_sample(one.clone())), "sample-field", "{field}");
        assert_eq!(code(desk.plan_sample(one)), "sample-field", "{field} would name the rows");
    }
    let drawn = |desk: &mut Desk, plan: PlanSample, errors| {
        let sample = desk.plan_sample(plan).unwrap().row.sample;
        draw(desk, &sample).unwrap();
        test_all(desk, &sample, errors);
        sample
    };
    let nordics = |rows| PlanSample {
        only: only("segment", "Nordics"),
        ..planning(&batch, Size::Number { rows })
    };
    let part = drawn(&mut desk, nordics(90), 0);
    confirm(&mut desk, &part).unwrap();
    assert_eq!(
        earned(&mut desk),
        None,
        "ninety clean ones of a chosen part say nothing of the whole"
    );
    let whole = drawn(&mut desk, planning(&batch, Size::Number { rows: 90 }), 0);
    confirm(&mut desk, &whole).unwrap();
    assert!(earned(&mut desk).unwrap().0, "those of the whole do");
    let tested = |desk: &mut Desk| earned(desk).unwrap().1;
    drawn(&mut desk, nordics(10), 1);
    assert!(tested(&mut desk).starts_with("1 of 9"), "{}", tested(&mut desk));
    let by = Some("segment".to_owned());
    let strata = PlanSample {
        method: Method::Stratified,
        strata_by: by,
        ..planning(&batch, Size::Number { rows: 40 })
    };
    drawn(&mut desk, strata, 6);
    let (proven, says) = earned(&mut desk).unwrap();
    assert!(!proven, "an error counts however it was drawn: {says}");
    holds(&mut desk, "all of it is by the rules");
}

#[test]
fn the_items_of_a_sample_have_every_column_of_the_log() {
    let room = Room::new();
    let mut desk = room.founded();
    let row = |n: u32| {
        let approver = if n == 7 { "Tobias" } else { "" };
        format!("msg-{n},2026-11-12T08:{n:02}:00Z,Router,send,{approver}\n")
    };
    let rows: String = (1..=12).map(row).collect();
    let grant = room.write("log.csv", format!("id,time,workflow,action,approver\n{rows}"));
    let origin = LogOrigin { source: "Sequencer".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    let batch = desk.import_batch(wanted).unwrap().batch.batch;
    let plan = planning(&batch, Size::Percent { percent: 100 });
    let sample = desk.plan_sample(plan).unwrap().row.sample;
    let drawn = draw(&mut desk, &sample).unwrap();
    assert_ne!(drawn.items[0].row, 7, "the first item names no approver");
    let (form, grant) = (SampleForm::Items, room.grant("items.csv"));
    desk.export_sample(ExportSample { sample, form, grant: grant.clone() }).unwrap();
    let saved = std::fs::read_to_string(&grant.0).unwrap();
    assert!(saved.lines().next().unwrap().contains("Log: Approver"), "{saved}");
    assert!(saved.contains("Tobias"), "and who approved one of them is there");
}

#[test]
fn a_workflows_own_samples_are_what_its_next_tier_is_earned_with() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Router");
    let batch = batch(&room, &mut desk, 500);
    let of_router = |desk: &mut Desk, rows| of_router(desk, &batch, rows);
    assert_eq!(earned(&mut desk), None, "of what has no samples the desk knows nothing");

    let five = of_router(&mut desk, 5);
    test_all(&mut desk, &five, 0);
    assert_eq!(earned(&mut desk), None, "what nobody has confirmed proves nothing");
    confirm(&mut desk, &five).unwrap();
    let few = "5 clean items prove the error rate is below 46 %; 59 would prove below 5 %";
    assert_eq!(earned(&mut desk), Some((false, few.into())), "too few to prove it");
    let refused = step_up(&mut desk).unwrap_err();
    assert_eq!(refused.code, "evidence-missing", "what the record knows no words replace");
    assert!(refused.says.replace('\u{202f}', " ").contains(few), "{}", refused.says);

    let many = of_router(&mut desk, 90);
    test_all(&mut desk, &many, 0);
    confirm(&mut desk, &many).unwrap();
    let (holds_now, says) = earned(&mut desk).unwrap();
    assert!(holds_now, "90 or more clean ones prove it: {says}");

    let ill = of_router(&mut desk, 30);
    let items = read(&mut desk, &ill).items;
    for item in &items[..3] {
        test(&mut desk, &ill, item.row, Held::No).unwrap();
    }
    let (proven, says) = earned(&mut desk).unwrap();
    assert!(!proven, "an error counts as soon as it is found: {says}");
    let why = "It looks bad.".to_owned();
    desk.abandon_sample(AbandonSample { sample: ill, why }).unwrap();
    let given_up = earned(&mut desk).unwrap();
    assert_eq!(given_up, (proven, says), "and giving the sample up hides none of it");
    holds(&mut desk, "what a proposal showed is judged by what was known then");

    room.later(13 * 7 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(earned(&mut desk), None, "after thirteen weeks nothing of it counts");
}

#[test]
fn rows_of_one_day_do_not_prove_thirteen_weeks_nor_do_items_tested_on_little() {
    let room = Room::new();
    let mut desk = room.founded();
    found_live(&mut desk, &room, "Router");
    let day = batch_of(&room, &mut desk, log_of_weeks(500, 1));
    let sample = of_router(&mut desk, &day, 90);
    test_all(&mut desk, &sample, 0);
    confirm(&mut desk, &sample).unwrap();
    let (proven, says) = earned(&mut desk).unwrap();
    assert!(!proven, "its rate is proven, but of one week alone");
    assert!(says.contains("of actions of 1 of the last 13 weeks; 12 are asked for"), "{says}");

    // One action of each of twelve weeks more, none of them drawn or none to speak of.
    let earlier: String = (1..=12)
        .map(|week| {
            let at = acted(week, 13);
            format!("old-{week},{at},Router,send,DACH\n")
        })
        .collect();
    let origin = LogOrigin { source: "Stretched".into(), ..LogOrigin::default() };
    let grant = room.write("stretched.csv", format!("{}{earlier}", log_of_weeks(2_000, 1)));
    let wanted = ImportBatch { grant, sha256: None, reading: LogReading::default(), origin };
    let stretched = desk.import_batch(wanted).unwrap().batch.batch;
    let sample = of_router(&mut desk, &stretched, 60);
    test_all(&mut desk, &sample, 0);
    confirm(&mut desk, &sample).unwrap();
    let (proven, told) = earned(&mut desk).unwrap();
    assert!(!proven, "a batch that touches thirteen weeks does not make its items touch them");
    let weeks: u64 =
        told.split(" of the last 13").next().unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    assert!(weeks < 8, "but those that were drawn: {told}");
    let says = told;

    let other = room.write("other.csv", log(500));
    let origin = LogOrigin { source: "Router".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant: other, sha256: None, reading: LogReading::default(), origin };
    let weeks = desk.import_batch(wanted).unwrap().batch.batch;
    let only = Some(OnlyGiven { field: "workflow".into(), says: "Router".into() });
    let attributes = vec![Attribute::Correct];
    let plan = PlanSample { only, attributes, ..planning(&weeks, Size::Number { rows: 90 }) };
    let little = desk.plan_sample(plan).unwrap().row.sample;
    draw(&mut desk, &little).unwrap();
    for item in read(&mut desk, &little).items {
        let findings = |held| vec![Finding { attribute: Attribute::Correct, held }];
        let sample = little.clone();
        let tested = TestItem {
            sample,
            row: item.row,
            findings: findings(Held::NotApplicable),
            note: String::new(),
            evidence: Vec::new(),
        };
        assert_eq!(code(desk.test_item(tested.clone())), "sample-item-unasked");
        desk.test_item(TestItem { findings: findings(Held::Yes), ..tested }).unwrap();
    }
    confirm(&mut desk, &little).unwrap();
    assert_eq!(
        earned(&mut desk).unwrap(),
        (proven, says),
        "what was tested on little adds nothing"
    );
}

#[test]
fn an_item_of_the_weekly_call_reads_what_was_drawn_for_it_before_the_call() {
    let room = Room::new();
    let mut desk = room.founded();
    let batch = batch(&room, &mut desk, 40);
    let reviews = desk.reviews(Nothing {}).unwrap();
    let mut expected = reviews.waiting.into_iter().chain(reviews.coming);
    let weekly = expected.find(|one| one.cadence == "weekly").unwrap().review;
    let item = |desk: &mut Desk| {
        let shown = desk.review(ReviewQuery { review: weekly.clone() }).unwrap();
        shown.items.into_iter().find(|one| one.item == "random-actions").unwrap()
    };
    let figure = |row: &ItemRow| {
        row.figures.iter().find(|one| one.figure == "samples.ten").unwrap().value.clone()
    };
    let none = item(&mut desk);
    assert_eq!(figure(&none), "Not drawn", "and the call says so");
    let wanted = none.sample.unwrap();
    assert!(wanted.rows.is_empty() && !wanted.ready);
    assert_eq!(wanted.size, Size::Number { rows: 10 }, "what it asks for");
    assert!(!wanted.of_messages, "of whatever AI did");
    let ready = |desk: &mut Desk, wanted: PlanSample| {
        let sample = desk.plan_sample(wanted).unwrap().row.sample;
        draw(desk, &sample).unwrap();
        test_all(desk, &sample, 0);
        let why = "Another is asked for.".to_owned();
        let ready = item(desk).sample.unwrap().ready;
        desk.abandon_sample(AbandonSample { sample, why }).unwrap();
        ready
    };
    let for_it = |size| PlanSample {
        review: Some(weekly.clone()),
        item: Some("random-actions".into()),
        ..planning(&batch, size)
    };
    assert!(!ready(&mut desk, for_it(Size::Number { rows: 2 })), "two are not ten");
    let only = Some(OnlyGiven { field: "workflow".into(), says: "Outreach".into() });
    let part = PlanSample { only, ..for_it(Size::Number { rows: 10 }) };
    assert!(!ready(&mut desk, part), "nor is one workflow the program");

    let plan = PlanSample {
        review: Some(weekly.clone()),
        item: Some("random-actions".into()),
        ..planning(&batch, wanted.size)
    };
    let sample = desk.plan_sample(plan.clone()).unwrap().row.sample;
    assert_eq!(figure(&item(&mut desk)), format!("Planned, not drawn, {sample}"));
    draw(&mut desk, &sample).unwrap();
    test_all(&mut desk, &sample, 1);
    let read = item(&mut desk);
    assert_eq!(figure(&read), format!("1 of 10 in error, {sample}"));
    let read = read.sample.unwrap();
    assert!(read.ready, "it is tested whole");
    let last = read.rows.last().unwrap();
    assert_eq!(last.of, "10 of 40 rows of BAT-0001 (Sequencer)", "of which batch is told");
    assert_eq!(last.tester, "Maren Okafor", "and who has it to test");
    assert_eq!(last.reviewer.as_deref(), Some("Tobias Lindqvist"), "and whose signature draws it");
    assert_eq!(last.doubtful[0].note.as_deref(), Some("Names a competitor."));
    let nowhere = PlanSample { review: Some("WEEKLY-2099-X".into()), ..plan };
    assert_eq!(code(desk.plan_sample(nowhere)), "unknown", "no cadence brings such a review");
}

#[test]
fn the_sample_of_outbound_mail_is_of_the_messages_that_were_sent() {
    let room = Room::new();
    let mut desk = room.founded();
    let row = |n: u32| {
        let action = if n.is_multiple_of(3) { "Send external message" } else { "Summarise" };
        format!("msg-{n},2026-11-12T08:{n:02}:00Z,Outreach,{action}\n")
    };
    let rows: String = (1..=30).map(row).collect();
    let mails = batch_of(&room, &mut desk, format!("id,time,workflow,action\n{rows}"));
    let quiet = batch(&room, &mut desk, 30);
    let outbound = |desk: &mut Desk| {
        let reviews = desk.reviews(Nothing {}).unwrap();
        let mut expected = reviews.waiting.into_iter().chain(reviews.coming);
        let weekly = expected.find(|one| one.cadence == "weekly").unwrap().review;
        let shown = desk.review(ReviewQuery { review: weekly.clone() }).unwrap();
        let item = shown.items.into_iter().find(|one| one.item == "outbound-emails").unwrap();
        (weekly, item.sample.unwrap())
    };
    let (weekly, asks) = outbound(&mut desk);
    assert!(asks.of_messages, "it asks for what went out, and for nothing else");
    let plan = |batch: &str, only| PlanSample {
        only,
        review: Some(weekly.clone()),
        item: Some("outbound-emails".into()),
        ..planning(batch, asks.size)
    };
    let seen = desk.preview_sample(plan(&quiet, None)).unwrap();
    assert_eq!(seen.messages, None, "a log that says of no row that it went out");
    let seen = desk.preview_sample(planning(&mails, asks.size)).unwrap();
    assert_eq!(seen.messages, None, "a plan for no review chooses for itself");
    let messages = desk.preview_sample(plan(&mails, None)).unwrap().messages;
    let said = OnlyGiven { field: "action".into(), says: "Send external message".into() };
    assert_eq!(messages, Some(said), "as the log spells it");
    let planned = desk.plan_sample(plan(&mails, messages)).unwrap();
    assert_eq!((planned.row.rows, planned.row.take), (10, 1), "a tenth of the ten that went out");
    let of = outbound(&mut desk).1.rows.remove(0).of;
    let told = format!(
        "1 of 10 rows of {mails} (Sequencer), those whose kind of action is “Send external message”"
    );
    assert_eq!(of, told);
}

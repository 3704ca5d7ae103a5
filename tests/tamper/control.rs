//! What keeps the AI in hand, a little of each, so that no table is empty: a decision with its
//! permit, evidence, an override, a finding put off, a stop by the machine, and an exception that was
//! learnt from.

use std::path::Path;

use desk::Desk;
use desk::demo::PASSPHRASE;
use desk::operations::{
    AttachTo, AttributeStop, CaptureEvidence, ChangeGiven, CheckAsked, ConfirmStop, DecisionQuery,
    ExceptionNamed, ExceptionWords, GiveVotes, ImportBatch, LinkException, LogOrigin, LogReading,
    Nothing, PermitGiven, PickedAsked, PlanSample, ProposeDecision, PurgeBatch, PutOffFinding,
    RecheckEvidence, RecordCheck, RecordOverride, ReportException, ResolveException, RowsAsked,
    StopWorkflow, UsePermit, VoteGiven, WritePostmortem,
};
use domain::batch::Field;
use domain::decision::{Class, DecisionKind, Verdict};
use domain::exception::{Kind, Severity};
use domain::rule::Rule;
use domain::sample::{Attribute, Method, Size};
use domain::{evidence, overrides};

use crate::workspace::{OPERATOR, SPONSOR, grant, sign_in};

const WORKFLOW: &str = "WF-0001";

/// All of it, with the operator signed in before and after.
pub fn keep(desk: &mut Desk, folder: &Path) {
    show_evidence(desk, folder);
    decide(desk);
    override_and_put_off(desk);
    stop(desk);
    learn(desk);
    read_what_it_did(desk, folder);
}

/// Two logs of what the AI did, one checked and a sample planned of it; the rows of the other are purged.
fn read_what_it_did(desk: &mut Desk, folder: &Path) {
    let mut take = |name: &str, rows: &str| {
        std::fs::write(folder.join(name), format!("Time,Action,Target,Segment,Outcome\n{rows}"))
            .unwrap();
        let origin = LogOrigin { source: "Sequencer".into(), ..LogOrigin::default() };
        let reading = LogReading::default();
        let wanted = ImportBatch { grant: grant(name), sha256: None, reading, origin };
        desk.import_batch(wanted).unwrap().batch.batch
    };
    let kept = take(
        "sent.csv",
        "2026-03-01T10:00:00Z,Publish,lead-1,North,meeting\n\
         2026-03-02T10:00:00Z,Publish,lead-2,South,none\n",
    );
    let purged = take("older.csv", "2026-02-01T10:00:00Z,Publish,lead-3,North,none\n");
    let says = vec!["meeting".to_owned()];
    let asks = CheckAsked::Fairness {
        rows: RowsAsked { batches: vec![kept.clone()], ..RowsAsked::default() },
        by: Field::Segment,
        picked: PickedAsked::OneOf { field: Field::Outcome, says },
    };
    let note = "Two rows show nothing".to_owned();
    desk.record_check(RecordCheck { asks, item: None, note }).unwrap();
    desk.plan_sample(PlanSample {
        batch: kept,
        title: "Posts".into(),
        method: Method::Simple,
        size: Size::Number { rows: 1 },
        only: None,
        strata_by: None,
        attributes: vec![Attribute::Correct],
        extension: None,
        review: None,
        item: None,
        reviewer: None,
        why: "The weekly one".into(),
    })
    .unwrap();
    desk.purge_batch(PurgeBatch { batch: purged, why: "Kept long enough".into() }).unwrap();
}

fn show_evidence(desk: &mut Desk, folder: &Path) {
    std::fs::write(folder.join("soc2.pdf"), "all is well").unwrap();
    desk.capture_evidence(CaptureEvidence {
        title: "SOC 2 report".into(),
        class: evidence::Class::ObservedFact,
        url: String::new(),
        grant: Some(grant("soc2.pdf")),
        keep: true,
        expires: Some("2026-12-01".into()),
        to: Some(AttachTo { reference: WORKFLOW.into(), item: None }),
    })
    .unwrap();
    let (evidence, grant) = ("EVD-0001".into(), Some(grant("soc2.pdf")));
    desk.recheck_evidence(RecheckEvidence { evidence, grant }).unwrap();
}

fn decide(desk: &mut Desk) {
    let permit = PermitGiven {
        class: Class::Standing,
        last_day: "2026-03-20".into(),
        count: Some(400),
        discount_percent: String::new(),
        to: "Event agency".into(),
        segments: vec!["EMEA".into()],
    };
    let what = "Contacts in EMEA for the event".to_owned();
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::DataExport,
        title: "Contacts for the spring event".into(),
        rationale: "The agency prints the badges.".into(),
        rollback_plan: "The agency deletes them.".into(),
        evidence: Vec::new(),
        change: ChangeGiven::Request { what, workflow: None, permit: Some(permit) },
    })
    .unwrap();
    sign_in(desk, SPONSOR);
    let decision = "DEC-0001".to_owned();
    let subject = desk.decision(DecisionQuery { decision: decision.clone() }).unwrap().subject;
    let (verdict, reason) = (Verdict::Approve, "Only this once".to_owned());
    let votes = vec![VoteGiven { decision, subject, verdict, reason }];
    desk.give_votes(GiveVotes { votes, passphrase: PASSPHRASE.into() }).unwrap();
    sign_in(desk, OPERATOR);
    let (permit, on, pointer) = ("PRM-0001".into(), "2026-03-02".into(), "s3://exports/12".into());
    desk.use_permit(UsePermit { permit, count: 40, on, pointer, why: String::new() }).unwrap();
}

fn override_and_put_off(desk: &mut Desk) {
    desk.record_override(RecordOverride {
        kind: overrides::Kind::Output,
        workflow: WORKFLOW.into(),
        team: None,
        pointer: "crm/lead/4711".into(),
        ai_said: "Score 92".into(),
        chose: "Score 40".into(),
        reason: overrides::Reason::StaleData,
        note: "They left the market".into(),
        generated: false,
    })
    .unwrap();
    desk.put_off_finding(PutOffFinding {
        rule: Rule::LogsLocated,
        about: WORKFLOW.into(),
        part: None,
        until: "2026-04-01".into(),
        reason: "The vendor opens its logs in March".into(),
    })
    .unwrap();
}

/// Stopped from the lock screen, so the machine signs; whoever did it says so afterwards.
fn stop(desk: &mut Desk) {
    desk.lock(Nothing {}).unwrap();
    let (workflow, why) = (WORKFLOW.to_owned(), "It scores everybody 92".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: false }).unwrap();
    sign_in(desk, OPERATOR);
    let stop = "STOP-0001".to_owned();
    desk.attribute_stop(AttributeStop { stop: stop.clone() }).unwrap();
    desk.confirm_stop(ConfirmStop { stop, system: 0, words: "Job disabled".into() }).unwrap();
}

/// Seen to, waited for, resolved, reopened, and written down.
fn learn(desk: &mut Desk) {
    let (kind, severity) = (Kind::OutputError, Severity::High);
    let (what, pointer) = ("Every lead scored 92".to_owned(), "crm/lead".to_owned());
    let workflow = Some(WORKFLOW.to_owned());
    let reported = ReportException { kind, severity, workflow, what, pointer, from: None };
    let view = desk.report_exception(reported).unwrap();
    let found = view.open.iter().find(|row| row.kind == kind && row.severity == severity).unwrap();
    let exception = found.exception.clone();
    let named = || ExceptionNamed { exception: exception.clone() };
    let said = |words: &str| ExceptionWords { exception: exception.clone(), words: words.into() };
    desk.acknowledge_exception(named()).unwrap();
    desk.let_exception_wait(said("The vendor looks into it")).unwrap();
    desk.resume_exception(named()).unwrap();
    let decision = "DEC-0001".to_owned();
    desk.link_exception(LinkException { exception: exception.clone(), decision }).unwrap();
    let (of, words) = (exception.clone(), "Scores were recomputed".to_owned());
    desk.resolve_exception(ResolveException { exception: of, words }).unwrap();
    desk.reopen_exception(said("Six leads were left out")).unwrap();
    desk.write_postmortem(WritePostmortem {
        exception: exception.clone(),
        cause: "A stale join".into(),
        impact: "Forty calls to the wrong people".into(),
        done: "Recomputed".into(),
        changes: "The join is tested before each run".into(),
    })
    .unwrap();
}

//! The first 30 days: each condition turns with its cause, and with nothing else.

use std::collections::BTreeSet;

use domain::rollout::{
    Condition, Done, Happened, Met, Over, Record, Stage, Stand, Trail, Week, stand,
};
use domain::rule::{Among, Settings};
use domain::workflow::{
    ActionKind, Facts, Limits, Permission, Permitted, Status, Workflow, WriteStage,
};
use domain::{CadenceId, MetricRef, Text, WorkflowRef};

use crate::support::*;

const METRIC: MetricRef = MetricRef::new(5);

fn among() -> Among {
    Among {
        standing: company(),
        settings: Settings::default(),
        rows: BTreeSet::new(),
        measured: BTreeSet::from([METRIC]),
    }
}

fn happened(entry: u64) -> Happened {
    Happened { entry, at: at("2026-11-16T09:00:00Z") }
}

fn times(times: usize) -> Done {
    Done { times, first: (times > 0).then(|| happened(10)) }
}

fn over(cadence: &str, held: Option<u64>) -> Over {
    Over { cadence: CadenceId::new(cadence), held: held.map(happened) }
}

/// A workflow of which nothing is known.
fn bare(number: u32) -> Workflow {
    Workflow {
        workflow: WorkflowRef::new(number),
        status: Status::Draft,
        found_live: false,
        facts: Facts::default(),
    }
}

/// One that lacks nothing the plan asks of workflows.
fn whole(number: u32) -> Workflow {
    let row = Permission {
        action: ActionKind::Recommend,
        permitted: Permitted::Tier3,
        roles: vec![],
        condition: None,
        limits: Limits { approval_hours: Some(24), ..Limits::default() },
    };
    let facts = Facts {
        owner: Some(JONAS),
        approver: Some(role("executive-sponsor")),
        kill_switch_owner: Some(MAREN),
        permissions: vec![row],
        write_stage: Some(WriteStage::ReadOnlyAssist),
        data_risks: Some(vec![]),
        metrics: vec![METRIC],
        logs: Some(Text::new("In the warehouse.")),
        rollback_plan: Some(Text::new("Turn it off.")),
        ..Facts::default()
    };
    Workflow { facts, ..bare(number) }
}

/// A record in which everything is as the plan wants it.
fn complete<'a>(among: &'a Among, workflows: &'a [Workflow], reviews: &'a [Over]) -> Record<'a> {
    Record {
        among,
        workflows,
        pages: times(1),
        signers: 2,
        policies: 1,
        decided: times(1),
        logs: times(1),
        trail: Trail::Replays,
        trained: (3, 3),
        reviews,
    }
}

fn twice() -> Vec<Over> {
    vec![over("weekly", Some(20)), over("weekly", Some(30))]
}

/// Of a complete record that `change` changed, the conditions that are not met.
fn broken(change: impl FnOnce(&mut Record<'_>)) -> Vec<Condition> {
    let (among, workflows, reviews) = (among(), [whole(1)], twice());
    let mut record = complete(&among, &workflows, &reviews);
    change(&mut record);
    unmet(&record)
}

fn unmet(record: &Record<'_>) -> Vec<Condition> {
    let all = Condition::ALL.iter().copied();
    all.filter(|condition| stand(*condition, record).met != Met::Met).collect()
}

/// Of a complete record whose one workflow `change` changed, the conditions that are not met.
fn lacking(change: impl FnOnce(&mut Facts)) -> Vec<Condition> {
    let mut workflow = whole(1);
    change(&mut workflow.facts);
    let (among, workflows, reviews) = (among(), [workflow], twice());
    unmet(&complete(&among, &workflows, &reviews))
}

fn of_workflows(condition: Condition, workflows: &[Workflow]) -> Stand {
    stand(condition, &complete(&among(), workflows, &twice()))
}

#[test]
fn a_record_that_has_everything_meets_every_condition() {
    assert_eq!(broken(|_| ()), []);
}

#[test]
fn each_condition_turns_with_what_it_rests_on_and_with_nothing_else() {
    assert_eq!(broken(|record| record.pages = times(0)), [Condition::OnePage]);
    assert_eq!(broken(|record| record.signers = 1), [Condition::Signers]);
    assert_eq!(broken(|record| record.policies = 0), [Condition::Ruled]);
    assert_eq!(broken(|record| record.decided = times(0)), [Condition::Decided]);
    assert_eq!(broken(|record| record.logs = times(0)), [Condition::Logged]);
    assert_eq!(broken(|record| record.trail = Trail::Fails), [Condition::Replays]);
    assert_eq!(broken(|record| record.trained = (2, 3)), [Condition::Trained]);
    assert_eq!(broken(|record| record.trained = (0, 0)), [Condition::Trained], "none is in force");
    assert_eq!(broken(|record| record.reviews = &[]), [Condition::Reviewed, Condition::Repeated]);
}

#[test]
fn each_condition_on_workflows_turns_with_the_fact_it_asks_for() {
    assert_eq!(lacking(|facts| facts.write_stage = None), [Condition::Tiered]);
    assert_eq!(lacking(|facts| facts.permissions.clear()), [Condition::Tiered]);
    assert_eq!(lacking(|facts| facts.owner = None), [Condition::Owned]);
    assert_eq!(lacking(|facts| facts.kill_switch_owner = Some(GONE)), [Condition::Owned]);
    assert_eq!(lacking(|facts| facts.approver = Some(role("legal"))), [Condition::Approved]);
    assert_eq!(lacking(|facts| facts.data_risks = None), [Condition::Guarded]);
    assert_eq!(lacking(|facts| facts.rollback_plan = None), [Condition::Guarded]);
    assert_eq!(lacking(|facts| facts.logs = None), [Condition::Located]);
    assert_eq!(lacking(|facts| facts.metrics = vec![MetricRef::new(9)]), [Condition::Measured]);
}

#[test]
fn a_condition_on_every_workflow_says_how_many_have_it_and_names_those_that_do_not() {
    let stand = of_workflows(Condition::Owned, &[whole(1), bare(2), whole(3)]);
    assert_eq!(stand.says, "2 of 3 workflows");
    let lacking: Vec<_> = stand.lacking.iter().map(|one| one.workflow).collect();
    assert_eq!(lacking, [WorkflowRef::new(2)]);
}

#[test]
fn an_empty_register_meets_no_condition_on_workflows() {
    let asked = [
        Condition::Registered,
        Condition::Tiered,
        Condition::Owned,
        Condition::Approved,
        Condition::Guarded,
        Condition::Located,
        Condition::Measured,
    ];
    for condition in asked {
        assert_eq!(of_workflows(condition, &[]).met, Met::NotYet, "{}", condition.asks());
    }
    assert_eq!(of_workflows(Condition::Tiered, &[]).says, "No workflow yet");
}

#[test]
fn a_trail_that_nobody_checked_is_neither_met_nor_broken() {
    let (among, reviews) = (among(), twice());
    let record = Record { trail: Trail::Unchecked, ..complete(&among, &[], &reviews) };
    assert_eq!(stand(Condition::Replays, &record).met, Met::Unchecked);
}

#[test]
fn a_review_missed_between_two_begins_the_run_of_its_cadence_anew() {
    let (among, workflows) = (among(), [whole(1)]);
    let gap = [over("weekly", Some(20)), over("weekly", None), over("weekly", Some(30))];
    let stands = |reviews: &[Over]| {
        let stand = stand(Condition::Repeated, &complete(&among, &workflows, reviews));
        (stand.met, stand.says)
    };
    assert_eq!(stands(&gap), (Met::NotYet, "1 of 2 times running".to_owned()));
    let mixed = [over("weekly", Some(20)), over("daily", None), over("weekly", Some(30))];
    assert_eq!(stands(&mixed).0, Met::Met, "a missed one of another cadence is no gap in this");
}

#[test]
fn what_one_entry_met_first_says_which() {
    let (among, workflows) = (among(), [whole(1)]);
    let reviews = [over("weekly", Some(20)), over("weekly", Some(30)), over("weekly", Some(40))];
    let record = complete(&among, &workflows, &reviews);
    let first = |condition| stand(condition, &record).first.map(|first| first.entry);
    assert_eq!(first(Condition::Reviewed), Some(20));
    assert_eq!(first(Condition::Repeated), Some(30), "the second of the run");
    assert_eq!(first(Condition::Owned), None, "no one entry does");
}

#[test]
fn a_week_is_late_only_when_its_days_are_over_and_something_is_missing() {
    let stages = [7, 8, 15, 16].map(|day| Week::Approvals.stage(day, false));
    assert_eq!(stages, [Stage::Coming, Stage::Running, Stage::Running, Stage::Late]);
    assert_eq!(Week::Approvals.stage(40, true), Stage::Complete);
}

#[test]
fn every_week_asks_something_and_the_days_leave_no_gap() {
    for week in Week::ALL {
        let asked = Condition::ALL.iter().any(|condition| condition.week() == week);
        assert!(asked, "{} asks something", week.words());
    }
    let mut next = 1;
    for (first, last) in Week::ALL.map(Week::days) {
        assert_eq!(first, next, "it begins where the one before ended");
        next = last + 1;
    }
    assert_eq!(next, 31, "30 days");
}

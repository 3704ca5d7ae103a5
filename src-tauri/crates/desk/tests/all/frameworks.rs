//! Frameworks at the desk: what shows their requirements in a period, and what is left out.

use desk::operations::{
    AddWorkflow, AskAgain, AttachTo, CaptureEvidence, CoverageQuery, ExportCoverage,
    FrameworksView, LookBack, MapRequirement, Nothing, OverrideMade, PaperForm, RecordOverride,
    RequirementQuery, RequirementView, SettingGiven, ShownBy,
};
use desk::{Desk, Problem};
use domain::decision::{DecisionKind, DecisionState};
use domain::evidence::Class;
use domain::framework::{Coverage, Framework};
use domain::overrides::{Kind, Reason};
use domain::review::Outcome;
use domain::rule::Rule;

use crate::support::*;

/// Shown by what is attached or mapped to it, and by nothing else.
const ENVIRONMENT: &str = "NIST-MEASURE-2.12";
/// Shown by overrides and more.
const EXPLAINED: &str = "AIACT-86";

pub fn quarter(name: &str) -> CoverageQuery {
    CoverageQuery { period: Some(name.to_owned()), ..CoverageQuery::default() }
}

fn covered(desk: &mut Desk, within: CoverageQuery) -> FrameworksView {
    desk.frameworks(within).unwrap()
}

pub fn stands(desk: &mut Desk, requirement: &str, within: CoverageQuery) -> Coverage {
    one(desk, requirement, within).row.coverage
}

pub fn one(desk: &mut Desk, requirement: &str, within: CoverageQuery) -> RequirementView {
    desk.requirement(RequirementQuery { requirement: requirement.to_owned(), within }).unwrap()
}

fn with_workflow(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.add_workflow(AddWorkflow { name: "Lead scoring".into(), ..AddWorkflow::default() })
        .unwrap();
    desk
}

fn capture(desk: &mut Desk) {
    desk.capture_evidence(CaptureEvidence {
        title: "Energy of a model call, as the vendor states it".into(),
        class: Class::Commitment,
        url: "https://vendor.example/energy".into(),
        grant: None,
        keep: false,
        expires: None,
        to: Some(AttachTo { reference: ENVIRONMENT.into(), item: None }),
    })
    .unwrap();
}

fn overrule(desk: &mut Desk) -> OverrideMade {
    desk.record_override(RecordOverride {
        kind: Kind::Output,
        workflow: "WF-0001".into(),
        pointer: "006Aa00000Pq71".into(),
        ai_said: "92".into(),
        chose: "40".into(),
        reason: Reason::StaleData,
        note: String::new(),
        team: None,
        generated: false,
    })
    .unwrap()
}

fn mapping(shown: ShownBy) -> MapRequirement {
    MapRequirement {
        requirement: ENVIRONMENT.into(),
        shown,
        reason: "It says what the model uses.".into(),
        within: CoverageQuery::default(),
    }
}

fn thing(reference: &str) -> ShownBy {
    ShownBy::Thing { reference: reference.into() }
}

#[test]
fn a_new_workspace_has_gaps_and_what_it_starts_with() {
    let room = Room::new();
    let mut desk = room.founded();
    let view = covered(&mut desk, CoverageQuery::default());
    let known = [Framework::NistAiRmf, Framework::Iso42001, Framework::EuAiAct];
    let named: Vec<_> = view.frameworks.iter().map(|one| one.framework).collect();
    assert_eq!(named, known, "three frameworks");
    assert_eq!(view.period.name, "2026-Q4", "the quarter that runs");
    assert_eq!(stands(&mut desk, ENVIRONMENT, quarter("2026-Q4")), Coverage::None, "no evidence");
    let roles = stands(&mut desk, "NIST-GOVERN-2.1", quarter("2026-Q4"));
    assert_eq!(roles, Coverage::InPeriod, "the start-up RACI matrices are in force");
    for framework in &view.frameworks {
        let counted: u32 = framework.counts.iter().map(|one| one.requirements).sum();
        let rows = u32::try_from(framework.requirements.len()).unwrap();
        assert_eq!(counted, rows, "{} counts each once", framework.name);
    }
}

#[test]
fn what_is_done_in_a_quarter_is_only_earlier_in_the_next() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    capture(&mut desk);
    assert_eq!(stands(&mut desk, ENVIRONMENT, quarter("2026-Q4")), Coverage::InPeriod, "today");
    room.later(60 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let later = one(&mut desk, ENVIRONMENT, CoverageQuery::default());
    assert_eq!(later.period.name, "2027-Q1", "two months on");
    assert_eq!(later.row.coverage, Coverage::Earlier, "nobody attached anything since");
    assert_eq!((later.row.inside, later.row.earlier), (0, 1), "counted where it belongs");
    assert_eq!(
        stands(&mut desk, ENVIRONMENT, quarter("2026-Q4")),
        Coverage::InPeriod,
        "and its own quarter keeps it"
    );
}

#[test]
fn what_stands_is_evidence_in_every_period_at_whose_end_it_stands() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    room.later(60 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let roles = one(&mut desk, "NIST-GOVERN-2.1", CoverageQuery::default());
    assert_eq!(roles.row.coverage, Coverage::InPeriod, "the matrices are in force still");
    let raci = roles.sources.iter().find(|source| source.words.starts_with("RACI")).unwrap();
    assert!(raci.stands && raci.newest[0].at.is_none(), "it stands, and was done at no moment");
}

#[test]
fn evidence_leads_to_what_it_is() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let made = overrule(&mut desk);
    let view = one(&mut desk, EXPLAINED, CoverageQuery::default());
    let overrides = view.sources.iter().find(|one| one.words == "Overrides recorded").unwrap();
    assert_eq!(overrides.inside, 1, "one was recorded");
    assert_eq!(overrides.newest[0].reference.as_ref(), Some(&made.reference), "and leads there");
}

#[test]
fn evidence_of_something_else_shows_nothing() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    capture(&mut desk);
    let other = one(&mut desk, "AIACT-26(7)", CoverageQuery::default());
    let attached = other.sources.last().unwrap();
    assert_eq!(attached.words, "Evidence attached to it", "every requirement may have some");
    assert_eq!(attached.inside, 0, "and none of another");
}

#[test]
fn evidence_that_was_taken_off_shows_nothing() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    capture(&mut desk);
    desk.detach_evidence(desk::operations::DetachEvidence {
        evidence: "EVD-0001".into(),
        from: AttachTo { reference: ENVIRONMENT.into(), item: None },
        reason: "It is another vendor's.".into(),
    })
    .unwrap();
    assert_eq!(
        stands(&mut desk, ENVIRONMENT, CoverageQuery::default()),
        Coverage::None,
        "attached to nothing, it bears nothing out"
    );
}

#[test]
fn a_team_says_what_else_shows_a_requirement_and_takes_it_back() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let mapped = desk.map_requirement(mapping(thing("WF-0001"))).unwrap();
    assert_eq!(mapped.row.coverage, Coverage::InPeriod, "the workflow stands on the register");
    let shown = &mapped.mapped[0];
    assert_eq!(shown.reason.as_deref(), Some("It says what the model uses."), "with its reason");
    let again = desk.map_requirement(mapping(thing("WF-0001")));
    assert_eq!(code(again), "mapped-already", "once is enough");
    let unknown = desk.map_requirement(mapping(thing("WF-0099")));
    assert_eq!(code(unknown), "unknown", "the record has no such thing");
    let gone = desk.unmap_requirement(mapping(thing("WF-0001"))).unwrap();
    assert_eq!(gone.row.coverage, Coverage::None, "and it shows nothing any more");
    holds(&mut desk, "whoever keeps the desk may");
}

#[test]
fn a_mapped_rule_shows_it_while_it_is_on_and_an_item_once_it_is_answered() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let rule = ShownBy::Rule { rule: Rule::ALL[0] };
    let by_rule = desk.map_requirement(mapping(rule.clone())).unwrap();
    assert_eq!(by_rule.row.coverage, Coverage::InPeriod, "the rule is on");
    desk.unmap_requirement(mapping(rule)).unwrap();
    let item = ShownBy::Item { cadence: "weekly".into(), item: "anomalies".into() };
    let by_item = desk.map_requirement(mapping(item)).unwrap();
    assert_eq!(by_item.row.coverage, Coverage::None, "no call was held yet");
    hold(&mut desk, "WEEKLY-2026-W47");
    close(&mut desk, "WEEKLY-2026-W47", PASSPHRASE).unwrap();
    let held = one(&mut desk, ENVIRONMENT, CoverageQuery::default());
    assert_eq!(held.row.coverage, Coverage::InPeriod, "the call answered it");
    assert_eq!(
        held.mapped[0].newest[0].reference.as_deref(),
        Some("WEEKLY-2026-W47"),
        "and it leads to that call"
    );
}

#[test]
fn leaving_a_requirement_out_takes_two_and_is_said_with_its_reason() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let why = "We are no public authority.";
    let given = SettingGiven::Scope { of: "AIACT-26(8)".into(), why: why.into() };
    let (says, state) = set_by_two(&mut desk, DecisionKind::RuleSetting, given);
    assert_eq!(state, DecisionState::Applied, "the sponsor agreed");
    assert_eq!(
        says,
        format!("AIACT-26(8): Asked → Not asked here: {why}"),
        "whoever signs reads what is left out and why"
    );
    let out = one(&mut desk, "AIACT-26(8)", CoverageQuery::default()).row;
    assert_eq!(out.coverage, Coverage::OutOfScope, "it is not asked");
    assert_eq!(out.out.unwrap().why.as_deref(), Some(why), "and everybody reads why");
    let again = AskAgain {
        of: "AIACT-26(8)".into(),
        why: "We took on a public client.".into(),
        within: CoverageQuery::default(),
    };
    desk.ask_again(again).unwrap();
    let asked = stands(&mut desk, "AIACT-26(8)", CoverageQuery::default());
    assert_eq!(asked, Coverage::None, "one person asks for it again");
    holds(&mut desk, "each was entered as its rule says");
}

#[test]
fn a_framework_that_is_left_out_takes_all_its_requirements_along() {
    let room = Room::new();
    let mut desk = room.founded();
    let given = SettingGiven::Scope { of: "AIACT".into(), why: "We sell outside the EU.".into() };
    set_by_two(&mut desk, DecisionKind::RuleSetting, given);
    let view = covered(&mut desk, CoverageQuery::default());
    let act = view.frameworks.iter().find(|one| one.framework == Framework::EuAiAct).unwrap();
    assert!(act.out.is_some(), "it says so itself");
    let all = act.requirements.iter().all(|row| row.coverage == Coverage::OutOfScope);
    assert!(all, "and of every article");
}

#[test]
fn a_look_back_shows_what_there_was() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let before = size(&mut desk);
    capture(&mut desk);
    desk.look_back(LookBack { as_of: before.to_string() }).unwrap();
    let then = stands(&mut desk, ENVIRONMENT, CoverageQuery::default());
    assert_eq!(then, Coverage::None, "it was not captured yet");
    desk.return_to_now(Nothing {}).unwrap();
    let now = stands(&mut desk, ENVIRONMENT, CoverageQuery::default());
    assert_eq!(now, Coverage::InPeriod, "it is there now");
}

#[test]
fn a_period_is_named_whole_or_by_two_days_in_order() {
    let room = Room::new();
    let mut desk = room.founded();
    let days = |from: &str, to: &str| CoverageQuery {
        period: None,
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
    };
    let mut asked = |within: CoverageQuery| -> Result<String, Problem> {
        desk.frameworks(within).map(|view| format!("{} {}", view.period.from, view.period.to))
    };
    assert_eq!(asked(quarter("2026-Q4")).unwrap(), "2026-10-01 2026-12-31", "a fiscal quarter");
    assert_eq!(asked(quarter("2026-11")).unwrap(), "2026-11-01 2026-11-30", "a month");
    assert_eq!(asked(days("2026-11-16", "2026-11-16")).unwrap(), "2026-11-16 2026-11-16", "a day");
    assert_eq!(code(asked(days("2026-02-03", "2026-02-02"))), "bad-request", "backwards");
    assert_eq!(code(asked(quarter("2026-Q5"))), "not-a-period", "there is no fifth");
    let half = CoverageQuery { from: Some("2026-02-03".into()), ..CoverageQuery::default() };
    assert_eq!(code(asked(half)), "bad-request", "half a period");
    for (within, why) in [
        (quarter("2026-Q3"), "it was over before the workspace began"),
        (days("2026-02-03", "2026-02-04"), "as were these days"),
        (quarter("2027-Q1"), "it is still to come"),
        (days("2030-01-01", "2030-01-02"), "as are these days"),
    ] {
        assert_eq!(code(asked(within)), "no-such-moment", "{why}");
    }
}

#[test]
fn an_item_that_did_not_apply_shows_nothing() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let item = ShownBy::Item { cadence: "weekly".into(), item: "anomalies".into() };
    desk.map_requirement(mapping(item)).unwrap();
    let asked = |desk: &mut Desk| {
        let view = one(desk, "NIST-MEASURE-3.1", CoverageQuery::default());
        let items = view.sources.iter().filter(|one| one.words.contains("answered in reviews"));
        items.map(|one| one.inside).sum::<u32>()
    };
    hold(&mut desk, "WEEKLY-2026-W47");
    let review = "WEEKLY-2026-W47";
    answer(&mut desk, review, "anomalies", Outcome::NotApplicable, "No such work yet").unwrap();
    close(&mut desk, "WEEKLY-2026-W47", PASSPHRASE).unwrap();
    let mapped = one(&mut desk, ENVIRONMENT, CoverageQuery::default()).row;
    assert_eq!(
        mapped.coverage,
        Coverage::None,
        "whoever mapped the item reads that it did not apply"
    );
    assert_eq!(asked(&mut desk), 0, "nor does it show what it would by itself");
}

#[test]
fn a_metric_that_the_desk_counts_is_evidence_once_a_period_has_a_value() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    let counted = |desk: &mut Desk, within: CoverageQuery| -> Vec<(Option<String>, bool)> {
        let view = one(desk, "NIST-MEASURE-2.4", within);
        let words = "Operations metrics with values";
        let source = view.sources.into_iter().find(|one| one.words == words).unwrap();
        source.newest.into_iter().map(|one| (one.name, one.inside)).collect()
    };
    assert_eq!(counted(&mut desk, quarter("2026-Q4")), [], "no week is over yet");
    room.later(7 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let after = counted(&mut desk, quarter("2026-Q4"));
    let week = (Some("counted for 2026-W47".to_owned()), true);
    assert!(after.contains(&week), "of the week that is over: {after:?}");
    room.later(60 * 24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let then = counted(&mut desk, quarter("2026-Q4"));
    assert!(then.iter().all(|(_, inside)| *inside), "of the quarter that is over: {then:?}");
}

#[test]
fn the_coverage_leaves_as_pages_and_as_a_table_with_gaps_first() {
    let room = Room::new();
    let mut desk = with_workflow(&room);
    for (form, name) in [(PaperForm::Pdf, "coverage.pdf"), (PaperForm::Csv, "coverage.csv")] {
        let within = quarter("2026-Q4");
        let grant = room.grant(name);
        let written =
            desk.export_coverage(ExportCoverage { framework: None, within, form, grant }).unwrap();
        assert!(written.entry.is_some(), "{name} leaves with an entry");
    }
    let pdf = std::fs::read(room.path("coverage.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"), "pages");
    let csv = std::fs::read_to_string(room.path("coverage.csv")).unwrap();
    let states: Vec<&str> = csv
        .lines()
        .filter(|line| line.contains("NIST-"))
        .map(|line| if line.contains("No evidence") { "gap" } else { "shown" })
        .collect();
    assert_eq!(states.len(), 72, "each subcategory has its line");
    assert!(states.is_sorted(), "gaps stand before what is shown: {states:?}");
    let trained = csv.lines().find(|line| line.contains("NIST-GOVERN-2.2")).unwrap();
    assert!(trained.contains("no training is in force"), "and say what is missing: {trained}");
    let all = Framework::ALL.into_iter().flat_map(Framework::requirements).count();
    assert_eq!(csv.lines().count(), all + 1, "a line each, and the heads");
}

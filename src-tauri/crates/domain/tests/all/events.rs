//! Every event as it stands in ledgers for ever: one example of each, frozen.
//!
//! A failure here means that files written before could no longer be read or would no longer
//! verify. An event's shape never changes: a new field is optional and gets an example of its own;
//! anything else is a new event.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Weekday;
use domain::action::{
    ActionDone, ActionDropped, ActionHandedOver, ActionRaised, ActionReopened, ActionRescheduled,
    Source,
};
use domain::batch::{
    BatchImported, BatchPurged, Bound, Column, Completeness, Field, File, Gap, Origin, ReadAs,
    Treatment,
};
use domain::cadence::{
    CadenceRetired, CadenceSet, CalendarSet, ChecklistItem, DayOfMonth, DayOfQuarter, Holiday,
    OnHoliday, Pulled, Rhythm,
};
use domain::check::{
    Asks, BinCount, CheckRecorded, Distance, Found as Counted, Group, ItemOf, Picked, Rows,
    SegmentCount,
};
use domain::decision::{
    Change, Class, DecisionApplied, DecisionKind, DecisionProposed, DecisionRightsSet,
    DecisionVoted, DecisionWithdrawn, EvidenceAsked, EvidenceShown, How, PermitTerms, PermitUsed,
    RaciChange, Request, Revoke, Right, RightsChange, Seat, Setting, SettingChange, Stated, Turn,
    WorkflowChange,
};
use domain::evidence::{
    Class as EvidenceClass, EvidenceAttached, EvidenceCaptured, EvidenceDetached, EvidenceEmbedded,
    EvidenceErased, EvidenceRechecked, Found, Pointer, Target,
};
use domain::exception::{
    self, Cause, ExceptionAcknowledged, ExceptionAssigned, ExceptionLinked, ExceptionRaised,
    ExceptionReopened, ExceptionResolved, ExceptionResumed, ExceptionSeveritySet,
    ExceptionUnlinked, ExceptionWaiting, PostmortemWritten, Severity,
};
use domain::framework::{FrameworkMapped, FrameworkScoped, FrameworkUnmapped, Shown};
use domain::metric::{
    BaselineSet, Class as MetricClass, Definition, Derived, Direction, MetricChanged,
    MetricRetired, MetricsDefined, ObservationCorrected, ObservationRecorded, Span, Terms, Unit,
};
use domain::overrides::{self, OverrideRecorded};
use domain::people::{
    AbsenceRecorded, AbsenceWithdrawn, DeputiesNamed, KeyEnrolled, KeyReplaced, KeyRetired,
    MachineEnrolled, MembershipEnded, MembershipGiven, OnCallSet, PersonAdded, PersonChanged,
    PersonLeft, RoleDefinition, RoleEnded, RoleGiven, RolesDefined, SignedStatement, Stint,
    TeamDisbanded, TeamSet,
};
use domain::policy::{
    Kind as PolicyKind, PolicyAdopted, PolicyAttested, PolicyDrafted, PolicyRetired, PolicyRevised,
    Section, Terms as Policy,
};
use domain::population::Test;
use domain::raci::{Matrix, RaciApplied, RaciDiscarded, RaciDrafted, Row};
use domain::review::{
    AddendumWritten, AttendanceStated, ChairTaken, Figure, ItemAnswered, Outcome, Presence,
    ReviewClosed, ReviewCountersigned, ReviewHeld, ReviewOpened, Spent, TierJudged, TierShown,
    TierVerdict,
};
use domain::rule::{FindingPutOff, Number, Rule, RulesSet, Settings};
use domain::sample::{
    Attribute, Extension, Finding, Held, Layer, Method, Only, Population, Reviewer,
    SampleAbandoned, SampleConfirmed, SampleDrawn, SampleExtended, SamplePlanned, SampleTested,
    Size,
};
use domain::stop::{StopAttributed, StopConfirmed, WorkflowStopped};
use domain::workflow::{
    ActionKind, Certification, CostBenefit, DataRisk, Fact, Facts, Kind, Limits, Permission,
    Permitted, Phase, Standard, Status, Tier, TrainingUse, Window, WorkflowDescribed,
    WorkflowRegistered, WorkflowStatusSet, WriteStage,
};
use domain::workspace::{
    CheckpointRecorded, ClockAcknowledged, ExportMade, Founder, HeadSeen, ImportRecorded,
    MachineKey, RejectedRow, RestoreDeclared, TextErased, WorkspaceCreated,
};
use domain::{
    AbsenceRef, ActionRef, BatchRef, CadenceId, CheckRef, DecisionRef, Event, EvidenceRef,
    ExceptionRef, FigureId, ItemId, MetricRef, OverrideRef, PermitRef, PersonRef, PolicyRef,
    RaciId, RaciRowId, ReviewRef, SampleRef, StopRef, TeamRef, Text, WorkflowRef,
};

use crate::support::*;

const GOLDEN: &str = include_str!("../golden/events.json");

fn words(words: &str) -> Text {
    Text::new(words)
}

fn some(words: &str) -> Option<Text> {
    Some(Text::new(words))
}

fn review() -> ReviewRef {
    ReviewRef::new("WEEKLY-2026-W47")
}

fn examples() -> Vec<Event> {
    let mut all = beginnings();
    all.extend(standing_in());
    all.extend(keys());
    all.extend(workflows());
    all.extend(metrics());
    all.extend(raci());
    all.extend(reviews());
    all.extend(the_file_itself());
    all.extend(calls());
    all.extend(actions());
    all.extend(rhythms());
    all.extend(rules());
    all.extend(stops());
    all.extend(decisions());
    all.extend(evidence());
    all.extend(exceptions());
    all.extend(settings());
    all.extend(batches());
    all.extend(samples());
    all.extend(checks());
    all.extend(exceeded());
    all.extend(frameworks());
    all.extend(policies());
    all.push(reviewed());
    all.extend(signed_off());
    all.push(continued());
    all.extend(retired());
    all.push(retiered());
    all.push(read_as());
    all
}

/// An action log with a word that was read as a kind of action.
fn read_as() -> Event {
    let bound = |count| Bound { count, root: "AAAA".into() };
    BatchImported {
        batch: BatchRef::new(7),
        origin: Origin {
            source: words("Log"),
            query: None,
            pulled_at: None,
            pulled_by: None,
            workflow: None,
        },
        file: File {
            name: words("log.csv"),
            sha256: "ab".repeat(32),
            bytes: 4096,
            encoding: "UTF-8".into(),
        },
        columns: vec![Column {
            field: Field::Action,
            head: words("head"),
            treatment: Treatment::Keep,
        }],
        kinds: vec![ReadAs { word: words("execute_tool"), kind: ActionKind::ChangeStage }],
        rows: bound(40),
        rejected: bound(2),
        duplicates: 0,
        completeness: Completeness::default(),
        salt: words("00112233445566778899aabbccddeeff"),
        key: words("key"),
    }
    .into()
}

/// An audit's answer with a verdict on each workflow's tier.
fn retiered() -> Event {
    let judged = |workflow, verdict, shown, note: Option<Text>| TierJudged {
        workflow: WorkflowRef::new(workflow),
        verdict,
        shown,
        note,
    };
    ItemAnswered {
        review: ReviewRef::new("QUARTERLY-2026-Q4"),
        item: ItemId::new("re-tier"),
        outcome: Outcome::Fine,
        note: None,
        seconds: 610,
        shown: vec![],
        tiers: vec![
            judged(7, TierVerdict::Keep, TierShown::Stays, None),
            judged(8, TierVerdict::Lower, TierShown::Down, some("Until the vendor is certified.")),
            judged(9, TierVerdict::Raise, TierShown::Up, None),
            judged(12, TierVerdict::Retire, TierShown::Stays, some("Nobody uses it.")),
        ],
    }
    .into()
}

/// An audit whose items pull their evidence, closed and countersigned with words.
fn signed_off() -> Vec<Event> {
    let review = ReviewRef::new("QUARTERLY-2026-Q4");
    vec![
        CadenceSet {
            cadence: CadenceId::new("quarterly"),
            name: words("Quarterly audit"),
            rhythm: Rhythm::BusinessDay,
            time: "14:00:00".parse().unwrap(),
            zone: "UTC".into(),
            on_holiday: None,
            minutes: 120,
            chair: role("revops"),
            required: vec![role("revops")],
            quorum: 1,
            countersigned_by: None,
            from: day("2027-01-01"),
            checklist: vec![ChecklistItem {
                item: ItemId::new("everything"),
                title: words("Everything"),
                group: None,
                question: words("What does the quarter show?"),
                guidance: None,
                minutes: 90,
                figures: Vec::new(),
                metrics: Vec::new(),
                pulls: Pulled::ALL.to_vec(),
            }],
        }
        .into(),
        ReviewClosed {
            review: review.clone(),
            fine: 1,
            attention: 0,
            breach: 0,
            not_applicable: 0,
            roles_reached: 1,
            roles_required: 1,
            spent: vec![],
            narrative: some("One workflow was stopped and came back."),
        }
        .into(),
        ReviewCountersigned {
            review,
            closed_by_entry: 512,
            statement: some("I stand behind the stop."),
            signed: None,
        }
        .into(),
    ]
}

/// A pack that begins after a head its reader holds.
fn continued() -> Event {
    ExportMade {
        what: "pack".into(),
        form: "zip".into(),
        as_of: 130,
        period: Some("2026-Q4".into()),
        review: None,
        decision: None,
        exception: None,
        policy: None,
        file: None,
        manifest: Some("ef".repeat(32)),
        since: Some(format!("129:{}", "ab".repeat(32))),
    }
    .into()
}

/// Policies as they are written, decided and attested.
fn policies() -> Vec<Event> {
    let policy = PolicyRef::new(2);
    let section = Section { heading: words("Customer data"), body: words("- Use the least.") };
    let bare = Policy {
        title: words("Acceptable use"),
        kind: PolicyKind::AcceptableUse,
        sections: vec![section.clone()],
        roles: vec![],
        again_days: None,
    };
    let full = Policy {
        title: words("Working with suggestions"),
        kind: PolicyKind::Training,
        roles: vec![role("sdr")],
        again_days: Some(365),
        sections: vec![section],
    };
    let adopted = |version, terms: &Policy| PolicyAdopted {
        policy,
        version,
        hash: "9f".repeat(32),
        terms: terms.clone(),
    };
    let change = SettingChange {
        before: Some(Setting::Policy(adopted(1, &bare))),
        after: Setting::Policy(adopted(2, &full)),
    };
    let right = Right {
        kind: DecisionKind::PolicyAdoption,
        workflow: None,
        propose: vec![role("revops")],
        consult: vec![],
        consult_first: false,
        approve: vec![role("executive-sponsor")],
        how: How::Any,
        hours: 120,
        evidence: vec![],
    };
    let proposed = DecisionProposed {
        decision: DecisionRef::new(31),
        kind: DecisionKind::PolicyAdoption,
        title: words("Adopt version 2"),
        change: Change::Setting(Box::new(change)),
        rationale: words("It names the new tools."),
        rollback_plan: None,
        evidence: vec![],
        right,
        basis: 17,
        until: at("2026-11-19T09:00:00Z"),
        undoes: None,
    };
    let statement = SignedStatement { statement: "{}".into(), signature: "AAAA".into() };
    vec![
        PolicyDrafted { policy, terms: bare.clone() }.into(),
        PolicyRevised { policy, version: 2, terms: full }.into(),
        proposed.into(),
        adopted(1, &bare).into(),
        PolicyAttested { policy, version: 2, statement }.into(),
    ]
}

/// A policy that a decision takes out of force, and one that left as a document.
fn retired() -> Vec<Event> {
    let policy = PolicyRef::new(2);
    let setting = Setting::PolicyRetired(PolicyRetired { policy });
    let right = Right {
        kind: DecisionKind::PolicyAdoption,
        workflow: None,
        propose: vec![role("revops")],
        consult: vec![],
        consult_first: false,
        approve: vec![role("executive-sponsor")],
        how: How::Any,
        hours: 120,
        evidence: vec![],
    };
    let proposed = DecisionProposed {
        decision: DecisionRef::new(32),
        kind: DecisionKind::PolicyAdoption,
        title: words("Retire it"),
        change: Change::Setting(Box::new(SettingChange { before: None, after: setting })),
        rationale: words("The new one says it all."),
        rollback_plan: None,
        evidence: vec![],
        right,
        basis: 17,
        until: at("2026-11-19T09:00:00Z"),
        undoes: None,
    };
    let left = ExportMade {
        what: "policy".into(),
        form: "pdf".into(),
        as_of: 130,
        period: None,
        review: None,
        decision: None,
        exception: None,
        policy: Some(policy),
        file: Some("ab".repeat(32)),
        manifest: None,
        since: None,
    };
    vec![proposed.into(), PolicyRetired { policy }.into(), left.into()]
}

/// A permit that was used beyond what it allows.
fn exceeded() -> Vec<Event> {
    let raised = ExceptionRaised {
        exception: ExceptionRef::new(14),
        kind: exception::Kind::Anomaly,
        severity: Severity::High,
        workflow: None,
        what: words("PRM-0004 (Data export) was used for 12, and allows 10."),
        pointer: None,
        routed: role("revops"),
        beside: vec![],
        cause: Cause::Permit { permit: PermitRef::new(4) },
    };
    vec![raised.into()]
}

/// Action logs that were taken in and purged, and what was found in one.
fn batches() -> Vec<Event> {
    let batch = BatchRef::new(7);
    let bound = |count| Bound { count, root: "AAAA".into() };
    let column = |field, treatment| Column { field, head: words("head"), treatment };
    let whole = BatchImported {
        batch,
        origin: Origin {
            source: words("HubSpot"),
            query: some("last week"),
            pulled_at: Some(at("2026-11-20T09:00:00Z")),
            pulled_by: some("Ines"),
            workflow: Some(WorkflowRef::new(4)),
        },
        file: File {
            name: words("log.csv"),
            sha256: "ab".repeat(32),
            bytes: 4096,
            encoding: "UTF-8".into(),
        },
        columns: vec![column(Field::Time, Treatment::Keep), column(Field::After, Treatment::Hash)],
        kinds: vec![],
        rows: bound(40),
        rejected: bound(2),
        duplicates: 1,
        completeness: Completeness {
            first: Some(at("2026-11-09T09:00:00Z")),
            last: Some(at("2026-11-13T17:00:00Z")),
            empty_days: 2,
            gaps: vec![Gap { from: day("2026-11-10"), to: day("2026-11-11") }],
        },
        salt: words("00112233445566778899aabbccddeeff"),
        key: words("key"),
    };
    let bare = BatchImported {
        origin: Origin {
            source: words("Log"),
            query: None,
            pulled_at: None,
            pulled_by: None,
            workflow: None,
        },
        columns: vec![],
        duplicates: 0,
        completeness: Completeness::default(),
        ..whole.clone()
    };
    let raised = ExceptionRaised {
        exception: ExceptionRef::new(13),
        kind: exception::Kind::Anomaly,
        severity: Severity::High,
        workflow: None,
        what: words("3 AI actions without approval"),
        pointer: None,
        routed: role("revops"),
        beside: vec![],
        cause: Cause::Population { batch, test: Test::Unapproved, count: 3 },
    };
    let purged = BatchPurged { batch, why: words("Kept for a year.") };
    vec![whole.into(), bare.into(), purged.into(), raised.into()]
}

/// A plan that names whose signature draws it.
fn reviewed() -> Event {
    SamplePlanned {
        sample: SampleRef::new(10),
        title: words("Outbound emails"),
        population: Population {
            batch: BatchRef::new(8),
            rows: 12,
            root: "cm9vdA==".into(),
            only: None,
            strata_by: None,
            strata: vec![Layer { name: None, rows: 12, take: 2 }],
        },
        method: Method::Simple,
        size: Size::Percent { percent: 10 },
        attributes: Attribute::ALL.to_vec(),
        extension: None,
        review: None,
        item: None,
        until: at("2026-12-08T09:00:00Z"),
        reviewer: Some(Reviewer { person: PersonRef::new(2), key: "1c7ec847".into() }),
    }
    .into()
}

/// A sample from its plan to its confirmation, and one given up.
fn samples() -> Vec<Event> {
    let sample = SampleRef::new(9);
    let statement =
        |about: &str| SignedStatement { statement: about.into(), signature: "c2ln".into() };
    let layer = |name: Option<&str>, rows, take| Layer { name: name.map(words), rows, take };
    let plan = SamplePlanned {
        sample,
        title: words("Outbound emails"),
        population: Population {
            batch: BatchRef::new(7),
            rows: 248,
            root: "cm9vdA==".into(),
            only: None,
            strata_by: None,
            strata: vec![layer(None, 248, 25)],
        },
        method: Method::Simple,
        size: Size::Percent { percent: 10 },
        attributes: Attribute::ALL.to_vec(),
        extension: None,
        review: None,
        item: None,
        until: at("2026-12-01T09:00:00Z"),
        reviewer: None,
    };
    let stratified = SamplePlanned {
        population: Population {
            only: Some(Only { field: "workflow".into(), says: words("WF-0007") }),
            strata_by: Some("segment".into()),
            strata: vec![layer(Some("DACH"), 200, 47), layer(None, 48, 12)],
            ..plan.population.clone()
        },
        method: Method::Stratified,
        size: Size::Guidance { below_percent: 5 },
        attributes: vec![Attribute::Correct, Attribute::Disclosed],
        extension: Some(Extension { errors: 1, rows: 20 }),
        review: Some(review()),
        ..plan.clone()
    };
    let by_number =
        SamplePlanned { method: Method::EveryKth, size: Size::Number { rows: 10 }, ..plan.clone() };
    let of_the_week = SamplePlanned {
        review: Some(review()),
        item: Some(ItemId::new("random-actions")),
        ..by_number.clone()
    };
    let findings = [Held::Yes, Held::No, Held::NotApplicable].into_iter().zip(Attribute::ALL);
    let findings = findings.map(|(held, attribute)| Finding { attribute, held }).collect();
    vec![
        plan.into(),
        stratified.into(),
        by_number.into(),
        SampleDrawn {
            sample,
            statement: statement("{\"kind\":\"seed\"}"),
            seed: "ab".repeat(32),
            rows: vec![173, 17, 141],
        }
        .into(),
        SampleTested {
            sample,
            row: 173,
            findings,
            note: some("Names a competitor."),
            evidence: vec![EvidenceRef::new(214)],
            acted: Some(at("2026-11-12T08:07:00Z")),
        }
        .into(),
        SampleTested {
            sample,
            row: 17,
            findings: vec![],
            note: None,
            evidence: vec![],
            acted: None,
        }
        .into(),
        SampleExtended { sample, more: vec![17, 4], rows: vec![198, 115] }.into(),
        SampleConfirmed {
            sample,
            statement: statement("{\"kind\":\"confirmation\"}"),
            tested: 25,
            errors: 1,
        }
        .into(),
        SampleAbandoned { sample }.into(),
        of_the_week.into(),
    ]
}

/// A check of each kind.
fn checks() -> Vec<Event> {
    let check = CheckRef::new(4);
    let rows =
        |batch| Rows { batches: vec![BatchRef::new(batch)], from: None, to: None, only: None };
    let some_rows = Rows {
        from: Some(at("2026-11-02T00:00:00Z")),
        to: Some(at("2026-11-09T00:00:00Z")),
        only: Some(Only { field: "workflow".into(), says: words("WF-0007") }),
        ..rows(7)
    };
    let segment = |name, selected, all| SegmentCount { name: words(name), selected, all };
    let fairness = CheckRecorded {
        check,
        asks: Asks::Fairness {
            rows: some_rows.clone(),
            by: Field::Segment,
            picked: Picked::OneOf { field: Field::Outcome, says: vec![words("meeting")] },
        },
        found: Counted::Fairness {
            segments: vec![segment("DACH", 48, 80), segment("Nordics", 12, 40)],
            left_out: 3,
        },
        item: Some(ItemOf { cadence: CadenceId::new("quarterly"), item: ItemId::new("bias") }),
        note: some("The Nordics list was bought; sales looks at it."),
    };
    let by_score = CheckRecorded {
        asks: Asks::Fairness {
            rows: rows(7),
            by: Field::Segment,
            picked: Picked::AtLeast { field: Field::Score, value: "0.7".into() },
        },
        item: None,
        note: None,
        ..fairness.clone()
    };
    let bin = |name, before, now| BinCount { name: words(name), before, now };
    let drift = CheckRecorded {
        asks: Asks::Drift {
            before: rows(6),
            now: some_rows,
            of: Field::Score,
            by: Some(Field::Segment),
        },
        found: Counted::Drift {
            groups: vec![
                Group {
                    name: None,
                    bins: vec![bin("to 0.5", 60, 40), bin("over 0.5", 20, 80)],
                    distance: Some(Distance {
                        most: "0.41".into(),
                        p: "0.0001".into(),
                        exact: true,
                    }),
                },
                Group { name: some("DACH"), bins: vec![bin("mail", 3, 4)], distance: None },
            ],
            left_out: 0,
        },
        ..by_score.clone()
    };
    let file = File {
        name: words("dossiers.csv"),
        sha256: "9f".repeat(32),
        bytes: 812,
        encoding: "UTF-8".into(),
    };
    let level = CheckRecorded {
        asks: Asks::ServiceLevel { what: words("Dossiers 48 h ahead"), file },
        found: Counted::ServiceLevel { on_time: 22, late: 2, overdue: 1, waiting: 3, rejected: 1 },
        ..by_score.clone()
    };
    [fairness, by_score, drift, level].map(Event::from).into()
}

/// What shows requirements, and which are asked.
fn frameworks() -> Vec<Event> {
    let requirement = || "NIST-GOVERN-6.1".to_owned();
    let thing = || Shown::Thing { reference: "EVD-0120".to_owned() };
    let item = Shown::Item { cadence: CadenceId::new("weekly"), item: ItemId::new("anomalies") };
    let rule = Shown::Rule { rule: Rule::ALL[0] };
    let mapped = |shown| {
        let reason = words("The vendor's answers to our questions.");
        FrameworkMapped { requirement: requirement(), shown, reason }.into()
    };
    let mut events: Vec<Event> = [thing(), item, rule].map(mapped).into();
    let reason = words("It was another vendor's.");
    events.push(FrameworkUnmapped { requirement: requirement(), shown: thing(), reason }.into());
    events.push(left_out().into());
    events.push(FrameworkScoped { of: "AIACT".to_owned(), out: None }.into());
    let leave = SettingChange { before: None, after: Setting::Scope(left_out()) };
    events.push(proposed(13, leave));
    events
}

fn left_out() -> FrameworkScoped {
    FrameworkScoped { of: "AIACT-26(8)".to_owned(), out: some("We are no public authority.") }
}

/// Settings that a decision loosens.
fn settings() -> Vec<Event> {
    let metric = MetricRef::new(2);
    let baseline = |of: &str| {
        let from = "2026-Q4".parse().unwrap();
        Setting::Baseline(BaselineSet { metric, value: value(of), from })
    };
    let holiday = Holiday { date: day("2026-12-24"), name: words("Christmas Eve") };
    let calendar = CalendarSet { business_days: vec![Weekday::Mon], holidays: vec![holiday] };
    let retired = CadenceRetired { cadence: CadenceId::new("daily") };
    let changes = [
        SettingChange { before: Some(baseline("1200.5")), after: baseline("1100") },
        SettingChange { before: None, after: Setting::Calendar(calendar) },
        SettingChange { before: None, after: Setting::CadenceRetired(retired) },
        SettingChange { before: None, after: Setting::MetricRetired(MetricRetired { metric }) },
    ];
    let proposed = |(number, change): (usize, SettingChange)| proposed(number as u32 + 9, change);
    changes.into_iter().enumerate().map(proposed).collect()
}

/// A setting that is to be loosened.
fn proposed(number: u32, change: SettingChange) -> Event {
    DecisionProposed {
        decision: DecisionRef::new(number),
        kind: change.after.kind(),
        title: words("Hold it longer"),
        change: Change::Setting(Box::new(change)),
        rationale: words("It takes too long."),
        rollback_plan: None,
        evidence: vec![],
        right: Right {
            kind: DecisionKind::Threshold,
            workflow: None,
            propose: vec![role("revops")],
            consult: vec![],
            consult_first: false,
            approve: vec![role("executive-sponsor")],
            how: How::Any,
            hours: 48,
            evidence: vec![],
        },
        basis: 17,
        until: at("2026-11-19T09:00:00Z"),
        undoes: None,
    }
    .into()
}

fn beginnings() -> Vec<Event> {
    vec![
        WorkspaceCreated {
            name: words("Northwind"),
            zone: "Europe/Berlin".into(),
            fiscal_start: 1,
            demo: true,
            machine: MachineKey { key: "00aa11bb".into(), public: "bWFjaGluZQ==".into() },
            founder: Founder {
                person: MAREN,
                name: words("Maren Okafor"),
                key: "0a1b2c3d".into(),
                public: "Zm91bmRlcg==".into(),
            },
        }
        .into(),
        RolesDefined {
            roles: vec![RoleDefinition { role: role("revops"), name: words("RevOps") }],
        }
        .into(),
        PersonAdded { person: JONAS, name: words("Jonas"), contact: some("jonas@n.example") }
            .into(),
        PersonAdded { person: RAFAEL, name: words("Rafael"), contact: None }.into(),
        PersonChanged { person: JONAS, name: words("Jonas W."), contact: some("+49 30 1") }.into(),
        PersonChanged { person: JONAS, name: Text::Gone { c: "AAAA".into() }, contact: None }
            .into(),
        PersonLeft { person: JONAS, on: day("2026-11-30") }.into(),
        RoleGiven { person: JONAS, role: role("legal"), from: day("2026-11-16"), to: None }.into(),
        RoleGiven {
            person: JONAS,
            role: role("security"),
            from: day("2026-11-16"),
            to: Some(day("2027-01-31")),
        }
        .into(),
        RoleEnded { person: JONAS, role: role("legal"), on: day("2026-11-20") }.into(),
    ]
}

fn standing_in() -> Vec<Event> {
    let (absence, team) = (AbsenceRef::new(5), TeamRef::new(2));
    let (from, to) = (day("2026-11-16"), Some(day("2026-11-27")));
    let stint = |person, to| Stint { person, from, to };
    vec![
        DeputiesNamed {
            role: role("revops"),
            deputies: vec![stint(JONAS, None), stint(RAFAEL, to)],
        }
        .into(),
        DeputiesNamed { role: role("revops"), deputies: vec![] }.into(),
        OnCallSet { role: role("revops"), order: vec![stint(JONAS, to)] }.into(),
        AbsenceRecorded { absence, person: JONAS, from, to, reason: some("on leave") }.into(),
        AbsenceRecorded { absence, person: JONAS, from, to: None, reason: None }.into(),
        AbsenceWithdrawn { absence, person: JONAS }.into(),
        TeamSet { team, name: words("Inside sales"), manager: Some(MAREN) }.into(),
        TeamSet { team, name: words("Inside sales"), manager: None }.into(),
        TeamDisbanded { team, on: from }.into(),
        MembershipGiven { team, person: JONAS, from, to }.into(),
        MembershipGiven { team, person: JONAS, from, to: None }.into(),
        MembershipEnded { team, person: JONAS, on: from }.into(),
    ]
}

fn keys() -> Vec<Event> {
    let statement = SignedStatement {
        statement: "{\"kind\":\"key-replacement\"}".into(),
        signature: "c2ln".into(),
    };
    let replaced = |statements| KeyReplaced {
        person: JONAS,
        old: "0a1b2c3d".into(),
        key: "4e5f6a7b".into(),
        public: "bmV3".into(),
        possession: "YWdyZWVk".into(),
        statements,
    };
    vec![
        KeyEnrolled {
            person: JONAS,
            key: "0a1b2c3d".into(),
            public: "cHVibGlj".into(),
            possession: "YWdyZWVk".into(),
        }
        .into(),
        MachineEnrolled {
            key: "99ff88ee".into(),
            public: "bWFjaGluZQ==".into(),
            possession: "YWdyZWVk".into(),
        }
        .into(),
        replaced(vec![]).into(),
        replaced(vec![statement.clone(), statement]).into(),
        KeyRetired { person: JONAS, key: "4e5f6a7b".into() }.into(),
    ]
}

fn every_fact() -> Facts {
    Facts {
        name: some("Lead scoring"),
        bottleneck: some("Reps call cold leads"),
        outcome: some("Twice the meetings"),
        phase: Some(Phase::DataSourcing),
        kind: Some(Kind::LeadScoring),
        ai_does: some("Scores"),
        human_does: some("Calls"),
        governance: some("Monthly review"),
        vendor: some("Acme"),
        product: some("Scorer"),
        model: some("s-2 2026-10"),
        system_of_record: some("CRM"),
        owner: Some(MAREN),
        owner_named: some("the RevOps team"),
        approver: Some(role("revops")),
        approver_named: some("the board"),
        kill_switch_owner: Some(TOBIAS),
        kill_switch_owner_named: some("whoever is on call"),
        tier_stated: Some(Tier::ExecuteWithApproval),
        permissions: vec![
            Permission {
                action: ActionKind::ChangeScoreOrThreshold,
                permitted: Permitted::Tier3,
                roles: vec![role("revops")],
                condition: some("in office hours"),
                limits: Limits::default(),
            },
            Permission {
                action: ActionKind::Publish,
                permitted: Permitted::Blocked,
                roles: vec![],
                condition: None,
                limits: Limits::default(),
            },
        ],
        write_stage: Some(WriteStage::ConditionalWrite),
        data_risks: Some(vec![DataRisk::PersonalData, DataRisk::CustomerConfidential]),
        guardrails: vec![words("at most 500 a day")],
        kpis: vec![words("meetings booked")],
        logs: some("warehouse, table scores"),
        rollback_plan: some("restore last week's model"),
        ..Facts::default()
    }
}

/// The facts that came after the first programs, beside a name.
fn every_later_fact() -> Facts {
    let time = |written: &str| written.parse().unwrap();
    Facts {
        name: some("Lead scoring"),
        raci: Some(RaciRowId::new("decisions/icp-scoring-change")),
        permissions: vec![Permission {
            action: ActionKind::SendExternalMessage,
            permitted: Permitted::Tier4,
            roles: vec![],
            condition: None,
            limits: Limits {
                per_day: Some(400),
                discount_percent: Some("7.5".parse().unwrap()),
                export_rows: Some(500),
                approval_hours: None,
                window: Some(Window {
                    days: vec![Weekday::Mon, Weekday::Fri],
                    from: time("06:00:00"),
                    to: time("20:30:00"),
                }),
                segments: vec![words("EMEA, no named accounts")],
                first_touch_excluded: true,
                risky_excluded: false,
                enriched_only: false,
            },
        }],
        metrics: vec![MetricRef::new(5)],
        certifications: vec![
            Certification {
                standard: Standard::Soc2,
                expires: Some(day("2027-03-31")),
                evidence: some("report of 2026"),
            },
            Certification { standard: Standard::Iso27001, expires: None, evidence: None },
            Certification { standard: Standard::GdprDpa, expires: None, evidence: None },
        ],
        vendor_retention: some("30 days"),
        vendor_training: Some(TrainingUse::OptedOut),
        cost_benefit: Some(CostBenefit {
            currency: "EUR".into(),
            set_up: Some("4000".parse().unwrap()),
            cost_a_year: Some("12000.50".parse().unwrap()),
            benefit_a_year: Some("36000".parse().unwrap()),
            basis: some("two hours a week and rep"),
        }),
        next_review: Some(day("2026-12-04")),
        ..Facts::default()
    }
}

fn workflows() -> Vec<Event> {
    let workflow = WorkflowRef::new(7);
    let imported = |skipped, rejected| ImportRecorded {
        what: "workflows".into(),
        file: words("inventory.csv"),
        sha256: "ab".repeat(32),
        encoding: "UTF-16LE".into(),
        rows: 20,
        accepted: 17,
        updated: 0,
        skipped,
        rejected,
    };
    vec![
        WorkflowRegistered {
            workflow,
            status: Status::Live,
            found_live: true,
            facts: every_fact(),
        }
        .into(),
        WorkflowRegistered {
            workflow,
            status: Status::Draft,
            found_live: false,
            facts: Facts { name: some("Routing"), ..Facts::default() },
        }
        .into(),
        WorkflowDescribed { workflow, facts: every_fact() }.into(),
        WorkflowDescribed {
            workflow,
            facts: Facts {
                name: some("Routing"),
                data_risks: Some(Vec::new()),
                ..Facts::default()
            },
        }
        .into(),
        WorkflowDescribed { workflow, facts: every_later_fact() }.into(),
        WorkflowStatusSet { workflow, status: Status::Paused }.into(),
        ImportRecorded { updated: 3, ..imported(0, vec![]) }.into(),
        imported(0, vec![]).into(),
        imported(2, vec![RejectedRow { line: 4, code: "blank".into(), reason: words("no name") }])
            .into(),
    ]
}

fn metrics() -> Vec<Event> {
    let metric = MetricRef::new(5);
    let bare = Terms::bare(
        words("Replies"),
        MetricClass::Business,
        Unit::Percent,
        Direction::Higher,
        Span::Week,
    );
    let full = Terms {
        class: MetricClass::Risk,
        unit: Unit::Money,
        direction: Direction::Lower,
        every: Span::Quarter,
        warn: Some(value("0.1")),
        limit: Some(value("0.3")),
        target: Some(value("-2")),
        beside: Some(MetricRef::new(2)),
        owner: Some(MAREN),
        source: some("the CRM"),
        workflows: vec![WorkflowRef::new(7)],
        ..bare.clone()
    };
    let counted = Terms {
        unit: Unit::Hours,
        derived: Some(Derived::ApprovalQueueTime),
        workflows: vec![],
        ..full.clone()
    };
    let recorded = |period: &str, review| ObservationRecorded {
        metric,
        period: period.parse().unwrap(),
        value: value("3.1"),
        review,
    };
    vec![
        MetricsDefined {
            metrics: vec![
                Definition { metric, terms: full.clone() },
                Definition { metric: MetricRef::new(6), terms: bare },
            ],
        }
        .into(),
        MetricsDefined { metrics: vec![Definition { metric, terms: counted }] }.into(),
        MetricChanged { metric, terms: full }.into(),
        MetricRetired { metric }.into(),
        BaselineSet { metric, value: value("1200.5"), from: "2026-Q4".parse().unwrap() }.into(),
        recorded("2026-W47", Some(review())).into(),
        recorded("2026-11", None).into(),
        ObservationCorrected {
            metric,
            period: "2026-11-21".parse().unwrap(),
            value: value("2.9"),
            review: None,
        }
        .into(),
    ]
}

fn value(written: &str) -> domain::metric::Value {
    written.parse().unwrap()
}

fn raci() -> Vec<Event> {
    let row = |id: &str, activity: &str| Row {
        row: RaciRowId::new(id),
        activity: words(activity),
        cells: [("revops", "RA"), ("legal", "C"), ("t", "I")]
            .map(|(id, letters)| (role(id), letters.parse().unwrap()))
            .into(),
        accountable: None,
    };
    let matrix = || Matrix {
        matrix: RaciId::new("decisions"),
        name: words("Decisions"),
        roles: vec![role("revops"), role("legal"), role("t")],
        rows: vec![
            row("decisions/icp-scoring-change", "ICP scoring change"),
            Row { accountable: Some(MAREN), ..row("decisions/2", "Pricing exception") },
        ],
        accountable_at_most: None,
    };
    vec![
        RaciDrafted { terms: Matrix { accountable_at_most: Some(6), ..matrix() } }.into(),
        RaciDiscarded { matrix: RaciId::new("decisions") }.into(),
        RaciApplied { terms: matrix() }.into(),
    ]
}

fn reviews() -> Vec<Event> {
    let item = ItemId::new("anomalies");
    vec![
        CadenceSet {
            cadence: CadenceId::new("weekly"),
            name: words("Weekly governance call"),
            rhythm: Rhythm::Week { on: chrono::Weekday::Mon },
            time: "10:00:00".parse().unwrap(),
            zone: "Europe/Berlin".into(),
            on_holiday: None,
            minutes: 60,
            chair: role("revops"),
            required: vec![role("revops"), role("security")],
            quorum: 2,
            countersigned_by: None,
            from: day("2026-11-16"),
            checklist: vec![ChecklistItem {
                item: item.clone(),
                title: words("Anomalies"),
                group: None,
                question: words("What did nobody expect?"),
                guidance: None,
                minutes: 5,
                figures: Vec::new(),
                metrics: Vec::new(),
                pulls: Vec::new(),
            }],
        }
        .into(),
        ReviewOpened {
            review: review(),
            cadence: CadenceId::new("weekly"),
            due: at("2026-11-16T09:00:00Z"),
            chair: MAREN,
        }
        .into(),
        AttendanceStated {
            review: review(),
            person: JONAS,
            presence: Presence::Delegate,
            delegate: some("Kenji Morita"),
        }
        .into(),
        AttendanceStated {
            review: review(),
            person: MAREN,
            presence: Presence::Present,
            delegate: None,
        }
        .into(),
        ItemAnswered {
            review: review(),
            item: item.clone(),
            outcome: Outcome::NotApplicable,
            note: some("no outreach"),
            seconds: 61,
            shown: vec![Figure::counted("workflows.live", "9")],
            tiers: vec![],
        }
        .into(),
        ItemAnswered {
            review: review(),
            item: item.clone(),
            outcome: Outcome::Fine,
            note: None,
            seconds: 0,
            shown: vec![],
            tiers: vec![],
        }
        .into(),
        ReviewClosed {
            review: review(),
            fine: 13,
            attention: 1,
            breach: 1,
            not_applicable: 1,
            roles_reached: 5,
            roles_required: 7,
            spent: vec![],
            narrative: None,
        }
        .into(),
        ReviewCountersigned {
            review: review(),
            closed_by_entry: 128,
            statement: None,
            signed: None,
        }
        .into(),
        AddendumWritten { review: review(), text: words("The figure was 3.1 %.") }.into(),
    ]
}

/// Of what joined later; the examples above stand as they were written first.
fn calls() -> Vec<Event> {
    let item = ItemId::new("anomalies");
    let figure = Figure {
        figure: "MET-0003".into(),
        value: "3.1".into(),
        period: Some("2026-W46".into()),
        baseline: Some("3.4".into()),
    };
    vec![
        ChairTaken { review: review(), from: MAREN, to: TOBIAS, reason: words("Maren is ill.") }
            .into(),
        ReviewHeld {
            review: review(),
            from: at("2026-11-16T09:00:00Z"),
            to: at("2026-11-16T09:58:00Z"),
        }
        .into(),
        ItemAnswered {
            review: review(),
            item: item.clone(),
            outcome: Outcome::Fine,
            note: None,
            seconds: 12,
            shown: vec![figure],
            tiers: vec![],
        }
        .into(),
        ReviewClosed {
            review: review(),
            fine: 16,
            attention: 0,
            breach: 0,
            not_applicable: 0,
            roles_reached: 7,
            roles_required: 7,
            spent: vec![Spent { item, seconds: 340 }],
            narrative: None,
        }
        .into(),
    ]
}

fn actions() -> Vec<Event> {
    let action = ActionRef::new(44);
    let raised = |from| ActionRaised {
        action,
        what: words("Read all emails that name a competitor"),
        who: JONAS,
        due: day("2026-11-25"),
        cadence: CadenceId::new("weekly"),
        from,
    };
    let item = ItemId::new("anomalies");
    vec![
        raised(Some(Source::Item { review: review(), item })).into(),
        raised(None).into(),
        ActionRescheduled { action, due: day("2026-12-02"), reason: words("61 emails") }.into(),
        ActionHandedOver { action, to: MAREN, reason: some("Jonas is away") }.into(),
        ActionHandedOver { action, to: MAREN, reason: None }.into(),
        ActionDone { action, words: some("None promised a date") }.into(),
        ActionDone { action, words: None }.into(),
        ActionDropped { action, words: words("The template is withdrawn") }.into(),
        ActionReopened { action, reason: words("Two were missed") }.into(),
    ]
}

/// An item under a heading.
fn grouped() -> Event {
    CadenceSet {
        cadence: CadenceId::new("audit"),
        name: words("Audit"),
        rhythm: Rhythm::BusinessDay,
        time: "14:30:00".parse().unwrap(),
        zone: "UTC".into(),
        on_holiday: None,
        minutes: 30,
        chair: role("revops"),
        required: Vec::new(),
        quorum: 0,
        countersigned_by: None,
        from: day("2026-11-16"),
        checklist: vec![ChecklistItem {
            item: ItemId::new("bounces"),
            title: words("Bounces"),
            group: some("Deliverability"),
            question: words("Did more bounce than last week?"),
            guidance: None,
            minutes: 5,
            figures: Vec::new(),
            metrics: Vec::new(),
            pulls: Vec::new(),
        }],
    }
    .into()
}

fn evidence() -> Vec<Event> {
    let (evidence, sha256) = (EvidenceRef::new(120), "ab".repeat(32));
    let to = |item| Target { reference: review().to_string(), item };
    let captured = |class, pointer, expires| EvidenceCaptured {
        evidence,
        title: words("SOC 2 report, Fathomdata"),
        class,
        pointer,
        expires,
    };
    let file = Pointer::File { name: words("soc2.pdf"), sha256: sha256.clone(), size: 240_118 };
    let url = Pointer::Url { url: words("https://fathomdata.example/soc2") };
    let rechecked = |found| EvidenceRechecked { evidence, found };
    vec![
        captured(EvidenceClass::ObservedFact, file, Some(day("2027-05-31"))).into(),
        captured(EvidenceClass::Commitment, url, None).into(),
        EvidenceAttached { evidence, to: to(Some(ItemId::new("anomalies"))) }.into(),
        EvidenceAttached { evidence, to: to(None) }.into(),
        EvidenceDetached { evidence, from: to(None), reason: words("Another vendor’s") }.into(),
        rechecked(Found::Matches).into(),
        rechecked(Found::Changed { sha256: "cd".repeat(32), size: 240_120 }).into(),
        rechecked(Found::Missing).into(),
        EvidenceEmbedded { evidence, sha256: sha256.clone() }.into(),
        EvidenceErased { evidence, sha256, ground: words("Art. 17") }.into(),
    ]
}

fn rhythms() -> Vec<Event> {
    use Weekday::{Fri, Mon, Tue};
    let in_month = |on| DayOfQuarter::InMonth { month: 1, on };
    let all = [
        (Rhythm::BusinessDay, OnHoliday::Skip),
        (Rhythm::Day { on: vec![Mon, Fri] }, OnHoliday::Keep),
        (Rhythm::Month { on: DayOfMonth::Date { day: 31 } }, OnHoliday::Move),
        (Rhythm::Month { on: DayOfMonth::Weekday { nth: -1, day: Fri } }, OnHoliday::Move),
        (Rhythm::Quarter { on: in_month(DayOfMonth::BusinessDay { nth: 8 }) }, OnHoliday::Move),
        (Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days: 14 } }, OnHoliday::Move),
        (Rhythm::Rule { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU".into() }, OnHoliday::Keep),
    ];
    let set = |(rhythm, on_holiday)| {
        CadenceSet {
            cadence: CadenceId::new("audit"),
            name: words("Audit"),
            rhythm,
            time: "14:30:00".parse().unwrap(),
            zone: "America/New_York".into(),
            on_holiday: Some(on_holiday),
            minutes: 120,
            chair: role("revops"),
            required: vec![role("revops")],
            quorum: 1,
            countersigned_by: Some(role("executive-sponsor")),
            from: day("2026-11-16"),
            checklist: vec![ChecklistItem {
                item: ItemId::new("re-tier"),
                title: words("Re-tier"),
                group: None,
                question: words("Is every workflow on its tier?"),
                guidance: some("Samples, metrics, exceptions."),
                minutes: 14,
                figures: vec![FigureId::new("workflows.live")],
                metrics: vec![MetricRef::new(5)],
                pulls: Vec::new(),
            }],
        }
        .into()
    };
    let mut events: Vec<Event> = all.into_iter().map(set).collect();
    events.push(CadenceRetired { cadence: CadenceId::new("audit") }.into());
    let holidays = vec![Holiday { date: day("2026-12-25"), name: words("Christmas Day") }];
    events.push(CalendarSet { business_days: vec![Mon, Tue], holidays }.into());
    events.push(CalendarSet { business_days: vec![Mon], holidays: vec![] }.into());
    events.push(grouped());
    events
}

fn stops() -> Vec<Event> {
    let (stop, workflow) = (StopRef::new(3), WorkflowRef::new(7));
    let (exception, overridden) = (ExceptionRef::new(12), OverrideRef::new(102));
    let raised = |workflow, cause| ExceptionRaised {
        exception,
        kind: exception::Kind::WorkflowDisruption,
        severity: Severity::High,
        workflow,
        what: words("Stopped by the kill switch."),
        pointer: None,
        routed: role("revops"),
        beside: vec![],
        cause,
    };
    let counted = |team| Cause::Overrides { team, overrides: vec![overridden] };
    vec![
        WorkflowStopped {
            stop,
            workflow,
            drill: false,
            exception: Some(exception),
            systems: vec![words("Outreach"), words("Salesforce")],
        }
        .into(),
        WorkflowStopped { stop, workflow, drill: true, exception: None, systems: vec![] }.into(),
        StopAttributed { stop }.into(),
        StopConfirmed { stop, system: 1, words: some("Nothing is sent.") }.into(),
        StopConfirmed { stop, system: 0, words: None }.into(),
        OverrideRecorded {
            reference: overridden,
            kind: overrides::Kind::CloseDate,
            workflow,
            team: Some(TeamRef::new(2)),
            pointer: words("006Aa00001"),
            ai_said: words("2026-11-30"),
            chose: words("2027-01-15"),
            reason: overrides::Reason::CustomerAsked,
            note: some("Their board meets in January."),
            generated: true,
        }
        .into(),
        OverrideRecorded {
            reference: overridden,
            kind: overrides::Kind::Output,
            workflow,
            team: None,
            pointer: words("https://crm.example/1"),
            ai_said: words("A"),
            chose: words("B"),
            reason: overrides::Reason::WrongFact,
            note: None,
            generated: false,
        }
        .into(),
        raised(Some(workflow), Cause::Stop { stop }).into(),
        raised(Some(workflow), counted(Some(TeamRef::new(2)))).into(),
        raised(Some(workflow), counted(None)).into(),
        raised(None, Cause::Report).into(),
        raised(
            None,
            Cause::Metric {
                metric: MetricRef::new(5),
                periods: vec!["2026-W45".parse().unwrap(), "2026-W46".parse().unwrap()],
            },
        )
        .into(),
        ExceptionResolved { exception, words: words("It stands still.") }.into(),
    ]
}

fn exceptions() -> Vec<Event> {
    let (exception, decision) = (ExceptionRef::new(12), DecisionRef::new(31));
    let raised = |cause, beside| ExceptionRaised {
        exception,
        kind: exception::Kind::DataSecurity,
        severity: Severity::Critical,
        workflow: None,
        what: words("A list lay open."),
        pointer: some("https://crm.example/lists/7"),
        routed: role("security"),
        beside,
        cause,
    };
    let item = ItemId::new("anomalies");
    let periods = vec!["2026-W45".parse().unwrap(), "2026-W46".parse().unwrap()];
    let action = |from| ActionRaised {
        action: ActionRef::new(44),
        what: words("Close the list"),
        who: JONAS,
        due: day("2026-11-25"),
        cadence: CadenceId::new("weekly"),
        from: Some(from),
    };
    let routes = [(exception::Kind::Bias, vec![role("legal"), role("compliance")])].into();
    vec![
        raised(Cause::Item { review: review(), item }, vec![role("compliance")]).into(),
        raised(Cause::Metric { metric: MetricRef::new(5), periods }, vec![]).into(),
        ExceptionAcknowledged { exception }.into(),
        ExceptionAssigned { exception, person: Some(RAFAEL) }.into(),
        ExceptionAssigned { exception, person: None }.into(),
        ExceptionWaiting { exception, why: words("The vendor looks for it.") }.into(),
        ExceptionResumed { exception }.into(),
        ExceptionSeveritySet { exception, severity: Severity::High, why: words("It was empty.") }
            .into(),
        ExceptionReopened { exception, why: words("It lies open again.") }.into(),
        ExceptionLinked { exception, decision }.into(),
        ExceptionUnlinked { exception, decision }.into(),
        PostmortemWritten {
            exception,
            cause: words("A default share."),
            impact: words("Nobody outside opened it."),
            done: words("The list was closed."),
            changes: words("Lists are closed by default."),
        }
        .into(),
        action(Source::Exception { exception }).into(),
        action(Source::Decision { decision }).into(),
        RulesSet { settings: Settings { routes, ..Settings::default() } }.into(),
    ]
}

fn decisions() -> Vec<Event> {
    let right = |workflow| Right {
        kind: DecisionKind::Launch,
        workflow,
        propose: vec![role("revops")],
        consult: vec![role("security"), role("legal")],
        consult_first: true,
        approve: vec![role("executive-sponsor")],
        how: How::InOrder,
        hours: 72,
        evidence: vec![EvidenceAsked::Samples, EvidenceAsked::RollbackPlan],
    };
    let launch = WorkflowChange {
        workflow: WorkflowRef::new(7),
        called: some("Lead scoring"),
        changed: vec![Fact::Model, Fact::Permissions],
        before: Facts { model: some("icp 4.1.2"), ..Facts::default() },
        after: Facts {
            model: some("icp 4.2.0"),
            permissions: vec![Permission {
                action: ActionKind::Recommend,
                permitted: Permitted::Tier1,
                roles: vec![],
                condition: None,
                limits: Limits::default(),
            }],
            ..Facts::default()
        },
        status: Some(Turn { before: Status::Draft, after: Status::Live }),
        found_live: Some(Turn { before: true, after: false }),
        outside: vec![Stated { field: words("Threshold"), before: some("62"), after: some("58") }],
        stays: None,
    };
    let matrix = Matrix {
        matrix: RaciId::new("decisions"),
        name: words("Decisions"),
        roles: vec![role("revops")],
        rows: vec![],
        accountable_at_most: None,
    };
    let bare = Right { consult: vec![], consult_first: false, evidence: vec![], ..right(None) };
    let permit = PermitTerms {
        class: Class::Batch,
        last_day: day("2026-11-20"),
        count: Some(400),
        discount_percent: "12.5".parse().ok(),
        to: some("Contoso"),
        segments: vec![words("EMEA")],
    };
    let asked = |permit| Request { what: words("Export"), workflow: None, permit };
    let changes = [
        Change::Workflow(Box::new(launch)),
        Change::Raci(RaciChange { before: Some(matrix.clone()), after: matrix.clone() }),
        Change::Raci(RaciChange { before: None, after: matrix }),
        Change::Rights(RightsChange { before: vec![right(None)], after: vec![bare] }),
        Change::Request(asked(Some(permit))),
        Change::Request(asked(None)),
        Change::Revoke(Revoke { permit: PermitRef::new(4) }),
    ];
    let proposed = |(number, change): (usize, Change)| {
        DecisionProposed {
            decision: DecisionRef::new(number as u32 + 1),
            kind: DecisionKind::Launch,
            title: words("Launch lead scoring"),
            change,
            rationale: words("It holds."),
            rollback_plan: (number == 0).then(|| words("Put icp 4.1.2 back.")),
            evidence: vec![EvidenceShown {
                asked: EvidenceAsked::Samples,
                words: some("59 clean items"),
                at: vec!["EVD-0120".into()],
            }],
            right: right((number == 0).then(|| WorkflowRef::new(7))),
            basis: 17,
            until: at("2026-11-19T09:00:00Z"),
            undoes: (number == 6).then(|| DecisionRef::new(5)),
        }
        .into()
    };
    let mut all: Vec<Event> = changes.into_iter().enumerate().map(proposed).collect();
    let statement = SignedStatement { statement: "{}".into(), signature: "c2ln".into() };
    let seat = |instead_of| Seat { role: role("executive-sponsor"), instead_of };
    let seats = vec![seat(None), seat(Some(TOBIAS))];
    let decision = DecisionRef::new(1);
    all.push(DecisionRightsSet { rights: vec![right(None)] }.into());
    all.push(DecisionVoted { decision, seats, statement }.into());
    all.push(DecisionWithdrawn { decision }.into());
    all.push(DecisionApplied { decision, permit: None }.into());
    all.push(DecisionApplied { decision, permit: Some(PermitRef::new(4)) }.into());
    let (permit, on) = (PermitRef::new(4), day("2026-11-18"));
    all.push(PermitUsed { permit, count: 400, on, pointer: words("s3://exports/12") }.into());
    all
}

fn the_file_itself() -> Vec<Event> {
    let exported = |review: Option<ReviewRef>| ExportMade {
        what: "pack".into(),
        form: "zip".into(),
        as_of: 130,
        period: review.is_some().then(|| "2026-Q4".into()),
        decision: None,
        exception: None,
        policy: None,
        file: review.is_none().then(|| "cd".repeat(32)),
        manifest: review.is_some().then(|| "ef".repeat(32)),
        since: None,
        review,
    };
    vec![
        CheckpointRecorded {
            note: "countersign/ws\n129\ncm9vdA==\n\n— countersign/ws c2ln\n".into(),
            cosigned_by: vec![TOBIAS],
            review: Some(review()),
        }
        .into(),
        CheckpointRecorded { note: "note".into(), cosigned_by: vec![], review: None }.into(),
        exported(Some(review())).into(),
        exported(None).into(),
        ExportMade { decision: Some(DecisionRef::new(31)), ..exported(None) }.into(),
        ExportMade { exception: Some(ExceptionRef::new(9)), ..exported(None) }.into(),
        TextErased { seq: 12, path: "/event/name".into(), ground: words("Art. 17") }.into(),
        ClockAcknowledged { before: at("2026-01-01T00:00:00Z"), after: at("2026-11-16T08:00:00Z") }
            .into(),
        RestoreDeclared {
            lost: HeadSeen { size: 131, root: "cm9vdA==".into() },
            ground: words("The disk failed."),
        }
        .into(),
    ]
}

fn rules() -> Vec<Event> {
    let off = Settings {
        off: BTreeSet::from([Rule::LogsLocated]),
        numbers: BTreeMap::from([(Number::CertificationDays, 90)]),
        routes: [].into(),
    };
    let put_off = |part: Option<&str>| FindingPutOff {
        rule: Rule::HardLimits,
        about: "WF-0007".into(),
        part: part.map(str::to_owned),
        until: day("2026-12-31"),
    };
    let limits = Limits { enriched_only: true, ..Limits::default() };
    let enriches = Permission {
        action: ActionKind::EnrichFirmographicField,
        permitted: Permitted::Tier4,
        roles: vec![],
        condition: None,
        limits,
    };
    vec![
        RulesSet { settings: Settings::default() }.into(),
        RulesSet { settings: off }.into(),
        put_off(None).into(),
        put_off(Some("send-external-message")).into(),
        WorkflowDescribed {
            workflow: WorkflowRef::new(7),
            facts: Facts { permissions: vec![enriches], ..Facts::default() },
        }
        .into(),
    ]
}

#[test]
fn every_event_is_written_as_it_always_was() {
    let written = serde_json::to_string_pretty(&examples()).unwrap() + "\n";
    for (number, (is, was)) in written.lines().zip(GOLDEN.lines()).enumerate() {
        assert_eq!(is, was, "golden/events.json line {}: a shape never changes", number + 1);
    }
    assert_eq!(written.len(), GOLDEN.len(), "an example was added or lost at the end");
}

#[test]
fn every_event_written_before_is_read_as_it_was_meant() {
    let read: Vec<Event> = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(read, examples(), "what was written means what it meant");
}

#[test]
fn every_kind_of_event_has_an_example() {
    let shown: BTreeSet<&str> = examples().iter().map(Event::kind).collect();
    let known: BTreeSet<&str> = Event::KINDS.iter().copied().collect();
    assert_eq!(
        known.difference(&shown).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "none is missing"
    );
    assert_eq!(known.len(), Event::KINDS.len(), "no two events share a name");
}

//! Random histories: every kind of event, in orders a desk could have made.

use chrono::{NaiveDate, NaiveTime, Weekday};
use domain::action::{
    ActionDone, ActionDropped, ActionHandedOver, ActionRaised, ActionReopened, ActionRescheduled,
    Source,
};
use domain::batch::{
    BatchImported, BatchPurged, Bound, Column, Completeness, Field, File, Origin, Treatment,
};
use domain::cadence::{CadenceRetired, CadenceSet, CalendarSet, ChecklistItem, Holiday, Rhythm};
use domain::check::{
    Asks, BinCount, CheckRecorded, Found as Counted, Group, Picked, Rows, SegmentCount,
};
use domain::decision::{
    Change, Class as PermitClass, DecisionApplied, DecisionKind, DecisionProposed,
    DecisionRightsSet, DecisionVoted, DecisionWithdrawn, How, PermitTerms, PermitUsed, RaciChange,
    Request, Revoke, Right, RightsChange, Seat, Setting, SettingChange, Stated, Turn,
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
    BaselineSet, Class, Definition, Direction, MetricChanged, MetricRetired, MetricsDefined,
    ObservationCorrected, ObservationRecorded, Period, Span, Terms, Unit, Value,
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
    Section, Terms as PolicyTerms,
};
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
    ActionKind, Certification, DataRisk, Fact, Facts, Limits, Permission, Permitted, Standard,
    Status, Tier, WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet,
};
use domain::workspace::{
    CheckpointRecorded, ClockAcknowledged, ExportMade, HeadSeen, ImportRecorded, RejectedRow,
    RestoreDeclared, TextErased,
};
use domain::{
    AbsenceRef, ActionRef, BatchRef, CadenceId, CheckRef, DecisionRef, Event, EvidenceRef,
    ExceptionRef, ItemId, MetricRef, OverrideRef, PermitRef, PersonRef, PolicyRef, RaciId,
    RaciRowId, ReviewRef, RoleId, SampleRef, StopRef, TeamRef, Text, WorkflowRef,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::{Desk, start};

/// A step: which kind of event, and two numbers that choose what it is about.
pub type Step = (u8, u32, u32);

/// Up to `most` steps.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    vec((0..KINDS, 0..1000_u32, 0..1000_u32), 1..most)
}

/// Appends each step in a transaction of its own; gives the desk that did.
pub fn lived(steps: &[Step]) -> Desk {
    let mut desk = Desk::in_memory();
    live(&mut desk, steps);
    desk
}

pub fn live(desk: &mut Desk, steps: &[Step]) {
    for step in steps {
        let event = event(desk, *step);
        desk.append(vec![event]);
    }
}

/// How many kinds of step there are.
pub const KINDS: u8 = 77;

/// Proposals, votes and what comes of them, also of decisions there are not.
fn decision_event(
    kind: u8,
    a: u32,
    b: u32,
    person: PersonRef,
    workflow: WorkflowRef,
    text: &dyn Fn(&str) -> Text,
) -> Event {
    let decision = DecisionRef::new(a % 6 + 1);
    let permit = PermitRef::new(b % 3 + 1);
    let right = Right {
        kind: DecisionKind::Other,
        workflow: None,
        propose: vec![RoleId::new("revops")],
        consult: Vec::new(),
        consult_first: false,
        approve: vec![RoleId::new("executive-sponsor")],
        how: How::Any,
        hours: b + 1,
        evidence: Vec::new(),
    };
    match kind {
        0 => DecisionRightsSet { rights: vec![right] }.into(),
        1 => DecisionProposed {
            decision,
            kind: DecisionKind::MassSend,
            title: text("title"),
            change: change(a, b, person, workflow, right.clone(), text),
            rationale: text("rationale"),
            rollback_plan: None,
            evidence: Vec::new(),
            right,
            basis: 0,
            until: start(),
            undoes: b.is_multiple_of(4).then(|| DecisionRef::new(b % 6 + 1)),
        }
        .into(),
        2 => {
            let read = format!(
                r#"{{"at":"2026-01-01T00:00:00.000Z","by":"{person}","kind":"vote","nonce":"{b}","verdict":"{}"}}"#,
                ["approve", "refuse", "agree", "shrug"][b as usize % 4]
            );
            let statement = match a % 5 {
                0 => "no JSON".to_owned(),
                _ => read,
            };
            DecisionVoted {
                decision,
                seats: vec![Seat { role: RoleId::new("legal"), instead_of: Some(person) }],
                statement: SignedStatement { statement, signature: text64(b) },
            }
            .into()
        }
        3 => DecisionWithdrawn { decision }.into(),
        4 => {
            let permit = b.is_multiple_of(2).then_some(permit);
            DecisionApplied { decision, permit }.into()
        }
        _ => {
            let on = NaiveDate::from_ymd_opt(2026, a % 12 + 1, 1).unwrap();
            PermitUsed { permit, count: a, on, pointer: text("pointer") }.into()
        }
    }
}

fn change(
    a: u32,
    b: u32,
    person: PersonRef,
    workflow: WorkflowRef,
    right: Right,
    text: &dyn Fn(&str) -> Text,
) -> Change {
    match b % 5 {
        0 => Change::Workflow(Box::new(WorkflowChange {
            workflow,
            called: Some(text("called")),
            changed: vec![Fact::Model, Fact::Guardrails, Fact::Owner],
            before: Facts::default(),
            after: Facts {
                model: Some(text("model")),
                guardrails: vec![text("guardrail")],
                owner: Some(person),
                ..Facts::default()
            },
            status: Some(Turn { before: Status::Draft, after: Status::Live }),
            found_live: a.is_multiple_of(2).then_some(Turn { before: true, after: false }),
            outside: vec![Stated { field: text("field"), before: None, after: Some(text("is")) }],
            stays: b
                .is_multiple_of(2)
                .then(|| Box::new(Facts { logs: Some(text("logs")), ..Facts::default() })),
        })),
        1 => Change::Raci(RaciChange {
            before: None,
            after: matrix(a, RoleId::new("legal"), person, text),
        }),
        2 => Change::Rights(RightsChange { before: Vec::new(), after: vec![right] }),
        3 if a.is_multiple_of(2) => Change::Setting(Box::new(SettingChange {
            before: None,
            after: match a / 2 % 6 {
                0 => setting(cadence_set(CadenceId::new("daily"), text)),
                1 => setting(CadenceRetired { cadence: CadenceId::new("daily") }.into()),
                2 => setting(cadence_event(CadenceId::new("daily"), 1, text)),
                3 => Setting::Scope(scoped(b, text)),
                4 => Setting::Policy(PolicyAdopted {
                    policy: PolicyRef::new(a % 3 + 1),
                    version: b % 4 + 1,
                    hash: "9f".repeat(32),
                    terms: policy_terms(b, RoleId::new("legal"), text),
                }),
                _ => Setting::Metric(MetricChanged {
                    metric: MetricRef::new(a % 3 + 1),
                    terms: terms(person, text),
                }),
            },
        })),
        3 => Change::Revoke(Revoke { permit: PermitRef::new(a % 3 + 1) }),
        _ => Change::Request(Request {
            what: text("what"),
            workflow: Some(workflow),
            permit: Some(PermitTerms {
                class: PermitClass::Standing,
                last_day: NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(),
                count: Some(a),
                discount_percent: None,
                to: Some(text("to")),
                segments: vec![text("segment")],
            }),
        }),
    }
}

/// The setting that an event sets.
fn setting(event: Event) -> Setting {
    if let Event::CadenceSet(set) = event {
        Setting::Cadence(set)
    } else if let Event::CadenceRetired(retired) = event {
        Setting::CadenceRetired(retired)
    } else if let Event::CalendarSet(set) = event {
        Setting::Calendar(set)
    } else {
        panic!("{} sets nothing that a decision does", event.kind())
    }
}

/// What two others may have signed, one of them perhaps before, and perhaps in no readable form.
fn statements(by: PersonRef, a: u32, b: u32) -> Vec<SignedStatement> {
    let read = format!(
        r#"{{"about":"x","by":"{by}","kind":"key-replacement","nonce":"{}","verdict":"approve"}}"#,
        a % 3
    );
    let signed = |statement: String| SignedStatement { statement, signature: text64(b) };
    match b % 3 {
        0 => Vec::new(),
        1 => vec![signed(read)],
        _ => vec![signed(read), signed("{}".into()), signed("no JSON".into())],
    }
}

fn event(desk: &Desk, (kind, a, b): Step) -> Event {
    let person = PersonRef::new(a % 6 + 1);
    let role = RoleId::new(["revops", "executive-sponsor", "legal"][b as usize % 3]);
    let review = ReviewRef::new(format!("WEEKLY-2026-W{:02}", a % 5 + 1));
    let workflow = WorkflowRef::new(a % 8 + 1);
    let cadence = CadenceId::new(["weekly", "daily"][b as usize % 2]);
    let key = format!("{:08x}", a % 7);
    let day = |n: u32| NaiveDate::from_ymd_opt(2026, n % 12 + 1, n % 28 + 1).unwrap();
    let text = |what: &str| Text::new(format!("{what} {a} {b} é 漢 👩🏽‍💻"));
    match kind {
        0 => RolesDefined { roles: vec![RoleDefinition { role, name: text("role") }] }.into(),
        1 => PersonAdded { person, name: text("name"), contact: Some(text("contact")) }.into(),
        2 => PersonChanged { person, name: text("name"), contact: None }.into(),
        3 => PersonLeft { person, on: day(b) }.into(),
        4 => {
            RoleGiven { person, role, from: day(a), to: b.is_multiple_of(2).then(|| day(a)) }.into()
        }
        5 => RoleEnded { person, role, on: day(b) }.into(),
        6 => KeyEnrolled { person, key, public: text64(b), possession: text64(a) }.into(),
        7 => MachineEnrolled { key, public: text64(b), possession: text64(a) }.into(),
        8 => KeyReplaced {
            person,
            old: key,
            key: format!("{:08x}", b % 7),
            public: text64(b),
            possession: text64(a),
            statements: statements(person, a, b),
        }
        .into(),
        9 => KeyRetired { person, key }.into(),
        10 | 11 => WorkflowRegistered {
            workflow,
            status: [Status::Draft, Status::Live, Status::Paused][b as usize % 3],
            found_live: b % 2 == 0,
            facts: facts(person, &text),
        }
        .into(),
        12 if b % 3 == 0 => WorkflowStatusSet {
            workflow,
            status: [Status::Draft, Status::Paused, Status::Retired][a as usize % 3],
        }
        .into(),
        12 => WorkflowDescribed { workflow, facts: facts(person, &text) }.into(),
        13 => ImportRecorded {
            what: "workflows".into(),
            file: text("file"),
            sha256: format!("{b:064x}"),
            encoding: "UTF-16LE".into(),
            rows: 3,
            accepted: 2,
            updated: 1,
            skipped: 0,
            rejected: vec![RejectedRow { line: 2, code: "no-name".into(), reason: text("why") }],
        }
        .into(),
        14 => cadence_event(cadence, b, &text),
        15 => ReviewOpened { review, cadence, due: start(), chair: person }.into(),
        16 => AttendanceStated {
            review,
            person,
            presence: [Presence::Present, Presence::Delegate, Presence::Absent][b as usize % 3],
            delegate: (b % 3 == 1).then(|| text("delegate")),
        }
        .into(),
        17 => ItemAnswered {
            review,
            item: ItemId::new(["anomalies", "overrides"][b as usize % 2]),
            outcome: [Outcome::Fine, Outcome::Attention, Outcome::Breach][b as usize % 3],
            note: (b % 3 > 0).then(|| text("note")),
            seconds: b,
            shown: vec![Figure::counted("workflows.live", b.to_string())],
            tiers: (0..b % 3).map(|one| judged(one, text("tier"))).collect(),
        }
        .into(),
        18 => ReviewClosed {
            review,
            fine: a,
            attention: b,
            breach: 0,
            not_applicable: 0,
            roles_reached: 2,
            roles_required: 2,
            spent: vec![Spent { item: ItemId::new("anomalies"), seconds: b }],
            narrative: b.is_multiple_of(2).then(|| text("narrative")),
        }
        .into(),
        19 => ReviewCountersigned {
            review,
            closed_by_entry: 1,
            statement: b.is_multiple_of(2).then(|| text("statement")),
            signed: None,
        }
        .into(),
        20 => AddendumWritten { review, text: text("addendum") }.into(),
        21 => CheckpointRecorded {
            note: format!("countersign/x\n{a}\n"),
            cosigned_by: vec![person],
            review: b.is_multiple_of(2).then_some(review),
        }
        .into(),
        22 => ExportMade {
            what: "register".into(),
            form: "pdf".into(),
            as_of: 1,
            period: None,
            review: b.is_multiple_of(2).then_some(review),
            decision: (!b.is_multiple_of(2)).then(|| DecisionRef::new(a % 6 + 1)),
            exception: b.is_multiple_of(3).then(|| ExceptionRef::new(a % 6 + 1)),
            policy: None,
            file: Some(format!("{b:064x}")),
            manifest: None,
            since: None,
        }
        .into(),
        23 => erasure(desk, a),
        24..=27 => action(a, b, person, cadence, review, &text),
        28 => {
            let (from, to) = (person, PersonRef::new(b % 6 + 1));
            ChairTaken { review, from, to, reason: text("away") }.into()
        }
        29..=34 => metric_step(kind - 29, a, b, person, review, &text),
        35..=42 => standing_in(kind - 35, a, b),
        43 => RaciDrafted { terms: matrix(a, role, person, &text) }.into(),
        44 if b % 3 == 0 => rule_event(workflow, a, b),
        44 => RaciDiscarded { matrix: matrix_id(a) }.into(),
        45 => RaciApplied { terms: matrix(a, role, person, &text) }.into(),
        46..=49 => stopping(kind - 46, a, b, workflow, role, &text),
        kind @ 50..=55 => decision_event(kind - 50, a, b, person, workflow, &text),
        56..=61 => evidence(kind - 56, a, b, &text),
        62..=67 => sampling(kind - 62, a, b, &text),
        68..=69 => batch(kind - 68, a, workflow, &text),
        70 => check(a, b, &text),
        71 => framework_event(a, b, &text),
        72..=75 => policy(kind - 72, (a, b), person, role, &text),
        _ => {
            if b % 2 == 0 {
                ClockAcknowledged { before: start(), after: desk.now }.into()
            } else {
                let lost = HeadSeen { size: u64::from(a), root: text64(b) };
                RestoreDeclared { lost, ground: text("ground") }.into()
            }
        }
    }
}

/// Something happens to one of a few action items, perhaps before it was raised.
fn action(
    a: u32,
    b: u32,
    who: PersonRef,
    cadence: CadenceId,
    review: ReviewRef,
    text: &dyn Fn(&str) -> Text,
) -> Event {
    let action = ActionRef::new(b % 4 + 1);
    let due = NaiveDate::from_ymd_opt(2026, a % 12 + 1, b % 28 + 1).unwrap();
    let from = Source::Item { review: review.clone(), item: ItemId::new("anomalies") };
    match a % 8 {
        0 | 1 => {
            let (what, from) = (text("what"), b.is_multiple_of(2).then_some(from));
            ActionRaised { action, what, who, due, cadence, from }.into()
        }
        2 => ActionRescheduled { action, due, reason: text("why") }.into(),
        3 => ActionHandedOver { action, to: who, reason: b.is_multiple_of(2).then(|| text("why")) }
            .into(),
        4 => ActionDone { action, words: b.is_multiple_of(2).then(|| text("result")) }.into(),
        5 => ActionDropped { action, words: text("why not") }.into(),
        6 => ActionReopened { action, reason: text("again") }.into(),
        _ => ReviewHeld { review, from: start(), to: start() }.into(),
    }
}

/// Something is stopped, overridden or goes wrong, or what did is confirmed, named or resolved,
/// perhaps before it happened.
fn stopping(
    kind: u8,
    a: u32,
    b: u32,
    workflow: WorkflowRef,
    routed: RoleId,
    text: &dyn Fn(&str) -> Text,
) -> Event {
    let (stop, exception) = (StopRef::new(b % 4 + 1), ExceptionRef::new(b % 5 + 1));
    let (reference, team) = (OverrideRef::new(a % 9 + 1), TeamRef::new(b % 3 + 1));
    match (kind, a % 3) {
        (0, _) => WorkflowStopped {
            stop,
            workflow,
            drill: a.is_multiple_of(3),
            exception: a.is_multiple_of(2).then_some(exception),
            systems: (0..b % 4).map(|_| text("system")).collect(),
        }
        .into(),
        (1, 0) => StopAttributed { stop }.into(),
        (1, _) => {
            let words = a.is_multiple_of(2).then(|| text("seen"));
            StopConfirmed { stop, system: a % 4, words }.into()
        }
        (2, _) => OverrideRecorded {
            reference,
            kind: overrides::Kind::ALL[a as usize % 3],
            workflow,
            team: b.is_multiple_of(2).then_some(team),
            pointer: text("pointer"),
            ai_said: text("said"),
            chose: text("chose"),
            reason: overrides::Reason::ALL[a as usize % 10],
            note: b.is_multiple_of(3).then(|| text("note")),
            generated: a.is_multiple_of(2),
        }
        .into(),
        (_, 0) => seen_to(exception, a, b, text),
        (_, cause) => ExceptionRaised {
            exception,
            kind: exception::Kind::ALL[a as usize % 12],
            severity: [Severity::Normal, Severity::High, Severity::Critical][b as usize % 3],
            workflow: b.is_multiple_of(2).then_some(workflow),
            what: text("what"),
            pointer: b.is_multiple_of(5).then(|| text("where")),
            routed: routed.clone(),
            beside: vec![routed],
            cause: match cause {
                1 => Cause::Stop { stop },
                _ => Cause::Overrides { team: Some(team), overrides: vec![reference] },
            },
        }
        .into(),
    }
}

/// A policy is written, revised, adopted or retired past any decision, or attested, perhaps before it was there
/// and perhaps in no readable form.
fn policy(
    kind: u8,
    (a, b): (u32, u32),
    by: PersonRef,
    role: RoleId,
    text: &dyn Fn(&str) -> Text,
) -> Event {
    let (policy, version) = (PolicyRef::new(a % 3 + 1), b % 4 + 1);
    match kind {
        0 => PolicyDrafted { policy, terms: policy_terms(b, role, text) }.into(),
        1 => PolicyRevised { policy, version, terms: policy_terms(b, role, text) }.into(),
        2 if b.is_multiple_of(5) => PolicyRetired { policy }.into(),
        2 => PolicyAdopted {
            policy,
            version,
            hash: "9f".repeat(32),
            terms: policy_terms(b, role, text),
        }
        .into(),
        _ => {
            let read = format!(
                r#"{{"at":"2026-01-01T00:00:00.000Z","by":"{by}","kind":"attestation","nonce":"{b}","verdict":"approve"}}"#
            );
            let statement = if a % 5 == 4 { "no JSON".to_owned() } else { read };
            let statement = SignedStatement { statement, signature: text64(b) };
            PolicyAttested { policy, version, statement }.into()
        }
    }
}

fn policy_terms(b: u32, role: RoleId, text: &dyn Fn(&str) -> Text) -> PolicyTerms {
    let section = |_| Section { heading: text("heading"), body: text("body") };
    PolicyTerms {
        title: text("policy"),
        kind: PolicyKind::AcceptableUse,
        sections: (0..b % 3 + 1).map(section).collect(),
        roles: if b.is_multiple_of(2) { vec![role] } else { Vec::new() },
        again_days: b.is_multiple_of(3).then_some(365),
    }
}

/// Something becomes of an exception, perhaps before it was raised.
fn seen_to(exception: ExceptionRef, a: u32, b: u32, text: &dyn Fn(&str) -> Text) -> Event {
    let (decision, person) = (DecisionRef::new(b % 3 + 1), PersonRef::new(b % 4 + 1));
    match a / 3 % 10 {
        0 => ExceptionAcknowledged { exception }.into(),
        1 => ExceptionAssigned { exception, person: b.is_multiple_of(2).then_some(person) }.into(),
        2 => ExceptionWaiting { exception, why: text("waits for") }.into(),
        3 => ExceptionResumed { exception }.into(),
        4 => {
            let severity = if b.is_multiple_of(2) { Severity::Critical } else { Severity::Normal };
            ExceptionSeveritySet { exception, severity, why: text("why") }.into()
        }
        5 => ExceptionReopened { exception, why: text("again") }.into(),
        6 => ExceptionLinked { exception, decision }.into(),
        7 => ExceptionUnlinked { exception, decision }.into(),
        8 => PostmortemWritten {
            exception,
            cause: text("cause"),
            impact: text("impact"),
            done: text("done"),
            changes: text("changes"),
        }
        .into(),
        _ => ExceptionResolved { exception, words: text("found") }.into(),
    }
}

fn standing_in(kind: u8, a: u32, b: u32) -> Event {
    let person = PersonRef::new(a % 6 + 1);
    let (team, absence) = (TeamRef::new(b % 3 + 1), AbsenceRef::new(b % 4 + 1));
    let role = RoleId::new(["revops", "executive-sponsor", "legal"][b as usize % 3]);
    let day = |n: u32| NaiveDate::from_ymd_opt(2026, n % 12 + 1, n % 28 + 1).unwrap();
    let (from, to) = (day(a), b.is_multiple_of(2).then(|| day(b)));
    let order: Vec<Stint> =
        (0..b % 4).map(|n| Stint { person: PersonRef::new((a + n) % 6 + 1), from, to }).collect();
    match kind {
        0 => DeputiesNamed { role, deputies: order }.into(),
        1 => OnCallSet { role, order }.into(),
        2 => {
            let reason = b.is_multiple_of(3).then(|| Text::new(format!("away {a}")));
            AbsenceRecorded { absence, person, from, to, reason }.into()
        }
        3 => AbsenceWithdrawn { absence, person }.into(),
        4 => {
            let name = Text::new(format!("team {a} 漢"));
            TeamSet { team, name, manager: b.is_multiple_of(2).then_some(person) }.into()
        }
        5 => TeamDisbanded { team, on: day(b) }.into(),
        6 => MembershipGiven { team, person, from, to }.into(),
        _ => MembershipEnded { team, person, on: day(b) }.into(),
    }
}

/// Erases one of the texts that are still there.
fn erasure(desk: &Desk, choice: u32) -> Event {
    let mut all = Vec::new();
    desk.store
        .texts(store::Slice::ALL, |text| {
            all.push((text.seq, text.path));
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    let (seq, path) = all.swap_remove(choice as usize % all.len());
    TextErased { seq, path, ground: Text::new("asked for") }.into()
}

fn facts(owner: PersonRef, text: &dyn Fn(&str) -> Text) -> Facts {
    Facts {
        name: Some(text("workflow")),
        ai_does: Some(text("drafts")),
        owner: Some(owner),
        tier_stated: Some(Tier::Draft),
        data_risks: Some(vec![DataRisk::PersonalData]),
        guardrails: vec![text("one"), text("two")],
        permissions: vec![Permission {
            action: ActionKind::SendExternalMessage,
            permitted: Permitted::Tier3,
            roles: vec![RoleId::new("legal")],
            condition: Some(text("condition")),
            limits: Limits {
                per_day: Some(3),
                segments: vec![text("segment")],
                ..Limits::default()
            },
        }],
        certifications: vec![Certification {
            standard: Standard::Iso27001,
            expires: NaiveDate::from_ymd_opt(2027, 3, 31),
            evidence: Some(text("evidence")),
        }],
        ..Facts::default()
    }
}

fn metric_step(
    kind: u8,
    a: u32,
    b: u32,
    owner: PersonRef,
    review: ReviewRef,
    text: &dyn Fn(&str) -> Text,
) -> Event {
    let metric = MetricRef::new(a % 4 + 1);
    let (period, value) = (Period::Week(2026, b % 6 + 1), Value::from(b));
    let terms = terms(owner, text);
    match kind {
        0 => MetricsDefined { metrics: vec![Definition { metric, terms }] }.into(),
        1 => MetricChanged { metric, terms }.into(),
        2 => MetricRetired { metric }.into(),
        3 => BaselineSet { metric, value, from: period }.into(),
        4 => {
            let review = b.is_multiple_of(2).then_some(review);
            ObservationRecorded { metric, period, value, review }.into()
        }
        _ => ObservationCorrected { metric, period, value, review: None }.into(),
    }
}

fn terms(owner: PersonRef, text: &dyn Fn(&str) -> Text) -> Terms {
    Terms {
        warn: Some(Value::from(1)),
        limit: Some(Value::from(2)),
        owner: Some(owner),
        source: Some(text("source")),
        workflows: vec![WorkflowRef::new(1)],
        ..Terms::bare(text("metric"), Class::Quality, Unit::Percent, Direction::Lower, Span::Week)
    }
}

fn cadence_event(cadence: CadenceId, choice: u32, text: &dyn Fn(&str) -> Text) -> Event {
    match choice % 4 {
        0 => CadenceRetired { cadence }.into(),
        1 => CalendarSet {
            business_days: vec![Weekday::Mon, Weekday::Tue],
            holidays: vec![Holiday {
                date: NaiveDate::from_ymd_opt(2026, 12, 25).unwrap(),
                name: text("holiday"),
            }],
        }
        .into(),
        _ => cadence_set(cadence, text),
    }
}

fn cadence_set(cadence: CadenceId, text: &dyn Fn(&str) -> Text) -> Event {
    CadenceSet {
        cadence,
        name: text("cadence"),
        rhythm: Rhythm::Week { on: Weekday::Mon },
        time: NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
        zone: "Europe/Berlin".into(),
        on_holiday: None,
        minutes: 60,
        chair: RoleId::new("revops"),
        required: vec![RoleId::new("revops")],
        quorum: 1,
        countersigned_by: Some(RoleId::new("executive-sponsor")),
        from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        checklist: vec![ChecklistItem {
            item: ItemId::new("anomalies"),
            title: text("title"),
            group: Some(text("group")),
            question: text("question"),
            guidance: Some(text("guidance")),
            minutes: 5,
            figures: Vec::new(),
            metrics: Vec::new(),
            pulls: Vec::new(),
        }],
    }
    .into()
}

fn rule_event(about: WorkflowRef, a: u32, b: u32) -> Event {
    let rule = Rule::ALL[a as usize % Rule::ALL.len()];
    if b.is_multiple_of(2) {
        let until = NaiveDate::from_ymd_opt(2026, 12, a % 28 + 1).unwrap();
        let part = a.is_multiple_of(2).then(|| "send-external-message".to_owned());
        return FindingPutOff { rule, about: about.to_string(), part, until }.into();
    }
    let numbers = Number::ALL.iter().map(|number| (*number, number.usual() + b)).collect();
    let routes = [(exception::Kind::ALL[a as usize % 12], vec![RoleId::new("legal")])].into();
    RulesSet { settings: Settings { off: [rule].into(), numbers, routes } }.into()
}

/// What shows requirements, and which are asked, of which there are few.
fn framework_event(a: u32, b: u32, text: &dyn Fn(&str) -> Text) -> Event {
    let requirement = ["NIST-GOVERN-6.1", "AIACT-26(5)"][a as usize % 2].to_owned();
    let shown = match b % 3 {
        0 => Shown::Thing { reference: format!("WF-{:04}", a % 8 + 1) },
        1 => Shown::Item { cadence: CadenceId::new("weekly"), item: ItemId::new("anomalies") },
        _ => Shown::Rule { rule: Rule::ALL[a as usize % Rule::ALL.len()] },
    };
    match a % 5 {
        0..=2 => FrameworkMapped { requirement, shown, reason: text("reason") }.into(),
        3 => FrameworkUnmapped { requirement, shown, reason: text("reason") }.into(),
        _ => scoped(b, text).into(),
    }
}

fn scoped(b: u32, text: &dyn Fn(&str) -> Text) -> FrameworkScoped {
    let of = ["AIACT", "AIACT-26(8)"][b as usize % 2].to_owned();
    FrameworkScoped { of, out: b.is_multiple_of(3).then(|| text("why")) }
}

fn evidence(kind: u8, a: u32, b: u32, text: &dyn Fn(&str) -> Text) -> Event {
    let (evidence, sha256) = (EvidenceRef::new(a % 4 + 1), format!("{:064x}", a % 3));
    let item = b.is_multiple_of(3).then(|| ItemId::new("anomalies"));
    let to = Target { reference: format!("WF-{:04}", b % 8 + 1), item };
    match kind {
        0 => EvidenceCaptured {
            evidence,
            title: text("title"),
            class: [EvidenceClass::ObservedFact, EvidenceClass::Commitment][b as usize % 2],
            pointer: match b % 3 {
                0 => Pointer::Url { url: text("url") },
                _ => Pointer::File { name: text("file"), sha256, size: u64::from(b) },
            },
            expires: NaiveDate::from_ymd_opt(2026, b % 12 + 1, 1),
        }
        .into(),
        1 => EvidenceAttached { evidence, to }.into(),
        2 => EvidenceDetached { evidence, from: to, reason: text("reason") }.into(),
        3 => {
            let changed = Found::Changed { sha256, size: u64::from(b) };
            let found = [Found::Matches, changed, Found::Missing][b as usize % 3].clone();
            EvidenceRechecked { evidence, found }.into()
        }
        4 => EvidenceEmbedded { evidence, sha256 }.into(),
        _ => EvidenceErased { evidence, sha256, ground: text("ground") }.into(),
    }
}

/// Batches without rows: what lies beside the entries is tested with the batches themselves.
fn batch(kind: u8, a: u32, workflow: WorkflowRef, text: &dyn Fn(&str) -> Text) -> Event {
    let batch = BatchRef::new(a % 5 + 1);
    if kind == 1 {
        return BatchPurged { batch, why: text("why") }.into();
    }
    let root = ledger::encoding::base64(&ledger::tree::empty_root());
    let bound = || Bound { count: 0, root: root.clone() };
    BatchImported {
        batch,
        origin: Origin {
            source: text("source"),
            query: a.is_multiple_of(2).then(|| text("query")),
            pulled_at: a.is_multiple_of(3).then(start),
            pulled_by: None,
            workflow: a.is_multiple_of(4).then_some(workflow),
        },
        file: File {
            name: text("file"),
            sha256: format!("{a:064x}"),
            bytes: u64::from(a),
            encoding: "UTF-8".into(),
        },
        columns: vec![Column {
            field: Field::Time,
            head: text("head"),
            treatment: Treatment::Keep,
        }],
        kinds: Vec::new(),
        rows: bound(),
        rejected: bound(),
        duplicates: 0,
        completeness: Completeness::default(),
        salt: Text::new("00".repeat(16)),
        key: text("key"),
    }
    .into()
}

/// A check of each kind, under a reference that may be taken.
fn check(a: u32, b: u32, text: &dyn Fn(&str) -> Text) -> Event {
    let rows = |batch: u32| Rows {
        batches: vec![BatchRef::new(batch % 5 + 1)],
        from: a.is_multiple_of(2).then(start),
        to: None,
        only: b.is_multiple_of(2).then(|| Only { field: "workflow".into(), says: text("only") }),
    };
    let (asks, found) = match b % 3 {
        0 => (
            Asks::Fairness {
                rows: rows(a),
                by: Field::Segment,
                picked: Picked::OneOf { field: Field::Outcome, says: vec![text("picked")] },
            },
            Counted::Fairness {
                segments: vec![SegmentCount { name: text("segment"), selected: 1, all: 2 }],
                left_out: u64::from(a),
            },
        ),
        1 => (
            Asks::Drift { before: rows(a), now: rows(b), of: Field::Score, by: None },
            Counted::Drift {
                groups: vec![Group {
                    name: a.is_multiple_of(3).then(|| text("group")),
                    bins: vec![BinCount { name: text("bin"), before: 3, now: u64::from(b) }],
                    distance: None,
                }],
                left_out: 0,
            },
        ),
        _ => (
            Asks::ServiceLevel {
                what: text("promised"),
                file: File {
                    name: text("file"),
                    sha256: format!("{a:064x}"),
                    bytes: 9,
                    encoding: "UTF-8".into(),
                },
            },
            Counted::ServiceLevel { on_time: 4, late: 1, overdue: 0, waiting: 2, rejected: 0 },
        ),
    };
    let note = a.is_multiple_of(2).then(|| text("note"));
    CheckRecorded { check: CheckRef::new(a % 4 + 1), asks, found, item: None, note }.into()
}

/// What is done on samples, also on those there are not, and in orders that no desk would allow.
fn sampling(kind: u8, a: u32, b: u32, text: &dyn Fn(&str) -> Text) -> Event {
    let sample = SampleRef::new(a % 3 + 1);
    let statement = || SignedStatement {
        statement: format!(
            r#"{{"about":"{sample}","by":"PER-0002","kind":"seed","nonce":"{}","verdict":"approve"}}"#,
            b % 3
        ),
        signature: text64(b),
    };
    let layer = |rows: u64| Layer { name: Some(text("stratum")), rows, take: rows.min(2) };
    match kind {
        0 => SamplePlanned {
            sample,
            title: text("sample of"),
            population: Population {
                batch: BatchRef::new(b % 2 + 1),
                rows: 12,
                root: text64(a),
                only: b
                    .is_multiple_of(2)
                    .then(|| Only { field: "workflow".into(), says: text("workflow") }),
                strata_by: Some("segment".into()),
                strata: vec![layer(8), layer(4)],
            },
            method: [Method::Simple, Method::EveryKth, Method::Stratified][b as usize % 3],
            size: Size::Number { rows: b + 1 },
            attributes: Attribute::ALL.to_vec(),
            extension: b.is_multiple_of(3).then_some(Extension { errors: 1, rows: 5 }),
            review: None,
            item: b.is_multiple_of(5).then(|| ItemId::new("random-actions")),
            until: start(),
            reviewer: b
                .is_multiple_of(2)
                .then(|| Reviewer { person: PersonRef::new(2), key: "1c7ec847".into() }),
        }
        .into(),
        1 => {
            let (statement, rows) = (statement(), vec![3, 1, 11, 9]);
            SampleDrawn { sample, statement, seed: format!("{b:064x}"), rows }.into()
        }
        2 => SampleTested {
            sample,
            row: u64::from(b % 12 + 1),
            findings: vec![Finding {
                attribute: Attribute::Correct,
                held: [Held::Yes, Held::No, Held::NotApplicable][b as usize % 3],
            }],
            note: b.is_multiple_of(2).then(|| text("note")),
            evidence: vec![EvidenceRef::new(1)],
            acted: b.is_multiple_of(2).then(start),
        }
        .into(),
        3 => SampleExtended { sample, more: vec![1, 1], rows: vec![5, 12] }.into(),
        4 => SampleConfirmed { sample, statement: statement(), tested: 4, errors: 1 }.into(),
        _ => SampleAbandoned { sample }.into(),
    }
}

fn matrix_id(a: u32) -> RaciId {
    RaciId::new(["decisions", "governance"][a as usize % 2])
}

fn matrix(a: u32, role: RoleId, accountable: PersonRef, text: &dyn Fn(&str) -> Text) -> Matrix {
    let matrix = matrix_id(a);
    let row = |number: u32| Row {
        row: RaciRowId::new(format!("{matrix}/{number}")),
        activity: text("activity"),
        cells: [(role.clone(), "RA".parse().unwrap())].into(),
        accountable: number.is_multiple_of(2).then_some(accountable),
    };
    Matrix {
        name: text("matrix"),
        roles: vec![role.clone()],
        rows: (1..a % 4 + 2).map(row).collect(),
        accountable_at_most: None,
        matrix: matrix.clone(),
    }
}

/// A verdict on a tier, with words where it goes against the record.
fn judged(n: u32, note: Text) -> TierJudged {
    let verdict = if n == 0 { TierVerdict::Keep } else { TierVerdict::Lower };
    let shown = TierShown::Stays;
    let note = shown.is_against(verdict).then_some(note);
    TierJudged { workflow: WorkflowRef::new(n + 1), verdict, shown, note }
}

fn text64(n: u32) -> String {
    format!("{n:043}=")
}

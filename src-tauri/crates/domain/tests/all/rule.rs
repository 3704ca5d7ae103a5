//! Rules: each held and broken, their settings, since when, and put off.

use std::collections::{BTreeMap, BTreeSet};

use domain::decision::{Beyond, DecisionKind, Recorded};
use domain::metric::{Baseline, Calendar, Class, Direction, Metric, Observed, Span, Terms, Unit};
use domain::people::Standing;
use domain::policy::Unattested;
use domain::raci::{Letters, Matrix, Row};
use domain::rule::{
    About, Among, Broken, DueDrill, Exceeded, FindingPutOff, Group, MissedReviews, Number, Part,
    Program, PutOff, Repeated, Rule, Settings, Since, Strength, Unconfirmed, Version,
    launch_blockers, loosened, loosens, of_workflow, on_since, put_off, steps, whole,
    workflow_since,
};
use domain::workflow::{
    ActionKind, Certification, Facts, Limits, Permission, Permitted, Standard, Status, Window,
    Workflow, WriteStage,
};
use domain::{
    CadenceId, ExceptionRef, MetricRef, PermitRef, PersonRef, PolicyRef, RaciId, RaciRowId,
    StopRef, TeamRef, Text, WorkflowRef,
};

use crate::support::*;

const WORKFLOW: WorkflowRef = WorkflowRef::new(7);
const METRIC: MetricRef = MetricRef::new(5);

fn row_id() -> RaciRowId {
    RaciRowId::new("decisions/1")
}

/// What a sound workflow is judged among.
fn among() -> Among {
    Among {
        standing: company(),
        settings: Settings::default(),
        rows: BTreeSet::from([row_id()]),
        measured: BTreeSet::from([METRIC]),
    }
}

fn may(action: ActionKind, permitted: Permitted, limits: Limits) -> Permission {
    Permission { action, permitted, roles: vec![], condition: None, limits }
}

/// Every limit that an unattended action can be held by.
fn held_hard() -> Limits {
    let clock = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    Limits {
        per_day: Some(100),
        discount_percent: Some("10".parse().unwrap()),
        window: Some(Window { days: vec![], from: clock(8), to: clock(18) }),
        segments: vec![Text::new("EMEA")],
        first_touch_excluded: true,
        risky_excluded: true,
        enriched_only: true,
        ..Limits::default()
    }
}

/// A live workflow that breaks no rule, and does everything that may run unattended so.
fn sound() -> Workflow {
    let unattended = [
        ActionKind::ApplyDiscount,
        ActionKind::SendExternalMessage,
        ActionKind::EnrichFirmographicField,
    ];
    let mut permissions: Vec<Permission> =
        unattended.into_iter().map(|action| may(action, Permitted::Tier4, held_hard())).collect();
    let boxed = Limits { approval_hours: Some(24), ..Limits::default() };
    permissions.push(may(ActionKind::ExportData, Permitted::Tier3, boxed));
    permissions.push(may(ActionKind::PauseItself, Permitted::Tier4, Limits::default()));
    let facts = Facts {
        name: Some(Text::new("Follow-up sequencing")),
        owner: Some(JONAS),
        approver: Some(role("executive-sponsor")),
        kill_switch_owner: Some(MAREN),
        raci: Some(row_id()),
        permissions,
        write_stage: Some(WriteStage::AutomatedWrite),
        data_risks: Some(vec![]),
        metrics: vec![METRIC],
        logs: Some(Text::new("In the sequencer.")),
        rollback_plan: Some(Text::new("Pause, then restore.")),
        vendor: Some(Text::new("Acme")),
        certifications: vec![Certification {
            standard: Standard::Soc2,
            expires: Some(day("2027-11-16")),
            evidence: None,
        }],
        next_review: Some(day("2026-11-16")),
        ..Facts::default()
    };
    Workflow { workflow: WORKFLOW, status: Status::Live, found_live: false, facts }
}

/// A matrix that breaks no rule.
fn matrix() -> Matrix {
    let letters = |written: &str| written.parse::<Letters>().unwrap();
    let row = Row {
        row: row_id(),
        activity: Text::new("ICP scoring change"),
        cells: BTreeMap::from([
            (role("revops"), letters("R")),
            (role("executive-sponsor"), letters("A")),
        ]),
        accountable: None,
    };
    Matrix {
        matrix: RaciId::new("decisions"),
        name: Text::new("Decisions"),
        roles: vec![role("revops"), role("executive-sponsor")],
        rows: vec![row],
        accountable_at_most: None,
    }
}

fn calendar() -> Calendar {
    Calendar { today: day("2026-11-16"), fiscal_start: 1 }
}

/// A weekly metric held against 10 since W40, with these values from W44 to W46.
fn metric(values: [Option<&str>; 3]) -> Metric {
    let week = |number: u32| format!("2026-W{number}").parse().unwrap();
    let observed = [44, 45, 46]
        .into_iter()
        .zip(values)
        .filter_map(|(number, value)| Some(Observed::typed(week(number), value?.parse().unwrap())));
    let name = Text::new("Replies");
    let terms = Terms::bare(name, Class::Business, Unit::Count, Direction::Higher, Span::Week);
    Metric {
        metric: METRIC,
        terms,
        retired: false,
        baselines: vec![Baseline { from: week(44), value: "10".parse().unwrap() }],
        observed: observed.collect(),
    }
}

/// Everything that rules look at; the default breaks none of them.
pub struct Whole {
    pub among: Among,
    pub workflow: Workflow,
    pub matrix: Matrix,
    metric: Metric,
    missed: Vec<MissedReviews>,
    drills: Vec<DueDrill>,
    unconfirmed: Vec<Unconfirmed>,
    repeated: Vec<Repeated>,
    late: Vec<(ExceptionRef, chrono::NaiveDate)>,
    unlearnt: Vec<(ExceptionRef, chrono::NaiveDate)>,
    exceeded: Vec<Exceeded>,
    unattested: Vec<Unattested>,
}

impl Whole {
    pub fn sound() -> Self {
        Self {
            among: among(),
            workflow: sound(),
            matrix: matrix(),
            metric: metric([Some("12"), Some("9"), Some("11")]),
            missed: vec![],
            drills: vec![DueDrill { workflow: WORKFLOW, due: day("2026-11-16") }],
            unconfirmed: vec![],
            repeated: vec![],
            late: vec![],
            unlearnt: vec![(ExceptionRef::new(5), day("2026-11-16"))],
            exceeded: vec![],
            unattested: vec![],
        }
    }

    pub fn broken(&self) -> Vec<Broken> {
        whole(&Program {
            among: &self.among,
            calendar: calendar(),
            workflows: std::slice::from_ref(&self.workflow),
            matrices: std::slice::from_ref(&self.matrix),
            metrics: std::slice::from_ref(&self.metric),
            missed: &self.missed,
            drills: &self.drills,
            unconfirmed: &self.unconfirmed,
            repeated: &self.repeated,
            late: &self.late,
            unlearnt: &self.unlearnt,
            exceeded: &self.exceeded,
            unattested: &self.unattested,
        })
    }
}

pub type Break = fn(&mut Whole);

/// How each rule is broken, and of which part. One that is asked only of an act is not here.
pub fn breaks() -> Vec<(Rule, Option<&'static str>, Break)> {
    fn unlimited(whole: &mut Whole, action: ActionKind, change: fn(&mut Limits)) {
        let rows = &mut whole.workflow.facts.permissions;
        change(&mut rows.iter_mut().find(|row| row.action == action).unwrap().limits);
    }
    fn letters(whole: &mut Whole, role_id: &str, written: &str) {
        whole.matrix.rows[0].cells.insert(role(role_id), written.parse().unwrap());
    }
    vec![
        (Rule::PermissionsTiered, None, |w| w.workflow.facts.permissions.clear()),
        (Rule::WriteStageSet, None, |w| w.workflow.facts.write_stage = None),
        (Rule::OwnerNamed, None, |w| w.workflow.facts.owner = None),
        (Rule::OwnerNamed, None, |w| w.workflow.facts.owner = Some(GONE)),
        (Rule::ApproverNamed, None, |w| w.workflow.facts.approver = None),
        (Rule::ApproverNamed, None, |w| w.workflow.facts.approver = Some(role("legal"))),
        (Rule::KillSwitchNamed, None, |w| w.workflow.facts.kill_switch_owner = None),
        (Rule::KillSwitchNamed, None, |w| w.workflow.facts.kill_switch_owner = Some(GONE)),
        (Rule::DataRiskAnswered, None, |w| w.workflow.facts.data_risks = None),
        (Rule::AlwaysApproved, Some("export-data"), |w| {
            w.workflow.facts.permissions[3].permitted = Permitted::Tier4;
            w.workflow.facts.permissions[3].limits = held_hard();
        }),
        (Rule::HardLimits, Some("send-external-message"), |w| {
            unlimited(w, ActionKind::SendExternalMessage, |limits| limits.per_day = None);
        }),
        (Rule::HardLimits, Some("send-external-message"), |w| {
            unlimited(w, ActionKind::SendExternalMessage, |limits| limits.window = None);
        }),
        (Rule::HardLimits, Some("send-external-message"), |w| {
            unlimited(w, ActionKind::SendExternalMessage, |limits| limits.segments.clear());
        }),
        (Rule::Timeboxed, Some("export-data"), |w| {
            unlimited(w, ActionKind::ExportData, |limits| limits.approval_hours = None);
        }),
        (Rule::Monitored, None, |w| w.workflow.facts.metrics.clear()),
        (Rule::Monitored, None, |w| w.among.measured.clear()),
        (Rule::RollbackPlanned, None, |w| w.workflow.facts.rollback_plan = None),
        (Rule::DiscountBounded, Some("apply-discount"), |w| {
            unlimited(w, ActionKind::ApplyDiscount, |limits| limits.discount_percent = None);
        }),
        (Rule::EnrichmentKeeps, Some("enrich-firmographic-field"), |w| {
            unlimited(w, ActionKind::EnrichFirmographicField, |l| l.enriched_only = false);
        }),
        (Rule::FirstTouch, Some("send-external-message"), |w| {
            unlimited(w, ActionKind::SendExternalMessage, |l| l.first_touch_excluded = false);
        }),
        (Rule::RiskyMessages, Some("send-external-message"), |w| {
            unlimited(w, ActionKind::SendExternalMessage, |l| l.risky_excluded = false);
        }),
        (Rule::LogsLocated, None, |w| w.workflow.facts.logs = None),
        (Rule::LogsLocated, None, |w| {
            w.workflow.facts.logs = Some(Text::Gone { c: "AAAA".to_owned() });
        }),
        (Rule::CertificationValid, None, |w| w.workflow.facts.certifications.clear()),
        (Rule::CertificationValid, Some("soc-2"), |w| {
            w.workflow.facts.certifications[0].expires = Some(day("2026-11-15"));
        }),
        (Rule::CertificationValid, Some("soc-2"), |w| {
            w.workflow.facts.certifications[0].expires = None;
        }),
        (Rule::LaunchDecided, None, |w| w.workflow.found_live = true),
        (Rule::RequesterApart, None, |w| w.workflow.facts.owner = Some(TOBIAS)),
        (Rule::RequesterApart, Some("PER-0001"), |w| {
            w.among.standing.holdings.retain(|held| held.person != TOBIAS);
            w.workflow.facts.approver = Some(role("security"));
            w.matrix.rows[0].cells =
                BTreeMap::from([(role("revops"), "RA".parse::<Letters>().unwrap())]);
            w.matrix.roles = vec![role("revops")];
        }),
        (Rule::RepeatedOverrides, Some("TEAM-0002"), |w| {
            w.repeated = vec![Repeated {
                exception: ExceptionRef::new(4),
                workflow: WORKFLOW,
                team: Some(TeamRef::new(2)),
                overrides: 3,
                entry: 90,
                on: day("2026-11-12"),
            }];
        }),
        (Rule::ExceptionInTime, None, |w| {
            w.late = vec![(ExceptionRef::new(4), day("2026-11-13"))];
        }),
        (Rule::PermitKept, None, |w| {
            w.exceeded = vec![Exceeded {
                permit: PermitRef::new(4),
                kind: DecisionKind::DataExport,
                workflow: Some(WORKFLOW),
                how: Beyond::TooMuch { used: 12, most: 10 },
                recorded: Recorded { entry: 92, on: day("2026-11-14") },
            }];
        }),
        (Rule::PostmortemWritten, None, |w| w.unlearnt[0].1 = day("2026-11-15")),
        (Rule::DrillHeld, None, |w| w.drills[0].due = day("2026-11-15")),
        (Rule::StopConfirmed, Some("STOP-0003"), |w| {
            w.unconfirmed = vec![Unconfirmed {
                stop: StopRef::new(3),
                workflow: WORKFLOW,
                confirmed: 1,
                systems: 2,
                entry: 91,
                on: day("2026-11-13"),
            }];
        }),
        (Rule::BaselineHeld, None, |w| w.metric = metric([Some("12"), Some("9"), Some("9")])),
        (Rule::MetricMeasured, None, |w| w.metric = metric([Some("12"), None, Some("11")])),
        (Rule::CertificationLasts, Some("soc-2"), |w| {
            w.workflow.facts.certifications[0].expires = Some(day("2026-11-16"));
        }),
        (Rule::WorkflowReviewed, None, |w| {
            w.workflow.facts.next_review = Some(day("2026-11-15"));
        }),
        (Rule::WorkflowReviewed, None, |w| w.workflow.facts.next_review = None),
        (Rule::ReviewsHeld, None, |w| {
            let (cadence, since) = (CadenceId::new("weekly"), day("2026-11-09"));
            w.missed = vec![MissedReviews { cadence, count: 1, since }];
        }),
        (Rule::PolicyAttested, None, |w| {
            w.unattested = vec![Unattested {
                policy: PolicyRef::new(2),
                people: vec![JONAS],
                asked: 4,
                since: day("2026-11-12"),
            }];
        }),
        (Rule::OneAccountable, Some("decisions/1"), |w| letters(w, "executive-sponsor", "C")),
        (Rule::OneResponsible, Some("decisions/1"), |w| letters(w, "revops", "C")),
        (Rule::AccountableNamed, Some("decisions/1"), |w| {
            w.matrix.rows[0].accountable = Some(JONAS);
        }),
        (Rule::RoleHeld, Some("legal"), |w| {
            w.matrix.roles.push(role("legal"));
            letters(w, "legal", "C");
        }),
        (Rule::NotTooMuch, Some("PER-0002"), |w| w.matrix.accountable_at_most = Some(0)),
        (Rule::ApproverApart, Some("decisions/1"), |w| {
            w.among.standing.holdings.push(held(TOBIAS, "revops", "2026-01-01", None));
            w.among
                .standing
                .holdings
                .retain(|held| !(held.person == MAREN && held.role == role("revops")));
            w.among.standing.holdings.push(held(MAREN, "executive-sponsor", "2026-01-01", None));
            w.matrix.rows[0].accountable = Some(TOBIAS);
        }),
        (Rule::WorkflowCovered, None, |w| w.workflow.facts.raci = None),
        (Rule::WorkflowCovered, None, |w| w.among.rows.clear()),
    ]
}

fn named(broken: &[Broken]) -> Vec<(Rule, Option<String>)> {
    broken.iter().map(|one| (one.rule, one.part.as_ref().map(Part::to_string))).collect()
}

#[test]
fn a_sound_workspace_breaks_no_rule() {
    assert_eq!(named(&Whole::sound().broken()), [], "what the tables below change is sound");
}

#[test]
fn each_rule_is_broken_by_what_it_forbids_and_by_nothing_else() {
    for (place, (rule, part, break_it)) in breaks().into_iter().enumerate() {
        let mut whole = Whole::sound();
        break_it(&mut whole);
        let expected = vec![(rule, part.map(str::to_owned))];
        assert_eq!(named(&whole.broken()), expected, "case {place}, {rule}");
    }
}

#[test]
fn every_rule_is_tried() {
    // Acts are refused by these, see `decision`; nothing is found to break them.
    let of_an_act = BTreeSet::from([
        Rule::OneStep,
        Rule::TesterApart,
        Rule::StepsShown,
        Rule::HeardFirst,
        Rule::ApprovalsExact,
        Rule::ApprovalsLapse,
        Rule::SponsorMade,
        Rule::LoosenedByTwo,
    ]);
    let tried: BTreeSet<Rule> = breaks().into_iter().map(|(rule, ..)| rule).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(&all - &tried, of_an_act, "a rule without a case could hold by chance");
}

#[test]
fn a_rule_that_is_off_finds_nothing_and_keeps_nothing_from_launching() {
    for (rule, _, break_it) in breaks() {
        let mut whole = Whole::sound();
        break_it(&mut whole);
        whole.among.settings.off.insert(rule);
        assert_eq!(named(&whole.broken()), [], "{rule} is off");
        let blockers = launch_blockers(&whole.among, &whole.workflow);
        assert_eq!(named(&blockers), [], "{rule} is off");
    }
}

#[test]
fn what_blocks_a_launch_is_what_a_live_workflow_would_break() {
    for (rule, part, break_it) in breaks() {
        let mut whole = Whole::sound();
        break_it(&mut whole);
        whole.workflow.status = Status::Draft;
        let blocks = rule.group() == Group::Launch && rule.strength() == Strength::Blocks;
        let expected = if blocks { vec![(rule, part.map(str::to_owned))] } else { vec![] };
        let found = launch_blockers(&whole.among, &whole.workflow);
        assert_eq!(named(&found), expected, "{rule}");
        let standing = of_workflow(&whole.among, &whole.workflow);
        assert!(
            standing.iter().all(|one| one.rule == Rule::WorkflowCovered),
            "a draft does nothing yet, so it breaks no launch rule: {rule}"
        );
    }
}

#[test]
fn an_action_that_pauses_itself_needs_no_limits() {
    let mut whole = Whole::sound();
    whole.workflow.facts.permissions.retain(|row| row.action == ActionKind::PauseItself);
    assert_eq!(named(&whole.broken()), [], "limits are there to hold back, and this holds back");
}

#[test]
fn each_rule_can_be_told_apart_and_told() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), Rule::ALL.len(), "an identifier names one rule");
    for rule in Rule::ALL {
        for words in [rule.sentence(), rule.why(), rule.mend()] {
            assert!(words.ends_with('.') && words.len() > 20, "{rule}: “{words}”");
        }
        let written = serde_json::to_value(rule).unwrap();
        assert_eq!(written, rule.id(), "the ledger spells it as it is called");
    }
}

#[test]
fn tiers_and_stages_rise_one_step_at_a_time() {
    use Permitted::*;
    let asked = |status, found_live, was: Option<Permitted>, is: Permitted| {
        let row = |permitted| may(ActionKind::Recommend, permitted, Limits::default());
        let facts = |row: Option<Permission>| Facts {
            permissions: row.into_iter().collect(),
            ..Facts::default()
        };
        let before =
            Workflow { workflow: WORKFLOW, status, found_live, facts: facts(was.map(row)) };
        !steps(&before, &facts(Some(row(is)))).is_empty()
    };
    for (status, found_live, was, is, refused) in [
        (Status::Live, false, Some(Tier1), Tier2, false),
        (Status::Live, false, Some(Tier1), Tier3, true),
        (Status::Live, false, Some(Tier4), Tier1, false),
        (Status::Live, false, Some(Blocked), Tier1, false),
        (Status::Live, false, Some(Blocked), Tier2, true),
        (Status::Live, false, None, Tier1, false),
        (Status::Live, false, None, Tier2, true),
        (Status::Stopped, false, Some(Tier1), Tier3, true),
        (Status::Draft, false, Some(Tier1), Tier4, false),
        (Status::Live, true, None, Tier4, false),
        (Status::Live, true, Some(Tier1), Tier3, true),
    ] {
        let says = format!("{status:?}, found live {found_live}: {was:?} to {is:?}");
        assert_eq!(asked(status, found_live, was, is), refused, "{says}");
    }
    let stage = |stage| Facts { write_stage: Some(stage), ..Facts::default() };
    let before = Workflow { facts: stage(WriteStage::DraftMode), ..sound() };
    for (after, refused) in [(WriteStage::ConditionalWrite, 0), (WriteStage::AutomatedWrite, 1)] {
        assert_eq!(steps(&before, &stage(after)).len(), refused, "draft mode to {after:?}");
    }
}

#[test]
fn settings_refuse_what_nobody_may_set() {
    let off = |rule| Settings { off: BTreeSet::from([rule]), ..Settings::default() };
    let number = |value| Settings {
        numbers: BTreeMap::from([(Number::CertificationDays, value)]),
        ..Settings::default()
    };
    for (settings, expected) in [
        (Settings::start_up(), "done"),
        (off(Rule::LogsLocated), "done"),
        (off(Rule::RequesterApart), "rule-stays-on"),
        (off(Rule::AlwaysApproved), "rule-stays-on"),
        (number(1), "done"),
        (number(0), "out-of-range"),
        (number(366), "out-of-range"),
    ] {
        assert_eq!(code(&settings.check()), expected, "{settings:?}");
    }
}

#[test]
fn a_start_up_set_is_what_stands_without_one() {
    let (set, none) = (Settings::start_up(), Settings::default());
    assert!(
        Rule::ALL.iter().all(|rule| set.same_of(&none, *rule)),
        "a workspace older than rules' settings stands as a new one starts"
    );
}

#[test]
fn what_lets_more_through_loosens() {
    let days = |days| Settings {
        numbers: BTreeMap::from([(Number::CertificationDays, days)]),
        ..Settings::default()
    };
    let off = Settings { off: BTreeSet::from([Rule::LogsLocated]), ..Settings::default() };
    for (before, after, expected) in [
        (Settings::default(), Settings::start_up(), false),
        (Settings::default(), off.clone(), true),
        (off, Settings::default(), false),
        (days(60), days(30), true),
        (days(60), days(90), false),
        (Settings::default(), days(59), true),
    ] {
        assert_eq!(loosens(&before, &after), expected, "{before:?} to {after:?}");
    }
    let both = Settings { off: BTreeSet::from([Rule::Monitored]), ..days(30) };
    assert_eq!(
        loosened(&Settings::default(), &both),
        BTreeSet::from([Rule::Monitored, Rule::CertificationLasts]),
        "each rule that lets more through is named"
    );
}

fn version<T>(what: T, entry: u64, on: &str) -> Version<T> {
    Version { what, entry, on: day(on) }
}

#[test]
fn a_finding_is_dated_by_the_entry_that_made_it() {
    let without = |change: fn(&mut Workflow)| {
        let mut workflow = sound();
        workflow.facts.logs = None;
        change(&mut workflow);
        workflow
    };
    let broken = Broken::new(Rule::LogsLocated, WORKFLOW);
    let newest_first = [
        version(without(|w| w.facts.owner = Some(MAREN)), 40, "2026-11-10"),
        version(without(|_| ()), 30, "2026-10-01"),
        version(sound(), 20, "2026-09-01"),
        version(without(|_| ()), 10, "2026-08-01"),
    ];
    let since = |versions| workflow_since(&among(), versions, &broken);
    let entry = |entry, on| Some(Since { on: day(on), entry: Some(entry) });
    assert_eq!(since(&newest_first), entry(30, "2026-10-01"), "it held between 20 and 30");
    let launched = [
        version(without(|_| ()), 40, "2026-11-10"),
        version(without(|w| w.status = Status::Draft), 30, "2026-10-01"),
    ];
    assert_eq!(since(&launched), entry(40, "2026-11-10"), "a draft breaks no launch rule");
}

#[test]
fn a_finding_that_time_made_is_dated_by_its_day() {
    let mut whole = Whole::sound();
    whole.workflow.facts.certifications[0].expires = Some(day("2026-11-10"));
    let broken = whole.broken().remove(0);
    let since = |on| workflow_since(&among(), &[version(whole.workflow.clone(), 12, on)], &broken);
    assert_eq!(since("2026-01-01"), Some(Since::day(day("2026-11-11"))), "the day after its last");
    let stated_late = Since { on: day("2026-11-15"), entry: Some(12) };
    assert_eq!(since("2026-11-15"), Some(stated_late), "it was stated when it was over already");
}

#[test]
fn a_rule_that_was_switched_on_finds_since_then() {
    let off = Settings { off: BTreeSet::from([Rule::LogsLocated]), ..Settings::default() };
    let newest_first = [
        version(Settings::start_up(), 50, "2026-11-01"),
        version(off, 40, "2026-10-01"),
        version(Settings::start_up(), 3, "2026-01-01"),
    ];
    let on = Since { on: day("2026-11-01"), entry: Some(50) };
    assert_eq!(on_since(Rule::LogsLocated, &newest_first), Some(on), "it was off before");
    assert_eq!(on_since(Rule::Monitored, &newest_first), None, "it was on all the time");
}

#[test]
fn who_may_put_a_finding_off_and_until_when() {
    let found = [Broken::new(Rule::LogsLocated, WORKFLOW)];
    let of = |rule, until: &str| FindingPutOff {
        rule,
        about: WORKFLOW.to_string(),
        part: None,
        until: day(until),
    };
    let logs = |until| of(Rule::LogsLocated, until);
    let cases: [(&str, PersonRef, FindingPutOff, &str, &str); 8] = [
        ("RevOps", MAREN, logs("2026-12-01"), "The vendor promised it.", "done"),
        ("the owner", JONAS, logs("2026-12-01"), "The vendor promised it.", "done"),
        ("somebody else", RAFAEL, logs("2026-12-01"), "No.", "not-entitled"),
        ("no reason", MAREN, logs("2026-12-01"), " ", "reason-missing"),
        ("taken up again", MAREN, logs("2026-11-16"), "It is time.", "done"),
        ("in the past", MAREN, logs("2026-11-15"), "It was time.", "out-of-range"),
        ("for ever", MAREN, logs("2028-01-01"), "Never mind.", "out-of-range"),
        ("what holds", MAREN, of(Rule::Monitored, "2026-12-01"), "To be safe.", "finding-gone"),
    ];
    let standing: Standing = company();
    for (says, by, terms, reason, expected) in cases {
        let put = put_off(&standing, by, &found, Some(&sound()), terms, reason);
        assert_eq!(code(&put), expected, "{says}");
    }
}

#[test]
fn a_finding_stays_put_off_until_its_day_or_until_it_comes_anew() {
    let broken = Broken::new(Rule::HardLimits, WORKFLOW).of(ActionKind::ExportData);
    let terms = FindingPutOff {
        rule: Rule::HardLimits,
        about: WORKFLOW.to_string(),
        part: Some("export-data".to_owned()),
        until: day("2026-12-01"),
    };
    let put = PutOff { terms, entry: 20, on: day("2026-11-10") };
    let entry = |entry, on| Some(Since { on: day(on), entry: Some(entry) });
    let today = "2026-11-16";
    let other = Broken::new(Rule::HardLimits, WORKFLOW).of(ActionKind::Recommend);
    for (says, of, since, on, expected) in [
        ("before its day", &broken, entry(10, "2026-11-01"), today, true),
        ("on its day", &broken, entry(10, "2026-11-01"), "2026-12-01", false),
        ("of another part", &other, entry(10, "2026-11-01"), today, false),
        ("mended and back", &broken, entry(30, "2026-11-12"), today, false),
        ("back with time", &broken, Some(Since::day(day("2026-11-11"))), today, false),
        ("nobody can say", &broken, None, today, true),
    ] {
        assert_eq!(put.covers(of, since, day(on)), expected, "{says}");
    }
}

#[test]
fn what_runs_under_eyes_needs_no_day_to_be_looked_at() {
    let mut whole = Whole::sound();
    whole.workflow.facts.next_review = None;
    whole.workflow.facts.permissions.retain(|row| row.permitted == Permitted::Tier3);
    assert_eq!(named(&whole.broken()), [], "only what runs unattended is audited by the calendar");
}

#[test]
fn a_stop_that_waits_is_dated_by_its_own_entry() {
    let mut whole = Whole::sound();
    let (stop, on) = (StopRef::new(3), day("2026-11-13"));
    whole.unconfirmed =
        vec![Unconfirmed { stop, workflow: WORKFLOW, confirmed: 0, systems: 1, entry: 91, on }];
    let broken = whole.broken().remove(0);
    let since = workflow_since(&whole.among, &[version(sound(), 12, "2026-11-15")], &broken);
    assert_eq!(since, Some(Since { on, entry: Some(91) }), "whatever was said of it since");
}

#[test]
fn a_workspace_of_one_is_a_standing_finding_and_no_wall() {
    let mut whole = Whole::sound();
    whole.among.standing.holdings.retain(|held| held.person == MAREN);
    let found = whole.broken();
    let alone = found.iter().find(|one| one.about == About::Workspace).unwrap();
    assert_eq!((alone.rule, alone.part.clone()), (Rule::RequesterApart, Some(Part::Person(MAREN))));
}

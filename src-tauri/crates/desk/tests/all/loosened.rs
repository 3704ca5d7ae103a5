//! What one person tightens and two loosen: cadences, the calendar, metrics and baselines.

use desk::operations::{
    ChangeGiven, ChangeMetric, DefineMetric, HolidayRow, MetricQuery, MetricTerms, Nothing,
    ProposeDecision, RetireCadence, RetireMetric, SetBaseline, SetCadence, SetCalendar,
    SettingGiven,
};
use desk::{Desk, Problem};
use domain::decision::{DecisionKind, DecisionState};

use crate::support::*;

fn days(holidays: &[&str]) -> (Vec<String>, Vec<HolidayRow>) {
    let business_days = ["Mon", "Tue", "Wed", "Thu", "Fri"].map(str::to_owned).to_vec();
    let row = |date: &&str| HolidayRow { date: (*date).to_owned(), name: "Outing".into() };
    (business_days, holidays.iter().map(row).collect())
}

fn terms(limit: &str) -> MetricTerms {
    MetricTerms { limit: limit.into(), ..metric_terms("Wrong names") }
}

/// Sets it, as one person does.
fn alone(desk: &mut Desk, given: SettingGiven) -> Result<(), Problem> {
    let why = "It takes too long.".to_owned();
    match given {
        SettingGiven::Cadence { terms } => {
            desk.set_cadence(SetCadence { terms, begins: false, why }).map(drop)
        }
        SettingGiven::CadenceRetired { cadence } => {
            desk.retire_cadence(RetireCadence { cadence, why }).map(drop)
        }
        SettingGiven::Calendar { business_days, holidays } => {
            desk.set_calendar(SetCalendar { business_days, holidays, why }).map(drop)
        }
        SettingGiven::Metric { metric, terms } => {
            desk.change_metric(ChangeMetric { metric, terms }).map(drop)
        }
        SettingGiven::MetricRetired { metric } => {
            desk.retire_metric(RetireMetric { metric, reason: why }).map(drop)
        }
        SettingGiven::Baseline { metric, value, from } => {
            desk.set_baseline(SetBaseline { metric, value, from, reason: why }).map(drop)
        }
        // There is no way to leave something out alone; see the tests of frameworks.
        SettingGiven::Scope { .. } => unreachable!("no test of this file leaves anything out"),
        SettingGiven::Policy { .. } | SettingGiven::PolicyRetired { .. } => {
            panic!("nobody adopts or retires a policy alone")
        }
    }
}

#[test]
fn what_is_held_longer_takes_a_decision_that_sets_it() {
    let room = Room::new();
    let mut desk = room.founded();
    // The daily watch begins on the day after.
    room.later(24 * 60);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let defined = desk.define_metric(DefineMetric { terms: terms("5") }).unwrap();
    let metric = defined.row.beside.metric;
    let baseline = |value: &str| SettingGiven::Baseline {
        metric: metric.clone(),
        value: value.to_owned(),
        from: "2026-W47".to_owned(),
    };
    alone(&mut desk, baseline("3")).unwrap();
    let (business_days, holidays) = days(&["2026-12-25"]);
    alone(&mut desk, SettingGiven::Calendar { business_days, holidays }).unwrap();
    let view = desk.cadences(Nothing {}).unwrap();
    let weekly = view.cadences.into_iter().find(|row| row.terms.cadence == "weekly").unwrap();
    let mut shorter = weekly.terms;
    let gone = shorter.checklist.pop().unwrap();
    let (business_days, holidays) = days(&["2026-11-24", "2026-12-25"]);
    let (rules, threshold) = (DecisionKind::RuleSetting, DecisionKind::Threshold);
    for (kind, given, says) in [
        (
            rules,
            SettingGiven::Calendar { business_days, holidays },
            "Holiday 2026-11-24: – → Outing".to_owned(),
        ),
        (
            rules,
            SettingGiven::Cadence { terms: shorter },
            format!("Item removed: {} → –", gone.title),
        ),
        (
            rules,
            SettingGiven::CadenceRetired { cadence: "daily".into() },
            "daily: In force → Retired".to_owned(),
        ),
        (
            threshold,
            SettingGiven::Metric { metric: metric.clone(), terms: terms("6") },
            "Limit: 5\u{202f}% → 6\u{202f}%".to_owned(),
        ),
        (threshold, baseline("4"), format!("Baseline of {metric} from 2026-W47: 3 → 4")),
        (
            threshold,
            SettingGiven::MetricRetired { metric: metric.clone() },
            format!("{metric}: Measured → Measured no longer"),
        ),
    ] {
        let before = size(&mut desk);
        let refused = alone(&mut desk, given.clone()).unwrap_err();
        assert_eq!(refused.code, "needs-decision", "by one person: {says}");
        assert_eq!(refused.kind, Some(kind), "and it says of which kind");
        assert_eq!(size(&mut desk), before, "nothing was entered");
        let (said, state) = set_by_two(&mut desk, kind, given);
        assert_eq!((said, state), (says, DecisionState::Applied), "whoever signs reads it");
    }
    let calendar = desk.calendar(Nothing {}).unwrap();
    assert_eq!(calendar.holidays.len(), 2, "the calendar is as it was approved");
    let cadences = desk.cadences(Nothing {}).unwrap().cadences;
    let asks = |row: &desk::operations::CadenceRow| {
        row.terms.checklist.iter().any(|item| item.item == gone.item)
    };
    assert!(!cadences.iter().any(|row| row.terms.cadence == "daily"), "the daily one is retired");
    assert!(!cadences.iter().any(asks), "the item is asked no longer");
    let view = desk.metric(MetricQuery { metric: metric.clone(), as_of: None }).unwrap();
    assert_eq!(view.row.beside.limit_shown.as_deref(), Some("6\u{202f}%"), "the limit stands");
    let last = view.baselines.first().unwrap();
    assert_eq!(last.shown, "4\u{202f}%", "so does the baseline");
    assert_eq!(last.reason.as_deref(), Some("It takes too long."), "for the decision's reason");
    assert!(view.history[0].retired, "and it is measured no longer");
    holds(&mut desk, "each was decided, and the tables follow from the entries");
}

#[test]
fn a_setting_that_was_set_meanwhile_makes_the_decision_stale() {
    let room = Room::new();
    let mut desk = room.founded();
    let set = |desk: &mut Desk, holidays: &[&str]| {
        let (business_days, holidays) = days(holidays);
        alone(desk, SettingGiven::Calendar { business_days, holidays }).unwrap();
    };
    set(&mut desk, &["2026-12-25", "2026-11-24"]);
    let (business_days, holidays) = days(&["2026-11-23", "2026-11-24", "2026-12-25"]);
    let proposed = desk
        .propose_decision(ProposeDecision {
            kind: DecisionKind::RuleSetting,
            title: "A day more".into(),
            rationale: "Nobody is in.".into(),
            rollback_plan: String::new(),
            evidence: Vec::new(),
            change: ChangeGiven::Setting {
                given: SettingGiven::Calendar { business_days, holidays },
            },
        })
        .unwrap();
    set(&mut desk, &["2026-12-25"]);
    let state = read_decision(&mut desk, &proposed.row.decision).row.state;
    assert_eq!(state, DecisionState::Stale, "it was judged on what stands no longer");
}

//! What the register writes as CSV, an import reads back as the same facts.

use chrono::{NaiveDate, NaiveTime, Weekday};
use domain::workflow::{
    ActionKind, Certification, CostBenefit, DataRisk, Facts, Kind, Limits, Permission, Permitted,
    Phase, Standard, Status, Tier, TrainingUse, Window, WriteStage,
};
use domain::{MetricRef, PersonRef, RaciRowId, RoleId, Text, WorkflowRef};
use intake::inventory::{Options, read};
use proptest::prelude::*;
use report::csv::{Reader, Table, write};
use rust_decimal::Decimal;
use store::tables::workflow::Workflow;

use super::tell::tell;
use crate::people::Names;
use crate::register::table::{fields, heads};

/// Two people of one name, and roles whose names hold the signs that part names.
fn names() -> Names {
    Names::told(
        &[(1, "Zoë Kim"), (2, "zoë  kim"), (3, "Ada Okafor")],
        &[("revops", "RevOps"), ("sdr", "SDR, EMEA"), ("desk", "Desk; \"deals\" (all)")],
    )
}

/// Words as people write them, with every sign that parts something somewhere.
fn a_text() -> impl Strategy<Value = Text> {
    "[A-Zé][A-Za-zé客0-9,;:|•\"'()%/-]{0,9}( [A-Za-z0-9,;\"()-]{1,7}){0,3}(\n[A-Z;][a-z]{3,9})?x"
        .prop_map(Text::new)
}

fn a_label() -> impl Strategy<Value = Text> {
    "[A-Z][a-z]{4,9}( [A-Za-z0-9,;\"()-]{1,9}){0,3}".prop_map(Text::new)
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    prop::collection::vec(a_text(), 0..3)
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(
    of: &[T],
) -> impl Strategy<Value = Option<T>> + use<T> {
    prop::option::of(prop::sample::select(of.to_vec()))
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    of: &[T],
) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::sample::subsequence(of.to_vec(), 0..=of.len())
}

fn an_amount() -> impl Strategy<Value = Option<Decimal>> {
    prop::option::of((0..99_999_999_i64, 0..5_u32).prop_map(|(n, scale)| Decimal::new(n, scale)))
}

fn a_day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((0..2_000_i32).prop_map(|n| {
        NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::TimeDelta::days(n.into())
    }))
}

fn limits() -> impl Strategy<Value = Limits> {
    let week = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];
    let time = |minute: u32| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
    let window = (some_of(&week), 0..1_440_u32, 0..1_440_u32)
        .prop_map(move |(days, from, to)| Window { days, from: time(from), to: time(to) });
    (
        prop::option::of(1..9_999_u32),
        prop::option::of((1..1_000_i64).prop_map(|n| Decimal::new(n, 1))),
        prop::option::of(1..99_999_u32),
        prop::option::of(1..999_u32),
        prop::option::of(window),
        texts(),
        any::<bool>(),
    )
        .prop_map(
            |(per_day, discount_percent, export_rows, approval_hours, window, segments, first)| {
                Limits {
                    per_day,
                    discount_percent,
                    export_rows,
                    approval_hours,
                    window,
                    segments,
                    first_touch_excluded: first,
                    risky_excluded: per_day.is_none() != first,
                    enriched_only: !first,
                }
            },
        )
}

fn permissions() -> impl Strategy<Value = Vec<Permission>> {
    let roles = ["revops", "sdr", "desk"].map(RoleId::new);
    let tiers = [Permitted::Blocked, Permitted::Tier1, Permitted::Tier3, Permitted::Tier4];
    let row = move |action: ActionKind| {
        let parts = (
            prop::sample::select(tiers.to_vec()),
            some_of(&roles),
            prop::option::of(a_text()),
            limits(),
        );
        parts.prop_map(move |(permitted, roles, condition, limits)| Permission {
            action,
            permitted,
            roles,
            condition,
            limits,
        })
    };
    let actions = prop::sample::subsequence(ActionKind::ALL.to_vec(), 0..5);
    actions.prop_flat_map(move |actions| actions.into_iter().map(&row).collect::<Vec<_>>())
}

fn certifications() -> impl Strategy<Value = Vec<Certification>> {
    let held =
        |standard: Standard| {
            (a_day(), prop::option::of(a_text()))
                .prop_map(move |(expires, evidence)| Certification { standard, expires, evidence })
        };
    some_of(Standard::ALL).prop_flat_map(move |some| some.into_iter().map(held).collect::<Vec<_>>())
}

fn money() -> impl Strategy<Value = Option<CostBenefit>> {
    let figures = (an_amount(), an_amount(), an_amount(), prop::option::of(a_text()));
    prop::option::of(figures.prop_map(|(set_up, cost_a_year, benefit_a_year, basis)| CostBenefit {
        currency: "EUR".to_owned(),
        set_up,
        cost_a_year,
        benefit_a_year,
        basis,
    }))
}

/// Who is meant: somebody of the workspace, or a name nobody there has.
fn a_person() -> impl Strategy<Value = (Option<PersonRef>, Option<Text>)> {
    prop_oneof![
        Just((None, None)),
        (1..4_u32).prop_map(|n| (Some(PersonRef::new(n)), None)),
        a_label().prop_map(|named| (None, Some(named))),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let words = prop::collection::vec(prop::option::of(a_text()), 8);
    let labels = prop::collection::vec(prop::option::of(a_label()), 4);
    let choices = (
        one_of(&[Phase::DataSourcing, Phase::CampaignExecution, Phase::PipelineProgression]),
        one_of(&[Kind::LeadScoring, Kind::DealDesk, Kind::DeDuplication, Kind::Agent]),
        one_of(&[WriteStage::ReadOnlyAssist, WriteStage::DraftMode, WriteStage::AutomatedWrite]),
        one_of(&[TrainingUse::Never, TrainingUse::OptedOut, TrainingUse::Used]),
        prop::option::of(some_of(&[DataRisk::PersonalData, DataRisk::Pricing])),
        one_of(&Tier::ALL),
        prop::option::of("[a-z]{2,8}/[a-z-]{2,9}".prop_map(RaciRowId::new)),
        some_of(&[MetricRef::new(5), MetricRef::new(19)]),
    );
    let rest = (texts(), texts(), permissions(), certifications(), money(), a_day());
    let people = (a_person(), a_person(), one_of(&["revops", "sdr"].map(RoleId::new)));
    (a_label(), words, labels, choices, rest, people).prop_map(
        |(name, mut words, mut labels, choices, rest, people)| {
            let (phase, kind, write_stage, vendor_training, data_risks, tier, raci, metrics) =
                choices;
            let (guardrails, kpis, permissions, certifications, cost_benefit, next_review) = rest;
            let ((owner, owner_named), (kill_switch_owner, kill_named), approver) = people;
            let mut word = || words.pop().flatten();
            let mut label = || labels.pop().flatten();
            Facts {
                name: Some(name),
                bottleneck: word(),
                outcome: word(),
                phase,
                kind,
                ai_does: word(),
                human_does: word(),
                governance: word(),
                vendor: label(),
                product: label(),
                model: label(),
                system_of_record: label(),
                owner,
                owner_named,
                approver,
                approver_named: None,
                kill_switch_owner,
                kill_switch_owner_named: kill_named,
                raci,
                // Once permissions are tiered one by one, they say the tier.
                tier_stated: tier.filter(|_| permissions.is_empty()),
                permissions,
                write_stage,
                data_risks,
                guardrails,
                kpis,
                metrics,
                logs: word(),
                rollback_plan: word(),
                certifications,
                vendor_retention: word(),
                vendor_training,
                cost_benefit,
                next_review,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_workflow_that_was_written_is_read_as_it_was(facts in facts()) {
        let names = names();
        let workflow = Workflow {
            workflow: WorkflowRef::new(7),
            status: Status::Paused,
            found_live: true,
            facts: facts.clone(),
            since: 1,
            registered: 1,
        };
        let table = Table { heads: heads(), rows: vec![fields(&workflow, &names)] };
        let bytes = write(&table, Reader::Spreadsheet).unwrap();
        let inventory = read(&bytes, &Options::default()).unwrap();
        prop_assert!(inventory.rejected.is_empty(), "{:?}", inventory.rejected);
        let left: Vec<&str> =
            inventory.report.mapping.left_out().map(|column| column.header.as_str()).collect();
        prop_assert_eq!(left, ["Found live"], "every other column fills a field");
        let row = &inventory.workflows[0];
        prop_assert_eq!((row.reference, row.status), (Some(WorkflowRef::new(7)), Some(Status::Paused)));
        let mut told = Facts::default();
        prop_assert_eq!(tell(&mut told, row, &names), Ok(()));
        prop_assert_eq!(told, facts);
    }
}

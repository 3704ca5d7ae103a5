//! The register, described in the first week; what changed on it since.

use domain::decision::{DecisionKind, Verdict};
use domain::workflow::{Standard, Status, TrainingUse};

use super::company::{MAREN, TOBIAS, in_days};
use super::decisions;
use super::metrics::reference;
use super::permissions::rows;
use super::story::{Quarters, Story};
use crate::operations::{
    CertificationGiven, ChangeGiven, CostBenefitGiven, DescribeWorkflow, Given, LimitsShown,
    PermissionGiven, ProposeDecision, RegisterQuery, RegisterRow, SetWorkflowStatus,
};
use crate::{Desk, Problem};

const TIERED: &str = "Tiered row by row in the first week, with its owner.";

/// A vendor: what it holds and in how many days from the end that runs out, how long it keeps
/// data, and whether it trains on it.
struct Vendor {
    name: &'static str,
    holds: &'static [(Standard, u64)],
    keeps: &'static str,
    training: TrainingUse,
}

const VENDORS: &[Vendor] = &[
    Vendor {
        name: "Lettera",
        holds: &[(Standard::Soc2, 211), (Standard::GdprDpa, 402)],
        keeps: "Drafts for 30 days, sent messages for 90",
        training: TrainingUse::OptedOut,
    },
    Vendor {
        name: "Clearpair",
        holds: &[(Standard::Soc2, 164), (Standard::Iso27001, 19), (Standard::GdprDpa, 330)],
        keeps: "Job files for 14 days",
        training: TrainingUse::Never,
    },
    Vendor {
        name: "Scorewell",
        holds: &[(Standard::Soc2, 128), (Standard::GdprDpa, 276)],
        keeps: "Scores for a year, features for 90 days",
        training: TrainingUse::OptedOut,
    },
    Vendor {
        name: "Foresite",
        holds: &[(Standard::Soc2, 243), (Standard::Iso27001, 301), (Standard::GdprDpa, 301)],
        keeps: "Snapshots of the pipeline for two years",
        training: TrainingUse::Never,
    },
    Vendor {
        name: "Earmark",
        holds: &[(Standard::Soc2, 97), (Standard::GdprDpa, 187)],
        keeps: "Recordings for 60 days, summaries until deleted",
        training: TrainingUse::OptedOut,
    },
    Vendor {
        name: "Quotient",
        holds: &[(Standard::Soc2, 149), (Standard::Iso27001, 220), (Standard::GdprDpa, 365)],
        keeps: "Quotes until deleted",
        training: TrainingUse::Never,
    },
    Vendor {
        name: "Parley",
        holds: &[(Standard::GdprDpa, 190)],
        keeps: "Conversations for 30 days",
        training: TrainingUse::Used,
    },
];

/// What a workflow costs and brings: once, a year, a year, and how that was estimated.
type Money = (&'static str, &'static str, &'static str, &'static str);

/// What the first week found of a workflow: the RACI row, the metrics, the money, and in how many
/// days from the end it is to be looked at again.
struct Found {
    name: &'static str,
    raci: &'static str,
    metrics: &'static [&'static str],
    money: Option<Money>,
    look_again: u64,
}

const fn found(
    name: &'static str,
    raci: &'static str,
    metrics: &'static [&'static str],
    money: Option<Money>,
    look_again: u64,
) -> Found {
    Found { name, raci, metrics, money, look_again }
}

const FOUND: &[Found] = &[
    found(
        "Lead scoring, ICP v4",
        "decisions/icp-scoring-change",
        &["lead-score-stability", "meetings-booked"],
        Some(("18000", "26400", "96000", "Two meetings a week more, at last year’s win rate")),
        40,
    ),
    found(
        "Inbound routing",
        "governance/inventory-and-tiering",
        &[],
        Some(("6000", "2400", "21000", "Hours of the person who routed by hand")),
        52,
    ),
    found(
        "First-touch email drafts",
        "decisions/external-message-policy",
        &["positive-replies", "replies", "hallucination-rate"],
        Some((
            "4000",
            "14400",
            "58000",
            "Eleven minutes saved per first email, half of it used for calls",
        )),
        24,
    ),
    found(
        "Follow-up sequencing",
        "outreach/crm-and-sequence-configuration",
        &["sequence-adherence", "unsubscribes", "complaints"],
        Some(("3000", "12000", "31000", "Touches that were planned and not done before")),
        24,
    ),
    found(
        "Call summaries",
        "governance/logging-and-audit-trail",
        &["adoption"],
        Some(("2500", "19200", "47000", "Nine minutes a call, measured in two weeks of May")),
        66,
    ),
    found(
        "Pipeline forecast",
        "governance/metrics-and-risk-indicators",
        &["forecast-accuracy"],
        Some(("9000", "28000", "0", "Not measured yet; the finance team says next quarter")),
        80,
    ),
    found(
        "Firmographic enrichment",
        "governance/data-access-and-vendor-security",
        &["enrichment-overwrite-rate"],
        Some(("5000", "16800", "24000", "Research hours of four SDRs")),
        17,
    ),
    found(
        "Contact de-duplication",
        "governance/logging-and-audit-trail",
        &[],
        Some(("3500", "9600", "14000", "Double touches avoided")),
        45,
    ),
    found(
        "Next best action",
        "governance/metrics-and-risk-indicators",
        &["adoption", "override-rate"],
        Some(("0", "15600", "22000", "Stage progression of users against non-users")),
        31,
    ),
    found(
        "Renewal risk notes",
        "governance/metrics-and-risk-indicators",
        &["renewal-risk"],
        Some(("11000", "1800", "64000", "Two renewals kept that the notes named first")),
        73,
    ),
    found(
        "Discount guidance",
        "decisions/pricing-exception",
        &["discount-leakage"],
        Some(("7000", "13200", "42000", "Leakage against the same months of last year")),
        38,
    ),
    found("Bounce suppression", "outreach/crm-and-sequence-configuration", &["bounces"], None, 59),
    found(
        "Proposal assembly",
        "governance/legal-language-and-claims",
        &[],
        Some(("12000", "10800", "39000", "A day and a half per proposal")),
        87,
    ),
    found(
        "SDR outreach agent",
        "decisions/sales-agent-permissions",
        &["positive-replies", "complaints", "touches-sent"],
        Some(("8000", "22000", "0", "None: paused")),
        10,
    ),
    found("Contract clause finder", "governance/legal-language-and-claims", &[], None, 94),
    found("Territory rebalancing", "governance/quarterly-review-and-re-tiering", &[], None, 94),
    found(
        "Prospect list building",
        "outreach/contact-lists-and-first-copy",
        &["bounces", "high-quality-touches"],
        Some(("2000", "8400", "18000", "A day a week of one SDR")),
        47,
    ),
    found(
        "Website chat concierge",
        "decisions/external-message-policy",
        &["meetings-booked"],
        None,
        61,
    ),
    found(
        "Renewal quote drafts",
        "decisions/pricing-exception",
        &["discount-leakage"],
        Some(("4500", "6000", "17000", "Two hours per quote")),
        68,
    ),
];

const AGENT: &str = "SDR outreach agent";
const WRITING: &[&str] = &["First-touch email drafts", AGENT];

/// Described over three afternoons of the first week; changed where the story changes it.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    for (third, day) in FOUND.chunks(FOUND.len().div_ceil(3)).zip(1..) {
        story.plan(days.at(0, day, 15, 0), MAREN, move |story| {
            for found in third {
                story.seconds(140);
                describe(story, found)?;
            }
            Ok(())
        });
    }
    // Eleven headcounts were overwritten: the job may no longer touch what people keep.
    story.plan(days.at(3, 0, 14, 30), MAREN, |story| {
        let what = vec![guardrails(&[
            "Enriched fields only",
            "Never a field that a person filled",
            "1,200 records a day",
            "01:00 to 05:00",
            "Previous value kept",
        ])];
        change(
            story.desk,
            "Firmographic enrichment",
            what,
            "It overwrote eleven headcounts that people keep by hand.",
        )
    });
    // The kill switch of the story: the vendor changed the model behind the agent.
    story.plan(days.at(14, 0, 14, 5), MAREN, |story| {
        let why = "Positive replies below their baseline for two weeks, and complaints rising, \
                   since the vendor changed the model unannounced.";
        let workflow = by_name(story.desk, AGENT)?.workflow;
        let (status, why) = (Status::Paused, why.to_owned());
        story.desk.set_workflow_status(SetWorkflowStatus { workflow, status, why })?;
        WRITING.iter().try_for_each(|name| propose_model(story.desk, name))
    });
    story.plan(days.at(14, 0, 15, 20), TOBIAS, |story| {
        decisions::vote_on_all(story.desk, DecisionKind::VendorApproval, Verdict::Approve)
    });
    story.plan(days.at(12, 2, 11, 20), MAREN, |story| {
        let what = vec![Given::RollbackPlan(
            "Restore the routing table of the day before; the copy lies beside it at 18:00."
                .to_owned(),
        )];
        change(
            story.desk,
            "Inbound routing",
            what,
            "The rollback plan did not say where the copy lies.",
        )
    });
    story.plan(days.at(18, 3, 15, 25), MAREN, |story| {
        let limits = LimitsShown { discount_percent: Some("8".to_owned()), ..none() };
        let what = vec![Given::Permission(PermissionGiven {
            action: domain::workflow::ActionKind::ApplyDiscount,
            permitted: domain::workflow::Permitted::Tier2,
            roles: Vec::new(),
            condition: "Above the limit it goes to the CRO.".to_owned(),
            limits,
        })];
        change(
            story.desk,
            "Discount guidance",
            what,
            "The deal desk lowered the range to 8 % with the new price list.",
        )
    });
}

/// Guardrails as a person gives them.
pub fn guardrails(words: &[&str]) -> Given {
    Given::Guardrails(words.iter().map(|one| (*one).to_owned()).collect())
}

fn none() -> LimitsShown {
    LimitsShown {
        per_day: None,
        discount_percent: None,
        export_rows: None,
        approval_hours: None,
        window: None,
        segments: Vec::new(),
        first_touch_excluded: false,
        risky_excluded: false,
        enriched_only: false,
    }
}

fn describe(story: &mut Story<'_>, found: &Found) -> Result<(), Problem> {
    let row = by_name(story.desk, found.name)?;
    let days = story.days;
    let mut given: Vec<Given> = rows(found.name).iter().map(|row| row.given()).collect();
    given.push(Given::Raci(Some(found.raci.to_owned())));
    given.push(Given::Metrics(
        found.metrics.iter().map(|slug| reference(slug)).collect::<Result<_, _>>()?,
    ));
    given.push(Given::NextReview(Some(in_days(&days, found.look_again))));
    if let Some((set_up, cost, benefit, basis)) = found.money {
        given.push(Given::CostBenefit(Some(CostBenefitGiven {
            currency: "EUR".to_owned(),
            set_up: set_up.to_owned(),
            cost_a_year: cost.to_owned(),
            benefit_a_year: benefit.to_owned(),
            basis: basis.to_owned(),
        })));
    }
    let vendor = VENDORS.iter().find(|vendor| row.vendor.as_deref() == Some(vendor.name));
    given.extend(vendor.into_iter().flat_map(|vendor| vetted(vendor, &days)));
    change(story.desk, found.name, given, TIERED)
}

fn vetted(vendor: &Vendor, days: &Quarters) -> [Given; 3] {
    let held = vendor.holds.iter().map(|(standard, runs_out)| CertificationGiven {
        standard: *standard,
        expires: Some(in_days(days, *runs_out)),
        evidence: "Seen by security in the vendor’s trust centre".to_owned(),
    });
    [
        Given::Certifications(held.collect()),
        Given::VendorRetention(vendor.keeps.to_owned()),
        Given::VendorTraining(Some(vendor.training)),
    ]
}

fn change(desk: &mut Desk, name: &str, given: Vec<Given>, why: &str) -> Result<(), Problem> {
    let row = by_name(desk, name)?;
    let (seen, why) = (row.changed_entry, why.to_owned());
    desk.describe_workflow(DescribeWorkflow { workflow: row.workflow, seen, given, why })?;
    Ok(())
}

/// Another model behind a workflow is another workflow to whoever approved it.
fn propose_model(desk: &mut Desk, name: &str) -> Result<(), Problem> {
    let row = by_name(desk, name)?;
    let given = vec![Given::Model("large-4, since the vendor’s update".to_owned())];
    let (workflow, seen) = (row.workflow, row.changed_entry);
    let (status, outside) = (None, Vec::new());
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::VendorApproval,
        title: format!("{name}: Lettera’s new model"),
        rationale:
            "Lettera confirmed the change of model on the phone. The old one is gone, so it \
                    is this one under watch, or none."
                .to_owned(),
        rollback_plan: "Pause it; Lettera offers no way back to the old model.".to_owned(),
        evidence: Vec::new(),
        change: ChangeGiven::Workflow { workflow, seen, given, status, outside },
    })?;
    Ok(())
}

/// The workflow of that name, as it stands.
pub fn by_name(desk: &mut Desk, name: &str) -> Result<RegisterRow, Problem> {
    let rows = desk.register(RegisterQuery::default())?.workflows;
    let unknown = || Problem::internal(format!("the demo’s workflow {name}"));
    rows.into_iter().find(|row| row.name.as_deref() == Some(name)).ok_or_else(unknown)
}

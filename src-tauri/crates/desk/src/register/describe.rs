//! Describing a workflow anew, fact by fact.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::refusal::{Limit, NAME_LIMIT, TEXT_LIMIT, optional};
use domain::workflow::{
    self, ActionKind, Certification, CostBenefit, DataRisk, Facts, Kind, Limits, Permission,
    Permitted, Phase, Standard, TrainingUse, Window, WriteStage,
};
use domain::{RaciRowId, RoleId, Text, WorkflowRef};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use store::View;
use store::tables::workflow::Workflow;
use ts_rs::TS;

use super::{LimitsShown, WorkflowPage, WorkflowQuery};
use crate::people::standing;
use crate::{Desk, Problem, when};

/// Describes a workflow anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DescribeWorkflow {
    /// Which workflow.
    pub workflow: String,
    /// The entry that had last changed it when the person looked; refused when it has changed since.
    pub seen: u64,
    /// What is given; the rest stays.
    pub given: Vec<Given>,
    /// Why; may be blank for a draft.
    pub why: String,
}

/// A fact as it is given: blank words and `null` say that it is not answered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "fact", content = "to", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the fact of the same name")]
pub enum Given {
    Name(String),
    Bottleneck(String),
    Outcome(String),
    Phase(Option<Phase>),
    Kind(Option<Kind>),
    AiDoes(String),
    HumanDoes(String),
    Governance(String),
    Owner(Option<String>),
    Approver(Option<String>),
    KillSwitchOwner(Option<String>),
    Raci(Option<String>),
    Permission(PermissionGiven),
    WriteStage(Option<WriteStage>),
    DataRisks(Option<Vec<DataRisk>>),
    Guardrails(Vec<String>),
    Kpis(Vec<String>),
    Metrics(Vec<String>),
    SystemOfRecord(String),
    Logs(String),
    RollbackPlan(String),
    Vendor(String),
    Product(String),
    Model(String),
    Certifications(Vec<CertificationGiven>),
    VendorRetention(String),
    VendorTraining(Option<TrainingUse>),
    CostBenefit(Option<CostBenefitGiven>),
    NextReview(Option<String>),
}

/// One row of permissions.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PermissionGiven {
    /// The kind of action.
    pub action: ActionKind,
    /// Blocked, or a tier.
    pub permitted: Permitted,
    /// For which roles, by identifier.
    pub roles: Vec<String>,
    /// A condition in words; may be blank.
    pub condition: String,
    /// Its limits.
    pub limits: LimitsShown,
}

/// A certification the vendor holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CertificationGiven {
    /// Which.
    pub standard: Standard,
    /// The last day it is valid, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// What shows it; may be blank.
    pub evidence: String,
}

/// What a workflow costs and brings; amounts are decimal numbers, blank where not known.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CostBenefitGiven {
    /// ISO 4217.
    pub currency: String,
    /// Once.
    pub set_up: String,
    /// A year.
    pub cost_a_year: String,
    /// A year.
    pub benefit_a_year: String,
    /// How the benefit was estimated; may be blank.
    pub basis: String,
}

impl Desk {
    /// See the list of operations.
    pub fn describe_workflow(
        &mut self,
        request: DescribeWorkflow,
    ) -> Result<WorkflowPage, Problem> {
        let reference = request.workflow.parse()?;
        self.act_because(&request.why, |act| {
            let known = stands(act.view, reference)?;
            if known.since > request.seen {
                return Err(Problem::new(
                    "changed-meanwhile",
                    format!("{reference} was changed by entry {} since you looked.", known.since),
                ));
            }
            let now = known.as_it_stands();
            let mut facts = now.facts.clone();
            facts.forget_gone();
            for given in request.given {
                give(&mut facts, given)?;
            }
            let (standing, register) = (standing(act.view, act.now)?, act.view.register()?);
            let why = Some(request.why.as_str());
            Ok(vec![workflow::describe(&standing, &register, act.by, &now, facts, why)?])
        })?;
        self.workflow(WorkflowQuery { workflow: request.workflow, as_of: None })
    }
}

/// The workflow as it stands.
pub(crate) fn stands(view: &View<'_>, workflow: WorkflowRef) -> Result<Workflow, Problem> {
    let unknown = domain::Refusal::Unknown { reference: workflow.to_string() };
    Ok(view.workflow(workflow)?.ok_or(unknown)?)
}

/// Takes a fact as it is given.
pub(crate) fn give(facts: &mut Facts, given: Given) -> Result<(), Problem> {
    let line = |field, words: &str| optional(field, words, NAME_LIMIT);
    let text = |field, words: &str| optional(field, words, TEXT_LIMIT);
    match given {
        Given::Name(to) => facts.name = line("the workflow’s name", &to)?,
        Given::Bottleneck(to) => facts.bottleneck = text("the bottleneck", &to)?,
        Given::Outcome(to) => facts.outcome = text("the outcome expected", &to)?,
        Given::Phase(to) => facts.phase = to,
        Given::Kind(to) => facts.kind = to,
        Given::AiDoes(to) => facts.ai_does = text("what the AI does", &to)?,
        Given::HumanDoes(to) => facts.human_does = text("what the human does", &to)?,
        Given::Governance(to) => facts.governance = text("the governance mechanism", &to)?,
        Given::Owner(to) => {
            facts.owner = parsed(to.as_deref())?;
            facts.owner_named = None;
        }
        Given::Approver(to) => {
            facts.approver = blank_is_none(to).map(RoleId::new);
            facts.approver_named = None;
        }
        Given::KillSwitchOwner(to) => {
            facts.kill_switch_owner = parsed(to.as_deref())?;
            facts.kill_switch_owner_named = None;
        }
        Given::Raci(to) => facts.raci = blank_is_none(to).map(RaciRowId::new),
        Given::Permission(to) => permit(facts, to)?,
        Given::WriteStage(to) => facts.write_stage = to,
        Given::DataRisks(to) => facts.data_risks = to,
        Given::Guardrails(to) => facts.guardrails = lines("a guardrail", &to, TEXT_LIMIT)?,
        Given::Kpis(to) => facts.kpis = lines("a KPI", &to, TEXT_LIMIT)?,
        Given::Metrics(to) => {
            facts.metrics = to.iter().map(|metric| metric.parse()).collect::<Result<_, _>>()?;
        }
        Given::SystemOfRecord(to) => facts.system_of_record = text("the system of record", &to)?,
        Given::Logs(to) => facts.logs = text("where the logs are", &to)?,
        Given::RollbackPlan(to) => facts.rollback_plan = text("the rollback plan", &to)?,
        Given::Vendor(to) => facts.vendor = line("the vendor", &to)?,
        Given::Product(to) => facts.product = line("the product", &to)?,
        Given::Model(to) => facts.model = line("the model", &to)?,
        Given::Certifications(to) => {
            facts.certifications = to.into_iter().map(certified).collect::<Result<_, _>>()?;
        }
        Given::VendorRetention(to) => {
            facts.vendor_retention = text("how long the vendor keeps data", &to)?;
        }
        Given::VendorTraining(to) => facts.vendor_training = to,
        Given::CostBenefit(to) => facts.cost_benefit = to.map(figures).transpose()?,
        Given::NextReview(to) => facts.next_review = day(to.as_deref())?,
    }
    Ok(())
}

fn permit(facts: &mut Facts, given: PermissionGiven) -> Result<(), Problem> {
    let PermissionGiven { action, permitted, roles, condition, limits } = given;
    let row = Permission {
        action,
        permitted,
        roles: roles.into_iter().map(RoleId::new).collect(),
        condition: optional("a permission’s condition", &condition, TEXT_LIMIT)?,
        limits: limited(limits)?,
    };
    match facts.permissions.iter_mut().find(|was| was.action == action) {
        Some(was) => *was = row,
        None => facts.permissions.push(row),
    }
    facts.permissions.sort_by_key(|row| row.action);
    Ok(())
}

fn limited(given: LimitsShown) -> Result<Limits, Problem> {
    let window = match given.window {
        None => None,
        Some(window) => Some(Window {
            days: window
                .days
                .iter()
                .map(|day| read(day, "a day like Mon"))
                .collect::<Result<_, _>>()?,
            from: when::time(&window.from)?,
            to: when::time(&window.to)?,
        }),
    };
    Ok(Limits {
        per_day: given.per_day,
        discount_percent: amount(given.discount_percent.as_deref().unwrap_or_default())?,
        export_rows: given.export_rows,
        approval_hours: given.approval_hours,
        window,
        segments: lines("a segment", &given.segments, NAME_LIMIT)?,
        first_touch_excluded: given.first_touch_excluded,
        risky_excluded: given.risky_excluded,
        enriched_only: given.enriched_only,
    })
}

fn certified(given: CertificationGiven) -> Result<Certification, Problem> {
    Ok(Certification {
        standard: given.standard,
        expires: day(given.expires.as_deref())?,
        evidence: optional("a certification’s evidence", &given.evidence, TEXT_LIMIT)?,
    })
}

fn figures(given: CostBenefitGiven) -> Result<CostBenefit, Problem> {
    Ok(CostBenefit {
        currency: given.currency.trim().to_owned(),
        set_up: amount(&given.set_up)?,
        cost_a_year: amount(&given.cost_a_year)?,
        benefit_a_year: amount(&given.benefit_a_year)?,
        basis: optional("how the benefit was estimated", &given.basis, TEXT_LIMIT)?,
    })
}

fn lines(field: &'static str, given: &[String], limit: Limit) -> Result<Vec<Text>, Problem> {
    let read = given.iter().map(|words| optional(field, words, limit));
    Ok(read.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

fn blank_is_none(given: Option<String>) -> Option<String> {
    given.filter(|words| !words.trim().is_empty())
}

fn parsed<T: FromStr>(given: Option<&str>) -> Result<Option<T>, Problem>
where
    Problem: From<T::Err>,
{
    Ok(given.filter(|words| !words.trim().is_empty()).map(str::parse).transpose()?)
}

fn day(given: Option<&str>) -> Result<Option<NaiveDate>, Problem> {
    let given = given.map(str::trim).filter(|words| !words.is_empty());
    given.map(when::day).transpose()
}

fn amount(written: &str) -> Result<Option<Decimal>, Problem> {
    let written = written.trim();
    if written.is_empty() { Ok(None) } else { read(written, "a number like 1200.50").map(Some) }
}

fn read<T: FromStr>(written: &str, like: &str) -> Result<T, Problem> {
    written.parse().map_err(|_| {
        Problem::new("unreadable-value", format!("“{written}” cannot be read; write {like}."))
    })
}

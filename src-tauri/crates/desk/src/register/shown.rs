//! Facts of a workflow as screens, reports and histories show them.

use chrono::{NaiveDate, NaiveTime, Weekday};
use domain::Text;
use domain::workflow::{
    ActionKind, Certification, CostBenefit, DataRisk, Fact, Facts, Kind, Limits, Permission,
    Permitted, Phase, Standard, Tier, TrainingUse, WriteStage,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::people::Names;
use crate::problem::capital;

/// Days before a certification's last one from which it counts as running out.
const RUNS_OUT_WITHIN: i64 = 60;

/// What a workflow may do, one kind of action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PermissionShown {
    /// The kind of action.
    pub action: ActionKind,
    /// What people call it.
    pub words: String,
    /// Blocked, or a tier.
    pub permitted: Permitted,
    /// Whether the row is stated; what is not stated is blocked.
    pub stated: bool,
    /// For which roles, by identifier; none means everybody who uses the workflow.
    pub roles: Vec<String>,
    /// The same roles by name.
    pub role_names: Vec<String>,
    /// A condition in words.
    pub condition: Option<String>,
    /// Its limits.
    pub limits: LimitsShown,
    /// Its limits in words; empty where there are none.
    pub limited: String,
    /// Why this kind of action never stands on tier 4; none where it may.
    pub always_approved: Option<String>,
}

/// Limits the desk can test; what is absent is not limited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitsShown {
    /// Actions a day.
    pub per_day: Option<u32>,
    /// Percent, as a decimal number.
    pub discount_percent: Option<String>,
    /// Rows in one export.
    pub export_rows: Option<u32>,
    /// Hours that an approval of it counts for.
    #[serde(default)]
    pub approval_hours: Option<u32>,
    /// Days and hours in the workspace's time zone.
    pub window: Option<WindowShown>,
    /// Segments; none means all.
    pub segments: Vec<String>,
    /// Never as the first touch.
    pub first_touch_excluded: bool,
    /// Never to a high-risk account, nor naming price, terms or a competitor.
    #[serde(default)]
    pub risky_excluded: bool,
    /// Only into enriched fields, keeping what was there before.
    #[serde(default)]
    pub enriched_only: bool,
}

/// Days and hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WindowShown {
    /// `Mon` to `Sun`; none means every day.
    pub days: Vec<String>,
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`; an earlier one means the next morning.
    pub to: String,
}

/// A certification the vendor holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificationShown {
    /// Which.
    pub standard: Standard,
    /// What people call it.
    pub words: String,
    /// The last day it is valid, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// What shows it.
    pub evidence: Option<String>,
    /// How it stands on the day the view is of.
    pub validity: Validity,
}

/// How a certification stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// Its last day lies ahead.
    Valid,
    /// Its last day is near: within 60 days.
    RunningOut,
    /// Its last day has passed.
    Expired,
    /// Nobody has said.
    NotStated,
}

/// What a workflow costs and brings; amounts are decimal numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CostBenefitShown {
    /// ISO 4217.
    pub currency: String,
    /// Once.
    pub set_up: Option<String>,
    /// A year.
    pub cost_a_year: Option<String>,
    /// A year.
    pub benefit_a_year: Option<String>,
    /// How the benefit was estimated.
    pub basis: Option<String>,
    /// What a year brings beyond its cost.
    pub return_a_year: Option<String>,
    /// Months until the set-up is earned.
    pub payback_months: Option<String>,
}

/// A row of permissions as shown; a kind of action without a row is blocked.
pub fn permission(action: ActionKind, row: Option<&Permission>, names: &Names) -> PermissionShown {
    let roles = row.map(|row| row.roles.as_slice()).unwrap_or_default();
    let none = Limits::default();
    let given = row.map_or(&none, |row| &row.limits);
    PermissionShown {
        action,
        words: action.words().to_owned(),
        permitted: row.map_or(Permitted::Blocked, |row| row.permitted),
        stated: row.is_some(),
        roles: roles.iter().map(ToString::to_string).collect(),
        role_names: roles.iter().map(|role| names.role(role)).collect(),
        condition: row.and_then(|row| words(row.condition.as_ref())),
        limits: limits(given),
        limited: limits_words(given),
        always_approved: action.always_approved().map(str::to_owned),
    }
}

fn limits(limits: &Limits) -> LimitsShown {
    LimitsShown {
        per_day: limits.per_day,
        discount_percent: limits.discount_percent.map(|percent| percent.to_string()),
        export_rows: limits.export_rows,
        approval_hours: limits.approval_hours,
        window: limits.window.as_ref().map(|window| WindowShown {
            days: window.days.iter().map(ToString::to_string).collect(),
            from: time(window.from),
            to: time(window.to),
        }),
        segments: limits.segments.iter().filter_map(|text| words(Some(text))).collect(),
        first_touch_excluded: limits.first_touch_excluded,
        risky_excluded: limits.risky_excluded,
        enriched_only: limits.enriched_only,
    }
}

/// Limits in words: `400 a day; Mon–Fri, 06:00 to 20:00; EMEA; no first touch`.
fn limits_words(limits: &Limits) -> String {
    let mut said = Vec::new();
    said.extend(limits.per_day.map(|count| format!("{} a day", grouped(count))));
    said.extend(limits.discount_percent.map(|percent| format!("up to {percent} %")));
    said.extend(limits.export_rows.map(|rows| format!("{} rows an export", grouped(rows))));
    said.extend(limits.approval_hours.map(|hours| format!("approvals count {hours} h")));
    said.extend(limits.window.as_ref().map(|window| {
        let hours = format!("{} to {}", time(window.from), time(window.to));
        if window.days.is_empty() { hours } else { format!("{}, {hours}", days(&window.days)) }
    }));
    let segments: Vec<String> = limits.segments.iter().filter_map(|s| words(Some(s))).collect();
    if !segments.is_empty() {
        said.push(segments.join(", "));
    }
    if limits.first_touch_excluded {
        said.push("no first touch".to_owned());
    }
    if limits.risky_excluded {
        said.push("no risky messages".to_owned());
    }
    if limits.enriched_only {
        said.push("enriched fields only".to_owned());
    }
    said.join("; ")
}

fn days(days: &[Weekday]) -> String {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match days {
        [Mon, Tue, Wed, Thu, Fri] => "weekdays".to_owned(),
        [Mon, Tue, Wed, Thu, Fri, Sat, Sun] => "every day".to_owned(),
        some => some.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A quantity with separators: `4,836`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A certification as it stands on `today`.
pub fn certification(held: &Certification, today: NaiveDate) -> CertificationShown {
    let validity = match held.expires.map(|last| (last - today).num_days()) {
        None => Validity::NotStated,
        Some(left) if left < 0 => Validity::Expired,
        Some(left) if left <= RUNS_OUT_WITHIN => Validity::RunningOut,
        Some(_) => Validity::Valid,
    };
    CertificationShown {
        standard: held.standard,
        words: held.standard.words().to_owned(),
        expires: held.expires.map(|last| last.to_string()),
        evidence: words(held.evidence.as_ref()),
        validity,
    }
}

/// Costs and benefits, with what follows from them.
pub fn cost_benefit(figures: &CostBenefit) -> CostBenefitShown {
    let amount = |amount: Option<rust_decimal::Decimal>| amount.map(|amount| amount.to_string());
    CostBenefitShown {
        currency: figures.currency.clone(),
        set_up: amount(figures.set_up),
        cost_a_year: amount(figures.cost_a_year),
        benefit_a_year: amount(figures.benefit_a_year),
        basis: words(figures.basis.as_ref()),
        return_a_year: amount(figures.a_year()),
        payback_months: amount(figures.payback_months()),
    }
}

/// One fact in words; none where it is not answered.
pub fn fact(fact: Fact, facts: &Facts, names: &Names) -> Option<String> {
    let said = |text: &Option<Text>| words(text.as_ref());
    let list = |texts: &[Text]| {
        let texts: Vec<String> = texts.iter().filter_map(|text| words(Some(text))).collect();
        (!texts.is_empty()).then(|| texts.join("; "))
    };
    let person = |person: Option<domain::PersonRef>| person.map(|person| names.person(person));
    match fact {
        Fact::Name => said(&facts.name),
        Fact::Bottleneck => said(&facts.bottleneck),
        Fact::Outcome => said(&facts.outcome),
        Fact::Phase => facts.phase.map(|phase| phase_words(phase).to_owned()),
        Fact::Kind => facts.kind.map(|kind| kind_words(kind).to_owned()),
        Fact::AiDoes => said(&facts.ai_does),
        Fact::HumanDoes => said(&facts.human_does),
        Fact::Governance => said(&facts.governance),
        Fact::Owner => person(facts.owner).or_else(|| said(&facts.owner_named)),
        Fact::Approver => {
            let role = facts.approver.as_ref().map(|role| names.role(role));
            role.or_else(|| said(&facts.approver_named))
        }
        Fact::KillSwitchOwner => {
            person(facts.kill_switch_owner).or_else(|| said(&facts.kill_switch_owner_named))
        }
        Fact::Raci => facts.raci.as_ref().map(ToString::to_string),
        Fact::TierStated => facts.tier_stated.map(tier_words),
        Fact::Permissions => permissions_words(&facts.permissions, names),
        Fact::WriteStage => facts.write_stage.map(|stage| stage_words(stage).to_owned()),
        Fact::DataRisks => facts.data_risks.as_deref().map(risk_words),
        Fact::Guardrails => list(&facts.guardrails),
        Fact::Kpis => list(&facts.kpis),
        Fact::Metrics => {
            let metrics: Vec<String> = facts.metrics.iter().map(ToString::to_string).collect();
            (!metrics.is_empty()).then(|| metrics.join(", "))
        }
        Fact::SystemOfRecord => said(&facts.system_of_record),
        Fact::Logs => said(&facts.logs),
        Fact::RollbackPlan => said(&facts.rollback_plan),
        Fact::Vendor => said(&facts.vendor),
        Fact::Product => said(&facts.product),
        Fact::Model => said(&facts.model),
        Fact::Certifications => certifications_words(&facts.certifications),
        Fact::VendorRetention => said(&facts.vendor_retention),
        Fact::VendorTraining => facts.vendor_training.map(TrainingUse::words).map(str::to_owned),
        Fact::CostBenefit => facts.cost_benefit.as_ref().map(cost_benefit_words),
        Fact::NextReview => facts.next_review.map(|day| day.to_string()),
    }
}

fn permissions_words(rows: &[Permission], names: &Names) -> Option<String> {
    let said = rows.iter().map(|row| permission_words(row, names));
    (!rows.is_empty()).then(|| said.collect::<Vec<_>>().join("; "))
}

/// One row in words: `Send external message: tier 3 Execute with approval (400 a day)`.
fn permission_words(row: &Permission, names: &Names) -> String {
    format!("{}: {}", row.action, freedom_words(row, names))
}

/// How free a row is: `tier 3 Execute with approval (400 a day)`.
pub fn freedom_words(row: &Permission, names: &Names) -> String {
    let freedom = match row.permitted.tier() {
        None => "blocked".to_owned(),
        Some(tier) => format!("tier {}", tier_words(tier)),
    };
    let roles: Vec<String> = row.roles.iter().map(|role| names.role(role)).collect();
    let condition = words(row.condition.as_ref()).unwrap_or_default();
    let besides = [roles.join(", "), limits_words(&row.limits), condition];
    let besides: Vec<String> = besides.into_iter().filter(|part| !part.is_empty()).collect();
    if besides.is_empty() { freedom } else { format!("{freedom} ({})", besides.join("; ")) }
}

fn certifications_words(held: &[Certification]) -> Option<String> {
    let said = held.iter().map(|held| match held.expires {
        Some(last) => format!("{} to {last}", held.standard.words()),
        None => held.standard.words().to_owned(),
    });
    (!held.is_empty()).then(|| said.collect::<Vec<_>>().join(", "))
}

fn cost_benefit_words(figures: &CostBenefit) -> String {
    let currency = &figures.currency;
    let part = |name: &str, amount: Option<rust_decimal::Decimal>| {
        amount.map(|amount| format!("{name} {amount} {currency}"))
    };
    let parts = [
        part("set-up", figures.set_up),
        part("cost a year", figures.cost_a_year),
        part("benefit a year", figures.benefit_a_year),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `3 Execute with approval`.
pub fn tier_words(tier: Tier) -> String {
    let name = match tier {
        Tier::Suggest => "Suggest",
        Tier::Draft => "Draft",
        Tier::ExecuteWithApproval => "Execute with approval",
        Tier::ExecuteAutonomously => "Execute autonomously",
    };
    format!("{} {name}", tier.number())
}

/// A phase in words.
pub fn phase_words(phase: Phase) -> &'static str {
    match phase {
        Phase::DataSourcing => "Data sourcing",
        Phase::CampaignExecution => "Campaign execution",
        Phase::PipelineProgression => "Pipeline progression",
    }
}

/// A kind of workflow in words.
pub fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::LeadScoring => "Lead scoring",
        Kind::Enrichment => "Enrichment",
        Kind::Routing => "Routing",
        Kind::Outreach => "Outreach",
        Kind::Sequencing => "Sequencing",
        Kind::Forecasting => "Forecasting",
        Kind::NextBestAction => "Next best action",
        Kind::CallSummary => "Call summary",
        Kind::Renewal => "Renewal",
        Kind::DealDesk => "Deal desk",
        Kind::DeDuplication => "De-duplication",
        Kind::Content => "Content",
        Kind::Agent => "Agent",
    }
}

/// A write stage in words.
pub fn stage_words(stage: WriteStage) -> &'static str {
    match stage {
        WriteStage::ReadOnlyAssist => "Read-only assist",
        WriteStage::DraftMode => "Draft mode",
        WriteStage::ConditionalWrite => "Conditional write",
        WriteStage::AutomatedWrite => "Automated write",
    }
}

/// Data-risk tags in words; `None` where the answer is that there are none.
pub fn risk_words(risks: &[DataRisk]) -> String {
    if risks.is_empty() {
        return "None".to_owned();
    }
    let words = risks.iter().map(|risk| match risk {
        DataRisk::PersonalData => "personal data",
        DataRisk::CustomerConfidential => "customer confidential",
        DataRisk::Pricing => "pricing",
        DataRisk::ContractTerms => "contract terms",
        DataRisk::Credentials => "credentials",
    });
    capital(&words.collect::<Vec<_>>().join(", "))
}

/// The words of a text that is still there.
pub fn words(text: Option<&Text>) -> Option<String> {
    text.and_then(Text::words).map(str::to_owned)
}

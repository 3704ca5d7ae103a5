//! Who may decide what, as a new workspace begins.

use crate::RoleId;
use crate::decision::{DecisionKind, DecisionRightsSet, EvidenceAsked, How, Right};

/// A right in a line: who proposes, who is consulted, who approves (any of them), in how many hours.
type Line =
    (DecisionKind, &'static [&'static str], &'static [&'static str], &'static [&'static str], u32);

const SPONSOR: &str = "executive-sponsor";

/// The executive sponsor can approve everything, so that a small team with vacant roles can work.
const LINES: &[Line] = &[
    (DecisionKind::Launch, &["revops", "revenue-ai-owner"], &["security", "legal"], &[SPONSOR], 72),
    (DecisionKind::TierOrStage, &["revops", "revenue-ai-owner"], &["security"], &[SPONSOR], 72),
    (
        DecisionKind::Threshold,
        &["revops", "gtm-engineer"],
        &["sales", "marketing"],
        &["cro", SPONSOR],
        48,
    ),
    (
        DecisionKind::Guardrail,
        &["revops", "security", "revenue-ai-owner"],
        &["security"],
        &[SPONSOR],
        48,
    ),
    (DecisionKind::Rollback, &["revops", "security"], &[], &[SPONSOR], 24),
    (DecisionKind::Restart, &["revops", "security"], &["security"], &[SPONSOR], 24),
    (
        DecisionKind::OverridePolicy,
        &["revops", "sales-leader"],
        &["enablement-lead", "frontline-manager"],
        &[SPONSOR],
        72,
    ),
    (
        DecisionKind::PricingException,
        &["deal-desk", "account-executive", "revops"],
        &["cfo"],
        &["cro", SPONSOR],
        24,
    ),
    (
        DecisionKind::DataExport,
        &["revops", "data-engineering", "gtm-engineer"],
        &["legal"],
        &["security", SPONSOR],
        24,
    ),
    (
        DecisionKind::MassSend,
        &["revops", "marketing-ops", "sales-leader"],
        &["legal"],
        &["marketing-ops", SPONSOR],
        24,
    ),
    (
        DecisionKind::TemplateApproval,
        &["marketing-ops", "revops", "sdr", "sales-leader"],
        &["enablement-lead"],
        &["marketing-ops", SPONSOR],
        24,
    ),
    (
        DecisionKind::PermissionOrRouting,
        &["gtm-engineer", "revops"],
        &["security"],
        &["cro", SPONSOR],
        48,
    ),
    (
        DecisionKind::MessagePolicy,
        &["marketing-ops", "revops"],
        &["legal", "sales"],
        &["cmo", SPONSOR],
        72,
    ),
    (DecisionKind::VendorApproval, &["revops", "security"], &["legal"], &["ciso", SPONSOR], 120),
    (
        DecisionKind::PolicyAdoption,
        &["revops", "compliance", "legal"],
        &["legal", "security"],
        &[SPONSOR],
        120,
    ),
    (DecisionKind::RuleSetting, &["revops", "security"], &["compliance"], &[SPONSOR], 72),
    (DecisionKind::RaciMatrix, &["revops"], &[], &[SPONSOR], 72),
    (
        DecisionKind::Other,
        &["revops", "security", "compliance", "legal", "sales-leader", "marketing-ops"],
        &[],
        &[SPONSOR],
        72,
    ),
];

/// The start-up decision rights.
pub fn rights() -> DecisionRightsSet {
    let roles = |ids: &[&str]| ids.iter().map(|id| RoleId::new(*id)).collect();
    let rights = LINES.iter().map(|(kind, propose, consult, approve, hours)| Right {
        kind: *kind,
        workflow: None,
        propose: roles(propose),
        consult: roles(consult),
        // Security and Legal are heard before anything is launched.
        consult_first: *kind == DecisionKind::Launch,
        approve: roles(approve),
        how: How::Any,
        hours: *hours,
        evidence: asked(*kind),
    });
    DecisionRightsSet { rights: rights.collect() }
}

fn asked(kind: DecisionKind) -> Vec<EvidenceAsked> {
    if kind == DecisionKind::TierOrStage {
        EvidenceAsked::ALL.to_vec()
    } else if matches!(
        kind,
        DecisionKind::Launch | DecisionKind::Threshold | DecisionKind::Guardrail
    ) {
        vec![EvidenceAsked::RollbackPlan]
    } else {
        Vec::new()
    }
}

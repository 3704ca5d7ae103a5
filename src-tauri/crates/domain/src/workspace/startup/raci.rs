//! The RACI matrices a workspace starts with. Each activity has one owner; where the field's own
//! tables name two, one is named here and the other is consulted.

use std::collections::BTreeMap;

use crate::raci::{Letters, Matrix, RaciApplied, Row};
use crate::{RaciId, RaciRowId, RoleId, Text};

/// An activity: identifier, what is done, and the letters of its roles.
type Activity = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// A matrix: identifier, name, roles across, activities down.
struct Start {
    matrix: &'static str,
    name: &'static str,
    roles: &'static [&'static str],
    activities: &'static [Activity],
}

const DECISIONS: Start = Start {
    matrix: "decisions",
    name: "Decisions",
    roles: &[
        "cro",
        "cmo",
        "ciso",
        "cto",
        "cfo",
        "revops",
        "sales",
        "marketing",
        "marketing-ops",
        "security",
        "legal",
        "deal-desk",
        "gtm-engineer",
        "solutions",
        "forward-deployed-engineer",
        "account-executive",
        "customer",
    ],
    activities: &[
        (
            "icp-scoring-change",
            "ICP scoring change",
            &[("revops", "R"), ("cro", "A"), ("sales", "C"), ("marketing", "C")],
        ),
        (
            "external-message-policy",
            "External message policy",
            &[("marketing-ops", "R"), ("cmo", "A"), ("legal", "C"), ("sales", "C")],
        ),
        (
            "sales-agent-permissions",
            "Sales agent permissions",
            &[("gtm-engineer", "R"), ("cro", "A"), ("security", "C"), ("revops", "C")],
        ),
        (
            "proof-of-concept-data-access",
            "Proof-of-concept data access",
            &[
                ("solutions", "R"),
                ("forward-deployed-engineer", "R"),
                ("ciso", "A"),
                ("cto", "C"),
                ("account-executive", "C"),
                ("customer", "C"),
            ],
        ),
        (
            "pricing-exception",
            "Pricing exception",
            &[
                ("deal-desk", "R"),
                ("cro", "A"),
                ("cfo", "C"),
                ("account-executive", "C"),
                ("revops", "C"),
            ],
        ),
    ],
};

const GOVERNANCE: Start = Start {
    matrix: "governance",
    name: "Governance",
    roles: &["revops", "sales-leader", "marketing-ops", "security", "legal", "data-engineering"],
    activities: &[
        (
            "inventory-and-tiering",
            "Inventory and tiering",
            &[
                ("revops", "RA"),
                ("sales-leader", "C"),
                ("marketing-ops", "C"),
                ("security", "C"),
                ("legal", "C"),
                ("data-engineering", "C"),
            ],
        ),
        (
            "thresholds-pricing-and-exports",
            "Approval thresholds: pricing, exports",
            &[
                ("revops", "R"),
                ("sales-leader", "A"),
                ("security", "C"),
                ("legal", "C"),
                ("data-engineering", "C"),
            ],
        ),
        (
            "thresholds-sends",
            "Approval thresholds: sends",
            &[
                ("revops", "R"),
                ("marketing-ops", "A"),
                ("security", "C"),
                ("legal", "C"),
                ("data-engineering", "C"),
            ],
        ),
        (
            "legal-language-and-claims",
            "Legal language and claims",
            &[
                ("legal", "RA"),
                ("revops", "C"),
                ("sales-leader", "C"),
                ("marketing-ops", "C"),
                ("security", "C"),
            ],
        ),
        (
            "data-access-and-vendor-security",
            "Data access and vendor security",
            &[("security", "RA"), ("revops", "C"), ("legal", "C"), ("data-engineering", "C")],
        ),
        (
            "logging-and-audit-trail",
            "Logging and audit trail",
            &[("revops", "R"), ("security", "A"), ("data-engineering", "R")],
        ),
        (
            "metrics-and-risk-indicators",
            "Monitoring, KPIs and KRIs",
            &[
                ("revops", "RA"),
                ("sales-leader", "C"),
                ("marketing-ops", "C"),
                ("security", "C"),
                ("legal", "C"),
                ("data-engineering", "C"),
            ],
        ),
        (
            "incident-response",
            "Incident response",
            &[
                ("revops", "R"),
                ("security", "A"),
                ("data-engineering", "R"),
                ("sales-leader", "C"),
                ("marketing-ops", "C"),
                ("legal", "C"),
            ],
        ),
        (
            "quarterly-review-and-re-tiering",
            "Quarterly review and re-tiering",
            &[
                ("revops", "RA"),
                ("sales-leader", "C"),
                ("marketing-ops", "C"),
                ("security", "C"),
                ("legal", "C"),
                ("data-engineering", "C"),
            ],
        ),
    ],
};

const OUTREACH: Start = Start {
    matrix: "outreach",
    name: "Outreach with a human in the loop",
    roles: &["executive-sponsor", "client-sponsor", "revops", "sdr"],
    activities: &[
        (
            "strategy-and-pipeline-design",
            "Strategy, scope and pipeline design",
            &[("executive-sponsor", "RA")],
        ),
        (
            "crm-and-sequence-configuration",
            "CRM, fields, sequences, bounce cleaning",
            &[("revops", "R"), ("client-sponsor", "A")],
        ),
        (
            "daily-outreach-and-conversations",
            "Daily personal outreach and live talks",
            &[("sdr", "R"), ("client-sponsor", "A")],
        ),
        (
            "contact-lists-and-first-copy",
            "AI’s contact lists (1,000+ a month), first copy",
            &[("revops", "RA")],
        ),
        (
            "weekly-audit-and-strategic-review",
            "Weekly audit and strategic review",
            &[("revops", "R"), ("executive-sponsor", "A")],
        ),
    ],
};

/// The start-up matrices.
pub fn matrices() -> Vec<RaciApplied> {
    [DECISIONS, GOVERNANCE, OUTREACH].into_iter().map(applied).collect()
}

fn applied(start: Start) -> RaciApplied {
    let row = |(id, activity, letters): &Activity| Row {
        row: RaciRowId::new(format!("{}/{id}", start.matrix)),
        activity: Text::new(*activity),
        cells: cells(letters),
        accountable: None,
    };
    RaciApplied {
        terms: Matrix {
            matrix: RaciId::new(start.matrix),
            name: Text::new(start.name),
            roles: start.roles.iter().map(|role| RoleId::new(*role)).collect(),
            rows: start.activities.iter().map(row).collect(),
            accountable_at_most: None,
        },
    }
}

fn cells(letters: &[(&str, &str)]) -> BTreeMap<RoleId, Letters> {
    letters
        .iter()
        .map(|(role, letters)| (RoleId::new(*role), letters.parse().unwrap_or_default()))
        .collect()
}

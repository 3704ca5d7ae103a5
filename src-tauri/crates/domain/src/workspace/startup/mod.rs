//! What a new workspace starts with: roles, decision rights, metrics, RACI matrices, cadences and
//! what their reviews ask.

mod cadences;
mod checklists;
mod metrics;
mod policies;
mod raci;
mod rights;

pub use cadences::{cadences, daily, monthly, quarterly, weekly, with_evidence};
pub use metrics::{metric, metrics};
pub use policies::policies;
pub use raci::matrices;
pub use rights::rights;

use crate::people::{RoleDefinition, RolesDefined};
use crate::{RoleId, Text};

/// Identifier and name of each start-up role.
const ROLES: &[(&str, &str)] = &[
    ("executive-sponsor", "Executive sponsor"),
    ("revops", "RevOps"),
    ("revenue-ai-owner", "Revenue AI owner"),
    ("security", "Security"),
    ("compliance", "Compliance"),
    ("legal", "Legal"),
    ("sales-leader", "Sales leader"),
    ("marketing-ops", "Marketing ops"),
    ("enablement-lead", "Enablement lead"),
    ("frontline-manager", "Frontline manager"),
    ("sdr", "SDR"),
    ("gtm-engineer", "GTM engineer"),
    ("data-steward", "Data steward"),
    ("data-engineering", "Data/engineering"),
    ("deal-desk", "Deal desk"),
    ("ai-sales-specialist", "AI sales specialist"),
    ("forward-deployed-engineer", "Forward deployed engineer"),
    ("client-sponsor", "Client sponsor"),
    ("account-executive", "Account executive"),
    ("sales", "Sales"),
    ("marketing", "Marketing"),
    ("solutions", "Solutions"),
    ("customer", "Customer"),
    ("cro", "CRO"),
    ("cmo", "CMO"),
    ("cso", "CSO"),
    ("cto", "CTO"),
    ("ciso", "CISO"),
    ("cfo", "CFO"),
];

/// The start-up roles.
pub fn roles() -> RolesDefined {
    let roles = ROLES
        .iter()
        .map(|(role, name)| RoleDefinition { role: RoleId::new(*role), name: Text::new(*name) })
        .collect();
    RolesDefined { roles }
}

/// What an item of a start-up cadence's checklist is called; none where there is no such item.
pub fn item(cadence: &str, item: &str) -> Option<&'static str> {
    let (_, checklist) = CHECKLISTS.iter().find(|(known, _)| *known == cadence)?;
    checklist.iter().find(|asked| asked.item == item).map(|asked| asked.title)
}

/// Every item of the start-up checklists, each with its cadence.
pub fn items() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of = |(cadence, checklist): &(&'static str, &'static [checklists::Asked])| {
        let cadence = *cadence;
        checklist.iter().map(move |asked| (cadence, asked.item))
    };
    CHECKLISTS.iter().flat_map(of)
}

const CHECKLISTS: &[(&str, &[checklists::Asked])] = &[
    ("daily", checklists::DAILY),
    ("weekly", checklists::WEEKLY),
    ("monthly", checklists::MONTHLY),
    ("quarterly", checklists::QUARTERLY),
];

/// What people call the meetings of a start-up cadence.
pub fn cadence_words(cadence: &str) -> &str {
    match cadence {
        "daily" => "Daily watches",
        "weekly" => "Weekly governance calls",
        "monthly" => "Monthly model reviews",
        "quarterly" => "Quarterly audits",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PolicyRef;

    #[test]
    fn words_of_ours_have_the_apostrophe_that_reports_are_set_with() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        let all = [
            serde_json::to_string(&policies(PolicyRef::new(1))).unwrap(),
            serde_json::to_string(&metrics()).unwrap(),
            serde_json::to_string(&cadences(chrono_tz::UTC, today, 1)).unwrap(),
            serde_json::to_string(&matrices()).unwrap(),
            serde_json::to_string(&rights()).unwrap(),
        ];
        let sentences = all.iter().flat_map(|words| words.split('.'));
        let straight: Vec<&str> =
            sentences.filter(|one| one.contains('\'') || one.contains("\\\"")).collect();
        assert_eq!(straight, Vec::<&str>::new());
    }
}

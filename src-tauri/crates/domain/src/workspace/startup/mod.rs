//! What a new workspace starts with: roles, metrics, RACI matrices and the weekly call.

mod metrics;
mod raci;

use chrono::{NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

pub use metrics::{metric, metrics};
pub use raci::matrices;

use crate::cadence::{CadenceSet, ChecklistItem, Rhythm};
use crate::people::{RoleDefinition, RolesDefined};
use crate::{CadenceId, ItemId, RoleId, Text};

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

/// Identifier, title, question and minutes of each item of the weekly call.
const WEEKLY: &[(&str, &str, &str, u32)] = &[
    (
        "opens-replies-meetings",
        "Opens, replies, meetings",
        "Do opens, replies and meetings of AI-assisted outreach stand at or above their baseline?",
        5,
    ),
    (
        "anomalies",
        "Anomalies",
        "What did the AI do this week that nobody expected, and is it explained?",
        5,
    ),
    (
        "errors-reported",
        "Errors reported by reps",
        "Which wrong outputs did reps report, and has each an owner?",
        4,
    ),
    (
        "adoption",
        "Adoption",
        "Do the teams use the workflows as intended, neither around them nor blindly?",
        3,
    ),
    (
        "overrides",
        "Overrides and repeats",
        "Who overrules the AI, and who keeps doing it? Three in 14 days by one team is a repeat.",
        5,
    ),
    (
        "exceptions",
        "Exceptions and clocks",
        "Is every open exception inside its time, and what holds up those that are not?",
        5,
    ),
    (
        "random-actions",
        "Ten AI actions, tested",
        "Ten AI actions drawn at random across the program: correct, approved, on brand, and \
         personal for a true reason?",
        6,
    ),
    (
        "outbound-emails",
        "Outbound emails, 10 %",
        "One outbound email in ten: correct, approved, on brand, and personal for a true reason?",
        5,
    ),
    (
        "lead-scores",
        "Lead-score spot checks",
        "Do the scores of a handful of leads match what their reps know of them?",
        4,
    ),
    (
        "enrichment",
        "Enrichment overwrites",
        "Did enrichment change a field that a person had filled, and was the old value kept?",
        3,
    ),
    (
        "sequences",
        "Sequence adherence",
        "Did every sequence run as written, with no step skipped and none added?",
        3,
    ),
    (
        "crm-notes",
        "Same-day CRM notes",
        "Were notes of calls and demos in the CRM on the same day?",
        2,
    ),
    (
        "dossiers",
        "Dossiers 48 h ahead",
        "Did each booked meeting have its dossier 48 hours before?",
        2,
    ),
    ("approval-queue", "Approval queue time", "How long do approvals wait, and for whom?", 3),
    ("coaching", "Coaching", "What should a team learn from this week, and who tells them?", 3),
    (
        "two-week-emergency",
        "Two-week emergency",
        "Has any metric stood below its baseline for two weeks running? Then the emergency path \
         opens today.",
        2,
    ),
];

/// The start-up roles.
pub fn roles() -> RolesDefined {
    let roles = ROLES
        .iter()
        .map(|(role, name)| RoleDefinition { role: RoleId::new(*role), name: Text::new(*name) })
        .collect();
    RolesDefined { roles }
}

/// The start-up cadences, in force from `today`.
pub fn cadences(zone: Tz, today: NaiveDate) -> Vec<CadenceSet> {
    vec![weekly(zone, today)]
}

/// The weekly governance call: Mondays, 10:00, 60 minutes, attendance mandatory.
pub fn weekly(zone: Tz, from: NaiveDate) -> CadenceSet {
    let required = [
        "revops",
        "sales-leader",
        "marketing-ops",
        "security",
        "enablement-lead",
        "data-engineering",
        "legal",
    ];
    // The call of the week in which the desk starts counts, whatever the day.
    let from = from.week(Weekday::Mon).first_day();
    CadenceSet {
        cadence: CadenceId::new("weekly"),
        name: Text::new("Weekly governance call"),
        rhythm: Rhythm::Week { on: Weekday::Mon },
        time: NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default(),
        zone: zone.name().to_owned(),
        minutes: 60,
        chair: RoleId::new("revops"),
        required: required.map(RoleId::new).to_vec(),
        quorum: 5,
        from,
        checklist: WEEKLY
            .iter()
            .map(|(item, title, question, minutes)| ChecklistItem {
                item: ItemId::new(*item),
                title: Text::new(*title),
                question: Text::new(*question),
                minutes: *minutes,
                figures: Vec::new(),
                metrics: Vec::new(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weekly_call_has_sixteen_items_that_fit_its_hour() {
        let call = weekly(Tz::Europe__Berlin, "2026-11-18".parse().unwrap());
        let planned: u32 = call.checklist.iter().map(|item| item.minutes).sum();
        assert_eq!(call.checklist.len(), 16, "SPEC section 8 asks for these");
        assert!(planned <= call.minutes, "{planned} minutes planned must fit the hour");
        assert_eq!(call.from.to_string(), "2026-11-16", "this week's Monday counts");
    }
}

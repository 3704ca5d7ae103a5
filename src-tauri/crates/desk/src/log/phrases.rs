//! What an entry says in a few words: who voted, who signed, for how long.

use domain::decision::{DecisionVoted, Verdict};
use domain::people::{SignedStatement, Stint};
use domain::review::{Outcome, Presence};
use domain::sample::{SamplePlanned, total};
use domain::{PersonRef, RoleId, Text};

use crate::erased::ERASED;
use crate::people::Names;

/// Who voted what, and in whose place, from the statement itself.
pub(super) fn voted(event: &DecisionVoted, names: &Names) -> String {
    let statement: Option<serde_json::Value> =
        serde_json::from_str(&event.statement.statement).ok();
    let field = |name: &str| statement.as_ref()?.get(name)?.as_str().map(str::to_owned);
    let by = field("by").and_then(|by| by.parse().ok()).map(|by| names.person(by));
    let verdict = match field("verdict").as_deref().and_then(Verdict::of) {
        Some(Verdict::Approve) => "approves",
        Some(Verdict::Refuse) => "refuses",
        Some(Verdict::Agree) => "was consulted and agrees",
        Some(Verdict::Object) => "was consulted and objects",
        None => "says something that cannot be read",
    };
    let roles: Vec<String> = event.seats.iter().map(|seat| names.role(&seat.role)).collect();
    let mut away: Vec<PersonRef> = event.seats.iter().filter_map(|seat| seat.instead_of).collect();
    away.dedup();
    let away: Vec<String> = away.into_iter().map(|person| names.person(person)).collect();
    let instead = if away.is_empty() {
        String::new()
    } else {
        format!(", in the place of {}", away.join(", "))
    };
    format!("{} {verdict} as {}{instead}", by.unwrap_or_default(), roles.join(", "))
}

/// Who signed a statement.
pub(super) fn signer(signed: &SignedStatement, names: &Names) -> String {
    let statement: Option<serde_json::Value> = serde_json::from_str(&signed.statement).ok();
    let by = statement.and_then(|read| read.get("by")?.as_str()?.parse().ok());
    by.map_or_else(|| "somebody unknown".to_owned(), |by| names.person(by))
}

/// How many rows a plan takes.
pub(super) fn taken(plan: &SamplePlanned) -> u64 {
    total(plan.population.strata.iter().map(|stratum| stratum.take))
}

pub(super) fn order(what: &str, role: &RoleId, order: &[Stint], names: &Names) -> String {
    let stint = |stint: &Stint| {
        format!("{} from {}{}", names.person(stint.person), stint.from, until(stint.to))
    };
    let stints: Vec<String> = order.iter().map(stint).collect();
    let stints = if stints.is_empty() { "nobody".to_owned() } else { stints.join(", then ") };
    format!("{what} for {}: {stints}", names.role(role))
}

pub(super) fn until(to: Option<chrono::NaiveDate>) -> String {
    to.map(|to| format!(" to {to}")).unwrap_or_default()
}

/// How large a matrix is.
pub(super) fn size(matrix: &domain::raci::Matrix) -> String {
    format!("{} activities, {} roles", matrix.rows.len(), matrix.roles.len())
}

pub(super) fn person(person: PersonRef) -> Option<String> {
    Some(person.to_string())
}

pub(super) fn words(text: &Text) -> &str {
    text.words().unwrap_or(ERASED)
}

/// An outcome in a word.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Fine => "fine",
        Outcome::Attention => "attention",
        Outcome::Breach => "breach",
        Outcome::NotApplicable => "not applicable",
    }
}

pub(super) fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "present",
        Presence::Excused => "excused",
        Presence::Delegate => "sent a delegate",
        Presence::Absent => "absent",
    }
}

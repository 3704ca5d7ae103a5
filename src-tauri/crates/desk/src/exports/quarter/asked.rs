//! Who the sponsors are, and what waits for them at the moment shown.

use domain::people::sponsor;
use domain::{Moment, PersonRef};
use report::sponsor::Ask;
use store::View;

use super::{Quarter, short_day};
use crate::Problem;
use crate::decisions::{DecisionRow, asked_of};
use crate::erased::or_erased;
use crate::people::{Names, standing};
use crate::problem::capital;
use crate::reviews::{ReviewState, ReviewView};

/// Who holds the role of executive sponsor.
fn holders(view: &View<'_>, now: Moment) -> Result<Vec<PersonRef>, Problem> {
    let standing = standing(view, now)?;
    let people = standing.people.iter().copied();
    Ok(people.filter(|person| standing.holds(*person, &sponsor())).collect())
}

/// The same by name: "Ingrid Lund"; nobody, said so.
pub(in crate::exports) fn sponsors(view: &View<'_>, now: Moment) -> Result<String, Problem> {
    let names = Names::of(view)?;
    let held: Vec<String> =
        holders(view, now)?.into_iter().map(|person| names.person(person)).collect();
    Ok(match held.is_empty() {
        true => "nobody, for no one holds the role of executive sponsor".to_owned(),
        false => format!("{}, executive sponsor", held.join(", ")),
    })
}

/// The quarter's sign-off, then the decisions that wait for a sponsor, the soonest lapsing first.
pub(super) fn asks(view: &View<'_>, quarter: &Quarter, now: Moment) -> Result<Vec<Ask>, Problem> {
    let mut rows: Vec<DecisionRow> = Vec::new();
    for person in holders(view, now)? {
        for row in asked_of(view, person, now)? {
            if !rows.iter().any(|known| known.decision == row.decision) {
                rows.push(row);
            }
        }
    }
    rows.sort_by(|one, other| (&one.until, one.entry).cmp(&(&other.until, other.entry)));
    let sign_off = quarter.audit.as_ref().and_then(sign_off);
    Ok(sign_off.into_iter().chain(rows.iter().map(|row| decision(row, quarter))).collect())
}

fn sign_off(audit: &ReviewView) -> Option<Ask> {
    let wanted = audit.countersigned_by.is_some()
        && audit.countersigned.is_none()
        && audit.state == ReviewState::Closed;
    wanted.then(|| Ask {
        reference: audit.review.clone(),
        what: "Quarter sign-off.".to_owned(),
        more: format!("{} was closed and waits for the countersignature.", audit.name),
        until: String::new(),
        rows: "18".to_owned(),
    })
}

fn decision(row: &DecisionRow, quarter: &Quarter) -> Ask {
    let kind = &row.kind_words;
    let about = match &row.workflow {
        Some(workflow) => format!("{kind} of {workflow}"),
        None => kind.clone(),
    };
    let mut listed = quarter.carried.decisions.iter().chain(&quarter.stood.decisions);
    let known = listed.any(|one| one.decision == row.decision);
    Ask {
        reference: row.decision.clone(),
        what: ended(&or_erased(row.title.as_ref())),
        more: format!(
            "{}; {} of {} approvals given, proposed by {}.",
            capital(&about),
            row.approvals,
            row.needed,
            row.by_name
        ),
        until: short_day(&row.until),
        rows: if known { "5.3".to_owned() } else { String::new() },
    }
}

fn ended(words: &str) -> String {
    let words = words.trim_end();
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

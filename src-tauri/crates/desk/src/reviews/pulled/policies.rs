//! Policies in force, and who has not attested or trained.

use super::PulledMark;
use super::table::{Row, Table};
use crate::erased::or_erased;
use crate::operations::{Nothing, PolicyQuery};
use crate::policies::{AskState, PolicyPerson, PolicyRow};
use crate::{Desk, Problem};

/// How many names a row tells.
const NAMED: usize = 4;

pub(super) fn table(desk: &mut Desk) -> Result<Table, Problem> {
    let policies = desk.policies(Nothing {})?.rows;
    let sum = |of: fn(&PolicyRow) -> u32| policies.iter().map(|row| u64::from(of(row))).sum();
    let counts = vec![
        ("pulled.policies", policies.iter().filter(|row| row.in_force.is_some()).count() as u64),
        ("pulled.policies-waiting", sum(|row| row.asked - row.attested - row.late)),
        ("pulled.policies-late", sum(|row| row.late)),
    ];
    let mut rows = Vec::new();
    for policy in &policies {
        let query = PolicyQuery { policy: policy.policy.clone() };
        rows.push(row(policy, &desk.policy(query)?.people));
    }
    Ok(Table {
        columns: &["Policy", "In force", "Last adopted", "Attested", "Not yet"],
        rows,
        counts,
        empty: "No policy is written.",
    })
}

fn row(one: &PolicyRow, people: &[PolicyPerson]) -> Row {
    let title = or_erased(one.title.as_ref());
    let day =
        |at: &Option<String>| at.as_ref().and_then(|at| at.get(..10)).unwrap_or("").to_owned();
    let since = day(&one.since);
    let in_force = one.in_force.map(|version| format!("version {version} since {since}"));
    let not_yet = people.iter().filter(|person| person.ask.state != AskState::Attested);
    let names: Vec<&str> = not_yet.map(|person| person.name.as_str()).collect();
    let told = names.get(..NAMED.min(names.len())).unwrap_or_default().join(", ");
    let told = match names.len().saturating_sub(NAMED) {
        0 => told,
        more => format!("{told} and {more} more"),
    };
    let (mark, word) = match (&in_force, one.late, names.is_empty()) {
        (None, ..) => (PulledMark::Waiting, "Not adopted".to_owned()),
        (Some(_), 0, true) => (PulledMark::Fine, "Attested".to_owned()),
        (Some(_), 0, false) => (PulledMark::Waiting, "Waited for".to_owned()),
        (Some(_), late, _) => (PulledMark::Breach, format!("{late} late")),
    };
    let cells = vec![
        format!("{title}, {}", one.kind_words.to_lowercase()),
        in_force.unwrap_or_else(|| "not in force".to_owned()),
        day(&one.adopted),
        format!("{} of {}", one.attested, one.asked),
        told,
    ];
    Row::of(&one.policy, cells, mark, word)
}

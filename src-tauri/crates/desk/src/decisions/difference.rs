//! A proposal's whole difference in words, from the proposal alone.

use std::collections::BTreeMap;

use domain::decision::{
    Change, Class, DecisionKind, PermitTerms, Request, Right, Stated, WorkflowChange,
};
use domain::raci::{Matrix, Row};
use domain::rule::{Number, Rule, Settings, rerouted};
use domain::workflow::Facts;
use domain::{RaciRowId, RoleId, WorkflowRef};

use super::{Difference, PermitShown, RequestShown, right_shown, setting};
use crate::people::Names;
use crate::register::{ChangeShown, differences, words};

/// Everything a change changes, field by field; for a request nothing, because it is shown as
/// what is asked for.
pub(crate) fn difference(change: &Change, names: &Names) -> Vec<Difference> {
    match change {
        Change::Workflow(change) => workflow_difference(change, names),
        Change::Raci(change) => raci_difference(change.before.as_ref(), &change.after, names),
        Change::Rights(change) => rights_difference(&change.before, &change.after, names),
        Change::Rules(change) => rules_difference(&change.before, &change.after, names),
        Change::Setting(change) => setting::difference(change, names),
        Change::Request(_) => Vec::new(),
        Change::Revoke(revoke) => {
            let (before, after) = (Some("In force".to_owned()), Some("Revoked".to_owned()));
            vec![Difference { field: revoke.permit.to_string(), before, after, outside: false }]
        }
    }
}

fn workflow_difference(change: &WorkflowChange, names: &Names) -> Vec<Difference> {
    let mut all = Vec::new();
    if let Some(status) = &change.status {
        all.push(said("Status", status.before.words(), status.after.words()));
    }
    if let Some(found) = &change.found_live {
        let word = |found: bool| if found { "Yes" } else { "No" };
        all.push(said("Found live", word(found.before), word(found.after)));
    }
    let facts = differences(&change.before, &change.after, names);
    all.extend(facts.into_iter().map(|shown| Difference {
        field: shown.fact,
        before: shown.before,
        after: shown.after,
        outside: false,
    }));
    all.extend(change.outside.iter().map(|Stated { field, before, after }| Difference {
        field: words(Some(field)).unwrap_or_else(|| "–".to_owned()),
        before: words(before.as_ref()),
        after: words(after.as_ref()),
        outside: true,
    }));
    all
}

/// Every other fact of a workflow that is to act from then on, as it stays; of a policy that is to be
/// in force, what it says as before.
pub(super) fn stays(change: &Change, names: &Names) -> Vec<Difference> {
    if let Change::Setting(change) = change {
        return setting::stays(change, names);
    }
    let Change::Workflow(change) = change else { return Vec::new() };
    let Some(facts) = &change.stays else { return Vec::new() };
    let same = |facts: &Facts| differences(&Facts::default(), facts, names);
    let row = |shown: ChangeShown| Difference {
        field: shown.fact,
        before: shown.after.clone(),
        after: shown.after,
        outside: false,
    };
    same(facts).into_iter().map(row).collect()
}

/// The activities in which two matrices differ, each with all its letters.
pub(crate) fn raci_difference(
    before: Option<&Matrix>,
    after: &Matrix,
    names: &Names,
) -> Vec<Difference> {
    let mut all = Vec::new();
    let name = |matrix: &Matrix| words(Some(&matrix.name));
    let across = |matrix: &Matrix| {
        let roles: Vec<String> = matrix.roles.iter().map(|role| names.role(role)).collect();
        Some(roles.join(", "))
    };
    let most = |matrix: &Matrix| matrix.accountable_at_most.map(|most| most.to_string());
    let mut field = |field: &str, say: &dyn Fn(&Matrix) -> Option<String>| {
        let (was, is) = (before.and_then(say), say(after));
        if was != is {
            all.push(Difference {
                field: field.to_owned(),
                before: was,
                after: is,
                outside: false,
            });
        }
    };
    field("Name", &name);
    field("Roles across", &across);
    field("Accountable at most", &most);
    let was: BTreeMap<&RaciRowId, &Row> =
        before.iter().flat_map(|matrix| &matrix.rows).map(|row| (&row.row, row)).collect();
    let is: BTreeMap<&RaciRowId, &Row> = after.rows.iter().map(|row| (&row.row, row)).collect();
    for row in &after.rows {
        match was.get(&row.row) {
            Some(old) if *old == row => {}
            old => all.push(Difference {
                field: activity(row),
                before: old.map(|old| renamed(old, row) + &letters(old, names)),
                after: Some(letters(row, names)),
                outside: false,
            }),
        }
    }
    let gone = before.iter().flat_map(|matrix| &matrix.rows);
    all.extend(gone.filter(|row| !is.contains_key(&row.row)).map(|row| Difference {
        field: activity(row),
        before: Some(letters(row, names)),
        after: None,
        outside: false,
    }));
    all
}

fn activity(row: &Row) -> String {
    words(Some(&row.activity)).unwrap_or_else(|| row.row.to_string())
}

fn renamed(old: &Row, row: &Row) -> String {
    if old.activity == row.activity { String::new() } else { format!("“{}”: ", activity(old)) }
}

/// An activity's letters: `RevOps R, Executive sponsor A (Tobias Lindqvist)`.
fn letters(row: &Row, names: &Names) -> String {
    let mut said: Vec<String> =
        row.cells.iter().map(|(role, letters)| format!("{} {letters}", names.role(role))).collect();
    said.extend(row.accountable.map(|person| format!("accountable {}", names.person(person))));
    if said.is_empty() { "no letters".to_owned() } else { said.join(", ") }
}

fn rights_difference(before: &[Right], after: &[Right], names: &Names) -> Vec<Difference> {
    let key = |right: &Right| (right.kind, right.workflow);
    let find = |rights: &'_ [Right], wanted: (DecisionKind, Option<WorkflowRef>)| {
        rights.iter().find(|right| key(right) == wanted).cloned()
    };
    let said = |right: Option<&Right>| right.map(|right| right_shown(right, names).says);
    let mut keys: Vec<_> = before.iter().chain(after).map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .map(|wanted| (wanted, find(before, wanted), find(after, wanted)))
        // Two rights may read the same: what counts is whether they are.
        .filter(|(_, before, after)| before != after)
        .map(|(wanted, before, after)| Difference {
            field: match wanted.1 {
                Some(workflow) => format!("{} of {workflow}", wanted.0.words()),
                None => wanted.0.words().to_owned(),
            },
            before: said(before.as_ref()),
            after: said(after.as_ref()),
            outside: false,
        })
        .collect()
}

/// The rules that are switched, the numbers that change, and where exceptions go.
fn rules_difference(before: &Settings, after: &Settings, names: &Names) -> Vec<Difference> {
    let word = |on: bool| if on { "On" } else { "Off" };
    let switched = Rule::ALL
        .iter()
        .filter(|rule| before.is_on(**rule) != after.is_on(**rule))
        .map(|rule| said(rule.sentence(), word(before.is_on(*rule)), word(after.is_on(*rule))));
    let numbers = Number::ALL.iter().filter_map(|number| {
        let (was, is) = (before.number(*number), after.number(*number));
        (was != is).then(|| said(number.words(), &was.to_string(), &is.to_string()))
    });
    let route = |settings: &Settings, kind| {
        let roles = settings.route(kind).into_iter();
        roles.map(|role| names.role(&role)).collect::<Vec<_>>().join(", ")
    };
    let routes = rerouted(before, after).into_iter().map(|kind| {
        let field = format!("{} exceptions go to", kind.words());
        said(&field, &route(before, kind), &route(after, kind))
    });
    switched.chain(numbers).chain(routes).collect()
}

fn said(field: &str, before: &str, after: &str) -> Difference {
    let (before, after) = (Some(before.to_owned()), Some(after.to_owned()));
    Difference { field: field.to_owned(), before, after, outside: false }
}

/// What is asked for, where a change is a request.
pub(crate) fn request_shown(kind: DecisionKind, change: &Change) -> Option<RequestShown> {
    let Change::Request(Request { what, permit, .. }) = change else { return None };
    Some(RequestShown {
        what: words(Some(what)),
        permit: permit.as_ref().map(|permit| permit_shown(kind, permit)),
    })
}

/// What a permit allows.
pub(super) fn permit_shown(kind: DecisionKind, terms: &PermitTerms) -> PermitShown {
    let counts = kind.counted().unwrap_or("uses").to_owned();
    let segments: Vec<String> = terms.segments.iter().filter_map(|s| words(Some(s))).collect();
    let to = words(terms.to.as_ref());
    let mut said = vec![
        match terms.class {
            Class::One => "once",
            Class::Batch => "one batch",
            Class::Standing => "standing",
        }
        .to_owned(),
    ];
    said.extend(
        terms.count.map(|count| format!("at most {} {counts}", report::grouped(count.into()))),
    );
    said.extend(terms.discount_percent.map(|percent| format!("up to {percent} %")));
    said.extend(to.iter().map(|to| format!("to {to}")));
    said.extend((!segments.is_empty()).then(|| format!("for {}", segments.join(", "))));
    said.push(format!("until {}", terms.last_day));
    PermitShown {
        class: terms.class,
        last_day: terms.last_day.to_string(),
        count: terms.count,
        counts,
        discount_percent: terms.discount_percent.map(|percent| percent.to_string()),
        to,
        segments,
        says: said.join("; "),
    }
}

/// The people and roles a proposal speaks of, so that their names can travel with it.
pub(super) fn spoken_of(change: &Change) -> (Vec<domain::PersonRef>, Vec<RoleId>) {
    let (mut people, mut roles) = (Vec::new(), Vec::new());
    match change {
        Change::Workflow(change) => {
            for facts in [&change.before, &change.after].into_iter().chain(change.stays.as_deref())
            {
                people.extend([facts.owner, facts.kill_switch_owner].into_iter().flatten());
                roles.extend(facts.approver.clone());
                roles.extend(facts.permissions.iter().flat_map(|row| row.roles.clone()));
            }
        }
        Change::Raci(change) => {
            for matrix in change.before.iter().chain([&change.after]) {
                roles.extend(matrix.roles.clone());
                people.extend(matrix.rows.iter().filter_map(|row| row.accountable));
            }
        }
        Change::Rights(change) => {
            for right in change.before.iter().chain(&change.after) {
                roles.extend(of_right(right));
            }
        }
        Change::Setting(change) => return setting::spoken_of(change),
        Change::Rules(_) | Change::Request(_) | Change::Revoke(_) => {}
    }
    (people, roles)
}

/// The roles a right names.
pub(super) fn of_right(right: &Right) -> Vec<RoleId> {
    [right.propose.clone(), right.consult.clone(), right.approve.clone()].concat()
}

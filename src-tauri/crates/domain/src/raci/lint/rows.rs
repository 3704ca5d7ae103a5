//! Rules about one row.

use super::{Holders, Mark, Rule};
use crate::raci::{Matrix, Row};
use crate::{PersonRef, RoleId};

pub(super) fn lint(matrix: &Matrix, holders: &Holders<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (place, row) in matrix.rows.iter().enumerate() {
        let found = [
            one_accountable(row),
            one_responsible(row),
            accountable_named(row, holders),
            approver_apart(row, holders),
        ];
        marks.extend(found.into_iter().flatten().map(|mark| Mark { rows: vec![place], ..mark }));
    }
    marks
}

fn one_accountable(row: &Row) -> Option<Mark> {
    let roles: Vec<RoleId> = row.accountable_roles().cloned().collect();
    (roles.len() != 1).then(|| Mark { roles, ..Mark::new(Rule::OneAccountable) })
}

fn one_responsible(row: &Row) -> Option<Mark> {
    row.responsible_roles().next().is_none().then(|| Mark::new(Rule::OneResponsible))
}

/// Several hold the role and nobody is named, or who is named does not hold it.
fn accountable_named(row: &Row, holders: &Holders<'_>) -> Option<Mark> {
    let role = row.accountable_role()?;
    let held_by = holders.of_role(role);
    let wrong = match row.accountable {
        Some(named) => !held_by.contains(&named),
        None => held_by.len() > 1,
    };
    wrong.then(|| Mark {
        roles: vec![role.clone()],
        person: row.accountable,
        ..Mark::new(Rule::AccountableNamed)
    })
}

/// The row keeps asking and approving apart, in two roles, and one person holds both. A row that
/// gives both letters to one role says on purpose that this is one person's business.
fn approver_apart(row: &Row, holders: &Holders<'_>) -> Option<Mark> {
    let approver = holders.accountable(row)?;
    let role = row.accountable_role()?;
    if row.letters(role).responsible {
        return None;
    }
    let asking: Vec<&RoleId> = row.responsible_roles().collect();
    let who: Vec<PersonRef> =
        asking.iter().flat_map(|role| holders.of_role(role)).copied().collect();
    let same = !who.is_empty() && who.iter().all(|person| *person == approver);
    same.then(|| Mark {
        roles: std::iter::once(role).chain(asking).cloned().collect(),
        person: Some(approver),
        ..Mark::new(Rule::ApproverApart)
    })
}

//! Rules about a role or a person over the whole matrix.

use std::collections::BTreeMap;

use super::{Holders, Mark, Rule};
use crate::raci::Matrix;
use crate::{PersonRef, RoleId};

/// Roles with a part that nobody holds, each with the rows where it is to do or to answer; where
/// it is only asked or told, with those.
pub(super) fn vacant(matrix: &Matrix, holders: &Holders<'_>) -> Vec<Mark> {
    matrix.roles.iter().filter_map(|role| vacant_role(matrix, role, holders)).collect()
}

fn vacant_role(matrix: &Matrix, role: &RoleId, holders: &Holders<'_>) -> Option<Mark> {
    if !holders.of_role(role).is_empty() {
        return None;
    }
    let parts = || matrix.rows.iter().enumerate().map(|(place, row)| (place, row.letters(role)));
    let mut rows: Vec<usize> = parts()
        .filter(|(_, letters)| letters.responsible || letters.accountable)
        .map(|(place, _)| place)
        .collect();
    if rows.is_empty() {
        rows = parts().filter(|(_, letters)| !letters.is_empty()).map(|(place, _)| place).collect();
    }
    (!rows.is_empty()).then(|| Mark {
        rows,
        roles: vec![role.clone()],
        ..Mark::new(Rule::RoleHeld)
    })
}

/// People who answer for more than the matrix allows.
pub(super) fn too_much(matrix: &Matrix, holders: &Holders<'_>) -> Vec<Mark> {
    let mut answering: BTreeMap<PersonRef, Mark> = BTreeMap::new();
    for (place, row) in matrix.rows.iter().enumerate() {
        let (Some(person), Some(role)) = (holders.accountable(row), row.accountable_role()) else {
            continue;
        };
        let mark = answering
            .entry(person)
            .or_insert_with(|| Mark { person: Some(person), ..Mark::new(Rule::NotTooMuch) });
        mark.rows.push(place);
        if !mark.roles.contains(role) {
            mark.roles.push(role.clone());
        }
    }
    let most = usize::try_from(matrix.at_most()).unwrap_or(usize::MAX);
    answering.into_values().filter(|mark| mark.rows.len() > most).collect()
}

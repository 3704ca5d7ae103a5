//! A matrix as a person states it, before it is one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Held, Letters, Matrix, Row};
use crate::people::Standing;
use crate::refusal::{NAME_LIMIT, required};
use crate::{PersonRef, RaciId, RaciRowId, Refusal, RoleId};

/// The most activities a matrix has.
pub const ACTIVITIES_AT_MOST: usize = 500;
/// The most roles a matrix has.
pub const ROLES_AT_MOST: usize = 100;

/// A matrix as stated: its new rows have no identifier yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What it is called.
    pub name: String,
    /// The roles across, in order.
    pub roles: Vec<RoleId>,
    /// The activities down, in order.
    pub rows: Vec<TermsRow>,
    /// For how many activities one person may be accountable; none leaves it at the usual.
    pub accountable_at_most: Option<u32>,
}

/// An activity as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsRow {
    /// Its identifier; none for a new one.
    pub row: Option<RaciRowId>,
    /// What is done.
    pub activity: String,
    /// The letters of each role.
    pub cells: BTreeMap<RoleId, Letters>,
    /// Who is accountable, where several hold the role.
    pub accountable: Option<PersonRef>,
}

impl Terms {
    /// The matrix these terms make, without judging it: what lint reads while somebody types.
    pub fn unchecked(&self, matrix: &RaciId, held: &Held) -> Matrix {
        let mut number = held.highest_row;
        let mut fresh = || {
            number += 1;
            RaciRowId::new(format!("{matrix}/{number}"))
        };
        Matrix {
            matrix: matrix.clone(),
            name: crate::Text::new(self.name.trim()),
            roles: self.roles.clone(),
            rows: self
                .rows
                .iter()
                .map(|row| Row {
                    row: row.row.clone().unwrap_or_else(&mut fresh),
                    activity: crate::Text::new(row.activity.trim()),
                    cells: row
                        .cells
                        .iter()
                        .filter(|(_, letters)| !letters.is_empty())
                        .map(|(role, letters)| (role.clone(), *letters))
                        .collect(),
                    accountable: row.accountable,
                })
                .collect(),
            accountable_at_most: self.accountable_at_most,
        }
    }
}

/// The matrix these terms make, refused where they cannot be one at all.
pub(super) fn matrix(
    standing: &Standing,
    matrix: &RaciId,
    held: &Held,
    terms: &Terms,
) -> Result<Matrix, Refusal> {
    required("the matrix’s name", &terms.name, NAME_LIMIT)?;
    size("roles", terms.roles.len(), ROLES_AT_MOST)?;
    size("activities", terms.rows.len(), ACTIVITIES_AT_MOST)?;
    let mut across = BTreeSet::new();
    for role in &terms.roles {
        known_role(standing, role)?;
        if !across.insert(role) {
            return Err(Refusal::Twice { what: role.to_string() });
        }
    }
    let known: BTreeSet<_> = held
        .in_force
        .iter()
        .chain(&held.draft)
        .flat_map(|version| version.terms.rows.iter().map(|row| &row.row))
        .collect();
    let mut down = BTreeSet::new();
    for row in &terms.rows {
        required("an activity", &row.activity, NAME_LIMIT)?;
        if let Some(id) = &row.row {
            if !known.contains(id) {
                return Err(Refusal::Unknown { reference: id.to_string() });
            }
            if !down.insert(id) {
                return Err(Refusal::Twice { what: id.to_string() });
            }
        }
        if let Some((role, _)) = row.cells.iter().find(|(role, _)| !across.contains(role)) {
            return Err(Refusal::Unknown { reference: role.to_string() });
        }
        if let Some(person) = row.accountable {
            known_person(standing, person)?;
        }
    }
    Ok(terms.unchecked(matrix, held))
}

fn known_role(standing: &Standing, role: &RoleId) -> Result<(), Refusal> {
    if standing.roles.contains(role) {
        Ok(())
    } else {
        Err(Refusal::Unknown { reference: role.to_string() })
    }
}

/// Somebody who has left may stand in a matrix: lint says so, and it can still be mended elsewhere.
fn known_person(standing: &Standing, person: PersonRef) -> Result<(), Refusal> {
    if standing.people.contains(&person) || standing.left.contains(&person) {
        Ok(())
    } else {
        Err(Refusal::Unknown { reference: person.to_string() })
    }
}

fn size(what: &'static str, count: usize, limit: usize) -> Result<(), Refusal> {
    if count > limit { Err(Refusal::TooMany { what, count, limit }) } else { Ok(()) }
}

//! What is wrong with a matrix: rules over what it says, who holds the roles today and which
//! workflows its rows govern.

mod coverage;
mod rows;
mod rules;
mod whole;

use std::collections::BTreeSet;

pub use rules::Rule;

use super::Matrix;
use crate::people::Standing;
use crate::{PersonRef, RaciRowId, RoleId, WorkflowRef};

/// What a matrix stands among.
#[derive(Clone, Copy, Debug)]
pub struct Among<'a> {
    /// Who there is and who holds which role today.
    pub standing: &'a Standing,
    /// The rows of the other matrices in force.
    pub other_rows: &'a BTreeSet<RaciRowId>,
    /// The workflows that somebody must answer for; retired ones are left out.
    pub workflows: &'a [Governed],
}

/// A workflow, as far as lint asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Governed {
    /// Which workflow.
    pub workflow: WorkflowRef,
    /// The row that governs it, as it says.
    pub row: Option<RaciRowId>,
    /// Who owns it, and so asks for what it needs.
    pub owner: Option<PersonRef>,
    /// The role that approves.
    pub approver: Option<RoleId>,
    /// Whether it runs.
    pub live: bool,
}

/// Something a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which rule.
    pub rule: Rule,
    /// The rows at fault, by their place in the matrix.
    pub rows: Vec<usize>,
    /// The roles at fault; with `rows`, the cells.
    pub roles: Vec<RoleId>,
    /// Who it is about, where it is about a person.
    pub person: Option<PersonRef>,
    /// The workflows it is about.
    pub workflows: Vec<WorkflowRef>,
}

impl Mark {
    fn new(rule: Rule) -> Self {
        Self { rule, rows: Vec::new(), roles: Vec::new(), person: None, workflows: Vec::new() }
    }
}

/// Everything the rules find in `matrix`: what blocks first, each from the top down.
pub fn lint(matrix: &Matrix, among: &Among<'_>) -> Vec<Mark> {
    let holders = Holders::of(among.standing);
    let mut marks = rows::lint(matrix, &holders);
    marks.extend(whole::vacant(matrix, &holders));
    marks.extend(whole::too_much(matrix, &holders));
    marks.extend(coverage::own_approver(matrix, among, &holders));
    marks.extend(coverage::uncovered(matrix, among));
    let first = |mark: &Mark| mark.rows.first().copied().unwrap_or(usize::MAX);
    marks.sort_by_key(|mark| (mark.rule.strength(), first(mark), mark.rule));
    marks
}

/// Who holds which role today.
pub(super) struct Holders<'a> {
    held: std::collections::BTreeMap<&'a RoleId, Vec<PersonRef>>,
}

impl<'a> Holders<'a> {
    fn of(standing: &'a Standing) -> Self {
        let mut held = std::collections::BTreeMap::<_, Vec<_>>::new();
        for person in &standing.people {
            for role in standing.roles_of(*person) {
                held.entry(role).or_default().push(*person);
            }
        }
        Self { held }
    }

    /// Whoever holds `role`.
    fn of_role(&self, role: &RoleId) -> &[PersonRef] {
        self.held.get(role).map_or(&[], Vec::as_slice)
    }

    /// The one person who answers for a row: the named one where there is one, else the only
    /// holder of the role that is accountable.
    fn accountable(&self, row: &super::Row) -> Option<PersonRef> {
        let role = row.accountable_role()?;
        match (row.accountable, self.of_role(role)) {
            (Some(named), holders) => holders.contains(&named).then_some(named),
            (None, [only]) => Some(*only),
            (None, _) => None,
        }
    }
}

/// The one person who answers for `row` today, if it is clear who that is.
pub fn accountable(row: &super::Row, standing: &Standing) -> Option<PersonRef> {
    Holders::of(standing).accountable(row)
}

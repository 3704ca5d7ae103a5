//! What a matrix must be to be put in force.

use super::lint::{self, Among};
use super::terms::{self, Terms};
use super::{Held, Matrix, draft};
use crate::rule::Strength;
use crate::{RaciId, Refusal};

/// The matrix these terms make, as a decision can put it in force, whole. Refused while lint marks
/// anything that blocks, and where somebody has changed it since `seen`.
pub fn applicable(
    among: &Among<'_>,
    matrix: &RaciId,
    held: &Held,
    seen: u64,
    applied: &Terms,
) -> Result<Matrix, Refusal> {
    draft::unmoved(matrix, held, seen)?;
    let terms = terms::matrix(among.standing, matrix, held, applied)?;
    unmarked(&terms, among)?;
    Ok(terms)
}

/// Refuses a matrix in which lint marks anything that blocks.
pub fn unmarked(matrix: &Matrix, among: &Among<'_>) -> Result<(), Refusal> {
    let blocking = lint::lint(matrix, among)
        .into_iter()
        .filter(|mark| mark.rule.strength() == Strength::Blocks)
        .count();
    if blocking > 0 { Err(Refusal::MarksBlock { blocking }) } else { Ok(()) }
}

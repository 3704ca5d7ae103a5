//! ISO/IEC 42001:2023, management system for AI: the subclauses of its clauses 4 to 10 and the 38
//! controls of its Annex A. The identifiers are the standard's; its text is under copyright, so titles
//! and sentences are our own and stand for nothing that it says.

mod clauses;
mod controls;

use super::requirement::{Group, needs};

/// The clauses, then the controls.
pub(super) const GROUPS: [&[Group]; 2] = [clauses::GROUPS, controls::GROUPS];

#[cfg(test)]
pub(super) const CONTROLS: &[Group] = controls::GROUPS;

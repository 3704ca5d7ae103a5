//! NIST AI Risk Management Framework 1.0 (NIST AI 100-1, January 2023): its 72 subcategories. The
//! identifiers are NIST's; titles and sentences are our own.

mod govern;
mod manage;
mod map;
mod measure;

use super::requirement::{Group, needs};

/// The functions, each by its categories.
pub(super) const GROUPS: [&[Group]; 4] =
    [govern::GROUPS, map::GROUPS, measure::GROUPS, manage::GROUPS];

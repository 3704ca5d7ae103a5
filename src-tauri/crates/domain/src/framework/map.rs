//! Saying that something on the record shows a requirement, and taking that back.

use serde::{Deserialize, Serialize};

use super::find;
use crate::people::{Standing, entitled, keepers, security};
use crate::refusal::{TEXT_LIMIT, required};
use crate::rule::Rule;
use crate::{CadenceId, Event, ItemId, PersonRef, Refusal, RoleId, Text};

/// What a team holds to be evidence for a requirement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Shown {
    /// Something on the record.
    Thing {
        /// Its reference.
        reference: String,
    },
    /// An item of a cadence's checklist, each time it is answered.
    Item {
        /// Of which cadence.
        cadence: CadenceId,
        /// Which.
        item: ItemId,
    },
    /// A rule, while it is on.
    Rule {
        /// Which.
        rule: Rule,
    },
}

/// Something shows a requirement from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkMapped {
    /// Which requirement, by reference.
    pub requirement: String,
    /// What shows it.
    pub shown: Shown,
    /// Why it does.
    pub reason: Text,
}

/// Something shows a requirement no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkUnmapped {
    /// Which requirement, by reference.
    pub requirement: String,
    /// What showed it.
    pub shown: Shown,
    /// Why it does not.
    pub reason: Text,
}

/// Who may say what shows a requirement.
pub fn mappers() -> Vec<RoleId> {
    [keepers(), vec![security(), RoleId::new("compliance"), RoleId::new("legal")]].concat()
}

/// Says that `shown` is evidence for a requirement; `known` says that the record has it, and `mapped`
/// what is mapped to that requirement now.
pub fn map(
    standing: &Standing,
    by: PersonRef,
    requirement: &str,
    (shown, known): (&Shown, bool),
    mapped: &[Shown],
    reason: &str,
) -> Result<Event, Refusal> {
    may_map(standing, by, requirement, shown, mapped)?;
    if !known {
        return Err(Refusal::Unknown { reference: shown.to_string() });
    }
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    let (requirement, shown) = (requirement.to_owned(), shown.clone());
    Ok(FrameworkMapped { requirement, shown, reason }.into())
}

/// Refuses whoever may not map it, and what is mapped already.
pub fn may_map(
    standing: &Standing,
    by: PersonRef,
    requirement: &str,
    shown: &Shown,
    mapped: &[Shown],
) -> Result<(), Refusal> {
    must_be_a_mapper(standing, by)?;
    must_be_one(requirement)?;
    if mapped.contains(shown) {
        let (requirement, shown) = (requirement.to_owned(), shown.to_string());
        return Err(Refusal::MappedAlready { requirement, shown });
    }
    Ok(())
}

/// Takes back that `shown` is evidence for a requirement.
pub fn unmap(
    standing: &Standing,
    by: PersonRef,
    requirement: &str,
    shown: &Shown,
    mapped: &[Shown],
    reason: &str,
) -> Result<Event, Refusal> {
    may_unmap(standing, by, requirement, shown, mapped)?;
    let reason = required("the reason", reason, TEXT_LIMIT)?;
    let (requirement, shown) = (requirement.to_owned(), shown.clone());
    Ok(FrameworkUnmapped { requirement, shown, reason }.into())
}

/// Refuses whoever may not take it back, and what is not mapped.
pub fn may_unmap(
    standing: &Standing,
    by: PersonRef,
    requirement: &str,
    shown: &Shown,
    mapped: &[Shown],
) -> Result<(), Refusal> {
    must_be_a_mapper(standing, by)?;
    must_be_one(requirement)?;
    if mapped.contains(shown) {
        return Ok(());
    }
    Err(Refusal::NotMapped { requirement: requirement.to_owned(), shown: shown.to_string() })
}

fn must_be_a_mapper(standing: &Standing, by: PersonRef) -> Result<(), Refusal> {
    entitled(standing, by, "saying what shows a requirement", &mappers())
}

fn must_be_one(requirement: &str) -> Result<(), Refusal> {
    let known = find(requirement).is_some();
    if known { Ok(()) } else { Err(Refusal::Unknown { reference: requirement.to_owned() }) }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Thing { reference } => f.write_str(reference),
            Self::Item { cadence, item } => write!(f, "{cadence}, {item}"),
            Self::Rule { rule } => f.write_str(rule.id()),
        }
    }
}

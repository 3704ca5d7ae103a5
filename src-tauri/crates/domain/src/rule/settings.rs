//! Which rules are on, and the numbers they count with.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Number, Rule};
use crate::Refusal;

/// Which rules are on, and their numbers. Whatever is not named here is on, with its usual number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Rules that are off.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub off: BTreeSet<Rule>,
    /// Numbers that were set.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<Number, u32>,
}

/// The rules are set so from now on, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesSet {
    /// All of it.
    pub settings: Settings,
}

impl Settings {
    /// What a new workspace starts with: every rule on, every number written down, so that a later
    /// program with another usual number changes nothing.
    pub fn start_up() -> Self {
        let numbers = Number::ALL.iter().map(|number| (*number, number.usual())).collect();
        Self { off: BTreeSet::new(), numbers }
    }

    /// Whether a rule is on.
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.off.contains(&rule)
    }

    /// A number as it is set.
    pub fn number(&self, number: Number) -> u32 {
        self.numbers.get(&number).copied().unwrap_or(number.usual())
    }

    /// Refuses settings that nobody may set: a rule off that never is, a number out of its bounds.
    ///
    /// # Errors
    /// `rule-stays-on` and `out-of-range`.
    pub fn check(&self) -> Result<(), Refusal> {
        if let Some(rule) = self.off.iter().find(|rule| !rule.may_be_off()) {
            return Err(Refusal::RuleStaysOn { rule: rule.sentence() });
        }
        for (number, given) in &self.numbers {
            let (least, most) = number.bounds();
            if !(least..=most).contains(given) {
                return Err(Refusal::OutOfRange {
                    field: number.words(),
                    given: given.to_string(),
                    least: least.to_string(),
                    most: most.to_string(),
                });
            }
        }
        Ok(())
    }

    /// Whether one rule is set alike in both: on or off, and each of its numbers.
    pub fn same_of(&self, other: &Self, rule: Rule) -> bool {
        let numbers = Number::ALL.iter().filter(|number| number.rule() == rule);
        self.is_on(rule) == other.is_on(rule)
            && numbers.copied().all(|number| self.number(number) == other.number(number))
    }
}

/// The rules that let more through after a change than before.
pub fn loosened(before: &Settings, after: &Settings) -> BTreeSet<Rule> {
    let off = after.off.difference(&before.off).copied();
    let numbers = Number::ALL
        .iter()
        .filter(|number| number.is_looser(before.number(**number), after.number(**number)))
        .map(|number| number.rule());
    off.chain(numbers).collect()
}

/// Whether a change lets anything through that was held before: that takes a second person.
pub fn loosens(before: &Settings, after: &Settings) -> bool {
    !loosened(before, after).is_empty()
}

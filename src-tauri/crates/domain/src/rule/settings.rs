//! Which rules are on, and the numbers they count with.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Number, Rule};
use crate::cadence::within;
use crate::exception::Kind;
use crate::{Refusal, RoleId};

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
    /// To which roles exceptions go, by kind; the first leads.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub routes: BTreeMap<Kind, Vec<RoleId>>,
}

/// Most roles that exceptions of a kind go to.
pub const ROUTE_LIMIT: usize = 4;

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
        let routes = Kind::ALL.iter().map(|kind| (*kind, kind.usual_route())).collect();
        Self { off: BTreeSet::new(), numbers, routes }
    }

    /// Whether a rule is on.
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.off.contains(&rule)
    }

    /// A number as it is set.
    pub fn number(&self, number: Number) -> u32 {
        self.numbers.get(&number).copied().unwrap_or(number.usual())
    }

    /// The roles that exceptions of a kind go to; the first leads.
    pub fn route(&self, kind: Kind) -> Vec<RoleId> {
        self.routes.get(&kind).cloned().unwrap_or_else(|| kind.usual_route())
    }

    /// Refuses settings that nobody may set: a rule off that never is, a number out of its bounds.
    ///
    /// # Errors
    /// `rule-stays-on` and `out-of-range`; `twice` of a role in a route.
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
        for route in self.routes.values() {
            within("the number of roles an exception goes to", route.len(), 1, ROUTE_LIMIT)?;
            let mut known = BTreeSet::new();
            if let Some(role) = route.iter().find(|role| !known.insert(*role)) {
                return Err(Refusal::Twice { what: role.to_string() });
            }
        }
        Ok(())
    }

    /// Whether one rule is set alike in both: on or off, and each of its numbers.
    pub fn same_of(&self, other: &Self, rule: Rule) -> bool {
        let numbers = Number::ALL.iter().filter(|number| number.rule() == rule);
        self.is_on(rule) == other.is_on(rule)
            && numbers.copied().all(|number| self.number(number) == other.number(number))
            && (rule != Rule::ExceptionInTime || rerouted(self, other).is_empty())
    }
}

/// The kinds of exception that go elsewhere in one than in the other.
pub fn rerouted(one: &Settings, other: &Settings) -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| one.route(*kind) != other.route(*kind)).collect()
}

/// The rules that let more through after a change than before.
pub fn loosened(before: &Settings, after: &Settings) -> BTreeSet<Rule> {
    let off = after.off.difference(&before.off).copied();
    let numbers = Number::ALL
        .iter()
        .filter(|number| number.is_looser(before.number(**number), after.number(**number)))
        .map(|number| number.rule());
    let unasked = Kind::ALL.iter().any(|kind| {
        let asked = after.route(*kind);
        before.route(*kind).iter().any(|role| !asked.contains(role))
    });
    let routes = unasked.then_some(Rule::ExceptionInTime);
    off.chain(numbers).chain(routes).collect()
}

/// Whether a change lets anything through that was held before: that takes a second person.
pub fn loosens(before: &Settings, after: &Settings) -> bool {
    !loosened(before, after).is_empty()
}

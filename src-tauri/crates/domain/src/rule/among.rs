//! What a workflow is judged among.

use std::collections::BTreeSet;

use super::{Rule, Settings};
use crate::people::Standing;
use crate::{MetricRef, PersonRef, RaciRowId, RoleId};

/// What a workflow is judged among: the people, the rules as they are set, and what it may name.
#[derive(Clone, Debug)]
pub struct Among {
    /// Who there is and who holds which role, on the day it is judged on.
    pub standing: Standing,
    /// Which rules are on, and their numbers.
    pub settings: Settings,
    /// The rows of the RACI matrices in force.
    pub rows: BTreeSet<RaciRowId>,
    /// The metrics that are measured.
    pub measured: BTreeSet<MetricRef>,
}

impl Among {
    /// Whether a rule is on.
    pub fn asks(&self, rule: Rule) -> bool {
        self.settings.is_on(rule)
    }

    /// Whoever holds `role` on the day.
    pub fn holders(&self, role: &RoleId) -> Vec<PersonRef> {
        let people = self.standing.people.iter().copied();
        people.filter(|person| self.standing.holds(*person, role)).collect()
    }

    /// The day after the last one on which anybody held `role`; none where nobody ever did.
    pub(super) fn vacant_since(&self, role: &RoleId) -> Option<chrono::NaiveDate> {
        let held = self.standing.holdings.iter().filter(|held| held.role == *role);
        held.filter_map(|held| held.to?.succ_opt()).filter(|day| *day <= self.standing.today).max()
    }

    /// The day after the last one on which `person`, who has left, held any role.
    pub(super) fn gone_since(&self, person: PersonRef) -> Option<chrono::NaiveDate> {
        let held = self.standing.holdings.iter().filter(|held| held.person == person);
        held.filter_map(|held| held.to?.succ_opt()).filter(|day| *day <= self.standing.today).max()
    }
}

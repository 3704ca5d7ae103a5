//! Who is asked to attest what is in force, and by when.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::InForce;
use crate::people::Standing;
use crate::{PersonRef, PolicyRef};

/// Days before an attestation runs out at which it is asked for again, so that nobody is late who
/// looks in once a fortnight.
pub const AGAIN_AHEAD: u32 = 14;

/// The day on which each person became known.
pub type Joined = BTreeMap<PersonRef, NaiveDate>;

/// How somebody stands with a policy that asks them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// They have attested it.
    Attested {
        /// The day on which they signed.
        on: NaiveDate,
        /// The last day on which that counts; none where it counts as long as the version does.
        until: Option<NaiveDate>,
    },
    /// They are asked to.
    Waits {
        /// The last day on which it is in time.
        until: NaiveDate,
    },
}

impl Asked {
    /// Whether it is waited for beyond its last day.
    pub fn is_late(self, today: NaiveDate) -> bool {
        matches!(self, Self::Waits { until } if until < today)
    }
}

/// A policy in force that people have not attested in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unattested {
    /// Which.
    pub policy: PolicyRef,
    /// Who, by reference.
    pub people: Vec<PersonRef>,
    /// How many it asks in all.
    pub asked: usize,
    /// The day since which the first of them is late.
    pub since: NaiveDate,
}

impl InForce {
    /// How `person` stands with it; none where it does not ask them: who has left, and who holds
    /// none of its roles. `days` is the time somebody has from when it first asks them: since it is
    /// in force, they came, or they hold the role.
    pub fn asks(
        &self,
        standing: &Standing,
        joined: &Joined,
        days: u32,
        person: PersonRef,
    ) -> Option<Asked> {
        let begins = self.begins(standing, joined, person)?;
        let Some(on) = self.signed(person) else {
            return Some(Asked::Waits { until: later(begins, days) });
        };
        let until = self.until(on);
        Some(match until {
            Some(until) if until <= later(standing.today, AGAIN_AHEAD) => Asked::Waits { until },
            Some(_) | None => Asked::Attested { on, until },
        })
    }

    /// The day on which `person` signed what still counts on `today`: until the day on which it runs
    /// out, though it is asked for again some time ahead; none where nothing does.
    pub fn counts(&self, person: PersonRef, today: NaiveDate) -> Option<NaiveDate> {
        self.signed(person).filter(|on| self.until(*on).is_none_or(|last| today <= last))
    }

    /// The day on which `person` signed it last.
    fn signed(&self, person: PersonRef) -> Option<NaiveDate> {
        self.attested.iter().filter(|one| one.by == person).map(|one| one.on).max()
    }

    /// The last day on which what was signed on that day counts; none where it counts as long as the
    /// version does.
    fn until(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.again_days.map(|again| later(on, again))
    }

    /// Everybody it asks, with how they stand.
    pub fn everybody(
        &self,
        standing: &Standing,
        joined: &Joined,
        days: u32,
    ) -> Vec<(PersonRef, Asked)> {
        let people = standing.people.iter().copied();
        people
            .filter_map(|person| Some((person, self.asks(standing, joined, days, person)?)))
            .collect()
    }

    /// The day on which it first asks `person`.
    fn begins(&self, standing: &Standing, joined: &Joined, person: PersonRef) -> Option<NaiveDate> {
        if !standing.people.contains(&person) {
            return None;
        }
        let came = joined.get(&person).copied().unwrap_or(self.from).max(self.from);
        if self.roles.is_empty() {
            return Some(came);
        }
        let runs = |from: NaiveDate, to: Option<NaiveDate>| {
            from <= standing.today && to.is_none_or(|last| standing.today <= last)
        };
        let held = standing.holdings.iter().filter(|held| {
            held.person == person && self.roles.contains(&held.role) && runs(held.from, held.to)
        });
        held.map(|held| held.from.max(came)).min()
    }
}

/// The policies that somebody has not attested in time, with who has not.
pub fn unattested(
    standing: &Standing,
    joined: &Joined,
    days: u32,
    in_force: &[InForce],
) -> Vec<Unattested> {
    let of = |policy: &InForce| {
        let everybody = policy.everybody(standing, joined, days);
        let late = everybody.iter().filter_map(|(person, asked)| match asked {
            Asked::Waits { until } if asked.is_late(standing.today) => Some((*person, *until)),
            Asked::Waits { .. } | Asked::Attested { .. } => None,
        });
        let late: Vec<(PersonRef, NaiveDate)> = late.collect();
        let first = late.iter().map(|(_, until)| *until).min()?;
        Some(Unattested {
            policy: policy.policy,
            people: late.into_iter().map(|(person, _)| person).collect(),
            asked: everybody.len(),
            since: first.succ_opt()?,
        })
    };
    in_force.iter().filter_map(of).collect()
}

fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

//! Whom an exception is asked of, and who is next when its due passes: the person, the role's lead,
//! RevOps, the sponsor.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Exception;
use crate::people::{Standing, acting, call_order, revops, sponsor};
use crate::{PersonRef, RoleId};

/// A step of the way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EscalationStep")]
pub enum Step {
    /// The person who was named, or whoever acts for the roles it is routed to.
    Person,
    /// Whoever is called first for the role.
    RoleLead,
    /// RevOps.
    RevOps,
    /// The executive sponsor.
    Sponsor,
}

impl Step {
    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Person => "Who is asked",
            Self::RoleLead => "The role’s lead",
            Self::RevOps => "RevOps",
            Self::Sponsor => "Executive sponsor",
        }
    }
}

/// Who is asked at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which step.
    pub step: Step,
    /// For which role.
    pub role: RoleId,
    /// Who; never nobody.
    pub who: Vec<PersonRef>,
}

/// The way up on `day`. A step at which nobody would be asked who was not asked before is left out:
/// a vacant role delays nothing, and nobody is asked twice. Empty where nobody is there at all.
pub fn chain(standing: &Standing, exception: &Exception, day: NaiveDate) -> Vec<Asked> {
    let lead = exception.routed.first().cloned().unwrap_or_else(revops);
    let first = |role: &RoleId| call_order(standing, role, day).into_iter().take(1).collect();
    let steps = [
        (Step::Person, lead.clone(), seers(standing, exception, day)),
        (Step::RoleLead, lead.clone(), first(&lead)),
        (Step::RevOps, revops(), acting_for(standing, &revops(), day)),
        (Step::Sponsor, sponsor(), acting_for(standing, &sponsor(), day)),
    ];
    let mut way: Vec<Asked> = Vec::new();
    for (step, role, who) in steps {
        let before = |person: &PersonRef| way.iter().any(|asked| asked.who.contains(person));
        if !who.iter().all(before) {
            way.push(Asked { step, role, who });
        }
    }
    way
}

/// Who is asked after so many steps; the last of the way where there are fewer.
pub fn asked(way: &[Asked], steps: usize) -> Option<&Asked> {
    way.get(steps).or(way.last())
}

/// The person who was named; their role's deputy while they are away; or whoever acts for the roles.
fn seers(standing: &Standing, exception: &Exception, day: NaiveDate) -> Vec<PersonRef> {
    let roles = &exception.routed;
    let named = exception.person.filter(|person| standing.people.contains(person));
    if let Some(person) = named {
        if standing.away(person, day).is_none() {
            return vec![person];
        }
        let stand_in = roles.iter().flat_map(|role| acting(standing, role, day));
        let stand_in: Vec<_> = stand_in
            .filter(|acting| acting.instead_of == Some(person))
            .map(|acting| acting.who)
            .collect();
        if !stand_in.is_empty() {
            return once(stand_in);
        }
    }
    once(roles.iter().flat_map(|role| acting_for(standing, role, day)).collect())
}

fn acting_for(standing: &Standing, role: &RoleId, day: NaiveDate) -> Vec<PersonRef> {
    once(acting(standing, role, day).into_iter().map(|acting| acting.who).collect())
}

fn once(people: Vec<PersonRef>) -> Vec<PersonRef> {
    let mut found = Vec::with_capacity(people.len());
    for person in people {
        if !found.contains(&person) {
            found.push(person);
        }
    }
    found
}

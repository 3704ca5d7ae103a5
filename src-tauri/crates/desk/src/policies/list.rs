//! Policies as lists show them, and those that wait for somebody.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::decision::{Change, Setting, open};
use domain::people::Standing;
use domain::policy::{Asked, InForce, Joined, may_write};
use domain::{Moment, PersonRef, PolicyRef};
use store::View;
use store::tables::policy::{InForce as Adopted, Version};

use super::asks::{named, shown};
use super::stand::{all_asking, decided_by};
use super::{
    PoliciesView, PolicyProposed, PolicyRetirement, PolicyRow, PolicyWaiting, days, joined,
};
use crate::count::count;
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn policies(&mut self, _: Nothing) -> Result<PoliciesView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (view, me) = (open.view(), open.at_desk.person());
        let seen = Seen::of(&view, me, now)?;
        let mut versions: BTreeMap<PolicyRef, Vec<Version>> = BTreeMap::new();
        for version in view.policy_versions()? {
            versions.entry(version.policy).or_default().push(version);
        }
        Ok(PoliciesView {
            rows: versions.values().filter_map(|versions| seen.row(versions)).collect(),
            may_write: seen.may_write(),
            roles: seen.roles(),
            attest_days: seen.days,
            as_of: open.last()?,
        })
    }
}

/// What policies are shown with.
pub(super) struct Seen {
    pub(super) names: Names,
    pub(super) standing: Standing,
    pub(super) zone: Tz,
    pub(super) in_force: Vec<InForce>,
    pub(super) days: u32,
    adopted: Vec<Adopted>,
    retired: BTreeMap<PolicyRef, PolicyRetirement>,
    joined: Joined,
    proposed: BTreeMap<PolicyRef, PolicyProposed>,
    me: Option<PersonRef>,
}

impl Seen {
    pub(super) fn of(view: &View<'_>, me: Option<PersonRef>, now: Moment) -> Result<Self, Problem> {
        let zone = settings(view)?.zone;
        Ok(Self {
            names: Names::of(view)?,
            standing: standing(view, now)?,
            zone,
            in_force: all_asking(view, zone)?,
            days: days(&view.rules()?),
            adopted: view.policies_in_force()?,
            retired: retired(view, zone)?,
            joined: joined(view, zone)?,
            proposed: proposed(view, now)?,
            me,
        })
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.standing.today
    }

    /// Whether who is signed in may write policies.
    pub(super) fn may_write(&self) -> bool {
        self.me.is_some_and(|me| may_write(&self.standing, me).is_ok())
    }

    /// Every role there is.
    pub(super) fn roles(&self) -> Vec<crate::decisions::RoleNamed> {
        named(&self.standing.roles, &self.names)
    }

    /// Everybody whom a policy asks, with how they stand; nobody while nothing is in force.
    pub(super) fn everybody(&self, policy: PolicyRef) -> Vec<(PersonRef, Asked)> {
        let in_force = self.in_force.iter().find(|one| one.policy == policy);
        let all = |one: &InForce| one.everybody(&self.standing, &self.joined, self.days);
        in_force.map(all).unwrap_or_default()
    }

    /// A policy in a line, given all its versions.
    pub(super) fn row(&self, versions: &[Version]) -> Option<PolicyRow> {
        let last = versions.last()?;
        let adopted = self.adopted.iter().find(|one| one.policy == last.policy);
        let number = adopted.map(|one| one.version);
        let retired = self.retired.get(&last.policy);
        let binding = number.or(retired.map(|one| one.version));
        let told = versions.iter().find(|one| Some(one.version) == binding).unwrap_or(last);
        let asked = self.everybody(last.policy);
        let attested = |(_, asked): &&(PersonRef, Asked)| matches!(asked, Asked::Attested { .. });
        let mine = asked.iter().find(|(person, _)| Some(*person) == self.me);
        Some(PolicyRow {
            policy: last.policy.to_string(),
            title: told.terms.title.words().map(str::to_owned),
            kind: told.terms.kind,
            kind_words: told.terms.kind.words().to_owned(),
            versions: last.version,
            in_force: number,
            since: adopted.map(|one| crate::when::local(one.since, self.zone)),
            adopted: adopted.map(|one| crate::when::local(one.adopted, self.zone)),
            retired: retired.cloned(),
            proposed: self.proposed.get(&last.policy).cloned(),
            roles: named(&told.terms.roles, &self.names),
            asked: count(asked.len()),
            attested: count(asked.iter().filter(attested).count()),
            late: count(asked.iter().filter(|(_, one)| one.is_late(self.today())).count()),
            mine: mine.map(|(_, asked)| shown(*asked, self.today())),
        })
    }
}

/// The policies that went out of force, each with how.
fn retired(view: &View<'_>, zone: Tz) -> Result<BTreeMap<PolicyRef, PolicyRetirement>, Problem> {
    let mut retired = BTreeMap::new();
    for one in view.policies_retired()? {
        let Some(change) = view.change(one.entry)? else { continue };
        let out = PolicyRetirement {
            version: one.version,
            decision: decided_by(view, one.entry)?,
            at: crate::when::local(change.at, zone),
            entry: one.entry,
        };
        retired.insert(one.policy, out);
    }
    Ok(retired)
}

/// The decisions that are open and would adopt a version, or retire a policy.
fn proposed(view: &View<'_>, now: Moment) -> Result<BTreeMap<PolicyRef, PolicyProposed>, Problem> {
    let mut proposed = BTreeMap::new();
    for decision in view.decisions()? {
        let Change::Setting(change) = &decision.proposed.change else { continue };
        let (policy, version) = match &change.after {
            Setting::Policy(after) => (after.policy, Some(after.version)),
            Setting::PolicyRetired(after) => (after.policy, None),
            Setting::Cadence(_)
            | Setting::CadenceRetired(_)
            | Setting::Calendar(_)
            | Setting::Metric(_)
            | Setting::MetricRetired(_)
            | Setting::Baseline(_)
            | Setting::Scope(_) => continue,
        };
        if open(&decision, view.underneath(&decision)?, now).is_ok() {
            let decision = decision.reference().to_string();
            proposed.insert(policy, PolicyProposed { decision, version });
        }
    }
    Ok(proposed)
}

/// The policies that wait for the attestation of `me`, the soonest first.
pub(crate) fn waiting_for(
    view: &View<'_>,
    me: Option<PersonRef>,
    now: Moment,
) -> Result<Vec<PolicyWaiting>, Problem> {
    let zone = settings(view)?.zone;
    let (Some(me), in_force) = (me, all_asking(view, zone)?) else { return Ok(Vec::new()) };
    if in_force.is_empty() {
        return Ok(Vec::new());
    }
    let (standing, joined) = (standing(view, now)?, joined(view, zone)?);
    let days = days(&view.rules()?);
    let mut waiting = Vec::new();
    for one in &in_force {
        let Some(asked) = one.asks(&standing, &joined, days, me) else { continue };
        let Asked::Waits { until } = asked else { continue };
        let versions = view.versions_of(one.policy)?;
        let Some(told) = versions.iter().find(|told| told.version == one.version) else { continue };
        waiting.push(PolicyWaiting {
            policy: one.policy.to_string(),
            title: told.terms.title.words().map(str::to_owned),
            kind: told.terms.kind,
            version: one.version,
            until: until.to_string(),
            late: asked.is_late(standing.today),
        });
    }
    waiting.sort_by(|one, other| (&one.until, &one.policy).cmp(&(&other.until, &other.policy)));
    Ok(waiting)
}

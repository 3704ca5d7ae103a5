//! Which versions are in force, as rules and decisions ask for them.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use domain::policy::{
    self, Attestation, InForce, Joined, PolicyAdopted, Unattested, unattested as late_of,
};
use domain::rule::{Among, Number, Settings};
use domain::{Event, PolicyRef, Refusal};
use store::View;
use store::tables::policy::{InForce as Adopted, Version};

use crate::Problem;
use crate::decisions::subject_of;

/// Policies that people have not attested in time.
pub(crate) fn unattested(
    view: &View<'_>,
    among: &Among,
    zone: Tz,
) -> Result<Vec<Unattested>, Problem> {
    let in_force = all_asking(view, zone)?;
    if in_force.is_empty() {
        return Ok(Vec::new());
    }
    let joined = joined(view, zone)?;
    Ok(late_of(&among.standing, &joined, days(&among.settings), &in_force))
}

/// Days that somebody has to attest from when they are first asked.
pub(crate) fn days(settings: &Settings) -> u32 {
    settings.number(Number::AttestationDays)
}

/// The day on which each person became known.
pub(crate) fn joined(view: &View<'_>, zone: Tz) -> Result<Joined, Problem> {
    let known = view.first_known()?.into_iter();
    Ok(known.map(|(person, at)| (person, at.in_zone(zone).date_naive())).collect())
}

/// The policies in force, with whom they ask and who has attested them.
pub(crate) fn all_asking(view: &View<'_>, zone: Tz) -> Result<Vec<InForce>, Problem> {
    let adopted = view.policies_in_force()?;
    if adopted.is_empty() {
        return Ok(Vec::new());
    }
    let attested = view.attestations()?;
    Ok(adopted.into_iter().map(|one| with_attestations(one, &attested, zone)).collect())
}

/// The version of a policy that is in force, with whom it asks and who has attested it.
pub(crate) fn asking(
    view: &View<'_>,
    policy: PolicyRef,
    zone: Tz,
) -> Result<Option<InForce>, Problem> {
    let adopted = view.policies_in_force()?.into_iter().find(|one| one.policy == policy);
    let Some(adopted) = adopted else { return Ok(None) };
    Ok(Some(with_attestations(adopted, &view.attestations_of(policy)?, zone)))
}

/// An attestation counts for the version it is over, from when that was put in force; adopting it anew
/// asks nobody again.
fn with_attestations(
    adopted: Adopted,
    attested: &[store::tables::attestation::Attestation],
    zone: Tz,
) -> InForce {
    let counts = |one: &&store::tables::attestation::Attestation| {
        (one.policy, one.version) == (adopted.policy, adopted.version) && one.entry > adopted.entry
    };
    let attested = attested
        .iter()
        .filter(counts)
        .map(|one| Attestation { by: one.person, on: one.signed.in_zone(zone).date_naive() });
    InForce {
        policy: adopted.policy,
        version: adopted.version,
        from: adopted.since.in_zone(zone).date_naive(),
        attested: attested.collect(),
        roles: adopted.roles,
        again_days: adopted.again_days,
    }
}

/// The decision that an entry applied.
pub(super) fn decided_by(view: &View<'_>, entry: u64) -> Result<Option<String>, Problem> {
    Ok(match view.event(entry)? {
        Some(Event::DecisionApplied(applied)) => Some(applied.decision.to_string()),
        Some(_) | None => None,
    })
}

/// Every version of a policy, the first one first.
///
/// # Errors
/// `unknown` where there is no such policy.
pub(crate) fn versions(view: &View<'_>, policy: PolicyRef) -> Result<Vec<Version>, Problem> {
    let versions = view.versions_of(policy)?;
    match versions.is_empty() {
        true => Err(Refusal::Unknown { reference: policy.to_string() }.into()),
        false => Ok(versions),
    }
}

/// The version in force as a decision would have adopted it.
pub(crate) fn in_force(
    view: &View<'_>,
    policy: PolicyRef,
) -> Result<Option<PolicyAdopted>, Problem> {
    let adopted = view.policies_in_force()?.into_iter().find(|one| one.policy == policy);
    match adopted {
        Some(adopted) => version(view, policy, adopted.version),
        None => Ok(None),
    }
}

/// A version as a decision would adopt it.
pub(crate) fn version(
    view: &View<'_>,
    policy: PolicyRef,
    version: u32,
) -> Result<Option<PolicyAdopted>, Problem> {
    let found = view.versions_of(policy)?.into_iter().find(|one| one.version == version);
    let Some(found) = found else { return Ok(None) };
    let hash = subject_of(view, found.entry)?.hash;
    Ok(Some(PolicyAdopted { policy, version, hash, terms: found.terms }))
}

/// The version that somebody proposes to adopt: the one they read, and all of it.
///
/// # Errors
/// `unknown`, `policy-differs`, `policy-words-erased`.
pub(crate) fn to_adopt(
    view: &View<'_>,
    policy: PolicyRef,
    number: u32,
    hash: &str,
) -> Result<PolicyAdopted, Problem> {
    let found = version(view, policy, number)?;
    let found = found.ok_or_else(|| Refusal::Unknown { reference: policy.to_string() })?;
    policy::whole(policy, number, &found.terms)?;
    if found.hash != hash {
        return Err(Refusal::PolicyDiffers { policy, version: number }.into());
    }
    Ok(found)
}

/// What policies are called by their version in force, the one that was last, or the last one written.
pub(crate) fn titles(
    view: &View<'_>,
    of: &BTreeSet<PolicyRef>,
) -> Result<BTreeMap<PolicyRef, String>, Problem> {
    let mut titles = BTreeMap::new();
    let retired = view.policies_retired()?.into_iter().map(|one| (one.policy, one.version));
    let in_force = view.policies_in_force()?.into_iter().map(|one| (one.policy, one.version));
    let binding: BTreeMap<PolicyRef, u32> = retired.chain(in_force).collect();
    for policy in of {
        let versions = view.versions_of(*policy)?;
        let number = binding.get(policy);
        let told = versions.iter().find(|one| Some(&one.version) == number);
        let title = told.or(versions.last()).and_then(|one| one.terms.title.words());
        titles.extend(title.map(|title| (*policy, title.to_owned())));
    }
    Ok(titles)
}

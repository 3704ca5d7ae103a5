//! Attestations as evidence: of which policies and training people put their names to which version,
//! and whom of those they ask it still waits for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::framework::Source;
use domain::policy::{InForce, Kind};
use domain::{PersonRef, PolicyRef};
use store::tables::attestation::Attestation;

use super::gather::{Found, Then};
use super::{EvidenceMissing, FoundPlace};
use crate::Problem;
use crate::people::standing;
use crate::policies::{all_asking, days, joined};

/// What attestations show, oldest first, and what of them is missing.
pub(super) struct Attested {
    pub(super) found: Vec<(Source, Found)>,
    pub(super) missing: BTreeMap<Source, Vec<EvidenceMissing>>,
}

/// How many people a version in force asks, and how many have attested it.
struct Counted {
    policy: PolicyRef,
    version: u32,
    asked: usize,
    /// Those of them whose attestation counted then.
    attested: BTreeSet<PersonRef>,
    /// Those of them who gave it in the period.
    inside: usize,
}

impl Attested {
    /// Everything as it stood then.
    pub(super) fn of(then: Then<'_>) -> Result<Self, Problem> {
        let versions = then.view.policy_versions()?.into_iter();
        let sources: BTreeMap<(PolicyRef, u32), Source> =
            versions.map(|one| ((one.policy, one.version), source(one.terms.kind))).collect();
        let counted = counted(then)?;
        Ok(Self { found: found(then, &sources, &counted)?, missing: missing(&sources, &counted) })
    }
}

/// A training is evidence of what people can; any other policy, of what they were told.
const fn source(kind: Kind) -> Source {
    match kind {
        Kind::Training => Source::Trained,
        Kind::AcceptableUse | Kind::DosAndDonts | Kind::Other => Source::Attested,
    }
}

/// Each policy in force with those it asked then, as the rules of that day had it.
fn counted(then: Then<'_>) -> Result<Vec<Counted>, Problem> {
    let view = &then.view;
    let in_force = all_asking(view, then.zone)?;
    if in_force.is_empty() {
        return Ok(Vec::new());
    }
    let (standing, joined) = (standing(view, then.at)?, joined(view, then.zone)?);
    let (days, begins) = (days(&view.rules()?), then.begins.in_zone(then.zone).date_naive());
    let of = |policy: &InForce| {
        let everybody = policy.everybody(&standing, &joined, days);
        let signed = everybody.iter().filter_map(|(person, _)| {
            let on = policy.counts(*person, standing.today)?;
            Some((*person, on))
        });
        let signed: BTreeMap<PersonRef, NaiveDate> = signed.collect();
        Counted {
            policy: policy.policy,
            version: policy.version,
            asked: everybody.len(),
            inside: signed.values().filter(|on| **on >= begins).count(),
            attested: signed.into_keys().collect(),
        }
    };
    Ok(in_force.iter().map(of).collect())
}

/// Each attestation that was counted, under its policy, which counts once, where it was attested last.
/// One of another version, or by whom it does not ask, shows nothing.
fn found(
    then: Then<'_>,
    sources: &BTreeMap<(PolicyRef, u32), Source>,
    counted: &[Counted],
) -> Result<Vec<(Source, Found)>, Problem> {
    let mut attested = then.view.attestations()?;
    attested.sort_by_key(|one| (one.signed, one.entry));
    let known = attested.into_iter().filter_map(|one| {
        let counted = counted.iter().find(|counted| counted.counts(&one))?;
        let source = sources.get(&(one.policy, one.version))?;
        let done = Found::done(&one.policy.to_string(), one.entry, one.signed);
        Some((*source, Found { name: Some(counted.says()), ..done }))
    });
    Ok(known.collect())
}

/// What each version in force still waits for, and of which kind none is in force.
fn missing(
    sources: &BTreeMap<(PolicyRef, u32), Source>,
    counted: &[Counted],
) -> BTreeMap<Source, Vec<EvidenceMissing>> {
    let none =
        [(Source::Attested, "No policy is in force"), (Source::Trained, "No training is in force")];
    let of = |(source, says): (Source, &str)| {
        let own = |one: &&Counted| sources.get(&(one.policy, one.version)) == Some(&source);
        let waits: Vec<EvidenceMissing> =
            counted.iter().filter(own).filter_map(Counted::lacks).collect();
        let says = says.to_owned();
        let nothing = EvidenceMissing { says, reference: None, place: Some(FoundPlace::Policies) };
        (source, if counted.iter().any(|one| own(&one)) { waits } else { vec![nothing] })
    };
    none.into_iter().map(of).collect()
}

impl Counted {
    /// Whether it is of this version, by somebody who is counted.
    fn counts(&self, one: &Attestation) -> bool {
        (one.policy, one.version) == (self.policy, self.version)
            && self.attested.contains(&one.person)
    }

    /// How far it is: "version 2 attested by 11 of 12, by 3 in the period".
    fn says(&self) -> String {
        let Self { version, asked, inside, .. } = self;
        let attested = self.attested.len();
        format!("version {version} attested by {attested} of {asked}, by {inside} in the period")
    }

    /// Who is missing, where anybody is.
    fn lacks(&self) -> Option<EvidenceMissing> {
        let Self { version, asked, .. } = self;
        let says = match asked - self.attested.len() {
            _ if *asked == 0 => format!("nobody holds a role that version {version} asks"),
            0 => return None,
            all if all == *asked => format!("none of {asked} has attested version {version}"),
            1 => format!("1 of {asked} has not attested version {version}"),
            some => format!("{some} of {asked} have not attested version {version}"),
        };
        Some(EvidenceMissing { says, reference: Some(self.policy.to_string()), place: None })
    }
}

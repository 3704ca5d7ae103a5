//! Writing a policy, and its next versions.

use std::collections::BTreeSet;

use super::{Kind, PolicyDrafted, PolicyRevised, Section, Terms};
use crate::cadence::within;
use crate::people::{Standing, entitled, revops, security, sponsor};
use crate::refusal::{NAME_LIMIT, TEXT_LIMIT, required};
use crate::text::fold;
use crate::{Event, PersonRef, PolicyRef, Refusal, RoleId};

/// Most sections that a policy has.
pub const SECTION_LIMIT: usize = 24;

/// The least and the most days after which an attestation may be asked for again: a month, three
/// years.
pub const AGAIN_DAYS: (usize, usize) = (30, 1096);

/// What somebody writes.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What sort of policy it is.
    pub kind: Kind,
    /// Heading and words of each section.
    pub sections: Vec<(&'a str, &'a str)>,
    /// Whose holders attest it; none named means everybody.
    pub roles: Vec<RoleId>,
    /// Days after which an attestation is asked for again.
    pub again_days: Option<u32>,
}

/// Who may write policies. What they write binds nobody until it is decided.
pub fn authors() -> Vec<RoleId> {
    let mut authors = vec![revops(), sponsor(), security()];
    authors.extend(["compliance", "legal", "enablement-lead"].map(RoleId::new));
    authors
}

/// Refuses whoever may not write policies.
pub fn may_write(standing: &Standing, by: PersonRef) -> Result<(), Refusal> {
    entitled(standing, by, "writing a policy", &authors())
}

/// Writes a policy under the reference `next`: its first version.
pub fn draft(
    standing: &Standing,
    by: PersonRef,
    next: PolicyRef,
    written: &Written<'_>,
) -> Result<Event, Refusal> {
    may_write(standing, by)?;
    Ok(PolicyDrafted { policy: next, terms: written.terms(standing)? }.into())
}

/// Writes the version after `latest`, which has to say something else.
pub fn revise(
    standing: &Standing,
    by: PersonRef,
    policy: PolicyRef,
    latest: (u32, &Terms),
    written: &Written<'_>,
) -> Result<Event, Refusal> {
    may_write(standing, by)?;
    let terms = written.terms(standing)?;
    let (version, before) = latest;
    if terms == *before {
        return Err(Refusal::NothingChanged);
    }
    Ok(PolicyRevised { policy, version: version + 1, terms }.into())
}

/// Refuses a version of which words were erased: nobody could read what they would sign.
pub fn whole(policy: PolicyRef, version: u32, terms: &Terms) -> Result<(), Refusal> {
    let texts = terms.sections.iter().flat_map(|section| [&section.heading, &section.body]);
    match std::iter::once(&terms.title).chain(texts).all(|text| text.words().is_some()) {
        true => Ok(()),
        false => Err(Refusal::PolicyWordsErased { policy, version }),
    }
}

impl Written<'_> {
    /// What is written, unless it could not stand.
    fn terms(&self, standing: &Standing) -> Result<Terms, Refusal> {
        within("the number of sections", self.sections.len(), 1, SECTION_LIMIT)?;
        let section = |(heading, body): &(&str, &str)| {
            Ok(Section {
                heading: required("the heading of a section", heading, NAME_LIMIT)?,
                body: required("what a section says", body, TEXT_LIMIT)?,
            })
        };
        let mut headings = BTreeSet::new();
        if let Some((heading, _)) =
            self.sections.iter().find(|(heading, _)| !headings.insert(fold(heading)))
        {
            return Err(Refusal::Twice { what: (*heading).to_owned() });
        }
        let mut named = BTreeSet::new();
        for role in &self.roles {
            if !standing.roles.contains(role) {
                return Err(Refusal::Unknown { reference: role.to_string() });
            }
            if !named.insert(role) {
                return Err(Refusal::Twice { what: role.to_string() });
            }
        }
        if let Some(days) = self.again_days {
            let days = usize::try_from(days).unwrap_or(usize::MAX);
            within("the days until it is attested again", days, AGAIN_DAYS.0, AGAIN_DAYS.1)?;
        }
        Ok(Terms {
            title: required("the title", self.title, NAME_LIMIT)?,
            kind: self.kind,
            sections: self.sections.iter().map(section).collect::<Result<_, Refusal>>()?,
            roles: self.roles.clone(),
            again_days: self.again_days,
        })
    }
}

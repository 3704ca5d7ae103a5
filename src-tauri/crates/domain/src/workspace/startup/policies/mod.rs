//! The policies and the training that a new workspace begins with, as drafts: they bind nobody until
//! a decision adopts them, and are written to be changed first.

mod acceptable_use;
mod dos_and_donts;
mod training;

use crate::policy::{Kind, PolicyDrafted, Section, Terms};
use crate::{PolicyRef, RoleId, Text};

/// A policy to start with.
struct StartUp {
    title: &'static str,
    kind: Kind,
    /// Heading and words of each section.
    sections: &'static [(&'static str, &'static str)],
    /// Whose holders attest it; none named means everybody.
    roles: &'static [&'static str],
    /// Days after which an attestation is asked for again.
    again_days: Option<u32>,
}

const ALL: [&StartUp; 3] = [&acceptable_use::POLICY, &dos_and_donts::POLICY, &training::POLICY];

/// The start-up policies, under references from `first` on.
pub fn policies(first: PolicyRef) -> Vec<PolicyDrafted> {
    let numbered = (first.number()..).zip(ALL);
    numbered
        .map(|(number, policy)| PolicyDrafted {
            policy: PolicyRef::new(number),
            terms: policy.terms(),
        })
        .collect()
}

impl StartUp {
    fn terms(&self) -> Terms {
        let section = |(heading, body): &(&str, &str)| Section {
            heading: Text::new(*heading),
            body: Text::new(*body),
        };
        Terms {
            title: Text::new(self.title),
            kind: self.kind,
            sections: self.sections.iter().map(section).collect(),
            roles: self.roles.iter().map(|role| RoleId::new(*role)).collect(),
            again_days: self.again_days,
        }
    }
}

//! A requirement of a framework.

use super::{Framework, Source};

/// Requirements that stand together.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about: "GOVERN 2, who answers".
    pub title: &'static str,
    /// Each of them.
    pub requirements: &'static [Requirement],
}

/// Something that a framework asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The framework's own identifier: `GOVERN 1.1`, `A.6.2.8`, `26(5)`.
    pub id: &'static str,
    /// What it is about, in our words.
    pub title: &'static str,
    /// What a revenue team does to meet it, in our words.
    pub asks: &'static str,
    /// The day from which it applies, where it is law.
    pub from: Option<&'static str>,
    /// What of the record is evidence for it by itself, each with why; whatever is attached to it is
    /// too.
    pub shows: &'static [(Source, &'static str)],
}

impl Requirement {
    /// Its reference among all frameworks: `NIST-GOVERN-1.1`.
    pub fn reference(&self, framework: Framework) -> String {
        format!("{}-{}", framework.reference(), self.id.replace(' ', "-"))
    }

    /// What people call it: an article says that it is one.
    pub fn called(&self, framework: Framework) -> String {
        match framework {
            Framework::NistAiRmf => self.id.to_owned(),
            Framework::Iso42001 if self.id.starts_with('A') => self.id.to_owned(),
            Framework::Iso42001 => format!("Clause {}", self.id),
            Framework::EuAiAct => format!("Article {}", self.id),
        }
    }
}

/// The requirement of that reference.
pub fn find(reference: &str) -> Option<(Framework, &'static Requirement)> {
    Framework::ALL.into_iter().find_map(|framework| {
        let found = framework.requirements().find(|one| one.reference(framework) == reference);
        Some((framework, found?))
    })
}

/// A requirement that applies whenever the framework does.
pub(super) const fn needs(
    id: &'static str,
    title: &'static str,
    asks: &'static str,
    shows: &'static [(Source, &'static str)],
) -> Requirement {
    Requirement { id, title, asks, from: None, shows }
}

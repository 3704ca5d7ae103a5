//! Frameworks: what outsiders ask of whoever uses AI, what of the desk's own record answers it, and
//! what a team adds to that or leaves out.
//!
//! Identifiers are the frameworks' own; titles and sentences are ours. Whether there is evidence for a
//! requirement is computed from rows and a period. It is said in words: there is no percentage of
//! compliance, because evidence that exists says nothing of how good it is.

mod coverage;
mod eu;
mod iso;
mod map;
mod nist;
mod requirement;
mod scope;
mod source;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use coverage::{Coverage, coverage};
pub use map::{FrameworkMapped, FrameworkUnmapped, Shown, map, mappers, may_map, may_unmap, unmap};
pub use requirement::{Group, Requirement, find};
pub use scope::{FrameworkScoped, Scope, may_scope, scope};
pub use source::Source;

pub(crate) use scope::checked as checked_scope;

/// A framework whose requirements the desk knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Framework {
    /// NIST AI Risk Management Framework 1.0.
    NistAiRmf,
    /// ISO/IEC 42001:2023.
    Iso42001,
    /// Regulation (EU) 2024/1689, as far as it meets deployers.
    EuAiAct,
}

impl Framework {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::NistAiRmf, Self::Iso42001, Self::EuAiAct];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NistAiRmf => "NIST AI RMF 1.0",
            Self::Iso42001 => "ISO/IEC 42001:2023",
            Self::EuAiAct => "EU AI Act",
        }
    }

    /// What of it the desk holds, and whose words these are.
    pub const fn says(self) -> &'static str {
        match self {
            Self::NistAiRmf => {
                "All 72 subcategories of the NIST AI Risk Management Framework. The identifiers are \
                 NIST’s; the words are Countersign’s."
            }
            Self::Iso42001 => {
                "Clauses 4 to 10 and the 38 controls of Annex A. The identifiers are the standard’s; \
                 its text is under copyright, so the words are Countersign’s and replace no copy of it."
            }
            Self::EuAiAct => {
                "The articles of Regulation (EU) 2024/1689 that deployers meet, with the day from \
                 which each applies after the Omnibus on AI of June 2026. No legal advice."
            }
        }
    }

    /// What its references begin with, and its own reference.
    pub const fn reference(self) -> &'static str {
        match self {
            Self::NistAiRmf => "NIST",
            Self::Iso42001 => "ISO42001",
            Self::EuAiAct => "AIACT",
        }
    }

    /// Its requirements in its own order, in groups.
    pub fn groups(self) -> impl Iterator<Item = &'static Group> {
        let parts: &[&[Group]] = match self {
            Self::NistAiRmf => &nist::GROUPS,
            Self::Iso42001 => &iso::GROUPS,
            Self::EuAiAct => &[eu::GROUPS],
        };
        parts.iter().copied().flatten()
    }

    /// Its requirements in its own order.
    pub fn requirements(self) -> impl Iterator<Item = &'static Requirement> {
        self.groups().flat_map(|group| group.requirements)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::workspace::startup;

    fn ids(framework: Framework) -> Vec<&'static str> {
        framework.requirements().map(|one| one.id).collect()
    }

    /// The numbers in an identifier, in order: `A.6.2.8` is 6, 2, 8.
    fn numbers(id: &str) -> Vec<u32> {
        id.split(|sign: char| !sign.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect()
    }

    #[test]
    fn nist_has_seventy_two_subcategories() {
        let of = |function: &str| {
            ids(Framework::NistAiRmf).iter().filter(|id| id.starts_with(function)).count()
        };
        let counted = ["GOVERN ", "MAP ", "MEASURE ", "MANAGE "].map(of);
        assert_eq!(counted, [19, 18, 22, 13], "NIST AI 100-1, tables 1 to 4");
        assert_eq!(ids(Framework::NistAiRmf).len(), 72, "and nothing else");
    }

    #[test]
    fn iso_annex_a_has_thirty_eight_controls() {
        let controls: Vec<_> =
            iso::CONTROLS.iter().flat_map(|group| group.requirements).map(|one| one.id).collect();
        assert_eq!(controls.len(), 38, "ISO/IEC 42001:2023, Annex A");
        assert_eq!((controls[0], controls[37]), ("A.2.2", "A.10.4"), "the first and the last");
    }

    #[test]
    fn requirements_stand_in_the_order_of_their_numbers_and_once() {
        for framework in Framework::ALL {
            for group in framework.groups() {
                let order: Vec<_> = group.requirements.iter().map(|one| numbers(one.id)).collect();
                assert!(order.is_sorted(), "{}: {order:?}", group.title);
            }
            let once: BTreeSet<_> = ids(framework).into_iter().collect();
            assert_eq!(once.len(), ids(framework).len(), "{framework:?} names each once");
        }
    }

    #[test]
    fn every_requirement_says_what_to_do_and_what_shows_it() {
        for one in Framework::ALL.into_iter().flat_map(Framework::requirements) {
            assert!(one.asks.ends_with('.') && one.asks.len() < 240, "{}: {}", one.id, one.asks);
            assert!(one.shows.iter().all(|(_, why)| !why.is_empty()), "{}: no reason", one.id);
            let sources: BTreeSet<_> = one.shows.iter().map(|(source, _)| source).collect();
            assert_eq!(sources.len(), one.shows.len(), "{}: a source twice", one.id);
        }
    }

    #[test]
    fn words_of_ours_have_the_apostrophe_that_reports_are_set_with() {
        for one in Framework::ALL.into_iter().flat_map(Framework::requirements) {
            let why = one.shows.iter().map(|(_, why)| *why);
            for words in [one.title, one.asks].into_iter().chain(why) {
                assert!(!words.contains(['\'', '"']), "{}: {words}", one.id);
            }
        }
    }

    #[test]
    fn every_day_of_application_is_a_day() {
        for one in Framework::ALL.into_iter().flat_map(Framework::requirements) {
            let day = one.from.map(str::parse::<chrono::NaiveDate>);
            assert!(day.is_none_or(|day| day.is_ok()), "{}: {:?}", one.id, one.from);
        }
        assert!(
            Framework::EuAiAct.requirements().all(|one| one.from.is_some()),
            "a law has its day"
        );
    }

    #[test]
    fn every_checklist_item_of_a_new_workspace_shows_something() {
        let shown: BTreeSet<_> = Framework::ALL
            .into_iter()
            .flat_map(Framework::requirements)
            .flat_map(|one| one.shows)
            .filter_map(|(source, _)| {
                if let Source::Item { cadence, item } = source {
                    Some((*cadence, *item))
                } else {
                    None
                }
            })
            .collect();
        for (cadence, item) in startup::items() {
            assert!(shown.contains(&(cadence, item)), "{cadence}/{item} is mapped to nothing");
        }
        for (cadence, item) in shown {
            assert!(startup::item(cadence, item).is_some(), "there is no {cadence}/{item}");
        }
    }

    #[test]
    fn a_reference_leads_to_its_requirement() {
        for framework in Framework::ALL {
            for one in framework.requirements() {
                let found = find(&one.reference(framework));
                assert_eq!(found, Some((framework, one)), "{}", one.id);
            }
        }
        assert_eq!(find("NIST-GOVERN-9.9"), None, "there is none of that number");
    }
}

//! One requirement with all its evidence.

use domain::Refusal;
use domain::framework::{Shown, find};
use store::tables::mapping::Mapping;

use super::gather::Found;
use super::view::Seen;
use super::{MappingShown, RequirementQuery, RequirementView, ShownBy, SourceShown};
use crate::count::count;
use crate::people::standing;
use crate::problem::capital;
use crate::when::local;
use crate::{Desk, Problem};

/// Pieces of evidence of one kind that are shown; the rest is counted.
const NEWEST: usize = 4;

impl Desk {
    /// See the list of operations.
    pub fn requirement(&mut self, request: RequirementQuery) -> Result<RequirementView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let view = open.view();
        let unknown = || Refusal::Unknown { reference: request.requirement.clone() };
        let (framework, requirement) = find(&request.requirement).ok_or_else(unknown)?;
        let seen = Seen::of(&view, now, &request.within)?;
        let mut groups = framework.groups();
        let group = groups.find(|group| group.requirements.contains(requirement));
        let row = seen.row(framework, group.map_or("", |group| group.title), requirement);
        let sources = seen.sources(framework, requirement);
        let sources = sources.into_iter().map(|(source, why, found)| {
            let (inside, earlier, newest) = shown(&seen, found);
            SourceShown {
                words: source.words(),
                why: capital(why),
                stands: source.stands(),
                inside,
                earlier,
                newest,
                missing: seen.missing(&[source]),
            }
        });
        let mapped = seen.mapped.get(&request.requirement).into_iter().flatten();
        let standing = standing(&view, now)?;
        Ok(RequirementView {
            period: seen.within.shown(seen.today),
            framework,
            framework_name: framework.words().to_owned(),
            sources: sources.collect(),
            mapped: mapped.map(|(mapping, found)| mapping_shown(&seen, mapping, found)).collect(),
            may_map: seen.may(&standing, open, "mapping", &domain::framework::mappers()),
            may_scope: seen.may_scope(&standing, open),
            row,
        })
    }
}

fn shown(seen: &Seen, found: &[Found]) -> (u32, u32, Vec<super::EvidenceFound>) {
    let inside = found.iter().filter(|one| one.is_inside(seen.begins)).count();
    let newest = found.iter().take(NEWEST).map(|one| seen.found(one)).collect();
    (count(inside), count(found.len() - inside), newest)
}

fn mapping_shown(seen: &Seen, mapping: &Mapping, found: &[Found]) -> MappingShown {
    let (inside, earlier, newest) = shown(seen, found);
    MappingShown {
        shown: ShownBy::from(&mapping.shown),
        words: match &mapping.shown {
            Shown::Thing { reference } => reference.clone(),
            Shown::Item { cadence, item } => format!("{cadence}, {item}"),
            Shown::Rule { rule } => rule.sentence().to_owned(),
        },
        reason: mapping.reason.words().map(str::to_owned),
        by_name: seen.names.actor(mapping.by),
        at: local(mapping.made.at, seen.zone),
        entry: mapping.made.seq,
        inside,
        earlier,
        newest,
    }
}

impl From<&Shown> for ShownBy {
    fn from(shown: &Shown) -> Self {
        match shown {
            Shown::Thing { reference } => Self::Thing { reference: reference.clone() },
            Shown::Item { cadence, item } => {
                Self::Item { cadence: cadence.to_string(), item: item.to_string() }
            }
            Shown::Rule { rule } => Self::Rule { rule: *rule },
        }
    }
}

//! Saying what shows a requirement, taking that back, and asking again for what was left out.

use domain::framework::{self, FrameworkScoped, Shown};
use domain::{CadenceId, ItemId};
use store::View;

use super::{AskAgain, FrameworksView, MapRequirement, RequirementQuery, RequirementView, ShownBy};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn map_requirement(&mut self, request: MapRequirement) -> Result<RequirementView, Problem> {
        let MapRequirement { requirement, shown, reason, within } = request;
        let shown = stated(&shown);
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let (known, mapped) = (known(act.view, &shown)?, act.view.mapped_to(&requirement)?);
            let shown = (&shown, known);
            Ok(vec![framework::map(&standing, act.by, &requirement, shown, &mapped, &reason)?])
        })?;
        self.requirement(RequirementQuery { requirement, within })
    }

    /// See the list of operations.
    pub fn unmap_requirement(
        &mut self,
        request: MapRequirement,
    ) -> Result<RequirementView, Problem> {
        let MapRequirement { requirement, shown, reason, within } = request;
        let shown = stated(&shown);
        self.act(|act| {
            let (standing, mapped) =
                (standing(act.view, act.now)?, act.view.mapped_to(&requirement)?);
            let by = act.by;
            Ok(vec![framework::unmap(&standing, by, &requirement, &shown, &mapped, &reason)?])
        })?;
        self.requirement(RequirementQuery { requirement, within })
    }

    /// See the list of operations.
    pub fn ask_again(&mut self, request: AskAgain) -> Result<FrameworksView, Problem> {
        let AskAgain { of, why, within } = request;
        self.act_because(&why, |act| {
            let (standing, in_force) = (standing(act.view, act.now)?, act.view.scope_of(&of)?);
            let scoped = FrameworkScoped { of: of.clone(), out: None };
            Ok(vec![framework::scope(&standing, act.by, scoped, in_force.as_ref(), &why)?])
        })?;
        self.frameworks(within)
    }
}

fn stated(shown: &ShownBy) -> Shown {
    match shown {
        ShownBy::Thing { reference } => Shown::Thing { reference: reference.trim().to_owned() },
        ShownBy::Item { cadence, item } => {
            Shown::Item { cadence: CadenceId::new(cadence), item: ItemId::new(item) }
        }
        ShownBy::Rule { rule } => Shown::Rule { rule: *rule },
    }
}

/// Whether the record has it: a thing, an item that a cadence in force asks, any rule.
fn known(view: &View<'_>, shown: &Shown) -> Result<bool, Problem> {
    Ok(match shown {
        Shown::Thing { reference } => view.is_known(reference)?,
        Shown::Item { cadence, item } => {
            let cadence = view.cadence(cadence)?;
            cadence.is_some_and(|cadence| cadence.checklist.iter().any(|one| one.item == *item))
        }
        Shown::Rule { .. } => true,
    })
}

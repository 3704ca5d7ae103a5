//! Who was given a say: roles and deputies.

use domain::people::{self, DeputiesNamed, RoleGiven};

use super::Case;
use crate::Problem;

pub(super) fn given(case: &Case<'_>, event: &RoleGiven) -> Result<(), Problem> {
    let RoleGiven { person, role, from, to } = event;
    let standing = case.standing()?;
    if standing.holdings.is_empty() {
        // The first of all: whoever founds a workspace begins as RevOps.
        return Ok(());
    }
    people::give(&standing, case.person()?, *person, role, *from, *to)?;
    Ok(())
}

pub(super) fn deputies(case: &Case<'_>, event: &DeputiesNamed) -> Result<(), Problem> {
    let standing = case.standing()?;
    people::name_deputies(&standing, case.person()?, &event.role, event.deputies.clone())?;
    Ok(())
}

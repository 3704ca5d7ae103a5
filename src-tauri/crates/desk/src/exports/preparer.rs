//! Who has a report made.

use report::Version;

use crate::people::Names;
use crate::{Desk, Problem};

/// Who has a report made, and whether it leaves the desk or is only looked at.
#[derive(Clone, Debug)]
pub(crate) struct Preparer {
    name: String,
    leaves: bool,
}

impl Preparer {
    /// Of a report that leaves.
    pub(super) fn of(name: String) -> Self {
        Self { name, leaves: true }
    }

    /// Somebody else for the same purpose: closed minutes are their chair's.
    pub(super) fn instead(&self, name: String) -> Self {
        Self { name, ..*self }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What a report says of how often it left, where it did `before`. A page that is only looked at
    /// takes no number: an export made meanwhile would have the same one.
    pub(super) fn version(&self, before: usize) -> Version {
        if self.leaves {
            Version::Export(u32::try_from(before + 1).unwrap_or(u32::MAX))
        } else {
            Version::Preview
        }
    }
}

impl Desk {
    /// Who has a report made that leaves: an export is an entry, so somebody signs it.
    ///
    /// # Errors
    /// Nobody is signed in, or the desk is locked.
    pub(crate) fn preparer(&mut self) -> Result<Preparer, Problem> {
        let now = self.clock.now();
        let open = self.open_mut()?;
        let person = open.at_desk.here(now)?.file.person;
        Ok(Preparer::of(Names::of(&open.store.now())?.person(person)))
    }

    /// Who looks at a report that stays here: like any screen, it asks nobody to sign in.
    pub(super) fn onlooker(&self) -> Result<Preparer, Problem> {
        let open = self.open()?;
        let name = match open.at_desk.person() {
            Some(person) => Names::of(&open.store.now())?.person(person),
            None => "nobody who is signed in".to_owned(),
        };
        Ok(Preparer { name, leaves: false })
    }
}

//! What this machine remembers of a workspace outside its file, held against the file.

use ledger::Head;
use store::{Store, StoreError};

use super::Open;
use crate::profile::Profile;
use crate::{Desk, Problem};

/// What this machine's memory says of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Memory {
    /// Nothing is remembered that the file does not hold.
    Agrees,
    /// The file ends before this head: an older copy was put back.
    Ahead(Head),
    /// The file holds as many entries as this head, but others: it went another way.
    Forked(Head),
    /// It cannot be read, in these words.
    Unreadable(Problem),
}

impl Memory {
    /// Holds what was last seen against the file, of which `root_at` tells the earlier roots.
    fn held_against(
        store: &Store,
        seen: Option<Head>,
        root_at: impl FnOnce(u64) -> Result<ledger::Hash, StoreError>,
    ) -> Result<Self, Problem> {
        let Some(seen) = seen else { return Ok(Self::Agrees) };
        let trouble = if store.size()? < seen.size {
            Self::Ahead(seen)
        } else if root_at(seen.size)? != seen.root {
            Self::Forked(seen)
        } else {
            return Ok(Self::Agrees);
        };
        Ok(if declared(store, seen)? { Self::Agrees } else { trouble })
    }

    /// As a file is opened: every entry up to the head is read.
    pub(super) fn of(store: &Store, profile: &Profile) -> Result<Self, Problem> {
        match profile.seen(store.ws()) {
            Ok(seen) => Self::held_against(store, seen, |size| store.root_at(size)),
            Err(unreadable) => Ok(Self::Unreadable(unreadable)),
        }
    }

    /// The head that the file does not hold.
    pub fn lost(&self) -> Option<Head> {
        match self {
            Self::Ahead(head) | Self::Forked(head) => Some(*head),
            Self::Agrees | Self::Unreadable(_) => None,
        }
    }

    /// Refuses changes to a file that this machine's memory contradicts.
    ///
    /// # Errors
    /// `restore-undeclared`, and `profile-unusable` where the memory cannot be read.
    pub fn must_agree(&self) -> Result<(), Problem> {
        let says = match self {
            Self::Agrees => return Ok(()),
            Self::Unreadable(problem) => return Err(problem.clone()),
            Self::Ahead(seen) => format!(
                "This machine has seen {} entries of this workspace (head {}); the file does not \
                 hold them. If an older copy was put back, the executive sponsor declares that \
                 first.",
                seen.size,
                seen.short()
            ),
            Self::Forked(seen) => format!(
                "This machine has seen another entry {} of this workspace (head {}) than the file \
                 holds: two copies were carried on apart. Find the copy with that head, or let \
                 the executive sponsor declare that it is given up.",
                seen.size,
                seen.short()
            ),
        };
        Err(Problem::new("restore-undeclared", says))
    }
}

fn declared(store: &Store, lost: Head) -> Result<bool, Problem> {
    let root = ledger::encoding::base64(&lost.root);
    let restores = store.now().restores()?;
    Ok(restores.iter().any(|known| known.lost.size == lost.size && known.lost.root == root))
}

impl Open {
    /// Refuses changes to a file that this machine's memory contradicts.
    ///
    /// # Errors
    /// As [`Memory::must_agree`].
    pub fn must_agree_with_memory(&self) -> Result<(), Problem> {
        self.memory.must_agree()
    }

    /// Remembers the head outside the file, unless the file does not hold what was remembered
    /// before: that is never overwritten.
    fn remember(&mut self, profile: &Profile) -> Result<(), Problem> {
        let store = &self.store;
        let memory = profile.remember(store.ws(), |seen| {
            // What was remembered is mostly the entry before: its root stands in the next one.
            let memory = Memory::held_against(store, seen, |size| store.signed_root(size))?;
            let head = match memory {
                Memory::Agrees => Some(store.head()?),
                Memory::Ahead(_) | Memory::Forked(_) | Memory::Unreadable(_) => None,
            };
            Ok((memory, head))
        })?;
        self.memory = memory;
        Ok(())
    }
}

impl Desk {
    /// Remembers the head outside the file. What cannot be remembered undoes nothing: it is said
    /// in the frame, and to whoever hears of progress.
    pub(crate) fn remember(&mut self) {
        let Some(open) = self.open.as_mut() else { return };
        let said = open.unremembered.take();
        open.unremembered = open.remember(&self.profile).err().map(|problem| {
            let head = open.store.head().map(|head| format!(" ({})", head.short()));
            format!(
                "This machine could not remember how far the file has come{}: {} What you did is \
                 in the file. Until this is mended, an older copy put in its place would not be \
                 noticed here.",
                head.unwrap_or_default(),
                problem.says
            )
        });
        if let Some(says) = open.unremembered.as_ref().filter(|says| said.as_ref() != Some(says)) {
            self.progress.notice(says);
        }
    }
}

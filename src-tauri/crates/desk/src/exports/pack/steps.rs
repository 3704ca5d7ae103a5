//! How far a pack is: each part of the work has a share of the whole.

use crate::Problem;
use crate::progress::Work;

/// A part of the work, in the order in which they are done.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Pages.
    Reports,
    /// Tables.
    Tables,
    /// Entries and their texts.
    Record,
    /// AI actions.
    Rows,
}

impl Part {
    /// Where it begins and how much of the whole it is, in hundredths.
    const fn share(self) -> (u64, u64) {
        match self {
            Self::Reports => (0, 35),
            Self::Tables => (35, 10),
            Self::Record => (45, 15),
            Self::Rows => (60, 40),
        }
    }
}

/// Tells how far a pack is.
pub(super) struct Steps<'w>(&'w Work);

impl<'w> Steps<'w> {
    pub(super) fn of(work: &'w Work) -> Self {
        Self(work)
    }

    /// So much of a part is done.
    ///
    /// # Errors
    /// `cancelled` when somebody asked to stop it.
    pub(super) fn step(&self, part: Part, done: u64, of: u64) -> Result<(), Problem> {
        let (from, share) = part.share();
        let of = of.max(1);
        self.0.step(
            from.saturating_mul(of).saturating_add(share.saturating_mul(done.min(of))),
            100 * of,
        )
    }
}

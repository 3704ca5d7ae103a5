//! How an exception's clock stands, with the one mark that every report gives it.

use crate::layout::Mark;

/// Whether an exception was resolved within its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// It is open, and its due has not passed.
    Running,
    /// It was resolved in time.
    Kept,
    /// Its due passed, whether it is resolved since or not.
    Broken,
}

impl Clock {
    pub(crate) const fn mark(self) -> Mark {
        match self {
            Self::Running => Mark::HalfDisc,
            Self::Kept => Mark::Tick,
            Self::Broken => Mark::Diamond,
        }
    }
}

//! Whether there is evidence for a requirement, in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a requirement stands in a period, gaps first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// Nothing on the record shows it.
    None,
    /// What shows it is from before the period.
    Earlier,
    /// Something shows it in the period.
    InPeriod,
    /// Somebody decided that it is not asked here.
    OutOfScope,
}

impl Coverage {
    /// All of them, gaps first.
    pub const ALL: [Self; 4] = [Self::None, Self::Earlier, Self::InPeriod, Self::OutOfScope];

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "No evidence",
            Self::Earlier => "Only earlier evidence",
            Self::InPeriod => "Evidence in the period",
            Self::OutOfScope => "Not in scope",
        }
    }
}

/// How a requirement stands that `inside` pieces of evidence show in the period and `earlier` ones
/// before it.
pub const fn coverage(out_of_scope: bool, inside: usize, earlier: usize) -> Coverage {
    match (out_of_scope, inside, earlier) {
        (true, _, _) => Coverage::OutOfScope,
        (false, 0, 0) => Coverage::None,
        (false, 0, _) => Coverage::Earlier,
        (false, _, _) => Coverage::InPeriod,
    }
}

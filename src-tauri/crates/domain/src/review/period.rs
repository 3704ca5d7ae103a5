//! The period that a review is named by.

use crate::{Period, ReviewRef};

impl ReviewRef {
    /// What its name says after the cadence's: `2026-Q4` of `QUARTERLY-2026-Q4`. None where no period
    /// stands there. A cadence's own name may hold hyphens, and no period ends as another one does.
    pub fn period(&self) -> Option<Period> {
        let starts = self.as_str().match_indices('-').map(|(at, _)| at + 1);
        starts.filter_map(|at| self.as_str().get(at..)).find_map(|named| named.parse().ok())
    }
}

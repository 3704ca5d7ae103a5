//! The density a report is set at: as open as brings it to a page.

use super::table::Density;
use crate::error::Result;
use crate::frame::Rendered;

/// Sets a report at its `usual` density, and where that takes several pages at each `closer` one in
/// turn until it stands on one. Where none brings it there it has the fewest pages, and among equals
/// the openest lines.
pub(crate) fn fitted(
    usual: Density,
    closer: &[Density],
    set: impl Fn(Density) -> Result<Rendered>,
) -> Result<Rendered> {
    let mut best = set(usual)?;
    for density in closer {
        if best.pages == 1 {
            break;
        }
        let next = set(*density)?;
        if next.pages < best.pages {
            best = next;
        }
    }
    Ok(best)
}

//! The seed, and the rows it draws.

use std::collections::HashMap;

use domain::sample::{Drawn, First, Method, Sample, Sealed, every_kth};
use ledger::Hash;
use ledger::primitive::sha256;
use store::View;

use super::population::{Asked, Source, erased};
use crate::Problem;

/// The seed that a root and a signature make.
pub(crate) fn seed_of(root: &Hash, signature: &[u8; 64]) -> Hash {
    sha256(&[root, signature])
}

/// The first rows that a seed draws, so many of each stratum of the plan; each stratum's in order.
pub(crate) fn rows_drawn(
    view: &View<'_>,
    sample: &Sample,
    seed: &Hash,
    takes: &[u64],
) -> Result<Vec<Vec<u64>>, Problem> {
    let population = &sample.plan.population;
    let source = Source::of(view, population.batch)?;
    let by = population.strata_by.as_deref();
    let asked = Asked::of(&source, Some(sample.reference()), population.only.as_ref(), by)?;
    let mut numbers = Vec::new();
    if sample.plan.method == Method::EveryKth {
        source.rows(view, 1, |row| {
            numbers.extend(asked.takes(row.bytes, |_| row.number));
            Ok(true)
        })?;
        let take = takes.first().copied().unwrap_or(0);
        let picked = every_kth(seed, numbers.len() as u64, take);
        let row = |place: u64| numbers.get(usize::try_from(place).ok()?.checked_sub(1)?).copied();
        return Ok(vec![picked.into_iter().filter_map(row).collect()]);
    }
    let (mut unsaid, mut said) = (None, HashMap::new());
    for (place, stratum) in population.strata.iter().enumerate() {
        match &stratum.name {
            None => unsaid = Some(place),
            Some(name) => {
                let name = name.words().ok_or_else(|| erased(Some(sample.reference())))?;
                said.insert(name.to_owned(), place);
            }
        }
    }
    let mut strata: Vec<First> = takes.iter().map(|take| First::of(*take)).collect();
    source.rows(view, 1, |row| {
        let place = asked.takes(row.bytes, |stratum| match stratum {
            None => unsaid,
            Some(says) => said.get(says).copied(),
        });
        if let Some(first) = place.flatten().and_then(|place| strata.get_mut(place)) {
            first.see(Sealed { digest: sha256(&[seed, &row.hash]), row: row.number });
        }
        Ok(true)
    })?;
    let drawn = |first: First| first.drawn().into_iter().map(|Drawn { row, .. }| row).collect();
    Ok(strata.into_iter().map(drawn).collect())
}

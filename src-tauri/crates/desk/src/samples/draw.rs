//! The seed, and the rows it draws.

use std::collections::HashMap;

use domain::sample::{Counted, Drawn, First, Method, Sample, Sealed, every_kth};
use ledger::Hash;
use ledger::primitive::sha256;
use store::View;

use super::population::{Asked, Strata, erased};
use super::recounted;
use super::source::{Row, Source};
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
    Ok(counted_and_drawn(view, sample, seed, takes)?.1)
}

/// The same, and the rows that the plan is over counted again, from one reading of them.
pub(crate) fn counted_and_drawn(
    view: &View<'_>,
    sample: &Sample,
    seed: &Hash,
    takes: &[u64],
) -> Result<(Counted, Vec<Vec<u64>>), Problem> {
    let population = &sample.plan.population;
    let source = Source::of(view, population.batch)?;
    let by = population.strata_by.as_deref();
    let asked = Asked::of(&source, Some(sample.reference()), population.only.as_ref(), by)?;
    let (strata, rows) = match sample.plan.method {
        Method::EveryKth => kth(view, (&source, &asked), seed, takes)?,
        Method::Simple | Method::Stratified => first(view, (&source, &asked), sample, seed, takes)?,
    };
    let counted = match strata {
        Some(strata) if !asked.all() => strata.counted(&source, population.only.as_ref(), by),
        _ => recounted(view, sample.reference(), population)?,
    };
    Ok((counted, rows))
}

/// Strata as they were counted; none where rows lie in others than those of the plan.
type Drawing = (Option<Strata>, Vec<Vec<u64>>);

fn kth(
    view: &View<'_>,
    (source, asked): (&Source, &Asked),
    seed: &Hash,
    takes: &[u64],
) -> Result<Drawing, Problem> {
    let mut numbers = Vec::new();
    let read = |rows: &[Row<'_>]| -> Vec<u64> {
        rows.iter().filter_map(|row| asked.takes(row.bytes, |_| row.number)).collect()
    };
    source.read(view, read, |some| numbers.extend(some))?;
    let mut strata = Strata::default();
    strata.add(None, numbers.len() as u64);
    let take = takes.first().copied().unwrap_or(0);
    let picked = every_kth(seed, numbers.len() as u64, take);
    let row = |place: u64| numbers.get(usize::try_from(place).ok()?.checked_sub(1)?).copied();
    Ok((Some(strata), vec![picked.into_iter().filter_map(row).collect()]))
}

fn first(
    view: &View<'_>,
    (source, asked): (&Source, &Asked),
    sample: &Sample,
    seed: &Hash,
    takes: &[u64],
) -> Result<Drawing, Problem> {
    let planned = Planned::of(sample)?;
    let read = |rows: &[Row<'_>]| -> Vec<(Option<usize>, Sealed)> {
        let sealed = |row: &Row<'_>| {
            let place = asked.takes(row.bytes, |says| planned.place(says))?;
            let digest = sha256(&[seed, &source.hash(row)]);
            Some((place, Sealed { digest, row: row.number }))
        };
        rows.iter().filter_map(sealed).collect()
    };
    let mut drawn: Vec<(u64, First)> = takes.iter().map(|take| (0, First::of(*take))).collect();
    let mut elsewhere = false;
    source.read(view, read, |some| {
        for (place, row) in some {
            match place.and_then(|place| drawn.get_mut(place)) {
                Some((rows, first)) => {
                    *rows += 1;
                    first.see(row);
                }
                None => elsewhere = true,
            }
        }
    })?;
    let mut strata = Strata::default();
    for (stratum, (rows, _)) in sample.plan.population.strata.iter().zip(&drawn) {
        strata.add(stratum.name.as_ref().and_then(|name| name.words()), *rows);
    }
    let row = |Drawn { row, .. }| row;
    let drawn = drawn.into_iter().map(|(_, first)| first.drawn().into_iter().map(row).collect());
    Ok(((!elsewhere).then_some(strata), drawn.collect()))
}

/// The strata of a plan: which of them rows lie in.
struct Planned {
    unsaid: Option<usize>,
    said: HashMap<String, usize>,
}

impl Planned {
    fn of(sample: &Sample) -> Result<Self, Problem> {
        let (mut unsaid, mut said) = (None, HashMap::new());
        for (place, stratum) in sample.plan.population.strata.iter().enumerate() {
            match &stratum.name {
                None => unsaid = Some(place),
                Some(name) => {
                    let name = name.words().ok_or_else(|| erased(Some(sample.reference())))?;
                    said.insert(name.to_owned(), place);
                }
            }
        }
        Ok(Self { unsaid, said })
    }

    fn place(&self, says: Option<&str>) -> Option<usize> {
        match says {
            None => self.unsaid,
            Some(says) => self.said.get(says).copied(),
        }
    }
}

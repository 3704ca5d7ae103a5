//! The rows that are drawn from, as they lie beside the ledger.

use std::collections::BTreeMap;

use domain::batch::Field;
use domain::sample::{Counted, Only, Population, Sample, must_divide};
use domain::{BatchRef, Moment, Refusal, SampleRef, Text};
use ledger::Hash;
use ledger::encoding::from_hex_exact;
use ledger::rows::RowHasher;
use store::tables::batch::Batch;
use store::{Part, View};

use super::OnlyGiven;
use crate::Problem;
use crate::batches::{cells, stands};

/// A row of a batch.
pub(super) struct Row<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// Its hash.
    pub hash: Hash,
    /// Its bytes, as the hash covers them.
    pub bytes: &'a [u8],
}

/// A batch to draw from.
pub(super) struct Source {
    /// The batch.
    pub batch: Batch,
    hasher: RowHasher,
}

impl Source {
    /// The batch of that reference.
    ///
    /// # Errors
    /// `unknown`; `sample-of-purged` where its rows, or what they are hashed under, are gone.
    pub(super) fn of(view: &View<'_>, batch: BatchRef) -> Result<Self, Problem> {
        let batch = stands(view, batch)?;
        let gone = || Refusal::SampleOfPurged { batch: batch.batch };
        if batch.purged.is_some() {
            return Err(gone().into());
        }
        let salt = batch.import.salt.words().and_then(from_hex_exact::<16>).ok_or_else(gone)?;
        Ok(Self { hasher: RowHasher::new(&salt), batch })
    }

    /// Gives each row from the number `from` on, until `each` answers `false`.
    pub(super) fn rows(
        &self,
        view: &View<'_>,
        from: u64,
        mut each: impl FnMut(Row<'_>) -> Result<bool, Problem>,
    ) -> Result<(), Problem> {
        view.ai_actions(self.batch.batch, Part::Taken, from, |number, bytes| {
            each(Row { number, hash: self.hasher.hash(number, bytes), bytes })
        })
    }

    /// The place of a field among the cells of its rows.
    ///
    /// # Errors
    /// `sample-no-field` where the log has no such column.
    pub(super) fn place(&self, field: &str) -> Result<usize, Problem> {
        let known = Field::named(field);
        let place = self.batch.import.columns.iter().position(|one| Some(one.field) == known);
        place.ok_or_else(|| {
            let says = format!("{} has no column “{field}”.", self.batch.batch);
            Problem::new("sample-no-field", says)
        })
    }
}

/// Which rows are drawn from, and what divides them.
pub(super) struct Asked {
    only: Option<(usize, String)>,
    by: Option<usize>,
}

impl Asked {
    /// What a plan asks of a batch.
    ///
    /// # Errors
    /// `sample-no-field`; `words-erased` where what its rows were to say is erased.
    pub(super) fn of(
        source: &Source,
        sample: Option<SampleRef>,
        only: Option<&Only>,
        by: Option<&str>,
    ) -> Result<Self, Problem> {
        let only = only.map(|only| {
            let says = only.says.words().ok_or_else(|| erased(sample))?;
            Ok::<_, Problem>((source.place(&only.field)?, says.to_owned()))
        });
        Ok(Self { only: only.transpose()?, by: by.map(|field| source.place(field)).transpose()? })
    }

    /// Whether a row is drawn from; if so, `read` is given what divides it from others.
    pub(super) fn takes<T>(&self, bytes: &[u8], read: impl FnOnce(Option<&str>) -> T) -> Option<T> {
        if self.only.is_none() && self.by.is_none() {
            return Some(read(None));
        }
        let mut long = Vec::new();
        let (mut only, mut stratum) = ("", "");
        // What stands behind the last of them is nobody's to read, a million times over.
        let last = self.only.as_ref().map(|(of, _)| *of).max(self.by).unwrap_or_default();
        for (place, cell) in cells(bytes, &mut long).enumerate().take(last + 1) {
            if self.only.as_ref().is_some_and(|(of, _)| *of == place) {
                only = cell;
            }
            if self.by == Some(place) {
                stratum = cell;
            }
        }
        let is_drawn_from = self.only.as_ref().is_none_or(|(_, says)| only == says);
        is_drawn_from.then(|| read(Some(stratum).filter(|says| !says.is_empty())))
    }
}

/// The rows of a batch to draw from, counted by stratum.
pub(super) fn counted(
    view: &View<'_>,
    batch: BatchRef,
    only: Option<&OnlyGiven>,
    strata_by: Option<&str>,
) -> Result<Counted, Problem> {
    let only =
        only.map(|only| Only { field: only.field.clone(), says: Text::new(only.says.clone()) });
    let only = only.as_ref();
    for field in only.map(|only| only.field.as_str()).into_iter().chain(strata_by) {
        must_divide(field)?;
    }
    count(view, batch, None, (only, strata_by))
}

/// The rows that a plan is over, counted again.
pub(crate) fn recounted(
    view: &View<'_>,
    sample: SampleRef,
    plan: &Population,
) -> Result<Counted, Problem> {
    let of = (plan.only.as_ref(), plan.strata_by.as_deref());
    count(view, plan.batch, Some(sample), of)
}

/// Whether the rows that a plan is over are still there by now, and every word that chooses them.
pub(crate) fn rows_stand(view: &View<'_>, plan: &Population) -> Result<bool, Problem> {
    let there = |text: &Text| text.words().is_some();
    let now = view.latest().batch(plan.batch)?;
    let stands = now.is_some_and(|batch| batch.purged.is_none() && there(&batch.import.salt));
    let mut names = plan.strata.iter().filter_map(|stratum| stratum.name.as_ref());
    Ok(stands && names.all(there) && plan.only.as_ref().is_none_or(|only| there(&only.says)))
}

/// The first sample of a batch that still needs its rows.
pub(crate) fn sample_in_work(
    view: &View<'_>,
    batch: BatchRef,
    now: Moment,
) -> Result<Option<SampleRef>, Problem> {
    let samples = view.samples_of(batch)?;
    Ok(samples.iter().find(|sample| sample.needs_rows(now)).map(Sample::reference))
}

fn count(
    view: &View<'_>,
    batch: BatchRef,
    sample: Option<SampleRef>,
    (only, strata_by): (Option<&Only>, Option<&str>),
) -> Result<Counted, Problem> {
    let source = Source::of(view, batch)?;
    let asked = Asked::of(&source, sample, only, strata_by)?;
    let mut unsaid = 0;
    let mut said: BTreeMap<String, u64> = BTreeMap::new();
    if only.is_none() && strata_by.is_none() {
        unsaid = source.batch.import.rows.count;
    } else {
        view.ai_actions(batch, Part::Taken, 1, |_, bytes| {
            asked.takes(bytes, |stratum| match stratum {
                None => unsaid += 1,
                Some(says) => match said.get_mut(says) {
                    Some(count) => *count += 1,
                    None => drop(said.insert(says.to_owned(), 1)),
                },
            });
            Ok::<_, Problem>(true)
        })?;
    }
    let unsaid = (unsaid > 0).then_some((None, unsaid));
    let strata = said.into_iter().map(|(says, count)| (Some(says), count));
    Ok(Counted {
        batch,
        purged: source.batch.purged.is_some(),
        root: source.batch.import.rows.root.clone(),
        only: only.cloned(),
        strata_by: strata_by.map(str::to_owned),
        strata: unsaid.into_iter().chain(strata).collect(),
    })
}

pub(super) fn erased(sample: Option<SampleRef>) -> Problem {
    let what = sample.map_or_else(|| "The plan".to_owned(), |sample| sample.to_string());
    let says = format!("{what} cannot be drawn again: words of its plan were erased.");
    Problem::new("sample-words-erased", says)
}

/// A row of a sample's batch.
pub(crate) struct PopulationRow {
    pub(crate) number: u64,
    /// In hex.
    pub(crate) hash: String,
    /// Where it is drawn from, the stratum it lies in, if there are any.
    pub(crate) stratum: Option<Option<String>>,
}

/// Every row of a sample's batch.
pub(crate) fn population_rows(
    view: &View<'_>,
    sample: &str,
) -> Result<Vec<PopulationRow>, Problem> {
    let sample = super::found(view, sample)?;
    let population = &sample.plan.population;
    let source = Source::of(view, population.batch)?;
    let by = population.strata_by.as_deref();
    let asked = Asked::of(&source, Some(sample.reference()), population.only.as_ref(), by)?;
    let mut rows = Vec::new();
    source.rows(view, 1, |row| {
        rows.push(PopulationRow {
            number: row.number,
            hash: ledger::encoding::hex(&row.hash),
            stratum: asked.takes(row.bytes, |says| says.map(str::to_owned)),
        });
        Ok(true)
    })?;
    Ok(rows)
}

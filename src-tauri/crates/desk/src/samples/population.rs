//! The rows that are drawn from, as they lie beside the ledger.

use std::collections::BTreeMap;

use domain::sample::{Counted, Only, Population, Sample, must_divide};
use domain::{BatchRef, Moment, SampleRef, Text};
use store::View;

use super::OnlyGiven;
use super::source::{Row, Source};
use crate::Problem;
use crate::batches::cells;

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

    /// Whether every row is drawn from, and nothing divides them.
    pub(super) fn all(&self) -> bool {
        self.only.is_none() && self.by.is_none()
    }

    /// Whether a row is drawn from; if so, `read` is given what divides it from others.
    pub(super) fn takes<T>(&self, bytes: &[u8], read: impl FnOnce(Option<&str>) -> T) -> Option<T> {
        if self.all() {
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

/// How many rows each stratum has.
#[derive(Default)]
pub(super) struct Strata {
    unsaid: u64,
    said: BTreeMap<String, u64>,
}

impl Strata {
    /// Adds rows that say this, or nothing.
    pub(super) fn add(&mut self, says: Option<&str>, rows: u64) {
        match says {
            None => self.unsaid += rows,
            Some(says) => match self.said.get_mut(says) {
                Some(count) => *count += rows,
                None => drop(self.said.insert(says.to_owned(), rows)),
            },
        }
    }

    fn join(&mut self, other: Self) {
        self.unsaid += other.unsaid;
        for (says, rows) in other.said {
            *self.said.entry(says).or_default() += rows;
        }
    }

    /// These as what is drawn from.
    pub(super) fn counted(
        self,
        source: &Source,
        only: Option<&Only>,
        strata_by: Option<&str>,
    ) -> Counted {
        let unsaid = (self.unsaid > 0).then_some((None, self.unsaid));
        let said = self.said.into_iter().filter(|(_, rows)| *rows > 0);
        Counted {
            batch: source.batch.batch,
            purged: source.batch.purged.is_some(),
            root: source.batch.import.rows.root.clone(),
            only: only.cloned(),
            strata_by: strata_by.map(str::to_owned),
            strata: unsaid.into_iter().chain(said.map(|(says, rows)| (Some(says), rows))).collect(),
        }
    }
}

fn count(
    view: &View<'_>,
    batch: BatchRef,
    sample: Option<SampleRef>,
    (only, strata_by): (Option<&Only>, Option<&str>),
) -> Result<Counted, Problem> {
    let source = Source::of(view, batch)?;
    let asked = Asked::of(&source, sample, only, strata_by)?;
    let mut strata = Strata::default();
    if asked.all() {
        strata.add(None, source.batch.import.rows.count);
    } else {
        let read = |rows: &[Row<'_>]| {
            let mut strata = Strata::default();
            for row in rows {
                asked.takes(row.bytes, |says| strata.add(says, 1));
            }
            strata
        };
        source.read(view, read, |some| strata.join(some))?;
    }
    Ok(strata.counted(&source, only, strata_by))
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
            hash: ledger::encoding::hex(&source.hash(&row)),
            stratum: asked.takes(row.bytes, |says| says.map(str::to_owned)),
        });
        Ok(true)
    })?;
    Ok(rows)
}

//! Testing items, drawing more as the plan says, and giving a sample up.

use std::collections::BTreeMap;

use domain::batch::Field;
use domain::sample::{Sample, Testing, abandon, extend, may_extend, test};
use domain::{BatchRef, EvidenceRef, Moment, Refusal, SampleRef};
use ledger::encoding::from_hex_exact;
use store::{Part, View};

use super::draw::rows_drawn;
use super::{AbandonSample, SampleQuery, SampleView, TestItem};
use crate::batches::cells;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn test_item(&mut self, request: TestItem) -> Result<SampleView, Problem> {
        self.act(|act| {
            let sample = found(act.view, &request.sample)?;
            let mut evidence: Vec<EvidenceRef> = Vec::new();
            for written in &request.evidence {
                let piece = written.parse()?;
                if act.view.evidence_one(piece)?.is_none() {
                    return Err(Refusal::Unknown { reference: written.clone() }.into());
                }
                evidence.push(piece);
            }
            let testing = Testing {
                row: request.row,
                findings: request.findings.clone(),
                note: &request.note,
                evidence,
                acted: acted(act.view, sample.plan.population.batch, request.row)?,
            };
            Ok(vec![test(&sample, act.by, testing, act.now)?])
        })?;
        self.sample(SampleQuery { sample: request.sample })
    }

    /// See the list of operations.
    pub fn extend_sample(&mut self, request: SampleQuery) -> Result<SampleView, Problem> {
        self.act(|act| {
            let sample = found(act.view, &request.sample)?;
            let more = may_extend(&sample, act.by, act.now)?;
            let rows = rows_more(act.view, &sample, &more)?;
            Ok(vec![extend(&sample, act.by, rows, act.now)?])
        })?;
        self.sample(request)
    }

    /// See the list of operations.
    pub fn abandon_sample(&mut self, request: AbandonSample) -> Result<SampleView, Problem> {
        self.act_because(&request.why, |act| {
            let sample = found(act.view, &request.sample)?;
            let standing = standing(act.view, act.now)?;
            Ok(vec![abandon(&standing, &sample, act.by, &request.why, act.now)?])
        })?;
        self.sample(SampleQuery { sample: request.sample })
    }
}

/// When the AI did what a row says; none where the row is gone, or its time was masked at the door.
pub(crate) fn acted(view: &View<'_>, batch: BatchRef, row: u64) -> Result<Option<Moment>, Problem> {
    Ok(acted_all(view, batch, &[row])?.remove(&row))
}

/// When the AI did what each of these rows says, as far as they are there.
pub(super) fn acted_all(
    view: &View<'_>,
    batch: BatchRef,
    rows: &[u64],
) -> Result<BTreeMap<u64, Moment>, Problem> {
    let mut acted = BTreeMap::new();
    let Some(batch) = view.latest().batch(batch)?.filter(|batch| batch.purged.is_none()) else {
        return Ok(acted);
    };
    let mut columns = batch.import.columns.iter();
    let Some(place) = columns.position(|column| column.field == Field::Time) else {
        return Ok(acted);
    };
    for wanted in rows {
        view.ai_actions(batch.batch, Part::Taken, *wanted, |number, bytes| {
            let mut long = Vec::new();
            let says = cells(bytes, &mut long).nth(place);
            if let Some(at) = says.and_then(|says| says.parse().ok())
                && number == *wanted
            {
                acted.insert(number, at);
            }
            Ok::<_, Problem>(false)
        })?;
    }
    Ok(acted)
}

/// The rows that follow those drawn in the same order, so many of each stratum.
pub(crate) fn rows_more(
    view: &View<'_>,
    sample: &Sample,
    more: &[u64],
) -> Result<Vec<u64>, Problem> {
    let Some(draw) = &sample.draw else { return Ok(Vec::new()) };
    let seed = from_hex_exact::<32>(&draw.seed).ok_or_else(|| Problem::internal("no seed"))?;
    let had: Vec<u64> = (0..more.len())
        .map(|place| draw.rows.iter().filter(|(_, stratum)| *stratum == place).count() as u64)
        .collect();
    let takes: Vec<u64> = had.iter().zip(more).map(|(had, more)| had + more).collect();
    let strata = rows_drawn(view, sample, &seed, &takes)?;
    let beyond = strata
        .into_iter()
        .zip(had)
        .flat_map(|(rows, had)| rows.into_iter().skip(usize::try_from(had).unwrap_or(usize::MAX)));
    Ok(beyond.collect())
}

/// The sample of that reference.
///
/// # Errors
/// `unknown`.
pub(crate) fn found(view: &View<'_>, written: &str) -> Result<Sample, Problem> {
    let sample: SampleRef = written.parse()?;
    let unknown = || Refusal::Unknown { reference: written.to_owned() };
    Ok(view.sample(sample)?.ok_or_else(unknown)?)
}

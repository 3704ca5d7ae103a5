//! Testing items, drawing more as the plan says, and giving a sample up.

use domain::sample::{Sample, Testing, abandon, extend, may_extend, test};
use domain::{EvidenceRef, Refusal, SampleRef};
use ledger::encoding::from_hex_exact;
use store::View;

use super::draw::rows_drawn;
use super::{AbandonSample, SampleQuery, SampleView, TestItem};
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

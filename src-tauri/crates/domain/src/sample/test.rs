//! Testing items, confirming what was found, and giving a sample up.

use super::seed::review;
use super::{Finding, Held, Sample, SampleAbandoned, SampleConfirmed, SampleTested, Stage};
use crate::people::{SignedStatement, Standing, entitled, keepers};
use crate::refusal::{TEXT_LIMIT, optional, reasoned};
use crate::{Event, EvidenceRef, Moment, PersonRef, Refusal};

/// The kind of statement that confirms a sample.
pub const CONFIRMATION: &str = "confirmation";

/// What a tester found on an item.
#[derive(Clone, Debug)]
pub struct Testing<'a> {
    /// The row's number.
    pub row: u64,
    /// What was found on each attribute of the plan.
    pub findings: Vec<Finding>,
    /// In words; may be blank where nothing is in error.
    pub note: &'a str,
    /// What bears it out.
    pub evidence: Vec<EvidenceRef>,
    /// When the AI did it, as the row says; none where it says no time.
    pub acted: Option<Moment>,
}

/// Records what was found on an item that was drawn. Only the tester does, until it is confirmed.
pub fn test(
    sample: &Sample,
    by: PersonRef,
    testing: Testing<'_>,
    now: Moment,
) -> Result<Event, Refusal> {
    let reference = sample.reference();
    sample.must_be_testers(by)?;
    sample.must_be_in_work(now)?;
    let Testing { row, findings, note, evidence, acted } = testing;
    let drawn = sample.draw.iter().flat_map(|draw| &draw.rows).any(|(drawn, _)| *drawn == row);
    if !drawn {
        return Err(Refusal::SampleNotItem { sample: reference, row });
    }
    let asked = sample.plan.attributes.iter();
    let found: Option<Vec<Finding>> = asked
        .map(|asked| findings.iter().find(|finding| finding.attribute == *asked).copied())
        .collect();
    let findings = found
        .filter(|found| found.len() == findings.len())
        .ok_or(Refusal::SampleItemIncomplete { sample: reference, row })?;
    if findings.iter().all(|finding| finding.held == Held::NotApplicable) {
        return Err(Refusal::SampleItemUnasked { sample: reference, row });
    }
    let note = optional("the note", note, TEXT_LIMIT)?;
    if note.is_none() && findings.iter().any(|finding| finding.held == Held::No) {
        return Err(Refusal::ReasonMissing { act: "an error" });
    }
    Ok(SampleTested { sample: reference, row, findings, note, evidence, acted }.into())
}

/// Whether `by` may confirm a sample: every item tested, by a reviewer who is not its tester.
pub fn may_confirm(
    standing: &Standing,
    sample: &Sample,
    by: PersonRef,
    now: Moment,
) -> Result<(), Refusal> {
    review(standing, sample, by, "confirming a sample")?;
    sample.must_be_in_work(now)?;
    match sample.left() {
        0 => Ok(()),
        left => Err(Refusal::SampleUntested { sample: sample.reference(), left }),
    }
}

/// Enters the confirmation that a reviewer's statement makes.
pub fn confirm(
    standing: &Standing,
    sample: &Sample,
    reviewer: PersonRef,
    statement: SignedStatement,
    now: Moment,
) -> Result<Event, Refusal> {
    may_confirm(standing, sample, reviewer, now)?;
    Ok(SampleConfirmed {
        sample: sample.reference(),
        statement,
        tested: sample.tests.len() as u64,
        errors: sample.errors(),
    }
    .into())
}

/// Gives a sample up, with a reason; it stays reported. Its tester and the keepers may.
pub fn abandon(
    standing: &Standing,
    sample: &Sample,
    by: PersonRef,
    why: &str,
    now: Moment,
) -> Result<Event, Refusal> {
    if by != sample.tester() {
        entitled(standing, by, "giving this sample up", &keepers())?;
    }
    reasoned("giving a sample up", why)?;
    match sample.stage(now) {
        Stage::Confirmed => Err(Refusal::SampleConfirmed { sample: sample.reference() }),
        Stage::Abandoned => Err(Refusal::SampleAbandoned { sample: sample.reference() }),
        Stage::Planned | Stage::Lapsed | Stage::Drawn | Stage::Tested => {
            Ok(SampleAbandoned { sample: sample.reference() }.into())
        }
    }
}

impl Sample {
    pub(super) fn must_be_testers(&self, by: PersonRef) -> Result<(), Refusal> {
        if by == self.tester() {
            return Ok(());
        }
        Err(Refusal::SampleOfAnother { sample: self.reference(), tester: self.tester() })
    }

    fn must_be_in_work(&self, now: Moment) -> Result<(), Refusal> {
        let sample = self.reference();
        match self.stage(now) {
            Stage::Drawn | Stage::Tested => Ok(()),
            Stage::Planned | Stage::Lapsed => Err(Refusal::SampleNotDrawn { sample }),
            Stage::Confirmed => Err(Refusal::SampleConfirmed { sample }),
            Stage::Abandoned => Err(Refusal::SampleAbandoned { sample }),
        }
    }
}

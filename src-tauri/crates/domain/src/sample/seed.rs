//! Completing the seed, which draws the rows; and drawing more, as the plan says.

use super::reviewer::must_be_named;
use super::{
    Extension, Method, Sample, SampleDrawn, SampleExtended, Stage, allotted, reviewers, total,
};
use crate::people::{SignedStatement, Standing, entitled};
use crate::{Event, Moment, PersonRef, Refusal};

/// The kind of statement that completes a seed.
pub const SEED: &str = "seed";

/// Whether `by` may complete the seed of a sample: a reviewer, the one its plan names where it names one,
/// and never its tester.
pub fn may_seed(
    standing: &Standing,
    sample: &Sample,
    by: PersonRef,
    now: Moment,
) -> Result<(), Refusal> {
    review(standing, sample, by, "completing the seed of a sample")?;
    must_be_named(standing, &sample.plan, by)?;
    match sample.stage(now) {
        Stage::Planned => Ok(()),
        Stage::Lapsed => {
            let (sample, until) = (sample.reference(), sample.plan.until);
            Err(Refusal::SampleLapsed { sample, until })
        }
        Stage::Drawn | Stage::Tested | Stage::Confirmed => {
            Err(Refusal::SampleDrawnAlready { sample: sample.reference() })
        }
        Stage::Abandoned => Err(Refusal::SampleAbandoned { sample: sample.reference() }),
    }
}

/// Enters the draw that a reviewer's statement makes: `rows` are those that the seed puts first,
/// stratum by stratum, as the desk has ordered them.
pub fn draw(
    standing: &Standing,
    sample: &Sample,
    reviewer: PersonRef,
    statement: SignedStatement,
    seed: String,
    rows: Vec<u64>,
    now: Moment,
) -> Result<Event, Refusal> {
    may_seed(standing, sample, reviewer, now)?;
    all_there(sample, &rows, sample.planned_rows())?;
    Ok(SampleDrawn { sample: sample.reference(), statement, seed, rows }.into())
}

/// How many rows each stratum gives once a sample is extended as its plan says, by its tester; or
/// why it is not.
pub fn may_extend(sample: &Sample, by: PersonRef, now: Moment) -> Result<Vec<u64>, Refusal> {
    let reference = sample.reference();
    sample.must_be_testers(by)?;
    let Some(Extension { errors, rows }) =
        sample.plan.extension.filter(|_| sample.plan.method != Method::EveryKth)
    else {
        return Err(Refusal::SampleNotExtended { sample: reference });
    };
    match sample.stage(now) {
        Stage::Tested => {}
        Stage::Drawn => {
            return Err(Refusal::SampleUntested { sample: reference, left: sample.left() });
        }
        Stage::Planned | Stage::Lapsed => {
            return Err(Refusal::SampleNotDrawn { sample: reference });
        }
        Stage::Confirmed => return Err(Refusal::SampleConfirmed { sample: reference }),
        Stage::Abandoned => return Err(Refusal::SampleAbandoned { sample: reference }),
    }
    if sample.errors() < u64::from(errors) {
        return Err(Refusal::SampleTooFewErrors {
            sample: reference,
            found: sample.errors(),
            errors,
        });
    }
    let extended = sample.draw.as_ref().map_or(0, |draw| draw.extended.len());
    if extended > 0 {
        return Err(Refusal::SampleExtendedAlready { sample: reference });
    }
    Ok(more(sample, rows))
}

/// How many more rows each stratum gives where `rows` more are drawn, as far as there are any.
fn more(sample: &Sample, rows: u32) -> Vec<u64> {
    let drawn = total(sample.strata().iter().map(|stratum| stratum.drawn));
    let sizes: Vec<u64> =
        sample.plan.population.strata.iter().map(|stratum| stratum.rows).collect();
    match sample.plan.method {
        Method::Stratified => {
            let grown = allotted(drawn.saturating_add(u64::from(rows)), &sizes);
            let had = sample.strata();
            grown.iter().zip(had).map(|(to, had)| to.saturating_sub(had.drawn)).collect()
        }
        Method::Simple | Method::EveryKth => {
            let left = total(sizes).saturating_sub(drawn);
            vec![u64::from(rows).min(left)]
        }
    }
}

impl Sample {
    /// What its plan says of more rows, where that is due and was not done: every item is tested, as many
    /// as it names are in error, and rows are left to draw.
    pub fn due(&self) -> Option<Extension> {
        let extension = self.plan.extension?;
        let draw = self.draw.as_ref()?;
        let is_due = draw.extended.is_empty()
            && self.left() == 0
            && self.errors() >= u64::from(extension.errors)
            && total(more(self, extension.rows)) > 0;
        is_due.then_some(extension)
    }
}

/// Enters an extension.
pub fn extend(
    sample: &Sample,
    by: PersonRef,
    rows: Vec<u64>,
    now: Moment,
) -> Result<Event, Refusal> {
    let more = may_extend(sample, by, now)?;
    all_there(sample, &rows, total(more.iter().copied()))?;
    Ok(SampleExtended { sample: sample.reference(), more, rows }.into())
}

/// Refuses rows that are fewer or more than were to be drawn: a sample of what is gone is none.
fn all_there(sample: &Sample, rows: &[u64], wanted: u64) -> Result<(), Refusal> {
    let found = rows.len() as u64;
    if found == wanted {
        return Ok(());
    }
    Err(Refusal::SampleRowsMissing { sample: sample.reference(), found, wanted })
}

/// Refuses the tester, and who is no reviewer.
pub(super) fn review(
    standing: &Standing,
    sample: &Sample,
    by: PersonRef,
    act: &'static str,
) -> Result<(), Refusal> {
    standing.must_be_here(by)?;
    if by == sample.tester() {
        return Err(Refusal::OwnSample { sample: sample.reference(), person: by });
    }
    entitled(standing, by, act, &reviewers())
}

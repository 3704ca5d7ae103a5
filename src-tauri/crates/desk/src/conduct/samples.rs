//! What was planned, drawn, tested and confirmed of samples.

use domain::people::entitled;
use domain::sample::{
    CONFIRMATION, MOST_ROWS, SEED, Sample, SampleConfirmed, SampleDrawn, SampleExtended,
    SamplePlanned, SampleTested, Testing, confirm, draw, may_extend, test, testers,
};
use domain::{Event, PersonRef, SampleRef, Text};
use ledger::encoding::hex;
use ledger::statement::{SignedStatement, subject_hash};
use serde_json::Value;

use super::Case;
use crate::Problem;
use crate::samples::{confirmation_subject, found, rows_drawn, rows_more, seed_of, seed_subject};

/// Somebody who may planned it, under the next reference, and over the rows that the batch had.
pub(super) fn planned(case: &Case<'_>, event: &SamplePlanned) -> Result<(), Problem> {
    let view = &case.before;
    entitled(&*case.standing()?, case.person()?, "planning a sample", &testers())?;
    if view.next_sample()? != event.sample {
        return Err(differs("the next sample"));
    }
    let population = &event.population;
    let batch = view.batch(population.batch)?.ok_or_else(|| differs("a batch there was"))?;
    let rows: u64 = population.strata.iter().map(|stratum| stratum.rows).sum();
    let takes = population.strata.iter().map(|stratum| stratum.take).sum::<u64>();
    let whole = population.only.is_some() || rows == batch.import.rows.count;
    let fits = batch.purged.is_none()
        && population.root == batch.import.rows.root
        && rows == population.rows
        && whole
        && (1..=MOST_ROWS).contains(&takes)
        && population.strata.iter().all(|stratum| stratum.take <= stratum.rows);
    if fits { Ok(()) } else { Err(differs("the rows of its batch")) }
}

/// A reviewer who is not its tester signed the plan and the tree after it, and the rows are those
/// that the seed draws.
pub(super) fn drawn(case: &Case<'_>, event: &SampleDrawn) -> Result<(), Problem> {
    let view = &case.before;
    let sample = sample_of(case, event.sample)?;
    let (signed, by) = signed(&event.statement, SEED, event.sample, &seed_subject(view, &sample)?)?;
    let standing = case.standing()?;
    let (seed, rows) = (event.seed.clone(), event.rows.clone());
    draw(&standing, &sample, by, event.statement.clone(), seed, rows, case.at)?;
    let seed = seed_of(&view.signed_root(sample.planned.entry)?, &signed.signature);
    if hex(&seed) != event.seed {
        return Err(differs("the seed of its statement"));
    }
    let takes: Vec<u64> = sample.plan.population.strata.iter().map(|one| one.take).collect();
    if rows_stand(case, &sample)?
        && rows_drawn(view, &sample, &seed, &takes)?.concat() != event.rows
    {
        return Err(differs("the rows that its seed draws"));
    }
    Ok(())
}

/// Its tester drew as many more as the plan says, in the same order.
pub(super) fn extended(case: &Case<'_>, event: &SampleExtended) -> Result<(), Problem> {
    let sample = sample_of(case, event.sample)?;
    let more = may_extend(&sample, case.person()?, case.at)?;
    if more != event.more {
        return Err(differs("how many its plan says"));
    }
    if rows_stand(case, &sample)? && rows_more(&case.before, &sample, &more)? != event.rows {
        return Err(differs("the rows that its seed draws"));
    }
    Ok(())
}

/// Its tester found it, on every attribute.
pub(super) fn tested(case: &Case<'_>, event: &SampleTested) -> Result<(), Problem> {
    let sample = sample_of(case, event.sample)?;
    // Words may have been erased since: that they were there is what counts.
    let note = if event.note.is_some() { "said" } else { "" };
    let testing = Testing {
        row: event.row,
        findings: event.findings.clone(),
        note,
        evidence: event.evidence.clone(),
    };
    test(&sample, case.person()?, testing, case.at)?;
    Ok(())
}

/// A reviewer who is not its tester signed what was found, all of it.
pub(super) fn confirmed(case: &Case<'_>, event: &SampleConfirmed) -> Result<(), Problem> {
    let view = &case.before;
    let sample = sample_of(case, event.sample)?;
    let subject = confirmation_subject(view, &sample)?;
    let (_, by) = signed(&event.statement, CONFIRMATION, event.sample, &subject)?;
    let statement = event.statement.clone();
    let again = confirm(&*case.standing()?, &sample, by, statement, case.at)?;
    if again == Event::from(event.clone()) { Ok(()) } else { Err(differs("what was found")) }
}

/// Its tester or a keeper gave it up, with a reason.
pub(super) fn abandoned(case: &Case<'_>, sample: SampleRef) -> Result<(), Problem> {
    let sample = sample_of(case, sample)?;
    let why = if case.reasoned { "said" } else { "" };
    domain::sample::abandon(&*case.standing()?, &sample, case.person()?, why, case.at)?;
    Ok(())
}

fn sample_of(case: &Case<'_>, sample: SampleRef) -> Result<Sample, Problem> {
    found(&case.before, &sample.to_string())
}

/// Whether the rows can still be drawn again: not purged since, and no word of the plan erased.
fn rows_stand(case: &Case<'_>, sample: &Sample) -> Result<bool, Problem> {
    let population = &sample.plan.population;
    let now = case.before.latest().batch(population.batch)?;
    let there = |text: &Text| text.words().is_some();
    let stands = now.is_some_and(|batch| batch.purged.is_none() && there(&batch.import.salt));
    let mut words = population.strata.iter().filter_map(|stratum| stratum.name.as_ref());
    Ok(stands && words.all(there) && population.only.as_ref().is_none_or(|only| there(&only.says)))
}

/// A statement of that kind about that sample, over that subject, and who signed it.
fn signed(
    carried: &domain::people::SignedStatement,
    kind: &str,
    about: SampleRef,
    subject: &Value,
) -> Result<(SignedStatement, PersonRef), Problem> {
    let unreadable = || Problem::new("statement-unreadable", "Its statement cannot be read.");
    let value = serde_json::to_value(carried).map_err(Problem::internal)?;
    let signed = SignedStatement::from_value(&value).map_err(|_| unreadable())?;
    let read = signed.read().map_err(|_| unreadable())?;
    if read.verdict != domain::statement::APPROVE
        || read.kind != kind
        || read.about != about.to_string()
        || read.hash != subject_hash(subject)?
    {
        return Err(differs("what its statement is about"));
    }
    let by = read.by.parse().map_err(|_| unreadable())?;
    Ok((signed, by))
}

pub(super) fn differs(what: &str) -> Problem {
    Problem::new("differs", format!("It does not agree with {what}."))
}

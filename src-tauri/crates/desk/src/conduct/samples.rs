//! What was planned, drawn, tested and confirmed of samples.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use domain::people::entitled;
use domain::sample::{
    CONFIRMATION, SEED, Sample, SampleConfirmed, SampleDrawn, SampleExtended, SamplePlanned,
    SampleTested, Testing, confirm, draw, extend, may_extend, reviewer, test, testers,
};
use domain::{Event, PersonRef, Refusal, SampleRef};
use ledger::encoding::hex;
use ledger::statement::{SignedStatement, subject_hash};
use serde_json::Value;

use super::Case;
use crate::Problem;
use crate::samples::{
    acted, as_stated, confirmation_subject, found, must_be_planned, must_be_settled, recounted,
    rows_drawn, rows_more, rows_stand, seed_of, seed_subject,
};

/// The samples as far as they were walked, each after the entry it stands behind: one that is tested
/// item by item is read once, and not again for every item.
#[derive(Default)]
pub(super) struct Walked {
    samples: RefCell<HashMap<SampleRef, (u64, Rc<Sample>)>>,
    /// The first test that says when the AI acted.
    dated: OnceCell<Option<u64>>,
}

impl Walked {
    /// Whether a test before this entry says when the AI acted.
    fn dates(&self, case: &Case<'_>) -> Result<bool, Problem> {
        let first = match self.dated.get() {
            Some(first) => *first,
            None => {
                let first = case.before.latest().first_dated_test()?;
                *self.dated.get_or_init(|| first)
            }
        };
        Ok(first.is_some_and(|first| first < case.seq))
    }
}

/// Somebody who may planned it, under the next reference, with a reason, and it is what the rules make
/// of the rows that its batch has.
pub(super) fn planned(case: &Case<'_>, event: &SamplePlanned) -> Result<(), Problem> {
    let view = &case.before;
    entitled(&*case.standing()?, case.person()?, "planning a sample", &testers())?;
    if !case.reasoned {
        return Err(Refusal::ReasonMissing { act: "planning a sample" }.into());
    }
    if view.next_sample()? != event.sample {
        return Err(differs("the next sample"));
    }
    let population = &event.population;
    let batch = view.batch(population.batch)?.ok_or_else(|| differs("a batch there was"))?;
    must_name(case, event)?;
    let counted = match rows_stand(view, population)? {
        true => recounted(view, event.sample, population)?,
        false => as_stated(event)?,
    };
    must_be_planned(event, counted, case.at)?;
    // Where its rows are gone by now, they were still so many.
    let bound = &batch.import.rows;
    let fits = batch.purged.is_none()
        && population.root == bound.root
        && population.rows <= bound.count
        && (population.only.is_some() || population.rows == bound.count);
    if fits { Ok(()) } else { Err(differs("the rows of its batch")) }
}

/// It names who draws it, once any plan does, and that is somebody whom its tester could name.
fn must_name(case: &Case<'_>, event: &SamplePlanned) -> Result<(), Problem> {
    let sample = event.sample;
    let Some(named) = &event.reviewer else {
        let earlier = case.before.samples()?.iter().any(|one| one.plan.reviewer.is_some());
        return match earlier {
            true => Err(Refusal::SampleReviewerMissing { sample }.into()),
            false => Ok(()),
        };
    };
    let could = reviewer(&*case.standing()?, sample, case.person()?, Some(named.person))?;
    if could == *named {
        return Ok(());
    }
    let (person, key) = (named.person, named.key.clone());
    Err(Refusal::SampleReviewerKey { sample, person, key }.into())
}

/// A reviewer who is not its tester, the one it names, signed the plan and the tree after it in
/// the words that the plan settles, and the rows are those that the seed draws.
pub(super) fn drawn(case: &Case<'_>, event: &SampleDrawn) -> Result<(), Problem> {
    let view = &case.before;
    let sample = sample_of(case, event.sample)?;
    let subject = seed_subject(view, &sample)?;
    let (signed, by) = signed(&event.statement, SEED, &event.sample, &subject)?;
    let standing = case.standing()?;
    let (seed, rows) = (event.seed.clone(), event.rows.clone());
    draw(&standing, &sample, by, event.statement.clone(), seed, rows, case.at)?;
    must_be_settled(&sample.plan, &subject, &signed)?;
    let seed = seed_of(&view.signed_root(sample.planned.entry)?, &signed.signature);
    if hex(&seed) != event.seed {
        return Err(differs("the seed of its statement"));
    }
    let takes: Vec<u64> = sample.plan.population.strata.iter().map(|one| one.take).collect();
    if rows_stand(view, &sample.plan.population)?
        && rows_drawn(view, &sample, &seed, &takes)?.concat() != event.rows
    {
        return Err(differs("the rows that its seed draws"));
    }
    Ok(())
}

/// Its tester drew as many more as the plan says, in the same order.
pub(super) fn extended(case: &Case<'_>, event: &SampleExtended) -> Result<(), Problem> {
    let sample = sample_of(case, event.sample)?;
    let by = case.person()?;
    let more = may_extend(&sample, by, case.at)?;
    if extend(&sample, by, event.rows.clone(), case.at)? != Event::from(event.clone()) {
        return Err(differs("how many its plan says"));
    }
    if rows_stand(&case.before, &sample.plan.population)?
        && rows_more(&case.before, &sample, &more)? != event.rows
    {
        return Err(differs("the rows that its seed draws"));
    }
    Ok(())
}

/// Its tester found it, on every attribute, and it says when the AI acted, as its row does.
pub(super) fn tested(case: &Case<'_>, event: &SampleTested) -> Result<(), Problem> {
    let sample = sample_of(case, event.sample)?;
    // Words may have been erased since: that they were there is what counts.
    let note = if event.note.is_some() { "said" } else { "" };
    let testing = Testing {
        row: event.row,
        findings: event.findings.clone(),
        note,
        evidence: event.evidence.clone(),
        acted: event.acted,
    };
    test(&sample, case.person()?, testing, case.at)?;
    must_date(case, &sample, event)
}

/// It says when the AI acted as its row says, once any test says so; where rows are gone by now, a time
/// that its batch covers.
fn must_date(case: &Case<'_>, sample: &Sample, event: &SampleTested) -> Result<(), Problem> {
    let population = &sample.plan.population;
    let holds = if rows_stand(&case.before, population)? {
        let says = acted(&case.before, population.batch, event.row)?;
        says == event.acted || (event.acted.is_none() && !case.walked.dates(case)?)
    } else {
        let batch = case.before.batch(population.batch)?;
        let span = batch.and_then(|batch| batch.known().span);
        event.acted.is_none_or(|at| span.is_some_and(|(from, to)| from <= at && at <= to))
    };
    if holds { Ok(()) } else { Err(differs("when its row says that the AI acted")) }
}

/// A reviewer who is not its tester signed what was found, all of it.
pub(super) fn confirmed(case: &Case<'_>, event: &SampleConfirmed) -> Result<(), Problem> {
    let view = &case.before;
    let sample = sample_of(case, event.sample)?;
    let subject = confirmation_subject(view, &sample)?;
    let (_, by) = signed(&event.statement, CONFIRMATION, &event.sample, &subject)?;
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

/// A sample as it stood before the entry. Entries are walked in order, so it only ever goes on.
fn sample_of(case: &Case<'_>, reference: SampleRef) -> Result<Rc<Sample>, Problem> {
    let mut walked = case.walked.samples.borrow_mut();
    let before = case.seq - 1;
    if let Some((after, sample)) = walked.get_mut(&reference).filter(|(after, _)| *after <= before)
    {
        case.before.sample_since(Rc::make_mut(sample), *after)?;
        *after = before;
        return Ok(Rc::clone(sample));
    }
    let sample = Rc::new(found(&case.before, &reference.to_string())?);
    walked.insert(reference, (before, Rc::clone(&sample)));
    Ok(sample)
}

/// A statement of that kind about that reference, over that subject, and who signed it.
pub(super) fn signed(
    carried: &domain::people::SignedStatement,
    kind: &str,
    about: &dyn ToString,
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

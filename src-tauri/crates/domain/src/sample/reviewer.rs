//! Who reviews a sample: named by its plan, with the key they sign with, so that nobody can ask one after
//! the other until a draw suits.

use chrono::Duration;

use super::{Reviewer, SEED_DAYS, SamplePlanned, reviewers};
use crate::people::{Standing, entitled};
use crate::{Moment, PersonRef, Refusal, SampleRef};

/// Whoever could review a sample that `tester` plans, each with the key they sign with, in the order of
/// their references.
pub fn may_be_named(standing: &Standing, tester: PersonRef) -> Vec<Reviewer> {
    let could = standing.people.iter().filter(|person| **person != tester);
    could.filter_map(|person| named(standing, *person).ok()).collect()
}

/// The reviewer of a sample that `tester` plans: whom they ask for or, where they name nobody, the one
/// person there is.
pub fn reviewer(
    standing: &Standing,
    sample: SampleRef,
    tester: PersonRef,
    asked: Option<PersonRef>,
) -> Result<Reviewer, Refusal> {
    match asked {
        Some(person) if person == tester => Err(Refusal::OwnSample { sample, person }),
        Some(person) => named(standing, person),
        None => match may_be_named(standing, tester).as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Refusal::SampleReviewerNobody),
            several => Err(Refusal::SampleReviewerUnnamed { able: several.len() as u64 }),
        },
    }
}

/// When what a plan settles counts as signed: as it was planned, whenever its reviewer gets to it.
pub fn signed_at(plan: &SamplePlanned) -> Moment {
    plan.until.plus(Duration::days(-SEED_DAYS))
}

/// Refuses whoever is not named by the plan, and another key than it names.
pub(super) fn must_be_named(
    standing: &Standing,
    plan: &SamplePlanned,
    by: PersonRef,
) -> Result<(), Refusal> {
    let Some(reviewer) = &plan.reviewer else { return Ok(()) };
    if reviewer.person != by {
        let (sample, reviewer) = (plan.sample, reviewer.person);
        return Err(Refusal::SampleReviewerOther { sample, reviewer });
    }
    match standing.keys.iter().any(|held| held.person == by && held.key == reviewer.key) {
        true => Ok(()),
        false => {
            let (sample, key) = (plan.sample, reviewer.key.clone());
            Err(Refusal::SampleReviewerKey { sample, person: by, key })
        }
    }
}

fn named(standing: &Standing, person: PersonRef) -> Result<Reviewer, Refusal> {
    standing.must_be_here(person)?;
    entitled(standing, person, "completing the seed of a sample", &reviewers())?;
    let held = standing.keys.iter().find(|held| held.person == person);
    let held = held.ok_or(Refusal::NoSuchKey { person })?;
    Ok(Reviewer { person, key: held.key.clone() })
}

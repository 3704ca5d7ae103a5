//! What a reviewer signs: the plan and the tree after it, which completes the seed; and what was
//! found, which confirms it.

use domain::PersonRef;
use domain::people::SignedStatement;
use domain::refusal::{TEXT_LIMIT, optional};
use domain::sample::{CONFIRMATION, SEED, Sample, confirm, draw, may_confirm, may_seed};
use ledger::Hash;
use ledger::encoding::hex;
use ledger::statement::{SignedStatement as Signed, subject_hash};
use serde_json::{Value, json};
use store::View;

use super::draw::{rows_drawn, seed_of};
use super::item::found;
use super::{ConfirmSample, DrawSample, SampleQuery, SampleView, must_be_planned, recounted};
use crate::door::Entering;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn draw_sample(&mut self, request: DrawSample) -> Result<SampleView, Problem> {
        let open = self.open()?;
        let view = open.store.now();
        let sample = found(&view, &request.sample)?;
        let (by, now) = (self.session_person()?, self.clock.now());
        may_seed(&standing(&view, now)?, &sample, by, now)?;
        let subject = seed_subject(&view, &sample)?;
        same(&subject, &request.subject, &request.sample)?;
        let expires = sample.plan.until;
        let (made, _) = self.states(SEED, &request.sample, &subject, None, expires)?;
        self.act_carrying(&request.passphrase, "", |act| {
            let sample = found(act.view, &request.sample)?;
            let event = drawn(act.view, &sample, act.by, &made, act.now)?;
            Ok(vec![event.into()])
        })?;
        self.sample(SampleQuery { sample: request.sample })
    }

    /// See the list of operations.
    pub fn confirm_sample(&mut self, request: ConfirmSample) -> Result<SampleView, Problem> {
        let open = self.open()?;
        let view = open.store.now();
        let sample = found(&view, &request.sample)?;
        let (by, now) = (self.session_person()?, self.clock.now());
        may_confirm(&standing(&view, now)?, &sample, by, now)?;
        let subject = confirmation_subject(&view, &sample)?;
        same(&subject, &request.subject, &request.sample)?;
        let reason = optional("the reason", &request.reason, TEXT_LIMIT)?;
        let expires = now.plus(chrono::Duration::hours(1));
        let (made, texts) =
            self.states(CONFIRMATION, &request.sample, &subject, reason.as_ref(), expires)?;
        let statement = as_event(&made)?;
        self.act_carrying(&request.passphrase, "", |act| {
            let sample = found(act.view, &request.sample)?;
            // Tested anew meanwhile, it is not what was signed.
            let subject = confirmation_subject(act.view, &sample)?;
            same(&subject, &request.subject, &request.sample)?;
            let standing = standing(act.view, act.now)?;
            let event = confirm(&standing, &sample, act.by, statement, act.now)?;
            Ok(vec![Entering { event, carried: crate::decisions::carried(&texts) }])
        })?;
        self.sample(SampleQuery { sample: request.sample })
    }
}

/// The draw that a reviewer's statement makes.
///
/// # Errors
/// `sample-plan-differs`; those of the rules, and of reading the rows.
pub(crate) fn drawn(
    view: &View<'_>,
    sample: &Sample,
    reviewer: PersonRef,
    made: &Signed,
    now: domain::Moment,
) -> Result<domain::Event, Problem> {
    // The tester's program may have been any: what is drawn from is counted here again.
    let counted = recounted(view, sample.reference(), &sample.plan.population)?;
    must_be_planned(&sample.plan, counted, sample.planned.at)?;
    let seed = seed_of(&view.signed_root(sample.planned.entry)?, &made.signature);
    let takes: Vec<u64> = sample.plan.population.strata.iter().map(|one| one.take).collect();
    let rows = rows_drawn(view, sample, &seed, &takes)?.concat();
    let standing = standing(view, now)?;
    Ok(draw(&standing, sample, reviewer, as_event(made)?, hex(&seed), rows, now)?)
}

/// What completes a seed: the plan as it was entered, and the root of the tree after it.
pub(crate) fn seed_subject(view: &View<'_>, sample: &Sample) -> Result<Value, Problem> {
    let entry = sample.planned.entry;
    let root: Hash = view.signed_root(entry)?;
    Ok(json!({ "plan": sealed_event(view, entry)?, "root": format!("{entry}:{}", hex(&root)) }))
}

/// What confirms a sample: the plan, the draw and what was found on each item, as they were entered.
pub(crate) fn confirmation_subject(view: &View<'_>, sample: &Sample) -> Result<Value, Problem> {
    let draw = sample.draw.iter().flat_map(|draw| {
        std::iter::once(draw.entered.entry).chain(draw.extended.iter().map(|one| one.entry))
    });
    let draw = draw.map(|entry| sealed_event(view, entry)).collect::<Result<Vec<_>, _>>()?;
    let tests = sample.tests.values().map(|test| sealed_event(view, test.entered.entry));
    let tests = tests.collect::<Result<Vec<_>, _>>()?;
    Ok(json!({ "plan": sealed_event(view, sample.planned.entry)?, "draw": draw, "tests": tests }))
}

/// An event as it was signed, its texts sealed.
fn sealed_event(view: &View<'_>, entry: u64) -> Result<Value, Problem> {
    let found = view.entry(entry)?.ok_or_else(|| Problem::internal("no entry"))?;
    let mut body: Value = serde_json::from_str(&found.body).map_err(Problem::internal)?;
    Ok(body.get_mut("event").map(Value::take).unwrap_or_default())
}

/// SHA-256 of what is signed, in hex.
pub(super) fn subject_hex(subject: &Value) -> Result<String, Problem> {
    Ok(hex(&subject_hash(subject)?))
}

fn same(subject: &Value, read: &str, sample: &str) -> Result<(), Problem> {
    if subject_hex(subject)? == read {
        return Ok(());
    }
    let says = format!("{sample} is not what you read. Read it again.");
    Err(Problem::new("request-changed", says))
}

fn as_event(made: &Signed) -> Result<SignedStatement, Problem> {
    serde_json::from_value(made.to_value()).map_err(Problem::internal)
}

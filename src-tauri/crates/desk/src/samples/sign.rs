//! What a reviewer signs: the plan and the tree after it, which completes the seed; and what was
//! found, which confirms it.

use domain::PersonRef;
use domain::people::SignedStatement;
use domain::refusal::{TEXT_LIMIT, optional};
use domain::sample::{
    CONFIRMATION, Reviewer, SEED, Sample, SamplePlanned, confirm, draw, may_confirm, may_seed,
    must_be_few, must_be_few_strata, signed_at,
};
use domain::statement::APPROVE;
use ledger::Hash;
use ledger::encoding::hex;
use ledger::statement::{SignedStatement as Signed, Statement, subject_hash};
use serde_json::{Value, json};
use store::View;

use super::draw::{counted_and_drawn, seed_of};
use super::item::found;
use super::{ConfirmSample, DrawSample, SampleQuery, SampleView, must_be_planned};
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
        let made = self.states_seed(&sample, &subject)?;
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

    fn states_seed(&mut self, sample: &Sample, subject: &Value) -> Result<Signed, Problem> {
        let Some(reviewer) = &sample.plan.reviewer else {
            let (about, expires) = (sample.reference().to_string(), sample.plan.until);
            return Ok(self.states(SEED, &about, subject, None, expires)?.0);
        };
        let now = self.clock.now();
        let open = self.open.as_mut().ok_or_else(crate::door::no_workspace)?;
        let session = open.at_desk.here(now)?;
        Ok(settled(&open.ws, &sample.plan, reviewer, subject)?.sign(&session.secret)?)
    }
}

/// What the reviewer whom a plan names signs to complete its seed. Every field follows from the plan and
/// the tree after it, so however often they are asked, Ed25519 (RFC 8032, section 5.1.6) makes the same
/// signature of it, and there is one draw.
///
/// # Errors
/// `statement-unreadable` for a plan or a tree that is none.
pub(crate) fn settled(
    ws: &str,
    plan: &SamplePlanned,
    reviewer: &Reviewer,
    subject: &Value,
) -> Result<Statement, Problem> {
    let hash = subject_hash(subject)?;
    let head = subject.get("root").and_then(Value::as_str).unwrap_or_default();
    Ok(Statement {
        ws: ws.to_owned(),
        kind: SEED.to_owned(),
        about: plan.sample.to_string(),
        hash,
        verdict: APPROVE.to_owned(),
        reason: None,
        head: head.parse()?,
        at: signed_at(plan).to_string(),
        expires: plan.until.to_string(),
        nonce: hash.first_chunk().copied().unwrap_or_default(),
        by: reviewer.person.to_string(),
        key: reviewer.key.parse()?,
    })
}

/// Refuses a statement that is not the one its plan settles: another would be another draw.
pub(crate) fn must_be_settled(
    plan: &SamplePlanned,
    subject: &Value,
    made: &Signed,
) -> Result<(), Problem> {
    let Some(reviewer) = &plan.reviewer else { return Ok(()) };
    let read = made.read()?;
    if read == settled(&read.ws, plan, reviewer, subject)? {
        return Ok(());
    }
    let says = format!(
        "The statement is not the one that the plan of {} settles. Ask for it again.",
        plan.sample
    );
    Err(Problem::new("sample-seed-differs", says))
}

/// The draw that a reviewer's statement makes.
///
/// # Errors
/// `sample-too-large`, `sample-many-strata`, `sample-plan-differs`, `sample-seed-differs`; those of the rules, and of reading the rows.
pub(crate) fn drawn(
    view: &View<'_>,
    sample: &Sample,
    reviewer: PersonRef,
    made: &Signed,
    now: domain::Moment,
) -> Result<domain::Event, Problem> {
    // What a plan takes lies in memory until its rows are counted again, which is too late to refuse it.
    must_be_few(sample.planned_rows())?;
    must_be_few_strata(sample.plan.population.strata.len())?;
    let seed = seed_of(&view.signed_root(sample.planned.entry)?, &made.signature);
    let takes: Vec<u64> = sample.plan.population.strata.iter().map(|one| one.take).collect();
    // The tester's program may have been any: what is drawn from is counted here again.
    let (counted, rows) = counted_and_drawn(view, sample, &seed, &takes)?;
    must_be_planned(&sample.plan, counted, sample.planned.at)?;
    must_be_settled(&sample.plan, &seed_subject(view, sample)?, made)?;
    let rows = rows.concat();
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

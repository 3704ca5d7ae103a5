//! Attesting at this desk: the whole version is read, then signed with the passphrase.

use domain::policy::{ATTESTATION, ATTESTATION_DAYS, attest, may_attest};
use domain::{Event, Moment, PersonRef, PolicyRef, Refusal};
use ledger::statement::SignedStatement;
use store::View;

use super::{AttestPolicy, PolicyPage, PolicyQuery, asking, joined};
use crate::decisions::{Subject, carried, subject_of};
use crate::door::Entering;
use crate::people::standing;
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn attest_policy(&mut self, request: AttestPolicy) -> Result<PolicyPage, Problem> {
        let policy: PolicyRef = request.policy.parse()?;
        let now = self.clock.now();
        let by = self.session_person()?;
        let view = self.open()?.store.now();
        let (_, subject) = may_be_attested(&view, policy, by, now)?;
        if subject.hash != request.hash {
            let says = format!("{policy} is not what you read. Read it again.");
            return Err(Problem::new("request-changed", says));
        }
        let expires = now.plus(chrono::Duration::hours(1));
        let (made, texts) =
            self.states(ATTESTATION, &request.policy, &subject.event, None, expires)?;
        self.act_carrying(&request.passphrase, "", |act| {
            let event = attested(act.view, policy, act.by, &made, act.now)?;
            Ok(vec![Entering { event, carried: carried(&texts) }])
        })?;
        self.policy(PolicyQuery { policy: request.policy })
    }
}

/// The attestation that a statement is, where it is over the version in force.
///
/// # Errors
/// `request-changed` where another version is in force by now; those of the rules.
pub(crate) fn attested(
    view: &View<'_>,
    policy: PolicyRef,
    by: PersonRef,
    made: &SignedStatement,
    now: Moment,
) -> Result<Event, Problem> {
    let zone = settings(view)?.zone;
    let in_force = asking(view, policy, zone)?;
    let statement = serde_json::from_value(made.to_value()).map_err(Problem::internal)?;
    let (standing, joined) = (standing(view, now)?, joined(view, zone)?);
    let event = attest(&standing, &joined, (policy, in_force.as_ref()), by, statement)?;
    let (_, subject) = may_be_attested(view, policy, by, now)?;
    let read = made.read()?;
    if ledger::encoding::hex(&read.hash) != subject.hash {
        let says =
            format!("Another version of {policy} is in force by now. Read it, and sign anew.");
        return Err(Problem::new("request-changed", says));
    }
    Ok(event)
}

/// The version of `policy` in force, and what attesting it signs, where `by` is asked to.
pub(super) fn may_be_attested(
    view: &View<'_>,
    policy: PolicyRef,
    by: PersonRef,
    now: Moment,
) -> Result<(u32, Subject), Problem> {
    let zone = settings(view)?.zone;
    let in_force = asking(view, policy, zone)?;
    let (standing, joined) = (standing(view, now)?, joined(view, zone)?);
    let version = may_attest(&standing, &joined, (policy, in_force.as_ref()), by)?.version;
    Ok((version, subject_of_version(view, policy, version)?))
}

/// What attesting a version signs: the event that wrote it, as it was entered.
///
/// # Errors
/// `policy-words-erased`: nobody signs what cannot be read whole.
pub(super) fn subject_of_version(
    view: &View<'_>,
    policy: PolicyRef,
    version: u32,
) -> Result<Subject, Problem> {
    let versions = super::versions(view, policy)?;
    let found = versions.iter().find(|one| one.version == version);
    let found = found.ok_or_else(|| Refusal::Unknown { reference: policy.to_string() })?;
    domain::policy::whole(policy, version, &found.terms)?;
    subject_of(view, found.entry)
}

/// When a request for attestations that is made now runs out.
pub(super) fn runs_out(now: Moment) -> Moment {
    now.plus(chrono::Duration::days(ATTESTATION_DAYS))
}

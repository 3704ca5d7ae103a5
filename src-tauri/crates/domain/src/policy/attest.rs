//! Attesting: putting one's own name under the version in force.

use super::{Asked, InForce, Joined, PolicyAttested};
use crate::people::{SignedStatement, Standing};
use crate::{Event, PersonRef, PolicyRef, Refusal};

/// The kind of statement that attests.
pub const ATTESTATION: &str = "attestation";

/// Days in which a request for an attestation is answered: the time a newcomer has.
pub const ATTESTATION_DAYS: i64 = 14;

/// Refuses an attestation by somebody whom the policy does not ask, or not now. `policy` is the one
/// in force, where one is.
///
/// # Errors
/// `not-in-force`, `not-asked`, `attested-already`.
pub fn may_attest<'a>(
    standing: &Standing,
    joined: &Joined,
    policy: (PolicyRef, Option<&'a InForce>),
    by: PersonRef,
) -> Result<&'a InForce, Refusal> {
    standing.must_be_here(by)?;
    let (policy, in_force) = policy;
    let in_force = in_force.ok_or(Refusal::NotInForce { policy })?;
    // How much time somebody has is no matter here: who is asked is asked from the first day.
    match in_force.asks(standing, joined, 0, by) {
        None => Err(Refusal::NotAsked { policy, person: by }),
        Some(Asked::Attested { .. }) => {
            Err(Refusal::AttestedAlready { policy, version: in_force.version, person: by })
        }
        Some(Asked::Waits { .. }) => Ok(in_force),
    }
}

/// Enters what `by` signed over the version in force.
pub fn attest(
    standing: &Standing,
    joined: &Joined,
    policy: (PolicyRef, Option<&InForce>),
    by: PersonRef,
    statement: SignedStatement,
) -> Result<Event, Refusal> {
    let in_force = may_attest(standing, joined, policy, by)?;
    Ok(PolicyAttested { policy: in_force.policy, version: in_force.version, statement }.into())
}

//! Whether a statement counts.

use super::{APPROVE, Given};
use crate::people::Standing;
use crate::{Moment, Refusal};

/// Refuses a statement that does not count now, as [`holds`] has it, or one that says no.
pub fn counts(standing: &Standing, given: &Given, now: Moment) -> Result<(), Refusal> {
    holds(standing, given, now)?;
    if given.verdict != APPROVE {
        return Err(Refusal::StatementSaysNo { by: given.by, verdict: given.verdict.clone() });
    }
    Ok(())
}

/// Refuses a statement that does not hold now, whatever it says: one for another workspace or about
/// something else, by somebody who has left or with a key that signs no more, altered, expired,
/// made on another record, or used before.
pub fn holds(standing: &Standing, given: &Given, now: Moment) -> Result<(), Refusal> {
    let by = given.by;
    if !given.ours {
        return Err(Refusal::StatementForeign { by });
    }
    standing.must_be_here(by)?;
    if !standing.keys.iter().any(|held| held.person == by && held.key == given.key) {
        return Err(Refusal::StatementKeyEnded { by, key: given.key.clone() });
    }
    if !given.signed {
        return Err(Refusal::StatementAltered { by });
    }
    if given.used {
        return Err(Refusal::StatementAgain { by });
    }
    if !given.asked {
        return Err(Refusal::StatementElsewhere { by });
    }
    if now > given.expires || given.at > given.expires {
        return Err(Refusal::StatementExpired { by, expires: given.expires });
    }
    if !given.seen {
        return Err(Refusal::StatementUnseen { by });
    }
    Ok(())
}

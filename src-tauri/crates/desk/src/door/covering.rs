//! The checkpoint that covers a change: recorded in the same transaction, signed by this machine.

use domain::workspace::CheckpointRecorded;
use domain::{Event, Moment, PersonRef, ReviewRef};
use ledger::Head;
use ledger::checkpoint::Checkpoint;
use ledger::key::SecretKey;
use store::Actor;

use crate::{Desk, Problem};

/// A checkpoint recorded in the same transaction as the change that it covers.
#[derive(Clone, Copy)]
pub(crate) struct Covering<'a> {
    /// The review whose closing or countersignature it covers.
    pub review: &'a ReviewRef,
    /// Whether the person at the desk cosigns it.
    pub cosigned: bool,
}

impl Desk {
    /// This machine's key, which the workspace knows.
    ///
    /// # Errors
    /// `machine-not-enrolled` on a machine whose key no keeper has enrolled.
    pub(crate) fn machine(&mut self) -> Result<SecretKey, Problem> {
        let fresh = self.chance.seed()?;
        let machine = self.profile.machine_key(fresh)?;
        let public = machine.public().to_base64();
        let known = self.open()?.store.now().keys()?;
        if known.iter().any(|key| key.holder == Actor::Machine && key.public == public) {
            Ok(machine)
        } else {
            Err(Problem::new(
                "machine-not-enrolled",
                "This machine signs no checkpoints of this workspace yet. RevOps or the executive \
                 sponsor enrols it first, under Settings, This machine.",
            ))
        }
    }
}

/// The entry's event that keeps a checkpoint of `head`.
pub(super) fn checkpoint(
    ws: &str,
    head: Head,
    covering: Covering<'_>,
    machine: &SecretKey,
    (by, secret): (PersonRef, &SecretKey),
    now: Moment,
) -> Event {
    let mut note = Checkpoint::new(ws, head).sign(machine);
    let mut cosigned_by = Vec::new();
    if covering.cosigned {
        let time = u64::try_from(now.utc().timestamp()).unwrap_or(0);
        ledger::cosignature::cosign(&mut note, ws, &by.to_string(), secret, time);
        cosigned_by.push(by);
    }
    let review = Some(covering.review.clone());
    CheckpointRecorded { note: note.to_string(), cosigned_by, review }.into()
}

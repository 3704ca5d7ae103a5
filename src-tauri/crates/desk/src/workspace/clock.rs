//! Acknowledging a leap of the clock, and declaring a restore.

use domain::people::{entitled, sponsor};
use domain::workspace::{HeadSeen, RestoreDeclared, acknowledge};
use store::{Actor, NewEntry};

use super::{AcknowledgeClock, DeclareRestore, Frame};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn acknowledge_clock(&mut self, request: AcknowledgeClock) -> Result<Frame, Problem> {
        self.act_despite_jump(&request.passphrase, |act| {
            Ok(vec![acknowledge(act.last, act.now)?])
        })?;
        self.frame(Nothing {})
    }

    /// See the list of operations.
    pub fn declare_restore(&mut self, request: DeclareRestore) -> Result<Frame, Problem> {
        let now = self.clock.now();
        let mut salts = self.chance.salts()?;
        let profile = self.profile.clone();
        let open = self.open_mut()?;
        open.must_be_writable()?;
        let Some(lost) = open.gone else {
            return Err(domain::Refusal::NothingToDeclare.into());
        };
        let ws = open.ws.clone();
        let session = open.presence.here(now)?;
        profile.open_key(&ws, &session.file, &request.passphrase)?;
        let by = session.file.person;
        open.store.append_with(&session.secret, salts.as_mut(), |view| {
            entitled(&standing(view, now)?, by, "declaring a restore", &[sponsor()])?;
            let root = ledger::encoding::base64(&lost.root);
            let event = RestoreDeclared {
                lost: HeadSeen { size: lost.size, root },
                ground: domain::refusal::required(
                    "what happened",
                    &request.ground,
                    domain::refusal::TEXT_LIMIT,
                )?,
            };
            let by = Actor::Person(by);
            Ok::<_, Problem>(vec![NewEntry { at: now, by, event: event.into(), why: None }])
        })?;
        open.gone = None;
        profile.forget(&ws)?;
        open.remember(&profile)?;
        self.frame(Nothing {})
    }
}

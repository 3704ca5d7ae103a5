//! Who is at the desk. The key is in memory only while they are.

use chrono::Duration;
use domain::{Moment, PersonRef};
use ledger::key::SecretKey;

use crate::Problem;
use crate::profile::KeyFile;

/// Minutes without a sign of life until the desk locks.
pub const IDLE_MINUTES: i64 = 10;

/// A person who is signed in.
pub struct Session {
    /// Their key's file.
    pub file: KeyFile,
    /// Their key; forgotten when the session ends.
    pub secret: SecretKey,
    /// When they last did something.
    pub active: Moment,
    /// Whether they have seen what happened while they were away.
    pub caught_up: bool,
}

impl Session {
    /// Somebody has just sat down.
    pub fn begun(file: KeyFile, secret: SecretKey, now: Moment) -> Self {
        Self { file, secret, active: now, caught_up: false }
    }

    /// Whether nobody has done anything for too long by `now`.
    pub fn idle(&self, now: Moment) -> bool {
        now.since(self.active) >= Duration::minutes(IDLE_MINUTES)
    }
}

/// Who acts: nobody yet, somebody whose desk has locked, or a person.
#[allow(clippy::large_enum_variant, reason = "a desk has one of these")]
pub enum AtDesk {
    /// Nobody signed in.
    Nobody,
    /// The desk locked; this person was at it.
    Locked(PersonRef),
    /// This person is.
    Here(Session),
}

impl AtDesk {
    /// The session, for reading and signing.
    ///
    /// # Errors
    /// `signed-out` and `locked`.
    pub fn here(&mut self, now: Moment) -> Result<&mut Session, Problem> {
        self.lock_when_idle(now);
        match self {
            Self::Here(session) => {
                session.active = now;
                Ok(session)
            }
            Self::Locked(person) => Err(Problem::new(
                "locked",
                format!("The desk is locked. {person} opens it again with the passphrase."),
            )),
            Self::Nobody => Err(Problem::new(
                "signed-out",
                "Nobody is signed in. Sign in with your passphrase; reading needs none.",
            )),
        }
    }

    /// Locks when nobody has done anything for too long.
    pub fn lock_when_idle(&mut self, now: Moment) {
        if let Self::Here(session) = self
            && session.idle(now)
        {
            *self = Self::Locked(session.file.person);
        }
    }

    /// Who is at it, also while it is locked.
    pub fn whose(&self) -> Option<PersonRef> {
        match self {
            Self::Here(session) => Some(session.file.person),
            Self::Locked(person) => Some(*person),
            Self::Nobody => None,
        }
    }

    /// Who is signed in, if the desk is not locked.
    pub fn person(&self) -> Option<PersonRef> {
        match self {
            Self::Here(session) => Some(session.file.person),
            Self::Nobody | Self::Locked(_) => None,
        }
    }
}

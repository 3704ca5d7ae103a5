//! Signing in, locking, staying.

use super::{Frame, Open, SignIn};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::profile::{KeyFile, NOT_OPENED, not_opened};
use crate::session::{AtDesk, Session};
use crate::{Desk, Problem};
use domain::PersonRef;

impl Desk {
    /// See the list of operations.
    pub fn sign_in(&mut self, request: SignIn) -> Result<Frame, Problem> {
        let person: PersonRef = request.person.parse()?;
        let now = self.clock.now();
        let open = self.open()?;
        let file = key_here(self, person)?;
        let secret = self.profile.open_key(&open.ws, &file, &request.passphrase);
        let secret = secret.map_err(|problem| whose(open, person, problem))?;
        self.open_mut()?.at_desk = AtDesk::Here(Session::begun(file, secret, now));
        self.frame(Nothing {})
    }

    /// See the list of operations.
    pub fn lock(&mut self, _: Nothing) -> Result<Frame, Problem> {
        let open = self.open_mut()?;
        if let AtDesk::Here(session) = &open.at_desk {
            open.at_desk = AtDesk::Locked(session.file.person);
        }
        self.frame(Nothing {})
    }

    /// See the list of operations.
    pub fn stay(&mut self, _: Nothing) -> Result<Frame, Problem> {
        let now = self.clock.now();
        if let Some(open) = self.open.as_mut() {
            // Nobody at the desk, or one that locked before, is no reason to complain.
            if let AtDesk::Here(session) = &mut open.at_desk
                && !session.idle(now)
            {
                session.active = now;
            }
        }
        self.frame(Nothing {})
    }
}

/// A passphrase that opens no key, told with the name of whose key it is.
fn whose(open: &Open, person: PersonRef, problem: Problem) -> Problem {
    match Names::of(&open.store.now()) {
        Ok(names) if problem.code == NOT_OPENED => {
            not_opened(&format!("{} ({person})", names.person(person)))
        }
        Ok(_) | Err(_) => problem,
    }
}

/// The person's key in force that lies on this machine.
fn key_here(desk: &Desk, person: PersonRef) -> Result<KeyFile, Problem> {
    let open = desk.open()?;
    let standing = standing(&open.store.now(), desk.clock.now())?;
    standing.must_be_here(person)?;
    let in_force = |file: &KeyFile| {
        file.person == person
            && standing.keys.iter().any(|held| held.person == person && held.key == file.key)
    };
    desk.profile.keys(&open.ws).into_iter().find(in_force).ok_or_else(|| {
        Problem::new(
            "key-missing-here",
            format!(
                "No key of {person} that is in force lies on this machine. Bring the key file \
                 here, or have a key enrolled."
            ),
        )
    })
}

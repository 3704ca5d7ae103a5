//! Entering at once: the kill switch waits for nobody.

use domain::refusal::{TEXT_LIMIT, optional};
use domain::{Event, Moment, PersonRef, Text};
use store::{Actor, Appended, NewEntry, View};

use super::Decided;
use crate::session::AtDesk;
use crate::{Desk, Problem};

/// What the domain is told when something is done at once.
pub(crate) struct AtOnce<'a> {
    /// The workspace as it stands inside the transaction.
    pub view: &'a View<'a>,
    /// Who acts; none where nobody is signed in, so that the machine signs.
    pub by: Option<PersonRef>,
    /// Now.
    pub now: Moment,
}

impl Desk {
    /// Does what `decide` says, signed by whoever is signed in, or else by the machine. Unlike every
    /// other change it waits neither for a clock that stands wrong nor for an older copy to be
    /// declared.
    ///
    /// # Errors
    /// `machine-not-enrolled` where nobody is signed in on a machine that no keeper enrolled, and
    /// what `decide` refuses.
    pub(crate) fn act_at_once(
        &mut self,
        why: &str,
        decide: impl FnOnce(&AtOnce<'_>) -> Decided,
    ) -> Result<Vec<Appended>, Problem> {
        let why = optional("the reason", why, TEXT_LIMIT)?;
        let why = why.as_ref().and_then(Text::words);
        let mut salts = self.chance.salts()?;
        self.open()?.must_be_writable()?;
        let now = self.clock.now();
        let open = self.open_mut()?;
        open.at_desk.lock_when_idle(now);
        let machine = match open.at_desk {
            AtDesk::Here(_) => None,
            AtDesk::Nobody | AtDesk::Locked(_) => Some(self.machine()?),
        };
        let clock = &*self.clock;
        let open = self.open.as_mut().ok_or_else(super::no_workspace)?;
        let (by, secret) = match (&mut open.at_desk, &machine) {
            (AtDesk::Here(session), _) => {
                session.active = now;
                (Some(session.file.person), &session.secret)
            }
            (AtDesk::Nobody | AtDesk::Locked(_), Some(machine)) => (None, machine),
            (AtDesk::Nobody | AtDesk::Locked(_), None) => {
                return Err(Problem::internal("nobody signs"));
            }
        };
        let appended = open.store.write(|writer| {
            let view = writer.view();
            let now = clock.now();
            let events = decide(&AtOnce { view: &view, by, now })?;
            let entry = |event: Event| {
                if by.is_none() && !event.machine_may_sign() {
                    return Err(Problem::internal(format!(
                        "the machine signs no {}",
                        event.kind()
                    )));
                }
                let by = by.map_or(Actor::Machine, Actor::Person);
                let why = why.map(str::to_owned);
                Ok(NewEntry { at: now, by, event, why, carried: Vec::new() })
            };
            let entries = events.into_iter().map(entry).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Problem>(writer.append(&entries, secret, salts.as_mut())?)
        })?;
        self.remember();
        self.keep_stop_list();
        Ok(appended)
    }
}

//! Opening a request: the whole of it, in words, before anybody signs.

use domain::PersonRef;
use ledger::statement::Request;

use super::asks::Understood;
use super::{OpenRequest, RequestView, Signer};
use crate::people::{Names, standing};
use crate::profile::KeyFile;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn open_request(&mut self, request: OpenRequest) -> Result<RequestView, Problem> {
        let read = self.read_request(&request.grant)?;
        self.request_view(&read.request, read.sha256)
    }

    pub(crate) fn request_view(
        &self,
        request: &Request,
        sha256: String,
    ) -> Result<RequestView, Problem> {
        let understood = Understood::of(request)?;
        let known = self.known_here(request);
        let workspace = match known {
            Some(open) => settings(&open.store.now())?.name,
            // As this machine knew it, where it has seen it: what the file calls it is unsigned.
            None => match self.profile.recent().into_iter().find(|one| one.ws == request.ws) {
                Some(recent) => recent.name,
                None => request.workspace.clone(),
            },
        };
        let refused = self.may_be_signed(&understood, request).err();
        let signers = self.signers(request, &understood)?;
        Ok(RequestView {
            sha256,
            workspace,
            ws: request.ws.clone(),
            known: known.is_some(),
            expires: understood.expires.to_string(),
            asks: understood.asks,
            signers,
            refused,
        })
    }

    /// The open workspace, where it is the one a request speaks of.
    pub(super) fn known_here(&self, request: &Request) -> Option<&Open> {
        self.open.as_ref().filter(|open| open.ws == request.ws)
    }

    /// Refuses to let anybody sign what could not count.
    pub(super) fn may_be_signed(
        &self,
        understood: &Understood,
        request: &Request,
    ) -> Result<(), Problem> {
        let now = self.clock.now();
        understood.in_time(now)?;
        match self.known_here(request) {
            Some(open) => understood.held_against(&open.store.now(), now),
            None => Ok(()),
        }
    }

    /// Whoever has a key of that workspace here; one key each: the one in force where that is
    /// known, otherwise the one that came here last.
    fn signers(&self, request: &Request, asked: &Understood) -> Result<Vec<Signer>, Problem> {
        let mut people: Vec<PersonRef> =
            self.profile.keys(&request.ws).into_iter().map(|file| file.person).collect();
        people.dedup();
        let names = match self.known_here(request) {
            Some(open) => Some(Names::of(&open.store.now())?),
            None => None,
        };
        let mut signers = Vec::new();
        for person in people {
            if let Some(file) = self.signing_key(request, person)? {
                signers.push(Signer {
                    person: person.to_string(),
                    name: names.as_ref().map(|names| names.person(person)),
                    key: file.key,
                    refused: self.may_answer(request, asked, person).err(),
                });
            }
        }
        Ok(signers)
    }

    /// The key with which this person would sign on this machine.
    pub(super) fn signing_key(
        &self,
        request: &Request,
        person: PersonRef,
    ) -> Result<Option<KeyFile>, Problem> {
        let theirs = self.profile.keys_newest_first(&request.ws, person);
        let Some(open) = self.known_here(request) else { return Ok(theirs.into_iter().next()) };
        let in_force = standing(&open.store.now(), self.clock.now())?.keys;
        Ok(theirs
            .into_iter()
            .find(|file| in_force.iter().any(|key| key.person == person && key.key == file.key)))
    }

    /// Refuses a signer whose word could not count.
    pub(super) fn may_answer(
        &self,
        request: &Request,
        asked: &Understood,
        person: PersonRef,
    ) -> Result<(), Problem> {
        let now = self.clock.now();
        match self.known_here(request) {
            Some(open) => asked.may_answer(Some(&open.store.now()), person, now),
            None => asked.may_answer(None, person, now),
        }
    }
}

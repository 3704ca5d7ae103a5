//! Starting a workspace.

use domain::people::{self, NewKey};
use domain::workspace::Founding;
use domain::{Event, Moment, PersonRef};
use ledger::encoding::base64;
use ledger::key::SecretKey;
use std::path::Path;
use store::{Store, StoreError, Writer};

use super::{CreateWorkspace, Frame, Sponsor};
use crate::door::entry;
use crate::files::Purpose;
use crate::operations::Nothing;
use crate::people::standing;
use crate::profile::{KeyFile, check_passphrase};
use crate::session::{AtDesk, Session};
use crate::{Desk, Passphrase, Problem};

impl Desk {
    /// See the list of operations.
    pub fn create_workspace(&mut self, request: CreateWorkspace) -> Result<Frame, Problem> {
        let path = self.files.path(&request.grant, Purpose::NewWorkspace)?;
        self.create_at(&path, request, false)
    }

    /// Starts a workspace at `path` and signs its founder in. `demo` marks it as one for ever.
    pub fn create_at(
        &mut self,
        path: &Path,
        request: CreateWorkspace,
        demo: bool,
    ) -> Result<Frame, Problem> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path: path.to_owned() }.into());
        }
        let now = self.clock.now();
        let ws = ledger::workspace::id(self.chance.half()?);
        if demo {
            self.profile.forget(&ws)?;
        }
        let founder = PersonRef::new(1);
        let sponsors = request.sponsor.as_ref().and_then(|s| s.passphrase.as_ref());
        let sponsors = sponsors.filter(|passphrase| !passphrase.letters().is_empty());
        // Both are looked at before a key is made: a refusal leaves nothing behind.
        sponsors.map_or(Ok(()), check_passphrase)?;
        let mut keys = vec![self.fresh_key(&ws, founder, &request.passphrase)?];
        if let Some(passphrase) = sponsors {
            keys.push(self.fresh_key(&ws, PersonRef::new(2), passphrase)?);
        }
        let store = self.write_first(path, &request, demo, &ws, &keys, now);
        if store.is_err() {
            for (file, _) in &keys {
                self.profile.forget_key(&ws, file)?;
            }
        }
        self.take_over(store?, None, path)?;
        let open = self.open_mut()?;
        open.at_desk = match keys.into_iter().next() {
            Some((file, secret)) => AtDesk::Here(Session::begun(file, secret, now)),
            None => AtDesk::Nobody,
        };
        self.frame(Nothing {})
    }

    /// A key sealed in the profile: it lies on the disk before any entry names it.
    fn fresh_key(
        &mut self,
        ws: &str,
        person: PersonRef,
        passphrase: &Passphrase,
    ) -> Result<(KeyFile, SecretKey), Problem> {
        check_passphrase(passphrase)?;
        let secret = SecretKey::from_seed(self.chance.seed()?);
        let file = key_file(ws, person, &secret);
        let (salt, iv) = (self.chance.half()?, self.chance.half()?);
        self.profile.keep_key(ws, &file, &secret, passphrase, salt, iv)?;
        Ok((file, secret))
    }

    fn write_first(
        &mut self,
        path: &Path,
        request: &CreateWorkspace,
        demo: bool,
        ws: &str,
        keys: &[(KeyFile, SecretKey)],
        now: Moment,
    ) -> Result<Store, Problem> {
        let machine = self.profile.machine_key(self.chance.seed()?)?.public();
        let mut salts = self.chance.salts()?;
        let (file, secret) = keys.first().ok_or_else(|| Problem::internal("no founder’s key"))?;
        let events = domain::workspace::create(
            Founding {
                name: &request.name,
                zone: &request.zone,
                fiscal_start: request.fiscal_start,
                demo,
                founder: &request.founder,
                key: (file.key.clone(), secret.public().to_base64()),
                machine: (
                    machine.id(ws, ledger::workspace::MACHINE).to_string(),
                    machine.to_base64(),
                ),
                sets: &request.sets,
            },
            now,
        )?;
        let (store, ()) = Store::create(path, ws, |store| {
            store.write(|writer| {
                let mut append = |writer: &mut Writer<'_>, events: Vec<Event>| {
                    let founder = PersonRef::new(1);
                    let entries: Vec<_> =
                        events.into_iter().map(|event| entry(now, founder, event)).collect();
                    writer.append(&entries, secret, salts.as_mut())
                };
                append(writer, events)?;
                if let Some(wanted) = &request.sponsor {
                    let key = keys.get(1).map(|(_, secret)| secret);
                    append(writer, sponsor_events(writer, ws, now, wanted, key)?)?;
                }
                Ok::<_, Problem>(())
            })
        })?;
        Ok(store)
    }
}

fn sponsor_events(
    writer: &Writer<'_>,
    ws: &str,
    now: Moment,
    wanted: &Sponsor,
    key: Option<&SecretKey>,
) -> Result<Vec<Event>, Problem> {
    let founder = PersonRef::new(1);
    let mut standing = standing(&writer.view(), now)?;
    let (person, added) = people::add(&standing, founder, &wanted.name, "")?;
    standing.people.push(person);
    let role = people::sponsor();
    let given = people::give(&standing, founder, person, &role, standing.today, None)?;
    let mut events = vec![added, given];
    if let Some(secret) = key {
        let new = new_key(ws, person, secret);
        events.push(people::enrol(&standing, founder, person, new)?);
    }
    Ok(events)
}

/// The file a person's key goes to.
pub(crate) fn key_file(ws: &str, person: PersonRef, secret: &SecretKey) -> KeyFile {
    KeyFile { person, key: secret.public().id(ws, &person.to_string()).to_string() }
}

/// A key as it asks to be enrolled, with its own agreement.
pub(crate) fn new_key(ws: &str, person: PersonRef, secret: &SecretKey) -> NewKey {
    let name = person.to_string();
    NewKey {
        key: secret.public().id(ws, &name).to_string(),
        public: secret.public().to_base64(),
        possession: base64(&secret.possession(ws, &name)),
    }
}

//! Making, replacing, retiring and carrying keys.

use domain::PersonRef;
use domain::people::{self, NewKey, Vouched};
use ledger::encoding::base64;
use ledger::key::SecretKey;
use ledger::workspace::MACHINE;
use store::Actor;

use super::{
    BringKeyFile, EnrolKey, EnrolMachine, PeopleView, ReplaceKey, RetireKey, SaveKeyFile, standing,
};
use crate::files::{Purpose, Written, file_name};
use crate::operations::Nothing;
use crate::profile::{KeyFile, check_passphrase, private_write};
use crate::session::{AtDesk, Session};
use crate::workspace::{key_file, new_key};
use crate::{Desk, Passphrase, Problem};

impl Desk {
    /// See the list of operations.
    pub fn enrol_key(&mut self, request: EnrolKey) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let (file, secret) = self.make_key(person, &request.new_passphrase)?;
        let new = new_key(&self.open()?.ws, person, &secret);
        let done = self.act_confirmed(&request.passphrase, |act| {
            Ok(vec![people::enrol(&standing(act.view, act.now)?, act.by, person, new)?])
        });
        self.keep_if(done.is_ok(), &file)?;
        done?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn replace_key(&mut self, request: ReplaceKey) -> Result<PeopleView, Problem> {
        let now = self.clock.now();
        let old = self.open_mut()?.at_desk.here(now)?.file.clone();
        let (file, secret) = self.make_key(old.person, &request.new_passphrase)?;
        let new = new_key(&self.open()?.ws, old.person, &secret);
        let why = request.why.as_deref().unwrap_or_default();
        let done = self.act_confirmed_because(&request.passphrase, why, |act| {
            let standing = standing(act.view, act.now)?;
            let (by, key) = (act.by, &old.key);
            let nobody = Vouched { by: &[], then: &standing };
            Ok(vec![people::replace(&standing, by, by, key, new, Vec::new(), nobody)?])
        });
        self.keep_if(done.is_ok(), &file)?;
        done?;
        let open = self.open_mut()?;
        open.at_desk = AtDesk::Here(Session::begun(file, secret, now));
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn retire_key(&mut self, request: RetireKey) -> Result<PeopleView, Problem> {
        let person: PersonRef = request.person.parse()?;
        let why = request.why.as_deref().unwrap_or_default();
        self.act_confirmed_because(&request.passphrase, why, |act| {
            let standing = standing(act.view, act.now)?;
            Ok(vec![people::retire(&standing, act.by, person, &request.key)?])
        })?;
        self.sign_out_without_key()?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn enrol_machine(&mut self, request: EnrolMachine) -> Result<PeopleView, Problem> {
        let fresh = self.chance.seed()?;
        let machine = self.profile.machine_key(fresh)?;
        let ws = &self.open()?.ws;
        let new = NewKey {
            key: machine.public().id(ws, MACHINE).to_string(),
            public: machine.public().to_base64(),
            possession: base64(&machine.possession(ws, MACHINE)),
        };
        self.act_confirmed(&request.passphrase, |act| {
            let keys = act.view.keys_ever()?.into_iter();
            let machines: Vec<String> =
                keys.filter(|key| key.holder == Actor::Machine).map(|key| key.public).collect();
            let standing = standing(act.view, act.now)?;
            Ok(vec![people::enrol_machine(&standing, act.by, &machines, new)?])
        })?;
        self.people(Nothing {})
    }

    /// See the list of operations.
    pub fn save_key_file(&mut self, request: SaveKeyFile) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveKeyFile)?;
        let now = self.clock.now();
        let file = self.open_mut()?.at_desk.here(now)?.file.clone();
        let sealed = self.profile.sealed(&self.open()?.ws, &file)?;
        private_write(&path, sealed.as_bytes()).map_err(|source| {
            Problem::new(
                "export-failed",
                format!("{} cannot be written: {source}.", path.display()),
            )
        })?;
        Ok(Written::of(file_name(&path), sealed.as_bytes(), None))
    }

    /// See the list of operations.
    pub fn bring_key_file(&mut self, request: BringKeyFile) -> Result<PeopleView, Problem> {
        let path = self.files.path(&request.grant, Purpose::ReadKeyFile)?;
        let pem = std::fs::read_to_string(&path).map_err(|source| {
            Problem::new(
                "key-file-unreadable",
                format!("{} cannot be read: {source}.", path.display()),
            )
        })?;
        let secret = ledger::key::open(&pem, request.passphrase.letters())?;
        let open = self.open()?;
        let public = secret.public().to_base64();
        let held = standing(&open.store.now(), self.clock.now())?
            .keys
            .into_iter()
            .find(|held| held.public == public)
            .ok_or_else(|| {
                Problem::new(
                    "wrong-key-file",
                    "This key is not in force in this workspace. Choose the file of a key that is \
                     enrolled here.",
                )
            })?;
        let file = KeyFile { person: held.person, key: held.key };
        self.profile.keep_sealed(&open.ws, &file, &pem)?;
        self.people(Nothing {})
    }

    /// A new key for `person`, sealed on this machine before the ledger hears of it.
    pub(crate) fn make_key(
        &mut self,
        person: PersonRef,
        passphrase: &Passphrase,
    ) -> Result<(KeyFile, SecretKey), Problem> {
        check_passphrase(passphrase)?;
        let ws = self.open()?.ws.clone();
        let secret = SecretKey::from_seed(self.chance.seed()?);
        let file = key_file(&ws, person, &secret);
        let (salt, iv) = (self.chance.half()?, self.chance.half()?);
        self.profile.keep_key(&ws, &file, &secret, passphrase, salt, iv)?;
        Ok((file, secret))
    }

    /// Signs out whoever is at the desk with a key that signs no more.
    pub(crate) fn sign_out_without_key(&mut self) -> Result<(), Problem> {
        let open = self.open_mut()?;
        let keys = open.store.now().keys()?;
        if let AtDesk::Here(session) = &open.at_desk
            && !keys.iter().any(|key| key.key == session.file.key)
        {
            open.at_desk = AtDesk::Nobody;
        }
        Ok(())
    }

    /// Forgets a key that was made and then not enrolled.
    fn keep_if(&self, enrolled: bool, file: &KeyFile) -> Result<(), Problem> {
        if enrolled { Ok(()) } else { self.profile.forget_key(&self.open()?.ws, file) }
    }
}

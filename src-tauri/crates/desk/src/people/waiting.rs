//! Keys that were asked for on this machine and are not entered yet.

use domain::{Moment, PersonRef};
use ledger::statement::Request;
use store::tables::key::Key;

use super::{KeyWaiting, PeopleView};
use crate::{Desk, Problem};

impl Desk {
    /// Puts the keys that wait here beside those that the ledger knows.
    pub(super) fn add_waiting(&self, shown: &mut PeopleView) -> Result<(), Problem> {
        let open = self.open()?;
        let keys = open.view().keys_ever()?;
        for row in &mut shown.people {
            row.waiting = self.waiting(&open.ws, row.person.parse()?, &keys);
        }
        Ok(())
    }

    /// The newest key that was asked for here and that the ledger does not know.
    fn waiting(&self, ws: &str, person: PersonRef, keys: &[Key]) -> Option<KeyWaiting> {
        let now = self.moment();
        self.profile
            .keys_newest_first(ws, person)
            .into_iter()
            .filter(|file| !keys.iter().any(|key| key.key == file.key))
            .find_map(|file| {
                let request = Request::from_file(&self.profile.request(ws, &file)?).ok()?;
                let expires: Moment = request.expires.parse().ok()?;
                let expired = now > expires;
                let (key, expires) = (file.key, request.expires);
                Some(KeyWaiting { key, fingerprint: request.about, expires, expired })
            })
    }
}

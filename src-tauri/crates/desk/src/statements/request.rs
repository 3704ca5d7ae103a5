//! Making a request: somebody lost their key and asks two others for a new one.

use chrono::Duration;
use domain::PersonRef;
use domain::people::may_be_asked;
use ledger::key::replacement_subject;
use ledger::statement::{KEY_REPLACEMENT, Request};

use super::asks::Beside;
use super::{RequestKey, RequestMade};
use crate::files::{Purpose, hand_out};
use crate::operations::Nothing;
use crate::people::{Names, fingerprint, standing};
use crate::workspace::{new_key, settings};
use crate::{Desk, Problem};

/// Days in which two people can be reached, and after which nobody remembers the call.
const DAYS: i64 = 7;

impl Desk {
    /// See the list of operations.
    pub fn request_key(&mut self, request: RequestKey) -> Result<RequestMade, Problem> {
        let person: PersonRef = request.person.parse()?;
        let path = self.target(&request.grant, Purpose::SaveRequest)?;
        let now = self.clock.now();
        let open = self.open()?;
        let view = open.store.now();
        let (ws, workspace, head) =
            (open.ws.clone(), settings(&view)?.name, open.store.head()?.to_string());
        let old = may_be_asked(&standing(&view, now)?, person)?.clone();
        let name = Names::of(&view)?.known(person);
        let (file, secret) = self.make_key(person, &request.new_passphrase)?;
        let new = new_key(&ws, person, &secret);
        let beside = Beside {
            name,
            old_fingerprint: fingerprint(&old.public),
            old: old.key,
            possession: new.possession,
        };
        let made = Request {
            subject: replacement_subject(&ws, &person.to_string(), &secret.public()),
            ws,
            workspace,
            by: None,
            kind: KEY_REPLACEMENT.to_owned(),
            about: secret.public().fingerprint().to_string(),
            beside: serde_json::to_value(beside).map_err(Problem::internal)?,
            head,
            expires: now.plus(Duration::days(DAYS)).to_string(),
        };
        let written = made.to_file()?;
        self.profile.keep_request(&made.ws, &file, &written)?;
        let file = hand_out(&path, &written)?;
        let request = self.request_view(&made, file.sha256.clone())?;
        Ok(RequestMade { file, request, people: self.people(Nothing {})? })
    }
}

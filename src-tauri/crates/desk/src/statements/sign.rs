//! Answering a request, on the signer's own machine.

use domain::PersonRef;
use domain::refusal::{TEXT_LIMIT, optional};
use domain::statement::{APPROVE, REFUSE};
use ledger::key::SecretKey;
use ledger::statement::{Request, Response, Statement};
use serde_json::json;

use super::SignRequest;
use super::asks::Understood;
use crate::files::{Purpose, Written, file_name};
use crate::profile::private_write;
use crate::workspace::Open;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn sign_request(&mut self, answer: SignRequest) -> Result<Written, Problem> {
        let read = self.read_request(&answer.grant)?;
        if read.sha256 != answer.sha256 {
            return Err(Problem::new(
                "request-changed",
                "The request has changed since you read it. Read it again before you sign.",
            ));
        }
        let request = read.request;
        let understood = Understood::of(&request)?;
        let person: PersonRef = answer.person.parse()?;
        self.may_be_signed(&understood, &request)?;
        // What a statement judges stands now, and so does what its signer reads beside it.
        self.known_here(&request).map_or(Ok(()), Open::must_be_now)?;
        self.may_answer(&request, &understood, person)?;
        let path = self.target(&answer.out, Purpose::SaveStatement)?;
        let file = self.signing_key(&request, person)?.ok_or_else(|| {
            let says = format!(
                "No key of {person} for this workspace lies on this machine. Sign on the machine \
                 that has it, or bring the key file here."
            );
            Problem::new("key-missing-here", says)
        })?;
        let secret = self.profile.open_key(&request.ws, &file, &answer.passphrase)?;
        let verdict = if answer.approve { APPROVE } else { REFUSE };
        let response = self.answered(request, person, &secret, verdict, &answer.reason)?;
        let written = response.to_file()?;
        private_write(&path, written.as_bytes()).map_err(|source| {
            let says = format!("{} cannot be written: {source}.", file_name(&path));
            Problem::new("export-failed", says)
        })?;
        Ok(Written::of(file_name(&path), written.as_bytes(), None))
    }

    fn answered(
        &mut self,
        request: Request,
        person: PersonRef,
        secret: &SecretKey,
        verdict: &str,
        reason: &str,
    ) -> Result<Response, Problem> {
        let reason = optional("the reason", reason, TEXT_LIMIT)?;
        let mut reason = reason.as_ref().and_then(|text| Some(json!({ "t": text.words()? })));
        let mut salts = self.chance.salts()?;
        let texts = reason
            .as_mut()
            .map(|reason| ledger::text::seal(reason, "/reason", salts.as_mut()))
            .unwrap_or_default();
        let head = match self.known_here(&request) {
            Some(open) => open.store.head()?,
            None => request.head.parse()?,
        };
        let by = person.to_string();
        let statement = Statement {
            key: secret.public().id(&request.ws, &by),
            ws: request.ws.clone(),
            kind: request.kind.clone(),
            about: request.about.clone(),
            hash: request.hash()?,
            verdict: verdict.to_owned(),
            reason,
            head,
            at: self.clock.now().to_string(),
            expires: request.expires.clone(),
            nonce: self.chance.half()?,
            by,
        };
        Ok(Response { signed: statement.sign(secret)?, texts, request: Some(request) })
    }
}

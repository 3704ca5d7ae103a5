//! Answering a request, on the signer's own machine.

use domain::decision::Verdict;
use domain::refusal::{TEXT_LIMIT, optional};
use domain::statement::{APPROVE, REFUSE};
use domain::{Moment, PersonRef, Refusal, Text};
use ledger::key::SecretKey;
use ledger::statement::{Request, Response, SignedStatement, Statement, subject_hash};
use ledger::text::{Salts, SealedText};
use ledger::{Hash, Head};
use serde_json::json;

use super::SignRequest;
use super::asks::{Meant, Understood};
use crate::decisions::VOTE;
use crate::files::{Purpose, Written, hand_out};
use crate::samples::settled;
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
        let verdict = match (request.kind == VOTE && answer.consulted, answer.approve) {
            (false, true) => APPROVE,
            (false, false) => REFUSE,
            (true, true) => Verdict::Agree.word(),
            (true, false) => Verdict::Object.word(),
        };
        let response = match settled_of(&understood, &request, verdict, &answer.reason)? {
            Some(statement) => {
                let signed = statement.sign(&secret)?;
                Response { signed, texts: Vec::new(), request: Some(request) }
            }
            None => self.answered(request, person, &secret, verdict, &answer.reason)?,
        };
        hand_out(&path, &response.to_file()?)
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
        let (mut salts, nonce) = (self.chance.salts()?, self.chance.half()?);
        let head = match self.known_here(&request) {
            Some(open) => open.store.head()?,
            None => self.seen_last(&request)?,
        };
        let saying = Saying {
            ws: &request.ws,
            kind: &request.kind,
            about: &request.about,
            hash: request.hash()?,
            verdict,
            reason: reason.as_ref(),
            head,
            at: self.clock.now(),
            expires: request.expires.parse().map_err(Problem::internal)?,
            nonce,
            by: person,
        };
        let (signed, texts) = signed(saying, secret, salts.as_mut())?;
        Ok(Response { signed, texts, request: Some(request) })
    }
}

/// The statement that a yes to this request is, where what it is about settles all of it.
fn settled_of(
    understood: &Understood,
    request: &Request,
    verdict: &str,
    reason: &str,
) -> Result<Option<Statement>, Problem> {
    let Meant::Seed(read) = &understood.meant else { return Ok(None) };
    let Some(reviewer) = read.plan.reviewer.as_ref().filter(|_| verdict == APPROVE) else {
        return Ok(None);
    };
    if !reason.trim().is_empty() {
        return Err(Refusal::SampleSeedReason { sample: read.plan.sample }.into());
    }
    settled(&request.ws, &read.plan, reviewer, &request.subject).map(Some)
}

impl Desk {
    /// The head that a signer has seen of a workspace that is not open here: the request's, or a
    /// later one that this machine remembers. The statement then counts in no record that lacks it,
    /// such as an older copy put back.
    fn seen_last(&self, request: &Request) -> Result<Head, Problem> {
        let told: Head = request.head.parse()?;
        let remembered = self.profile.seen(&request.ws)?;
        Ok(remembered.filter(|head| head.size > told.size).unwrap_or(told))
    }
}

impl Desk {
    /// Signs a statement that says yes, with the key of whoever is at the desk.
    pub(crate) fn states(
        &mut self,
        kind: &str,
        about: &str,
        subject: &serde_json::Value,
        reason: Option<&Text>,
        expires: Moment,
    ) -> Result<(SignedStatement, Vec<SealedText>), Problem> {
        let (mut salts, nonce) = (self.chance.salts()?, self.chance.half()?);
        let now = self.clock.now();
        let open = self.open.as_mut().ok_or_else(crate::door::no_workspace)?;
        let head = open.store.head()?;
        let session = open.at_desk.here(now)?;
        let saying = Saying {
            ws: &open.ws,
            kind,
            about,
            hash: subject_hash(subject)?,
            verdict: APPROVE,
            reason,
            head,
            at: now,
            expires,
            nonce,
            by: session.file.person,
        };
        signed(saying, &session.secret, salts.as_mut())
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// `signed-out`.
    pub(crate) fn session_person(&self) -> Result<PersonRef, Problem> {
        let person = self.open()?.at_desk.person();
        person.ok_or_else(|| Problem::new("signed-out", "Nobody is signed in. Sign in first."))
    }
}

/// A statement about to be signed.
pub(crate) struct Saying<'a> {
    /// The workspace id.
    pub ws: &'a str,
    /// What sort of statement.
    pub kind: &'a str,
    /// The reference of what is judged.
    pub about: &'a str,
    /// SHA-256 of what is judged.
    pub hash: Hash,
    /// The judgement.
    pub verdict: &'a str,
    /// Why.
    pub reason: Option<&'a Text>,
    /// The head the signer has seen.
    pub head: Head,
    /// When it is signed.
    pub at: Moment,
    /// Until when an entry may carry it.
    pub expires: Moment,
    /// What makes it count once.
    pub nonce: [u8; 16],
    /// Who signs.
    pub by: PersonRef,
}

/// Signs a statement; beside it stand its texts, their paths starting at the statement.
pub(crate) fn signed(
    saying: Saying<'_>,
    secret: &SecretKey,
    salts: &mut dyn Salts,
) -> Result<(SignedStatement, Vec<SealedText>), Problem> {
    let mut reason = saying.reason.and_then(|text| Some(json!({ "t": text.words()? })));
    let texts = reason.as_mut().map(|reason| ledger::text::seal(reason, "/reason", salts));
    let by = saying.by.to_string();
    let statement = Statement {
        key: secret.public().id(saying.ws, &by),
        ws: saying.ws.to_owned(),
        kind: saying.kind.to_owned(),
        about: saying.about.to_owned(),
        hash: saying.hash,
        verdict: saying.verdict.to_owned(),
        reason,
        head: saying.head,
        at: saying.at.to_string(),
        expires: saying.expires.to_string(),
        nonce: saying.nonce,
        by,
    };
    Ok((statement.sign(secret)?, texts.unwrap_or_default()))
}

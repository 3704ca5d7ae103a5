//! Judging statements that came back against the workspace as it stands.

use domain::people::Standing;
use domain::refusal::TEXT_LIMIT;
use domain::statement::{Given, counts, holds};
use domain::{Moment, PersonRef};
use ledger::encoding::base64;
use ledger::key::PublicKey;
use ledger::statement::{Request, Response, Statement};
use store::View;

use crate::Problem;
use crate::decisions::VOTE;
use crate::people::standing;
use crate::workspace::Open;

/// What statements are judged against.
pub(super) struct Bench<'a> {
    pub ws: &'a str,
    pub view: &'a View<'a>,
    pub standing: Standing,
    pub now: Moment,
}

/// A statement in a file, read.
pub(super) struct Read {
    pub response: Response,
    pub statement: Statement,
    pub by: PersonRef,
    /// Whether its head is one of the open record.
    pub seen: bool,
}

impl Read {
    /// Reads what a file holds; `open` is the workspace it is to be taken into.
    ///
    /// # Errors
    /// `statement-unreadable` when a verifier would not read it, `statement-altered` when its
    /// texts are not those it commits to.
    pub(super) fn of(response: Response, open: &Open) -> Result<Self, Problem> {
        let statement = response.signed.read()?;
        let by: PersonRef = statement.by.parse()?;
        let words = response.texts.iter().map(|text| text.text.as_str());
        if !response.signed.commits_to(&response.texts)
            || words.into_iter().any(|words| TEXT_LIMIT.check("the reason", words).is_err())
        {
            return Err(domain::Refusal::StatementAltered { by }.into());
        }
        let root = open.store.root_at(statement.head.size);
        let seen = root.is_ok_and(|root| root == statement.head.root);
        Ok(Self { response, statement, by, seen })
    }

    /// Its reason, in the signer's words.
    pub(super) fn reason(&self) -> Option<String> {
        self.response.texts.first().map(|text| text.text.clone())
    }
}

impl<'a> Bench<'a> {
    pub(super) fn new(ws: &'a str, view: &'a View<'a>, now: Moment) -> Result<Self, Problem> {
        Ok(Self { ws, view, standing: standing(view, now)?, now })
    }

    /// Refuses a statement that does not count for `request`. A vote may say no; what it comes to
    /// is for the rules of decisions.
    pub(super) fn judge(&self, read: &Read, request: &Request) -> Result<(), Problem> {
        let given = self.given(read, request)?;
        let judged = match request.kind == VOTE {
            true => holds(&self.standing, &given, self.now),
            false => counts(&self.standing, &given, self.now),
        };
        Ok(judged?)
    }

    fn given(&self, read: &Read, request: &Request) -> Result<Given, Problem> {
        let Statement { by, key, hash, .. } = &read.statement;
        let key = key.to_string();
        let signed = self
            .standing
            .keys
            .iter()
            .filter(|held| held.person == read.by && held.key == key)
            .filter_map(|held| PublicKey::from_base64(&held.public).ok())
            .any(|public| read.response.signed.accepted_by(&public));
        let carried =
            self.view.statement_carried(read.by, &base64(&read.statement.nonce))?.is_some();
        Ok(Given {
            by: read.by,
            key,
            signed,
            ours: read.statement.ws == self.ws && *by == read.by.to_string(),
            asked: read.statement.kind == request.kind
                && read.statement.about == request.about
                && request.hash().is_ok_and(|asked| asked == *hash),
            verdict: read.statement.verdict.clone(),
            at: moment(&read.statement.at)?,
            expires: moment(&read.statement.expires)?,
            seen: read.seen,
            used: carried,
        })
    }
}

fn moment(written: &str) -> Result<Moment, Problem> {
    written.parse().map_err(|_| {
        let says = format!("The statement holds “{written}”, which is no time. Ask for it again.");
        Problem::new("statement-unreadable", says)
    })
}

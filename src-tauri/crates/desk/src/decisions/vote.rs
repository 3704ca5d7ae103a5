//! Voting: signing statements over proposals, entering them, and applying what they approve.

use domain::decision::{Decision, Verdict, Vote, apply, awaited, vote};
use domain::people::SignedStatement;
use domain::refusal::{TEXT_LIMIT, optional};
use domain::workspace::check_not_behind;
use domain::{Event, Moment, PersonRef, Refusal};
use ledger::statement::subject_hash;
use ledger::text::SealedText;
use serde_json::Value;
use store::View;

use super::known::known;
use super::request::carried;
use super::settle::on_it;
use super::view::found;
use super::{DecisionsView, GiveVotes, VoteGiven};
use crate::door::Entering as Entry;
use crate::operations::Nothing;
use crate::people::standing;
use crate::sealed::holds_sealed;
use crate::statements::{Saying, signed};
use crate::workspace::last_at;
use crate::{Desk, Problem};

/// The kind of statement that votes.
pub(crate) const VOTE: &str = "vote";

/// What a vote covers: the proposal's event as it was entered.
pub(crate) struct Subject {
    /// The event, its texts sealed.
    pub event: Value,
    /// SHA-256 of its canonical JSON, in hex.
    pub hash: String,
}

/// The subject of a vote on what was proposed with `entry`.
pub(crate) fn subject_of(view: &View<'_>, entry: u64) -> Result<Subject, Problem> {
    let mut body: Value = serde_json::from_str(
        &view.entry(entry)?.ok_or_else(|| Problem::internal("no entry"))?.body,
    )
    .map_err(Problem::internal)?;
    let event = body.get_mut("event").map(Value::take).unwrap_or_default();
    let hash = ledger::encoding::hex(&subject_hash(&event)?);
    Ok(Subject { event, hash })
}

/// A vote about to be entered, signed here or elsewhere.
pub(crate) struct Entering {
    /// On which decision.
    pub decision: String,
    /// Whose.
    pub by: PersonRef,
    /// What it says.
    pub verdict: Verdict,
    /// The statement.
    pub statement: SignedStatement,
    /// Its texts, their paths starting at the statement.
    pub texts: Vec<SealedText>,
    /// When it was signed.
    pub signed: Moment,
}

impl Desk {
    /// See the list of operations.
    pub fn give_votes(&mut self, request: GiveVotes) -> Result<DecisionsView, Problem> {
        let votes = self.signed_votes(&request.votes)?;
        // What one vote applies may be what the next one's proposal stands on.
        let mut left = votes.iter();
        self.act_in_steps(&request.passphrase, "", |act| {
            left.next().map(|vote| enter(act.view, vote, act.now)).transpose()
        })?;
        self.decisions(Nothing {})
    }

    /// Signs votes with the key of whoever is at the desk. Each is over the proposal that was read
    /// and no other.
    fn signed_votes(&mut self, given: &[VoteGiven]) -> Result<Vec<Entering>, Problem> {
        if given.is_empty() {
            return Err(Problem::new("bad-request", "No vote was given."));
        }
        let mut salts = self.chance.salts()?;
        let nonces = given.iter().map(|_| self.chance.half()).collect::<Result<Vec<_>, _>>()?;
        let now = self.clock.now();
        let open = self.open.as_mut().ok_or_else(crate::door::no_workspace)?;
        let head = open.store.head()?;
        let session = open.at_desk.here(now)?;
        let (by, secret) = (session.file.person, &session.secret);
        let view = open.store.now();
        let mut votes = Vec::new();
        for (given, nonce) in given.iter().zip(nonces) {
            let decision = found(&view, &given.decision)?;
            if subject_of(&view, decision.entry)?.hash != given.subject {
                return Err(Problem::new(
                    "request-changed",
                    format!("{} is not what you read. Read it again.", given.decision),
                ));
            }
            let reason = optional("the reason", &given.reason, TEXT_LIMIT)?;
            if reason.is_none() && matches!(given.verdict, Verdict::Refuse | Verdict::Object) {
                return Err(Refusal::ReasonMissing { act: "saying no" }.into());
            }
            let saying = Saying {
                ws: &open.ws,
                kind: VOTE,
                about: &given.decision,
                hash: subject_hash(&subject_of(&view, decision.entry)?.event)?,
                verdict: given.verdict.word(),
                reason: reason.as_ref(),
                head,
                at: now,
                expires: decision.proposed.until,
                nonce,
                by,
            };
            // What has lapsed is refused in the transaction, with its own reason.
            let (statement, texts) = signed(saying, secret, salts.as_mut())?;
            votes.push(Entering {
                decision: given.decision.clone(),
                by,
                verdict: given.verdict,
                statement: serde_json::from_value(statement.to_value())
                    .map_err(Problem::internal)?,
                texts,
                signed: now,
            });
        }
        Ok(votes)
    }
}

/// The entries that a vote makes on what stands: the vote, and the applying of what it approves.
/// Where a rule has come in the way of applying, the approval stands and waits for its mend.
pub(crate) fn enter(view: &View<'_>, given: &Entering, now: Moment) -> Result<Vec<Entry>, Problem> {
    // A clock set back would open again what has lapsed.
    check_not_behind(last_at(view)?, now)?;
    let mut decision = found(view, &given.decision)?;
    if given.verdict != Verdict::Refuse {
        must_be_whole(&decision)?;
    }
    let (standing, underneath) = (standing(view, now)?, view.underneath(&decision)?);
    let event = vote(
        &standing,
        &decision,
        underneath,
        given.by,
        given.verdict,
        given.statement.clone(),
        now,
    )?;
    count(&mut decision, given, &event, now);
    let mut entries = vec![Entry { event, carried: carried(&given.texts) }];
    if given.verdict == Verdict::Approve && awaited(&standing, &decision).approve.is_empty() {
        let (of, shown) = (decision.proposed.change.workflow(), &decision.proposed.evidence);
        let known = known(view, of, shown, now)?;
        let applied =
            on_it(view, &standing, &decision, &known, now, |on| apply(on, &decision, underneath))?;
        entries.extend(applied.ok().map(Entry::from));
    }
    Ok(entries)
}

/// Refuses a proposal of which words were erased since: it cannot be read whole any more.
pub(super) fn must_be_whole(decision: &Decision) -> Result<(), Problem> {
    let proposal = serde_json::to_value(&decision.proposed).map_err(Problem::internal)?;
    match holds_sealed(&proposal) {
        true => Err(Refusal::WordsErased { decision: decision.reference() }.into()),
        false => Ok(()),
    }
}

/// Counts in a vote that is being entered.
fn count(decision: &mut Decision, given: &Entering, event: &Event, now: Moment) {
    if let Event::DecisionVoted(voted) = event {
        decision.votes.push(Vote {
            by: given.by,
            verdict: given.verdict,
            seats: voted.seats.clone(),
            reason: None,
            signed: given.signed,
            entry: 0,
            at: now,
        });
    }
}

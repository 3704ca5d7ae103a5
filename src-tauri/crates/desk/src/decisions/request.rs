//! Asking for votes by file: the proposal's sealed event, and beside it the words it commits to.

use std::collections::{BTreeMap, BTreeSet};

use domain::decision::{
    Decision, DecisionKind, DecisionProposed, EvidenceAsked, Known, asked, open,
};
use domain::refusal::{NAME_LIMIT, TEXT_LIMIT};
use domain::{Event, Moment, PersonRef, RoleId, Text};
use ledger::statement::Request;
use ledger::text::SealedText;
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::difference::{difference, of_right, request_shown, spoken_of, stays};
use super::known::evidence_rows;
use super::view::found;
use super::vote::must_be_whole;
use super::{
    Difference, EvidenceRow, RequestShown, RequestVotes, RightShown, VOTE, right_shown, subject_of,
};
use crate::files::{Purpose, Written, hand_out};
use crate::people::Names;
use crate::register::words;
use crate::statements::{RequestView, TextBeside, altered, event_told, texts_beside, unreadable};
use crate::workspace::settings;
use crate::{Desk, Problem};

/// A request for votes that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VotesRequested {
    /// Its file.
    pub file: Written,
    /// What it asks.
    pub request: RequestView,
}

/// A proposal, whole, as a request for votes carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteAsked {
    /// The decision.
    pub decision: String,
    /// Which kind.
    pub decision_kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// What it is about.
    pub title: Option<String>,
    /// Who proposed it, as the request tells: it is signed with the proposal's entry, not here.
    pub by: String,
    /// Their name, as the request tells it.
    pub by_name: String,
    /// The workflow it is about.
    pub workflow: Option<String>,
    /// That workflow's name.
    pub workflow_name: Option<String>,
    /// Everything it changes.
    pub differences: Vec<Difference>,
    /// Of a workflow that is to act from then on, or a policy, what stays as it is, before and after
    /// alike.
    pub stays: Vec<Difference>,
    /// What is asked for, where nothing in the register changes.
    pub request: Option<RequestShown>,
    /// Why.
    pub rationale: Option<String>,
    /// How it is undone.
    pub rollback_plan: Option<String>,
    /// What is shown for what the right asks.
    pub evidence: Vec<EvidenceRow>,
    /// The right it is decided by.
    pub right: RightShown,
    /// The decision it undoes.
    pub undoes: Option<String>,
    /// SHA-256 of the proposal as entered, in hex: what a vote signs.
    pub subject: String,
}

/// What travels beside a proposal, unsigned: its opened words, each held against its commitment,
/// and names to show.
#[derive(Serialize, Deserialize)]
struct Beside {
    /// Who proposed it.
    by: PersonRef,
    /// The words of the proposal.
    texts: Vec<TextBeside>,
    /// Names of the people it speaks of.
    people: BTreeMap<PersonRef, String>,
    /// Names of the roles it speaks of.
    roles: BTreeMap<RoleId, String>,
}

impl Desk {
    /// See the list of operations.
    pub fn request_votes(&mut self, request: RequestVotes) -> Result<VotesRequested, Problem> {
        let path = self.target(&request.grant, Purpose::SaveRequest)?;
        let now = self.clock.now();
        let opened = self.open()?;
        let view = opened.store.now();
        let decision = found(&view, &request.decision)?;
        open(&decision, view.underneath(&decision)?, now)?;
        must_be_whole(&decision)?;
        let texts = texts_beside(&opened.store, decision.entry)?;
        let made = Request {
            ws: opened.ws.clone(),
            workspace: settings(&view)?.name,
            by: None,
            kind: VOTE.to_owned(),
            about: request.decision.clone(),
            subject: subject_of(&view, decision.entry)?.event,
            beside: serde_json::to_value(beside(&view, &decision, texts)?)
                .map_err(Problem::internal)?,
            head: opened.store.head()?.to_string(),
            expires: decision.proposed.until.to_string(),
        };
        let file = hand_out(&path, &made.to_file()?)?;
        let request = self.request_view(&made, file.sha256.clone())?;
        Ok(VotesRequested { file, request })
    }
}

fn beside(view: &View<'_>, decision: &Decision, texts: Vec<TextBeside>) -> Result<Beside, Problem> {
    let names = Names::of(view)?;
    let (mut people, mut roles) = spoken_of(&decision.proposed.change);
    people.push(decision.by);
    roles.extend(of_right(&decision.proposed.right));
    let people: BTreeSet<PersonRef> = people.into_iter().collect();
    let roles: BTreeSet<RoleId> = roles.into_iter().collect();
    Ok(Beside {
        by: decision.by,
        texts,
        people: people.into_iter().map(|person| (person, names.person(person))).collect(),
        roles: roles.into_iter().map(|role| (role.clone(), names.role(&role))).collect(),
    })
}

/// A proposal read from a request, on whatever machine.
pub(crate) struct ProposalRead {
    /// The proposal.
    pub proposed: DecisionProposed,
    /// Who proposed it, as the request tells.
    pub by: PersonRef,
    /// All of it in words.
    pub asked: VoteAsked,
}

/// Understands a request for votes: each text must be the one that the proposal commits to, none
/// may be missing, and nothing may stand in what is signed that is not shown.
///
/// # Errors
/// `statement-unreadable` where its parts do not fit each other.
pub(crate) fn read_proposal(request: &Request) -> Result<ProposalRead, Problem> {
    let beside = Beside::deserialize(&request.beside).map_err(|error| unreadable(&error))?;
    let event = event_told(&request.subject, &beside.texts)?;
    let Event::DecisionProposed(proposed) = event else { return Err(altered()) };
    let fits = request.about == proposed.decision.to_string()
        && request.expires == proposed.until.to_string();
    if !fits || !shows_all(request, &beside, &proposed.title) {
        return Err(altered());
    }
    let names = Names::as_told(beside.people, beside.roles);
    let subject = ledger::encoding::hex(&request.hash()?);
    let asked = vote_asked(&proposed, beside.by, &names, subject);
    Ok(ProposalRead { proposed, by: beside.by, asked })
}

/// Whether everything that is read can be seen: no name or title of several lines, nothing that steers
/// a terminal or turns the direction of reading. The desk writes no request in which it is otherwise.
fn shows_all(request: &Request, beside: &Beside, title: &Text) -> bool {
    let names = beside.people.values().chain(beside.roles.values()).map(String::as_str);
    let lines = names.chain([request.workspace.as_str()]).chain(title.words());
    let texts = beside.texts.iter().map(|text| text.text.as_str());
    lines
        .map(|words| (words, NAME_LIMIT))
        .chain(texts.map(|words| (words, TEXT_LIMIT)))
        .all(|(words, limit)| limit.check("what a request shows", words).is_ok())
}

fn vote_asked(
    proposed: &DecisionProposed,
    by: PersonRef,
    names: &Names,
    subject: String,
) -> VoteAsked {
    let with_plan = proposed.rollback_plan.is_some();
    let wanted = asked(&proposed.right, &proposed.change, with_plan);
    let called = match &proposed.change {
        domain::decision::Change::Workflow(change) => words(change.called.as_ref()),
        domain::decision::Change::Raci(_)
        | domain::decision::Change::Rights(_)
        | domain::decision::Change::Rules(_)
        | domain::decision::Change::Setting(_)
        | domain::decision::Change::Request(_)
        | domain::decision::Change::Revoke(_) => None,
    };
    VoteAsked {
        decision: proposed.decision.to_string(),
        decision_kind: proposed.kind,
        kind_words: proposed.kind.words().to_owned(),
        title: words(Some(&proposed.title)),
        by: by.to_string(),
        by_name: names.known(by).unwrap_or_else(|| by.to_string()),
        workflow: proposed.change.workflow().map(|workflow| workflow.to_string()),
        workflow_name: called,
        differences: difference(&proposed.change, names),
        stays: stays(&proposed.change, names),
        request: request_shown(proposed.kind, &proposed.change),
        rationale: words(Some(&proposed.rationale)),
        rollback_plan: words(proposed.rollback_plan.as_ref()),
        evidence: evidence_rows(&wanted, &proposed.evidence, &left_to_the_desk(&wanted, proposed)),
        right: right_shown(&proposed.right, names),
        undoes: proposed.undoes.map(|decision| decision.to_string()),
        subject,
    }
}

/// What the proposer did not have to show: the desk knows of it, and looks again when it applies.
fn left_to_the_desk(wanted: &[EvidenceAsked], proposed: &DecisionProposed) -> Vec<Known> {
    let shown = |asked| proposed.evidence.iter().any(|shown| shown.asked == asked);
    let says = "the desk looks itself before it is applied";
    wanted
        .iter()
        .filter(|asked| !shown(**asked))
        .map(|asked| Known { asked: *asked, holds: true, says: says.to_owned() })
        .collect()
}

/// Refuses a request that is not about the proposal as the record has it, or about one that comes
/// to nothing any more.
pub(crate) fn held_against(
    view: &View<'_>,
    read: &ProposalRead,
    now: Moment,
) -> Result<Decision, Problem> {
    let differs = || {
        let says = format!(
            "The request shows {} otherwise than this workspace has it. Ask who made it.",
            read.asked.decision
        );
        Problem::new("request-differs", says)
    };
    let decision = view.decision(read.proposed.decision)?.ok_or_else(differs)?;
    if subject_of(view, decision.entry)?.hash != read.asked.subject || decision.by != read.by {
        return Err(differs());
    }
    open(&decision, view.underneath(&decision)?, now)?;
    Ok(decision)
}

/// The texts of a statement, as they lie beside the entry that carries it.
pub(crate) fn carried(texts: &[SealedText]) -> Vec<SealedText> {
    carried_in("statement", texts)
}

/// The same where the event has the statement in a field of that name.
pub(crate) fn carried_in(field: &str, texts: &[SealedText]) -> Vec<SealedText> {
    let at = |text: &SealedText| SealedText {
        path: format!("/event/{field}/statement{}", text.path),
        ..text.clone()
    };
    texts.iter().map(at).collect()
}

//! A decision's page: everything whoever signs it signs.

use domain::decision::{
    Change, Decision, DecisionKind, DecisionState, Known, Settled, Underneath, Verdict, Vote,
    apply, asked, awaited, may_vote, open, right_for, rolled_back, state, withdraw,
};
use domain::people::{acting, entitled};
use domain::workflow::Fact;
use domain::{Refusal, RoleId};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::difference::{difference, request_shown};
use super::ended::ended;
use super::known::{evidence_rows, known, known_then};
use super::settle::on_it;
use super::view::{Shown, found};
use super::vote::must_be_whole;
use super::{
    DecisionQuery, DecisionRow, Difference, EvidenceRow, Part, RequestShown, RightShown, RoleNamed,
    right_shown, subject_of,
};
use crate::register::words;
use crate::{Desk, Problem};

/// A decision, whole: whoever signs it signs exactly this.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionView {
    /// Its row.
    pub row: DecisionRow,
    /// Everything it changes.
    pub differences: Vec<Difference>,
    /// How many facts of the workflow stay as they are; none where it is about no workflow.
    pub stays: Option<u32>,
    /// What is asked for, where nothing in the register changes.
    pub request: Option<RequestShown>,
    /// Why.
    pub rationale: Option<String>,
    /// How it is undone.
    pub rollback_plan: Option<String>,
    /// What its right asks to be shown, and what is.
    pub evidence: Vec<EvidenceRow>,
    /// The right it is decided by, as it stood when it was proposed.
    pub right: RightShown,
    /// Who is asked, seat by seat.
    pub seats: Vec<SeatRow>,
    /// The votes given, in order.
    pub votes: Vec<VoteRow>,
    /// What the rules say of it now.
    pub rules: Vec<CheckRow>,
    /// SHA-256 of the proposal as entered, in hex: what a vote signs.
    pub subject: String,
    /// What whoever is signed in may do about it.
    pub may: DecisionActs,
    /// As of when the desk tells what it knows of the evidence: the moment that ended it; none while
    /// it is open, for then that is now.
    pub known_at: Option<String>,
    /// How it ended, where an entry ended it.
    pub settled: Option<SettledRow>,
    /// The decision it undoes.
    pub undoes: Option<String>,
    /// The decision that undid it.
    pub undone_by: Option<String>,
    /// How that one was applied.
    pub undone: Option<SettledRow>,
    /// The permit it issued.
    pub permit: Option<String>,
}

/// A seat: a role that is asked.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeatRow {
    /// To approve, or to be heard.
    pub part: Part,
    /// The role.
    pub role: RoleNamed,
    /// Who acts for it today, by name; nobody where it is vacant.
    pub people: Vec<String>,
    /// Whether whoever is signed in is among them.
    pub mine: bool,
    /// Whether it is waited for now.
    pub waited_for: bool,
    /// The vote that counts for it, by its place in the votes.
    pub vote: Option<u32>,
}

/// A vote.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct VoteRow {
    /// Whose, by reference.
    pub by: String,
    /// Their name.
    pub by_name: String,
    /// What it says.
    pub verdict: Verdict,
    /// The roles it counts for, by name.
    pub roles: Vec<String>,
    /// The names of those in whose place it was given.
    pub instead_of: Vec<String>,
    /// Why.
    pub reason: Option<String>,
    /// When it was signed.
    pub signed: String,
    /// When it was entered.
    pub at: String,
    /// The entry that carries it.
    pub entry: u64,
}

/// What a rule says of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckRow {
    /// The rule, in words, or why it does not hold.
    pub says: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Why whoever is signed in may not do something about a decision; none where they may.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionActs {
    /// Approve it.
    pub approve: Option<Problem>,
    /// Refuse it.
    pub refuse: Option<Problem>,
    /// Say what they think of it, where they are consulted.
    pub consult: Option<Problem>,
    /// Withdraw it.
    pub withdraw: Option<Problem>,
    /// Apply it once what stood in its way is gone.
    pub apply: Option<Problem>,
    /// Propose to undo it.
    pub roll_back: Option<Problem>,
}

/// How a decision ended.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettledRow {
    /// Whether it was applied; otherwise it was withdrawn.
    pub applied: bool,
    /// By whom.
    pub by_name: String,
    /// When.
    pub at: String,
    /// The entry.
    pub entry: u64,
}

impl Desk {
    /// See the list of operations.
    pub fn decision(&mut self, request: DecisionQuery) -> Result<DecisionView, Problem> {
        let now = self.moment();
        let opened = self.open()?;
        let view = opened.view();
        let found = found(&view, &request.decision)?;
        let subject = subject_of(&view, found.entry)?.hash;
        Shown::of(&view, opened.at_desk.person(), now)?.page(&view, &found, subject)
    }
}

impl Shown {
    fn page(
        &self,
        view: &View<'_>,
        decision: &Decision,
        subject: String,
    ) -> Result<DecisionView, Problem> {
        let underneath = view.underneath(decision)?;
        let proposed = &decision.proposed;
        let (of, given) = (proposed.change.workflow(), &proposed.evidence);
        let ended = ended(view, decision, underneath, self.now)?;
        let known = match ended {
            Some(then) => known_then(&view.at(then.seq), of, given, then.at)?,
            None => known(view, of, given, self.now)?,
        };
        let asked = asked(&proposed.right, &proposed.change, proposed.rollback_plan.is_some());
        let (settled, undone) = (decision.settled, undoing(view, decision)?);
        let stays = match &proposed.change {
            Change::Workflow(change) => {
                Some(u32::try_from(Fact::ALL.len() - change.changed.len()).unwrap_or(0))
            }
            Change::Raci(_)
            | Change::Rights(_)
            | Change::Rules(_)
            | Change::Setting(_)
            | Change::Request(_)
            | Change::Revoke(_) => None,
        };
        Ok(DecisionView {
            row: self.row(decision, underneath),
            differences: difference(&proposed.change, &self.names),
            stays,
            request: request_shown(proposed.kind, &proposed.change),
            rationale: words(Some(&proposed.rationale)),
            rollback_plan: words(proposed.rollback_plan.as_ref()),
            evidence: evidence_rows(&asked, &proposed.evidence, &known),
            right: right_shown(&proposed.right, &self.names),
            seats: self.seats(decision, underneath),
            votes: decision.votes.iter().map(|vote| self.vote(vote)).collect(),
            rules: self.rules(view, decision, underneath, &known)?,
            subject,
            may: self.acts(view, decision, underneath, &known)?,
            known_at: ended.map(|then| self.when(then.at)),
            settled: settled.map(|settled| self.settled(settled)),
            undoes: proposed.undoes.map(|decision| decision.to_string()),
            undone_by: decision.undone.map(|decision| decision.to_string()),
            undone: undone.map(|undone| self.settled(undone)),
            permit: settled.and_then(|settled| settled.permit).map(|permit| permit.to_string()),
        })
    }

    fn settled(&self, settled: Settled) -> SettledRow {
        SettledRow {
            applied: settled.applied,
            by_name: self.names.person(settled.by),
            at: self.when(settled.at),
            entry: settled.entry,
        }
    }

    fn seats(&self, decision: &Decision, underneath: Underneath) -> Vec<SeatRow> {
        let right = &decision.proposed.right;
        let waiting = state(decision, underneath, self.now) == DecisionState::Proposed;
        let waits = awaited(&self.standing, decision);
        let seat = |part: Part, role: &RoleId, waited: &[RoleId]| {
            let decides = part == Part::Approve;
            let counted = decision.votes.iter().position(|vote| {
                vote.seats.iter().any(|seat| seat.role == *role)
                    && (!decides || vote.verdict.decides())
            });
            let acting = acting(&self.standing, role, self.standing.today);
            SeatRow {
                part,
                role: RoleNamed { role: role.to_string(), name: self.names.role(role) },
                people: acting.iter().map(|one| self.names.person(one.who)).collect(),
                mine: self.me.is_some_and(|me| self.standing.acts(me, role)),
                waited_for: waiting && waited.contains(role),
                vote: counted.and_then(|place| u32::try_from(place).ok()),
            }
        };
        let consult = right.consult.iter().map(|role| seat(Part::Consult, role, &waits.consult));
        let approve = right.approve.iter().map(|role| seat(Part::Approve, role, &waits.approve));
        consult.chain(approve).collect()
    }

    fn vote(&self, vote: &Vote) -> VoteRow {
        let away = vote.seats.iter().filter_map(|seat| seat.instead_of);
        let mut instead_of: Vec<String> = away.map(|person| self.names.person(person)).collect();
        instead_of.dedup();
        VoteRow {
            by: vote.by.to_string(),
            by_name: self.names.person(vote.by),
            verdict: vote.verdict,
            roles: vote.seats.iter().map(|seat| self.names.role(&seat.role)).collect(),
            instead_of,
            reason: words(vote.reason.as_ref()),
            signed: self.when(vote.signed),
            at: self.when(vote.at),
            entry: vote.entry,
        }
    }

    /// What holds of an open decision, and what does not; of a stale one, what made it so.
    fn rules(
        &self,
        view: &View<'_>,
        decision: &Decision,
        underneath: Underneath,
        known: &[Known],
    ) -> Result<Vec<CheckRow>, Problem> {
        let stands = state(decision, underneath, self.now);
        if !stands.is_open() && stands != DecisionState::Stale {
            return Ok(Vec::new());
        }
        let holds = |says: &str| CheckRow { says: says.to_owned(), holds: true };
        let fails = |refusal: &Refusal| CheckRow {
            says: Problem::from(refusal.clone()).says,
            holds: false,
        };
        let mut rules = vec![holds("Whoever proposed it does not approve it")];
        rules.push(match open(decision, underneath, self.now) {
            Ok(()) => holds("Nothing changed underneath since it was proposed"),
            Err(refusal) => fails(&refusal),
        });
        match on_it(view, &self.standing, decision, known, self.now, |on| {
            apply(on, &approved(decision), underneath).map(|_| ())
        })? {
            Ok(()) => rules.push(holds("No rule stands in the way of applying it")),
            Err(Refusal::DecisionStale { .. } | Refusal::DecisionLapsed { .. }) => {}
            Err(refusal) => rules.push(fails(&refusal)),
        }
        Ok(rules)
    }

    fn acts(
        &self,
        view: &View<'_>,
        decision: &Decision,
        underneath: Underneath,
        known: &[Known],
    ) -> Result<DecisionActs, Problem> {
        let Some(me) = self.me else {
            let nobody = || Some(Problem::new("signed-out", "Nobody is signed in."));
            return Ok(DecisionActs {
                approve: nobody(),
                refuse: nobody(),
                consult: nobody(),
                withdraw: nobody(),
                apply: nobody(),
                roll_back: nobody(),
            });
        };
        let vote =
            |verdict| may_vote(&self.standing, decision, underneath, me, verdict, self.now).err();
        let unread = must_be_whole(decision).err();
        let apply = on_it(view, &self.standing, decision, known, self.now, |on| {
            apply(on, decision, underneath).map(|_| ())
        })?;
        let (rights, _) = view.decision_rights()?;
        let workflow = decision.proposed.change.workflow();
        let right = right_for(&rights, DecisionKind::Rollback, workflow)?;
        let undo = rolled_back(decision)
            .and_then(|()| entitled(&self.standing, me, "proposing a rollback", &right.propose));
        let withdraw = withdraw(&self.standing, me, decision, underneath, self.now);
        Ok(DecisionActs {
            approve: vote(Verdict::Approve).map(Problem::from).or_else(|| unread.clone()),
            refuse: vote(Verdict::Refuse).map(Problem::from),
            consult: vote(Verdict::Agree).map(Problem::from).or_else(|| unread.clone()),
            withdraw: withdraw.err().map(Problem::from),
            apply: apply.err().map(Problem::from),
            roll_back: undo.err().map(Problem::from),
        })
    }
}

/// How the decision that undid this one was applied.
fn undoing(view: &View<'_>, decision: &Decision) -> Result<Option<Settled>, Problem> {
    let Some(undone) = decision.undone else { return Ok(None) };
    Ok(view.decision(undone)?.and_then(|undoing| undoing.settled))
}

/// The decision as if every approval were there: what else stands in its way.
fn approved(decision: &Decision) -> Decision {
    let mut approved = decision.clone();
    approved.proposed.right.approve.clear();
    approved
}

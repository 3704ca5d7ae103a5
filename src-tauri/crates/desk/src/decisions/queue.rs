//! The queue: decisions, open and over, and what can be proposed.

use domain::decision::{DecisionKind, DecisionState, Takes, right_for};
use domain::people::entitled;
use domain::workflow::Fact;
use domain::{Moment, PersonRef};
use serde::{Deserialize, Serialize};
use store::View;
use ts_rs::TS;

use super::permits::permit_rows;
use super::view::Shown;
use super::{PermitRow, RightShown, right_shown};
use crate::count::count;
use crate::operations::Nothing;
use crate::{Desk, Problem};

/// Decisions, open and over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionsView {
    /// Those that may still come to something: what waits for whoever is signed in first, then
    /// soonest lapsing.
    pub open: Vec<DecisionRow>,
    /// Those that ended, newest first.
    pub over: Vec<DecisionRow>,
    /// How many wait for whoever is signed in.
    pub waiting: u32,
    /// What can be decided, and whether whoever is signed in may propose it.
    pub kinds: Vec<KindShown>,
    /// Permits, newest first.
    pub permits: Vec<PermitRow>,
}

/// A decision in a list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecisionRow {
    /// Reference.
    pub decision: String,
    /// Which kind.
    pub kind: DecisionKind,
    /// What people call the kind.
    pub kind_words: String,
    /// What it is about; none once erased.
    pub title: Option<String>,
    /// The workflow it is about, by reference.
    pub workflow: Option<String>,
    /// That workflow's name.
    pub workflow_name: Option<String>,
    /// Where it stands.
    pub state: DecisionState,
    /// Who proposed it, by reference.
    pub by: String,
    /// Their name.
    pub by_name: String,
    /// When it was proposed.
    pub at: String,
    /// When it lapses.
    pub until: String,
    /// Roles heard before an approval counts, by name.
    pub hears: Vec<String>,
    /// Roles whose approval is wanted, by name; of any of them where one is enough.
    pub wants: Vec<String>,
    /// Approvals given.
    pub approvals: u32,
    /// Approvals that it takes.
    pub needed: u32,
    /// What whoever is signed in is asked; none where nothing.
    pub asked_of_me: Option<Part>,
    /// The entry of the proposal.
    pub entry: u64,
}

/// What somebody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// To approve or refuse.
    Approve,
    /// To say what they think of it.
    Consult,
}

/// A kind of decision, as a proposal begins.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KindShown {
    /// Which.
    pub kind: DecisionKind,
    /// What people call it.
    pub words: String,
    /// What it may change.
    pub takes: Vec<ChangeOf>,
    /// The facts of a workflow that it may change.
    pub facts: Vec<Fact>,
    /// Whether its approval issues a permit.
    pub permits: bool,
    /// What such a permit counts, in words; none where it counts uses.
    pub counts: Option<String>,
    /// The right it is decided by, where no workflow has its own.
    pub right: RightShown,
    /// Why whoever is signed in may not propose it.
    pub refused: Option<Problem>,
}

/// What a decision changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the change of the same name")]
pub enum ChangeOf {
    Workflow,
    Raci,
    Rights,
    Rules,
    Request,
    Undo,
}

impl Desk {
    /// See the list of operations.
    pub fn decisions(&mut self, _: Nothing) -> Result<DecisionsView, Problem> {
        let now = self.moment();
        let opened = self.open()?;
        let view = opened.view();
        let shown = Shown::of(&view, opened.at_desk.person(), now)?;
        let mut rows = Vec::new();
        for decision in view.decisions()? {
            rows.push(shown.row(&decision, view.underneath(&decision)?));
        }
        let (mut open, mut over): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row.state.is_open());
        open.sort_by(|one, other| {
            let order = |row: &DecisionRow| (row.asked_of_me.is_none(), row.until.clone());
            order(one).cmp(&order(other))
        });
        over.sort_by_key(|row| std::cmp::Reverse(row.entry));
        let waiting = open.iter().filter(|row| row.asked_of_me.is_some()).count();
        Ok(DecisionsView {
            waiting: count(waiting),
            open,
            over,
            kinds: shown.kinds(&view)?,
            permits: permit_rows(&view, now)?,
        })
    }
}

/// The open decisions that ask something of `me`.
pub(crate) fn asked_of(
    view: &View<'_>,
    me: PersonRef,
    now: Moment,
) -> Result<Vec<DecisionRow>, Problem> {
    let shown = Shown::of(view, Some(me), now)?;
    let mut rows = Vec::new();
    for decision in view.decisions()?.iter().filter(|decision| decision.settled.is_none()) {
        rows.push(shown.row(decision, view.underneath(decision)?));
    }
    rows.retain(|row| row.asked_of_me.is_some());
    Ok(rows)
}

impl Shown {
    fn kinds(&self, view: &View<'_>) -> Result<Vec<KindShown>, Problem> {
        let (rights, _) = view.decision_rights()?;
        DecisionKind::ALL
            .iter()
            .map(|kind| {
                let right = right_for(&rights, *kind, None)?;
                let refused = self.me.and_then(|me| {
                    let act = "proposing this kind of decision";
                    entitled(&self.standing, me, act, &right.propose).err()
                });
                let (takes, facts) = takes(*kind);
                Ok(KindShown {
                    kind: *kind,
                    words: kind.words().to_owned(),
                    takes,
                    facts,
                    permits: kind.permits(),
                    counts: kind.counted().map(str::to_owned),
                    right: right_shown(right, &self.names),
                    refused: refused.map(Problem::from),
                })
            })
            .collect()
    }
}

fn takes(kind: DecisionKind) -> (Vec<ChangeOf>, Vec<Fact>) {
    match kind.takes() {
        Takes::Workflow(facts) => (vec![ChangeOf::Workflow], facts.to_vec()),
        Takes::WorkflowOrRequest(facts) => {
            (vec![ChangeOf::Workflow, ChangeOf::Request], facts.to_vec())
        }
        Takes::Request => (vec![ChangeOf::Request], Vec::new()),
        Takes::Raci => (vec![ChangeOf::Raci], Vec::new()),
        Takes::Rules => (vec![ChangeOf::Rights, ChangeOf::Rules], Vec::new()),
        Takes::Inverse => (vec![ChangeOf::Undo], Vec::new()),
    }
}

//! Decisions as the queue and a decision's page show them.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use domain::decision::{
    Applying, Change, Decision, DecisionKind, DecisionState, EvidenceAsked, EvidenceShown, How,
    Known, Takes, Underneath, Verdict, apply, asked, awaited, may_vote, open, right_for,
    rolled_back, state, withdraw,
};
use domain::people::{Standing, acting, entitled};
use domain::workflow::Fact;
use domain::{Moment, PersonRef, Refusal, RoleId};
use store::View;

use super::difference::{difference, request_shown};
use super::known::known;
use super::permits::permit_rows;
use super::propose::Stood;
use super::{
    ChangeOf, CheckRow, DecisionActs, DecisionQuery, DecisionRow, DecisionView, DecisionsView,
    EvidenceRow, KindShown, Part, RoleNamed, SeatRow, SettledRow, VoteRow, right_shown, subject_of,
};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::register::words;
use crate::workspace::settings;
use crate::{Desk, Problem};

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
            waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
            open,
            over,
            kinds: shown.kinds(&view)?,
            permits: permit_rows(&view, now)?,
        })
    }

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

/// The decision of that reference.
pub(super) fn found(view: &View<'_>, decision: &str) -> Result<Decision, Problem> {
    let unknown = || Refusal::Unknown { reference: decision.to_owned() };
    Ok(view.decision(decision.parse()?)?.ok_or_else(unknown)?)
}

/// What decisions are shown with.
struct Shown {
    names: Names,
    workflows: BTreeMap<domain::WorkflowRef, Option<String>>,
    standing: Standing,
    zone: Tz,
    me: Option<PersonRef>,
    now: Moment,
}

impl Shown {
    fn of(view: &View<'_>, me: Option<PersonRef>, now: Moment) -> Result<Self, Problem> {
        Ok(Self {
            names: Names::of(view)?,
            workflows: view.workflow_names()?.into_iter().collect(),
            standing: standing(view, now)?,
            zone: settings(view)?.zone,
            me,
            now,
        })
    }

    fn when(&self, moment: Moment) -> String {
        crate::when::local(moment, self.zone)
    }

    fn row(&self, decision: &Decision, underneath: Underneath) -> DecisionRow {
        let proposed = &decision.proposed;
        let workflow = proposed.change.workflow();
        let stands = state(decision, underneath, self.now);
        let waits = awaited(&self.standing, decision);
        let wants = if stands == DecisionState::Proposed { waits.approve } else { Vec::new() };
        let hears = if stands == DecisionState::Proposed { waits.consult } else { Vec::new() };
        let (approvals, needed) = counted(decision);
        DecisionRow {
            decision: decision.reference().to_string(),
            kind: proposed.kind,
            kind_words: proposed.kind.words().to_owned(),
            title: words(Some(&proposed.title)),
            workflow: workflow.map(|workflow| workflow.to_string()),
            workflow_name: workflow
                .and_then(|workflow| self.workflows.get(&workflow).cloned())
                .flatten(),
            state: stands,
            by: decision.by.to_string(),
            by_name: self.names.person(decision.by),
            at: self.when(decision.at),
            until: self.when(proposed.until),
            hears: hears.iter().map(|role| self.names.role(role)).collect(),
            wants: wants.iter().map(|role| self.names.role(role)).collect(),
            approvals,
            needed,
            asked_of_me: self.asked_of_me(decision, underneath),
            entry: decision.entry,
        }
    }

    /// What whoever is signed in is asked now.
    fn asked_of_me(&self, decision: &Decision, underneath: Underneath) -> Option<Part> {
        let me = self.me?;
        let may =
            |verdict| may_vote(&self.standing, decision, underneath, me, verdict, self.now).is_ok();
        let approved = awaited(&self.standing, decision).approve.is_empty();
        if !approved && may(Verdict::Approve) {
            Some(Part::Approve)
        } else if !approved && may(Verdict::Agree) {
            Some(Part::Consult)
        } else {
            None
        }
    }

    fn page(
        &self,
        view: &View<'_>,
        decision: &Decision,
        subject: String,
    ) -> Result<DecisionView, Problem> {
        let underneath = view.underneath(decision)?;
        let proposed = &decision.proposed;
        let known = known(view, proposed.change.workflow(), self.now)?;
        let asked = asked(&proposed.right, &proposed.change, proposed.rollback_plan.is_some());
        let settled = decision.settled;
        let stays = match &proposed.change {
            Change::Workflow(change) => {
                Some(u32::try_from(Fact::ALL.len() - change.changed.len()).unwrap_or(0))
            }
            Change::Raci(_)
            | Change::Rights(_)
            | Change::Rules(_)
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
            settled: settled.map(|settled| SettledRow {
                applied: settled.applied,
                by_name: self.names.person(settled.by),
                at: self.when(settled.at),
                entry: settled.entry,
            }),
            undoes: proposed.undoes.map(|decision| decision.to_string()),
            undone_by: decision.undone.map(|decision| decision.to_string()),
            permit: settled.and_then(|settled| settled.permit).map(|permit| permit.to_string()),
        })
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

    fn vote(&self, vote: &domain::decision::Vote) -> VoteRow {
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

    /// What holds of an open decision, and what does not.
    fn rules(
        &self,
        view: &View<'_>,
        decision: &Decision,
        underneath: Underneath,
        known: &[Known],
    ) -> Result<Vec<CheckRow>, Problem> {
        if !state(decision, underneath, self.now).is_open() && underneath.moved.is_none() {
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
            approve: vote(Verdict::Approve).map(Problem::from),
            refuse: vote(Verdict::Refuse).map(Problem::from),
            consult: vote(Verdict::Agree).map(Problem::from),
            withdraw: withdraw.err().map(Problem::from),
            apply: apply.err().map(Problem::from),
            roll_back: undo.err().map(Problem::from),
        })
    }

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

/// What was asked to be shown, and what is.
pub(super) fn evidence_rows(
    asked: &[EvidenceAsked],
    shown: &[EvidenceShown],
    known: &[Known],
) -> Vec<EvidenceRow> {
    // What is shown without being asked for is shown too.
    let mut all = asked.to_vec();
    all.extend(shown.iter().map(|shown| shown.asked));
    all.sort_unstable();
    all.dedup();
    all.into_iter()
        .map(|asked| {
            let given = shown.iter().find(|shown| shown.asked == asked);
            let known = known.iter().find(|known| known.asked == asked);
            EvidenceRow {
                asked,
                asked_words: asked.words().to_owned(),
                there: known.map_or(given.is_some(), |known| known.holds),
                known: known.map(|known| known.says.clone()),
                words: given.and_then(|given| words(given.words.as_ref())),
                at: given.map(|given| given.at.clone()).unwrap_or_default(),
            }
        })
        .collect()
}

/// Judges a decision on what stands now.
pub(super) fn on_it<T>(
    view: &View<'_>,
    standing: &Standing,
    decision: &Decision,
    known: &[Known],
    now: Moment,
    judge: impl FnOnce(Applying<'_>) -> T,
) -> Result<T, Problem> {
    let change = &decision.proposed.change;
    let workflow = match change {
        Change::Workflow(change) => view.workflow(change.workflow)?,
        Change::Raci(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Request(_)
        | Change::Revoke(_) => None,
    };
    let workflow = workflow.map(|workflow| workflow.as_it_stands());
    let matrix = match change {
        Change::Raci(change) => change.after.matrix.clone(),
        Change::Workflow(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Request(_)
        | Change::Revoke(_) => domain::RaciId::new(""),
    };
    let stood = Stood::of(view, &matrix)?;
    let register = view.register()?;
    let judged = view.among(standing.clone())?;
    let stops: Vec<_> = view.stops()?.iter().map(|stop| stop.as_it_stands()).collect();
    Ok(judge(Applying {
        standing,
        judged: &judged,
        stops: &stops,
        register: &register,
        workflow: workflow.as_ref(),
        among: stood.among(standing),
        known,
        next_permit: view.next_permit()?,
        now,
    }))
}

/// Approvals given, and how many it takes.
fn counted(decision: &Decision) -> (u32, u32) {
    let right = &decision.proposed.right;
    let given = right.approve.iter().filter(|role| {
        decision.votes.iter().any(|vote| {
            vote.verdict == Verdict::Approve && vote.seats.iter().any(|seat| seat.role == **role)
        })
    });
    let (given, all) = (given.count(), right.approve.len());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    match right.how {
        How::Any => (count(given.min(1)), 1),
        How::All | How::InOrder => (count(given), count(all)),
    }
}

/// The decision as if every approval were there: what else stands in its way.
fn approved(decision: &Decision) -> Decision {
    let mut approved = decision.clone();
    approved.proposed.right.approve.clear();
    approved
}

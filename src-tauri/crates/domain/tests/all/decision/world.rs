//! One decision about one workflow, and what people do to it. Entries are made as the desk makes
//! them: a vote that completes the approvals is followed by the applying.

use std::collections::BTreeSet;

use chrono::Duration;
use domain::decision::{
    self, Applying, Change, Decision, DecisionKind, DecisionState, Entitled, Ground, How, Proposal,
    Seat, Settled, Target, Underneath, Verdict, Vote, apply, awaited, propose, state, vote,
    withdraw,
};
use domain::people::{Absence, Holding, SignedStatement, Standing, Stint};
use domain::raci::lint;
use domain::rule::{Among, Rule, Settings};
use domain::workflow::{
    ActionKind, Facts, Limits, Permission, Permitted, Register, Status, Workflow, WriteStage,
};
use domain::{
    AbsenceRef, DecisionRef, Event, Moment, PermitRef, PersonRef, Refusal, Text, WorkflowRef,
};

use crate::support::*;

/// Something that happens to the decision.
pub type Happens = fn(&mut World) -> Result<(), Refusal>;

/// Legal, who is consulted.
const PIA: PersonRef = PersonRef::new(8);
/// Who was in security until yesterday.
const OLGA: PersonRef = PersonRef::new(9);
/// Who holds no role until a test gives one.
const NINA: PersonRef = PersonRef::new(10);

const WORKFLOW: WorkflowRef = WorkflowRef::new(7);
/// The entry since which the workflow stands as it does.
const SINCE: u64 = 20;

/// Who decides, as a table says it.
#[derive(Clone, Copy)]
pub struct Right {
    pub approve: &'static [&'static str],
    pub how: How,
    pub consult: &'static [&'static str],
    pub consult_first: bool,
}

impl Right {
    fn of(self, kind: DecisionKind) -> decision::Right {
        let roles = |ids: &[&str]| ids.iter().map(|id| role(id)).collect();
        decision::Right {
            kind,
            workflow: None,
            propose: vec![role("revops")],
            consult: roles(self.consult),
            consult_first: self.consult_first,
            approve: roles(self.approve),
            how: self.how,
            hours: 72,
            evidence: Vec::new(),
        }
    }
}

/// The launch of a draft that Maren proposed on Monday at ten.
pub struct World {
    standing: Standing,
    settings: Settings,
    rights: Vec<decision::Right>,
    workflow: Workflow,
    since: u64,
    decision: Decision,
    moved: Underneath,
    entry: u64,
    now: Moment,
}

impl World {
    pub fn proposed(right: Right) -> Self {
        let rights = vec![right.of(DecisionKind::Launch), right.of(DecisionKind::Rollback)];
        let settings = Settings { off: BTreeSet::from([Rule::LogsLocated]), ..Settings::default() };
        let now = at("2026-11-16T09:00:00Z");
        let (standing, workflow) = (people(), draft());
        let floor = Floor::of(&standing, &settings, &workflow);
        let event = launch(floor.ground(&rights, now), &workflow, SINCE).unwrap();
        let decision = proposal(event, 30, now, &standing);
        Self {
            standing,
            settings,
            rights,
            workflow,
            since: SINCE,
            decision,
            moved: Underneath::default(),
            entry: 30,
            now,
        }
    }

    /// Where the decision stands: its state, and of an open one how far it has come.
    pub fn stands(&self) -> &'static str {
        let some = |verdicts: &[Verdict]| {
            self.decision.votes.iter().any(|vote| verdicts.contains(&vote.verdict))
        };
        let heard =
            self.decision.proposed.right.consult_first && some(&[Verdict::Agree, Verdict::Object]);
        match state(&self.decision, self.moved, self.now) {
            DecisionState::Proposed if some(&[Verdict::Approve]) => "part approved",
            DecisionState::Proposed if heard => "heard",
            DecisionState::Proposed => "open",
            over @ (DecisionState::Approved
            | DecisionState::Rejected
            | DecisionState::Lapsed
            | DecisionState::Withdrawn
            | DecisionState::Stale
            | DecisionState::Applied
            | DecisionState::RolledBack) => over.words(),
        }
    }

    // What time, rules and others bring about.

    pub fn time_passes(&mut self) -> Result<(), Refusal> {
        self.now = self.now.max(self.decision.proposed.until).plus(Duration::milliseconds(1));
        Ok(())
    }

    pub fn workflow_changes(&mut self) -> Result<(), Refusal> {
        self.workflow.facts.model = Some(Text::new("icp 4.2.0"));
        let (entry, at) = self.next();
        self.since = entry;
        self.moved.moved.get_or_insert((entry, at));
        Ok(())
    }

    pub fn rule_on(&mut self) -> Result<(), Refusal> {
        self.settings.off.clear();
        Ok(())
    }

    pub fn rule_off(&mut self) -> Result<(), Refusal> {
        self.settings.off.insert(Rule::LogsLocated);
        Ok(())
    }

    pub fn nobody_is(&mut self, id: &str) -> &mut Self {
        self.standing.holdings.retain(|held| held.role != role(id));
        self.decision.entitled.retain(|one| one.role != role(id));
        self
    }

    pub fn proposer_is(&mut self, id: &str) -> &mut Self {
        self.nobody_is(id).is(MAREN, id)
    }

    /// `person` held the role when it was proposed, and does.
    fn is(&mut self, person: PersonRef, id: &str) -> &mut Self {
        self.decision.entitled.push(Entitled { role: role(id), person, deputy: false });
        self.is_since(person, id)
    }

    /// `person` was given the role since.
    fn is_since(&mut self, person: PersonRef, id: &str) -> &mut Self {
        self.standing.holdings.push(held(person, id, "2026-11-16", None));
        self
    }

    /// `away` is away from today, and `deputy`, who was named before it was proposed, stands in.
    fn stands_in(&mut self, deputy: PersonRef, id: &str, away: PersonRef) -> &mut Self {
        let entitled = Entitled { role: role(id), person: deputy, deputy: true };
        self.decision.entitled.push(entitled);
        self.stands_in_since(deputy, id, away)
    }

    /// The same with a deputy who was named since.
    fn stands_in_since(&mut self, deputy: PersonRef, id: &str, away: PersonRef) -> &mut Self {
        let from = self.standing.today;
        let number = u32::try_from(self.standing.cover.absences.len()).unwrap() + 1;
        let absence = AbsenceRef::new(number);
        self.standing.cover.absences.push(Absence { absence, person: away, from, to: None });
        let stint = Stint { person: deputy, from, to: None };
        self.standing.cover.deputies.insert(role(id), vec![stint]);
        self
    }

    // Votes.

    pub fn legal_agrees(&mut self) -> Result<(), Refusal> {
        self.votes(PIA, Verdict::Agree)
    }

    pub fn legal_objects(&mut self) -> Result<(), Refusal> {
        self.votes(PIA, Verdict::Object)
    }

    pub fn legal_approves(&mut self) -> Result<(), Refusal> {
        self.votes(PIA, Verdict::Approve)
    }

    pub fn deputy_of_legal_agrees(&mut self) -> Result<(), Refusal> {
        self.stands_in(NINA, "legal", PIA).votes(NINA, Verdict::Agree)?;
        assert_eq!(self.last_seats()[0].instead_of, Some(PIA), "the record says in whose place");
        Ok(())
    }

    pub fn sponsor_approves(&mut self) -> Result<(), Refusal> {
        self.votes(TOBIAS, Verdict::Approve)
    }

    pub fn sponsor_refuses(&mut self) -> Result<(), Refusal> {
        self.votes(TOBIAS, Verdict::Refuse)
    }

    pub fn security_approves(&mut self) -> Result<(), Refusal> {
        self.votes(RAFAEL, Verdict::Approve)
    }

    pub fn security_refuses(&mut self) -> Result<(), Refusal> {
        self.votes(RAFAEL, Verdict::Refuse)
    }

    pub fn both_approve(&mut self) -> Result<(), Refusal> {
        self.sponsor_approves()?;
        self.security_approves()
    }

    /// Both signed what they saw before the other's vote; the entries come one after the other at
    /// the same moment, and each is judged on what the one before it made.
    pub fn both_approve_at_once(&mut self) -> Result<(), Refusal> {
        let moment = self.now;
        let seen = self.decision.clone();
        for person in [TOBIAS, RAFAEL] {
            let alone =
                vote(&self.standing, &seen, self.moved, person, Verdict::Approve, signed(), moment);
            self.now = moment;
            let entered = self.votes(person, Verdict::Approve);
            assert!(alone.is_ok() || entered.is_err(), "what fails alone fails beside another");
            entered?;
        }
        Ok(())
    }

    pub fn one_who_is_both_approves(&mut self) -> Result<(), Refusal> {
        self.is(NINA, "security").is(NINA, "executive-sponsor").votes(NINA, Verdict::Approve)
    }

    pub fn one_who_is_heard_and_first_approves(&mut self) -> Result<(), Refusal> {
        self.is(NINA, "security").is(NINA, "legal").votes(NINA, Verdict::Approve)
    }

    pub fn proposer_agrees(&mut self) -> Result<(), Refusal> {
        self.is(MAREN, "legal").votes(MAREN, Verdict::Agree)
    }

    pub fn proposer_approves(&mut self) -> Result<(), Refusal> {
        self.votes(MAREN, Verdict::Approve)
    }

    pub fn proposer_refuses(&mut self) -> Result<(), Refusal> {
        self.votes(MAREN, Verdict::Refuse)
    }

    pub fn proposer_approves_as_deputy(&mut self) -> Result<(), Refusal> {
        self.stands_in(MAREN, "executive-sponsor", TOBIAS).votes(MAREN, Verdict::Approve)
    }

    pub fn proposer_approves_as_sponsor(&mut self) -> Result<(), Refusal> {
        self.is(MAREN, "executive-sponsor").votes(MAREN, Verdict::Approve)
    }

    pub fn sponsor_since_approves(&mut self) -> Result<(), Refusal> {
        self.is_since(NINA, "executive-sponsor").votes(NINA, Verdict::Approve)
    }

    pub fn deputy_since_approves(&mut self) -> Result<(), Refusal> {
        self.stands_in_since(JONAS, "executive-sponsor", TOBIAS).votes(JONAS, Verdict::Approve)
    }

    pub fn deputy_approves(&mut self) -> Result<(), Refusal> {
        self.stands_in(JONAS, "executive-sponsor", TOBIAS).votes(JONAS, Verdict::Approve)?;
        let seat = Seat { role: role("executive-sponsor"), instead_of: Some(TOBIAS) };
        assert_eq!(self.last_seats(), [seat], "the record says in whose place");
        Ok(())
    }

    pub fn deputy_refuses(&mut self) -> Result<(), Refusal> {
        self.stands_in(JONAS, "executive-sponsor", TOBIAS).votes(JONAS, Verdict::Refuse)
    }

    pub fn idle_deputy_approves(&mut self) -> Result<(), Refusal> {
        self.stands_in(JONAS, "executive-sponsor", TOBIAS);
        self.standing.cover.absences.clear();
        self.votes(JONAS, Verdict::Approve)
    }

    pub fn outsider_approves(&mut self) -> Result<(), Refusal> {
        self.votes(NINA, Verdict::Approve)
    }

    pub fn outsider_refuses(&mut self) -> Result<(), Refusal> {
        self.votes(NINA, Verdict::Refuse)
    }

    pub fn former_security_approves(&mut self) -> Result<(), Refusal> {
        self.votes(OLGA, Verdict::Approve)
    }

    pub fn gone_approves(&mut self) -> Result<(), Refusal> {
        self.votes(GONE, Verdict::Approve)
    }

    pub fn stranger_approves(&mut self) -> Result<(), Refusal> {
        self.votes(NOBODY, Verdict::Approve)
    }

    pub fn sponsor_approves_late(&mut self) -> Result<(), Refusal> {
        self.time_passes()?;
        self.sponsor_approves()
    }

    pub fn security_approves_late(&mut self) -> Result<(), Refusal> {
        self.time_passes()?;
        self.security_approves()
    }

    pub fn security_refuses_late(&mut self) -> Result<(), Refusal> {
        self.time_passes()?;
        self.security_refuses()
    }

    pub fn security_approves_what_changed(&mut self) -> Result<(), Refusal> {
        self.workflow_changes()?;
        self.security_approves()
    }

    // Proposing again, withdrawing, applying, undoing.

    pub fn proposed_again(&mut self) -> Result<(), Refusal> {
        let floor = Floor::of(&self.standing, &self.settings, &self.workflow);
        launch(floor.ground(&self.rights, self.now), &self.workflow, self.since).map(|_| ())
    }

    pub fn proposer_withdraws(&mut self) -> Result<(), Refusal> {
        self.withdraws(MAREN)
    }

    pub fn security_withdraws(&mut self) -> Result<(), Refusal> {
        self.withdraws(RAFAEL)
    }

    pub fn sponsor_withdraws_for_one_gone(&mut self) -> Result<(), Refusal> {
        self.proposer_leaves().withdraws(TOBIAS)
    }

    pub fn security_withdraws_for_one_gone(&mut self) -> Result<(), Refusal> {
        self.proposer_leaves().withdraws(RAFAEL)
    }

    fn proposer_leaves(&mut self) -> &mut Self {
        self.standing.people.retain(|person| *person != MAREN);
        self.standing.left.push(MAREN);
        self
    }

    pub fn applied(&mut self) -> Result<(), Refusal> {
        let decision = self.decision.clone();
        let event = self.applies(&decision, self.moved)?;
        self.settle(&event);
        Ok(())
    }

    pub fn rollback_proposed(&mut self) -> Result<(), Refusal> {
        self.undoing().map(|_| ())
    }

    /// Proposed by Maren, approved by both, and applied.
    pub fn rolled_back(&mut self) -> Result<(), Refusal> {
        let mut undoing = self.undoing()?;
        let Change::Workflow(change) = undoing.proposed.change.clone() else {
            panic!("a workflow")
        };
        assert_eq!(undoing.proposed.undoes, Some(self.decision.reference()), "both are linked");
        for person in [TOBIAS, RAFAEL] {
            let (entry, at) = self.next();
            let nothing = Underneath::default();
            let voted =
                vote(&self.standing, &undoing, nothing, person, Verdict::Approve, signed(), at)?;
            undoing.votes.push(counted(voted, person, Verdict::Approve, entry, at));
        }
        self.applies(&undoing, Underneath::default())?;
        self.workflow = change.applied_to(&self.workflow);
        self.since = self.next().0;
        self.decision.undone = Some(undoing.reference());
        Ok(())
    }

    fn undoing(&mut self) -> Result<Decision, Refusal> {
        let floor = Floor::of(&self.standing, &self.settings, &self.workflow);
        let target = Target::Undo {
            decision: &self.decision,
            workflow: Some((&self.workflow, self.since)),
            raci: None,
            rights_since: 1,
            rules_since: 1,
            permit: None,
        };
        let ground = floor.ground(&self.rights, self.now);
        let event = propose(ground, MAREN, words(DecisionKind::Rollback), target)?;
        let (entry, at) = self.next();
        Ok(proposal(event, entry, at, &self.standing))
    }

    fn votes(&mut self, by: PersonRef, verdict: Verdict) -> Result<(), Refusal> {
        let voted =
            vote(&self.standing, &self.decision, self.moved, by, verdict, signed(), self.now)?;
        let (entry, at) = self.next();
        self.decision.votes.push(counted(voted, by, verdict, entry, at));
        if verdict == Verdict::Approve && awaited(&self.standing, &self.decision).approve.is_empty()
        {
            let decision = self.decision.clone();
            if let Ok(event) = self.applies(&decision, self.moved) {
                self.settle(&event);
            }
        }
        Ok(())
    }

    fn withdraws(&mut self, by: PersonRef) -> Result<(), Refusal> {
        let event = withdraw(&self.standing, by, &self.decision, self.moved, self.now)?;
        self.settle(&event);
        Ok(())
    }

    fn applies(&self, decision: &Decision, underneath: Underneath) -> Result<Event, Refusal> {
        let floor = Floor::of(&self.standing, &self.settings, &self.workflow);
        let nothing = BTreeSet::new();
        let on = Applying {
            standing: &self.standing,
            judged: &floor.judged,
            stops: &[],
            register: &floor.register,
            workflow: Some(&self.workflow),
            among: lint::Among { standing: &self.standing, other_rows: &nothing, workflows: &[] },
            setting: None,
            known: &[],
            next_permit: PermitRef::new(1),
            now: self.now,
        };
        apply(on, decision, underneath)
    }

    fn settle(&mut self, event: &Event) {
        let (entry, at) = self.next();
        let applied = matches!(event, Event::DecisionApplied(_));
        if let (true, Change::Workflow(change)) = (applied, &self.decision.proposed.change) {
            self.workflow = change.applied_to(&self.workflow);
            self.since = entry;
        }
        self.decision.settled = Some(Settled { applied, permit: None, by: MAREN, entry, at });
    }

    fn last_seats(&self) -> Vec<Seat> {
        self.decision.votes.last().unwrap().seats.clone()
    }

    fn next(&mut self) -> (u64, Moment) {
        self.entry += 1;
        (self.entry, self.now)
    }
}

/// What acts are judged on.
struct Floor<'a> {
    standing: &'a Standing,
    judged: Among,
    register: Register,
}

impl<'a> Floor<'a> {
    fn of(standing: &'a Standing, settings: &Settings, workflow: &Workflow) -> Self {
        let judged = Among {
            standing: standing.clone(),
            settings: settings.clone(),
            rows: BTreeSet::new(),
            measured: BTreeSet::new(),
        };
        let name = workflow.facts.name.as_ref().and_then(Text::words).map(str::to_owned);
        Self { standing, judged, register: Register::new([(WORKFLOW, name)]) }
    }

    fn ground<'b>(&'b self, rights: &'b [decision::Right], now: Moment) -> Ground<'b> {
        Ground {
            standing: self.standing,
            judged: &self.judged,
            stops: &[],
            register: &self.register,
            rights,
            next: DecisionRef::new(31),
            known: &[],
            now,
        }
    }
}

fn people() -> Standing {
    let mut people = company();
    people.people.extend([PIA, OLGA, NINA]);
    let to: Vec<Holding> = vec![
        held(PIA, "legal", "2026-01-01", None),
        held(OLGA, "security", "2026-01-01", Some("2026-11-15")),
    ];
    people.holdings.extend(to);
    people
}

/// A draft that nothing keeps from its launch but where its logs are.
fn draft() -> Workflow {
    let advises = Permission {
        action: ActionKind::Recommend,
        permitted: Permitted::Tier1,
        roles: Vec::new(),
        condition: None,
        limits: Limits::default(),
    };
    let facts = Facts {
        name: Some(Text::new("Lead scoring")),
        permissions: vec![advises],
        write_stage: Some(WriteStage::ReadOnlyAssist),
        owner: Some(JONAS),
        approver: Some(role("executive-sponsor")),
        kill_switch_owner: Some(MAREN),
        data_risks: Some(Vec::new()),
        ..Facts::default()
    };
    Workflow { workflow: WORKFLOW, status: Status::Draft, found_live: false, facts }
}

fn words(kind: DecisionKind) -> Proposal<'static> {
    let (title, rationale, rollback_plan) = ("Lead scoring", "It earned it.", "Put it back.");
    Proposal { kind, title, rationale, rollback_plan, evidence: Vec::new() }
}

fn launch(ground: Ground<'_>, workflow: &Workflow, since: u64) -> Result<Event, Refusal> {
    let (facts, status) = (&workflow.facts, Status::Live);
    let target = Target::Workflow { now: workflow, since, facts, status, outside: Vec::new() };
    propose(ground, MAREN, words(DecisionKind::Launch), target)
}

fn proposal(event: Event, entry: u64, at: Moment, standing: &Standing) -> Decision {
    let Event::DecisionProposed(proposed) = event else { panic!("a proposal: {event:?}") };
    let votes = Vec::new();
    let held = standing.holdings.iter();
    let entitled =
        held.map(|held| Entitled { role: held.role.clone(), person: held.person, deputy: false });
    let entitled = entitled.collect();
    Decision { proposed, by: MAREN, entry, at, entitled, votes, settled: None, undone: None }
}

fn counted(event: Event, by: PersonRef, verdict: Verdict, entry: u64, at: Moment) -> Vote {
    let Event::DecisionVoted(voted) = event else { panic!("a vote: {event:?}") };
    Vote { by, verdict, seats: voted.seats, reason: None, signed: at, entry, at }
}

/// The desk verifies statements before the domain is asked; here any will do.
fn signed() -> SignedStatement {
    SignedStatement { statement: "{}".to_owned(), signature: "c2ln".to_owned() }
}

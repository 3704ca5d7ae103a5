//! Judges a history from its entries alone, by arithmetic of its own: who acted for which role on
//! which day, whose approvals a right asked for, what a launch rule wants, how much of a permit is
//! used. It knows the shapes of events and none of the code that decides.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use domain::decision::{
    Change, Class, DecisionKind, DecisionProposed, DecisionVoted, How, PermitTerms, Right,
};
use domain::exception::Cause;
use domain::people::Stint;
use domain::rule::Rule;
use domain::workflow::{Facts, Permitted, Status, WriteStage};
use domain::{AbsenceRef, DecisionRef, Event, Moment, PermitRef, PersonRef, RoleId, WorkflowRef};
use serde_json::Value;
use sha2::{Digest, Sha256};
use store::{Slice, Store, StoreError};

/// What came of judging.
#[derive(Default)]
pub struct Judge {
    /// What was applied without what its right asked for.
    pub unrightful: Vec<String>,
    /// What went live against a rule that was on.
    pub unruly: Vec<String>,
    /// How often what happened.
    pub events: BTreeMap<String, u32>,
    people: BTreeSet<PersonRef>,
    holdings: Vec<(PersonRef, RoleId, NaiveDate, Option<NaiveDate>)>,
    deputies: BTreeMap<RoleId, Vec<Stint>>,
    absences: BTreeMap<AbsenceRef, (PersonRef, NaiveDate, Option<NaiveDate>)>,
    proposals: BTreeMap<DecisionRef, Proposal>,
    workflows: BTreeMap<WorkflowRef, Workflow>,
    rights: Vec<Right>,
    rules_off: BTreeSet<Rule>,
    permits: BTreeMap<PermitRef, Permit>,
}

struct Proposal {
    by: PersonRef,
    /// SHA-256 of the event as it stands in its entry, in hex.
    hash: String,
    proposed: DecisionProposed,
    votes: Vec<Vote>,
    over: bool,
}

struct Vote {
    by: PersonRef,
    verdict: String,
    /// The roles that whoever voted acted for at that moment.
    acted: BTreeSet<RoleId>,
    /// The roles that were not to be asked: nobody but the proposer acted for them.
    unasked: BTreeSet<RoleId>,
}

struct Workflow {
    facts: Facts,
    status: Status,
    found_live: bool,
    since: u64,
}

struct Permit {
    terms: PermitTerms,
    from: NaiveDate,
    last: NaiveDate,
    uses: Vec<Use>,
    /// The last entry that revoked it or raised an exception for it.
    answered: u64,
}

#[derive(Clone, Copy)]
struct Use {
    on: NaiveDate,
    count: u64,
    seq: u64,
}

impl Permit {
    /// The entries of its uses that go beyond what it allows.
    fn beyond(&self) -> Vec<u64> {
        let most = self.terms.count.map_or(u64::MAX, u64::from);
        let once = self.terms.class != Class::Standing;
        let all = self.uses.iter().enumerate().filter(|(place, one)| {
            let sum: u64 = self.uses[..=*place].iter().map(|one| one.count).sum();
            one.on < self.from || one.on > self.last || sum > most || (once && *place > 0)
        });
        all.map(|(_, one)| one.seq).collect()
    }
}

/// Where and when an entry was made.
#[derive(Clone, Copy)]
struct Here {
    seq: u64,
    at: Moment,
    day: NaiveDate,
    by: PersonRef,
}

impl Judge {
    pub fn of(path: &Path) -> Self {
        let mut judge = Self::default();
        let store = Store::read(path).unwrap();
        store
            .entries(Slice::ALL, |entry| {
                judge.reads(entry.seq, &entry.body);
                Ok::<_, StoreError>(())
            })
            .unwrap();
        judge
    }

    fn reads(&mut self, seq: u64, body: &str) {
        let body: Value = serde_json::from_str(body).unwrap();
        let event: Event = serde_json::from_value(body["event"].clone()).unwrap();
        let at: Moment = body["at"].as_str().unwrap().parse().unwrap();
        let day = on(at);
        let by = body["by"].as_str().unwrap().parse().unwrap_or(PersonRef::new(0));
        self.met(event.kind());
        self.takes(Here { seq, at, day, by }, event, &body["event"]);
    }

    fn met(&mut self, what: &str) {
        *self.events.entry(what.to_owned()).or_default() += 1;
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "whatever else is entered gives nobody a right and makes nothing live"
    )]
    fn takes(&mut self, here: Here, event: Event, json: &Value) {
        match event {
            Event::WorkspaceCreated(created) => {
                self.people.insert(created.founder.person);
            }
            Event::PersonAdded(added) => {
                self.people.insert(added.person);
            }
            Event::RoleGiven(given) => {
                self.holdings.push((given.person, given.role, given.from, given.to));
            }
            Event::RoleEnded(ended) => {
                for (person, role, _, to) in &mut self.holdings {
                    if *person == ended.person
                        && *role == ended.role
                        && to.is_none_or(|to| to > ended.on)
                    {
                        *to = Some(ended.on);
                    }
                }
            }
            Event::DeputiesNamed(named) => {
                self.deputies.insert(named.role, named.deputies);
            }
            Event::AbsenceRecorded(away) => {
                self.absences.insert(away.absence, (away.person, away.from, away.to));
            }
            Event::DecisionRightsSet(set) => self.rights = set.rights,
            Event::RulesSet(set) => self.rules_off = set.settings.off,
            Event::WorkflowRegistered(new) => {
                let (facts, status, found_live) = (new.facts, new.status, new.found_live);
                if status == Status::Live {
                    self.met("found live");
                    if !found_live {
                        self.unruly.push(format!("{}: registered as launched", here.seq));
                    }
                }
                let workflow = Workflow { facts, status, found_live, since: here.seq };
                self.workflows.insert(new.workflow, workflow);
            }
            Event::WorkflowDescribed(described) => {
                let known = self.workflows.get_mut(&described.workflow).unwrap();
                (known.facts, known.since) = (described.facts, here.seq);
            }
            Event::WorkflowStatusSet(set) => {
                let known = self.workflows.get_mut(&set.workflow).unwrap();
                (known.status, known.since) = (set.status, here.seq);
                if set.status == Status::Live {
                    self.unruly.push(format!("{}: set live by nobody's decision", here.seq));
                }
            }
            Event::WorkflowStopped(stopped) if !stopped.drill => {
                let known = self.workflows.get_mut(&stopped.workflow).unwrap();
                (known.status, known.since) = (Status::Stopped, here.seq);
            }
            Event::DecisionProposed(proposed) => self.proposes(here, proposed, json),
            Event::DecisionVoted(voted) => self.votes(here, &voted),
            Event::DecisionWithdrawn(withdrawn) => {
                self.proposals.get_mut(&withdrawn.decision).unwrap().over = true;
            }
            Event::DecisionApplied(applied) => self.applies(here, applied.decision, applied.permit),
            Event::PermitUsed(used) => {
                let permit = self.permits.get_mut(&used.permit).unwrap();
                permit.uses.push(Use { on: used.on, count: used.count.into(), seq: here.seq });
            }
            Event::ExceptionRaised(raised) => {
                if let Cause::Permit { permit } = raised.cause {
                    self.permits.get_mut(&permit).unwrap().answered = here.seq;
                }
            }
            _ => {}
        }
    }

    fn proposes(&mut self, here: Here, proposed: DecisionProposed, json: &Value) {
        // An entry's body is canonical already, and a value keeps the order it was read in or sorts.
        let hash = Sha256::digest(serde_json::to_string(json).unwrap());
        let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        if !self.acts_for_any(here.by, &proposed.right.propose, here.day) {
            self.unrightful.push(format!("{}: proposed by who may not", proposed.decision));
        }
        let about = proposed.change.workflow();
        let kind = proposed.right.kind;
        let rules = matches!(proposed.change, Change::Rules(_) | Change::Rights(_));
        let of_this = kind == proposed.kind || (kind == DecisionKind::RuleSetting && rules);
        let mut of_kind = self.rights.iter().filter(|right| of_this && right.kind == kind);
        let own = of_kind.clone().find(|right| right.workflow.is_some() && right.workflow == about);
        if own.or_else(|| of_kind.find(|right| right.workflow.is_none())) != Some(&proposed.right) {
            self.unrightful.push(format!("{}: by a right not in force", proposed.decision));
        }
        let (by, decision) = (here.by, proposed.decision);
        let new = Proposal { by, hash, proposed, votes: Vec::new(), over: false };
        self.proposals.insert(decision, new);
    }

    fn votes(&mut self, here: Here, voted: &DecisionVoted) {
        let said: Value = serde_json::from_str(&voted.statement.statement).unwrap();
        let by: PersonRef = said["by"].as_str().unwrap().parse().unwrap();
        let verdict = said["verdict"].as_str().unwrap().to_owned();
        let proposal = &self.proposals[&voted.decision];
        let right = &proposal.proposed.right;
        let mut wrong = Vec::new();
        if said["hash"].as_str() != Some(&proposal.hash) {
            wrong.push("a vote on other bytes");
        }
        if said["about"].as_str() != Some(&voted.decision.to_string()) {
            wrong.push("a vote on another decision");
        }
        if by == proposal.by {
            wrong.push("a vote of the proposer");
        }
        if proposal.over || here.at > proposal.proposed.until {
            wrong.push("a vote on what was over");
        }
        if self.moved(&proposal.proposed) {
            wrong.push("a vote on what had changed underneath");
        }
        let acted: BTreeSet<RoleId> = right
            .approve
            .iter()
            .chain(&right.consult)
            .filter(|role| self.acts(by, role, here.day))
            .cloned()
            .collect();
        for seat in &voted.seats {
            if !acted.contains(&seat.role) {
                wrong.push("a seat that whoever voted did not have");
            }
            let holds = self.holds(by, &seat.role, here.day);
            if seat.instead_of.is_some() == holds {
                wrong.push("a seat in the wrong person's place");
            }
        }
        let others = |role: &RoleId| {
            self.people.iter().any(|one| *one != proposal.by && self.acts(*one, role, here.day))
        };
        let unasked = right.consult.iter().filter(|role| !others(role)).cloned().collect();
        let in_place = voted.seats.iter().any(|seat| seat.instead_of.is_some());
        self.unrightful.extend(wrong.iter().map(|wrong| format!("{}: {wrong}", voted.decision)));
        if in_place {
            self.met("voted in somebody's place");
        }
        let vote = Vote { by, verdict, acted, unasked };
        self.proposals.get_mut(&voted.decision).unwrap().votes.push(vote);
    }

    fn applies(&mut self, here: Here, decision: DecisionRef, issued: Option<PermitRef>) {
        let proposal = &self.proposals[&decision];
        let proposed = proposal.proposed.clone();
        let mut wrong = lacks(proposal);
        if proposal.over {
            wrong.push("it was over".to_owned());
        }
        if here.at > proposed.until {
            wrong.push("its time had passed".to_owned());
        }
        if self.moved(&proposed) {
            wrong.push("what it changes had changed".to_owned());
        }
        self.unrightful.extend(wrong.into_iter().map(|wrong| format!("{decision}: {wrong}")));
        self.proposals.get_mut(&decision).unwrap().over = true;
        if proposed.undoes.is_some() {
            self.met("rolled back");
        }
        match &proposed.change {
            Change::Workflow(change) => {
                let known = self.workflows.get_mut(&change.workflow).unwrap();
                for fact in &change.changed {
                    known.facts.take(*fact, &change.after);
                }
                if let Some(turn) = &change.status {
                    known.status = turn.after;
                }
                if let Some(turn) = &change.found_live {
                    known.found_live = turn.after;
                }
                known.since = here.seq;
                if known.status == Status::Live && !known.found_live {
                    let broken = self.breaks(change.workflow, here.day);
                    let says = |rule| format!("{}: {decision} against {rule}", change.workflow);
                    self.unruly.extend(broken.into_iter().map(says));
                    if proposed.kind == DecisionKind::Launch {
                        self.met("launched");
                    }
                }
            }
            Change::Rules(change) => self.rules_off = change.after.off.clone(),
            Change::Request(request) => {
                if let (Some(permit), Some(terms)) = (issued, request.permit.clone()) {
                    let (from, last) = (here.day, terms.last_day);
                    let new = Permit { terms, from, last, uses: Vec::new(), answered: 0 };
                    self.permits.insert(permit, new);
                }
            }
            Change::Revoke(revoke) => {
                let permit = self.permits.get_mut(&revoke.permit).unwrap();
                permit.last = permit.last.min(here.day);
                permit.answered = here.seq;
            }
            Change::Rights(change) => self.rights = change.after.clone(),
            Change::Raci(_) | Change::Setting(_) => {}
        }
    }

    /// Whether the workflow that a proposal changes stands otherwise than it stood for it.
    fn moved(&self, proposed: &DecisionProposed) -> bool {
        match &proposed.change {
            Change::Workflow(change) => self.workflows[&change.workflow].since > proposed.basis,
            Change::Raci(_)
            | Change::Rights(_)
            | Change::Rules(_)
            | Change::Setting(_)
            | Change::Request(_)
            | Change::Revoke(_) => false,
        }
    }

    /// What has become of decisions and permits by a moment without an entry that says so.
    pub fn became(&self, now: Moment) -> Vec<&'static str> {
        let lapsed = self.proposals.values().filter(|one| {
            !one.over && !one.votes.is_empty() && one.proposed.until < now && lacks(one).len() == 1
        });
        let exceeded = self.permits().into_iter().filter(|(_, exceeded)| *exceeded);
        let lapsed = lapsed.map(|_| "lapsed with a vote");
        lapsed.chain(exceeded.map(|_| "permit exceeded")).collect()
    }

    /// Each permit, and whether its uses are beyond what it allows.
    pub fn permits(&self) -> Vec<(String, bool)> {
        let all = self.permits.iter();
        all.map(|(permit, one)| (permit.to_string(), !one.beyond().is_empty())).collect()
    }

    /// The permits that were used beyond what they allow since somebody last answered for them.
    pub fn exceeded(&self) -> Vec<String> {
        let stands = |one: &Permit| one.beyond().iter().any(|seq| *seq > one.answered);
        let stand = self.permits.iter().filter(|(_, one)| stands(one));
        stand.map(|(permit, _)| permit.to_string()).collect()
    }

    /// The launch rules that live workflows break at a moment, of those that are on.
    pub fn broken(&self, now: Moment) -> Vec<(Rule, String)> {
        let live = self.workflows.iter().filter(|(_, one)| one.status == Status::Live);
        live.flat_map(|(workflow, _)| {
            let broken = self.breaks(*workflow, on(now)).into_iter();
            broken.map(|rule| (rule, workflow.to_string()))
        })
        .collect()
    }

    /// The launch rules that a workflow does not hold: those that are told from its facts alone.
    fn breaks(&self, workflow: WorkflowRef, day: NaiveDate) -> Vec<Rule> {
        let facts = &self.workflows[&workflow].facts;
        let tiers = || facts.permissions.iter().map(|row| row.permitted);
        let acts = tiers().any(|tier| matches!(tier, Permitted::Tier3 | Permitted::Tier4))
            || matches!(
                facts.write_stage,
                Some(WriteStage::ConditionalWrite | WriteStage::AutomatedWrite)
            );
        let here = |person: Option<PersonRef>| person.is_some_and(|one| self.people.contains(&one));
        let held = |role: &RoleId| self.people.iter().any(|one| self.holds(*one, role, day));
        let holds = [
            (Rule::PermissionsTiered, !facts.permissions.is_empty()),
            (Rule::WriteStageSet, facts.write_stage.is_some()),
            (Rule::OwnerNamed, here(facts.owner)),
            (Rule::ApproverNamed, facts.approver.as_ref().is_some_and(held)),
            (Rule::KillSwitchNamed, here(facts.kill_switch_owner)),
            (Rule::DataRiskAnswered, facts.data_risks.is_some()),
            (Rule::LogsLocated, facts.logs.is_some()),
            (Rule::RollbackPlanned, !acts || facts.rollback_plan.is_some()),
            (
                Rule::Timeboxed,
                facts.permissions.iter().all(|row| {
                    row.permitted != Permitted::Tier3 || row.limits.approval_hours.is_some()
                }),
            ),
            (
                Rule::Monitored,
                !tiers().any(|tier| tier == Permitted::Tier4) || !facts.metrics.is_empty(),
            ),
        ];
        let broken = holds.into_iter().filter(|(_, holds)| !holds).map(|(rule, _)| rule);
        broken.filter(|rule| !self.rules_off.contains(rule)).collect()
    }

    fn holds(&self, person: PersonRef, role: &RoleId, day: NaiveDate) -> bool {
        self.holdings.iter().any(|(who, what, from, to)| {
            *who == person && what == role && *from <= day && to.is_none_or(|to| day <= to)
        })
    }

    fn away(&self, person: PersonRef, day: NaiveDate) -> bool {
        let mut all = self.absences.values();
        all.any(|(who, from, to)| *who == person && *from <= day && to.is_none_or(|to| day <= to))
    }

    /// A holder acts; so does, while a holder is away, the first of the deputies who is not.
    fn acts(&self, person: PersonRef, role: &RoleId, day: NaiveDate) -> bool {
        let vacated =
            self.people.iter().any(|one| self.holds(*one, role, day) && self.away(*one, day));
        let first = self.deputies.get(role).and_then(|deputies| {
            deputies.iter().find(|stint| {
                stint.from <= day
                    && stint.to.is_none_or(|to| day <= to)
                    && !self.away(stint.person, day)
            })
        });
        self.holds(person, role, day)
            || (vacated && first.is_some_and(|first| first.person == person))
    }

    fn acts_for_any(&self, person: PersonRef, roles: &[RoleId], day: NaiveDate) -> bool {
        roles.iter().any(|role| self.acts(person, role, day))
    }
}

/// What the votes of a proposal lack of what its right asks for.
fn lacks(proposal: &Proposal) -> Vec<String> {
    let right = &proposal.proposed.right;
    let mut lacks = Vec::new();
    if proposal.votes.iter().any(|vote| vote.verdict == "refuse") {
        lacks.push("somebody had refused it".to_owned());
    }
    let approvals: Vec<&Vote> = proposal
        .votes
        .iter()
        .filter(|vote| vote.verdict == "approve" && vote.by != proposal.by)
        .collect();
    let given = |role: &RoleId| approvals.iter().position(|vote| vote.acted.contains(role));
    let enough = match right.how {
        How::Any => right.approve.iter().any(|role| given(role).is_some()),
        How::All => right.approve.iter().all(|role| given(role).is_some()),
        How::InOrder => {
            let mut from = 0;
            right.approve.iter().all(|role| {
                let turn = approvals[from..].iter().position(|vote| vote.acted.contains(role));
                from += turn.unwrap_or(0);
                turn.is_some()
            })
        }
    };
    if !enough {
        lacks.push(format!("not approved by {:?} of {:?}", right.how, right.approve));
    }
    if right.consult_first {
        let mut heard: BTreeSet<&RoleId> = BTreeSet::new();
        for vote in &proposal.votes {
            heard.extend(&vote.acted);
            let all = right
                .consult
                .iter()
                .all(|role| heard.contains(role) || vote.unasked.contains(role));
            if vote.verdict == "approve" && !all {
                lacks.push(format!("approved before {:?} were heard", right.consult));
            }
        }
    }
    lacks
}

fn on(at: Moment) -> NaiveDate {
    at.in_zone(chrono_tz::Europe::Berlin).date_naive()
}

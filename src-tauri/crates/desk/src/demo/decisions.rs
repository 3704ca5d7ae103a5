//! Proposing and voting as the company does it: by the title of what is decided.

use domain::Moment;
use domain::decision::{Class, DecisionKind, EvidenceAsked, How, Verdict};

use super::PASSPHRASE;
use super::company::in_days;
use super::register::{by_name, guardrails};
use super::story::{Quarters, Story, on};
use crate::operations::{
    ChangeGiven, DecisionQuery, DecisionRow, EvidenceGiven, GiveVotes, Given, Nothing, PermitGiven,
    ProposeDecision, RightGiven, RightShown, UsePermit, VoteGiven, WithdrawDecision,
};
use crate::{Desk, Problem};

/// A moment of the story: a day and the time on it.
#[derive(Clone, Copy)]
pub struct When {
    /// Week and day, from 0; none on the last working day before the end.
    day: Option<(u64, u64)>,
    hour: u32,
    minute: u32,
}

/// A time on a day of a week.
pub const fn at(week: u64, day: u64, hour: u32, minute: u32) -> When {
    When { day: Some((week, day)), hour, minute }
}

/// A time on the last working day before the end, so that what is open then is still open.
pub const fn lately(hour: u32, minute: u32) -> When {
    When { day: None, hour, minute }
}

impl When {
    fn moment(self, days: &Quarters) -> Moment {
        let day = self.day.map_or_else(|| days.last_working(), |(week, day)| days.day(week, day));
        on(day, self.hour, self.minute)
    }
}

/// A proposal, and what was said of it.
pub struct Told {
    pub at: When,
    pub by: &'static str,
    pub kind: DecisionKind,
    pub title: &'static str,
    pub why: &'static str,
    pub back: &'static str,
    pub what: What,
    /// What is shown for what the right asks and the desk cannot know.
    pub shown: &'static [(EvidenceAsked, &'static str)],
    pub then: &'static [Then],
}

/// What is to change.
pub enum What {
    /// Nothing of a workflow but that it goes live.
    Live(&'static str),
    /// The guardrails of a workflow.
    Guardrails(&'static str, &'static [&'static str]),
    /// What a workflow may do.
    Permission(&'static str, fn() -> Given),
    /// Something the register does not hold.
    Ask(&'static str, Option<Permit>),
    /// How one kind is decided: who approves, all of them, in how many hours.
    Right(DecisionKind, &'static [&'static str], u32),
    /// What another decision did, by its title.
    Undo(&'static str),
}

/// A permit that is asked for.
#[derive(Clone, Copy)]
pub struct Permit {
    pub class: Class,
    /// Its last day: of a week, or so many days after the end.
    pub last: Last,
    pub count: Option<u32>,
    pub discount: &'static str,
    pub to: &'static str,
}

/// The last day of a permit.
#[derive(Clone, Copy)]
pub enum Last {
    Of(u64, u64),
    After(u64),
}

/// What somebody did about a proposal.
pub enum Then {
    Vote(When, &'static str, Verdict, &'static str),
    Withdraw(When, &'static str),
    /// The permit is used for so many, and where that is recorded.
    Use(When, &'static str, u32, &'static str),
}

impl Told {
    /// Plans the proposal and what came of it.
    pub fn plan(&'static self, story: &mut Story<'_>) {
        let days = story.days;
        story.plan(self.at.moment(&days), self.by, move |story| self.propose(story));
        for then in self.then {
            let (when, by) = match then {
                Then::Vote(when, by, ..) | Then::Use(when, by, ..) => (*when, *by),
                Then::Withdraw(when, _) => (*when, self.by),
            };
            story.plan(when.moment(&days), by, move |story| self.goes_on(story, then));
        }
    }

    fn propose(&self, story: &mut Story<'_>) -> Result<(), Problem> {
        let change = self.change(story)?;
        let shown = |(asked, words): &(EvidenceAsked, &str)| EvidenceGiven {
            asked: *asked,
            words: (*words).to_owned(),
            at: Vec::new(),
        };
        let proposal = ProposeDecision {
            kind: self.kind,
            title: self.title.to_owned(),
            rationale: self.why.to_owned(),
            rollback_plan: self.back.to_owned(),
            evidence: self.shown.iter().map(shown).collect(),
            change,
        };
        story.desk.propose_decision(proposal).map(|_| ())
    }

    fn change(&self, story: &mut Story<'_>) -> Result<ChangeGiven, Problem> {
        Ok(match &self.what {
            What::Live(name) => of_workflow(story.desk, name, Vec::new())?,
            What::Guardrails(name, words) => {
                of_workflow(story.desk, name, vec![guardrails(words)])?
            }
            What::Permission(name, given) => of_workflow(story.desk, name, vec![given()])?,
            What::Ask(what, permit) => ChangeGiven::Request {
                what: (*what).to_owned(),
                workflow: None,
                permit: permit.map(|permit| permit.given(&story.days)),
            },
            What::Right(kind, approve, hours) => {
                ChangeGiven::Rights { rights: rights(story.desk, *kind, approve, *hours)? }
            }
            What::Undo(title) => {
                ChangeGiven::Undo { decision: titled(story.desk, title)?.decision }
            }
        })
    }

    fn goes_on(&self, story: &mut Story<'_>, then: &Then) -> Result<(), Problem> {
        let decision = titled(story.desk, self.title)?.decision;
        match then {
            Then::Vote(_, _, verdict, reason) => vote(story.desk, &[decision], *verdict, reason),
            Then::Withdraw(_, why) => {
                let why = (*why).to_owned();
                story.desk.withdraw_decision(WithdrawDecision { decision, why }).map(|_| ())
            }
            Then::Use(_, _, count, pointer) => {
                let permits = story.desk.decisions(Nothing {})?.permits;
                let issued = permits.into_iter().find(|permit| permit.decision == decision);
                let missing = || Problem::internal(format!("no permit for {}", self.title));
                let used = UsePermit {
                    permit: issued.ok_or_else(missing)?.permit,
                    count: *count,
                    on: story.today().to_string(),
                    pointer: (*pointer).to_owned(),
                    why: String::new(),
                };
                story.desk.use_permit(used).map(|_| ())
            }
        }
    }
}

impl Permit {
    fn given(self, days: &Quarters) -> PermitGiven {
        PermitGiven {
            class: self.class,
            last_day: match self.last {
                Last::Of(week, day) => days.day(week, day).to_string(),
                Last::After(ahead) => in_days(days, ahead),
            },
            count: self.count,
            discount_percent: self.discount.to_owned(),
            to: self.to.to_owned(),
            segments: Vec::new(),
        }
    }
}

/// Whoever is signed in votes on every open decision of a kind that waits for them, in one sitting.
pub fn vote_on_all(desk: &mut Desk, kind: DecisionKind, verdict: Verdict) -> Result<(), Problem> {
    let open = desk.decisions(Nothing {})?.open;
    let asked = open.into_iter().filter(|row| row.kind == kind && row.asked_of_me.is_some());
    let asked: Vec<String> = asked.map(|row| row.decision).collect();
    if asked.is_empty() { Ok(()) } else { vote(desk, &asked, verdict, "") }
}

/// Whoever is signed in says the same of these, under one passphrase.
fn vote(
    desk: &mut Desk,
    decisions: &[String],
    verdict: Verdict,
    reason: &str,
) -> Result<(), Problem> {
    let mut votes = Vec::new();
    for decision in decisions {
        let subject = desk.decision(DecisionQuery { decision: decision.clone() })?.subject;
        let (decision, reason) = (decision.clone(), reason.to_owned());
        votes.push(VoteGiven { decision, subject, verdict, reason });
    }
    desk.give_votes(GiveVotes { votes, passphrase: PASSPHRASE.into() }).map(|_| ())
}

fn of_workflow(desk: &mut Desk, name: &str, given: Vec<Given>) -> Result<ChangeGiven, Problem> {
    let row = by_name(desk, name)?;
    let (workflow, seen) = (row.workflow, row.changed_entry);
    Ok(ChangeGiven::Workflow { workflow, seen, given, status: None, outside: Vec::new() })
}

/// The decision of that title.
pub fn titled(desk: &mut Desk, title: &str) -> Result<DecisionRow, Problem> {
    let view = desk.decisions(Nothing {})?;
    let mut rows = view.open.into_iter().chain(view.over);
    let missing = || Problem::internal(format!("nothing is proposed as {title}"));
    rows.find(|row| row.title.as_deref() == Some(title)).ok_or_else(missing)
}

/// The rights as they stand, but for one kind, which all of these roles approve.
fn rights(
    desk: &mut Desk,
    kind: DecisionKind,
    approve: &[&str],
    hours: u32,
) -> Result<Vec<RightGiven>, Problem> {
    let mut rights: Vec<_> =
        desk.decision_rights(Nothing {})?.rights.into_iter().map(given).collect();
    for right in rights.iter_mut().filter(|right| right.kind == kind) {
        right.approve = approve.iter().map(|role| (*role).to_owned()).collect();
        right.how = How::All;
        right.hours = hours;
    }
    Ok(rights)
}

fn given(right: RightShown) -> RightGiven {
    let roles = |roles: Vec<crate::operations::RoleNamed>| {
        roles.into_iter().map(|role| role.role).collect()
    };
    RightGiven {
        kind: right.kind,
        workflow: right.workflow,
        propose: roles(right.propose),
        consult: roles(right.consult),
        consult_first: right.consult_first,
        approve: roles(right.approve),
        how: right.how,
        hours: right.hours,
        evidence: right.evidence,
    }
}

//! A company of five with a desk, and each step done at it.

use std::path::Path;

use chrono::{Duration, NaiveDate};
use desk::operations::{
    AddWorkflow, ApplyDecision, ChangeGiven, ConfirmStop, DescribeWorkflow, EndRole, EnrolKey,
    EvidenceGiven, FindingsQuery, GiveRole, GiveVotes, Given, NameDeputies, Nothing, PermitGiven,
    Place, ProposeDecision, RaisePermit, RecordAbsence, RegisterQuery, RegisterRow, RightGiven,
    RightShown, RuleSwitched, SetWorkflowStatus, StopWorkflow, UsePermit, VoteGiven,
    WithdrawDecision, WorkflowQuery,
};
use desk::{Clock, Desk, Problem};
use domain::decision::{
    Class, DecisionKind, DecisionState, EvidenceAsked, How, PermitState, Verdict,
};
use domain::rule::Rule;
use domain::workflow::Permitted;
use domain::{Moment, PersonRef};
use ledger::key::Cost;

use super::judge::Judge;
use super::past::Screens;
use super::step::{Idea, So, Step};
use crate::support::*;

/// Somebody of the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// RevOps.
    Operator,
    /// The executive sponsor.
    Sponsor,
    Security,
    Legal,
    /// The sales leader: first to stand in for the sponsor and for security.
    Sales,
}

impl Who {
    pub fn reference(self) -> String {
        PersonRef::new(self as u32 + 1).to_string()
    }
}

/// How a decision is carried: legal is heard, then both approve.
const CARRY: [(Who, Verdict); 3] = [
    (Who::Legal, Verdict::Agree),
    (Who::Security, Verdict::Approve),
    (Who::Sponsor, Verdict::Approve),
];

/// Roles that change hands.
const ROLES: [&str; 3] = ["executive-sponsor", "security", "legal"];

pub struct Company {
    pub room: Room,
    pub desk: Desk,
    at_desk: Option<(Who, Moment)>,
    workflows: u32,
    /// What the screens showed after some entries.
    pub kept: Vec<(u64, Screens)>,
    /// The newest entry that was looked at.
    pub seen: u64,
}

impl Company {
    /// The company as it was [founded](founded), in a room of its own.
    pub fn begins(first: &Room) -> Self {
        let room = Room::new();
        room.clock.set(first.clock.now());
        copy(first.folder.path(), room.folder.path());
        let mut desk = room.desk("company");
        desk.open_path(&room.workspace()).unwrap();
        let seen = size(&mut desk);
        Self { room, desk, at_desk: None, workflows: 4, kept: Vec::new(), seen }
    }

    /// Does a step; says what came of it: the code of a refusal, or `done`.
    pub fn takes(&mut self, step: &Step) -> String {
        code(self.tries(step))
    }

    fn tries(&mut self, step: &Step) -> Result<(), Problem> {
        match *step {
            Step::Propose { by, what, about } => self.proposes(by, what, about),
            Step::Carry { what, about } => {
                self.proposes(Who::Operator, what, about)?;
                for (by, says) in CARRY {
                    let said = self.votes(by, &[0], says, None);
                    said.or_else(|refused| match refused.code.as_str() {
                        // Nobody is asked of that role, or it was enough already.
                        "not-entitled" | "out-of-turn" | "decision-over" | "voted-already" => {
                            Ok(())
                        }
                        _ => Err(refused),
                    })?;
                }
                Ok(())
            }
            Step::Hasten { what, about } => {
                self.proposes(Who::Operator, what, about)?;
                self.votes(Who::Sponsor, &[0], Verdict::Approve, None)
            }
            Step::Undermine { what, about } => {
                self.proposes(Who::Operator, what, about)?;
                self.describes(Who::Operator, about, So::Bottleneck)?;
                self.votes(Who::Sponsor, &[0], Verdict::Refuse, None)
            }
            Step::Delay { what, about } => {
                self.proposes(Who::Operator, what, about)?;
                self.room.later(7 * 24 * 60);
                self.votes(Who::Sponsor, &[0], Verdict::Approve, None)
            }
            Step::Vote { by, on, says } => self.votes(by, &[on], says, None),
            Step::Sit { by, on, and } => self.votes(by, &[on, and], Verdict::Approve, None),
            Step::VoteOnAnother { by, on } => {
                self.votes(by, &[on], Verdict::Approve, Some("00".repeat(32)))
            }
            Step::ApproveOwn { about } => {
                self.proposes(Who::Security, Idea::Guardrail, about)?;
                self.votes(Who::Security, &[0], Verdict::Approve, None)
            }
            Step::VoteOnOwn { on } => {
                let decision = self.decision(on)?;
                let by = read_decision(&mut self.desk, &decision).row.by;
                let all = [Who::Operator, Who::Sponsor, Who::Security, Who::Legal, Who::Sales];
                let by = all.into_iter().find(|who| who.reference() == by).unwrap();
                self.votes(by, &[on], Verdict::Approve, None)
            }
            Step::ApproveInPlace { on } => {
                self.away(Who::Sponsor, 0).or_else(|refused| {
                    if refused.code == "away-already" { Ok(()) } else { Err(refused) }
                })?;
                self.votes(Who::Sales, &[on], Verdict::Approve, None)
            }
            Step::AgreeTwice { on } => {
                self.votes(Who::Legal, &[on], Verdict::Agree, None)?;
                self.votes(Who::Legal, &[on], Verdict::Agree, None)
            }
            Step::Withdraw { by, on } => {
                let (decision, why) = (self.decision(on)?, "Not now.".to_owned());
                self.by(by).withdraw_decision(WithdrawDecision { decision, why }).map(|_| ())
            }
            Step::Apply { by, on } => {
                let decision = self.decision(on)?;
                self.by(by).apply_decision(ApplyDecision { decision }).map(|_| ())
            }
            Step::UsePermit { permit, count, days_ago } => self.uses(permit, count, days_ago),
            Step::RaisePermit { permit } => self.raises_permit(permit),
            Step::Describe { by, about, so } => self.describes(by, about, so),
            Step::Set { by, about, to } => {
                let (workflow, why) = (self.workflow(about), "So it is.".to_owned());
                let request = SetWorkflowStatus { workflow, status: to, why };
                self.by(by).set_workflow_status(request).map(|_| ())
            }
            Step::Stop { by, about } => {
                let (workflow, why) = (self.workflow(about), "It sends nonsense.".to_owned());
                let request = StopWorkflow { workflow, why, drill: false };
                self.by(by).stop_workflow(request).map(|_| ())
            }
            Step::Confirm { by, stop } => {
                let stops = self.by(by).stops(Nothing {})?.stops;
                let stop = one_of(&stops, stop)?.stop.clone();
                let words = "Nothing is sent.".to_owned();
                self.desk.confirm_stop(ConfirmStop { stop, system: 0, words }).map(|_| ())
            }
            Step::Draft => self.drafts(),
            Step::FindLive => {
                let name = self.new_name();
                self.by(Who::Operator);
                found_live(&mut self.desk, &self.room, &name);
                Ok(())
            }
            Step::Later { hours } => {
                self.room.later(60 * i64::from(hours));
                Ok(())
            }
            Step::Away { who, days } => self.away(who, days),
            Step::StandIn { who, role } => {
                let from = self.today().to_string();
                let deputies = vec![Place { person: who.reference(), from, to: None }];
                let role = ROLES[usize::from(role)].to_owned();
                self.keeper_of(&role).name_deputies(NameDeputies { role, deputies }).map(|_| ())
            }
            Step::Give { who, role } => {
                let (person, from) = (who.reference(), self.today().to_string());
                let role = ROLES[usize::from(role)].to_owned();
                let desk = self.keeper_of(&role);
                desk.give_role(GiveRole { person, role, from, to: None }).map(|_| ())
            }
            Step::End { who, role } => {
                let yesterday = self.today() - Duration::days(1);
                let (person, on) = (who.reference(), yesterday.to_string());
                let role = ROLES[usize::from(role)].to_owned();
                let desk = self.keeper_of(&role);
                desk.end_role(EndRole { person, role, on, why: None }).map(|_| ())
            }
        }
    }

    /// The desk with whoever has a say over who holds `role` at it.
    fn keeper_of(&mut self, role: &str) -> &mut Desk {
        self.by(if role == ROLES[0] { Who::Sponsor } else { Who::Operator })
    }

    /// The desk with `who` signed in at it.
    pub fn by(&mut self, who: Who) -> &mut Desk {
        // A desk that nobody stayed at has locked.
        let here = Some((who, self.room.clock.now()));
        if self.at_desk != here {
            sign_in(&mut self.desk, &who.reference(), PASSPHRASE).unwrap();
            self.at_desk = here;
        }
        &mut self.desk
    }

    /// Today, where the company is.
    pub fn today(&self) -> NaiveDate {
        self.room.clock.now().in_zone(chrono_tz::Europe::Berlin).date_naive()
    }

    /// Live workflows that break a rule and of which no finding tells.
    pub fn unfound(&mut self, judged: &Judge) -> Vec<String> {
        let view = self.desk.findings(FindingsQuery::default()).unwrap();
        let told: Vec<(Rule, &str)> = view
            .groups
            .iter()
            .flat_map(|group| &group.findings)
            .map(|one| (one.rule, one.about.as_str()))
            .collect();
        let broken = judged.broken(self.room.clock.now());
        let unfound = broken.into_iter().filter(|(rule, about)| !told.contains(&(*rule, about)));
        unfound.map(|(rule, about)| format!("{about}: {rule}")).collect()
    }

    /// The permits that are found to be used beyond what they allow.
    pub fn exceeded(&mut self) -> Vec<String> {
        let view = self.desk.findings(FindingsQuery::default()).unwrap();
        let groups = view.groups.into_iter().filter(|group| group.rule.rule == Rule::PermitKept);
        let mut found: Vec<String> =
            groups.flat_map(|group| group.findings).map(|finding| finding.about).collect();
        found.sort();
        found
    }

    /// Each permit, and whether it is shown as exceeded.
    pub fn permits(&mut self) -> Vec<(String, bool)> {
        let rows = self.desk.decisions(Nothing {}).unwrap().permits;
        let shown = rows.into_iter().rev();
        shown.map(|row| (row.permit, row.state == PermitState::Exceeded)).collect()
    }

    fn proposes(&mut self, by: Who, what: Idea, about: u8) -> Result<(), Problem> {
        let request = self.proposal(what, about)?;
        self.by(by).propose_decision(request).map(|_| ())
    }

    fn proposal(&mut self, what: Idea, about: u8) -> Result<ProposeDecision, Problem> {
        let row = self.row(about);
        let stands = row.tier.map_or(0, domain::workflow::Tier::number);
        let of_workflow = |given: Vec<Given>| ChangeGiven::Workflow {
            workflow: row.workflow.clone(),
            seen: row.changed_entry,
            given,
            status: None,
            outside: Vec::new(),
        };
        let (kind, change) = match what {
            Idea::Launch => (DecisionKind::Launch, of_workflow(Vec::new())),
            Idea::Restart => (DecisionKind::Restart, of_workflow(Vec::new())),
            Idea::Raise | Idea::RaiseUnproven => {
                (DecisionKind::TierOrStage, of_workflow(vec![permission(tier(stands + 1))]))
            }
            Idea::Leap => {
                (DecisionKind::TierOrStage, of_workflow(vec![permission(tier(stands + 2))]))
            }
            Idea::Guardrail => {
                let words = format!("At most {} a day", self.room.clock.now().utc().timestamp());
                (DecisionKind::Guardrail, of_workflow(vec![Given::Guardrails(vec![words])]))
            }
            Idea::MassSend => (DecisionKind::MassSend, self.request(Class::Batch, about)),
            Idea::Export => (DecisionKind::DataExport, self.request(Class::Standing, about)),
            Idea::Switch => {
                let rules = self.desk.rules(Nothing {})?.rules;
                let rule = [Rule::LogsLocated, Rule::OwnerNamed][usize::from(about % 2)];
                let on = rules.iter().find(|row| row.rule.rule == rule).unwrap().on;
                let switched = vec![RuleSwitched { rule, on: !on }];
                (
                    DecisionKind::RuleSetting,
                    ChangeGiven::Rules { switched, numbers: Vec::new(), routes: Vec::new() },
                )
            }
            Idea::Undo => {
                let decision = self.decision(about)?;
                (DecisionKind::Rollback, ChangeGiven::Undo { decision })
            }
            Idea::Revoke => {
                let permits = self.desk.decisions(Nothing {})?.permits;
                let permit = one_of(&permits, about)?;
                let decision = permit.decision.clone();
                (DecisionKind::Rollback, ChangeGiven::Undo { decision })
            }
        };
        let evidence = match what {
            Idea::Raise | Idea::Leap => EvidenceAsked::ALL.iter().map(shown).collect(),
            Idea::Launch
            | Idea::Restart
            | Idea::RaiseUnproven
            | Idea::Guardrail
            | Idea::MassSend
            | Idea::Export
            | Idea::Switch
            | Idea::Undo
            | Idea::Revoke => Vec::new(),
        };
        Ok(ProposeDecision {
            kind,
            title: "Something new".into(),
            rationale: "It earned it.".into(),
            rollback_plan: "Put it back.".into(),
            evidence,
            change,
        })
    }

    fn request(&self, class: Class, about: u8) -> ChangeGiven {
        let permit = PermitGiven {
            class,
            last_day: (self.today() + Duration::days(i64::from(about) - 1)).to_string(),
            count: Some(3),
            discount_percent: String::new(),
            to: "Event guests".into(),
            segments: Vec::new(),
        };
        ChangeGiven::Request { what: "A send".into(), workflow: None, permit: Some(permit) }
    }

    /// Votes on what is proposed, or on other bytes.
    fn votes(
        &mut self,
        by: Who,
        on: &[u8],
        verdict: Verdict,
        other: Option<String>,
    ) -> Result<(), Problem> {
        let mut votes = Vec::new();
        for on in on {
            let decision = self.decision(*on)?;
            let read = read_decision(&mut self.desk, &decision).subject;
            let subject = other.clone().unwrap_or(read);
            let silent = *on == 0 && matches!(verdict, Verdict::Refuse | Verdict::Object);
            let reason = if silent { String::new() } else { "As agreed.".to_owned() };
            votes.push(VoteGiven { decision, subject, verdict, reason });
        }
        let passphrase = PASSPHRASE.into();
        self.by(by).give_votes(GiveVotes { votes, passphrase }).map(|_| ())
    }

    fn uses(&mut self, permit: u8, count: u8, days_ago: u8) -> Result<(), Problem> {
        let permits = self.desk.decisions(Nothing {})?.permits;
        let permit = one_of(&permits, permit)?.permit.clone();
        let on = (self.today() - Duration::days(days_ago.into())).to_string();
        let (count, pointer) = (u32::from(count), "s3://sends/12".to_owned());
        let request = UsePermit { permit, count, on, pointer, why: String::new() };
        self.by(Who::Sales).use_permit(request).map(|_| ())
    }

    fn raises_permit(&mut self, permit: u8) -> Result<(), Problem> {
        let permits = self.desk.decisions(Nothing {})?.permits;
        let permit = one_of(&permits, permit)?.permit.clone();
        self.by(Who::Sales).raise_permit(RaisePermit { permit }).map(|_| ())
    }

    fn describes(&mut self, by: Who, about: u8, so: So) -> Result<(), Problem> {
        let row = self.row(about);
        let stands = row.tier.map_or(0, domain::workflow::Tier::number);
        let given = match so {
            So::Bottleneck => vec![Given::Bottleneck(format!("As of {}", row.changed_entry))],
            So::Logs => vec![Given::Logs("In the warehouse.".into())],
            So::NoLogs => vec![Given::Logs(String::new())],
            So::NoOwner => vec![Given::Owner(None)],
            So::Complete => in_salesforce(),
            So::Lower => vec![permission(tier(stands.saturating_sub(1)))],
            So::Higher => vec![permission(tier(stands + 1))],
        };
        let (workflow, seen) = (row.workflow, row.changed_entry);
        let why = "The vendor told us.".to_owned();
        let request = DescribeWorkflow { workflow, seen, given, why };
        self.by(by).describe_workflow(request).map(|_| ())
    }

    fn away(&mut self, who: Who, days: u8) -> Result<(), Problem> {
        let (from, to) = (self.today(), self.today() + Duration::days(days.into()));
        let request = RecordAbsence {
            absence: None,
            person: who.reference(),
            from: from.to_string(),
            to: Some(to.to_string()),
            reason: String::new(),
        };
        self.by(Who::Operator).record_absence(request).map(|_| ())
    }

    fn drafts(&mut self) -> Result<(), Problem> {
        let name = self.new_name();
        drafted(self.by(Who::Operator), &name);
        Ok(())
    }

    fn new_name(&mut self) -> String {
        self.workflows += 1;
        format!("Workflow {}", self.workflows)
    }

    fn workflow(&mut self, about: u8) -> String {
        self.row(about).workflow
    }

    fn row(&mut self, about: u8) -> RegisterRow {
        let mut rows = self.desk.register(RegisterQuery::default()).unwrap().workflows;
        let place = usize::from(about) % rows.len();
        rows.remove(place)
    }

    /// One of the newest decisions.
    fn decision(&mut self, on: u8) -> Result<String, Problem> {
        let view = self.desk.decisions(Nothing {})?;
        let mut all: Vec<_> = view.open.into_iter().chain(view.over).collect();
        all.sort_by_key(|row| std::cmp::Reverse(row.entry));
        one_of(&all, on).map(|row| row.decision.clone())
    }
}

/// The one at a place among the first few, as far as there are as many.
fn one_of<T>(all: &[T], place: u8) -> Result<&T, Problem> {
    let place = usize::from(place).checked_rem(all.len());
    let one = place.and_then(|place| all.get(place));
    one.ok_or_else(|| Problem::new("nothing-yet", "There is none yet."))
}

/// The room in which every history begins, on a Monday: a workflow that was launched, a draft that
/// is complete, one that is not, and a workflow that was found live. Its keys open at once, under
/// one passphrase: what takes time to open a key by is proved elsewhere.
pub fn founded() -> Room {
    let room = Room::new();
    let mut desk = room.desk("company");
    desk.create_workspace(room.founding("desk.countersign")).unwrap();
    // Nobody is legal or security yet, so there is nobody to be heard first.
    drafted(&mut desk, "Lead scoring");
    decided(&mut desk, DecisionKind::Launch, "DEC-0001", launch);
    for (name, role) in
        [("Rafael Ortiz", "security"), ("Pia Sand", "legal"), ("Jonas Weidmann", "sales-leader")]
    {
        let person = add(&mut desk, name, &[role]).unwrap();
        let (new_passphrase, passphrase) = (PASSPHRASE.into(), PASSPHRASE.into());
        desk.enrol_key(EnrolKey { person, new_passphrase, passphrase }).unwrap();
    }
    for role in ["executive-sponsor", "security"] {
        let from = "2026-11-16".to_owned();
        let deputies = vec![Place { person: Who::Sales.reference(), from, to: None }];
        let (keeper, words) = match role {
            "security" => ("PER-0001", PASSPHRASE),
            _ => ("PER-0002", SPONSORS),
        };
        sign_in(&mut desk, keeper, words).unwrap();
        desk.name_deputies(NameDeputies { role: role.into(), deputies }).unwrap();
    }
    drafted(&mut desk, "Routing");
    drafted(&mut desk, "Outreach");
    describe(&mut desk, "WF-0002", vec![Given::Logs(String::new())]);
    found_live(&mut desk, &room, "Sequences");
    decided(&mut desk, DecisionKind::RuleSetting, "DEC-0002", rights);
    desk.close_workspace(Nothing {}).unwrap();
    drop(desk);
    told(&room.path("company"));
    room
}

/// Seals every key anew, so that opening it takes next to nothing.
fn told(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            told(&path);
        } else if let Some(pem) =
            std::fs::read_to_string(&path).ok().filter(|text| text.contains("ENCRYPTED"))
        {
            let opened =
                [PASSPHRASE, SPONSORS].iter().find_map(|words| ledger::key::open(&pem, words).ok());
            let sealed =
                ledger::key::seal(&opened.unwrap(), PASSPHRASE, [1; 16], [2; 16], Cost::Told);
            std::fs::write(&path, sealed.unwrap().as_bytes()).unwrap();
        }
    }
}

/// Copies a folder, whole.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// RevOps proposes, the sponsor approves.
fn decided(
    desk: &mut Desk,
    kind: DecisionKind,
    decision: &str,
    change: impl FnOnce(&mut Desk) -> ChangeGiven,
) {
    let change = change(desk);
    desk.propose_decision(ProposeDecision {
        kind,
        title: "How we begin".into(),
        rationale: "Somebody has to.".into(),
        rollback_plan: "Put it back.".into(),
        evidence: Vec::new(),
        change,
    })
    .unwrap();
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let yes = approval(desk, decision, SPONSORS);
    desk.give_votes(yes).unwrap();
    assert_eq!(read_decision(desk, decision).row.state, DecisionState::Applied, "{decision}");
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
}

fn launch(desk: &mut Desk) -> ChangeGiven {
    let workflow = "WF-0001".to_owned();
    let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let (given, status, outside) = (Vec::new(), None, Vec::new());
    ChangeGiven::Workflow { workflow, seen, given, status, outside }
}

/// The start-up rights, some of them with more approvers: any, all, and one after the other.
fn rights(desk: &mut Desk) -> ChangeGiven {
    let rights = desk.decision_rights(Nothing {}).unwrap().rights;
    let both = || vec!["security".to_owned(), "executive-sponsor".to_owned()];
    let given = |right: RightShown| {
        let ids = |roles: Vec<desk::operations::RoleNamed>| {
            roles.into_iter().map(|role| role.role).collect::<Vec<_>>()
        };
        let mut given = RightGiven {
            kind: right.kind,
            workflow: right.workflow,
            propose: ids(right.propose),
            consult: ids(right.consult),
            consult_first: right.consult_first,
            approve: ids(right.approve),
            how: right.how,
            hours: right.hours,
            evidence: right.evidence,
        };
        if given.kind == DecisionKind::Launch {
            given.propose.push("security".into());
            given.consult = vec!["legal".into()];
            given.consult_first = true;
        } else if matches!(given.kind, DecisionKind::TierOrStage | DecisionKind::DataExport) {
            (given.approve, given.how) = (both(), How::All);
        } else if matches!(given.kind, DecisionKind::Guardrail | DecisionKind::MassSend) {
            (given.approve, given.how) = (both(), How::InOrder);
        }
        given
    };
    ChangeGiven::Rights { rights: rights.into_iter().map(given).collect() }
}

fn drafted(desk: &mut Desk, name: &str) {
    let added =
        desk.add_workflow(AddWorkflow { name: name.to_owned(), ..AddWorkflow::default() }).unwrap();
    describe(desk, &added.workflow, in_salesforce());
}

/// Everything the launch rules ask, and an outside system in which a stop is to be confirmed.
fn in_salesforce() -> Vec<Given> {
    let mut given = complete();
    given.push(Given::SystemOfRecord("Salesforce".into()));
    given
}

fn describe(desk: &mut Desk, workflow: &str, given: Vec<Given>) {
    let workflow = workflow.to_owned();
    let query = WorkflowQuery { workflow: workflow.clone(), as_of: None };
    let seen = desk.workflow(query).unwrap().row.changed_entry;
    let why = String::new();
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
}

fn tier(number: u8) -> Permitted {
    match number {
        0 => Permitted::Blocked,
        1 => Permitted::Tier1,
        2 => Permitted::Tier2,
        3 => Permitted::Tier3,
        _ => Permitted::Tier4,
    }
}

fn shown(asked: &EvidenceAsked) -> EvidenceGiven {
    EvidenceGiven { asked: *asked, words: "59 clean items".into(), at: Vec::new() }
}

//! Proposing, and what proposing would come to.

use std::collections::BTreeSet;

use domain::decision::{
    self, Change, Decision, DecisionKind, EvidenceShown, Ground, Known, PermitTerms, Proposal,
    Request, Right, Setting, SettingGround, Stated, Target, asked, changed_by, right_for,
};
use domain::people::Standing;
use domain::raci::lint::{Among, Governed};
use domain::raci::{Held, Terms};
use domain::refusal::{NAME_LIMIT, TEXT_LIMIT, optional, required};
use domain::rule::{self, Settings};
use domain::stop::Stop;
use domain::workflow::{Facts, Register, Status, Workflow};
use domain::{
    DecisionRef, Event, Moment, PermitRef, PersonRef, RaciId, RaciRowId, Refusal, RoleId,
    WorkflowRef,
};
use rust_decimal::Decimal;
use store::View;

use super::difference::difference;
use super::known::{evidence_rows, known};
use super::{
    ChangeGiven, DecisionQuery, DecisionView, EvidenceGiven, OutsideGiven, PermitGiven,
    ProposalPreview, ProposeDecision, RouteSet, RuleSwitched, right_shown, rights, setting,
};
use crate::people::{Names, standing};
use crate::register::{give, stands};
use crate::workspace::settings;
use crate::{Desk, Problem, raci};

impl Desk {
    /// See the list of operations.
    pub fn propose_decision(&mut self, request: ProposeDecision) -> Result<DecisionView, Problem> {
        let mut proposed = None;
        self.act(|act| {
            let floor = Floor::of(act.view, &request, act.now)?;
            let event = floor.propose(act.by, &request)?;
            proposed = Some(floor.next);
            Ok(vec![event])
        })?;
        let decision = proposed.map(|decision: DecisionRef| decision.to_string());
        self.decision(DecisionQuery { decision: decision.unwrap_or_default() })
    }

    /// See the list of operations.
    pub fn preview_decision(
        &mut self,
        mut request: ProposeDecision,
    ) -> Result<ProposalPreview, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (view, me) = (open.view(), open.at_desk.person());
        // Words that nobody has typed yet are no reason to call it refused.
        for words in [&mut request.title, &mut request.rationale] {
            if words.trim().is_empty() {
                *words = "–".to_owned();
            }
        }
        let mut preview = ProposalPreview {
            differences: Vec::new(),
            right: None,
            evidence: Vec::new(),
            until: None,
            refused: None,
        };
        let floor = match Floor::of(&view, &request, now) {
            Ok(floor) => floor,
            Err(refused) => return Ok(ProposalPreview { refused: Some(refused), ..preview }),
        };
        let names = Names::of(&view)?;
        if let Ok((change, _)) = changed_by(floor.ground(), request.kind, floor.target()) {
            preview.differences = difference(&change, &names);
            if let Ok(right) = right_for(&floor.rights, request.kind, change.workflow()) {
                let plan = !request.rollback_plan.trim().is_empty();
                let asked = asked(right, &change, plan);
                preview.evidence = evidence_rows(&asked, &floor.evidence, &floor.known);
            }
        }
        if let Ok(right) = right_for(&floor.rights, request.kind, floor.wanted.workflow()) {
            preview.right = Some(right_shown(right, &names));
            let until = now.plus(chrono::Duration::hours(i64::from(right.hours)));
            preview.until = Some(crate::when::local(until, settings(&view)?.zone));
        }
        let by = me.unwrap_or(PersonRef::new(0));
        preview.refused = floor.propose(by, &request).err();
        Ok(preview)
    }
}

/// Everything a proposal is judged on, read once.
struct Floor {
    standing: Standing,
    register: Register,
    rights: Vec<Right>,
    rights_since: u64,
    judged: rule::Among,
    rules_since: u64,
    stops: Vec<Stop>,
    next: DecisionRef,
    known: Vec<Known>,
    now: Moment,
    kind: DecisionKind,
    evidence: Vec<EvidenceShown>,
    wanted: Wanted,
}

/// What is to change, with what stands.
enum Wanted {
    Workflow {
        now: Box<Workflow>,
        since: u64,
        facts: Box<Facts>,
        status: Status,
        outside: Vec<Stated>,
    },
    Raci {
        matrix: RaciId,
        held: Held,
        seen: u64,
        terms: Terms,
        among: Stood,
    },
    Rights(Vec<Right>),
    Rules(Settings),
    Setting {
        after: Setting,
        on: Box<SettingGround>,
    },
    Request(Request),
    Undo {
        decision: Box<Decision>,
        workflow: Option<(Box<Workflow>, u64)>,
        raci: Option<Held>,
        permit: Option<(PermitRef, u64)>,
    },
}

/// What a matrix stands among.
pub(super) struct Stood {
    other_rows: BTreeSet<RaciRowId>,
    governed: Vec<Governed>,
}

impl Stood {
    pub(super) fn of(view: &View<'_>, matrix: &RaciId) -> Result<Self, Problem> {
        Ok(Self { other_rows: view.other_raci_rows(matrix)?, governed: view.governed()? })
    }

    pub(super) fn among<'a>(&'a self, standing: &'a Standing) -> Among<'a> {
        Among { standing, other_rows: &self.other_rows, workflows: &self.governed }
    }
}

impl Floor {
    fn of(view: &View<'_>, request: &ProposeDecision, now: Moment) -> Result<Self, Problem> {
        let wanted = wanted(view, request, now)?;
        let workflow = wanted.workflow();
        let (rights, rights_since) = view.decision_rights()?;
        let standing = standing(view, now)?;
        let (stops, evidence) = (view.stops()?, evidence(view, &request.evidence)?);
        Ok(Self {
            judged: view.among(standing.clone())?,
            rules_since: view.rules_since()?,
            stops: stops.iter().map(|stop| stop.as_it_stands()).collect(),
            standing,
            register: view.register()?,
            rights,
            rights_since,
            next: view.next_decision()?,
            known: known(view, workflow, &evidence, now)?,
            now,
            kind: request.kind,
            evidence,
            wanted,
        })
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            standing: &self.standing,
            judged: &self.judged,
            stops: &self.stops,
            register: &self.register,
            rights: &self.rights,
            next: self.next,
            known: &self.known,
            now: self.now,
        }
    }

    fn propose(&self, by: PersonRef, request: &ProposeDecision) -> Result<Event, Problem> {
        let proposal = Proposal {
            kind: self.kind,
            title: &request.title,
            rationale: &request.rationale,
            rollback_plan: &request.rollback_plan,
            evidence: self.evidence.clone(),
        };
        Ok(decision::propose(self.ground(), by, proposal, self.target())?)
    }

    fn target(&self) -> Target<'_> {
        match &self.wanted {
            Wanted::Workflow { now, since, facts, status, outside } => Target::Workflow {
                now,
                since: *since,
                facts,
                status: *status,
                outside: outside.clone(),
            },
            Wanted::Raci { matrix, held, seen, terms, among } => Target::Raci {
                among: among.among(&self.standing),
                matrix,
                held,
                seen: *seen,
                terms,
            },
            Wanted::Rights(after) => {
                Target::Rights { since: self.rights_since, after: after.clone() }
            }
            Wanted::Rules(after) => Target::Rules { since: self.rules_since, after: after.clone() },
            Wanted::Setting { after, on } => Target::Setting { after: after.clone(), on },
            Wanted::Request(request) => Target::Request(request.clone()),
            Wanted::Undo { decision, workflow, raci, permit } => Target::Undo {
                decision,
                workflow: workflow.as_ref().map(|(now, since)| (&**now, *since)),
                raci: raci.as_ref(),
                rights_since: self.rights_since,
                rules_since: self.rules_since,
                permit: *permit,
            },
        }
    }
}

impl Wanted {
    /// The workflow that the decision is about.
    fn workflow(&self) -> Option<WorkflowRef> {
        match self {
            Self::Workflow { now, .. } => Some(now.workflow),
            Self::Request(request) => request.workflow,
            Self::Undo { decision, .. } => decision.proposed.change.workflow(),
            Self::Raci { .. } | Self::Rights(_) | Self::Rules(_) | Self::Setting { .. } => None,
        }
    }
}

fn wanted(view: &View<'_>, request: &ProposeDecision, now: Moment) -> Result<Wanted, Problem> {
    Ok(match &request.change {
        ChangeGiven::Workflow { workflow, seen, given, status, outside } => {
            let known = stands(view, workflow.parse()?)?;
            if known.since > *seen {
                return Err(Problem::new(
                    "changed-meanwhile",
                    format!("{workflow} was changed by entry {} since you looked.", known.since),
                ));
            }
            let now = known.as_it_stands();
            let mut facts = now.facts.clone();
            facts.forget_gone();
            for given in given.iter().cloned() {
                give(&mut facts, given)?;
            }
            let ends_live = matches!(request.kind, DecisionKind::Launch | DecisionKind::Restart);
            let stays = if ends_live { Status::Live } else { now.status };
            Wanted::Workflow {
                status: status.unwrap_or(stays),
                facts: Box::new(facts),
                since: known.since,
                now: Box::new(now),
                outside: outside.iter().map(stated).collect::<Result<_, _>>()?,
            }
        }
        ChangeGiven::Raci { matrix, seen, terms } => {
            let matrix = raci::which(view, matrix.as_deref())?;
            Wanted::Raci {
                held: view.raci_matrix(&matrix)?,
                seen: *seen,
                terms: raci::stated(terms)?,
                among: Stood::of(view, &matrix)?,
                matrix,
            }
        }
        ChangeGiven::Rights { rights: given } => {
            Wanted::Rights(given.iter().map(rights::stated).collect::<Result<_, _>>()?)
        }
        ChangeGiven::Rules { switched, numbers, routes } => {
            let (mut after, known) = (view.rules()?, view.roles()?);
            for RuleSwitched { rule, on } in switched {
                let _ = if *on { after.off.remove(rule) } else { after.off.insert(*rule) };
            }
            after.numbers.extend(numbers.iter().map(|set| (set.number, set.to)));
            for RouteSet { kind, roles } in routes {
                let roles: Vec<RoleId> = roles.iter().map(RoleId::new).collect();
                let unknown = |role: &&RoleId| !known.iter().any(|one| one.role == **role);
                if let Some(role) = roles.iter().find(unknown) {
                    return Err(Refusal::Unknown { reference: role.to_string() }.into());
                }
                after.routes.insert(*kind, roles);
            }
            Wanted::Rules(after)
        }
        ChangeGiven::Setting { given } => {
            let after = setting::wanted(view, given)?;
            let on = Box::new(setting::ground(view, &after, now)?);
            Wanted::Setting { after, on }
        }
        ChangeGiven::Request { what, workflow, permit } => Wanted::Request(Request {
            what: required("what is asked for", what, TEXT_LIMIT)?,
            workflow: workflow.as_deref().map(str::parse).transpose()?,
            permit: permit.as_ref().map(permit_terms).transpose()?,
        }),
        ChangeGiven::Undo { decision } => undo(view, decision)?,
    })
}

/// What another decision did, with what it did it to.
fn undo(view: &View<'_>, decision: &str) -> Result<Wanted, Problem> {
    let unknown = || domain::Refusal::Unknown { reference: decision.to_owned() };
    let decision = view.decision(decision.parse()?)?.ok_or_else(unknown)?;
    let change = &decision.proposed.change;
    let workflow = match change {
        Change::Workflow(change) => Some(stands(view, change.workflow)?),
        Change::Raci(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Setting(_)
        | Change::Request(_)
        | Change::Revoke(_) => None,
    };
    let raci = match change {
        Change::Raci(change) => Some(view.raci_matrix(&change.after.matrix)?),
        Change::Workflow(_)
        | Change::Rights(_)
        | Change::Rules(_)
        | Change::Setting(_)
        | Change::Request(_)
        | Change::Revoke(_) => None,
    };
    let settled = decision.settled;
    Ok(Wanted::Undo {
        workflow: workflow.map(|known| (Box::new(known.as_it_stands()), known.since)),
        raci,
        permit: settled.and_then(|settled| Some((settled.permit?, settled.entry))),
        decision: Box::new(decision),
    })
}

fn stated(given: &OutsideGiven) -> Result<Stated, Problem> {
    Ok(Stated {
        field: required("the setting", &given.field, NAME_LIMIT)?,
        before: optional("what it is", &given.before, TEXT_LIMIT)?,
        after: optional("what it is to be", &given.after, TEXT_LIMIT)?,
    })
}

fn permit_terms(given: &PermitGiven) -> Result<PermitTerms, Problem> {
    let percent = given.discount_percent.trim();
    let discount_percent = (!percent.is_empty())
        .then(|| {
            percent.parse::<Decimal>().map_err(|_| {
                let says = format!("“{percent}” cannot be read; write a number like 12.5.");
                Problem::new("unreadable-value", says)
            })
        })
        .transpose()?;
    let segments = given.segments.iter().map(|words| optional("a segment", words, NAME_LIMIT));
    Ok(PermitTerms {
        class: given.class,
        last_day: crate::when::day(&given.last_day)?,
        count: given.count,
        discount_percent,
        to: optional("to whom it goes", &given.to, NAME_LIMIT)?,
        segments: segments.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect(),
    })
}

/// What is shown, each reference one of something on the record.
fn evidence(view: &View<'_>, given: &[EvidenceGiven]) -> Result<Vec<EvidenceShown>, Problem> {
    let shown = given.iter().map(|given| {
        let words = optional("what is shown", &given.words, TEXT_LIMIT)?;
        for reference in &given.at {
            if !view.is_known(reference)? {
                return Err(domain::Refusal::Unknown { reference: reference.clone() }.into());
            }
        }
        Ok(EvidenceShown { asked: given.asked, words, at: given.at.clone() })
    });
    let mut shown = shown.collect::<Result<Vec<_>, Problem>>()?;
    shown.retain(|shown| shown.words.is_some() || !shown.at.is_empty());
    Ok(shown)
}

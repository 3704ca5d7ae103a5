//! A finding in words.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::people::Standing;
use domain::policy::Unattested;
use domain::rule::{About, Broken, Exceeded, Part, Rule, matrix_mark};
use domain::workflow::{Fact, Facts, Permission};
use domain::{ExceptionRef, PermitRef, PersonRef, PolicyRef, TeamRef, WorkflowRef};
use store::View;

use super::find::{Dated, Found};
use super::{Finding, MendPlace, MendScreen, PutOffShown, blocks};
use crate::Problem;
use crate::metrics;
use crate::people::Names;
use crate::policies;
use crate::raci::Sayer;

/// People whom a finding names before it only counts them.
const NAMED: usize = 5;

/// Knows the names that findings are told with.
pub(super) struct Teller<'a> {
    found: &'a Found,
    names: Names,
    workflows: BTreeMap<WorkflowRef, Option<String>>,
    cadences: BTreeMap<domain::CadenceId, String>,
    teams: BTreeMap<TeamRef, String>,
    /// What policies are called.
    policies: BTreeMap<PolicyRef, String>,
    /// What the exceptions that findings are about are of.
    exceptions: BTreeMap<ExceptionRef, String>,
}

impl<'a> Teller<'a> {
    /// Reads the names that telling what was found of `about` takes.
    pub(super) fn of<'b>(
        view: &View<'_>,
        found: &'a Found,
        about: impl IntoIterator<Item = &'b About>,
    ) -> Result<Self, Problem> {
        let words = |text: &domain::Text| text.words().unwrap_or("–").to_owned();
        let about: Vec<&About> = about.into_iter().collect();
        let mut policies = BTreeSet::new();
        for one in &about {
            if let About::Policy(policy) = one {
                policies.insert(*policy);
            }
        }
        let policies = policies::titles(view, &policies)?;
        let cadences = view.cadences()?.into_iter();
        let teams = view.teams()?.teams.into_iter();
        let workflows: BTreeMap<_, _> = view.workflow_names()?.into_iter().collect();
        Ok(Self {
            found,
            names: Names::of(view)?,
            cadences: cadences.map(|one| (one.cadence.clone(), words(&one.name))).collect(),
            teams: teams.map(|team| (team.team, words(&team.name))).collect(),
            exceptions: exceptions(view, about, &workflows)?,
            policies,
            workflows,
        })
    }

    /// A finding as people read it.
    pub(super) fn finding(&self, dated: &Dated) -> Finding {
        let broken = &dated.broken;
        Finding {
            since: dated.since.map(|since| since.on.to_string()),
            since_entry: dated.since.and_then(|since| since.entry),
            put_off: dated.put_off.as_ref().map(|put| PutOffShown {
                until: put.terms.until.to_string(),
                reason: put.reason.as_ref().and_then(|text| text.words()).map(str::to_owned),
                by: self.names.actor(put.by),
                entry: put.seq,
            }),
            ..self.broken(broken)
        }
    }

    /// What a rule finds, without a date.
    pub(super) fn broken(&self, broken: &Broken) -> Finding {
        Finding {
            rule: broken.rule,
            blocks: blocks(broken.rule),
            about: broken.about.to_string(),
            about_name: self.name(&broken.about),
            part: broken.part.as_ref().map(ToString::to_string),
            says: self.says(broken),
            mend: broken.rule.mend().to_owned(),
            place: place(broken),
            since: None,
            since_entry: None,
            put_off: None,
        }
    }

    fn name(&self, about: &About) -> String {
        let name = match about {
            About::Workflow(workflow) => self.workflows.get(workflow).cloned().flatten(),
            About::Metric(metric) => {
                let found = self.found.metrics.iter().find(|one| one.metric == *metric);
                found.and_then(|one| one.terms.name.words()).map(str::to_owned)
            }
            About::Cadence(cadence) => self.cadences.get(cadence).cloned(),
            About::Matrix(matrix) => {
                let found = self.found.matrices.get(matrix);
                found.and_then(|one| one.name.words()).map(str::to_owned)
            }
            About::Exception(exception) => self.exceptions.get(exception).cloned(),
            About::Permit(permit) => self.exceeded(*permit).map(|one| {
                let kind = one.kind.words();
                let of = one.workflow.and_then(|workflow| self.workflows.get(&workflow).cloned());
                of.flatten().map_or_else(|| kind.to_owned(), |name| format!("{kind}, {name}"))
            }),
            About::Policy(policy) => self.policies.get(policy).cloned(),
            About::Workspace => Some("The workspace".to_owned()),
        };
        name.unwrap_or_else(|| "–".to_owned())
    }

    fn says(&self, broken: &Broken) -> String {
        match &broken.about {
            About::Workflow(workflow) => match self.found.workflows.get(workflow) {
                Some(workflow) => self.of_workflow(broken, &workflow.facts),
                None => broken.rule.sentence().to_owned(),
            },
            About::Metric(metric) => self.of_metric(*metric, broken.rule),
            About::Cadence(cadence) => {
                let missed = self.found.missed.iter().find(|one| one.cadence == *cadence);
                match missed.map_or(1, |one| one.count) {
                    1 => "The last review was missed.".to_owned(),
                    many => format!("The last {many} reviews were missed."),
                }
            }
            About::Matrix(matrix) => {
                let Some(matrix) = self.found.matrices.get(matrix) else {
                    return broken.rule.sentence().to_owned();
                };
                let (standing, names) = (self.standing(), &self.names);
                let mark = matrix_mark(&self.found.among, matrix, broken);
                mark.map_or_else(
                    || broken.rule.sentence().to_owned(),
                    |mark| {
                        let said = Sayer { matrix, standing, names, workflows: &[] }.say(&mark);
                        format!("{}. {}", said.title, said.says)
                    },
                )
            }
            About::Exception(exception) => self.of_exception(*exception, broken.rule),
            About::Permit(permit) => self.exceeded(*permit).map_or_else(
                || broken.rule.sentence().to_owned(),
                |one| format!("It {}.", one.how.says()),
            ),
            About::Policy(policy) => self.unattested(*policy),
            About::Workspace => match &broken.part {
                Some(Part::Person(person)) => format!(
                    "{} is the only one who keeps the desk; nobody else could approve.",
                    self.names.person(*person)
                ),
                _ => "Nobody holds RevOps or executive sponsor today.".to_owned(),
            },
        }
    }

    fn exceeded(&self, permit: PermitRef) -> Option<&Exceeded> {
        self.found.exceeded.iter().find(|one| one.permit == permit)
    }

    /// Who has not attested a policy: as many by name as fit a line.
    fn unattested(&self, policy: PolicyRef) -> String {
        let found = self.found.unattested.iter().find(|one| one.policy == policy);
        let Some(Unattested { people, asked, .. }) = found else {
            return Rule::PolicyAttested.sentence().to_owned();
        };
        let named = people.iter().take(NAMED).map(|person| self.names.person(*person));
        let named: Vec<String> = named.collect();
        let more = match people.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let have = if people.len() == 1 { "has" } else { "have" };
        format!(
            "{} of {asked} {have} not attested it in time: {}{more}.",
            people.len(),
            named.join(", ")
        )
    }

    fn standing(&self) -> &Standing {
        &self.found.among.standing
    }

    /// Matched rule by rule: a rule of other things never comes here, and says its own sentence.
    fn of_workflow(&self, broken: &Broken, facts: &Facts) -> String {
        let row = match &broken.part {
            Some(Part::Action(action)) => facts.permission(*action),
            _ => None,
        };
        let action = row.map(|row| row.action.words()).unwrap_or_default();
        match broken.rule {
            Rule::PermissionsTiered if facts.tier_stated.is_some() => {
                "The inventory states a tier; no kind of action is tiered yet.".to_owned()
            }
            Rule::PermissionsTiered => "No kind of action is tiered.".to_owned(),
            Rule::WriteStageSet => "The write stage is not set.".to_owned(),
            Rule::OwnerNamed => self.person("owns it", facts.owner, facts.owner_named.is_some()),
            Rule::KillSwitchNamed => self.person(
                "answers for the kill switch",
                facts.kill_switch_owner,
                facts.kill_switch_owner_named.is_some(),
            ),
            Rule::ApproverNamed => match &facts.approver {
                Some(role) => {
                    format!("{} approves, and nobody holds that role.", self.names.role(role))
                }
                None if facts.approver_named.is_some() => {
                    "The inventory names an approver who is no role here.".to_owned()
                }
                None => "No role approves.".to_owned(),
            },
            Rule::DataRiskAnswered => "Nobody has answered which risky data it touches.".to_owned(),
            Rule::AlwaysApproved => {
                let because = row.and_then(|row| row.action.always_approved()).unwrap_or_default();
                format!("“{action}” stands on tier 4; {because}.")
            }
            Rule::HardLimits => format!(
                "“{action}” runs unattended without {}.",
                row.map(missing_limits).unwrap_or_default()
            ),
            Rule::Timeboxed => {
                format!("“{action}” is approved, and nothing says how long an approval counts.")
            }
            Rule::Monitored => {
                "It runs unattended, and no metric that is measured is linked.".to_owned()
            }
            Rule::RollbackPlanned => "No rollback plan is written down.".to_owned(),
            Rule::DiscountBounded => {
                format!("“{action}” runs unattended without a limit in percent.")
            }
            Rule::EnrichmentKeeps => {
                format!("“{action}” runs unattended and is not limited to enriched fields.")
            }
            Rule::FirstTouch => format!("“{action}” runs unattended and may be a first touch."),
            Rule::RiskyMessages => format!(
                "“{action}” runs unattended and may reach a high-risk account, or name price, terms \
                 or a competitor."
            ),
            Rule::LogsLocated => "Nobody has said where its logs are.".to_owned(),
            Rule::CertificationValid => match certification(broken, facts) {
                Some((standard, Some(last))) => format!("{standard} ended on {last}."),
                Some((standard, None)) => {
                    format!("Nobody has said until when {standard} is valid.")
                }
                None => "The vendor shows no certification.".to_owned(),
            },
            Rule::CertificationLasts => match certification(broken, facts) {
                Some((standard, Some(last))) => format!("{standard} ends on {last}."),
                Some((_, None)) | None => broken.rule.sentence().to_owned(),
            },
            Rule::LaunchDecided => "It was found running; nobody decided its launch.".to_owned(),
            Rule::RequesterApart => format!(
                "{} owns it, and alone holds {}, which approves.",
                facts.owner.map(|owner| self.names.person(owner)).unwrap_or_default(),
                facts.approver.as_ref().map(|role| self.names.role(role)).unwrap_or_default()
            ),
            Rule::WorkflowReviewed => match facts.next_review {
                Some(day) => format!("It was to be looked at again by {day}."),
                None => "It runs unattended, and no day is set to look at it again.".to_owned(),
            },
            Rule::WorkflowCovered if facts.raci.is_some() => {
                "The RACI row it names is in no matrix in force.".to_owned()
            }
            Rule::WorkflowCovered => "It names no RACI row.".to_owned(),
            Rule::OneStep => match row {
                Some(_) => format!("“{action}” would rise by more than one tier."),
                None => "The write stage would rise by more than one step.".to_owned(),
            },
            Rule::RepeatedOverrides => self.repeated(broken),
            Rule::DrillHeld => self.drill(broken),
            Rule::StopConfirmed => self.stop(broken),
            Rule::ExceptionInTime
            | Rule::PostmortemWritten
            | Rule::StepsShown
            | Rule::HeardFirst
            | Rule::ApprovalsExact
            | Rule::ApprovalsLapse
            | Rule::SponsorMade
            | Rule::TesterApart
            | Rule::PermitKept
            | Rule::LoosenedByTwo
            | Rule::BaselineHeld
            | Rule::MetricMeasured
            | Rule::ReviewsHeld
            | Rule::OneAccountable
            | Rule::OneResponsible
            | Rule::AccountableNamed
            | Rule::RoleHeld
            | Rule::NotTooMuch
            | Rule::ApproverApart
            | Rule::PolicyAttested => broken.rule.sentence().to_owned(),
        }
    }

    fn repeated(&self, broken: &Broken) -> String {
        let team = match &broken.part {
            Some(Part::Team(team)) => Some(*team),
            _ => None,
        };
        let about = broken.about.workflow();
        let mut all = self.found.stops.repeated.iter();
        let Some(one) = all.find(|one| Some(one.workflow) == about && one.team == team) else {
            return broken.rule.sentence().to_owned();
        };
        let who = team.and_then(|team| self.teams.get(&team).cloned());
        let who = who.unwrap_or_else(|| "People of no team".to_owned());
        format!("{who} overrode it {} times; {} is open.", one.overrides, one.exception)
    }

    fn drill(&self, broken: &Broken) -> String {
        let about = broken.about.workflow();
        let due = self.found.stops.drills.iter().find(|drill| Some(drill.workflow) == about);
        let due = due.map(|drill| drill.due.to_string()).unwrap_or_default();
        format!("Its kill switch was to be tried by {due}.")
    }

    fn stop(&self, broken: &Broken) -> String {
        let part = broken.part.as_ref();
        let mut all = self.found.stops.unconfirmed.iter();
        match all.find(|stop| part == Some(&Part::Stop(stop.stop))) {
            Some(stop) => {
                format!("{} is confirmed in {} of {}.", stop.stop, stop.confirmed, stop.systems)
            }
            None => broken.rule.sentence().to_owned(),
        }
    }

    fn person(&self, does: &str, person: Option<PersonRef>, named: bool) -> String {
        match person {
            Some(person) => format!("{}, who {does}, has left.", self.names.person(person)),
            None if named => format!("The inventory names somebody unknown here who {does}."),
            None => format!("Nobody {does}."),
        }
    }

    fn of_exception(&self, exception: ExceptionRef, rule: Rule) -> String {
        let on = |found: &[(ExceptionRef, NaiveDate)]| {
            found.iter().find(|(one, _)| *one == exception).map(|(_, day)| day.to_string())
        };
        let stops = &self.found.stops;
        let said = if rule == Rule::ExceptionInTime {
            on(&stops.late).map(|day| format!("It was due on {day}."))
        } else {
            on(&stops.unlearnt).map(|day| format!("Its postmortem was wanted by {day}."))
        };
        said.unwrap_or_else(|| rule.sentence().to_owned())
    }

    fn of_metric(&self, metric: domain::MetricRef, rule: Rule) -> String {
        let Some(metric) = self.found.metrics.iter().find(|one| one.metric == metric) else {
            return rule.sentence().to_owned();
        };
        let beside = metrics::shown(metric, self.found.calendar);
        if rule == Rule::MetricMeasured {
            let (missing, verb) =
                (beside.missing.len(), |many| if many == 1 { "has" } else { "have" });
            return match beside.missing.as_slice() {
                [.., one, last] if missing > 3 => {
                    format!("{missing} periods have no value, {one} and {last} the last of them.")
                }
                some => format!("{} {} no value.", some.join(", "), verb(missing)),
            };
        }
        crate::problem::sentence(&beside.says)
    }
}

/// The exceptions of findings, each called by its kind and what its workflow is called.
/// What the exceptions among `about` are called: by their kind, and the workflow among `names`.
fn exceptions<'b>(
    view: &View<'_>,
    about: impl IntoIterator<Item = &'b About>,
    names: &BTreeMap<WorkflowRef, Option<String>>,
) -> Result<BTreeMap<ExceptionRef, String>, Problem> {
    let mut called = BTreeMap::new();
    for about in about {
        let About::Exception(exception) = about else { continue };
        if let Some(one) = view.exception(*exception)? {
            let workflow =
                one.workflow.and_then(|workflow| names.get(&workflow).cloned().flatten());
            let kind = one.kind.words();
            let name = workflow.map_or_else(|| kind.to_owned(), |name| format!("{kind}, {name}"));
            called.insert(*exception, name);
        }
    }
    Ok(called)
}

fn missing_limits(row: &Permission) -> String {
    let limits = &row.limits;
    let capped = limits.per_day.is_some() || limits.export_rows.is_some();
    let lacks = [
        (!capped, "a volume cap"),
        (limits.window.is_none(), "a time window"),
        (limits.segments.is_empty(), "segments"),
    ];
    let lacks: Vec<&str> = lacks.iter().filter(|(is, _)| *is).map(|(_, words)| *words).collect();
    match lacks.as_slice() {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        some => some.concat(),
    }
}

/// The certification that a finding is of, and its last day.
fn certification(
    broken: &Broken,
    facts: &Facts,
) -> Option<(&'static str, Option<chrono::NaiveDate>)> {
    let Some(Part::Standard(standard)) = &broken.part else { return None };
    let held = facts.certifications.iter().find(|held| held.standard == *standard)?;
    Some((standard.words(), held.expires))
}

/// Where a finding is mended.
pub(crate) fn place(broken: &Broken) -> MendPlace {
    let about = broken.about.to_string();
    let at = |screen, about, fact| MendPlace { screen, about, fact };
    let fact = |fact| at(MendScreen::Register, Some(about.clone()), Some(fact));
    match broken.rule {
        Rule::PermissionsTiered
        | Rule::AlwaysApproved
        | Rule::HardLimits
        | Rule::Timeboxed
        | Rule::DiscountBounded
        | Rule::EnrichmentKeeps
        | Rule::FirstTouch
        | Rule::RiskyMessages
        | Rule::OneStep => fact(Fact::Permissions),
        Rule::WriteStageSet => fact(Fact::WriteStage),
        Rule::OwnerNamed => fact(Fact::Owner),
        Rule::ApproverNamed => fact(Fact::Approver),
        Rule::KillSwitchNamed => fact(Fact::KillSwitchOwner),
        Rule::DataRiskAnswered => fact(Fact::DataRisks),
        Rule::Monitored => fact(Fact::Metrics),
        Rule::RollbackPlanned => fact(Fact::RollbackPlan),
        Rule::LogsLocated => fact(Fact::Logs),
        Rule::CertificationValid | Rule::CertificationLasts => fact(Fact::Certifications),
        Rule::WorkflowReviewed => fact(Fact::NextReview),
        Rule::WorkflowCovered => fact(Fact::Raci),
        Rule::LaunchDecided => at(MendScreen::Register, Some(about), None),
        Rule::StepsShown | Rule::ApprovalsExact | Rule::ApprovalsLapse | Rule::LoosenedByTwo => {
            at(MendScreen::Register, None, None)
        }
        Rule::PermitKept => at(MendScreen::Decisions, Some(about), None),
        Rule::RequesterApart | Rule::TesterApart | Rule::HeardFirst | Rule::SponsorMade => {
            at(MendScreen::People, None, None)
        }
        Rule::BaselineHeld | Rule::MetricMeasured => at(MendScreen::Metrics, Some(about), None),
        Rule::ReviewsHeld => at(MendScreen::Reviews, None, None),
        Rule::ExceptionInTime | Rule::PostmortemWritten => {
            at(MendScreen::Exceptions, Some(about), None)
        }
        Rule::RepeatedOverrides | Rule::DrillHeld | Rule::StopConfirmed => {
            at(MendScreen::Exceptions, None, None)
        }
        Rule::PolicyAttested => at(MendScreen::Policies, Some(about), None),
        Rule::RoleHeld => at(MendScreen::People, None, None),
        Rule::OneAccountable
        | Rule::OneResponsible
        | Rule::AccountableNamed
        | Rule::NotTooMuch
        | Rule::ApproverApart => at(MendScreen::Raci, Some(about), None),
    }
}

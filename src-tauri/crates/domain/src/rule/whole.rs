//! What does not hold of the whole workspace.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{About, Among, Broken, Part, Rule, of_workflow};
use crate::decision::{Beyond, DecisionKind, Recorded};
use crate::metric::{Calendar, Metric, judge};
use crate::people::{revops, sponsor};
use crate::policy::Unattested;
use crate::raci::{self, Matrix, lint};
use crate::workflow::Workflow;
use crate::{CadenceId, ExceptionRef, PermitRef, PersonRef, StopRef, TeamRef, WorkflowRef};

/// The whole workspace, as far as rules ask.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// What its workflows are judged among.
    pub among: &'a Among,
    /// The calendar that periods are counted by.
    pub calendar: Calendar,
    /// The workflows.
    pub workflows: &'a [Workflow],
    /// The RACI matrices in force.
    pub matrices: &'a [Matrix],
    /// The metrics, with their values.
    pub metrics: &'a [Metric],
    /// Cadences whose last review was missed.
    pub missed: &'a [MissedReviews],
    /// When the kill switch of each live workflow is to be tried.
    pub drills: &'a [DueDrill],
    /// Stops that wait to be confirmed.
    pub unconfirmed: &'a [Unconfirmed],
    /// Overrides too many, while nobody has seen to them.
    pub repeated: &'a [Repeated],
    /// Exceptions past their due, each with the day on which that was.
    pub late: &'a [(ExceptionRef, NaiveDate)],
    /// Severe exceptions without a postmortem, each with the last day on which it is in time.
    pub unlearnt: &'a [(ExceptionRef, NaiveDate)],
    /// Permits used beyond what they allow, while nobody has answered for it.
    pub exceeded: &'a [Exceeded],
    /// Policies in force that people have not attested in time.
    pub unattested: &'a [Unattested],
}

/// A permit was used beyond what it allows, and nobody has answered for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exceeded {
    /// Which.
    pub permit: PermitRef,
    /// Which kind of decision issued it.
    pub kind: DecisionKind,
    /// The workflow it is for, where it is for one.
    pub workflow: Option<WorkflowRef>,
    /// How.
    pub how: Beyond,
    /// The entry of the first such use.
    pub recorded: Recorded,
}

/// A kill switch that is to be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDrill {
    /// Of which workflow.
    pub workflow: WorkflowRef,
    /// The last day on which that is in time.
    pub due: NaiveDate,
}

/// A stop that some system was not seen to have followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Which.
    pub stop: StopRef,
    /// Of which workflow.
    pub workflow: WorkflowRef,
    /// In how many systems it is confirmed.
    pub confirmed: usize,
    /// Of how many.
    pub systems: usize,
    /// The entry that made it.
    pub entry: u64,
    /// The day of that entry.
    pub on: NaiveDate,
}

/// One team overrode one workflow again and again, and the exception is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The exception.
    pub exception: ExceptionRef,
    /// Of which workflow.
    pub workflow: WorkflowRef,
    /// Which team; none for people who belong to none.
    pub team: Option<TeamRef>,
    /// How many overrides it counted.
    pub overrides: usize,
    /// The entry that raised it.
    pub entry: u64,
    /// The day of that entry.
    pub on: NaiveDate,
}

/// A cadence whose last reviews were missed, since the last that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedReviews {
    /// Which cadence.
    pub cadence: CadenceId,
    /// How many, one after the other.
    pub count: usize,
    /// The day on which the first of them was missed.
    pub since: NaiveDate,
}

/// Every rule that is on and does not hold, in the order of the rules.
pub fn whole(program: &Program<'_>) -> Vec<Broken> {
    let among = program.among;
    let mut found: Vec<Broken> = Vec::new();
    found.extend(program.workflows.iter().flat_map(|workflow| of_workflow(among, workflow)));
    found.extend(program.matrices.iter().flat_map(|matrix| of_matrix(among, matrix)));
    found.extend(program.metrics.iter().flat_map(|metric| of_metric(metric, program.calendar)));
    found.extend(program.missed.iter().map(missed));
    found.extend(program.drills.iter().filter_map(|drill| overdue(drill, program.calendar)));
    found.extend(program.unconfirmed.iter().map(unconfirmed));
    found.extend(program.repeated.iter().map(repeated));
    found.extend(program.late.iter().map(|(exception, since)| {
        Broken::new(Rule::ExceptionInTime, *exception).since(Some(*since))
    }));
    found.extend(program.unlearnt.iter().filter_map(|late| unlearnt(late, program.calendar)));
    found.extend(program.exceeded.iter().map(|exceeded| {
        let Recorded { entry, on } = exceeded.recorded;
        Broken::new(Rule::PermitKept, exceeded.permit).made(entry, on)
    }));
    found.extend(
        program.unattested.iter().map(|policy| {
            Broken::new(Rule::PolicyAttested, policy.policy).since(Some(policy.since))
        }),
    );
    found.extend(alone(among));
    found.retain(|broken| among.asks(broken.rule));
    found.sort_by(|one, other| {
        (one.rule, &one.about, &one.part).cmp(&(other.rule, &other.about, &other.part))
    });
    found
}

/// What lint finds in a matrix in force. What it finds about single workflows is told of them.
pub(super) fn of_matrix(among: &Among, matrix: &Matrix) -> Vec<Broken> {
    marks(among, matrix).iter().map(|mark| broken(among, matrix, mark)).collect()
}

/// The mark that `broken`, found in `matrix`, was made from.
pub fn matrix_mark(among: &Among, matrix: &Matrix, found: &Broken) -> Option<lint::Mark> {
    let is_it = |mark: &lint::Mark| broken(among, matrix, mark).is_same(found);
    marks(among, matrix).into_iter().find(is_it)
}

fn marks(among: &Among, matrix: &Matrix) -> Vec<lint::Mark> {
    let nothing = BTreeSet::new();
    let bare = lint::Among { standing: &among.standing, other_rows: &nothing, workflows: &[] };
    lint::lint(matrix, &bare)
}

fn broken(among: &Among, matrix: &Matrix, mark: &lint::Mark) -> Broken {
    let on = match mark.rule {
        lint::Rule::RoleHeld => mark.roles.first().and_then(|role| among.vacant_since(role)),
        lint::Rule::OneAccountable
        | lint::Rule::OneResponsible
        | lint::Rule::AccountableNamed
        | lint::Rule::NotTooMuch
        | lint::Rule::ApproverApart
        | lint::Rule::WorkflowCovered => None,
    };
    let bare = Broken::new(mark.rule.into(), matrix.matrix.clone()).since(on);
    Broken { part: part(matrix, mark), ..bare }
}

/// What a mark is about within its matrix.
fn part(matrix: &Matrix, mark: &lint::Mark) -> Option<Part> {
    match mark.rule {
        lint::Rule::RoleHeld => mark.roles.first().cloned().map(Part::Role),
        lint::Rule::NotTooMuch => mark.person.map(Part::Person),
        lint::Rule::OneAccountable
        | lint::Rule::OneResponsible
        | lint::Rule::AccountableNamed
        | lint::Rule::ApproverApart
        | lint::Rule::WorkflowCovered => {
            let row = mark.rows.first().and_then(|place| matrix.rows.get(*place));
            row.map(|row: &raci::Row| Part::Row(row.row.clone()))
        }
    }
}

fn of_metric(metric: &Metric, calendar: Calendar) -> Vec<Broken> {
    if metric.retired {
        return Vec::new();
    }
    let judged = judge(metric, calendar);
    let after = |period: crate::Period| Some(period.next().first_day(calendar.fiscal_start));
    let mut found = Vec::new();
    let run = judged.worse_running();
    if let Some(second) = run.get(1) {
        found.push(Broken::new(Rule::BaselineHeld, metric.metric).since(after(second.period)));
    }
    if let Some(first) = judged.missing().first() {
        found.push(Broken::new(Rule::MetricMeasured, metric.metric).since(after(*first)));
    }
    found
}

fn missed(missed: &MissedReviews) -> Broken {
    Broken::new(Rule::ReviewsHeld, missed.cadence.clone()).since(Some(missed.since))
}

fn overdue(drill: &DueDrill, calendar: Calendar) -> Option<Broken> {
    let broken = || Broken::new(Rule::DrillHeld, drill.workflow).since(drill.due.succ_opt());
    (drill.due < calendar.today).then(broken)
}

fn unconfirmed(stop: &Unconfirmed) -> Broken {
    Broken::new(Rule::StopConfirmed, stop.workflow).of(stop.stop).made(stop.entry, stop.on)
}

fn repeated(repeated: &Repeated) -> Broken {
    let broken = Broken::new(Rule::RepeatedOverrides, repeated.workflow);
    Broken { part: repeated.team.map(Part::Team), ..broken }.made(repeated.entry, repeated.on)
}

fn unlearnt((exception, last): &(ExceptionRef, NaiveDate), calendar: Calendar) -> Option<Broken> {
    let broken = || Broken::new(Rule::PostmortemWritten, *exception).since(last.succ_opt());
    (*last < calendar.today).then(broken)
}

/// Where one person is all the keepers there are, nobody can approve what that person asks for.
fn alone(among: &Among) -> Option<Broken> {
    let keeps: BTreeSet<PersonRef> =
        [revops(), sponsor()].iter().flat_map(|role| among.holders(role)).collect();
    let broken = || Broken::new(Rule::RequesterApart, About::Workspace);
    match keeps.len() {
        0 => Some(broken()),
        1 => Some(keeps.first().map_or_else(broken, |person| broken().of(*person))),
        _ => None,
    }
}

//! A rule that does not hold, and of what.

use std::fmt;

use chrono::NaiveDate;

use super::{Rule, Since};
use crate::workflow::{ActionKind, Standard};
use crate::{
    CadenceId, ExceptionRef, MetricRef, PermitRef, PersonRef, PolicyRef, RaciId, RaciRowId, RoleId,
    StopRef, TeamRef, WorkflowRef,
};

/// A rule that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which rule.
    pub rule: Rule,
    /// Of what.
    pub about: About,
    /// Of which part of it, where several may break the rule.
    pub part: Option<Part>,
    /// Since when something else than what it is of makes it so: time, the end of a role, an
    /// entry about something else.
    pub made: Option<Since>,
}

impl Broken {
    /// `rule` does not hold of `about`.
    pub fn new(rule: Rule, about: impl Into<About>) -> Self {
        Self { rule, about: about.into(), part: None, made: None }
    }

    /// The same of one part.
    #[must_use]
    pub fn of(self, part: impl Into<Part>) -> Self {
        Self { part: Some(part.into()), ..self }
    }

    /// The same since a day came.
    #[must_use]
    pub fn since(self, on: Option<NaiveDate>) -> Self {
        Self { made: on.map(Since::day), ..self }
    }

    /// The same since an entry on a day.
    #[must_use]
    pub fn made(self, entry: u64, on: NaiveDate) -> Self {
        Self { made: Some(Since { on, entry: Some(entry) }), ..self }
    }

    /// Whether both are the same rule of the same part of the same thing.
    pub fn is_same(&self, other: &Self) -> bool {
        self.rule == other.rule && self.about == other.about && self.part == other.part
    }
}

/// What does not hold a rule. Written as the thing's reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A workflow.
    Workflow(WorkflowRef),
    /// A metric.
    Metric(MetricRef),
    /// A cadence.
    Cadence(CadenceId),
    /// A RACI matrix.
    Matrix(RaciId),
    /// An exception.
    Exception(ExceptionRef),
    /// A permit.
    Permit(PermitRef),
    /// A policy.
    Policy(PolicyRef),
    /// The workspace as a whole.
    Workspace,
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Workflow(workflow) => workflow.fmt(f),
            Self::Metric(metric) => metric.fmt(f),
            Self::Cadence(cadence) => cadence.fmt(f),
            Self::Matrix(matrix) => matrix.fmt(f),
            Self::Exception(exception) => exception.fmt(f),
            Self::Permit(permit) => permit.fmt(f),
            Self::Policy(policy) => policy.fmt(f),
            Self::Workspace => f.write_str("workspace"),
        }
    }
}

/// Which part of it. Written as the part's identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A kind of action of a workflow.
    Action(ActionKind),
    /// A certification of its vendor.
    Standard(Standard),
    /// A role.
    Role(RoleId),
    /// A person.
    Person(PersonRef),
    /// A row of a RACI matrix.
    Row(RaciRowId),
    /// A team.
    Team(TeamRef),
    /// A stop.
    Stop(StopRef),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Action(action) => f.write_str(action.id()),
            Self::Standard(standard) => f.write_str(standard.id()),
            Self::Role(role) => role.fmt(f),
            Self::Person(person) => person.fmt(f),
            Self::Row(row) => row.fmt(f),
            Self::Team(team) => team.fmt(f),
            Self::Stop(stop) => stop.fmt(f),
        }
    }
}

macro_rules! from {
    ($($from:ty => $whole:ident::$kind:ident,)*) => {
        $(impl From<$from> for $whole {
            fn from(one: $from) -> Self {
                Self::$kind(one)
            }
        })*
    };
}

from! {
    WorkflowRef => About::Workflow,
    MetricRef => About::Metric,
    CadenceId => About::Cadence,
    RaciId => About::Matrix,
    ExceptionRef => About::Exception,
    PermitRef => About::Permit,
    PolicyRef => About::Policy,
    ActionKind => Part::Action,
    Standard => Part::Standard,
    RoleId => Part::Role,
    PersonRef => Part::Person,
    RaciRowId => Part::Row,
    TeamRef => Part::Team,
    StopRef => Part::Stop,
}

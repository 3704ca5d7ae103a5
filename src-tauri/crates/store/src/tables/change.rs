//! `change` and `about`: the change log, one row per entry, and what each entry is about.

use domain::action::Source;
use domain::decision::Change as Decided;
use domain::exception::{Cause, ExceptionRaised};
use domain::framework::Shown;
use domain::people::Stint;
use domain::{Event, Moment, ReviewRef, RoleId, Text};
use rusqlite::{Connection, Row, ToSql, named_params, params};

use super::Table;
use crate::append::Actor;
use crate::cell::{get, get_count, get_maybe_text, get_parsed, json, maybe_text};
use crate::error::StoreError;
use crate::project::Act;
use crate::view::View;

pub(crate) const TABLE: Table = Table {
    name: "change",
    ddl: "
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    why TEXT
) STRICT;
",
    versioned: false,
};

pub(crate) const ABOUT: Table = Table {
    name: "about",
    ddl: "
CREATE TABLE about (
    reference TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (reference, seq)
) STRICT, WITHOUT ROWID;
",
    versioned: false,
};

const INSERT: &str =
    "INSERT INTO change (seq, at, by, key, kind, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const INSERT_ABOUT: &str = "INSERT OR IGNORE INTO about (reference, seq) VALUES (?1, ?2)";
const SEQ_AT: &str =
    "SELECT seq FROM change WHERE seq <= ?1 AND at <= ?2 ORDER BY seq DESC LIMIT 1";
const KNOWN: &str = "SELECT 1 FROM about WHERE reference = ?2 AND seq <= ?1 LIMIT 1";
const LAST: &str =
    "SELECT seq, at, by, key, kind, why FROM change WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1";
const CHANGE: &str = "SELECT seq, at, by, key, kind, why FROM change WHERE seq <= ?1 AND seq = ?2";
const FILTERED: &str = "
SELECT seq, at, by, key, kind, why FROM change
WHERE seq <= :upto AND seq < :before
  AND (:by IS NULL OR by = :by)
  AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
  AND (:since IS NULL OR at >= :since)
  AND (:until IS NULL OR at <= :until)
  AND (:about IS NULL OR seq IN (SELECT seq FROM about WHERE reference = :about))
  AND (:among IS NULL OR seq IN (SELECT value FROM json_each(:among)))
ORDER BY seq DESC LIMIT :limit
";

/// An entry as the change log lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The entry.
    pub seq: u64,
    /// When, as its machine's clock said.
    pub at: Moment,
    /// Who signed.
    pub by: Actor,
    /// With which key.
    pub key: String,
    /// What happened, such as `review.closed`.
    pub kind: String,
    /// Why.
    pub why: Option<Text>,
}

/// Which entries of the change log; the default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Signed by this one.
    pub by: Option<Actor>,
    /// Of one of these kinds (`review.closed`) or families (`review`).
    pub kinds: Option<Vec<String>>,
    /// About this reference.
    pub about: Option<String>,
    /// One of these, as [`View::search`] finds them.
    pub among: Option<Vec<u64>>,
    /// Not before.
    pub since: Option<Moment>,
    /// Not after.
    pub until: Option<Moment>,
    /// Only what precedes this entry: where the page before ended.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: Option<u64>,
}

impl Filter {
    /// How many of the newest entries are enough for an answer; none where it asks for more of an entry
    /// than its place and words, so that any may be left out.
    pub(crate) fn newest(&self) -> Option<u64> {
        let alone = Self { among: None, before: None, limit: None, ..self.clone() };
        self.limit.filter(|_| alone == Self::default())
    }
}

impl View<'_> {
    /// The change log, newest first.
    pub fn changes(&self, filter: &Filter) -> Result<Vec<Change>, StoreError> {
        let by = filter.by.map(|by| by.to_string());
        let kinds = filter.kinds.as_deref().map(|kinds| json(&of_families(kinds))).transpose()?;
        let among = filter.among.as_ref().map(json).transpose()?;
        let spelled = |moment: Option<Moment>| moment.map(|at| at.to_string());
        let (since, until) = (spelled(filter.since), spelled(filter.until));
        let before = filter.before.map_or(i64::MAX, u64::cast_signed);
        let limit = filter.limit.map_or(-1, u64::cast_signed);
        let params: &[(&str, &dyn ToSql)] = named_params! {
            ":upto": self.seq(), ":before": before, ":by": by, ":kinds": kinds,
            ":about": filter.about, ":among": among, ":since": since, ":until": until,
            ":limit": limit,
        };
        self.rows(FILTERED, params, read)
    }

    /// One entry of the change log.
    pub fn change(&self, seq: u64) -> Result<Option<Change>, StoreError> {
        self.row(CHANGE, params![self.seq(), seq.cast_signed()], read)
    }

    /// Whether any entry is about this reference.
    pub fn is_known(&self, reference: &str) -> Result<bool, StoreError> {
        let found = self.row(KNOWN, params![self.seq(), reference], |_, _| Ok(()))?;
        Ok(found.is_some())
    }

    /// The last entry of this view.
    pub fn last_change(&self) -> Result<Option<Change>, StoreError> {
        self.row(LAST, [self.seq()], read)
    }

    /// The last entry made at `moment` or before; none when the workspace began later.
    ///
    /// Sequence is the only order: where a clock ran backwards, this is the highest-numbered entry
    /// whose recorded time is not after `moment`.
    pub fn seq_at(&self, moment: Moment) -> Result<Option<u64>, StoreError> {
        let params = params![self.seq(), moment.to_string()];
        self.row(SEQ_AT, params, |row, _| get_count(row, "seq"))
    }
}

/// The kinds that are named, or belong to a family that is.
fn of_families(named: &[String]) -> Vec<&'static str> {
    let fits = |kind: &&str| {
        let family = kind.split_once('.').map_or(*kind, |(family, _)| family);
        named.iter().any(|name| name == kind || name == family)
    };
    Event::KINDS.iter().copied().filter(fits).collect()
}

pub(crate) fn record(conn: &Connection, act: &Act) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT)?.execute(params![
        act.n(),
        act.at.to_string(),
        act.by.to_string(),
        act.key,
        act.event.kind(),
        maybe_text(act.why.as_ref()),
    ])?;
    let mut insert = conn.prepare_cached(INSERT_ABOUT)?;
    for reference in about(&act.event) {
        insert.execute(params![reference, act.n()])?;
    }
    Ok(())
}

/// Says what else an entry is about: something that only the tables know.
pub(crate) fn also_about(conn: &Connection, act: &Act, reference: &str) -> Result<(), StoreError> {
    conn.prepare_cached(INSERT_ABOUT)?.execute(params![reference, act.n()])?;
    Ok(())
}

/// The things an event is about, by reference.
fn about(event: &Event) -> Vec<String> {
    let one = |reference: &dyn ToString| vec![reference.to_string()];
    match event {
        Event::WorkspaceCreated(event) => one(&event.founder.person),
        Event::RolesDefined(event) => event.roles.iter().map(|r| r.role.to_string()).collect(),
        Event::PersonAdded(event) => one(&event.person),
        Event::PersonChanged(event) => one(&event.person),
        Event::PersonLeft(event) => one(&event.person),
        Event::RoleGiven(event) => vec![event.person.to_string(), event.role.to_string()],
        Event::RoleEnded(event) => vec![event.person.to_string(), event.role.to_string()],
        Event::DeputiesNamed(event) => order_of(&event.role, &event.deputies),
        Event::OnCallSet(event) => order_of(&event.role, &event.order),
        Event::AbsenceRecorded(event) => {
            vec![event.absence.to_string(), event.person.to_string()]
        }
        Event::AbsenceWithdrawn(event) => {
            vec![event.absence.to_string(), event.person.to_string()]
        }
        Event::TeamSet(event) => {
            let manager = event.manager.iter().map(ToString::to_string);
            std::iter::once(event.team.to_string()).chain(manager).collect()
        }
        Event::TeamDisbanded(event) => one(&event.team),
        Event::MembershipGiven(event) => vec![event.team.to_string(), event.person.to_string()],
        Event::MembershipEnded(event) => vec![event.team.to_string(), event.person.to_string()],
        Event::KeyEnrolled(event) => one(&event.person),
        Event::MachineEnrolled(_) => one(&Actor::Machine),
        Event::KeyReplaced(event) => one(&event.person),
        Event::KeyRetired(event) => one(&event.person),
        Event::WorkflowRegistered(event) => one(&event.workflow),
        Event::WorkflowDescribed(event) => one(&event.workflow),
        Event::WorkflowStatusSet(event) => one(&event.workflow),
        Event::WorkflowStopped(event) => {
            let exception = event.exception.map(|exception| exception.to_string());
            let both = [event.stop.to_string(), event.workflow.to_string()];
            both.into_iter().chain(exception).collect()
        }
        Event::StopAttributed(event) => one(&event.stop),
        Event::StopConfirmed(event) => one(&event.stop),
        Event::OverrideRecorded(event) => {
            let team = event.team.map(|team| team.to_string());
            let both = [event.reference.to_string(), event.workflow.to_string()];
            both.into_iter().chain(team).collect()
        }
        Event::ExceptionRaised(event) => raised(event),
        Event::ExceptionAcknowledged(event) => one(&event.exception),
        Event::ExceptionAssigned(event) => {
            let person = event.person.map(|person| person.to_string());
            std::iter::once(event.exception.to_string()).chain(person).collect()
        }
        Event::ExceptionWaiting(event) => one(&event.exception),
        Event::ExceptionResumed(event) => one(&event.exception),
        Event::ExceptionSeveritySet(event) => one(&event.exception),
        Event::ExceptionResolved(event) => one(&event.exception),
        Event::ExceptionReopened(event) => one(&event.exception),
        Event::ExceptionLinked(event) => {
            vec![event.exception.to_string(), event.decision.to_string()]
        }
        Event::ExceptionUnlinked(event) => {
            vec![event.exception.to_string(), event.decision.to_string()]
        }
        Event::PostmortemWritten(event) => one(&event.exception),
        Event::RaciDrafted(event) => one(&event.terms.matrix),
        Event::RaciDiscarded(event) => one(&event.matrix),
        Event::RaciApplied(event) => one(&event.terms.matrix),
        Event::DecisionProposed(event) => {
            let undoes = event.undoes.map(|decision| decision.to_string());
            let changed = changed(&event.change);
            [event.decision.to_string()].into_iter().chain(undoes).chain(changed).collect()
        }
        Event::DecisionVoted(event) => one(&event.decision),
        Event::DecisionWithdrawn(event) => one(&event.decision),
        Event::DecisionApplied(event) => {
            let permit = event.permit.map(|permit| permit.to_string());
            [event.decision.to_string()].into_iter().chain(permit).collect()
        }
        Event::PermitUsed(event) => one(&event.permit),
        Event::CadenceSet(event) => one(&event.cadence),
        Event::MetricsDefined(event) => {
            event.metrics.iter().map(|defined| defined.metric.to_string()).collect()
        }
        Event::MetricChanged(event) => one(&event.metric),
        Event::MetricRetired(event) => one(&event.metric),
        Event::BaselineSet(event) => one(&event.metric),
        Event::ObservationRecorded(event) => with_review(&event.metric, event.review.as_ref()),
        Event::ObservationCorrected(event) => with_review(&event.metric, event.review.as_ref()),
        Event::CadenceRetired(event) => one(&event.cadence),
        Event::ReviewOpened(event) => vec![event.review.to_string(), event.cadence.to_string()],
        Event::AttendanceStated(event) => {
            vec![event.review.to_string(), event.person.to_string()]
        }
        Event::ChairTaken(event) => vec![event.review.to_string(), event.to.to_string()],
        Event::ReviewHeld(event) => one(&event.review),
        Event::ItemAnswered(event) => one(&event.review),
        Event::ReviewClosed(event) => one(&event.review),
        Event::ReviewCountersigned(event) => one(&event.review),
        Event::AddendumWritten(event) => one(&event.review),
        Event::ActionRaised(event) => {
            let from = event.from.as_ref().map(|from| match from {
                Source::Item { review, .. } => review.to_string(),
                Source::Exception { exception } => exception.to_string(),
                Source::Decision { decision } => decision.to_string(),
            });
            [event.action.to_string(), event.who.to_string()].into_iter().chain(from).collect()
        }
        Event::ActionRescheduled(event) => one(&event.action),
        Event::ActionHandedOver(event) => vec![event.action.to_string(), event.to.to_string()],
        Event::ActionDone(event) => one(&event.action),
        Event::ActionDropped(event) => one(&event.action),
        Event::ActionReopened(event) => one(&event.action),
        Event::BatchImported(event) => {
            let workflow = event.origin.workflow.map(|workflow| workflow.to_string());
            std::iter::once(event.batch.to_string()).chain(workflow).collect()
        }
        Event::BatchPurged(event) => one(&event.batch),
        Event::EvidenceCaptured(event) => one(&event.evidence),
        Event::EvidenceAttached(event) => {
            vec![event.evidence.to_string(), event.to.reference.clone()]
        }
        Event::EvidenceDetached(event) => {
            vec![event.evidence.to_string(), event.from.reference.clone()]
        }
        Event::EvidenceRechecked(event) => one(&event.evidence),
        Event::EvidenceEmbedded(event) => one(&event.evidence),
        Event::EvidenceErased(event) => one(&event.evidence),
        Event::FrameworkMapped(event) => shown(&event.requirement, &event.shown),
        Event::FrameworkUnmapped(event) => shown(&event.requirement, &event.shown),
        Event::FrameworkScoped(event) => one(&event.of),
        Event::PolicyDrafted(event) => one(&event.policy),
        Event::PolicyRevised(event) => one(&event.policy),
        Event::PolicyAdopted(event) => one(&event.policy),
        Event::PolicyRetired(event) => one(&event.policy),
        Event::PolicyAttested(event) => one(&event.policy),
        Event::CheckRecorded(event) => {
            let batches = event.asks.batches().into_iter().map(|batch| batch.to_string());
            std::iter::once(event.check.to_string()).chain(batches).collect()
        }
        Event::SamplePlanned(event) => {
            let both = [event.sample.to_string(), event.population.batch.to_string()];
            both.into_iter().chain(event.review.iter().map(ToString::to_string)).collect()
        }
        Event::SampleDrawn(event) => one(&event.sample),
        Event::SampleTested(event) => {
            let evidence = event.evidence.iter().map(ToString::to_string);
            std::iter::once(event.sample.to_string()).chain(evidence).collect()
        }
        Event::SampleExtended(event) => one(&event.sample),
        Event::SampleConfirmed(event) => one(&event.sample),
        Event::SampleAbandoned(event) => one(&event.sample),
        Event::CheckpointRecorded(event) => event.review.iter().map(ToString::to_string).collect(),
        Event::ExportMade(event) => {
            let review = event.review.as_ref().map(ToString::to_string);
            let decision = event.decision.map(|decision| decision.to_string());
            let exception = event.exception.map(|exception| exception.to_string());
            let policy = event.policy.map(|policy| policy.to_string());
            [review, decision, exception, policy].into_iter().flatten().collect()
        }
        Event::FindingPutOff(event) => one(&event.about),
        Event::CalendarSet(_)
        | Event::RulesSet(_)
        | Event::DecisionRightsSet(_)
        | Event::ImportRecorded(_)
        | Event::TextErased(_)
        | Event::ClockAcknowledged(_)
        | Event::RestoreDeclared(_) => Vec::new(),
    }
}

/// A requirement, and what shows it where that has a reference.
fn shown(requirement: &str, by: &Shown) -> Vec<String> {
    let by = match by {
        Shown::Thing { reference } => Some(reference.clone()),
        Shown::Item { cadence, .. } => Some(cadence.to_string()),
        Shown::Rule { .. } => None,
    };
    std::iter::once(requirement.to_owned()).chain(by).collect()
}

/// What a decision would change, where that has a reference.
pub(crate) fn changed(change: &Decided) -> Option<String> {
    match change {
        Decided::Workflow(change) => Some(change.workflow.to_string()),
        Decided::Raci(change) => Some(change.after.matrix.to_string()),
        Decided::Request(request) => request.workflow.map(|workflow| workflow.to_string()),
        Decided::Setting(change) => change.after.about(),
        Decided::Revoke(revoke) => Some(revoke.permit.to_string()),
        Decided::Rights(_) | Decided::Rules(_) => None,
    }
}

/// An exception, its workflow, and what brought it about.
fn raised(event: &ExceptionRaised) -> Vec<String> {
    let workflow = event.workflow.map(|workflow| workflow.to_string());
    let cause = match &event.cause {
        Cause::Report => Vec::new(),
        Cause::Item { review, .. } => vec![review.to_string()],
        Cause::Stop { stop } => vec![stop.to_string()],
        Cause::Metric { metric, .. } => vec![metric.to_string()],
        Cause::Permit { permit } => vec![permit.to_string()],
        Cause::Population { batch, .. } => vec![batch.to_string()],
        Cause::Overrides { team, overrides } => {
            let team = team.iter().map(ToString::to_string);
            team.chain(overrides.iter().map(ToString::to_string)).collect()
        }
    };
    std::iter::once(event.exception.to_string()).chain(workflow).chain(cause).collect()
}

fn with_review(reference: &dyn ToString, review: Option<&ReviewRef>) -> Vec<String> {
    let review = review.map(ToString::to_string);
    std::iter::once(reference.to_string()).chain(review).collect()
}

/// A role and, once each, the people in one of its orders.
fn order_of(role: &RoleId, order: &[Stint]) -> Vec<String> {
    let mut about = vec![role.to_string()];
    for person in order.iter().map(|stint| stint.person.to_string()) {
        if !about.contains(&person) {
            about.push(person);
        }
    }
    about
}

fn read(row: &Row<'_>, view: &View<'_>) -> Result<Change, StoreError> {
    Ok(Change {
        seq: get_count(row, "seq")?,
        at: get_parsed(row, "at")?,
        by: get_parsed(row, "by")?,
        key: get(row, "key")?,
        kind: get(row, "kind")?,
        why: get_maybe_text(row, "why", view)?,
    })
}

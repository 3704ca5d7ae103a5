//! Judging what was done by the rules of its moment: what the door would have refused is found,
//! however it came into the record.
//!
//! Whoever holds a key and the file can append what no desk would let through, and every signature
//! holds. So each entry that decides, gives a say or makes a workflow freer is put to the domain
//! again, over what stood before it.

mod closings;
mod decisions;
pub(crate) mod gone;
mod register;
mod say;
mod settings;
mod stood;

use std::rc::Rc;

use domain::people::Standing;
use domain::{Event, Moment, PersonRef};
use store::tables::change::{Change, Filter};
use store::{Actor, Store, View};

use crate::Problem;
use crate::workspace::last_at;
use stood::Stood;

/// The kinds of entry that are judged.
const JUDGED: &[&str] = &[
    "absence.recorded",
    "baseline.set",
    "cadence.retired",
    "cadence.set",
    "calendar.set",
    "decision.applied",
    "decision.proposed",
    "decision.voted",
    "decision.withdrawn",
    "decision-rights.set",
    "deputies.named",
    "evidence.erased",
    "exception.resolved",
    "key.enrolled",
    "key.replaced",
    "key.retired",
    "metric.changed",
    "metric.retired",
    "person.left",
    "raci.applied",
    "restore.declared",
    "review.closed",
    "review.countersigned",
    "role.ended",
    "role.given",
    "rules.set",
    "stop.confirmed",
    "text.erased",
    "workflow.described",
    "workflow.registered",
    "workflow.status-set",
    "workflow.stopped",
];

/// An entry that the rules of its moment refuse.
pub(crate) struct Unlawful {
    /// The entry.
    pub entry: u64,
    /// What it is, such as `decision.applied`.
    pub kind: String,
    /// Why it is refused.
    pub why: Problem,
}

/// An entry about to be judged, and what stood before it.
struct Case<'a> {
    before: View<'a>,
    stood: &'a Stood,
    seq: u64,
    by: Actor,
    at: Moment,
    /// Whether it has a reason.
    reasoned: bool,
}

/// Every entry that the rules of its moment refuse; none when `watch` stopped it. The tables have
/// to follow from the entries: what stood is read from them.
pub(crate) fn judge(
    store: &Store,
    watch: &dyn Fn() -> bool,
) -> Result<Option<Vec<Unlawful>>, Problem> {
    let view = store.now();
    let kinds = JUDGED.iter().map(|kind| (*kind).to_owned()).collect();
    let entries = view.changes(&Filter { kinds: Some(kinds), ..Filter::default() })?;
    let stood = Stood::of(&view)?;
    let mut found = Vec::new();
    for change in entries.into_iter().rev() {
        if !watch() {
            return Ok(None);
        }
        if let Err(why) = one(&view, &stood, &change) {
            found.push(Unlawful { entry: change.seq, kind: change.kind, why });
        }
    }
    Ok(Some(found))
}

fn one(view: &View<'_>, stood: &Stood, change: &Change) -> Result<(), Problem> {
    let Some(event) = view.event(change.seq)? else { return Ok(()) };
    let case = Case {
        before: view.at(change.seq - 1),
        stood,
        seq: change.seq,
        by: change.by,
        at: change.at,
        reasoned: change.why.is_some(),
    };
    if case.by == Actor::Machine && !event.machine_may_sign() {
        return Err(nobody());
    }
    judged(&case, &event)
}

/// Puts an entry to the domain again. A new kind of entry does not compile until it is said here how
/// it is judged.
fn judged(case: &Case<'_>, event: &Event) -> Result<(), Problem> {
    let before = &case.before;
    match event {
        Event::DecisionProposed(proposed) => decisions::proposed(case, proposed),
        Event::DecisionVoted(voted) => decisions::voted(case, voted),
        Event::DecisionApplied(applied) => decisions::applied(case, applied),
        Event::DecisionWithdrawn(withdrawn) => decisions::withdrawn(case, withdrawn),
        Event::DecisionRightsSet(_) => once(before.decision_rights()?.1 == 0),
        Event::RulesSet(_) => once(before.rules_since()? == 0),
        Event::RaciApplied(applied) => {
            once(before.raci_matrix(&applied.terms.matrix)?.in_force.is_none())
        }
        Event::WorkflowRegistered(registered) => register::registered(case, registered),
        Event::WorkflowDescribed(described) => register::described(case, described),
        Event::WorkflowStatusSet(set) => register::status_set(case, set),
        Event::CadenceSet(set) => settings::cadence_set(case, set),
        Event::CadenceRetired(retired) => settings::cadence_retired(case, retired),
        Event::CalendarSet(set) => settings::calendar_set(case, set),
        Event::MetricChanged(changed) => settings::metric_changed(case, changed),
        Event::MetricRetired(retired) => settings::metric_retired(case, retired),
        Event::BaselineSet(set) => settings::baseline_set(case, set),
        Event::ReviewClosed(closed) => closings::closed(case, closed),
        Event::ReviewCountersigned(signed) => closings::countersigned(case, signed),
        Event::StopConfirmed(confirmed) => closings::confirmed(case, confirmed),
        Event::ExceptionResolved(resolved) => closings::resolved(case, resolved),
        Event::TextErased(_) | Event::EvidenceErased(_) => closings::erased(case),
        Event::RestoreDeclared(_) => closings::restored(case),
        Event::KeyRetired(retired) => closings::retired(case, retired),
        Event::RoleGiven(given) => say::given(case, given),
        Event::RoleEnded(ended) => say::ended(case, ended),
        Event::PersonLeft(left) => say::left(case, left),
        Event::DeputiesNamed(named) => say::deputies(case, named),
        Event::AbsenceRecorded(away) => say::away(case, away),
        Event::KeyEnrolled(enrolled) => say::enrolled(case, enrolled),
        Event::KeyReplaced(replaced) => say::replaced(case, replaced),
        Event::WorkspaceCreated(_)
        | Event::RolesDefined(_)
        | Event::PersonAdded(_)
        | Event::PersonChanged(_)
        | Event::OnCallSet(_)
        | Event::AbsenceWithdrawn(_)
        | Event::TeamSet(_)
        | Event::TeamDisbanded(_)
        | Event::MembershipGiven(_)
        | Event::MembershipEnded(_)
        | Event::MachineEnrolled(_)
        | Event::WorkflowStopped(_)
        | Event::StopAttributed(_)
        | Event::OverrideRecorded(_)
        | Event::ExceptionRaised(_)
        | Event::ExceptionAcknowledged(_)
        | Event::ExceptionAssigned(_)
        | Event::ExceptionWaiting(_)
        | Event::ExceptionResumed(_)
        | Event::ExceptionSeveritySet(_)
        | Event::ExceptionReopened(_)
        | Event::ExceptionLinked(_)
        | Event::ExceptionUnlinked(_)
        | Event::PostmortemWritten(_)
        | Event::ImportRecorded(_)
        | Event::RaciDrafted(_)
        | Event::RaciDiscarded(_)
        | Event::PermitUsed(_)
        | Event::MetricsDefined(_)
        | Event::ObservationRecorded(_)
        | Event::ObservationCorrected(_)
        | Event::ReviewOpened(_)
        | Event::AttendanceStated(_)
        | Event::ChairTaken(_)
        | Event::ReviewHeld(_)
        | Event::ItemAnswered(_)
        | Event::AddendumWritten(_)
        | Event::FindingPutOff(_)
        | Event::ActionRaised(_)
        | Event::ActionRescheduled(_)
        | Event::ActionHandedOver(_)
        | Event::ActionDone(_)
        | Event::ActionDropped(_)
        | Event::ActionReopened(_)
        | Event::EvidenceCaptured(_)
        | Event::EvidenceAttached(_)
        | Event::EvidenceDetached(_)
        | Event::EvidenceRechecked(_)
        | Event::EvidenceEmbedded(_)
        | Event::CheckpointRecorded(_)
        | Event::ExportMade(_)
        | Event::ClockAcknowledged(_) => Ok(()),
    }
}

/// What a workspace starts with is set once; after that a decision sets it.
fn once(is_first: bool) -> Result<(), Problem> {
    let says = "It stands by decision, and was set without one.";
    if is_first { Ok(()) } else { Err(Problem::new("undecided", says)) }
}

impl Case<'_> {
    /// Who there was.
    fn standing(&self) -> Result<Rc<Standing>, Problem> {
        self.stood.before(&self.before, self.seq, self.at)
    }

    /// When the entry before it was made.
    fn last(&self) -> Result<Moment, Problem> {
        last_at(&self.before)
    }

    /// Who did it.
    ///
    /// # Errors
    /// `machine-signed` where the machine did: such an act takes a person.
    fn person(&self) -> Result<PersonRef, Problem> {
        match self.by {
            Actor::Person(person) => Ok(person),
            Actor::Machine => Err(nobody()),
        }
    }
}

fn nobody() -> Problem {
    Problem::new("machine-signed", "The machine signed it; such an act takes a person.")
}

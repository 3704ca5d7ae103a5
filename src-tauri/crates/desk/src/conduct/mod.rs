//! Judging what was done by the rules of its moment: what the door would have refused is found,
//! however it came into the record.
//!
//! Whoever holds a key and the file can append what no desk would let through, and every signature
//! holds. So each entry that decides, gives a say or makes a workflow freer is put to the domain
//! again, over what stood before it.

mod answers;
mod batches;
mod checks;
mod closings;
mod decisions;
pub(crate) mod gone;
mod policies;
mod register;
mod reviews;
mod samples;
mod say;
mod settings;
mod stood;

use std::rc::Rc;

use domain::people::Standing;
use domain::raci::RaciApplied;
use domain::{Event, Moment, PersonRef};
use store::tables::change::{Change, Filter};
use store::{Actor, Store, View};

use crate::Problem;
use crate::workspace::last_at;
use stood::Stood;

/// The kinds of entry that are judged.
const JUDGED: &[&str] = &[
    "absence.recorded",
    "addendum.written",
    "attendance.stated",
    "baseline.set",
    "batch.imported",
    "batch.purged",
    "cadence.retired",
    "cadence.set",
    "calendar.set",
    "chair.taken",
    "check.recorded",
    "decision.applied",
    "decision.proposed",
    "decision.voted",
    "decision.withdrawn",
    "decision-rights.set",
    "deputies.named",
    "evidence.erased",
    "exception.resolved",
    "finding.put-off",
    "framework.mapped",
    "framework.scoped",
    "framework.unmapped",
    "item.answered",
    "key.enrolled",
    "key.replaced",
    "key.retired",
    "metric.changed",
    "metric.retired",
    "permit.used",
    "person.left",
    "policy.adopted",
    "policy.attested",
    "policy.drafted",
    "policy.retired",
    "policy.revised",
    "raci.applied",
    "restore.declared",
    "review.closed",
    "review.countersigned",
    "review.held",
    "review.opened",
    "role.ended",
    "role.given",
    "rules.set",
    "sample.abandoned",
    "sample.confirmed",
    "sample.drawn",
    "sample.extended",
    "sample.planned",
    "sample.tested",
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
    walked: &'a samples::Walked,
    opened: &'a answers::Opened,
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
    let (stood, walked) = (Stood::of(&view)?, samples::Walked::default());
    let opened = answers::Opened::default();
    let mut found = Vec::new();
    for change in entries.into_iter().rev() {
        if !watch() {
            return Ok(None);
        }
        if let Err(why) = one(&view, (&stood, &walked, &opened), &change) {
            found.push(Unlawful { entry: change.seq, kind: change.kind, why });
        }
    }
    Ok(Some(found))
}

fn one(
    view: &View<'_>,
    (stood, walked, opened): (&Stood, &samples::Walked, &answers::Opened),
    change: &Change,
) -> Result<(), Problem> {
    let Some(event) = view.event(change.seq)? else { return Ok(()) };
    let case = Case {
        before: view.at(change.seq - 1),
        stood,
        walked,
        opened,
        seq: change.seq,
        by: change.by,
        at: change.at,
        reasoned: change.why.is_some(),
    };
    if case.by == Actor::Machine && !event.machine_may_sign() {
        return Err(nobody());
    }
    judged(&case, &event).unwrap_or(Ok(()))
}

/// Puts an entry to the domain again; none where its kind is not judged. A new kind of entry does not
/// compile until it is said here how it is.
fn judged(case: &Case<'_>, event: &Event) -> Option<Result<(), Problem>> {
    Some(match event {
        Event::DecisionProposed(proposed) => decisions::proposed(case, proposed),
        Event::DecisionVoted(voted) => decisions::voted(case, voted),
        Event::DecisionApplied(applied) => decisions::applied(case, applied),
        Event::DecisionWithdrawn(withdrawn) => decisions::withdrawn(case, withdrawn),
        Event::DecisionRightsSet(_) => rights_set(case),
        Event::RulesSet(_) => rules_set(case),
        Event::RaciApplied(applied) => raci_applied(case, applied),
        Event::WorkflowRegistered(registered) => register::registered(case, registered),
        Event::WorkflowDescribed(described) => register::described(case, described),
        Event::WorkflowStatusSet(set) => register::status_set(case, set),
        Event::CadenceSet(set) => settings::cadence_set(case, set),
        Event::CadenceRetired(retired) => settings::cadence_retired(case, retired),
        Event::CalendarSet(set) => settings::calendar_set(case, set),
        Event::MetricChanged(changed) => settings::metric_changed(case, changed),
        Event::MetricRetired(retired) => settings::metric_retired(case, retired),
        Event::BaselineSet(set) => settings::baseline_set(case, set),
        Event::FrameworkScoped(scoped) => settings::scoped(case, scoped),
        Event::FrameworkMapped(mapped) => settings::mapped(case, mapped),
        Event::FrameworkUnmapped(unmapped) => settings::unmapped(case, unmapped),
        Event::ReviewOpened(opened) => reviews::opened(case, opened),
        Event::ReviewHeld(held) => reviews::held(case, held),
        Event::AttendanceStated(stated) => reviews::attended(case, stated),
        Event::ChairTaken(taken) => reviews::chaired(case, taken),
        Event::ItemAnswered(answered) => answers::answered(case, answered),
        Event::ReviewClosed(closed) => closings::closed(case, closed),
        Event::ReviewCountersigned(signed) => closings::countersigned(case, signed),
        Event::AddendumWritten(added) => reviews::added(case, added),
        // Whoever stops may; a drill takes a person, which is asked of every entry.
        Event::WorkflowStopped(_) => Ok(()),
        Event::StopConfirmed(confirmed) => closings::confirmed(case, confirmed),
        Event::ExceptionResolved(resolved) => closings::resolved(case, resolved),
        Event::TextErased(event) => closings::text_erased(case, event),
        Event::EvidenceErased(_) => closings::erased(case),
        Event::RestoreDeclared(_) => closings::restored(case),
        Event::KeyRetired(retired) => closings::retired(case, retired),
        Event::RoleGiven(given) => say::given(case, given),
        Event::RoleEnded(ended) => say::ended(case, ended),
        Event::PersonLeft(left) => say::left(case, left),
        Event::DeputiesNamed(named) => say::deputies(case, named),
        Event::AbsenceRecorded(away) => say::away(case, away),
        Event::KeyEnrolled(enrolled) => say::enrolled(case, enrolled),
        Event::KeyReplaced(replaced) => say::replaced(case, replaced),
        Event::CheckRecorded(made) => checks::recorded(case, made),
        Event::FindingPutOff(put) => closings::put_off(case, put),
        Event::PermitUsed(used) => decisions::used(case, used),
        Event::BatchImported(imported) => batches::imported(case, imported),
        Event::BatchPurged(purged) => batches::purged(case, purged),
        Event::PolicyDrafted(drafted) => policies::drafted(case, drafted),
        Event::PolicyRevised(revised) => policies::revised(case, revised),
        // A decision's entry says it; no entry of its own does.
        Event::PolicyAdopted(_) | Event::PolicyRetired(_) => once(false),
        Event::PolicyAttested(attested) => policies::attested(case, attested),
        Event::SamplePlanned(planned) => samples::planned(case, planned),
        Event::SampleDrawn(drawn) => samples::drawn(case, drawn),
        Event::SampleExtended(extended) => samples::extended(case, extended),
        Event::SampleTested(tested) => samples::tested(case, tested),
        Event::SampleConfirmed(confirmed) => samples::confirmed(case, confirmed),
        Event::SampleAbandoned(abandoned) => samples::abandoned(case, abandoned.sample),
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
        | Event::MetricsDefined(_)
        | Event::ObservationRecorded(_)
        | Event::ObservationCorrected(_)
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
        | Event::ClockAcknowledged(_) => return None,
    })
}

fn rights_set(case: &Case<'_>) -> Result<(), Problem> {
    once(case.before.decision_rights()?.1 == 0)
}

fn rules_set(case: &Case<'_>) -> Result<(), Problem> {
    once(case.before.rules_since()? == 0)
}

fn raci_applied(case: &Case<'_>, applied: &RaciApplied) -> Result<(), Problem> {
    once(case.before.raci_matrix(&applied.terms.matrix)?.in_force.is_none())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::NamedFiles;
    use crate::operations::CreateWorkspace;
    use crate::{Desk, Grant, MachineClock, Profile};

    /// One entry of every kind.
    const GOLDEN: &str = include_str!("../../../domain/tests/golden/events.json");

    #[test]
    fn what_is_listed_as_judged_is_what_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::new(Profile::at(folder.path()), Box::new(NamedFiles));
        let founding = CreateWorkspace {
            grant: Grant::default(),
            name: "Northwind".to_owned(),
            zone: "UTC".to_owned(),
            fiscal_start: 1,
            founder: "Maren Okafor".to_owned(),
            passphrase: "violet anvil kettle".into(),
            sponsor: None,
            sets: Vec::new(),
        };
        let file = folder.path().join("desk.countersign");
        desk.create_at(&file, founding, false).unwrap();
        let store = Store::open(&file).unwrap();
        let (view, stood) = (store.now(), Stood::of(&store.now()).unwrap());
        let last = view.last_change().unwrap().unwrap();
        for event in serde_json::from_str::<Vec<Event>>(GOLDEN).unwrap() {
            let case = Case {
                before: store.now(),
                stood: &stood,
                walked: &samples::Walked::default(),
                opened: &answers::Opened::default(),
                seq: last.seq + 1,
                by: last.by,
                at: crate::Clock::now(&MachineClock),
                reasoned: true,
            };
            let kind = event.kind();
            let is_judged = judged(&case, &event).is_some();
            assert_eq!(is_judged, JUDGED.contains(&kind), "{kind}: only what is listed is read");
        }
    }
}

//! Everything that can be entered in the ledger.
//!
//! An event's meaning never changes: new fields are optional, a changed shape is a new variant.

use serde::{Deserialize, Serialize};

use crate::action::{
    ActionDone, ActionDropped, ActionHandedOver, ActionRaised, ActionReopened, ActionRescheduled,
};
use crate::batch::{BatchImported, BatchPurged};
use crate::cadence::{CadenceRetired, CadenceSet, CalendarSet};
use crate::check::CheckRecorded;
use crate::decision::{
    DecisionApplied, DecisionProposed, DecisionRightsSet, DecisionVoted, DecisionWithdrawn,
    PermitUsed,
};
use crate::evidence::{
    EvidenceAttached, EvidenceCaptured, EvidenceDetached, EvidenceEmbedded, EvidenceErased,
    EvidenceRechecked,
};
use crate::exception::{
    ExceptionAcknowledged, ExceptionAssigned, ExceptionLinked, ExceptionRaised, ExceptionReopened,
    ExceptionResolved, ExceptionResumed, ExceptionSeveritySet, ExceptionUnlinked, ExceptionWaiting,
    PostmortemWritten,
};
use crate::framework::{FrameworkMapped, FrameworkScoped, FrameworkUnmapped};
use crate::metric::{
    BaselineSet, MetricChanged, MetricRetired, MetricsDefined, ObservationCorrected,
    ObservationRecorded,
};
use crate::overrides::OverrideRecorded;
use crate::people::{
    AbsenceRecorded, AbsenceWithdrawn, DeputiesNamed, KeyEnrolled, KeyReplaced, KeyRetired,
    MachineEnrolled, MembershipEnded, MembershipGiven, OnCallSet, PersonAdded, PersonChanged,
    PersonLeft, RoleEnded, RoleGiven, RolesDefined, TeamDisbanded, TeamSet,
};
use crate::policy::{PolicyAdopted, PolicyAttested, PolicyDrafted, PolicyRetired, PolicyRevised};
use crate::raci::{RaciApplied, RaciDiscarded, RaciDrafted};
use crate::review::{
    AddendumWritten, AttendanceStated, ChairTaken, ItemAnswered, ReviewClosed, ReviewCountersigned,
    ReviewHeld, ReviewOpened,
};
use crate::rule::{FindingPutOff, RulesSet};
use crate::sample::{
    SampleAbandoned, SampleConfirmed, SampleDrawn, SampleExtended, SamplePlanned, SampleTested,
};
use crate::stop::{StopAttributed, StopConfirmed, WorkflowStopped};
use crate::workflow::{WorkflowDescribed, WorkflowRegistered, WorkflowStatusSet};
use crate::workspace::{
    CheckpointRecorded, ClockAcknowledged, ExportMade, ImportRecorded, RestoreDeclared, TextErased,
    WorkspaceCreated,
};

macro_rules! events {
    ($($(#[$doc:meta])* $name:literal $variant:ident,)*) => {
        /// One change, as an entry records it.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "type")]
        pub enum Event {
            $($(#[$doc])* #[serde(rename = $name)] $variant($variant),)*
        }

        impl Event {
            /// The names of all events this program knows.
            pub const KINDS: &[&str] = &[$($name),*];

            /// The event's name in the ledger, such as `review.closed`.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)*
                }
            }
        }

        $(impl From<$variant> for Event {
            fn from(event: $variant) -> Self {
                Self::$variant(event)
            }
        })*
    };
}

events! {
    /// The first entry.
    "workspace.created" WorkspaceCreated,
    /// Roles there are from now on.
    "roles.defined" RolesDefined,
    /// A person is known from now on.
    "person.added" PersonAdded,
    /// A person's name or contact changed.
    "person.changed" PersonChanged,
    /// A person left; keys and roles end with the same entry.
    "person.left" PersonLeft,
    /// A person holds a role.
    "role.given" RoleGiven,
    /// A person holds a role no longer.
    "role.ended" RoleEnded,
    /// A role's deputies, in order.
    "deputies.named" DeputiesNamed,
    /// Whom to call for a role, in order.
    "on-call.set" OnCallSet,
    /// A person is away.
    "absence.recorded" AbsenceRecorded,
    /// An absence does not take place.
    "absence.withdrawn" AbsenceWithdrawn,
    /// There is a team, with this name and manager.
    "team.set" TeamSet,
    /// There is a team no longer.
    "team.disbanded" TeamDisbanded,
    /// A person belongs to a team.
    "membership.given" MembershipGiven,
    /// A person belongs to a team no longer.
    "membership.ended" MembershipEnded,
    /// A person signs with this key from now on.
    "key.enrolled" KeyEnrolled,
    /// Another machine signs checkpoints from now on.
    "machine.enrolled" MachineEnrolled,
    /// A new key takes the old one's place.
    "key.replaced" KeyReplaced,
    /// A key signs no more.
    "key.retired" KeyRetired,
    /// An AI workflow is on the register.
    "workflow.registered" WorkflowRegistered,
    /// An AI workflow's description changed.
    "workflow.described" WorkflowDescribed,
    /// An AI workflow was set aside or taken up again.
    "workflow.status-set" WorkflowStatusSet,
    /// The kill switch of an AI workflow was pulled, or tried in a drill.
    "workflow.stopped" WorkflowStopped,
    /// Somebody says that they pulled the kill switch for which the machine signed.
    "stop.attributed" StopAttributed,
    /// In one outside system a stopped workflow acts no more.
    "stop.confirmed" StopConfirmed,
    /// A human chose otherwise than the AI.
    "override.recorded" OverrideRecorded,
    /// Something went wrong.
    "exception.raised" ExceptionRaised,
    /// Who is asked to see to it has taken note.
    "exception.acknowledged" ExceptionAcknowledged,
    /// One person is asked to see to it.
    "exception.assigned" ExceptionAssigned,
    /// Its clock stands still while something is waited for.
    "exception.waiting" ExceptionWaiting,
    /// Its clock goes on.
    "exception.resumed" ExceptionResumed,
    /// It is worse or milder than was said.
    "exception.severity-set" ExceptionSeveritySet,
    /// What went wrong was seen to.
    "exception.resolved" ExceptionResolved,
    /// What went wrong was not seen to after all.
    "exception.reopened" ExceptionReopened,
    /// A decision has to do with it.
    "exception.linked" ExceptionLinked,
    /// A decision has nothing to do with it after all.
    "exception.unlinked" ExceptionUnlinked,
    /// What was learnt from it.
    "postmortem.written" PostmortemWritten,
    /// A file was taken in.
    "import.recorded" ImportRecorded,
    /// Work on a RACI matrix was kept, to go on with.
    "raci.drafted" RaciDrafted,
    /// A RACI draft was given up.
    "raci.discarded" RaciDiscarded,
    /// A RACI matrix is in force from now on, whole.
    "raci.applied" RaciApplied,
    /// Who may decide what from now on, whole.
    "decision-rights.set" DecisionRightsSet,
    /// Something is proposed for decision.
    "decision.proposed" DecisionProposed,
    /// A vote was given.
    "decision.voted" DecisionVoted,
    /// A proposal is not wanted any more.
    "decision.withdrawn" DecisionWithdrawn,
    /// A decision is approved, and what it proposes is so.
    "decision.applied" DecisionApplied,
    /// A permit was used.
    "permit.used" PermitUsed,
    /// A cadence is in force from now on.
    "cadence.set" CadenceSet,
    /// A cadence brings no more reviews.
    "cadence.retired" CadenceRetired,
    /// Business days and holidays from now on.
    "calendar.set" CalendarSet,
    /// Metrics there are from now on.
    "metrics.defined" MetricsDefined,
    /// A metric is described anew.
    "metric.changed" MetricChanged,
    /// A metric is measured no longer.
    "metric.retired" MetricRetired,
    /// A metric is held against another value from a period on.
    "baseline.set" BaselineSet,
    /// What a metric came to in a period.
    "observation.recorded" ObservationRecorded,
    /// A value takes the place of one that was wrong.
    "observation.corrected" ObservationCorrected,
    /// A review began.
    "review.opened" ReviewOpened,
    /// Who was there, as the chair states it.
    "attendance.stated" AttendanceStated,
    /// Somebody else chairs a review from now on.
    "chair.taken" ChairTaken,
    /// When the meeting took place, where it was not while the desk recorded it.
    "review.held" ReviewHeld,
    /// A checklist item has its outcome.
    "item.answered" ItemAnswered,
    /// A review is signed and locked.
    "review.closed" ReviewClosed,
    /// A second person put their name under a closed review.
    "review.countersigned" ReviewCountersigned,
    /// Words added to a closed review.
    "addendum.written" AddendumWritten,
    /// Which rules are on, and their numbers, from now on.
    "rules.set" RulesSet,
    /// A finding is put off until a day.
    "finding.put-off" FindingPutOff,
    /// Something is to be done.
    "action.raised" ActionRaised,
    /// An action item is due on another day.
    "action.rescheduled" ActionRescheduled,
    /// Somebody else does an action item from now on.
    "action.handed-over" ActionHandedOver,
    /// An action item is done.
    "action.done" ActionDone,
    /// An action item is given up.
    "action.dropped" ActionDropped,
    /// An action item is to be done after all.
    "action.reopened" ActionReopened,
    /// A piece of evidence is on the record.
    "evidence.captured" EvidenceCaptured,
    /// Evidence bears something out.
    "evidence.attached" EvidenceAttached,
    /// Evidence was taken off something.
    "evidence.detached" EvidenceDetached,
    /// A file was held against what it was.
    "evidence.rechecked" EvidenceRechecked,
    /// The file itself is kept beside the ledger.
    "evidence.embedded" EvidenceEmbedded,
    /// A kept file was erased.
    "evidence.erased" EvidenceErased,
    /// Something shows a requirement of a framework.
    "framework.mapped" FrameworkMapped,
    /// Something shows a requirement of a framework no longer.
    "framework.unmapped" FrameworkUnmapped,
    /// Whether a requirement or a framework is asked here.
    "framework.scoped" FrameworkScoped,
    /// A batch of AI actions was taken in.
    "batch.imported" BatchImported,
    /// The rows of a batch were deleted.
    "batch.purged" BatchPurged,
    /// A policy is written, in its first version.
    "policy.drafted" PolicyDrafted,
    /// The next version of a policy is written.
    "policy.revised" PolicyRevised,
    /// A version of a policy is in force from now on.
    "policy.adopted" PolicyAdopted,
    /// A policy is in force no longer.
    "policy.retired" PolicyRetired,
    /// A person put their name under the version in force.
    "policy.attested" PolicyAttested,
    /// A check was made.
    "check.recorded" CheckRecorded,
    /// A sample of AI actions is planned.
    "sample.planned" SamplePlanned,
    /// A reviewer completed the seed, and the rows are drawn.
    "sample.drawn" SampleDrawn,
    /// An item of a sample was tested.
    "sample.tested" SampleTested,
    /// More rows are drawn, as the plan says.
    "sample.extended" SampleExtended,
    /// Somebody other than the tester signed what was found.
    "sample.confirmed" SampleConfirmed,
    /// A sample is given up.
    "sample.abandoned" SampleAbandoned,
    /// A checkpoint of the tree, signed by the machine and perhaps by people.
    "checkpoint.recorded" CheckpointRecorded,
    /// Something left the desk.
    "export.made" ExportMade,
    /// Words were erased because the law asked.
    "text.erased" TextErased,
    /// A large jump of the clock was acknowledged.
    "clock.acknowledged" ClockAcknowledged,
    /// An older copy of the file was put back, and the gap is declared.
    "restore.declared" RestoreDeclared,
}

impl Event {
    /// Whether the machine may sign it while nobody is signed in: a stop, and what is raised with it.
    pub fn machine_may_sign(&self) -> bool {
        matches!(self, Self::WorkflowStopped(stopped) if !stopped.drill)
            || matches!(self, Self::ExceptionRaised(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_carries_its_name_in_its_type() {
        let event =
            Event::from(KeyRetired { person: crate::PersonRef::new(3), key: "0a1b2c3d".into() });
        let json = serde_json::to_value(&event).unwrap();
        assert_eq!(json["type"], event.kind(), "readers tell events apart by this word");
        assert_eq!(serde_json::from_value::<Event>(json).unwrap(), event, "nothing is lost");
    }
}

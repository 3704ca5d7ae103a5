//! What an entry did, in a sentence.

use domain::check::Asks;
use domain::evidence::Found;
use domain::sample::Held;
use domain::{Event, PersonRef};

use super::phrases::{order, outcome, person, presence, signer, size, taken, until, voted, words};
use crate::people::Names;

/// What an entry did, and the reference it is about where it has one.
pub struct Said {
    /// The sentence, without a stop.
    pub says: String,
    /// The reference.
    pub about: Option<String>,
}

/// Says what `event` did.
pub fn say(event: &Event, names: &Names) -> Said {
    let name = |who: PersonRef| names.person(who);
    let (says, about) = match event {
        Event::WorkspaceCreated(e) => (format!("Workspace {} started", words(&e.name)), None),
        Event::RolesDefined(e) => (format!("{} roles defined", e.roles.len()), None),
        Event::PersonAdded(e) => (format!("{} added", words(&e.name)), person(e.person)),
        Event::PersonChanged(e) => {
            (format!("Name or contact of {} changed", words(&e.name)), person(e.person))
        }
        Event::PersonLeft(e) => (format!("{} left on {}", name(e.person), e.on), person(e.person)),
        Event::RoleGiven(e) => {
            let to = until(e.to);
            let role = names.role(&e.role);
            (format!("{} holds {role} from {}{to}", name(e.person), e.from), person(e.person))
        }
        Event::RoleEnded(e) => (
            format!("{} holds {} no longer after {}", name(e.person), names.role(&e.role), e.on),
            person(e.person),
        ),
        Event::DeputiesNamed(e) => (order("Deputies", &e.role, &e.deputies, names), None),
        Event::OnCallSet(e) => (order("On call", &e.role, &e.order, names), None),
        Event::AbsenceRecorded(e) => {
            (format!("{} is away from {}{}", name(e.person), e.from, until(e.to)), person(e.person))
        }
        Event::AbsenceWithdrawn(e) => {
            (format!("{} of {} withdrawn", e.absence, name(e.person)), person(e.person))
        }
        Event::TeamSet(e) => {
            let manager = e.manager.map(|m| format!(", managed by {}", name(m)));
            let manager = manager.unwrap_or_default();
            (format!("Team {}{manager}", words(&e.name)), Some(e.team.to_string()))
        }
        Event::TeamDisbanded(e) => {
            (format!("Disbanded, last day {}", e.on), Some(e.team.to_string()))
        }
        Event::MembershipGiven(e) => (
            format!("{} belongs to it from {}{}", name(e.person), e.from, until(e.to)),
            Some(e.team.to_string()),
        ),
        Event::MembershipEnded(e) => (
            format!("{} belongs to it no longer after {}", name(e.person), e.on),
            Some(e.team.to_string()),
        ),
        Event::KeyEnrolled(e) => {
            (format!("Key {} of {} enrolled", e.key, name(e.person)), person(e.person))
        }
        Event::MachineEnrolled(e) => (format!("Machine key {} enrolled", e.key), None),
        Event::KeyReplaced(e) => (
            format!("Key {} of {} takes the place of {}", e.key, name(e.person), e.old),
            person(e.person),
        ),
        Event::KeyRetired(e) => {
            (format!("Key {} of {} retired", e.key, name(e.person)), person(e.person))
        }
        Event::WorkflowRegistered(e) => {
            let found = if e.found_live { ", found live" } else { "" };
            let called = e.facts.name.as_ref().map_or("–", words);
            (format!("{called} registered{found}"), Some(e.workflow.to_string()))
        }
        Event::WorkflowDescribed(e) => {
            let called = e.facts.name.as_ref().map_or("–", words);
            (format!("{called} described anew"), Some(e.workflow.to_string()))
        }
        Event::WorkflowStatusSet(e) => {
            (format!("Now {}", e.status.words().to_lowercase()), Some(e.workflow.to_string()))
        }
        Event::WorkflowStopped(e) => (
            format!("{} of {}", if e.drill { "Drill" } else { "Stop" }, e.workflow),
            Some(e.stop.to_string()),
        ),
        Event::StopAttributed(e) => {
            ("Whoever signs this did it".to_owned(), Some(e.stop.to_string()))
        }
        Event::StopConfirmed(e) => (
            format!("Confirmed in system {}", e.system.saturating_add(1)),
            Some(e.stop.to_string()),
        ),
        Event::OverrideRecorded(e) => (
            format!("{} of {} overridden: {}", e.kind.words(), e.workflow, e.reason.words()),
            Some(e.reference.to_string()),
        ),
        Event::ExceptionRaised(e) => (
            format!(
                "{}, {}: {}",
                e.kind.words(),
                e.severity.words().to_lowercase(),
                words(&e.what)
            ),
            Some(e.exception.to_string()),
        ),
        Event::ExceptionAcknowledged(e) => {
            ("Acknowledged: it is seen to".to_owned(), Some(e.exception.to_string()))
        }
        Event::ExceptionAssigned(e) => (
            match e.person {
                Some(person) => format!("{} sees to it", names.person(person)),
                None => "Back with the roles it is routed to".to_owned(),
            },
            Some(e.exception.to_string()),
        ),
        Event::ExceptionWaiting(e) => {
            (format!("Waits: {}", words(&e.why)), Some(e.exception.to_string()))
        }
        Event::ExceptionResumed(e) => {
            ("Its clock goes on".to_owned(), Some(e.exception.to_string()))
        }
        Event::ExceptionSeveritySet(e) => (
            format!("Now {}: {}", e.severity.words().to_lowercase(), words(&e.why)),
            Some(e.exception.to_string()),
        ),
        Event::ExceptionReopened(e) => {
            (format!("Reopened: {}", words(&e.why)), Some(e.exception.to_string()))
        }
        Event::ExceptionLinked(e) => {
            (format!("{} has to do with it", e.decision), Some(e.exception.to_string()))
        }
        Event::ExceptionUnlinked(e) => {
            (format!("{} taken off", e.decision), Some(e.exception.to_string()))
        }
        Event::PostmortemWritten(e) => {
            (format!("Postmortem: {}", words(&e.changes)), Some(e.exception.to_string()))
        }
        Event::ExceptionResolved(e) => {
            (format!("Resolved: {}", words(&e.words)), Some(e.exception.to_string()))
        }
        Event::ImportRecorded(e) => (
            format!(
                "{} taken in: {} of {} rows, {} skipped, {} rejected",
                words(&e.file),
                e.accepted,
                e.rows,
                e.skipped,
                e.rejected.len()
            ),
            None,
        ),
        Event::RaciDrafted(e) => (
            format!("Draft of RACI {} kept: {}", words(&e.terms.name), size(&e.terms)),
            Some(e.terms.matrix.to_string()),
        ),
        Event::RaciDiscarded(e) => ("RACI draft given up".to_owned(), Some(e.matrix.to_string())),
        Event::RaciApplied(e) => (
            format!("RACI {} in force: {}", words(&e.terms.name), size(&e.terms)),
            Some(e.terms.matrix.to_string()),
        ),
        Event::DecisionRightsSet(e) => (format!("{} decision rights set", e.rights.len()), None),
        Event::DecisionProposed(e) => (
            format!("{} proposed: {}", e.kind.words(), words(&e.title)),
            Some(e.decision.to_string()),
        ),
        Event::DecisionVoted(e) => (voted(e, names), Some(e.decision.to_string())),
        Event::DecisionWithdrawn(e) => ("Withdrawn".to_owned(), Some(e.decision.to_string())),
        Event::DecisionApplied(e) => {
            let permit = e.permit.map(|permit| format!(", {permit} issued")).unwrap_or_default();
            (format!("Approved and applied{permit}"), Some(e.decision.to_string()))
        }
        Event::PermitUsed(e) => {
            (format!("Used for {} on {}", e.count, e.on), Some(e.permit.to_string()))
        }
        Event::CadenceSet(e) => {
            (format!("{} set, {} items", words(&e.name), e.checklist.len()), None)
        }
        Event::MetricsDefined(e) => match e.metrics.as_slice() {
            [one] => (format!("{} defined", words(&one.terms.name)), Some(one.metric.to_string())),
            several => (format!("{} metrics defined", several.len()), None),
        },
        Event::MetricChanged(e) => {
            (format!("{} described anew", words(&e.terms.name)), Some(e.metric.to_string()))
        }
        Event::MetricRetired(e) => ("Measured no longer".to_owned(), Some(e.metric.to_string())),
        Event::BaselineSet(e) => {
            (format!("Baseline {} from {}", e.value, e.from), Some(e.metric.to_string()))
        }
        Event::ObservationRecorded(e) => {
            (format!("{} in {}", e.value, e.period), Some(e.metric.to_string()))
        }
        Event::ObservationCorrected(e) => {
            (format!("{} in {}, corrected", e.value, e.period), Some(e.metric.to_string()))
        }
        Event::CadenceRetired(e) => (format!("Cadence {} retired", e.cadence), None),
        Event::CalendarSet(e) => (format!("Calendar set, {} holidays", e.holidays.len()), None),
        Event::RulesSet(e) => match e.settings.off.len() {
            0 => ("Rules set, all of them on".to_owned(), None),
            off => (format!("Rules set, {off} of them off"), None),
        },
        Event::FindingPutOff(e) => {
            let rule = e.rule.sentence().trim_end_matches('.');
            (format!("Put off until {}: {rule}", e.until), Some(e.about.clone()))
        }
        Event::ReviewOpened(e) => {
            (format!("Opened, chaired by {}", name(e.chair)), Some(e.review.to_string()))
        }
        Event::AttendanceStated(e) => {
            (format!("{} {}", name(e.person), presence(e.presence)), Some(e.review.to_string()))
        }
        Event::ChairTaken(e) => (
            format!("{} takes the chair from {}: {}", name(e.to), name(e.from), words(&e.reason)),
            Some(e.review.to_string()),
        ),
        Event::ReviewHeld(e) => (
            format!("Meeting stated as held from {} to {}", e.from, e.to),
            Some(e.review.to_string()),
        ),
        Event::ItemAnswered(e) => {
            (format!("{}: {}", e.item, outcome(e.outcome)), Some(e.review.to_string()))
        }
        Event::ReviewClosed(e) => (
            format!(
                "Closed and locked: {} fine, {} attention, {} breach, {} not applicable",
                e.fine, e.attention, e.breach, e.not_applicable
            ),
            Some(e.review.to_string()),
        ),
        Event::ReviewCountersigned(e) => {
            (format!("Countersigned entry {}", e.closed_by_entry), Some(e.review.to_string()))
        }
        Event::AddendumWritten(e) => ("Addendum written".to_owned(), Some(e.review.to_string())),
        Event::ActionRaised(e) => (
            format!("{} for {}, due {}", words(&e.what), name(e.who), e.due),
            Some(e.action.to_string()),
        ),
        Event::ActionRescheduled(e) => {
            (format!("Due {}: {}", e.due, words(&e.reason)), Some(e.action.to_string()))
        }
        Event::ActionHandedOver(e) => {
            (format!("Handed over to {}", name(e.to)), Some(e.action.to_string()))
        }
        Event::ActionDone(e) => ("Done".to_owned(), Some(e.action.to_string())),
        Event::ActionDropped(e) => {
            (format!("Dropped: {}", words(&e.words)), Some(e.action.to_string()))
        }
        Event::ActionReopened(e) => {
            (format!("Reopened: {}", words(&e.reason)), Some(e.action.to_string()))
        }
        Event::BatchImported(e) => (
            format!("{} AI actions of {} taken in", e.rows.count, words(&e.origin.source)),
            Some(e.batch.to_string()),
        ),
        Event::BatchPurged(e) => {
            (format!("Its rows were purged: {}", words(&e.why)), Some(e.batch.to_string()))
        }
        Event::EvidenceCaptured(e) => {
            (format!("{} captured", words(&e.title)), Some(e.evidence.to_string()))
        }
        Event::EvidenceAttached(e) => {
            (format!("Attached to {}", e.to), Some(e.evidence.to_string()))
        }
        Event::EvidenceDetached(e) => {
            (format!("Taken off {}: {}", e.from, words(&e.reason)), Some(e.evidence.to_string()))
        }
        Event::EvidenceRechecked(e) => {
            let found = match e.found {
                Found::Matches => "The file is what it was",
                Found::Changed { .. } => "The file has changed",
                Found::Missing => "The file is missing",
            };
            (found.to_owned(), Some(e.evidence.to_string()))
        }
        Event::EvidenceEmbedded(e) => {
            ("The file is kept in the workspace".to_owned(), Some(e.evidence.to_string()))
        }
        Event::EvidenceErased(e) => {
            (format!("The kept file is erased: {}", words(&e.ground)), Some(e.evidence.to_string()))
        }
        Event::PolicyDrafted(e) => {
            (format!("{} written", words(&e.terms.title)), Some(e.policy.to_string()))
        }
        Event::PolicyRevised(e) => (
            format!("Version {} of {} written", e.version, words(&e.terms.title)),
            Some(e.policy.to_string()),
        ),
        Event::PolicyAdopted(e) => (
            format!("Version {} of {} in force", e.version, words(&e.terms.title)),
            Some(e.policy.to_string()),
        ),
        Event::PolicyRetired(e) => ("In force no longer".to_owned(), Some(e.policy.to_string())),
        Event::PolicyAttested(e) => (
            format!("{} attests version {}", signer(&e.statement, names), e.version),
            Some(e.policy.to_string()),
        ),
        Event::CheckRecorded(e) => {
            let kind = e.asks.kind().words();
            let batches: Vec<String> = e.asks.batches().iter().map(ToString::to_string).collect();
            let of = match &e.asks {
                Asks::ServiceLevel { what, .. } => words(what).to_owned(),
                Asks::Fairness { .. } | Asks::Drift { .. } => batches.join(" and "),
            };
            (format!("{kind} of {of} checked"), Some(e.check.to_string()))
        }
        Event::SamplePlanned(e) => (
            format!(
                "Sample of {} planned: {} of {}",
                e.population.batch,
                taken(e),
                words(&e.title)
            ),
            Some(e.sample.to_string()),
        ),
        Event::SampleDrawn(e) => (
            format!("{} rows drawn by {}’s seed", e.rows.len(), signer(&e.statement, names)),
            Some(e.sample.to_string()),
        ),
        Event::SampleTested(e) => {
            let error = e.findings.iter().any(|finding| finding.held == Held::No);
            let found = if error { "in error" } else { "fine" };
            (format!("Row {} tested: {found}", e.row), Some(e.sample.to_string()))
        }
        Event::SampleExtended(e) => {
            (format!("{} more rows drawn", e.rows.len()), Some(e.sample.to_string()))
        }
        Event::SampleConfirmed(e) => (
            format!(
                "{} confirms: {} of {} in error",
                signer(&e.statement, names),
                e.errors,
                e.tested
            ),
            Some(e.sample.to_string()),
        ),
        Event::SampleAbandoned(e) => ("Given up".to_owned(), Some(e.sample.to_string())),
        Event::FrameworkMapped(e) => {
            (format!("{} shows it: {}", e.shown, words(&e.reason)), Some(e.requirement.clone()))
        }
        Event::FrameworkUnmapped(e) => (
            format!("{} shows it no longer: {}", e.shown, words(&e.reason)),
            Some(e.requirement.clone()),
        ),
        Event::FrameworkScoped(e) => (
            match &e.out {
                Some(why) => format!("Not asked here: {}", words(why)),
                None => "Asked again".to_owned(),
            },
            Some(e.of.clone()),
        ),
        Event::CheckpointRecorded(e) => {
            let by: Vec<String> = e.cosigned_by.iter().map(|p| name(*p)).collect();
            let by = if by.is_empty() {
                String::new()
            } else {
                format!(", cosigned by {}", by.join(", "))
            };
            (format!("Checkpoint recorded{by}"), e.review.as_ref().map(ToString::to_string))
        }
        Event::ExportMade(e) => (
            format!("{} exported as {}", e.what, e.form),
            match (&e.review, e.decision, e.exception) {
                (Some(review), _, _) => Some(review.to_string()),
                (None, Some(decision), _) => Some(decision.to_string()),
                (None, None, Some(exception)) => Some(exception.to_string()),
                (None, None, None) => e.policy.map(|policy| policy.to_string()),
            },
        ),
        Event::TextErased(e) => (format!("Text of entry {} erased at {}", e.seq, e.path), None),
        Event::ClockAcknowledged(e) => {
            (format!("Clock acknowledged: from {} to {}", e.before, e.after), None)
        }
        Event::RestoreDeclared(e) => {
            (format!("Restore declared: {} entries had been seen", e.lost.size), None)
        }
    };
    Said { says, about }
}

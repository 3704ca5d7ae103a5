//! From an entry to the rows it makes: the only place that writes the projected tables.
//!
//! A pure function of the signed bytes: live appending and replay run the same code, and neither
//! sees a text, only its place.

use domain::{Event, Moment, Text};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::Value;

use crate::append::Actor;
use crate::cell::place;
use crate::error::StoreError;
use crate::tables::{
    self, absence, action, addendum, answer, attachment, attendance, attestation, baseline, batch,
    cadence, calendar, chair, change, checkpoint, clock, decision, decision_right, erasure,
    evidence, exception, export, finding, held, holding, import, kept, key, mapping, membership,
    metric, observation, overriding, permit, person, policy, postmortem, raci, recheck,
    recorded_check, restore, review, role, rules, sample, scope, statement, stint, stop, team,
    vote, workflow, workspace,
};

/// An entry on its way into the tables, its texts by place.
pub(crate) struct Act {
    pub(crate) seq: u64,
    pub(crate) ws: String,
    pub(crate) at: Moment,
    pub(crate) by: Actor,
    pub(crate) key: String,
    pub(crate) event: Event,
    pub(crate) why: Option<Text>,
}

impl Act {
    /// The same once more, for what an event brings with it.
    pub(crate) fn alike(&self) -> Self {
        Self {
            seq: self.seq,
            ws: self.ws.clone(),
            at: self.at,
            by: self.by,
            key: self.key.clone(),
            event: self.event.clone(),
            why: self.why.clone(),
        }
    }

    /// The entry's number as SQLite takes it.
    pub(crate) fn n(&self) -> i64 {
        self.seq.cast_signed()
    }
}

/// Makes the projected tables, empty.
pub(crate) fn create(conn: &Connection) -> Result<(), StoreError> {
    for table in tables::ALL {
        conn.execute_batch(table.ddl)?;
    }
    Ok(())
}

/// Drops the projected tables.
pub(crate) fn drop(conn: &Connection) -> Result<(), StoreError> {
    for table in tables::ALL {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS {}", table.name))?;
    }
    Ok(())
}

/// Projects the entry `seq` with the signed `body`.
pub(crate) fn entry(conn: &Connection, seq: u64, body: &str) -> Result<(), StoreError> {
    let act = read(seq, body)?;
    change::record(conn, &act)?;
    rows(conn, &act)
}

pub(crate) fn rows(conn: &Connection, act: &Act) -> Result<(), StoreError> {
    match &act.event {
        Event::WorkspaceCreated(event) => {
            workspace::created(conn, act, event)?;
            person::founded(conn, act, event)?;
            key::founded(conn, act, event)
        }
        Event::RolesDefined(event) => role::defined(conn, act, event),
        Event::PersonAdded(event) => person::added(conn, act, event),
        Event::PersonChanged(event) => person::changed(conn, act, event),
        Event::PersonLeft(event) => {
            person::left(conn, act, event)?;
            holding::left(conn, act, event)?;
            stint::left(conn, act, event)?;
            membership::left(conn, act, event)
        }
        Event::RoleGiven(event) => holding::given(conn, act, event),
        Event::RoleEnded(event) => holding::ended(conn, act, event),
        Event::DeputiesNamed(event) => stint::deputies_named(conn, act, event),
        Event::OnCallSet(event) => stint::on_call_set(conn, act, event),
        Event::AbsenceRecorded(event) => absence::recorded(conn, act, event),
        Event::AbsenceWithdrawn(event) => absence::withdrawn(conn, act, event),
        Event::TeamSet(event) => team::set(conn, act, event),
        Event::TeamDisbanded(event) => {
            team::disbanded(conn, act, event)?;
            membership::disbanded(conn, act, event)
        }
        Event::MembershipGiven(event) => membership::given(conn, act, event),
        Event::MembershipEnded(event) => membership::ended(conn, act, event),
        Event::KeyEnrolled(event) => key::enrolled(conn, act, event),
        Event::MachineEnrolled(event) => key::machine_enrolled(conn, act, event),
        Event::KeyReplaced(event) => {
            key::replaced(conn, act, event)?;
            statement::carried(conn, act, &event.statements)
        }
        Event::KeyRetired(event) => key::retired(conn, act, event),
        Event::WorkflowRegistered(event) => workflow::registered(conn, act, event),
        Event::WorkflowDescribed(event) => workflow::described(conn, act, event),
        Event::WorkflowStatusSet(event) => workflow::status_set(conn, act, event),
        Event::WorkflowStopped(event) => {
            workflow::stopped(conn, act, event)?;
            stop::pulled(conn, act, event)
        }
        Event::StopAttributed(event) => stop::attributed(conn, act, event),
        Event::StopConfirmed(event) => stop::confirmed(conn, act, event),
        Event::OverrideRecorded(event) => overriding::recorded(conn, act, event),
        Event::ExceptionRaised(event) => exception::raised(conn, act, event),
        Event::ExceptionAcknowledged(event) => exception::acknowledged(conn, act, event),
        Event::ExceptionAssigned(event) => exception::assigned(conn, act, event),
        Event::ExceptionWaiting(event) => exception::waiting(conn, act, event),
        Event::ExceptionResumed(event) => exception::resumed(conn, act, event),
        Event::ExceptionSeveritySet(event) => exception::severity_set(conn, act, event),
        Event::ExceptionResolved(event) => exception::resolved(conn, act, event),
        Event::ExceptionReopened(event) => exception::reopened(conn, act, event),
        Event::ExceptionLinked(event) => exception::linked(conn, act, event),
        Event::ExceptionUnlinked(event) => exception::unlinked(conn, act, event),
        Event::PostmortemWritten(event) => postmortem::written(conn, act, event),
        Event::ImportRecorded(event) => import::recorded(conn, act, event),
        Event::RaciDrafted(event) => raci::drafted(conn, act, event),
        Event::RaciDiscarded(event) => raci::discarded(conn, act, event),
        Event::RaciApplied(event) => raci::applied(conn, act, event),
        Event::DecisionRightsSet(event) => decision_right::set(conn, act, event),
        Event::DecisionProposed(event) => decision::proposed(conn, act, event),
        Event::DecisionVoted(event) => {
            vote::voted(conn, act, event)?;
            decision::also_about(conn, act, event.decision)?;
            statement::carried(conn, act, std::slice::from_ref(&event.statement))
        }
        Event::DecisionWithdrawn(event) => decision::withdrawn(conn, act, event),
        Event::DecisionApplied(event) => decision::applied(conn, act, event),
        Event::PermitUsed(event) => permit::used(conn, act, event),
        Event::CadenceSet(event) => cadence::set(conn, act, event),
        Event::MetricsDefined(event) => metric::defined(conn, act, event),
        Event::MetricChanged(event) => metric::changed(conn, act, event),
        Event::MetricRetired(event) => metric::retired(conn, act, event),
        Event::BaselineSet(event) => baseline::set(conn, act, event),
        Event::ObservationRecorded(event) => observation::recorded(conn, act, event),
        Event::ObservationCorrected(event) => observation::corrected(conn, act, event),
        Event::CadenceRetired(event) => cadence::retired(conn, act, event),
        Event::CalendarSet(event) => calendar::set(conn, act, event),
        Event::ReviewOpened(event) => review::opened(conn, act, event),
        Event::AttendanceStated(event) => attendance::stated(conn, act, event),
        Event::ChairTaken(event) => {
            chair::taken(conn, act, event)?;
            review::chaired(conn, act, event)
        }
        Event::ReviewHeld(event) => held::stated(conn, act, event),
        Event::ItemAnswered(event) => answer::answered(conn, act, event),
        Event::ReviewClosed(event) => review::closed(conn, act, event),
        Event::ReviewCountersigned(event) => {
            review::countersigned(conn, act, event)?;
            statement::carried(conn, act, event.signed.as_slice())
        }
        Event::AddendumWritten(event) => addendum::written(conn, act, event),
        Event::RulesSet(event) => rules::set(conn, act, &event.settings),
        Event::FindingPutOff(event) => finding::put_off(conn, act, event),
        Event::ActionRaised(event) => action::raised(conn, act, event),
        Event::ActionRescheduled(event) => action::rescheduled(conn, act, event),
        Event::ActionHandedOver(event) => action::handed_over(conn, act, event),
        Event::ActionDone(event) => action::done(conn, act, event),
        Event::ActionDropped(event) => action::dropped(conn, act, event),
        Event::ActionReopened(event) => action::reopened(conn, act, event),
        Event::BatchImported(event) => batch::imported(conn, act, event),
        Event::BatchPurged(event) => batch::purged(conn, act, event),
        Event::EvidenceCaptured(event) => evidence::captured(conn, act, event),
        Event::EvidenceAttached(event) => attachment::attached(conn, act, event),
        Event::EvidenceDetached(event) => attachment::detached(conn, act, event),
        Event::EvidenceRechecked(event) => recheck::rechecked(conn, act, event),
        Event::EvidenceEmbedded(event) => kept::embedded(conn, act, event),
        Event::EvidenceErased(event) => kept::erased(conn, act, event),
        Event::FrameworkMapped(event) => mapping::mapped(conn, act, event),
        Event::FrameworkUnmapped(event) => mapping::unmapped(conn, act, event),
        Event::FrameworkScoped(event) => scope::scoped(conn, act, event),
        Event::PolicyDrafted(event) => policy::drafted(conn, act, event),
        Event::PolicyRevised(event) => policy::revised(conn, act, event),
        Event::PolicyAdopted(event) => policy::adopted(conn, act, event),
        Event::PolicyRetired(event) => policy::retired(conn, act, event),
        Event::PolicyAttested(event) => {
            attestation::attested(conn, act, event)?;
            statement::carried(conn, act, std::slice::from_ref(&event.statement))
        }
        Event::CheckRecorded(event) => recorded_check::recorded(conn, act, event),
        Event::SamplePlanned(event) => sample::done(conn, act, event.sample),
        Event::SampleDrawn(event) => sample::signed(conn, act, event.sample, &event.statement),
        Event::SampleTested(event) => sample::done(conn, act, event.sample),
        Event::SampleExtended(event) => sample::done(conn, act, event.sample),
        Event::SampleConfirmed(event) => sample::signed(conn, act, event.sample, &event.statement),
        Event::SampleAbandoned(event) => sample::done(conn, act, event.sample),
        Event::CheckpointRecorded(event) => checkpoint::recorded(conn, act, event),
        Event::ExportMade(event) => export::made(conn, act, event),
        Event::TextErased(event) => erasure::erased(conn, act, event),
        Event::ClockAcknowledged(event) => clock::acknowledged(conn, act, event),
        Event::RestoreDeclared(event) => restore::declared(conn, act, event),
    }
}

#[derive(Deserialize)]
struct Body {
    at: Moment,
    by: String,
    event: Value,
    key: String,
    seq: u64,
    #[serde(default)]
    why: Option<Value>,
    ws: String,
}

pub(crate) fn read(seq: u64, body: &str) -> Result<Act, StoreError> {
    let unreadable = |what: String| StoreError::Unreadable { seq, what };
    let mut body: Body = serde_json::from_str(body).map_err(|e| unreadable(e.to_string()))?;
    if body.seq != seq {
        return Err(unreadable(format!("it calls itself entry {}", body.seq)));
    }
    placed(&mut body.event, &mut place(seq, "/event"));
    let why = body.why.is_some().then(|| Text::new(place(seq, "/why")));
    let event = serde_json::from_value(body.event).map_err(|e| unreadable(e.to_string()))?;
    let by = body.by.parse().map_err(|_| unreadable(format!("{} is nobody", body.by)))?;
    Ok(Act { seq, ws: body.ws, at: body.at, by, key: body.key, event, why })
}

/// Puts its place where each text's commitment stands. `at` is where `value` stands, and is so
/// again afterwards. The same as `ledger::text::open`, but spells a path only where it leads on:
/// replay spends much of its time here.
fn placed(value: &mut Value, at: &mut String) {
    let length = at.len();
    match value {
        Value::Object(fields) if is_text(fields) => {
            *value = serde_json::json!({ "t": at.as_str() });
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut().filter(|(_, field)| leads_on(field)) {
                at.push('/');
                at.push_str(&name.replace('~', "~0").replace('/', "~1"));
                placed(field, at);
                at.truncate(length);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate().filter(|(_, item)| leads_on(item)) {
                at.push('/');
                at.push_str(&index.to_string());
                placed(item, at);
                at.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_text(fields: &serde_json::Map<String, Value>) -> bool {
    fields.len() == 1 && fields.get("c").is_some_and(Value::is_string)
}

fn leads_on(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_what_the_ledger_calls_the_path() {
        let event = serde_json::json!({
            "a/b": { "c": "one" }, "c": "no text", "list": [{ "c": "two" }, { "t~": { "c": "3" } }],
        });
        let (mut ours, mut theirs) = (event.clone(), event);
        placed(&mut ours, &mut place(7, "/event"));
        ledger::text::open(&mut theirs, "/event", &|path| Some(place(7, path)));
        assert_eq!(ours, theirs, "the ledger names the texts, the tables only follow");
        assert_eq!(ours["list"][1]["t~"]["t"], "7/event/list/1/t~0", "as RFC 6901 spells it");
    }
}

//! A small company to judge rules on.

use domain::exception::{self, Cause, Exception, Severity};
use domain::people::{Cover, Holding, KeyHeld, NewKey, Standing};
use domain::{Event, ExceptionRef, Moment, PersonRef, Refusal, RoleId, WorkflowRef};

/// RevOps, with a key.
pub const MAREN: PersonRef = PersonRef::new(1);
/// The executive sponsor, with a key.
pub const TOBIAS: PersonRef = PersonRef::new(2);
/// The sales leader, with a key.
pub const JONAS: PersonRef = PersonRef::new(3);
/// Security, without a key.
pub const RAFAEL: PersonRef = PersonRef::new(4);
/// Somebody who has left.
pub const GONE: PersonRef = PersonRef::new(5);
/// Nobody.
pub const NOBODY: PersonRef = PersonRef::new(77);

pub fn day(written: &str) -> chrono::NaiveDate {
    written.parse().unwrap()
}

pub fn at(written: &str) -> Moment {
    written.parse().unwrap()
}

pub fn role(id: &str) -> RoleId {
    RoleId::new(id)
}

pub fn held(person: PersonRef, id: &str, from: &str, to: Option<&str>) -> Holding {
    Holding { person, role: role(id), from: day(from), to: to.map(day) }
}

pub fn key_of(person: PersonRef) -> KeyHeld {
    KeyHeld { person, key: format!("{:08x}", person.number()), public: format!("public {person}") }
}

pub fn new_key(name: &str) -> NewKey {
    NewKey {
        key: format!("id {name}"),
        public: format!("public {name}"),
        possession: "agreed".to_owned(),
    }
}

/// The company on 16 November 2026.
pub fn company() -> Standing {
    let keys = vec![key_of(MAREN), key_of(TOBIAS), key_of(JONAS)];
    Standing {
        today: day("2026-11-16"),
        people: vec![MAREN, TOBIAS, JONAS, RAFAEL],
        left: vec![GONE],
        roles: ["revops", "executive-sponsor", "sales-leader", "security", "legal", "compliance"]
            .map(RoleId::new)
            .to_vec(),
        holdings: vec![
            held(MAREN, "revops", "2026-01-01", None),
            held(TOBIAS, "executive-sponsor", "2026-01-01", None),
            held(JONAS, "sales-leader", "2026-01-01", None),
            held(RAFAEL, "security", "2026-01-01", None),
        ],
        cover: Cover::default(),
        keys_ever: [keys.clone(), vec![key_of(GONE)]].concat(),
        keys,
        next_person: 6,
    }
}

/// An output error of WF-0007 that Jonas reported, open, routed to Security.
pub fn trouble() -> Exception {
    Exception {
        exception: ExceptionRef::new(12),
        kind: exception::Kind::OutputError,
        severity: Severity::High,
        workflow: Some(WorkflowRef::new(7)),
        routed: vec![role("security")],
        person: None,
        raised_by: Some(JONAS),
        cause: Cause::Report,
        stage: exception::Stage::Open,
        decisions: vec![],
    }
}

/// What was refused, by its code; `done` when nothing was.
pub fn code<T>(result: &Result<T, Refusal>) -> &'static str {
    match result {
        Ok(_) => "done",
        Err(refusal) => refusal.code(),
    }
}

pub fn kinds(events: &[Event]) -> Vec<&'static str> {
    events.iter().map(Event::kind).collect()
}

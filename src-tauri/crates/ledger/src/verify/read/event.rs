//! The events the ledger understands. All others are opaque to it.

use crate::Head;
use crate::primitive::Hash;

use super::super::bytes::{base64, hex, is_signer, is_time};
use super::super::json::Json;
use super::Fields;

/// An event, as far as the ledger understands it.
#[derive(Debug, Clone)]
pub(in super::super) enum Event {
    Created {
        demo: bool,
        founder: KeyFacts,
        machine: KeyFacts,
    },
    Enrolled {
        key: KeyFacts,
        possession: [u8; 64],
    },
    Replaced {
        old: [u8; 4],
        key: KeyFacts,
        possession: [u8; 64],
    },
    Retired {
        person: String,
        key: [u8; 4],
    },
    Erased {
        seq: u64,
        path: String,
    },
    Checkpoint {
        note: String,
        cosigned_by: Vec<String>,
    },
    Restored {
        lost: Head,
    },
    ClockAcknowledged {
        before: String,
        after: String,
    },
    Exported(Export),
    /// What a machine may say where nobody is signed in; otherwise opaque.
    Stopping,
    Opaque,
}

/// What an export says of the pack that left with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Export {
    pub manifest: Option<Hash>,
    /// The last entry that it shows, where it says so.
    pub as_of: Option<u64>,
    /// The head after which it goes on, as written; nothing written where it is no text.
    pub since: Option<String>,
}

/// A key as an event enrols it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct KeyFacts {
    /// The person's reference, or `machine`.
    pub person: String,
    pub id: [u8; 4],
    pub public: [u8; 32],
}

const MACHINE: &str = "machine";

/// Reads an event; the error says how a known one breaks its form.
pub(super) fn read(event: &Json<'_>) -> Result<Event, String> {
    let fields = Fields { value: event, what: "the event" };
    let kind = fields.str("type")?;
    match kind {
        "workspace.created" => created(&fields),
        "key.enrolled" => {
            Ok(Event::Enrolled { key: person_key(&fields)?, possession: possession(&fields)? })
        }
        "machine.enrolled" => {
            let key = key_of(&fields, MACHINE.to_owned())?;
            Ok(Event::Enrolled { key, possession: possession(&fields)? })
        }
        "key.replaced" => replaced(&fields),
        "key.retired" => {
            Ok(Event::Retired { person: signer(&fields)?, key: key_id(&fields, "key")? })
        }
        "text.erased" => {
            Ok(Event::Erased { seq: fields.count("seq")?, path: fields.str("path")?.to_owned() })
        }
        "checkpoint.recorded" => checkpoint(&fields),
        "restore.declared" => {
            let lost = Fields { value: fields.get("lost")?, what: "lost" };
            let root = lost.decoded("root", base64, "base64 of 32 bytes")?;
            Ok(Event::Restored { lost: Head { size: lost.count("size")?, root } })
        }
        "clock.acknowledged" => Ok(Event::ClockAcknowledged {
            before: fields.text("before", is_time, "a time")?,
            after: fields.text("after", is_time, "a time")?,
        }),
        "export.made" => {
            let manifest = match fields.value.get("manifest") {
                None => None,
                Some(_) => Some(fields.decoded("manifest", hex, "64 lower-case hex digits")?),
            };
            let as_of = fields.value.get("as_of").and_then(Json::int);
            let since = fields.value.get("since");
            Ok(Event::Exported(Export {
                manifest,
                as_of: as_of.and_then(|seq| u64::try_from(seq).ok()),
                since: since.map(|head| head.str().unwrap_or_default().to_owned()),
            }))
        }
        "workflow.stopped" | "exception.raised" => Ok(Event::Stopping),
        _ => Ok(Event::Opaque),
    }
}

fn created(fields: &Fields<'_, '_>) -> Result<Event, String> {
    let Json::Bool(demo) = fields.get("demo")? else {
        return Err("holds a demo that is neither true nor false".to_owned());
    };
    let founder = Fields { value: fields.get("founder")?, what: "founder" };
    let machine = Fields { value: fields.get("machine")?, what: "machine" };
    Ok(Event::Created {
        demo: *demo,
        founder: person_key(&founder)?,
        machine: key_of(&machine, MACHINE.to_owned())?,
    })
}

fn replaced(fields: &Fields<'_, '_>) -> Result<Event, String> {
    // What is in the list is judged as the statements it holds.
    if !matches!(fields.value.get("statements"), None | Some(Json::List(_))) {
        return Err("holds statements that are no list".to_owned());
    }
    Ok(Event::Replaced {
        old: key_id(fields, "old")?,
        key: person_key(fields)?,
        possession: possession(fields)?,
    })
}

fn checkpoint(fields: &Fields<'_, '_>) -> Result<Event, String> {
    let cosigned_by = match fields.value.get("cosigned_by") {
        None => Vec::new(),
        Some(Json::List(people)) => people
            .iter()
            .map(|person| person.str().filter(|person| is_signer(person)).map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or("holds a cosigned_by that lists something other than people")?,
        Some(_) => return Err("holds a cosigned_by that is no list".to_owned()),
    };
    Ok(Event::Checkpoint { note: fields.str("note")?.to_owned(), cosigned_by })
}

fn person_key(fields: &Fields<'_, '_>) -> Result<KeyFacts, String> {
    let person = signer(fields)?;
    if person == MACHINE {
        return Err("enrols the machine as if it were a person".to_owned());
    }
    key_of(fields, person)
}

fn key_of(fields: &Fields<'_, '_>, person: String) -> Result<KeyFacts, String> {
    let public = fields.decoded("public", base64, "base64 of 32 bytes")?;
    Ok(KeyFacts { person, id: key_id(fields, "key")?, public })
}

fn key_id(fields: &Fields<'_, '_>, name: &str) -> Result<[u8; 4], String> {
    fields.decoded(name, hex, "8 lower-case hex digits")
}

fn signer(fields: &Fields<'_, '_>) -> Result<String, String> {
    fields.text("person", is_signer, "a person’s reference")
}

fn possession(fields: &Fields<'_, '_>) -> Result<[u8; 64], String> {
    fields.decoded("possession", base64, "base64 of 64 bytes")
}

//! Reading one body: everything the verifier needs of it, and nothing believed.

mod batch;
mod decided;
mod event;
mod gather;
mod statement;

pub(super) use batch::Batch;
pub(super) use decided::Decided;
pub(super) use event::{Event, Export, KeyFacts};
pub(super) use gather::Gathered;
pub(super) use statement::Statement;

use super::bytes::{base64, hex, is_signer, is_time, is_workspace};
use super::json::{self, Json};
use crate::primitive::Hash;

/// An entry's body, read.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub ws: String,
    pub seq: u64,
    pub at: String,
    pub by: String,
    pub key: [u8; 4],
    pub prev: Hash,
    /// Whether its event is `workspace.created`, well formed or not.
    pub creates: bool,
    /// The event, or why a known one breaks its form.
    pub event: Result<Event, String>,
    /// Its part in a decision.
    pub decided: Option<Decided>,
    /// The batch it takes in.
    pub batch: Option<Batch>,
    pub gathered: Gathered,
}

/// Reads a body; the error says what is wrong with it, as the end of a sentence.
pub(super) fn body(bytes: &[u8]) -> Result<Read, String> {
    let value = json::read(bytes)
        .map_err(|flaw| format!("is not canonical JSON: at byte {}, {}", flaw.at, flaw.why))?;
    let fields = Fields { value: &value, what: "the body" };
    fields.only(&["at", "by", "event", "key", "prev", "seq", "v", "why", "ws"])?;
    if fields.int("v")? != 1 {
        return Err("is of a version this verifier does not read".to_owned());
    }
    let event = fields.get("event")?;
    if !matches!(event, Json::Map(_)) {
        return Err("holds an event that is no object".to_owned());
    }
    let mut gathered = Gathered::default();
    gathered.from(event, "/event");
    if let Some(why) = value.get("why") {
        if why.only("c").is_none() {
            return Err("holds a reason (why) that is no commitment".to_owned());
        }
        gathered.from(why, "/why");
    }
    // Texts are looked up by place.
    gathered.commitments.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(Read {
        ws: fields.text("ws", is_workspace, "a workspace id")?,
        seq: fields.count("seq")?,
        at: fields.text("at", is_time, "a time like 2026-09-30T16:02:11.123Z")?,
        by: fields.text("by", is_signer, "a person’s reference")?,
        key: fields.decoded("key", hex, "8 lower-case hex digits")?,
        prev: fields.decoded("prev", base64, "base64 of 32 bytes")?,
        creates: event.get("type").and_then(Json::str) == Some("workspace.created"),
        decided: decided::read(event),
        batch: batch::read(event),
        event: event::read(event),
        gathered,
    })
}

/// Reads named fields of an object and says which one is wrong.
pub(super) struct Fields<'j, 'a> {
    pub value: &'j Json<'a>,
    /// How the object is called in a sentence.
    pub what: &'static str,
}

impl<'j, 'a> Fields<'j, 'a> {
    pub(super) fn get(&self, name: &str) -> Result<&'j Json<'a>, String> {
        self.value.get(name).ok_or_else(|| format!("lacks {name} in {}", self.what))
    }

    pub(super) fn str(&self, name: &str) -> Result<&'j str, String> {
        self.get(name)?.str().ok_or_else(|| format!("holds a {name} that is no string"))
    }

    pub(super) fn int(&self, name: &str) -> Result<i64, String> {
        self.get(name)?.int().ok_or_else(|| format!("holds a {name} that is no integer"))
    }

    /// A number from 1.
    pub(super) fn count(&self, name: &str) -> Result<u64, String> {
        let number = u64::try_from(self.int(name)?).ok().filter(|number| *number > 0);
        number.ok_or_else(|| format!("holds a {name} below 1"))
    }

    pub(super) fn text(
        &self,
        name: &str,
        holds: fn(&str) -> bool,
        wanted: &str,
    ) -> Result<String, String> {
        let text = self.str(name)?;
        if holds(text) {
            Ok(text.to_owned())
        } else {
            Err(format!("holds a {name} that is not {wanted}"))
        }
    }

    pub(super) fn decoded<T>(
        &self,
        name: &str,
        decode: fn(&str) -> Option<T>,
        wanted: &str,
    ) -> Result<T, String> {
        decode(self.str(name)?).ok_or_else(|| format!("holds a {name} that is not {wanted}"))
    }

    /// Refuses fields beside those named.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), String> {
        let Json::Map(fields) = self.value else {
            return Err(format!("holds no object where {} belongs", self.what));
        };
        match fields.iter().find(|(name, _)| !names.contains(&name.as_ref())) {
            None => Ok(()),
            Some((name, _)) => Err(format!("holds a field {name:?} that does not belong")),
        }
    }
}

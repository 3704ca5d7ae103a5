//! The stop list: which workflows are stopped, for integrations that poll a file. The machine signs
//! it; FORMAT.md section 14 says what a reader checks.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::encoding::base64;
use crate::key::SecretKey;
use crate::workspace::MACHINE;
use crate::{Error, Head, canonical};

/// What stands before the list in the bytes its signature covers.
pub const PREFIX: &str = "countersign/stop-list/v1\n";
/// What a stop list calls itself.
pub const NAME: &str = "countersign stop list";

/// A stop list about to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopList {
    /// The workspace id.
    pub ws: String,
    /// A number that never goes back from one list to the next of the same place.
    pub seq: u64,
    /// When it was written.
    pub at: String,
    /// The head of the record it was written from.
    pub head: String,
    /// What must not act, in the order of the stops.
    pub stopped: Vec<Listed>,
    /// Whether it is of a demo; left out where it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
    /// Drills that are not confirmed everywhere yet: nothing has to stop, but may say that it would.
    pub drills: Vec<Listed>,
}

/// A workflow on the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Listed {
    /// Its reference.
    pub workflow: String,
    /// The stop; none where it came on the register as stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<String>,
    /// The entry that records the stop, or registers it as stopped.
    pub entry: u64,
    /// When that was entered.
    pub at: String,
}

/// The file as it is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct File {
    countersign: String,
    list: String,
    public: String,
    signature: String,
    v: u8,
}

/// The list inside the signature.
#[derive(Serialize, Deserialize)]
struct Signed {
    #[serde(flatten)]
    list: StopList,
    key: String,
    v: u8,
}

impl StopList {
    /// A list of nothing, from this head.
    #[must_use]
    pub fn empty(ws: &str, seq: u64, at: String, head: Head) -> Self {
        let head = head.to_string();
        let (stopped, drills) = (Vec::new(), Vec::new());
        Self { ws: ws.to_owned(), seq, at, head, stopped, demo: false, drills }
    }

    /// The file: one line of canonical JSON, signed by the machine.
    ///
    /// # Errors
    /// As [`canonical::to_string`].
    pub fn to_file(&self, machine: &SecretKey) -> Result<String, Error> {
        let public = machine.public();
        let signed =
            Signed { list: self.clone(), key: public.id(&self.ws, MACHINE).to_string(), v: 1 };
        let list = canonical::to_string(&json!(signed))?;
        let signature = base64(&machine.sign([PREFIX, &list].concat().as_bytes()));
        let (countersign, public) = (NAME.to_owned(), public.to_base64());
        let file = File { countersign, list, public, signature, v: 1 };
        Ok(canonical::to_string(&json!(file))? + "\n")
    }

    /// Reads a file without judging its signature; none where it is no stop list.
    #[must_use]
    pub fn from_file(text: &str) -> Option<Self> {
        let file: File = serde_json::from_str(text).ok()?;
        let signed: Signed = serde_json::from_str(&file.list).ok()?;
        (file.countersign == NAME).then_some(signed.list)
    }
}

//! Verifying a stop list: one signed file that says what must not act.

use serde::Deserialize;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::{Judge, sha256};

use super::bytes::{base64, hex, is_time, is_workspace};
use super::faults::Faults;
use super::json::{self, Json};
use super::keyring::{Keyring, MACHINE};
use super::object::Object;
use super::read::{Fields, KeyFacts};
use super::record::Claims;
use super::verdict::{Counts, FaultCode, KeySeen, Part, RestsOn, Verdict, Verdicts};

#[derive(Deserialize)]
struct File {
    countersign: String,
    list: String,
    public: String,
    signature: String,
    v: u8,
}

/// Verifies a stop list. Completeness is that it is no older than any head somebody kept. It is
/// anchored when the machine's key is on the list of keys given, or when its head is one kept.
#[must_use]
pub fn stop_list(file: &str, claims: &Claims) -> Verdicts {
    let mut found = Found::default();
    if let Err(why) = found.check(file, claims) {
        found.faults.add(FaultCode::StopListForm, None, None, format!("The stop list {why}."));
    }
    found.verdicts(claims)
}

#[derive(Default)]
struct Found {
    faults: Faults,
    workspace: Option<String>,
    head: Option<Head>,
    demo: bool,
    keys: Vec<KeySeen>,
    signer: Option<Fingerprint>,
    listed: u64,
}

impl Found {
    /// The error says why nothing more can be judged, as the end of a sentence.
    fn check(&mut self, file: &str, claims: &Claims) -> Result<(), String> {
        let Object(file): Object<File> =
            serde_json::from_str(file).map_err(|error| format!("cannot be read: {error}"))?;
        if file.countersign != "countersign stop list" || file.v != 1 {
            return Err("is of another kind or version".to_owned());
        }
        let list = json::read(file.list.as_bytes())
            .map_err(|flaw| format!("is not canonical at byte {}: {}", flaw.at, flaw.why))?;
        let read = Read::of(&list)?;
        self.workspace = Some(read.ws.clone());
        self.head = Some(read.head);
        self.demo = read.demo;
        self.listed = read.listed;
        self.signed(&file, &read)?;
        self.seen(claims, &read);
        Ok(())
    }

    fn signed(&mut self, file: &File, read: &Read) -> Result<(), String> {
        let public = base64(&file.public).ok_or("holds a public key that is none")?;
        let facts = KeyFacts { person: MACHINE.to_owned(), id: read.key, public };
        let mut keyring = Keyring::new(read.ws.clone());
        if keyring.enrol(&facts, 1).is_err() {
            let sentence = "The machine’s key is not the one that the list names.";
            self.faults.add(FaultCode::StopListSignature, None, None, sentence);
            return Ok(());
        }
        let signature: Option<[u8; 64]> = base64(&file.signature);
        let message = ["countersign/stop-list/v1\n", &file.list].concat();
        let judge: Option<&Judge> = keyring.holders.first().map(|holder| &holder.judge);
        let holds = signature
            .zip(judge)
            .is_some_and(|(signature, judge)| judge.accepts(message.as_bytes(), &signature));
        if !holds {
            let sentence = "The list is not what the machine signed.";
            self.faults.add(FaultCode::StopListSignature, None, None, sentence);
        }
        self.signer = keyring.holders.first().map(|holder| Fingerprint(holder.fingerprint()));
        Ok(())
    }

    fn seen(&mut self, claims: &Claims, read: &Read) {
        for kept in claims.seen.iter().chain(claims.memory.as_ref()) {
            if kept.size == read.head.size && kept.root != read.head.root {
                let sentence = format!("The head kept for {} entries is another one.", kept.size);
                self.faults.add(FaultCode::SeenDiffers, None, None, sentence);
            }
            if kept.size > read.head.size {
                let sentence = format!(
                    "The list was written after {} entries, before the head kept of {}: it is an \
                     older one.",
                    read.head.size, kept.size
                );
                self.faults.add(FaultCode::SeenCut, None, None, sentence);
            }
        }
        if let (Some(keys), Some(signer)) = (&claims.keys, self.signer)
            && !keys.contains(&signer)
        {
            let sentence = format!("The machine’s key is not on the list given: {signer}.");
            self.faults.add(FaultCode::KeyNotNamed, None, None, sentence);
        }
    }

    fn verdicts(self, claims: &Claims) -> Verdicts {
        let Self { faults, workspace, head, demo, keys, signer, listed } = self;
        let (faults, notes) = faults.finish();
        let head = head.unwrap_or(Head { size: 0, root: sha256(&[]) });
        let by_keys = match (&claims.keys, signer) {
            (Some(keys), Some(signer)) => keys.contains(&signer),
            (Some(_), None) | (None, _) => false,
        };
        let by_heads: Vec<Head> =
            claims.seen.iter().copied().filter(|kept| *kept == head).collect();
        let fails = |part| faults.iter().any(|fault| fault.part == part);
        let verdict = |part| if fails(part) { Verdict::Fails } else { Verdict::Holds };
        let anchored = faults.is_empty() && (by_keys || !by_heads.is_empty());
        Verdicts {
            integrity: verdict(Part::Integrity),
            completeness: match (claims.seen.is_empty(), fails(Part::Completeness)) {
                (_, true) => Verdict::Fails,
                (true, false) => Verdict::NotJudged,
                (false, false) => Verdict::Holds,
            },
            rests_on: if anchored {
                RestsOn::Anchored { by_keys, by_heads }
            } else {
                RestsOn::NotAnchored
            },
            demo,
            workspace,
            head,
            faults,
            notes,
            gaps: Vec::new(),
            counts: Counts { entries: listed, ..Counts::default() },
            keys,
        }
    }
}

/// The list inside the signature.
struct Read {
    ws: String,
    head: Head,
    key: [u8; 4],
    /// Whether it says that its workspace is a demo.
    demo: bool,
    /// How many workflows are stopped.
    listed: u64,
}

impl Read {
    fn of(list: &Json<'_>) -> Result<Self, String> {
        let fields = Fields { value: list, what: "the list" };
        fields.only(&["at", "demo", "drills", "head", "key", "seq", "stopped", "v", "ws"])?;
        if fields.int("v")? != 1 {
            return Err("is of another version".to_owned());
        }
        fields.text("at", is_time, "a time")?;
        let (seq, head) = (fields.count("seq")?, fields.str("head")?);
        let head: Head = head.parse().map_err(|_| "holds a head that is none".to_owned())?;
        if seq < head.size {
            return Err("has a number below that of its head".to_owned());
        }
        let demo = match list.get("demo") {
            None => false,
            Some(Json::Bool(true)) => true,
            Some(_) => return Err("holds a demo that is not true".to_owned()),
        };
        let listed = listed(&fields, "stopped", head.size)?;
        self::listed(&fields, "drills", head.size)?;
        Ok(Self {
            ws: fields.text("ws", is_workspace, "a workspace id")?,
            head,
            key: fields.decoded("key", hex, "a key id")?,
            demo,
            listed,
        })
    }
}

/// How many workflows a part of the list names; each names its entry and when, and its stop.
fn listed(fields: &Fields<'_, '_>, part: &str, size: u64) -> Result<u64, String> {
    let Json::List(rows) = fields.get(part)? else {
        return Err(format!("holds a {part} that is no list"));
    };
    for row in rows {
        let row = Fields { value: row, what: "a workflow on it" };
        row.only(&["at", "entry", "stop", "workflow"])?;
        row.text("at", is_time, "a time")?;
        // What was stopped already when it was registered was stopped by no stop.
        if part == "drills" || row.value.get("stop").is_some() {
            row.str("stop")?;
        }
        row.str("workflow")?;
        if row.count("entry")? > size {
            return Err("names an entry that its head does not cover".to_owned());
        }
    }
    Ok(rows.len() as u64)
}

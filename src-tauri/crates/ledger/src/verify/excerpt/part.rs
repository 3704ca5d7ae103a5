//! One part of an excerpt: an entry with its texts and keys, and the proof of its place.

use serde::Deserialize;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::{Hash, Judge, sha256};

use super::super::bytes::{base64, base64_any, hex};
use super::super::keyring::{Keyring, MACHINE};
use super::super::merkle::{leaf, root_from_inclusion};
use super::super::note;
use super::super::object::Object;
use super::super::ordinary;
use super::super::read::{self, KeyFacts, Read, Statement};
use super::super::record::Claims;
use super::super::verdict::FaultCode;
use super::Excerpt;

/// The extra data of a tlog-proof, as JSON. It proves nothing by itself: the entry is bound by the
/// proof, the texts by the entry, and the keys by what somebody kept.
#[derive(Deserialize)]
struct Extra {
    body: String,
    sig: String,
    #[serde(default)]
    texts: Vec<Object<ExtraText>>,
    keys: Vec<Object<ExtraKey>>,
}

#[derive(Deserialize)]
struct ExtraText {
    path: String,
    salt: String,
    text: String,
}

#[derive(Deserialize)]
struct ExtraKey {
    person: String,
    key: String,
    public: String,
}

/// An entry that a part proves.
pub(super) struct Entry<'f> {
    pub read: Read,
    /// Places of the texts beside it, and what each hashes to with its salt.
    pub texts: Vec<(String, Hash)>,
    pub head: Head,
    /// The checkpoint as it stands in the file.
    pub checkpoint: &'f str,
    /// The statements in it whose form and signature hold, with their places.
    pub signed: Vec<(String, Statement)>,
}

impl Excerpt {
    /// The error says why nothing more can be judged of a part, as the end of a sentence.
    pub(super) fn part<'f>(&mut self, file: &'f str, claims: &Claims) -> Result<Entry<'f>, String> {
        let proof = note::proof(file)?;
        let extra = proof.extra.as_deref().ok_or("carries no entry")?;
        let Object(extra): Object<Extra> =
            ordinary::read(extra).map_err(|error| format!("cannot be read: {error}"))?;
        let read = read::body(extra.body.as_bytes())?;
        let signature: [u8; 64] = base64(&extra.sig).ok_or("holds no signature of 64 bytes")?;
        let keyring = self.keyring(&read, &extra.keys)?;
        self.counts.entries += 1;
        self.signed(&read, &extra.body, &signature, &keyring);
        let signed = self.statements(&read, &keyring);
        let note = note::read(proof.checkpoint)?;
        let (origin, head) = note::checkpoint(&note)?;
        let leaf = leaf(extra.body.as_bytes(), &signature);
        let root = root_from_inclusion(leaf, proof.index, head.size, &proof.hashes);
        if proof.index.checked_add(1) != Some(read.seq) || root != Some(head.root) {
            let sentence = format!("Entry {} is not in the tree of the checkpoint.", read.seq);
            self.faults.add(FaultCode::ExcerptProof, Some(read.seq), None, sentence);
        }
        let signers = note::signers(&note, &keyring, |_| true);
        if origin != keyring.name_of(MACHINE)
            || signers.machines.is_empty()
            || !signers.false_lines.is_empty()
        {
            let sentence = "The checkpoint is not signed by the machine’s key.";
            self.faults.add(FaultCode::CheckpointSignature, None, None, sentence);
        }
        for holder in &keyring.holders {
            let seen = super::super::key_seen(holder, claims);
            if !self.keys.iter().any(|key| (&key.person, &key.key) == (&seen.person, &seen.key)) {
                self.keys.push(seen);
            }
        }
        let texts = extra.texts.iter().map(|Object(text)| {
            let salt = base64_any(&text.salt).filter(|salt| salt.len() == 16).unwrap_or_default();
            (text.path.clone(), sha256(&[&salt, text.text.as_bytes()]))
        });
        let texts = texts.collect();
        Ok(Entry { read, texts, head, checkpoint: proof.checkpoint, signed })
    }

    fn keyring(&mut self, entry: &Read, keys: &[Object<ExtraKey>]) -> Result<Keyring, String> {
        let mut keyring = Keyring::new(entry.ws.clone());
        for Object(key) in keys {
            let facts = KeyFacts {
                person: key.person.clone(),
                id: hex(&key.key).ok_or("holds a key id that is none")?,
                public: base64(&key.public).ok_or("holds a public key that is none")?,
            };
            if keyring.enrol(&facts, entry.seq).is_err() {
                let sentence =
                    format!("The key {} of {} is no key of theirs.", key.key, key.person);
                self.faults.add(FaultCode::KeyInvalid, None, None, sentence);
            }
        }
        Ok(keyring)
    }

    fn signed(&mut self, entry: &Read, body: &str, signature: &[u8; 64], keyring: &Keyring) {
        let message = ["countersign/entry/v1\n", body].concat();
        let holder = keyring.live(entry.key, &entry.by);
        let judge: Option<&Judge> = holder.map(|holder| &holder.judge);
        if judge.is_none_or(|judge| !judge.accepts(message.as_bytes(), signature)) {
            let sentence = format!("Entry {} is not what {} signed.", entry.seq, entry.by);
            self.faults.add(FaultCode::EntrySignature, Some(entry.seq), None, sentence);
        }
        self.signers.extend(holder.map(|holder| Fingerprint(holder.fingerprint())));
    }

    /// The statements of an entry that hold, as far as it shows alone.
    fn statements(&mut self, entry: &Read, keyring: &Keyring) -> Vec<(String, Statement)> {
        let mut holding = Vec::new();
        for (path, statement) in &entry.gathered.statements {
            self.counts.statements += 1;
            let judged = match statement {
                Ok(statement) => judge(entry, statement, keyring).map(|signer| (signer, statement)),
                Err(why) => Err(why.clone()),
            };
            match judged {
                Ok((signer, statement)) => {
                    self.signers.push(signer);
                    holding.push((path.clone(), statement.clone()));
                }
                Err(why) => {
                    let sentence = format!("The statement {path} of entry {} {why}.", entry.seq);
                    self.faults.add(FaultCode::Statement, Some(entry.seq), Some(path), sentence);
                }
            }
        }
        holding
    }
}

/// Whose statement it is; the error says what is wrong with it, as the end of a sentence.
fn judge(entry: &Read, statement: &Statement, keyring: &Keyring) -> Result<Fingerprint, String> {
    if statement.ws != entry.ws {
        return Err(format!("was made for workspace {}", statement.ws));
    }
    let Some(holder) = keyring.live(statement.key, &statement.by) else {
        return Err(format!("is signed with a key of {} that is not here", statement.by));
    };
    let message = ["countersign/statement/v1\n", &statement.bytes].concat();
    if !holder.judge.accepts(message.as_bytes(), &statement.signature) {
        return Err(format!("does not carry a valid signature of {}", statement.by));
    }
    if entry.at > statement.expires || statement.at > statement.expires {
        return Err(format!("expired at {}", statement.expires));
    }
    if statement.head.size >= entry.seq {
        return Err(format!("was made on another record than this: {}", statement.head));
    }
    Ok(Fingerprint(holder.fingerprint()))
}

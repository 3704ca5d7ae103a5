//! Verifying an excerpt: one entry, proven to lie in the tree of a checkpoint.

use serde::Deserialize;

use crate::Head;
use crate::key::Fingerprint;
use crate::primitive::{Judge, sha256};

use super::bytes::{base64, base64_any, hex};
use super::faults::Faults;
use super::keyring::{Keyring, MACHINE};
use super::merkle::{leaf, root_from_inclusion};
use super::note;
use super::object::Object;
use super::read::{self, KeyFacts, Read};
use super::record::Claims;
use super::verdict::{Counts, FaultCode, KeySeen, Part, RestsOn, Verdict, Verdicts};

/// The extra data of an excerpt's tlog-proof, as JSON. It proves nothing by itself: the entry is
/// bound by the proof, the texts by the entry, and the keys by what somebody kept.
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

/// Verifies an excerpt. Completeness is not judged: one entry says nothing of the others. It is
/// anchored when the signer's key is on the list given, or when the checkpoint's head is one
/// that somebody kept.
#[must_use]
pub fn excerpt(file: &str, claims: &Claims) -> Verdicts {
    let mut excerpt = Excerpt::default();
    if let Err(why) = excerpt.check(file, claims) {
        excerpt.faults.add(FaultCode::ExcerptForm, None, None, format!("The excerpt {why}."));
    }
    excerpt.verdicts(claims)
}

#[derive(Default)]
struct Excerpt {
    faults: Faults,
    counts: Counts,
    workspace: Option<String>,
    head: Option<Head>,
    keys: Vec<KeySeen>,
    signer: Option<Fingerprint>,
    demo: bool,
}

impl Excerpt {
    /// The error says why nothing more can be judged, as the end of a sentence.
    fn check(&mut self, file: &str, claims: &Claims) -> Result<(), String> {
        let proof = note::proof(file)?;
        let extra = proof.extra.as_deref().ok_or("carries no entry")?;
        let Object(extra): Object<Extra> =
            serde_json::from_slice(extra).map_err(|error| format!("cannot be read: {error}"))?;
        let entry = read::body(extra.body.as_bytes())?;
        let signature: [u8; 64] = base64(&extra.sig).ok_or("holds no signature of 64 bytes")?;
        let keyring = self.keyring(&entry, &extra.keys)?;
        self.workspace = Some(entry.ws.clone());
        self.counts.entries = 1;
        self.signed(&entry, &extra.body, &signature, &keyring);
        self.texts(&entry, &extra.texts);
        let note = note::read(proof.checkpoint)?;
        let (origin, head) = note::checkpoint(&note)?;
        self.head = Some(head);
        let leaf = leaf(extra.body.as_bytes(), &signature);
        let root = root_from_inclusion(leaf, proof.index, head.size, &proof.hashes);
        if proof.index + 1 != entry.seq || root != Some(head.root) {
            let sentence = format!("Entry {} is not in the tree of the checkpoint.", entry.seq);
            self.faults.add(FaultCode::ExcerptProof, Some(entry.seq), None, sentence);
        }
        let signers = note::signers(&note, &keyring, |_| true);
        if origin != keyring.name_of(MACHINE)
            || signers.machines.is_empty()
            || !signers.false_lines.is_empty()
        {
            let sentence = "The checkpoint is not signed by the machine's key.";
            self.faults.add(FaultCode::CheckpointSignature, None, None, sentence);
        }
        self.seen(claims, head);
        self.keys = keyring.holders.iter().map(|holder| super::key_seen(holder, claims)).collect();
        Ok(())
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
        self.signer = holder.map(|holder| Fingerprint(holder.fingerprint()));
    }

    fn texts(&mut self, entry: &Read, texts: &[Object<ExtraText>]) {
        for Object(text) in texts {
            let salt = base64_any(&text.salt).filter(|salt| salt.len() == 16).unwrap_or_default();
            let commitment = sha256(&[&salt, text.text.as_bytes()]);
            let committed = entry
                .gathered
                .commitments
                .iter()
                .any(|one| one.path == text.path && one.hash == commitment);
            if committed {
                self.counts.texts += 1;
            } else {
                let sentence =
                    format!("The text {} of entry {} is not the one signed.", text.path, entry.seq);
                let (seq, path) = (Some(entry.seq), Some(text.path.as_str()));
                self.faults.add(FaultCode::TextAltered, seq, path, sentence);
            }
        }
        self.counts.withheld =
            (entry.gathered.commitments.len() as u64).saturating_sub(self.counts.texts);
    }

    /// Heads of the same size must agree; others say nothing about one entry.
    fn seen(&mut self, claims: &Claims, head: Head) {
        for kept in claims.seen.iter().chain(claims.memory.as_ref()) {
            if kept.size == head.size && kept.root != head.root {
                let sentence = format!("The head kept for {} entries is another one.", kept.size);
                self.faults.add(FaultCode::SeenDiffers, None, None, sentence);
            }
        }
        if let (Some(keys), Some(signer)) = (&claims.keys, self.signer)
            && !keys.contains(&signer)
        {
            let sentence = format!("The signer's key is not on the list: {signer}.");
            self.faults.add(FaultCode::KeyNotNamed, None, None, sentence);
        }
    }

    fn verdicts(self, claims: &Claims) -> Verdicts {
        let Self { faults, counts, workspace, head, keys, signer, demo } = self;
        let (faults, notes) = faults.finish();
        let head = head.unwrap_or(Head { size: 0, root: sha256(&[]) });
        let by_keys = match (&claims.keys, signer) {
            (Some(keys), Some(signer)) => keys.contains(&signer),
            (Some(_), None) | (None, _) => false,
        };
        let by_heads: Vec<Head> =
            claims.seen.iter().copied().filter(|kept| *kept == head).collect();
        let fails = |part| faults.iter().any(|fault| fault.part == part);
        let holds = !fails(Part::Integrity) && !fails(Part::Anchor) && !fails(Part::Completeness);
        Verdicts {
            integrity: if fails(Part::Integrity) { Verdict::Fails } else { Verdict::Holds },
            completeness: Verdict::NotJudged,
            rests_on: if holds && (by_keys || !by_heads.is_empty()) {
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
            counts,
            keys,
        }
    }
}

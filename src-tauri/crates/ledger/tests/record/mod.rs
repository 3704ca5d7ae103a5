//! A small, whole record to test with: two people, a machine, texts, an erasure, checkpoints.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test helper")]

use std::io::{Cursor, Write as _};

use ledger::checkpoint::Checkpoint;
use ledger::cosignature::cosign;
use ledger::encoding::base64;
use ledger::key::{Fingerprint, SecretKey};
use ledger::proof::Proof;
use ledger::text::{SealedText, SeededSalts, seal};
use ledger::tree::{Frontier, inclusion_proof};
use ledger::verify::{self, Claims, FaultCode, RawEntry, RawText, Record, Verdicts};
use ledger::{Draft, Hash, Head, SignedEntry, workspace};
use serde_json::{Value, json};

pub const SEED: u8 = 42;

/// A writer that appends as the store does, in memory.
pub struct Writer {
    pub ws: String,
    pub ops: SecretKey,
    pub sponsor: SecretKey,
    pub machine: SecretKey,
    pub frontier: Frontier,
    pub leaves: Vec<Hash>,
    pub record: Record,
    salts: SeededSalts,
    minute: u32,
}

impl Writer {
    pub fn new(seed: u8) -> Self {
        Self {
            ws: workspace::id([seed; 16]),
            ops: SecretKey::from_seed([seed; 32]),
            sponsor: SecretKey::from_seed([seed.wrapping_add(1); 32]),
            machine: SecretKey::from_seed([seed.wrapping_add(2); 32]),
            frontier: Frontier::empty(),
            leaves: Vec::new(),
            record: Record::default(),
            salts: SeededSalts::new([seed; 32]),
            minute: 0,
        }
    }

    pub fn next_at(&mut self) -> String {
        self.minute += 1;
        format!("2026-09-{:02}T08:{:02}:00.000Z", 1 + self.minute / 60, self.minute % 60)
    }

    pub fn secret(&self, by: &str) -> &SecretKey {
        match by {
            "PER-0001" => &self.ops,
            "PER-0002" => &self.sponsor,
            _ => &self.machine,
        }
    }

    pub fn append(&mut self, by: &str, event: Value) -> SignedEntry {
        self.append_because(by, event, None)
    }

    pub fn append_because(&mut self, by: &str, event: Value, why: Option<&str>) -> SignedEntry {
        let at = self.next_at();
        self.append_at(by, &at, event, why)
    }

    pub fn append_at(
        &mut self,
        by: &str,
        at: &str,
        mut event: Value,
        why: Option<&str>,
    ) -> SignedEntry {
        let seq = self.frontier.size() + 1;
        let mut why = why.map(|why| json!({ "t": why }));
        let mut texts = seal(&mut event, "/event", &mut self.salts);
        if let Some(why) = &mut why {
            texts.extend(seal(why, "/why", &mut self.salts));
        }
        let draft = Draft {
            ws: self.ws.clone(),
            seq,
            at: at.to_owned(),
            by: by.to_owned(),
            key: self.secret(by).public().id(&self.ws, by),
            prev: self.frontier.root(),
            event,
            why,
        };
        let entry = draft.sign(self.secret(by)).expect("the draft is well formed");
        self.take(&entry, texts);
        entry
    }

    pub fn take(&mut self, entry: &SignedEntry, texts: Vec<SealedText>) {
        let seq = self.frontier.size() + 1;
        self.frontier.push(entry.leaf);
        self.leaves.push(entry.leaf);
        self.record.entries.push(RawEntry {
            body: entry.body.clone().into_bytes(),
            signature: entry.signature.to_vec(),
        });
        self.record.texts.extend(texts.into_iter().map(|text| RawText {
            seq,
            path: text.path,
            salt: text.salt.to_vec(),
            text: text.text.into_bytes(),
        }));
    }

    pub fn create(&mut self) {
        let ops = self.ops.public();
        let machine = self.machine.public();
        self.append(
            "PER-0001",
            json!({
                "type": "workspace.created",
                "name": { "t": "Nordlicht Revenue" },
                "zone": "Europe/Berlin",
                "fiscal_start": 1,
                "demo": false,
                "machine": {
                    "key": machine.id(&self.ws, "machine").to_string(),
                    "public": machine.to_base64(),
                },
                "founder": {
                    "person": "PER-0001",
                    "name": { "t": "Ada Okafor" },
                    "key": ops.id(&self.ws, "PER-0001").to_string(),
                    "public": ops.to_base64(),
                },
            }),
        );
    }

    pub fn enrol_sponsor(&mut self) {
        let public = self.sponsor.public();
        let possession = self.sponsor.possession(&self.ws, "PER-0002");
        self.append(
            "PER-0001",
            json!({
                "type": "key.enrolled",
                "person": "PER-0002",
                "key": public.id(&self.ws, "PER-0002").to_string(),
                "public": public.to_base64(),
                "possession": base64(&possession),
            }),
        );
    }

    pub fn checkpoint(&mut self, cosigned: bool) {
        let mut note = Checkpoint::new(&self.ws, self.frontier.head()).sign(&self.machine);
        let mut event = json!({ "type": "checkpoint.recorded" });
        if cosigned {
            cosign(&mut note, &self.ws, "PER-0002", &self.sponsor, 1_790_000_000);
            event["cosigned_by"] = json!(["PER-0002"]);
        }
        event["note"] = json!(note.to_string());
        self.append("PER-0001", event);
    }

    pub fn erase(&mut self, seq: u64, path: &str) {
        self.append(
            "PER-0001",
            json!({
                "type": "text.erased",
                "seq": seq,
                "path": path,
                "ground": { "t": "asked for by the person" },
            }),
        );
        self.record.texts.retain(|text| !(text.seq == seq && text.path == path));
    }

    pub fn workflow(&mut self, by: &str, number: usize) {
        self.append_because(
            by,
            json!({
                "type": "workflow.registered",
                "workflow": format!("WF-{number:04}"),
                "name": { "t": format!("Workflow {number}: outreach, Übersicht, مرحبا, 你好") },
                "guardrails": [{ "sentence": { "t": "No invented names" } }, { "cap": 50 }],
            }),
            Some("found live in the inventory"),
        );
    }

    /// The pack of the record so far, as files by path: one text withheld, sealed by the sponsor.
    pub fn pack(&mut self) -> Pack {
        let withheld = ("/event/name".to_owned(), 4u64);
        let lines =
            |rows: Vec<Value>| rows.iter().map(|row| format!("{row}\n")).collect::<String>();
        let entries = self.record.entries.iter().map(|entry| {
            json!({
                "body": String::from_utf8(entry.body.clone()).expect("a body is UTF-8"),
                "sig": base64(&entry.signature),
            })
        });
        let texts = self.record.texts.iter().filter(|t| (t.path.clone(), t.seq) != withheld);
        let texts = texts.map(|row| {
            json!({
                "path": row.path,
                "salt": base64(&row.salt),
                "seq": row.seq,
                "text": String::from_utf8(row.text.clone()).expect("a text is UTF-8"),
            })
        });
        let mut pack = Pack::default();
        let entries = lines(entries.collect());
        let texts = lines(texts.collect());
        pack.put(ledger::pack::ENTRIES, entries);
        pack.put(ledger::pack::TEXTS, texts);
        pack.put(
            ledger::pack::WITHHELD,
            lines(vec![json!({ "path": withheld.0, "seq": withheld.1 })]),
        );
        pack.put("README.md", "# Read me first\n");
        pack.put("reports/register.pdf", "%PDF-1.7 a page");
        let mut keys = Vec::new();
        for (person, secret, from) in [
            ("PER-0001", &self.ops, 1),
            ("machine", &self.machine, 1),
            ("PER-0002", &self.sponsor, 2),
        ] {
            let public = secret.public();
            let key = public.id(&self.ws, person).to_string();
            pack.put(&ledger::pack::key_file(person, &key), public.to_pem());
            keys.push(json!({
                "fingerprint": public.fingerprint().to_string(),
                "from": from,
                "key": key,
                "person": person,
                "public": public.to_base64(),
                "until": null,
            }));
        }
        pack.put(ledger::pack::KEYS, format!("{}\n", Value::Array(keys)));
        let note = Checkpoint::new(&self.ws, self.frontier.head()).sign(&self.machine);
        pack.put("checkpoints/000012.txt", note.to_string());
        let manifest = pack.manifest();
        let sha256 = ledger::encoding::hex(&ledger::primitive::sha256(&[manifest.as_bytes()]));
        pack.put(ledger::pack::MANIFEST, manifest);
        let entry = self.append(
            "PER-0002",
            json!({
                "type": "export.made",
                "what": "pack",
                "form": "zip",
                "as_of": self.frontier.size(),
                "manifest": sha256,
            }),
        );
        let checkpoint = Checkpoint::new(&self.ws, self.frontier.head()).sign(&self.machine);
        let index = self.frontier.size() - 1;
        let proof = Proof {
            extra: None,
            index,
            hashes: inclusion_proof(&self.leaves, index).expect("the entry is in the tree"),
            checkpoint: checkpoint.clone(),
        };
        let line = json!({ "body": entry.body, "sig": base64(&entry.signature) });
        pack.put(ledger::pack::SEAL_ENTRY, format!("{line}\n"));
        pack.put(ledger::pack::SEAL_PROOF, proof.to_string());
        pack.put(ledger::pack::SEAL_CHECKPOINT, checkpoint.to_string());
        pack
    }

    /// One entry as it leaves alone, with its texts.
    pub fn excerpt(&self, seq: u64) -> String {
        let position = usize::try_from(seq - 1).expect("a small record");
        let entry = &self.record.entries[position];
        let texts =
            self.record.texts.iter().filter(|text| text.seq == seq).map(|text| SealedText {
                path: text.path.clone(),
                salt: text.salt.as_slice().try_into().expect("a salt has 16 bytes"),
                text: String::from_utf8(text.text.clone()).expect("a text is UTF-8"),
            });
        let keys =
            [("PER-0001", &self.ops), ("PER-0002", &self.sponsor), ("machine", &self.machine)];
        ledger::proof::excerpt(
            &self.ws,
            std::str::from_utf8(&entry.body).expect("a body is UTF-8"),
            entry.signature.as_slice().try_into().expect("a signature has 64 bytes"),
            &texts.collect::<Vec<_>>(),
            &keys.map(|(person, secret)| (person, secret.public())),
            Proof {
                extra: None,
                index: seq - 1,
                hashes: inclusion_proof(&self.leaves, seq - 1).expect("the entry is in the tree"),
                checkpoint: Checkpoint::new(&self.ws, self.head()).sign(&self.machine),
            },
        )
        .to_string()
    }

    pub fn head(&self) -> Head {
        self.frontier.head()
    }

    pub fn keys(&self) -> Vec<Fingerprint> {
        vec![self.ops.public().fingerprint(), self.sponsor.public().fingerprint()]
    }

    pub fn verify(&self) -> Verdicts {
        verify::record(&self.record, &Claims::default())
    }
}

/// A pack as files by path, so that a test can change it before it is zipped.
#[derive(Default, Clone)]
pub struct Pack {
    pub files: std::collections::BTreeMap<String, Vec<u8>>,
}

impl Pack {
    pub fn put(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// SHA-256 and size of every file there is so far.
    pub fn manifest(&self) -> String {
        let lines: Vec<String> = self
            .files
            .iter()
            .map(|(path, bytes)| {
                let sha256 = ledger::encoding::hex(&ledger::primitive::sha256(&[bytes]));
                json!({ "path": path, "sha256": sha256, "size": bytes.len() }).to_string()
            })
            .collect();
        format!("{{\"files\":[\n{}\n],\"v\":1}}\n", lines.join(",\n"))
    }

    pub fn zip(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in &self.files {
            zip.start_file(path, zip::write::SimpleFileOptions::default()).expect("a file starts");
            zip.write_all(bytes).expect("memory takes it");
        }
        zip.finish().expect("the zip ends").into_inner()
    }

    pub fn verify(&self, claims: &Claims) -> Verdicts {
        verify::pack(Cursor::new(self.zip()), claims)
    }
}

/// Twelve entries with everything the ledger understands in daily life.
pub fn whole() -> Writer {
    whole_of(SEED)
}

pub fn whole_of(seed: u8) -> Writer {
    let mut writer = Writer::new(seed);
    writer.create();
    writer.enrol_sponsor();
    writer.workflow("PER-0001", 1);
    writer.workflow("PER-0001", 2);
    writer.workflow("PER-0002", 3);
    writer.checkpoint(false);
    writer.workflow("PER-0002", 4);
    writer.erase(3, "/event/name");
    writer.checkpoint(true);
    writer.append("machine", json!({ "type": "workflow.stopped", "workflow": "WF-0001" }));
    writer.append("PER-0002", json!({ "type": "review.closed", "note": { "t": "" } }));
    writer.workflow("PER-0001", 5);
    writer
}

pub fn codes(verdicts: &Verdicts) -> Vec<FaultCode> {
    verdicts.faults.iter().map(|fault| fault.code).collect()
}

pub fn sentences(verdicts: &Verdicts) -> String {
    verdicts
        .faults
        .iter()
        .map(|fault| format!("{} {}", fault.code.as_str(), fault.sentence))
        .collect::<Vec<_>>()
        .join("\n")
}

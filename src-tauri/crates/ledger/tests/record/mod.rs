//! A small, whole record to test with: two people, a machine, texts, an erasure, checkpoints.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test helper")]

mod pack;

use ledger::checkpoint::Checkpoint;
use ledger::cosignature::cosign;
use ledger::encoding::base64;
use ledger::key::{Fingerprint, SecretKey};
use ledger::proof::Proof;
use ledger::text::{SealedText, SeededSalts, seal};
use ledger::tree::{Frontier, inclusion_proof};
use ledger::verify::{self, Claims, FaultCode, RawEntry, RawText, Record, Verdicts};
use ledger::{Draft, Hash, Head, SignedEntry, workspace};
#[allow(unused_imports, reason = "not every test file packs")]
pub use pack::Pack;
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
    /// The third person's key, and the entry that enrolled it.
    pub third: (SecretKey, Option<u64>),
    /// The rows of each batch, with the entry that took it in.
    pub batches: Vec<(String, u64, Vec<String>)>,
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
            third: (SecretKey::from_seed([seed.wrapping_add(3); 32]), None),
            batches: Vec::new(),
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
            "PER-0003" => &self.third.0,
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
        self.create_as(false);
    }

    pub fn create_as(&mut self, demo: bool) {
        let ops = self.ops.public();
        let machine = self.machine.public();
        self.append(
            "PER-0001",
            json!({
                "type": "workspace.created",
                "name": { "t": "Nordlicht Revenue" },
                "zone": "Europe/Berlin",
                "fiscal_start": 1,
                "demo": demo,
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
        self.enrol("PER-0002");
    }

    pub fn enrol_third(&mut self) {
        self.enrol("PER-0003");
        self.third.1 = Some(self.frontier.size());
    }

    fn enrol(&mut self, person: &str) {
        let public = self.secret(person).public();
        let possession = self.secret(person).possession(&self.ws, person);
        self.append(
            "PER-0001",
            json!({
                "type": "key.enrolled",
                "person": person,
                "key": public.id(&self.ws, person).to_string(),
                "public": public.to_base64(),
                "possession": base64(&possession),
            }),
        );
    }

    /// Takes a batch of AI actions in.
    pub fn batch(&mut self, name: &str, rows: &[&str]) {
        let salt: [u8; 16] = [self.batches.len() as u8 + 1; 16];
        let mut tree = ledger::rows::RowTree::new(&salt);
        for row in rows {
            tree.push(row.as_bytes());
        }
        let bound = |head: Head| json!({ "count": head.size, "root": base64(&head.root) });
        self.append(
            "PER-0001",
            json!({
                "type": "batch.imported",
                "batch": name,
                "rows": bound(tree.head()),
                "rejected": bound(ledger::rows::RowTree::new(&salt).head()),
                "salt": { "t": ledger::encoding::hex(&salt) },
                "key": { "t": ledger::encoding::hex(&[9; 32]) },
            }),
        );
        let rows = rows.iter().map(|row| (*row).to_owned()).collect();
        self.batches.push((name.to_owned(), self.frontier.size(), rows));
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

//! Packs of the record: whole or going on from an earlier one, sealed at once or later.

use std::io::{Cursor, Write as _};

use ledger::Head;
use ledger::checkpoint::Checkpoint;
use ledger::encoding::base64;
use ledger::proof::Proof;
use ledger::tree::{Frontier, inclusion_proof};
use ledger::verify::{self, Claims, RawText, Verdicts};
use serde_json::{Value, json};

use super::Writer;

impl Writer {
    /// The pack of the record so far, as files by path: one text withheld, sealed by the sponsor.
    pub fn pack(&mut self) -> Pack {
        let upto = self.frontier.size();
        let pack = self.contents(None, upto);
        self.sealed(pack, None, upto)
    }

    /// A pack that goes on after the first `since` entries.
    pub fn pack_since(&mut self, since: u64) -> Pack {
        let (since, upto) = (self.head_of(since), self.frontier.size());
        let pack = self.contents(Some(since), upto);
        self.sealed(pack, Some(since), upto)
    }

    /// The head after the first `size` entries.
    pub fn head_of(&self, size: u64) -> Head {
        let leaves = self.leaves.iter().copied().take(usize::try_from(size).expect("small"));
        leaves.collect::<Frontier>().head()
    }

    /// The files of a pack of the entries up to `upto` that goes on after a head, without its seal.
    pub fn contents(&self, since: Option<Head>, upto: u64) -> Pack {
        let after = since.map_or(0, |head| head.size);
        let is_in = |seq: u64| after < seq && seq <= upto;
        let mut withheld = vec![("/event/name", 4u64)];
        withheld.extend(self.batches.iter().map(|(_, seq, _)| ("/event/key", *seq)));
        withheld.retain(|(_, seq)| is_in(*seq));
        let left = |text: &&RawText| withheld.contains(&(text.path.as_str(), text.seq));
        let texts = self.record.texts.iter().filter(|text| is_in(text.seq) && !left(text));
        let texts = texts.map(|row| {
            json!({
                "path": row.path,
                "salt": base64(&row.salt),
                "seq": row.seq,
                "text": String::from_utf8(row.text.clone()).expect("a text is UTF-8"),
            })
        });
        let mut pack = Pack::default();
        pack.put(ledger::pack::ENTRIES, self.entry_lines(after, upto));
        pack.put(ledger::pack::TEXTS, lines(texts));
        let places = withheld.iter().map(|(path, seq)| json!({ "path": path, "seq": seq }));
        pack.put(ledger::pack::WITHHELD, lines(places));
        if let Some(Head { size, root }) = since {
            let root = ledger::encoding::hex(&root);
            let since = json!({ "root": root, "size": size, "v": 1 });
            pack.put(ledger::pack::SINCE, format!("{since}\n"));
        }
        pack.put("README.md", "# Read me first\n");
        pack.put("reports/register.pdf", "%PDF-1.7 a page");
        for (name, _, rows) in self.batches.iter().filter(|(_, seq, _)| is_in(*seq)) {
            let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
            pack.put(&ledger::pack::rows_file(name), rows);
        }
        self.put_keys(&mut pack, upto);
        let note = Checkpoint::new(&self.ws, self.head_of(upto)).sign(&self.machine);
        pack.put(&format!("checkpoints/{upto:06}.txt"), note.to_string());
        let manifest = pack.manifest();
        pack.put(ledger::pack::MANIFEST, manifest);
        pack
    }

    fn entry_lines(&self, after: u64, upto: u64) -> String {
        let entries = (1..).zip(&self.record.entries);
        lines(entries.filter(|(seq, _)| after < *seq && *seq <= upto).map(|(_, entry)| {
            json!({
                "body": String::from_utf8(entry.body.clone()).expect("a body is UTF-8"),
                "sig": base64(&entry.signature),
            })
        }))
    }

    fn put_keys(&self, pack: &mut Pack, upto: u64) {
        let mut keys = Vec::new();
        for (person, from) in [
            ("PER-0001", Some(1)),
            ("machine", Some(1)),
            ("PER-0002", Some(2)),
            ("PER-0003", self.third.1),
        ] {
            let Some(from) = from.filter(|from| *from <= upto) else { continue };
            let public = self.secret(person).public();
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
    }

    /// Seals a pack now: what was entered since its last entry comes between.
    pub fn sealed(&mut self, mut pack: Pack, since: Option<Head>, upto: u64) -> Pack {
        let between = self.entry_lines(upto, self.frontier.size());
        if !between.is_empty() {
            pack.put(ledger::pack::SEAL_BETWEEN, between);
        }
        let manifest = ledger::primitive::sha256(&[&pack.files[ledger::pack::MANIFEST]]);
        let mut export = json!({
            "type": "export.made",
            "what": "pack",
            "form": "zip",
            "as_of": upto,
            "manifest": ledger::encoding::hex(&manifest),
        });
        if let Some(since) = since {
            export["since"] = json!(since.to_string());
        }
        let entry = self.append("PER-0002", export);
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
}

fn lines(rows: impl Iterator<Item = Value>) -> String {
    rows.map(|row| format!("{row}\n")).collect()
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

    /// Verifies it behind the packs that hold what was before.
    pub fn verify_after(&self, earlier: &[&Self]) -> Verdicts {
        let earlier = earlier.iter().map(|pack| Cursor::new(pack.zip()));
        verify::pack_after(Cursor::new(self.zip()), earlier, &Claims::default(), &|_| true)
            .expect("nobody stops it")
    }

    /// Lists the files anew that lie outside the seal.
    pub fn list_anew(&mut self) {
        let is_listed = |path: &str| path != "manifest.json" && !path.starts_with("seal/");
        let mut listed = self.clone();
        listed.files.retain(|path, _| is_listed(path));
        self.put("manifest.json", listed.manifest());
    }
}

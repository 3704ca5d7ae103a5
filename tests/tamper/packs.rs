//! Packs: their reports, manifest, seal, entries and checkpoints.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use desk::SeededChance;
use desk::operations::{Fault, Verify};
use ledger::proof::Proof;
use ledger::tree::{inclusion_proof, leaf_hash};
use ledger::{Head, pack};
use serde_json::{Value, json};

use crate::operator::Operator;
use crate::table::{Table, refused};
use crate::workspace::{Workspace, must_hold};

/// The files of a pack.
pub type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn whatever_is_changed_in_a_pack_is_found() {
    let workspace = Workspace::made(SeededChance::new(7));
    for path in &workspace.packs {
        must_hold(&workspace.judged(path, &Verify::default()));
    }
    let [first, whole] = workspace.packs.each_ref().map(|path| files(path));
    let judged = |files: &Files| workspace.judged(&written(&workspace, files), &Verify::default());
    let mut table = Table::new("packs");
    for path in whole.keys() {
        let names = |fault: &Fault| fault.place.as_deref() == Some(path);
        let seal = |fault: &Fault| fault.code == "pack.seal";
        let mut changed = whole.clone();
        let bytes = changed.get_mut(path).unwrap();
        let at = bytes.len() / 2;
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1;
        } else {
            bytes.push(b'\n');
        }
        let answer = judged(&changed);
        if path == pack::MANIFEST {
            table.tried("the manifest changed", path, &answer, seal);
        } else if path.starts_with(pack::SEAL) {
            table.tried("a file of the seal changed", path, &answer, |fault| {
                names(fault) || fault.entry.is_some()
            });
            let mut torn = whole.clone();
            torn.insert(path.clone(), vec![0xff, 0xfe, 0x00]);
            let attack = "a file of the seal made something else than text";
            table.tried(attack, path, &judged(&torn), names);
        } else {
            let pdf = path.ends_with(".pdf");
            let attack = if pdf { "a PDF changed" } else { "another file changed" };
            table.tried(attack, path, &answer, names);
            listed_anew(&mut changed, path);
            let attack = if pdf {
                "a PDF and the manifest changed together"
            } else {
                "another file and the manifest changed together"
            };
            table.tried(attack, path, &judged(&changed), seal);
        }
        let mut lacking = whole.clone();
        lacking.remove(path);
        let missing = |fault: &Fault| names(fault) && fault.code == "pack.file_missing";
        table.tried("a file left out", path, &judged(&lacking), missing);
        if !path.starts_with(pack::SEAL) && path != pack::MANIFEST {
            listed_anew(&mut lacking, path);
            table.tried(
                "a file and its line in the manifest left out",
                path,
                &judged(&lacking),
                seal,
            );
        }
    }
    let mut more = whole.clone();
    more.insert("reports/more.pdf".to_owned(), b"%PDF-1.7".to_vec());
    table.tried("a file put in", "reports/more.pdf", &judged(&more), |fault| {
        fault.place.as_deref() == Some("reports/more.pdf")
    });
    for list in [pack::ENTRIES, pack::TEXTS] {
        let lines = String::from_utf8(whole[list].clone()).unwrap();
        for n in 0..lines.lines().count() {
            let mut short = whole.clone();
            let rest = lines.lines().enumerate().filter(|(at, _)| *at != n);
            let rest: String = rest.map(|(_, line)| format!("{line}\n")).collect();
            short.insert(list.to_owned(), rest.into_bytes());
            listed_anew(&mut short, list);
            let entry = (n + 1) as u64;
            let (attack, text) = match list == pack::TEXTS {
                true => ("a text left out, the manifest fitted", lines.lines().nth(n)),
                false => ("an entry left out, the manifest fitted", None),
            };
            let text = text.map(|line| serde_json::from_str::<Value>(line).unwrap());
            let entry = text.as_ref().map_or(entry, |row| row["seq"].as_u64().unwrap());
            table.tried(attack, &format!("{list} {}", n + 1), &judged(&short), |fault| {
                fault.entry == Some(entry) || fault.entry == Some(entry + 1)
            });
        }
    }
    let mut borrowed = whole.clone();
    for (path, bytes) in first.iter().filter(|(path, _)| path.starts_with(pack::SEAL)) {
        borrowed.insert(path.clone(), bytes.clone());
    }
    table.tried("the seal of another pack", "seal", &judged(&borrowed), |f| f.code == "pack.seal");
    for (path, bytes) in whole.iter().filter(|(path, _)| path.starts_with(pack::CHECKPOINTS)) {
        let mut older = whole.clone();
        older.insert(pack::SEAL_CHECKPOINT.to_owned(), bytes.clone());
        table.tried("an older checkpoint in the seal", path, &judged(&older), |fault| {
            fault.code == "pack.proof"
        });
    }
    let mut mixed = whole.clone();
    mixed.insert(pack::SEAL_CHECKPOINT.to_owned(), first[pack::SEAL_CHECKPOINT].clone());
    table.tried("another pack's checkpoint in the seal", "seal", &judged(&mixed), |fault| {
        fault.code == "pack.proof"
    });
    sealed_anew(&workspace, &whole, &mut table);
    table.finish();
}

/// The operator edits a PDF and the manifest and signs the export again, with the machine's key.
fn sealed_anew(workspace: &Workspace, whole: &Files, table: &mut Table) {
    let him = Operator::of(workspace);
    let mut edited = whole.clone();
    edited.get_mut("reports/register.pdf").unwrap().push(b'\n');
    listed_anew(&mut edited, "reports/register.pdf");
    let line = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap();
    let body = line(&edited[pack::SEAL_ENTRY]);
    let mut body = line(body["body"].as_str().unwrap().as_bytes());
    body["event"]["manifest"] = sha256(&edited[pack::MANIFEST]).into();
    let signed = him.draft(&body).sign(him.key(body["key"].as_str().unwrap())).unwrap();
    let entries = String::from_utf8(edited[pack::ENTRIES].clone()).unwrap();
    let mut leaves: Vec<_> = entries
        .lines()
        .map(|entry| {
            let entry = line(entry.as_bytes());
            let signature = ledger::encoding::from_base64_exact(entry["sig"].as_str().unwrap());
            leaf_hash(entry["body"].as_str().unwrap().as_bytes(), &signature.unwrap())
        })
        .collect();
    leaves.push(signed.leaf);
    let size = leaves.len() as u64;
    let checkpoint = him.signed(Head { size, root: ledger::tree::root_of(&leaves) });
    let hashes = inclusion_proof(&leaves, size - 1).unwrap();
    let proof = Proof { extra: None, index: size - 1, hashes, checkpoint: checkpoint.clone() };
    let entry = json!({ "body": signed.body, "sig": ledger::encoding::base64(&signed.signature) });
    edited.insert(pack::SEAL_ENTRY.to_owned(), format!("{entry}\n").into_bytes());
    edited.insert(pack::SEAL_PROOF.to_owned(), proof.to_string().into_bytes());
    edited.insert(pack::SEAL_CHECKPOINT.to_owned(), checkpoint.to_string().into_bytes());
    let path = written(workspace, &edited);
    let alone = workspace.judged(&path, &Verify::default());
    let alone = must_hold(&alone);
    assert!(
        !alone.anchored && !refused(alone),
        "a pack that its own operator signs again is whole"
    );
    let kept = Verify { keys: None, seen: vec![workspace.head.clone()] };
    let attack = "PDF, manifest and seal made anew by the operator; a head was kept";
    table.tried(attack, "seal", &workspace.judged(&path, &kept), |f| f.code == "seen.differs");
}

/// Makes the manifest fit a file, or its absence.
fn listed_anew(files: &mut Files, path: &str) {
    let mut manifest: Value = serde_json::from_slice(&files[pack::MANIFEST]).unwrap();
    let list = manifest["files"].as_array_mut().unwrap();
    let found = files.get(path);
    list.retain(|row| row["path"] != path || found.is_some());
    if let Some((row, bytes)) = list.iter_mut().find(|row| row["path"] == path).zip(found) {
        row["sha256"] = sha256(bytes).into();
        row["size"] = bytes.len().into();
    }
    files.insert(
        pack::MANIFEST.to_owned(),
        ledger::canonical::to_string(&manifest).unwrap().into_bytes(),
    );
}

fn sha256(bytes: &[u8]) -> String {
    ledger::encoding::hex(&ledger::primitive::sha256(&[bytes]))
}

/// What a pack holds, by path.
pub fn files(path: &Path) -> Files {
    let mut zip = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// A pack of these files.
pub fn written(workspace: &Workspace, files: &Files) -> PathBuf {
    let path = workspace.place("attacked.zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (path, bytes) in files {
        zip.start_file(path.as_str(), stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

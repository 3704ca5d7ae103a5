//! Changes to a pack: its files, its manifest, its seal.

use ledger::verify::{Claims, FaultCode, RestsOn};

use crate::record::{self, Pack, codes, whole, whole_of};
use crate::table::Table;

#[test]
fn every_change_to_a_pack_is_found() {
    let pack = whole().pack();
    let untouched = pack.verify(&Claims::default());
    assert!(untouched.accepted(), "the pack itself holds:\n{}", record::sentences(&untouched));
    assert_eq!(untouched.counts.withheld, 1, "one text is withheld, and counted");
    assert_eq!(untouched.counts.erased, 1, "one was erased");
    let refused = |pack: &Pack| !pack.verify(&Claims::default()).accepted();
    let each = |act: &dyn Fn(&mut Pack, &str)| -> Vec<(String, Pack)> {
        pack.files
            .keys()
            .map(|path| {
                let mut changed = pack.clone();
                act(&mut changed, path);
                (path.clone(), changed)
            })
            .collect()
    };
    let mut table = Table::new();
    table.row(
        "a file changed",
        each(&|pack, path| {
            let bytes = pack.files.get_mut(path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }),
        refused,
    );
    table.row(
        "a file removed",
        each(&|pack, path| {
            pack.files.remove(path);
        }),
        refused,
    );
    table.row("a file emptied", each(&|pack, path| pack.put(path, "")), refused);
    table.row(
        "a file cut in half",
        each(&|pack, path| {
            let bytes = pack.files.get_mut(path).unwrap();
            bytes.truncate(bytes.len() / 2);
        }),
        refused,
    );
    table.row(
        "a file changed and the manifest with it",
        each(&|pack, path| {
            if path.starts_with("seal/") || path == "manifest.json" {
                pack.put("reports/register.pdf", "%PDF-1.7 another page");
            } else {
                pack.files.get_mut(path).unwrap().push(b'\n');
            }
            pack.list_anew();
        }),
        refused,
    );
    table.row(
        "a file put in",
        ["reports/extra.pdf", "ledger/more.jsonl", "keys/PER-0009-00000000.pem", "seal/other"].map(
            |path| {
                let mut changed = pack.clone();
                changed.put(path, "extra");
                (path.to_owned(), changed)
            },
        ),
        refused,
    );
    table.row("a line of entries or texts removed", lines_removed(&pack), refused);
    table.row(
        "a present text listed as withheld, an absent one not",
        [
            (
                "present".to_owned(),
                with_file(
                    &pack,
                    "ledger/withheld.jsonl",
                    "{\"path\":\"/event/name\",\"seq\":4}\n{\"path\":\"/event/name\",\"seq\":1}\n",
                ),
            ),
            ("absent".to_owned(), with_file(&pack, "ledger/withheld.jsonl", "")),
            (
                "nowhere".to_owned(),
                with_file(
                    &pack,
                    "ledger/withheld.jsonl",
                    "{\"path\":\"/event/name\",\"seq\":4}\n{\"path\":\"/event/zone\",\"seq\":1}\n",
                ),
            ),
        ]
        .map(|(name, mut pack)| {
            pack.list_anew();
            (name, pack)
        }),
        refused,
    );
    table.row("the seal of another export", [("it".to_owned(), with_another_seal(&pack))], refused);
    table.done();
}

#[test]
fn a_forged_workspace_is_refused_with_keys_also_as_a_pack() {
    let genuine = whole();
    let forged = whole_of(99).pack();
    let alone = forged.verify(&Claims::default());
    assert!(alone.accepted(), "it is consistent with itself");
    assert_eq!(alone.rests_on, RestsOn::NotAnchored, "and says that this is all");
    let against = forged.verify(&Claims { keys: Some(genuine.keys()), ..Claims::default() });
    assert!(!against.accepted(), "it is refused");
    assert_eq!(against.rests_on, RestsOn::NotAnchored, "nothing anchors it");
    assert!(codes(&against).contains(&FaultCode::KeyNotNamed), "because of its keys");
}

fn with_file(pack: &Pack, path: &str, content: &str) -> Pack {
    let mut changed = pack.clone();
    changed.put(path, content);
    changed
}

fn lines_removed(pack: &Pack) -> Vec<(String, Pack)> {
    let mut all = Vec::new();
    for path in ["ledger/entries.jsonl", "ledger/texts.jsonl", "ledger/withheld.jsonl"] {
        let text = String::from_utf8(pack.files[path].clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for index in 0..lines.len() {
            let mut rest = lines.clone();
            rest.remove(index);
            let mut changed = with_file(pack, path, &(rest.join("\n") + "\n"));
            changed.list_anew();
            all.push((format!("{path} line {}", index + 1), changed));
        }
    }
    all
}

/// The files of one pack under the seal of a later export of the same workspace.
fn with_another_seal(pack: &Pack) -> Pack {
    let mut writer = whole();
    writer.workflow("PER-0001", 6);
    let other = writer.pack();
    let mut changed = pack.clone();
    for (path, bytes) in other.files.iter().filter(|(path, _)| path.starts_with("seal/")) {
        changed.put(path, bytes.clone());
    }
    changed
}

#[test]
fn a_row_that_is_an_array_is_refused_though_its_fields_are_all_there() {
    let pack = whole().pack();
    for path in ["ledger/entries.jsonl", "ledger/texts.jsonl", "seal/entry.json", "keys/keys.json"]
    {
        let mut changed = pack.clone();
        let text = String::from_utf8(changed.files[path].clone()).unwrap();
        let rows: Vec<serde_json::Value> = if path == "keys/keys.json" {
            serde_json::from_str(&text).unwrap()
        } else {
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        let order: &[&str] = match path {
            "ledger/texts.jsonl" => &["seq", "path", "salt", "text"],
            "keys/keys.json" => &["person", "key", "public", "fingerprint"],
            _ => &["body", "sig"],
        };
        let array = |row: &serde_json::Value| -> serde_json::Value {
            order.iter().map(|field| row[*field].clone()).collect()
        };
        let arrays: Vec<serde_json::Value> = rows.iter().map(array).collect();
        let written = if path == "keys/keys.json" {
            serde_json::to_string(&arrays).unwrap()
        } else {
            arrays.iter().map(|row| format!("{row}\n")).collect()
        };
        changed.put(path, written);
        changed.list_anew();
        let verdicts = changed.verify(&Claims::default());
        assert!(
            verdicts.faults.iter().any(|fault| {
                fault.code == FaultCode::PackForm && fault.path.as_deref() == Some(path)
            }),
            "{path} as arrays is no form FORMAT.md knows: {}",
            record::sentences(&verdicts)
        );
    }
}

#[test]
fn a_pack_of_nothing_but_its_export_is_no_record() {
    let mut pack = whole().pack();
    pack.put("ledger/entries.jsonl", "");
    let found = codes(&pack.verify(&Claims::default()));
    assert_eq!(found.iter().filter(|code| **code == FaultCode::RecordEmpty).count(), 1, "once");
}

#[test]
fn what_lies_in_a_field_nobody_asks_for_is_held_to_the_form_of_all_json() {
    let pack = whole().pack();
    let deep = format!("{}1{}", "[".repeat(65), "]".repeat(65));
    for more in [deep.as_str(), r#""\ud800""#] {
        for path in ["ledger/withheld.jsonl", "seal/entry.json", "manifest.json"] {
            let text = String::from_utf8(pack.files[path].clone()).unwrap();
            let (front, _) = text.trim_end().rsplit_once('}').unwrap();
            let changed = with_file(&pack, path, &format!("{front},\"more\":{more}}}\n"));
            let found = codes(&changed.verify(&Claims::default()));
            assert!(found.contains(&FaultCode::PackForm), "{more} in {path}: {found:?}");
        }
    }
}

#[test]
fn a_seal_covers_the_entries_and_the_export_and_nothing_more() {
    let mut writer = whole();
    let pack = writer.pack();
    let index = writer.frontier.size() - 1;
    writer.workflow("PER-0001", 6);
    let checkpoint = ledger::checkpoint::Checkpoint::new(&writer.ws, writer.head());
    let checkpoint = checkpoint.sign(&writer.machine);
    let proof = ledger::proof::Proof {
        extra: None,
        index,
        hashes: ledger::tree::inclusion_proof(&writer.leaves, index).unwrap(),
        checkpoint: checkpoint.clone(),
    };
    let later = with_file(&pack, "seal/checkpoint", &checkpoint.to_string());
    let later = with_file(&later, "seal/proof", &proof.to_string());
    let found = codes(&later.verify(&Claims::default()));
    assert_eq!(found, [FaultCode::PackProof], "what was entered later is not in the pack");
}

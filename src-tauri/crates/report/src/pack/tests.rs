use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::*;
use crate::error::Error;
use crate::frame::{Frame, Head, Version};

fn facts() -> Facts {
    Facts {
        frame: Frame {
            workspace: "Northwind | Telemetry".into(),
            report: "Evidence pack".into(),
            period: "2026-Q3".into(),
            as_of: "2026-10-07 17:05 (UTC+02:00)".into(),
            made_at: "2026-10-07T15:05:22Z".into(),
            preparer: "Jonas Lindqvist".into(),
            head: Head { root: "1a580867".repeat(8), size: 4812 },
            version: Version::Export(1),
            label: "confidential".into(),
            demo: true,
            language: "en".into(),
            records: std::collections::BTreeMap::new(),
        },
        workspace_id: "0123456789abcdefghjkmnpqrs".into(),
        scope: "Everything.".into(),
        since: None,
        withheld: 2,
        erased: 1,
        checkpoints: 7,
        batches: vec![
            Batch { batch: "BAT-0002".into(), rows: 61_204, out: None },
            Batch { batch: "BAT-0001".into(), rows: 512, out: Some("purged".into()) },
        ],
        keys: vec![Key { holder: "Workspace".into(), fingerprint: "ab".repeat(32) }],
        requests: vec![Request {
            asked: "Reviews held".into(),
            files: vec!["reports/minutes.pdf".into()],
        }],
    }
}

fn content(path: &str) -> String {
    format!("content of {path}")
}

/// A pack at `path` with these files, all but sealed.
fn unsealed(path: &Path, files: &[&str]) -> Unsealed {
    let mut pack = Pack::begin(path).unwrap();
    for file in files {
        pack.add(file, "A file", content(file).as_bytes()).unwrap();
    }
    pack.close(&facts()).unwrap()
}

fn sealed(unsealed: Unsealed, between: &[u8]) -> Written {
    let (between, proof) = (between.to_vec(), b"p".to_vec());
    let seal = Seal { between, entry: b"{}".to_vec(), proof, checkpoint: b"c".to_vec() };
    let (draft, written) = unsealed.seal(&seal).unwrap();
    draft.publish().unwrap();
    written
}

/// The files of a zip in their order, with their bytes.
fn lying(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
            file.read_to_end(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

#[test]
fn a_pack_that_is_stopped_or_not_sealed_leaves_nothing() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let mut stopped = Pack::begin(&path).unwrap();
    let error = stopped.stream("data/a.csv", "A file", |content| {
        content.put(b"half")?;
        Err(Error::Pdf("stopped".to_owned()))
    });
    assert_eq!(error.unwrap_err().code(), "report.pdf", "whoever fills it may stop it");
    drop(stopped);
    drop(unsealed(&path, &["data/a.csv"]));
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0, "neither pack nor draft");
}

#[test]
fn the_order_in_which_files_are_given_makes_no_difference_to_the_manifest() {
    let room = tempfile::tempdir().unwrap();
    let (one, two) = (room.path().join("1.zip"), room.path().join("2.zip"));
    let first = unsealed(&one, &["data/a.csv", "reports/b.pdf"]);
    let second = unsealed(&two, &["reports/b.pdf", "data/a.csv"]);
    assert_eq!(first.manifest(), second.manifest());
    let written = sealed(first, b"");
    assert_eq!(written.size, std::fs::metadata(&one).unwrap().len(), "as it lies on the disk");
}

#[test]
fn a_file_that_comes_in_pieces_is_the_one_that_comes_at_once() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let rows: Vec<u8> = (0_u32..40_000).flat_map(|row| format!("[{row}]\n").into_bytes()).collect();
    let mut pack = Pack::begin(&path).unwrap();
    let pieces = pack.stream("actions/BAT-0001.jsonl", "Rows", |content| {
        rows.chunks(7).try_for_each(|piece| content.put(piece))
    });
    pieces.unwrap();
    pack.add("actions/BAT-0002.jsonl", "Rows", &rows).unwrap();
    let unsealed = pack.close(&facts()).unwrap();
    let listed: serde_json::Value = serde_json::from_slice(&unsealed.manifest().bytes).unwrap();
    let sums: Vec<_> =
        listed["files"].as_array().unwrap().iter().map(|row| &row["sha256"]).collect();
    assert!(sums.windows(2).any(|two| two[0] == two[1]), "both have one sum: {sums:?}");
    sealed(unsealed, b"");
    let lying = lying(&path);
    assert!(lying.iter().filter(|(name, _)| name.starts_with("actions/")).all(|(_, b)| *b == rows));
}

#[test]
fn a_file_that_no_reader_takes_is_not_written() {
    let room = tempfile::tempdir().unwrap();
    let mut pack = Pack::begin(&room.path().join("pack.zip")).unwrap();
    let refused = pack.add("actions/BAT-0001.jsonl", "Rows", &vec![0; (1 << 30) + 1]);
    assert_eq!(refused.unwrap_err().code(), "report.pack-size");
}

#[test]
fn the_manifest_names_every_file_outside_the_seal_and_no_other() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let unsealed = unsealed(&path, &["data/a.csv"]);
    let listed: serde_json::Value = serde_json::from_slice(&unsealed.manifest().bytes).unwrap();
    let listed = listed["files"].as_array().unwrap();
    sealed(unsealed, b"");
    let mut seen = Vec::new();
    for (name, bytes) in lying(&path) {
        if name.starts_with("seal/") || name == "manifest.json" {
            continue;
        }
        let row = listed.iter().find(|row| row["path"] == name);
        let row = row.unwrap_or_else(|| panic!("{name} is not in the manifest"));
        assert_eq!(row["sha256"], manifest::hex(&Sha256::digest(&bytes)), "{name}");
        assert_eq!(row["size"], bytes.len(), "{name}");
        seen.push(name);
    }
    assert_eq!(seen, ["data/a.csv", "README.md", "INDEX.md", "verify.html"]);
    assert_eq!(listed.len(), seen.len());
}

#[test]
fn entries_in_between_lie_in_the_seal_and_only_where_there_are_any() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    for (between, there) in [(&b"{}\n"[..], true), (b"", false)] {
        sealed(unsealed(&path, &["data/a.csv"]), between);
        let lies = lying(&path).into_iter().any(|(name, _)| name == "seal/between.jsonl");
        assert_eq!(lies, there);
    }
}

#[test]
fn a_path_that_could_do_harm_is_refused_with_its_name() {
    let room = tempfile::tempdir().unwrap();
    let mut pack = Pack::begin(&room.path().join("pack.zip")).unwrap();
    for bad in [
        "",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "a\\b",
        "C:x",
        "dir/",
        "seal/entry.json",
        "Seal/x",
        "README.md",
        "verify.html",
        "manifest.json",
        "./a",
    ] {
        let refused = pack.add(bad, "A file", b"").unwrap_err();
        assert_eq!(refused.code(), "report.pack-path", "{bad:?}");
    }
    pack.add("data/a.csv", "A file", b"").unwrap();
    let twice = pack.add("data/A.csv", "A file", b"");
    assert_eq!(twice.unwrap_err().code(), "report.pack-path", "capitals alone tell nothing apart");
}

/// README.md or INDEX.md of a pack with these files.
fn told(name: &str, files: &[&str], facts: &Facts) -> String {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let mut pack = Pack::begin(&path).unwrap();
    for file in files {
        pack.add(file, "A file", content(file).as_bytes()).unwrap();
    }
    sealed(pack.close(facts).unwrap(), b"");
    let found = lying(&path).into_iter().find(|(path, _)| path == name);
    String::from_utf8(found.unwrap().1).unwrap()
}

#[test]
fn the_readme_gives_the_figures_a_reader_compares() {
    let text = told("README.md", &["data/a.csv"], &facts());
    let head = format!("4812:{}", "1a580867".repeat(8));
    for wanted in [head.as_str(), &"ab".repeat(32), "demo workspace", "Northwind \\| Telemetry"] {
        assert!(text.contains(wanted), "README lacks {wanted:?}");
    }
}

#[test]
fn the_readme_of_a_later_pack_says_which_pack_it_is_verified_with() {
    let since = Some(Head { root: "ab".repeat(32), size: 1_200 });
    let text = told("README.md", &["data/a.csv"], &Facts { since, ..facts() });
    for wanted in ["verify PACK.zip --after EARLIER.zip", "entries 1 to 1,200"] {
        assert!(text.contains(wanted), "README lacks {wanted:?}");
    }
}

#[test]
fn readme_and_index_read_well() {
    for name in ["README.md", "INDEX.md"] {
        let files = ["actions/BAT-0002.jsonl", "data/a.csv", "reports/minutes.pdf"];
        insta::assert_snapshot!(name, told(name, &files, &facts()));
    }
}

#[test]
fn the_readme_publishes_the_hash_of_the_page() {
    let readme = include_str!("../../../../../README.md");
    let line = format!("{}  verify.html", page_sha256());
    assert!(readme.contains(&line), "`cargo xtask verifier` writes it: {line}");
    let version = format!("of Countersign {VERSION}");
    assert!(readme.contains(&version), "and says of which version it is");
}

#[test]
fn a_pack_carries_this_page_another_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pack.zip");
    sealed(unsealed(&path, &["data/a.csv"]), b"");
    assert_eq!(page_in(std::fs::File::open(&path).unwrap()), PageIn::This);
    let zip = |name: &str, content: &[u8]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, content).unwrap();
        zip.finish().unwrap()
    };
    let longer = [PAGE, b" "].concat();
    for (page, whose) in [(PAGE, PageIn::This), (b"<p>", PageIn::Other), (&longer, PageIn::Other)] {
        assert_eq!(page_in(zip("verify.html", page)), whose);
    }
    assert_eq!(page_in(zip("README.md", PAGE)), PageIn::Nobody);
    assert_eq!(page_in(std::io::Cursor::new(b"no zip")), PageIn::Nobody);
}

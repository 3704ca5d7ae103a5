use std::io::Read;

use super::*;
use crate::frame::{Frame, Head};

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
            version: 1,
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
        keys: vec![Key { holder: "Workspace".into(), fingerprint: "ab".repeat(32) }],
        requests: vec![Request {
            asked: "Reviews held".into(),
            files: vec!["reports/minutes.pdf".into()],
        }],
    }
}

fn part(path: &str) -> Part {
    Part::text(path, "A file", format!("content of {path}"))
}

fn seal() -> Seal {
    Seal { entry: b"{}".to_vec(), proof: b"p".to_vec(), checkpoint: b"c".to_vec() }
}

fn finished(pack: &Pack, path: &std::path::Path) -> Written {
    let unsealed = pack.begin(path, &mut |_, _| true).unwrap().unwrap();
    let (draft, written) = unsealed.seal(&seal()).unwrap();
    draft.publish().unwrap();
    written
}

#[test]
fn a_pack_that_is_stopped_or_not_sealed_leaves_nothing() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let pack = Pack::assemble(&facts(), vec![part("data/a.csv")]).unwrap();
    let mut steps = 0;
    let stopped = pack.begin(&path, &mut |done, total| {
        steps = total;
        done < 2
    });
    assert!(stopped.unwrap().is_none(), "it was stopped before its third file");
    assert!(steps > 2, "there was something left to write");
    drop(pack.begin(&path, &mut |_, _| true).unwrap());
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0, "neither pack nor draft");
}

#[test]
fn the_order_in_which_parts_are_given_makes_no_difference() {
    let room = tempfile::tempdir().unwrap();
    let (one, two) = (room.path().join("1.zip"), room.path().join("2.zip"));
    let (a, b) = (part("data/a.csv"), part("reports/b.pdf"));
    let first = Pack::assemble(&facts(), vec![a.clone(), b.clone()]).unwrap();
    let second = Pack::assemble(&facts(), vec![b, a]).unwrap();
    let written = finished(&first, &one);
    finished(&second, &two);
    assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&two).unwrap());
    assert_eq!(written.size, std::fs::metadata(&one).unwrap().len());
}

#[test]
fn the_manifest_names_every_file_outside_the_seal_and_no_other() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("pack.zip");
    let pack = Pack::assemble(&facts(), vec![part("data/a.csv")]).unwrap();
    finished(&pack, &path);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let listed: serde_json::Value = serde_json::from_slice(&pack.manifest().bytes).unwrap();
    let mut seen = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        if name.starts_with("seal/") || name == "manifest.json" {
            continue;
        }
        let row = listed["files"].as_array().unwrap().iter().find(|row| row["path"] == name);
        let row = row.unwrap_or_else(|| panic!("{name} is not in the manifest"));
        assert_eq!(row["sha256"], manifest::hex_sha256(&bytes), "{name}");
        assert_eq!(row["size"], bytes.len(), "{name}");
        seen.push(name);
    }
    assert_eq!(seen, ["README.md", "INDEX.md", "verify.html", "data/a.csv"]);
    assert_eq!(listed["files"].as_array().unwrap().len(), seen.len());
}

#[test]
fn a_path_that_could_do_harm_is_refused_with_its_name() {
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
        let refused = Pack::assemble(&facts(), vec![part(bad)]).unwrap_err();
        assert_eq!(refused.code(), "report.pack-path", "{bad:?}");
    }
    let twice = Pack::assemble(&facts(), vec![part("data/a.csv"), part("data/A.csv")]);
    assert_eq!(twice.unwrap_err().code(), "report.pack-path", "capitals alone tell nothing apart");
}

#[test]
fn the_readme_gives_the_figures_a_reader_compares() {
    let pack = Pack::assemble(&facts(), vec![part("data/a.csv")]).unwrap();
    let readme = pack.parts.iter().find(|part| part.path == "README.md").unwrap();
    let text = String::from_utf8(readme.bytes.clone()).unwrap();
    let head = format!("4812:{}", "1a580867".repeat(8));
    for wanted in [head.as_str(), &"ab".repeat(32), "demo workspace", "Northwind \\| Telemetry"] {
        assert!(text.contains(wanted), "README lacks {wanted:?}");
    }
}

#[test]
fn readme_and_index_read_well() {
    let parts = vec![part("data/a.csv"), part("reports/minutes.pdf")];
    let pack = Pack::assemble(&facts(), parts).unwrap();
    for name in ["README.md", "INDEX.md"] {
        let part = pack.parts.iter().find(|part| part.path == name).unwrap();
        insta::assert_snapshot!(name, String::from_utf8(part.bytes.clone()).unwrap());
    }
}

//! Passphrases stay with people.

use std::path::Path;

use crate::support::*;

#[test]
fn no_passphrase_lies_in_any_file() {
    let room = Room::new();
    let mut desk = room.founded();
    hold(&mut desk, REVIEW);
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    drop(desk);
    for passphrase in [PASSPHRASE, SPONSORS] {
        let found = files_with(room.folder.path(), passphrase);
        assert!(found.is_empty(), "a passphrase lies in {found:?}");
    }
}

#[cfg(unix)]
#[test]
fn keys_are_for_their_owners_eyes_alone() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    drop(room.founded());
    let mut folders = vec![room.path("first")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            let mode = entry.metadata().unwrap().permissions().mode() & 0o077;
            assert_eq!(mode, 0, "{} is open to others", entry.path().display());
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
        }
    }
}

#[test]
fn every_passphrase_in_a_request_is_of_the_type_that_cannot_be_printed() {
    let mut looked_at = 0;
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&source).unwrap();
        for line in text.lines().map(str::trim) {
            let Some((name, kind)) = line.strip_prefix("pub ").and_then(|l| l.split_once(": "))
            else {
                continue;
            };
            if name.ends_with("passphrase") && kind.ends_with(',') {
                looked_at += 1;
                let kept = ["Passphrase,", "Option<Passphrase>,"].contains(&kind);
                assert!(kept, "{}: {line} could be printed or kept", source.display());
            }
        }
    }
    assert!(looked_at >= 10, "only {looked_at} such fields were found: has a word changed?");
}

#[test]
fn a_passphrase_offers_no_way_to_be_shown() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/passphrase.rs");
    let text = std::fs::read_to_string(source).unwrap();
    for way in ["Debug", "Display", "Clone", "Serialize,", "Serialize)"] {
        assert!(!text.contains(way), "a passphrase must not be {way}");
    }
}

/// Every source file under `folder`.
pub fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

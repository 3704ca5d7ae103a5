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
fn no_request_that_carries_a_passphrase_can_be_printed() {
    let mut looked_at = 0;
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&source).unwrap();
        for (start, _) in text.match_indices("pub struct ") {
            let body = text[start..].split_once("\n}").map_or("", |(body, _)| body);
            let derive = text[..start].rfind("#[derive(").map_or("", |at| &text[at..start]);
            if body.contains("passphrase: ") || body.contains("secret: ") {
                looked_at += 1;
                let name = body.lines().next().unwrap_or_default();
                let close = derive.lines().count() < 6;
                assert!(!(close && derive.contains("Debug")), "{name} would print a secret");
            }
        }
    }
    assert!(looked_at >= 10, "only {looked_at} such requests were found: has a word changed?");
}

/// Every source file under `folder`.
pub fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

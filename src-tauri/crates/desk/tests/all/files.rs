//! Files that are not as they should be.

use std::path::Path;

use desk::Desk;
use desk::operations::{CreateWorkspace, Nothing, OpenRecent};

use crate::support::*;

/// The workspace's file with everything in it, as it lies on a stick.
fn lying(room: &Room) -> Vec<u8> {
    let mut desk = room.founded();
    desk.close_workspace(Nothing {}).unwrap();
    drop(desk);
    std::fs::read(room.workspace()).unwrap()
}

fn opened(room: &Room, path: &Path) -> String {
    code(room.desk("first").open_path(path))
}

#[test]
fn what_is_no_workspace_is_refused_untouched() {
    let room = Room::new();
    let bytes = lying(&room);
    let changed = |place: usize, byte: u8| {
        let mut changed = bytes.clone();
        changed[place] = byte;
        changed
    };
    for (name, bytes, expected) in [
        ("empty.countersign", Vec::new(), "file-foreign"),
        ("words.countersign", b"Dear auditor, ...".to_vec(), "file-foreign"),
        ("picture.countersign", b"\x89PNG\r\n\x1a\n".repeat(100), "file-foreign"),
        // SQLite's header: the application's id at 68, the user's version at 60.
        ("other-program.countersign", changed(68, b'X'), "file-foreign"),
        ("newer.countersign", changed(60, 1), "file-newer"),
    ] {
        room.write(name, &bytes);
        assert_eq!(opened(&room, &room.path(name)), expected, "{name}");
        assert_eq!(std::fs::read(room.path(name)).unwrap(), bytes, "{name} is left as it was");
    }
    assert_eq!(opened(&room, room.folder.path()), "file-foreign", "a folder");
    assert_eq!(opened(&room, &room.path("no.countersign")), "file-missing", "nothing there");
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_open_one_open() {
    let room = Room::new();
    let mut desk = room.founded();
    room.write("words.countersign", "Dear auditor, ...");
    assert_eq!(
        code(desk.open_path(&room.path("words.countersign"))),
        "file-foreign",
        "no workspace"
    );
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "she is still at the one before");
}

#[test]
fn a_damaged_file_opens_to_be_read_or_is_named_as_damaged() {
    let room = Room::new();
    let mut bytes = lying(&room);
    let page = 4096;
    let pages = bytes.len() / page;
    let mut read_only = 0;
    for number in 1..pages {
        let whole = bytes[number * page..(number + 1) * page].to_vec();
        bytes[number * page..(number + 1) * page].fill(0xA5);
        let path = room.path("damaged.countersign");
        std::fs::write(&path, &bytes).unwrap();
        let mut desk = room.desk("first");
        match desk.open_path(&path) {
            Err(problem) => assert_eq!(problem.code, "file-damaged", "page {number}"),
            Ok(frame) if frame.workspace.as_ref().unwrap().read_only.is_some() => {
                read_only += 1;
                let signed = sign_in(&mut desk, "PER-0001", PASSPHRASE);
                let changed = signed.and_then(|()| add(&mut desk, "Nour", &[]));
                let found = code(changed);
                assert!(
                    ["read-only", "key-missing-here", "unknown"].contains(&found.as_str()),
                    "page {number}: a damaged file takes no change, and got {found}"
                );
            }
            Ok(_) => {
                let proof = desk.verify(desk::operations::Verify::default());
                let sound = proof.is_ok_and(|proof| proof.faults.is_empty());
                let used = whole.iter().any(|byte| *byte != 0);
                assert!(!sound || !used, "page {number} is overwritten and nothing is said");
            }
        }
        bytes[number * page..(number + 1) * page].copy_from_slice(&whole);
    }
    assert!(read_only > 0, "something is recovered of at least one of {pages} pages lost");
}

#[test]
fn a_file_that_somebody_is_writing_is_locked() {
    let room = Room::new();
    let mut desk = room.founded();
    let mut other = store::Store::open(&room.workspace()).unwrap();
    let refused = other.write(|_| Ok::<_, store::StoreError>(code(add(&mut desk, "Nour", &[]))));
    assert_eq!(refused.unwrap(), "file-locked", "two cannot write at once");
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "a moment later it works");
    holds(&mut desk, "nothing was half-written");
}

#[test]
fn what_is_there_already_is_never_overwritten() {
    let room = Room::new();
    drop(room.founded());
    let before = std::fs::read(room.workspace()).unwrap();
    let again = room.desk("first").create_workspace(room.founding("desk.countersign"));
    assert_eq!(code(again), "file-exists", "a workspace stands there");
    assert_eq!(std::fs::read(room.workspace()).unwrap(), before, "byte for byte as it was");
}

#[test]
fn what_a_workspace_cannot_begin_with_leaves_no_file_and_no_key() {
    let room = Room::new();
    for (change, expected) in [
        (CreateWorkspace { name: " ".into(), ..room.founding("a") }, "blank"),
        (CreateWorkspace { zone: "Berlin".into(), ..room.founding("a") }, "unknown-zone"),
        (CreateWorkspace { fiscal_start: 13, ..room.founding("a") }, "unknown-month"),
        (CreateWorkspace { founder: "".into(), ..room.founding("a") }, "blank"),
        (
            CreateWorkspace { grant: room.grant("no/such/folder/a"), ..room.founding("a") },
            "file-missing",
        ),
    ] {
        let mut desk = room.desk("first");
        let made = code(desk.create_workspace(change));
        assert_eq!(made, expected, "each in its own words");
        assert!(!room.path("a").exists(), "{expected}: no file");
        assert!(files_with(&room.path("first"), "PRIVATE KEY").is_empty(), "{expected}: no key");
    }
}

#[test]
fn files_opened_before_are_offered_without_their_paths() {
    let room = Room::new();
    let mut desk = room.founded();
    let recent = desk.close_workspace(Nothing {}).unwrap().recent;
    assert_eq!(recent.len(), 1, "one file was open");
    assert!(!recent[0].id.contains('/'), "an id, no path");
    desk.open_recent(OpenRecent { id: recent[0].id.clone() }).unwrap();
    let unknown = desk.open_recent(OpenRecent { id: "/etc/passwd".into() });
    assert_eq!(code(unknown), "file-missing", "a path is no id");
}

#[test]
fn an_unwritable_file_opens_to_be_read() {
    let room = Room::new();
    drop(room.founded());
    let mut permissions = std::fs::metadata(room.workspace()).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(room.workspace(), permissions).unwrap();
    let mut desk: Desk = room.desk("first");
    let frame = desk.open_path(&room.workspace()).unwrap().workspace.unwrap();
    assert!(frame.read_only.is_some(), "the window says why nothing can be changed");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "read-only", "and nothing is");
    holds(&mut desk, "it can be proven all the same");
}

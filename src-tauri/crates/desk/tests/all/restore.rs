//! An older copy of the file put back.

use std::path::Path;

use desk::Desk;
use desk::operations::{BackUp, DeclareRestore, Nothing, Verdict};

use crate::support::*;

fn declare(desk: &mut Desk, ground: &str, passphrase: &str) -> String {
    let (ground, passphrase) = (ground.to_owned(), passphrase.into());
    code(desk.declare_restore(DeclareRestore { ground, passphrase }))
}

/// Puts a copy in the workspace's place, as a person does with a file manager.
fn put_back(copy: &Path, workspace: &Path) {
    for beside in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{beside}", workspace.display()));
    }
    std::fs::copy(copy, workspace).unwrap();
}

/// A desk over a copy that lacks the last two entries this machine has seen.
fn gone_back(room: &Room) -> Desk {
    let mut desk = room.founded();
    desk.back_up(BackUp { grant: room.grant("copy.countersign") }).unwrap();
    add(&mut desk, "Nour Haddad", &[]).unwrap();
    add(&mut desk, "Luc Fontaine", &[]).unwrap();
    drop(desk);
    put_back(&room.path("copy.countersign"), &room.workspace());
    let mut desk = room.desk("first");
    desk.open_path(&room.workspace()).unwrap();
    desk
}

#[test]
fn an_older_copy_is_noticed_and_takes_no_change() {
    let room = Room::new();
    let mut desk = gone_back(&room);
    let frame = desk.frame(Nothing {}).unwrap().workspace.unwrap();
    assert!(frame.gone_back.is_some(), "the window says so at once");
    assert_eq!(frame.foot.completeness, Verdict::Fails, "something is missing");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Kenji", &[])), "restore-undeclared", "first it is declared");
    assert_eq!(verify(&mut desk).completeness.verdict, Verdict::Fails, "verification agrees");
}

#[test]
fn the_sponsor_declares_it_and_work_goes_on_with_the_gap_noted() {
    let room = Room::new();
    let mut desk = gone_back(&room);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let disk = "The disk failed; Friday's copy was put back.";
    assert_eq!(declare(&mut desk, disk, PASSPHRASE), "not-entitled", "RevOps does not");
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    assert_eq!(declare(&mut desk, disk, "a guess"), "passphrase-wrong", "it is signed");
    assert_eq!(declare(&mut desk, " ", SPONSORS), "blank", "it says what happened");
    assert_eq!(declare(&mut desk, disk, SPONSORS), "done", "the sponsor does");
    assert_eq!(declare(&mut desk, disk, SPONSORS), "nothing-to-declare", "once");
    assert_eq!(code(add(&mut desk, "Kenji", &[])), "done", "work goes on");
    let proof = holds(&mut desk, "the loss is declared");
    assert!(!proof.notes.is_empty(), "an auditor is told of the gap");

    drop(desk);
    let mut again = room.desk("first");
    let frame = again.open_path(&room.workspace()).unwrap().workspace.unwrap();
    assert!(frame.gone_back.is_none(), "what was declared is not asked again");
}

#[test]
fn a_file_that_another_machine_carried_on_is_remembered_when_it_is_opened() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.back_up(BackUp { grant: room.grant("copy.countersign") }).unwrap();
    add(&mut desk, "Nour Haddad", &[]).unwrap();
    drop(desk);
    let mut reader = room.desk("second");
    reader.open_path(&room.workspace()).unwrap();
    drop(reader);
    put_back(&room.path("copy.countersign"), &room.workspace());
    let mut reader = room.desk("second");
    let frame = reader.open_path(&room.workspace()).unwrap().workspace.unwrap();
    assert!(frame.gone_back.is_some(), "a machine that only read has seen it too");
}

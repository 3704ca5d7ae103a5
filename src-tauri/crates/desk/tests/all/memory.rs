//! What a machine remembers outside the file, and what happens when it cannot.

use std::path::Path;

use desk::Profile;
use desk::operations::{BackUp, Nothing, WorkspaceFrame};
use desk::profile::Recent;

use crate::support::*;

fn frame(desk: &mut desk::Desk) -> WorkspaceFrame {
    desk.frame(Nothing {}).unwrap().workspace.unwrap()
}

/// Where the first machine remembers the head.
fn memory(room: &Room) -> std::path::PathBuf {
    let folder = room.path("first/seen");
    std::fs::read_dir(folder).unwrap().flatten().next().unwrap().path()
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &to);
        } else {
            std::fs::copy(path, to).unwrap();
        }
    }
}

#[test]
fn an_act_is_done_though_the_machine_cannot_remember_it() {
    let room = Room::new();
    let mut desk = room.founded();
    let (seen, aside) = (room.path("first/seen"), room.path("first/aside"));
    std::fs::rename(&seen, &aside).unwrap();
    std::fs::write(&seen, "a file where the folder should be").unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "it is in the file");
    let says = frame(&mut desk).unremembered.expect("the frame says what could not be done");
    assert!(says.contains("seen"), "and where: {says}");

    std::fs::remove_file(&seen).unwrap();
    std::fs::rename(&aside, &seen).unwrap();
    assert_eq!(code(add(&mut desk, "Luc", &[])), "done", "the folder is back");
    assert_eq!(frame(&mut desk).unremembered, None, "and so is the memory");
    holds(&mut desk, "memory and file agree");
}

#[test]
fn a_profile_that_cannot_be_written_keeps_nobody_from_reading() {
    let room = Room::new();
    drop(room.founded());
    room.write("blocked", "a file where the profile should be");
    let mut desk = room.desk("blocked");
    let opened = desk.open_path(&room.workspace()).unwrap().workspace.unwrap();
    assert!(opened.unremembered.is_some(), "it says that nothing can be remembered here");
    assert_eq!(desk.people(Nothing {}).unwrap().people.len(), 2, "everything can be read");
    holds(&mut desk, "and proven");
}

#[test]
fn a_memory_that_cannot_be_read_is_said_and_never_overwritten() {
    let room = Room::new();
    drop(room.founded());
    std::fs::write(memory(&room), "{").unwrap();
    let mut desk = room.desk("first");
    let opened = desk.open_path(&room.workspace()).unwrap().workspace.unwrap();
    assert!(opened.gone_back.is_some(), "the window says so");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "profile-unusable", "nothing is changed");
    assert_eq!(std::fs::read(memory(&room)).unwrap(), b"{", "what it was is for the person to see");
}

#[test]
fn two_copies_carried_on_apart_are_told_as_that_and_the_memory_stays() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.back_up(BackUp { grant: room.grant("copy.countersign") }).unwrap();
    copy_folder(&room.path("first"), &room.path("second"));
    add(&mut desk, "Nour Haddad", &[]).unwrap();
    drop(desk);
    let mut elsewhere = room.desk("second");
    elsewhere.open_path(&room.path("copy.countersign")).unwrap();
    sign_in(&mut elsewhere, "PER-0001", PASSPHRASE).unwrap();
    add(&mut elsewhere, "Luc Fontaine", &[]).unwrap();
    let before = std::fs::read(memory(&room)).unwrap();

    let mut desk = room.desk("first");
    let opened = desk.open_path(&room.path("copy.countersign")).unwrap().workspace.unwrap();
    let says = opened.gone_back.expect("as many entries, and another last one");
    assert!(
        says.contains("carried on apart"),
        "it is no older copy, and is not called one: {says}"
    );
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Kenji", &[])), "restore-undeclared", "first it is declared");
    assert_eq!(std::fs::read(memory(&room)).unwrap(), before, "what was seen is still remembered");
}

#[test]
fn a_fork_that_shows_only_after_an_act_stops_the_next_one() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.back_up(BackUp { grant: room.grant("copy.countersign") }).unwrap();
    copy_folder(&room.path("first"), &room.path("second"));
    // The same profile at two windows: one over the file, one over its copy.
    let mut other = room.desk("first");
    other.open_path(&room.path("copy.countersign")).unwrap();
    sign_in(&mut other, "PER-0001", PASSPHRASE).unwrap();
    add(&mut desk, "Nour Haddad", &[]).unwrap();
    assert_eq!(code(add(&mut other, "Luc Fontaine", &[])), "done", "nobody knew until then");
    assert!(frame(&mut other).gone_back.is_some(), "now the machine does");
    assert_eq!(code(add(&mut other, "Kenji", &[])), "restore-undeclared", "and takes no more");
    assert_eq!(code(add(&mut desk, "Kenji", &[])), "done", "the file that was seen goes on");
}

#[test]
fn windows_that_open_files_at_the_same_time_are_all_in_the_list() {
    let room = Room::new();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let profile = Profile::at(room.path("first"));
            scope.spawn(move || {
                let name = format!("Workspace {number}");
                let path = format!("/somewhere/{number}.countersign").into();
                profile.opened(Recent { ws: number.to_string(), name, path }).unwrap();
            });
        }
    });
    let kept = Profile::at(room.path("first")).recent();
    assert_eq!(kept.len(), 8, "nobody's entry was written over: {kept:?}");
}

#[test]
fn a_profile_that_another_process_keeps_is_said_and_the_act_is_done() {
    let room = Room::new();
    let mut desk = room.founded();
    let lock = std::fs::File::options().write(true).open(room.path("first/lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "the file is not the profile");
    let says = frame(&mut desk).unremembered.expect("the frame says it");
    assert!(says.contains("another Countersign"), "and who stands in the way: {says}");
    drop(lock);
    assert_eq!(code(add(&mut desk, "Luc", &[])), "done", "it is free again");
    assert_eq!(frame(&mut desk).unremembered, None, "and everything is remembered");
}

//! A second machine: a second profile over the same file.

use desk::Desk;
use desk::operations::{BringKeyFile, EnrolMachine, Nothing, SaveKeyFile};

use crate::support::*;

fn bring(desk: &mut Desk, room: &Room, file: &str, passphrase: &str) -> String {
    let (grant, passphrase) = (room.grant(file), passphrase.into());
    code(desk.bring_key_file(BringKeyFile { grant, passphrase }))
}

fn enrol(desk: &mut Desk, passphrase: &str) -> String {
    code(desk.enrol_machine(EnrolMachine { passphrase: passphrase.into() }))
}

/// The second machine, with the founder's key file lying in the room.
fn second(room: &Room) -> Desk {
    let mut first = room.founded();
    add(&mut first, "Jonas Weidmann", &["sales-leader"]).unwrap();
    first.save_key_file(SaveKeyFile { grant: room.grant("maren.pem") }).unwrap();
    drop(first);
    let mut second = room.desk("second");
    second.open_path(&room.workspace()).unwrap();
    second
}

#[test]
fn a_key_file_is_carried_to_a_second_machine() {
    let room = Room::new();
    let mut desk = second(&room);
    let here = |desk: &mut Desk| desk.frame(Nothing {}).unwrap().workspace.unwrap().here.len();
    assert_eq!(here(&mut desk), 0, "nobody can sign in yet");
    let signed = sign_in(&mut desk, "PER-0001", PASSPHRASE);
    assert_eq!(code(signed), "key-missing-here", "the key lies on the other machine");
    assert_eq!(bring(&mut desk, &room, "maren.pem", "a guess"), "passphrase-wrong", "not opened");
    assert_eq!(here(&mut desk), 0, "a key that nobody could open is not kept");
    assert_eq!(bring(&mut desk, &room, "maren.pem", PASSPHRASE), "done", "her passphrase opens it");
    assert_eq!(here(&mut desk), 1, "she can sign in here");
    assert_eq!(code(sign_in(&mut desk, "PER-0001", PASSPHRASE)), "done", "and does");
    assert_eq!(code(add(&mut desk, "Nour Haddad", &[])), "done", "and works");
    holds(&mut desk, "it is the same key");
}

#[test]
fn what_is_no_key_of_this_workspace_is_not_brought() {
    let room = Room::new();
    let mut desk = second(&room);
    room.write("words.pem", "not a key");
    room.write("bytes.pem", [0xFF, 0xFE, 0x00]);
    let mut other = room.desk("third");
    other.create_workspace(room.founding("other.countersign")).unwrap();
    other.save_key_file(SaveKeyFile { grant: room.grant("foreign.pem") }).unwrap();
    for (file, expected) in [
        ("words.pem", "key-file-unreadable"),
        ("bytes.pem", "key-file-unreadable"),
        ("missing.pem", "key-file-unreadable"),
        ("foreign.pem", "wrong-key-file"),
    ] {
        assert_eq!(bring(&mut desk, &room, file, PASSPHRASE), expected, "{file}");
    }
}

#[test]
fn a_machine_closes_reviews_once_a_keeper_enrolled_it() {
    let room = Room::new();
    let mut desk = second(&room);
    bring(&mut desk, &room, "maren.pem", PASSPHRASE);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    hold(&mut desk, REVIEW);
    let before = size(&mut desk);
    let closed = close(&mut desk, REVIEW, PASSPHRASE);
    assert_eq!(code(closed), "machine-not-enrolled", "a checkpoint needs a machine that is known");
    assert_eq!(enrol(&mut desk, "a guess"), "passphrase-wrong", "enrolling is confirmed");
    assert_eq!(size(&mut desk), before, "nothing was written");
    assert_eq!(enrol(&mut desk, PASSPHRASE), "done", "RevOps enrols it");
    assert_eq!(enrol(&mut desk, PASSPHRASE), "nothing-to-declare", "once");
    close(&mut desk, REVIEW, PASSPHRASE).unwrap();
    holds(&mut desk, "the second machine's checkpoint counts");

    drop(desk);
    let mut first = room.desk("first");
    first.open_path(&room.workspace()).unwrap();
    holds(&mut first, "on the first machine too");
}

#[test]
fn only_a_keeper_enrols_a_machine() {
    let room = Room::new();
    let mut desk = room.founded();
    let jonas = add(&mut desk, "Jonas Weidmann", &["sales-leader"]).unwrap();
    let passphrase = "a passphrase of Jonas";
    desk.enrol_key(desk::operations::EnrolKey {
        person: jonas.clone(),
        new_passphrase: passphrase.into(),
        passphrase: PASSPHRASE.into(),
    })
    .unwrap();
    sign_in(&mut desk, &jonas, passphrase).unwrap();
    desk.save_key_file(SaveKeyFile { grant: room.grant("jonas.pem") }).unwrap();
    drop(desk);
    let mut second = room.desk("second");
    second.open_path(&room.workspace()).unwrap();
    assert_eq!(enrol(&mut second, passphrase), "signed-out", "nobody is signed in");
    bring(&mut second, &room, "jonas.pem", passphrase);
    sign_in(&mut second, &jonas, passphrase).unwrap();
    assert_eq!(enrol(&mut second, passphrase), "not-entitled", "a sales leader does not");
}

//! Signing in, locking, passphrases, keys.

use desk::operations::{EnrolKey, LogQuery, Nothing, RecordLeaving, ReplaceKey, RetireKey};

use crate::support::*;

#[test]
fn nobody_acts_before_signing_in_though_everybody_may_read() {
    let room = Room::new();
    drop(room.founded());
    let mut desk = room.desk("first");
    assert_eq!(code(add(&mut desk, "Nour", &[])), "no-workspace", "nothing is open");
    desk.open_path(&room.workspace()).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "signed-out", "nobody is signed in");
    assert_eq!(desk.people(Nothing {}).unwrap().people.len(), 2, "reading needs no passphrase");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "now somebody is");
}

#[test]
fn a_desk_left_alone_for_ten_minutes_locks() {
    let room = Room::new();
    let mut desk = room.founded();
    room.later(9);
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "nine minutes are not idle");
    room.later(9);
    desk.stay(Nothing {}).unwrap();
    room.later(9);
    assert_eq!(code(add(&mut desk, "Luc", &[])), "done", "a sign of life keeps it open");
    room.later(10);
    assert_eq!(code(add(&mut desk, "Felix", &[])), "locked", "ten minutes without one lock it");
    desk.stay(Nothing {}).unwrap();
    assert_eq!(code(add(&mut desk, "Felix", &[])), "locked", "a late sign of life opens nothing");
    let refused = sign_in(&mut desk, "PER-0001", "wrong").unwrap_err();
    assert_eq!(refused.code, "passphrase-wrong", "nor a guess");
    let whose = "This passphrase does not open the key of Maren Okafor (PER-0001).";
    assert_eq!(refused.says, whose, "whose key, and nothing of the guess");
    assert_eq!(code(add(&mut desk, "Felix", &[])), "locked", "it stays locked");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Felix", &[])), "done", "the passphrase does");
    desk.lock(Nothing {}).unwrap();
    assert_eq!(code(add(&mut desk, "Ilse", &[])), "locked", "and it locks when told to");
}

#[test]
fn what_is_opened_again_is_signed_out() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.close_workspace(Nothing {}).unwrap();
    desk.open_path(&room.workspace()).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "signed-out", "a key does not outlive its file");
}

#[test]
fn who_has_no_key_here_cannot_sign_in() {
    let room = Room::new();
    let mut desk = room.founded();
    let nour = add(&mut desk, "Nour Haddad", &[]).unwrap();
    for (person, expected) in [
        (nour.as_str(), "key-missing-here"),
        ("PER-0099", "unknown"),
        ("somebody", "unreadable-value"),
        ("per-0001", "unreadable-value"),
    ] {
        assert_eq!(code(sign_in(&mut desk, person, PASSPHRASE)), expected, "{person}");
    }
}

#[test]
fn a_passphrase_that_is_short_seals_nothing() {
    let room = Room::new();
    let mut desk = room.desk("first");
    let mut founding = room.founding("desk.countersign");
    founding.passphrase = "1234567".into();
    assert_eq!(code(desk.create_workspace(founding)), "passphrase-short", "seven characters");
    assert!(!room.workspace().exists(), "no file was made");

    let mut founding = room.founding("desk.countersign");
    founding.sponsor.as_mut().unwrap().passphrase = Some("short".into());
    assert_eq!(code(desk.create_workspace(founding)), "passphrase-short", "the sponsor's too");
    assert!(!room.workspace().exists(), "no file was made");
    assert_eq!(key_files(&room), 0, "nor is a key left behind");

    let mut founding = room.founding("desk.countersign");
    founding.passphrase = "ключ-ключ".into();
    assert_eq!(code(desk.create_workspace(founding)), "done", "characters count, not bytes");
}

#[test]
fn a_new_key_that_is_refused_leaves_no_file() {
    let room = Room::new();
    let mut desk = room.founded();
    let nour = add(&mut desk, "Nour Haddad", &[]).unwrap();
    let before = (key_files(&room), size(&mut desk));
    for (person, new, mine, expected) in [
        (nour.as_str(), "short", PASSPHRASE, "passphrase-short"),
        (&nour, "long enough", "not mine", "passphrase-wrong"),
        ("PER-0002", "long enough", PASSPHRASE, "has-key"),
        ("PER-0099", "long enough", PASSPHRASE, "unknown"),
    ] {
        let enrolled = desk.enrol_key(EnrolKey {
            person: person.to_owned(),
            new_passphrase: new.into(),
            passphrase: mine.into(),
        });
        assert_eq!(code(enrolled), expected, "{person}");
        assert_eq!((key_files(&room), size(&mut desk)), before, "{expected}: nothing is left over");
    }
}

#[test]
fn a_replaced_key_works_at_once_and_the_old_one_no_more() {
    let room = Room::new();
    let mut desk = room.founded();
    let new = "a passphrase that is new";
    let (passphrase, new_passphrase) = (PASSPHRASE.into(), new.into());
    desk.replace_key(ReplaceKey { passphrase, new_passphrase, why: None }).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "the new key signs");
    assert_eq!(
        code(sign_in(&mut desk, "PER-0001", PASSPHRASE)),
        "passphrase-wrong",
        "the old is out"
    );
    assert_eq!(code(sign_in(&mut desk, "PER-0001", new)), "done", "the new is in");
    holds(&mut desk, "a key was replaced by the book");
}

#[test]
fn whoever_leaves_or_retires_their_key_is_signed_out_and_cannot_return() {
    let leave = |desk: &mut desk::Desk| {
        let person = "PER-0001".to_owned();
        desk.record_leaving(RecordLeaving { person, passphrase: PASSPHRASE.into(), why: None })
            .map(|_| ())
    };
    let retire = |desk: &mut desk::Desk| {
        let me = desk.people(Nothing {}).unwrap().people.remove(0);
        let (person, key) = (me.person, me.keys[0].key.clone());
        desk.retire_key(RetireKey { person, key, passphrase: PASSPHRASE.into(), why: None })
            .map(|_| ())
    };
    type Act<'a> = &'a dyn Fn(&mut desk::Desk) -> Result<(), desk::Problem>;
    let acts: [(Act<'_>, &str); 2] = [(&leave, "has-left"), (&retire, "key-missing-here")];
    for (act, expected) in acts {
        let room = Room::new();
        let mut desk = room.founded();
        act(&mut desk).unwrap();
        assert_eq!(code(add(&mut desk, "Nour", &[])), "signed-out", "the key signs nothing after");
        assert_eq!(
            code(sign_in(&mut desk, "PER-0001", PASSPHRASE)),
            expected,
            "nor opens the desk"
        );
        sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
        assert_eq!(code(act(&mut desk)), code(act(&mut desk)), "the refusal is stable");
        holds(&mut desk, "the record stands");
    }
}

#[test]
fn the_reason_of_an_act_is_kept_with_its_entries_and_a_blank_one_is_none() {
    let long = "x".repeat(20_001);
    for (why, expected, kept) in [
        (Some("  Laptop stolen on the train "), "done", Some("Laptop stolen on the train")),
        (Some(" \n "), "done", None),
        (None, "done", None),
        (Some(long.as_str()), "too-long", None),
        (Some("a bell \u{7}"), "unseen-character", None),
    ] {
        let room = Room::new();
        let mut desk = room.founded();
        let before = size(&mut desk);
        let sponsor = desk.people(Nothing {}).unwrap().people.remove(1);
        let (person, key) = (sponsor.person.clone(), sponsor.keys[0].key.clone());
        let (passphrase, why) = (PASSPHRASE.into(), why.map(str::to_owned));
        let retired = desk.retire_key(RetireKey { person, key, passphrase, why });
        assert_eq!(code(retired), expected, "retiring a key");
        let row = desk.log(LogQuery::default()).unwrap().rows.remove(0);
        let entries = if expected == "done" { before + 1 } else { before };
        assert_eq!((row.entry, row.why.as_deref()), (entries, kept), "what the change log shows");
    }
}

#[test]
fn every_entry_of_a_leaving_carries_its_reason() {
    let room = Room::new();
    let mut desk = room.founded();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let (person, passphrase) = ("PER-0001".to_owned(), SPONSORS.into());
    let why = Some("Moved to another firm".to_owned());
    desk.record_leaving(RecordLeaving { person, passphrase, why }).unwrap();
    let rows = desk.log(LogQuery::default()).unwrap().rows;
    let said: Vec<_> =
        rows.iter().take(2).map(|row| (row.event.as_str(), row.why.as_deref())).collect();
    let why = Some("Moved to another firm");
    assert_eq!(said, [("person.left", why), ("key.retired", why)], "key and person, one reason");
    holds(&mut desk, "reasons are sealed like every text");
}

#[test]
fn a_key_retired_at_another_desk_signs_nothing_at_this_one() {
    let room = Room::new();
    let mut here = room.founded();
    let mut there = room.desk("first");
    there.open_path(&room.workspace()).unwrap();
    sign_in(&mut there, "PER-0002", SPONSORS).unwrap();
    let maren = there.people(Nothing {}).unwrap().people.remove(0);
    let (person, key) = (maren.person, maren.keys[0].key.clone());
    there.retire_key(RetireKey { person, key, passphrase: SPONSORS.into(), why: None }).unwrap();
    assert_eq!(code(add(&mut here, "Nour", &[])), "no-such-key", "she sits here with a dead key");
    holds(&mut here, "no entry was signed by a retired key");
}

fn key_files(room: &Room) -> usize {
    let folders =
        std::fs::read_dir(room.path("first").join("keys")).into_iter().flatten().flatten();
    folders.map(|folder| std::fs::read_dir(folder.path()).unwrap().count()).sum()
}

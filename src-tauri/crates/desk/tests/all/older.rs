//! Verifying a file that an older version of the program wrote.

use desk::operations::{BackUp, Verdict, Verification, Verify};

use crate::support::*;

/// Where SQLite keeps a file's `user_version` (Database File Format, section 1.3).
const VERSION: std::ops::Range<usize> = 60..64;

/// A backup as version 10 left it: it knew nothing of what an answer says of tiers.
fn backup_of_version_10(room: &Room) -> Vec<u8> {
    let mut desk = room.founded();
    desk.back_up(BackUp { grant: room.grant("copy.countersign") }).unwrap();
    let mut bytes = std::fs::read(room.path("copy.countersign")).unwrap();
    let (today, then) = (b"tiers TEXT NOT NULL", b"tears TEXT NOT NULL");
    let at = bytes.windows(today.len()).position(|found| found == today).unwrap();
    bytes[at..at + then.len()].copy_from_slice(then);
    bytes[VERSION].copy_from_slice(&10_u32.to_be_bytes());
    bytes
}

fn verified(room: &Room, bytes: &[u8]) -> Verification {
    let path = room.path("older.countersign");
    std::fs::write(&path, bytes).unwrap();
    let proof = room.desk("second").verify_file(&path, &Verify::default()).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "verifying changes nothing");
    proof
}

#[test]
fn an_untouched_backup_of_an_older_version_holds_and_says_what_was_not_compared() {
    let room = Room::new();
    let proof = verified(&room, &backup_of_version_10(&room));
    assert!(proof.faults.is_empty(), "nothing is wrong with it: {:?}", proof.faults);
    let verdicts = [proof.integrity.verdict, proof.completeness.verdict, proof.rules.verdict];
    assert_eq!(verdicts, [Verdict::Holds; 3], "and every verdict says so");
    assert!(
        proof.integrity.says.contains("those in the file were not compared"),
        "nobody may think the old tables were judged: {}",
        proof.integrity.says
    );
}

#[test]
fn an_altered_backup_of_an_older_version_does_not_hold() {
    let room = Room::new();
    let mut bytes = backup_of_version_10(&room);
    let (signed, altered) = (br#""fiscal_start":1"#, br#""fiscal_start":2"#);
    let at = bytes.windows(signed.len()).position(|found| found == signed).unwrap();
    bytes[at..at + signed.len()].copy_from_slice(altered);
    let proof = verified(&room, &bytes);
    assert_eq!(proof.integrity.verdict, Verdict::Fails, "its first entry is not what was signed");
}

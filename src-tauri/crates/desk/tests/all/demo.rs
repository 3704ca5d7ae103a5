//! The demo workspace.

use std::path::Path;

use desk::demo::Making;
use store::{Slice, Store, StoreError};

use crate::support::*;

fn make(room: &Room, name: &str, seed: u64, until: &str) -> std::path::PathBuf {
    let path = room.path(name);
    let desk = room.desk(&format!("{name} profile"));
    desk.make_demo(&Making { path: &path, until: at(until), seed }).unwrap();
    path
}

fn entries(path: &Path) -> Vec<(String, [u8; 64])> {
    let mut found = Vec::new();
    let store = Store::read(path).unwrap();
    store
        .entries(Slice::ALL, |entry| {
            found.push((entry.body, entry.signature));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    found
}

#[test]
fn the_same_seed_and_day_make_the_same_ledger_and_its_tables_follow_from_it() {
    let room = Room::new();
    let until = "2026-11-18T12:00:00Z";
    let (one, again) = std::thread::scope(|scope| {
        let one = scope.spawn(|| make(&room, "one.countersign", 1, until));
        let again = make(&room, "again.countersign", 1, until);
        (one.join().unwrap(), again)
    });
    let (first, second) = (entries(&one), entries(&again));
    for (number, (one, again)) in first.iter().zip(&second).enumerate() {
        assert_eq!(one, again, "entry {} differs for the same seed", number + 1);
    }
    assert_eq!(first.len(), second.len(), "both end with the same entry");

    let mut desk = room.desk("visitor");
    desk.open_path(&one).unwrap();
    let proof = holds(&mut desk, "the demo is made by the real use cases");
    assert!(proof.demo, "and says that it is a demo");
    let differences = Store::read(&one).unwrap().prove().unwrap();
    assert!(differences.is_empty(), "replay gives the same tables: {differences:?}");
}

//! Backup: SQLite's own, whole or not at all.

use store::{Store, StoreError};

use crate::support::{Desk, person};

#[test]
fn a_backup_is_the_same_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_file(&folder.path().join("acme.countersign"));
    desk.append((2..40).map(|number| person(number, "Somebody")).collect());
    let path = folder.path().join("copy.countersign");
    let mut told = Vec::new();
    let report = &mut |progress| {
        told.push(progress);
        true
    };
    let entries = desk.store.back_up(&path, report).unwrap();
    assert_eq!(entries, Some(40), "every entry, those in the log too");
    assert_eq!(told.last().map(|progress| progress.left), Some(0), "it says when it is done");
    let copy = Store::open(&path).unwrap();
    assert_eq!(copy.head().unwrap(), desk.store.head().unwrap(), "the same head");
    assert_eq!(copy.prove().unwrap(), [], "and tables that hold what its entries say");
}

#[test]
fn a_backup_that_is_stopped_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::in_file(&folder.path().join("acme.countersign"));
    let path = folder.path().join("copy.countersign");
    assert_eq!(desk.store.back_up(&path, &mut |_| false).unwrap(), None, "stopped by its caller");
    let copies = std::fs::read_dir(folder.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().contains("copy"))
        .count();
    assert_eq!(copies, 0, "no file of that name, finished or not");
}

#[test]
fn a_backup_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let desk = Desk::in_file(&path);
    let error = desk.store.back_up(&path, &mut |_| true).unwrap_err();
    assert!(matches!(&error, StoreError::Exists { path: there } if *there == path), "{error}");
}

#[test]
fn a_restored_backup_is_known_by_the_head_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_file(&folder.path().join("acme.countersign"));
    let path = folder.path().join("monday.countersign");
    desk.store.back_up(&path, &mut |_| true).unwrap();
    let monday = desk.store.head().unwrap();
    let seen = desk.append(vec![person(2, "Ada")])[0].head;
    let restored = Store::open(&path).unwrap();
    assert_eq!(restored.root_at(monday.size).unwrap(), monday.root, "Monday's head is in both");
    let error = restored.root_at(seen.size).unwrap_err();
    assert_eq!(error.code(), "no-such-entry", "the head seen since is not in the older copy");
}

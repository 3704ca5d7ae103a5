//! A file of an older version, read where it lies: nothing of it is changed, and nothing in it is
//! called altered that an older version made so.

use std::path::{Path, PathBuf};

use store::{Store, StoreError};

use crate::support::{Desk, person, tool};

/// What an older version's file lacks or has otherwise, undone in a file of today.
const OLDER: &[(u32, &str)] = &[
    (10, "ALTER TABLE answer DROP COLUMN tiers"),
    (4, "DROP TABLE ai_action; DROP TABLE batch; ALTER TABLE person RENAME COLUMN name TO called"),
    (2, "DROP TABLE ai_action; DROP TABLE content; CREATE TABLE retired_since (x)"),
];

fn older(path: &Path, version: u32, undone: &str) {
    Desk::in_file(path).append(vec![person(2, "Ada"), person(3, "Bo")]);
    let tool = tool(path);
    tool.execute_batch(undone).unwrap();
    tool.pragma_update(None, "user_version", version).unwrap();
}

fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    found.sort();
    found
}

#[test]
fn it_is_read_and_proven_as_it_will_be_once_opened_and_stays_as_it_was() {
    for (version, undone) in &OLDER[..2] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acme.countersign");
        older(&path, *version, undone);
        let before = contents(folder.path());
        let read = Store::read(&path).unwrap();
        assert!(read.is_of_an_older_version(), "version {version} is said to be older");
        assert_eq!(read.now().people().unwrap().len(), 3, "version {version}: its tables are read");
        assert_eq!(read.prove().unwrap(), [], "version {version}: nothing of it was altered");
        assert_eq!(read.check().unwrap(), [], "version {version}: its pages are sound");
        let head = read.head().unwrap();
        drop(read);
        assert_eq!(contents(folder.path()), before, "version {version}: not a byte was touched");
        let opened = Store::open(&path).unwrap();
        assert_eq!(
            opened.head().unwrap(),
            head,
            "version {version}: opened, it is the same record"
        );
        assert!(!opened.is_of_an_older_version(), "version {version}: and then of today's");
    }
}

#[test]
fn what_an_older_version_did_not_make_is_found_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let (version, undone) = OLDER[2];
    older(&path, version, undone);
    let found = Store::read(&path).unwrap().prove().unwrap();
    let named: Vec<_> = found.iter().map(|d| (d.table.as_str(), d.key.as_str())).collect();
    assert_eq!(
        named,
        [("sqlite_schema", "table retired_since")],
        "a table that no version makes stays through bringing it up, and is named"
    );
}

#[test]
fn an_altered_entry_of_an_older_file_is_not_read_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    older(&path, OLDER[0].0, OLDER[0].1);
    let altered = "DROP TRIGGER IF EXISTS entry_never_changed;
        UPDATE entry SET leaf = zeroblob(32) WHERE seq = 3";
    tool(&path).execute_batch(altered).unwrap();
    let found = Store::read(&path).unwrap().prove().unwrap();
    assert!(
        found.iter().any(|d| (d.table.as_str(), d.key.as_str()) == ("entry", "3")),
        "the leaf of entry 3 is not its own: {found:?}"
    );
}

#[test]
fn an_older_file_whose_tables_cannot_be_made_anew_is_damaged_as_when_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    older(&path, OLDER[0].0, OLDER[0].1);
    tool(&path).execute_batch("DROP TABLE person; CREATE VIEW person AS SELECT 1").unwrap();
    let error = Store::read(&path).map(|_| ()).unwrap_err();
    assert!(
        matches!(&error, StoreError::Damaged { path: named, .. } if *named == path),
        "a view stands where the table of people belongs: {error}"
    );
}

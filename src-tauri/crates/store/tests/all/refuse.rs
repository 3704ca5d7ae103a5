//! What is no workspace, or none this program may write, gets a clear refusal and stays as it was.

use std::path::{Path, PathBuf};

use store::{Foreign, Patience, Store, StoreError};

use crate::support::{Desk, person, tool};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Opening `path` is refused, and leaves every file of its folder as it was.
fn refused(path: &Path) -> StoreError {
    let before = contents(path.parent().unwrap());
    let error = Store::open(path).map(|_| ()).expect_err("this is not to be opened");
    assert_eq!(contents(path.parent().unwrap()), before, "not a byte was touched");
    error
}

fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap_or_default()))
        .collect();
    found.sort();
    found
}

#[test]
fn a_file_that_is_not_there_is_missing() {
    let folder = folder();
    let path = folder.path().join("none.countersign");
    let error = refused(&path);
    assert!(matches!(&error, StoreError::Missing { path: named } if *named == path), "{error}");
}

#[test]
fn what_is_something_else_is_foreign() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let other = folder.path().join("other.db");
    tool(&other).execute_batch("CREATE TABLE t (x)").unwrap();
    let inner = folder.path().join("folder");
    std::fs::create_dir(&inner).unwrap();
    for (path, expected) in [
        (inner, Foreign::Folder),
        (write("empty", b""), Foreign::Empty),
        (write("short", b"hello"), Foreign::Kind),
        (write("long", &[b'x'; 5000]), Foreign::Kind),
        (other, Foreign::Program),
    ] {
        let error = refused(&path);
        let named = path.display();
        assert!(
            matches!(&error, StoreError::Foreign { what, .. } if *what == expected),
            "{named} is foreign, a {expected:?}: {error}"
        );
    }
}

#[test]
fn a_newer_programs_file_is_refused_untouched() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    tool(&path).pragma_update(None, "user_version", 999).unwrap();
    let error = refused(&path);
    assert!(
        matches!(&error, StoreError::Newer { version: 999, known, .. } if *known < 999),
        "version 999 is not for a program of today: {error}"
    );
}

#[test]
fn a_newer_version_still_in_the_log_is_seen_too() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let newer = tool(&path);
    newer.pragma_update(None, "user_version", 999).unwrap();
    let copy = folder.path().join("copy");
    std::fs::create_dir(&copy).unwrap();
    for suffix in ["", "-wal"] {
        let name = format!("acme.countersign{suffix}");
        std::fs::copy(folder.path().join(&name), copy.join(&name)).unwrap();
    }
    let path = copy.join("acme.countersign");
    let before = (std::fs::read(&path).unwrap(), std::fs::read(copy.join("acme.countersign-wal")));
    let error = Store::open(&path).map(|_| ()).unwrap_err();
    assert_eq!(error.code(), "file-newer", "the log holds the newer version: {error}");
    assert_eq!(std::fs::read(&path).unwrap(), before.0, "the file was not touched");
    let log = std::fs::read(copy.join("acme.countersign-wal"));
    assert_eq!(log.unwrap(), before.1.unwrap(), "nor was its log");
}

#[test]
fn a_file_cut_off_is_damaged() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let whole = std::fs::read(&path).unwrap();
    for length in [1, 15, 16, 99, 100, 4096, whole.len() - 4096, whole.len() - 1] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let error = refused(&path);
        assert_eq!(error.code(), "file-damaged", "cut to {length} bytes: {error}");
    }
}

#[test]
fn a_file_with_a_broken_schema_is_damaged() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..4096].fill(0xAA);
    std::fs::write(&path, &bytes).unwrap();
    let error = Store::open(&path).map(|_| ()).unwrap_err();
    assert_eq!(error.code(), "file-damaged", "{error}");
}

#[test]
fn while_another_writes_a_second_writer_waits_and_then_says_so() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    let mut one = Desk::in_file(&path);
    let brief = Patience(std::time::Duration::from_millis(1));
    let mut two = Desk::over(Store::open_patiently(&path, brief).unwrap());
    one.store
        .write(|writer| {
            let taken = two.try_append(vec![person(2, "Ada")]).unwrap_err();
            assert!(matches!(&taken, StoreError::Locked { path: p } if *p == path), "{taken}");
            let seen = Store::read(&path)?.now().people()?.len();
            assert_eq!(seen, writer.view().people()?.len(), "readers go on meanwhile");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    two.append(vec![person(2, "Ada")]);
    one.append(vec![person(3, "Bo")]);
    assert_eq!(one.store.size().unwrap(), 4, "one after the other, both are in");
    assert_eq!(one.store.prove().unwrap(), [], "and the tables are the entries' own");
}

#[test]
fn a_file_that_another_process_keeps_to_itself_is_locked() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let other = tool(&path);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE").unwrap();
    let brief = Patience(std::time::Duration::from_millis(1));
    let error = Store::open_patiently(&path, brief).map(|_| ()).unwrap_err();
    assert_eq!(error.code(), "file-locked", "it is another's for now: {error}");
    drop(other);
    assert_eq!(Store::open(&path).unwrap().size().unwrap(), 2, "and then it opens");
}

#[test]
fn two_writers_at_once_make_one_unbroken_ledger() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    std::thread::scope(|scope| {
        for writer in 0..2_u32 {
            let path = &path;
            scope.spawn(move || {
                let mut desk = Desk::over(Store::open(path).unwrap());
                for number in 0..20 {
                    desk.append(vec![person(10 + writer * 100 + number, "Somebody")]);
                }
            });
        }
    });
    let store = Store::open(&path).unwrap();
    assert_eq!(store.size().unwrap(), 42, "every entry of both is there");
    assert_eq!(store.root_at(42).unwrap(), store.head().unwrap().root, "in one unbroken chain");
    assert_eq!(store.prove().unwrap(), [], "and the tables are the entries' own");
}

#[test]
fn a_store_opened_for_reading_does_not_write() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let mut desk = Desk::over(Store::read(&path).unwrap());
    let refused = desk.try_append(vec![person(2, "Ada")]).unwrap_err();
    assert_eq!(refused.code(), "file-read-only", "{refused}");
}

/// Whoever runs this as root may write anywhere, so the file is tried as somebody else.
#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_and_can_still_be_read() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    const NOBODY: u32 = 65_534;
    let allow = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    let program = folder.path().join("try_open");
    std::fs::copy(crate::support::example("try_open"), &program).unwrap();
    let try_open = |path: &Path| {
        let mut command = std::process::Command::new(&program);
        if folder.path().metadata().unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        String::from_utf8(command.arg(path).output().unwrap().stdout).unwrap()
    };
    allow(&path, 0o666);
    allow(folder.path(), 0o555);
    let only_the_folder = try_open(&path);
    allow(&path, 0o444);
    let the_file_too = try_open(&path);
    allow(folder.path(), 0o755);
    let expected = "write: file-read-only\nread: 2\n";
    assert_eq!(only_the_folder, expected, "the log has no place in this folder");
    assert_eq!(the_file_too, expected, "nor may the file be written");

    // A log that a crash left behind holds the third entry.
    let crashed = folder.path().join("crashed");
    std::fs::create_dir(&crashed).unwrap();
    allow(&path, 0o644);
    let mut desk = Desk::over(Store::open(&path).unwrap());
    desk.append(vec![person(2, "Ada")]);
    for suffix in ["", "-wal"] {
        let name = format!("acme.countersign{suffix}");
        std::fs::copy(folder.path().join(&name), crashed.join(&name)).unwrap();
    }
    allow(&crashed, 0o555);
    let after_a_crash = try_open(&crashed.join("acme.countersign"));
    allow(&crashed, 0o755);
    let expected = "write: file-read-only\nread: 3\n";
    assert_eq!(after_a_crash, expected, "what the log holds is read too");
}

#[test]
fn a_new_file_never_replaces_anything() {
    let folder = folder();
    for (there, wanted) in [("acme", "acme"), ("acme2-wal", "acme2"), ("acme3-journal", "acme3")] {
        let (there, wanted) = (folder.path().join(there), folder.path().join(wanted));
        std::fs::write(&there, b"precious").unwrap();
        let error = Store::create(&wanted, &crate::support::ws(), |_| Ok::<_, StoreError>(()))
            .map(|_| ())
            .unwrap_err();
        assert!(matches!(&error, StoreError::Exists { path } if *path == there), "{error}");
        assert_eq!(std::fs::read(&there).unwrap(), b"precious", "what was there stays");
    }
}

#[test]
fn a_folder_that_is_not_there_is_missing() {
    let folder = folder();
    let path = folder.path().join("none").join("acme.countersign");
    let created = Store::create(&path, &crate::support::ws(), |_| Ok::<_, StoreError>(()));
    let error = created.map(|_| ()).unwrap_err();
    assert_eq!(error.code(), "file-missing", "there is nowhere to put it: {error}");
}

#[test]
fn a_file_that_could_not_be_begun_leaves_nothing() {
    let folder = folder();
    let path = folder.path().join("acme.countersign");
    let error = Store::create(&path, &crate::support::ws(), |_| {
        Err::<(), _>(StoreError::Sealing { what: "no key".into() })
    });
    assert!(error.is_err(), "the first entries were refused");
    assert_eq!(contents(folder.path()), [], "not even a temporary file is left");
}

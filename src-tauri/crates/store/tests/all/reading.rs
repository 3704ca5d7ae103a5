//! Reading a file leaves it, and the folder it lies in, as they were.

use std::path::{Path, PathBuf};

use store::Store;

use crate::support::{Desk, person};

/// A folder with a founded workspace in it that nobody has open.
fn founded() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    (folder, path)
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut found: Vec<_> =
        files.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    found.sort();
    found
}

fn log_of(path: &Path) -> PathBuf {
    path.with_file_name("acme.countersign-wal")
}

#[test]
fn whoever_reads_a_file_that_lies_alone_leaves_nothing_beside_it_and_changes_no_byte() {
    let (folder, path) = founded();
    let before = contents(folder.path());
    let store = Store::read(&path).unwrap();
    assert_eq!(store.prove().unwrap(), [], "all of it is read");
    drop(store);
    assert!(contents(folder.path()) == before, "nothing came, went or changed");
}

#[cfg(unix)]
#[test]
fn neither_does_whoever_reads_one_that_nobody_may_write() {
    use std::os::unix::fs::PermissionsExt as _;

    let (folder, path) = founded();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    let before = contents(folder.path());
    assert_eq!(Store::read(&path).unwrap().prove().unwrap(), [], "all of it is read");
    assert!(contents(folder.path()) == before, "nothing came, went or changed");
}

#[test]
fn whoever_reads_beside_a_writer_sees_what_only_its_log_holds_and_leaves_it_the_log() {
    let (_folder, path) = founded();
    let mut writer = Desk::over(Store::open(&path).unwrap());
    writer.append(vec![person(2, "Ada")]);
    assert!(log_of(&path).metadata().unwrap().len() > 0, "the entry lies in the log alone");
    assert_eq!(Store::read(&path).unwrap().size().unwrap(), 3, "and is read");
    assert!(log_of(&path).metadata().unwrap().len() > 0, "the log is the writer's");
    writer.append(vec![person(3, "Bo")]);
    drop(writer);
    assert_eq!(Store::read(&path).unwrap().size().unwrap(), 4, "who goes on where it was");
}

#[test]
fn a_writer_who_comes_while_a_file_is_read_loses_nothing() {
    let (folder, path) = founded();
    let reader = Store::read(&path).unwrap();
    let mut writer = Desk::over(Store::open(&path).unwrap());
    writer.append(vec![person(2, "Ada")]);
    assert_eq!(reader.size().unwrap(), 3, "the reader sees it");
    drop(writer);
    drop(reader);
    assert_eq!(contents(folder.path()).len(), 1, "whoever goes last takes the log along");
    assert_eq!(Store::read(&path).unwrap().size().unwrap(), 3, "folded into the file");
}

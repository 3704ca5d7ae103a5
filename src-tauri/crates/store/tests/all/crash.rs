//! Whatever the disk does and wherever the power goes: nothing confirmed is lost, the tables are
//! never ahead of the ledger, and the file opens.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use store::{Slice, Store, StoreError};

use crate::disk::{Disk, Fault};
use crate::support::{Desk, person, thorough};

const NAME: &str = "/acme.countersign";
const LOG: &str = "/acme.countersign-wal";

/// A founded workspace on a disk of its own, and the name SQLite knows that disk by.
fn founded() -> (Disk, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    drop(Desk::in_file(&path));
    known(Disk::with([(NAME, std::fs::read(&path).unwrap())]))
}

fn known(disk: Disk) -> (Disk, String) {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("disk-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    disk.register(&name);
    (disk, name)
}

fn open(name: &str) -> Result<Store, StoreError> {
    Store::open_through(Path::new(NAME), name)
}

/// What a desk does while things go wrong: appends, folds the log into the file, appends on.
/// Gives how many entries were confirmed.
fn work(name: &str) -> u64 {
    let Ok(store) = open(name) else { return 2 };
    let mut desk = Desk::over(store);
    let mut confirmed = 2;
    for number in 2..7 {
        if let Ok(appended) = desk.try_append(vec![person(number, &"long name ".repeat(50))]) {
            confirmed = appended[0].seq;
        }
        if number == 4 {
            let _ = desk.store.settle();
        }
    }
    confirmed
}

/// Opens the file after `what` happened, and holds it to what the store promises.
fn check(disk: Disk, confirmed: u64, what: &str) {
    let (_, name) = known(disk);
    let store = open(&name).unwrap_or_else(|error| panic!("{what}: the file opens: {error}"));
    let size = store.size().unwrap();
    assert!(size >= confirmed, "{what}: {confirmed} were confirmed, {size} are there");
    let mut seq = 0;
    store
        .entries(Slice::ALL, |entry| {
            seq += 1;
            assert_eq!(entry.seq, seq, "{what}: no gap");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(store.root_at(size).unwrap(), store.head().unwrap().root, "{what}: one chain");
    assert_eq!(store.prove().unwrap(), [], "{what}: the tables are the entries' own");
    assert_eq!(store.check().unwrap(), [], "{what}: every page is sound");
    let next = Desk::over(store).append(vec![person(99, "Next")]);
    assert_eq!(next[0].seq, size + 1, "{what}: and work goes on");
}

fn operations() -> usize {
    let (disk, name) = founded();
    disk.fail_at(usize::MAX, Fault::PowerCut);
    assert_eq!(work(&name), 7, "nothing goes wrong on a sound disk");
    disk.operations()
}

fn at_every_operation(fault: Fault) {
    for at in 0..operations() {
        let (disk, name) = founded();
        disk.fail_at(at, fault);
        let confirmed = work(&name);
        let what = format!("{fault:?} at operation {at}");
        check(disk.repaired(), confirmed, &what);
        for luck in 0..if thorough() { 3 } else { 1 } {
            check(disk.after_power_cut(luck), confirmed, &format!("{what}, then a power cut"));
        }
    }
}

#[test]
fn a_short_write_loses_nothing_confirmed() {
    at_every_operation(Fault::ShortWrite);
}

#[test]
fn a_full_disk_loses_nothing_confirmed() {
    at_every_operation(Fault::FullDisk);
}

#[test]
fn a_failed_sync_loses_nothing_confirmed() {
    at_every_operation(Fault::FailedSync);
}

#[test]
fn a_power_cut_with_torn_pages_loses_nothing_confirmed() {
    for at in 0..operations() {
        for luck in 0..if thorough() { 8 } else { 1 } {
            let (disk, name) = founded();
            disk.fail_at(at, Fault::PowerCut);
            let confirmed = work(&name);
            let what = format!("power cut at operation {at}, luck {luck}");
            check(disk.after_power_cut(luck), confirmed, &what);
        }
    }
}

#[test]
fn a_full_disk_is_said_in_so_many_words() {
    let (disk, name) = founded();
    let mut desk = Desk::over(open(&name).unwrap());
    disk.fail_at(0, Fault::FullDisk);
    let error = desk.try_append(vec![person(2, "Ada")]).unwrap_err();
    assert!(matches!(&error, StoreError::DiskFull { path } if path == Path::new(NAME)), "{error}");
    assert_eq!(desk.store.now().people().unwrap().len(), 1, "nothing half-written is seen");
}

#[test]
fn the_log_cut_at_every_byte_keeps_what_was_whole() {
    let (disk, name) = founded();
    let mut desk = Desk::over(open(&name).unwrap());
    let file = disk.visible(NAME);
    let mut whole = vec![(0, 2)];
    for number in 2..5 {
        let seq = desk.append(vec![person(number, "Somebody")])[0].seq;
        whole.push((disk.visible(LOG).len(), seq));
    }
    let log = disk.visible(LOG);
    assert_eq!(disk.visible(NAME), file, "until the log is folded in, the file stays as it was");
    let step = if thorough() { 1 } else { 97 };
    let cuts: Vec<usize> = (0..=log.len()).step_by(step).collect();
    std::thread::scope(|scope| {
        for part in cuts.chunks(cuts.len() / 2 + 1) {
            let (file, log, whole) = (&file, &log, &whole);
            scope.spawn(move || {
                let (disk, name) = known(Disk::default());
                let mut proven = 0;
                for cut in part {
                    disk.put([(NAME, file), (LOG, &log[..*cut])]);
                    let store = open(&name).unwrap_or_else(|e| panic!("cut at {cut}: {e}"));
                    let there = store.size().unwrap();
                    let expected = whole.iter().rev().find(|(end, _)| end <= cut).unwrap().1;
                    assert_eq!(there, expected, "cut at {cut} of {}", log.len());
                    let logged = store.now().last_change().unwrap().unwrap().seq;
                    assert_eq!(logged, there, "cut at {cut}: the tables end where the ledger does");
                    if there != proven {
                        assert_eq!(store.prove().unwrap(), [], "cut at {cut}: cell by cell");
                        proven = there;
                    }
                }
            });
        }
    });
}

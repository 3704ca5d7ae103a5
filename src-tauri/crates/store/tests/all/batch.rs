//! Rows of action logs lie beside the entries, bound by them.

use domain::batch::{BatchImported, BatchPurged, Bound, Completeness, File, Origin};
use domain::{BatchRef, Text};
use ledger::encoding::{base64, hex};
use ledger::rows::{RowTree, Salt};
use store::{Part, Store, StoreError};

use crate::support::{Desk, entries, tool};

const BATCH: BatchRef = BatchRef::new(1);
const SALT: Salt = [9; 16];

/// Rows as an action log leaves them, and the run of rows that they lie in.
fn rows(count: u64) -> Vec<String> {
    (1..=count).map(|n| format!("[{},\"action {n}\"]", n + 1)).collect()
}

fn bound(rows: &[String]) -> Bound {
    let mut tree = RowTree::new(&SALT);
    rows.iter().for_each(|row| tree.push(row.as_bytes()));
    Bound { count: tree.size(), root: base64(&tree.head().root) }
}

fn imported(rows: &[String], rejected: &[String]) -> BatchImported {
    let text = |words: &str| Text::new(words);
    BatchImported {
        batch: BATCH,
        origin: Origin {
            source: text("HubSpot"),
            query: None,
            pulled_at: None,
            pulled_by: None,
            workflow: None,
        },
        file: File {
            name: text("log.csv"),
            sha256: "0".repeat(64),
            bytes: 1,
            encoding: "UTF-8".into(),
        },
        columns: Vec::new(),
        kinds: Vec::new(),
        rows: bound(rows),
        rejected: bound(rejected),
        duplicates: 0,
        completeness: Completeness::default(),
        salt: text(&hex(&SALT)),
        key: text("key"),
    }
}

/// Takes a batch in, its rows in runs of ten; answers the entry.
fn take_in(desk: &mut Desk, rows: &[String], rejected: &[String]) -> u64 {
    let event = imported(rows, rejected).into();
    let (new, signer, salts) = (entries(vec![event], desk.now), &desk.signer, &mut desk.salts);
    let appended = desk.store.write(|writer| {
        for (part, rows) in [(Part::Taken, rows), (Part::Rejected, rejected)] {
            for (run, first) in rows.chunks(10).zip((1..).step_by(10)) {
                let bytes = run.join("\n") + "\n";
                let count = run.len() as u64;
                writer.put_ai_actions((BATCH, part), first, count, bytes.as_bytes())?;
            }
        }
        writer.append(&new, signer, salts)
    });
    appended.unwrap()[0].seq
}

fn read(store: &Store, part: Part, first: u64, most: usize) -> Vec<(u64, String)> {
    let mut found = Vec::new();
    store
        .now()
        .ai_actions(BATCH, part, first, |number, row| {
            found.push((number, String::from_utf8(row.to_vec()).unwrap()));
            Ok::<_, StoreError>(found.len() < most)
        })
        .unwrap();
    found
}

#[test]
fn any_row_is_found_by_its_number_and_read_on_from_there() {
    let mut desk = Desk::in_memory();
    let rows = rows(35);
    take_in(&mut desk, &rows, &["[7,\"code\",\"why\"]".to_owned()]);
    for first in [1_u64, 2, 10, 11, 29, 35] {
        let found = read(&desk.store, Part::Taken, first, 3);
        let expected = (first..).zip(rows[first as usize - 1..].iter().cloned()).take(3);
        assert_eq!(found, expected.collect::<Vec<_>>(), "from row {first} on");
    }
    assert_eq!(read(&desk.store, Part::Taken, 36, 3), [], "there are no more");
    assert_eq!(read(&desk.store, Part::Taken, 1, usize::MAX).len(), 35, "all of them in one go");
    assert_eq!(read(&desk.store, Part::Rejected, 1, 9).len(), 1, "rejected rows lie apart");
}

#[test]
fn rows_go_into_copies_and_replays_and_prove_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_file(&folder.path().join("acme.countersign"));
    let seq = take_in(&mut desk, &rows(25), &[]);
    assert_eq!(desk.store.prove().unwrap(), [], "rows and entry agree");
    let then = desk.store.replay_to(seq, &folder.path().join("then.countersign")).unwrap();
    assert_eq!(read(&then, Part::Taken, 1, 99).len(), 25, "a replay holds them");
    assert_eq!(then.prove().unwrap(), [], "and proves itself");
    let before = desk.store.replay_to(seq - 1, &folder.path().join("before.countersign")).unwrap();
    assert_eq!(before.prove().unwrap(), [], "what was before holds none");
}

#[test]
fn a_row_that_was_altered_removed_put_in_or_moved_is_found() {
    let cases = [
        (
            "altered",
            "UPDATE ai_action SET rows = CAST('[2,\"x\"]' || char(10) AS BLOB) WHERE place = (SELECT min(place) FROM ai_action)",
        ),
        ("removed", "DELETE FROM ai_action WHERE place = (SELECT max(place) FROM ai_action)"),
        ("all removed", "DELETE FROM ai_action"),
        (
            "put in",
            "INSERT INTO ai_action SELECT max(place) + 5, 1, CAST('[99,\"x\"]' || char(10) AS BLOB) FROM ai_action",
        ),
        (
            "moved",
            "UPDATE ai_action SET place = place + 1000 WHERE place = (SELECT max(place) FROM ai_action)",
        ),
        ("of no batch", "INSERT INTO ai_action VALUES ((77 << 33) + 1, 1, x'5b315d0a')"),
    ];
    for (name, stranger) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acme.countersign");
        let mut desk = Desk::in_file(&path);
        take_in(&mut desk, &rows(25), &[]);
        drop(desk);
        let triggers =
            "DROP TRIGGER ai_action_never_changed; DROP TRIGGER ai_action_deleted_by_purging;";
        tool(&path).execute_batch(&format!("{triggers} {stranger}")).unwrap();
        let found = Store::open(&path).unwrap().prove().unwrap();
        let of_it = found.iter().filter(|one| one.table == "ai_action").count();
        assert_eq!(of_it, 1, "{name}: {found:?}");
    }
}

#[test]
fn rows_leave_by_a_recorded_purge_alone_and_what_bound_them_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    take_in(&mut desk, &rows(25), &[]);
    let refused = tool(&path).execute_batch("DELETE FROM ai_action");
    assert!(refused.unwrap_err().to_string().contains("recorded purge"), "nobody just deletes");
    desk.append(vec![BatchPurged { batch: BATCH, why: Text::new("a year is over") }.into()]);
    assert_eq!(read(&desk.store, Part::Taken, 1, 9), [], "its rows are gone");
    assert_eq!(desk.store.prove().unwrap(), [], "and the ledger says why");
    let batch = desk.store.now().batch(BATCH).unwrap().unwrap();
    assert_eq!(batch.import.rows, bound(&rows(25)), "what bound them stays");
    assert!(batch.purged.is_some(), "beside the entry that purged them");
    drop(desk);
    let left = std::fs::read(&path).unwrap();
    let needle = b"\"action 7\"";
    assert!(!left.windows(needle.len()).any(|part| part == needle), "no byte of them lies there");
}

#[test]
fn a_batch_whose_entry_fails_leaves_no_row() {
    let mut desk = Desk::in_memory();
    let failed = desk.store.write(|writer| {
        writer.put_ai_actions((BATCH, Part::Taken), 1, 1, b"[2,\"x\"]\n")?;
        Err::<(), _>(StoreError::Inconsistent { what: "stopped".into() })
    });
    assert!(failed.is_err(), "what follows the rows fails");
    assert_eq!(read(&desk.store, Part::Taken, 1, 9), [], "nothing is there");
}

#[test]
fn rows_lie_on_the_disk_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let rows = rows(30_000);
    take_in(&mut desk, &rows, &[]);
    let bytes: usize = rows.iter().map(|row| row.len() + 1).sum();
    let ahead = std::fs::metadata(folder.path().join("acme.countersign-wal")).unwrap().len();
    assert_eq!(ahead, 0, "what was written ahead is folded into the file, and let go");
    let file = std::fs::metadata(&path).unwrap().len();
    assert!(file > bytes as u64, "{file} bytes hold {bytes} of rows");
}

#[test]
fn the_batches_around_a_time_are_found_without_reading_the_others() {
    let mut desk = Desk::in_memory();
    let at = |day: u32| format!("2026-11-{day:02}T09:00:00.000Z").parse().unwrap();
    for (number, days) in [(1, Some((2, 6))), (2, Some((9, 13))), (3, None), (4, Some((12, 20)))] {
        let span = days.map(|(first, last)| (at(first), at(last)));
        let (first, last) = (span.map(|span| span.0), span.map(|span| span.1));
        let completeness = Completeness { first, last, ..Completeness::default() };
        let batch = BatchRef::new(number);
        let event = BatchImported { batch, completeness, ..imported(&[], &[]) };
        desk.append(vec![event.into()]);
    }
    let meeting = |first, last| {
        let found = desk.store.now().batches_meeting(at(first), at(last)).unwrap();
        found.iter().map(|one| one.batch.number()).collect::<Vec<_>>()
    };
    assert_eq!(meeting(6, 9), [1, 2], "a moment shared is enough");
    assert_eq!(meeting(13, 30), [2, 4]);
    assert_eq!(meeting(7, 8), [0; 0], "and between them lies none");
}

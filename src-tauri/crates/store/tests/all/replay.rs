//! The tables are a pure function of the entries.

use proptest::prelude::*;
use store::replay::{compare, compare_as_of, into_memory};
use store::{AsOf, Slice, Store, StoreError};

use crate::history::{KINDS, lived, steps};
use crate::support::{Desk, founding, person};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn replaying_any_history_gives_the_same_tables(steps in steps(40)) {
        let desk = lived(&steps);
        let replayed = into_memory(&desk.store).unwrap();
        let differences = compare(&desk.store, &replayed).unwrap();
        prop_assert_eq!(differences, vec![], "live and replayed tables are cell by cell the same");
        prop_assert_eq!(desk.store.head().unwrap(), replayed.head().unwrap(), "and so is the head");
    }

    #[test]
    fn as_of_any_entry_is_what_replaying_up_to_it_gives(steps in steps(30), at in 0.0..1.0_f64) {
        let desk = lived(&steps);
        let size = desk.store.size().unwrap();
        let seq = 1 + (at * (size - 1) as f64) as u64;
        let then = first(&desk.store, seq);
        let differences = compare_as_of(&desk.store, seq, &then).unwrap();
        prop_assert_eq!(differences, vec![], "the rows as of {} are a replay's up to it", seq);
        let (past, replayed) = (desk.store.as_of(AsOf::Seq(seq)), then.now());
        prop_assert_eq!(past.people().unwrap(), replayed.people().unwrap());
        prop_assert_eq!(past.holdings().unwrap(), replayed.holdings().unwrap());
        prop_assert_eq!(past.keys_ever().unwrap(), replayed.keys_ever().unwrap());
        prop_assert_eq!(past.workflows().unwrap(), replayed.workflows().unwrap());
        prop_assert_eq!(past.reviews().unwrap(), replayed.reviews().unwrap());
        prop_assert_eq!(past.last_change().unwrap(), replayed.last_change().unwrap());
    }

    #[test]
    fn the_root_over_a_prefix_is_the_head_it_once_had(steps in steps(30)) {
        let mut desk = Desk::in_memory();
        let mut heads = Vec::new();
        for step in &steps {
            crate::history::live(&mut desk, std::slice::from_ref(step));
            heads.push(desk.store.head().unwrap());
        }
        for head in heads {
            let root = desk.store.root_at(head.size).unwrap();
            prop_assert_eq!(root, head.root, "entry {} cannot move", head.size);
            let signed = desk.store.signed_root(head.size).unwrap();
            prop_assert_eq!(signed, head.root, "and the entry after {} signs it", head.size);
        }
    }
}

/// A store in memory that holds the first `size` entries, and such texts as are still there.
fn first(store: &Store, size: u64) -> Store {
    let mut empty = Store::in_memory(store.ws()).unwrap();
    let mut rebuild = store::replay::Rebuild::begin(&mut empty).unwrap();
    store.entries(Slice::first(size), |e| rebuild.entry(&e.body, &e.signature)).unwrap();
    store.texts(Slice::first(size), |text| rebuild.text(&text)).unwrap();
    rebuild.finish().unwrap();
    empty
}

#[test]
fn a_replay_into_a_file_stands_on_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::in_memory();
    desk.append(vec![person(2, "Ada"), person(3, "Bo")]);
    let path = folder.path().join("then.countersign");
    let then = desk.store.replay_to(3, &path).unwrap();
    assert_eq!(then.now().people().unwrap().len(), 2, "entry 4 added the third person");
    assert_eq!(then.prove().unwrap(), [], "its tables are its entries' own");
    assert_eq!(then.head().unwrap().root, desk.store.root_at(3).unwrap(), "the same prefix");
    let refused = desk.store.replay_to(9, &folder.path().join("x")).unwrap_err();
    assert_eq!(refused.code(), "no-such-entry", "there are four entries");
}

#[test]
fn every_changed_cell_of_every_table_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let more = [
        (24, 7, 0),
        (KINDS - 1, 0, 0),
        (15, 0, 1),
        (14, 0, 2),
        (44, 0, 3),
        (44, 0, 0),
        (47, 1, 1),
        (49, 1, 1),
        (49, 24, 1),
        (51, 1, 4),
        (52, 1, 0),
        (54, 1, 0),
        (71, 4, 0),
    ];
    let all: Vec<_> = (0..KINDS).map(|kind| (kind, 0, 1)).chain(more).collect();
    crate::history::live(&mut desk, &all);
    drop(desk);
    let sound = Store::open(&path).unwrap();
    assert_eq!(sound.prove().unwrap(), [], "nothing was changed yet");
    drop(sound);
    let mut changed = 0;
    for (table, column) in cells(&path) {
        let copy = folder.path().join(format!("{table}-{column}.countersign"));
        std::fs::copy(&path, &copy).unwrap();
        crate::support::tool(&copy)
            .execute_batch(&format!(
                "UPDATE \"{table}\" SET \"{column}\" =
                    CASE WHEN typeof(\"{column}\") = 'integer' THEN \"{column}\" + 1000
                         ELSE coalesce(\"{column}\", '') || 'x' END"
            ))
            .or_else(|_| {
                // A column of integers that is null: any integer will do.
                crate::support::tool(&copy)
                    .execute_batch(&format!("UPDATE \"{table}\" SET \"{column}\" = 77"))
            })
            .unwrap();
        let found = Store::open(&copy).unwrap().prove().unwrap();
        assert!(
            found.iter().any(|difference| difference.table == table),
            "a change of {table}.{column} is found: {found:?}"
        );
        changed += 1;
    }
    assert!(changed > 60, "every column of every table was changed in turn, {changed} in all");
}

fn cells(path: &std::path::Path) -> Vec<(String, String)> {
    crate::support::tool(path)
        .prepare(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT IN ('entry', 'text', 'content', 'ai_action', 'edge')",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn a_row_that_is_added_or_gone_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    Desk::in_file(&path).append(vec![person(2, "Ada")]);
    let tool = crate::support::tool(&path);
    tool.execute_batch("DELETE FROM person WHERE person = 'PER-0002'").unwrap();
    tool.execute_batch(
        "INSERT INTO holding (person, role, first_day, from_seq)
        VALUES ('PER-0001', 'revops', '2026-01-01', 1)",
    )
    .unwrap();
    let found = Store::open(&path).unwrap().prove().unwrap();
    let named: Vec<_> = found.iter().map(|d| (d.table.as_str(), d.left.is_some())).collect();
    assert_eq!(named, [("person", false), ("holding", true)], "one is missing, one is too many");
}

#[test]
fn an_entry_of_an_unknown_kind_is_refused_not_skipped() {
    let mut empty = Store::in_memory(&crate::support::ws()).unwrap();
    let desk = Desk::in_memory();
    let mut rebuild = store::replay::Rebuild::begin(&mut empty).unwrap();
    let body = desk.store.entry(1).unwrap().body.replace("workspace.created", "workspace.moved");
    let error: StoreError = rebuild.entry(&body, &[0; 64]).unwrap_err();
    assert_eq!(error.code(), "entry-unreadable", "guessing would make tables nobody signed");
    assert_eq!(founding().len(), 2, "the founding has its two entries");
}

#[test]
fn what_is_looked_at_in_one_moment_fits_together_though_somebody_writes_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("live.countersign");
    let mut desk = Desk::in_file(&path);
    let beside = desk.store.beside().unwrap();
    let (before, during) = beside
        .at_one_moment(|| {
            let before = beside.size().unwrap();
            desk.append(vec![person(2, "Ada")]);
            assert_eq!(beside.prove().unwrap(), [], "tables and entries are of one moment");
            (before, beside.size().unwrap())
        })
        .unwrap();
    assert_eq!(before, during, "what is written meanwhile does not show");
    assert_eq!(beside.size().unwrap(), before + 1, "it shows afterwards");
}

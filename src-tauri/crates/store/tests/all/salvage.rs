//! A damaged file opens to read, with what can be recovered, and says what is lost.

use std::path::{Path, PathBuf};

use domain::workspace::TextErased;
use domain::{Event, Text};
use store::{Access, Salvage, Slice, Store, StoreError};

use crate::disk::Luck;
use crate::support::{Desk, person, thorough};

const PAGE: usize = 4096;

/// A workspace of some pages, closed; some texts are longer than a page.
fn written(folder: &Path) -> PathBuf {
    let path = folder.join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let name = |number: u32| "long words ".repeat(1 + number as usize % 7 * 150);
    desk.append((2..45).map(|number| person(number, &name(number))).collect());
    let (ground, path_of) = (Text::new("asked for"), "/event/name".to_owned());
    desk.append(vec![Event::from(TextErased { seq: 40, path: path_of, ground })]);
    desk.store.settle().unwrap();
    path
}

fn break_page(path: &Path, page: usize) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[page * PAGE..(page + 1) * PAGE].fill(0xA5);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_sound_file_is_salvaged_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let (sound, salvage) = (Store::open(&path).unwrap(), Salvage::open(&path).unwrap());
    assert_eq!(salvage.store.head().unwrap(), sound.head().unwrap(), "every entry");
    assert_eq!((salvage.lost.entries, salvage.lost.texts), (vec![], vec![]), "nothing is lost");
    let texts = |store: &Store| {
        let mut all = Vec::new();
        let take = |text| {
            all.push(text);
            Ok::<_, StoreError>(())
        };
        store.texts(Slice::ALL, take).unwrap();
        all
    };
    assert_eq!(texts(&salvage.store), texts(&sound), "every text, and not the erased one");
    let differences = store::replay::compare(&salvage.store, &sound).unwrap();
    assert_eq!(differences, [], "and the same tables");
}

#[test]
fn what_is_still_in_the_log_is_salvaged_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.countersign");
    let mut desk = Desk::in_file(&path);
    let head = desk.append(vec![person(2, "Ada"), person(3, "Bo")])[1].head;
    let salvage = Salvage::open(&path).unwrap();
    assert_eq!(salvage.store.head().unwrap(), head, "the log holds the last two");
}

#[test]
fn a_salvaged_store_is_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let salvage = Salvage::open(&written(folder.path())).unwrap();
    assert_eq!(salvage.store.access(), Access::Read, "it says so");
    let mut desk = Desk::over(salvage.store);
    let refused = desk.try_append(vec![person(900, "Late")]).unwrap_err();
    assert_eq!(refused.code(), "file-read-only", "and holds to it: {refused}");
}

#[test]
fn a_broken_schema_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let head = Store::open(&path).unwrap().head().unwrap();
    break_page(&path, 0);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[..100].copy_from_slice(&[0; 100]);
    std::fs::write(&path, bytes).unwrap();
    assert!(Store::open(&path).is_err(), "SQLite can make nothing of it");
    let salvage = Salvage::open(&path).unwrap();
    assert_eq!(salvage.store.head().unwrap(), head, "the entries lie on other pages");
}

#[test]
fn whichever_page_breaks_what_is_lost_is_said_and_nothing_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let sound = Store::open(&path).unwrap();
    let (size, bodies) = (sound.size().unwrap(), bodies(&sound));
    drop(sound);
    let (mut lost_entries, mut lost_texts) = (0, 0);
    for page in 0..whole.len() / PAGE {
        std::fs::write(&path, &whole).unwrap();
        break_page(&path, page);
        let salvage = match Salvage::open(&path) {
            Ok(salvage) => salvage,
            Err(error) => {
                assert!(error.to_string().contains("first entry"), "page {page}: {error}");
                continue;
            }
        };
        let kept = salvage.store.size().unwrap();
        let gone: u64 = salvage.lost.entries.iter().map(|(from, to)| to - from + 1).sum();
        let found = kept + gone + salvage.beyond.len() as u64;
        let last = salvage.beyond.last().map_or(kept, |stray| stray.seq);
        assert_eq!(found, last, "page {page}: each entry up to the last found is accounted for");
        assert!(last <= size, "page {page}: and none is made up");
        for (seq, body) in (1..).zip(bodies_of(&salvage)) {
            assert_eq!(body, bodies[seq - 1], "page {page}: entry {seq} is as it was signed");
        }
        assert_eq!(salvage.store.prove().unwrap(), [], "page {page}: its tables are its own");
        lost_entries += usize::from(kept < size);
        lost_texts += usize::from(!salvage.lost.texts.is_empty());
    }
    assert!(lost_entries > 2, "some pages held entries: {lost_entries}");
    assert!(lost_texts > 5, "some pages held texts: {lost_texts}");
}

fn bodies(store: &Store) -> Vec<String> {
    let mut bodies = Vec::new();
    let take = |entry: store::Entry| {
        bodies.push(entry.body);
        Ok::<_, StoreError>(())
    };
    store.entries(Slice::ALL, take).unwrap();
    bodies
}

fn bodies_of(salvage: &Salvage) -> Vec<String> {
    bodies(&salvage.store)
}

#[test]
fn whatever_the_damage_nothing_panics_and_nothing_is_made_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let bodies = bodies(&Store::open(&path).unwrap());
    let mut luck = Luck(5);
    for round in 0..if thorough() { 60 } else { 10 } {
        let mut bytes = whole.clone();
        for _ in 0..1 + luck.next() % 400 {
            let at = luck.next() as usize % bytes.len();
            bytes[at] = luck.next() as u8;
        }
        bytes.truncate(bytes.len() - luck.next() as usize % 9000);
        std::fs::write(&path, &bytes).unwrap();
        let Ok(salvage) = Salvage::open(&path) else { continue };
        // The last one's signature is no business of the store's; all before it are in its root.
        let kept = bodies_of(&salvage);
        for (body, original) in kept.iter().zip(&bodies).take(kept.len().saturating_sub(1)) {
            assert_eq!(body, original, "round {round}: only what was signed");
        }
    }
}

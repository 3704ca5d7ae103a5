//! Long work is told of, and stopped it leaves everything as it was.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use desk::demo::Making;
use desk::operations::{
    BackUp, ExportPack, ImportWorkflows, Nothing, Paper, PreviewReport, Verify,
};
use desk::{Beside, Desk, Problem, Progress};

use crate::support::*;

/// Somebody who watches one operation and, when told to, stops it once a part of it is done.
#[derive(Clone, Default)]
struct Watcher {
    beside: Arc<OnceLock<Beside>>,
    heard: Arc<Mutex<Vec<(String, u64, u64)>>>,
    stops: Arc<Mutex<bool>>,
}

impl Progress for Watcher {
    fn report(&self, what: &str, done: u64, total: u64) {
        let mut heard = self.heard.lock().unwrap();
        heard.push((what.to_owned(), done, total));
        if *self.stops.lock().unwrap() && (heard.len() == 2 || done == total) {
            self.beside.get().unwrap().cancel(Nothing {}).unwrap();
        }
    }
}

impl Watcher {
    fn at(desk: Desk) -> (Self, Desk) {
        let watcher = Self::default();
        let desk = desk.with_progress(watcher.clone());
        assert!(watcher.beside.set(desk.beside()).is_ok(), "one desk");
        (watcher, desk)
    }

    fn stopping(&self, stops: bool) {
        *self.stops.lock().unwrap() = stops;
        self.heard.lock().unwrap().clear();
    }
}

/// The names in a folder, but for what SQLite and the profile keep there anyway.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    names.sort();
    names
}

type Long = fn(&Room, &mut Desk) -> Result<(), Problem>;

const LONG: &[(&str, Long)] = &[
    ("verify", |_, desk| desk.verify(Verify::default()).map(drop)),
    ("import_workflows", |room, desk| {
        let grant = room.grant("inventory.csv");
        desk.import_workflows(ImportWorkflows::of(grant)).map(drop)
    }),
    ("export_pack", |room, desk| {
        let grant = room.grant("pack.zip");
        desk.export_pack(ExportPack { grant, ..ExportPack::default() }).map(drop)
    }),
    ("preview_report", |_, desk| {
        desk.preview_report(PreviewReport { paper: Paper::Audit, of: None }).map(drop)
    }),
    ("back_up", |room, desk| {
        desk.back_up(BackUp { grant: room.grant("copy.countersign") }).map(drop)
    }),
    ("replay", |room, desk| desk.replay_file(&room.workspace(), 3, &room.path("then.countersign"))),
    ("open_demo", |room, desk| {
        let path = room.path("demo.countersign");
        desk.make_demo(&Making { path: &path, until: at("2026-11-18T12:00:00Z"), seed: 1 })
    }),
];

fn inventory() -> String {
    let rows = (1..=200).map(|number| format!("Workflow {number}\n"));
    std::iter::once("Name\n".to_owned()).chain(rows).collect()
}

#[test]
fn what_is_stopped_leaves_no_entry_and_no_file_and_works_the_next_time() {
    for (what, long) in LONG {
        let room = Room::new();
        room.write("inventory.csv", inventory());
        let (watcher, mut desk) = Watcher::at(room.founded());
        let (entries, files) = (size(&mut desk), names(room.folder.path()));

        watcher.stopping(true);
        assert_eq!(code(long(&room, &mut desk)), "cancelled", "{what} was asked to stop");
        assert_eq!(size(&mut desk), entries, "{what}: no entry");
        assert_eq!(names(room.folder.path()), files, "{what}: no file, and no draft of one");

        // Making a whole demo takes long, and its own test does.
        if *what != "open_demo" {
            watcher.stopping(false);
            assert_eq!(code(long(&room, &mut desk)), "done", "{what}: the next is not stopped");
            let heard = watcher.heard.lock().unwrap();
            assert!(!heard.is_empty(), "{what} draws a bar");
            assert!(
                heard.iter().all(|(name, done, total)| name == what && done <= total),
                "{what} is named, and never more than done: {heard:?}"
            );
        }
    }
}

#[test]
fn stopping_where_nothing_long_goes_on_changes_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    desk.beside().cancel(Nothing {}).unwrap();
    assert_eq!(code(add(&mut desk, "Nour", &[])), "done", "a short act");
    assert_eq!(code(desk.verify(Verify::default())), "done", "nor what begins later");
}

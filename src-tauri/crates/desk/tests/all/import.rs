//! Taking inventories in.

use desk::operations::{ImportWorkflows, PreviewImport, RegisterQuery};

use crate::support::*;

#[test]
fn a_preview_writes_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = (size(&mut desk), std::fs::read(room.workspace()).unwrap());
    let grant = room.write("inventory.csv", "Name,Status\nLead scoring,live\nRouting,asleep\n");
    let preview = desk.preview_import(PreviewImport { grant }).unwrap();
    assert_eq!((preview.accepted.len(), preview.rejected.len()), (1, 1), "one good, one bad");
    assert_eq!(preview.rejected[0].line, 3, "the bad one by its line");
    assert_eq!(
        (size(&mut desk), std::fs::read(room.workspace()).unwrap()),
        before,
        "byte for byte"
    );
    assert!(desk.register(RegisterQuery::default()).unwrap().workflows.is_empty(), "no workflow");
}

#[test]
fn what_is_on_the_register_is_skipped_by_name() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\nRouting\n");
    let take = |desk: &mut desk::Desk| {
        let done = desk.import_workflows(ImportWorkflows { grant: grant.clone(), sha256: None });
        done.map(|done| (done.registered, done.skipped)).unwrap()
    };
    assert_eq!(take(&mut desk), (2, 0), "both are new");
    assert_eq!(take(&mut desk), (0, 2), "both are known");
    room.write("inventory.csv", "Name\n LEAD  scoring \nForecast\n");
    assert_eq!(take(&mut desk), (1, 1), "however the name is spelled");
    assert_eq!(desk.register(RegisterQuery::default()).unwrap().workflows.len(), 3, "three in all");
    holds(&mut desk, "three imports are on the record");
}

#[test]
fn the_same_file_is_recognised() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\n");
    let before = |desk: &mut desk::Desk| {
        desk.preview_import(PreviewImport { grant: grant.clone() }).unwrap().taken_in_before
    };
    assert_eq!(before(&mut desk), None, "it is new");
    let entry = size(&mut desk) + 1;
    desk.import_workflows(ImportWorkflows { grant: grant.clone(), sha256: None }).unwrap();
    assert_eq!(before(&mut desk), Some(entry), "by the entry that took it in");
}

#[test]
fn a_file_that_changed_after_the_preview_is_not_taken_in() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("inventory.csv", "Name\nLead scoring\n");
    let sha256 = Some(desk.preview_import(PreviewImport { grant: grant.clone() }).unwrap().sha256);
    room.write("inventory.csv", "Name\nLead scoring\nSomething slipped in\n");
    let before = size(&mut desk);
    let taken = desk.import_workflows(ImportWorkflows { grant, sha256 });
    assert_eq!(code(taken), "import-changed", "what was looked at is what is taken in");
    assert_eq!(size(&mut desk), before, "nothing was written");
}

#[test]
fn what_is_no_inventory_is_refused_whole() {
    let room = Room::new();
    let mut desk = room.founded();
    let before = size(&mut desk);
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("no-name-column.csv", b"Colour,Size\nred,4\n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
    ] {
        let grant = room.write(name, bytes);
        let taken = desk.import_workflows(ImportWorkflows { grant, sha256: None });
        assert_eq!(code(taken), "import-unreadable", "{name}");
        assert_eq!(size(&mut desk), before, "{name}: nothing was written");
    }
    let missing = ImportWorkflows { grant: room.grant("missing.csv"), sha256: None };
    assert_eq!(code(desk.import_workflows(missing)), "import-unreadable", "no file at all");
}

//! Files that leave: recorded before they appear, and nothing half-written.

use std::path::{Path, PathBuf};

use desk::operations::{ExportPack, ExportRegister, LogQuery, PaperForm, Written};
use desk::{Clock, Desk, Problem, SetClock};
use domain::Moment;

use crate::support::*;

fn register(room: &Room, desk: &mut Desk, name: &str) -> Result<Written, Problem> {
    let grant = room.grant(name);
    desk.export_register(ExportRegister { form: PaperForm::Pdf, grant, as_of: None, seen: None })
}

fn pack(room: &Room, desk: &mut Desk, name: &str) -> Result<Written, Problem> {
    desk.export_pack(ExportPack { grant: room.grant(name), ..ExportPack::default() })
}

type Export = fn(&Room, &mut Desk, &str) -> Result<Written, Problem>;

const EXPORTS: &[(&str, Export)] = &[("register", register), ("pack", pack)];

/// What lies in the folder `out`.
fn lying(room: &Room) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(room.path("out")).unwrap();
    entries.flatten().map(|entry| entry.path()).collect()
}

#[test]
fn an_export_that_cannot_be_recorded_does_not_appear() {
    for (what, export) in EXPORTS {
        let room = Room::new();
        std::fs::create_dir(room.path("out")).unwrap();
        let mut desk = room.founded();
        let mut other = store::Store::open(&room.workspace()).unwrap();
        let refused = other
            .write(|_| Ok::<_, store::StoreError>(code(export(&room, &mut desk, "out/file"))))
            .unwrap();
        assert_eq!(refused, "file-locked", "{what}: somebody else is writing");
        assert!(lying(&room).is_empty(), "{what}: neither the file nor its draft");
    }
}

#[test]
fn an_export_that_cannot_be_written_is_not_recorded() {
    for (what, export) in EXPORTS {
        let room = Room::new();
        let mut desk = room.founded();
        let before = size(&mut desk);
        let refused = export(&room, &mut desk, "no-such-folder/file").unwrap_err();
        assert_eq!(refused.code, "export-failed", "{what}: there is no such folder");
        assert!(refused.says.contains("no-such-folder"), "{what}: it is named: {}", refused.says);
        assert_eq!(size(&mut desk), before, "{what}: nothing left, so nothing is recorded");
    }
}

/// A clock beside which somebody makes a folder at the file's place, once the file is staged: the
/// second time it is read, which is when the entry is made.
struct Meanwhile {
    clock: SetClock,
    place: PathBuf,
    draft_in: PathBuf,
}

impl Clock for Meanwhile {
    fn now(&self) -> Moment {
        let staged = |folder: &Path| {
            std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
        };
        if staged(&self.draft_in) && !self.place.exists() {
            std::fs::create_dir_all(self.place.join("something")).unwrap();
        }
        self.clock.now()
    }
}

#[test]
fn an_export_that_loses_its_place_is_told_with_the_entry_that_records_it() {
    for (what, export) in EXPORTS {
        let room = Room::new();
        std::fs::create_dir(room.path("out")).unwrap();
        let mut desk = room.founded().with_clock(Meanwhile {
            clock: room.clock.clone(),
            place: room.path("out/file"),
            draft_in: room.path("out"),
        });
        let refused = export(&room, &mut desk, "out/file").unwrap_err();
        assert_eq!(refused.code, "export-unpublished", "{what}: {}", refused.says);
        let entry = size(&mut desk);
        let said = refused.says.contains(&format!("Entry {entry} records this export"));
        assert!(said, "{what}: what is on the record is said: {}", refused.says);
        let log = desk.log(LogQuery { limit: Some(1), ..LogQuery::default() }).unwrap();
        assert_eq!(log.rows[0].event, "export.made", "{what}: and it is there");
        assert_eq!(lying(&room), [room.path("out/file")], "{what}: the folder alone, no draft");
        holds(&mut desk, "the record is whole");
    }
}

#[cfg(unix)]
#[test]
fn an_export_replaces_a_link_and_never_what_it_leads_to() {
    for (what, export) in EXPORTS {
        let room = Room::new();
        let mut desk = room.founded();
        room.write("somebody-elses", "keep me");
        std::os::unix::fs::symlink(room.path("somebody-elses"), room.path("file")).unwrap();
        export(&room, &mut desk, "file").unwrap();
        assert_eq!(std::fs::read(room.path("somebody-elses")).unwrap(), b"keep me", "{what}");
        let link = room.path("file").symlink_metadata().unwrap().is_symlink();
        assert!(!link, "{what}: the file stands in the link's place");
    }
}

#[cfg(unix)]
#[test]
fn a_pack_is_for_its_owner_until_it_is_handed_on() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let mut desk = room.founded();
    pack(&room, &mut desk, "pack.zip").unwrap();
    let mode = std::fs::metadata(room.path("pack.zip")).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "it holds the whole record");
}

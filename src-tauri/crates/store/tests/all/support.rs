//! A small workspace to test with.

use std::path::Path;

use chrono::Duration;
use domain::people::{RoleDefinition, RolesDefined};
use domain::workspace::{Founder, MachineKey, WorkspaceCreated};
use domain::{Event, Moment, PersonRef, RoleId, Text};
use ledger::key::SecretKey;
use ledger::text::SeededSalts;
use store::{Actor, Appended, NewEntry, Store, StoreError};

pub const FOUNDER: PersonRef = PersonRef::new(1);

/// The founder at a desk: a store, a key and a clock.
pub struct Desk {
    pub store: Store,
    pub signer: SecretKey,
    pub salts: SeededSalts,
    pub now: Moment,
}

pub fn ws() -> String {
    ledger::workspace::id([7; 16])
}

pub fn signer() -> SecretKey {
    SecretKey::from_seed([1; 32])
}

pub fn start() -> Moment {
    "2026-01-05T09:00:00.000Z".parse().unwrap()
}

/// The first events of every test workspace.
pub fn founding() -> Vec<Event> {
    let id = |key: &SecretKey, by: &str| key.public().id(&ws(), by).to_string();
    let machine = SecretKey::from_seed([2; 32]);
    let created = WorkspaceCreated {
        name: Text::new("Acme"),
        zone: "Europe/Berlin".into(),
        fiscal_start: 1,
        demo: false,
        machine: MachineKey { key: id(&machine, "machine"), public: machine.public().to_base64() },
        founder: Founder {
            person: FOUNDER,
            name: Text::new("Zoë Founder"),
            key: id(&signer(), "PER-0001"),
            public: signer().public().to_base64(),
        },
    };
    let role = |id: &str| RoleDefinition { role: RoleId::new(id), name: Text::new(id) };
    let roles = RolesDefined { roles: vec![role("revops"), role("executive-sponsor")] };
    vec![created.into(), roles.into()]
}

impl Desk {
    /// A founded workspace in memory.
    pub fn in_memory() -> Self {
        let mut desk = Self::over(Store::in_memory(&ws()).unwrap());
        desk.append(founding());
        desk
    }

    /// A founded workspace in a file.
    pub fn in_file(path: &Path) -> Self {
        let (store, _) = Store::create(path, &ws(), |store| {
            store.append(&entries(founding(), start()), &signer(), &mut SeededSalts::new([3; 32]))
        })
        .expect("a new file in a fresh folder");
        Self::over(store)
    }

    pub fn over(store: Store) -> Self {
        // Salts must differ from those of the founding, as a real desk's do.
        let salts = SeededSalts::new([4; 32]);
        Self { store, signer: signer(), salts, now: start() }
    }

    pub fn append(&mut self, events: Vec<Event>) -> Vec<Appended> {
        self.try_append(events).expect("these events can be appended")
    }

    pub fn try_append(&mut self, events: Vec<Event>) -> Result<Vec<Appended>, StoreError> {
        self.now = self.now.plus(Duration::minutes(1));
        self.store.append(&entries(events, self.now), &self.signer, &mut self.salts)
    }
}

pub fn entries(events: Vec<Event>, at: Moment) -> Vec<NewEntry> {
    let by = Actor::Person(FOUNDER);
    events
        .into_iter()
        .map(|event| NewEntry { at, by, event, why: None, carried: Vec::new() })
        .collect()
}

/// A person with this number and name.
pub fn person(number: u32, name: &str) -> Event {
    domain::people::PersonAdded {
        person: PersonRef::new(number),
        name: Text::new(name),
        contact: Some(Text::new(format!("{number}@example.org"))),
    }
    .into()
}

/// An SQL connection that bypasses the store, as a stranger's tool would.
pub fn tool(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).unwrap()
}

/// Whether to try everything, or (`COUNTERSIGN_FAST` is set) only some of it.
pub fn thorough() -> bool {
    std::env::var_os("COUNTERSIGN_FAST").is_none()
}

/// An example program of this crate, which cargo builds together with the tests.
pub fn example(name: &str) -> std::path::PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let built = test.parent().and_then(|deps| deps.parent()).unwrap().join("examples").join(name);
    assert!(built.exists(), "cargo builds {} together with the tests", built.display());
    built
}

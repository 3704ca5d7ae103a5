//! Appends entries to a workspace until it is killed, and says which were confirmed.
//!
//! `append_forever FILE`: makes the workspace when there is none, then appends one entry after
//! another, each in a transaction of its own, and prints each number once it is on the disk. The
//! crash test kills it at random moments and holds the file to what was printed.

use std::io::Write as _;
use std::path::Path;

use domain::people::PersonAdded;
use domain::workspace::{Founder, MachineKey, WorkspaceCreated};
use domain::{Event, Moment, PersonRef, Text};
use ledger::key::SecretKey;
use ledger::text::OsSalts;
use store::{Actor, NewEntry, Store};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("say which file")?;
    let path = Path::new(&path);
    let signer = SecretKey::from_seed([1; 32]);
    let mut salts = OsSalts::new()?;
    if !path.exists() {
        let ws = ledger::workspace::id([7; 16]);
        let first = entry(created(&ws, &signer))?;
        Store::create(path, &ws, |store| store.append(&[first], &signer, &mut salts))?;
    }
    let mut store = Store::open(path)?;
    let mut out = std::io::stdout().lock();
    let mut number = 1;
    loop {
        number += 1;
        let added = PersonAdded {
            person: PersonRef::new(number),
            name: Text::new(format!("Person {number}")),
            contact: None,
        };
        let appended = store.append(&[entry(added.into())?], &signer, &mut salts)?;
        for one in appended {
            writeln!(out, "{}", one.seq)?;
        }
        out.flush()?;
    }
}

fn entry(event: Event) -> Result<NewEntry, Box<dyn std::error::Error>> {
    let at: Moment = "2026-01-05T09:00:00.000Z".parse()?;
    Ok(NewEntry { at, by: Actor::Person(PersonRef::new(1)), event, why: None, carried: Vec::new() })
}

fn created(ws: &str, signer: &SecretKey) -> Event {
    let machine = SecretKey::from_seed([2; 32]).public();
    let key = signer.public();
    WorkspaceCreated {
        name: Text::new("Acme"),
        zone: "Europe/Berlin".into(),
        fiscal_start: 1,
        demo: false,
        machine: MachineKey {
            key: machine.id(ws, "machine").to_string(),
            public: machine.to_base64(),
        },
        founder: Founder {
            person: PersonRef::new(1),
            name: Text::new("Founder"),
            key: key.id(ws, "PER-0001").to_string(),
            public: key.to_base64(),
        },
    }
    .into()
}

//! Northwind Telemetry: its people and its inventory of AI workflows.

use domain::workspace::StartUpSet;
use std::path::Path;

use chrono::Duration;
use chrono_tz::Tz;

use super::PASSPHRASE;
use crate::clock::{Clock, SetClock};
use crate::files::Grant;
use crate::operations::{AddPerson, CreateWorkspace, EnrolKey, ImportWorkflows, Sponsor};
use crate::{Desk, Problem};

/// The zone its days are counted in.
pub const ZONE: Tz = Tz::Europe__Berlin;

/// What the inventory's file is called.
pub const INVENTORY_NAME: &str = "northwind-inventory.csv";
const INVENTORY: &[u8] = include_bytes!("inventory.csv");

/// Name and roles of everybody but the founder and the sponsor.
const PEOPLE: &[(&str, &[&str])] = &[
    ("Jonas Weidmann", &["sales-leader"]),
    ("Amara Nwosu", &["marketing-ops"]),
    ("Rafael Castellanos", &["security", "compliance"]),
    ("Ilse Verbeek", &["enablement-lead"]),
    ("Dana Petrescu", &["data-engineering"]),
    ("Salome Duarte", &["legal"]),
    ("Felix Adeyemi", &["revenue-ai-owner"]),
    ("Luc Fontaine", &["deal-desk"]),
    ("Nour Haddad", &["frontline-manager"]),
    ("Kenji Morita", &["gtm-engineer"]),
];

/// People of [`PEOPLE`] who have a key.
const WITH_KEYS: usize = 3;

/// Starts the workspace, adds its people and takes the inventory in.
pub fn found(desk: &mut Desk, clock: &SetClock, path: &Path) -> Result<(), Problem> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "Northwind Telemetry".to_owned(),
        zone: ZONE.name().to_owned(),
        fiscal_start: 1,
        founder: "Maren Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: Some(Sponsor {
            name: "Tobias Lindqvist".to_owned(),
            passphrase: Some(PASSPHRASE.into()),
        }),
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(path, request, true)?;
    for (place, (name, roles)) in PEOPLE.iter().enumerate() {
        clock.set(clock.now().plus(Duration::minutes(2)));
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        let people =
            desk.add_person(AddPerson { name: (*name).to_owned(), contact: String::new(), roles })?;
        if let Some(added) = people.people.last().filter(|_| place < WITH_KEYS) {
            desk.enrol_key(EnrolKey {
                person: added.person.clone(),
                new_passphrase: PASSPHRASE.into(),
                passphrase: PASSPHRASE.into(),
            })?;
        }
    }
    clock.set(clock.now().plus(Duration::minutes(9)));
    let done = desk.import_workflows(ImportWorkflows::of(Grant::default()))?;
    match done.rejected.first() {
        Some(row) => {
            Err(Problem::internal(format!("its own inventory, line {}: {}", row.line, row.says)))
        }
        None => Ok(()),
    }
}

/// A folder with the inventory in it, under the name an import records: the same each time, or
/// the same seed would not make the same entries.
pub fn inventory_folder() -> Result<tempfile::TempDir, Problem> {
    let failed = |source: std::io::Error| {
        Problem::new("disk-failed", format!("The demo's inventory cannot be written: {source}."))
    };
    let folder = tempfile::tempdir().map_err(failed)?;
    std::fs::write(folder.path().join(INVENTORY_NAME), INVENTORY).map_err(failed)?;
    Ok(folder)
}

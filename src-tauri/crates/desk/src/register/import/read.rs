//! The file, and how it is read.

use std::collections::BTreeMap;

use domain::PersonRef;
use domain::people::keepers;
use intake::inventory::{self, Inventory, WorkflowField};
use intake::map::{ColumnMap, Mapping};
use intake::read::ReadOptions;

use super::ImportReading;
use crate::files::{Grant, Purpose, file_name};
use crate::imports::{ColumnUse, columns as columns_used, unreadable};
use crate::people::standing;
use crate::{Desk, Problem, imports};

/// An inventory that was read, and the file it came from.
pub(super) struct Read {
    pub(super) name: String,
    pub(super) inventory: Inventory,
    /// Whether its columns are those chosen before.
    pub(super) remembered: bool,
}

impl Read {
    /// Why the workflows stand as they do afterwards.
    pub(super) fn reason(&self) -> String {
        format!("Inventory {}", self.name)
    }
}

/// What a file turned out to hold.
pub(super) enum Found {
    /// Several sheets, of which one has to be chosen.
    Sheets { file: String, sheets: Vec<String> },
    /// A table of which nobody has said which column is the name.
    Nameless { file: String, columns: Vec<ColumnUse>, error: intake::Error },
    /// An inventory.
    Inventory(Read),
}

impl Found {
    /// The inventory.
    ///
    /// # Errors
    /// `import-unreadable` where a sheet or a column has to be chosen first.
    pub(super) fn inventory(self) -> Result<Read, Problem> {
        match self {
            Self::Inventory(read) => Ok(read),
            Self::Sheets { sheets, .. } => Err(unreadable(intake::Error::WhichSheet { sheets })),
            Self::Nameless { error, .. } => Err(unreadable(error)),
        }
    }
}

impl Desk {
    pub(super) fn read_inventory(
        &self,
        grant: &Grant,
        reading: &ImportReading,
    ) -> Result<Found, Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let name = file_name(&path);
        let bytes = imports::bytes(&path)?;
        let mut options = inventory::Options {
            reading: ReadOptions { sheet: reading.sheet.clone(), ..ReadOptions::default() },
            columns: map(&reading.columns),
        };
        let mut read = inventory::read(&bytes, &options);
        let mut remembered = false;
        if reading.columns.is_empty() {
            let heads = match &read {
                Ok(inventory) => heads(inventory),
                // The guess may miss the one column without which nothing can be read.
                Err(intake::Error::ColumnMissing { columns, .. }) => columns.clone(),
                Err(_) => Vec::new(),
            };
            if let Some(columns) = self.profile.columns_of(&heads) {
                options.columns = map(&columns);
                read = inventory::read(&bytes, &options);
                remembered = true;
            }
        }
        match read {
            Ok(inventory) => Ok(Found::Inventory(Read { name, inventory, remembered })),
            Err(intake::Error::WhichSheet { sheets }) => Ok(Found::Sheets { file: name, sheets }),
            Err(error @ intake::Error::ColumnMissing { .. }) => {
                let columns = nameless(&error, &options.columns)?;
                Ok(Found::Nameless { file: name, columns, error })
            }
            Err(error) => Err(unreadable(error)),
        }
    }

    /// Keeps which columns a person chose, for the next file of the same heads. It lies in the
    /// profile: how somebody reads a file is a habit and no fact of the workspace. A profile that
    /// cannot be written forgets it.
    pub(super) fn remember_columns(&self, reading: &ImportReading, read: &Read) {
        if reading.columns.is_empty() {
            return;
        }
        let chosen = columns_used(&read.inventory.report.mapping)
            .into_iter()
            .map(|column| (format!("#{}", column.place), column.field))
            .collect();
        self.profile.keep_columns(&heads(&read.inventory), chosen).ok();
    }

    /// Who the rules are asked about: whoever is signed in, else a keeper, so that a preview needs
    /// nobody's key.
    pub(super) fn someone(&mut self) -> Result<PersonRef, Problem> {
        let now = self.moment();
        let open = self.open_mut()?;
        if let Ok(session) = open.at_desk.here(now) {
            return Ok(session.file.person);
        }
        let standing = standing(&open.view(), now)?;
        let keeps =
            |person: &&PersonRef| keepers().iter().any(|role| standing.holds(**person, role));
        Ok(standing.people.iter().find(keeps).copied().unwrap_or(PersonRef::new(1)))
    }
}

fn map(columns: &BTreeMap<String, Option<String>>) -> ColumnMap {
    columns
        .iter()
        .fold(ColumnMap::default(), |map, (column, field)| map.with(column, field.as_deref()))
}

fn heads(inventory: &Inventory) -> Vec<String> {
    inventory.report.mapping.columns.iter().map(|column| column.header.clone()).collect()
}

/// What is known of the columns of a table without a name.
fn nameless(error: &intake::Error, told: &ColumnMap) -> Result<Vec<ColumnUse>, Problem> {
    let intake::Error::ColumnMissing { columns, .. } = error else { return Ok(Vec::new()) };
    let mapping: Mapping<WorkflowField> =
        intake::map::match_columns(columns, told).map_err(unreadable)?;
    Ok(columns_used(&mapping))
}

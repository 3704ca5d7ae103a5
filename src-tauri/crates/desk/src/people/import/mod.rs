//! Taking a list of people in: the same plan for the preview and for the deed.

mod plan;

use domain::Text;
use domain::workspace::{self, ImportRecorded};
use intake::people::Roster;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use plan::Plan;

use super::{PeopleView, standing};
use crate::files::{Grant, Purpose, Written, file_name};
use crate::imports::{
    self, ColumnUse, RejectedRow, columns, must_be_as_seen, save_rejected_rows, unreadable,
};
use crate::operations::Nothing;
use crate::{Desk, Problem};

/// Reads a list of people and writes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewPeople {
    /// The file.
    pub grant: Grant,
}

/// Takes a list of people in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportPeople {
    /// The file.
    pub grant: Grant,
    /// SHA-256 of the file that was looked at; another one is refused.
    pub sha256: Option<String>,
}

/// Saves the rows of a list of people that cannot be taken in, as CSV.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveRejectedPeople {
    /// The list.
    pub source: Grant,
    /// Where the rows go.
    pub grant: Grant,
}

/// What taking a row in does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// A person is added.
    Added,
    /// What is known of a person changes.
    Changed,
    /// All of it is known already.
    Skipped,
}

/// A row of the list and what taking it in does.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PersonTaken {
    /// The line it starts on, from 1.
    pub line: u64,
    /// The person's name.
    pub name: String,
    /// What it does.
    pub fate: Fate,
    /// What is added or changed, in words.
    pub says: String,
}

/// What a list of people holds, and what taking it in would do.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeoplePreview {
    /// The file's name.
    pub file: String,
    /// SHA-256 of it, in hex.
    pub sha256: String,
    /// Rows seen.
    pub rows: u64,
    /// What became of every column.
    pub columns: Vec<ColumnUse>,
    /// The entry that took in the same file before.
    pub taken_in_before: Option<u64>,
    /// The rows that are taken in or skipped.
    pub people: Vec<PersonTaken>,
    /// The rows that are not.
    pub rejected: Vec<RejectedRow>,
}

/// A list of people was taken in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleImported {
    /// What became of the rows.
    pub people: Vec<PersonTaken>,
    /// The rows that were not taken in.
    pub rejected: Vec<RejectedRow>,
    /// Everybody, as they stand now.
    pub view: PeopleView,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_people(&mut self, request: PreviewPeople) -> Result<PeoplePreview, Problem> {
        let (file, roster) = self.read_people(&request.grant)?;
        let now = self.moment();
        let view = self.open()?.view();
        let plan = Plan::looked_at(&view, now, &roster)?;
        let sha256 = roster.file.sha256.clone();
        Ok(PeoplePreview {
            file,
            rows: roster.rows,
            columns: columns(&roster.mapping),
            taken_in_before: view.import_of(&sha256)?,
            sha256,
            people: plan.taken,
            rejected: plan.rejected,
        })
    }

    /// See the list of operations.
    pub fn import_people(&mut self, request: ImportPeople) -> Result<PeopleImported, Problem> {
        let (file, roster) = self.read_people(&request.grant)?;
        must_be_as_seen(request.sha256.as_ref(), &roster.file.sha256)?;
        let (mut taken, mut rejected) = (Vec::new(), Vec::new());
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let plan = Plan::of(act.view, standing.clone(), act.by, &roster)?;
            let import = recorded(&file, &roster, &plan);
            let mut events = vec![workspace::record_import(&standing, act.by, import)?];
            events.extend(plan.events);
            (taken, rejected) = (plan.taken, plan.rejected);
            Ok(events)
        })?;
        Ok(PeopleImported { people: taken, rejected, view: self.people(Nothing {})? })
    }

    /// See the list of operations.
    pub fn save_rejected_people(
        &mut self,
        request: SaveRejectedPeople,
    ) -> Result<Written, Problem> {
        let (_, roster) = self.read_people(&request.source)?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let now = self.moment();
        let plan = Plan::looked_at(&self.open()?.view(), now, &roster)?;
        save_rejected_rows(&path, plan.rejected)
    }

    fn read_people(&self, grant: &Grant) -> Result<(String, Roster), Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let options = intake::read::ReadOptions::default();
        let roster = intake::people::read(&imports::bytes(&path)?, &options).map_err(unreadable)?;
        Ok((file_name(&path), roster))
    }
}

fn recorded(file: &str, roster: &Roster, plan: &Plan) -> ImportRecorded {
    let count = |fate| plan.taken.iter().filter(|row| row.fate == fate).count() as u64;
    ImportRecorded {
        what: "people".to_owned(),
        file: Text::new(file),
        sha256: roster.file.sha256.clone(),
        encoding: roster.file.encoding.to_string(),
        rows: roster.rows,
        accepted: count(Fate::Added),
        updated: count(Fate::Changed),
        skipped: count(Fate::Skipped),
        rejected: plan.rejected.iter().map(RejectedRow::recorded).collect(),
    }
}

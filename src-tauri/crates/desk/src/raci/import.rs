//! Taking a matrix in from CSV or a spreadsheet, as a draft: the same reading for the preview and
//! for the deed.

use std::collections::BTreeMap;
use std::path::Path;

use domain::raci::{self, Held, Matrix};
use domain::text::fold;
use domain::workspace::{self, ImportRecorded};
use domain::{RaciId, Text};
use intake::raci::RaciFile;
use store::View;

use super::edit::{marks, stated, which};
use super::{
    ImportRaci, PreviewRaciImport, RaciDone, RaciImportPreview, RaciQuery, RaciRow, RaciTerms,
};
use crate::files::{Grant, Purpose, file_name};
use crate::imports::{self, RejectedRow, must_be_as_seen, unreadable};
use crate::people::{Names, standing};
use crate::{Desk, Problem};

/// A file that was read.
struct Read {
    file_name: String,
    name: String,
    file: RaciFile,
}

/// What a file comes to in a workspace.
struct Meant {
    matrix: Option<RaciId>,
    terms: RaciTerms,
    unknown_roles: Vec<String>,
    unknown_people: Vec<String>,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_raci_import(
        &mut self,
        request: PreviewRaciImport,
    ) -> Result<RaciImportPreview, Problem> {
        let read = self.read_raci(&request.grant, request.name.as_deref())?;
        let view = self.open()?.view();
        let names = Names::of(&view)?;
        let meant = meant(&view, &names, &read)?;
        let id = meant.matrix.clone().unwrap_or_else(|| RaciId::new(""));
        let matrix = stated(&meant.terms)?.unchecked(&id, &Held::default());
        let standing = standing(&view, self.moment())?;
        Ok(RaciImportPreview {
            file: read.file_name,
            sha256: read.file.file.sha256.clone(),
            matrix: meant.matrix.map(|matrix| matrix.to_string()),
            marks: marks(&view, &standing, &names, &matrix)?,
            terms: meant.terms,
            unknown_roles: meant.unknown_roles,
            unknown_people: meant.unknown_people,
            rejected: read.file.rejected.iter().map(rejected).collect(),
        })
    }

    /// See the list of operations.
    pub fn import_raci(&mut self, request: ImportRaci) -> Result<RaciDone, Problem> {
        let read = self.read_raci(&request.grant, request.name.as_deref())?;
        must_be_as_seen(request.sha256.as_ref(), &read.file.file.sha256)?;
        let mut kept = String::new();
        self.act(|act| {
            let standing = standing(act.view, act.now)?;
            let meant = meant(act.view, &Names::of(act.view)?, &read)?;
            let matrix = which(act.view, meant.matrix.as_ref().map(RaciId::as_str))?;
            kept = matrix.to_string();
            let held = act.view.raci_matrix(&matrix)?;
            let terms = stated(&meant.terms)?;
            let seen = held.last_entry();
            let import = workspace::record_import(&standing, act.by, recorded(&read))?;
            Ok(vec![import, raci::keep(&standing, act.by, &matrix, &held, seen, &terms)?])
        })?;
        Ok(RaciDone { matrix: kept, view: self.raci(RaciQuery::default())? })
    }

    fn read_raci(&self, grant: &Grant, name: Option<&str>) -> Result<Read, Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let stem = Path::new(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let options = intake::read::ReadOptions::default();
        Ok(Read {
            file: intake::raci::read(&imports::bytes(&path)?, &options).map_err(unreadable)?,
            file_name: file_name(&path),
            name: name.map(str::to_owned).or(stem).unwrap_or_default(),
        })
    }
}

/// Matches roles and people by name, and rows by activity to the matrix of the same name.
fn meant(view: &View<'_>, names: &Names, read: &Read) -> Result<Meant, Problem> {
    let called =
        |matrix: &Matrix| matrix.name.words().is_some_and(|words| fold(words) == fold(&read.name));
    let held = view.raci()?.into_iter().find(|(_, held)| {
        held.in_force.iter().chain(&held.draft).any(|version| called(&version.terms))
    });
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for version in held.iter().flat_map(|(_, held)| held.draft.iter().chain(&held.in_force)) {
        for row in &version.terms.rows {
            if let Some(words) = row.activity.words() {
                rows.entry(fold(words)).or_insert_with(|| row.row.to_string());
            }
        }
    }
    let roles: Vec<_> = read.file.roles.iter().map(|name| names.which_role(name)).collect();
    let mut across: Vec<String> = Vec::new();
    for role in roles.iter().flatten().map(ToString::to_string) {
        if !across.contains(&role) {
            across.push(role);
        }
    }
    let mut unknown_people = Vec::new();
    let rows = read.file.rows.iter().map(|row| {
        let person = row.accountable.as_deref().and_then(|name| names.who_is(name));
        if let Some(name) = row.accountable.as_ref().filter(|_| person.is_none())
            && !unknown_people.contains(name)
        {
            unknown_people.push(name.clone());
        }
        let cells = roles.iter().zip(&row.letters).filter(|(_, letters)| !letters.is_empty());
        RaciRow {
            // An identifier is one row's: the second of two same activities is a new one.
            row: rows.remove(&fold(&row.activity)),
            activity: row.activity.clone(),
            cells: cells
                .filter_map(|(role, letters)| {
                    Some((role.as_ref()?.to_string(), letters.to_string()))
                })
                .collect(),
            accountable: person.map(|person| person.to_string()),
        }
    });
    let rows: Vec<RaciRow> = rows.collect();
    let unknown = read.file.roles.iter().zip(&roles).filter(|(_, role)| role.is_none());
    Ok(Meant {
        terms: RaciTerms {
            name: read.name.clone(),
            roles: across,
            rows,
            accountable_at_most: held
                .as_ref()
                .and_then(|(_, held)| held.draft.as_ref().or(held.in_force.as_ref()))
                .and_then(|version| version.terms.accountable_at_most),
        },
        matrix: held.map(|(matrix, _)| matrix),
        unknown_roles: unknown.map(|(name, _)| name.clone()).collect(),
        unknown_people,
    })
}

fn recorded(read: &Read) -> ImportRecorded {
    ImportRecorded {
        what: "raci".to_owned(),
        file: Text::new(&read.file_name),
        sha256: read.file.file.sha256.clone(),
        encoding: read.file.file.encoding.to_string(),
        rows: read.file.seen,
        accepted: read.file.rows.len() as u64,
        skipped: 0,
        updated: 0,
        rejected: read
            .file
            .rejected
            .iter()
            .map(|row| workspace::RejectedRow {
                line: row.line,
                code: row.code.to_owned(),
                reason: Text::new(&row.reason),
            })
            .collect(),
    }
}

fn rejected(row: &intake::raci::RejectedRow) -> RejectedRow {
    RejectedRow {
        line: row.line,
        column: row.column.clone(),
        code: row.code.to_owned(),
        says: crate::problem::sentence(&row.reason),
        row: row.row.clone(),
    }
}

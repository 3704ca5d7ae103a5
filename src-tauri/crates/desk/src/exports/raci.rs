//! The RACI matrices in force, as pages and as a table.

use std::collections::BTreeMap;

use domain::Moment;
use domain::raci::Row;
use domain::raci::lint::accountable;
use report::csv::Reader;
use report::raci::{self as paper, Matrix, Model};
use store::{AsOf, View};

use super::frame::{About, as_it_stands, frame, moment_of};
use super::preparer::Preparer;
use super::{ExportRaci, PaperForm, leave};
use crate::erased::ERASED;
use crate::files::{Purpose, Written};
use crate::people::{Names, standing};
use crate::raci::{RaciMark, RaciMatrix, RaciRole, view};
use crate::workspace::Open;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_raci(&mut self, request: ExportRaci) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let model = model(open, as_of, request.matrix.as_deref(), &preparer)?;
        let (bytes, form) = match request.form {
            PaperForm::Pdf => (paper::pdf(&model)?.bytes, "pdf"),
            PaperForm::Csv => match model.matrices.as_slice() {
                [only] => (paper::csv(only, Reader::Spreadsheet)?, "csv"),
                [] | [_, ..] => {
                    return Err(Problem::new("bad-request", "A CSV holds one matrix. Say which."));
                }
            },
            PaperForm::Markdown => return Err(super::no_such_form("RACI", "Markdown")),
        };
        let export = super::export("raci", form, as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// The matrices in force after entry `as_of`, or one of them.
pub(super) fn model(
    open: &Open,
    as_of: u64,
    only: Option<&str>,
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let then = open.store.as_of(AsOf::Seq(as_of));
    let before = then.exports()?.iter().filter(|e| e.export.what == "raci").count();
    let period = as_it_stands(as_of);
    let about = About { report: "RACI", period, as_of, before };
    let view = view::in_force(&then, as_of, moment_of(&open.store, as_of)?)?;
    let chosen = view.matrices.iter().filter(|m| only.is_none_or(|only| m.matrix == only));
    let accountable = Accountable::of(&then, moment_of(&open.store, as_of)?)?;
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        matrices: chosen.filter_map(|matrix| page(matrix, &view.roles, &accountable)).collect(),
    })
}

/// The one person who answers for each activity, by matrix and place.
struct Accountable(BTreeMap<String, Vec<Option<String>>>);

impl Accountable {
    fn of(then: &View<'_>, at: Moment) -> Result<Self, Problem> {
        let (standing, names) = (standing(then, at)?, Names::of(then)?);
        let name = |row: &Row| accountable(row, &standing).map(|person| names.person(person));
        let in_force = then.raci()?.into_iter().filter_map(|(id, held)| Some((id, held.in_force?)));
        let each = in_force
            .map(|(id, version)| (id.to_string(), version.terms.rows.iter().map(name).collect()));
        Ok(Self(each.collect()))
    }

    fn person(&self, matrix: &str, place: usize) -> Option<String> {
        self.0.get(matrix)?.get(place)?.clone()
    }
}

fn page(matrix: &RaciMatrix, roles: &[RaciRole], accountable: &Accountable) -> Option<Matrix> {
    let terms = matrix.in_force.as_ref()?;
    let known = |id: &String| roles.iter().find(|role| role.role == *id);
    let name_of = |person: &String| {
        let mut people = roles.iter().flat_map(|role| &role.people);
        people.find(|held| held.person == *person).map(|held| held.name.clone())
    };
    let erased = |words: &String| {
        if words.is_empty() { ERASED.to_owned() } else { words.clone() }
    };
    Some(Matrix {
        name: erased(&terms.name),
        since: match matrix.since_entry {
            Some(entry) => format!("in force since entry {entry}"),
            None => String::new(),
        },
        roles: terms
            .roles
            .iter()
            .map(|id| paper::Role {
                name: known(id).map_or_else(|| id.clone(), |role| role.name.clone()),
                people: known(id)
                    .map(|role| role.people.iter().map(|held| held.name.clone()).collect())
                    .unwrap_or_default(),
            })
            .collect(),
        rows: terms
            .rows
            .iter()
            .enumerate()
            .map(|(place, row)| paper::Row {
                accountable: accountable.person(&matrix.matrix, place),
                activity: erased(&row.activity),
                letters: terms
                    .roles
                    .iter()
                    .map(|role| row.cells.get(role).cloned().unwrap_or_default())
                    .collect(),
                named: row
                    .accountable
                    .as_ref()
                    .map(|person| name_of(person).unwrap_or_else(|| person.clone())),
            })
            .collect(),
        marks: marks(matrix),
    })
}

/// What lint found, what blocks first.
fn marks(matrix: &RaciMatrix) -> Vec<paper::Mark> {
    let mark = |mark: &RaciMark| paper::Mark {
        blocks: mark.blocks || mark.breaks,
        title: mark.title.clone(),
        says: mark.says.clone(),
    };
    let mut marks: Vec<paper::Mark> = matrix.marks.iter().map(mark).collect();
    marks.sort_by_key(|mark| !mark.blocks);
    marks
}

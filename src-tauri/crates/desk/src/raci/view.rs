//! The matrices, as a screen and a report show them.

use std::collections::BTreeMap;

use domain::people::{Standing, entitled, keepers};
use domain::raci::{Held, Matrix};
use domain::{Moment, RaciId, Text};
use store::tables::change::Filter;
use store::{AsOf, View};

use super::edit::marks;
use super::{
    RaciGoverns, RaciMatrix, RaciPerson, RaciQuery, RaciRole, RaciRow, RaciTerms, RaciView,
    RaciWorkflow,
};
use crate::people::{Names, standing};
use crate::workspace::{last_at, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn raci(&mut self, request: RaciQuery) -> Result<RaciView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let then = open.store.as_of(AsOf::Seq(as_of));
        // A past moment is judged by the roles of its own day, so that it never changes.
        let at = match request.as_of {
            Some(_) => last_at(&then)?,
            None => now,
        };
        let mut view = view(&then, as_of, at)?;
        view.may_edit = request.as_of.is_none()
            && match open.at_desk.person() {
                Some(person) => {
                    entitled(&standing(&then, now)?, person, "drafting", &keepers()).is_ok()
                }
                None => false,
            };
        Ok(view)
    }
}

/// The matrices as they stand in `view`, after entry `as_of`, judged at the moment `at`.
pub fn view(view: &View<'_>, as_of: u64, at: Moment) -> Result<RaciView, Problem> {
    let (names, standing) = (Names::of(view)?, standing(view, at)?);
    let governed = governed(view)?;
    let matrices = view.raci()?.into_iter().map(|(id, held)| {
        matrix(view, &id, &held, &Told { names: &names, standing: &standing, governed: &governed })
    });
    Ok(RaciView {
        matrices: matrices.collect::<Result<_, _>>()?,
        roles: roles(&names, &standing),
        may_edit: false,
        as_of,
    })
}

/// The same with drafts left out: what a report shows.
pub fn in_force(then: &View<'_>, as_of: u64, at: Moment) -> Result<RaciView, Problem> {
    let (names, standing) = (Names::of(then)?, standing(then, at)?);
    let told = Told { names: &names, standing: &standing, governed: &BTreeMap::new() };
    let matrices = then.raci()?.into_iter().filter(|(_, held)| held.in_force.is_some());
    let matrices =
        matrices.map(|(id, held)| matrix(then, &id, &Held { draft: None, ..held }, &told));
    Ok(RaciView {
        matrices: matrices.collect::<Result<_, _>>()?,
        roles: roles(&names, &standing),
        may_edit: false,
        as_of,
    })
}

/// What rows are told with.
struct Told<'a> {
    names: &'a Names,
    standing: &'a Standing,
    governed: &'a BTreeMap<String, Vec<RaciWorkflow>>,
}

fn matrix(
    view: &View<'_>,
    id: &RaciId,
    held: &Held,
    told: &Told<'_>,
) -> Result<RaciMatrix, Problem> {
    let draft = match &held.draft {
        Some(draft) => signed(view, draft.since, told.names)?,
        None => None,
    };
    let judged = held.draft.as_ref().or(held.in_force.as_ref());
    let rows = held.in_force.iter().chain(&held.draft).flat_map(|version| &version.terms.rows);
    let mut governs: Vec<RaciGoverns> = Vec::new();
    for row in rows.map(|row| row.row.to_string()) {
        if let Some(workflows) = told.governed.get(&row).cloned()
            && governs.iter().all(|known| known.row != row)
        {
            governs.push(RaciGoverns { row, workflows });
        }
    }
    Ok(RaciMatrix {
        matrix: id.to_string(),
        in_force: held.in_force.as_ref().map(|version| terms(&version.terms)),
        since_entry: held.in_force.as_ref().map(|version| version.since),
        draft: held.draft.as_ref().map(|version| terms(&version.terms)),
        draft_by: draft.as_ref().map(|(by, _)| by.clone()),
        draft_at: draft.map(|(_, at)| at),
        seen: held.last_entry(),
        marks: match judged {
            Some(version) => marks(view, told.standing, told.names, &version.terms)?,
            None => Vec::new(),
        },
        governs,
    })
}

/// Who made an entry, and when in the workspace's zone.
fn signed(view: &View<'_>, seq: u64, names: &Names) -> Result<Option<(String, String)>, Problem> {
    let filter = Filter { before: Some(seq + 1), limit: Some(1), ..Filter::default() };
    let zone = settings(view)?.zone;
    let change = view.changes(&filter)?.into_iter().next();
    Ok(change.map(|change| (names.actor(change.by), crate::when::local(change.at, zone))))
}

pub(super) fn terms(matrix: &Matrix) -> RaciTerms {
    let words = |text: &Text| text.words().unwrap_or_default().to_owned();
    RaciTerms {
        name: words(&matrix.name),
        roles: matrix.roles.iter().map(ToString::to_string).collect(),
        rows: matrix
            .rows
            .iter()
            .map(|row| RaciRow {
                row: Some(row.row.to_string()),
                activity: words(&row.activity),
                cells: row
                    .cells
                    .iter()
                    .map(|(role, letters)| (role.to_string(), letters.to_string()))
                    .collect(),
                accountable: row.accountable.map(|person| person.to_string()),
            })
            .collect(),
        accountable_at_most: matrix.accountable_at_most,
    }
}

fn roles(names: &Names, standing: &Standing) -> Vec<RaciRole> {
    standing
        .roles
        .iter()
        .map(|role| RaciRole {
            role: role.to_string(),
            name: names.role(role),
            people: standing
                .people
                .iter()
                .filter(|person| standing.holds(**person, role))
                .map(|person| RaciPerson {
                    person: person.to_string(),
                    name: names.person(*person),
                })
                .collect(),
        })
        .collect()
}

/// The workflows by the row that governs them.
fn governed(view: &View<'_>) -> Result<BTreeMap<String, Vec<RaciWorkflow>>, Problem> {
    let names: BTreeMap<_, _> = view.workflow_names()?.into_iter().collect();
    let mut governed = BTreeMap::<String, Vec<RaciWorkflow>>::new();
    for workflow in view.governed()? {
        let Some(row) = workflow.row else { continue };
        governed.entry(row.to_string()).or_default().push(RaciWorkflow {
            workflow: workflow.workflow.to_string(),
            name: names.get(&workflow.workflow).cloned().flatten(),
        });
    }
    Ok(governed)
}

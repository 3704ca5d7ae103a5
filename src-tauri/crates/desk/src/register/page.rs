//! One workflow: what it may do, and how it came to stand as it does.

use std::collections::BTreeMap;

use domain::workflow::{ActionKind, Facts, Status};
use domain::{Moment, WorkflowRef};
use serde::{Deserialize, Serialize};
use store::tables::change::{Change, Filter};
use store::{AsOf, View};
use ts_rs::TS;

use super::view::Seen;
use super::{PermissionShown, RegisterRow, shown};
use crate::people::Names;
use crate::workspace::{last_at, settings};
use crate::{Desk, Problem};

/// Asks for one workflow.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct WorkflowQuery {
    /// Its reference.
    pub workflow: String,
    /// As it stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// One workflow and how it came to stand as it does.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkflowPage {
    /// Its row of the register.
    pub row: RegisterRow,
    /// Every kind of action there is: what is permitted first, the freest on top.
    pub permissions: Vec<PermissionShown>,
    /// Where one person may set it, with a reason.
    pub next: Vec<Status>,
    /// Its versions, newest first.
    pub history: Vec<HistoryRow>,
}

/// One version of a workflow: what changed, by whom, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HistoryRow {
    /// The entry that made it.
    pub entry: u64,
    /// When.
    pub at: String,
    /// Who signed it.
    pub by_name: String,
    /// Why.
    pub why: Option<String>,
    /// What changed; nothing for the first version.
    pub changes: Vec<ChangeShown>,
}

/// One fact before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeShown {
    /// What the fact is called.
    pub fact: String,
    /// What it was; none where it was not answered.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

impl Desk {
    /// See the list of operations.
    pub fn workflow(&mut self, request: WorkflowQuery) -> Result<WorkflowPage, Problem> {
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let then = open.store.as_of(AsOf::Seq(as_of));
        let at = request.as_of.map_or_else(|| Ok(self.moment()), |_| last_at(&then))?;
        page(&then, request.workflow.parse()?, at)
    }
}

/// A workflow's page as `view` stands, judged at the moment `at`.
pub(super) fn page(
    view: &View<'_>,
    workflow: WorkflowRef,
    at: Moment,
) -> Result<WorkflowPage, Problem> {
    let seen = Seen::at(view, at)?;
    let unknown = || domain::Refusal::Unknown { reference: workflow.to_string() };
    let now = view.workflow(workflow)?.ok_or_else(unknown)?;
    Ok(WorkflowPage {
        permissions: permissions(&now.facts, &seen),
        next: domain::workflow::next(now.status).to_vec(),
        history: history(view, workflow, &seen)?,
        row: seen.row(now),
    })
}

fn permissions(facts: &Facts, seen: &Seen) -> Vec<PermissionShown> {
    let shown =
        |action: &ActionKind| shown::permission(*action, facts.permission(*action), &seen.names);
    let mut rows: Vec<PermissionShown> = ActionKind::ALL.iter().map(shown).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.permitted));
    rows
}

fn history(
    view: &View<'_>,
    workflow: WorkflowRef,
    seen: &Seen,
) -> Result<Vec<HistoryRow>, Problem> {
    let zone = settings(view)?.zone;
    let about = Filter { about: Some(workflow.to_string()), ..Filter::default() };
    let entries: BTreeMap<u64, Change> =
        view.changes(&about)?.into_iter().map(|change| (change.seq, change)).collect();
    let versions = view.workflow_history(workflow)?;
    let befores = std::iter::once(None).chain(versions.iter().map(Some));
    let mut rows = Vec::new();
    for (before, after) in befores.zip(&versions) {
        let Some(change) = entries.get(&after.since) else { continue };
        let mut changes = Vec::new();
        if let Some(before) = before {
            if before.status != after.status {
                changes.push(ChangeShown {
                    fact: "Status".to_owned(),
                    before: Some(before.status.words().to_owned()),
                    after: Some(after.status.words().to_owned()),
                });
            }
            changes.extend(differences(&before.facts, &after.facts, &seen.names));
        }
        rows.push(HistoryRow {
            entry: after.since,
            at: crate::when::local(change.at, zone),
            by_name: seen.names.actor(change.by),
            why: shown::words(change.why.as_ref()),
            changes,
        });
    }
    rows.reverse();
    Ok(rows)
}

/// The facts in which two descriptions differ, in words; permissions row by row.
pub(crate) fn differences(before: &Facts, after: &Facts, names: &Names) -> Vec<ChangeShown> {
    use domain::workflow::Fact;
    let mut changes = Vec::new();
    for fact in before.differences(after) {
        if fact == Fact::Permissions {
            changes.extend(permission_differences(before, after, names));
            continue;
        }
        changes.push(ChangeShown {
            fact: fact.words().to_owned(),
            before: shown::fact(fact, before, names),
            after: shown::fact(fact, after, names),
        });
    }
    changes
}

fn permission_differences(before: &Facts, after: &Facts, names: &Names) -> Vec<ChangeShown> {
    let said = |facts: &Facts, action: ActionKind| {
        facts.permission(action).map(|row| shown::freedom_words(row, names))
    };
    ActionKind::ALL
        .iter()
        // Two rows may read the same: what counts is whether they are.
        .filter(|action| before.permission(**action) != after.permission(**action))
        .map(|action| ChangeShown {
            fact: action.words().to_owned(),
            before: said(before, *action),
            after: said(after, *action),
        })
        .collect()
}

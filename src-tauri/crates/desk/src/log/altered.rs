//! What two moments differ in, as people read it.

use std::collections::BTreeSet;

use domain::WorkflowRef;
use domain::batch::SECRETS;
use domain::workflow::Facts;
use serde_json::Value;
use store::{Altered, Fields, View};

use super::fields::{called, in_words, name_of};
use super::{FieldChanged, HowChanged, ThingChanged, things};
use crate::Problem;
use crate::people::Names;
use crate::register;

/// The table of batches.
const BATCH: &str = "batch";

/// What rows differ between two moments, with the words of the later one.
pub(super) struct Told<'a> {
    earlier: View<'a>,
    later: View<'a>,
    names: Names,
}

impl<'a> Told<'a> {
    /// Between `earlier` and `later`.
    pub(super) fn between(earlier: View<'a>, later: View<'a>) -> Result<Self, Problem> {
        Ok(Self { earlier, later, names: Names::of(&later)? })
    }

    /// A row that differs; none where nothing differs that people read.
    pub(super) fn thing(&self, altered: &Altered) -> Result<Option<ThingChanged>, Problem> {
        let (reference, name) = self.called(altered);
        let how = match (&altered.before, &altered.after) {
            (None, _) => HowChanged::Added,
            (Some(_), Some(_)) => HowChanged::Changed,
            (Some(_), None) => HowChanged::Gone,
        };
        let fields = if altered.table == "workflow" {
            self.workflow(altered)?
        } else {
            self.fields(altered)
        };
        if how == HowChanged::Changed && fields.is_empty() {
            return Ok(None);
        }
        Ok(Some(ThingChanged { thing: things::thing(altered.table), reference, name, how, fields }))
    }

    /// The reference of a row and what it is called.
    fn called(&self, altered: &Altered) -> (Option<String>, String) {
        let reference = altered.key.iter().find(|part| is_reference(part)).cloned();
        let row = altered.after.as_ref().or(altered.before.as_ref());
        let own = row.and_then(name_of);
        let key = || {
            let parts = altered.key.iter().filter(|part| Some(*part) != reference.as_ref());
            let parts: Vec<String> = parts
                .filter(|part| !part.is_empty())
                .map(|part| called(part, &self.names))
                .collect();
            let person = reference.as_deref().map(|one| called(one, &self.names));
            let person = person.filter(|name| Some(name) != reference.as_ref());
            person.into_iter().chain(parts).collect::<Vec<_>>().join(", ")
        };
        (reference.clone(), own.unwrap_or_else(key))
    }

    fn fields(&self, altered: &Altered) -> Vec<FieldChanged> {
        let words = |row: &Option<Fields>| {
            let shown = row.as_ref().map(|row| without_secrets(altered.table, row));
            shown.map(|row| in_words(&row, &self.names)).unwrap_or_default()
        };
        let (before, after) = (words(&altered.before), words(&altered.after));
        let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        fields
            .into_iter()
            .filter(|field| before.get(*field) != after.get(*field))
            .map(|field| FieldChanged {
                field: field.clone(),
                before: before.get(field).cloned(),
                after: after.get(field).cloned(),
            })
            .collect()
    }

    /// A workflow's facts and permissions, in the register's own words.
    fn workflow(&self, altered: &Altered) -> Result<Vec<FieldChanged>, Problem> {
        let key = altered.key.first().map_or("", String::as_str);
        let workflow: WorkflowRef = key.parse()?;
        let before = match altered.before {
            Some(_) => self.earlier.workflow(workflow)?,
            None => None,
        };
        let after = match altered.after {
            Some(_) => self.later.workflow(workflow)?,
            None => None,
        };
        let status = |of: &Option<store::tables::workflow::Workflow>| {
            of.as_ref().map(|one| one.status.words().to_owned())
        };
        let mut fields = Vec::new();
        if status(&before) != status(&after) {
            let (before, after) = (status(&before), status(&after));
            fields.push(FieldChanged { field: "Status".to_owned(), before, after });
        }
        let found = |of: &Option<store::tables::workflow::Workflow>| {
            of.as_ref().filter(|one| one.found_live).map(|_| "yes".to_owned())
        };
        if found(&before) != found(&after) {
            let (before, after) = (found(&before), found(&after));
            fields.push(FieldChanged { field: "Found live".to_owned(), before, after });
        }
        let facts = |of: Option<store::tables::workflow::Workflow>| {
            of.map_or_else(Facts::default, |one| one.facts)
        };
        let changes = register::differences(&facts(before), &facts(after), &self.names);
        fields.extend(changes.into_iter().map(|change| FieldChanged {
            field: change.fact,
            before: change.before,
            after: change.after,
        }));
        Ok(fields)
    }
}

/// A row without what hides the cells of a batch.
fn without_secrets(table: &str, row: &Fields) -> Fields {
    let mut row = row.clone();
    let secrets = SECRETS.iter().filter_map(|path| path.rsplit('/').next());
    if let (BATCH, Some(Value::Object(import))) = (table, row.get_mut("import")) {
        secrets.for_each(|name| {
            import.remove(name);
        });
    }
    row
}

/// Whether a part of a key is a reference such as `WF-0007` or `WEEKLY-2026-W47`.
fn is_reference(part: &str) -> bool {
    let starts = part.split('-').next().unwrap_or_default();
    part.contains('-') && !starts.is_empty() && starts.bytes().all(|byte| byte.is_ascii_uppercase())
}

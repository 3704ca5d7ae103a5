//! One entry in full: what it changed, what it carries, in whose place its signer stood.

use domain::people::Standing;
use domain::{Moment, PersonRef};
use serde_json::Value;
use store::{Actor, View};

use super::altered::Told;
use super::carries::Carries;
use super::view::{Reader, read_entry};
use super::{EntryQuery, EntryView, StatementCarried};
use crate::people::{Names, standing};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn entry(&mut self, request: EntryQuery) -> Result<EntryView, Problem> {
        let open = self.open()?;
        let seq = request.entry;
        if seq == 0 || seq > open.last()? {
            let says = format!("There is no entry {seq} here.");
            return Err(Problem::new("no-such-moment", says));
        }
        let reader = Reader::of(open)?;
        let (then, before) = (open.view().at(seq), open.view().at(seq - 1));
        let Some(change) = then.last_change()? else {
            return Err(Problem::new("file-damaged", format!("Entry {seq} is not in the log.")));
        };
        let told = Told::between(before, then)?;
        let mut changed = Vec::new();
        for one in then.altered(seq - 1, |_| true)? {
            changed.extend(told.thing(&one)?);
        }
        let (by, at) = (change.by, change.at);
        let standing = standing(&then, at)?;
        let statements = statements(open, &then, seq, &reader)?;
        Ok(EntryView {
            row: reader.row(change)?,
            changed,
            statements,
            stood_in: match by {
                Actor::Person(person) => stood_in(&standing, person, &reader.names),
                Actor::Machine => Vec::new(),
            },
        })
    }
}

/// In whose place somebody stood on the day of `standing`.
fn stood_in(standing: &Standing, person: PersonRef, names: &Names) -> Vec<String> {
    let said =
        |(role, holder)| format!("Stood in for {} as {}", names.person(holder), names.role(&role));
    standing.stands_in(person, standing.today).into_iter().map(said).collect()
}

/// The statements that an entry carries, with the reasons their signers gave.
fn statements(
    open: &crate::workspace::Open,
    then: &View<'_>,
    seq: u64,
    reader: &Reader<'_>,
) -> Result<Vec<StatementCarried>, Problem> {
    let read = read_entry(&open.store, seq)?;
    let mut carried = Vec::new();
    for (path, statement) in Carries::of(&read.body).statements {
        let field =
            |name: &str| statement.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let at: Option<Moment> = field("at").parse().ok();
        let by = field("by");
        let person: Option<PersonRef> = by.parse().ok();
        let stood_in = match person.zip(at) {
            Some((person, at)) => stood_in(&standing(then, at)?, person, &reader.names),
            None => Vec::new(),
        };
        carried.push(StatementCarried {
            kind: field("kind"),
            by_name: person.map_or_else(|| by.clone(), |person| reader.names.person(person)),
            by,
            verdict: field("verdict"),
            reason: read.text(&format!("{path}/reason")),
            at: at.map(|at| crate::when::local(at, reader.zone)),
            stood_in,
        });
    }
    Ok(carried)
}

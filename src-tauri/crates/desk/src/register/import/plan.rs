//! What becomes of every row, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use domain::people::Standing;
use domain::workflow::{self, Facts, Register, Status};
use domain::workspace::{self, ImportRecorded};
use domain::{Event, MetricRef, Moment, PersonRef, RaciRowId, Text, WorkflowRef};
use intake::inventory::{Note, NoteCode, Problem as Wrong, ProblemCode, Rejected, WorkflowRow};
use store::View;
use store::tables::workflow::Workflow;

use super::UpdatedRow;
use super::read::Read;
use super::tell::tell;
use crate::Problem;
use crate::door::Act;
use crate::imports::RejectedRow;
use crate::people::standing;
use crate::register::page::differences;
use crate::register::view::Seen;
use crate::register::{RegisterRow, describe};

/// What becomes of the rows of a file: each is in exactly one of the lists.
#[derive(Default)]
pub(super) struct Plan {
    /// Workflows that come onto the register.
    pub(super) new: Vec<Workflow>,
    /// Workflows that are described anew.
    pub(super) updated: Vec<UpdatedRow>,
    /// Rows of workflows that are there already and stay as they are.
    pub(super) skipped: Vec<RejectedRow>,
    /// Rows that are not taken in.
    pub(super) rejected: Vec<Rejected>,
    /// What rows that are taken in say that could not be read: it stays unanswered.
    pub(super) noted: Vec<RejectedRow>,
    events: Vec<Event>,
}

/// What a row is judged by.
struct Judge<'a> {
    view: &'a View<'a>,
    standing: Standing,
    seen: Seen,
    by: PersonRef,
    because: String,
    update: bool,
    /// The rows of the matrices in force, and the metrics there are.
    rows: BTreeSet<RaciRowId>,
    metrics: BTreeSet<MetricRef>,
}

impl Judge<'_> {
    /// As [`tell`], for what names rows and metrics of this workspace.
    fn tell(&self, facts: &mut Facts, row: &WorkflowRow) -> Result<(), String> {
        tell(facts, row, &self.seen.names)?;
        if let Some(raci) = row.raci.as_deref().map(RaciRowId::new)
            && !self.rows.contains(&raci)
        {
            return Err(format!("No RACI matrix in force has the row {raci}."));
        }
        match row.metrics.iter().find(|metric| !self.metrics.contains(metric)) {
            Some(unknown) => Err(format!("There is no metric {unknown}.")),
            None => Ok(()),
        }
    }
}

impl Plan {
    /// Plans the rows of `read`, as `by` would take them in.
    pub(super) fn of(
        view: &View<'_>,
        now: Moment,
        by: PersonRef,
        read: &Read,
        update: bool,
    ) -> Result<Self, Problem> {
        let (standing, seen) = (standing(view, now)?, Seen::at(view, now)?);
        let in_force = view.raci()?.into_iter().filter_map(|(_, held)| held.in_force);
        let rows = in_force.flat_map(|version| version.terms.rows).map(|row| row.row).collect();
        let metrics = view.metrics()?.iter().map(|metric| metric.metric).collect();
        let because = read.reason();
        let judge = Judge { view, standing, seen, by, because, update, rows, metrics };
        let mut register = view.register()?;
        let mut plan = Self { rejected: read.inventory.rejected.clone(), ..Self::default() };
        let mut met: Vec<WorkflowRef> = Vec::new();
        for row in &read.inventory.workflows {
            match known(row, &register) {
                Err(why) => plan.reject(row, &why),
                Ok(None) => plan.register(&judge, &mut register, row),
                Ok(Some(known)) if met.contains(&known) => {
                    plan.reject(row, &format!("Another row is {known} already. Keep one."));
                }
                Ok(Some(known)) => {
                    met.push(known);
                    plan.change(&judge, &register, known, row)?;
                }
            }
        }
        plan.rejected.sort_by_key(|row| row.line);
        plan.note(read, update);
        Ok(plan)
    }

    /// The rows as the register would show them.
    pub(super) fn registered(
        &self,
        view: &View<'_>,
        now: Moment,
    ) -> Result<Vec<RegisterRow>, Problem> {
        let seen = Seen::at(view, now)?;
        Ok(self.new.iter().cloned().map(|workflow| seen.row(workflow)).collect())
    }

    /// The entries that take the file in, the import's own first.
    pub(super) fn entries(&mut self, act: &Act<'_>, read: &Read) -> Result<Vec<Event>, Problem> {
        let report = &read.inventory.report;
        let import = ImportRecorded {
            what: "workflows".to_owned(),
            file: Text::new(&read.name),
            sha256: report.file.sha256.clone(),
            encoding: report.file.encoding.to_string(),
            rows: report.rows,
            accepted: self.new.len() as u64,
            updated: self.updated.len() as u64,
            skipped: self.skipped.len() as u64,
            rejected: self.rejected.iter().map(recorded).collect(),
        };
        let standing = standing(act.view, act.now)?;
        let mut events = vec![workspace::record_import(&standing, act.by, import)?];
        events.append(&mut self.events);
        Ok(events)
    }

    /// Keeps the notes on rows that come onto the register or are held against it: with `update` of
    /// those too that would change nothing, for what could not be read may be the change.
    fn note(&mut self, read: &Read, update: bool) {
        let over = |row: &&WorkflowRow| {
            (update || !self.is_skipped(row.line))
                && !self.rejected.iter().any(|rejected| rejected.line == row.line)
        };
        let taken: BTreeMap<u64, &str> = read
            .inventory
            .workflows
            .iter()
            .filter(over)
            .map(|row| (row.line, row.name.as_str()))
            .collect();
        let notes = read.inventory.notes.iter();
        let noted = notes.filter_map(|note| {
            let column = read.inventory.report.mapping.column_of(note.field);
            Some(RejectedRow {
                line: note.line,
                column: column.map(|column| column.header.clone()),
                code: super::word(&note.code),
                says: self.told(note),
                row: (*taken.get(&note.line)?).to_owned(),
            })
        });
        self.noted = noted.collect();
    }

    fn is_skipped(&self, line: u64) -> bool {
        self.skipped.iter().any(|skipped| skipped.line == line)
    }

    /// A note with what becomes of the field: where nothing could be read for it, a workflow that is on the
    /// register keeps what is known.
    fn told(&self, note: &Note) -> String {
        let becomes = match note.code {
            NoteCode::LooksLikeFormula => return note.text.clone(),
            NoteCode::StandIn | NoteCode::NotRecognised => {
                let changed = self.updated.iter().any(|row| row.line == note.line);
                match changed || self.is_skipped(note.line) {
                    true => "The field stays as it is on the register.",
                    false => "The field is left empty.",
                }
            }
        };
        format!("{} {becomes}", note.text)
    }

    fn register(&mut self, judge: &Judge<'_>, register: &mut Register, row: &WorkflowRow) {
        let mut facts = Facts::default();
        if let Err(why) = judge.tell(&mut facts, row) {
            return self.reject(row, &why);
        }
        let status = row.status.unwrap_or(Status::Draft);
        match workflow::register(&judge.standing, register, judge.by, status, facts.clone()) {
            Err(refusal) => self.reject(row, &Problem::from(refusal).says),
            Ok((workflow, event)) => {
                register.took(workflow, &row.name);
                let found_live = status == Status::Live;
                let new = Workflow { workflow, status, found_live, facts, since: 0, registered: 0 };
                self.new.push(new);
                self.events.push(event);
            }
        }
    }

    fn change(
        &mut self,
        judge: &Judge<'_>,
        register: &Register,
        known: WorkflowRef,
        row: &WorkflowRow,
    ) -> Result<(), Problem> {
        let stands = describe::stands(judge.view, known)?;
        let now = stands.as_it_stands();
        let mut facts = now.facts.clone();
        facts.forget_gone();
        if let Err(why) = judge.tell(&mut facts, row) {
            self.reject(row, &why);
            return Ok(());
        }
        if !judge.update {
            self.skip(row, format!("{known} is on the register already; the row is skipped."));
            return Ok(());
        }
        let changes = differences(&now.facts, &facts, &judge.seen.names);
        if changes.is_empty() {
            self.skip(row, format!("{known} says the same already."));
            return Ok(());
        }
        let because = Some(judge.because.as_str());
        match workflow::describe(&judge.standing, register, judge.by, &now, facts, because) {
            Err(refusal) => self.reject(row, &Problem::from(refusal).says),
            Ok(event) => {
                let name = row.name.clone();
                let workflow = known.to_string();
                self.updated.push(UpdatedRow { line: row.line, workflow, name, changes });
                self.events.push(event);
            }
        }
        Ok(())
    }

    fn skip(&mut self, row: &WorkflowRow, says: String) {
        let (line, name) = (row.line, row.name.clone());
        let code = "name-taken".to_owned();
        self.skipped.push(RejectedRow { line, column: None, code, says, row: name });
    }

    fn reject(&mut self, row: &WorkflowRow, why: &str) {
        self.rejected.push(Rejected {
            line: row.line,
            last_line: row.line,
            problems: vec![Wrong {
                column: None,
                header: None,
                field: None,
                code: ProblemCode::Refused,
                reason: why.to_owned(),
            }],
            cells: row.cells.clone(),
        });
    }
}

/// The workflow a row is about, by reference or by name; none where it is new.
fn known(row: &WorkflowRow, register: &Register) -> Result<Option<WorkflowRef>, String> {
    match row.reference {
        None => Ok(register.called(&row.name)),
        Some(reference) if register.known.iter().any(|known| known.workflow == reference) => {
            Ok(Some(reference))
        }
        Some(reference) => Err(format!(
            "{reference} is not on this register. Leave its reference blank to register it anew."
        )),
    }
}

fn recorded(row: &Rejected) -> workspace::RejectedRow {
    workspace::RejectedRow {
        line: row.line,
        code: super::code(row),
        reason: Text::new(row.reason()),
    }
}

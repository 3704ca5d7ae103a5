//! Taking an inventory in: the same reading for the preview and for the deed.

use std::path::Path;

use domain::workflow::{self, Facts, ImportRecorded, Status};
use domain::{Event, Text};
use intake::inventory::{self, Inventory, Rejected, WorkflowRow};
use store::tables::workflow::Workflow;

use super::view::Seen;
use super::{
    ColumnUse, ImportDone, ImportPreview, ImportWorkflows, PreviewImport, RegisterQuery,
    RegisterRow, RejectedRow, SaveRejected,
};
use crate::door::Act;
use crate::files::{Grant, Purpose, Written, file_name};
use crate::people::{Names, standing};
use crate::{Desk, Problem};

/// An inventory that was read, and the file it came from.
struct Read {
    name: String,
    inventory: Inventory,
}

impl Desk {
    /// See the list of operations.
    pub fn preview_import(&mut self, request: PreviewImport) -> Result<ImportPreview, Problem> {
        let read = self.read_inventory(&request.grant)?;
        let view = self.open()?.store.now();
        let seen = Seen::of(&view)?;
        let register = view.register()?;
        let (new, known): (Vec<_>, Vec<_>) =
            read.inventory.workflows.iter().partition(|row| register.called(&row.name).is_none());
        let report = &read.inventory.report;
        let sha256 = report.file.sha256.clone();
        Ok(ImportPreview {
            taken_in_before: view.import_of(&sha256)?,
            sha256,
            encoding: report.file.encoding.to_string(),
            delimiter: report.delimiter.map(|delimiter| delimiter.word().to_owned()),
            rows: report.rows,
            columns: columns(&read.inventory),
            accepted: new
                .into_iter()
                .zip(register.next_workflow..)
                .map(|(row, number)| previewed(row, number, &seen))
                .collect(),
            skipped: known.into_iter().map(|row| skipped(row, &register)).collect(),
            rejected: read.inventory.rejected.iter().map(rejected).collect(),
            file: read.name,
        })
    }

    /// See the list of operations.
    pub fn import_workflows(&mut self, request: ImportWorkflows) -> Result<ImportDone, Problem> {
        let read = self.read_inventory(&request.grant)?;
        let found = &read.inventory.report.file.sha256;
        if request.sha256.as_ref().is_some_and(|previewed| previewed != found) {
            return Err(Problem::new(
                "import-changed",
                "The file has changed since you looked at it. Look at it again before it is taken in.",
            ));
        }
        let (mut registered, mut skipped) = (0, 0);
        let work = self.begin("import_workflows");
        self.act_stoppable(&work, |act| {
            let (events, known) = take_in(act, &read)?;
            registered = events.len() - 1;
            skipped = known;
            Ok(events)
        })?;
        Ok(ImportDone {
            registered: u32::try_from(registered).unwrap_or(u32::MAX),
            skipped: u32::try_from(skipped).unwrap_or(u32::MAX),
            rejected: read.inventory.rejected.iter().map(rejected).collect(),
            register: self.register(RegisterQuery::default())?,
        })
    }

    /// See the list of operations.
    pub fn save_rejected(&mut self, request: SaveRejected) -> Result<Written, Problem> {
        let read = self.read_inventory(&request.source)?;
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let csv = read.inventory.rejected_as_csv().map_err(unreadable)?;
        report::atomic_write(&path, &csv)?;
        Ok(Written::of(file_name(&path), &csv, None))
    }

    fn read_inventory(&self, grant: &Grant) -> Result<Read, Problem> {
        let path = self.files.path(grant, Purpose::ReadInventory)?;
        let name = file_name(&path);
        let inventory = inventory::read(&bytes(&path)?, &inventory::Options::default());
        Ok(Read { name, inventory: inventory.map_err(unreadable)? })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let most = intake::read::Limits::default().file_bytes;
    let cannot = |why: String| {
        Problem::new("import-unreadable", format!("{} cannot be read: {why}.", file_name(path)))
    };
    // A file above the limit is refused before it fills the memory.
    let size = std::fs::metadata(path).map_err(|e| cannot(e.to_string()))?.len();
    if size > most {
        return Err(cannot(format!("it has {size} bytes, and at most {most} are taken in")));
    }
    std::fs::read(path).map_err(|e| cannot(e.to_string()))
}

/// The entries that take the inventory in, the import's own first, and how many rows were skipped
/// because a workflow of that name is on the register.
fn take_in(act: &Act<'_>, read: &Read) -> Result<(Vec<Event>, usize), Problem> {
    let standing = standing(act.view, act.now)?;
    let names = Names::of(act.view)?;
    let mut register = act.view.register()?;
    let mut workflows = Vec::new();
    let mut skipped = 0;
    for row in &read.inventory.workflows {
        if register.called(&row.name).is_some() {
            skipped += 1;
            continue;
        }
        let (status, facts) = (row.status.unwrap_or(Status::Draft), facts(row, &names));
        let (workflow, event) = workflow::register(&standing, &register, act.by, status, facts)?;
        register.took(workflow, &row.name);
        workflows.push(event);
    }
    let report = &read.inventory.report;
    let import = ImportRecorded {
        what: "workflows".to_owned(),
        file: Text::new(&read.name),
        sha256: report.file.sha256.clone(),
        encoding: report.file.encoding.to_string(),
        rows: report.rows,
        accepted: workflows.len() as u64,
        skipped: skipped as u64,
        rejected: read.inventory.rejected.iter().map(recorded).collect(),
    };
    let mut events = vec![workflow::record_import(&standing, act.by, import)?];
    events.extend(workflows);
    Ok((events, skipped))
}

/// What a row says of a workflow. People and roles are matched by name; what matches nobody stays
/// as it is written.
fn facts(row: &WorkflowRow, names: &Names) -> Facts {
    let text = |words: &Option<String>| words.as_deref().and_then(Text::some);
    let all = |words: &[String]| words.iter().filter_map(|w| Text::some(w)).collect();
    let who = |words: &Option<String>| words.as_deref().and_then(|name| names.who_is(name));
    let role = row.approver.as_deref().and_then(|name| names.which_role(name));
    Facts {
        name: Text::some(&row.name),
        bottleneck: text(&row.bottleneck),
        outcome: text(&row.outcome),
        phase: row.phase,
        kind: row.kind,
        ai_does: text(&row.ai_does),
        human_does: text(&row.human_does),
        governance: text(&row.governance),
        vendor: text(&row.vendor),
        product: text(&row.product),
        model: text(&row.model),
        system_of_record: text(&row.system_of_record),
        owner: who(&row.owner),
        owner_named: who(&row.owner).map_or_else(|| text(&row.owner), |_| None),
        approver_named: role.as_ref().map_or_else(|| text(&row.approver), |_| None),
        approver: role,
        kill_switch_owner: who(&row.kill_switch_owner),
        kill_switch_owner_named: who(&row.kill_switch_owner)
            .map_or_else(|| text(&row.kill_switch_owner), |_| None),
        tier_stated: row.tier,
        write_stage: row.write_stage,
        data_risks: row.data_risks.as_ref().map(|risks| risks.iter().copied().collect()),
        guardrails: all(&row.guardrails),
        kpis: all(&row.kpis),
        logs: text(&row.logs),
        rollback_plan: text(&row.rollback_plan),
        ..Facts::default()
    }
}

fn previewed(row: &WorkflowRow, number: u32, seen: &Seen) -> RegisterRow {
    let status = row.status.unwrap_or(Status::Draft);
    let workflow = Workflow {
        workflow: domain::WorkflowRef::new(number),
        status,
        found_live: status == Status::Live,
        facts: facts(row, &seen.names),
        since: 0,
        registered: 0,
    };
    seen.row(workflow)
}

fn columns(inventory: &Inventory) -> Vec<ColumnUse> {
    use intake::map::Field;
    let columns = inventory.report.mapping.columns.iter();
    columns
        .map(|column| ColumnUse {
            column: column.header.clone(),
            field: column.field().map(|field| field.name().to_owned()),
        })
        .collect()
}

fn skipped(row: &WorkflowRow, register: &workflow::Register) -> RejectedRow {
    let known = register.called(&row.name).map(|w| w.to_string()).unwrap_or_default();
    RejectedRow {
        line: row.line,
        column: None,
        code: "name-taken".to_owned(),
        says: format!("{known} has this name already; the row is skipped."),
        row: row.name.clone(),
    }
}

fn rejected(row: &Rejected) -> RejectedRow {
    RejectedRow {
        line: row.line,
        column: row.problems.iter().find_map(|problem| problem.header.clone()),
        code: code(row),
        says: row.reason(),
        row: row.cells.iter().find(|cell| !cell.trim().is_empty()).cloned().unwrap_or_default(),
    }
}

fn recorded(row: &Rejected) -> workflow::RejectedRow {
    workflow::RejectedRow { line: row.line, code: code(row), reason: Text::new(row.reason()) }
}

fn code(row: &Rejected) -> String {
    let first = row.problems.first().and_then(|problem| serde_json::to_value(problem.code).ok());
    first.and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

fn unreadable(error: intake::Error) -> Problem {
    Problem::new("import-unreadable", error.to_string())
}

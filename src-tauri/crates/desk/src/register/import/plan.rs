//! What becomes of every row, before anything is written.

use domain::people::Standing;
use domain::workflow::{self, Certification, Facts, ImportRecorded, Register, Status};
use domain::{Event, Moment, PersonRef, Text, WorkflowRef};
use intake::inventory::{Problem as Wrong, ProblemCode, Rejected, WorkflowRow};
use store::View;
use store::tables::workflow::Workflow;

use super::read::Read;
use super::{RejectedRow, UpdatedRow};
use crate::Problem;
use crate::door::Act;
use crate::people::{Names, standing};
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
        let judge = Judge { view, standing, seen, by, because: read.reason(), update };
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
        let mut events = vec![workflow::record_import(&standing, act.by, import)?];
        events.append(&mut self.events);
        Ok(events)
    }

    fn register(&mut self, judge: &Judge<'_>, register: &mut Register, row: &WorkflowRow) {
        let mut facts = Facts::default();
        tell(&mut facts, row, &judge.seen.names);
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
        tell(&mut facts, row, &judge.seen.names);
        if !judge.update {
            self.skip(row, format!("{known} is on the register already; the row is skipped."));
            return Ok(());
        }
        let changes = differences(&now.facts, &facts, &judge.seen);
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

/// Puts what a row says into the facts; what it leaves blank stays as it is. People and roles are
/// matched by name, and what matches nobody stays as it is written.
fn tell(facts: &mut Facts, row: &WorkflowRow, names: &Names) {
    let text = |into: &mut Option<Text>, words: &Option<String>| {
        if let Some(words) = words.as_deref().and_then(Text::some) {
            *into = Some(words);
        }
    };
    // Found by its name, however it is spelled, a workflow keeps the spelling it has.
    if row.reference.is_some() || facts.name.is_none() {
        facts.name = Text::some(&row.name);
    }
    text(&mut facts.bottleneck, &row.bottleneck);
    text(&mut facts.outcome, &row.outcome);
    text(&mut facts.ai_does, &row.ai_does);
    text(&mut facts.human_does, &row.human_does);
    text(&mut facts.governance, &row.governance);
    text(&mut facts.vendor, &row.vendor);
    text(&mut facts.product, &row.product);
    text(&mut facts.model, &row.model);
    text(&mut facts.system_of_record, &row.system_of_record);
    text(&mut facts.logs, &row.logs);
    text(&mut facts.rollback_plan, &row.rollback_plan);
    text(&mut facts.vendor_retention, &row.vendor_retention);
    facts.phase = row.phase.or(facts.phase);
    facts.kind = row.kind.or(facts.kind);
    facts.write_stage = row.write_stage.or(facts.write_stage);
    facts.vendor_training = row.vendor_training.or(facts.vendor_training);
    facts.next_review = row.next_review.or(facts.next_review);
    if let Some(risks) = &row.data_risks {
        facts.data_risks = Some(risks.iter().copied().collect());
    }
    // Once permissions are tiered one by one, they say the tier and an inventory does not.
    if facts.permissions.is_empty() {
        facts.tier_stated = row.tier.or(facts.tier_stated);
    }
    for (into, items) in [(&mut facts.guardrails, &row.guardrails), (&mut facts.kpis, &row.kpis)] {
        if !items.is_empty() {
            *into = items.iter().filter_map(|words| Text::some(words)).collect();
        }
    }
    for held in &row.certifications {
        facts.certifications.retain(|was| was.standard != held.standard);
        facts.certifications.push(Certification {
            standard: held.standard,
            expires: held.expires,
            evidence: held.evidence.as_deref().and_then(Text::some),
        });
    }
    facts.certifications.sort_by_key(|held| held.standard);
    if let Some(name) = &row.owner {
        facts.owner = names.who_is(name);
        facts.owner_named = facts.owner.map_or_else(|| Text::some(name), |_| None);
    }
    if let Some(name) = &row.kill_switch_owner {
        facts.kill_switch_owner = names.who_is(name);
        facts.kill_switch_owner_named =
            facts.kill_switch_owner.map_or_else(|| Text::some(name), |_| None);
    }
    if let Some(name) = &row.approver {
        facts.approver = names.which_role(name);
        facts.approver_named = facts.approver.as_ref().map_or_else(|| Text::some(name), |_| None);
    }
}

fn recorded(row: &Rejected) -> workflow::RejectedRow {
    workflow::RejectedRow {
        line: row.line,
        code: super::code(row),
        reason: Text::new(row.reason()),
    }
}

//! What was learnt from an exception, as PDF: its row, its clock, what came of it, its entries.

use domain::ExceptionRef;
use report::minutes::Progress;
use report::postmortem::{self as paper, Followed, Model, Stands, Step};

use super::decision::state as standing;
use super::entries::listed;
use super::exceptions::{clock, stands};
use super::frame::{About, IN_FULL, day, frame, minute};
use super::leave;
use super::preparer::Preparer;
use crate::actions::{ActionRow, ActionState};
use crate::decisions::DecisionRow;
use crate::erased::{ERASED, or_erased};
use crate::exceptions::{ExceptionRow, ExportPostmortem, PostmortemShown};
use crate::files::{Purpose, Written};
use crate::log::LogRow;
use crate::operations::Nothing;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem, when};

impl Desk {
    /// See the list of operations.
    pub fn export_postmortem(&mut self, request: ExportPostmortem) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let reference: ExceptionRef = request.exception.parse()?;
        let row = self.exception_shown(reference)?;
        let bytes = self.postmortem_pages(&row, &preparer)?;
        let as_of = self.open()?.last()?;
        let mut export = super::export("postmortem", "pdf", as_of, None, &bytes);
        export.exception = Some(reference);
        leave(self, &path, &bytes, export)
    }

    /// An exception's postmortem as PDF, as the desk shows it.
    pub(super) fn postmortem_pages(
        &mut self,
        row: &ExceptionRow,
        preparer: &Preparer,
    ) -> Result<Vec<u8>, Problem> {
        let written = row.postmortem.clone().ok_or_else(|| {
            let says = format!("{} has no postmortem yet. Write it, then save it.", row.exception);
            Problem::new("bad-request", says)
        })?;
        let followed = self.followed(row)?;
        let log = self.log_about(&row.exception)?;
        Ok(paper::pdf(&model(self.open()?, row, &written, followed, &log, preparer)?)?.bytes)
    }

    pub(super) fn exception_shown(
        &mut self,
        reference: ExceptionRef,
    ) -> Result<ExceptionRow, Problem> {
        let reference = reference.to_string();
        let view = self.exceptions(Nothing {})?;
        let mut all = view.open.into_iter().chain(view.over);
        let unknown = || domain::Refusal::Unknown { reference: reference.clone() };
        Ok(all.find(|row| row.exception == reference).ok_or_else(unknown)?)
    }

    /// The action items that came out of an exception and the decisions tied to it, as they stand.
    fn followed(&mut self, row: &ExceptionRow) -> Result<Vec<Followed>, Problem> {
        let actions = self.actions(Nothing {})?;
        let items = actions.open.iter().chain(&actions.over);
        let items = items.filter(|item| row.actions.contains(&item.action)).map(action);
        let mut followed: Vec<Followed> = items.collect();
        let decisions = self.decisions(Nothing {})?;
        let tied = decisions.open.iter().chain(&decisions.over);
        followed.extend(tied.filter(|one| row.decisions.contains(&one.decision)).map(decision));
        followed.sort_by(|one, other| one.reference.cmp(&other.reference));
        Ok(followed)
    }
}

fn model(
    open: &Open,
    row: &ExceptionRow,
    written: &PostmortemShown,
    followed: Vec<Followed>,
    log: &[LogRow],
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let reference = row.exception.clone();
    let (did, on) = match &row.ended_at {
        Some(at) => ("resolved", at),
        None => ("raised", &row.raised_at),
    };
    let exports = open.view().exports()?;
    let about_it = |made: &&store::tables::export::Export| {
        made.export.exception.is_some_and(|exception| exception.to_string() == reference)
    };
    let about = About {
        report: "Exception postmortem",
        period: format!("{reference}: {did} {}", day(on, IN_FULL)),
        as_of: open.last()?,
        before: exports.iter().filter(about_it).count(),
    };
    let erased = |words: &Option<String>| or_erased(words.as_ref());
    let mut entries = Vec::new();
    for row in log.iter().rev() {
        entries.push(listed(&open.store.entry(row.entry)?, row));
    }
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        title: title(row),
        about: sentences(row),
        clock: clock(row.time.state),
        state: stands(row),
        facts: facts(row),
        what: erased(&row.what),
        pointer: row.pointer.clone().unwrap_or_default(),
        cause: erased(&written.cause),
        impact: erased(&written.impact),
        done: erased(&written.done),
        changes: erased(&written.changes),
        written: format!(
            "{}, {}, entry {}",
            written.by,
            minute(&written.at),
            report::grouped(written.entry)
        ),
        closing: row.words.clone().unwrap_or_default(),
        steps: steps(row),
        time: format!(
            "{} h, {}",
            row.time.hours,
            if row.time.wall { "nights and weekends counted" } else { "of business days" }
        ),
        followed,
        zone: settings(&open.view())?.zone.to_string(),
        entries,
        reference,
    })
}

/// "Data security, Contact list building".
fn title(row: &ExceptionRow) -> String {
    let of = row.workflow_name.as_ref().or(row.workflow.as_ref());
    let of = of.map(|name| format!(", {}", report::isolate(name))).unwrap_or_default();
    format!("{}{of}", row.kind.words())
}

fn sentences(row: &ExceptionRow) -> String {
    let mut said = row.exception.clone();
    if let Some(workflow) = &row.workflow {
        let name = row.workflow_name.as_deref().map(report::isolate).unwrap_or_default();
        said.push_str(format!(" about {workflow} {name}").trim_end());
    }
    said.push_str(&format!(". Raised by {}.", report::isolate(&row.raised_by)));
    for (from, out_of) in [("review", &row.review), ("stop", &row.stop), ("metric", &row.metric)] {
        if let Some(reference) = out_of {
            said.push_str(&format!(" It came out of the {from} {reference}."));
        }
    }
    if !row.overrides.is_empty() {
        said.push_str(&format!(" It came out of the overrides {}.", row.overrides.join(", ")));
    }
    said
}

fn facts(row: &ExceptionRow) -> Vec<(String, String)> {
    let facts = [
        Some(("Severity", row.severity.words().to_owned())),
        Some(("Raised", minute(&row.raised_at))),
        row.time.due.as_ref().map(|due| ("Due", minute(due))),
        row.ended_at.as_ref().map(|ended| ("Resolved", minute(ended))),
    ];
    facts.into_iter().flatten().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// What its clock did, in order: when it was raised, stood still, ran out, was resolved, and began
/// anew when it was reopened.
fn steps(row: &ExceptionRow) -> Vec<Step> {
    let time = &row.time;
    let mut all = vec![(&row.raised_at, format!("Raised; {} asked", row.routed_name))];
    for pause in &time.pauses {
        let why = pause.why.as_deref().unwrap_or(ERASED);
        all.push((&pause.from, format!("Stood still: {why}")));
        all.extend(pause.to.as_ref().map(|to| (to, "Went on".to_owned())));
    }
    for run in &time.runs {
        // Whom it went to is known while it is open, and then each step says so.
        let told = run.ended.is_none() && !time.steps.is_empty();
        let passed = run.due.as_ref().filter(|_| run.late && !told);
        all.extend(passed.map(|due| (due, "Due passed".to_owned())));
        all.extend(run.ended.as_ref().map(|ended| (ended, "Resolved".to_owned())));
    }
    let reopened = time.runs.iter().skip(1).map(|run| &run.from);
    all.extend(reopened.map(|at| (at, "Reopened; all of its time anew".to_owned())));
    all.extend(time.steps.iter().map(|step| (&step.at, format!("Due passed: {}", step.to))));
    all.sort_by_key(|(at, _)| when::written(at));
    all.into_iter().map(|(at, says)| Step { at: minute(at), says }).collect()
}

fn action(row: &ActionRow) -> Followed {
    let progress = match row.state {
        ActionState::Open => Progress::Open,
        ActionState::Late => Progress::Late,
        ActionState::Done => Progress::Done,
        ActionState::Dropped => Progress::Dropped,
    };
    Followed {
        reference: row.action.clone(),
        what: or_erased(row.what.as_ref()),
        who: row.who_name.clone(),
        when: row.due.clone(),
        stands: Stands::Action(progress),
    }
}

fn decision(row: &DecisionRow) -> Followed {
    Followed {
        reference: row.decision.clone(),
        what: or_erased(row.title.as_ref()),
        who: row.by_name.clone(),
        when: if row.state.is_open() { day(&row.until, "%Y-%m-%d") } else { String::new() },
        stands: Stands::Decision(standing(row.state)),
    }
}

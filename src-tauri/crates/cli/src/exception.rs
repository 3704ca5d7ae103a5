//! Exceptions by command line.

use std::path::Path;

use desk::Problem;
use desk::operations::{
    AssignException, ExceptionNamed, ExceptionRow, ExceptionWords, ExceptionsAbout, ExceptionsView,
    FromItem, LinkException, Nothing, ReportException, ResolveException, SetExceptionSeverity,
    TimeState, WritePostmortem,
};
use domain::ERASED;

use crate::args::{Args, Exception, Shown};
use crate::print::{say, within};
use crate::{Outcome, at, print};

/// Does what is asked of exceptions.
pub fn exception(args: &Args, act: &Exception) -> Result<Outcome, Problem> {
    let named = named(act);
    let view = match act {
        Exception::List { file, shown, about } => {
            return list(args, file, *shown, about.as_deref());
        }
        Exception::Show { file, exception } => return show(args, file, exception),
        Exception::Report { file, kind, what, severity, workflow, pointer, review, item } => {
            let from = review.clone().zip(item.clone());
            at::acting(args, file)?.0.report_exception(ReportException {
                kind: *kind,
                severity: *severity,
                workflow: workflow.clone(),
                what: what.clone(),
                pointer: pointer.clone(),
                from: from.map(|(review, item)| FromItem { review, item }),
            })?
        }
        Exception::Acknowledge { file, exception } => {
            let exception = exception.clone();
            at::acting(args, file)?.0.acknowledge_exception(ExceptionNamed { exception })?
        }
        Exception::Assign { file, exception, to } => {
            let (exception, person) = (exception.clone(), to.clone());
            at::acting(args, file)?.0.assign_exception(AssignException { exception, person })?
        }
        Exception::Wait { file, exception, reason } => {
            at::acting(args, file)?.0.let_exception_wait(words(exception, reason))?
        }
        Exception::Resume { file, exception } => {
            let exception = exception.clone();
            at::acting(args, file)?.0.resume_exception(ExceptionNamed { exception })?
        }
        Exception::Severity { file, exception, severity, reason } => {
            let (exception, severity, why) = (exception.clone(), *severity, reason.clone());
            let set = SetExceptionSeverity { exception, severity, why };
            at::acting(args, file)?.0.set_exception_severity(set)?
        }
        Exception::Link { file, exception, decision } => {
            at::acting(args, file)?.0.link_exception(tie(exception, decision))?
        }
        Exception::Unlink { file, exception, decision } => {
            at::acting(args, file)?.0.unlink_exception(tie(exception, decision))?
        }
        Exception::Resolve { file, exception, words } => {
            let (exception, words) = (exception.clone(), words.clone());
            at::acting(args, file)?.0.resolve_exception(ResolveException { exception, words })?
        }
        Exception::Reopen { file, exception, reason } => {
            at::acting(args, file)?.0.reopen_exception(words(exception, reason))?
        }
        Exception::Postmortem { file, exception, cause, impact, done, changes } => {
            at::acting(args, file)?.0.write_postmortem(WritePostmortem {
                exception: exception.clone(),
                cause: cause.clone(),
                impact: impact.clone(),
                done: done.clone(),
                changes: changes.clone(),
            })?
        }
    };
    print::answer(args.json, &view, |view| {
        let rows = || view.open.iter().chain(&view.over);
        // The newest is what was just reported; a reference never stands twice.
        let newest = || rows().max_by_key(|row| (row.exception.len(), row.exception.clone()));
        match named {
            Some(named) => rows().filter(|row| row.exception == named).for_each(line),
            None => newest().into_iter().for_each(line),
        }
    })
}

/// The exception that an act is about; none where it makes one.
fn named(act: &Exception) -> Option<&str> {
    match act {
        Exception::List { .. } | Exception::Report { .. } => None,
        Exception::Show { exception, .. }
        | Exception::Acknowledge { exception, .. }
        | Exception::Assign { exception, .. }
        | Exception::Wait { exception, .. }
        | Exception::Resume { exception, .. }
        | Exception::Severity { exception, .. }
        | Exception::Link { exception, .. }
        | Exception::Unlink { exception, .. }
        | Exception::Resolve { exception, .. }
        | Exception::Reopen { exception, .. }
        | Exception::Postmortem { exception, .. } => Some(exception),
    }
}

fn words(exception: &str, words: &str) -> ExceptionWords {
    ExceptionWords { exception: exception.to_owned(), words: words.to_owned() }
}

fn tie(exception: &str, decision: &str) -> LinkException {
    LinkException { exception: exception.to_owned(), decision: decision.to_owned() }
}

fn list(args: &Args, file: &Path, wanted: Shown, about: Option<&str>) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, file)?;
    let view = match about {
        Some(about) => desk.exceptions_about(ExceptionsAbout { reference: about.to_owned() })?,
        None => desk.exceptions(Nothing {})?,
    };
    let view = shown(view, wanted, args.person());
    print::answer(args.json, &view, |view| {
        if view.open.is_empty() && view.over.is_empty() {
            say!("{}", wanted.none("exception"));
        }
        view.open.iter().chain(&view.over).for_each(line);
    })
}

/// Those that are wanted of a list.
pub fn shown(mut view: ExceptionsView, wanted: Shown, person: &str) -> ExceptionsView {
    view.open.retain(|row| match wanted {
        Shown::Mine => row.person.as_deref() == Some(person),
        Shown::Open => true,
        Shown::Late => row.time.state == TimeState::Late,
        Shown::Over => false,
    });
    if wanted != Shown::Over {
        view.over.clear();
    }
    view
}

/// Says an exception in a line.
pub fn line(row: &ExceptionRow) {
    let what = within(row.what.as_deref().unwrap_or(ERASED));
    let (severity, time) = (row.severity.words(), &row.time.says);
    match &row.asked {
        Some(asked) => {
            say!("{}  {severity}, {time}, asked of {}: {what}", row.exception, asked.says);
        }
        None => say!("{}  {severity}, resolved {time}: {what}", row.exception),
    }
}

fn show(args: &Args, file: &Path, exception: &str) -> Result<Outcome, Problem> {
    let view = at::reading(args, file)?.exceptions(Nothing {})?;
    let row = view.open.into_iter().chain(view.over).find(|row| row.exception == exception);
    let row = row.ok_or_else(|| domain::Refusal::Unknown { reference: exception.to_owned() })?;
    print::answer(args.json, &row, in_full)
}

fn in_full(row: &ExceptionRow) {
    line(row);
    let named = |name: &str, fact: &str| say!("  {name}: {}", within(fact));
    named("Kind", row.kind.words());
    named("State", row.stage.words());
    if let Some(workflow) = &row.workflow {
        let name = row.workflow_name.as_deref().unwrap_or_default();
        named("Workflow", &format!("{workflow} {name}"));
    }
    named("For", &row.routed_name);
    if let Some(person) = &row.person_name {
        named("Person", person);
    }
    named("Raised", &format!("{} by {}, entry {}", row.raised_at, row.raised_by, row.entry));
    if let Some(pointer) = &row.pointer {
        named("Where", pointer);
    }
    if let Some(due) = &row.time.due {
        let counted = if row.time.wall { "all hours" } else { "hours of business days" };
        named("Due", &format!("{due}, {} {counted}", row.time.hours));
    }
    for step in &row.time.steps {
        named("Escalated", &format!("{} to {}", step.at, step.to));
    }
    for pause in &row.time.pauses {
        let to = pause.to.as_deref().unwrap_or("now");
        let why = pause.why.as_deref().unwrap_or(ERASED);
        named("Waited", &format!("{} to {to}: {why}", pause.from));
    }
    let out_of = [&row.review, &row.stop, &row.metric].into_iter().flatten();
    let out_of: Vec<&String> = out_of.chain(&row.overrides).collect();
    for (name, all) in [
        ("Out of", out_of),
        ("Decisions", row.decisions.iter().collect()),
        ("Action items", row.actions.iter().collect()),
    ] {
        if !all.is_empty() {
            named(name, &all.into_iter().cloned().collect::<Vec<_>>().join(", "));
        }
    }
    if let (Some(at), Some(by)) = (&row.ended_at, &row.ended_by) {
        let words = row.words.as_deref().unwrap_or(ERASED);
        named("Resolved", &format!("{at} by {by}: {words}"));
    }
    if let Some(learnt) = &row.postmortem {
        for (name, words) in [
            ("Cause", &learnt.cause),
            ("Impact", &learnt.impact),
            ("Done", &learnt.done),
            ("Changes", &learnt.changes),
        ] {
            named(name, words.as_deref().unwrap_or(ERASED));
        }
    }
}

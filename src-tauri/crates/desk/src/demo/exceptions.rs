//! What went wrong in the last weeks beside what was stopped: how it was told, who saw to it, and
//! how long that took.

use domain::exception::{Kind, Severity};

use super::company::{HANNAH, HENRIKE, KENJI, MAREN, NOUR, RAFAEL, SALOME, TOMASZ};
use super::decisions::titled;
use super::register::by_name;
use super::stops::PROPOSALS;
use super::story::Story;
use crate::Problem;
use crate::operations::{
    ExceptionNamed, ExceptionRow, ExceptionWords, LinkException, Nothing, RaiseAction, RaisedFrom,
    ReportException, ResolveException, SetExceptionSeverity, WritePostmortem,
};

const SHARED: &str = "A list of 1,140 contacts lay open to everybody who had its link.";
const UPTIME: &str = "A draft promised 99.99 % uptime. Nobody signed that.";
const TWICE: &str = "Two accounts got step 3 of the autumn sequence twice.";
const MERGED: &str = "Three subsidiaries were merged into their parent overnight.";
const NAMED: &str = "A call summary names a patient of the customer.";

/// The exceptions that people reported.
pub fn plan(story: &mut Story<'_>) {
    shared(story);
    report(story, (20, 2, 14, 10), TOMASZ, "Follow-up sequencing", TWICE, NORMAL_STEP);
    acknowledge(story, (20, 3, 9, 5), NOUR, TWICE);
    resolve(
        story,
        (20, 3, 15, 40),
        NOUR,
        TWICE,
        "The retry did not wait for the first answer. Both accounts were told.",
    );
    merged(story);
    clauses(story);
    report(story, (25, 2, 11, 25), HANNAH, "First-touch email drafts", UPTIME, CLAIM);
    story.plan(story.days.at(25, 2, 16, 30), SALOME, |story| {
        let row = about(story, UPTIME)?;
        let words = "Product says by Friday which figure may be named.".to_owned();
        story.desk.let_exception_wait(ExceptionWords { exception: row.exception, words })?;
        Ok(())
    });
    report(story, (25, 3, 17, 50), TOMASZ, "Call summaries", NAMED, DELICATE);
    acknowledge(story, (25, 4, 9, 20), RAFAEL, NAMED);
}

const NORMAL_STEP: (Kind, Severity) = (Kind::SequenceDeviation, Severity::Normal);
const CLAIM: (Kind, Severity) = (Kind::LegalOrClaims, Severity::Normal);
const DELICATE: (Kind, Severity) = (Kind::Privacy, Severity::High);

/// Reported on a Friday evening, it went up while security was at home.
fn shared(story: &mut Story<'_>) {
    let kind = (Kind::DataSecurity, Severity::High);
    report(story, (20, 4, 17, 35), KENJI, "Prospect list building", SHARED, kind);
    acknowledge(story, (20, 5, 19, 50), MAREN, SHARED);
    story.plan(story.days.at(21, 0, 9, 15), RAFAEL, |story| {
        let row = about(story, SHARED)?;
        let what = "Look through every shared list for links that anybody can open.".to_owned();
        let from = Some(RaisedFrom::Exception(row.exception));
        let (who, cadence) = (HENRIKE.to_owned(), "weekly".to_owned());
        let due = story.days.day(21, 4).to_string();
        story.desk.raise_action(RaiseAction { what, who, due, cadence, from }).map(|_| ())
    });
    story.plan(story.days.at(21, 0, 11, 5), RAFAEL, |story| {
        let row = about(story, SHARED)?;
        let words = "The link is closed. Its log shows two openings, both from this house; nobody \
                     outside saw the list."
            .to_owned();
        story.desk.resolve_exception(ResolveException { exception: row.exception, words })?;
        Ok(())
    });
    story.plan(story.days.at(21, 2, 14, 0), RAFAEL, |story| {
        let row = about(story, SHARED)?;
        let text = |words: &str| words.to_owned();
        story.desk.write_postmortem(WritePostmortem {
            exception: row.exception,
            cause: text("The export folder shared new files with a link by default."),
            impact: text("1,140 contacts, names and work addresses, open for two days."),
            done: text("The link was closed and its log read; nobody outside had opened it."),
            changes: text("Exports go to a folder without links; security is on call on weekends."),
        })?;
        Ok(())
    });
}

/// Told as normal, found to be worse, and not over when it was said to be.
fn merged(story: &mut Story<'_>) {
    let kind = (Kind::OutputError, Severity::Normal);
    report(story, (23, 0, 9, 40), HENRIKE, "Contact de-duplication", MERGED, kind);
    story.plan(story.days.at(23, 0, 11, 0), MAREN, |story| {
        let (exception, why) =
            (about(story, MERGED)?.exception, "Their renewals moved too.".into());
        let severity = Severity::High;
        story
            .desk
            .set_exception_severity(SetExceptionSeverity { exception, severity, why })
            .map(|_| ())
    });
    acknowledge(story, (23, 0, 11, 2), MAREN, MERGED);
    resolve(story, (23, 1, 10, 30), MAREN, MERGED, "The three were parted again by hand.");
    story.plan(story.days.at(23, 2, 8, 55), HENRIKE, |story| {
        let exception = about(story, MERGED)?.exception;
        let words = "It merged two of them again in the night.".to_owned();
        story.desk.reopen_exception(ExceptionWords { exception, words }).map(|_| ())
    });
    story.plan(story.days.at(23, 2, 16, 10), MAREN, |story| {
        let exception = about(story, MERGED)?.exception;
        let decision = titled(story.desk, "Stop enrichment after 20 conflicts")?.decision;
        story.desk.link_exception(LinkException { exception: exception.clone(), decision })?;
        let words = "Accounts of one group are marked, and the matching leaves them alone.".into();
        story.desk.resolve_exception(ResolveException { exception, words }).map(|_| ())
    });
    story.plan(story.days.at(23, 4, 10, 0), MAREN, |story| {
        let text = |words: &str| words.to_owned();
        let written = WritePostmortem {
            exception: about(story, MERGED)?.exception,
            cause: text("The matching read one web address for the whole group."),
            impact: text("Five renewals stood at the wrong account for two nights."),
            done: text("The accounts were parted, and the renewals moved back."),
            changes: text(
                "Groups are marked; a merge of more than one account waits for approval.",
            ),
        };
        story.desk.write_postmortem(written).map(|_| ())
    });
}

/// What was learnt from the stop of proposal assembly.
fn clauses(story: &mut Story<'_>) {
    story.plan(story.days.at(11, 0, 15, 0), MAREN, |story| {
        let over = story.desk.exceptions(Nothing {})?.over;
        let of_it = |row: &ExceptionRow| row.workflow_name.as_deref() == Some(PROPOSALS);
        let Some(row) = over.into_iter().find(of_it) else { return Ok(()) };
        let text = |words: &str| words.to_owned();
        let written = WritePostmortem {
            exception: row.exception,
            cause: text("The clause library was copied in March and never refreshed."),
            impact: text("Two drafts with last year’s liability clause; neither left the house."),
            done: text("It was stopped within the hour, and the library replaced."),
            changes: text("The library is read where legal keeps it, not from a copy."),
        };
        story.desk.write_postmortem(written).map(|_| ())
    });
}

fn report(
    story: &mut Story<'_>,
    (week, day, hour, minute): (u64, u64, u32, u32),
    by: &'static str,
    workflow: &'static str,
    what: &'static str,
    (kind, severity): (Kind, Severity),
) {
    story.plan(story.days.at(week, day, hour, minute), by, move |story| {
        let workflow = Some(by_name(story.desk, workflow)?.workflow);
        let (what, pointer) = (what.to_owned(), String::new());
        let report = ReportException { kind, severity, workflow, what, pointer, from: None };
        story.desk.report_exception(report).map(|_| ())
    });
}

fn acknowledge(
    story: &mut Story<'_>,
    (week, day, hour, minute): (u64, u64, u32, u32),
    by: &'static str,
    what: &'static str,
) {
    story.plan(story.days.at(week, day, hour, minute), by, move |story| {
        let exception = about(story, what)?.exception;
        story.desk.acknowledge_exception(ExceptionNamed { exception }).map(|_| ())
    });
}

fn resolve(
    story: &mut Story<'_>,
    (week, day, hour, minute): (u64, u64, u32, u32),
    by: &'static str,
    what: &'static str,
    words: &'static str,
) {
    story.plan(story.days.at(week, day, hour, minute), by, move |story| {
        let (exception, words) = (about(story, what)?.exception, words.to_owned());
        story.desk.resolve_exception(ResolveException { exception, words }).map(|_| ())
    });
}

/// The exception that says so.
fn about(story: &mut Story<'_>, what: &str) -> Result<ExceptionRow, Problem> {
    let view = story.desk.exceptions(Nothing {})?;
    let mut all = view.open.into_iter().chain(view.over);
    all.find(|row| row.what.as_deref() == Some(what))
        .ok_or_else(|| Problem::internal(format!("no exception says “{what}”")))
}

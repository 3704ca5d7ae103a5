//! Overrides, and exceptions with their clocks.

use report::audit::{Cell, Column, Line, Part, Section, State};
use report::{Clock, counted};

use super::super::exceptions::{clock, stands};
use super::super::quarter::{Quarter, Stood, late, short_day};
use super::table::{figure, key, of_record, part, points, row, share, state, with_earlier, words};
use crate::erased::or_erased;
use crate::exceptions::ExceptionRow;
use crate::overrides::OverrideRow;
use crate::when;

/// Overrides are counted by workflow and team, never by person.
pub(super) fn overrides(stood: &Stood) -> Section {
    let count = report::grouped(stood.overrides.len() as u64);
    let columns = vec![
        points("Override", 50),
        points("Day", 40),
        share("Workflow", 8),
        share("Team", 5),
        share("AI said", 9),
        share("Human chose", 9),
        share("Reason", 7),
    ];
    let lines = stood.overrides.iter().map(override_row).collect();
    let empty = "No override was recorded in this quarter.";
    Section {
        title: "Overrides".to_owned(),
        holds: count.clone(),
        lead: format!(
            "{} recorded in the quarter. They are told by workflow and team, never by person.",
            counted(stood.overrides.len(), "override was", "overrides were")
        ),
        parts: vec![part("Overrides", columns, lines, empty)],
    }
}

fn override_row(one: &OverrideRow) -> Line {
    let name = or_erased(one.workflow_name.as_ref());
    of_record(
        &one.reference,
        vec![
            key(&one.reference),
            words(short_day(&one.at)),
            words(format!("{name} {}", one.workflow)),
            words(one.team_name.clone().unwrap_or_default()),
            words(or_erased(one.ai_said.as_ref())),
            words(or_erased(one.chose.as_ref())),
            words(one.reason.words()),
        ],
    )
}

pub(super) fn section(quarter: &Quarter) -> Section {
    let (stood, earlier) = (&quarter.stood, &quarter.carried.exceptions);
    let raised = stood.exceptions.len();
    let late = late(stood).count();
    let open = stood.exceptions.iter().filter(|row| row.stage.is_open()).count();
    Section {
        title: "Exceptions".to_owned(),
        holds: report::grouped(raised as u64),
        lead: format!(
            "{} raised in the quarter: {} kept their time, {late} did not; {open} stand open.{}",
            counted(raised, "exception was", "exceptions were"),
            raised - late,
            match earlier.len() {
                0 => String::new(),
                before => format!(
                    " {} open since before it, {} of them still open.",
                    counted(before, "was", "were"),
                    earlier.iter().filter(|row| row.stage.is_open()).count()
                ),
            }
        ),
        parts: vec![clocks(quarter), by_severity(stood), postmortems(quarter)],
    }
}

fn clocks(quarter: &Quarter) -> Part {
    let stood = &quarter.stood;
    let columns = vec![
        points("Exception", 50),
        points("Raised", 40),
        share("What happened", 10),
        points("Severity", 42),
        points("Clock, of the time allowed", 116),
        share("Result", 5),
    ];
    let rows =
        |rows: &[ExceptionRow]| rows.iter().map(|row| exception(row, stood)).collect::<Vec<_>>();
    let lines = with_earlier(rows(&stood.exceptions), rows(&quarter.carried.exceptions));
    let any = !lines.is_empty();
    let empty = "No exception was raised in this quarter.";
    let mut part = part("Clocks and service levels", columns, lines, empty);
    if any {
        part.note = "The line is the time allowed. Inside it business hours count where the severity \
                     counts them, and pauses do not; what runs over it is shown in hours of the clock on \
                     the wall, up to half as much again."
            .to_owned();
    }
    part
}

fn exception(one: &ExceptionRow, stood: &Stood) -> Line {
    let clock = clock(one.time.state);
    let taken = match clock {
        Clock::Running | Clock::Kept => 1.0 - one.time.share as f32,
        Clock::Broken => 1.0 + overrun(one, stood),
    };
    let about = one.workflow.as_deref().map(|workflow| format!("\n{workflow}"));
    let what = or_erased(one.what.as_ref());
    of_record(
        &one.exception,
        vec![
            key(&one.exception),
            words(short_day(&one.raised_at)),
            words(format!("{what}{}", about.unwrap_or_default())),
            words(one.severity.words()),
            Cell::Clock(Some(taken)),
            Cell::Timed(clock, stands(one)),
        ],
    )
}

/// How much longer it took or takes than it was allowed, as a share of that.
fn overrun(one: &ExceptionRow, stood: &Stood) -> f32 {
    let moment = |written: &String| when::written(written);
    let due = one.time.due.as_ref().and_then(moment);
    let ended = one.ended_at.as_ref().and_then(moment).map(|at| at.to_utc());
    let over = due.map(|due| ended.unwrap_or_else(|| stood.at.utc()) - due.to_utc());
    let minutes = over.map_or(0, |over| over.num_minutes().max(0));
    minutes as f32 / (60.0 * one.time.hours.max(1) as f32)
}

fn by_severity(stood: &Stood) -> Part {
    let columns = vec![
        share("Severity", 1),
        Column::figures("Hours allowed", 80),
        Column::figures("Raised", 60),
        Column::figures("In time so far", 80),
        Column::figures("Late", 60),
        Column::figures("Open", 60),
    ];
    let mut severities: Vec<_> = stood.exceptions.iter().map(|row| row.severity).collect();
    severities.sort_unstable_by(|one, other| other.cmp(one));
    severities.dedup();
    let lines = severities.into_iter().map(|severity| {
        let own = || stood.exceptions.iter().filter(|row| row.severity == severity);
        let mut hours: Vec<u32> = own().map(|row| row.time.hours).collect();
        hours.sort_unstable();
        hours.dedup();
        let hours: Vec<String> = hours.iter().map(ToString::to_string).collect();
        let late = late(stood).filter(|row| row.severity == severity).count();
        row(vec![
            key(severity.words()),
            words(hours.join(", ")),
            figure(own().count() as u64),
            figure((own().count() - late) as u64),
            figure(late as u64),
            figure(own().filter(|row| row.stage.is_open()).count() as u64),
        ])
    });
    let lines = lines.collect();
    let mut part = part("By severity", columns, lines, "No exception was raised in this quarter.");
    part.holds = String::new();
    part
}

/// What was learnt from the severe ones.
fn postmortems(quarter: &Quarter) -> Part {
    let lines = |rows: &[ExceptionRow]| -> Vec<Line> {
        let severe = rows.iter().filter(|row| row.severe);
        severe.map(postmortem).collect()
    };
    let lines = with_earlier(lines(&quarter.stood.exceptions), lines(&quarter.carried.exceptions));
    let columns = vec![
        points("Exception", 50),
        share("Cause", 1),
        share("Impact", 1),
        share("Done", 1),
        share("Changes", 1),
        points("Written by", 62),
    ];
    part("Postmortems", columns, lines, "No severe exception was raised, so none is asked for.")
}

fn postmortem(one: &ExceptionRow) -> Line {
    match &one.postmortem {
        Some(written) => {
            let text = |words: &Option<String>| or_erased(words.as_ref());
            row(vec![
                key(&one.exception),
                Cell::Written(text(&written.cause)),
                Cell::Written(text(&written.impact)),
                Cell::Written(text(&written.done)),
                Cell::Written(text(&written.changes)),
                words(format!("{}, {}", written.by, short_day(&written.at))),
            ])
        }
        None => row(vec![
            key(&one.exception),
            state(State::Waiting, "Not written yet"),
            words(""),
            words(""),
            words(""),
            words(""),
        ]),
    }
}

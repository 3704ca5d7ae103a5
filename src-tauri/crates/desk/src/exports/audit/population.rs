//! Tests on every row of the quarter's action logs.

use std::collections::BTreeMap;

use domain::population::Test;
use report::audit::{Cell, Column, Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Quarter, Whole, short_day};
use super::table::{figure, part, points, row, share, state, words};
use crate::batches::BatchRow;
use crate::erased::or_erased;
use crate::population::{PopulationRow, TestResult};

/// What the tests found in every batch with actions of the quarter.
pub(super) fn section(quarter: &Quarter, whole: &Whole) -> Section {
    let rows: u64 = whole.tests.iter().map(|one| one.tested).sum();
    let failing: u64 = whole.tests.iter().map(|one| one.failing).sum();
    let batches = |count: usize| counted(count, "batch", "batches");
    let gone = match quarter.logs.len() - whole.tests.len() {
        0 => String::new(),
        purged => format!(" The rows of {} are purged.", batches(purged)),
    };
    let in_full = whole.tests.iter().flat_map(|one| &one.tests).all(|test| test.why_not.is_none());
    let short = match in_full {
        true => "",
        false => " Not every test could judge every action: each says which it could not, and why.",
    };
    let lead = match (quarter.logs.is_empty(), whole.tests.is_empty()) {
        (true, _) => "No action log of this quarter was read, so no test was run.".to_owned(),
        (false, true) => format!("No test was run.{gone}"),
        (false, false) => format!(
            "{} logged actions of {} were tested, none sampled; {} fail at least one test.{short}{gone}",
            report::grouped(rows),
            batches(whole.tests.len()),
            report::grouped(failing)
        ),
    };
    Section {
        title: "Whole-population tests".to_owned(),
        holds: format!("{} rows", report::grouped(rows)),
        lead,
        parts: if whole.tests.is_empty() {
            vec![by_test(whole)]
        } else {
            vec![by_test(whole), by_log(quarter, whole)]
        },
    }
}

/// Each test over all logs together.
fn by_test(whole: &Whole) -> Part {
    let columns = vec![
        share("Test", 2),
        Column::figures("Rows judged", 56),
        Column::figures("Rows that fail", 56),
        points("Result", 84),
        share("Not judged", 3),
        points("Exceptions", 76),
    ];
    let lines = Test::ALL.iter().filter_map(|test| {
        let rows = whole.tests.iter().flat_map(|one| &one.tests).filter(|row| row.test == *test);
        let rows: Vec<&PopulationRow> = rows.collect();
        let first = rows.first()?;
        let judged = rows.iter().map(|row| row.judged).sum::<u64>();
        let exceptions: Vec<&str> =
            rows.iter().flat_map(|row| &row.exceptions).map(String::as_str).collect();
        Some(row(vec![
            words(&first.words),
            figure(judged),
            figure(rows.iter().map(|row| row.count).sum::<u64>()),
            result(&rows, judged),
            words(not_judged(&rows)),
            words(exceptions.join(", ")),
        ]))
    });
    let lines: Vec<Line> = lines.collect();
    let empty = "There is no batch of this quarter whose rows could be tested.";
    part("Each test over all logs", columns, lines, empty)
}

/// How a test came out over several logs, that `judged` so many of their actions.
fn result(rows: &[&PopulationRow], judged: u64) -> Cell {
    let all = |result| rows.iter().all(|row| row.result == result);
    if rows.iter().any(|row| row.result == TestResult::Fails) {
        state(State::Breach, TestResult::Fails.words())
    } else if all(TestResult::Clean) && judged == 0 {
        state(State::NotAsked, "None to judge")
    } else if all(TestResult::Clean) {
        state(State::Fine, TestResult::Clean.words())
    } else if all(TestResult::NotTested) {
        state(State::Attention, TestResult::NotTested.words())
    } else {
        state(State::Attention, TestResult::InPart.words())
    }
}

/// Why a test could not judge every action, with of how many logs that is so.
fn not_judged(rows: &[&PopulationRow]) -> String {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in rows.iter().filter_map(|row| row.why_not.as_deref()) {
        *reasons.entry(reason).or_default() += 1;
    }
    let said = |(reason, logs): (&str, usize)| match rows.len() {
        1 => reason.to_owned(),
        _ => format!("{}: {reason}", counted(logs, "log", "logs")),
    };
    reasons.into_iter().map(said).collect::<Vec<_>>().join(" ")
}

/// Each log with how many of its actions fail, and what of the tests was not to be had.
fn by_log(quarter: &Quarter, whole: &Whole) -> Part {
    let columns = vec![
        share("Log", 4),
        Column::figures("Rows", 56),
        Column::figures("Rows that fail", 56),
        share("Result", 3),
    ];
    let lines: Vec<Line> = whole
        .tests
        .iter()
        .map(|one| {
            let so = |result| one.tests.iter().filter(|row| row.result == result).count();
            let short = so(TestResult::NotTested) + so(TestResult::InPart);
            let (mark, says) = match (one.failing, short) {
                (0, 0) => (State::Fine, "Every test passes".to_owned()),
                (0, 1) => (State::Attention, "1 test not run in full; the others pass".to_owned()),
                (0, short) => {
                    (State::Attention, format!("{short} tests not run in full; the others pass"))
                }
                (_, _) => {
                    (State::Breach, counted(so(TestResult::Fails), "test fails", "tests fail"))
                }
            };
            row(vec![
                words(log(quarter, &one.batch)),
                figure(one.tested),
                figure(one.failing),
                state(mark, says),
            ])
        })
        .collect();
    let note = "A batch with actions of this quarter is tested whole, also where it reaches beyond. \
                What each test found in each batch stands on its screen, and in a pack as \
                data/population-tests.csv.";
    let note = if lines.is_empty() { "" } else { note }.to_owned();
    Part { note, ..part("Each log", columns, lines, "") }
}

/// "BATCH-0003, Outreach, 1 Sep to 30 Sep, taken in on 1 Oct": the last only where the quarter was over.
fn log(quarter: &Quarter, batch: &BatchRow) -> String {
    let source = or_erased(batch.source.as_ref());
    let span = batch.first.as_ref().zip(batch.last.as_ref());
    let span = span.map(|(first, last)| format!("{} to {}", short_day(first), short_day(last)));
    let later = quarter.later(&batch.at).map(|day| format!("taken in on {day}"));
    [Some(batch.batch.clone()), Some(source), span, later]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

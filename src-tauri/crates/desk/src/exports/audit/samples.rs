//! Samples and what they prove, and tests on every row.

use report::audit::{Column, Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Quarter, Stood, Whole, short_day};
use super::table::{figure, key, of_record, part, points, row, share, state, with_earlier, words};
use crate::batches::BatchRow;
use crate::erased::or_erased;
use crate::population::TestResult;
use crate::samples::{SampleRow, SampleStage};

pub(super) fn section(quarter: &Quarter) -> Section {
    let stood = &quarter.stood;
    let (tested, errors) = stood.sampled();
    Section {
        title: "Samples".to_owned(),
        holds: counted(stood.samples.len(), "sample", "samples"),
        lead: match (stood.samples.is_empty(), quarter.carried.samples.len()) {
            (true, 0) => {
                "No sample was planned in this quarter, so none proves anything.".to_owned()
            }
            (true, earlier) => {
                format!("No sample was planned in this quarter.{}", worked_on(earlier))
            }
            (false, earlier) => format!(
                "{} items tested in {}, {errors} in error. Every plan stands here, also one that was \
                 given up.{}",
                report::grouped(tested),
                counted(stood.samples.len(), "sample", "samples"),
                worked_on(earlier)
            ),
        },
        parts: vec![planned(quarter), pooled(stood)],
    }
}

fn worked_on(earlier: usize) -> String {
    match earlier {
        0 => String::new(),
        earlier => {
            format!(" Work went on in {} planned before it.", counted(earlier, "sample", "samples"))
        }
    }
}

fn planned(quarter: &Quarter) -> Part {
    let columns = vec![
        points("Sample", 50),
        points("Planned", 44),
        share("Of", 6),
        Column::figures("Rows", 46),
        Column::figures("Drawn", 40),
        Column::figures("Tested", 40),
        Column::figures("In error", 44),
        share("What it proves", 9),
    ];
    let rows = |rows: &[SampleRow]| rows.iter().map(sample).collect::<Vec<_>>();
    let lines = with_earlier(rows(&quarter.stood.samples), rows(&quarter.carried.samples));
    part("What the samples prove", columns, lines, "No sample was planned in this quarter.")
}

fn sample(one: &SampleRow) -> Line {
    let says = match (&one.says, one.stage) {
        (Some(says), _) => words(says),
        (None, SampleStage::Abandoned) => state(State::NotAsked, "Given up"),
        (None, SampleStage::Lapsed) => state(State::Breach, "Its time ran out"),
        (
            None,
            SampleStage::Planned
            | SampleStage::Drawn
            | SampleStage::Tested
            | SampleStage::Confirmed,
        ) => state(State::Waiting, "Nothing yet: items are left to test"),
    };
    of_record(
        &one.sample,
        vec![
            key(&one.sample),
            words(short_day(&one.planned)),
            words(format!("{}, {}", or_erased(one.title.as_ref()), one.batch)),
            figure(one.rows),
            figure(one.take),
            figure(one.tested),
            figure(one.errors),
            says,
        ],
    )
}

fn pooled(stood: &Stood) -> Part {
    let columns = vec![
        share("Process", 3),
        Column::figures("Tested", 50),
        Column::figures("In error", 50),
        share("What 13 weeks of samples prove together", 8),
    ];
    let lines = stood.pools.iter().map(|pool| {
        let shown = pool.row();
        row(vec![key(&shown.of), figure(shown.tested), figure(shown.errors), words(&shown.says)])
    });
    let lines = lines.collect();
    part("Samples pooled by process", columns, lines, "No samples of one process can be pooled.")
}

/// What each test found in each batch with actions of the quarter.
pub(super) fn tests(quarter: &Quarter, whole: &Whole) -> Section {
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
        parts: vec![by_test(quarter, whole)],
    }
}

fn by_test(quarter: &Quarter, whole: &Whole) -> Part {
    let mut lines = Vec::new();
    for one in &whole.tests {
        let title = log(quarter, &one.batch);
        lines.push(Line::Group { title, count: format!("{} rows", report::grouped(one.tested)) });
        lines.extend(one.tests.iter().map(|test| {
            let mark = match test.result {
                TestResult::Fails => State::Breach,
                TestResult::NotTested | TestResult::InPart => State::Attention,
                TestResult::Clean => State::Fine,
            };
            row(vec![
                words(&test.words),
                figure(test.count),
                state(mark, test.result.words()),
                words(test.why_not.clone().unwrap_or_default()),
                words(test.exceptions.join(", ")),
            ])
        }));
    }
    let columns = vec![
        share("Test", 2),
        Column::figures("Rows that fail", 60),
        points("Result", 96),
        share("Not judged", 3),
        points("Exceptions", 76),
    ];
    let empty = "There is no batch of this quarter whose rows could be tested.";
    let note =
        "A batch with actions of this quarter is tested whole, also where it reaches beyond.";
    let note = if lines.is_empty() { "" } else { note }.to_owned();
    Part { holds: String::new(), note, ..part("Each test on each batch", columns, lines, empty) }
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

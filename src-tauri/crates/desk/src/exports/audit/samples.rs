//! Samples and what they prove, and tests on every row.

use report::audit::{Column, Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Stood, Whole, short_day};
use super::table::{figure, key, of_record, part, points, row, share, state, words};
use crate::erased::or_erased;
use crate::population::TestResult;
use crate::samples::{SampleRow, SampleStage};

pub(super) fn section(stood: &Stood) -> Section {
    let (tested, errors) = stood.sampled();
    Section {
        title: "Samples".to_owned(),
        holds: counted(stood.samples.len(), "sample", "samples"),
        lead: match stood.samples.is_empty() {
            true => "No sample was planned in this quarter, so none proves anything.".to_owned(),
            false => format!(
                "{} items tested in {}, {errors} in error. Every plan stands here, also one that was \
                 given up.",
                report::grouped(tested),
                counted(stood.samples.len(), "sample", "samples")
            ),
        },
        parts: vec![planned(stood), pooled(stood)],
    }
}

fn planned(stood: &Stood) -> Part {
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
    let lines = stood.samples.iter().map(sample).collect();
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

/// What each test found in each batch that was taken in in the quarter.
pub(super) fn tests(stood: &Stood, whole: &Whole) -> Section {
    let rows: u64 = whole.tests.iter().map(|one| one.tested).sum();
    let failing: u64 = whole.tests.iter().map(|one| one.failing).sum();
    let purged = stood.batches.len() - whole.tests.len();
    let gone = match purged {
        0 => String::new(),
        purged => format!(" The rows of {} are purged.", counted(purged, "batch", "batches")),
    };
    let in_full = whole.tests.iter().flat_map(|one| &one.tests).all(|test| test.why_not.is_none());
    let short = match in_full {
        true => "",
        false => " Not every test could judge every action: each says which it could not, and why.",
    };
    Section {
        title: "Whole-population tests".to_owned(),
        holds: format!("{} rows", report::grouped(rows)),
        lead: match stood.batches.is_empty() {
            true => "No action log was read in this quarter, so no test was run.".to_owned(),
            false => format!(
                "{} logged actions of {} were tested, none sampled; {} fail at least one \
                 test.{short}{gone}",
                report::grouped(rows),
                counted(stood.batches.len(), "batch", "batches"),
                report::grouped(failing)
            ),
        },
        parts: vec![by_test(whole)],
    }
}

fn by_test(whole: &Whole) -> Part {
    let mut lines = Vec::new();
    for one in &whole.tests {
        let source = or_erased(one.batch.source.as_ref());
        let title = format!("{}, {source}", one.batch.batch);
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
    Part { holds: String::new(), ..part("Each test on each batch", columns, lines, empty) }
}

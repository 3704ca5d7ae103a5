//! Samples and what they prove.

use report::audit::{Column, Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Quarter, Stood, short_day};
use super::table::{figure, key, of_record, part, points, row, share, state, with_earlier, words};
use crate::erased::or_erased;
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

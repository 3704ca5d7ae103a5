//! Checks: counted from the rows, recorded with their counts, and counted again by whoever verifies.

use desk::operations::{
    CheckAsked, CheckItem, CheckQuery, CheckResult, CheckValuesQuery, ImportBatch, LogOrigin,
    LogReading, Moved, Nothing, OnlyGiven, PickedAsked, PurgeBatch, RecordCheck, RowsAsked,
    RunCheck,
};
use desk::{Desk, Problem};
use domain::batch::{Field, Treatment};

use crate::support::*;

/// A batch of rows of segment, outcome and score, a minute apart from that day on.
fn batch(room: &Room, desk: &mut Desk, day: &str, rows: &[(&str, &str, &str)]) -> String {
    take(room, desk, day, rows, LogReading::default())
}

fn take(
    room: &Room,
    desk: &mut Desk,
    day: &str,
    rows: &[(&str, &str, &str)],
    reading: LogReading,
) -> String {
    let lines = rows.iter().enumerate().map(|(n, (segment, outcome, score))| {
        let (hour, minute) = (n / 60 % 24, n % 60);
        let agent = if n.is_multiple_of(2) { "Router" } else { "Scorer" };
        format!("{day}-{n},{day}T{hour:02}:{minute:02}:00Z,{agent},{segment},{outcome},{score}\n")
    });
    let log = format!("id,time,workflow,segment,outcome,score\n{}", lines.collect::<String>());
    let grant = room.write(&format!("log-{day}.csv"), log);
    let origin = LogOrigin { source: "Scoring".into(), ..LogOrigin::default() };
    let wanted = ImportBatch { grant, sha256: None, reading, origin };
    desk.import_batch(wanted).unwrap().batch.batch
}

fn of(batch: &str) -> RowsAsked {
    RowsAsked { batches: vec![batch.to_owned()], ..RowsAsked::default() }
}

fn fairness(rows: RowsAsked, says: &str) -> CheckAsked {
    let picked = PickedAsked::OneOf { field: Field::Outcome, says: vec![says.to_owned()] };
    CheckAsked::Fairness { rows, by: Field::Segment, picked }
}

fn drift(before: RowsAsked, now: RowsAsked, of: Field, by: Option<Field>) -> CheckAsked {
    CheckAsked::Drift { before, now, of, by }
}

fn run(desk: &mut Desk, asks: CheckAsked) -> Result<CheckResult, Problem> {
    desk.run_check(RunCheck { asks })
}

/// So many rows of each segment, the first of them selected.
fn segments(
    counts: &[(&'static str, usize, usize)],
) -> Vec<(&'static str, &'static str, &'static str)> {
    let rows = counts.iter().flat_map(|(segment, selected, all)| {
        (0..*all).map(move |n| (*segment, if n < *selected { "meeting" } else { "none" }, "0.5"))
    });
    rows.collect()
}

#[test]
fn segments_are_held_against_the_one_selected_most() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = segments(&[("DACH", 48, 80), ("Nordics", 12, 40), ("Iberia", 5, 10), ("", 1, 3)]);
    let batch = batch(&room, &mut desk, "2026-11-12", &rows);
    let found = run(&mut desk, fairness(of(&batch), "meeting")).unwrap();
    let seen: Vec<_> = found
        .segments
        .iter()
        .map(|one| (one.name.as_str(), one.selected, one.all, one.highest, one.below, one.few))
        .collect();
    assert_eq!(
        seen,
        [
            ("DACH", 48, 80, true, false, false),
            ("Iberia", 5, 10, false, false, true),
            ("Nordics", 12, 40, false, true, false)
        ],
        "the highest first; 30 of 60 % is below four fifths, 50 of 60 % is not"
    );
    assert_eq!(found.left_out, 3, "rows without a segment are counted, and of none");
    assert_eq!(found.segments[2].ratio.as_deref(), Some("0.50"));
    assert!(
        found.shows.starts_with("Nordics is selected 0.50 as often as DACH, below four fifths.")
    );
    assert!(found.not.iter().any(|says| says.starts_with("Iberia has fewer than 30 rows")), "said");
    assert!(found.not[0].contains("not why"), "and never that somebody was treated unfairly");

    let one = RowsAsked {
        only: Some(OnlyGiven { field: "segment".into(), says: "DACH".into() }),
        ..of(&batch)
    };
    let alone = run(&mut desk, fairness(one, "meeting")).unwrap();
    assert!(alone.shows.starts_with("There is nothing to compare"), "{}", alone.shows);
    let nobody = run(&mut desk, fairness(of(&batch), "won")).unwrap();
    assert!(nobody.shows.starts_with("There is nothing to compare"), "nobody was selected");
}

#[test]
fn a_score_selects_from_a_number_on_and_what_is_no_number_is_left_out() {
    let room = Room::new();
    let mut desk = room.founded();
    let scores = ["0.2", "0.7", "0.9", "high", ""];
    let rows: Vec<_> = ["DACH", "Nordics"]
        .iter()
        .flat_map(|segment| scores.map(|score| (*segment, "none", score)))
        .collect();
    let batch = batch(&room, &mut desk, "2026-11-12", &rows);
    let picked = PickedAsked::AtLeast { field: Field::Score, value: "0.7".into() };
    let asks = CheckAsked::Fairness { rows: of(&batch), by: Field::Segment, picked };
    let found = run(&mut desk, asks).unwrap();
    let counts: Vec<_> = found.segments.iter().map(|one| (one.selected, one.all)).collect();
    assert_eq!((counts.as_slice(), found.left_out), ([(2, 3), (2, 3)].as_slice(), 4));
    let values = CheckValuesQuery { rows: of(&batch), field: Field::Score };
    let values = desk.check_values(values).unwrap();
    assert!(!values.numbers, "one word among them");
    assert_eq!((values.rows, values.blank), (10, 2));
    let listed: Vec<_> = values.values.iter().map(|one| (one.says.as_str(), one.count)).collect();
    assert_eq!(listed, [("0.2", 2), ("0.7", 2), ("0.9", 2), ("high", 2)]);
}

#[test]
fn words_and_numbers_are_held_against_a_baseline_segment_by_segment() {
    let room = Room::new();
    let mut desk = room.founded();
    let number = |n: u32| ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8"][n as usize % 8];
    let before: Vec<_> = (0..400).map(|n| ("DACH", "mail", number(n))).collect();
    let now: Vec<_> = (0..400)
        .map(|n| {
            let outcome = if n % 4 == 0 { "call" } else { "mail" };
            let segment = if n < 100 { "Nordics" } else { "DACH" };
            (segment, outcome, number(n % 8 / 2))
        })
        .collect();
    let first = batch(&room, &mut desk, "2026-10-12", &before);
    let second = batch(&room, &mut desk, "2026-11-12", &now);

    let words = drift(of(&first), of(&second), Field::Outcome, None);
    let words = run(&mut desk, words).unwrap();
    let bins: Vec<_> =
        words.groups[0].bins.iter().map(|bin| (bin.name.as_str(), bin.before, bin.now)).collect();
    assert_eq!(bins, [("call", 0, 100), ("mail", 400, 300)], "every word is a bin");
    assert_eq!(words.groups[0].moved, Some(Moved::Much));
    assert_eq!(words.groups[0].p, None, "words have no order to test");

    let numbers = drift(of(&first), of(&second), Field::Score, Some(Field::Segment));
    let numbers = run(&mut desk, numbers).unwrap();
    assert_eq!(numbers.groups.len(), 3, "all rows, then each segment");
    assert_eq!(
        numbers.groups[0].distance.as_deref(),
        Some("0.50"),
        "half of it lies above what now is highest"
    );
    assert_eq!(numbers.groups[0].p.as_deref(), Some("below 0.001"));
    assert_eq!(numbers.groups[2].index, None, "Nordics has no baseline");
    let new = "Nordics has values only in what is held against the baseline.";
    assert!(numbers.shows.contains(new), "so the sentence names it: {}", numbers.shows);
    assert!(numbers.shows.starts_with("Score has moved much"), "{}", numbers.shows);

    let half = |from: &str, to: &str| RowsAsked {
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
        batches: vec![first.clone(), second.clone()],
        only: None,
    };
    let periods = drift(
        half("2026-10-01", "2026-10-31"),
        half("2026-11-01", "2026-11-30"),
        Field::Outcome,
        None,
    );
    let periods = run(&mut desk, periods).unwrap();
    assert_eq!(periods.groups[0].index, words.groups[0].index, "periods of the same batches too");
}

#[test]
fn a_segment_that_came_or_went_stands_out_though_nothing_else_moved() {
    let room = Room::new();
    let mut desk = room.founded();
    let of_segments = |other: &'static str| -> Vec<(&'static str, &'static str, &'static str)> {
        (0..400).map(|n| (if n < 20 { other } else { "DACH" }, "mail", "0.5")).collect()
    };
    let first = batch(&room, &mut desk, "2026-10-12", &of_segments("Iberia"));
    let second = batch(&room, &mut desk, "2026-11-12", &of_segments("Nordics"));
    let asks = drift(of(&first), of(&second), Field::Outcome, Some(Field::Segment));
    let wanted = RecordCheck { asks, item: None, note: String::new() };
    let made = desk.record_check(wanted).unwrap();
    assert_eq!(made.row.short, "index 0.00, 2 segments came or went");
    assert!(made.row.stands_out, "somebody has to look");
    let shows = &made.result.shows;
    assert!(shows.contains("Nordics has values only in what is held against the baseline."));
    assert!(shows.contains("Iberia has values only in the baseline."), "{shows}");
    holds(&mut desk, "and it counted what the rows say");
}

#[test]
fn rows_that_would_stand_on_both_sides_are_refused_as_far_as_that_can_be_told() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = segments(&[("DACH", 48, 80), ("Nordics", 12, 40)]);
    let batch = batch(&room, &mut desk, "2026-11-12", &rows);
    let days = |from: &str, to: &str| RowsAsked {
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
        ..of(&batch)
    };
    let only = |field: &str, says: &str| RowsAsked {
        only: Some(OnlyGiven { field: field.into(), says: says.into() }),
        ..of(&batch)
    };
    for (before, now, expected) in [
        (of(&batch), days("2026-11-12", "2026-11-13"), Some("check-overlaps")),
        (
            days("2026-11-01", "2026-11-12"),
            days("2026-11-12", "2026-11-13"),
            Some("check-overlaps"),
        ),
        (of(&batch), only("segment", "DACH"), Some("check-overlaps")),
        (only("segment", "Nordics"), only("segment", "DACH"), None),
        (only("segment", "Nordics"), only("outcome", "none"), None),
    ] {
        let found = run(&mut desk, drift(before, now, Field::Outcome, None));
        assert_eq!(found.err().map(|problem| problem.code), expected.map(str::to_owned));
    }
    let unlike = drift(only("segment", "Nordics"), only("outcome", "none"), Field::Outcome, None);
    let told = run(&mut desk, unlike).unwrap();
    assert!(told.not[0].contains("rows may stand on both"), "what cannot be told is said");
}

#[test]
fn a_check_is_recorded_with_its_counts_and_shown_as_it_was() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = segments(&[("DACH", 48, 80), ("Nordics", 12, 40)]);
    let batch = batch(&room, &mut desk, "2026-11-12", &rows);
    let seen = run(&mut desk, fairness(of(&batch), "meeting")).unwrap();
    let before = size(&mut desk);
    let item = CheckItem { cadence: "quarterly".into(), item: "bias".into() };
    let asks = fairness(of(&batch), "meeting");
    let wanted = RecordCheck { asks: asks.clone(), item: Some(item), note: "Sales looks.".into() };
    let made = desk.record_check(wanted).unwrap();
    assert_eq!((made.row.check.as_str(), size(&mut desk)), ("CHK-0001", before + 1));
    assert_eq!(made.row.short, "ratio 0.50");
    assert!(made.row.stands_out, "below four fifths");
    assert_eq!(made.row.item.as_deref(), Some("Bias in outputs"));
    assert_eq!(made.result.shows, seen.shows, "what was looked at is what is recorded");
    holds(&mut desk, "whoever verifies counts the same");
    let nowhere = CheckItem { cadence: "quarterly".into(), item: "nothing".into() };
    let wanted = RecordCheck { asks, item: Some(nowhere), note: String::new() };
    assert_eq!(code(desk.record_check(wanted)), "unknown");

    desk.purge_batch(PurgeBatch { batch: batch.clone(), why: "Kept for a year.".into() }).unwrap();
    let kept = desk.check(CheckQuery { check: "CHK-0001".into() }).unwrap();
    assert_eq!(kept.result.shows, seen.shows, "the counts stay when the rows go");
    assert_eq!(code(run(&mut desk, fairness(of(&batch), "meeting"))), "batch-purged");
    assert_eq!(desk.checks(Nothing {}).unwrap().rows.len(), 1);
    holds(&mut desk, "what can no longer be counted is not held against it");
}

#[test]
fn what_cannot_be_compared_is_refused_with_what_to_do() {
    let room = Room::new();
    let mut desk = room.founded();
    let rows = segments(&[("DACH", 4, 8), ("Nordics", 2, 8)]);
    let many: Vec<String> = (0..41).map(|n| format!("segment {n}")).collect();
    let many: Vec<_> = many.iter().map(|one| (one.as_str(), "none", "0.5")).collect();
    let many = batch(&room, &mut desk, "2026-11-13", &many);
    // Taken in last: how its columns were treated is remembered for the next log of the same heads.
    let hashed = LogReading {
        treatments: [("outcome".to_owned(), Treatment::Hash)].into(),
        ..LogReading::default()
    };
    let hidden = take(&room, &mut desk, "2026-11-12", &rows, hashed);
    for (asks, expected) in [
        (fairness(of(&hidden), "meeting"), "check-of-hidden"),
        (fairness(of(&many), "none"), "check-too-many-segments"),
        (fairness(RowsAsked::default(), "none"), "check-of-nothing"),
        (fairness(of("BAT-0009"), "none"), "unknown"),
        (drift(of(&many), of(&many), Field::Score, None), "check-of-itself"),
        (drift(of(&many), of(&hidden), Field::Confidence, None), "check-no-column"),
        (drift(of(&many), of(&hidden), Field::Segment, None), "check-too-many-segments"),
    ] {
        assert_eq!(code(run(&mut desk, asks)), expected);
    }
}

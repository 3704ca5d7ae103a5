//! Samples: what they prove, in words a reader may quote, and which rows they draw.

use std::collections::BTreeMap;

use domain::batch::Known;
use domain::people::SignedStatement;
use domain::sample::{
    Attribute, Confirmation, Digest, Draw, Drawn, Entered, Extension, Finding, First, Held, Layer,
    MOST_STRATA, Method, Pooling, Population, RISK, Sample, SamplePlanned, Sealed, Size, Stratum,
    Undated, allotted, counts, every_kth, guided, percent, pool, pooled, pooled_sentence, proven,
    risk, sentence, stratified_upper,
};
use domain::{BatchRef, Moment, PersonRef, SampleRef, Text};
use proptest::prelude::*;

fn of(rows: u64, drawn: u64, errors: u64) -> Stratum {
    Stratum { rows, drawn, errors }
}

fn says(method: Method, strata: &[Stratum]) -> String {
    sentence(&proven(method, strata, 5, RISK)).replace('\u{202f}', " ")
}

#[test]
fn a_sample_says_what_it_proves() {
    use Method::{EveryKth, Simple, Stratified};
    let table: &[(Method, &[Stratum], &str)] = &[
        (
            Simple,
            &[of(248, 25, 1)],
            "1 of 25 tested, of 248, was in error. At 95 % confidence at most 42 of the 248 were \
             (17.0 %). This does not prove an error share below 5 %; 53 more items without error would.",
        ),
        (
            Simple,
            &[of(248, 10, 0)],
            "None of 10 tested, of 248, was in error. 10 clean items prove the error rate is below \
             26 %; 50 would prove below 5 %.",
        ),
        (
            Simple,
            &[of(100_000, 59, 0)],
            "None of 59 tested, of 100,000, was in error. 59 clean items prove the error rate is below \
             5 %, at 95 % confidence.",
        ),
        (
            Simple,
            &[of(40, 20, 15)],
            "15 of 20 tested, of 40, were in error. At 95 % confidence at most 34 of the 40 were \
             (85.0 %). This does not prove an error share below 5 %, and no more items would: too \
             many are in error.",
        ),
        (Simple, &[of(8, 8, 0)], "All 8 were tested, and none was in error."),
        (EveryKth, &[of(8, 8, 1)], "All 8 were tested: 1 was in error (12.5 %)."),
        (
            EveryKth,
            &[of(248, 25, 0)],
            "None of 25 tested, of 248, was in error. Every k-th row from one random start has no \
             sound upper limit: this proves nothing about the rows that were not tested.",
        ),
        (
            Stratified,
            &[of(100, 10, 0), of(20, 20, 1)],
            "1 of 30 tested, of 120, was in error. At 95 % confidence at most 25 of the 120 were \
             (20.9 %). This does not prove an error share below 5 %; 35 more items without error \
             would.",
        ),
        (Simple, &[of(0, 0, 0)], "There is no row to test."),
    ];
    for (method, strata, expected) in table {
        assert_eq!(says(*method, strata), *expected, "{method:?} {strata:?}");
    }
}

#[test]
fn weeks_of_one_process_prove_more_together() {
    let says = |samples: &[Stratum]| pooled_sentence(&pooled(samples, 5)).replace('\u{202f}', " ");
    assert_eq!(
        says(&[of(900, 4, 0), of(800, 6, 0)]),
        "10 clean items prove the error rate is below 26 %; 59 would prove below 5 %.",
        "the sentence that everybody learns first"
    );
    assert_eq!(
        says(&[of(250, 299, 3)]),
        "3 of 299 tested were in error. At 95 % confidence the process errs in at most 2.6 %. This \
         proves an error share below 5 %.",
        "thirteen weeks"
    );
    assert_eq!(
        says(&[]),
        "Nothing that was tested counts, so nothing is proven.",
        "nothing is nothing"
    );
}

#[test]
fn a_size_is_rounded_up_and_never_more_than_there_is() {
    let table = [
        (Size::Percent { percent: 10 }, 241, 25),
        (Size::Percent { percent: 10 }, 240, 24),
        (Size::Percent { percent: 10 }, 1, 1),
        (Size::Number { rows: 10 }, 7, 7),
        (Size::Number { rows: 10 }, 70, 10),
        (Size::Guidance { below_percent: 5 }, 1_000_000, 59),
        (Size::Guidance { below_percent: 10 }, 1_000_000, 29),
        (Size::Guidance { below_percent: 5 }, 20, 20),
        (Size::Percent { percent: 10 }, 0, 0),
    ];
    for (size, population, expected) in table {
        assert_eq!(size.of(population, RISK), expected, "{size:?} of {population}");
    }
    assert_eq!(percent(42, 248), "17.0\u{202f}%", "a limit of 16.94 is said as 17.0");
    assert_eq!(allotted(10, &[90, 9, 1]), [9, 1, 1], "no stratum gives nothing");
    assert!(guided(248, 5, RISK) > guided(100, 5, RISK), "a larger population asks for more");
    let extended = risk(Some(Extension { errors: 1, rows: 20 }));
    assert_eq!(
        [5, 10, 2].map(|percent| guided(1_000_000, percent, extended)),
        [72, 36, 183],
        "a plan that may be extended asks for more, as SAMPLES.md says"
    );
}

fn digest(seed: u64, row: u64) -> Digest {
    // Any mixing will do here: the desk takes SHA-256.
    let mut digest = [0; 32];
    let mixed = (row ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31);
    digest[..8].copy_from_slice(&mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9).to_be_bytes());
    digest
}

fn order(rows: Vec<Sealed>, take: u64) -> Vec<Drawn> {
    let mut first = First::of(take);
    rows.into_iter().for_each(|row| first.see(row));
    first.drawn()
}

fn rows(seed: u64, count: u64) -> Vec<Sealed> {
    (1..=count).map(|row| Sealed { digest: digest(seed, row), row }).collect()
}

proptest! {
    #[test]
    fn an_extension_continues_the_same_order(seed: u64, count in 1_u64..300, first in 0_u64..100, more in 0_u64..100) {
        let small = order(rows(seed, count), first);
        let large = order(rows(seed, count), first + more);
        prop_assert_eq!(&large[..small.len()], &small[..], "what was drawn stays drawn");
        prop_assert_eq!(large.len() as u64, (first + more).min(count), "as many as there are");
    }

    #[test]
    fn the_order_of_rows_does_not_depend_on_how_they_come(seed: u64, count in 1_u64..200, take in 0_u64..200) {
        let mut backwards = rows(seed, count);
        backwards.reverse();
        prop_assert_eq!(order(rows(seed, count), take), order(backwards, take));
    }

    #[test]
    fn every_kth_draws_each_row_once(seed: [u8; 32], count in 1_u64..500, take in 1_u64..500) {
        let drawn = every_kth(&seed, count, take);
        let mut once = drawn.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len() as u64, take.min(count), "no row twice");
        prop_assert!(once.iter().all(|row| (1..=count).contains(row)), "rows there are");
    }

    #[test]
    fn strata_are_drawn_from_alone(seed: u64, one in 1_u64..60, other in 1_u64..60, take in 0_u64..40) {
        let all = rows(seed, one + other);
        let (mut a, mut b) = (First::of(take), First::of(1));
        all.iter().for_each(|row| if row.row <= one { a.see(*row) } else { b.see(*row) });
        let drawn = [a.drawn(), b.drawn()].concat();
        let alone = order(all.into_iter().filter(|row| row.row <= one).collect(), take);
        let first: Vec<u64> = drawn.iter().map(|drawn| drawn.row).take(alone.len()).collect();
        prop_assert_eq!(first, alone.iter().map(|drawn| drawn.row).collect::<Vec<_>>());
        prop_assert_eq!(drawn.len(), alone.len() + 1, "one of the other stratum");
    }

    #[test]
    fn more_clean_items_never_prove_less(rows in 2_u64..400, errors in 0_u64..4, drawn in 1_u64..400) {
        let drawn = drawn.min(rows - 1);
        prop_assume!(errors <= drawn);
        prop_assert!(of(rows, drawn + 1, errors).upper(RISK) <= of(rows, drawn, errors).upper(RISK));
    }
}

#[test]
fn ties_go_by_row_number() {
    let tied = |row| Sealed { digest: [7; 32], row };
    let drawn = order(vec![tied(3), tied(1), tied(2)], 2);
    assert_eq!(drawn.iter().map(|one| one.row).collect::<Vec<_>>(), [1, 2], "the lower first");
}

#[test]
fn every_row_is_as_likely_as_any_other_over_many_seeds() {
    const SEEDS: u64 = 20_000;
    let mut times = [0_u64; 20];
    for seed in 0..SEEDS {
        for drawn in order(rows(seed.wrapping_mul(0xd6e8_feb8_6659_fd93), 20), 5) {
            times[usize::try_from(drawn.row - 1).unwrap()] += 1;
        }
    }
    let groups: Vec<(u64, u64)> = times.iter().map(|times| (*times, SEEDS)).collect();
    let found = domain::chance::chi_square(&groups).expect("some are drawn, and not all");
    assert!(found.p > 1e-6, "drawn {times:?} times each, p {}", found.p);
}

fn at(day: u32) -> Moment {
    format!("2026-11-{day:02}T08:00:00Z").parse().unwrap()
}

fn statement() -> SignedStatement {
    SignedStatement { statement: "{}".into(), signature: String::new() }
}

/// A confirmed sample of the rows `1..=take`, and `more` of its extension; those `wrong` are in error.
fn confirmed(
    number: u32,
    batch: u32,
    method: Method,
    (take, more): (u64, u64),
    wrong: &[u64],
) -> Sample {
    let tester = Entered { entry: 9, at: at(16), by: PersonRef::new(1) };
    let population = Population {
        batch: BatchRef::new(batch),
        rows: 1_000,
        root: String::new(),
        only: None,
        strata_by: None,
        strata: vec![Layer { name: None, rows: 1_000, take }],
    };
    let rows = u32::try_from(more).unwrap();
    let plan = SamplePlanned {
        sample: SampleRef::new(number),
        title: Text::new("Mails"),
        population,
        method,
        size: Size::Number { rows: u32::try_from(take).unwrap() },
        attributes: Attribute::ALL.to_vec(),
        extension: (more > 0).then_some(Extension { errors: 1, rows }),
        review: None,
        item: None,
        until: at(30),
        reviewer: None,
    };
    let mut sample = Sample::planned(plan, tester, None);
    sample.draw = Some(Draw {
        entered: tester,
        reviewer: PersonRef::new(2),
        statement: statement(),
        seed: String::new(),
        rows: (1..=take + more).map(|row| (row, 0)).collect(),
        extended: Vec::new(),
    });
    for row in 1..=take + more {
        let held = if wrong.contains(&row) { Held::No } else { Held::Yes };
        let on = |attribute| Finding {
            attribute,
            held: if attribute == Attribute::Correct { held } else { Held::Yes },
        };
        let findings = Attribute::ALL.into_iter().map(on).collect();
        let test = domain::sample::Test {
            entered: tester,
            findings,
            note: None,
            evidence: Vec::new(),
            acted: None,
        };
        sample.tests.insert(row, test);
    }
    let reviewer = PersonRef::new(2);
    let statement = statement();
    sample.confirmed = Some(Confirmation { entered: tester, reviewer, statement });
    sample
}

fn known(batch: u32, source: Option<&str>, (first, last): (u32, u32)) -> Known {
    Known {
        batch: BatchRef::new(batch),
        source: source.map(str::to_owned),
        sha256: batch.to_string(),
        span: Some((at(first), at(last))),
        purged: false,
    }
}

#[test]
fn actions_that_may_be_in_two_batches_count_once_and_errors_wherever_they_are_found() {
    use Method::{EveryKth, Simple, Stratified};
    let one = || (confirmed(1, 1, Simple, (30, 0), &[]), known(1, Some("HubSpot"), (1, 7)), true);
    let other = |source: Option<&str>, days, wrong: &[u64]| {
        (confirmed(2, 2, Simple, (40, 0), wrong), known(2, source, days), true)
    };
    let ill = |method| {
        (confirmed(3, 3, method, (20, 0), &[4, 5]), known(3, Some("Zapier"), (1, 7)), true)
    };
    for (why, samples, expected) in [
        ("another week", vec![one(), other(Some("HubSpot"), (8, 14), &[])], (70, 0)),
        ("the same log once more", vec![one(), other(Some("HubSpot"), (1, 7), &[])], (40, 0)),
        ("its source in other letters", vec![one(), other(Some("hubspot "), (7, 9), &[])], (40, 0)),
        ("its source erased", vec![one(), other(None, (7, 9), &[])], (40, 0)),
        ("another system", vec![one(), other(Some("Zapier"), (1, 7), &[])], (70, 0)),
        ("errors of what counts once", vec![one(), other(Some("HubSpot"), (1, 7), &[1])], (40, 1)),
        ("every k-th in error", vec![one(), ill(EveryKth)], (32, 2)),
        ("strata in error", vec![one(), ill(Stratified)], (32, 2)),
        ("a simple one in error", vec![one(), ill(Simple)], (50, 2)),
        (
            "a chosen part, which is clean",
            vec![
                one(),
                (confirmed(4, 4, Simple, (59, 0), &[]), known(4, Some("X"), (1, 7)), false),
            ],
            (30, 0),
        ),
        (
            "a chosen part in error",
            vec![
                one(),
                (confirmed(4, 4, Simple, (59, 0), &[9]), known(4, Some("X"), (1, 7)), false),
            ],
            (31, 1),
        ),
        (
            "what was drawn because of an error",
            vec![(confirmed(5, 5, Simple, (10, 100), &[1, 50]), known(5, None, (1, 7)), true)],
            (11, 2),
        ),
    ] {
        let pooling: Vec<Pooling<'_>> = samples
            .iter()
            .filter(|(sample, _, whole)| counts(sample, *whole, at(17)))
            .map(|(sample, batch, whole)| Pooling {
                sample,
                batch: batch.clone(),
                whole: *whole,
                undated: Undated::ByRow(BTreeMap::new()),
            })
            .collect();
        let items = pool(&pooling, at(17)).items;
        assert_eq!((items.drawn, items.errors), expected, "{why}");
    }
}

/// A moment of the morning of a day.
fn on(day: &str) -> Moment {
    format!("{day}T08:00:00Z").parse().unwrap()
}

/// A sample of a batch of its own, which covers that span.
fn pooling<'a>(
    (sample, batch, source): (&'a Sample, u32, &str),
    span: Option<(Moment, Moment)>,
    undated: Undated,
) -> Pooling<'a> {
    let batch = Known { span, ..known(batch, Some(source), (1, 1)) };
    Pooling { sample, batch, whole: true, undated }
}

#[test]
fn the_weeks_that_clean_items_speak_for_are_those_in_which_the_ai_acted() {
    let wrong = confirmed(2, 2, Method::Simple, (1, 0), &[1]);
    let quarter = Some((on("2026-08-24"), on("2026-11-16")));
    // The seventeenth of November is a Tuesday; thirteen weeks before it is the eighteenth of August.
    let table: &[(&str, &[&str], (u64, u64))] = &[
        ("one day of this week", &["2026-11-16", "2026-11-16"], (2, 1)),
        ("a Sunday and the Monday after", &["2026-11-08", "2026-11-09"], (2, 2)),
        ("both ends of the quarter", &["2026-08-24", "2026-11-16"], (2, 2)),
        ("one too old to count", &["2026-08-17", "2026-11-16"], (1, 1)),
        ("all before what counts", &["2026-01-01", "2026-08-17"], (0, 0)),
    ];
    for (why, days, (clean, weeks)) in table {
        let mut sample = confirmed(1, 1, Method::Simple, (days.len() as u64, 0), &[]);
        let by_row: BTreeMap<u64, Moment> = (1..).zip(days.iter().map(|day| on(day))).collect();
        let ill = || {
            pooling(
                (&wrong, 2, why),
                quarter,
                Undated::ByRow(BTreeMap::from([(1, on("2026-11-16"))])),
            )
        };
        let together = pool(
            &[pooling((&sample, 1, why), quarter, Undated::ByRow(by_row.clone())), ill()],
            at(17),
        );
        let counted = (together.items.drawn - 1, together.weeks);
        assert_eq!(counted, (*clean, *weeks), "{why}; what is in error speaks for none");
        for (row, at) in by_row {
            sample.tests.get_mut(&row).unwrap().acted = Some(at);
        }
        let said = pool(
            &[pooling((&sample, 1, why), quarter, Undated::ByRow(BTreeMap::new())), ill()],
            at(17),
        );
        assert_eq!(said, together, "{why}: the same where tests say it, their rows gone or not");
        let once = pool(&[pooling((&sample, 1, why), quarter, Undated::ByBatch), ill()], at(17));
        assert_eq!(once, together, "{why}: what says its time is never counted without it");
    }
}

#[test]
fn items_whose_rows_are_gone_count_as_far_as_their_batch_still_tells_when_the_ai_acted() {
    let sample = confirmed(1, 1, Method::Simple, (30, 0), &[]);
    for (why, span, counted, once) in [
        ("a week that is over", Some(("2026-11-09", "2026-11-15")), (30, 1), (30, 1)),
        ("some week of two", Some(("2026-11-08", "2026-11-09")), (30, 0), (30, 2)),
        ("some week of the quarter", Some(("2026-08-24", "2026-11-15")), (30, 0), (30, 12)),
        ("perhaps too old", Some(("2026-08-17", "2026-11-15")), (0, 0), (30, 13)),
        ("nobody knows", None, (0, 0), (30, 0)),
    ] {
        let span = span.map(|(first, last)| (on(first), on(last)));
        let pooled = |undated| {
            let together = pool(&[pooling((&sample, 1, why), span, undated)], at(17));
            (together.items.drawn, together.weeks)
        };
        assert_eq!(pooled(Undated::ByRow(BTreeMap::new())), counted, "{why}");
        assert_eq!(pooled(Undated::ByBatch), once, "{why}: as was counted once");
    }
}

#[test]
fn of_more_strata_than_a_plan_may_have_nothing_is_proven_but_what_was_seen() {
    let all = |strata: usize| vec![Stratum { rows: 3, drawn: 1, errors: 0 }; strata];
    let unseen = |strata: usize| 2 * u64::try_from(strata).unwrap();
    let most = stratified_upper(&all(MOST_STRATA), RISK);
    assert!(most < unseen(MOST_STRATA) / 100, "a plan’s strata prove something together: {most}");
    let beyond = stratified_upper(&all(MOST_STRATA + 1), RISK);
    assert_eq!(beyond, unseen(MOST_STRATA + 1), "and nobody waits for those of a forged one");
}

//! Values of metrics, in either shape.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use domain::metric::{Period, Value};
use intake::metrics::{Observations, Shape, read};
use intake::read::ReadOptions;
use proptest::prelude::*;

fn taken(text: &str) -> Observations {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn values(read: &Observations) -> Vec<(String, String, String)> {
    let mut all: Vec<_> = read
        .values
        .iter()
        .map(|seen| (seen.metric.clone(), seen.period.to_string(), seen.value.to_string()))
        .collect();
    all.sort();
    all
}

#[test]
fn bad_values_cost_no_good_ones_and_say_why() {
    let read = taken(
        "KPI;Week;Value\nOpens;2026-W46;41,5\nOpens;2026-W46;42\nReplies;sometime;3\n\
         Replies;2026-W46;high\n;2026-W46;1\nBounces;2026-W46;\nBounces;2026-W47;1\n",
    );
    assert_eq!(read.shape, Shape::Long, "a row per value");
    assert_eq!(values(&read).len(), 2, "the first of Opens, and Bounces in W47");
    let told: Vec<_> = read.rejected.iter().map(|bad| (bad.line, bad.code)).collect();
    let expected = [
        (3, "value-repeated"),
        (4, "not-a-period"),
        (5, "not-a-number"),
        (6, "metric-missing"),
        (7, "value-missing"),
    ];
    assert_eq!(told, expected, "each by its line");
    assert_eq!(read.rejected[1].column.as_deref(), Some("Week"), "and its column");
}

#[test]
fn a_column_per_period_leaves_gaps_where_cells_are_empty() {
    let read =
        taken("Metric,Owner,2026-W45,2026-W46,W47 2026\nOpens,Amara,41,,n/a\nReplies,,–,3,4\n");
    assert_eq!(read.shape, Shape::Wide, "a row per metric");
    let expected =
        [("Opens", "2026-W45", "41"), ("Replies", "2026-W46", "3"), ("Replies", "2026-W47", "4")];
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(values(&read), expected, "what is empty is missing, not zero");
    assert_eq!(read.rejected, [], "and nothing is wrong with it");
}

#[test]
fn a_column_per_metric_comes_out_the_same() {
    let read =
        taken("Week,Opens,MET-0003\n2026-W45,41,\nW46 2026,42,3\nsometime,1,2\n2026-W47,high,4\n");
    assert_eq!(read.shape, Shape::Across, "a row per period");
    let expected = [
        ("MET-0003", "2026-W46", "3"),
        ("MET-0003", "2026-W47", "4"),
        ("Opens", "2026-W45", "41"),
        ("Opens", "2026-W46", "42"),
    ];
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(values(&read), expected, "each under its metric and period");
    let told: Vec<_> =
        read.rejected.iter().map(|bad| (bad.line, bad.column.as_deref(), bad.code)).collect();
    let expected = [(4, Some("Week"), "not-a-period"), (5, Some("Opens"), "not-a-number")];
    assert_eq!(told, expected, "each by its line and column");
}

#[test]
fn what_is_no_table_of_values_is_refused_whole() {
    for (text, code) in [
        ("Metric,Value\nOpens,3\n", "intake.column-missing"),
        ("Period,Value\n2026-W46,3\n", "intake.column-missing"),
        ("Metric,Period,Value\n", "intake.no-rows"),
        ("", "intake.empty"),
    ] {
        let refused = read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!(refused.code(), code, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wide_table_says_what_its_long_one_says(
        cells in prop::collection::btree_map((0..4_u32, 1..20_u32), -99_999..99_999_i64, 1..40),
    ) {
        let value = |of: i64| -> Value { format!("{}.{:02}", of / 100, of.abs() % 100).parse().unwrap() };
        let table: BTreeMap<(u32, Period), Value> = cells
            .into_iter()
            .map(|((metric, week), of)| ((metric, Period::Week(2026, week)), value(of)))
            .collect();
        let mut long = "Metric,Period,Value\n".to_owned();
        for ((metric, period), value) in &table {
            long += &format!("Metric {metric},{period},{value}\n");
        }
        let periods: Vec<Period> = (1..20).map(|week| Period::Week(2026, week)).collect();
        let heads: Vec<String> = periods.iter().map(Period::to_string).collect();
        let mut wide = format!("Metric,{}\n", heads.join(","));
        for metric in 0..4 {
            let row: Vec<String> = periods
                .iter()
                .map(|at| table.get(&(metric, *at)).map(Value::to_string).unwrap_or_default())
                .collect();
            wide += &format!("Metric {metric},{}\n", row.join(","));
        }
        let (long, wide) = (taken(&long), taken(&wide));
        prop_assert_eq!(values(&long), values(&wide), "the same values in the same periods");
        prop_assert_eq!(values(&long).len(), table.len(), "and none is lost");
        prop_assert!(long.rejected.is_empty() && wide.rejected.is_empty(), "nothing is wrong");
    }
}

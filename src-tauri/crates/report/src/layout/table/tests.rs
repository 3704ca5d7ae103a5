//! What holds for every table, whatever stands in it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::fit::fit;
use super::*;
use crate::frame::{Frame, Head, Rendered, Version};
use crate::layout::{Flow, Links, Sheet};
use crate::typeset::Typesetter;

#[path = "../../../tests/reading/mod.rs"]
mod reading;

use reading::Shown;

const DENSE: Density = Density::Dense;

fn frame() -> Frame {
    Frame {
        workspace: "W".into(),
        report: "R".into(),
        period: "P".into(),
        as_of: "2026-10-07 17:05 (UTC+02:00)".into(),
        made_at: "2026-10-07T15:05:22Z".into(),
        preparer: "N".into(),
        head: Head { root: "1a580867".repeat(8), size: 1 },
        version: Version::Export(1),
        label: "confidential".into(),
        demo: false,
        language: "en".into(),
        records: BTreeMap::new(),
    }
}

fn table(columns: usize) -> Table {
    let heads = (0..columns).map(|n| Rich::new(format!("head{n}"), DENSE.head()));
    Table {
        density: DENSE,
        columns: heads.map(|head| Column::left(head, Width::Share(1.0), 6.0)).collect(),
        empty: "No row stands here.".into(),
        closed: false,
        bookmarks: Bookmarks::None,
    }
}

fn row(cells: &[String]) -> Row {
    Row::cells(cells.iter().map(|cell| Rich::new(cell, DENSE.look())).collect())
}

fn render(table: &Table, rows: &[Row]) -> (Rendered, Vec<Shown>) {
    let frame = frame();
    let mut flow = Flow::new(&frame, Sheet::portrait(), Links::default()).unwrap();
    flow.table(table, rows.iter().cloned()).unwrap();
    let rendered = flow.finish("T").unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    (rendered, shown)
}

fn body(shown: &[Shown]) -> impl Iterator<Item = &Shown> {
    let sheet = Sheet::portrait();
    shown.iter().filter(move |s| s.baseline > sheet.header_rule && s.baseline < sheet.footer_rule)
}

/// Words of several scripts, each with its row's number so that it can be found again.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,12}",
        "[a-zäöüß]{1,8}[,;.]",
        "[0-9]{1,4}\\.[0-9]{1,3}",
        "[\u{627}-\u{63a}\u{641}-\u{64a}]{1,6}",
        "[\u{5d0}-\u{5ea}]{1,6}",
        "[\u{4e00}-\u{4fff}]{1,5}",
        "[\u{430}-\u{44f}]{1,9}",
        Just("WEEKLY-2026-W39".to_owned()),
        Just("क्षत्रिय".to_owned()),
    ]
}

fn cells(columns: usize) -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop::collection::vec(word(), 0..7).prop_map(|words| words.join(" "));
    prop::collection::vec(prop::collection::vec(cell, columns), 0..70)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_glyph_stands_outside_its_column_and_no_word_is_lost(
        (columns, rows) in (2..5_usize).prop_flat_map(|n| (Just(n), cells(n)))
    ) {
        let table = table(columns);
        let lines: Vec<Row> = rows.iter().map(|cells| row(cells)).collect();
        let (_, shown) = render(&table, &lines);
        let sheet = Sheet::portrait();
        let mut setter = Typesetter::default();
        let fitted =
            fit(&mut setter, &table, lines.iter().cloned(), sheet.left, sheet.measure()).unwrap();
        for piece in body(&shown).filter(|_| !rows.is_empty()) {
            let inside = fitted.columns.iter().any(|(x, width)| {
                piece.left > x - 0.1 && piece.right < x + width + 0.1
            });
            prop_assert!(inside, "{piece:?} crosses its column: {:?}", fitted.columns);
            prop_assert!(piece.baseline < sheet.bottom + 0.1, "{piece:?} runs into the foot");
        }
        let text = reading::squeezed(&shown);
        for word in rows.iter().flatten().flat_map(|cell| cell.split_whitespace()) {
            let letters = word.trim_end_matches([',', ';', '.']);
            let found = text.contains(letters) || letters.chars().all(|c| text.contains(c));
            prop_assert!(found, "{word:?} is lost");
        }
    }

    #[test]
    fn a_row_is_never_split_and_two_stay_with_each_head(
        heights in prop::collection::vec(1..7_usize, 1..90),
        total in any::<bool>(),
    ) {
        let rows: Vec<Row> = heights
            .iter()
            .enumerate()
            .map(|(n, lines)| {
                let cell: Vec<String> = (0..*lines).map(|line| format!("r{n}l{line}")).collect();
                row(&[format!("key{n}"), cell.join("\n")])
            })
            .chain(total.then(|| Row::Total(vec![(Rich::new("total", DENSE.look()), 2)])))
            .collect();
        let (rendered, shown) = render(&table(2), &rows);
        for (n, lines) in heights.iter().enumerate() {
            let page_of = |text: &str| shown.iter().find(|s| s.text == text).map(|s| s.page);
            let key = page_of(&format!("key{n}"));
            prop_assert!(key.is_some(), "row {} is lost", n);
            for line in 0..*lines {
                prop_assert_eq!(page_of(&format!("r{n}l{line}")), key, "row {} is split", n);
            }
        }
        for page in 0..rendered.pages {
            let keys = shown.iter().filter(|s| s.page == page && s.text.starts_with("key")).count();
            prop_assert!(keys >= 2.min(heights.len()), "page {} has {} rows", page + 1, keys);
            let heads = shown.iter().filter(|s| s.page == page && s.text == "head0").count();
            prop_assert_eq!(heads, 1, "page {} needs its heads once", page + 1);
        }
    }
}

#[test]
fn a_cell_beyond_six_lines_continues_below_its_row_at_full_width() {
    let long: Vec<String> = (0..400).map(|n| format!("w{n}")).collect();
    let (_, shown) = render(&table(3), &[row(&["key".into(), long.join(" "), "x".into()])]);
    let text = reading::squeezed(&shown);
    for word in &long {
        assert!(text.contains(word.as_str()), "{word} is lost");
    }
    assert!(text.contains("head1,continued:"), "the rest says which column it belongs to");
    let narrow = body(&shown).filter(|s| s.text.starts_with('w') && s.right < 350.0).count();
    assert!(narrow <= 7, "six lines stand in the cell, the rest is as wide as the table");
}

#[test]
fn a_word_wider_than_its_column_first_takes_room_then_breaks() {
    let word = "Donaudampfschifffahrtsgesellschaft";
    let table = table(4);
    let rows = [row(&[word.into(), "a".into(), "b".into(), "c".into()])];
    let (_, shown) = render(&table, &rows);
    assert!(shown.iter().any(|s| s.text == word), "it fits once others have given room");
    let endless = "x".repeat(110);
    let (_, shown) = render(&table, &[row(&[endless.clone(), "a b".into()])]);
    assert!(reading::squeezed(&shown).contains(&endless), "nothing is cut off");
}

#[test]
fn decimal_points_stand_below_one_another() {
    let column =
        Column { align: Align::Decimal, ..Column::left(Rich::empty(), Width::Points(60.0), 6.0) };
    let table = Table { columns: vec![column], ..table(1) };
    let rows: Vec<Row> =
        ["≤ 0.20", "12.5", "7", "1,204.125"].iter().map(|f| row(&[(*f).into()])).collect();
    let (_, shown) = render(&table, &rows);
    // Every figure is as wide as any other, so the widths right of the points tell.
    let ends: Vec<f32> = body(&shown).map(|s| s.right).collect();
    let figure = 0.648 * 7.5;
    let after = |at: usize, figures: f32| ends[at] - figures * figure;
    assert!((after(0, 2.0) - after(1, 1.0)).abs() < 0.1, "{ends:?}");
    assert!((after(1, 1.0) - after(3, 3.0)).abs() < 0.1, "{ends:?}");
    assert!(ends[2] < ends[1], "a whole number ends before the point");
}

#[test]
fn an_empty_table_is_its_sentence() {
    let (rendered, shown) = render(&table(2), &[]);
    assert_eq!(rendered.pages, 1);
    assert!(body(&shown).any(|s| s.text == "No row stands here."));
    assert!(!body(&shown).any(|s| s.text.starts_with("head")), "no heads over nothing");
}

#[test]
fn a_group_is_named_again_after_a_break() {
    let rows: Vec<Row> = std::iter::once(Row::Group { title: "Phase".into(), count: "80".into() })
        .chain((0..80).map(|n| row(&[format!("key{n}")])))
        .collect();
    let (_, shown) = render(&table(1), &rows);
    let second = reading::lines(&shown, 1);
    assert!(second.contains(&"Phase continued".to_owned()), "{second:?}");
}

#[test]
fn a_small_table_moves_its_columns_until_it_needs_the_fewest_lines() {
    let long = "Thresholds move by decision only; drivers and data age are shown to everybody who \
                reads the score";
    let rows: Vec<Row> = (0..4).map(|_| row(&["key".into(), long.into(), "x".into()])).collect();
    let (_, shown) = render(&table(3), &rows);
    let lines = body(&shown).filter(|s| s.text.split(' ').count() > 2).count();
    assert_eq!(lines, 4 * 2, "two lines are enough once the others have given room");
}

#[test]
fn a_long_table_moves_its_columns_by_what_stands_in_a_part_of_its_rows() {
    let long = "Thresholds move by decision only; drivers and data age are shown to everybody who \
                reads the score";
    let rows: Vec<Row> = (0..200).map(|_| row(&["key".into(), long.into(), "x".into()])).collect();
    let (_, shown) = render(&table(3), &rows);
    let lines = body(&shown).filter(|s| s.text.split(' ').count() > 2).count();
    assert_eq!(lines, 200 * 2, "as few lines as a small table’s rows need");
}

#[test]
fn one_row_of_a_long_table_takes_less_room_for_its_word_than_one_of_few() {
    let across = 12;
    let cells = |first: &str| {
        let rest = (1..across).map(|_| "a b".to_owned());
        std::iter::once(first.to_owned()).chain(rest).collect::<Vec<_>>()
    };
    let width = |count: usize| {
        let rows = (0..count).map(|n| row(&cells(if n == 1 { ENDLESS } else { "key" })));
        let rows: Vec<Row> = rows.collect();
        let mut typesetter = Typesetter::default();
        let fitted = fit(&mut typesetter, &table(across), rows.iter().cloned(), 0.0, 1_200.0);
        fitted.unwrap().columns[0].1
    };
    assert!(width(3) >= 240.0, "a fifth of the table at least: {}", width(3));
    assert!(width(90) <= 160.0, "little more than it was meant to have: {}", width(90));
}

const ENDLESS: &str = "Donaudampfschifffahrtsgesellschaftskapitänspatentinhaberverzeichnis";

#[test]
fn words_after_a_mark_hang_below_the_first_of_them() {
    let cell = DENSE.marked(Mark::Diamond, "Resolved in the end, a day and two hours late");
    let (_, shown) = render(&table(6), &[Row::cells(vec![cell])]);
    let lines: Vec<&Shown> = body(&shown).filter(|piece| !piece.text.contains("head")).collect();
    assert!(lines.len() > 1, "the words take more than a line: {lines:?}");
    let first = lines[0].left;
    assert!(lines.iter().all(|line| (line.left - first).abs() < 0.1), "none stands under the mark");
}

#[test]
fn words_that_a_person_wrote_keep_the_room_of_their_face_in_a_tight_table() {
    let tight = Table { density: Density::Tight, ..table(5) };
    let says = "What a person wrote and signed, over more than one line of its cell";
    let (_, shown) = render(&tight, &[Row::cells(vec![Rich::new(says, WRITTEN)])]);
    let lines = body(&shown).filter(|piece| !piece.text.contains("head"));
    let mut baselines: Vec<f32> = lines.map(|piece| piece.baseline).collect();
    baselines.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    assert!(baselines.len() > 1, "it takes more than a line");
    for pair in baselines.windows(2) {
        assert!((pair[1] - pair[0] - WRITTEN_LEADING).abs() < 0.1, "{baselines:?}");
    }
}

#[test]
fn the_last_two_rows_of_a_group_stay_together() {
    let group = |title: &str| Row::Group { title: title.to_owned(), count: String::new() };
    let one = |n: usize| row(&[format!("first{n}"), String::new()]);
    for rows in 30..70 {
        let first = (0..rows).map(one);
        let second = [group("Second"), row(&["second".to_owned(), String::new()])];
        let all: Vec<Row> = [group("First")].into_iter().chain(first).chain(second).collect();
        let (_, shown) = render(&table(2), &all);
        let at = |text: &str| shown.iter().find(|piece| piece.text == text).unwrap().page;
        let (last, before) = (format!("first{}", rows - 1), format!("first{}", rows - 2));
        assert_eq!(at(&last), at(&before), "{rows} rows leave one alone under its group’s head");
    }
}

/// From where to where each hairline of a file goes, in the order they are drawn.
fn hairlines(rendered: &Rendered) -> Vec<(f32, f32)> {
    let pdf = reading::open(&rendered.bytes);
    let mut lines = Vec::new();
    for page in pdf.get_pages().into_values() {
        let content = pdf.get_and_decode_page_content(page).unwrap();
        for operation in content.operations.iter().filter(|one| one.operator == "re") {
            let at = |place: usize| operation.operands[place].as_float().unwrap();
            if (at(3) - 0.3).abs() < 0.01 {
                lines.push((at(0), at(0) + at(2)));
            }
        }
    }
    lines
}

#[test]
fn no_hairline_stands_under_the_last_row_of_the_shorter_half() {
    let mut halves = table(3);
    halves.columns[1] = Column::gutter(18.0);
    let text = |text: &str| Rich::new(text, DENSE.look());
    let rows: Vec<Row> = [["a", "d"], ["b", "e"], ["c", ""]]
        .map(|[left, right]| {
            let right = if right.is_empty() { Rich::empty() } else { text(right) };
            Row::cells(vec![text(left), Rich::empty(), right])
        })
        .into();
    let (rendered, _) = render(&halves, &rows);
    let middle = Sheet::portrait().left + Sheet::portrait().measure() / 2.0;
    let (left, right): (Vec<_>, Vec<_>) =
        hairlines(&rendered).into_iter().partition(|(from, _)| *from < middle);
    assert_eq!((left.len(), right.len()), (2, 1), "{left:?} {right:?}");
}

#[test]
fn a_total_wider_than_what_it_sums_up_stays_in_one_piece() {
    let mut sums = table(2);
    sums.columns[1] = Column::right(Rich::empty(), Width::Points(16.0), 0.0);
    let bold = Look::semibold(DENSE.look().size);
    let total = vec![(Rich::new("all", bold), 1), (Rich::new("246:31", bold), 1)];
    let rows = [row(&["one".to_owned(), "4:43".to_owned()]), Row::Total(total)];
    let (_, shown) = render(&sums, &rows);
    assert!(shown.iter().any(|piece| piece.text == "246:31"), "{shown:?}");
}

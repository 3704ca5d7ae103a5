//! What a reader finds in the coverage of frameworks.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/coverage.rs"]
mod samples;

use report::coverage::pdf;

#[test]
fn the_coverage_reads_gaps_first_with_its_counts_above() {
    let rendered = pdf(&samples::coverage()).unwrap();
    assert_eq!(rendered.pages, 1, "four requirements fit on a page");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn no_share_of_requirements_is_printed() {
    let shown = reading::shown(&reading::open(&pdf(&samples::coverage()).unwrap().bytes));
    let text = reading::squeezed(&shown);
    assert!(!text.contains('%'), "a percentage would be read as compliance");
}

#[test]
fn many_requirements_lose_nothing_and_repeat_their_heads() {
    let rendered = pdf(&samples::hard()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    for number in 1..=120 {
        assert!(text.contains(&format!("MEASURE2.{number}")), "requirement {number} is there");
    }
    for page in 1..rendered.pages - 1 {
        let heads = shown.iter().filter(|piece| piece.page == page && piece.text == "Requirement");
        assert!(heads.count() >= 1, "page {} needs its heads", page + 1);
    }
    for piece in &shown {
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(pdf(&samples::hard()).unwrap(), rendered, "the same model gives the same bytes");
}

#[test]
fn a_framework_without_requirements_says_so_in_a_sentence() {
    let shown = reading::shown(&reading::open(&pdf(&samples::hard()).unwrap().bytes));
    assert!(reading::squeezed(&shown).contains("Ithasnorequirementhere."), "not an empty table");
}

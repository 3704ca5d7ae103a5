//! What a reader finds in a postmortem.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/postmortem.rs"]
mod samples;

use report::postmortem::pdf;

#[test]
fn a_postmortem_reads_from_top_to_bottom_on_one_page() {
    let rendered = pdf(&samples::postmortem()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    assert_eq!(rendered.pages, 1, "an ordinary one fits on a page");
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn nothing_of_a_hard_one_is_lost_and_nothing_leaves_the_page() {
    let model = samples::hard_postmortem();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    let texts = [&model.title, &model.cause, &model.impact, &model.pointer, &model.changes];
    for word in texts.into_iter().flat_map(|text| text.split_whitespace()) {
        let word = word.trim_end_matches('.');
        let whole = text.contains(word) || word.chars().all(|letter| text.contains(letter));
        assert!(whole, "{word:?} is not in the file");
    }
    for piece in &shown {
        assert!(piece.baseline - piece.size > 0.0 && piece.baseline < 841.0, "{piece:?}");
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(pdf(&model).unwrap(), rendered, "the same postmortem gives the same bytes");
}

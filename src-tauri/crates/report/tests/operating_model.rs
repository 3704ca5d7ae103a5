//! What a reader finds in the operating model.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/operating_model.rs"]
mod samples;

use report::operating_model::{Away, pdf};

#[test]
fn the_operating_model_reads_column_by_column_on_one_page() {
    let rendered = pdf(&samples::operating_model()).unwrap();
    assert_eq!(rendered.pages, 1, "it hangs on a wall");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn sections_stand_side_by_side_in_their_halves() {
    let shown = reading::shown(&reading::open(&pdf(&samples::operating_model()).unwrap().bytes));
    let place = |text: &str| shown.iter().find(|piece| piece.text == text).unwrap();
    let (rights, calls) = (place("Decision rights"), place("Who to call"));
    assert!((rights.baseline - calls.baseline).abs() < 0.1, "both begin at one height");
    assert!(calls.left > rights.right, "one beside the other");
    let middle = 595.3 / 2.0;
    let decided = place("Pricing exception");
    assert!(decided.right < middle, "a half's rows stay in it");
}

#[test]
fn whoever_is_missing_is_shown_as_missing() {
    let mut model = samples::operating_model();
    model.away = vec![Away { person: "Wei Zhang".into(), ..Away::default() }];
    let shown = reading::shown(&reading::open(&pdf(&model).unwrap().bytes));
    let lines = reading::lines(&shown, 0);
    assert!(lines.iter().any(|line| line == "Compliance"), "a vacant role is named: {lines:?}");
    assert!(lines.iter().any(|line| line == "Nobody"), "nobody acts for Wei Zhang: {lines:?}");
}

#[test]
fn nothing_of_a_hard_operating_model_is_lost() {
    let model = samples::hard();
    let rendered = pdf(&model).unwrap();
    assert!(rendered.pages > 1, "sixty activities need more than a page");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    let people = model.owners.iter().map(|owner| &owner.person);
    let calls = model.calls.iter().flat_map(|call| [&call.call, &call.next]);
    for word in people.chain(calls).flat_map(|name| name.split_whitespace()) {
        let found = text.contains(word) || word.chars().all(|c| text.contains(c));
        assert!(found, "{word:?} is not in the file");
    }
    for piece in &shown {
        assert!(piece.right < 546.0, "{piece:?} is beside the page");
    }
}

#[test]
fn an_empty_workspace_has_an_operating_model_of_sentences() {
    let mut model = samples::operating_model();
    model.owners.clear();
    model.rhythm.clear();
    model.rights.clear();
    model.calls.clear();
    model.away.clear();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let lines = reading::lines(&shown, 0).join("\n");
    for sentence in ["No activity has an owner yet.", "No review is planned.", "Nobody is named."] {
        assert!(lines.contains(sentence), "lacks {sentence:?}: {lines}");
    }
}

#[test]
fn the_same_operating_model_gives_the_same_bytes() {
    let model = samples::hard();
    assert_eq!(pdf(&model).unwrap(), pdf(&model).unwrap());
}

//! What a reader finds in a decision's record.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/decision.rs"]
mod samples;

use report::decision::pdf;

#[test]
fn the_record_reads_from_top_to_bottom() {
    let rendered = pdf(&samples::decision()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    assert_eq!(rendered.pages, 1, "an ordinary decision fits on a page, with its proof");
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn an_open_request_says_what_it_asks_for_and_whom_it_waits_for() {
    let rendered = pdf(&samples::open_decision()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn nothing_of_a_hard_record_is_lost_and_nothing_leaves_the_page() {
    let model = samples::hard_decision();
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    let fields = model.differences.iter().map(|one| &one.field);
    let votes = model.votes.iter().flat_map(|vote| [&vote.person, &vote.words]);
    let texts = [&model.title, &model.rationale, &model.rollback_plan];
    for word in fields.chain(votes).chain(texts).flat_map(|text| text.split_whitespace()) {
        let word = word.trim_end_matches('.');
        let whole = text.contains(word) || word.chars().all(|letter| text.contains(letter));
        assert!(whole, "{word:?} is not in the file");
    }
    for piece in &shown {
        assert!(piece.baseline - piece.size > 0.0 && piece.baseline < 841.0, "{piece:?}");
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(pdf(&model).unwrap(), rendered, "the same record gives the same bytes");
}

#[test]
fn every_state_has_its_word() {
    use report::decision::State;
    let words = [
        (State::Proposed, "Proposed"),
        (State::Approved, "Approved, waits for a rule"),
        (State::Rejected, "Rejected"),
        (State::Lapsed, "Lapsed"),
        (State::Withdrawn, "Withdrawn"),
        (State::Stale, "Stale"),
        (State::Applied, "Applied"),
        (State::RolledBack, "Rolled back"),
    ];
    for (state, word) in words {
        let mut model = samples::decision();
        model.state = state;
        model.facts.clear();
        let shown = reading::shown(&reading::open(&pdf(&model).unwrap().bytes));
        let lines = reading::lines(&shown, 0);
        assert!(lines.iter().any(|line| line == word), "{state:?} is called {word:?}: {lines:?}");
    }
}

#[test]
fn of_a_long_text_that_was_changed_only_what_is_other_is_printed() {
    let stays = "Calls are recorded only where everybody on them was told. ".repeat(8);
    let side = |days: &str| Some(format!("{stays}Kept for {days} days. {stays}"));
    let mut model = samples::decision();
    model.differences.push(report::decision::Difference {
        field: "Recordings".into(),
        before: side("sixty"),
        after: side("thirty"),
        outside: false,
    });
    let text = reading::text(&pdf(&model).unwrap().bytes);
    for words in ["Keptforsixtydays.", "Keptforthirtydays.", "…standsforwordsthatstay"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(text.matches("recordedonlywhere").count() <= 2, "what stays is left out: {text}");
}

//! What a reader finds in the minutes.

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/minutes.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod samples;

use report::minutes::{Outcome, markdown, pdf};

#[test]
fn the_minutes_read_from_top_to_bottom() {
    let rendered = pdf(&samples::minutes()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    assert_eq!(rendered.pages, 1, "an ordinary call fits on a page");
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn the_same_facts_stand_in_the_markdown() {
    insta::assert_snapshot!(markdown(&samples::minutes()));
}

#[test]
fn headings_of_the_checklist_stand_once_over_their_items() {
    let mut model = samples::minutes();
    for (place, item) in model.items.iter_mut().enumerate() {
        let heading = if place < 5 { "Outreach" } else { "Scores and fields" };
        item.group = (place > 0).then(|| heading.to_owned());
    }
    let rendered = pdf(&model).unwrap();
    let lines = reading::lines(&reading::shown(&reading::open(&rendered.bytes)), 0);
    let place = |wanted: &str| lines.iter().position(|line| line == wanted);
    let markdown = markdown(&model);
    for (heading, first) in [("Outreach", 1), ("Scores and fields", 5)] {
        assert_eq!(lines.iter().filter(|line| *line == heading).count(), 1, "{heading}: {lines:?}");
        let title = model.items.get(first).unwrap().title.as_str();
        let item = lines.iter().position(|line| line.contains(title));
        assert!(place(heading) < item, "{heading:?} stands over {title:?}: {lines:?}");
        let row = format!("|  | {heading} |  |  |  |  |\n| {} | {title} |", first + 1);
        assert!(markdown.contains(&row), "{row:?} is not in {markdown}");
    }
}

#[test]
fn a_note_keeps_a_third_of_the_page_beside_long_figures() {
    let mut model = samples::minutes();
    for item in &mut model.items {
        item.figures = "Positive replies 2.6 % (3.4 %); spam complaints 0.14 %; ".repeat(4);
    }
    model.items.iter_mut().take(2).for_each(|item| item.note = "Nobody had read it. ".repeat(9));
    let shown = reading::shown(&reading::open(&pdf(&model).unwrap().bytes));
    let head = |words: &str| shown.iter().find(|piece| piece.text == words).unwrap();
    let (note, minutes) = (head("Note, and what was raised"), head("Min"));
    assert!(minutes.right - note.left > 176.0, "{} to {}", note.left, minutes.right);
}

#[test]
fn minutes_of_an_open_review_say_that_nobody_signed() {
    let rendered = pdf(&samples::open_minutes()).unwrap();
    let text = reading::text(&rendered.bytes);
    for sentence in
        ["Nobody has signed it", "No attendance was recorded.", "11 waiting", "Not signed."]
    {
        let squeezed: String = sentence.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.contains(&squeezed), "lacks {sentence:?}");
    }
    let markdown = markdown(&samples::open_minutes());
    assert!(markdown.contains("## Not signed"), "the Markdown must not look signed");
}

#[test]
fn minutes_of_a_missed_review_say_that_it_was_missed_and_not_that_it_is_open() {
    let mut model = samples::open_minutes();
    model.missed = Some("It was due on Monday 21 September 2026, 10:00.".into());
    model.items.iter_mut().for_each(|item| item.outcome = Some(Outcome::Unanswered));
    let rendered = pdf(&model).unwrap();
    let text = reading::text(&rendered.bytes);
    let markdown = markdown(&model);
    for sentence in ["16 not answered", "This review was missed. It was due on Monday", "Missed."] {
        let squeezed: String = sentence.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.contains(&squeezed), "lacks {sentence:?}: {text}");
        assert!(markdown.contains(sentence), "lacks {sentence:?}: {markdown}");
    }
    assert!(!text.contains("Nobodyhassignedit,anduntil"), "nothing is left to be closed: {text}");
}

#[test]
fn nothing_of_hard_minutes_is_lost() {
    let model = samples::hard_minutes();
    let rendered = pdf(&model).unwrap();
    let text = reading::text(&rendered.bytes);
    let items = model.items.iter().flat_map(|item| [&item.title, &item.figures, &item.note]);
    let seats = model.attendance.iter().map(|seat| &seat.person);
    for word in items.chain(seats).chain([&model.name]).flat_map(|text| text.split_whitespace()) {
        let word: String = word.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
        // The full stop of a right-to-left sentence inside another is drawn at its end.
        let word = word.trim_end_matches('.');
        assert!(in_pieces(&text, word), "{word:?} is not in the file");
    }
}

/// Chinese may be broken anywhere, so a word of it is looked for character by character.
fn in_pieces(text: &str, word: &str) -> bool {
    text.contains(word)
        || word.chars().all(|c| ('\u{2e80}'..'\u{ffff}').contains(&c) && text.contains(c))
        || word.chars().any(|c| ('\u{2e80}'..'\u{ffff}').contains(&c))
            && word.chars().all(|c| text.contains(c))
}

#[test]
fn every_page_of_a_demo_says_so_twice_and_is_numbered() {
    let rendered = pdf(&samples::hard_minutes()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    for page in 0..rendered.pages {
        let lines = reading::lines(&shown, page);
        let stamps = lines.iter().filter(|line| line.contains("Demo")).count();
        assert_eq!(stamps, 2, "page {} needs its stamp at head and foot", page + 1);
        let number = format!("Page {} of {}", page + 1, rendered.pages);
        assert!(lines.contains(&number), "page {} lacks {number:?}", page + 1);
    }
}

#[test]
fn a_section_that_runs_on_says_so_over_the_repeated_head() {
    let rendered = pdf(&samples::hard_minutes()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let lines = reading::lines(&shown, 1);
    assert!(lines.iter().any(|line| line == "Items continued"), "{lines:?}");
    assert!(lines.iter().any(|line| line == "Outcome"), "the table's heads must stand again");
}

#[test]
fn the_same_minutes_give_the_same_bytes() {
    for model in [samples::minutes(), samples::hard_minutes(), samples::open_minutes()] {
        assert_eq!(pdf(&model).unwrap(), pdf(&model).unwrap());
    }
}

#[test]
fn a_name_of_any_length_stays_on_the_page() {
    let mut model = samples::minutes();
    model.frame.workspace = "Ein sehr langer Firmenname ".repeat(40);
    model.frame.preparer = "Bartholomäus ".repeat(60);
    model.frame.period = "x".repeat(900);
    let rendered = pdf(&model).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    for piece in &shown {
        assert!(piece.baseline - piece.size > 0.0, "{piece:?} is above the page");
        assert!(piece.baseline < 841.0, "{piece:?} is below the page");
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(reading::squeezed(&shown).matches("Firmenname").count(), 40, "none is cut off");
}

//! What a reader finds in the sponsor page and in the audit report.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test that reads it")]

#[path = "../examples/samples/frame.rs"]
mod frame;
mod reading;
#[path = "../examples/samples/quarter.rs"]
mod samples;

use lopdf::Dictionary;
use report::{audit, sponsor};

#[test]
fn the_sponsor_page_is_one_page_that_begins_with_what_waits() {
    let rendered = sponsor::pdf(&samples::sponsor()).unwrap();
    assert_eq!(rendered.pages, 1, "a usual quarter stands on one page");
    let shown = reading::shown(&reading::open(&rendered.bytes));
    insta::assert_snapshot!(reading::lines(&shown, 0).join("\n"));
}

#[test]
fn what_the_board_is_told_begins_below_the_figures_and_keeps_to_two_pages() {
    let rendered = sponsor::pdf(&samples::told()).unwrap();
    assert_eq!(rendered.pages, 2, "it runs on to a second page at most");
    let text = reading::text(&rendered.bytes);
    let at = |words: &str| text.find(&words.split_whitespace().collect::<String>());
    let (figures, told) = (at("Reviews held of expected"), at("To the board signed by Jonas"));
    assert!(figures.is_some() && figures < told, "the figures come first: {text}");
    assert!(told < at("The rest stands in section 1"), "and where the rest stands comes last");
}

#[test]
fn what_samples_prove_stands_over_a_scale_of_percent() {
    let rendered = sponsor::pdf(&samples::sponsor()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let head = shown.iter().find(|piece| piece.text == "Process, % in error").unwrap();
    let beside = shown.iter().filter(|piece| (piece.baseline - head.baseline).abs() < 0.1);
    let scale: Vec<&str> =
        beside.filter(|one| one.left > head.right).map(|one| one.text.as_str()).collect();
    assert_eq!(scale, ["0", "1", "2", "3", "4", "5", "6", "At most"]);
}

#[test]
fn the_quarter_follows_on_the_page_of_the_statement() {
    let rendered = audit::pdf(&samples::audit(17)).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let page = |head: &str| shown.iter().rfind(|one| one.text == head).unwrap().page;
    assert_eq!(page("2 The quarter in short"), page("1 Sponsor’s statement"));
}

#[test]
fn a_quiet_quarter_says_of_each_part_that_there_is_nothing() {
    let rendered = sponsor::pdf(&samples::quiet()).unwrap();
    let text = reading::text(&rendered.bytes);
    for sentence in [
        "Nothing waits for your signature.",
        "No workflow moved in this quarter.",
        "No exception was raised in this quarter.",
        "No sample was planned in this quarter.",
        "No review fell due in this quarter.",
    ] {
        let squeezed: String = sentence.split_whitespace().collect();
        assert!(text.contains(&squeezed), "it says {sentence}: {text}");
    }
}

#[test]
fn the_contents_name_the_page_that_each_section_begins_on() {
    let rendered = audit::pdf(&samples::audit(120)).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let contents = reading::lines(&shown, 1).join("\n");
    for (title, head) in [
        ("Exceptions", "4 Exceptions"),
        ("Register of metrics and baselines", "5.2 Register of metrics and baselines"),
        ("How to verify this report", "6 How to verify this report"),
    ] {
        let on =
            |page: usize| reading::lines(&shown, page).iter().any(|line| line.starts_with(head));
        let begins = (2..rendered.pages).find(|page| on(*page)).unwrap() + 1;
        let line = shown.iter().find(|piece| piece.page == 1 && piece.text == title).unwrap();
        let named = shown
            .iter()
            .filter(|piece| piece.page == 1 && (piece.baseline - line.baseline).abs() < 0.5)
            .max_by(|one, other| one.left.total_cmp(&other.left))
            .unwrap();
        assert_eq!(named.text, begins.to_string(), "{title} in\n{contents}");
    }
}

#[test]
fn the_chain_to_verify_by_ends_where_nothing_more_was_signed() {
    let mut model = samples::audit(3);
    for (checkpoint, cosigned, links) in [
        (Some("entry 4,688"), true, &["Checkpoint", "Cosignature"][..]),
        (Some("entry 4,688"), false, &["Checkpoint"]),
        (None, false, &[]),
    ] {
        model.verify.checkpoint = checkpoint.map(str::to_owned);
        model.verify.cosigned = cosigned;
        let shown = reading::shown(&reading::open(&audit::pdf(&model).unwrap().bytes));
        let drawn: Vec<&str> = shown
            .iter()
            .map(|piece| piece.text.as_str())
            .filter(|text| ["Checkpoint", "Cosignature"].contains(text))
            .collect();
        assert_eq!(drawn, links, "a link stands for a signature that is there");
    }
}

#[test]
fn a_key_that_was_replaced_is_listed_with_the_entries_it_signed_in() {
    let text = reading::text(&audit::pdf(&samples::audit(3)).unwrap().bytes);
    let squeezed = |words: &str| words.split_whitespace().collect::<String>();
    for said in ["entries 1 to 3,102", "from entry 3,102", "36fd 7232", "9c01 ab44"] {
        assert!(text.contains(&squeezed(said)), "{said} is there: {text}");
    }
}

#[test]
fn every_section_and_record_that_is_named_can_be_jumped_to() {
    let pdf = reading::open(&audit::pdf(&samples::audit(40)).unwrap().bytes);
    let names = pdf.catalog().unwrap().get(b"Names").unwrap().as_dict().unwrap();
    let dests = names.get(b"Dests").unwrap().as_dict().unwrap();
    let places = dests.get(b"Names").unwrap().as_array().unwrap();
    let known: Vec<&[u8]> = places.iter().filter_map(|place| place.as_str().ok()).collect();
    for record in ["WF-0040", "EXC-0058", "MET-0003", "section 3.1", "section 4", "section 6"] {
        assert!(known.contains(&record.as_bytes()), "{record} is a place");
    }
    let mut led = 0;
    for page in pdf.page_iter() {
        for link in pdf.get_page_annotations(page).unwrap() {
            let Ok(to) = link.get(b"Dest").and_then(lopdf::Object::as_str) else { continue };
            assert!(known.contains(&to), "{} leads somewhere", String::from_utf8_lossy(to));
            led += 1;
        }
    }
    assert!(led > 40, "contents, figures and references are links: {led}");
}

#[test]
fn a_long_report_loses_no_row_and_the_same_model_gives_the_same_bytes() {
    let rendered = audit::pdf(&samples::audit(900)).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = reading::squeezed(&shown);
    for number in 1..=900 {
        assert!(text.contains(&format!("WF-{number:04}")), "row {number} is there");
    }
    for piece in &shown {
        assert!(piece.left > 50.0 && piece.right < 546.0, "{piece:?} is beside the page");
    }
    assert_eq!(audit::pdf(&samples::audit(900)).unwrap(), rendered, "the same bytes");
}

/// What is heard instead of each drawing of a report.
fn heard(bytes: &[u8]) -> Vec<String> {
    let pdf = reading::open(bytes);
    let parts = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let name =
        |part: &Dictionary| part.get(b"S").ok().and_then(|s| s.as_name().ok()).map(Vec::from);
    let figures = parts.filter(|part| name(part).as_deref() == Some(b"Figure".as_slice()));
    let mut heard: Vec<String> = figures
        .map(|figure| {
            assert!(figure.has(b"K"), "what is drawn belongs to it: {figure:?}");
            lopdf::decode_text_string(figure.get(b"Alt").unwrap()).unwrap()
        })
        .collect();
    heard.sort();
    heard
}

#[test]
fn a_chart_of_a_metric_is_heard_as_a_sentence_with_what_was_outside_and_what_is_missing() {
    let heard = heard(&audit::pdf(&samples::audit(12)).unwrap().bytes);
    let sentence = "Positive replies: W28 to W40; last value 3.8\u{202f}%; base 3.2\u{202f}%; limit \
                    2.4\u{202f}%; outside in W28, W29, W30, W31; no value in W34; happened: A in \
                    W33, B and C in W36.";
    assert!(heard.iter().any(|one| one == sentence), "{heard:#?}");
}

#[test]
fn a_drawing_among_words_is_heard_as_what_it_shows() {
    let heard = heard(&sponsor::pdf(&samples::sponsor()).unwrap().bytes);
    for sentence in [
        "A proof: 1.1 % found in error, at most 2.8 %; 5 % is wanted",
        "A month: 3 held, 1 missed, 0 neither yet",
        "A month: 1 held, 0 missed, 0 neither yet",
        "From tier 1 to tier 2",
        "From tier 3 to tier 2",
        "At tier 1",
    ] {
        assert!(heard.iter().any(|one| one == sentence), "{sentence} in {heard:#?}");
    }
}

#[test]
fn a_review_that_is_late_is_heard_and_is_not_among_those_still_to_come() {
    let mut model = samples::sponsor();
    let month = &mut model.quarter.rhythm[0].months[0];
    month.days = vec![
        sponsor::Day { day: 3, state: sponsor::DayState::Held },
        sponsor::Day { day: 4, state: sponsor::DayState::Late },
    ];
    let heard = heard(&sponsor::pdf(&model).unwrap().bytes);
    let sentence = "A month: 1 held, 0 missed, 1 late, 0 neither yet";
    assert!(heard.iter().any(|one| one == sentence), "{heard:#?}");
}

#[test]
fn what_moved_is_told_beside_the_ladder_and_nothing_stands_on_another() {
    let rendered = sponsor::pdf(&samples::sponsor()).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let find = |text: &str| shown.iter().find(|piece| piece.text.contains(text)).unwrap();
    let third = find("Approval");
    for (words, left_of_third) in [("DEC-0071", true), ("DEC-0064", false)] {
        let words = find(words);
        assert_eq!(words.right < third.right, left_of_third, "beside its arrow: {words:?}");
        let on_line = shown.iter().filter(|piece| {
            piece.left > third.left - 200.0 && (piece.baseline - words.baseline).abs() < 2.0
        });
        let mut line: Vec<_> = on_line.collect();
        line.sort_by(|one, other| one.left.total_cmp(&other.left));
        for pair in line.windows(2) {
            assert!(pair[0].right <= pair[1].left + 0.1, "{:?} runs into {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn letters_on_a_line_are_told_below_the_charts_and_no_others() {
    let rendered = audit::pdf(&samples::audit(12)).unwrap();
    let shown = reading::shown(&reading::open(&rendered.bytes));
    let text = |piece: &&reading::Shown| piece.text.starts_with("Vendor model 4.1");
    let told = shown.iter().find(text).unwrap();
    let on_page = shown.iter().filter(|piece| piece.page == told.page);
    let letters: Vec<&str> = on_page.map(|piece| piece.text.as_str()).collect();
    assert_eq!(letters.iter().filter(|text| **text == "B C").count(), 3, "over each chart");
    for letter in ["A", "B", "C"] {
        assert!(letters.contains(&letter), "{letter} is explained where it stands");
    }
    assert!(!letters.contains(&"D"), "what stands on no line is not told");
}

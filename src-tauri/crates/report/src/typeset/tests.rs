//! What holds for every text, whatever stands in it.

use proptest::prelude::*;

use super::*;

const LOOK: Look = Look::regular(8.0);

fn set(text: &str, width: f32) -> (Paragraph, Vec<Line>) {
    let mut paragraph = Typesetter::default().set(&Rich::new(text, LOOK)).unwrap();
    let lines = paragraph.lines(width);
    (paragraph, lines)
}

fn lines_of(text: &str, width: f32) -> Vec<String> {
    let (paragraph, lines) = set(text, width);
    let text = |line: &Line| {
        let pieces = &paragraph.pieces[line.pieces.clone()];
        pieces.iter().map(|piece| paragraph.text_of(&piece.text)).collect::<String>()
    };
    lines.iter().map(text).collect()
}

#[test]
fn lines_break_at_spaces_and_keep_what_belongs_together() {
    assert_eq!(
        lines_of("Batches of 50; kept 90 h, then", 56.0),
        ["Batches of 50;", "kept 90 h,", "then"]
    );
    assert_eq!(lines_of("one\ntwo", 200.0), ["one", "two"]);
    assert_eq!(lines_of("", 50.0), [""]);
    assert_eq!(lines_of("see WEEKLY-2026-W39 now", 80.0), ["see", "WEEKLY-2026-W39", "now"]);
}

#[test]
fn figures_are_as_wide_as_one_another_only_where_asked() {
    let width = |text: &str, look: Look| {
        let mut paragraph = Typesetter::default().set(&Rich::new(text, look)).unwrap();
        paragraph.lines(500.0)[0].width
    };
    assert!((width("1111", LOOK.tabular()) - width("8888", LOOK.tabular())).abs() < 0.001);
    assert!(width("1111", LOOK) < width("8888", LOOK), "in prose a one is narrow");
}

#[test]
fn right_to_left_words_stand_in_their_order_inside_a_sentence() {
    let (paragraph, lines) = set("Owner יואב לוי signs", 500.0);
    let seen: Vec<&str> = paragraph
        .in_visual_order(&lines[0])
        .iter()
        .map(|piece| paragraph.text_of(&piece.text).trim())
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(seen, ["Owner", "לוי", "יואב", "signs"]);
}

#[test]
fn emoji_sequences_become_one_glyph_of_the_emoji_face() {
    let (paragraph, _) = set("👩🏽‍💻", 500.0);
    assert_eq!(paragraph.pieces.len(), 1);
    let wide = paragraph.glyphs.iter().filter(|glyph| glyph.advance > 0.1).count();
    assert_eq!(wide, 1, "the joined form, not its parts");
}

#[test]
fn what_no_face_covers_is_remembered_once_and_steering_characters_are_not() {
    let mut typesetter = Typesetter::default();
    for text in ["a\u{10fffd}b\u{10fffd}", "\u{200b}\u{2068}x\u{2069}\u{feff}", "\u{1}"] {
        typesetter.set(&Rich::new(text, LOOK)).unwrap();
    }
    assert_eq!(typesetter.uncovered(), ['\u{1}', '\u{10fffd}']);
}

proptest! {
    #[test]
    fn every_line_fits_and_no_character_is_lost(text in "\\PC{0,80}", width in 30.0..200.0_f32) {
        let (paragraph, lines) = set(&text, width);
        for line in &lines {
            let only = line.pieces.len() == 1;
            prop_assert!(line.width <= width + 0.05 || only, "{line:?} is wider than {width}");
        }
        let drawn: usize = lines.iter().map(|line| line.pieces.len()).sum();
        let spaces = paragraph.pieces.iter().filter(|p| p.kind == Kind::Space).count();
        let ends = paragraph.pieces.iter().filter(|p| p.kind == Kind::LineEnd).count();
        prop_assert!(drawn + spaces + ends >= paragraph.pieces.len(), "only spaces may vanish");
    }

    #[test]
    fn the_short_way_and_the_long_way_measure_alike(text in "[ -~äöüß€≤→]{0,60}") {
        let (short, short_lines) = set(&format!("{text}x"), 90.0);
        // A joiner at the end sends the text the long way and prints nothing.
        let (long, long_lines) = set(&format!("{text}x\u{200d}"), 90.0);
        let wide = |paragraph: &Paragraph| paragraph.pieces.iter().map(|p| p.width).sum::<f32>();
        prop_assert!((wide(&short) - wide(&long)).abs() < 0.05, "{} {}", wide(&short), wide(&long));
        prop_assert_eq!(short_lines.len(), long_lines.len());
    }
}

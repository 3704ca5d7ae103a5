//! Words as people write them: made plain for comparing, and found in lists of synonyms.

use unicode_normalization::UnicodeNormalization;

/// A text reduced to its words for comparing with synonyms: compatibility forms folded, lower
/// case, decimal digits of any script as ASCII, and every run of other characters one space.
/// `"Kill-Switch  Owner*"` becomes `"kill switch owner"`.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for character in text.nfkc().flat_map(char::to_lowercase).map(ascii_digit) {
        if character.is_alphanumeric() || is_mark(character) {
            words.push(character);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}

/// What two names share when people would take them for the same: compatibility forms folded,
/// lower case, white space run together, and invisible formatting characters left out.
pub fn sameness(name: &str) -> String {
    let visible: String =
        name.nfkc().flat_map(char::to_lowercase).filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `most` characters of a text for showing in a sentence, on one line, with an ellipsis
/// and the full length when something was cut.
pub fn excerpt(text: &str, most: usize) -> String {
    let one_line = |c: char| if c.is_control() { ' ' } else { c };
    match text.char_indices().nth(most) {
        None => text.chars().map(one_line).collect(),
        Some((end, _)) => {
            let kept = text.get(..end).unwrap_or_default();
            let shown: String = kept.chars().map(one_line).collect();
            format!("{shown}… ({} characters)", text.chars().count())
        }
    }
}

/// What a cell turned out to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<T> {
    /// One of the known words.
    Known(T),
    /// Two that exclude each other.
    Both(T, T),
    /// None of them.
    Unknown,
}

/// Values and the plain words people write for them.
pub type Synonyms<T> = [(T, &'static [&'static str])];

/// Finds the value a cell names: the whole cell, or its part before a bracket, a colon, a comma
/// or a spaced dash, provided that the rest names no other value ("Live (paused in May)").
pub fn find<T: Copy + PartialEq>(synonyms: &Synonyms<T>, cell: &str) -> Found<T> {
    if let Some(value) = exactly(synonyms, &plain(cell)) {
        return Found::Known(value);
    }
    let (head, rest) = head_and_rest(cell);
    match (exactly(synonyms, &plain(head)), spoken_of(synonyms, &plain(rest)).as_slice()) {
        (None, _) => Found::Unknown,
        (Some(value), others) => match others.iter().find(|other| **other != value) {
            Some(other) if !others.contains(&value) => Found::Both(value, *other),
            Some(_) | None => Found::Known(value),
        },
    }
}

/// Finds the value a cell speaks of anywhere, as long as it speaks of one only. For values that
/// loosen nothing when they are read too generously.
pub fn find_anywhere<T: Copy + PartialEq>(synonyms: &Synonyms<T>, cell: &str) -> Found<T> {
    match find(synonyms, cell) {
        Found::Unknown => match spoken_of(synonyms, &plain(cell)).as_slice() {
            [] => Found::Unknown,
            [value] => Found::Known(*value),
            [first, second, ..] => Found::Both(*first, *second),
        },
        found @ (Found::Known(_) | Found::Both(..)) => found,
    }
}

/// The values whose words stand in a plain text as whole words, each once.
pub(crate) fn spoken_of<T: Copy + PartialEq>(synonyms: &Synonyms<T>, plain: &str) -> Vec<T> {
    let padded = format!(" {plain} ");
    let named = |words: &[&str]| words.iter().any(|word| padded.contains(&format!(" {word} ")));
    let mut values: Vec<T> = Vec::new();
    for (value, words) in synonyms {
        if named(words) && !values.contains(value) {
            values.push(*value);
        }
    }
    values
}

fn exactly<T: Copy>(synonyms: &Synonyms<T>, plain: &str) -> Option<T> {
    synonyms.iter().find(|(_, words)| words.contains(&plain)).map(|(value, _)| *value)
}

fn head_and_rest(cell: &str) -> (&str, &str) {
    let cuts = ["(", "[", ":", ",", ";", "\n", " - ", " – ", " — ", ". "];
    let cut = cuts.iter().filter_map(|cut| cell.find(cut)).min().unwrap_or(cell.len());
    cell.split_at_checked(cut).unwrap_or((cell, ""))
}

/// Decimal digits come in blocks of ten that start at a zero (Unicode, category Nd).
fn ascii_digit(character: char) -> char {
    const ZEROS: [char; 7] = ['٠', '۰', '०', '০', '౦', '๐', '០'];
    let code = u32::from(character);
    ZEROS
        .into_iter()
        .map(u32::from)
        .find(|zero| (*zero..zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
        .unwrap_or(character)
}

/// Combining marks that hold words of Indic and Semitic scripts together.
fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_lose_case_signs_and_scripts_of_digits() {
        let cases = [
            ("Kill-Switch  Owner*", "kill switch owner"),
            ("write_stage", "write stage"),
            ("  Tier № 3 ", "tier no 3"),
            ("Ｔｉｅｒ　３", "tier 3"),
            ("المستوى ٣", "المستوى 3"),
            ("स्तर ३", "स्तर 3"),
            ("🚀", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "plain words of {text:?}");
        }
    }

    #[test]
    fn names_that_look_the_same_are_the_same() {
        let same = [
            ("Lead scoring", "LEAD  Scoring"),
            ("Caf\u{e9} leads", "Cafe\u{301} leads"),
            ("Lead\u{200b} scoring", "Lead scoring"),
            ("Ｌｅａｄ scoring", "Lead\nscoring"),
            ("❤️ Renewal", "❤ Renewal"),
        ];
        for (a, b) in same {
            assert_eq!(sameness(a), sameness(b), "{a:?} and {b:?} look the same");
        }
        assert_ne!(sameness("🚀 Lead scoring"), sameness("Lead scoring"), "an emoji can be seen");
        assert_ne!(sameness("Lead scoring 1"), sameness("Lead scoring 2"), "so can a number");
    }

    #[test]
    fn a_word_counts_when_it_leads_the_cell_and_nothing_contradicts_it() {
        let states: &Synonyms<u8> = &[(1, &["live", "in production"]), (2, &["paused"])];
        let cases = [
            ("Live", Found::Known(1)),
            ("in-production", Found::Known(1)),
            ("Live (since March)", Found::Known(1)),
            ("Live - EMEA only", Found::Known(1)),
            ("Live (paused in May)", Found::Both(1, 2)),
            ("Not live", Found::Unknown),
            ("", Found::Unknown),
        ];
        for (cell, expected) in cases {
            assert_eq!(find(states, cell), expected, "{cell:?}");
        }
        assert_eq!(find_anywhere(states, "now live again"), Found::Known(1), "one is spoken of");
    }

    #[test]
    fn an_excerpt_says_how_much_it_left_out() {
        assert_eq!(excerpt("short\ntext", 20), "short text", "line ends do not break sentences");
        assert_eq!(excerpt("数据数据数据", 2), "数据… (6 characters)", "counted in characters");
    }
}

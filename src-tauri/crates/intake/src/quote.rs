//! Several texts in one cell: parted by signs, and in quotes where one holds such a sign itself.

/// A text of a cell that holds several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The text, without quotes and without white space around it.
    pub text: String,
    /// Whether it stood in quotes.
    pub quoted: bool,
}

/// `text` for a cell whose texts `separators` part: as it stands where it comes back whole, else in
/// quotes, with those inside it doubled.
pub fn quoted(text: &str, separators: &[char]) -> String {
    let comes_back = match parts(text, separators).as_slice() {
        [only] => !only.quoted && only.text == text,
        [] | [_, ..] => false,
    };
    let bullet = text.starts_with(['-', '*', '–', '·']);
    if comes_back && !bullet && !text.contains(['"', '(', ')', '\n']) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The texts of a cell, without the empty ones. A sign inside brackets or quotes parts nothing, nor
/// does the comma inside a number ("errors per 1,000"). Quotes are taken away only around a whole
/// text; one that is never closed is a character like any other.
pub fn parts(cell: &str, separators: &[char]) -> Vec<Part> {
    let (mut parts, mut rest) = (Vec::new(), cell);
    while !rest.is_empty() {
        let (part, after) = first(rest, separators);
        if part.quoted || !part.text.is_empty() {
            parts.push(part);
        }
        rest = after;
    }
    parts
}

/// The first text of `rest`, and what follows the sign after it.
fn first<'c>(rest: &'c str, separators: &[char]) -> (Part, &'c str) {
    if let Some((text, after)) = in_quotes(rest.trim_start())
        && let Some(after) = at_a_sign(after, separators)
    {
        return (Part { text, quoted: true }, after);
    }
    let (mut depth, mut before) = (0_usize, ' ');
    let mut from = 0;
    while let Some(letter) = rest.get(from..).and_then(|rest| rest.chars().next()) {
        let after = from + letter.len_utf8();
        let tail = rest.get(after..).unwrap_or_default();
        let next = tail.chars().next().unwrap_or(' ');
        let in_number = letter == ',' && before.is_numeric() && next.is_numeric();
        match letter {
            '(' => depth += usize::from(tail.contains(')')),
            ')' => depth = depth.saturating_sub(1),
            // Quotes that open a word and close one hold their signs together.
            '"' if before.is_whitespace() || before == '(' => {
                let closed = rest.get(from..).and_then(in_quotes);
                let closed = closed.filter(|(_, tail)| !tail.starts_with(char::is_alphanumeric));
                if let Some((_, tail)) = closed {
                    (from, before) = (rest.len() - tail.len(), '"');
                    continue;
                }
            }
            _ if depth == 0 && separators.contains(&letter) && !in_number => {
                let text = rest.get(..from).unwrap_or_default().trim().to_owned();
                return (Part { text, quoted: false }, tail);
            }
            _ => {}
        }
        (from, before) = (after, letter);
    }
    (Part { text: rest.trim().to_owned(), quoted: false }, "")
}

/// A text in quotes at the start of `rest`, and what follows its closing quote.
fn in_quotes(rest: &str) -> Option<(String, &str)> {
    let mut rest = rest.strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let (inside, after) = rest.split_once('"')?;
        text.push_str(inside);
        match after.strip_prefix('"') {
            Some(more) => {
                text.push('"');
                rest = more;
            }
            None => return Some((text, after)),
        }
    }
}

/// What follows a sign at the start of `rest`, white space aside; nothing where something else
/// stands there.
fn at_a_sign<'c>(rest: &'c str, separators: &[char]) -> Option<&'c str> {
    let mut tail = rest;
    while let Some(letter) = tail.chars().next() {
        let after = tail.get(letter.len_utf8()..).unwrap_or_default();
        if separators.contains(&letter) {
            return Some(after);
        }
        if !letter.is_whitespace() {
            return None;
        }
        tail = after;
    }
    Some("")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(cell: &str) -> Vec<String> {
        parts(cell, &[';', '\n', ',']).into_iter().map(|part| part.text).collect()
    }

    #[test]
    fn signs_part_texts_but_not_inside_quotes_brackets_and_numbers() {
        let cases: [(&str, &[&str]); 8] = [
            ("a; b\nc", &["a", "b", "c"]),
            ("errors per 1,000, all", &["errors per 1,000", "all"]),
            ("\"a; b\"; c", &["a; b", "c"]),
            ("say \"\"no\"\"", &["say \"\"no\"\""]),
            ("\"say \"\"no\"\"\"", &["say \"no\""]),
            ("5\" screens; b", &["5\" screens", "b"]),
            ("tier 3 (400 a day; weekdays); b", &["tier 3 (400 a day; weekdays)", "b"]),
            ("half (open; b", &["half (open", "b"]),
        ];
        for (cell, expected) in cases {
            assert_eq!(texts(cell), expected, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_comes_back(
            written in prop::collection::vec("[a-z;,\"()\n 0-9é-]{0,12}[a-z]", 0..5)
        ) {
            let separators = [';', '\n'];
            let cell: Vec<String> = written.iter().map(|text| quoted(text, &separators)).collect();
            let read: Vec<String> =
                parts(&cell.join("; "), &separators).into_iter().map(|part| part.text).collect();
            prop_assert_eq!(read, written);
        }
    }
}

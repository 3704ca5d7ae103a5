//! Text inside Markdown.

/// Text that stays text: nothing in it becomes a link, a tag, a head or a new cell.
pub(crate) fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().fold(String::new(), |mut out, letter| {
        match letter {
            '\n' | '\r' => out.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_in_a_name_becomes_markup() {
        let given = "a|b [c](d) <img> *e* `f` & #g\r\nh";
        let wanted = r"a\|b \[c\](d) \<img\> \*e\* \`f\` &amp; \#g<br>h";
        assert_eq!(super::escaped(given), wanted);
    }
}

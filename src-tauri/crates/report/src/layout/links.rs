//! References in running text become links where they lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::pdf::Target;
use crate::typeset::{Inline, Look, Rich, colour};

/// What a reference leads to in this report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Links {
    here: BTreeSet<String>,
    beside: BTreeMap<String, String>,
}

impl Links {
    /// From the records that stand in this report and those in files beside it.
    pub fn new<'a>(
        here: impl IntoIterator<Item = &'a str>,
        beside: &BTreeMap<String, String>,
    ) -> Self {
        Self { here: here.into_iter().map(str::to_owned).collect(), beside: beside.clone() }
    }

    pub fn target(&self, reference: &str) -> Option<Target> {
        if self.here.contains(reference) {
            return Some(Target::Here(reference.to_owned()));
        }
        let file = self.beside.get(reference)?;
        Some(Target::File { file: file.clone(), record: reference.to_owned() })
    }

    /// The text with its references set as links.
    pub fn find(&self, text: &str, look: Look) -> Rich {
        if self.here.is_empty() && self.beside.is_empty() {
            return Rich::new(text, look);
        }
        let mut rich = Rich::empty();
        let mut plain = 0;
        for (from, to) in references(text) {
            let reference = text.get(from..to).unwrap_or_default();
            if self.target(reference).is_none() {
                continue;
            }
            rich = rich.words_if_any(text.get(plain..from).unwrap_or_default(), look);
            rich.0.push(Inline::Words {
                text: reference.to_owned(),
                look: look.coloured(colour::LINK),
                to: Some(reference.to_owned()),
            });
            plain = to;
        }
        rich.words_if_any(text.get(plain..).unwrap_or_default(), look)
    }
}

impl Rich {
    fn words_if_any(self, text: &str, look: Look) -> Self {
        if text.is_empty() { self } else { self.words(text, look) }
    }
}

/// Where references stand: capitals, then groups of capitals and digits joined by hyphens,
/// at least one of them with a digit. WF-0007, WEEKLY-2026-W39.
fn references(text: &str) -> Vec<(usize, usize)> {
    let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes.iter().skip(at).take_while(|byte| is_part(**byte)).count();
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let free = before.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let candidate = text.get(at..at + run).unwrap_or_default().trim_end_matches('-');
        let after = bytes.get(at + candidate.len());
        let ends = after.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if run > 0 && free && ends && is_reference(candidate) {
            found.push((at, at + candidate.len()));
        }
        at += run.max(1);
    }
    found
}

fn is_reference(text: &str) -> bool {
    let mut groups = text.split('-');
    let letters = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    letters.len() >= 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && rest.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
        && rest.all(|group| group.bytes().any(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_whole_and_nothing_else_is() {
        let cases: [(&str, &[&str]); 6] = [
            ("Postmortem due. ACT-0090", &["ACT-0090"]),
            ("EXC-0059, DEC-0074, ACT-0088.", &["EXC-0059", "DEC-0074", "ACT-0088"]),
            ("Next: WEEKLY-2026-W42, 12 October", &["WEEKLY-2026-W42"]),
            ("QUARTERLY-2026-Q4 and GPT-next", &["QUARTERLY-2026-Q4"]),
            ("xWF-0001 WF-0001a A-1 ISO-", &[]),
            ("客户WF-0007", &["WF-0007"]),
        ];
        for (text, wanted) in cases {
            let found: Vec<&str> =
                references(text).into_iter().map(|(from, to)| &text[from..to]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}

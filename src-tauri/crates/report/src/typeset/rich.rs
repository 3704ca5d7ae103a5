//! Words with looks, links and marks among them.

use super::look::{Look, colour};
use super::tidy::tidy;
use super::units::OBJECT;
use crate::layout::{Drawing, Mark};

/// A piece of a rich text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Inline {
    /// Words of one look; `to` is the reference they lead to.
    Words { text: String, look: Look, to: Option<String> },
    /// A mark, drawn before the word that follows.
    Mark(Mark, Look),
    /// The four boxes of a tier, so many of them filled.
    Tier(u8, Look),
    /// A small drawing that repeats what the words beside it say.
    Drawing(Drawing, Look),
}

/// A rich text; a line feed in its words starts a new line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Rich(pub Vec<Inline>);

impl Rich {
    pub fn new(text: impl Into<String>, look: Look) -> Self {
        Self(vec![Inline::Words { text: text.into(), look, to: None }])
    }

    pub fn empty() -> Self {
        Self::default()
    }

    pub fn words(mut self, text: impl Into<String>, look: Look) -> Self {
        self.0.push(Inline::Words { text: text.into(), look, to: None });
        self
    }

    pub fn mark(mut self, mark: Mark, look: Look) -> Self {
        self.0.push(Inline::Mark(mark, look));
        self
    }

    pub fn tier(mut self, filled: u8, look: Look) -> Self {
        self.0.push(Inline::Tier(filled, look));
        self
    }

    pub fn drawing(mut self, drawing: Drawing, look: Look) -> Self {
        self.0.push(Inline::Drawing(drawing, look));
        self
    }

    /// Words that lead to a record.
    pub fn link(mut self, text: impl Into<String>, to: &str, look: Look) -> Self {
        let look = look.coloured(colour::LINK);
        self.0.push(Inline::Words { text: text.into(), look, to: Some(to.to_owned()) });
        self
    }

    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|inline| match inline {
            Inline::Words { text, .. } => text.trim().is_empty(),
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => false,
        })
    }
}

impl Rich {
    /// The words alone.
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|inline| match inline {
            Inline::Words { text, .. } => text.as_str(),
            Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => "",
        });
        words.collect::<String>().trim().to_owned()
    }

    /// What stands from byte `from` of the set text on.
    pub fn tail(&self, from: usize) -> Self {
        let mut at = 0;
        let mut tail = Self::empty();
        for inline in &self.0 {
            let start = at;
            match inline {
                Inline::Words { text, look, to } => {
                    let text = tidy(text);
                    at += text.len();
                    let kept = text.get(from.saturating_sub(start).min(text.len())..);
                    if let Some(kept) = kept.filter(|kept| !kept.is_empty()) {
                        let words =
                            Inline::Words { text: kept.to_owned(), look: *look, to: to.clone() };
                        tail.0.push(words);
                    }
                }
                Inline::Mark(..) | Inline::Tier(..) | Inline::Drawing(..) => {
                    at += OBJECT.len_utf8();
                    if start >= from {
                        tail.0.push(inline.clone());
                    }
                }
            }
        }
        tail
    }

    /// The same with every size multiplied.
    pub fn scaled(&self, by: f32) -> Self {
        let small = |look: &Look| Look { size: look.size * by, rise: look.rise * by, ..*look };
        let inlines = self.0.iter().map(|inline| match inline {
            Inline::Words { text, look, to } => {
                Inline::Words { text: text.clone(), look: small(look), to: to.clone() }
            }
            Inline::Mark(mark, look) => Inline::Mark(*mark, small(look)),
            Inline::Tier(filled, look) => Inline::Tier(*filled, small(look)),
            Inline::Drawing(drawing, look) => Inline::Drawing(*drawing, small(look)),
        });
        Self(inlines.collect())
    }
}

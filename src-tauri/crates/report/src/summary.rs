//! A summary to be pasted: a few tables as Markdown.

use crate::escape::escaped;
use crate::frame::Frame;
use crate::markdown::{foot, section};

/// What a summary holds.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Model {
    /// Its workspace, moment and preparer.
    pub frame: Frame,
    /// What it is called: "Week 47, 16 to 22 November 2026".
    pub title: String,
    /// All of it in a sentence.
    pub lead: String,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// A part of a summary.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Section {
    /// What it is called.
    pub head: String,
    /// How much there is, in a sentence; may be empty.
    pub about: String,
    /// What each column holds.
    pub heads: Vec<&'static str>,
    /// What is listed.
    pub rows: Vec<Vec<String>>,
    /// What is said where there is nothing to list.
    pub empty: &'static str,
}

/// The summary as Markdown.
#[must_use]
pub fn markdown(model: &Model) -> String {
    let mut out = format!("# {}\n\n{}\n\n", escaped(&model.title), escaped(&model.lead));
    if model.frame.demo {
        out.push_str("**Demo workspace.** People, exceptions and figures are made up.\n\n");
    }
    for Section { head, about, heads, rows, empty } in &model.sections {
        let about = match about.is_empty() {
            true => String::new(),
            false => format!("{}\n\n", escaped(about)),
        };
        out.push_str(&section(head, &about, heads, rows.iter().cloned(), empty));
    }
    out.push_str(&foot(&model.frame));
    out
}

//! Words that somebody wrote, where they may have been erased since.

/// The words, or what stands for them once they are erased.
pub(crate) fn or_erased(words: Option<&String>) -> String {
    words.cloned().unwrap_or_else(|| "(erased)".to_owned())
}

//! Words that somebody wrote, where they may have been erased since.

pub(crate) use domain::ERASED;

/// The words, or what stands for them once they are erased.
pub(crate) fn or_erased<W: AsRef<str> + ?Sized>(words: Option<&W>) -> String {
    words.map_or(ERASED, AsRef::as_ref).to_owned()
}

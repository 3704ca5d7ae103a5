//! How many there are, as the window takes it.

/// A number of things. What is past four billion is told as four billion.
pub(crate) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

//! `cargo xtask bench`: ratios measured in one run on one machine, each beside its goal.
use crate::ground::{Ground, Sentence};
/// b
pub fn bench(_ground: &Ground, _names: &[&str]) -> Result<(), Sentence> {
    Ok(())
}

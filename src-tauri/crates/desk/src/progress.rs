//! How far long work is, and whether it should stop.

/// Hears how far long work is.
pub trait Progress: Send {
    /// `done` of `total` units of `what`; answers whether to go on.
    fn report(&self, what: &str, done: u64, total: u64) -> bool;
}

/// Hears nothing and never stops.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _: &str, _: u64, _: u64) -> bool {
        true
    }
}

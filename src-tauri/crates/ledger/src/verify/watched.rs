//! Telling how far a judgement is, and stopping it: signatures are what takes the time.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Entries between two tellings.
const STRIDE: u64 = 256;

/// Counts the entries judged, on all threads together.
pub(super) struct Watched<'w> {
    watch: &'w (dyn Fn(u64) -> bool + Sync),
    judged: AtomicU64,
    stopped: AtomicBool,
}

impl<'w> Watched<'w> {
    pub(super) fn by(watch: &'w (dyn Fn(u64) -> bool + Sync)) -> Self {
        Self { watch, judged: AtomicU64::new(0), stopped: AtomicBool::new(false) }
    }

    /// One more entry is about to be judged; answers whether it should be.
    pub(super) fn goes_on(&self) -> bool {
        let judged = self.judged.fetch_add(1, Ordering::Relaxed);
        if judged.is_multiple_of(STRIDE) && !(self.watch)(judged) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        !self.stopped()
    }

    pub(super) fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

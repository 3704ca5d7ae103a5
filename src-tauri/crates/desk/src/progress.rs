//! Long work: how far it is, and stopping it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use crate::{Desk, Problem};

/// Hears how far long work is, and what a person should know of work that is done all the same.
pub trait Progress: Send + Sync {
    /// `done` of `total` units of the operation `what`.
    fn report(&self, what: &str, done: u64, total: u64);

    /// Something to tell the person beside the answer, in sentences.
    fn notice(&self, _says: &str) {}
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _: &str, _: u64, _: u64) {}
}

const IDLE: u8 = 0;
const GOING: u8 = 1;
const STOPPING: u8 = 2;

/// Stops the long work under way at a desk. It waits for nobody: whoever holds a copy may ask while
/// the desk is busy.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicU8>);

impl Stop {
    /// Asks the long work under way to leave everything as it was. What begins later is not
    /// stopped. Answers whether there was work that nobody had asked to stop yet.
    pub fn ask(&self) -> bool {
        self.0.compare_exchange(GOING, STOPPING, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    fn asked(&self) -> bool {
        self.0.load(Ordering::SeqCst) == STOPPING
    }
}

/// One piece of long work, from its beginning until it is dropped. What begins inside another is part
/// of it: it is stopped with it, and only the whole tells how far it is.
pub struct Work {
    what: &'static str,
    whole: bool,
    progress: Arc<dyn Progress>,
    stop: Stop,
    told: AtomicU64,
}

impl Work {
    /// Tells how far it is, at most once per hundredth.
    ///
    /// # Errors
    /// `cancelled` when somebody asked to stop it.
    pub fn step(&self, done: u64, total: u64) -> Result<(), Problem> {
        if self.goes_on(done, total) { Ok(()) } else { Err(self.cancelled()) }
    }

    /// The same for what only wants to know whether to go on.
    pub fn goes_on(&self, done: u64, total: u64) -> bool {
        let share = (u128::from(done) * 100).checked_div(u128::from(total)).unwrap_or(100);
        let share = u64::try_from(share).unwrap_or(100).saturating_add(1);
        if self.told.swap(share, Ordering::Relaxed) != share {
            self.progress.report(self.what, done, total);
        }
        !self.stop.asked()
    }

    /// What is said of it once it was stopped.
    pub fn cancelled(&self) -> Problem {
        Problem::new("cancelled", "It was stopped; nothing was written.")
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if self.whole {
            self.stop.0.store(IDLE, Ordering::SeqCst);
        }
    }
}

impl Desk {
    /// Begins a piece of long work, called after its operation.
    pub(crate) fn begin(&self, what: &'static str) -> Work {
        let stop = self.stop.clone();
        let begun = stop.0.compare_exchange(IDLE, GOING, Ordering::SeqCst, Ordering::SeqCst);
        let whole = begun.is_ok();
        let progress: Arc<dyn Progress> =
            if whole { Arc::clone(&self.progress) } else { Arc::new(Silent) };
        Work { what, whole, progress, stop, told: AtomicU64::new(0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;
    use crate::files::{ChooseFile, Chosen, Files, Grant, Purpose};

    struct Nowhere;

    impl Files for Nowhere {
        fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
            Ok(Chosen { grant: None, name: None })
        }

        fn path(&self, _: &Grant, _: Purpose) -> Result<std::path::PathBuf, Problem> {
            Err(Problem::new("not-granted", "Nothing was chosen."))
        }
    }

    fn desk() -> Desk {
        Desk::new(Profile::at("nowhere"), Box::new(Nowhere))
    }

    #[test]
    fn asking_stops_the_work_under_way_and_nothing_that_begins_later() {
        let desk = desk();
        let stop = desk.stop.clone();
        assert!(!stop.ask(), "nothing is under way");
        let work = desk.begin("verify");
        assert!(work.step(1, 3).is_ok(), "what was asked before it began is forgotten");
        assert!(stop.ask(), "now there is work to stop");
        assert_eq!(work.step(2, 3).map_err(|stopped| stopped.code), Err("cancelled".to_owned()));
        drop(work);
        assert!(desk.begin("verify").step(1, 3).is_ok(), "the next piece starts afresh");
    }

    #[test]
    fn work_inside_other_work_is_stopped_with_it_and_ends_nothing_but_itself() {
        let desk = desk();
        let stop = desk.stop.clone();
        let whole = desk.begin("export_pack");
        let part = desk.begin("population");
        assert!(part.step(1, 3).is_ok(), "nobody has asked yet");
        drop(part);
        assert!(stop.ask(), "the whole still goes on");
        let part = desk.begin("population");
        assert!(part.step(1, 3).is_err() && whole.step(1, 3).is_err(), "both are stopped");
    }

    #[test]
    fn work_is_told_of_by_the_hundredth() {
        use std::sync::atomic::AtomicUsize;
        #[derive(Clone, Default)]
        struct Counts(Arc<AtomicUsize>);
        impl Progress for Counts {
            fn report(&self, _: &str, _: u64, _: u64) {
                self.0.fetch_add(1, Ordering::Relaxed);
            }
        }
        let counts = Counts::default();
        let desk = desk().with_progress(counts.clone());
        let work = desk.begin("verify");
        for done in 0..=100_000 {
            work.step(done, 100_000).unwrap();
        }
        assert_eq!(counts.0.load(Ordering::Relaxed), 101, "0 to 100 percent, each once");
    }
}

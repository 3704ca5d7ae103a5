//! The use cases: one door for every change, one view per screen. The window, the command line and
//! the demo all stand on it.

pub mod actions;
pub mod batches;
mod beside;
pub mod cadences;
mod chance;
pub mod checks;
pub mod clock;
mod conduct;
mod count;
pub mod decisions;
pub mod demo;
mod door;
mod erased;
pub mod evidence;
pub mod exceptions;
pub mod exports;
pub mod files;
pub mod findings;
pub mod frameworks;
pub mod imports;
pub mod log;
pub mod metrics;
pub mod notifications;
pub mod operations;
pub mod overrides;
mod passphrase;
pub mod people;
pub mod policies;
pub mod population;
pub mod problem;
pub mod profile;
pub mod progress;
pub mod raci;
pub mod register;
pub mod reports;
pub mod reviews;
pub mod rollout;
pub mod samples;
pub mod scorecards;
mod sealed;
mod session;
pub mod statements;
pub mod stops;
pub mod today;
mod when;
pub mod workspace;

pub use beside::Beside;
pub use chance::{Chance, OsChance, SeededChance};
pub use clock::{Clock, MachineClock, SetClock};
pub use files::{Files, Grant, Purpose};
pub use passphrase::Passphrase;
pub use problem::Problem;
pub use profile::Profile;
pub use progress::{Progress, Silent};

use std::sync::Arc;
use std::time::Duration;

use progress::Stop;
use workspace::Open;

/// One desk: what a window or a command line works at.
pub struct Desk {
    profile: Profile,
    clock: Box<dyn Clock>,
    chance: Box<dyn Chance>,
    files: Arc<dyn Files>,
    progress: Arc<dyn Progress>,
    stop: Stop,
    settling: Duration,
    open: Option<Open>,
}

impl Desk {
    /// A desk with nothing open.
    pub fn new(profile: Profile, files: Box<dyn Files>) -> Self {
        Self {
            profile,
            clock: Box::new(MachineClock),
            chance: Box::new(OsChance),
            files: Arc::from(files),
            progress: Arc::new(Silent),
            stop: Stop::default(),
            settling: Duration::ZERO,
            open: None,
        }
    }

    /// The same desk, told the time by `clock`.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Box::new(clock);
        self
    }

    /// The same desk, drawing its keys and salts from `chance`.
    #[must_use]
    pub fn with_chance(mut self, chance: impl Chance + 'static) -> Self {
        self.chance = Box::new(chance);
        self
    }

    /// The same desk, telling `progress` how far long work is.
    #[must_use]
    pub fn with_progress(mut self, progress: impl Progress + 'static) -> Self {
        self.progress = Arc::new(progress);
        self
    }

    /// The same desk, which begins to check a file so long after it was opened: the check takes all
    /// processors, and its first screen is waited for.
    #[must_use]
    pub fn with_settling(mut self, settling: Duration) -> Self {
        self.settling = settling;
        self
    }

    /// Its profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }
}

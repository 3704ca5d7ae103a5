//! What time it is. Only the desk reads a clock; everything below is told.

use chrono::Duration;
pub use domain::Moment;

/// Something that knows the time.
pub trait Clock: Send {
    /// Now.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Moment {
        Moment::new(chrono::Utc::now())
    }
}

impl MachineClock {
    /// So many minutes from now: where what takes days is to be seen at once.
    pub fn ahead(self, minutes: u32) -> Moment {
        self.now().plus(Duration::minutes(minutes.into()))
    }
}

/// A clock that stands where it is set: the demo's, and tests'.
#[derive(Clone, Debug)]
pub struct SetClock(std::sync::Arc<std::sync::Mutex<Moment>>);

impl SetClock {
    /// A clock that says `now`.
    pub fn new(now: Moment) -> Self {
        Self(std::sync::Arc::new(std::sync::Mutex::new(now)))
    }

    /// Sets it.
    pub fn set(&self, now: Moment) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

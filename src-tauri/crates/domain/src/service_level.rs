//! Service levels: what was to be done by when, and was it.

use crate::Moment;

/// Something that was to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// What it is called where it comes from.
    pub reference: String,
    /// By when.
    pub due: Moment,
    /// When it was done; none while it is not.
    pub done: Option<Moment>,
}

/// How something promised stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Done by when it was due.
    OnTime,
    /// Done, but later.
    Late,
    /// Not done, and past due.
    Overdue,
    /// Not done, and not due yet: it counts neither way.
    Waiting,
}

/// How many were kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServiceLevel {
    /// Done by when they were due.
    pub on_time: u64,
    /// Done later.
    pub late: u64,
    /// Not done, and past due.
    pub overdue: u64,
    /// Not due yet.
    pub waiting: u64,
}

impl Promised {
    /// How it stands at `now`.
    pub fn kept(&self, now: Moment) -> Kept {
        match self.done.filter(|done| *done <= now) {
            Some(done) if done <= self.due => Kept::OnTime,
            Some(_) => Kept::Late,
            None if now > self.due => Kept::Overdue,
            None => Kept::Waiting,
        }
    }
}

impl ServiceLevel {
    /// Counts what stands how at `now`.
    pub fn of(promised: &[Promised], now: Moment) -> Self {
        let mut level = Self::default();
        for one in promised {
            *match one.kept(now) {
                Kept::OnTime => &mut level.on_time,
                Kept::Late => &mut level.late,
                Kept::Overdue => &mut level.overdue,
                Kept::Waiting => &mut level.waiting,
            } += 1;
        }
        level
    }

    /// Those that were due.
    pub fn due(&self) -> u64 {
        self.on_time.saturating_add(self.late).saturating_add(self.overdue)
    }
}

//! The clocks of exceptions at a moment, and whom they ask.

use chrono::{Duration, NaiveDate};
use domain::exception::{Asked, Clock, Terms, asked, chain};
use domain::people::Standing;
use domain::{ExceptionRef, Moment};
use store::View;
use store::tables::exception::Exception;

use super::TimeState;
use crate::Problem;
use crate::people::standing;
use crate::workspace::settings;

/// What of its time is near its end.
const NEAR: f64 = 0.25;

/// What it takes to read clocks as they stand at a moment.
pub(crate) struct Clocks {
    pub(crate) terms: Terms,
    pub(crate) standing: Standing,
    now: Moment,
}

impl Clocks {
    /// As `view` has it at `now`.
    pub(crate) fn of(view: &View<'_>, now: Moment) -> Result<Self, Problem> {
        let terms = view.clock_terms(settings(view)?.zone)?;
        Ok(Self { terms, standing: standing(view, now)?, now })
    }

    pub(crate) fn read(&self, one: &Exception) -> Clock {
        Clock::read(one.kind, &one.turns, &self.terms, self.now)
    }

    /// Open exceptions that are past their due, each with the day on which that was.
    pub(crate) fn late(&self, open: &[Exception]) -> Vec<(ExceptionRef, NaiveDate)> {
        let day = |at: &Moment| at.in_zone(self.terms.zone).date_naive();
        let since = |one: &Exception| self.read(one).passed.first().map(day);
        open.iter().filter_map(|one| Some((one.exception, since(one)?))).collect()
    }

    /// The way up that an exception goes today.
    pub(super) fn way(&self, one: &Exception) -> Vec<Asked> {
        chain(&self.standing, &one.as_it_stands(), self.standing.today)
    }

    /// Whether `person` is asked to see to an open exception now.
    pub(super) fn asks(&self, one: &Exception, clock: &Clock, person: domain::PersonRef) -> bool {
        let way = self.way(one);
        asked(&way, clock.passed.len()).is_some_and(|asked| asked.who.contains(&person))
    }

    /// How a clock stands, and that in words.
    pub(super) fn says(&self, clock: &Clock) -> (TimeState, String) {
        let run = clock.runs.last();
        let since = |due: Option<Moment>, at: Moment| span(at.since(due.unwrap_or(at)));
        if let Some(ended) = run.and_then(|run| run.ended) {
            return match clock.is_late() {
                true => (TimeState::WasLate, format!("{} late", since(clock.due, ended))),
                false => (TimeState::InTime, "in time".to_owned()),
            };
        }
        let left = span(clock.left);
        let waits = clock.pauses.last().is_some_and(|pause| pause.to.is_none());
        match (clock.is_late(), waits) {
            (true, false) => (TimeState::Late, format!("{} past due", since(clock.due, self.now))),
            (true, true) => (TimeState::Late, "past due, waits".to_owned()),
            (false, true) => (TimeState::Waiting, format!("waits, {left} left")),
            (false, false) if clock.share() < NEAR => (TimeState::Near, format!("{left} left")),
            (false, false) => (TimeState::Running, format!("{left} left")),
        }
    }
}

/// A length of time in words, rounded down: `45 min`, `5 h 20 min`, `26 h`, `3 days`.
fn span(length: Duration) -> String {
    let minutes = length.num_minutes().max(0);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) if hours < 10 && minutes > 0 => format!("{hours} h {minutes} min"),
        (hours, _) if hours < 48 => format!("{hours} h"),
        (hours, _) => format!("{} days", hours / 24),
    }
}

//! The desk as of a past moment: one place says what every screen reads, and what counts as now.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::Moment;
use serde::{Deserialize, Serialize};
use store::{AsOf, View};
use ts_rs::TS;

use super::{Frame, Open, last_at};
use crate::operations::Nothing;
use crate::when::end_of;
use crate::{Desk, Problem};

/// Opens the desk as of a past moment: every screen then shows what stood, and nothing is changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct LookBack {
    /// An entry, the day `2026-08-31` (its end), or `2026-08-31T18:00` in the workspace's zone.
    pub as_of: String,
}

/// The past moment that the desk shows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Past {
    /// The entry that it stands after.
    pub entry: u64,
    /// The moment, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
}

impl Past {
    pub(crate) fn of(past: Looking, zone: Tz) -> Self {
        Self { entry: past.seq, at: crate::when::local(past.at, zone) }
    }
}

/// A past moment, while the desk shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looking {
    /// The last entry that is seen.
    pub seq: u64,
    /// What counts as now for all that depends on the time.
    pub at: Moment,
}

impl Desk {
    /// See the list of operations.
    pub fn look_back(&mut self, request: LookBack) -> Result<Frame, Problem> {
        let now = self.clock.now();
        let open = self.open_mut()?;
        open.looking = Some(looking(&open.store.now(), open.zone, request.as_of.trim(), now)?);
        self.frame(Nothing {})
    }

    /// See the list of operations.
    pub fn return_to_now(&mut self, _: Nothing) -> Result<Frame, Problem> {
        self.open_mut()?.looking = None;
        self.frame(Nothing {})
    }

    /// What counts as now for what is shown: the moment that is looked at, or the clock's.
    pub(crate) fn moment(&self) -> Moment {
        let looking = self.open.as_ref().and_then(|open| open.looking);
        looking.map_or_else(|| self.clock.now(), |past| past.at)
    }
}

impl Open {
    /// What every screen and report reads: the workspace as it stands, or as of the past moment
    /// that the desk shows.
    pub fn view(&self) -> View<'_> {
        self.store.as_of(self.looking.map_or(AsOf::Now, |past| AsOf::Seq(past.seq)))
    }

    /// The last entry that is seen.
    pub fn last(&self) -> Result<u64, Problem> {
        self.looking.map_or_else(|| Ok(self.store.size()?), |past| Ok(past.seq))
    }

    /// The entry to show something after: `asked`, as far as it is seen, or the last that is.
    pub fn up_to(&self, asked: Option<u64>) -> Result<u64, Problem> {
        let last = self.last()?;
        Ok(asked.map_or(last, |seq| seq.min(last)))
    }

    /// Refuses what belongs to now while the desk shows the past.
    ///
    /// # Errors
    /// `looking-back`, with the moment that is shown.
    pub fn must_be_now(&self) -> Result<(), Problem> {
        self.looking.map_or(Ok(()), |past| {
            let at = crate::when::with_offset(past.at, self.zone);
            let says = format!(
                "The desk shows what stood at {at}, after entry {}. Return to now to change \
                 anything.",
                past.seq
            );
            Err(Problem::new("looking-back", says))
        })
    }

    /// The moment that is shown, which is `now` unless it is a past one.
    pub(crate) fn looking_at(&self, now: Moment) -> Result<Looking, Problem> {
        Ok(self.looking.unwrap_or(Looking { seq: self.last()?, at: now }))
    }

    /// The past moment that is shown, as the window says it.
    pub(super) fn past(&self) -> Option<Past> {
        self.looking.map(|past| Past::of(past, self.zone))
    }
}

/// What `asked` names: an entry, the end of a day, or a wall-clock time in `zone`.
pub(crate) fn looking(
    view: &View<'_>,
    zone: Tz,
    asked: &str,
    now: Moment,
) -> Result<Looking, Problem> {
    if let Ok(seq) = asked.parse::<u64>() {
        return after_entry(view, seq);
    }
    let at = moment(asked, zone, now)?;
    let seq = view.seq_at(at)?.ok_or_else(|| {
        let says = format!("The workspace begins later than {asked}. Take a later moment.");
        Problem::new("no-such-moment", says)
    })?;
    Ok(Looking { seq, at })
}

fn after_entry(view: &View<'_>, seq: u64) -> Result<Looking, Problem> {
    let last = view.last_change()?.map_or(0, |change| change.seq);
    if seq == 0 || seq > last {
        let says = format!("There is no entry {seq}: the last is {last}.");
        return Err(Problem::new("no-such-moment", says));
    }
    Ok(Looking { seq, at: last_at(&view.at(seq))? })
}

/// A day means its end, and today means now; what is still to come is no past.
fn moment(asked: &str, zone: Tz, now: Moment) -> Result<Moment, Problem> {
    let today = now.in_zone(zone).date_naive();
    let at = match asked.parse::<NaiveDate>() {
        Ok(day) if day == today => now,
        Ok(day) => end_of(day, zone),
        Err(_) => match asked.parse::<Moment>() {
            Ok(at) => at,
            Err(_) => crate::when::in_zone(asked, zone)?,
        },
    };
    if at > now {
        let says = format!("{asked} is still to come. Take a moment that has passed.");
        return Err(Problem::new("no-such-moment", says));
    }
    Ok(at)
}

//! What the samples of a workflow proved together at the end of each week.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::iter::successors;

use chrono_tz::Tz;
use domain::metric::derived::Stretch;
use domain::sample::{Pooled, Sample, WEEKS};
use domain::{Moment, Period, Span};
use store::View;

use super::pool::{Of, Pool, pools};
use crate::Problem;
use crate::when::{just_before, stretch};
use crate::workspace::{last_at, settings};

/// What stood at the end of a week.
pub(crate) struct PoolWeek {
    pub(crate) week: Period,
    /// What the samples of the 13 weeks before proved; none where none counted.
    pub(crate) pooled: Option<Pooled>,
    /// Whether a sample of the workflow was planned in it and came to a draw, given up since or not; or
    /// there is time left for one.
    pub(crate) held: bool,
}

/// What was read of one view already: many workpapers of a pack ask for the same weeks.
#[derive(Default)]
pub(crate) struct PoolHistory {
    /// What each sample that was drawn is of, and when it was planned.
    drawn: Option<Vec<(Of, Moment)>>,
    /// The pools at the end of a week.
    ends: BTreeMap<Period, Vec<Pool>>,
}

impl PoolHistory {
    /// The 13 weeks to the one in which the sample was settled, or to the last on record, without those
    /// before the workflow's first sample; none where the sample is of no workflow alone. A week that
    /// still runs ends with the view.
    pub(crate) fn weeks(
        &mut self,
        view: &View<'_>,
        sample: &Sample,
    ) -> Result<Vec<PoolWeek>, Problem> {
        let Some(of) = Of::sample(view, sample)? else { return Ok(Vec::new()) };
        let zone = settings(view)?.zone;
        let now = last_at(view)?;
        let planned = self.planned(view, &of)?;
        let Some(first) = planned.iter().min().copied() else { return Ok(Vec::new()) };
        let ended = settled(sample).unwrap_or(now);
        let last = Span::Week.of(ended.in_zone(zone).date_naive(), 1);
        let reach = usize::try_from(WEEKS).unwrap_or_default();
        let mut weeks = Vec::new();
        for week in successors(Some(last), |week| Some(week.before())).take(reach) {
            let Stretch { from, until } = stretch(week, zone, 1);
            if until <= first {
                break;
            }
            let held = until > now || planned.iter().any(|at| from <= *at && *at < until);
            let pools = self.at_end(view, week, zone)?;
            let pooled = pools.iter().find(|pool| of.is(pool)).map(|pool| pool.pooled);
            let pooled = pooled.filter(|pooled| pooled.tested > 0);
            weeks.push(PoolWeek { week, pooled, held });
        }
        weeks.reverse();
        Ok(weeks)
    }

    /// When the samples of the same workflow were planned that were drawn.
    fn planned(&mut self, view: &View<'_>, of: &Of) -> Result<Vec<Moment>, Problem> {
        let drawn = match &mut self.drawn {
            Some(drawn) => drawn,
            none => none.insert(drawn(view)?),
        };
        Ok(drawn.iter().filter(|(one, _)| one == of).map(|(_, at)| *at).collect())
    }

    fn at_end(&mut self, view: &View<'_>, week: Period, zone: Tz) -> Result<&[Pool], Problem> {
        Ok(match self.ends.entry(week) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(unread) => unread.insert(stood(view, week, zone)?),
        })
    }
}

/// When a sample was given up or confirmed.
fn settled(sample: &Sample) -> Option<Moment> {
    match (&sample.abandoned, &sample.confirmed) {
        (Some((given_up, _)), _) => Some(given_up.at),
        (None, Some(confirmed)) => Some(confirmed.entered.at),
        (None, None) => None,
    }
}

/// The pools at the end of a week.
fn stood(view: &View<'_>, week: Period, zone: Tz) -> Result<Vec<Pool>, Problem> {
    let end = just_before(stretch(week, zone, 1).until).min(last_at(view)?);
    let Some(seq) = view.seq_at(end)? else { return Ok(Vec::new()) };
    let then = view.at(seq);
    pools(&then, &then.samples()?, end)
}

/// The samples that were drawn: one given up since was held too, and its errors count.
fn drawn(view: &View<'_>) -> Result<Vec<(Of, Moment)>, Problem> {
    let mut drawn = Vec::new();
    for sample in view.samples()? {
        if sample.draw.is_some()
            && let Some(of) = Of::sample(view, &sample)?
        {
            drawn.push((of, sample.planned.at));
        }
    }
    Ok(drawn)
}

//! Which reviews are due, open, held and missed.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::cadence::{CadenceSet, Occurrence};
use domain::review::Outcome;
use domain::{CadenceId, Moment, Refusal, ReviewRef};
use store::View;
use store::schedules::Schedules;
use store::tables::review::Held;

use super::{PastReviews, PastReviewsView, ReviewRow, ReviewState, ReviewsView};
use crate::count::count;
use crate::operations::Nothing;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// How many of each cadence are shown that are still to come.
const COMING: usize = 2;
/// How many closed and missed ones are shown at once.
const PAGE: usize = 60;

impl Desk {
    /// See the list of operations.
    pub fn reviews(&mut self, _: Nothing) -> Result<ReviewsView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let listed = Listed::of(&view)?;
        let begun = listed.begun(now)?;
        let (past, waiting): (Vec<_>, Vec<_>) =
            begun.into_iter().partition(|one| is_over(one.state));
        let held = past.iter().filter(|one| one.state == ReviewState::Closed).count();
        Ok(ReviewsView {
            waiting: listed.rows(&waiting)?,
            coming: listed.rows(&listed.coming(now)?)?,
            past: listed.rows(&latest(&past, None))?,
            more: past.len() > PAGE,
            held: count(held),
            expected: count(past.len()),
        })
    }

    /// See the list of operations.
    pub fn past_reviews(&mut self, request: PastReviews) -> Result<PastReviewsView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let listed = Listed::of(&view)?;
        let mut past = listed.begun(now)?;
        let of_it =
            |one: &One| request.cadence.as_deref().is_none_or(|id| one.cadence.as_str() == id);
        past.retain(|one| is_over(one.state) && of_it(one));
        let before = ReviewRef::new(request.before.unwrap_or_default());
        let ends = past.iter().position(|one| one.review == before).unwrap_or(past.len());
        let rows = listed.rows(&latest(&past, Some(ends)))?;
        Ok(PastReviewsView { rows, more: ends > PAGE })
    }

    /// How many reviews can be opened or are open.
    pub(crate) fn reviews_waiting(&self, open: &Open) -> Result<u32, Problem> {
        let (view, now) = (open.view(), self.moment());
        let mut waiting = view.open_reviews()?.len();
        for schedule in view.schedules()?.schedules {
            for one in schedule.waiting(now)? {
                waiting += usize::from(view.held(&one.review)?.is_none());
            }
        }
        Ok(count(waiting))
    }
}

/// One page of what is over, newest first, up to the place `ends`.
fn latest(past: &[One], ends: Option<usize>) -> Vec<One> {
    let past = past.get(..ends.unwrap_or(past.len())).unwrap_or_default();
    past.iter().rev().take(PAGE).cloned().collect()
}

fn is_over(state: ReviewState) -> bool {
    matches!(state, ReviewState::Closed | ReviewState::Missed)
}

/// A review in a list, before anything is said about it.
#[derive(Clone)]
pub(crate) struct One {
    pub(crate) review: ReviewRef,
    pub(crate) cadence: CadenceId,
    pub(crate) due: Moment,
    pub(crate) zone: chrono_tz::Tz,
    pub(crate) state: ReviewState,
}

/// What lists of reviews are made from, read once.
pub(crate) struct Listed {
    schedules: Schedules,
    held: BTreeMap<ReviewRef, Held>,
    found: BTreeMap<ReviewRef, Vec<(Outcome, u32)>>,
}

impl Listed {
    pub(crate) fn of(view: &View<'_>) -> Result<Self, Problem> {
        let held = view.reviews()?.into_iter().map(|held| (held.review.clone(), held)).collect();
        Ok(Self { schedules: view.schedules()?, held, found: view.found()? })
    }

    /// What can be opened or is open, soonest due first, and the next that is to come.
    pub(crate) fn waiting_and_next(
        &self,
        now: Moment,
    ) -> Result<(Vec<ReviewRow>, Option<ReviewRow>), Problem> {
        let mut waiting = self.begun(now)?;
        waiting.retain(|one| !is_over(one.state));
        let coming = self.coming(now)?;
        let next = self.rows(coming.get(..1).unwrap_or_default())?.pop();
        Ok((self.rows(&waiting)?, next))
    }

    /// Every review whose period has begun, in order of when it is due.
    pub(crate) fn begun(&self, now: Moment) -> Result<Vec<One>, Problem> {
        self.between(Moment::new(chrono::DateTime::UNIX_EPOCH), now, now)
    }

    /// Every review that is due from `from` on and whose period has begun by `until`, in order of
    /// when it is due; and those that were opened though their cadence was changed since.
    pub(crate) fn between(
        &self,
        from: Moment,
        until: Moment,
        now: Moment,
    ) -> Result<Vec<One>, Problem> {
        self.gathered(from, until, now, |held| held.opened.at <= until)
    }

    /// Every review that is due from `from` to `until`, in order of when it is due, those to come
    /// among them.
    pub(crate) fn due_between(
        &self,
        from: Moment,
        until: Moment,
        now: Moment,
    ) -> Result<Vec<One>, Problem> {
        let mut all = self.gathered(from, until, now, |held| held.due <= until)?;
        all.retain(|one| one.due <= until);
        Ok(all)
    }

    fn gathered(
        &self,
        from: Moment,
        until: Moment,
        now: Moment,
        wanted: impl Fn(&Held) -> bool,
    ) -> Result<Vec<One>, Problem> {
        let mut all: BTreeMap<ReviewRef, One> = BTreeMap::new();
        for schedule in &self.schedules.schedules {
            let begins = schedule.begins().and_then(|day| day.and_hms_opt(0, 0, 0));
            let begins =
                begins.map_or(from, |at| Moment::new(at.and_utc()).plus(Duration::days(-2)));
            for occurrence in schedule.occurrences(from.max(begins), until)? {
                let one = self.one(&schedule.cadence, &occurrence, now);
                all.insert(one.review.clone(), one);
            }
        }
        for held in self.held.values().filter(|held| from <= held.due && wanted(held)) {
            if !all.contains_key(&held.review) {
                all.insert(held.review.clone(), self.one_held(held)?);
            }
        }
        let mut all: Vec<One> = all.into_values().collect();
        all.sort_by(|one, other| (one.due, &one.review).cmp(&(other.due, &other.review)));
        Ok(all)
    }

    /// When it was closed; none while it is not.
    pub(crate) fn closed_at(&self, review: &ReviewRef) -> Option<Moment> {
        Some(self.held.get(review)?.closed.as_ref()?.mark.at)
    }

    /// Every review there was, and those due by `until`.
    pub(crate) fn all_until(&self, until: Moment, now: Moment) -> Result<Vec<One>, Problem> {
        self.due_between(Moment::new(chrono::DateTime::UNIX_EPOCH), until, now)
    }

    /// The next of each cadence.
    fn coming(&self, now: Moment) -> Result<Vec<One>, Problem> {
        let mut all = Vec::new();
        for schedule in &self.schedules.schedules {
            let next = schedule.next(now, COMING + 1)?.into_iter();
            let next = next.map(|occurrence| self.one(&schedule.cadence, &occurrence, now));
            all.extend(next.filter(|one| one.state == ReviewState::Coming).take(COMING));
        }
        all.sort_by(|one: &One, other| (one.due, &one.review).cmp(&(other.due, &other.review)));
        Ok(all)
    }

    fn one(&self, cadence: &CadenceId, occurrence: &Occurrence, now: Moment) -> One {
        let Occurrence { review, due, zone, .. } = occurrence.clone();
        let state = state(occurrence, self.held.get(&review), now);
        One { review, cadence: cadence.clone(), due, zone, state }
    }

    /// A review that was opened, and that its cadence as it is now would not bring.
    fn one_held(&self, held: &Held) -> Result<One, Problem> {
        let asked = self.schedules.version_at(&held.cadence, held.opened.seq);
        Ok(One {
            review: held.review.clone(),
            cadence: held.cadence.clone(),
            due: held.due,
            zone: asked.map_or(Ok(chrono_tz::UTC), |v| domain::workspace::zone(&v.timing.zone))?,
            state: if held.closed.is_some() { ReviewState::Closed } else { ReviewState::Open },
        })
    }

    /// What the list says of each.
    pub(crate) fn rows(&self, of: &[One]) -> Result<Vec<ReviewRow>, Problem> {
        of.iter().map(|one| self.row(one)).collect()
    }

    fn row(&self, one: &One) -> Result<ReviewRow, Problem> {
        let held = self.held.get(&one.review);
        let version = match held {
            Some(held) => self.schedules.version_at(&one.cadence, held.opened.seq),
            None => self.schedules.latest(&one.cadence),
        };
        let version = version.ok_or_else(|| Problem::internal("a review of no cadence"))?;
        let found = self.found.get(&one.review).map(Vec::as_slice).unwrap_or_default();
        let count = |outcome: Outcome| {
            found.iter().find(|(found, _)| *found == outcome).map_or(0, |(_, items)| *items)
        };
        let found = [
            count(Outcome::Fine),
            count(Outcome::Attention),
            count(Outcome::Breach),
            count(Outcome::NotApplicable),
        ];
        Ok(ReviewRow {
            review: one.review.to_string(),
            cadence: one.cadence.to_string(),
            name: version.name.words().unwrap_or("–").to_owned(),
            due: crate::when::local(one.due, one.zone),
            state: one.state,
            minutes: version.minutes,
            answered: found.iter().sum(),
            items: version.items,
            found,
            countersigned: held.is_some_and(|held| held.countersigned.is_some()),
        })
    }
}

/// Where an occurrence stands; computed, never recorded.
pub(super) fn state(occurrence: &Occurrence, held: Option<&Held>, now: Moment) -> ReviewState {
    match held {
        Some(held) if held.closed.is_some() => ReviewState::Closed,
        Some(_) => ReviewState::Open,
        None if occurrence.missed.is_some_and(|missed| now >= missed) => ReviewState::Missed,
        None if occurrence.is_late_at(now) => ReviewState::Late,
        None if now >= occurrence.opens => ReviewState::Due,
        None => ReviewState::Coming,
    }
}

/// The occurrence of that name, and the cadence it answers: as it stood when the review was opened,
/// or as it stands.
pub(crate) fn find(
    view: &View<'_>,
    review: &ReviewRef,
) -> Result<(CadenceSet, Occurrence), Problem> {
    let schedules = view.schedules()?;
    let brought = schedules
        .schedules
        .iter()
        .find_map(|schedule| Some((&schedule.cadence, schedule.occurrence(review).ok()?)));
    if let Some(held) = view.held(review)? {
        let cadence = view.agenda(&held)?;
        let zone = domain::workspace::zone(&cadence.zone)?;
        let (opens, due) = (held.opened.at.min(held.due), held.due);
        let review = held.review.clone();
        let alone = || Occurrence { review, opens, due, asked: opens, missed: None, zone };
        let occurrence = brought.map_or_else(alone, |(_, found)| Occurrence { due, ..found });
        return Ok((cadence, occurrence));
    }
    let unknown = || Refusal::Unknown { reference: review.to_string() };
    let (cadence, occurrence) = brought.ok_or_else(unknown)?;
    let latest = schedules.latest(cadence).ok_or_else(unknown)?;
    let cadence = view.cadence_after(cadence, latest.since_seq)?.ok_or_else(unknown)?;
    Ok((cadence, occurrence))
}

/// The zone that times of the workspace are shown in.
pub(super) fn zone(view: &View<'_>) -> Result<chrono_tz::Tz, Problem> {
    Ok(settings(view)?.zone)
}

/// Whether a cadence brings a review of that name.
pub(crate) fn is_expected(view: &View<'_>, review: &ReviewRef) -> Result<bool, Problem> {
    let schedules = view.schedules()?.schedules;
    Ok(schedules.iter().any(|schedule| schedule.occurrence(review).is_ok()))
}

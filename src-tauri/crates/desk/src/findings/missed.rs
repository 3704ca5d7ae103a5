//! Cadences whose last reviews were missed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use chrono_tz::Tz;
use domain::rule::MissedReviews;
use domain::{CadenceId, Moment, ReviewRef};
use store::View;

use crate::Problem;

/// Of each cadence in force the reviews missed since the last that was held, or since it began.
pub(super) fn missed(
    view: &View<'_>,
    now: Moment,
    zone: Tz,
) -> Result<Vec<MissedReviews>, Problem> {
    let in_force: BTreeSet<CadenceId> =
        view.cadences()?.into_iter().map(|cadence| cadence.cadence).collect();
    let mut last: BTreeMap<CadenceId, (Moment, BTreeSet<ReviewRef>)> = BTreeMap::new();
    for held in view.reviews()? {
        let (due, names) = last.entry(held.cadence).or_insert((held.due, BTreeSet::new()));
        *due = held.due.max(*due);
        names.insert(held.review);
    }
    let mut found = Vec::new();
    for schedule in view.schedules()?.schedules {
        if !in_force.contains(&schedule.cadence) {
            continue;
        }
        let held = last.get(&schedule.cadence);
        let begins = schedule.begins().and_then(|day| day.and_hms_opt(0, 0, 0));
        let begins = begins.map(|at| Moment::new(at.and_utc()).plus(Duration::days(-2)));
        let Some(from) = held.map(|(due, _)| *due).or(begins) else { continue };
        let is_held = |review: &ReviewRef| held.is_some_and(|(_, names)| names.contains(review));
        let since: Vec<Moment> = schedule
            .occurrences(from, now)?
            .into_iter()
            .filter(|one| one.due >= from && !is_held(&one.review))
            .filter_map(|one| one.missed.filter(|missed| *missed <= now))
            .collect();
        if let Some(first) = since.iter().min() {
            let since_day = first.in_zone(zone).date_naive();
            let (cadence, count) = (schedule.cadence, since.len());
            found.push(MissedReviews { cadence, count, since: since_day });
        }
    }
    Ok(found)
}

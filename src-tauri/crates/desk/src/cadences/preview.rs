//! What a cadence would bring, were it set as it is written.

use domain::Moment;
use domain::cadence::{Calendar, Rhythm, Schedule, check_timing, earliest};

use super::changes::changes;
use super::keep::read;
use super::view::{NEXT, coming, draft};
use super::words::words;
use super::{CadenceDraft, CadencePreview, Coming};
use crate::people::{Names, standing};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn preview_cadence(&mut self, request: CadenceDraft) -> Result<CadencePreview, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let fiscal_start = view.workspace()?.map_or(1, |workspace| workspace.fiscal_start);
        let set = read(&request)?;
        let standing = standing(&view, now)?;
        let in_force = view.cadence(&set.cadence)?;
        check_timing(&standing, &set, in_force.as_ref(), fiscal_start)?;
        let calendar = view.calendar()?.as_ref().map(Calendar::from).unwrap_or_default();
        let known = view.schedules()?.schedules.into_iter();
        let before = known.into_iter().find(|schedule| schedule.cadence == set.cadence);
        let fresh = Schedule { cadence: set.cadence.clone(), fiscal_start, terms: Vec::new() };
        let after = before.clone().unwrap_or(fresh).with(now, set.timing(), &calendar);
        let metrics = view.metrics()?;
        let changes = match in_force {
            Some(in_force) => changes(&draft(in_force), &request, &Names::of(&view)?, &metrics),
            None => Vec::new(),
        };
        Ok(CadencePreview {
            rhythm: words(&set.rhythm, set.from),
            earliest: first_day(&set.rhythm, standing.today, fiscal_start),
            changes,
            late: late(&after, now)?,
            next: next(before.as_ref(), &after, now)?,
            gone: gone(before.as_ref(), &after, now)?,
        })
    }
}

fn first_day(rhythm: &Rhythm, today: chrono::NaiveDate, fiscal_start: u32) -> String {
    earliest(rhythm, today, fiscal_start).to_string()
}

/// What can still be opened though its time has passed: no edit moves it.
fn late(after: &Schedule, now: Moment) -> Result<Vec<Coming>, Problem> {
    let waiting = after.waiting(now)?;
    Ok(waiting.iter().filter(|one| one.due <= now).map(coming).collect())
}

/// The next to come, each with the time it had before where that is another.
fn next(before: Option<&Schedule>, after: &Schedule, now: Moment) -> Result<Vec<Coming>, Problem> {
    let mut next = Vec::new();
    for one in after.next(now, NEXT)? {
        let was = before.and_then(|before| before.occurrence(&one.review).ok());
        let was = was.filter(|was| was.due != one.due);
        let was = was.map(|was| crate::when::local(was.due, was.zone));
        next.push(Coming { was, ..coming(&one) });
    }
    Ok(next)
}

/// What was to come and does so no more. Beyond the last of the new next nothing is said.
fn gone(before: Option<&Schedule>, after: &Schedule, now: Moment) -> Result<Vec<Coming>, Problem> {
    let Some(before) = before else { return Ok(Vec::new()) };
    let were = before.next(now, NEXT)?.into_iter();
    let lost = were.filter(|one| after.occurrence(&one.review).is_err());
    Ok(lost.map(|one| coming(&one)).collect())
}

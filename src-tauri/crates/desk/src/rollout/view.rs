//! Reading how far the first 30 days are.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use domain::WorkflowRef;
use domain::rollout::{Condition, Met, POINTED_AT_DAYS, Record, Stand, Trail, Week, stand};
use store::View;

use super::gather::Gathered;
use super::place::{place, place_of};
use super::{RolloutLacking, RolloutPart, RolloutRow, RolloutView};
use crate::count::count;
use crate::operations::Nothing;
use crate::when::local;
use crate::workspace::{Open, Verdict, settings};
use crate::{Desk, Problem};

/// How many workflows a condition names.
const NAMED: usize = 6;

impl Desk {
    /// See the list of operations.
    pub fn rollout(&mut self, _: Nothing) -> Result<RolloutView, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (view, trail) = (open.view(), trail(open));
        let zone = settings(&view)?.zone;
        let today = now.in_zone(zone).date_naive();
        let shown = Shown { began: began(&view, zone, today)?, names: names(&view)?, zone };
        let gathered = Gathered::of(&view, now, zone)?;
        Ok(shown.plan(&gathered.record(trail), today))
    }
}

/// What the last check found. It was of the whole file, so it holds for whatever part of it is shown.
fn trail(open: &Open) -> Trail {
    let (integrity, completeness, _) = open.verdicts();
    match (integrity, completeness) {
        (Verdict::Fails, _) | (_, Verdict::Fails) => Trail::Fails,
        (Verdict::Holds, Verdict::Holds) => Trail::Replays,
        (Verdict::Unchecked, _) | (_, Verdict::Unchecked) => Trail::Unchecked,
    }
}

/// The day of the first entry.
fn began(view: &View<'_>, zone: Tz, today: NaiveDate) -> Result<NaiveDate, Problem> {
    Ok(view.change(1)?.map_or(today, |first| first.at.in_zone(zone).date_naive()))
}

fn names(view: &View<'_>) -> Result<BTreeMap<WorkflowRef, Option<String>>, Problem> {
    Ok(view.workflow_names()?.into_iter().collect())
}

/// What the plan is shown with.
struct Shown {
    began: NaiveDate,
    names: BTreeMap<WorkflowRef, Option<String>>,
    zone: Tz,
}

impl Shown {
    fn plan(&self, record: &Record<'_>, today: NaiveDate) -> RolloutView {
        let day = count(today.signed_duration_since(self.began).num_days().max(0) + 1);
        let weeks = Week::ALL.map(|week| self.part(week, record, day)).to_vec();
        let rows = || weeks.iter().flat_map(|part| &part.conditions);
        let lacks = rows().any(|row| row.met == Met::NotYet);
        RolloutView {
            began: self.began.to_string(),
            day,
            met: weeks.iter().map(|part| part.met).sum(),
            of: count(rows().count()),
            pointed_at: lacks || day <= POINTED_AT_DAYS,
            weeks,
        }
    }

    fn part(&self, week: Week, record: &Record<'_>, day: u32) -> RolloutPart {
        let asked = Condition::ALL.iter().filter(|condition| condition.week() == week);
        let conditions: Vec<RolloutRow> =
            asked.map(|condition| self.row(*condition, stand(*condition, record))).collect();
        let met = conditions.iter().filter(|row| row.met == Met::Met).count();
        let (first, last) = week.days();
        RolloutPart {
            week,
            name: week.words().to_owned(),
            delivers: week.delivers().to_owned(),
            first,
            last,
            from: self.day(first),
            to: self.day(last),
            stage: week.stage(day, met == conditions.len()),
            met: count(met),
            conditions,
        }
    }

    fn row(&self, condition: Condition, stand: Stand) -> RolloutRow {
        let Stand { met, says, lacking, first } = stand;
        let named = lacking.iter().take(NAMED).map(|one| RolloutLacking {
            workflow: one.workflow.to_string(),
            name: self.names.get(&one.workflow).cloned().flatten(),
            place: place_of(one),
        });
        RolloutRow {
            condition,
            asks: condition.asks().to_owned(),
            met,
            says,
            next: (met != Met::Met).then(|| condition.next().to_owned()),
            place: place(condition),
            first_at: first.map(|first| local(first.at, self.zone)),
            first_entry: first.map(|first| first.entry),
            lacking: named.collect(),
            more: count(lacking.len().saturating_sub(NAMED)),
        }
    }

    /// The day of that number, counted from 1.
    fn day(&self, number: u32) -> String {
        let later = Days::new(u64::from(number.saturating_sub(1)));
        self.began.checked_add_days(later).unwrap_or(self.began).to_string()
    }
}

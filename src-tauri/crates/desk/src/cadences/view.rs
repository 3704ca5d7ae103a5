//! What is in force, and what comes next.

use domain::cadence::{CadenceSet, Calendar, ChecklistItem, Occurrence, Pulled, Schedule};
use domain::metric::Metric;
use domain::workspace::startup;
use domain::{Moment, RoleId, Text};
use store::View;

use super::words::words;
use super::{
    CadenceDraft, CadenceRow, CadencesView, CalendarView, Coming, FigureChoice, HolidayRow,
    ItemDraft, MetricChoice, PulledChoice, RoleChoice,
};
use crate::operations::Nothing;
use crate::people::{Names, standing};
use crate::reviews::FIGURES;
use crate::workspace::settings;
use crate::{Desk, Problem};

/// How many that are still to come are shown.
pub(super) const NEXT: usize = 5;

impl Desk {
    /// See the list of operations.
    pub fn cadences(&mut self, _: Nothing) -> Result<CadencesView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let schedules = view.schedules()?;
        let names = Names::of(&view)?;
        let mut cadences = Vec::new();
        for set in view.cadences()? {
            let version = schedules.latest(&set.cadence);
            let version = version.ok_or_else(|| Problem::internal("a cadence never set"))?;
            let of_it = |schedule: &&Schedule| schedule.cadence == set.cadence;
            let schedule = schedules.schedules.iter().find(of_it);
            let next = schedule.map(|schedule| schedule.next(now, NEXT)).transpose()?;
            let zone = domain::workspace::zone(&set.zone)?;
            cadences.push(CadenceRow {
                rhythm: words(&set.rhythm, set.from),
                chair: names.role(&set.chair),
                since: crate::when::local(version.since, zone),
                entry: version.since_seq,
                next: next.unwrap_or_default().iter().map(coming).collect(),
                offered: startup::with_evidence(&set).map(draft),
                terms: draft(set),
            });
        }
        let settings = settings(&view)?;
        Ok(CadencesView {
            cadences,
            figures: figures(),
            pulls: pulls(),
            metrics: metrics(&view)?,
            roles: roles(&view, &names, now)?,
            zone: settings.zone.name().to_owned(),
            fiscal_start: settings.fiscal_start,
        })
    }

    /// See the list of operations.
    pub fn calendar(&mut self, _: Nothing) -> Result<CalendarView, Problem> {
        let set = self.open()?.view().calendar()?;
        let calendar = set.as_ref().map(Calendar::from).unwrap_or_default();
        let holidays = set.map(|set| set.holidays).unwrap_or_default();
        Ok(CalendarView {
            business_days: calendar.business_days().iter().map(ToString::to_string).collect(),
            holidays: holidays
                .into_iter()
                .map(|day| HolidayRow { date: day.date.to_string(), name: shown(&day.name) })
                .collect(),
        })
    }
}

fn figures() -> Vec<FigureChoice> {
    let choice = |(figure, label): &(&str, &str)| FigureChoice {
        figure: (*figure).to_owned(),
        label: (*label).to_owned(),
    };
    FIGURES.iter().map(choice).collect()
}

fn pulls() -> Vec<PulledChoice> {
    let choice = |pulled: Pulled| PulledChoice { pulled, label: pulled.words().to_owned() };
    Pulled::ALL.into_iter().map(choice).collect()
}

fn metrics(view: &View<'_>) -> Result<Vec<MetricChoice>, Problem> {
    let measured = view.metrics()?.into_iter().filter(|metric| !metric.retired);
    let choice = |metric: Metric| MetricChoice {
        metric: metric.metric.to_string(),
        name: shown(&metric.terms.name),
    };
    Ok(measured.map(choice).collect())
}

fn roles(view: &View<'_>, names: &Names, now: Moment) -> Result<Vec<RoleChoice>, Problem> {
    let standing = standing(view, now)?;
    let held = |role: &RoleId| standing.people.iter().any(|who| standing.holds(*who, role));
    let choice = |role: &RoleId| RoleChoice {
        role: role.to_string(),
        name: names.role(role),
        vacant: !held(role),
    };
    let mut roles: Vec<RoleChoice> = standing.roles.iter().map(choice).collect();
    roles.sort_by_key(|role| role.name.to_lowercase());
    Ok(roles)
}

pub(super) fn coming(one: &Occurrence) -> Coming {
    let due = crate::when::local(one.due, one.zone);
    Coming { review: one.review.to_string(), due, was: None }
}

pub(super) fn draft(set: CadenceSet) -> CadenceDraft {
    CadenceDraft {
        cadence: set.cadence.to_string(),
        name: shown(&set.name),
        rhythm: set.rhythm,
        time: set.time.format("%H:%M").to_string(),
        zone: set.zone,
        on_holiday: set.on_holiday,
        minutes: set.minutes,
        chair: set.chair.to_string(),
        required: set.required.iter().map(ToString::to_string).collect(),
        quorum: set.quorum,
        countersigned_by: set.countersigned_by.map(|role| role.to_string()),
        from: set.from.to_string(),
        checklist: set.checklist.into_iter().map(item).collect(),
    }
}

fn item(asked: ChecklistItem) -> ItemDraft {
    ItemDraft {
        item: asked.item.to_string(),
        title: shown(&asked.title),
        group: asked.group.as_ref().map(shown).unwrap_or_default(),
        question: shown(&asked.question),
        guidance: asked.guidance.as_ref().map(shown).unwrap_or_default(),
        minutes: asked.minutes,
        figures: asked.figures.iter().map(ToString::to_string).collect(),
        metrics: asked.metrics.iter().map(ToString::to_string).collect(),
        pulls: asked.pulls,
    }
}

pub(super) fn shown(text: &Text) -> String {
    text.words().unwrap_or("–").to_owned()
}

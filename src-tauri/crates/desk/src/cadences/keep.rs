//! Setting and retiring cadences, and setting the calendar.

use chrono::Weekday;
use domain::cadence::{self, CadenceSet, CalendarSet, ChecklistItem, Holiday};
use domain::{CadenceId, FigureId, ItemId, Refusal, RoleId, Text};

use super::view::shown;
use super::{
    CadenceDraft, CadencesView, CalendarView, HolidayRow, ItemDraft, RetireCadence, SetCadence,
    SetCalendar,
};
use crate::operations::Nothing;
use crate::people::standing;
use crate::reviews::FIGURES;
use crate::when::{day, time};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn set_cadence(&mut self, request: SetCadence) -> Result<CadencesView, Problem> {
        self.act_because(&request.why, |act| {
            let set = stated(act.view, &request.terms)?;
            let standing = standing(act.view, act.now)?;
            let fiscal_start = act.view.workspace()?.map_or(1, |workspace| workspace.fiscal_start);
            let in_force = act.view.cadence(&set.cadence)?;
            if let Some(taken) = in_force.as_ref().filter(|_| request.begins) {
                let (name, reference) = (set.cadence.to_string(), shown(&taken.name));
                return Err(Refusal::NameTaken { name, reference }.into());
            }
            Ok(vec![cadence::set(&standing, act.by, set, in_force.as_ref(), fiscal_start)?])
        })?;
        self.cadences(Nothing {})
    }

    /// See the list of operations.
    pub fn retire_cadence(&mut self, request: RetireCadence) -> Result<CadencesView, Problem> {
        let id = CadenceId::new(&request.cadence);
        self.act_because(&request.why, |act| {
            let in_force = act.view.cadence(&id)?;
            let standing = standing(act.view, act.now)?;
            Ok(vec![cadence::retire(&standing, act.by, &id, in_force.as_ref())?])
        })?;
        self.cadences(Nothing {})
    }

    /// See the list of operations.
    pub fn set_calendar(&mut self, request: SetCalendar) -> Result<CalendarView, Problem> {
        let set = days_stated(&request.business_days, &request.holidays)?;
        self.act_because(&request.why, |act| {
            let (standing, in_force) = (standing(act.view, act.now)?, act.view.calendar()?);
            Ok(vec![cadence::set_calendar(&standing, act.by, set, in_force.as_ref())?])
        })?;
        self.calendar(Nothing {})
    }
}

/// The draft as the rules take it, with figures and metrics that there are.
pub(crate) fn stated(view: &store::View<'_>, draft: &CadenceDraft) -> Result<CadenceSet, Problem> {
    let set = read(draft)?;
    set.checklist.iter().try_for_each(|item| known(view, item))?;
    Ok(set)
}

/// Business days and holidays as the rules take them.
pub(crate) fn days_stated(
    business_days: &[String],
    holidays: &[HolidayRow],
) -> Result<CalendarSet, Problem> {
    let business_days = business_days.iter().map(|day| weekday(day)).collect::<Result<_, _>>()?;
    let holidays = holidays
        .iter()
        .map(|row| Ok(Holiday { date: day(&row.date)?, name: Text::new(&row.name) }))
        .collect::<Result<_, Problem>>()?;
    Ok(CalendarSet { business_days, holidays })
}

/// The draft as the rules take it.
pub(super) fn read(draft: &CadenceDraft) -> Result<CadenceSet, Problem> {
    Ok(CadenceSet {
        cadence: CadenceId::new(draft.cadence.trim()),
        name: Text::new(&draft.name),
        rhythm: draft.rhythm.clone(),
        time: time(&draft.time)?,
        zone: draft.zone.trim().to_owned(),
        on_holiday: draft.on_holiday,
        minutes: draft.minutes,
        chair: RoleId::new(&draft.chair),
        required: draft.required.iter().map(RoleId::new).collect(),
        quorum: draft.quorum,
        countersigned_by: draft.countersigned_by.as_ref().map(RoleId::new),
        from: day(&draft.from)?,
        checklist: draft.checklist.iter().map(item).collect::<Result<_, _>>()?,
    })
}

fn item(draft: &ItemDraft) -> Result<ChecklistItem, Problem> {
    Ok(ChecklistItem {
        item: ItemId::new(draft.item.trim()),
        title: Text::new(&draft.title),
        group: Text::some(&draft.group),
        question: Text::new(&draft.question),
        guidance: Text::some(&draft.guidance),
        minutes: draft.minutes,
        figures: draft.figures.iter().map(FigureId::new).collect(),
        metrics: draft.metrics.iter().map(|metric| metric.parse()).collect::<Result<_, _>>()?,
        pulls: draft.pulls.clone(),
    })
}

/// Refuses figures and metrics there are none of.
fn known(view: &store::View<'_>, item: &ChecklistItem) -> Result<(), Problem> {
    let unknown = |reference: String| Problem::from(Refusal::Unknown { reference });
    for figure in &item.figures {
        if !FIGURES.iter().any(|(known, _)| *known == figure.as_str()) {
            return Err(unknown(figure.to_string()));
        }
    }
    let metrics = view.metrics()?;
    for metric in &item.metrics {
        if !metrics.iter().any(|known| known.metric == *metric) {
            return Err(unknown(metric.to_string()));
        }
    }
    Ok(())
}

fn weekday(written: &str) -> Result<Weekday, Problem> {
    written.parse().map_err(|_| {
        let says = format!("“{written}” is no day of the week; write one like Mon.");
        Problem::new("unreadable-value", says)
    })
}

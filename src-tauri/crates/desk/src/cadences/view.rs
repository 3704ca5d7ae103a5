//! What is in force, and what comes next.

use chrono::Weekday;
use domain::Text;
use domain::cadence::{
    CadenceSet, Calendar, ChecklistItem, DayOfMonth, DayOfQuarter, Occurrence, Rhythm, Schedule,
};

use super::keep::read;
use super::{
    CadenceDraft, CadencePreview, CadenceRow, CadencesView, CalendarView, Coming, FigureChoice,
    HolidayRow, ItemDraft,
};
use crate::operations::Nothing;
use crate::reviews::FIGURES;
use crate::{Desk, Problem};

/// How many that are still to come are shown.
const NEXT: usize = 5;

impl Desk {
    /// See the list of operations.
    pub fn cadences(&mut self, _: Nothing) -> Result<CadencesView, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let schedules = view.schedules()?.schedules;
        let mut cadences = Vec::new();
        for set in view.cadences()? {
            let schedule = schedules.iter().find(|schedule| schedule.cadence == set.cadence);
            let next = schedule.map(|schedule| schedule.next(now, NEXT)).transpose()?;
            let next = next.unwrap_or_default().iter().map(coming).collect();
            cadences.push(CadenceRow { rhythm: words(&set.rhythm), next, terms: draft(set) });
        }
        let choice = |(figure, label): &(&str, &str)| FigureChoice {
            figure: (*figure).to_owned(),
            label: (*label).to_owned(),
        };
        Ok(CadencesView { cadences, figures: FIGURES.iter().map(choice).collect() })
    }

    /// See the list of operations.
    pub fn preview_cadence(&mut self, request: CadenceDraft) -> Result<CadencePreview, Problem> {
        let now = self.moment();
        let view = self.open()?.view();
        let fiscal_start = view.workspace()?.map_or(1, |workspace| workspace.fiscal_start);
        let calendar = view.calendar()?.as_ref().map(Calendar::from).unwrap_or_default();
        let set = read(&request)?;
        if let Rhythm::Rule { rule } = &set.rhythm {
            domain::cadence::check_rule(rule, set.from)?;
        }
        let next = Schedule::of(&set, &calendar, fiscal_start).next(now, NEXT)?;
        Ok(CadencePreview { rhythm: words(&set.rhythm), next: next.iter().map(coming).collect() })
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

fn coming(one: &Occurrence) -> Coming {
    Coming { review: one.review.to_string(), due: crate::when::local(one.due, one.zone) }
}

fn draft(set: CadenceSet) -> CadenceDraft {
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
        question: shown(&asked.question),
        guidance: asked.guidance.as_ref().map(shown).unwrap_or_default(),
        minutes: asked.minutes,
        figures: asked.figures.iter().map(ToString::to_string).collect(),
        metrics: asked.metrics.iter().map(ToString::to_string).collect(),
    }
}

fn shown(text: &Text) -> String {
    text.words().unwrap_or("–").to_owned()
}

/// A rhythm as people say it.
fn words(rhythm: &Rhythm) -> String {
    match rhythm {
        Rhythm::BusinessDay => "Every business day".to_owned(),
        Rhythm::Day { on } => {
            let days: Vec<_> = on.iter().map(|day| name(*day)).collect();
            format!("Every {}", days.join(", "))
        }
        Rhythm::Week { on } => format!("Every week on {}", name(*on)),
        Rhythm::Month { on } => format!("Every month on {}", of_month(*on)),
        Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } } => {
            format!("Every quarter on {} of month {month}", of_month(*on))
        }
        Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } } => {
            format!("{days} days after the end of every quarter")
        }
        Rhythm::Rule { rule } => format!("By the rule {rule}"),
    }
}

fn of_month(on: DayOfMonth) -> String {
    match on {
        DayOfMonth::Date { day } => format!("day {day}"),
        DayOfMonth::Weekday { nth: -1, day } => format!("the last {}", name(day)),
        DayOfMonth::Weekday { nth, day } => format!("{} no. {nth}", name(day)),
        DayOfMonth::BusinessDay { nth: -1 } => "the last business day".to_owned(),
        DayOfMonth::BusinessDay { nth } if nth < 0 => {
            format!("business day {} from the end", -nth)
        }
        DayOfMonth::BusinessDay { nth } => format!("business day {nth}"),
    }
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

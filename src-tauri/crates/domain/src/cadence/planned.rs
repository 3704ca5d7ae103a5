//! On which days a rhythm plans reviews, and where days off put them.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::rhythm::{DayOfMonth, DayOfQuarter};
use super::{Calendar, OnHoliday, Rhythm, Timing, rule};
use crate::{Period, Span};

/// A review as its rhythm plans it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    /// The day the rhythm puts it on.
    pub(super) day: NaiveDate,
    /// The day it falls on, days off regarded.
    pub(super) falls_on: NaiveDate,
    /// First day on which it may be opened.
    pub(super) opens_on: NaiveDate,
    /// The second half of its name.
    pub(super) period: Period,
}

/// The reviews planned on days from `first` to `last`, days off regarded, in order.
pub(super) fn planned(
    timing: &Timing,
    calendar: &Calendar,
    fiscal_start: u32,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Planned> {
    let first = first.max(timing.from);
    let days = days(timing, calendar, fiscal_start, first, last);
    let nexts = days.iter().skip(1).map(|day| Some(*day)).chain([None]);
    let befores = [None].into_iter().chain(days.iter().map(|day| Some(*day)));
    let around = days.iter().zip(nexts).zip(befores);
    around
        .filter(|((day, _), _)| (first..=last).contains(*day))
        .filter_map(|((day, next), before)| {
            let falls_on = placed(timing, calendar, *day, next)?;
            let (period, opens_on) = covered(&timing.rhythm, *day, before, fiscal_start);
            Some(Planned { day: *day, falls_on, opens_on, period })
        })
        .collect()
}

/// Where days off put a review that is planned on `day`, when the next is planned on `next`.
fn placed(
    timing: &Timing,
    calendar: &Calendar,
    day: NaiveDate,
    next: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let off = match timing.rhythm.minds_weekends() {
        true => !calendar.is_business_day(day),
        false => calendar.is_holiday(day),
    };
    if !off {
        return Some(day);
    }
    match timing.on_holiday.unwrap_or_else(|| timing.rhythm.usual_on_holiday()) {
        OnHoliday::Keep => Some(day),
        OnHoliday::Skip => None,
        OnHoliday::Move => after(day)
            .take_while(|later| next.is_some_and(|next| *later < next))
            .find(|later| calendar.is_business_day(*later)),
    }
}

/// The second half of a review's name, and the first day on which it may be opened.
fn covered(
    rhythm: &Rhythm,
    day: NaiveDate,
    before: Option<NaiveDate>,
    fiscal_start: u32,
) -> (Period, NaiveDate) {
    match rhythm {
        Rhythm::BusinessDay | Rhythm::Day { .. } => (Period::Day(day), day),
        Rhythm::Week { .. } => (Span::Week.of(day, fiscal_start), monday(day)),
        Rhythm::Month { .. } => {
            let month = Span::Month.of(day, fiscal_start);
            (month.before(), month.first_day(fiscal_start))
        }
        Rhythm::Quarter { .. } => {
            let quarter = Span::Quarter.of(day, fiscal_start);
            (quarter.before(), quarter.first_day(fiscal_start))
        }
        // In the week it is planned in, but not before the one before it has had its day.
        Rhythm::Rule { .. } => {
            let since = before.and_then(|before| before.succ_opt());
            let opens = since.map_or(monday(day), |since| since.max(monday(day)));
            (Period::Day(day), opens)
        }
    }
}

/// The days a rhythm chooses from `first` (or earlier) to `last`, and the one after, where there is
/// one.
fn days(
    timing: &Timing,
    calendar: &Calendar,
    fiscal_start: u32,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<NaiveDate> {
    match &timing.rhythm {
        Rhythm::BusinessDay => of_week(first, last, calendar.business_days()),
        Rhythm::Day { on } => of_week(first, last, on),
        Rhythm::Week { on } => of_week(first, last, &[*on]),
        Rhythm::Month { on } => {
            let months = months_from(first.with_day(1), 1);
            chosen(months.map(|month| of_month(*on, month, calendar)), first, last)
        }
        Rhythm::Quarter { on } => {
            let quarters = months_from(Some(quarter_of(first, fiscal_start)), 3);
            chosen(quarters.map(|quarter| of_quarter(*on, quarter, calendar)), first, last)
        }
        // Counted from its beginning in any case, so all of it tells which day comes before which.
        Rhythm::Rule { rule } => rule::days(rule, timing.from, last),
    }
}

/// The days from `first` to `last` that are one of these weekdays, and the one after.
fn of_week(first: NaiveDate, last: NaiveDate, on: &[Weekday]) -> Vec<NaiveDate> {
    let week_after = last.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
    let all = [first].into_iter().chain(after(first)).take_while(|day| *day <= week_after);
    chosen(all.map(|day| Some(day).filter(|day| on.contains(&day.weekday()))), first, last)
}

/// What is chosen from `first` to `last`, and the one after. More than a year and a half without
/// any ends the search.
fn chosen(
    choices: impl Iterator<Item = Option<NaiveDate>>,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<NaiveDate> {
    let mut found = Vec::new();
    let mut fruitless = 0_u32;
    for choice in choices {
        match choice {
            Some(day) if day >= first => {
                fruitless = 0;
                found.push(day);
                if day > last {
                    break;
                }
            }
            Some(_) => {}
            None => {
                fruitless += 1;
                if fruitless > 550 {
                    break;
                }
            }
        }
    }
    found
}

fn of_month(on: DayOfMonth, month: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let last = month.checked_add_months(Months::new(1))?.pred_opt()?;
    match on {
        DayOfMonth::Date { day } => month.with_day(day.clamp(1, last.day())),
        DayOfMonth::Weekday { nth, day } if nth < 0 => {
            let back = (7 + last.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
        DayOfMonth::Weekday { nth, day } => NaiveDate::from_weekday_of_month_opt(
            month.year(),
            month.month(),
            day,
            nth.clamp(1, 4).try_into().ok()?,
        ),
        DayOfMonth::BusinessDay { nth } => {
            let all = [month].into_iter().chain(after(month)).take_while(|day| *day <= last);
            let business: Vec<_> = all.filter(|day| calendar.is_business_day(*day)).collect();
            let place = usize::try_from(nth.unsigned_abs().max(1)).ok()?.min(business.len());
            match nth < 0 {
                true => business.iter().rev().nth(place.checked_sub(1)?).copied(),
                false => business.get(place.checked_sub(1)?).copied(),
            }
        }
    }
}

fn of_quarter(on: DayOfQuarter, quarter: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    match on {
        DayOfQuarter::InMonth { month, on } => {
            let month = quarter.checked_add_months(Months::new(month.clamp(1, 3) - 1))?;
            of_month(on, month, calendar)
        }
        DayOfQuarter::DaysAfterEnd { days } => {
            quarter.pred_opt()?.checked_add_days(Days::new(u64::from(days.clamp(1, 85))))
        }
    }
}

/// The first day of the fiscal quarter that `day` lies in.
fn quarter_of(day: NaiveDate, fiscal_start: u32) -> NaiveDate {
    Span::Quarter.of(day, fiscal_start).first_day(fiscal_start)
}

/// The first days of every `step`th month from this one on.
fn months_from(first: Option<NaiveDate>, step: u32) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(first, move |month| month.checked_add_months(Months::new(step)))
}

fn after(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(day.succ_opt(), NaiveDate::succ_opt)
}

pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    // The first week there is may have no Monday.
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

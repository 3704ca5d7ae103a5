//! Putting a cadence in force.

use chrono::{Datelike, NaiveDate, Weekday};

use super::looser::looser;
use super::planned::monday;
use super::rhythm::{DayOfMonth, DayOfQuarter};
use super::{CadenceSet, ChecklistItem, OnHoliday, Rhythm, check_rule};
use crate::decision::DecisionKind;
use crate::people::{Standing, entitled, keepers};
use crate::refusal::{Limit, NAME_LIMIT, TEXT_LIMIT, optional, required};
use crate::{CadenceId, Event, ItemId, PersonRef, Refusal, Span, workspace};

/// Longest review, in minutes.
pub const MINUTES_LIMIT: u32 = 480;
/// Longest identifier of a cadence or an item, in characters.
const IDENTIFIER_LIMIT: usize = 40;
/// What a question holds.
const QUESTION_LIMIT: Limit = Limit { length: 1000, one_line: true };
/// Most items a checklist has.
const ITEMS_LIMIT: usize = 100;

/// Sets a cadence from now on, in the place of the version in force where there is one. What asks
/// for less than that version takes a decision.
pub fn set(
    standing: &Standing,
    by: PersonRef,
    cadence: CadenceSet,
    in_force: Option<&CadenceSet>,
    fiscal_start: u32,
) -> Result<Event, Refusal> {
    let cadence = checked(standing, cadence, in_force, fiscal_start)?;
    may_set(standing, by, &cadence, in_force)?;
    Ok(cadence.into())
}

/// Refuses whoever may not set a cadence alone: who keeps no cadences, and anybody who would let it
/// ask for less than the version in force.
pub fn may_set(
    standing: &Standing,
    by: PersonRef,
    cadence: &CadenceSet,
    in_force: Option<&CadenceSet>,
) -> Result<(), Refusal> {
    entitled(standing, by, "setting a cadence", &keepers())?;
    match in_force.and_then(|before| looser(before, cadence, standing.today)) {
        Some(what) => Err(Refusal::NeedsDecision { kind: DecisionKind::RuleSetting, what }),
        None => Ok(()),
    }
}

/// The cadence as it would be entered, unless it could not stand.
pub fn checked(
    standing: &Standing,
    mut cadence: CadenceSet,
    in_force: Option<&CadenceSet>,
    fiscal_start: u32,
) -> Result<CadenceSet, Refusal> {
    cadence.cadence =
        identifier("the cadence’s identifier", cadence.cadence.as_str()).map(CadenceId::new)?;
    cadence.name = required("the cadence’s name", words(&cadence.name), NAME_LIMIT)?;
    check_timing(standing, &cadence, in_force, fiscal_start)?;
    within("the minutes of a review", cadence.minutes, 1, MINUTES_LIMIT)?;
    check_roles(standing, &cadence)?;
    cadence.checklist = checklist(cadence.checklist)?;
    let planned =
        cadence.checklist.iter().fold(0_u32, |sum, item| sum.saturating_add(item.minutes));
    if planned > cadence.minutes {
        return Err(Refusal::AgendaTooLong { planned, minutes: cadence.minutes });
    }
    Ok(cadence)
}

/// Refuses what says when reviews are due and can not be: the zone, the rhythm, the first day.
pub fn check_timing(
    standing: &Standing,
    cadence: &CadenceSet,
    in_force: Option<&CadenceSet>,
    fiscal_start: u32,
) -> Result<(), Refusal> {
    workspace::zone(&cadence.zone)?;
    check_rhythm(cadence)?;
    check_from(standing, cadence, in_force, fiscal_start)
}

/// The first day of the period of `rhythm` that `today` lies in: a cadence begins then at the
/// earliest.
pub fn earliest(rhythm: &Rhythm, today: NaiveDate, fiscal_start: u32) -> NaiveDate {
    match rhythm {
        Rhythm::BusinessDay | Rhythm::Day { .. } => today,
        Rhythm::Week { .. } | Rhythm::Rule { .. } => monday(today),
        Rhythm::Month { .. } => Span::Month.of(today, fiscal_start).first_day(fiscal_start),
        Rhythm::Quarter { .. } => Span::Quarter.of(today, fiscal_start).first_day(fiscal_start),
    }
}

fn check_rhythm(cadence: &CadenceSet) -> Result<(), Refusal> {
    match &cadence.rhythm {
        Rhythm::BusinessDay | Rhythm::Week { .. } => {}
        Rhythm::Day { on } => {
            if on.is_empty() {
                return Err(Refusal::Blank { field: "the days of the week" });
            }
            let mut days = on.clone();
            days.sort_by_key(Weekday::num_days_from_monday);
            twice(repeated(&days.iter().map(ToString::to_string).collect::<Vec<_>>()))?;
        }
        Rhythm::Month { on } => check_day(*on)?,
        Rhythm::Quarter { on: DayOfQuarter::InMonth { month, on } } => {
            within("the month of the quarter", *month, 1, 3)?;
            check_day(*on)?;
        }
        Rhythm::Quarter { on: DayOfQuarter::DaysAfterEnd { days } } => {
            within("the days after the quarter’s end", *days, 1, 85)?;
        }
        Rhythm::Rule { rule } => check_rule(rule, cadence.from)?,
    }
    let seldom = matches!(cadence.rhythm, Rhythm::Month { .. } | Rhythm::Quarter { .. });
    if seldom && cadence.on_holiday == Some(OnHoliday::Skip) {
        return Err(Refusal::NeverSkipped);
    }
    Ok(())
}

fn check_day(on: DayOfMonth) -> Result<(), Refusal> {
    match on {
        DayOfMonth::Date { day } => within("the day of the month", day, 1, 31),
        DayOfMonth::Weekday { nth: -1, .. } => Ok(()),
        DayOfMonth::Weekday { nth, .. } => within("which of the weekdays", nth, 1, 4),
        DayOfMonth::BusinessDay { nth } => within("which of the business days", nth.abs(), 1, 15),
    }
}

/// A version that goes on from the one before may keep its first day; any other begins in the
/// period that runs, at the earliest.
fn check_from(
    standing: &Standing,
    cadence: &CadenceSet,
    in_force: Option<&CadenceSet>,
    fiscal_start: u32,
) -> Result<(), Refusal> {
    let earliest = earliest(&cadence.rhythm, standing.today, fiscal_start);
    let goes_on = in_force.is_some_and(|before| before.from == cadence.from);
    if cadence.from < earliest && !goes_on {
        return Err(Refusal::BeginsInThePast { from: cadence.from, earliest });
    }
    within("the year of the first day", cadence.from.year(), 1900, 2999)
}

fn check_roles(standing: &Standing, cadence: &CadenceSet) -> Result<(), Refusal> {
    let named = cadence.required.iter().chain([&cadence.chair]).chain(&cadence.countersigned_by);
    for role in named {
        if !standing.roles.contains(role) {
            return Err(Refusal::Unknown { reference: role.to_string() });
        }
    }
    let mut required: Vec<_> = cadence.required.iter().map(ToString::to_string).collect();
    required.sort();
    twice(repeated(&required))?;
    let most = u32::try_from(required.len()).unwrap_or(u32::MAX);
    within("the quorum", cadence.quorum, most.min(1), most)
}

fn checklist(items: Vec<ChecklistItem>) -> Result<Vec<ChecklistItem>, Refusal> {
    if items.is_empty() {
        return Err(Refusal::Blank { field: "the checklist" });
    }
    within("the number of items", items.len(), 1, ITEMS_LIMIT)?;
    let mut names: Vec<_> = items.iter().map(|item| item.item.to_string()).collect();
    names.sort();
    twice(repeated(&names))?;
    items.into_iter().map(checked_item).collect()
}

fn checked_item(item: ChecklistItem) -> Result<ChecklistItem, Refusal> {
    within("the minutes of an item", item.minutes, 1, MINUTES_LIMIT)?;
    let mut pulls: Vec<_> = item.pulls.iter().map(|pulled| pulled.words().to_owned()).collect();
    pulls.sort();
    twice(repeated(&pulls))?;
    let guidance = item.guidance.as_ref().map(words).unwrap_or_default();
    let group = item.group.as_ref().map(words).unwrap_or_default();
    Ok(ChecklistItem {
        item: identifier("an item’s identifier", item.item.as_str()).map(ItemId::new)?,
        title: required("an item’s title", words(&item.title), NAME_LIMIT)?,
        group: optional("the heading of an item", group, NAME_LIMIT)?,
        question: required("an item’s question", words(&item.question), QUESTION_LIMIT)?,
        guidance: optional("what to look at", guidance, TEXT_LIMIT)?,
        ..item
    })
}

/// An identifier is small letters, digits and single hyphens, and starts with a letter.
fn identifier(field: &'static str, written: &str) -> Result<String, Refusal> {
    let length = written.chars().count();
    if length > IDENTIFIER_LIMIT {
        return Err(Refusal::TooLong { field, length, limit: IDENTIFIER_LIMIT });
    }
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let sound = written.starts_with(|first: char| first.is_ascii_lowercase())
        && written.bytes().all(plain)
        && !written.ends_with('-')
        && !written.contains("--");
    match sound {
        true => Ok(written.to_owned()),
        false => Err(Refusal::NotAnIdentifier { field, written: written.to_owned() }),
    }
}

/// Refuses a number outside `least` to `most`.
pub(crate) fn within<N>(field: &'static str, given: N, least: N, most: N) -> Result<(), Refusal>
where
    N: PartialOrd + Copy + std::fmt::Display,
{
    match least <= given && given <= most {
        true => Ok(()),
        false => Err(Refusal::OutOfRange {
            field,
            given: given.to_string(),
            least: least.to_string(),
            most: most.to_string(),
        }),
    }
}

fn repeated(sorted: &[String]) -> Option<String> {
    sorted.windows(2).find(|pair| pair.first() == pair.last())?.first().cloned()
}

fn twice(what: Option<String>) -> Result<(), Refusal> {
    what.map_or(Ok(()), |what| Err(Refusal::Twice { what }))
}

fn words(text: &crate::Text) -> &str {
    text.words().unwrap_or_default()
}

//! What a cadence or the calendar asks for no longer, or more seldom.

use chrono::{Days, NaiveDate};

use super::{CadenceSet, Calendar, CalendarSet, ChecklistItem, OnHoliday, Pulled, Rhythm};

/// What a cadence would ask for no longer, or more seldom, than the version before; none where it
/// asks for as much. Words that were erased are compared with nothing.
pub(super) fn looser(before: &CadenceSet, after: &CadenceSet, today: NaiveDate) -> Option<String> {
    if let Some(what) = before.checklist.iter().find_map(|item| unasked(item, after)) {
        return Some(what);
    }
    if let Some(role) = before.required.iter().find(|role| !after.required.contains(role)) {
        return Some(format!("{role} would not have to take part any more"));
    }
    let says = if after.quorum < before.quorum {
        "its quorum would be lower"
    } else if before.countersigned_by.is_some() && after.countersigned_by != before.countersigned_by
    {
        "its countersignature would be gone, or another role’s"
    } else if re_tiers(before) && !re_tiers(after) {
        "its audits would give no verdicts on tiers any more"
    } else if is_more_seldom(&before.rhythm, &after.rhythm) {
        "it would be held more seldom, or by a rule that cannot be compared"
    } else if drops_on_days_off(after) && !drops_on_days_off(before) {
        "a day off would drop it"
    } else if after.from > before.from.max(today) {
        "it would begin later"
    } else {
        return None;
    };
    Some(says.to_owned())
}

/// A day off that is told so many days ahead gives nothing that is due now more time.
const AHEAD: u64 = 14;

/// The day on which people would work no longer, compared with the calendar before, though it was not
/// told [`AHEAD`] of time. Where no calendar was set, the days of the week count and holidays are
/// told for the first time.
pub(super) fn fewer_days(
    before: Option<&CalendarSet>,
    after: &CalendarSet,
    today: NaiveDate,
) -> Option<String> {
    let (was, is) = (before.map(Calendar::from).unwrap_or_default(), Calendar::from(after));
    let gone = was.business_days().iter().find(|day| !is.business_days().contains(day));
    if let Some(day) = gone {
        return Some(format!("{day} would be no business day any more"));
    }
    before?;
    let near = |date: NaiveDate| today <= date && date < today + Days::new(AHEAD);
    let dates = after.holidays.iter().map(|holiday| holiday.date);
    let added = dates.filter(|date| near(*date)).find(|date| !was.is_holiday(*date))?;
    Some(format!("{added} would be a day off, told less than {AHEAD} days ahead"))
}

fn unasked(was: &ChecklistItem, after: &CadenceSet) -> Option<String> {
    let title = was.title.words().unwrap_or_else(|| was.item.as_str());
    let Some(is) = after.checklist.iter().find(|item| item.item == was.item) else {
        return Some(format!("“{title}” would be asked no longer"));
    };
    let (asked, asks) = (was.question.words()?.trim(), is.question.words()?.trim());
    (asked != asks).then(|| format!("“{title}” would ask something else"))
}

/// Whether its reviews give a verdict on the tier of each workflow: those of a quarter do, where an item
/// pulls tiers.
fn re_tiers(cadence: &CadenceSet) -> bool {
    matches!(cadence.rhythm, Rhythm::Quarter { .. })
        && cadence.checklist.iter().any(|item| item.pulls.contains(&Pulled::Tiers))
}

fn drops_on_days_off(cadence: &CadenceSet) -> bool {
    let usual = cadence.rhythm.usual_on_holiday();
    cadence.on_holiday.unwrap_or(usual) == OnHoliday::Skip
}

fn is_more_seldom(before: &Rhythm, after: &Rhythm) -> bool {
    match (often(before), often(after)) {
        (Some(before), Some(after)) => after < before,
        (None, _) | (_, None) => before != after,
    }
}

/// How often, as days a quarter; none of a rule, whose days nobody counts.
fn often(rhythm: &Rhythm) -> Option<usize> {
    const WEEKS: usize = 13;
    match rhythm {
        Rhythm::BusinessDay => Some(5 * WEEKS),
        Rhythm::Day { on } => Some(on.len() * WEEKS),
        Rhythm::Week { .. } => Some(WEEKS),
        Rhythm::Month { .. } => Some(3),
        Rhythm::Quarter { .. } => Some(1),
        Rhythm::Rule { .. } => None,
    }
}

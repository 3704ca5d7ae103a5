//! Two quarters of watches, calls, model reviews and audits: held, late and missed.

use chrono::{Datelike, Days, Duration, NaiveDate, Weekday};
use domain::cadence::Occurrence;
use domain::review::{Outcome, Presence, TierGiven, TierShown, TierVerdict};
use domain::{CadenceId, Moment, Period, ReviewRef};

use super::PASSPHRASE;
use super::actions::{ITEMS, raise};
use super::company::{TOBIAS, ZONE, is_away, operator};
use super::found::audits::{MENDED, SIGNED, Signed, TIERS};
use super::found::found;
use super::story::{Quarters, Story, on, working};
use crate::Problem;
use crate::operations::{
    AnswerItem, AttendanceRow, CloseReview, CountersignReview, OpenReview, PulledQuery,
    StateAttendance, TakeChair,
};

/// Weeks in which the call was not held.
const CALLS_MISSED: &[i64] = &[6, 19];
/// The week whose call was held a day late, and the item before which its chair was called away.
const LATE: i64 = 16;
const CHAIR_LEAVES: &str = "lead-scores";
const WHY_TAKEN: &str = "Maren is called to a customer; Tobias leads the rest of the call.";
/// Weeks whose call the sponsor countersigned though nothing asks for it.
const COUNTERSIGNED: &[i64] = &[14];
/// Who comes for whom, where somebody sends a delegate.
const DELEGATES: &[(&str, &str)] = &[
    ("PER-0003", "Nour Haddad"),
    ("PER-0004", "Ingrid Halvorsen"),
    ("PER-0007", "Kenji Morita"),
    ("PER-0008", "Pia Moreau, legal"),
];
/// The longest item, in seconds: a desk where nothing happens for ten minutes locks.
const LONGEST: u32 = 560;

/// A review that is held.
struct Held {
    review: ReviewRef,
    cadence: CadenceId,
    /// The day it is due on.
    day: NaiveDate,
    /// The week of that day, from 0.
    week: i64,
}

/// Plans every review that was held. What is left to the visitor: the call of this week and the
/// watch of today, or of the last working day, and whatever else was due just now.
pub fn plan(story: &mut Story<'_>) -> Result<(), Problem> {
    let days = story.days;
    let begins = days.at(0, 0, 0, 0);
    let schedules = story.desk.open()?.store.now().schedules()?.schedules;
    for schedule in schedules {
        let occurrences = schedule.occurrences(begins, days.until)?;
        // The last that has begun waits; months and quarters are held when they are due.
        let seldom = !matches!(schedule.cadence.as_str(), "daily" | "weekly");
        let settled = occurrences.len().saturating_sub(usize::from(!seldom));
        for occurrence in occurrences.into_iter().take(settled) {
            let held = held(&schedule.cadence, &occurrence, &days);
            if !is_missed(&held) {
                plan_one(story, held, occurrence.due, seldom);
            }
        }
    }
    Ok(())
}

fn held(cadence: &CadenceId, occurrence: &Occurrence, days: &Quarters) -> Held {
    let day = occurrence.due.in_zone(ZONE).date_naive();
    let (review, cadence) = (occurrence.review.clone(), cadence.clone());
    Held { review, cadence, day, week: days.week_of(day) }
}

fn is_missed(held: &Held) -> bool {
    match held.cadence.as_str() {
        "weekly" => CALLS_MISSED.contains(&held.week),
        // A watch now and then, and two running when both had other things to do.
        "daily" => {
            let told = found().any(|found| held.has(found.cadence, found.week, found.day));
            !told && (held.week * 5 + held.weekday() * 3) % 17 == 4
        }
        _ => false,
    }
}

fn plan_one(story: &mut Story<'_>, held: Held, due: Moment, seldom: bool) {
    let days = story.days;
    let late = match held.cadence.as_str() {
        "weekly" if held.week == LATE => Duration::hours(26),
        "daily" => Duration::minutes(2 + (held.week * 7 + held.weekday() * 5) % 23),
        _ => Duration::minutes(1),
    };
    // One that cannot be closed and countersigned before the end is the visitor's.
    if seldom && due.plus(Duration::hours(30)) > days.until {
        return;
    }
    let chair = operator(&days, held.day);
    let countersigned = held.cadence.as_str() == "quarterly"
        || (held.cadence.as_str() == "weekly" && COUNTERSIGNED.contains(&held.week));
    let signed = signed_with(&held);
    let (review, next) = (held.review.to_string(), held.day + Days::new(1));
    story.plan(due.plus(late), chair, move |story| hold(story, &held));
    if countersigned {
        story.plan(on(working(next), 9, 45), TOBIAS, move |story| {
            let passphrase = PASSPHRASE.into();
            let statement = signed.map(|signed| signed.statement.to_owned()).unwrap_or_default();
            let countersign = CountersignReview { review, passphrase, statement };
            story.desk.countersign_review(countersign).map(|_| ())
        });
    }
}

fn hold(story: &mut Story<'_>, held: &Held) -> Result<(), Problem> {
    let review = held.review.to_string();
    let view = story.desk.open_review(OpenReview { review: review.clone() })?;
    for (seat, row) in view.attendance.iter().enumerate() {
        attend(story, held, seat, row)?;
    }
    for (place, item) in view.items.iter().enumerate() {
        if held.cadence.as_str() == "weekly" && held.week == LATE && item.item == CHAIR_LEAVES {
            take_chair(story, &review)?;
        }
        let found = found().find(|found| {
            found.item == item.item && held.has(found.cadence, found.week, found.day)
        });
        let (outcome, note) = found.map_or((Outcome::Fine, ""), |it| (it.outcome, it.note));
        let seconds = seconds(held, place, item.minutes, found.is_some());
        story.seconds(seconds);
        let (review, item) = (review.clone(), item.item.clone());
        let asked = item.clone();
        let note = note.to_owned();
        let tiers = tiers(story, held, &asked)?;
        let given = AnswerItem { review: review.clone(), item, outcome, note, seconds, tiers };
        story.desk.answer(&given)?;
        let raised = ITEMS
            .iter()
            .filter(|action| action.item == asked && held.has(action.cadence, action.week, 0));
        for action in raised {
            story.seconds(20);
            raise(story, &review, action)?;
        }
    }
    story.seconds(48);
    let passphrase = PASSPHRASE.into();
    let narrative = signed_with(held).map(|signed| signed.narrative.to_owned()).unwrap_or_default();
    story.desk.close(&CloseReview { review, passphrase, spent: Vec::new(), narrative })
}

/// The verdicts of an audit on each workflow's tier. Nothing for any other item.
fn tiers(story: &mut Story<'_>, held: &Held, item: &str) -> Result<Vec<TierGiven>, Problem> {
    if (held.cadence.as_str(), item) != ("quarterly", "re-tier") {
        return Ok(Vec::new());
    }
    let query = PulledQuery { review: held.review.to_string(), item: item.to_owned() };
    let tables = story.desk.pulled(query)?.tables;
    let rows = tables.into_iter().flat_map(|table| table.rows);
    let asked = rows.filter_map(|row| Some((row.leads?, row.cells, row.judged?.shown)));
    let given = asked.map(|(workflow, cells, shown)| {
        let told = TIERS.iter().find(|told| {
            cells.iter().any(|cell| cell == told.workflow) && held.has("quarterly", told.week, 0)
        });
        let (verdict, note) = match (told, shown) {
            (Some(told), _) => (told.verdict, told.note),
            (None, TierShown::Stays | TierShown::Up) => (TierVerdict::Keep, ""),
            (None, TierShown::Down) => (TierVerdict::Keep, MENDED),
        };
        Ok(TierGiven { workflow: workflow.parse()?, verdict, note: note.to_owned() })
    });
    given.collect()
}

/// What was signed with a review; nothing but with an audit.
fn signed_with(held: &Held) -> Option<&'static Signed> {
    SIGNED.iter().find(|signed| held.has("quarterly", signed.week, 0))
}

/// Seconds spent on an item: mostly less than planned, more where something was found.
fn seconds(held: &Held, place: usize, minutes: u32, found: bool) -> u32 {
    let swing = u32::try_from((held.week * 7) % 5).unwrap_or_default();
    let swing = (swing + u32::try_from(place * 11).unwrap_or_default()) % 5;
    let pace = if held.cadence.as_str() == "daily" { 14 } else { 38 };
    (minutes * pace + swing * 6 + if found { 75 } else { 0 }).min(LONGEST)
}

fn attend(
    story: &mut Story<'_>,
    held: &Held,
    seat: usize,
    row: &AttendanceRow,
) -> Result<(), Problem> {
    let drawn = (usize::try_from(held.week).unwrap_or_default() + seat * 5) % 17;
    let sends = DELEGATES.iter().find(|(who, _)| *who == row.person);
    let (presence, delegate) = match (drawn, sends) {
        _ if row.chair => (Presence::Present, ""),
        _ if is_away(&story.days, &row.person, held.day) => (Presence::Excused, ""),
        (3, _) => (Presence::Excused, ""),
        (11, _) if held.cadence.as_str() != "daily" => (Presence::Absent, ""),
        (8, Some((_, delegate))) => (Presence::Delegate, *delegate),
        _ => (Presence::Present, ""),
    };
    let (person, delegate) = (row.person.clone(), delegate.to_owned());
    let review = held.review.to_string();
    story.desk.attend(&StateAttendance { review, person, presence, delegate })
}

fn take_chair(story: &mut Story<'_>, review: &str) -> Result<(), Problem> {
    story.sign_in(TOBIAS)?;
    let (review, reason) = (review.to_owned(), WHY_TAKEN.to_owned());
    story.desk.take_chair(TakeChair { review: review.clone(), reason })?;
    let (person, delegate) = (TOBIAS.to_owned(), String::new());
    let presence = Presence::Present;
    story.desk.attend(&StateAttendance { review, person, presence, delegate })
}

impl Held {
    /// Whether something of a cadence that is told of a week, or of a day of it, belongs here: it
    /// falls on that day or in that week, or the period looked back on covers that week's Monday.
    fn has(&self, cadence: &str, week: i64, day: i64) -> bool {
        if self.cadence.as_str() != cadence {
            return false;
        }
        let told = self.monday() + Duration::weeks(week) + Duration::days(day);
        match self.review.period() {
            Some(Period::Day(on)) => on == told,
            Some(Period::Week(..)) | None => self.week == week,
            Some(period @ (Period::Month(..) | Period::Quarter(..))) => {
                period.span().of(told, 1) == period
            }
        }
    }

    /// 0 for a Monday.
    fn weekday(&self) -> i64 {
        i64::from(self.day.weekday().num_days_from_monday())
    }

    /// The Monday the story begins on.
    fn monday(&self) -> NaiveDate {
        self.day.week(Weekday::Mon).first_day() - Duration::weeks(self.week)
    }
}

//! Two quarters of weekly calls: held, late and missed, with what they found.

use chrono::{Duration, TimeZone, Utc};
use domain::Moment;
use domain::review::{Outcome, Presence};

use super::PASSPHRASE;
use crate::clock::{Clock, SetClock};
use crate::operations::{
    AnswerItem, CloseReview, CountersignReview, Nothing, OpenReview, ReviewRow, ReviewState,
    SignIn, StateAttendance,
};
use crate::progress::Work;
use crate::{Desk, Problem};

/// Weeks, counted from the first, in which the call was not held.
const MISSED: &[usize] = &[6, 19];
/// Weeks whose minutes the sponsor countersigned.
const COUNTERSIGNED: &[usize] = &[12, 25];

/// What went other than fine: week, item, outcome, note.
const FOUND: &[(usize, &str, Outcome, &str)] = &[
    (
        1,
        "adoption",
        Outcome::Attention,
        "Half of the reps hide the next-best-action panel. Ilse shows them the drivers on Thursday.",
    ),
    (
        2,
        "lead-scores",
        Outcome::Attention,
        "Two of ten scores surprise the reps: the industry field is empty on both.",
    ),
    (
        3,
        "enrichment",
        Outcome::Breach,
        "Eleven hand-kept headcounts were overwritten. Enrichment is held to enriched fields from today.",
    ),
    (
        4,
        "enrichment",
        Outcome::Attention,
        "The eleven old values are back. No new overwrite since Tuesday.",
    ),
    (
        5,
        "approval-queue",
        Outcome::Attention,
        "Approvals wait 7.3 hours at the median; two waited over a weekend.",
    ),
    (
        8,
        "errors-reported",
        Outcome::Attention,
        "A first email named a product we no longer sell. The claims list lacked it.",
    ),
    (
        9,
        "overrides",
        Outcome::Attention,
        "SDR EMEA overrode lead scoring three times in 14 days, all on job titles.",
    ),
    (
        10,
        "overrides",
        Outcome::Attention,
        "A fourth override on job titles. The weight goes to the next model review.",
    ),
    (
        11,
        "outbound-emails",
        Outcome::Breach,
        "One of 25 emails promised a delivery date. The template is withdrawn.",
    ),
    (
        13,
        "two-week-emergency",
        Outcome::Attention,
        "Positive replies at 3.1 %, baseline 3.4 %: the first week below.",
    ),
    (
        14,
        "two-week-emergency",
        Outcome::Breach,
        "Positive replies at 2.6 %: the second week below. The SDR outreach agent stays stopped.",
    ),
    (
        15,
        "opens-replies-meetings",
        Outcome::Attention,
        "Replies recover to 3.3 % since the agent was stopped.",
    ),
    (16, "dossiers", Outcome::Attention, "Two of 31 dossiers came the evening before."),
    (17, "crm-notes", Outcome::Attention, "86 % of notes on the same day; the floor is 90 %."),
    (
        18,
        "sequences",
        Outcome::Attention,
        "Step three was skipped for 14 contacts after the pause; they got it on Friday.",
    ),
    (
        21,
        "anomalies",
        Outcome::Attention,
        "The vendor changed the call model overnight. Summaries are read twice this week.",
    ),
    (
        22,
        "exceptions",
        Outcome::Attention,
        "One exception stood past its time over the holiday and went to the sponsor.",
    ),
    (
        24,
        "coaching",
        Outcome::Attention,
        "New SDRs accept drafts unread. Nour pairs them until the end of the month.",
    ),
];

/// Holds the calls from the first week to `until`. The call of the current week stays open to be
/// held.
pub fn hold(desk: &mut Desk, clock: &SetClock, until: Moment, work: &Work) -> Result<(), Problem> {
    let total = u64::try_from(super::WEEKS).unwrap_or_default();
    for week in 0.. {
        // The latest: one that was not held stays in the list until the next falls due.
        let due = |row: &ReviewRow| {
            row.cadence == "weekly" && matches!(row.state, ReviewState::Due | ReviewState::Late)
        };
        let wait = desk.reviews(Nothing {})?.waiting.into_iter().rev().find(due);
        let Some(row) = wait else { break };
        let Some(due) = parse(&row.due) else { break };
        let next_monday = due.plus(Duration::days(7) - Duration::hours(2));
        // This week's call is the visitor's to hold.
        if next_monday > until {
            break;
        }
        work.step(week as u64, total)?;
        if !MISSED.contains(&week) {
            call(desk, clock, week, &row.review, due)?;
        }
        clock.set(next_monday);
    }
    Ok(())
}

fn call(
    desk: &mut Desk,
    clock: &SetClock,
    week: usize,
    review: &str,
    due: Moment,
) -> Result<(), Problem> {
    let late = if week == 16 { Duration::hours(26) } else { Duration::minutes(1) };
    clock.set(due.plus(late));
    sign_in(desk, super::OPERATOR)?;
    let mut view = desk.open_review(OpenReview { review: review.to_owned() })?;
    for (seat, row) in view.attendance.iter().enumerate() {
        let presence = match (week + seat * 5) % 17 {
            3 if !row.chair => Presence::Excused,
            8 if !row.chair => Presence::Delegate,
            _ => Presence::Present,
        };
        let delegate = if presence == Presence::Delegate { "Kenji Morita" } else { "" };
        desk.state_attendance(StateAttendance {
            review: review.to_owned(),
            person: row.person.clone(),
            presence,
            delegate: delegate.to_owned(),
        })?;
    }
    for (place, item) in view.items.clone().into_iter().enumerate() {
        let found = FOUND.iter().find(|(w, i, _, _)| *w == week && *i == item.item);
        let (outcome, note) = found.map_or((Outcome::Fine, ""), |(_, _, o, note)| (*o, *note));
        let swing = u32::try_from((week * 7 + place * 11) % 5).unwrap_or_default();
        let seconds = item.minutes * 42 + swing * 9 + if found.is_some() { 75 } else { 0 };
        clock.set(clock.now().plus(Duration::seconds(i64::from(seconds))));
        view = desk.answer_item(AnswerItem {
            review: review.to_owned(),
            item: item.item,
            outcome,
            note: note.to_owned(),
            seconds,
        })?;
    }
    clock.set(clock.now().plus(Duration::seconds(48)));
    let passphrase = PASSPHRASE.into();
    let (review, spent) = (view.review.clone(), Vec::new());
    desk.close_review(CloseReview { review, passphrase, spent })?;
    if COUNTERSIGNED.contains(&week) {
        clock.set(clock.now().plus(Duration::hours(5)));
        sign_in(desk, "PER-0002")?;
        let passphrase = PASSPHRASE.into();
        desk.countersign_review(CountersignReview { review: view.review, passphrase })?;
    }
    Ok(())
}

fn sign_in(desk: &mut Desk, person: &str) -> Result<(), Problem> {
    let passphrase = PASSPHRASE.into();
    desk.sign_in(SignIn { person: person.to_owned(), passphrase }).map(|_| ())
}

fn parse(written: &str) -> Option<Moment> {
    let at = chrono::DateTime::parse_from_rfc3339(written).ok()?;
    Utc.timestamp_millis_opt(at.timestamp_millis()).single().map(Moment::new)
}

//! A quarter in short: what the sponsor page and the second section of the audit report show.

use std::cmp::Ordering;

use domain::exception::Severity;
use domain::workflow::Status;
use report::sponsor::{self as paper, Change, Piece, Proof, Tiers, Wrong};
use report::{Clock, counted, grouped};

use super::asked::asks;
use super::rhythm::rhythm;
use super::{Quarter, Stood, earned, moved};
use crate::erased::or_erased;
use crate::exceptions::ExceptionRow;
use crate::exports::exceptions::{clock, stands};
use crate::samples::Pool;
use crate::{Desk, Problem};

/// How many exceptions are told.
const TOLD: usize = 5;

const NOTE: &str = "Small numbers name the section of the quarterly audit report that lists the rows \
    behind a figure. Reviews count in the quarter they fell due in; strokes and discs are reviews held, \
    hollow strokes and crossed rings reviews missed, diamonds those that are late, rings those still to \
    be held.";

/// The quarter as pages show it.
pub(in crate::exports) fn short(desk: &Desk, quarter: &Quarter) -> Result<paper::Quarter, Problem> {
    let view = desk.open()?.view();
    let moved = moved(quarter);
    Ok(paper::Quarter {
        lead: lead(quarter, &moved),
        asks: asks(&view, quarter, desk.moment())?,
        columns: [name(&quarter.period.before().to_string()), name(&quarter.period.to_string())],
        changes: changes(quarter),
        tiers: tiers(quarter),
        wrong: gravest(quarter),
        raised: quarter.stood.exceptions.len(),
        proofs: quarter.stood.pools.iter().map(proof).collect(),
        proofs_note: proofs_note(&quarter.stood),
        months: quarter.month_names(),
        rhythm: rhythm(quarter),
        note: NOTE.to_owned(),
        moved,
    })
}

/// "Q3" of "2026-Q3".
fn name(period: &str) -> String {
    period.rsplit('-').next().unwrap_or(period).to_owned()
}

pub(super) fn lead(quarter: &Quarter, moved: &[paper::Moved]) -> Vec<Piece> {
    let stood = &quarter.stood;
    let piece = |words: String, rows: &str| Piece { words, rows: rows.to_owned() };
    let count = |to: Ordering| moved.iter().filter(|one| earned(one) == Some(to)).count();
    let (all, live) = (on_register(stood), live(stood));
    let (held, over) = held(stood);
    let late = late(stood).count();
    let overdue = overdue(stood);
    let stands = |status| stood.register.iter().filter(|row| row.status == status).count();
    let (stopped, paused) = (stands(Status::Stopped), stands(Status::Paused));
    let mut pieces = vec![
        piece(counted(all, "workflow", "workflows"), "3.1"),
        piece(format!(" {} on the register, {live} of them live", are(all)), "3.1"),
        piece(format!(". {} earned a tier", number(count(Ordering::Greater))), "3.2"),
        piece(format!(", {} lost one", few(count(Ordering::Less))), "3.2"),
    ];
    if stopped > 0 {
        let verb = if stopped == 1 { "stands" } else { "stand" };
        pieces.push(piece(format!(", {} {verb} stopped", few(stopped)), "3.1"));
    }
    if paused > 0 {
        pieces.push(piece(format!(", {} {} paused", few(paused), are(paused)), "3.1"));
    }
    pieces.push(piece(format!(". {held} of {over} reviews were held"), "4.1"));
    if overdue > 0 {
        pieces.push(piece(format!(", {} {} late", few(overdue), are(overdue)), "4.1"));
    }
    let raised = stood.exceptions.len();
    pieces.push(match (raised, late) {
        (0, _) => piece(". No exception was raised".to_owned(), "7"),
        (raised, 0) => piece(format!("; of {} none is or was late", exceptions(raised)), "7.1"),
        (raised, late) => piece(format!("; {late} of {} ran late", exceptions(raised)), "7.1"),
    });
    pieces.push(piece(".".to_owned(), ""));
    pieces
}

fn exceptions(count: usize) -> String {
    counted(count, "exception", "exceptions")
}

const fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// A small number at a sentence's beginning.
fn number(count: usize) -> String {
    const WORDS: [&str; 4] = ["None", "One", "Two", "Three"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

pub(super) fn few(count: usize) -> String {
    number(count).to_lowercase()
}

fn on_register(stood: &Stood) -> usize {
    stood.register.iter().filter(|row| row.status != Status::Retired).count()
}

fn live(stood: &Stood) -> usize {
    stood.register.iter().filter(|row| row.status == Status::Live).count()
}

/// Reviews held, and those whose time is over.
pub(in crate::exports) fn held(stood: &Stood) -> (usize, usize) {
    let held = stood.due.iter().filter(|due| due.is_held()).count();
    (held, stood.due.iter().filter(|due| due.is_over()).count())
}

/// Reviews past their time that can still be held.
pub(in crate::exports) fn overdue(stood: &Stood) -> usize {
    stood.due.iter().filter(|due| due.is_late()).count()
}

/// The exceptions whose clock was not kept.
pub(in crate::exports) fn late(stood: &Stood) -> impl Iterator<Item = &ExceptionRow> {
    stood.exceptions.iter().filter(|row| !kept(row))
}

fn kept(row: &ExceptionRow) -> bool {
    clock(row.time.state) != Clock::Broken
}

fn changes(quarter: &Quarter) -> Vec<Change> {
    type Count = fn(&Stood) -> String;
    let all: [(&str, bool, Count, &str); 12] = [
        ("Workflows on the register", false, |stood| figure(on_register(stood)), "3.1"),
        ("live", true, |stood| figure(live(stood)), "3.1"),
        (
            "Reviews held of expected",
            false,
            |stood| {
                let (held, over) = held(stood);
                format!("{held} of {over}")
            },
            "4.1",
        ),
        ("Decisions proposed", false, |stood| figure(stood.decisions.len()), "5"),
        ("Overrides", false, |stood| figure(stood.overrides.len()), "6"),
        ("Exceptions raised", false, |stood| figure(stood.exceptions.len()), "7.1"),
        ("clock broken", true, |stood| figure(late(stood).count()), "7.1"),
        ("Items sampled", false, |stood| grouped(stood.sampled().0), "8"),
        (
            "Metrics out of line",
            false,
            |stood| format!("{} of {}", stood.out_of_line(), stood.metrics.len()),
            "10.2",
        ),
        ("Stops", false, |stood| figure(stood.stops.len() - stood.drilled()), "13.1"),
        ("Drills", false, |stood| figure(stood.drilled()), "13.1"),
        ("Findings open", false, |stood| grouped(stood.findings.counts.all.into()), "16"),
    ];
    let change = |(what, part, count, rows): (&str, bool, Count, &str)| Change {
        what: what.to_owned(),
        part,
        before: quarter.before.as_ref().map(count).unwrap_or_default(),
        now: count(&quarter.stood),
        rows: rows.to_owned(),
    };
    all.into_iter().map(change).collect()
}

fn figure(count: usize) -> String {
    grouped(count as u64)
}

/// What was before the workspace began nobody knows, so nothing is said of it.
fn tiers(quarter: &Quarter) -> Vec<Tiers> {
    let [first, _] = quarter.days;
    let stands = quarter.stood.at.in_zone(quarter.zone).date_naive();
    let day = |day: chrono::NaiveDate| day.format("%-d %b %Y").to_string();
    let began = quarter.before.as_ref();
    let began = began.map(|before| Tiers { day: day(first), counts: counts(before) });
    let ended = Tiers { day: day(stands), counts: counts(&quarter.stood) };
    began.into_iter().chain([ended]).collect()
}

fn counts(stood: &Stood) -> [u32; 5] {
    let mut counts = [0; 5];
    for row in stood.register.iter().filter(|row| row.status != Status::Retired) {
        let place = row.tier.map_or(4, |tier| usize::from(tier.number()).saturating_sub(1));
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    counts
}

/// The gravest first: severe before normal, late before kept, then the oldest; told by day.
fn gravest(quarter: &Quarter) -> Vec<Wrong> {
    let mut rows: Vec<&ExceptionRow> = quarter.stood.exceptions.iter().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.severity), kept(row), row.entry));
    rows.truncate(TOLD);
    rows.sort_by_key(|row| row.entry);
    rows.into_iter().map(|row| wrong(row, quarter)).collect()
}

fn wrong(row: &ExceptionRow, quarter: &Quarter) -> Wrong {
    let severity = match row.severity {
        Severity::Normal => String::new(),
        Severity::High | Severity::Critical => format!("{}, ", row.severity.words().to_lowercase()),
    };
    Wrong {
        reference: row.exception.clone(),
        day: quarter.day(&row.raised_at),
        what: or_erased(row.what.as_ref()),
        stands: format!("{severity}{}.", stands(row).to_lowercase()),
        clock: clock(row.time.state),
    }
}

fn proof(pool: &Pool) -> Proof {
    let pooled = &pool.pooled;
    let of = |count: u64| 100.0 * count as f32 / pooled.tested.max(1) as f32;
    let known = pooled.tested > 0;
    let limit = pooled.upper_tenths();
    Proof {
        of: pool.of.clone(),
        found: format!("{} of {} in error", pooled.errors, pooled.tested),
        shares: known.then(|| [of(pooled.errors), 100.0 * pooled.upper as f32]),
        at_most: if known {
            format!("≤ {}.{}\u{202f}%", limit / 10, limit % 10)
        } else {
            "–".to_owned()
        },
    }
}

fn proofs_note(stood: &Stood) -> String {
    if stood.pools.is_empty() && stood.samples.is_empty() {
        return "No sample was planned in this quarter.".to_owned();
    }
    let (tested, errors) = stood.sampled();
    format!(
        "Dot: share found in error. Line: exact upper limit at 95\u{202f}% confidence, samples of 13 \
         weeks pooled. Dashed: 5\u{202f}%, the level a promotion asks for. {} items in {} samples of \
         this quarter, {} in error.",
        grouped(tested),
        grouped(stood.samples.len() as u64),
        grouped(errors)
    )
}

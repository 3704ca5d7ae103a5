//! A quarter in sentences: where a board narrative begins. The same record gives the same words.

use domain::decision::DecisionState;
use domain::exception::Severity;
use domain::{Period, ReviewRef, Span};
use report::counted;
use report::sponsor::{Moved, Piece, Shift};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::short::{few, lead};
use super::{Quarter, Stood, moved};
use crate::erased::ERASED;
use crate::exceptions::ExceptionRow;
use crate::operations::ReviewQuery;
use crate::{Desk, Problem};

/// What a board narrative begins with.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NarrativeDraft {
    /// The words; blank where the review looks back on no quarter.
    pub words: String,
}

impl Desk {
    /// See the list of operations.
    pub fn draft_narrative(&mut self, request: ReviewQuery) -> Result<NarrativeDraft, Problem> {
        let review = ReviewRef::new(&request.review);
        self.review(request)?;
        let Some(period) = quarter_of(&review) else {
            return Ok(NarrativeDraft { words: String::new() });
        };
        let quarter = self.quarter(Some(&period.to_string()))?;
        Ok(NarrativeDraft { words: told(&quarter) })
    }
}

/// The quarter that a review is named by.
fn quarter_of(review: &ReviewRef) -> Option<Period> {
    review.period().filter(|period| period.span() == Span::Quarter)
}

/// The quarter, a sentence after the other: what stands, what moved, what went wrong, what is proven, what
/// is open.
fn told(quarter: &Quarter) -> String {
    let moved = moved(quarter);
    let said: String = lead(quarter, &moved).into_iter().map(|Piece { words, .. }| words).collect();
    let stood = &quarter.stood;
    let sentences = [
        Some(said),
        moves(&moved),
        decided(stood),
        wrong(quarter),
        proven(stood),
        Some(tried(stood)),
        Some(left(quarter)),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn moves(moved: &[Moved]) -> Option<String> {
    let told: Vec<String> = moved
        .iter()
        .filter_map(|one| {
            let what = match one.shift {
                Shift::Up if one.from.is_none() => "was given its first tier",
                Shift::Up => "went up a tier",
                Shift::Down => "went down a tier",
                Shift::Launched => "was launched",
                Shift::Restarted => "was restarted",
                Shift::Stopped => "was stopped",
                Shift::Paused => "was paused",
                Shift::Retired => "was retired",
                Shift::Registered | Shift::Found => return None,
            };
            let by = if one.by.is_empty() { String::new() } else { format!(", {}", one.by) };
            Some(format!("{} {what} ({}{by})", one.name, one.workflow))
        })
        .collect();
    (!told.is_empty()).then(|| format!("{}.", told.join("; ")))
}

fn decided(stood: &Stood) -> Option<String> {
    let applied = stood.decisions.iter().filter(|row| row.state == DecisionState::Applied).count();
    let all = stood.decisions.len();
    (all > 0).then(|| {
        format!(
            "{} proposed and {} of them applied.",
            counted(all, "decision was", "decisions were"),
            few(applied)
        )
    })
}

/// The severe exceptions by name: a board hears what went wrong, and how it ended where that was in a later
/// quarter.
fn wrong(quarter: &Quarter) -> Option<String> {
    let severe = |row: &&ExceptionRow| row.severity >= Severity::High;
    let before = quarter.carried.exceptions.iter().filter(severe).map(|row| exception(row, true));
    let raised = quarter.stood.exceptions.iter().filter(severe).map(|row| exception(row, false));
    let told: Vec<String> = before.chain(raised).collect();
    (!told.is_empty()).then(|| format!("What went wrong: {}.", told.join("; ")))
}

fn exception(row: &ExceptionRow, before: bool) -> String {
    let what = row.what.as_deref().unwrap_or(ERASED).trim_end_matches('.');
    let since = if before { ", raised before the quarter" } else { "" };
    format!("{what} ({}, {}{since})", row.exception, row.stage.words().to_lowercase())
}

fn proven(stood: &Stood) -> Option<String> {
    let (tested, errors) = stood.sampled();
    (tested > 0).then(|| {
        let items = usize::try_from(tested).unwrap_or(usize::MAX);
        let errors = usize::try_from(errors).unwrap_or(usize::MAX);
        let items = counted(items, "AI action was", "AI actions were");
        format!("{items} sampled, {} in error.", few(errors))
    })
}

fn tried(stood: &Stood) -> String {
    let drilled = stood.drilled();
    let overdue = stood.drills.iter().filter(|one| one.days < 0).count();
    let drills = match drilled {
        0 => "No kill switch was drilled".to_owned(),
        drilled => format!("Kill switches were drilled {}", times(drilled)),
    };
    format!("{drills}, {} overdue for one.", overdue_words(overdue))
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{} times", few(count)) }
}

fn overdue_words(count: usize) -> String {
    match count {
        0 => "no live workflow is".to_owned(),
        1 => "one live workflow is".to_owned(),
        more => format!("{} live workflows are", few(more)),
    }
}

fn left(quarter: &Quarter) -> String {
    let now = quarter.stood.findings.counts.all;
    let says = format!("{} open", counted(now as usize, "finding is", "findings are"));
    match quarter.before.as_ref().map(|before| before.findings.counts.all) {
        Some(before) => format!("{says}, after {before} a quarter ago."),
        None => format!("{says}; there was no quarter on record before."),
    }
}

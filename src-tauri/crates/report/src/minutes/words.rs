//! Words both forms of the minutes share, and marks that other reports share with them.

use super::model::{
    Action, ChairTaken, Decided, Item, Model, Outcome, Presence, Progress, Tiered, Voted,
};
use crate::decision::words as decision;
use crate::figure::{counted, grouped};
use crate::layout::Mark;
use crate::typeset::isolate;

pub(super) fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "Present",
        Presence::Delegate => "Delegate",
        Presence::Excused => "Excused",
        Presence::Absent => "Absent",
    }
}

pub(super) fn outcome(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Fine) => "Fine",
        Some(Outcome::Attention) => "Attention",
        Some(Outcome::Breach) => "Breach",
        Some(Outcome::NotApplicable) => "Not applicable",
        Some(Outcome::Unanswered) => "Not answered",
        None => "Waiting",
    }
}

/// An action item's mark and word.
pub(crate) fn progress(progress: Progress) -> (Mark, &'static str) {
    match progress {
        Progress::New => (Mark::Ring, "New"),
        Progress::Open => (Mark::Ring, "Open"),
        Progress::Late => (Mark::Diamond, "Late"),
        Progress::Done => (Mark::Tick, "Done"),
        Progress::Dropped => (Mark::Dash, "Dropped"),
    }
}

/// The line under the title.
pub(super) fn when(model: &Model) -> String {
    let state = match (&model.closing, &model.missed) {
        (Some(_), _) => "Closed, locked.",
        (None, Some(_)) => "Missed.",
        (None, None) => "Not signed.",
    };
    let when = model.when.trim_end_matches('.');
    format!("{}, {when}. {state}", model.reference)
}

/// "Lena Haddad took the chair from Jonas Lindqvist, 2026-09-21 10:12:07, entry 4,377: …".
pub(super) fn chair(taken: &ChairTaken) -> String {
    let ChairTaken { at, from, to, reason, entry } = taken;
    let (from, to, reason) = (isolate(from), isolate(to), isolate(reason));
    format!("{to} took the chair from {from}, {at}, entry {}: {reason}", grouped(*entry))
}

/// "12 fine, 3 attention, 1 breach; opening and closing 2:05".
pub(super) fn outcomes(model: &Model) -> String {
    let count =
        |wanted: Option<Outcome>| model.items.iter().filter(|item| item.outcome == wanted).count();
    let kinds = [
        Some(Outcome::Fine),
        Some(Outcome::Attention),
        Some(Outcome::Breach),
        Some(Outcome::NotApplicable),
        Some(Outcome::Unanswered),
        None,
    ];
    let counts: Vec<String> = kinds
        .into_iter()
        .map(|kind| (count(kind), outcome(kind).to_lowercase()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let around = match model.around {
        Some(seconds) => format!("; opening and closing {}", minutes(seconds)),
        None => String::new(),
    };
    counts.join(", ") + &around
}

/// Minutes and seconds, "12:05": nothing is rounded, so that items come to their sum.
pub(super) fn minutes(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// All time spent, when any was noted.
pub(super) fn spent(model: &Model) -> Option<String> {
    let noted = model.items.iter().filter_map(|item| item.seconds).chain(model.around);
    noted.reduce(u32::saturating_add).map(minutes)
}

/// The items, each with the heading that it begins: the one above it stands under another.
pub(super) fn with_headings(items: &[Item]) -> impl Iterator<Item = (Option<&str>, &Item)> + Clone {
    let above = std::iter::once(None).chain(items.iter().map(|item| item.group.as_deref()));
    items.iter().zip(above).map(|(item, above)| {
        let group = item.group.as_deref();
        (group.filter(|_| group != above), item)
    })
}

/// "2 applied, 1 proposed; here and since WEEKLY-2026-W38".
pub(super) fn decision_counts(model: &Model) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for one in &model.decided {
        let (_, word) = decision::state(one.state);
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let counts = counts.iter().map(|(word, count)| format!("{count} {}", word.to_lowercase()));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let since = [counts.as_str(), &model.decided_since];
    since.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// "Proposed by Jonas Lindqvist, 21 Sep, 10:41".
pub(super) fn proposed(decided: &Decided) -> String {
    format!("Proposed by {}", decided.proposed)
}

/// "Lena Haddad approves, 21 Sep, 10:49", and a colon where words follow.
pub(super) fn voted(vote: &Voted) -> String {
    let (_, word) = decision::said(vote.said);
    let colon = if vote.words.trim().is_empty() { "" } else { ":" };
    format!("{} {}, {}{colon}", vote.person, word.to_lowercase(), vote.at)
}

/// "3 new, 2 carried in".
pub(super) fn action_counts(actions: &[Action]) -> String {
    let new = actions.iter().filter(|action| action.progress == Progress::New).count();
    let carried = actions.len() - new;
    match (new, carried) {
        (0, 0) => String::new(),
        (new, 0) => format!("{new} new"),
        (0, carried) => format!("{carried} carried in"),
        (new, carried) => format!("{new} new, {carried} carried in"),
    }
}

/// The note, then what was raised.
pub(super) fn note(item: &Item) -> String {
    let raised = item.raised.join(", ");
    match (item.note.trim(), raised.as_str()) {
        ("", raised) => raised.to_owned(),
        (note, "") => note.to_owned(),
        (note, raised) if note.ends_with(['.', '!', '?', '。']) => format!("{note} {raised}"),
        (note, raised) => format!("{note}. {raised}"),
    }
}

/// The verdicts on tiers of a review, in the order of its items.
pub(super) fn tiers(model: &Model) -> impl Iterator<Item = &Tiered> + Clone {
    model.items.iter().flat_map(|item| &item.tiers)
}

/// "14 workflows judged, 2 to change".
pub(super) fn tier_counts(model: &Model) -> String {
    let (all, moves) = (tiers(model).count(), tiers(model).filter(|one| one.moves).count());
    let judged = counted(all, "workflow judged", "workflows judged");
    if moves == 0 { format!("{judged}, all stay") } else { format!("{judged}, {moves} to change") }
}

/// Why nobody signed: its heading, and that in a sentence.
pub(super) fn unsigned(model: &Model) -> (&'static str, String) {
    match &model.missed {
        Some(missed) => ("Missed", format!("This review was missed. {missed} {NEVER_ANSWERED}")),
        None => ("Not signed", NOT_SIGNED.to_owned()),
    }
}

const NEVER_ANSWERED: &str = "Nothing in it was answered, and nobody signed it.";
const NOT_SIGNED: &str = "This review is still open. Nobody has signed it, and until \
     it is closed these minutes can change.";
pub(super) const NO_ATTENDANCE: &str = "No attendance was recorded.";
pub(super) const NO_ITEMS: &str = "This review has no checklist.";
pub(super) const NO_DECISIONS: &str = "No decision was proposed, voted on or ended.";
pub(super) const NO_ACTIONS: &str = "No action was raised or carried in.";

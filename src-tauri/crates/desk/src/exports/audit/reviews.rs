//! Reviews held of expected, and what they found.

use domain::ReviewRef;
use domain::review::Outcome;
use report::audit::{Cell, Column, Line, Part, Section, State};
use store::View;

use super::super::quarter::{Due, Quarter, held, overdue, short_day};
use super::table::{figure, group, key, of_record, part, points, share, state, words};
use crate::Problem;
use crate::erased::ERASED;
use crate::reviews::ReviewState;

/// `view` is of the report's own moment: a review that was held after its quarter has its answers then.
pub(super) fn section(view: &View<'_>, quarter: &Quarter) -> Result<Section, Problem> {
    let (held, over) = held(&quarter.stood);
    let after = quarter.stood.due.iter().filter(|due| due.after.is_some()).count();
    let after = match after {
        0 => String::new(),
        after => format!(", {after} of them after the quarter was over"),
    };
    let late = match overdue(&quarter.stood) {
        0 => String::new(),
        1 => " One more is late.".to_owned(),
        late => format!(" {late} more are late."),
    };
    Ok(Section {
        title: "Reviews".to_owned(),
        holds: format!("{over} expected"),
        lead: format!(
            "{held} of {over} reviews that fell due in the quarter were held{after}.{late} A review is \
             late until the next falls due, then missed for ever."
        ),
        parts: vec![expected(quarter), outcomes(view, quarter)?],
    })
}

/// Every review that fell due, by cadence.
fn expected(quarter: &Quarter) -> Part {
    let mut lines: Vec<Line> = Vec::new();
    for (name, own) in quarter.stood.by_cadence() {
        lines.push(group(name, own.len()));
        lines.extend(own.iter().map(|due| review(due)));
    }
    let columns = vec![
        share("Review", 1),
        points("Due", 60),
        points("State", 74),
        Column::figures("Fine", 46),
        Column::figures("Attention", 54),
        Column::figures("Breach", 50),
        Column::figures("Not applicable", 66),
        points("Countersigned", 68),
    ];
    let (held, over) = held(&quarter.stood);
    let part = part("Held of expected", columns, lines, "No review fell due in this quarter.");
    Part { holds: format!("{held} of {over}"), ..part }
}

fn review(due: &Due) -> Line {
    let row = &due.row;
    let held = match due.after {
        Some(day) => format!("Held {}", day.format("%-d %b")),
        None => "Held".to_owned(),
    };
    let (mark, word) = match row.state {
        ReviewState::Closed => (State::Live, held.as_str()),
        ReviewState::Missed => (State::Missed, "Missed"),
        ReviewState::Open => (State::Waiting, "Open"),
        ReviewState::Late => (State::Breach, "Late"),
        ReviewState::Coming | ReviewState::Due => (State::New, "Due"),
    };
    let counts = row.found.map(|count| match row.state {
        ReviewState::Closed | ReviewState::Open => figure(count.into()),
        ReviewState::Coming | ReviewState::Due | ReviewState::Late | ReviewState::Missed => {
            words("")
        }
    });
    let mut cells = vec![key(&row.review), words(short_day(&row.due)), state(mark, word)];
    cells.extend(counts);
    cells.push(words(if row.countersigned { "yes" } else { "" }));
    of_record(&row.review, cells)
}

/// Every answer that was attention or breach, with its words.
fn outcomes(view: &View<'_>, quarter: &Quarter) -> Result<Part, Problem> {
    let mut lines = Vec::new();
    for due in quarter.stood.due.iter().filter(|due| due.is_held()) {
        let review = ReviewRef::new(due.row.review.clone());
        let Some(held) = view.held(&review)? else { continue };
        let agenda = view.agenda(&held)?;
        for answer in view.answers(&review)? {
            let mark = match answer.outcome {
                Outcome::Attention => State::Attention,
                Outcome::Breach => State::Breach,
                Outcome::Fine | Outcome::NotApplicable => continue,
            };
            let asked = agenda.checklist.iter().find(|item| item.item == answer.item);
            let title = asked.and_then(|item| item.title.words()).unwrap_or(ERASED);
            let note = answer.note.as_ref().map(|note| note.words().unwrap_or(ERASED));
            lines.push(super::table::row(vec![
                words(&due.row.review),
                words(title),
                state(mark, if mark == State::Breach { "Breach" } else { "Attention" }),
                Cell::Written(note.unwrap_or_default().to_owned()),
            ]));
        }
    }
    let columns = vec![
        points("Review", 98),
        share("Item", 2),
        points("Outcome", 62),
        share("What was noted", 4),
    ];
    let empty = "Every item of every review was fine or not applicable.";
    Ok(part("Items that were not fine", columns, lines, empty))
}

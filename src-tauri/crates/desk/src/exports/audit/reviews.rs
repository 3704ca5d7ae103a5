//! Reviews held of expected, and what they found.

use domain::ReviewRef;
use domain::review::Outcome;
use report::audit::{Cell, Column, Line, Part, Section, State};
use store::View;

use super::super::quarter::{Quarter, held, short_day};
use super::table::{figure, group, key, of_record, part, points, share, state, words};
use crate::Problem;
use crate::reviews::{ReviewRow, ReviewState};

pub(super) fn section(then: &View<'_>, quarter: &Quarter) -> Result<Section, Problem> {
    let (held, over) = held(&quarter.stood);
    Ok(Section {
        title: "Reviews".to_owned(),
        holds: format!("{over} expected"),
        lead: format!(
            "{held} of {over} reviews that fell due in the quarter were held. One is late until the \
             next falls due, then missed for ever."
        ),
        parts: vec![expected(quarter), outcomes(then, quarter)?],
    })
}

/// Every review that fell due, by cadence.
fn expected(quarter: &Quarter) -> Part {
    let mut lines: Vec<Line> = Vec::new();
    for (name, own) in quarter.stood.by_cadence() {
        lines.push(group(name, own.len()));
        lines.extend(own.iter().map(|due| review(&due.row)));
    }
    let columns = vec![
        share("Review", 1),
        points("Due", 60),
        points("State", 74),
        Column::figures("Fine", 46),
        Column::figures("Attention", 54),
        Column::figures("Breach", 50),
        Column::figures("Not asked", 54),
        points("Countersigned", 68),
    ];
    let (held, over) = held(&quarter.stood);
    let part = part("Held of expected", columns, lines, "No review fell due in this quarter.");
    Part { holds: format!("{held} of {over}"), ..part }
}

fn review(row: &ReviewRow) -> Line {
    let (mark, word) = match row.state {
        ReviewState::Closed => (State::Live, "Held"),
        ReviewState::Missed => (State::Missed, "Missed"),
        ReviewState::Open => (State::Waiting, "Open"),
        ReviewState::Late => (State::Attention, "Late"),
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
fn outcomes(then: &View<'_>, quarter: &Quarter) -> Result<Part, Problem> {
    let mut lines = Vec::new();
    for due in quarter.stood.due.iter().filter(|due| due.is_held()) {
        let review = ReviewRef::new(due.row.review.clone());
        let Some(held) = then.held(&review)? else { continue };
        let agenda = then.agenda(&held)?;
        for answer in then.answers(&review)? {
            let mark = match answer.outcome {
                Outcome::Attention => State::Attention,
                Outcome::Breach => State::Breach,
                Outcome::Fine | Outcome::NotApplicable => continue,
            };
            let asked = agenda.checklist.iter().find(|item| item.item == answer.item);
            let title = asked.and_then(|item| item.title.words()).unwrap_or("(erased)");
            let note = answer.note.as_ref().map(|note| note.words().unwrap_or("(erased)"));
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
    let empty = "Every item of every review was fine or not asked.";
    Ok(part("Items that were not fine", columns, lines, empty))
}

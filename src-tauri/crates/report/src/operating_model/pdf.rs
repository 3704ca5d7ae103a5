//! The operating model as PDF, upright.

use super::model::{Call, Model, Owner, Rhythm, Right};
use crate::error::Result;
use crate::frame::Rendered;
use crate::layout::{Bookmarks, Column, Density, Flow, Links, Mark, Row, Sheet, Table, Width};
use crate::typeset::{Look, Rich};

const DENSE: Density = Density::Dense;
const CELL: Look = DENSE.look();

/// Sets the operating model.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let links = Links::new(std::iter::empty::<&str>(), &model.frame.records);
    let mut flow = Flow::new(&model.frame, Sheet::portrait(), links)?;
    let below = "Who owns what, when we meet, who decides, who to call. One owner per activity.";
    flow.title("Operating model", &Rich::new(below, Look::regular(9.0).soft()))?;
    flow.section("Owners", "")?;
    let owners = [
        ("Activity", Width::Share(1.3)),
        ("Accountable, one person", Width::Share(1.1)),
        ("Responsible", Width::Points(96.0)),
        ("Consulted", Width::Share(1.2)),
    ];
    let none = "No activity has an owner yet.";
    flow.table(&table(&owners, none), model.owners.iter().map(owner))?;
    flow.section("Rhythm", "")?;
    let mut rhythm = table(
        &[
            ("Review", Width::Share(1.1)),
            ("When", Width::Share(1.3)),
            ("Minutes", Width::Points(40.0)),
            ("Chair", Width::Share(0.8)),
            ("Who attends", Width::Share(1.8)),
        ],
        "No review is planned.",
    );
    if let Some(minutes) = rhythm.columns.get_mut(2) {
        *minutes = Column::right(minutes.head.clone(), minutes.width, 14.0);
    }
    flow.table(&rhythm, model.rhythm.iter().map(review))?;
    flow.section("Decision rights", "")?;
    let rights = [
        ("Decision", Width::Share(1.2)),
        ("Who decides", Width::Share(1.1)),
        ("Asked first", Width::Share(1.6)),
    ];
    let none = "No decision right is written down yet.";
    flow.table(&table(&rights, none), model.rights.iter().map(right))?;
    flow.section("Who to call", "")?;
    let calls =
        [("When", Width::Share(1.3)), ("Call", Width::Share(1.2)), ("If away", Width::Share(1.0))];
    flow.table(&table(&calls, "Nobody is named."), model.calls.iter().map(call))?;
    flow.section("Stopping a workflow", "")?;
    let steps = [("", Width::Points(18.0)), ("", Width::Share(1.0))];
    flow.table(
        &table(&steps, "No steps are written down."),
        model.stopping.iter().zip(1..).map(|(step, number)| {
            Row::cells(vec![Rich::new(number.to_string(), DENSE.key()), Rich::new(step, CELL)])
        }),
    )?;
    flow.finish(&format!("Operating model, {}", model.frame.workspace))
}

fn table(columns: &[(&str, Width)], empty: &str) -> Table {
    let last = columns.len().saturating_sub(1);
    let column = |(place, (head, width)): (usize, &(&str, Width))| {
        let pad = if place == last { 0.0 } else { 6.0 };
        Column::left(Rich::new(*head, DENSE.head()), *width, pad)
    };
    Table {
        density: DENSE,
        columns: columns.iter().enumerate().map(column).collect(),
        empty: empty.to_owned(),
        closed: false,
        bookmarks: Bookmarks::None,
    }
}

fn owner(owner: &Owner) -> Row {
    Row::cells(vec![
        Rich::new(&owner.activity, DENSE.key()),
        held(&owner.person, &owner.role),
        plain(&owner.responsible),
        plain(&owner.consulted),
    ])
}

fn review(review: &Rhythm) -> Row {
    Row::cells(vec![
        Rich::new(&review.review, DENSE.key()),
        plain(&review.when),
        Rich::new(review.minutes.to_string(), CELL),
        plain(&review.chair),
        plain(&review.attends),
    ])
}

fn right(right: &Right) -> Row {
    Row::cells(vec![
        Rich::new(&right.decision, DENSE.key()),
        plain(&right.decides),
        plain(&right.first),
    ])
}

fn call(call: &Call) -> Row {
    Row::cells(vec![
        Rich::new(&call.when, DENSE.key()),
        held(&call.call, &call.role),
        Rich::new(dash(&call.away), CELL.soft()),
    ])
}

/// A person with their role, softly; a role nobody holds says so.
fn held(person: &str, role: &str) -> Rich {
    if person.is_empty() {
        return Rich::empty().mark(Mark::Triangle, CELL).words(dash(role), CELL);
    }
    Rich::new(format!("{person} "), CELL).words(role, CELL.soft())
}

fn plain(text: &str) -> Rich {
    Rich::new(dash(text), CELL)
}

fn dash(text: &str) -> &str {
    if text.trim().is_empty() { "–" } else { text }
}

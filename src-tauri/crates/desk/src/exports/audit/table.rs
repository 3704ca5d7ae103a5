//! Parts of a section, and the cells of their rows.

use report::audit::{Cell, Column, Line, Part, State, Wide};

/// A part that is one table.
pub(super) fn part(title: &str, columns: Vec<Column>, lines: Vec<Line>, empty: &str) -> Part {
    let rows = lines.iter().filter(|line| matches!(line, Line::Row { .. })).count();
    Part {
        title: title.to_owned(),
        holds: report::grouped(rows as u64),
        plots: Vec::new(),
        events: Vec::new(),
        columns,
        lines,
        empty: empty.to_owned(),
        note: String::new(),
    }
}

/// A row that a record stands in.
pub(super) fn of_record(record: &str, cells: Vec<Cell>) -> Line {
    Line::Row { record: Some(record.to_owned()), cells }
}

/// A row of none.
pub(super) fn row(cells: Vec<Cell>) -> Line {
    Line::Row { record: None, cells }
}

/// The rows of a quarter, and below a head those of what was begun before it.
pub(super) fn with_earlier(own: Vec<Line>, earlier: Vec<Line>) -> Vec<Line> {
    let head = (!earlier.is_empty()).then(|| group("From before the quarter", earlier.len()));
    own.into_iter().chain(head).chain(earlier).collect()
}

/// A head over rows.
pub(super) fn group(title: &str, count: usize) -> Line {
    Line::Group { title: title.to_owned(), count: report::grouped(count as u64) }
}

pub(super) fn words(says: impl Into<String>) -> Cell {
    Cell::Words(says.into())
}

pub(super) fn key(says: impl Into<String>) -> Cell {
    Cell::Key(says.into())
}

pub(super) fn state(state: State, word: impl Into<String>) -> Cell {
    Cell::State(state, word.into())
}

pub(super) fn figure(count: u64) -> Cell {
    Cell::Words(report::grouped(count))
}

/// A column of so many points.
pub(super) fn points(head: &str, points: u16) -> Column {
    Column::words(head, Wide::Points(points))
}

/// A column that takes a share of what is left.
pub(super) fn share(head: &str, weight: u16) -> Column {
    Column::words(head, Wide::Share(weight))
}

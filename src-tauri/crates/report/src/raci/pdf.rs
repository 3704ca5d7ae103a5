//! RACI as PDF: landscape, a section per matrix, heads repeated on every page. Roles beyond what a
//! page has room for follow in a further table with the same activities.

use super::model::{Mark as Marked, Matrix, Model, Row};
use crate::error::Result;
use crate::figure::counted;
use crate::frame::Rendered;
use crate::layout::{
    Bookmarks, Column, Density, Flow, Links, Mark, Row as Line, Sheet, Table, Width,
};
use crate::typeset::{Look, Rich};

const COMPACT: Density = Density::Compact;
const CELL: Look = COMPACT.look();
/// How many roles stand side by side before heads would break within their words.
const ROLES_ACROSS: usize = 13;

/// Sets the matrices.
///
/// # Errors
/// When a shipped face can't be read or the file can't be put together; neither depends
/// on the model.
pub fn pdf(model: &Model) -> Result<Rendered> {
    let links = Links::new(std::iter::empty::<&str>(), &model.frame.records);
    let mut flow = Flow::new(&model.frame, Sheet::landscape(), links)?;
    let look = Look::regular(7.0).soft();
    let key = "R Responsible, does it.  A Accountable, one for each activity.  C Consulted, before.  \
               I Informed, after.";
    flow.title_beside("RACI", &Rich::new(key, look))?;
    if model.matrices.is_empty() {
        flow.prose(&Rich::new("No matrix is in force.", Look::regular(8.0).soft()), look, 10.0)?;
    }
    for matrix in &model.matrices {
        let count = counted(matrix.rows.len(), "activity", "activities");
        flow.section(&matrix.name, &format!("{count}, {}", matrix.since))?;
        let mut from = 0;
        while from < matrix.roles.len().max(1) {
            let to = (from + ROLES_ACROSS).min(matrix.roles.len());
            if from > 0 {
                flow.gap(8.0);
            }
            flow.table(&table(matrix, from..to), lines(matrix, from..to))?;
            from = to.max(from + 1);
        }
        flow.gap(4.0);
        for mark in &matrix.marks {
            flow.note(&marked(mark))?;
        }
    }
    flow.finish(&format!("RACI, {}", model.frame.workspace))
}

fn table(matrix: &Matrix, roles: std::ops::Range<usize>) -> Table {
    let head = |text: &str| Rich::new(text, COMPACT.head());
    let mut columns = vec![Column::left(head("Activity"), Width::Points(150.0), 6.0)];
    for role in matrix.roles.get(roles).unwrap_or_default() {
        let mut words = Rich::new(format!("{}\n", role.name), Look::medium(6.5));
        words = match role.people.as_slice() {
            [] => words.mark(Mark::Triangle, COMPACT.head()).words("Vacant", COMPACT.head()),
            [only] => words.words(only, COMPACT.head()),
            several => words.words(format!("{} people", several.len()), COMPACT.head()),
        };
        columns.push(Column::left(words, Width::Share(1.0), 4.0));
    }
    Table {
        density: COMPACT,
        columns,
        empty: "No activity stands in this matrix.".to_owned(),
        closed: true,
        bookmarks: Bookmarks::None,
    }
}

fn lines(
    matrix: &Matrix,
    roles: std::ops::Range<usize>,
) -> impl Iterator<Item = Line> + Clone + '_ {
    matrix.rows.iter().map(move |row| line(row, roles.clone()))
}

fn line(row: &Row, roles: std::ops::Range<usize>) -> Line {
    let mut cells = vec![Rich::new(&row.activity, COMPACT.key())];
    for letters in row.letters.get(roles).unwrap_or_default() {
        let accountable = letters.contains('A');
        let spaced: Vec<String> = letters.chars().map(String::from).collect();
        let look = if accountable { Look::semibold(CELL.size) } else { CELL };
        let mut words = Rich::new(spaced.join("\u{a0}"), look);
        if let Some(named) = row.named.as_ref().filter(|_| accountable) {
            words = words.words(format!("\n{named}"), CELL.soft());
        }
        cells.push(words);
    }
    Line::cells(cells)
}

fn marked(mark: &Marked) -> Rich {
    let look = Look::regular(7.0);
    let shape = if mark.blocks { Mark::Diamond } else { Mark::Triangle };
    Rich::empty()
        .mark(shape, look)
        .words(format!("{}. ", mark.title), Look::semibold(7.0))
        .words(&mark.says, look.soft())
}

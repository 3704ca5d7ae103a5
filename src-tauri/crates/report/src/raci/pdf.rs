//! RACI as PDF: landscape, a section per matrix, heads repeated on every page, and what lint finds
//! at the end. Where many roles stand side by side their heads are turned upright; beyond what a
//! page has room for even so, they follow in a further table with the same activities.

use std::ops::Range;

use super::model::{Mark as Marked, Matrix, Model, Role, Row};
use crate::error::Result;
use crate::figure::counted;
use crate::frame::Rendered;
use crate::layout::{
    Bookmarks, Column, Density, Flow, Links, Mark, Row as Line, Sheet, Table, Width,
};
use crate::typeset::{Look, Rich};

const COMPACT: Density = Density::Compact;
const CELL: Look = COMPACT.look();
/// How many roles stand side by side with heads that are read without turning the page.
const LEVEL_HEADS: usize = 7;
/// How many stand side by side at all.
const ROLES_ACROSS: usize = 20;

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
        return flow.finish(&title(model));
    }
    for matrix in &model.matrices {
        let count = counted(matrix.rows.len(), "activity", "activities");
        flow.section(&matrix.name, &format!("{count}, {}", matrix.since))?;
        for (place, roles) in across(matrix.roles.len()).into_iter().enumerate() {
            if place > 0 {
                flow.gap(8.0);
            }
            flow.table(&table(matrix, roles.clone()), lines(matrix, roles))?;
        }
    }
    findings(&mut flow, model)?;
    flow.finish(&title(model))
}

fn title(model: &Model) -> String {
    format!("RACI, {}", model.frame.workspace)
}

/// The roles of each table: as many in one as in another, so that none is left with a few.
fn across(roles: usize) -> Vec<Range<usize>> {
    let tables = roles.div_ceil(ROLES_ACROSS).max(1);
    let each = roles.div_ceil(tables);
    (0..tables).map(|table| table * each..((table + 1) * each).min(roles)).collect()
}

fn table(matrix: &Matrix, roles: Range<usize>) -> Table {
    let head = |text: &str| Rich::new(text, COMPACT.head());
    let turned = roles.len() > LEVEL_HEADS;
    let mut columns = vec![
        Column::left(head("Activity"), Width::Points(168.0), 6.0),
        Column::left(head("Accountable"), Width::Points(92.0), 8.0),
    ];
    for role in matrix.roles.get(roles).unwrap_or_default() {
        columns.push(Column { turned, ..Column::left(role_head(role), Width::Share(1.0), 4.0) });
    }
    Table {
        density: COMPACT,
        columns,
        empty: "No activity stands in this matrix.".to_owned(),
        closed: true,
        bookmarks: Bookmarks::None,
    }
}

/// The role, and below it who holds it.
fn role_head(role: &Role) -> Rich {
    let words = Rich::new(format!("{}\n", role.name), Look::medium(6.5));
    match role.people.as_slice() {
        [] => words.mark(Mark::Triangle, COMPACT.head()).words("Vacant", COMPACT.head()),
        people => words.words(people.join(", "), COMPACT.head()),
    }
}

fn lines(matrix: &Matrix, roles: Range<usize>) -> impl Iterator<Item = Line> + Clone + '_ {
    matrix.rows.iter().map(move |row| line(row, roles.clone()))
}

fn line(row: &Row, roles: Range<usize>) -> Line {
    let accountable = match &row.accountable {
        Some(person) => Rich::new(person, CELL),
        None => Rich::empty().mark(Mark::Triangle, CELL).words("Nobody", CELL),
    };
    let mut cells = vec![Rich::new(&row.activity, COMPACT.key()), accountable];
    for letters in row.letters.get(roles).unwrap_or_default() {
        let spaced: Vec<String> = letters.chars().map(String::from).collect();
        let look = if letters.contains('A') { Look::semibold(CELL.size) } else { CELL };
        cells.push(Rich::new(spaced.join("\u{a0}"), look));
    }
    Line::cells(cells)
}

/// What lint marks in all matrices, what blocks first.
fn findings(flow: &mut Flow<'_>, model: &Model) -> Result<()> {
    let mut marks: Vec<(&Matrix, &Marked)> =
        model.matrices.iter().flat_map(|m| m.marks.iter().map(move |mark| (m, mark))).collect();
    marks.sort_by_key(|(_, mark)| !mark.blocks);
    let head = |text: &str| Rich::new(text, COMPACT.head());
    let table = Table {
        density: COMPACT,
        columns: vec![
            Column::left(head("Strength"), Width::Points(50.0), 6.0),
            Column::left(head("Finding"), Width::Share(1.0), 6.0),
            Column::left(head("Because"), Width::Share(1.2), 6.0),
            Column::left(head("Matrix"), Width::Points(150.0), 0.0),
        ],
        empty: "Lint finds nothing in these matrices.".to_owned(),
        closed: false,
        bookmarks: Bookmarks::None,
    };
    flow.section("Findings", &count(&marks))?;
    let links = flow.links.clone();
    flow.table(&table, marks.iter().map(|(matrix, mark)| finding(matrix, mark, &links)))
}

fn count(marks: &[(&Matrix, &Marked)]) -> String {
    let block = marks.iter().filter(|(_, mark)| mark.blocks).count();
    match (block, marks.len() - block) {
        (0, 0) => String::new(),
        (0, warn) => format!("{warn} warn"),
        (block, 0) => format!("{block} block"),
        (block, warn) => format!("{block} block, {warn} warn"),
    }
}

fn finding(matrix: &Matrix, mark: &Marked, links: &Links) -> Line {
    let strength = if mark.blocks {
        Rich::empty().mark(Mark::Diamond, CELL).words("Blocks", CELL)
    } else {
        Rich::empty().mark(Mark::Triangle, CELL).words("Warns", CELL)
    };
    Line::cells(vec![
        strength,
        links.find(&mark.title, COMPACT.key()),
        links.find(&mark.says, CELL),
        Rich::new(&matrix.name, CELL.soft()),
    ])
}

#[cfg(test)]
mod tests {
    use super::across;

    #[test]
    fn roles_beyond_a_page_are_shared_out_evenly() {
        let ends = |roles| across(roles).into_iter().map(|one| one.end).collect::<Vec<_>>();
        assert_eq!(ends(0), [0], "a matrix without roles still has its activities");
        assert_eq!(ends(17), [17], "one table as long as they fit");
        assert_eq!(ends(25), [13, 25], "else two alike");
    }
}

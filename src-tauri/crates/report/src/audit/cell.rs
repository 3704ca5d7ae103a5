//! Cells, lines and marks as they are set.

use super::model::{Cell, Column, Line, State, Wide};
use crate::decision::words as decision;
use crate::figure::{dash, tier_word};
use crate::layout::{Density, Drawing, Links, Mark, Row, Table, Width};
use crate::typeset::{Look, Rich};

/// The report's tables.
pub(super) const DENSE: Density = Density::Dense;

/// Room between figures and the words of the next column, which would read as one.
const BEFORE_WORDS: f32 = 16.0;

/// A table with these columns.
pub(super) fn table(columns: &[Column], empty: &str) -> Table {
    let widths: Vec<(&str, Width)> =
        columns.iter().map(|column| (column.head.as_str(), width(column.wide))).collect();
    let last = columns.len().saturating_sub(1);
    let figures = columns.iter().enumerate().filter(|(_, column)| column.figures);
    figures.fold(Table::of(DENSE, &widths, empty), |table, (place, _)| {
        let words_follow = columns.get(place + 1).is_some_and(|next| !next.figures);
        let pad = if words_follow { BEFORE_WORDS } else { 8.0 };
        table.figures(place, if place == last { 0.0 } else { pad })
    })
}

fn width(wide: Wide) -> Width {
    match wide {
        Wide::Points(points) => Width::Points(f32::from(points)),
        Wide::Share(weight) => Width::Share(f32::from(weight)),
    }
}

pub(super) fn line(line: &Line, links: &Links) -> Row {
    match line {
        Line::Group { title, count } => Row::Group { title: title.clone(), count: count.clone() },
        Line::Row { record, cells } => Row::Cells {
            cells: cells.iter().map(|one| cell(one, links)).collect(),
            band: false,
            record: record.clone(),
        },
    }
}

fn cell(cell: &Cell, links: &Links) -> Rich {
    let look = DENSE.look();
    match cell {
        Cell::Words(says) => links.find(dash(says), look),
        Cell::Key(says) => links.find(dash(says), DENSE.key()),
        Cell::Written(says) => links.find(dash(says), Look::serif(8.0)),
        Cell::State(state, word) => {
            Rich::empty().mark(mark(*state), look).then(links.find(word, look))
        }
        Cell::Timed(clock, words) => DENSE.marked(clock.mark(), words),
        Cell::Decided(state) => {
            let (mark, word) = decision::state(*state);
            DENSE.marked(mark, word)
        }
        Cell::Tier(Some(tier)) => {
            Rich::empty().tier(*tier, look).words(format!("{tier}\u{a0}{}", tier_word(*tier)), look)
        }
        Cell::Tier(None) => Rich::new("No tier", look.soft()),
        Cell::Clock(Some(taken)) => Rich::empty().drawing(Drawing::Clock(*taken), look),
        Cell::Clock(None) => Rich::new("–", look.soft()),
    }
}

pub(super) const fn mark(state: State) -> Mark {
    match state {
        State::Fine => Mark::Tick,
        State::Attention => Mark::Triangle,
        State::Breach => Mark::Diamond,
        State::NotAsked => Mark::Dash,
        State::Waiting => Mark::HalfDisc,
        State::Missed => Mark::CrossedRing,
        State::Live => Mark::Disc,
        State::Paused => Mark::Bars,
        State::Stopped => Mark::Square,
        State::New => Mark::Ring,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::decision::State as Decided;

    #[test]
    fn a_state_has_the_mark_and_the_word_that_its_own_record_gives_it() {
        let links = Links::new(std::iter::empty::<&str>(), &std::collections::BTreeMap::new());
        for (decided, mark, word) in [
            (Decided::RolledBack, Mark::Dash, "Rolled back"),
            (Decided::Stale, Mark::Triangle, "Stale"),
            (Decided::Lapsed, Mark::Dash, "Lapsed"),
        ] {
            assert_eq!(decision::state(decided), (mark, word), "on the decision’s own page");
            let set = cell(&Cell::Decided(decided), &links);
            assert_eq!(set, DENSE.marked(mark, word), "{word} in the audit report");
        }
        let late = cell(&Cell::Timed(Clock::Broken, "Resolved, 26 h late".to_owned()), &links);
        let wanted = DENSE.marked(Mark::Diamond, "Resolved, 26 h late");
        assert_eq!(late, wanted, "what ran late stays so once it is resolved");
    }
}

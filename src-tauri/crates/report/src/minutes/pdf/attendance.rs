//! Who took part, and who took the chair.

use super::{PAD, Paper};
use crate::error::Result;
use crate::layout::{Bookmarks, Column, Flow, Mark, Row, Table, Width};
use crate::minutes::model::{Attendance, Model, Presence};
use crate::minutes::words;
use crate::typeset::{Look, Rich};

impl Paper {
    pub(super) fn attendance(self, flow: &mut Flow<'_>, model: &Model) -> Result<()> {
        flow.section("Attendance", &model.quorum)?;
        let columns = || {
            [
                Column::left(Rich::empty(), Width::Points(80.0), PAD),
                Column::left(Rich::empty(), Width::Share(1.0), PAD),
                Column::left(Rich::empty(), Width::Points(50.0), 0.0),
            ]
        };
        let gutter = Column::gutter(17.0);
        let table = Table {
            density: self.density,
            columns: columns().into_iter().chain([gutter]).chain(columns()).collect(),
            empty: words::NO_ATTENDANCE.into(),
            closed: false,
            bookmarks: Bookmarks::None,
        };
        let half = model.attendance.len().div_ceil(2);
        let (left, right) = model.attendance.split_at(half);
        let rows = left.iter().enumerate().map(|(place, seat)| {
            let mut cells = Vec::from(self.seat_cells(seat));
            cells.push(Rich::empty());
            cells.extend(right.get(place).map(|seat| self.seat_cells(seat)).into_iter().flatten());
            Row::cells(cells)
        });
        flow.table(&table, rows)?;
        for taken in &model.chairs {
            flow.note(&Rich::new(words::chair(taken), Look::regular(7.0)))?;
        }
        Ok(())
    }

    fn seat_cells(self, seat: &Attendance) -> [Rich; 3] {
        let mark = match seat.presence {
            Presence::Present => Mark::Disc,
            Presence::Delegate => Mark::HalfDisc,
            Presence::Excused => Mark::Ring,
            Presence::Absent => Mark::CrossedRing,
        };
        let person = if seat.person.is_empty() {
            Rich::new("Vacant", self.density.look().soft())
        } else {
            Rich::new(&seat.person, self.density.look())
        };
        [
            Rich::new(&seat.role, self.density.look().soft()),
            person,
            self.density.marked(mark, words::presence(seat.presence)),
        ]
    }
}

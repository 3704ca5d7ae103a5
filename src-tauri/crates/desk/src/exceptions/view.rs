//! Reading exceptions: all of them, and what waits.

use std::cmp::Reverse;

use domain::exception::Clock;
use domain::{Moment, PersonRef};
use store::View;
use store::tables::exception::Exception;

use super::shown::Shown;
use super::{ExceptionRow, ExceptionsShort, ExceptionsView};
use crate::count::count;
use crate::operations::Nothing;
use crate::{Desk, Problem};

/// How many are named in short.
const NAMED: usize = 6;

impl Desk {
    /// See the list of operations.
    pub fn exceptions(&mut self, _: Nothing) -> Result<ExceptionsView, Problem> {
        let now = self.moment();
        let desk = self.open()?;
        let view = desk.view();
        let shown = Shown::of(&view, now, desk.at_desk.person())?;
        Ok(listed(&shown, view.exceptions()?))
    }
}

/// Those to be seen to and those resolved, each in its order.
pub(super) fn listed(shown: &Shown, all: Vec<Exception>) -> ExceptionsView {
    let (open, mut over): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.stage.is_open());
    let open = by_due(shown, open);
    over.sort_by_key(|one| Reverse(one.ended.map(|end| end.seq)));
    ExceptionsView {
        open: open.iter().map(|(one, clock)| shown.read(one, clock)).collect(),
        over: over.iter().map(|one| shown.row(one)).collect(),
    }
}

/// What waits to be seen to: how much, and what to look at first.
pub(crate) fn waiting(
    view: &View<'_>,
    now: Moment,
    me: Option<PersonRef>,
) -> Result<ExceptionsShort, Problem> {
    let shown = Shown::of(view, now, me)?;
    let open = by_due(&shown, view.open_exceptions()?);
    let asks =
        |(one, clock): &(Exception, Clock)| me.is_some_and(|me| shown.clocks.asks(one, clock, me));
    let (mine, others): (Vec<_>, Vec<_>) = open.iter().partition(|one| asks(one));
    let first = mine.iter().chain(&others).take(NAMED);
    Ok(ExceptionsShort {
        rows: first.map(|(one, clock)| shown.read(one, clock)).collect(),
        open: count(open.len()),
        late: count(open.iter().filter(|(_, clock)| clock.is_late()).count()),
        asked: count(mine.len()),
    })
}

/// Those that are asked of `me`, the soonest due first.
pub(crate) fn asked_of(
    view: &View<'_>,
    now: Moment,
    me: PersonRef,
) -> Result<Vec<ExceptionRow>, Problem> {
    let shown = Shown::of(view, now, Some(me))?;
    let open = by_due(&shown, view.open_exceptions()?);
    let asked = open.iter().filter(|(one, clock)| shown.clocks.asks(one, clock, me));
    Ok(asked.map(|(one, clock)| shown.read(one, clock)).collect())
}

/// With their clocks, the soonest due first and among these the gravest; what waits in time last.
fn by_due(shown: &Shown, open: Vec<Exception>) -> Vec<(Exception, Clock)> {
    let mut read: Vec<_> = open
        .into_iter()
        .map(|one| {
            let clock = shown.clocks.read(&one);
            (one, clock)
        })
        .collect();
    read.sort_by_key(|(one, clock)| {
        (clock.due.is_none(), clock.due, Reverse(one.severity), one.raised.seq)
    });
    read
}

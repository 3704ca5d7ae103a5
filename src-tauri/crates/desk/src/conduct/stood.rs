//! Who there was before each entry, read anew only where somebody or the day changed.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::Moment;
use domain::people::Standing;
use store::View;
use store::tables::change::Filter;

use crate::Problem;
use crate::workspace::settings;

/// The families of entries that change who there is.
const PEOPLE: &[&str] =
    &["workspace", "person", "role", "roles", "deputies", "on-call", "absence", "key", "machine"];

/// What a standing holds of: so many entries about people, on a day.
type Of = (usize, NaiveDate);

/// Who there was, entry by entry.
pub(super) struct Stood {
    zone: Tz,
    /// The entries about people, in order.
    changes: Vec<u64>,
    last: RefCell<Option<(Of, Rc<Standing>)>>,
}

impl Stood {
    pub(super) fn of(view: &View<'_>) -> Result<Self, Problem> {
        let kinds = PEOPLE.iter().map(|family| (*family).to_owned()).collect();
        let found = view.changes(&Filter { kinds: Some(kinds), ..Filter::default() })?;
        let changes = found.iter().rev().map(|change| change.seq).collect();
        Ok(Self { zone: settings(view)?.zone, changes, last: RefCell::new(None) })
    }

    /// Who there was in `before`, which stands before the entry `seq` of the moment `at`.
    pub(super) fn before(
        &self,
        before: &View<'_>,
        seq: u64,
        at: Moment,
    ) -> Result<Rc<Standing>, Problem> {
        let day = at.in_zone(self.zone).date_naive();
        let of = (self.changes.partition_point(|change| *change < seq), day);
        if let Some((kept, standing)) = &*self.last.borrow()
            && *kept == of
        {
            return Ok(Rc::clone(standing));
        }
        let standing = Rc::new(before.standing(day)?);
        *self.last.borrow_mut() = Some((of, Rc::clone(&standing)));
        Ok(standing)
    }
}

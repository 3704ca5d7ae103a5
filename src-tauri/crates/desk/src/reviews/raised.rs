//! The action items of a review: raised in it, and carried into it.

use domain::action::{Source, Stage};
use domain::{CadenceId, Moment, ReviewRef};
use store::View;
use store::tables::action::ActionItem;
use store::tables::review::Held;

use crate::Problem;
use crate::actions::{self, ActionRow, Shown};

/// The action items of a review: as they stand, or as they stood when it was closed.
pub(super) struct Actions {
    shown: Shown,
    items: Vec<ActionItem>,
    /// Those that were to be done when the review was opened.
    carried: Vec<domain::ActionRef>,
}

impl Actions {
    pub(super) fn of(
        store: &store::Store,
        at: &View<'_>,
        cadence: &CadenceId,
        held: Option<&Held>,
        now: Moment,
    ) -> Result<Self, Problem> {
        let closed = held.and_then(|held| held.closed.as_ref());
        let (then, moment) = match closed {
            Some(closed) => (store.as_of(store::AsOf::Seq(closed.mark.seq)), closed.mark.at),
            None => (*at, now),
        };
        let opening = match held {
            Some(held) => store.as_of(store::AsOf::Seq(held.opened.seq)),
            None => *at,
        };
        let open = |item: &ActionItem| item.stage == Stage::Open && item.cadence == *cadence;
        let carried = opening.actions()?.into_iter().filter(open).map(|item| item.action);
        Ok(Self {
            shown: Shown::at(&then, moment)?,
            items: then.actions()?,
            carried: carried.collect(),
        })
    }

    pub(super) fn raised(&self, review: &ReviewRef, item: &str) -> Vec<ActionRow> {
        self.rows(|action| match &action.from {
            Some(Source::Item { review: raised_in, item: asked }) => {
                raised_in == review && asked.as_str() == item
            }
            Some(Source::Exception { .. } | Source::Decision { .. }) | None => false,
        })
    }

    pub(super) fn carried(&self) -> Vec<ActionRow> {
        self.rows(|action| self.carried.contains(&action.action))
    }

    fn rows(&self, wanted: impl Fn(&ActionItem) -> bool) -> Vec<ActionRow> {
        let found: Vec<ActionItem> = self.items.iter().filter(|a| wanted(a)).cloned().collect();
        actions::rows(&self.shown, &found)
    }
}

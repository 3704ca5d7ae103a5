//! Action items as lists show them.

use chrono::NaiveDate;
use domain::Moment;
use domain::action::{Source, Stage};
use store::View;
use store::tables::action::ActionItem;

use super::{ActionRow, ActionState, ActionsView, CadencePick};
use crate::count::count;
use crate::operations::Nothing;
use crate::people::Names;
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn actions(&mut self, _: Nothing) -> Result<ActionsView, Problem> {
        let now = self.moment();
        let at = self.open()?.view();
        let (mut over, open): (Vec<_>, Vec<_>) =
            at.actions()?.into_iter().partition(|item| item.ended.is_some());
        over.sort_by_key(|item| std::cmp::Reverse(item.ended.map(|end| end.seq)));
        let shown = Shown::at(&at, now)?;
        let cadences = at.cadences()?.into_iter().map(|cadence| CadencePick {
            cadence: cadence.cadence.to_string(),
            name: cadence.name.words().unwrap_or("–").to_owned(),
        });
        Ok(ActionsView {
            open: rows(&shown, &open),
            over: rows(&shown, &over),
            cadences: cadences.collect(),
        })
    }
}

impl Desk {
    /// How many action items are past their day.
    pub(crate) fn actions_late(&self, open: &Open) -> Result<u32, Problem> {
        let view = open.view();
        let today = self.moment().in_zone(settings(&view)?.zone).date_naive();
        Ok(count(view.actions_late(today)?))
    }
}

/// What it takes to show action items as they stand at a moment.
pub(crate) struct Shown {
    names: Names,
    left: Vec<domain::PersonRef>,
    zone: chrono_tz::Tz,
    today: NaiveDate,
}

impl Shown {
    /// As `view` has it at `moment`.
    pub(crate) fn at(view: &View<'_>, moment: Moment) -> Result<Self, Problem> {
        let zone = settings(view)?.zone;
        let people = view.people()?.into_iter().filter(|person| person.left_on.is_some());
        Ok(Self {
            names: Names::of(view)?,
            left: people.map(|person| person.person).collect(),
            zone,
            today: moment.in_zone(zone).date_naive(),
        })
    }
}

/// Action items to show.
pub(crate) fn rows(shown: &Shown, items: &[ActionItem]) -> Vec<ActionRow> {
    items.iter().map(|item| row(shown, item)).collect()
}

fn row(shown: &Shown, item: &ActionItem) -> ActionRow {
    let words = |text: &domain::Text| text.words().map(str::to_owned);
    let (review, asked, source) = match &item.from {
        Some(Source::Item { review, item }) => {
            (Some(review.to_string()), Some(item.to_string()), None)
        }
        Some(Source::Exception { exception }) => (None, None, Some(exception.to_string())),
        Some(Source::Decision { decision }) => (None, None, Some(decision.to_string())),
        None => (None, None, None),
    };
    let days = item.due.signed_duration_since(shown.today).num_days();
    ActionRow {
        action: item.action.to_string(),
        what: words(&item.what),
        who: item.who.to_string(),
        who_name: shown.names.person(item.who),
        who_left: shown.left.contains(&item.who),
        due: item.due.to_string(),
        days: i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }),
        state: match item.stage {
            stage if stage.is_late(item.due, shown.today) => ActionState::Late,
            Stage::Open => ActionState::Open,
            Stage::Done => ActionState::Done,
            Stage::Dropped => ActionState::Dropped,
        },
        cadence: item.cadence.to_string(),
        review,
        item: asked,
        source,
        raised_by: shown.names.actor(item.raised_by),
        raised_at: crate::when::local(item.raised.at, shown.zone),
        words: item.words.as_ref().and_then(words),
        ended_at: item.ended.map(|end| crate::when::local(end.at, shown.zone)),
    }
}

//! What waits for a person: what Today shows them, as notifications.

use domain::PersonRef;

use super::{Notification, Waiting};
use crate::actions::{ActionRow, ActionState};
use crate::decisions::{DecisionRow, Part};
use crate::exceptions::ExceptionRow;
use crate::operations::Nothing;
use crate::reviews::{Listed, ReviewRow, ReviewState};
use crate::{Desk, Problem, decisions, exceptions};

impl Desk {
    /// Reviews whose time has come, and what is asked of a person or due from them.
    pub(super) fn waiting_for(&mut self, me: PersonRef) -> Result<Vec<Waiting>, Problem> {
        let now = self.clock.now();
        let view = self.open()?.view();
        let (reviews, _) = Listed::of(&view)?.waiting_and_next(now)?;
        let asked = exceptions::asked_of(&view, now, me)?;
        let decisions = decisions::asked_of(&view, me, now)?;
        let actions = self.actions(Nothing {})?.open;
        let reviews = reviews.iter().filter_map(review);
        let asked = asked.iter().filter_map(exception);
        let decisions = decisions.iter().filter_map(decision);
        let mine = me.to_string();
        let actions = actions.iter().filter(|row| row.who == mine).filter_map(action);
        Ok(reviews.chain(asked).chain(decisions).chain(actions).collect())
    }
}

fn waiting(key: String, title: String, words: String) -> Waiting {
    Waiting { key, shown: Notification { title, words } }
}

/// A review whose time has passed and that nobody opened.
fn review(row: &ReviewRow) -> Option<Waiting> {
    (row.state == ReviewState::Late).then(|| {
        let title = format!("{} is to be held", row.review);
        waiting(format!("{} due", row.review), title, "It can be opened now.".to_owned())
    })
}

/// Each step that an exception goes up is news to whom it comes.
fn exception(row: &ExceptionRow) -> Option<Waiting> {
    let asked = row.asked.as_ref()?;
    let step = row.time.steps.len();
    let title = format!("{} is asked of you", row.exception);
    let words = format!("{}, {}: {}.", row.kind.words(), row.severity.words(), row.time.says);
    Some(waiting(format!("{} {:?} {step}", row.exception, asked.step), title, words))
}

fn decision(row: &DecisionRow) -> Option<Waiting> {
    let word = match row.asked_of_me? {
        Part::Approve => "waits for your vote",
        Part::Consult => "waits to hear from you",
    };
    let words = format!("{}, until {}.", row.kind_words, row.until.get(..10).unwrap_or_default());
    Some(waiting(format!("{} asked", row.decision), format!("{} {word}", row.decision), words))
}

/// An action item on its last day, and once more when that has passed.
fn action(row: &ActionRow) -> Option<Waiting> {
    let (key, word) = match row.state {
        ActionState::Late => ("late", "is late"),
        ActionState::Open if row.days == 0 => ("due", "is due today"),
        ActionState::Open | ActionState::Done | ActionState::Dropped => return None,
    };
    let title = format!("{} {word}", row.action);
    Some(waiting(format!("{} {key}", row.action), title, format!("Due {}.", row.due)))
}

//! Raising action items, and what becomes of them.

use domain::action::{self, Action, OutOf, Wanted};
use domain::{
    ActionRef, CadenceId, DecisionRef, Event, ExceptionRef, ItemId, PersonRef, Refusal, ReviewRef,
};

use super::{
    ActionsView, CompleteAction, DropAction, HandOverAction, RaiseAction, RaisedFrom, ReopenAction,
    RescheduleAction,
};
use crate::door::Act;
use crate::operations::Nothing;
use crate::people::standing;
use crate::when::day;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn raise_action(&mut self, request: RaiseAction) -> Result<ActionsView, Problem> {
        let who: PersonRef = request.who.parse()?;
        let due = day(&request.due)?;
        self.act(|act| {
            let item = match &request.from {
                Some(RaisedFrom::Item(from)) => {
                    let review = ReviewRef::new(&from.review);
                    let held = act.view.review(&review)?;
                    Some((held.ok_or_else(|| unknown(&review))?, ItemId::new(&from.item)))
                }
                Some(RaisedFrom::Exception(_) | RaisedFrom::Decision(_)) | None => None,
            };
            let from = match (&request.from, &item) {
                (_, Some((review, item))) => OutOf::Item(review, item),
                (Some(RaisedFrom::Exception(written)), None) => {
                    let exception: ExceptionRef = written.parse()?;
                    act.view.exception(exception)?.ok_or_else(|| unknown(&exception))?;
                    OutOf::Exception(exception)
                }
                (Some(RaisedFrom::Decision(written)), None) => {
                    let decision: DecisionRef = written.parse()?;
                    act.view.decision(decision)?.ok_or_else(|| unknown(&decision))?;
                    OutOf::Decision(decision)
                }
                (Some(RaisedFrom::Item(_)) | None, None) => OutOf::Itself,
            };
            let cadence = CadenceId::new(&request.cadence);
            if item.is_none() && act.view.cadence(&cadence)?.is_none() {
                return Err(unknown(&cadence));
            }
            let what = request.what.as_str();
            let wanted = Wanted { what, who, due, cadence: &cadence, from };
            let standing = standing(act.view, act.now)?;
            Ok(vec![action::raise(&standing, act.by, act.view.next_action()?, wanted)?])
        })?;
        self.actions(Nothing {})
    }

    /// See the list of operations.
    pub fn hand_over_action(&mut self, request: HandOverAction) -> Result<ActionsView, Problem> {
        let to: PersonRef = request.to.parse()?;
        self.change_action(&request.action, |act, item| {
            let standing = standing(act.view, act.now)?;
            Ok(action::hand_over(&standing, item, act.by, to, &request.reason)?)
        })
    }

    /// See the list of operations.
    pub fn reschedule_action(&mut self, request: RescheduleAction) -> Result<ActionsView, Problem> {
        let due = day(&request.due)?;
        self.change_action(&request.action, |act, item| {
            let standing = standing(act.view, act.now)?;
            Ok(action::reschedule(&standing, item, act.by, due, &request.reason)?)
        })
    }

    /// See the list of operations.
    pub fn complete_action(&mut self, request: CompleteAction) -> Result<ActionsView, Problem> {
        self.change_action(&request.action, |act, item| {
            let standing = standing(act.view, act.now)?;
            Ok(action::complete(&standing, item, act.by, &request.words)?)
        })
    }

    /// See the list of operations.
    pub fn drop_action(&mut self, request: DropAction) -> Result<ActionsView, Problem> {
        self.change_action(&request.action, |act, item| {
            let standing = standing(act.view, act.now)?;
            Ok(action::drop(&standing, item, act.by, &request.words)?)
        })
    }

    /// See the list of operations.
    pub fn reopen_action(&mut self, request: ReopenAction) -> Result<ActionsView, Problem> {
        self.change_action(&request.action, |act, item| {
            let standing = standing(act.view, act.now)?;
            Ok(action::reopen(&standing, item, act.by, &request.reason)?)
        })
    }

    fn change_action(
        &mut self,
        reference: &str,
        decide: impl FnOnce(&Act<'_>, &Action) -> Result<Event, Problem>,
    ) -> Result<ActionsView, Problem> {
        let reference: ActionRef = reference.parse()?;
        self.act(|act| {
            let item = act.view.action(reference)?.ok_or_else(|| unknown(&reference))?;
            Ok(vec![decide(act, &item)?])
        })?;
        self.actions(Nothing {})
    }
}

fn unknown(reference: &impl ToString) -> Problem {
    Refusal::Unknown { reference: reference.to_string() }.into()
}

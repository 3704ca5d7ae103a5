//! Action items by command line.

use std::path::Path;

use desk::Problem;
use desk::operations::{
    ActionRow, ActionState, ActionsView, CompleteAction, DropAction, FromItem, HandOverAction,
    Nothing, RaiseAction, RaisedFrom, ReopenAction, RescheduleAction,
};
use domain::ERASED;

use crate::args::{Action, Args, Shown};
use crate::print::{say, within};
use crate::{Outcome, at, print};

/// Does what is asked of action items.
pub fn action(args: &Args, act: &Action) -> Result<Outcome, Problem> {
    let view = match act {
        Action::List { file, shown } => return list(args, file, *shown),
        Action::Raise { file, what, who, due, cadence, review, item } => {
            let from = review.clone().zip(item.clone());
            at::acting(args, file)?.0.raise_action(RaiseAction {
                what: what.clone(),
                who: who.clone(),
                due: due.clone(),
                cadence: cadence.clone().unwrap_or_default(),
                from: from.map(|(review, item)| RaisedFrom::Item(FromItem { review, item })),
            })?
        }
        Action::HandOver { file, action, to, reason } => {
            let (action, to, reason) = (action.clone(), to.clone(), reason.clone());
            at::acting(args, file)?.0.hand_over_action(HandOverAction { action, to, reason })?
        }
        Action::Reschedule { file, action, due, reason } => {
            let (action, due, reason) = (action.clone(), due.clone(), reason.clone());
            at::acting(args, file)?.0.reschedule_action(RescheduleAction { action, due, reason })?
        }
        Action::Done { file, action, words } => {
            let (action, words) = (action.clone(), words.clone());
            at::acting(args, file)?.0.complete_action(CompleteAction { action, words })?
        }
        Action::Drop { file, action, reason } => {
            let (action, words) = (action.clone(), reason.clone());
            at::acting(args, file)?.0.drop_action(DropAction { action, words })?
        }
        Action::Reopen { file, action, reason } => {
            let (action, reason) = (action.clone(), reason.clone());
            at::acting(args, file)?.0.reopen_action(ReopenAction { action, reason })?
        }
    };
    print::answer(args.json, &view, |view| view.open.iter().for_each(line))
}

fn list(args: &Args, file: &Path, shown: Shown) -> Result<Outcome, Problem> {
    let mut view = at::reading(args, file)?.actions(Nothing {})?;
    let ActionsView { open, over, .. } = &mut view;
    open.retain(|row| match shown {
        Shown::Mine => row.who == args.person(),
        Shown::Open => true,
        Shown::Late => row.state == ActionState::Late,
        Shown::Over => false,
    });
    if shown != Shown::Over {
        over.clear();
    }
    print::answer(args.json, &view, |view| {
        if view.open.is_empty() && view.over.is_empty() {
            say!("{}", shown.none("action item"));
        }
        view.open.iter().chain(&view.over).for_each(line);
    })
}

/// Says an action item in a line.
pub fn line(row: &ActionRow) {
    let state = row.state.words();
    let left = if row.who_left { " (left; hand it over)" } else { "" };
    let what = within(row.what.as_deref().unwrap_or(ERASED));
    say!("{}  {state}, due {}  {}{left}: {what}", row.action, row.due, row.who_name);
    if let Some(words) = &row.words {
        say!("          {}", within(words));
    }
}

//! Permits that actions name: whether each is good for its action, and how much of it was used.

use chrono::NaiveDate;

use super::Action;
use super::amount::{Amount, number, percent};
use super::hold::{DAY, Held};
use super::log::{Log, Untold};
use crate::batch::Field;
use crate::decision::{Class, DecisionKind, Permit};
use crate::text::fold;
use crate::workflow::ActionKind;
use crate::{PermitRef, Text, WorkflowRef};

/// What the cell for a ticket or permit names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing: it is blank, or says that there is none.
    Nothing,
    /// A ticket of another system, which the desk cannot judge.
    Ticket,
    /// A permit, as far as it is spelled like one.
    Permit(Option<PermitRef>),
}

impl Named {
    pub(super) fn of(written: &str) -> Self {
        let plain = written.trim().to_uppercase();
        let after = plain.strip_prefix("PRM");
        if after.is_some_and(|after| !after.starts_with(char::is_alphabetic)) {
            return Self::Permit(plain.parse().ok());
        }
        // `n/a`, `none`, `-` and `0` number no ticket.
        let numbers = |sign: char| sign.is_numeric() && sign != '0';
        if plain.contains(numbers) { Self::Ticket } else { Self::Nothing }
    }
}

/// What logs used of a permit so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spent {
    count: u64,
    actions: u64,
    first: Option<i64>,
}

impl Spent {
    /// Counts an action among what was used.
    pub(super) fn charge(&mut self, permit: &Permit, action: &Action<'_>) {
        let count = counted(permit, action).unwrap_or(1);
        self.count = self.count.saturating_add(count);
        self.actions = self.actions.saturating_add(1);
        self.first = self.first.or(Some(action.time));
    }

    /// Whether what was used, the last of it by `action`, is no more than the permit allows. A use
    /// that was recorded by hand is most often an action of the log too: of the days before, the
    /// larger of both counts.
    pub(super) fn is_within(self, permit: &Permit, action: &Action<'_>, day: NaiveDate) -> bool {
        let before = || permit.uses.iter().map(|one| &one.used).filter(|used| used.on < day);
        let Some(now) = counted(permit, action) else { return false };
        let recorded = before().map(|used| u64::from(used.count)).sum::<u64>().saturating_add(now);
        let within = permit.most().is_none_or(|most| self.count.max(recorded) <= most);
        within
            && match permit.terms.class {
                Class::One => self.actions <= 1 && before().next().is_none(),
                // A batch is many rows, and may run past midnight.
                Class::Batch => {
                    let apart = |first: i64| action.time.abs_diff(first) > DAY.unsigned_abs();
                    let earlier = |on: NaiveDate| on < day.pred_opt().unwrap_or(day);
                    !self.first.is_some_and(apart) && !before().any(|used| earlier(used.on))
                }
                Class::Standing => true,
            }
    }
}

/// How much of a permit an action uses; none where it says no number.
fn counted(permit: &Permit, action: &Action<'_>) -> Option<u64> {
    if permit.kind.counted().is_none() {
        return Some(1);
    }
    let mut fields = [Field::SendCount, Field::ExportRows];
    if permit.kind == DecisionKind::DataExport {
        fields.reverse();
    }
    let said = fields.into_iter().map(|field| number(action.says(field)));
    match said.into_iter().find(|amount| *amount != Amount::Blank) {
        Some(Amount::Is(count)) => Some(count),
        Some(Amount::Unreadable) => None,
        Some(Amount::Blank) | None => Some(1),
    }
}

/// Why nobody can tell how much of a permit to export an action uses. A send is one where no number is
/// said; an export is not one row.
pub(super) fn uncounted(permit: &Permit, action: &Action<'_>, log: &Log) -> Option<Untold> {
    permit.kind.counted()?;
    let [rows, sent] = [Field::ExportRows, Field::SendCount];
    let hidden = log.hides(action, rows).or_else(|| log.hides(action, sent));
    let exports = permit.kind == DecisionKind::DataExport && permit.most().is_some();
    hidden.or_else(|| {
        let silent = exports && action.says(sent).trim().is_empty();
        silent.then(|| log.untold(action, rows)).flatten()
    })
}

/// Whether a permit is for such an action of `workflow` on that day at all, however much was used.
pub(super) fn covers(
    permit: &Permit,
    action: &Action<'_>,
    log: &Log,
    (workflow, kind): (WorkflowRef, ActionKind),
    day: NaiveDate,
) -> Held {
    let terms = &permit.terms;
    let stands = permit.kind.lets(kind)
        && permit.from <= day
        && day <= permit.last_day()
        && permit.workflow.is_none_or(|of| of == workflow);
    let discount = terms.discount_percent.map_or(Held::Passes, |most| {
        let beyond = || percent(action.says(Field::Discount)).may_exceed(most);
        Held::judged(log.untold(action, Field::Discount), beyond)
    });
    let segment = if terms.segments.is_empty() {
        Held::Passes
    } else {
        let segment = fold(action.says(Field::Segment));
        // A segment whose words were erased may have been this one.
        let meant = |text: &Text| text.words().is_none_or(|words| fold(words) == segment);
        let outside = || !terms.segments.iter().any(meant);
        Held::judged(log.untold(action, Field::Segment), outside)
    };
    Held::fails_if(!stands).max(discount).max(segment)
}

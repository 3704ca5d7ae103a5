//! Who approved an action, when, and under which permit.

use chrono::NaiveDate;

use super::hold::Held;
use super::log::Untold;
use super::register::Stood;
use super::spent::{Named, covers, uncounted};
use super::{Action, Tally, Test, moment};
use crate::batch::Field;
use crate::workflow::{ActionKind, Permitted};
use crate::{PermitRef, PersonRef, WorkflowRef};

impl Tally<'_> {
    /// What can be told of an approval without knowing the workflow.
    pub(super) fn approval(&self, action: &Action<'_>, take: &mut impl FnMut(Test, Held)) {
        match self.approved_at(action) {
            Ok(Some(at)) => take(Test::ApprovedLate, Held::fails_if(at > action.time)),
            Ok(None) => {}
            Err(untold) => take(Test::ApprovedLate, Held::Untold(untold)),
        }
        if let Some(untold) = self.log.lacks(Field::Approver) {
            take(Test::ApproverActed, Held::Untold(untold));
        } else if !action.says(Field::Approver).is_empty() {
            take(Test::ApproverActed, self.approver_acted(action));
        }
    }

    /// When an action was approved; none where nobody approved it.
    pub(super) fn approved_at(&self, action: &Action<'_>) -> Result<Option<i64>, Untold> {
        let by_nobody =
            || self.log.lacks(Field::Approver).is_none() && action.says(Field::Approver).is_empty();
        match self.log.untold(action, Field::ApprovedAt) {
            None => Ok(moment(action.says(Field::ApprovedAt))),
            Some(Untold::Absent(_) | Untold::Blank(_)) if by_nobody() => Ok(None),
            Some(untold) => Err(untold),
        }
    }

    /// Whether who approved it acted. Where nobody is named to have acted, the AI did alone.
    fn approver_acted(&self, action: &Action<'_>) -> Held {
        let (approver, person) = (action.says(Field::Approver), action.says(Field::Person));
        let hidden = |field: Field| {
            let unmatched = || action.says(field).parse::<PersonRef>().is_err();
            self.log.hides(action, field).filter(|_| unmatched())
        };
        // Masked names that begin alike, and hashes under two keys, compare no persons.
        let untold = self.log.lacks(Field::Person).or_else(|| {
            let named = !person.is_empty();
            named.then(|| hidden(Field::Approver).or_else(|| hidden(Field::Person))).flatten()
        });
        Held::judged(untold, || approver.eq_ignore_ascii_case(person))
    }

    /// What was done against what it takes.
    pub(super) fn done(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        (kind, permitted): (ActionKind, Permitted),
        day: NaiveDate,
        take: &mut impl FnMut(Test, Held),
    ) {
        if !stood.roles(kind).is_empty() {
            take(Test::RoleNotNamed, self.role(action, (workflow, stood), kind, day));
        }
        let approver = action.says(Field::Approver);
        let no_approvers = self.log.lacks(Field::Approver);
        let gated = match permitted {
            Permitted::Tier1 | Permitted::Tier2 => {
                if !says_only(kind) {
                    let alone = approver.is_empty() && action.says(Field::Person).is_empty();
                    let untold = self.log.lacks(Field::Person).or(no_approvers);
                    take(Test::Freer, Held::judged(untold.filter(|_| alone), || alone));
                }
                false
            }
            Permitted::Tier3 => true,
            Permitted::Tier4 | Permitted::Blocked => kind.always_approved().is_some(),
        };
        if !gated {
            return;
        }
        // A time says that somebody approved, not who; whether a permit is good is a test of its own.
        let hidden = self.log.hides(action, Field::Permit);
        let named = hidden.is_none() && Named::of(action.says(Field::Permit)) != Named::Nothing;
        let approved = !approver.is_empty() || named;
        let untold = no_approvers.or(hidden).filter(|_| !approved);
        take(Test::Unapproved, Held::judged(untold, || !approved));
        if let Some(untold) = no_approvers {
            take(Test::ApproverNotEntitled, Held::Untold(untold));
        } else if !approver.is_empty() {
            let entitled = self.entitled(action, workflow, stood, day);
            take(Test::ApproverNotEntitled, entitled);
        }
    }

    /// Whether who acted did for a role that the permission names.
    fn role(
        &mut self,
        action: &Action<'_>,
        (workflow, stood): (WorkflowRef, &Stood),
        kind: ActionKind,
        day: NaiveDate,
    ) -> Held {
        let Ok(person) = action.says(Field::Person).parse::<PersonRef>() else {
            let untold = self.log.untold(action, Field::Person);
            return Held::Untold(untold.unwrap_or(Untold::Stranger(Field::Person)));
        };
        let register = self.register;
        let acted = self.acted.entry((person, workflow, kind, stood.from, day));
        let acted = acted.or_insert_with(|| {
            stood.roles(kind).iter().any(|role| register.acted(person, role, day))
        });
        Held::fails_if(!*acted)
    }

    /// Whether who approved it might, when they did; as the workflow stood then.
    fn entitled(
        &mut self,
        action: &Action<'_>,
        workflow: WorkflowRef,
        stood: &Stood,
        day: NaiveDate,
    ) -> Held {
        let Ok(person) = action.says(Field::Approver).parse::<PersonRef>() else {
            return Held::judged(self.log.hides(action, Field::Approver), || true);
        };
        let register = self.register;
        let (day, stood) = match self.approved_at(action) {
            Ok(Some(at)) => {
                let then = register.workflows.get(&workflow).and_then(|known| known.at(at));
                (self.approved.at(at, register.zone).0, then.unwrap_or(stood))
            }
            Ok(None) | Err(_) => (day, stood),
        };
        let Some(role) = &stood.approver else { return Held::Fails };
        let entitled = self
            .entitled
            .entry((person, workflow, stood.from, day))
            .or_insert_with(|| register.acted(person, role, day));
        Held::fails_if(!*entitled)
    }

    pub(super) fn permit(
        &mut self,
        action: &Action<'_>,
        of: (WorkflowRef, ActionKind),
        day: NaiveDate,
        take: &mut impl FnMut(Test, Held),
    ) {
        let asked = of.1 == ActionKind::ExportData && action.was_done();
        let lacks = self.log.lacks(Field::Permit).filter(|_| asked);
        if let Some(untold) = lacks.or_else(|| self.log.hides(action, Field::Permit)) {
            return take(Test::PermitNotGood, Held::Untold(untold));
        }
        match Named::of(action.says(Field::Permit)) {
            Named::Permit(named) => {
                let good = named.map_or(Held::Fails, |named| self.good(named, action, of, day));
                take(Test::PermitNotGood, good);
            }
            // A ticket of another system is nothing the desk can judge, and no permit to export.
            Named::Ticket | Named::Nothing if asked => take(Test::PermitNotGood, Held::Fails),
            Named::Ticket | Named::Nothing => {}
        }
    }

    /// Whether an action that names a permit keeps to it; what was done counts among its uses.
    fn good(
        &mut self,
        named: PermitRef,
        action: &Action<'_>,
        of: (WorkflowRef, ActionKind),
        day: NaiveDate,
    ) -> Held {
        let Some(permit) = self.register.permits.get(&named) else { return Held::Fails };
        let covers = covers(permit, action, &self.log, of, day);
        if !action.was_done() {
            return covers;
        }
        let spent = self.permits.entry(named).or_default();
        spent.charge(permit, action);
        let within = spent.is_within(permit, action, day);
        // What fails as one row fails as more.
        let hidden = |untold: &Untold| matches!(untold, Untold::Masked(_) | Untold::Hashed(_));
        let untold = uncounted(permit, action, &self.log).filter(|why| within || hidden(why));
        covers.max(Held::judged(untold, || !within))
    }
}

/// Whether a kind of action says something and does nothing.
fn says_only(kind: ActionKind) -> bool {
    matches!(
        kind,
        ActionKind::Summarise
            | ActionKind::Recommend
            | ActionKind::GenerateInternalText
            | ActionKind::GenerateExternalMessage
            | ActionKind::CreateDraftRecord
            | ActionKind::PauseItself
    )
}

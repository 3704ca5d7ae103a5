//! What a log tells of its actions: what it left out, or hid at the door, no test can judge by.

use super::Action;
use crate::WorkflowRef;
use crate::batch::{Column, Field, Treatment};

/// How a log tells each field of its actions.
#[derive(Clone, Copy, Debug)]
pub struct Log {
    /// The workflow that all actions are of, where no cell says which.
    pub(super) of: Option<WorkflowRef>,
    /// By the field's place in [`Field::ALL`]: what became of its column, none where there is none.
    told: [Option<Treatment>; Field::ALL.len()],
}

/// Why an action could not be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Untold {
    /// No column of the batch says it: the log has none, or it was left out at the door.
    Absent(Field),
    /// It was masked at the door.
    Masked(Field),
    /// A keyed hash took its place at the door.
    Hashed(Field),
    /// The action’s own row says nothing there.
    Blank(Field),
    /// Whom it names there is nobody on the desk’s list of people.
    Stranger(Field),
    /// What the log calls its kind of action is none there is.
    Kind,
    /// The workflow it is of was not on the register.
    Workflow,
}

impl Log {
    /// The log whose columns were taken in so, its actions of `of` where no cell says otherwise.
    pub fn of(columns: &[Column], of: Option<WorkflowRef>) -> Self {
        let mut told = [None; Field::ALL.len()];
        for column in columns.iter().filter(|column| column.treatment != Treatment::Drop) {
            if let Some(slot) = told.get_mut(column.field as usize) {
                *slot = Some(column.treatment);
            }
        }
        Self { of, told }
    }

    fn treatment(&self, field: Field) -> Option<Treatment> {
        self.told.get(field as usize).copied().flatten()
    }

    /// Whether it leaves a field out.
    pub(super) fn lacks(&self, field: Field) -> Option<Untold> {
        self.treatment(field).is_none().then_some(Untold::Absent(field))
    }

    /// Whether what an action says there is hidden; a blank cell hides nothing.
    pub(super) fn hides(&self, action: &Action<'_>, field: Field) -> Option<Untold> {
        let hidden = match self.treatment(field)? {
            Treatment::Keep | Treatment::Drop => return None,
            Treatment::Mask => Untold::Masked(field),
            Treatment::Hash => Untold::Hashed(field),
        };
        (!action.says(field).is_empty()).then_some(hidden)
    }

    /// Why an action does not say a field as it was written; none where it does.
    pub(super) fn untold(&self, action: &Action<'_>, field: Field) -> Option<Untold> {
        let blank = || action.says(field).trim().is_empty().then_some(Untold::Blank(field));
        self.lacks(field).or_else(blank).or_else(|| self.hides(action, field))
    }

    /// Why nobody can tell which workflow an action is of; none where it says it, or says nothing and
    /// so is of the one that all are of.
    pub(super) fn hides_workflow(&self, action: &Action<'_>) -> Option<Untold> {
        let lacks = self.lacks(Field::Workflow).filter(|_| self.of.is_none());
        lacks.or_else(|| self.hides(action, Field::Workflow))
    }
}

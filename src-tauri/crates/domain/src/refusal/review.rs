//! Reviews.

use crate::{PersonRef, WorkflowRef};

macro_rules! review {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The review was opened already.
            #[error("{review} was opened already")]
            AlreadyOpen = "already-open" {
                /// Which review.
                review: ReviewRef,
            },
            /// The cadence has no review of that name.
            #[error("{review} is not an occurrence of this cadence")]
            NoOccurrence = "no-occurrence" {
                /// Which review.
                review: ReviewRef,
            },
            /// The review's period has not begun.
            #[error("{review} cannot be opened before its period begins on {from}")]
            TooEarly = "too-early" {
                /// Which review.
                review: ReviewRef,
                /// When it may be opened.
                from: Moment,
            },
            /// The next occurrence fell due, so this one is missed for ever.
            #[error("{review} was missed when the next fell due on {since}; it stays missed")]
            Missed = "missed" {
                /// Which review.
                review: ReviewRef,
                /// Since when.
                since: Moment,
            },
            /// The review is closed; only an addendum may be added.
            #[error("{review} is closed and locked; add an addendum instead")]
            Closed = "closed" {
                /// Which review.
                review: ReviewRef,
            },
            /// The review is not closed yet.
            #[error("{review} is not closed yet")]
            NotClosed = "not-closed" {
                /// Which review.
                review: ReviewRef,
            },
            /// The checklist has no such item.
            #[error("{review} has no item “{item}”")]
            NoSuchItem = "no-such-item" {
                /// Which review.
                review: ReviewRef,
                /// Which item.
                item: ItemId,
            },
            /// An outcome that is not fine needs words.
            #[error("an outcome other than fine needs a note that says why")]
            NoteMissing = "note-missing",
            /// Workflows wait for a verdict on their tier.
            #[error("{review}: {}; “fine” says that each is on the tier it should be", waiting(workflows))]
            TiersUnjudged = "tiers-unjudged" {
                /// Which review.
                review: ReviewRef,
                /// Which workflows.
                workflows: Vec<WorkflowRef>,
            },
            /// The workflow did not act in the period.
            #[error("{review} gives no verdict on the tier of {workflow}: it was not running, paused or stopped when the quarter ended, or the item asks for none")]
            TierNotAsked = "tier-not-asked" {
                /// Which review.
                review: ReviewRef,
                /// Which workflow.
                workflow: WorkflowRef,
            },
            /// A verdict against the record needs words.
            #[error("the verdict on {workflow} goes against what the record shows; say why in a note")]
            TierNoteMissing = "tier-note-missing" {
                /// Which workflow.
                workflow: WorkflowRef,
            },
            /// Items are left.
            #[error("{review} cannot be closed: {} to go", items(*.left))]
            ItemsLeft = "items-left" {
                /// Which review.
                review: ReviewRef,
                /// How many.
                left: usize,
            },
            /// Nobody was there.
            #[error("{review} cannot be closed: attendance has not been stated for {}", people(missing))]
            AttendanceMissing = "attendance-missing" {
                /// Which review.
                review: ReviewRef,
                /// For whom.
                missing: Vec<PersonRef>,
            },
            /// Too few of the required roles took part.
            #[error(
                "{review} cannot be closed: {reached} of {required} required roles took part; a quorum needs {quorum}"
            )]
            NoQuorum = "no-quorum" {
                /// Which review.
                review: ReviewRef,
                /// Roles that took part.
                reached: usize,
                /// Roles that the cadence requires.
                required: usize,
                /// Roles that a quorum needs.
                quorum: usize,
            },
            /// Only the chair closes.
            #[error("{review} is chaired by {chair}, who alone closes and signs it")]
            NotTheChair = "not-the-chair" {
                /// Which review.
                review: ReviewRef,
                /// Who chairs it.
                chair: PersonRef,
            },
            /// Who was not there does not close.
            #[error(
                "{chair} chairs {review} and is stated as not having been there; somebody who was takes the chair, then closes it"
            )]
            ChairAway = "chair-away" {
                /// Which review.
                review: ReviewRef,
                /// Who chairs it.
                chair: PersonRef,
            },
            /// The person chairs the review already.
            #[error("{person} chairs {review} already")]
            ChairsAlready = "chairs-already" {
                /// Which review.
                review: ReviewRef,
                /// Who.
                person: PersonRef,
            },
            /// A meeting cannot have been held then.
            #[error(
                "{review} cannot have been held from {from} to {to}: it ends after it begins, not before its period, and not later than now"
            )]
            NotHeldThen = "not-held-then" {
                /// Which review.
                review: ReviewRef,
                /// When it is said to have begun.
                from: Moment,
                /// When it is said to have ended.
                to: Moment,
            },
            /// The one who closed a review does not countersign it too.
            #[error("{person} closed {review}; the countersignature is another person’s")]
            OwnCountersignature = "own-countersignature" {
                /// Which review.
                review: ReviewRef,
                /// Who closed it.
                person: PersonRef,
            },
            /// The review has been countersigned.
            #[error("{review} has been countersigned already")]
            Countersigned = "countersigned" {
                /// Which review.
                review: ReviewRef,
            },
        }
    };
}

pub(super) fn people(people: &[PersonRef]) -> String {
    people.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

pub(super) fn items(left: usize) -> String {
    if left == 1 { "1 item".to_owned() } else { format!("{left} items") }
}

/// Names as many as can be read at a glance.
pub(super) fn waiting(workflows: &[WorkflowRef]) -> String {
    const NAMED: usize = 8;
    let named: Vec<String> = workflows.iter().take(NAMED).map(ToString::to_string).collect();
    let more = match workflows.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let says = match workflows.len() {
        1 => "1 workflow still waits for a verdict".to_owned(),
        many => format!("{many} workflows still wait for a verdict"),
    };
    format!("{says}: {}{more}", named.join(", "))
}

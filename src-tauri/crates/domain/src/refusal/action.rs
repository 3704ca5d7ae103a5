//! Action items.

macro_rules! action {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// A day that has passed is no day to be in time for.
            #[error("{due} has passed; choose {today} or a later day")]
            DueInThePast = "due-in-the-past" {
                /// What was given.
                due: chrono::NaiveDate,
                /// Today.
                today: chrono::NaiveDate,
            },
            /// The action item is done or was dropped.
            #[error("{action} is over; reopen it first")]
            ActionOver = "action-over" {
                /// Which.
                action: ActionRef,
            },
            /// The action item is not over.
            #[error("{action} is open; there is nothing to reopen")]
            ActionOpen = "action-open" {
                /// Which.
                action: ActionRef,
            },
            /// The person has the action item already.
            #[error("{action} is {person}’s already; hand it to somebody else")]
            ActionHeld = "action-held" {
                /// Which.
                action: ActionRef,
                /// Whose.
                person: PersonRef,
            },
        }
    };
}

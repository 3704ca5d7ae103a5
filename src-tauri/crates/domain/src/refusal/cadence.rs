//! Cadences.

macro_rules! cadence {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// A recurrence rule cannot be used.
            #[error("the rule “{rule}” cannot be used: {why}")]
            BadRule = "bad-rule" {
                /// The rule.
                rule: String,
                /// What is wrong with it.
                why: String,
            },
            /// A cadence would begin before the period that runs.
            #[error("a cadence cannot begin on {from}, in the past; choose {earliest} or later")]
            BeginsInThePast = "begins-in-the-past" {
                /// The day given.
                from: chrono::NaiveDate,
                /// The first day it may begin on.
                earliest: chrono::NaiveDate,
            },
            /// A monthly or quarterly review is never skipped.
            #[error("a monthly or quarterly review is not skipped on a day off; let it move or stay")]
            NeverSkipped = "never-skipped",
            /// The items take longer than the review.
            #[error("the items take {planned} minutes together; the review has {minutes}")]
            AgendaTooLong = "agenda-too-long" {
                /// Minutes planned for the items.
                planned: u32,
                /// Minutes the review takes.
                minutes: u32,
            },
        }
    };
}

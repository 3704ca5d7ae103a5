//! Checks.

macro_rules! check {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// It reads no rows.
            #[error("a check reads the rows of at least one batch; choose one")]
            CheckOfNothing = "check-of-nothing",
            /// It holds rows against themselves.
            #[error("the baseline and what is held against it are the same rows; choose another batch or time for one of them")]
            CheckOfItself = "check-of-itself",
            /// Rows stand on both sides.
            #[error("rows of the baseline are also among those held against it; choose days that do not overlap, or other batches")]
            CheckOverlaps = "check-overlaps",
            /// A batch stands twice, or out of order.
            #[error("{batch} is named twice, or out of order; name each batch once, in the order of their numbers")]
            CheckTwice = "check-twice" {
                /// Which.
                batch: BatchRef,
            },
            /// Its counts are none of this check.
            #[error("these counts are of another kind of check, or more than rows can be; make the check again")]
            CheckUncounted = "check-uncounted",
            /// A log does not say it.
            #[error("{batch} says nothing of “{field}”; choose another column, or map it when the log is taken in")]
            CheckNoColumn = "check-no-column" {
                /// Which batch.
                batch: BatchRef,
                /// What it does not say, in words.
                field: &'static str,
            },
            /// A column was not kept as it was written.
            #[error("“{field}” of {batch} was masked or hashed when the log was taken in; its words can’t be compared")]
            CheckOfHidden = "check-of-hidden" {
                /// Which batch.
                batch: BatchRef,
                /// Which column, in words.
                field: &'static str,
            },
            /// Too many different values.
            #[error("“{field}” says more than {most} different things, which are no segments; choose a column that says fewer")]
            CheckTooManySegments = "check-too-many-segments" {
                /// Which column, in words.
                field: &'static str,
                /// How many there can be.
                most: usize,
            },
        }
    };
}

//! Samples.

macro_rules! sample {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// There is no row to draw from.
            #[error("{batch} has no such row to draw from")]
            SampleOfNothing = "sample-of-nothing" {
                /// The batch.
                batch: BatchRef,
            },
            /// The rows of the batch are gone.
            #[error("the rows of {batch} were purged; take the log in again, or draw from another batch")]
            SampleOfPurged = "sample-of-purged" {
                /// The batch.
                batch: BatchRef,
            },
            /// A field that is different in every row.
            #[error("rows are not chosen or divided by “{field}”; take a field that many rows share, such as workflow or segment")]
            SampleField = "sample-field" {
                /// Which.
                field: String,
            },
            /// Rows that the plan draws are not there.
            #[error("{sample} draws {wanted} rows, and {found} are there; give it up, and plan another over rows that are there")]
            SampleRowsMissing = "sample-rows-missing" {
                /// Which.
                sample: SampleRef,
                /// How many are there.
                found: u64,
                /// How many the plan draws.
                wanted: u64,
            },
            /// A size that is none.
            #[error("{asked} is no size of a sample; take at least one row, 1 to 100 % of them, or as many as prove fewer than 1 to 50 % in error")]
            SampleSize = "sample-size" {
                /// What was asked.
                asked: u32,
            },
            /// Nobody tests so many.
            #[error("{rows} rows are more than a sample takes, which is {most}; the tests over the whole batch look at every row")]
            SampleTooLarge = "sample-too-large" {
                /// How many were asked for.
                rows: u64,
                /// How many there can be.
                most: u64,
            },
            /// Nobody reads a sample of so many strata.
            #[error("{strata} strata are more than a sample is divided into, which is {most}; divide its rows by what fewer of them differ in")]
            SampleManyStrata = "sample-many-strata" {
                /// How many there are.
                strata: usize,
                /// How many there can be.
                most: usize,
            },
            /// The plan has no rule for it, or its way of drawing cannot go on.
            #[error("{sample} has no rule by which it is extended; such a rule is part of the plan, and every k-th row has none")]
            SampleNotExtended = "sample-not-extended" {
                /// Which.
                sample: SampleRef,
            },
            /// It was extended as its plan says.
            #[error("{sample} was extended already, as its plan says; plan another sample for more")]
            SampleExtendedAlready = "sample-extended-already" {
                /// Which.
                sample: SampleRef,
            },
            /// What brings the extension about was not found.
            #[error("{sample} is extended once {errors} items are in error; {found} are")]
            SampleTooFewErrors = "sample-too-few-errors" {
                /// Which.
                sample: SampleRef,
                /// How many are in error.
                found: u64,
                /// How many bring it about.
                errors: u32,
            },
            /// No reviewer has completed the seed.
            #[error("{sample} is not drawn yet; a reviewer completes its seed first")]
            SampleNotDrawn = "sample-not-drawn" {
                /// Which.
                sample: SampleRef,
            },
            /// A plan names who draws it, and nobody was named.
            #[error("{able} people could complete the seed; name the one who will, so that nobody can ask one after the other until a draw suits")]
            SampleReviewerUnnamed = "sample-reviewer-unnamed" {
                /// How many could.
                able: u64,
            },
            /// There is nobody whom a plan could name.
            #[error("nobody could complete the seed: that takes a second person with a key who is RevOps, executive sponsor, security or compliance")]
            SampleReviewerNobody = "sample-reviewer-nobody",
            /// Another is named by the plan.
            #[error("{sample} is drawn by the signature of {reviewer}, as its plan says, and by nobody else’s")]
            SampleReviewerOther = "sample-reviewer-other" {
                /// Which.
                sample: SampleRef,
                /// Who is named.
                reviewer: PersonRef,
            },
            /// The key that the plan names signs no more.
            #[error("the plan of {sample} names key {key} of {person}, which is not in force any more; give it up, and plan another")]
            SampleReviewerKey = "sample-reviewer-key" {
                /// Which.
                sample: SampleRef,
                /// Whose.
                person: PersonRef,
                /// The key it names.
                key: String,
            },
            /// A plan that names nobody, after one that does.
            #[error("{sample} names nobody whose signature draws it, and earlier plans do; give it up, and plan another")]
            SampleReviewerMissing = "sample-reviewer-missing" {
                /// Which.
                sample: SampleRef,
            },
            /// Words of one's own would make it another signature, and another draw.
            #[error("the seed of {sample} is signed without a reason: its plan settles all that is signed")]
            SampleSeedReason = "sample-seed-reason" {
                /// Which.
                sample: SampleRef,
            },
            /// The seed came too late.
            #[error("the seed of {sample} could be completed until {until}; plan the sample again")]
            SampleLapsed = "sample-lapsed" {
                /// Which.
                sample: SampleRef,
                /// Until when.
                until: Moment,
            },
            /// A plan is drawn once.
            #[error("{sample} is drawn already; a plan is drawn once")]
            SampleDrawnAlready = "sample-drawn-already" {
                /// Which.
                sample: SampleRef,
            },
            /// It was given up.
            #[error("{sample} was given up; plan another sample")]
            SampleAbandoned = "sample-abandoned" {
                /// Which.
                sample: SampleRef,
            },
            /// It is confirmed.
            #[error("{sample} is confirmed; what was found stands")]
            SampleConfirmed = "sample-confirmed" {
                /// Which.
                sample: SampleRef,
            },
            /// Who plans a sample and tests it neither completes its seed nor confirms it.
            #[error("{person} planned {sample} and tests it; somebody else completes its seed and confirms it")]
            OwnSample = "own-sample" {
                /// Which.
                sample: SampleRef,
                /// Who.
                person: PersonRef,
            },
            /// Who planned a sample tests it.
            #[error("{sample} is tested by {tester}, who planned it")]
            SampleOfAnother = "sample-of-another" {
                /// Which.
                sample: SampleRef,
                /// Who does.
                tester: PersonRef,
            },
            /// The row was not drawn.
            #[error("row {row} is not among those drawn for {sample}")]
            SampleNotItem = "sample-not-item" {
                /// Which.
                sample: SampleRef,
                /// The row.
                row: u64,
            },
            /// An item is tested on every attribute of the plan, and on no other.
            #[error("row {row} of {sample} is tested on every attribute of its plan, and on no other")]
            SampleItemIncomplete = "sample-item-incomplete" {
                /// Which.
                sample: SampleRef,
                /// The row.
                row: u64,
            },
            /// An item that nothing was asked of was not tested.
            #[error("nothing was asked of row {row} of {sample}: every attribute says it does not apply")]
            SampleItemUnasked = "sample-item-unasked" {
                /// Which.
                sample: SampleRef,
                /// The row.
                row: u64,
            },
            /// Items are left to test.
            #[error("{left} items of {sample} are left to test")]
            SampleUntested = "sample-untested" {
                /// Which.
                sample: SampleRef,
                /// How many.
                left: u64,
            },
        }
    };
}

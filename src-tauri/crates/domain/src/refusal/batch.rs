//! Batches of AI actions.

macro_rules! batch {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The rows of this file are there already.
            #[error("{batch} was taken in from this very file; its rows are here already")]
            BatchTakenIn = "batch-taken-in" {
                /// Which.
                batch: BatchRef,
            },
            /// No row of the file could be taken in.
            #[error("no row can be taken in: {rejected} are rejected; map the column of the time, and look at the reasons")]
            BatchEmpty = "batch-empty" {
                /// How many were rejected.
                rejected: u64,
            },
            /// No action was found to fail the test.
            #[error("no action was found to fail the test “{test}”; there is nothing to raise")]
            PopulationClean = "population-clean" {
                /// Which test.
                test: &'static str,
            },
            /// An exception stands for it.
            #[error("{exception} stands for these actions already")]
            PopulationRaised = "population-raised" {
                /// Which exception.
                exception: ExceptionRef,
            },
            /// A sample needs its rows.
            #[error("{sample} draws from {batch} and is still in work; confirm it or give it up first")]
            BatchInSample = "batch-in-sample" {
                /// Which.
                batch: BatchRef,
                /// The sample.
                sample: SampleRef,
            },
            /// It binds rows that are there.
            #[error("the salt and key of {batch} prove that its rows are those that were taken in; purge the rows first")]
            BatchBound = "batch-bound" {
                /// Which.
                batch: BatchRef,
            },
            /// The rows were purged.
            #[error("the rows of {batch} were purged")]
            BatchPurged = "batch-purged" {
                /// Which.
                batch: BatchRef,
            },
        }
    };
}

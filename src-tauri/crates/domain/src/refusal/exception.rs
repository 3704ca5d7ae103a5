//! Exceptions.

macro_rules! exception {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The exception is over.
            #[error("{exception} is resolved already; reopen it first")]
            ExceptionResolved = "exception-resolved" {
                /// Which.
                exception: ExceptionRef,
            },
            /// The exception is not over.
            #[error("{exception} is not resolved; there is nothing to reopen")]
            ExceptionOpen = "exception-open" {
                /// Which.
                exception: ExceptionRef,
            },
            /// Somebody has taken note of it.
            #[error("{exception} is acknowledged already")]
            ExceptionAcknowledged = "exception-acknowledged" {
                /// Which.
                exception: ExceptionRef,
            },
            /// It is with whom it is to be given to.
            #[error("{exception} is with them already; choose somebody else")]
            ExceptionHeld = "exception-held" {
                /// Which.
                exception: ExceptionRef,
            },
            /// Its clock stands still.
            #[error("{exception} waits already; go on with it first")]
            ExceptionWaits = "exception-waits" {
                /// Which.
                exception: ExceptionRef,
            },
            /// Its clock runs.
            #[error("{exception} does not wait for anything; its clock runs")]
            ExceptionNotWaiting = "exception-not-waiting" {
                /// Which.
                exception: ExceptionRef,
            },
            /// It is as bad as that already.
            #[error("{exception} is {} already", severity.to_lowercase())]
            SeveritySame = "severity-same" {
                /// Which.
                exception: ExceptionRef,
                /// How bad it is.
                severity: &'static str,
            },
            /// Nobody makes milder what they reported.
            #[error("whoever reported {exception} does not make it milder; another keeper may")]
            SeverityOwn = "severity-own" {
                /// Which.
                exception: ExceptionRef,
            },
            /// The decision is tied to it.
            #[error("{decision} is linked to {exception} already")]
            LinkedAlready = "linked-already" {
                /// The exception.
                exception: ExceptionRef,
                /// The decision.
                decision: DecisionRef,
            },
            /// The decision is not tied to it.
            #[error("{decision} is not linked to {exception}")]
            NotLinked = "not-linked" {
                /// The exception.
                exception: ExceptionRef,
                /// The decision.
                decision: DecisionRef,
            },
        }
    };
}

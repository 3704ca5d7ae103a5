//! Stops and drills.

macro_rules! stop {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The workflow stands stopped.
            #[error("{workflow} is stopped already; what is left is to confirm it in each system")]
            StoppedAlready = "stopped-already" {
                /// Which.
                workflow: WorkflowRef,
            },
            /// A restart is undone by stopping.
            #[error("{workflow} is stopped by its kill switch, at once and by anybody; no decision is waited for")]
            StopInstead = "stop-instead" {
                /// Which.
                workflow: WorkflowRef,
            },
            /// The workflow does not act.
            #[error("{workflow} is {}; there is nothing to stop", status.to_lowercase())]
            NotRunning = "not-running" {
                /// Which.
                workflow: WorkflowRef,
                /// Where it stands.
                status: &'static str,
            },
            /// A drill of the workflow is not confirmed yet.
            #[error("{stop} is still under way; confirm it in each system before the next drill")]
            DrillUnderWay = "drill-under-way" {
                /// The drill.
                stop: StopRef,
            },
            /// It is known who pulled the kill switch.
            #[error("{stop} is {person}’s; it needs no other name")]
            StopHasAName = "stop-has-a-name" {
                /// Which.
                stop: StopRef,
                /// Whose.
                person: PersonRef,
            },
            /// The workflow is live again.
            #[error("{stop} is over: the workflow is live again, so there is nothing to confirm")]
            StopLifted = "stop-lifted" {
                /// Which.
                stop: StopRef,
            },
            /// The system was confirmed before.
            #[error("that system of {stop} is confirmed already")]
            ConfirmedAlready = "confirmed-already" {
                /// Which.
                stop: StopRef,
            },
            /// A stop is not confirmed in every system.
            #[error("{stop} is not confirmed in every system yet; confirm it there first")]
            StopUnconfirmed = "stop-unconfirmed" {
                /// Which.
                stop: StopRef,
            },
        }
    };
}

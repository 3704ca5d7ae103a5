//! The workspace: its clock, what is declared of it, what is erased.

macro_rules! workspace {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The machine's clock stands before the last entry.
            #[error(
                "this machine’s clock says {now}, before the last entry of {last}; set the clock right first"
            )]
            ClockBehind = "clock-behind" {
                /// What the clock says.
                now: Moment,
                /// When the last entry was made.
                last: Moment,
            },
            /// The machine's clock went far ahead of the last entry.
            #[error(
                "this machine’s clock is {days} days past the last entry; acknowledge that its date is right first"
            )]
            ClockJumped = "clock-jumped" {
                /// What the clock says.
                now: Moment,
                /// When the last entry was made.
                last: Moment,
                /// Days between.
                days: i64,
            },
            /// There is nothing to acknowledge or to declare.
            #[error("nothing of the kind is open; nothing was recorded")]
            NothingToDeclare = "nothing-to-declare",
            /// There is no such text, or it is gone already.
            #[error("entry {seq} holds no text at {path}, or it was erased before")]
            NoSuchText = "no-such-text" {
                /// Which entry.
                seq: u64,
                /// Where in it.
                path: String,
            },
        }
    };
}

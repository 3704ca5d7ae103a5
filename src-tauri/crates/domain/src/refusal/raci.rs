//! RACI matrices.

macro_rules! raci {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// Lint marks what must be mended first.
            #[error("{} the matrix from being applied; mend what is marked first", marks(*.blocking))]
            MarksBlock = "marks-block" {
                /// How many marks block.
                blocking: usize,
            },
        }
    };
}

pub(super) fn marks(blocking: usize) -> String {
    if blocking == 1 { "1 mark keeps".to_owned() } else { format!("{blocking} marks keep") }
}

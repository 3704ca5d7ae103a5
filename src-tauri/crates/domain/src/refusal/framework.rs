//! What shows the requirements of frameworks.

macro_rules! framework {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// It shows that requirement already.
            #[error("{shown} shows {requirement} already")]
            MappedAlready = "mapped-already" {
                /// Which requirement.
                requirement: String,
                /// What shows it.
                shown: String,
            },
            /// It does not show that requirement.
            #[error("nobody said that {shown} shows {requirement}")]
            NotMapped = "not-mapped" {
                /// Which requirement.
                requirement: String,
                /// What does not show it.
                shown: String,
            },
        }
    };
}

//! Evidence and the files of it.

macro_rules! evidence {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// An address names how it is reached.
            #[error("“{written}” is no address; write one like https://example.com/report")]
            NotAnAddress = "not-an-address" {
                /// What was given.
                written: String,
            },
            /// The evidence is an address, so there is no file of it.
            #[error("{evidence} points at an address, not at a file")]
            NoFile = "no-file" {
                /// Which.
                evidence: EvidenceRef,
            },
            /// The evidence is attached there.
            #[error("{evidence} is attached to {to} already")]
            AttachedAlready = "attached-already" {
                /// Which.
                evidence: EvidenceRef,
                /// To what.
                to: String,
            },
            /// The evidence is not attached there.
            #[error("{evidence} is not attached to {to}")]
            NotAttached = "not-attached" {
                /// Which.
                evidence: EvidenceRef,
                /// To what.
                to: String,
            },
            /// The file is another than the one that was captured.
            #[error("this file is not the one {evidence} was captured from: its bytes differ")]
            AnotherFile = "another-file" {
                /// Which.
                evidence: EvidenceRef,
            },
            /// A file is too large to be kept.
            #[error(
                "the file has {size} bytes; at most {most} are kept in the workspace, so keep it where it \
                 is and capture its pointer alone"
            )]
            FileTooLarge = "file-too-large" {
                /// How many bytes it has.
                size: u64,
                /// How many are kept at most.
                most: u64,
            },
            /// No file of the evidence is kept.
            #[error("the file of {evidence} is not kept in the workspace")]
            NotKept = "not-kept" {
                /// Which.
                evidence: EvidenceRef,
            },
        }
    };
}

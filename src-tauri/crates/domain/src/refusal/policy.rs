//! Policies and attestations.

macro_rules! policy {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// No version of the policy is in force.
            #[error("no version of {policy} is in force; only a decision that adopts one puts it in force")]
            NotInForce = "not-in-force" {
                /// Which.
                policy: PolicyRef,
            },
            /// The policy does not ask this person.
            #[error("{policy} does not ask {person} to attest it; only who holds one of its roles does")]
            NotAsked = "not-asked" {
                /// Which.
                policy: PolicyRef,
                /// Who.
                person: PersonRef,
            },
            /// The person has attested that version.
            #[error("{person} has attested version {version} of {policy} already; it counts once")]
            AttestedAlready = "attested-already" {
                /// Which.
                policy: PolicyRef,
                /// Which version.
                version: u32,
                /// Who.
                person: PersonRef,
            },
            /// What is to be adopted is not what the record has under that number.
            #[error("version {version} of {policy} is not what was read; read it again")]
            PolicyDiffers = "policy-differs" {
                /// Which.
                policy: PolicyRef,
                /// Which version.
                version: u32,
            },
            /// Words of a version were erased.
            #[error("words of version {version} of {policy} were erased, so nobody can read all of it; write a new version")]
            PolicyWordsErased = "policy-words-erased" {
                /// Which.
                policy: PolicyRef,
                /// Which version.
                version: u32,
            },
        }
    };
}

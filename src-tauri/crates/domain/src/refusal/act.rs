//! Any act: whom it is for, what it needs, and what it would change.

macro_rules! act {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// No such thing is known at this moment.
            #[error("{reference} is not known in this workspace")]
            Unknown = "unknown" {
                /// What was asked for.
                reference: String,
            },
            /// The act is kept for some roles.
            #[error("{act} is for {}; {person} holds none of these roles today", list(roles))]
            NotEntitled = "not-entitled" {
                /// What was tried.
                act: &'static str,
                /// Who tried.
                person: PersonRef,
                /// Who may.
                roles: Vec<RoleId>,
            },
            /// A name is taken.
            #[error("{reference} is already called “{name}”; choose another name or change that one")]
            NameTaken = "name-taken" {
                /// The name.
                name: String,
                /// What holds it.
                reference: String,
            },
            /// Nothing in what was given differs from what stands.
            #[error("nothing differs from what stands already")]
            NothingChanged = "nothing-changed",
            /// The act needs a reason.
            #[error("{act} needs a reason; say why in a sentence")]
            ReasonMissing = "reason-missing" {
                /// What was tried.
                act: &'static str,
            },
            /// Somebody else changed the same thing meanwhile.
            #[error("{what} was changed by entry {entry} since you looked; look at it again first")]
            MovedOn = "moved-on" {
                /// What.
                what: String,
                /// The entry that changed it.
                entry: u64,
            },
        }
    };
}

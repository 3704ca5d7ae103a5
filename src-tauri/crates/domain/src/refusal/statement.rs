//! Statements, and the requests for them.

macro_rules! statement {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// Replacing somebody's key takes the old key, or two people of other roles.
            #[error(
                "replacing the key of {person} takes the old key, or statements by two people who each \
                 hold a role that the other does not; {given} valid given"
            )]
            TooFewStatements = "too-few-statements" {
                /// Whose key.
                person: PersonRef,
                /// How many counted.
                given: usize,
            },
            /// Whoever a statement is about does not sign it.
            #[error("{person} neither vouches for their own new key nor enters it; others do")]
            OwnStatement = "own-statement" {
                /// Who.
                person: PersonRef,
            },
            /// A statement was made for another workspace.
            #[error("the statement by {by} was made for another workspace; it counts only there")]
            StatementForeign = "statement-foreign" {
                /// Who signed it.
                by: PersonRef,
            },
            /// A statement is signed with a key that is not the signer's in force.
            #[error(
                "the statement by {by} is signed with key {key}, which is not in force; {by} signs the request again with the key in force"
            )]
            StatementKeyEnded = "statement-key-ended" {
                /// Who signed it.
                by: PersonRef,
                /// With which key.
                key: String,
            },
            /// A statement's signature does not hold.
            #[error("the statement by {by} was altered after it was signed; ask {by} for the file again")]
            StatementAltered = "statement-altered" {
                /// Who signed it.
                by: PersonRef,
            },
            /// A statement was used before.
            #[error("the statement by {by} was taken in before; it counts once")]
            StatementAgain = "statement-again" {
                /// Who signed it.
                by: PersonRef,
            },
            /// A statement judges something else.
            #[error(
                "the statement by {by} is about another request; take each request’s statements in alone"
            )]
            StatementElsewhere = "statement-elsewhere" {
                /// Who signed it.
                by: PersonRef,
            },
            /// A statement came too late.
            #[error("the statement by {by} was of use until {expires}; make a new request")]
            StatementExpired = "statement-expired" {
                /// Who signed it.
                by: PersonRef,
                /// Until when it counted.
                expires: Moment,
            },
            /// A statement was made over a record that this one does not continue.
            #[error(
                "the statement by {by} was made over another copy of this workspace than this file; open the file that the request was made from"
            )]
            StatementUnseen = "statement-unseen" {
                /// Who signed it.
                by: PersonRef,
            },
            /// A statement says no.
            #[error("{by} was asked and says “{verdict}”; the statement opens nothing")]
            StatementSaysNo = "statement-says-no" {
                /// Who signed it.
                by: PersonRef,
                /// What it says.
                verdict: String,
            },
            /// A request for statements has run out.
            #[error("the request was of use until {expires}; make a new one")]
            RequestExpired = "request-expired" {
                /// Until when.
                expires: Moment,
            },
        }
    };
}

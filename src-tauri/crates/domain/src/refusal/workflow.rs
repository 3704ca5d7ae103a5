//! Workflows and what they may do.

macro_rules! workflow {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// Only a decision makes a running workflow freer, or loosens what holds it.
            #[error(
                "{what}; that takes a decision of the kind “{}”, while holding it shorter is open",
                .kind.words()
            )]
            NeedsDecision = "needs-decision" {
                /// The kind of decision that would do it.
                kind: DecisionKind,
                /// What would be freer or looser.
                what: String,
            },
            /// A workflow does not go there without a decision.
            #[error("a workflow does not go from {from} to {to} without a decision")]
            NoSuchStep = "no-such-step" {
                /// Where it stands.
                from: &'static str,
                /// Where it was to go.
                to: &'static str,
            },
            /// This kind of action is approved every time.
            #[error("“{action}” cannot stand on tier 4: {because}")]
            TierNotAllowed = "tier-not-allowed" {
                /// The kind of action.
                action: &'static str,
                /// Why, and what would open it where something does.
                because: &'static str,
            },
            /// A limit that limits nothing, or everything.
            #[error("the limit of “{action}” cannot be used: {because}")]
            LimitUnusable = "limit-unusable" {
                /// The kind of action.
                action: &'static str,
                /// What is wrong with it.
                because: &'static str,
            },
            /// A currency is three capital letters.
            #[error("“{written}” is not a currency; write three capital letters like EUR")]
            UnknownCurrency = "unknown-currency" {
                /// What was given.
                written: String,
            },
            /// Costs and benefits are not negative.
            #[error("{amount} is negative; write costs and benefits as amounts above zero")]
            NegativeAmount = "negative-amount" {
                /// What was given.
                amount: String,
            },
        }
    };
}

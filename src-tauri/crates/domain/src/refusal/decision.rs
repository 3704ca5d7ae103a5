//! Decisions and votes on them.

macro_rules! decision {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The change is for another kind of decision, which has another right.
            #[error("a decision of the kind “{kind}” does not carry {what}; propose it as the kind it is")]
            WrongKind = "wrong-kind" {
                /// The kind chosen.
                kind: &'static str,
                /// What it does not carry.
                what: String,
            },
            /// Tier and stage go up one step at a time.
            #[error("“{what}” would go up more than one step; autonomy is earned one step at a time")]
            TooManySteps = "too-many-steps" {
                /// What.
                what: &'static str,
            },
            /// What the decision right asks to be shown is not there.
            #[error("what its decision right asks for is not there: {}", missing.join("; "))]
            EvidenceMissing = "evidence-missing" {
                /// What is missing, in words.
                missing: Vec<String>,
            },
            /// Nobody but the proposer acts for the roles that approve.
            #[error(
                "nobody but the proposer acts for {}; let somebody else propose it, or give the role to somebody",
                list(roles)
            )]
            NobodyApproves = "nobody-approves" {
                /// The roles.
                roles: Vec<RoleId>,
            },
            /// A role that is heard first was held, and nobody is there to be heard any more.
            #[error(
                "{} is heard before this is approved, and nobody is there to be heard since the role \
                 ended; give it to somebody, or change by decision who is heard",
                list(roles)
            )]
            ConsultedVacant = "consulted-vacant" {
                /// The roles.
                roles: Vec<RoleId>,
            },
            /// Whoever proposed it does not vote on it.
            #[error("{person} proposed {decision}; somebody else approves it")]
            OwnProposal = "own-proposal" {
                /// Which decision.
                decision: DecisionRef,
                /// Who proposed it.
                person: PersonRef,
            },
            /// Who approves was settled when it was proposed.
            #[error(
                "{person} was given the role {role} after {decision} was proposed, so it does not \
                 count for it; withdraw it and propose it anew"
            )]
            EntitledSince = "entitled-since" {
                /// Which decision.
                decision: DecisionRef,
                /// Who.
                person: PersonRef,
                /// The role.
                role: RoleId,
            },
            /// Only the proposer withdraws.
            #[error("{decision} was proposed by {person}, who alone withdraws it")]
            NotTheProposer = "not-the-proposer" {
                /// Which decision.
                decision: DecisionRef,
                /// Who proposed it.
                person: PersonRef,
            },
            /// A person votes once.
            #[error("{person} has voted on {decision} already; a vote counts once")]
            VotedAlready = "voted-already" {
                /// Which decision.
                decision: DecisionRef,
                /// Who.
                person: PersonRef,
            },
            /// Others are heard before an approval counts.
            #[error("{decision} is not approved before {} has been consulted", list(roles))]
            ConsultFirst = "consult-first" {
                /// Which decision.
                decision: DecisionRef,
                /// Who is heard first.
                roles: Vec<RoleId>,
            },
            /// Another role is asked first, or this one has approved.
            #[error("{decision} waits for {} now; this approval is not its turn", list(roles))]
            OutOfTurn = "out-of-turn" {
                /// Which decision.
                decision: DecisionRef,
                /// Whose turn it is.
                roles: Vec<RoleId>,
            },
            /// Approvals are missing.
            #[error("{decision} is not approved yet; it waits for {}", list(roles))]
            NotApproved = "not-approved" {
                /// Which decision.
                decision: DecisionRef,
                /// Whose approval is missing.
                roles: Vec<RoleId>,
            },
            /// The decision came to an end.
            #[error("{decision} is {state}; propose it anew if it is still wanted")]
            DecisionOver = "decision-over" {
                /// Which decision.
                decision: DecisionRef,
                /// Where it stands.
                state: &'static str,
            },
            /// The decision's time passed.
            #[error("{decision} lapsed at {until}; propose it anew if it is still wanted")]
            DecisionLapsed = "decision-lapsed" {
                /// Which decision.
                decision: DecisionRef,
                /// When.
                until: Moment,
            },
            /// What the decision would change was changed by something else.
            #[error(
                "{decision} is stale: entry {entry} changed what it would change; propose it anew on what stands"
            )]
            DecisionStale = "decision-stale" {
                /// Which decision.
                decision: DecisionRef,
                /// The entry that changed it.
                entry: u64,
            },
            /// Words of the proposal were erased, so nobody can read the whole of it.
            #[error("words of {decision} were erased, so nobody can read all that they would sign; propose it anew")]
            WordsErased = "words-erased" {
                /// Which decision.
                decision: DecisionRef,
            },
            /// A setting that was loosened is set anew.
            #[error("{decision} changed a setting; set it anew, which takes no decision where it holds shorter")]
            SetAnew = "set-anew" {
                /// Which decision.
                decision: DecisionRef,
            },
            /// A permit was kept, or somebody has answered for every use that went beyond it.
            #[error("no use of {permit} goes beyond what it allows that nobody has answered for; there is nothing to raise")]
            PermitAnswered = "permit-answered" {
                /// Which permit.
                permit: PermitRef,
            },
            /// A decision did nothing that could be undone, or was undone.
            #[error("{decision} has nothing to be rolled back: it was not applied, or was undone already")]
            NothingToUndo = "nothing-to-undo" {
                /// Which decision.
                decision: DecisionRef,
            },
        }
    };
}

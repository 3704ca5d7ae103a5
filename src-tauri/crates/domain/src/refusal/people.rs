//! People, roles, teams and keys.

macro_rules! people {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// The person has left.
            #[error("{person} has left; a person who has left gets no role and no key")]
            HasLeft = "has-left" {
                /// Who.
                person: PersonRef,
            },
            /// The person holds the role already.
            #[error("{person} holds the role {role} already")]
            HoldsAlready = "holds-already" {
                /// Who.
                person: PersonRef,
                /// Which role.
                role: RoleId,
            },
            /// The person does not hold the role.
            #[error("{person} does not hold the role {role}")]
            HoldsNot = "holds-not" {
                /// Who.
                person: PersonRef,
                /// Which role.
                role: RoleId,
            },
            /// The person has another place in the same order on the same day.
            #[error("{person} is named twice for the same days; leave one of the two")]
            NamedTwice = "named-twice" {
                /// Who.
                person: PersonRef,
            },
            /// Another absence of the same person covers some of the days.
            #[error("{person} is away on some of these days already ({absence}); change that absence")]
            AwayAlready = "away-already" {
                /// Who.
                person: PersonRef,
                /// The other absence.
                absence: AbsenceRef,
            },
            /// The person belongs to the team already.
            #[error("{person} belongs to {team} on some of these days already")]
            MemberAlready = "member-already" {
                /// Who.
                person: PersonRef,
                /// Which team.
                team: TeamRef,
            },
            /// The person does not belong to the team.
            #[error("{person} does not belong to {team} after that day")]
            NoMember = "no-member" {
                /// Who.
                person: PersonRef,
                /// Which team.
                team: TeamRef,
            },
            /// The team is disbanded.
            #[error("{team} is disbanded; form another team")]
            Disbanded = "disbanded" {
                /// Which team.
                team: TeamRef,
            },
            /// The person neither belongs to the team nor manages it.
            #[error("{person} neither belongs to {team} nor manages it; choose a team of theirs")]
            NotTheirTeam = "not-their-team" {
                /// Which team.
                team: TeamRef,
                /// Who.
                person: PersonRef,
            },
            /// The person has or had a key already; it is replaced instead.
            #[error(
                "{person} has had a key already; a new one takes its place by the old key, or by two people of other roles"
            )]
            HasKey = "has-key" {
                /// Who.
                person: PersonRef,
            },
            /// The key is used by someone already.
            #[error("this key is {person}’s already; every person signs with a key of their own")]
            KeyTaken = "key-taken" {
                /// Whose.
                person: PersonRef,
            },
            /// The key is not one of the person's keys in force.
            #[error("{person} has no such key in force")]
            NoSuchKey = "no-such-key" {
                /// Whose it should be.
                person: PersonRef,
            },
            /// Nobody gives a role to themselves where another can.
            #[error(
                "{person} does not give themselves the role {role}; another keeper of the desk does"
            )]
            RoleForOneself = "role-for-oneself" {
                /// Who.
                person: PersonRef,
                /// The role.
                role: RoleId,
            },
            /// A sponsor is made, covered and taken leave of by a sponsor.
            #[error("{act} is for an executive sponsor, and {person} is none; ask one to do it")]
            SponsorsOwn = "sponsors-own" {
                /// What somebody tried, in words.
                act: &'static str,
                /// Who.
                person: PersonRef,
            },
            /// Those who vouch came, or were given their roles, since the person last signed.
            #[error(
                "two of other roles vouch for a new key of {person}, but not two who had their keys \
                 and roles already when {person} last signed; ask people who were there then"
            )]
            VouchersSince = "vouchers-since" {
                /// Whose key is replaced.
                person: PersonRef,
            },
            /// Nobody who may mend the desk would be left with a key.
            #[error("{person} is the last with a key who may change people and keys; enrol another first")]
            LastKeeper = "last-keeper" {
                /// Who.
                person: PersonRef,
            },
        }
    };
}

//! Whether enough of the required roles took part.

use super::{Presence, Review};
use crate::people::Standing;
use crate::{PersonRef, RoleId};

/// The required roles, and which of them took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Each required role that somebody holds, its holders, and whether one took part.
    pub roles: Vec<(RoleId, Vec<PersonRef>, bool)>,
    /// How many must take part.
    pub needed: usize,
}

impl Quorum {
    /// How many took part.
    pub fn reached(&self) -> usize {
        self.roles.iter().filter(|(_, _, took_part)| *took_part).count()
    }

    /// Whether enough took part.
    pub fn holds(&self) -> bool {
        self.reached() >= self.needed
    }
}

/// Counts the required roles that took part. A role nobody holds cannot be asked for: it is left
/// out, and the number needed never exceeds the roles that are held.
pub fn quorum(standing: &Standing, review: &Review) -> Quorum {
    let took_part = |person: &PersonRef| {
        review.attendance.iter().any(|(who, presence)| {
            who == person && matches!(presence, Presence::Present | Presence::Delegate)
        })
    };
    let roles: Vec<_> = review
        .cadence
        .required
        .iter()
        .map(|role| {
            let holders: Vec<PersonRef> = standing
                .people
                .iter()
                .copied()
                .filter(|person| standing.holds(*person, role))
                .collect();
            let reached = holders.iter().any(took_part);
            (role.clone(), holders, reached)
        })
        .filter(|(_, holders, _)| !holders.is_empty())
        .collect();
    let quorum = usize::try_from(review.cadence.quorum).unwrap_or(usize::MAX);
    Quorum { needed: quorum.min(roles.len()), roles }
}

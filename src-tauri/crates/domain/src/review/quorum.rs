//! Whether enough of the required roles took part.

use super::{Presence, Review};
use crate::people::{Acting, Standing, acting, uncovered};
use crate::{PersonRef, RoleId};

/// A required role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Which role.
    pub role: RoleId,
    /// Who is asked for: its holders, and in the place of those who are away their deputy.
    pub asked: Vec<Acting>,
    /// Whether one of them, or a holder thought to be away, took part.
    pub took_part: bool,
}

/// The required roles, and which of them took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Each required role that somebody holds.
    pub seats: Vec<Seat>,
    /// How many must take part.
    pub needed: usize,
}

impl Quorum {
    /// How many took part.
    pub fn reached(&self) -> usize {
        self.seats.iter().filter(|seat| seat.took_part).count()
    }

    /// Whether enough took part.
    pub fn holds(&self) -> bool {
        self.reached() >= self.needed
    }
}

/// Counts the required roles that took part. A role nobody holds cannot be asked for: it is left
/// out, and the number needed never exceeds the roles that are held.
pub fn quorum(standing: &Standing, review: &Review) -> Quorum {
    let seats: Vec<Seat> = review
        .cadence
        .required
        .iter()
        .map(|role| seat(standing, review, role))
        .filter(|seat| !seat.asked.is_empty())
        .collect();
    let quorum = usize::try_from(review.cadence.quorum).unwrap_or(usize::MAX);
    Quorum { needed: quorum.min(seats.len()), seats }
}

fn seat(standing: &Standing, review: &Review, role: &RoleId) -> Seat {
    let took_part = |person: PersonRef| {
        review.attendance.iter().any(|(who, presence)| {
            *who == person && matches!(presence, Presence::Present | Presence::Delegate)
        })
    };
    let away = uncovered(standing, role, standing.today).into_iter();
    let asked: Vec<Acting> = acting(standing, role, standing.today)
        .into_iter()
        .chain(away.map(|who| Acting { who, instead_of: None }))
        .collect();
    let mut holders = standing.people.iter().filter(|person| standing.holds(**person, role));
    let took_part =
        asked.iter().any(|one| took_part(one.who)) || holders.any(|holder| took_part(*holder));
    Seat { role: role.clone(), asked, took_part }
}

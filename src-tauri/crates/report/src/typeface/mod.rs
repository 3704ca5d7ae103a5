//! The faces a report is set in, and which of them covers a character.
//!
//! Inter and Source Serif 4 carry the words; Noto faces that are small enough to ship
//! carry other scripts and emoji; Chinese, Japanese and Korean come from the system.

mod cover;
mod face;
mod shipped;
mod system;

pub(crate) use cover::{Cover, Wanted, is_unseen};
pub(crate) use face::{Face, FaceId, Metrics};
pub(crate) use shipped::{EMOJI, MEDIUM, REGULAR, SEMIBOLD, SERIF};

use crate::error::Result;

/// The face behind an id.
pub(crate) fn face(id: FaceId) -> Result<&'static Face> {
    match id {
        FaceId::Shipped(place) => shipped::face(place),
        FaceId::System(place) => system::face(place),
    }
}

//! The fields of a person that a column of a list can fill.

use serde::Serialize;

use crate::map::Field;

/// A field of [`super::PersonRow`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of PersonRow of the same name")]
pub enum PersonField {
    Name,
    Contact,
    Roles,
    Team,
    Manager,
}

impl Field for PersonField {
    const ALL: &'static [Self] =
        &[Self::Name, Self::Contact, Self::Roles, Self::Team, Self::Manager];

    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Contact => "contact",
            Self::Roles => "roles",
            Self::Team => "team",
            Self::Manager => "manager",
        }
    }

    fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["name", "full name", "person", "display name", "employee", "who"],
            Self::Contact => {
                &["contact", "email", "e mail", "mail", "email address", "work email", "phone"]
            }
            Self::Roles => &["roles", "role", "governance roles", "governance role"],
            Self::Team => &["team", "team name", "group", "squad"],
            Self::Manager => {
                &["manager", "team manager", "manager name", "reports to", "line manager"]
            }
        }
    }
}

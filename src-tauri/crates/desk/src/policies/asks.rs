//! Whom a policy asks, in words.

use domain::RoleId;
use domain::policy::{Asked, Terms};

use super::{AskShown, AskState};
use crate::decisions::RoleNamed;
use crate::people::Names;

/// Roles with their names.
pub(super) fn named<'a>(
    roles: impl IntoIterator<Item = &'a RoleId>,
    names: &Names,
) -> Vec<RoleNamed> {
    let named = |role: &RoleId| RoleNamed { role: role.to_string(), name: names.role(role) };
    roles.into_iter().map(named).collect()
}

/// Who attests it.
pub(super) fn whom(terms: &Terms, names: &Names) -> String {
    whom_of(&named(&terms.roles, names))
}

/// Who attests what asks the holders of these roles.
pub(crate) fn whom_of(roles: &[RoleNamed]) -> String {
    match roles {
        [] => "Everybody".to_owned(),
        roles => roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// When what is asked again after `days` is attested again.
pub(crate) fn again(days: Option<u32>) -> String {
    match days {
        None => "With each new version".to_owned(),
        Some(days) => format!("With each new version, and every {days} days"),
    }
}

/// How somebody stands with it on the day `today`.
pub(super) fn shown(asked: Asked, today: chrono::NaiveDate) -> AskShown {
    match asked {
        Asked::Attested { on, until } => AskShown {
            state: AskState::Attested,
            on: Some(on.to_string()),
            until: until.map(|until| until.to_string()),
        },
        Asked::Waits { until } => AskShown {
            state: if asked.is_late(today) { AskState::Late } else { AskState::Waits },
            on: None,
            until: Some(until.to_string()),
        },
    }
}

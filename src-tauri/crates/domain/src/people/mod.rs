//! Who there is, which roles they hold, who stands in for them, which teams they belong to, and
//! the keys they sign with.

mod absences;
mod acting;
mod deputies;
mod keep;
mod keys;
mod roles;
mod teams;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use absences::{
    Absence, AbsenceRecorded, AbsenceWithdrawn, Away, change_absence, record_absence,
    withdraw_absence,
};
pub use acting::{Acting, Cover, Stint, acting, call_order, uncovered};
pub use deputies::{DeputiesNamed, OnCallSet, name_deputies, set_on_call};
pub use keep::{SILENT_DAYS, add, change, leave};
pub use keys::{
    NewKey, Vouched, enrol, enrol_machine, may_be_asked, may_vouch, replace, replaceable, retire,
};
pub use roles::{define, end, entitled, erasers, give, keepers, revops, security, sponsor};
pub use teams::{
    Membership, MembershipEnded, MembershipGiven, Team, TeamDisbanded, TeamSet, Teams, change_team,
    disband_team, form_team, join_team, leave_team,
};

use crate::{PersonRef, RoleId, Text};

/// A role there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleDefinition {
    /// Its identifier, such as `executive-sponsor`.
    pub role: RoleId,
    /// What people call it.
    pub name: Text,
}

/// Roles there are from now on; one of the same identifier takes the former's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolesDefined {
    /// The roles.
    pub roles: Vec<RoleDefinition>,
}

/// A person is known from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonAdded {
    /// The new reference.
    pub person: PersonRef,
    /// Their name.
    pub name: Text,
    /// Where to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
}

/// A person's name or contact changed; both are given anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonChanged {
    /// Who.
    pub person: PersonRef,
    /// Their name from now on.
    pub name: Text,
    /// Where to reach them from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
}

/// A person left: every role, membership, deputyship and place in an on-call order ends. Keys are
/// retired by entries of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLeft {
    /// Who.
    pub person: PersonRef,
    /// The last day.
    pub on: NaiveDate,
}

/// A person holds a role from a date, perhaps to a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGiven {
    /// Who.
    pub person: PersonRef,
    /// Which role.
    pub role: RoleId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// A person holds a role no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleEnded {
    /// Who.
    pub person: PersonRef,
    /// Which role.
    pub role: RoleId,
    /// The last day.
    pub on: NaiveDate,
}

/// A person signs with this key from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEnrolled {
    /// Whose.
    pub person: PersonRef,
    /// Its id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
    /// The new key's own signature that it agrees, in base64.
    pub possession: String,
}

/// Another machine signs checkpoints from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineEnrolled {
    /// Its key's id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
    /// The new key's own signature that it agrees, in base64.
    pub possession: String,
}

/// A new key takes the old one's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyReplaced {
    /// Whose.
    pub person: PersonRef,
    /// The id of the key that signs no more.
    pub old: String,
    /// The new key's id.
    pub key: String,
    /// The new public key's 32 bytes in base64.
    pub public: String,
    /// The new key's own signature that it agrees, in base64.
    pub possession: String,
    /// What two people of other roles signed, when the old key is not there to sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<SignedStatement>,
}

/// A statement with its signature, as one was made here or elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedStatement {
    /// The canonical JSON that was signed.
    pub statement: String,
    /// The signature, in base64.
    pub signature: String,
}

/// A key signs no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRetired {
    /// Whose.
    pub person: PersonRef,
    /// Its id.
    pub key: String,
}

/// A role held, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub person: PersonRef,
    /// Which role.
    pub role: RoleId,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where one is set.
    pub to: Option<NaiveDate>,
}

/// A key in force, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyHeld {
    /// Whose.
    pub person: PersonRef,
    /// Its id.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
}

/// The people, roles and keys in force, and today's date in the workspace's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Today.
    pub today: NaiveDate,
    /// Everybody who has not left.
    pub people: Vec<PersonRef>,
    /// Everybody who has.
    pub left: Vec<PersonRef>,
    /// The roles there are.
    pub roles: Vec<RoleId>,
    /// Who holds which.
    pub holdings: Vec<Holding>,
    /// Who stands in for whom, and who is away.
    pub cover: Cover,
    /// Keys in force.
    pub keys: Vec<KeyHeld>,
    /// Every public key ever enrolled, with its holder.
    pub keys_ever: Vec<KeyHeld>,
    /// The number for the next person.
    pub next_person: u32,
}

impl Standing {
    /// Whether `person` holds `role` today.
    pub fn holds(&self, person: PersonRef, role: &RoleId) -> bool {
        self.roles_of(person).any(|held| held == role)
    }

    /// The roles `person` holds today.
    pub fn roles_of(&self, person: PersonRef) -> impl Iterator<Item = &RoleId> {
        self.holdings
            .iter()
            .filter(move |held| {
                held.person == person && acting::runs(held.from, held.to, self.today)
            })
            .map(|held| &held.role)
    }

    /// Refuses a person who is unknown or has left.
    pub fn must_be_here(&self, person: PersonRef) -> Result<(), crate::Refusal> {
        if self.people.contains(&person) {
            Ok(())
        } else if self.left.contains(&person) {
            Err(crate::Refusal::HasLeft { person })
        } else {
            Err(crate::Refusal::Unknown { reference: person.to_string() })
        }
    }
}

//! People, their roles and keys, who stands in for them, and their teams.

mod cover;
mod import;
mod keep;
mod keys;
mod rows;
mod signed;
mod standing;
mod teams;
mod view;
mod waiting;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::Grant;

pub use cover::{NameDeputies, Place, RecordAbsence, SetOnCall, WithdrawAbsence};
pub use import::{
    Fate, ImportPeople, PeopleImported, PeoplePreview, PersonTaken, PreviewPeople,
    SaveRejectedPeople,
};
pub use rows::{
    AbsenceRow, AbsenceState, ActingRow, Covered, KeyRow, KeyWaiting, PeopleView, PersonRow,
    PlaceRow, RoleHeld, RoleRow, StandsIn, TeamOf, TeamRow,
};
pub(crate) use signed::{last_signed, signed_over};
pub use standing::{Names, standing};
pub use teams::{DisbandTeam, JoinTeam, LeaveTeam, SetTeam};
pub use view::fingerprint;

/// Adds a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AddPerson {
    /// Name.
    pub name: String,
    /// Where to reach them; may be blank.
    pub contact: String,
    /// Roles held from today.
    pub roles: Vec<String>,
}

/// Changes what is known of a person; name and contact are both given anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChangePerson {
    /// Who.
    pub person: String,
    /// Name.
    pub name: String,
    /// Where to reach them; may be blank.
    pub contact: String,
}

/// Defines a role of one's own, or gives a role another name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DefineRole {
    /// Which role is renamed; none for a new one.
    pub role: Option<String>,
    /// What people call it.
    pub name: String,
}

/// Gives a role.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GiveRole {
    /// Who.
    pub person: String,
    /// Which role.
    pub role: String,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, where one is known.
    pub to: Option<String>,
}

/// Ends a role.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EndRole {
    /// Who.
    pub person: String,
    /// Which role.
    pub role: String,
    /// The last day, `YYYY-MM-DD`.
    pub on: String,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: Option<String>,
}

/// Records that a person left today.
#[derive(Deserialize, TS)]
pub struct RecordLeaving {
    /// Who.
    pub person: String,
    /// Opens the key of who records it.
    pub passphrase: Passphrase,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: Option<String>,
}

/// Makes and enrols a key.
#[derive(Deserialize, TS)]
pub struct EnrolKey {
    /// Whose.
    pub person: String,
    /// Seals the new key; its owner types it.
    pub new_passphrase: Passphrase,
    /// Opens the key of who enrols.
    pub passphrase: Passphrase,
}

/// Replaces one's own key.
#[derive(Deserialize, TS)]
pub struct ReplaceKey {
    /// Opens the old key.
    pub passphrase: Passphrase,
    /// Seals the new one.
    pub new_passphrase: Passphrase,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: Option<String>,
}

/// Retires a key.
#[derive(Deserialize, TS)]
pub struct RetireKey {
    /// Whose.
    pub person: String,
    /// Its id.
    pub key: String,
    /// Opens the key of who retires it.
    pub passphrase: Passphrase,
    /// Why; kept with the entry.
    #[serde(default)]
    pub why: Option<String>,
}

/// Enrols this machine, so that it signs checkpoints of the workspace too.
#[derive(Deserialize, TS)]
pub struct EnrolMachine {
    /// Opens the key of who enrols it.
    pub passphrase: Passphrase,
}

/// Saves one's sealed key file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveKeyFile {
    /// Where it goes.
    pub grant: Grant,
}

/// Brings a sealed key file to this machine.
#[derive(Deserialize, TS)]
pub struct BringKeyFile {
    /// The file.
    pub grant: Grant,
    /// Opens it.
    pub passphrase: Passphrase,
}

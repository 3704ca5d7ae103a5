//! People, roles and keys.

mod keep;
mod keys;
mod standing;
mod view;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::Grant;

pub(crate) use keep::date;
pub use standing::{Names, standing};
pub use view::fingerprint;

/// Everybody, with roles and keys.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleView {
    /// Everybody, in order of reference.
    pub people: Vec<PersonRow>,
    /// The roles there are.
    pub roles: Vec<RoleRow>,
    /// Whether this machine's key is enrolled, so that it may sign checkpoints.
    pub machine_enrolled: bool,
}

/// One person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PersonRow {
    /// Reference.
    pub person: String,
    /// Name; none once erased.
    pub name: Option<String>,
    /// Where to reach them.
    pub contact: Option<String>,
    /// Whether they have left.
    pub left: bool,
    /// Roles held today or later.
    pub roles: Vec<RoleHeld>,
    /// Keys, in force first.
    pub keys: Vec<KeyRow>,
}

/// A role held.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoleHeld {
    /// Identifier.
    pub role: String,
    /// Name.
    pub name: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// A role there is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoleRow {
    /// Identifier.
    pub role: String,
    /// Name.
    pub name: String,
}

/// A key.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeyRow {
    /// Its id.
    pub key: String,
    /// SHA-256 of the public key, in hex.
    pub fingerprint: String,
    /// Whether it still signs.
    pub in_force: bool,
    /// The entry from which it signs.
    pub since_entry: u64,
    /// Whether its sealed file lies on this machine.
    pub here: bool,
}

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

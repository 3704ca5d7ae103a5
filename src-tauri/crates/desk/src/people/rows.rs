//! What a screen shows of people, roles, teams and absences.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everybody, with roles, teams, absences and keys.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleView {
    /// Everybody, in order of reference.
    pub people: Vec<PersonRow>,
    /// The roles there are.
    pub roles: Vec<RoleRow>,
    /// The teams there are, then those disbanded.
    pub teams: Vec<TeamRow>,
    /// Absences, those of today first, then those to come, then the past ones, newest first.
    pub absences: Vec<AbsenceRow>,
    /// The day it is judged on, in the workspace's zone.
    pub today: String,
    /// The keys of machines, which sign checkpoints and lists of stops.
    pub machines: Vec<KeyRow>,
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
    /// Teams they belong to today or later.
    pub teams: Vec<TeamOf>,
    /// The absence that covers today.
    pub away: Option<AbsenceRow>,
    /// The roles for which they act today in the place of somebody who is away.
    pub stands_in: Vec<StandsIn>,
    /// Keys, in force first.
    pub keys: Vec<KeyRow>,
    /// A key made on this machine that waits for two others to vouch for it.
    pub waiting: Option<KeyWaiting>,
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

/// A team a person belongs to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TeamOf {
    /// Reference.
    pub team: String,
    /// Name.
    pub name: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
}

/// A role for which somebody acts in another's place.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StandsIn {
    /// Which role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// In whose place.
    pub instead_of: String,
    /// Their name.
    pub instead_of_name: String,
}

/// A role there is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RoleRow {
    /// Identifier.
    pub role: String,
    /// Name.
    pub name: String,
    /// Who holds it today or later.
    pub holders: Vec<PlaceRow>,
    /// Its deputies, in the order in which they are asked.
    pub deputies: Vec<PlaceRow>,
    /// Whom to call for it, in that order.
    pub on_call: Vec<PlaceRow>,
    /// Who acts for it today.
    pub acting: Vec<ActingRow>,
    /// Holders who are away today and in whose place nobody acts, by name.
    pub uncovered: Vec<String>,
}

/// Somebody's place, from a day to a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlaceRow {
    /// Who.
    pub person: String,
    /// Their name.
    pub name: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: Option<String>,
    /// Whether today is in it.
    pub today: bool,
    /// Whether they are away today.
    pub away: bool,
}

/// Somebody who acts for a role today.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ActingRow {
    /// Who.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Name of the holder in whose place they act; none who holds it.
    pub instead_of: Option<String>,
}

/// A team.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TeamRow {
    /// Reference.
    pub team: String,
    /// Name; none once erased.
    pub name: Option<String>,
    /// Who manages it.
    pub manager: Option<String>,
    /// Their name.
    pub manager_name: Option<String>,
    /// Whether whoever managed it has left.
    pub manager_left: bool,
    /// Its last day, once it is disbanded.
    pub disbanded_on: Option<String>,
    /// Who belongs to it today or later.
    pub members: Vec<PlaceRow>,
}

/// When an absence is, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AbsenceState {
    /// It covers today.
    Now,
    /// It is to come.
    Coming,
    /// It is over.
    Past,
}

/// An absence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AbsenceRow {
    /// Reference.
    pub absence: String,
    /// Who.
    pub person: String,
    /// Their name.
    pub name: String,
    /// First day away.
    pub from: String,
    /// Last day away, where one is known.
    pub to: Option<String>,
    /// Why, where it was said.
    pub reason: Option<String>,
    /// When it is.
    pub state: AbsenceState,
    /// Who acts in their place, role by role: today, or on its first day when it is to come.
    pub cover: Vec<Covered>,
}

/// Who acts for a role in the place of somebody who is away.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Covered {
    /// Which role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Name of the deputy; none when nobody acts.
    pub by: Option<String>,
}

/// A key that was asked for here and is not entered yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeyWaiting {
    /// Its id.
    pub key: String,
    /// SHA-256 of the public key, in hex: what the two compare by voice.
    pub fingerprint: String,
    /// Until when the request is of use, RFC 3339.
    pub expires: String,
    /// Whether that is over.
    pub expired: bool,
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

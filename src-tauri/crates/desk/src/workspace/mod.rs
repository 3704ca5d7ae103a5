//! Opening, signing in, verifying: everything about the workspace as a whole.

mod back_up;
mod clock;
mod create;
mod foot;
mod memory;
mod open;
mod page;
mod past;
mod replay;
mod restore;
mod settings;
mod sign_in;
mod verdicts;
mod verify;

use domain::workspace::StartUpSet;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Passphrase;
use crate::files::Grant;

pub(crate) use create::{key_file, new_key};
pub use open::Open;
pub use page::{ReleasedPage, released_page};
pub use past::{LookBack, Past};
pub(crate) use past::{Looking, looking};
pub use settings::{Settings, last_at, settings};

/// Everything around the screens.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Frame {
    /// The open workspace, if any.
    pub workspace: Option<WorkspaceFrame>,
    /// Files opened before, newest first.
    pub recent: Vec<RecentFile>,
    /// The machine's time now, RFC 3339 with its offset.
    pub now: String,
    /// The machine's own IANA time zone, to start from.
    pub zone: String,
}

/// The open workspace.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkspaceFrame {
    /// The workspace's id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// Whether it is a demo.
    pub demo: bool,
    /// In a demo, what opens everybody's key: it is no secret.
    pub opens_with: Option<String>,
    /// IANA time zone in which its days are counted.
    pub zone: String,
    /// Why nothing can be changed, where that is so.
    pub read_only: Option<String>,
    /// The past moment that every screen shows, where it is not now.
    pub past: Option<Past>,
    /// Who is signed in.
    pub person: Option<PersonChoice>,
    /// Who could sign in on this machine.
    pub here: Vec<PersonChoice>,
    /// Whether the desk locked while somebody was signed in.
    pub locked: bool,
    /// Minutes without a key press until the desk locks.
    pub idle_minutes: u32,
    /// Reviews that are due or open now.
    pub reviews_waiting: u32,
    /// Action items past their day.
    pub actions_late: u32,
    /// What the foot of the window shows.
    pub foot: Foot,
    /// Set while the clock stands wrong: the problem's code.
    pub clock: Option<ClockTrouble>,
    /// Set while the file does not hold what this machine has seen and nobody declared that.
    pub gone_back: Option<String>,
    /// Why this machine could not remember how far the file has come, where that is so.
    pub unremembered: Option<String>,
    /// Why the stop list could not be written, where that is so.
    pub stop_list: Option<String>,
    /// Exceptions that are open.
    pub exceptions_open: u32,
    /// Stops for which the machine signed and nobody has said since that they did it.
    pub unattributed: Vec<String>,
}

/// The clock stands wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ClockTrouble {
    /// `clock-behind` or `clock-jumped`.
    pub code: String,
    /// What is wrong, in a sentence.
    pub says: String,
}

/// A person who can sign in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PersonChoice {
    /// Reference.
    pub person: String,
    /// Name, or a dash once erased.
    pub name: String,
    /// Roles held today, by name.
    pub roles: Vec<String>,
    /// Whether they keep the desk (RevOps or executive sponsor).
    pub keeper: bool,
    /// Whether they are the executive sponsor.
    pub sponsor: bool,
}

/// The foot of the window.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Foot {
    /// Number of the last entry.
    pub entry: u64,
    /// The head in short, two groups of four hex digits.
    pub head: String,
    /// The head in full, `size:hex`.
    pub head_full: String,
    /// Whether nothing was altered.
    pub integrity: Verdict,
    /// Whether nothing is missing.
    pub completeness: Verdict,
    /// Whether nothing was done that the rules of its moment refuse.
    pub rules: Verdict,
}

/// A verdict in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Not looked at yet.
    Unchecked,
    /// It holds.
    Holds,
    /// It does not.
    Fails,
}

/// A verdict with its word and sentence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// In one word.
    pub verdict: Verdict,
    /// In a sentence.
    pub says: String,
}

/// Asks for a full verification.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Verify {
    /// Fingerprints kept outside, one a line.
    pub keys: Option<String>,
    /// Heads kept outside, `size:hex`.
    pub seen: Vec<String>,
}

/// What verification found.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Verification {
    /// What was found in one line, to stand after the file's name: `nothing was altered and nothing is
    /// missing`.
    pub headline: String,
    /// Nothing was altered.
    pub integrity: Judgement,
    /// Nothing is missing.
    pub completeness: Judgement,
    /// Nothing was done that the rules of its moment refuse.
    pub rules: Judgement,
    /// Whether it rests on something kept outside.
    pub anchored: bool,
    /// What the verdicts rest on, in a sentence.
    pub rests_on: String,
    /// Whether it is a demo.
    pub demo: bool,
    /// Entries looked at.
    pub entries: u64,
    /// Texts present, erased and withheld.
    pub texts: (u64, u64, u64),
    /// Head, `size:hex`.
    pub head: String,
    /// Everything that does not hold.
    pub faults: Vec<Fault>,
    /// What an auditor should know though nothing is wrong.
    pub notes: Vec<String>,
}

/// One thing that does not hold.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Fault {
    /// Stable code.
    pub code: String,
    /// Which entry, where one is at fault.
    pub entry: Option<u64>,
    /// Where in it, or which table, key and column.
    pub place: Option<String>,
    /// What is wrong, in a sentence.
    pub says: String,
}

/// A file opened before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RecentFile {
    /// Stands for the file in `open_recent`.
    pub id: String,
    /// The workspace's name when it was last open.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// Whether the file is still there.
    pub there: bool,
}

/// Starts a workspace.
#[derive(Deserialize, TS)]
pub struct CreateWorkspace {
    /// Where its file goes.
    pub grant: Grant,
    /// What it is called.
    pub name: String,
    /// IANA time zone.
    pub zone: String,
    /// Month the fiscal year starts in.
    pub fiscal_start: u32,
    /// The founder's name.
    pub founder: String,
    /// Seals the founder's key.
    pub passphrase: Passphrase,
    /// The executive sponsor, where one is named now.
    pub sponsor: Option<Sponsor>,
    /// What it starts with, beside roles and the weekly call.
    pub sets: Vec<StartUpSet>,
}

/// An executive sponsor named at the start.
#[derive(Deserialize, TS)]
pub struct Sponsor {
    /// Their name.
    pub name: String,
    /// Seals their key, where they are at the machine now.
    pub passphrase: Option<Passphrase>,
}

/// Opens a workspace file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenWorkspace {
    /// The file.
    pub grant: Grant,
}

/// Opens a file opened before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenRecent {
    /// Which one.
    pub id: String,
}

/// Signs a person in.
#[derive(Deserialize, TS)]
pub struct SignIn {
    /// Who.
    pub person: String,
    /// Opens their key.
    pub passphrase: Passphrase,
}

/// States that the machine's date is right.
#[derive(Deserialize, TS)]
pub struct AcknowledgeClock {
    /// Opens the key of who says so.
    pub passphrase: Passphrase,
}

/// Declares that an older copy of the file was put back.
#[derive(Deserialize, TS)]
pub struct DeclareRestore {
    /// What happened.
    pub ground: String,
    /// Opens the sponsor's key.
    pub passphrase: Passphrase,
}

/// Writes a copy of the workspace file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BackUp {
    /// Where it goes.
    pub grant: Grant,
}

//! Opening and closing a workspace file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use chrono_tz::Tz;
use store::{Access, Salvage, Store, StoreError};

use super::memory::Memory;
use super::past::Looking;
use super::verify::{Checked, check_beside};
use super::{Frame, OpenRecent, OpenWorkspace, settings};
use crate::files::{Purpose, file_name};
use crate::operations::Nothing;
use crate::profile::{Profile, Recent};
use crate::session::AtDesk;
use crate::{Desk, Problem};

/// A workspace that is open.
pub struct Open {
    /// Its file.
    pub store: Store,
    /// The file's own name, to show.
    pub file: String,
    /// Its id.
    pub ws: String,
    /// The zone its days are counted in.
    pub zone: Tz,
    /// Who is at it.
    pub at_desk: AtDesk,
    /// Why nothing may be changed, where that is so.
    pub read_only: Option<String>,
    /// The past moment that is shown; none while it is now.
    pub looking: Option<Looking>,
    /// What this machine's memory says of the file.
    pub memory: Memory,
    /// Why the head could not be remembered outside the file, where that is so.
    pub unremembered: Option<String>,
    /// What this machine knows of the stop list; none where it writes none.
    pub stop_list: Option<crate::stops::Kept>,
    /// The calls made with new stop lists.
    pub calls: crate::stops::Calls,
    /// What the check in the background found.
    pub checked: Arc<Mutex<Checked>>,
    /// The check in the background.
    pub(super) checking: Option<JoinHandle<()>>,
}

impl Drop for Open {
    /// Waits until the check has let go of the file too: whoever closes a workspace may move it or
    /// put another in its place at once.
    fn drop(&mut self) {
        self.checked = Arc::default();
        if let Some(checking) = self.checking.take() {
            checking.thread().unpark();
            let _ = checking.join();
        }
    }
}

/// The code of a file that cannot be read whole.
const DAMAGED: &str = "file-damaged";
/// The codes under which damage shows while a file is opened: of its pages, of its entries, of its
/// tables.
pub(super) const DAMAGE: &[&str] =
    &[DAMAGED, "entry-unreadable", "ledger-broken", "tables-inconsistent"];

impl Open {
    /// Takes a store that has been opened; `damage` says what is lost of a damaged file.
    pub fn new(
        store: Store,
        damage: Option<String>,
        path: &Path,
        profile: &Profile,
    ) -> Result<Self, Problem> {
        let zone = settings(&store.now())?.zone;
        let read_only = damage.or_else(|| match store.access() {
            Access::Write => None,
            Access::Read => Some(
                "The file or its folder is read-only. Copy the file to a folder of yours and open \
                 the copy."
                    .to_owned(),
            ),
        });
        let ws = store.ws().to_owned();
        let memory = Memory::of(&store, profile)?;
        let checked = Arc::default();
        // A place that cannot be read is said where it is chosen anew.
        let place = profile.stop_list(&ws).ok().flatten();
        let stop_list = place.as_ref().map(crate::stops::rewritten);
        Ok(Self {
            store,
            file: file_name(path),
            ws,
            zone,
            at_desk: AtDesk::Nobody,
            read_only,
            looking: None,
            memory,
            unremembered: None,
            stop_list,
            calls: crate::stops::Calls::default(),
            checked,
            checking: None,
        })
    }

    /// Refuses changes to a file that may only be read.
    pub fn must_be_writable(&self) -> Result<(), Problem> {
        match &self.read_only {
            Some(why) => {
                Err(Problem::new("read-only", format!("Nothing can be changed here. {why}")))
            }
            None => Ok(()),
        }
    }
}

impl Desk {
    /// See the list of operations.
    pub fn open_workspace(&mut self, request: OpenWorkspace) -> Result<Frame, Problem> {
        let path = self.files.path(&request.grant, Purpose::OpenWorkspace)?;
        self.open_path(&path)
    }

    /// See the list of operations.
    pub fn open_recent(&mut self, request: OpenRecent) -> Result<Frame, Problem> {
        let known = self.profile.recent().into_iter().find(|file| recent_id(file) == request.id);
        let file = known.ok_or_else(|| {
            Problem::new("file-missing", "That file is not in the list any more. Open it by name.")
        })?;
        self.open_path(&file.path)
    }

    /// See the list of operations.
    pub fn close_workspace(&mut self, _: Nothing) -> Result<Frame, Problem> {
        self.open = None;
        self.files.forget();
        self.frame(Nothing {})
    }

    /// Opens the workspace at `path`; one that may not be written opens to be read, and of a
    /// damaged one what can be recovered.
    pub fn open_path(&mut self, path: &Path) -> Result<Frame, Problem> {
        let whole = self.open_whole(path);
        match whole {
            Err(damaged) if DAMAGE.contains(&damaged.code.as_str()) => {
                let found = Salvage::open(path).map_err(|_| damaged)?;
                let says = loss(&found);
                self.take_over(found.store, Some(says), path)?;
                self.frame(Nothing {})
            }
            other => other,
        }
    }

    fn open_whole(&mut self, path: &Path) -> Result<Frame, Problem> {
        let store = match Store::open(path) {
            Err(StoreError::ReadOnly { .. }) => Store::read(path),
            other => other,
        };
        self.take_over(store?, None, path)?;
        self.frame(Nothing {})
    }

    /// Takes an open store as the desk's workspace.
    pub(super) fn take_over(
        &mut self,
        store: Store,
        damage: Option<String>,
        path: &Path,
    ) -> Result<(), Problem> {
        let damaged = damage.is_some();
        let mut open = Open::new(store, damage, path, &self.profile)?;
        if damaged {
            open.found_damaged();
        } else {
            check_beside(&mut open, &self.profile, self.settling)?;
        }
        let name = settings(&open.store.now())?.name;
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
        // A list of files that cannot be kept is no reason not to open one.
        let _ = self.profile.opened(Recent { ws: open.ws.clone(), name, path });
        self.files.forget();
        self.open = Some(open);
        // Whoever only reads has seen this head as well.
        if !damaged {
            self.remember();
            self.keep_stop_list();
        }
        Ok(())
    }
}

/// What is lost of a damaged file, in sentences.
pub(super) fn loss(found: &Salvage) -> String {
    let runs: Vec<String> = found
        .lost
        .entries
        .iter()
        .map(|(from, to)| if from == to { from.to_string() } else { format!("{from} to {to}") })
        .collect();
    let mut says = "The file is damaged; what could be recovered is shown.".to_owned();
    if !runs.is_empty() {
        says.push_str(&format!(" Entries {} are lost.", runs.join(", ")));
    }
    if !found.lost.texts.is_empty() {
        says.push_str(&format!(" {} texts are lost.", found.lost.texts.len()));
    }
    if !found.lost.files.is_empty() {
        let files: Vec<String> = found.lost.files.iter().map(ToString::to_string).collect();
        says.push_str(&format!(" The kept files of {} are lost.", files.join(", ")));
    }
    if !found.beyond.is_empty() {
        says.push_str(&format!(
            " {} later entries are readable but follow a gap, so they are not shown.",
            found.beyond.len()
        ));
    }
    says.push_str(" Open your latest copy, and have the executive sponsor declare the restore.");
    says
}

/// What stands for a recent file outside: nothing that names its path.
pub(super) fn recent_id(file: &Recent) -> String {
    let path = file.path.to_string_lossy();
    let digest = ledger::primitive::sha256(&[b"countersign/recent\n", path.as_bytes()]);
    ledger::encoding::hex(&digest)
}

//! Files a person chose. The window never names a path: it hands back a grant.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::profile::private_write;
use crate::{Desk, Problem};

/// A file or place the person chose; only the desk's host knows the path behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Grant(pub String);

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A workspace to open.
    OpenWorkspace,
    /// Where a new workspace goes.
    NewWorkspace,
    /// An inventory to read.
    ReadInventory,
    /// Holidays to read, as a calendar file or a table.
    ReadHolidays,
    /// Where a report goes.
    SaveReport,
    /// Where a pack goes.
    SavePack,
    /// Where a copy of the workspace goes.
    SaveCopy,
    /// A sealed key file to bring in.
    ReadKeyFile,
    /// Where a sealed key file goes.
    SaveKeyFile,
    /// A request for a statement, to read.
    ReadRequest,
    /// Where a request for a statement goes.
    SaveRequest,
    /// A signed statement that came back.
    ReadStatement,
    /// Where a signed statement goes.
    SaveStatement,
    /// Where the stop list goes.
    SaveStopList,
    /// A file that is evidence.
    ReadEvidence,
    /// Where a file that was kept goes.
    SaveEvidence,
}

/// Asks the person for a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ChooseFile {
    /// What for.
    pub purpose: Purpose,
    /// A name to start from, where one is to be saved.
    pub suggested: Option<String>,
}

/// The ending of a request's file, by which a desktop knows what opens it; inside it is JSON.
pub const REQUEST_ENDING: &str = "countersign-request";

/// What the person chose; no grant when they changed their mind.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Chosen {
    /// Stands for the file.
    pub grant: Option<Grant>,
    /// The file's name, to show.
    pub name: Option<String>,
}

/// A file was written.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Written {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of it, in hex.
    pub sha256: String,
    /// The entry that records the export, where one does.
    pub entry: Option<u64>,
}

/// How the desk's host lets a person choose files, and what a grant stands for.
pub trait Files: Send + Sync {
    /// Asks the person; none when they changed their mind.
    fn choose(&self, wanted: &ChooseFile) -> Result<Chosen, Problem>;
    /// The path behind a grant that was given for this purpose.
    fn path(&self, grant: &Grant, purpose: Purpose) -> Result<PathBuf, Problem>;
    /// The request that the host was started with; told once.
    fn started_with(&self) -> Chosen {
        Chosen::default()
    }
    /// Takes back what was granted: another workspace is open from now on, or none.
    fn forget(&self) {}
}

/// Files of a host where a grant is the path itself, and nobody is asked to choose one.
#[derive(Clone, Copy, Debug)]
pub struct NamedFiles;

impl Files for NamedFiles {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen::default())
    }

    fn path(&self, grant: &Grant, _: Purpose) -> Result<PathBuf, Problem> {
        Ok(PathBuf::from(&grant.0))
    }
}

impl Written {
    /// What is said of a file called `name` that holds `bytes`.
    pub(crate) fn of(name: String, bytes: &[u8], entry: Option<u64>) -> Self {
        Self {
            name,
            bytes: bytes.len() as u64,
            sha256: ledger::encoding::hex(&ledger::primitive::sha256(&[bytes])),
            entry,
        }
    }
}

impl Written {
    /// What is said of a file that lies at `path` already.
    pub(crate) fn of_file(path: &Path, name: String) -> Result<Self, Problem> {
        let bytes = std::fs::read(path).map_err(|source| {
            Problem::new("export-failed", format!("{name} cannot be read again: {source}."))
        })?;
        Ok(Self::of(name, &bytes, None))
    }
}

impl Desk {
    /// Where a file is to go. Never onto a workspace: what is replaced there is lost for ever.
    pub(crate) fn target(&self, grant: &Grant, purpose: Purpose) -> Result<PathBuf, Problem> {
        let path = self.files.path(grant, purpose)?;
        let name = file_name(&path);
        if path.is_dir() {
            let says = format!("{name} is a folder; give the file a name inside it.");
            return Err(Problem::new("export-failed", says));
        }
        if let Some(folder) = path.parent().filter(|folder| *folder != Path::new(""))
            && folder.metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
        {
            let says = format!("There is no folder {}; make it first.", folder.display());
            return Err(Problem::new("export-failed", says));
        }
        if is_database(&path) {
            let says = format!("{name} is a workspace or another database; nothing was written.");
            return Err(Problem::new("file-exists", says));
        }
        Ok(path)
    }
}

/// A file's own name, to show.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "–".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Writes what goes to another machine where a person chose, readable by them alone.
///
/// # Errors
/// `export-failed` when it cannot be written; nothing is left then.
pub(crate) fn hand_out(path: &Path, words: &str) -> Result<Written, Problem> {
    private_write(path, words.as_bytes()).map_err(|source| {
        let says = format!("{} cannot be written: {source}.", file_name(path));
        Problem::new("export-failed", says)
    })?;
    Ok(Written::of(file_name(path), words.as_bytes(), None))
}

/// Whether a file begins as SQLite's do.
fn is_database(path: &Path) -> bool {
    let mut first = [0; 16];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok()
        && first == *b"SQLite format 3\0"
}

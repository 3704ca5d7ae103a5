//! Journeys answer in the person's place: a folder holds, per purpose, a file with the path to
//! choose. Each answer is given once; without one the person has changed their mind.

use std::path::PathBuf;
use std::sync::Arc;
use std::{env, fs};

use desk::Problem;
use desk::clock::{Clock, MachineClock, Moment};
use desk::operations::{ChooseFile, Purpose};

use super::Chooser;
use crate::shell::ComingApp;

/// The machine's clock, as far ahead as the folder says in `clock`, in minutes: so that what takes
/// days in the desk takes none in a journey.
pub struct JourneyClock;

impl Clock for JourneyClock {
    fn now(&self) -> Moment {
        let folder = PathBuf::from(env::var_os("COUNTERSIGN_JOURNEY_FILES").unwrap_or_default());
        let ahead = fs::read_to_string(folder.join("clock")).ok();
        let ahead = ahead.and_then(|minutes| minutes.trim().parse().ok()).unwrap_or(0);
        MachineClock.ahead(ahead)
    }
}

/// Asks the folder that `COUNTERSIGN_JOURNEY_FILES` names.
pub fn chooser(_: &ComingApp) -> Arc<dyn Chooser> {
    let folder = env::var_os("COUNTERSIGN_JOURNEY_FILES").unwrap_or_default();
    Arc::new(Written { folder: folder.into() })
}

struct Written {
    folder: PathBuf,
}

impl Chooser for Written {
    fn ask(&self, wanted: &ChooseFile) -> Result<Option<PathBuf>, Problem> {
        let answer = self.folder.join(file_name(wanted.purpose));
        let Ok(path) = fs::read_to_string(&answer) else { return Ok(None) };
        fs::remove_file(&answer).map_err(Problem::internal)?;
        Ok(Some(PathBuf::from(path)))
    }
}

fn file_name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::OpenWorkspace => "open-workspace",
        Purpose::NewWorkspace => "new-workspace",
        Purpose::ReadInventory => "read-inventory",
        Purpose::ReadHolidays => "read-holidays",
        Purpose::SaveReport => "save-report",
        Purpose::SavePack => "save-pack",
        Purpose::SaveCopy => "save-copy",
        Purpose::ReadKeyFile => "read-key-file",
        Purpose::SaveKeyFile => "save-key-file",
        Purpose::ReadRequest => "read-request",
        Purpose::SaveRequest => "save-request",
        Purpose::ReadStatement => "read-statement",
        Purpose::SaveStatement => "save-statement",
        Purpose::SaveStopList => "save-stop-list",
        Purpose::ReadEvidence => "read-evidence",
        Purpose::SaveEvidence => "save-evidence",
    }
}

//! The files a person chose. The window holds grants; only here are they paths.

#[cfg(not(feature = "journey"))]
mod dialog;
#[cfg(feature = "journey")]
pub mod dropping;
#[cfg(feature = "journey")]
mod journey;

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use desk::files::REQUEST_ENDING;
use desk::operations::{ChooseFile, Chosen, Purpose};
use desk::{Chance, Files, Grant, OsChance, Problem};

#[cfg(not(feature = "journey"))]
pub use dialog::chooser;
#[cfg(feature = "journey")]
pub use journey::{JourneyClock, chooser};

/// Asks a person for a file.
pub trait Chooser: Send + Sync {
    /// The path they chose; none when they changed their mind.
    ///
    /// # Errors
    /// `internal` when the question could not be put.
    fn ask(&self, wanted: &ChooseFile) -> Result<Option<PathBuf>, Problem>;
}

/// Most files granted at one time; the oldest grant makes room.
const MOST: usize = 32;

/// What was chosen since a workspace was opened, each for one purpose.
#[derive(Clone)]
pub struct ChosenFiles {
    chooser: Arc<dyn Chooser>,
    granted: Arc<Mutex<VecDeque<Granted>>>,
    /// The request that the app was started with, until the page asks.
    started_with: Arc<Mutex<Option<Chosen>>>,
}

struct Granted {
    id: String,
    purpose: Purpose,
    path: PathBuf,
}

impl ChosenFiles {
    /// Nothing chosen yet.
    pub fn new(chooser: Arc<dyn Chooser>) -> Self {
        Self { chooser, granted: Arc::default(), started_with: Arc::default() }
    }

    /// A grant for this path and purpose, under an id nobody can guess.
    ///
    /// # Errors
    /// `internal` when the operating system gives no randomness.
    pub fn grant(&self, path: PathBuf, purpose: Purpose) -> Result<Grant, Problem> {
        let bytes = OsChance.half()?;
        let id: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut granted = self.granted();
        granted.truncate(MOST - 1);
        granted.push_front(Granted { id: id.clone(), purpose, path });
        Ok(Grant(id))
    }

    /// Keeps a request for the page, which asks for it once it is there.
    ///
    /// # Errors
    /// `internal` when the operating system gives no randomness.
    pub fn hand_over(&self, request: PathBuf) -> Result<(), Problem> {
        let name = named(&request);
        let grant = self.grant(request, Purpose::ReadRequest)?;
        let mut kept = self.started_with.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(Chosen { grant: Some(grant), name });
        Ok(())
    }

    fn look_up(&self, grant: &Grant, purpose: Purpose) -> Option<PathBuf> {
        let mut granted = self.granted();
        let known = |one: &Granted| one.id == grant.0 && one.purpose == purpose;
        let place = granted.iter().position(known)?;
        if asks_before_replacing(purpose) {
            // The person agreed to replace what stands there once, not whenever the window likes.
            granted.remove(place).map(|one| one.path)
        } else {
            granted.get(place).map(|one| one.path.clone())
        }
    }

    fn granted(&self) -> MutexGuard<'_, VecDeque<Granted>> {
        self.granted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the dialog let the person agree to replace what stands there. A new workspace and a copy
/// replace nothing, so they may be tried again.
fn asks_before_replacing(purpose: Purpose) -> bool {
    match purpose {
        Purpose::SaveReport
        | Purpose::SavePack
        | Purpose::SaveKeyFile
        | Purpose::SaveRequest
        | Purpose::SaveStatement
        | Purpose::SaveStopList
        | Purpose::SaveEvidence => true,
        Purpose::OpenWorkspace
        | Purpose::NewWorkspace
        | Purpose::ReadInventory
        | Purpose::ReadHolidays
        | Purpose::SaveCopy
        | Purpose::ReadKeyFile
        | Purpose::ReadRequest
        | Purpose::ReadStatement
        | Purpose::ReadEvidence => false,
    }
}

impl Files for ChosenFiles {
    fn choose(&self, wanted: &ChooseFile) -> Result<Chosen, Problem> {
        let Some(path) = self.chooser.ask(wanted)? else {
            return Ok(Chosen::default());
        };
        let path = with_ending(path, wanted)?;
        let name = named(&path);
        Ok(Chosen { grant: Some(self.grant(path, wanted.purpose)?), name })
    }

    fn path(&self, grant: &Grant, purpose: Purpose) -> Result<PathBuf, Problem> {
        self.look_up(grant, purpose).ok_or_else(|| {
            Problem::new("not-granted", "This file was not chosen for that. Choose it again.")
        })
    }

    fn started_with(&self) -> Chosen {
        let mut kept = self.started_with.lock().unwrap_or_else(PoisonError::into_inner);
        kept.take().unwrap_or_default()
    }

    fn forget(&self) {
        self.granted().clear();
    }
}

fn named(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// Whether a file is a request by its name: whatever else the app is started with is a workspace.
pub fn is_request(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    ending.is_some_and(|ending| {
        [REQUEST_ENDING, "json"].iter().any(|one| one.eq_ignore_ascii_case(ending))
    })
}

/// Gives a name typed without an ending the one that was suggested.
fn with_ending(path: PathBuf, wanted: &ChooseFile) -> Result<PathBuf, Problem> {
    let suggested = wanted.suggested.as_deref().map(Path::new).and_then(Path::extension);
    let Some(ending) = suggested.filter(|_| path.extension().is_none()) else {
        return Ok(path);
    };
    let completed = path.with_extension(ending);
    // The dialog asked about the name as it was typed, so nobody agreed to replace this one.
    if completed.exists() {
        let name = completed.display();
        return Err(Problem::new("file-exists", format!("{name} exists. Choose another name.")));
    }
    Ok(completed)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Answers(PathBuf);

    impl Chooser for Answers {
        fn ask(&self, _: &ChooseFile) -> Result<Option<PathBuf>, Problem> {
            Ok(Some(self.0.clone()))
        }
    }

    fn chosen(path: &str) -> ChosenFiles {
        ChosenFiles::new(Arc::new(Answers(PathBuf::from(path))))
    }

    fn wanted(purpose: Purpose, suggested: Option<&str>) -> ChooseFile {
        ChooseFile { purpose, suggested: suggested.map(str::to_owned) }
    }

    #[test]
    fn a_grant_stands_for_the_file_that_was_chosen() {
        let files = chosen("/somewhere/inventory.csv");
        let answer = files.choose(&wanted(Purpose::ReadInventory, None)).unwrap();
        let path = files.path(&answer.grant.unwrap(), Purpose::ReadInventory).unwrap();
        assert_eq!(path, Path::new("/somewhere/inventory.csv"), "the desk reads what was chosen");
        assert_eq!(answer.name.as_deref(), Some("inventory.csv"), "the window shows only a name");
    }

    #[test]
    fn a_file_chosen_for_reading_is_never_written_to() {
        let files = chosen("/somewhere/inventory.csv");
        let answer = files.choose(&wanted(Purpose::ReadInventory, None)).unwrap();
        let refused = files.path(&answer.grant.unwrap(), Purpose::SaveReport).unwrap_err();
        assert_eq!(refused.code, "not-granted", "a grant holds for its purpose alone");
    }

    #[test]
    fn a_grant_nobody_gave_is_refused() {
        let refused = chosen("/x").path(&Grant("file-1".into()), Purpose::SaveCopy).unwrap_err();
        assert_eq!(refused.code, "not-granted", "a path never comes from the window");
    }

    fn granted(files: &ChosenFiles, purpose: Purpose) -> Grant {
        files.choose(&wanted(purpose, None)).unwrap().grant.unwrap()
    }

    #[test]
    fn a_request_that_the_app_is_started_with_is_told_once_and_may_only_be_read() {
        let files = chosen("/nowhere");
        let path = Path::new("/home/ann/DEC-0020.countersign-request");
        assert!(is_request(path) && is_request(Path::new("request.json")), "by its ending");
        assert!(!is_request(Path::new("Acme.countersign")), "a workspace is none");
        files.hand_over(path.to_owned()).unwrap();
        let told = files.started_with();
        assert_eq!(told.name.as_deref(), Some("DEC-0020.countersign-request"), "its name alone");
        let grant = told.grant.unwrap();
        assert_eq!(files.path(&grant, Purpose::ReadRequest).unwrap(), path, "it can be read");
        let refused = files.path(&grant, Purpose::SaveRequest).unwrap_err();
        assert_eq!(refused.code, "not-granted", "and not be written over");
        assert!(files.started_with().grant.is_none(), "once: whoever closed it is not asked again");
    }

    #[test]
    fn no_grant_tells_anything_of_another() {
        let files = chosen("/somewhere/inventory.csv");
        let grants: Vec<Grant> = (0..3).map(|_| granted(&files, Purpose::ReadInventory)).collect();
        for grant in &grants {
            assert_eq!(grant.0.len(), 32, "128 bits of the operating system’s, in hex");
            let same = grants.iter().filter(|other| *other == grant).count();
            assert_eq!(same, 1, "each of its own, though the file is the same");
        }
    }

    #[test]
    fn what_was_agreed_to_be_replaced_is_replaced_once() {
        let files = chosen("/somewhere/register.pdf");
        let grant = granted(&files, Purpose::SaveReport);
        assert!(files.path(&grant, Purpose::SaveReport).is_ok(), "the person just chose it");
        let again = files.path(&grant, Purpose::SaveReport).unwrap_err();
        assert_eq!(again.code, "not-granted", "another report is another choice");
    }

    #[test]
    fn grants_go_with_the_workspace_and_are_few() {
        let files = chosen("/somewhere/inventory.csv");
        let first = granted(&files, Purpose::ReadInventory);
        let read = |grant: &Grant| files.path(grant, Purpose::ReadInventory).is_ok();
        assert!(read(&first), "it may be read as often as needed");
        for _ in 0..MOST {
            granted(&files, Purpose::ReadInventory);
        }
        assert!(!read(&first), "the oldest made room");
        let last = granted(&files, Purpose::ReadInventory);
        files.forget();
        assert!(!read(&last), "another workspace begins without them");
    }

    #[test]
    fn a_name_without_an_ending_gets_the_suggested_one() {
        let files = chosen("/nowhere/minutes");
        let answer = files.choose(&wanted(Purpose::SaveReport, Some("review.pdf"))).unwrap();
        assert_eq!(answer.name.as_deref(), Some("minutes.pdf"), "a report opens by its ending");
    }
}

//! The files a person chose. The window holds grants; only here are they paths.

#[cfg(not(feature = "journey"))]
mod dialog;
#[cfg(feature = "journey")]
mod journey;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use desk::operations::{ChooseFile, Chosen, Purpose};
use desk::{Files, Grant, Problem};

#[cfg(not(feature = "journey"))]
pub use dialog::chooser;
#[cfg(feature = "journey")]
pub use journey::chooser;

/// Asks a person for a file.
pub trait Chooser: Send + Sync {
    /// The path they chose; none when they changed their mind.
    ///
    /// # Errors
    /// `internal` when the question could not be put.
    fn ask(&self, wanted: &ChooseFile) -> Result<Option<PathBuf>, Problem>;
}

/// What was chosen since the app started, each for one purpose.
#[derive(Clone)]
pub struct ChosenFiles {
    chooser: Arc<dyn Chooser>,
    granted: Arc<Mutex<BTreeMap<String, (Purpose, PathBuf)>>>,
}

impl ChosenFiles {
    /// Nothing chosen yet.
    pub fn new(chooser: Arc<dyn Chooser>) -> Self {
        Self { chooser, granted: Arc::default() }
    }

    /// A grant for this path and purpose.
    pub fn grant(&self, path: PathBuf, purpose: Purpose) -> Grant {
        let mut granted = self.granted.lock().unwrap_or_else(PoisonError::into_inner);
        let id = format!("file-{}", granted.len() + 1);
        granted.insert(id.clone(), (purpose, path));
        Grant(id)
    }

    fn look_up(&self, grant: &Grant, purpose: Purpose) -> Option<PathBuf> {
        let granted = self.granted.lock().unwrap_or_else(PoisonError::into_inner);
        let (given_for, path) = granted.get(&grant.0)?;
        (*given_for == purpose).then(|| path.clone())
    }
}

impl Files for ChosenFiles {
    fn choose(&self, wanted: &ChooseFile) -> Result<Chosen, Problem> {
        let Some(path) = self.chooser.ask(wanted)? else {
            return Ok(Chosen { grant: None, name: None });
        };
        let path = with_ending(path, wanted)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Chosen { grant: Some(self.grant(path, wanted.purpose)), name })
    }

    fn path(&self, grant: &Grant, purpose: Purpose) -> Result<PathBuf, Problem> {
        self.look_up(grant, purpose).ok_or_else(|| {
            Problem::new("not-granted", "This file was not chosen for that. Choose it again.")
        })
    }
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

    #[test]
    fn a_name_without_an_ending_gets_the_suggested_one() {
        let files = chosen("/nowhere/minutes");
        let answer = files.choose(&wanted(Purpose::SaveReport, Some("review.pdf"))).unwrap();
        assert_eq!(answer.name.as_deref(), Some("minutes.pdf"), "a report opens by its ending");
    }
}

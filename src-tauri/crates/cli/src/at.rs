//! The desk at a file named on the command line.

use std::path::{Path, PathBuf};

use desk::files::{ChooseFile, Chosen, Files};
use desk::operations::{LookBack, SignIn};
use desk::{Desk, Grant, Passphrase, Problem, Profile, Purpose};

use crate::args::{Args, Import};
use crate::progress::Bar;
use crate::usage::usage;
use crate::{interrupt, passphrase};

/// On the command line a grant is the path itself: the person typed it.
struct Named;

impl Files for Named {
    fn choose(&self, _: &ChooseFile) -> Result<Chosen, Problem> {
        Ok(Chosen { grant: None, name: None })
    }

    fn path(&self, grant: &Grant, purpose: Purpose) -> Result<PathBuf, Problem> {
        let path = PathBuf::from(&grant.0);
        match purpose {
            // Nobody is asked here, so nothing that stands there is replaced.
            Purpose::SaveReport
            | Purpose::SavePack
            | Purpose::SaveKeyFile
            | Purpose::SaveRequest
            | Purpose::SaveStatement
            | Purpose::SaveEvidence
                if path.symlink_metadata().is_ok() =>
            {
                let says = format!("{} is there already; nothing was written.", path.display());
                Err(Problem::new("file-exists", says))
            }
            Purpose::SaveReport
            | Purpose::SavePack
            | Purpose::SaveKeyFile
            | Purpose::SaveRequest
            | Purpose::SaveStatement
            | Purpose::SaveStopList
            | Purpose::SaveEvidence
            | Purpose::ReadEvidence
            | Purpose::ReadRequest
            | Purpose::ReadStatement
            | Purpose::OpenWorkspace
            | Purpose::NewWorkspace
            | Purpose::ReadInventory
            | Purpose::ReadHolidays
            | Purpose::SaveCopy
            | Purpose::ReadKeyFile => Ok(path),
        }
    }
}

/// A desk with nothing open.
pub fn desk() -> Result<Desk, Problem> {
    let desk = Desk::new(Profile::standard()?, Box::new(Named)).with_progress(Bar::default());
    interrupt::stops_work_at(&desk);
    Ok(desk)
}

/// The desk with this file open, to be read: as of now, or of the moment that was asked for.
pub fn reading(args: &Args, file: &Path) -> Result<Desk, Problem> {
    let mut desk = desk()?;
    desk.open_path(file)?;
    if let Some(as_of) = args.as_of.clone() {
        desk.look_back(LookBack { as_of })?;
    }
    Ok(desk)
}

/// The desk with this file open and a person signed in, with their passphrase for what asks again.
pub fn acting(args: &Args, file: &Path) -> Result<(Desk, Passphrase), Problem> {
    let desk = reading(args, file)?;
    let passphrase = passphrase::asked(&format!("Passphrase of {}: ", args.person()))?;
    Ok((sign_in(args, desk, passphrase.again())?, passphrase))
}

/// The desk with the file open that an import is for: only read where it is a dry run.
pub fn importing(args: &Args, import: &Import) -> Result<Desk, Problem> {
    match import.dry_run {
        true => reading(args, &import.file),
        false => Ok(acting(args, &import.file)?.0),
    }
}

/// The desk with this file open and a person signed in by this passphrase.
pub fn signed_in(args: &Args, file: &Path, passphrase: Passphrase) -> Result<Desk, Problem> {
    sign_in(args, reading(args, file)?, passphrase)
}

fn sign_in(args: &Args, mut desk: Desk, passphrase: Passphrase) -> Result<Desk, Problem> {
    let person = args.person().to_owned();
    desk.sign_in(SignIn { person, passphrase }).map_err(passphrase::told)?;
    Ok(desk)
}

/// A path as the desk takes it.
pub fn grant(path: &Path) -> Result<Grant, Problem> {
    let unusable = || usage(format!("{} is not a name in UTF-8.", path.display()));
    Ok(Grant(path.to_str().ok_or_else(unusable)?.to_owned()))
}

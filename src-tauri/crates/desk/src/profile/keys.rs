//! People's sealed keys: one encrypted PKCS#8 file each, per workspace.

use std::fs;
use std::path::{Path, PathBuf};

use domain::PersonRef;
use ledger::key::{Cost, SecretKey};

use super::Profile;
use crate::{Passphrase, Problem};

/// A sealed key that lies in the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Whose.
    pub person: PersonRef,
    /// Its id, eight hex digits.
    pub key: String,
}

/// Fewest characters a passphrase may have.
pub const PASSPHRASE_LEAST: usize = 8;

/// The code of a passphrase that does not open a key.
pub(crate) const NOT_OPENED: &str = "passphrase-wrong";

impl Profile {
    /// Seals a key under a passphrase and keeps it. `salt` and `iv` are random bytes.
    pub fn keep_key(
        &self,
        ws: &str,
        file: &KeyFile,
        secret: &SecretKey,
        passphrase: &Passphrase,
        salt: [u8; 16],
        iv: [u8; 16],
    ) -> Result<(), Problem> {
        check_passphrase(passphrase)?;
        let cost = if self.making_demo { Cost::Told } else { Cost::Secret };
        let pem = ledger::key::seal(secret, passphrase.letters(), salt, iv, cost)?;
        self.write(&inside(ws, file), pem.as_bytes())
    }

    /// Keeps a sealed key file as it is.
    pub fn keep_sealed(&self, ws: &str, file: &KeyFile, pem: &str) -> Result<(), Problem> {
        self.write(&inside(ws, file), pem.as_bytes())
    }

    /// A sealed key file as it lies here.
    pub fn sealed(&self, ws: &str, file: &KeyFile) -> Result<String, Problem> {
        let missing = || {
            Problem::new(
                "key-missing-here",
                format!(
                    "The key of {} is not on this machine. Bring its key file here, or sign on \
                     the machine that has it.",
                    file.person
                ),
            )
        };
        let bytes = self.read(&inside(ws, file))?.ok_or_else(missing)?;
        String::from_utf8(bytes).map_err(|_| unreadable("it is not text"))
    }

    /// Opens a key with its passphrase.
    ///
    /// # Errors
    /// `passphrase-wrong`, which says whose key it does not open; `key-missing-here`, `key-file-unreadable`.
    pub fn open_key(
        &self,
        ws: &str,
        file: &KeyFile,
        passphrase: &Passphrase,
    ) -> Result<SecretKey, Problem> {
        let opened = ledger::key::open(&self.sealed(ws, file)?, passphrase.letters());
        opened.map_err(Problem::from).map_err(|problem| match problem.code == NOT_OPENED {
            true => not_opened(&file.person.to_string()),
            false => problem,
        })
    }

    /// Forgets a key that signs no more.
    pub fn forget_key(&self, ws: &str, file: &KeyFile) -> Result<(), Problem> {
        match fs::remove_file(self.path(inside(ws, file))) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(super::profile_problem(&self.path(inside(ws, file)), &source))
            }
            _ => Ok(()),
        }
    }

    /// The sealed keys of a workspace that lie here, in order.
    pub fn keys(&self, ws: &str) -> Vec<KeyFile> {
        let Ok(entries) = fs::read_dir(self.path(Path::new("keys").join(ws))) else {
            return Vec::new();
        };
        let mut found: Vec<KeyFile> =
            entries.flatten().filter_map(|entry| named(entry.file_name().to_str()?)).collect();
        found.sort_by_key(|file| (file.person, file.key.clone()));
        found
    }
}

impl Profile {
    /// A person's sealed keys that lie here, the one that came last first.
    pub fn keys_newest_first(&self, ws: &str, person: PersonRef) -> Vec<KeyFile> {
        let mut theirs: Vec<KeyFile> =
            self.keys(ws).into_iter().filter(|file| file.person == person).collect();
        let came = |file: &KeyFile| {
            fs::metadata(self.path(inside(ws, file))).and_then(|lies| lies.modified()).ok()
        };
        theirs.sort_by_key(|file| std::cmp::Reverse(came(file)));
        theirs
    }
}

/// What is said of a passphrase that does not open the key of `whose`.
pub(crate) fn not_opened(whose: &str) -> Problem {
    let says = format!("This passphrase does not open the key of {whose}.");
    Problem::new(NOT_OPENED, says)
}

/// Refuses a passphrase that is too short to seal anything.
pub fn check_passphrase(passphrase: &Passphrase) -> Result<(), Problem> {
    if passphrase.letters().chars().count() < PASSPHRASE_LEAST {
        return Err(Problem::new(
            "passphrase-short",
            format!(
                "A passphrase needs at least {PASSPHRASE_LEAST} characters; a few words do well."
            ),
        ));
    }
    Ok(())
}

fn inside(ws: &str, file: &KeyFile) -> PathBuf {
    Path::new("keys").join(ws).join(format!("{}-{}.pem", file.person, file.key))
}

fn named(name: &str) -> Option<KeyFile> {
    let (person, key) = name.strip_suffix(".pem")?.rsplit_once('-')?;
    Some(KeyFile { person: person.parse().ok()?, key: key.to_owned() })
}

fn unreadable(why: &str) -> Problem {
    Problem::new(
        "key-file-unreadable",
        format!("This is not a key file of Countersign: {why}. Choose the .pem file you saved."),
    )
}

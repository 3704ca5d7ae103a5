//! The last head this machine saw of each workspace, kept outside the file so that a file that
//! went back in time is noticed.

use std::path::{Path, PathBuf};

use ledger::Head;
use serde::{Deserialize, Serialize};

use super::Profile;
use crate::Problem;

/// What was last seen of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The head, `size:hex`.
    pub head: String,
}

impl Seen {
    /// The head, if it can be read.
    pub fn head(&self) -> Option<Head> {
        self.head.parse().ok()
    }
}

impl Profile {
    /// The last head seen of a workspace.
    pub fn seen(&self, ws: &str) -> Result<Option<Head>, Problem> {
        let Some(bytes) = self.read(&inside(ws))? else { return Ok(None) };
        let seen: Option<Seen> = serde_json::from_slice(&bytes).ok();
        seen.and_then(|seen| seen.head()).map(Some).ok_or_else(|| {
            Problem::new(
                "profile-unusable",
                format!(
                    "{} is damaged, so this machine no longer knows how far the file had come. \
                     Move it away, and compare the head with one you printed.",
                    self.path(inside(ws)).display()
                ),
            )
        })
    }

    /// Remembers a head, unless a later one is remembered: another process may have been first.
    pub fn remember(&self, ws: &str, head: Head) -> Result<(), Problem> {
        if self.seen(ws)?.is_some_and(|seen| seen.size > head.size) {
            return Ok(());
        }
        let seen = Seen { head: head.to_string() };
        let bytes = serde_json::to_vec(&seen).map_err(|wrong| {
            Problem::new("internal", format!("The head cannot be remembered: {wrong}."))
        })?;
        self.write(&inside(ws), &bytes)
    }
}

impl Profile {
    /// Forgets the head of a workspace whose loss was declared, or that is made anew under its old
    /// id as only a demo is.
    pub fn forget(&self, ws: &str) -> Result<(), Problem> {
        match std::fs::remove_file(self.path(inside(ws))) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(super::profile_problem(&self.path(inside(ws)), &source))
            }
            _ => Ok(()),
        }
    }
}

fn inside(ws: &str) -> PathBuf {
    Path::new("seen").join(format!("{ws}.json"))
}

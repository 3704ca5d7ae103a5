//! Files opened before.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Profile;
use crate::Problem;

const FILE: &str = "recent.json";
const MOST: usize = 8;

/// A file opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// The workspace's id.
    pub ws: String,
    /// What it was called.
    pub name: String,
    /// Where it lay.
    pub path: PathBuf,
}

impl Profile {
    /// Files opened before, newest first. A list that cannot be read is no list.
    pub fn recent(&self) -> Vec<Recent> {
        self.read(Path::new(FILE))
            .ok()
            .flatten()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Puts a file first in the list; not the one in which a demo is being made, for it goes by another
    /// name once it is whole.
    pub fn opened(&self, file: Recent) -> Result<(), Problem> {
        if self.making_demo {
            return Ok(());
        }
        self.alone(|| {
            let mut files = self.recent();
            files.retain(|other| other.path != file.path);
            files.insert(0, file);
            files.truncate(MOST);
            self.write(Path::new(FILE), &serde_json::to_vec(&files).map_err(Problem::internal)?)
        })
    }
}

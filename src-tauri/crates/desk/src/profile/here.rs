//! What a person keeps on this machine of a workspace: how far they have seen what happened in it,
//! when they want to be told what is due, and what they were told already.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::{Moment, PersonRef};
use serde::{Deserialize, Serialize};

use super::Profile;
use crate::Problem;
use crate::notifications::Wanted;

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Here {
    /// Until where they have seen what happened; none before their first time here.
    pub until: Option<Until>,
    /// When they want to be told what is due.
    pub wanted: Wanted,
    /// What they were told of that is still so.
    pub told: BTreeSet<String>,
}

/// How far somebody has seen what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Until {
    /// The last entry.
    pub entry: u64,
    /// The moment, for what time alone brings about.
    pub at: Moment,
}

impl Profile {
    /// What is kept of a workspace for a person. A file that cannot be read keeps nothing.
    pub fn here(&self, ws: &str, person: PersonRef) -> Here {
        let bytes = self.read(&inside(ws, person)).ok().flatten();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn keep_here(&self, ws: &str, person: PersonRef, here: &Here) -> Result<(), Problem> {
        let bytes = serde_json::to_vec(here).map_err(Problem::internal)?;
        self.write(&inside(ws, person), &bytes)
    }
}

fn inside(ws: &str, person: PersonRef) -> PathBuf {
    Path::new("here").join(format!("{ws}-{person}.json"))
}

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

    /// Lets `decide` say, of what is remembered of a workspace, which head is remembered from now
    /// on; none leaves it. No other process comes between.
    pub fn remember<T>(
        &self,
        ws: &str,
        decide: impl FnOnce(Option<Head>) -> Result<(T, Option<Head>), Problem>,
    ) -> Result<T, Problem> {
        self.alone(|| {
            let before = self.seen(ws)?;
            let (said, head) = decide(before)?;
            let new = |head: &Head| !self.making_demo && before.as_ref() != Some(head);
            if let Some(head) = head.filter(new) {
                let seen = Seen { head: head.to_string() };
                let bytes = serde_json::to_vec(&seen).map_err(Problem::internal)?;
                self.write(&inside(ws), &bytes)?;
            }
            Ok(said)
        })
    }
}

impl Profile {
    /// Forgets the head of a workspace that is made anew under its old id, as only a demo is.
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

//! Where this machine writes a workspace's stop list, and how far it has come with it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Profile, profile_problem};
use crate::Problem;

/// Where a stop list goes, and the last one written there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopListPlace {
    /// The file.
    pub path: PathBuf,
    /// The address that is called with each new list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// The number of the last list written; 0 before the first.
    #[serde(default)]
    pub seq: u64,
    /// The head of the last list written.
    #[serde(default)]
    pub head: String,
}

impl Profile {
    /// Where a workspace's stop list goes on this machine; none where it goes nowhere.
    pub fn stop_list(&self, ws: &str) -> Result<Option<StopListPlace>, Problem> {
        let Some(bytes) = self.read(&inside(ws))? else { return Ok(None) };
        serde_json::from_slice(&bytes).map(Some).map_err(|_| {
            Problem::new(
                "profile-unusable",
                format!(
                    "{} is damaged, so this machine no longer knows where the stop list goes. \
                     Move it away, and choose the place again.",
                    self.path(inside(ws)).display()
                ),
            )
        })
    }

    /// Lets `act` change where the stop list goes or how far it has come, while no other process
    /// of this profile does.
    pub fn on_stop_list<T>(
        &self,
        ws: &str,
        act: impl FnOnce(&mut Option<StopListPlace>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.alone(|| {
            let before = self.stop_list(ws)?;
            let mut place = before.clone();
            let done = act(&mut place)?;
            if place != before {
                self.keep_stop_list(ws, place.as_ref())?;
            }
            Ok(done)
        })
    }

    fn keep_stop_list(&self, ws: &str, place: Option<&StopListPlace>) -> Result<(), Problem> {
        let Some(place) = place else {
            return std::fs::remove_file(self.path(inside(ws)))
                .map_err(|source| profile_problem(&self.path(inside(ws)), &source));
        };
        self.write(&inside(ws), &serde_json::to_vec(place).map_err(Problem::internal)?)
    }
}

fn inside(ws: &str) -> PathBuf {
    Path::new("stop-lists").join(format!("{ws}.json"))
}

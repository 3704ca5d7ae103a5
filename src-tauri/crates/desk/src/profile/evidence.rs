//! Where this machine last saw the files that evidence points at: nobody else's business, so no
//! entry says it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Profile;
use crate::Problem;

impl Profile {
    /// Where the files of a workspace's evidence were seen, by reference. A list that cannot be read
    /// is no list.
    pub fn evidence_places(&self, ws: &str) -> BTreeMap<String, PathBuf> {
        let written = self.read(&inside(ws)).ok().flatten();
        written.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Remembers where a file was seen.
    pub fn saw_evidence(&self, ws: &str, evidence: &str, path: &Path) -> Result<(), Problem> {
        self.alone(|| {
            let mut places = self.evidence_places(ws);
            places.insert(evidence.to_owned(), path.to_owned());
            let bytes = serde_json::to_vec(&places).map_err(Problem::internal)?;
            self.write(&inside(ws), &bytes)
        })
    }
}

fn inside(ws: &str) -> PathBuf {
    Path::new("evidence").join(format!("{ws}.json"))
}

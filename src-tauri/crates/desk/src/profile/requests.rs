//! Requests for a new key that were made here and wait for their answers.

use std::path::{Path, PathBuf};

use super::{KeyFile, Profile};
use crate::Problem;

impl Profile {
    /// Keeps the request for a key beside it.
    pub fn keep_request(&self, ws: &str, file: &KeyFile, written: &str) -> Result<(), Problem> {
        self.write(&inside(ws, file), written.as_bytes())
    }

    /// The request for a key that was made here.
    pub fn request(&self, ws: &str, file: &KeyFile) -> Option<String> {
        String::from_utf8(self.read(&inside(ws, file)).ok()??).ok()
    }
}

fn inside(ws: &str, file: &KeyFile) -> PathBuf {
    Path::new("requests").join(ws).join(format!("{}-{}.json", file.person, file.key))
}

//! Which columns a person chose for files of the same heads.

use std::collections::BTreeMap;
use std::path::Path;

use super::Profile;
use crate::Problem;

const FILE: &str = "columns.json";
/// Choices remembered, up to four for a set of heads; the one used longest ago makes room.
const MOST: usize = 200;

type Chosen = BTreeMap<String, Option<String>>;

impl Profile {
    /// What was chosen for these heads, as `#3` to a field or to nothing.
    pub fn columns_of(&self, heads: &[String]) -> Option<Chosen> {
        let wanted = name(heads);
        self.all_columns().into_iter().find(|(heads, _)| *heads == wanted).map(|(_, chosen)| chosen)
    }

    /// Keeps what was chosen for these heads.
    pub fn keep_columns(&self, heads: &[String], chosen: Chosen) -> Result<(), Problem> {
        let name = name(heads);
        let mut all = self.all_columns();
        all.retain(|(heads, _)| *heads != name);
        all.insert(0, (name, chosen));
        all.truncate(MOST);
        let bytes = serde_json::to_vec(&all).map_err(Problem::internal)?;
        self.write(Path::new(FILE), &bytes)
    }

    /// A file that cannot be read remembers nothing.
    fn all_columns(&self) -> Vec<(String, Chosen)> {
        self.read(Path::new(FILE))
            .ok()
            .flatten()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }
}

/// The heads as one name, the same whatever their capitals and spaces.
fn name(heads: &[String]) -> String {
    let plain: Vec<String> = heads.iter().map(|head| intake::words::plain(head)).collect();
    let parts: Vec<&[u8]> = plain.iter().flat_map(|head| [head.as_bytes(), b"\n"]).collect();
    ledger::encoding::hex(&ledger::primitive::sha256(&parts))
}

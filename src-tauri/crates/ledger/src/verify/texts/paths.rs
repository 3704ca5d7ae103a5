//! The places of texts inside their entries: few, and each named again and again.

use std::collections::HashMap;
use std::sync::Arc;

/// Every path met so far, by a small number.
#[derive(Debug, Default)]
pub(super) struct Paths {
    ids: HashMap<Arc<str>, u32>,
    names: Vec<Arc<str>>,
}

impl Paths {
    /// The number of a path, given to it now if it has none.
    pub(super) fn id(&mut self, path: &str) -> u32 {
        if let Some(id) = self.find(path) {
            return id;
        }
        let (name, id) = (Arc::<str>::from(path), self.names.len() as u32);
        self.ids.insert(Arc::clone(&name), id);
        self.names.push(name);
        id
    }

    /// The number of a path met before.
    pub(super) fn find(&self, path: &str) -> Option<u32> {
        self.ids.get(path).copied()
    }

    /// The path of a number that was given.
    pub(super) fn get(&self, id: u32) -> &str {
        self.names.get(id as usize).map_or("", AsRef::as_ref)
    }
}

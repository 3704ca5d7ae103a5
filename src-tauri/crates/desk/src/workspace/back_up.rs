//! A copy of the workspace file.

use super::BackUp;
use crate::files::{Purpose, Written, file_name};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn back_up(&mut self, request: BackUp) -> Result<Written, Problem> {
        let path = self.files.path(&request.grant, Purpose::SaveCopy)?;
        let progress = &self.progress;
        let copied = self.open()?.store.back_up(&path, &mut |step| {
            progress.report("back_up", step.pages - step.left, step.pages)
        })?;
        if copied.is_none() {
            return Err(Problem::new("cancelled", "Stopped; no copy was written."));
        }
        Written::of_file(&path, file_name(&path))
    }
}

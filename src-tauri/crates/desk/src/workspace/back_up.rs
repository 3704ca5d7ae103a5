//! A copy of the workspace file.

use super::BackUp;
use crate::files::{Purpose, Written, file_name};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn back_up(&mut self, request: BackUp) -> Result<Written, Problem> {
        let path = self.files.path(&request.grant, Purpose::SaveCopy)?;
        let work = self.begin("back_up");
        let copied = self.open()?.store.back_up(&path, &mut |step| {
            work.goes_on(step.pages.saturating_sub(step.left), step.pages)
        })?;
        copied.ok_or_else(|| work.cancelled())?;
        Written::of_file(&path, file_name(&path))
    }
}

//! What is answered beside the desk, also while the desk is at work: nobody waits for it, and it
//! touches no workspace.

use std::sync::Arc;

use crate::files::{ChooseFile, Chosen, Files};
use crate::operations::Nothing;
use crate::progress::Stop;
use crate::{Desk, Problem};

/// Stands beside a desk and may be asked while the desk is busy.
#[derive(Clone)]
pub struct Beside {
    files: Arc<dyn Files>,
    stop: Stop,
}

impl Desk {
    /// What is answered beside this desk.
    pub fn beside(&self) -> Beside {
        Beside { files: Arc::clone(&self.files), stop: self.stop.clone() }
    }
}

impl Beside {
    /// See the list of operations.
    pub fn choose_file(&self, request: ChooseFile) -> Result<Chosen, Problem> {
        self.files.choose(&request)
    }

    /// See the list of operations.
    pub fn started_with(&self, _: Nothing) -> Result<Chosen, Problem> {
        Ok(self.files.started_with())
    }

    /// See the list of operations.
    pub fn cancel(&self, _: Nothing) -> Result<Nothing, Problem> {
        self.stop.ask();
        Ok(Nothing {})
    }

    /// Asks the long work under way to stop, and says whether there was any that nobody had asked
    /// yet.
    pub fn stop(&self) -> bool {
        self.stop.ask()
    }
}

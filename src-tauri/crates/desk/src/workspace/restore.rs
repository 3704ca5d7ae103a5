//! Declaring that an older copy of the file was put back.

use domain::people::{entitled, sponsor};
use domain::refusal::{TEXT_LIMIT, required};
use domain::workspace::{HeadSeen, RestoreDeclared};

use super::{DeclareRestore, Frame};
use crate::operations::Nothing;
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn declare_restore(&mut self, request: DeclareRestore) -> Result<Frame, Problem> {
        let Some(lost) = self.open()?.memory.lost() else {
            return Err(domain::Refusal::NothingToDeclare.into());
        };
        self.act_despite_loss(&request.passphrase, |act| {
            let standing = standing(act.view, act.now)?;
            entitled(&standing, act.by, "declaring a restore", &[sponsor()])?;
            let root = ledger::encoding::base64(&lost.root);
            let ground = required("what happened", &request.ground, TEXT_LIMIT)?;
            let lost = HeadSeen { size: lost.size, root };
            Ok(vec![RestoreDeclared { lost, ground }.into()])
        })?;
        self.frame(Nothing {})
    }
}

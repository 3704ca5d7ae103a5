//! Erasing words when the law asks.

use domain::Text;
use domain::workspace::may_erase;
use store::tables::batch::Batch;

use super::{EraseText, LogQuery, LogView};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn erase_text(&mut self, request: EraseText) -> Result<LogView, Problem> {
        self.act_confirmed(&request.passphrase, |act| {
            let standing = standing(act.view, act.now)?;
            let EraseText { entry, path, ground, .. } = &request;
            let batches = act.view.batches()?;
            let batch = batches.iter().find(|batch| batch.seq == *entry).map(Batch::known);
            may_erase(path, batch.as_ref())?;
            let present = matches!(act.view.text(*entry, path), Ok(Text::Words { .. }));
            Ok(vec![domain::workspace::erase(&standing, act.by, *entry, path, ground, present)?])
        })?;
        self.log(LogQuery::default())
    }
}

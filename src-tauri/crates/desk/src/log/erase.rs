//! Erasing words when the law asks.

use domain::Text;

use super::{EraseText, LogQuery, LogView};
use crate::people::standing;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn erase_text(&mut self, request: EraseText) -> Result<LogView, Problem> {
        self.act_confirmed(&request.passphrase, |act| {
            let standing = standing(act.view, act.now)?;
            let EraseText { entry, path, ground, .. } = &request;
            let present = matches!(act.view.text(*entry, path), Ok(Text::Words { .. }));
            Ok(vec![domain::workspace::erase(&standing, act.by, *entry, path, ground, present)?])
        })?;
        self.log(LogQuery::default())
    }
}

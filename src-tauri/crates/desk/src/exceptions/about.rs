//! The exceptions that have to do with one thing, for its page or drawer.

use domain::ActionRef;
use domain::action::Source;
use store::View;
use store::tables::exception::Exception;

use super::shown::Shown;
use super::view::listed;
use super::{ExceptionsAbout, ExceptionsView};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn exceptions_about(
        &mut self,
        request: ExceptionsAbout,
    ) -> Result<ExceptionsView, Problem> {
        let now = self.moment();
        let desk = self.open()?;
        let view = desk.view();
        let all = about(&view, &request.reference)?;
        if all.is_empty() {
            return Ok(ExceptionsView { open: Vec::new(), over: Vec::new() });
        }
        Ok(listed(&Shown::of(&view, now, desk.at_desk.person())?, all))
    }
}

/// An action item has to do with the exception it came out of; all else is said by the exception.
fn about(view: &View<'_>, reference: &str) -> Result<Vec<Exception>, Problem> {
    let Ok(action) = reference.parse::<ActionRef>() else {
        return Ok(view.exceptions_about(reference)?);
    };
    let item = view.actions()?.into_iter().find(|item| item.action == action);
    let from = match item.and_then(|item| item.from) {
        Some(Source::Exception { exception }) => view.exception(exception)?,
        Some(Source::Item { .. } | Source::Decision { .. }) | None => None,
    };
    Ok(from.into_iter().collect())
}

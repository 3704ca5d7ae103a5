//! Exceptions to fill a workspace with.

use domain::exception::{Cause, ExceptionRaised, ExceptionResolved, Kind, Severity};
use domain::people::revops;
use domain::{Event, ExceptionRef, Text, WorkflowRef};

use super::workflows::WORKFLOWS;

/// `many`, all but the first `open` of them resolved.
pub fn exceptions(many: u32, open: u32) -> impl Iterator<Item = Event> {
    (1..=many).flat_map(move |number| {
        let exception = ExceptionRef::new(number);
        let raised = ExceptionRaised {
            exception,
            kind: if number % 3 == 0 { Kind::OutputError } else { Kind::Anomaly },
            severity: if number % 10 == 0 { Severity::High } else { Severity::Normal },
            workflow: Some(WorkflowRef::new(number % WORKFLOWS + 1)),
            what: Text::new(format!("What went wrong, number {number}")),
            pointer: None,
            routed: revops(),
            beside: Vec::new(),
            cause: Cause::Report,
        };
        let words = Text::new("Looked at and put right.");
        let resolved = ExceptionResolved { exception, words };
        let resolved = (number > open).then(|| resolved.into());
        std::iter::once(raised.into()).chain(resolved)
    })
}

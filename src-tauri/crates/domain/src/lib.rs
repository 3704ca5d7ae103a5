//! What governance is: types, rules and events.
//!
//! No I/O, no clock, no SQL, no crypto: whoever calls says what time it is, who acts and what
//! stands today, and gets back the events to sign, or a [`Refusal`] that says what would open the
//! way.

pub mod action;
pub mod batch;
pub mod cadence;
pub mod chance;
pub mod check;
pub mod decision;
pub mod drift;
pub mod event;
pub mod evidence;
pub mod exception;
pub mod fairness;
pub mod framework;
pub mod metric;
pub mod moment;
pub mod overrides;
pub mod people;
pub mod period;
pub mod policy;
pub mod population;
pub mod raci;
pub mod reference;
pub mod refusal;
pub mod review;
pub mod rollout;
pub mod rule;
pub mod sample;
pub mod service_level;
pub mod statement;
pub mod stop;
pub mod text;
pub mod workflow;
pub mod workspace;

pub use event::Event;
pub use moment::Moment;
pub use period::{Period, Span};
pub use reference::{
    AbsenceRef, ActionRef, BatchRef, CadenceId, CheckRef, DecisionRef, EvidenceRef, ExceptionRef,
    FigureId, ItemId, MetricRef, OverrideRef, PermitRef, PersonRef, PolicyRef, RaciId, RaciRowId,
    ReviewRef, RoleId, SampleRef, StopRef, TeamRef, WorkflowRef,
};
pub use refusal::Refusal;
pub use text::{ERASED, Text};

//! Why something may not be done, and what would open the way.
//!
//! A file per concept lists its refusals: what each is for, its sentence, its code, and what it
//! carries. Here they become one type.

/// Asks each list in brackets to add its refusals, then declares them all.
macro_rules! refusals {
    ([$next:ident $($later:ident)*] $($listed:tt)*) => {
        $next! { [$($later)*] $($listed)* }
    };
    ([] $($(#[$said:meta])* $variant:ident = $code:literal $({ $($carried:tt)* })?,)*) => {
        /// A rule said no. Each has a stable code, and carries what a person needs to mend it.
        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        pub enum Refusal {
            $($(#[$said])* $variant $({ $($carried)* })?,)*
        }

        impl Refusal {
            /// Every code there is.
            pub const CODES: &[&str] = &[$($code),*];

            /// A stable code, the same for ever.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)*
                }
            }
        }
    };
}

#[macro_use]
mod act;
#[macro_use]
mod action;
#[macro_use]
mod batch;
#[macro_use]
mod cadence;
#[macro_use]
mod check;
#[macro_use]
mod decision;
#[macro_use]
mod evidence;
#[macro_use]
mod exception;
#[macro_use]
mod field;
#[macro_use]
mod framework;
#[macro_use]
mod metric;
#[macro_use]
mod people;
#[macro_use]
mod policy;
#[macro_use]
mod raci;
#[macro_use]
mod review;
#[macro_use]
mod rule;
#[macro_use]
mod sample;
#[macro_use]
mod statement;
#[macro_use]
mod stop;
#[macro_use]
mod workflow;
#[macro_use]
mod workspace;

pub use field::{Limit, NAME_LIMIT, TEXT_LIMIT, optional, reasoned, required};

use field::unseen_words;
use metric::{better, period, unit, whole};
use raci::marks;
use review::{items, people, waiting};

use crate::decision::DecisionKind;
use crate::metric::{Derived, Period, Span, Value};
use crate::{
    AbsenceRef, ActionRef, BatchRef, DecisionRef, EvidenceRef, ExceptionRef, ItemId, MetricRef,
    Moment, PermitRef, PersonRef, PolicyRef, ReviewRef, RoleId, SampleRef, StopRef, TeamRef,
    WorkflowRef,
};

refusals! {
    [
        field act workspace people statement workflow raci rule
        decision metric cadence review action evidence stop exception batch check sample
        framework policy
    ]
}

fn list<T: std::fmt::Display>(things: &[T]) -> String {
    things.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

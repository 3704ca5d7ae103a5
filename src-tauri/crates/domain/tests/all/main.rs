//! The rules of governance, told as tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop, in its helpers too"
)]

mod action;
mod cadence;
mod cadence_changes;
mod cadence_set;
mod check;
mod decision;
mod events;
mod evidence;
mod exception;
mod exception_clock;
mod framework;
mod metric;
mod metric_emergency;
mod overrides;
mod people;
mod permit;
mod policy;
mod population;
mod raci;
mod retier;
mod review;
mod rollout;
mod rule;
mod rule_dated;
mod sample;
mod standing_in;
mod stop;
mod support;
mod teams;
mod workflow;
mod workspace;

//! The desk at work, in process: what a person can do at it, and what they are told when not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop, in its helpers too"
)]

mod actions;
mod answered;
mod at_once;
mod attested;
mod batches;
mod cadences;
mod calls;
mod checks;
mod clock;
mod codes;
mod conduct;
mod countersigned_by_file;
mod decision_record;
mod decisions;
mod demo;
mod derived;
mod erasure;
mod evidence;
mod exceptions;
mod files;
mod findings;
mod forged_reviews;
mod forged_samples;
mod frameworks;
mod histories;
mod import;
mod leaving;
mod listed;
mod log;
mod long_work;
mod loosened;
mod lost_key;
mod machines;
mod main_job;
mod memory;
mod metrics;
mod metrics_import;
mod notifications;
mod older;
mod overrides;
mod packs;
mod past;
mod people;
mod people_import;
mod policies;
mod policy_pages;
mod population;
mod pulled;
mod quarter;
mod raci;
mod register;
mod reports;
mod restore;
mod retier;
mod rollout;
mod rules;
mod samples;
mod secrets;
mod session;
mod settled;
mod steering;
mod stops;
mod summaries;
mod support;
mod votes_by_file;

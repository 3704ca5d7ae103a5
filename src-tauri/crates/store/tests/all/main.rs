//! What a workspace file promises, told as tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop, in its helpers too"
)]

mod altered;
mod append;
mod backup;
mod batch;
mod crash;
mod disk;
mod evidence;
mod history;
mod kill;
mod older;
mod reading;
mod refuse;
mod replay;
mod salvage;
mod support;

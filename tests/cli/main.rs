//! Journeys by command line.

mod call;
mod decide;
mod exceptions;
mod later;
mod lost_key;
mod main_job;
mod page;
mod quarter;
mod readme;
mod refusals;
mod rhythm;
mod stop;

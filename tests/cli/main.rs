//! Journeys by command line.

mod lost_key;
mod main_job;
mod refusals;

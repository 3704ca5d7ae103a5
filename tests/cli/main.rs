//! Journeys by command line.

mod main_job;
mod refusals;

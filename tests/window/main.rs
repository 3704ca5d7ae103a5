//! Journeys in the real window.

mod first_start;
mod main_job;

//! Journeys in the real window.

mod accessible;
mod action_log;
mod exceptions;
mod first_start;
mod interrupted;
mod locked;
mod main_job;
mod quarter;
mod reports;
mod rules;
mod two_machines;
mod workspace;
mod wrong_files;

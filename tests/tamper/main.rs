//! The attack, as tables: what was tried, what was found, what was named. Anything but all of it
//! fails. `cargo nextest run -p countersign-journeys --test tamper --no-capture` prints them.
//!
//! The workspace is made by the product's own use cases; the attacker has SQLite, knows the format,
//! drops what the file holds against him and puts it back when he is done.

mod ai_actions;
mod attacker;
mod cells;
mod control;
mod entries;
mod everyday;
mod forged;
mod governed;
mod insider;
mod operator;
mod packs;
mod stranger;
mod table;
mod workspace;

//! Files in: inventories, people, holidays, RACI matrices, values of metrics and action logs.
//!
//! Three layers, each usable alone:
//!
//! - [`read`] turns bytes into rows of text cells. It knows encodings, delimiters, quotes and
//!   lines, and nothing of what the cells mean. [`read::TableFile`] takes delimited text and
//!   workbooks alike.
//! - [`map`] matches the header of a table to the fields of what is imported, by guess or by an
//!   explicit column map, and says what became of every column.
//! - [`inventory`] turns rows into AI workflows, [`people`] into people, [`metrics`] into values of
//!   metrics, [`raci`] into a RACI matrix; [`holidays`] reads tables and calendar files.
//!   [`action_log`] turns rows into AI actions, of files of any size, [`service_level`] into what was
//!   promised by when.
//!
//! A bad row never aborts the good ones and never vanishes: it comes back as rejected, with its
//! line, its reasons and its cells as they were. Nothing here writes, reads a clock or touches a
//! disk, so a dry run is the same call as an import.

pub mod action_log;
mod error;
pub mod holidays;
pub mod inventory;
pub mod map;
pub mod metrics;
pub mod people;
pub mod quote;
pub mod raci;
pub mod read;
pub mod service_level;
pub mod words;

pub use error::Error;

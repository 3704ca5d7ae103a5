//! One workspace file. The only crate that names rusqlite.
//!
//! Every change is a signed entry, appended in the same transaction that changes the tables, or
//! neither happens ([`Store::write`]). The tables are a pure function of the entries: their rows
//! are versions that know from which entry to which they were true, so a [`View`] reads them as
//! they stand or as they stood. A name or free text lies once in the file, beside its entry; the
//! tables only say where, so erasing it there erases it everywhere.

mod altered;
mod append;
mod cell;
mod deeds;
mod entries;
pub mod error;
mod file;
mod project;
pub mod replay;
pub mod schedules;
mod search;
mod settings;
mod standing;
pub mod tables;
mod view;

pub use altered::{Altered, Fields};
pub use append::{Actor, Appended, NewEntry, Writer};
pub use deeds::Deed;
pub use entries::{Entry, Part, Slice, TextRow};
pub use error::{Foreign, StoreError};
pub use file::{Access, Lost, Patience, Progress, Salvage, Store, Stray, Trouble};
pub use replay::Difference;
pub use view::{AsOf, View};

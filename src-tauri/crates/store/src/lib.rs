//! One workspace file. The only crate that names rusqlite.

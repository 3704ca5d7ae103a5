//! A file that holds a table, whatever its format.

use super::{Book, FileFacts, ReadOptions, Sheet, TextFile, book};
use crate::Error;

/// Delimited text or a workbook, told apart by content and never by name.
#[derive(Debug, Clone)]
pub enum TableFile<'b> {
    /// CSV and its kin.
    Text(TextFile<'b>),
    /// XLSX.
    Book(Book),
}

impl<'b> TableFile<'b> {
    /// Opens a file of either format.
    ///
    /// # Errors
    /// Those of [`Book::open`] and [`TextFile::open`].
    pub fn open(bytes: &'b [u8], options: &ReadOptions) -> Result<Self, Error> {
        if book::is_book(bytes) {
            Book::open(bytes, options).map(Self::Book)
        } else {
            TextFile::open(bytes, options).map(Self::Text)
        }
    }

    /// What the file is.
    pub fn facts(&self) -> &FileFacts {
        match self {
            Self::Text(file) => file.facts(),
            Self::Book(book) => book.facts(),
        }
    }

    /// The sheets to choose from; none for text.
    pub fn sheets(&self) -> Vec<&str> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Book(book) => book.sheets(),
        }
    }

    /// The header and the rows under it.
    ///
    /// # Errors
    /// Those of [`TextFile::sheet`] and [`Book::sheet`].
    pub fn sheet(&self) -> Result<Sheet<'_>, Error> {
        match self {
            Self::Text(file) => file.sheet(),
            Self::Book(book) => book.sheet(),
        }
    }
}

//! Bytes to rows: what the file is, its encoding, its delimiter, its rows and their lines.

mod book;
mod decode;
mod delimiter;
mod json_lines;
mod limits;
mod row;
mod rows;
mod sheet;
mod sniff;
mod stream;
mod survey;
mod table_file;
mod text_file;

pub use book::Book;
pub use delimiter::Delimiter;
pub use json_lines::JsonLines;
pub use limits::Limits;
pub use row::{Row, RowFault};
pub use rows::Rows;
pub use sheet::Sheet;
pub use sniff::Foreign;
pub use stream::Stream;
pub use survey::{Holds, Survey};
pub use table_file::TableFile;
pub use text_file::{FileFacts, ReadOptions, TextFile};

//! What comes out of reading an inventory.

use serde::Serialize;

use super::{WorkflowField, WorkflowRow};
use crate::map::Mapping;
use crate::read::{Delimiter, FileFacts};

/// An inventory as read: every row is either among the workflows or among the rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inventory {
    /// The accepted rows, in file order.
    pub workflows: Vec<WorkflowRow>,
    /// The rejected rows, in file order.
    pub rejected: Vec<Rejected>,
    /// What an accepted row says that could not be taken as it stands.
    pub notes: Vec<Note>,
    /// The file, its columns and the counts.
    pub report: Report,
}

/// The file, its columns and the counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Digest, size and encoding.
    pub file: FileFacts,
    /// The sheets to choose from; none for text.
    pub sheets: Vec<String>,
    /// What separates the cells; nothing in a workbook.
    pub delimiter: Option<Delimiter>,
    /// Physical line of the header, from 1.
    pub header_line: u64,
    /// Rows under the header that are not blank; always `accepted + rejected`.
    pub rows: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Blank physical lines under the header, passed over.
    pub blank_lines: u64,
    /// What became of every column.
    pub mapping: Mapping<WorkflowField>,
    /// How the words of status, tier and the like were read, to look over before importing.
    pub readings: Vec<Reading>,
}

/// A row that is not taken in, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// Physical line on which the row starts, from 1.
    pub line: u64,
    /// Physical line on which it ends.
    pub last_line: u64,
    /// Everything found wrong, at least one.
    pub problems: Vec<Problem>,
    /// The cells as they stand in the file; one above the size limit is cut, and says so.
    pub cells: Vec<String>,
}

/// One thing wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Column at fault, from 1; `None` when the whole row is.
    pub column: Option<usize>,
    /// Header of that column.
    pub header: Option<String>,
    /// Field the column fills.
    pub field: Option<WorkflowField>,
    /// Stable code.
    pub code: ProblemCode,
    /// What is wrong and what to do, as a sentence or two.
    pub reason: String,
}

/// Why a row is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// A quote opens and the file ends before it closes.
    QuoteNeverClosed,
    /// A quote opens, and the next one, lines later, stands in the middle of text.
    QuoteClosedInText,
    /// Text follows the closing quote of a cell.
    TextAfterQuote,
    /// A cell is above the size limit of any cell.
    CellTooLong,
    /// A formula of a workbook that was never calculated.
    FormulaWithoutValue,
    /// A formula of a workbook that came to an error.
    CellError,
    /// Fewer cells than the header.
    TooFewCells,
    /// More cells than the header.
    TooManyCells,
    /// No name.
    NameMissing,
    /// An earlier row has the same name.
    NameRepeated,
    /// A word that is none of the known ones, where guessing would be unsafe.
    UnknownWord,
    /// Two words that exclude each other.
    Contradiction,
    /// More characters than the field holds.
    TooLong,
    /// More items than the field holds.
    TooManyItems,
    /// NUL or another control character.
    ControlCharacter,
    /// Bytes that make no sense in the encoding of the file.
    Undecodable,
    /// The register refuses what the row says.
    Refused,
}

/// Something about an accepted row that people should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Physical line on which the row starts, from 1.
    pub line: u64,
    /// The field.
    pub field: WorkflowField,
    /// Stable code.
    pub code: NoteCode,
    /// What was found, as a sentence. What becomes of a field without an answer is said by whoever knows
    /// whether the workflow has one.
    pub text: String,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteCode {
    /// The cell looks like a spreadsheet formula; it is kept as text.
    LooksLikeFormula,
    /// The cell holds a stand-in such as "TBD"; the field is left unanswered.
    StandIn,
    /// The word is none of the known ones; the field is left unanswered.
    NotRecognised,
}

/// How one way of writing a word was read, over all accepted rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The field.
    pub field: WorkflowField,
    /// What stands in the cells.
    pub written: String,
    /// What it was read as.
    pub read_as: String,
    /// In how many rows.
    pub rows: u64,
}

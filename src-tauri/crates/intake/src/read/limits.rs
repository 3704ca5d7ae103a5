//! What a file may hold before it is refused, so that memory stays bounded.

/// Limits of one import. Beyond `file_bytes`, `inflated_bytes` and `rows` the file is refused; beyond `cell_bytes`
/// and `columns` the row is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// Size of everything packed in a workbook, in bytes.
    pub inflated_bytes: u64,
    /// Rows under the header, blank ones not counted.
    pub rows: u64,
    /// Cells in one row.
    pub columns: usize,
    /// Size of one cell in bytes of UTF-8.
    pub cell_bytes: usize,
}

impl Default for Limits {
    /// Generous for anything a team keeps by hand: 64 MiB packed or not, 200,000 rows, 1,000 columns, 1 MiB in
    /// a cell.
    fn default() -> Self {
        Limits {
            file_bytes: 64 << 20,
            inflated_bytes: 64 << 20,
            rows: 200_000,
            columns: 1_000,
            cell_bytes: 1 << 20,
        }
    }
}

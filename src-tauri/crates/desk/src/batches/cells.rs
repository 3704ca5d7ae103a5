//! The cells of a row, read in place.

/// The cells of a row as it lies beside the ledger, in the order of its batch's columns, without
/// its line; none of a row that cannot be read. `long` holds them where signs are written as two,
/// which is rare enough to be read the long way.
pub(crate) fn cells<'a>(row: &'a [u8], long: &'a mut Vec<String>) -> Cells<'a> {
    let text = std::str::from_utf8(row).unwrap_or_default();
    if text.contains('\\') {
        *long = super::row(0, row).map(|row| row.cells).unwrap_or_default();
        return Cells::Long(long.iter());
    }
    Cells::InPlace(text.split_once('"').map_or("", |(_, cells)| cells))
}

/// The cells of a row, one after the other.
pub(crate) enum Cells<'a> {
    /// What follows the quote that opens the next cell.
    InPlace(&'a str),
    /// The cells left.
    Long(std::slice::Iter<'a, String>),
}

impl<'a> Iterator for Cells<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        match self {
            Self::InPlace(rest) => {
                let (cell, after) = rest.split_once('"')?;
                // Past a comma and the quote that opens the next; past the last there is neither.
                *rest = after.get(2..).unwrap_or_default();
                Some(cell)
            }
            Self::Long(cells) => cells.next().map(String::as_str),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_the_same_read_in_place_and_the_long_way() {
        for (row, expected) in [
            (r#"[2,"a","b"]"#, &["a", "b"][..]),
            (r#"[2,"","b",""]"#, &["", "b", ""]),
            (r#"[2,"a, b","[c]","“d”"]"#, &["a, b", "[c]", "“d”"]),
            (r#"[2,"a \"b\"","c\\"]"#, &["a \"b\"", "c\\"]),
            ("[2]", &[]),
            ("no row", &[]),
        ] {
            let mut long = Vec::new();
            let found: Vec<&str> = cells(row.as_bytes(), &mut long).collect();
            assert_eq!(found, expected, "{row}");
            let whole = super::super::row(0, row.as_bytes()).map(|row| row.cells);
            assert_eq!(whole.unwrap_or_default(), expected, "{row}, as it is shown");
        }
    }
}

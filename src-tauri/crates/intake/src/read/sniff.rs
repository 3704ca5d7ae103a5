//! Recognises files that only call themselves CSV.

use std::fmt;

/// A format that is not delimited text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// JPEG, PNG, GIF, TIFF or WebP.
    Image,
    /// PDF.
    Pdf,
    /// A spreadsheet in another format than XLSX.
    Spreadsheet,
    /// The binary Office format of old (.xls, .doc), in which locked workbooks lie too.
    OldOffice,
    /// ZIP without a spreadsheet inside.
    Zip,
    /// gzip, 7-Zip, RAR, xz, Zstandard or bzip2.
    Archive,
    /// SQLite, a Countersign workspace among them.
    Database,
    /// A web page or XML.
    Markup,
    /// JSON.
    Json,
    /// Rich text.
    RichText,
    /// UTF-32, which nothing writes on purpose.
    Utf32,
    /// Bytes that are no text.
    Binary,
}

impl Foreign {
    /// What to do about it, as a sentence.
    pub fn advice(self) -> &'static str {
        match self {
            Foreign::Spreadsheet | Foreign::OldOffice => {
                "Open it in the spreadsheet program and save it as XLSX without a password, or as CSV (UTF-8)."
            }
            Foreign::Zip | Foreign::Archive => "Unpack it and choose the table inside.",
            Foreign::Markup => {
                "This often is a sign-in page saved in place of the export: sign in and export again."
            }
            Foreign::Utf32 => "Save it again as UTF-8.",
            Foreign::Image
            | Foreign::Pdf
            | Foreign::Database
            | Foreign::Json
            | Foreign::RichText
            | Foreign::Binary => "Choose the CSV or XLSX export of the table.",
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Foreign::Image => "an image",
            Foreign::Pdf => "a PDF",
            Foreign::Spreadsheet => "a spreadsheet of another format",
            Foreign::OldOffice => "an old or locked Office document",
            Foreign::Zip => "a ZIP archive",
            Foreign::Archive => "a compressed archive",
            Foreign::Database => "a database file",
            Foreign::Markup => "a web page or XML",
            Foreign::Json => "JSON",
            Foreign::RichText => "rich text",
            Foreign::Utf32 => "text in UTF-32",
            Foreign::Binary => "binary data",
        })
    }
}

/// Signatures at the start of a file. Two-byte ones are left out: a header may begin with them.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"\xFF\xD8\xFF", Foreign::Image),
    (b"\x89PNG\r\n\x1a\n", Foreign::Image),
    (b"GIF87a", Foreign::Image),
    (b"GIF89a", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"%PDF-", Foreign::Pdf),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
    (b"\x1F\x8B\x08", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"Rar!\x1A\x07", Foreign::Archive),
    (b"\xFD7zXZ\0", Foreign::Archive),
    (b"\x28\xB5\x2F\xFD", Foreign::Archive),
    (b"BZh91AY&SY", Foreign::Archive),
    (b"SQLite format 3\0", Foreign::Database),
    (b"{\\rtf", Foreign::RichText),
    (b"\xFF\xFE\0\0", Foreign::Utf32),
    (b"\0\0\xFE\xFF", Foreign::Utf32),
];

/// How much of a file is looked at.
const HEAD: usize = 64 * 1024;

/// Says what the file is when its first bytes show that it is not delimited text.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let signed = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature));
    if let Some((_, what)) = signed {
        return Some(*what);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(inside_zip(bytes));
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Foreign::Image);
    }
    written_markup(head)
}

/// Whether 8-bit content is too full of control bytes to be text. A stray NUL is not enough:
/// that row is rejected and the others are read.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let controls = head.iter().filter(|b| matches!(b, 0x00..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F));
    controls.count() * 10 > head.len()
}

fn inside_zip(bytes: &[u8]) -> Foreign {
    // Part names stand uncompressed in every ZIP, at the front and in the directory at the end.
    let tail = bytes.get(bytes.len().saturating_sub(HEAD)..).unwrap_or(bytes);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let names = |part: &[u8], name: &[u8]| part.windows(name.len()).any(|window| window == name);
    let spreadsheet = [b"xl/".as_slice(), b"opendocument.spreadsheet"]
        .iter()
        .any(|name| names(head, name) || names(tail, name));
    if spreadsheet { Foreign::Spreadsheet } else { Foreign::Zip }
}

fn written_markup(head: &[u8]) -> Option<Foreign> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let start = head.get(..32).unwrap_or(head).to_ascii_lowercase();
    let opens = |tags: &[&str]| tags.iter().any(|tag| start.starts_with(tag.as_bytes()));
    if opens(&["<!doctype", "<html", "<?xml", "<head", "<body", "<table"]) {
        return Some(Foreign::Markup);
    }
    // A brace alone may begin a header; a brace and a quoted name begin JSON.
    let after = |open: u8| start.strip_prefix(&[open]).map(<[u8]>::trim_ascii_start);
    let object = after(b'{').is_some_and(|rest| rest.starts_with(b"\"") || rest.starts_with(b"}"));
    let array = after(b'[').is_some_and(|rest| rest.starts_with(b"{") || rest.starts_with(b"["));
    (object || array).then_some(Foreign::Json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_formats_are_recognised_by_their_first_bytes() {
        let cases: &[(&[u8], Option<Foreign>)] = &[
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", Some(Foreign::Image)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(Foreign::Image)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(Foreign::Image)),
            (b"%PDF-1.7\n%\xE2\xE3", Some(Foreign::Pdf)),
            (
                b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..xl/workbook.xml",
                Some(Foreign::Spreadsheet),
            ),
            (b"PK\x03\x04\x14\0\0\0notes.txt", Some(Foreign::Zip)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Some(Foreign::OldOffice)),
            (b"\x1F\x8B\x08\0\0\0", Some(Foreign::Archive)),
            (b"SQLite format 3\0\x10\0", Some(Foreign::Database)),
            (b"\xEF\xBB\xBF  <!DOCTYPE html><html>", Some(Foreign::Markup)),
            (b"[\n {\"name\": \"x\"}]", Some(Foreign::Json)),
            (b"{\"name\": \"x\"}", Some(Foreign::Json)),
            (b"\xFF\xFE\0\0N\0\0\0", Some(Foreign::Utf32)),
            (b"BMI;Name\n1;x\n", None),
            (b"PK;Name\n1;x\n", None),
            (b"{Name};Tier\nx;1\n", None),
            (b"[Name];Tier\nx;1\n", None),
            (b"Name,Tier\nx,1\n", None),
        ];
        for (bytes, expected) in cases {
            let shown = String::from_utf8_lossy(bytes);
            assert_eq!(foreign(bytes), *expected, "content that starts with {shown:?}");
        }
    }

    #[test]
    fn a_stray_nul_does_not_make_a_file_binary() {
        assert!(!is_binary(b"Name;Tier\nLead\0 scoring;3\n"), "one NUL spoils one row only");
        assert!(is_binary(&[0, 1, 2, 3, 4, 5, 6, 7, b'a', b'b']), "mostly control bytes");
    }
}

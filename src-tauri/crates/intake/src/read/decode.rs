//! Bytes to text: byte-order marks, UTF-16 without one, UTF-8, and the encodings of old.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Error;

/// Decoded text and how it came about.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: &'static Encoding,
    pub(super) byte_order_mark: bool,
    /// Some bytes made no sense in this encoding; U+FFFD stands in their place.
    pub(super) damaged: bool,
}

/// Decodes the bytes: in the encoding asked for, else by byte-order mark, else by what the bytes
/// look like. A byte-order mark wins over what was asked for, as it cannot be a guess.
pub(super) fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Result<Decoded<'b>, Error> {
    let asked = label.map(named).transpose()?;
    let (encoding, mark) = match (Encoding::for_bom(bytes), asked) {
        (Some((encoding, length)), _) => (encoding, length),
        (None, Some(encoding)) => (encoding, 0),
        (None, None) => (guess(bytes), 0),
    };
    let body = bytes.get(mark..).unwrap_or_default();
    let (text, damaged) = encoding.decode_without_bom_handling(body);
    Ok(Decoded { text, encoding, byte_order_mark: mark > 0, damaged })
}

/// Whether text in this encoding may hold NUL bytes by nature.
pub(super) fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

pub(super) fn named(label: &str) -> Result<&'static Encoding, Error> {
    Encoding::for_label_no_replacement(label.as_bytes())
        .ok_or_else(|| Error::UnknownEncoding { label: label.to_owned() })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide_without_mark(bytes) {
        return wide;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 shows by the zero half of its ASCII units: every table has some, if only delimiters
/// and line ends. 8-bit text with stray NULs differs in that nearly all its pairs are ASCII twice.
pub(super) fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 64 * 1024;
    let is_ascii_text = |b: u8| matches!(b, b'\t' | b'\n' | b'\r' | 0x20..=0x7E);
    let (mut little, mut big, mut narrow) = (0_u32, 0_u32, 0_u32);
    for pair in bytes.get(..HEAD).unwrap_or(bytes).chunks_exact(2) {
        match *pair {
            [unit, 0] if is_ascii_text(unit) => little += 1,
            [0, unit] if is_ascii_text(unit) => big += 1,
            [a, b] if is_ascii_text(a) && is_ascii_text(b) => narrow += 1,
            _ => {}
        }
    }
    let (winner, loser, encoding) =
        if little >= big { (little, big, UTF_16LE) } else { (big, little, UTF_16BE) };
    (winner > 4 * loser && 2 * winner > narrow).then_some(encoding)
}

/// Whether the bytes are UTF-8, possibly with a few damaged places: one bad byte among many good
/// sequences must not turn every accent of the file into two wrong letters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sequences, mut damaged) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    damaged == 0 || sequences >= 4 * damaged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn the_encoding_is_found_with_and_without_a_byte_order_mark() {
        let arabic = "Name;Tier\nتسجيل العملاء المحتملين;3\n";
        let chinese = "名称;级别;负责人\n潜在客户评分;三级;王小明\n邮件起草;二级;李雷\n";
        let french = "Name;Owner\nRelance des impayés;Chloé Lefèvre\nQualité des données;René\n";
        let japanese = "名前;担当者\nリードの評価;田中さん\nメールの下書き;鈴木さん\n";
        let latin = encoding_rs::WINDOWS_1252.encode(french).0.into_owned();
        let shift = encoding_rs::SHIFT_JIS.encode(japanese).0.into_owned();
        let cases = [
            ("UTF-8", arabic, arabic.as_bytes().to_vec(), "UTF-8", false),
            (
                "UTF-8 with mark",
                arabic,
                [b"\xEF\xBB\xBF", arabic.as_bytes()].concat(),
                "UTF-8",
                true,
            ),
            ("UTF-16LE with mark", arabic, wide(arabic, true, true), "UTF-16LE", true),
            ("UTF-16BE with mark", arabic, wide(arabic, false, true), "UTF-16BE", true),
            ("UTF-16LE, Arabic", arabic, wide(arabic, true, false), "UTF-16LE", false),
            ("UTF-16BE, Arabic", arabic, wide(arabic, false, false), "UTF-16BE", false),
            ("UTF-16LE, Chinese", chinese, wide(chinese, true, false), "UTF-16LE", false),
            ("UTF-16BE, Chinese", chinese, wide(chinese, false, false), "UTF-16BE", false),
            ("Windows-1252", french, latin, "windows-1252", false),
            ("Shift-JIS", japanese, shift, "Shift_JIS", false),
        ];
        for (name, text, bytes, encoding, mark) in cases {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.encoding.name(), encoding, "encoding of {name}");
            assert_eq!(decoded.text, text, "text of {name}");
            assert_eq!(decoded.byte_order_mark, mark, "byte-order mark of {name}");
            assert!(!decoded.damaged, "{name} decodes without damage");
        }
    }

    #[test]
    fn one_bad_byte_does_not_turn_a_utf_8_file_into_another_encoding() {
        let mut bytes =
            "Name;Owner\nRelance;Chloé\nSuivi;Zoë\nTri;André\nTest;Noël\n".as_bytes().to_vec();
        bytes.extend_from_slice(b"Bad;Ren\xE9\n");
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.encoding, UTF_8, "the good sequences outnumber the bad byte");
        assert!(decoded.damaged, "the bad byte is not passed over");
        assert!(decoded.text.contains("Chloé"), "the good rows stay as they are");
    }

    #[test]
    fn ascii_with_stray_nuls_is_not_taken_for_utf_16() {
        let decoded = decode(b"Name;Tier\nLead\0 scoring;3\nRouting;2\0\n", None).unwrap();
        assert_eq!(decoded.encoding, UTF_8, "NULs in ASCII text are NULs");
    }

    #[test]
    fn an_unknown_encoding_label_is_named() {
        let error = decode(b"Name\nx\n", Some("utf-9")).err();
        assert_eq!(error, Some(Error::UnknownEncoding { label: "utf-9".into() }));
    }
}

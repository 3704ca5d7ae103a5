//! Text inside PDF objects.

use std::fmt::Write;

use lopdf::{Object, StringFormat};

/// Appends a text as a hex string in UTF-16 with its mark.
pub(super) fn write_hex(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(b"<feff");
    out.extend_from_slice(hex(text).as_bytes());
    out.push(b'>');
}

/// UTF-16BE in lower-case hex, as ToUnicode wants it.
pub(super) fn hex(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut out, unit| {
        // Writing into a string cannot fail.
        let _ = write!(out, "{unit:04x}");
        out
    })
}

/// A text string object: plain where ASCII does, UTF-16 otherwise.
pub(super) fn text(value: &str) -> Object {
    if value.is_ascii() {
        return Object::String(value.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

//! The verifier's own reading of base64, hex and recorded times.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Standard base64 with padding, of exactly `N` bytes.
pub(super) fn base64<const N: usize>(text: &str) -> Option<[u8; N]> {
    base64_any(text)?.try_into().ok()
}

/// Standard base64 with padding.
pub(super) fn base64_any(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Lower-case hex of exactly `N` bytes.
pub(super) fn hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let lower = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if text.len() != 2 * N || !text.bytes().all(lower) {
        return None;
    }
    let mut out = [0; N];
    for (index, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(out)
}

/// Writes lower-case hex.
pub(super) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A recorded time that exists: `YYYY-MM-DDThh:mm:ss.mmmZ`. Such times sort as texts.
pub(super) fn is_time(text: &str) -> bool {
    time_fields(text).is_some_and(|[year, month, day, hour, minute, second, _]| {
        let february = if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 29 } else { 28 };
        let days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let days = month.checked_sub(1).and_then(|index| days.get(index as usize));
        days.is_some_and(|days| (1..=*days).contains(&day))
            && hour <= 23
            && minute <= 59
            && second <= 59
    })
}

fn time_fields(text: &str) -> Option<[u32; 7]> {
    let mut rest = text;
    let mut fields = [0; 7];
    let marks = [(4, "-"), (2, "-"), (2, "T"), (2, ":"), (2, ":"), (2, "."), (3, "Z")];
    for (field, (digits, mark)) in fields.iter_mut().zip(marks) {
        let number = rest.get(..digits)?;
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *field = number.parse().ok()?;
        rest = rest.get(digits..)?.strip_prefix(mark)?;
    }
    rest.is_empty().then_some(fields)
}

/// 26 Crockford base32 digits of 128 bits.
pub(super) fn is_workspace(text: &str) -> bool {
    text.len() == 26
        && text.bytes().all(|byte| b"0123456789abcdefghjkmnpqrstvwxyz".contains(&byte))
        && text.bytes().next().is_some_and(|first| first <= b'7')
}

/// Who may be named as a signer.
pub(super) fn is_signer(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Writes standard base64 with padding.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

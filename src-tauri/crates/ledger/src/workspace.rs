//! The workspace id: 16 random bytes as people can read them out.

/// The name under which the machine signs, where a person's reference would stand.
pub const MACHINE: &str = "machine";

const CROCKFORD: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j',
    'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z',
];

/// Writes 16 bytes as 26 lower-case Crockford base32 digits, most significant first.
#[must_use]
pub fn id(random: [u8; 16]) -> String {
    let number = u128::from_be_bytes(random);
    (0..26u32)
        .rev()
        .map(|digit| {
            let index = usize::try_from((number >> (digit * 5)) & 31).unwrap_or_default();
            CROCKFORD.get(index).copied().unwrap_or('0')
        })
        .collect()
}

/// Whether a text has the form of a workspace id.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.chars().count() == 26
        && text.chars().all(|c| CROCKFORD.contains(&c))
        && text.starts_with(|c: char| ('0'..='7').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_number_in_crockford_digits() {
        assert_eq!(id([0; 16]), "00000000000000000000000000", "zero is all zeros");
        assert_eq!(id([255; 16]), "7zzzzzzzzzzzzzzzzzzzzzzzzz", "130 bits hold 128");
        assert_eq!(id(33u128.to_be_bytes()), "00000000000000000000000011", "33 = 1 * 32 + 1");
    }

    #[test]
    fn only_26_crockford_digits_of_128_bits_are_an_id() {
        assert!(is_id(&id([7; 16])), "what id() writes is an id");
        for wrong in ["", "0", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000u"] {
            assert!(!is_id(wrong), "{wrong:?} is none");
        }
    }
}

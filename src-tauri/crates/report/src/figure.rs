//! Figures as the reports write them.

/// Thousands apart by commas: 61,204.
#[must_use]
pub fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let first = digits.len() % 3;
    digits.char_indices().fold(String::new(), |mut out, (place, digit)| {
        if place > 0 && place % 3 == first {
            out.push(',');
        }
        out.push(digit);
        out
    })
}

/// "1 item", "2 items".
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count as u64), if count == 1 { one } else { many })
}

/// A dash where there is nothing to say.
pub(crate) fn dash(text: &str) -> &str {
    if text.trim().is_empty() { "–" } else { text }
}

/// A tier's short name.
pub(crate) const fn tier_word(tier: u8) -> &'static str {
    match tier {
        1 => "Suggest",
        2 => "Draft",
        3 => "Approval",
        _ => "Autonomous",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_stand_apart() {
        let cases =
            [(0, "0"), (12, "12"), (999, "999"), (4_391, "4,391"), (1_061_204, "1,061,204")];
        for (value, wanted) in cases {
            assert_eq!(super::grouped(value), wanted);
        }
    }
}

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

/// Digits of a hash in groups of four, so many groups to a line.
#[must_use]
pub fn in_fours(digits: &str, groups_in_a_line: usize) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    let lines = groups.chunks(groups_in_a_line.max(1)).map(|line| line.join(" "));
    lines.collect::<Vec<_>>().join("\n")
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
    fn a_hash_stands_in_groups_of_four() {
        assert_eq!(super::in_fours("1a5808676e18", 2), "1a58 0867\n6e18");
    }

    #[test]
    fn thousands_stand_apart() {
        let cases =
            [(0, "0"), (12, "12"), (999, "999"), (4_391, "4,391"), (1_061_204, "1,061,204")];
        for (value, wanted) in cases {
            assert_eq!(super::grouped(value), wanted);
        }
    }
}

//! Numbers as logs write them: what cannot be read is told apart from what is not there.

use rust_decimal::Decimal;

/// What a cell says of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount<T> {
    /// Nothing.
    Blank,
    /// So much.
    Is(T),
    /// Something that is no number: no limit was shown to be kept.
    Unreadable,
}

impl<T: PartialOrd> Amount<T> {
    /// Whether it may be more than `most`.
    pub(super) fn may_exceed(self, most: T) -> bool {
        match self {
            Self::Blank => false,
            Self::Is(amount) => amount > most,
            Self::Unreadable => true,
        }
    }

    fn of(written: &str, read: impl FnOnce(&str) -> Option<T>) -> Self {
        match written.trim() {
            "" => Self::Blank,
            plain => read(plain).map_or(Self::Unreadable, Self::Is),
        }
    }
}

/// A whole number: `1200`, `1,200`, `1 200`, or `1200.0` as spreadsheets write it.
pub(super) fn number(written: &str) -> Amount<u64> {
    Amount::of(written, |plain| plain.parse().ok().or_else(|| grouped(plain)))
}

/// A share in percent: `10`, `10 %`, `10,5`.
pub(super) fn percent(written: &str) -> Amount<Decimal> {
    Amount::of(written, |plain| {
        plain.trim_end_matches('%').trim_end().replace(',', ".").parse().ok()
    })
}

fn grouped(plain: &str) -> Option<u64> {
    if let Some((whole, zeros)) = plain.split_once('.') {
        // `1.000` is a thousand to some and one to others.
        let is_whole = zeros.bytes().all(|b| b == b'0') && zeros.len() != 3;
        return is_whole.then(|| whole.parse().ok()).flatten();
    }
    let sign = plain.chars().find(|sign| !sign.is_ascii_digit())?;
    let is_usual = matches!(sign, ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let mut groups = plain.split(sign);
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let fits = is_usual && first && groups.all(|group| group.len() == 3);
    fits.then(|| plain.replace(sign, "").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_as_systems_write_it_and_nothing_is_guessed() {
        for written in ["12000", "12,000", "12 000", "12\u{a0}000", "12'000", "12000.0", " 12000 "]
        {
            assert_eq!(number(written), Amount::Is(12_000), "{written:?}");
        }
        assert_eq!(number(" "), Amount::Blank, "nothing is said");
        for written in ["12.000", "12,00", "1,2,3", "12k", "-3", "1e3", "#ab12", "1…", ","] {
            assert_eq!(number(written), Amount::Unreadable, "{written:?}");
        }
        assert_eq!(percent("30 % off"), Amount::Unreadable, "neither is a share guessed");
        assert_eq!(percent("10,5 %"), Amount::Is("10.5".parse().unwrap()), "nor is one missed");
    }
}

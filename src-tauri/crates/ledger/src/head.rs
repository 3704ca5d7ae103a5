//! A head: how many entries there are, and the root of the tree over them.

use std::fmt;
use std::str::FromStr;

use crate::encoding::{from_hex_exact, hex};
use crate::{Error, Hash};

/// The state of a whole record in 40 bytes. Whoever keeps one can later tell whether the record
/// still begins with exactly those entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// RFC 6962 root over their leaves.
    pub root: Hash,
}

impl Head {
    /// The first eight hex digits of the root in two groups, as pages and screens print it.
    #[must_use]
    pub fn short(&self) -> String {
        let [a, b, c, d, ..] = self.root;
        format!("{} {}", hex(&[a, b]), hex(&[c, d]))
    }
}

/// `<size>:<root in lower hex>`, as `--seen` takes it.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.size, hex(&self.root))
    }
}

impl serde::Serialize for Head {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Head {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refuse = || Error::Head(text.to_owned());
        let (size, root) = text.trim().split_once(':').ok_or_else(refuse)?;
        if size.is_empty() || !size.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(refuse());
        }
        let root = root.to_ascii_lowercase();
        Ok(Self {
            size: size.parse().map_err(|_| refuse())?,
            root: from_hex_exact(&root).ok_or_else(refuse)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_reads_back_as_it_is_written() {
        let head = Head { size: 128, root: [0xab; 32] };
        assert_eq!(head.to_string().parse(), Ok(head), "Display and FromStr are inverse");
        assert_eq!(head.short(), "abab abab", "the short form is two groups of four");
    }

    #[test]
    fn what_is_no_head_is_refused() {
        for wrong in ["", ":", "12", "12:abcd", "x:00", "+1:00", "-1:00"] {
            assert!(wrong.parse::<Head>().is_err(), "{wrong:?} is no head");
        }
        let with_sign = format!("+1:{}", "00".repeat(32));
        assert!(with_sign.parse::<Head>().is_err(), "a sign is not part of a size");
    }
}

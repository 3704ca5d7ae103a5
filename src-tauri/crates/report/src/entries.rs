//! The entries that a record rests on, as records list them.

use crate::error::Result;
use crate::figure::{grouped, in_fours};
use crate::layout::{Density, Flow, Row, Table, Width};
use crate::typeset::Rich;

/// An entry that a record rests on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    /// Its number.
    pub entry: u64,
    /// When it was recorded: "2026-09-01 10:12:07".
    pub at: String,
    /// Who signed it.
    pub by: String,
    /// What happened.
    pub says: String,
    /// SHA-256 of its leaf, 64 lower-case hex digits.
    pub leaf: String,
}

/// Lists entries in a section of their own; their times are of `zone`.
pub(crate) fn entries(
    flow: &mut Flow<'_>,
    density: Density,
    zone: &str,
    all: &[Entry],
) -> Result<()> {
    flow.section("Entries", &format!("times are {zone}"))?;
    let columns = [
        ("Entry", Width::Points(30.0)),
        ("Recorded at", Width::Points(84.0)),
        ("Signed by", Width::Points(92.0)),
        ("Event", Width::Share(1.0)),
        ("Leaf hash", Width::Points(88.0)),
    ];
    let table = Table::of(density, &columns, "").figures(0, 8.0);
    let look = density.look();
    let rows = all.iter().map(|Entry { entry, at, by, says, leaf }| {
        let groups = in_fours(leaf, usize::MAX);
        let short: String = groups.chars().take("13fa 7f3d fa87 920f".len()).collect();
        Row::cells(vec![
            Rich::new(grouped(*entry), look),
            Rich::new(at, look),
            Rich::new(by, look),
            Rich::new(says, look),
            Rich::new(short, look),
        ])
    });
    flow.table(&table, rows)
}

//! The inventory that journeys import: 22 rows as a team really keeps them, two of them bad.

use std::path::PathBuf;

use crate::{Home, built};

/// How many of its rows become workflows.
pub const WORKFLOWS: usize = 20;

/// How many rows are rejected, with their lines.
pub const REJECTED_LINES: [u64; 2] = [11, 23];

/// Names in scripts that paper must show: Arabic, Chinese, Devanagari, emoji.
pub const NAMES: [&str; 4] = [
    "تسجيل العملاء المحتملين – الخليج",
    "潜在客户路由（华东）",
    "नवीनीकरण जोखिम संकेत",
    "🚀 Launch-week content kit",
];

/// Puts it into a home, under this name.
pub fn put(home: &Home, inside: &str) -> PathBuf {
    let fixture = built::project("src-tauri/crates/intake/tests/fixtures/inventory-awkward.csv");
    home.put(inside, std::fs::read(fixture).expect("the intake room has the inventory"))
}

//! A table of some 500 pages, to be measured: seconds, and memory per page.
//!
//! `cargo run --release -p countersign-report --example table500 -- OUT.pdf`
//! prints one line, `pages=… seconds=… kib_per_page=… bytes=…`. `table500_reportlab.py`
//! sets the same table with ReportLab and prints the same line.

use std::collections::BTreeMap;
use std::time::Instant;

use report::listing::{Column, Kind, Model, pdf};
use report::{Frame, Head, Version};

const ROWS: usize = 17_800;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "table500.pdf".into());
    let model = model();
    let before = resident_kib("VmRSS:");
    let start = Instant::now();
    let rendered = pdf(&model)?;
    report::atomic_write(out.as_ref(), &rendered.bytes)?;
    let seconds = start.elapsed().as_secs_f64();
    let grown = resident_kib("VmHWM:").saturating_sub(before);
    println!(
        "pages={} seconds={seconds:.3} kib_per_page={:.1} bytes={}",
        rendered.pages,
        grown as f64 / rendered.pages as f64,
        rendered.bytes.len()
    );
    Ok(())
}

fn model() -> Model {
    let column = |head: &str, share, kind| Column { head: head.into(), share, kind };
    Model {
        frame: frame(),
        title: "Change log".into(),
        about: "Every entry of the period, in order.".into(),
        landscape: false,
        columns: vec![
            column("Entry", 40, Kind::Key),
            column("Recorded at", 86, Kind::Words),
            column("Signed by", 70, Kind::Words),
            column("About", 44, Kind::Words),
            column("What changed, and why", 200, Kind::Words),
            column("Days", 36, Kind::Figures),
        ],
        rows: (0..ROWS).map(row).collect(),
        empty: "No entry was recorded in this period.".into(),
    }
}

fn row(n: usize) -> Vec<String> {
    const PEOPLE: [&str; 5] =
        ["Jonas Lindqvist", "Aiko Brandt", "Maren Oduya", "Tomás Ferreira", "Zoë Ångström"];
    const WHAT: [&str; 4] = [
        "Decision approved, 1 of 2",
        "Threshold of the score moved from 0.20 to 0.18 after the sample of the week",
        "Checklist item answered: fine",
        "Exception raised: the sequence stopped and nobody was told until Friday morning at nine",
    ];
    let (hour, minute, second) = (n / 3600 % 24, n / 60 % 60, n % 60);
    let pick = |list: &[&str]| list.get(n % list.len()).copied().unwrap_or_default().to_owned();
    vec![
        (n + 1).to_string(),
        format!("2026-09-{:02} {hour:02}:{minute:02}:{second:02}", n / 800 % 30 + 1),
        pick(&PEOPLE),
        format!("WF-{:04}", n % 400 + 1),
        pick(&WHAT),
        format!("{}.{}", n % 40, n % 10),
    ]
}

fn frame() -> Frame {
    Frame {
        workspace: "Northwind Telemetry".into(),
        report: "Change log".into(),
        period: "2026-Q3".into(),
        as_of: "2026-10-07 17:05 (UTC+02:00)".into(),
        made_at: "2026-10-07T15:05:22.000Z".into(),
        preparer: "Jonas Lindqvist".into(),
        head: Head { root: "1a580867".repeat(8), size: 4812 },
        version: Version::Export(1),
        label: "confidential".into(),
        demo: false,
        language: "en".into(),
        records: BTreeMap::new(),
    }
}

/// A figure of this process's memory; zero where the system doesn't tell.
fn resident_kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

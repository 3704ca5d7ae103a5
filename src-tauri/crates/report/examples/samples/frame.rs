//! The frame the samples share.

use std::collections::BTreeMap;

use report::{Frame, Head, Version};

/// A frame of Northwind Telemetry, which doesn't exist.
pub fn northwind(report: &str, period: &str) -> Frame {
    Frame {
        workspace: "Northwind Telemetry".into(),
        report: report.into(),
        period: period.into(),
        as_of: "2026-10-07 17:05 (UTC+02:00)".into(),
        made_at: "2026-10-07T15:05:22.000Z".into(),
        preparer: "Jonas Lindqvist".into(),
        head: Head {
            root: "1a5808676e1871dd034df6f8683167701d1982489d1ac499c63ec78c8958361b".into(),
            size: 4812,
        },
        version: Version::Export(2),
        label: "confidential".into(),
        demo: false,
        language: "en".into(),
        records: records(),
    }
}

/// Records in reports beside this one.
pub fn records() -> BTreeMap<String, String> {
    [
        ("WF-0007", "register.pdf"),
        ("WF-0011", "register.pdf"),
        ("EXC-0057", "exceptions.pdf"),
        ("EXC-0058", "exceptions.pdf"),
        ("EXC-0059", "exceptions.pdf"),
        ("SMP-0037", "workpapers.pdf"),
        ("SMP-0038", "workpapers.pdf"),
        ("WEEKLY-2026-W42", "minutes.pdf"),
    ]
    .map(|(reference, file)| (reference.to_owned(), file.to_owned()))
    .into()
}

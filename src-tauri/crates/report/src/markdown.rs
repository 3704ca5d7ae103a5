//! What Markdown of every report has in common (CommonMark with tables).

use crate::escape::escaped;
use crate::frame::Frame;

/// A section with its table, or with the sentence `empty` where there is nothing to list. `about` is
/// Markdown already.
pub(crate) fn section(
    head: &str,
    about: &str,
    heads: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    empty: &str,
) -> String {
    let rows: Vec<String> = rows
        .map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        })
        .collect();
    if rows.is_empty() {
        return format!("## {head}\n\n{about}{empty}\n\n");
    }
    let rule = "|---".repeat(heads.len());
    format!("## {head}\n\n{about}| {} |\n{rule}|\n{}\n", heads.join(" | "), rows.concat())
}

/// What stands under every report.
pub(crate) fn foot(frame: &Frame) -> String {
    format!(
        "---\n\n{}, {}. As of {}. Prepared by {}. {}, {}. Ledger head `{}:{}`.\n",
        escaped(&frame.workspace),
        escaped(&frame.report),
        escaped(&frame.as_of),
        escaped(&frame.preparer),
        frame.version.said(),
        escaped(&frame.label),
        frame.head.size,
        frame.head.root
    )
}

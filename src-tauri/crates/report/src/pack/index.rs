//! INDEX.md: each request, and the files that answer it.

use super::facts::Facts;
use super::manifest::Listed;
use crate::escape::escaped as cell;

pub(super) fn write(facts: &Facts, files: &[Listed]) -> String {
    let mut out = format!(
        "# Index of this pack\n\n{}, {}. As of {}.\n\n## What was asked, and where it is\n\n",
        cell(&facts.frame.workspace),
        cell(&facts.frame.period),
        cell(&facts.frame.as_of)
    );
    out.push_str(&requests(facts));
    out.push_str("\n## Every file\n\n");
    out.push_str(
        "`manifest.json` holds the SHA-256 of each; `seal/` binds the manifest to the ledger.\n\n",
    );
    out.push_str("| File | What it is | Bytes |\n|---|---|---:|\n");
    for file in files {
        let row = format!("| {} | {} | {} |\n", code(&file.path), cell(&file.about), file.size);
        out.push_str(&row);
    }
    out
}

fn requests(facts: &Facts) -> String {
    if facts.requests.is_empty() {
        return "No request list was given; the files below are the whole period.\n".to_owned();
    }
    let mut out = "| Asked for | Files |\n|---|---|\n".to_owned();
    for request in &facts.requests {
        let files: Vec<String> = request.files.iter().map(|path| code(path)).collect();
        let files = if files.is_empty() { "Nothing in this pack".into() } else { files.join(", ") };
        out.push_str(&format!("| {} | {files} |\n", cell(&request.asked)));
    }
    out
}

fn code(path: &str) -> String {
    format!("`{}`", path.replace('`', "'").replace('|', "\\|"))
}

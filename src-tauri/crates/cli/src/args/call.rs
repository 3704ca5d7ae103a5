//! Any operation by its name.

use std::path::PathBuf;

/// Call an operation of the desk by its name, as the window does; the answer is JSON.
#[derive(Debug, clap::Args)]
#[command(after_help = names())]
pub struct Call {
    /// The workspace.
    pub file: PathBuf,
    /// Which operation.
    pub operation: String,
    /// The request as JSON: a file stands in it by its path, and no passphrase.
    #[arg(default_value = "{}")]
    pub request: String,
}

fn names() -> String {
    format!(
        "To act, say who with --as PERSON; without it the desk only reads.\nOperations: {}",
        desk::operations::NAMES.join(", ")
    )
}

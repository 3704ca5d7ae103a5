//! An auditor, who has a pack and none of our programs: a browser for the page in it, and a verifier that
//! somebody wrote from FORMAT.md.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::built;

/// Names under which systems have a Chromium.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Debian's own interpreter: its cryptography package is what the set-up installs.
const PYTHON: &str = "/usr/bin/python3";

/// What the page out of a pack showed in a browser: of itself, and of each pack it was given. `head` is one
/// that somebody kept of all packs but the first.
pub fn opened(page: &Path, head: &str, packs: &[PathBuf]) -> Value {
    let mut node = Command::new("node");
    node.arg(built::project("ui/tests/verifier/open.mjs")).arg(chromium());
    let done = node.arg(page).arg(head).args(packs).output().expect("Node.js starts");
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "the page was not opened: {complained}");
    serde_json::from_slice(&done.stdout).expect("what it showed, as JSON")
}

/// The exit code of the stranger's verifier, and what it says of a pack.
pub fn stranger(pack: &Path) -> (Option<i32>, String) {
    let script = built::project("tests/stranger/verify.py");
    let done = Command::new(PYTHON).arg(script).arg(pack).output().expect("Python starts");
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}

fn chromium() -> &'static str {
    let starts = |name: &&str| {
        let mut command = Command::new(name);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|ended| ended.success())
    };
    CHROMIUM.into_iter().find(starts).expect("`cargo xtask test` installs Chromium")
}

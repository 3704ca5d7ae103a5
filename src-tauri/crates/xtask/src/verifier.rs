//! The page that shows and verifies a pack in a browser. It is built from `ui/verifier` and committed,
//! because every pack carries it: its bytes are reviewed, and its hash is published with a release.

use std::fs;

use crate::ground::{Ground, Sentence, output};

/// Where packs take it from.
const COMMITTED: &str = "src-tauri/crates/report/src/pack/verify.html";

/// Builds the page and writes it where packs take it from.
///
/// # Errors
/// What could not be built or written.
pub fn write(ground: &Ground) -> Result<(), Sentence> {
    let (page, path) = (built(ground)?, ground.path(COMMITTED));
    fs::write(&path, page).map_err(|error| format!("{}: {error}.", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Builds the page and compares it with the one that packs take.
///
/// # Errors
/// That they differ, or what could not be built.
pub fn check(ground: &Ground) -> Result<(), Sentence> {
    if fs::read(ground.path(COMMITTED)).unwrap_or_default() == built(ground)? {
        return Ok(());
    }
    Err(format!(
        "{COMMITTED} is not what ui/verifier builds; run `cargo xtask verifier` and commit it."
    ))
}

fn built(ground: &Ground) -> Result<Vec<u8>, Sentence> {
    let folder = ground.target("verifier");
    let path = folder.to_string_lossy();
    output(ground.npm(&["run", "build:verifier", "--", "--outDir", &path]))?;
    let page = folder.join("verify.html");
    fs::read(&page).map_err(|error| format!("{}: {error}.", page.display()))
}

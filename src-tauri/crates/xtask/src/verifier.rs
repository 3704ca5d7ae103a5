//! The page that shows and verifies a pack in a browser. It is built from `ui/verifier` and committed,
//! because every pack carries it: its bytes are reviewed, and its hash is published with a release.

use std::fs;

use crate::ground::{Ground, Sentence, output};

/// Where packs take it from.
const COMMITTED: &str = "src-tauri/crates/report/src/pack/verify.html";

/// Where its hash is published, and what stands behind it there, as `sha256sum` writes it.
const README: &str = "README.md";
const NAMED: &str = "  verify.html";

/// Builds the page, writes it where packs take it from, and its hash into the README.
///
/// # Errors
/// What could not be built or written.
pub fn write(ground: &Ground) -> Result<(), Sentence> {
    let (page, path) = (built(ground)?, ground.path(COMMITTED));
    fs::write(&path, page).map_err(|error| format!("{}: {error}.", path.display()))?;
    println!("wrote {}", path.display());
    publish(ground)
}

/// Writes the page's hash into the README, in the line that names the page behind it.
fn publish(ground: &Ground) -> Result<(), Sentence> {
    let path = ground.path(README);
    let failed = |error: std::io::Error| format!("{}: {error}.", path.display());
    let (readme, hash) = (fs::read_to_string(&path).map_err(failed)?, sha256(ground)?);
    fs::write(&path, published(&readme, &hash)?).map_err(failed)?;
    println!("wrote {hash} into {}", path.display());
    Ok(())
}

/// The README with this hash in the one line that has one.
fn published(readme: &str, hash: &str) -> Result<String, Sentence> {
    let is_hash = |line: &str| {
        let digits = line.trim_start().strip_suffix(NAMED);
        digits.is_some_and(|hex| hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let lines = readme.split_inclusive('\n');
    let (mut found, mut written) = (0, String::new());
    for line in lines {
        if is_hash(line.trim_end()) {
            found += 1;
            written.push_str(&format!("    {hash}{NAMED}\n"));
        } else {
            written.push_str(line);
        }
    }
    match found {
        1 => Ok(written),
        found => Err(format!("{README} has {found} lines of a hash and {NAMED:?}, not one.")),
    }
}

/// SHA-256 of the committed page; Node.js computes it, which built the page.
fn sha256(ground: &Ground) -> Result<String, Sentence> {
    let script = "const { readFileSync } = require('node:fs');\
                  const { createHash } = require('node:crypto');\
                  console.log(createHash('sha256').update(readFileSync(process.argv[1])).digest('hex'))";
    let path = ground.path(COMMITTED);
    let hash = output(ground.command("node", &["-e", script, &path.to_string_lossy()]))?;
    Ok(String::from_utf8_lossy(&hash).trim().to_owned())
}

/// Builds the page and compares it with the one that packs take, and that one with its published hash.
///
/// # Errors
/// That they differ, or what could not be built.
pub fn check(ground: &Ground) -> Result<(), Sentence> {
    if fs::read(ground.path(COMMITTED)).unwrap_or_default() != built(ground)? {
        return Err(format!(
            "{COMMITTED} is not what ui/verifier builds; run `cargo xtask verifier` and commit it."
        ));
    }
    let readme = fs::read_to_string(ground.path(README)).unwrap_or_default();
    if published(&readme, &sha256(ground)?)? == readme {
        return Ok(());
    }
    Err(format!("{README} publishes another hash; run `cargo xtask verifier` and commit it."))
}

fn built(ground: &Ground) -> Result<Vec<u8>, Sentence> {
    let folder = ground.target("verifier");
    let path = folder.to_string_lossy();
    output(ground.npm(&["run", "build:verifier", "--", "--outDir", &path]))?;
    let page = folder.join("verify.html");
    fs::read(&page).map_err(|error| format!("{}: {error}.", page.display()))
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn the_hash_takes_the_place_of_the_one_that_stood_there() {
        let [old, new] = ["a", "b"].map(|digit| digit.repeat(64));
        let readme = format!("`verify.html` does it:\n\n    {old}  verify.html\n\nMore.\n");
        assert_eq!(published(&readme, &new).as_deref(), Ok(readme.replace(&old, &new).as_str()));
        assert!(published("Nothing is published.\n", &new).is_err(), "nothing to replace");
    }
}

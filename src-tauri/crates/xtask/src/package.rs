//! `cargo xtask package`: the desk as a .deb for Debian and Ubuntu, of this machine's architecture.
//! It has no scripts of its own: what desktops and the manual must notice, dpkg tells them.

mod contents;
mod control;
mod notices;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ground::{Ground, Sentence, output, show};
use crate::prepare::{Purpose, prepare};

/// What a package is made of, apart from the files that lie in the project.
struct Parts {
    /// The window's program.
    window: PathBuf,
    /// The command's program.
    command: PathBuf,
    /// A folder of manual pages.
    manual: PathBuf,
    /// Whose work is linked in, under which license.
    notices: String,
}

/// What the package says of itself.
struct Label {
    version: &'static str,
    architecture: String,
    maintainer: String,
    /// Seconds since 1970 of the last commit, so that the same sources make the same bytes.
    epoch: String,
    /// The same moment as changelogs write it.
    date: String,
}

/// Sets up, builds and packs.
///
/// # Errors
/// What is missing or failed.
pub fn package(ground: &Ground) -> Result<(), Sentence> {
    prepare(ground, Purpose::Run)?;
    show(ground.npm(&["run", "build", "--silent"]))?;
    let programs = ["--package", "countersign-desktop", "--package", "countersign-cli"];
    show(ground.cargo(&[&["build", "--release", "--locked"], &programs[..]].concat()))?;
    let parts = built(ground)?;
    let made = make(ground, &parts, &ground.target("package"))?;
    println!("wrote {0}\ninstall it with: sudo apt install {0}", made.display());
    Ok(())
}

fn built(ground: &Ground) -> Result<Parts, Sentence> {
    let manual = ground.target("manual");
    empty(&manual)?;
    let command = ground.target("release/countersign");
    let pages = ["manual", &manual.to_string_lossy()];
    output(ground.command(&command.to_string_lossy(), &pages))?;
    let notices = notices::of_others(ground)?;
    Ok(Parts { window: ground.target("release/countersign-desktop"), command, manual, notices })
}

/// Makes the package in a folder that is emptied first, and gives its path.
fn make(ground: &Ground, parts: &Parts, folder: &Path) -> Result<PathBuf, Sentence> {
    empty(folder)?;
    let label = Label::now(ground)?;
    let root = folder.join("root");
    contents::lay_out(ground, parts, &label, &root)?;
    control::write_fields(ground, &label, &root)?;
    // Whatever the umask of whoever packs.
    let mut open = ground.command("chmod", &["-R", "u=rwX,go=rX"]);
    open.arg(&root);
    output(open)?;
    let Label { version, architecture, epoch, .. } = &label;
    let deb = folder.join(format!("countersign_{version}_{architecture}.deb"));
    let mut pack = ground.command("dpkg-deb", &["--root-owner-group", "--build"]);
    pack.args([&root, &deb]).env("SOURCE_DATE_EPOCH", epoch);
    output(pack)?;
    Ok(deb)
}

impl Label {
    fn now(ground: &Ground) -> Result<Self, Sentence> {
        let epoch = said(ground, "git", &["log", "-1", "--format=%ct"])?;
        Ok(Self {
            version: env!("CARGO_PKG_VERSION"),
            architecture: said(ground, "dpkg", &["--print-architecture"])?,
            maintainer: maintainer(),
            date: said(ground, "date", &["-u", "-R", "-d", &format!("@{epoch}")])?,
            epoch,
        })
    }

    /// A text of the package with its blanks filled in.
    fn fill(&self, text: &str) -> String {
        text.replace("{version}", self.version)
            .replace("{maintainer}", &self.maintainer)
            .replace("{date}", &self.date)
    }
}

/// Who answers for the package, by the names that Debian's own tools ask for. Without them, the
/// address says that there is none.
fn maintainer() -> String {
    let asked = |name, otherwise: &str| env::var(name).unwrap_or_else(|_| otherwise.to_owned());
    let name = asked("DEBFULLNAME", "The Countersign authors");
    format!("{name} <{}>", asked("DEBEMAIL", "nobody@countersign.invalid"))
}

fn said(ground: &Ground, program: &str, words: &[&str]) -> Result<String, Sentence> {
    let said = output(ground.command(program, words))?;
    Ok(String::from_utf8_lossy(&said).trim().to_owned())
}

fn empty(folder: &Path) -> Result<(), Sentence> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| trouble(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| trouble(folder, &error))
}

fn trouble(path: &Path, error: &std::io::Error) -> Sentence {
    format!("{}: {error}.", path.display())
}

#[cfg(test)]
mod tests;

//! What dpkg is told of the package: its fields, and the sums of its files.

use std::fs;
use std::path::{Path, PathBuf};

use super::contents::{files, write};
use super::{Label, trouble};
use crate::ground::{Ground, Sentence, output};

/// Faces for names in any script: the window shows them, and reports take the CJK ones.
const FACES: &str = "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji";

/// Writes the control folder beside what is laid out under `root`.
pub fn write_fields(ground: &Ground, label: &Label, root: &Path) -> Result<(), Sentence> {
    let inside = files(root)?;
    let fields = fields(label, &depends(ground, root)?, installed_kib(root, &inside)?);
    let sums = sums(ground, root, &inside)?;
    write(&fields, &root.join("DEBIAN/control"))?;
    write(&sums, &root.join("DEBIAN/md5sums"))
}

fn fields(label: &Label, depends: &str, kib: u64) -> String {
    let Label { version, architecture, maintainer, .. } = label;
    format!(
        "Package: countersign\nVersion: {version}\nArchitecture: {architecture}\n\
         Maintainer: {maintainer}\nInstalled-Size: {kib}\nDepends: {depends}\n\
         Recommends: {FACES}\nSection: misc\nPriority: optional\n\
         Description: governance desk for the AI in a sales process\n \
         One local file holds which AI workflows a revenue team runs, how much each\n \
         may do alone, who answers for it, which reviews are due and what they found,\n \
         and who approved what and why. Every change is signed by a person, and any\n \
         report or evidence pack is checked offline, by anybody.\n .\n \
         There is no server and no account. This package brings the window and the\n \
         command countersign.\n"
    )
}

/// The libraries that the programs are linked with, as the packages that bring them.
fn depends(ground: &Ground, root: &Path) -> Result<String, Sentence> {
    // It reads the programs beside a source package's own control file, and nothing else in there.
    let asking = root.with_file_name("asking");
    let path = asking.join("debian/control");
    write("Source: countersign\n\nPackage: countersign\nArchitecture: any\n", &path)?;
    let mut ask = ground.command("dpkg-shlibdeps", &["-O"]);
    for name in ["countersign-desktop", "countersign"] {
        ask.arg("-e").arg(root.join("usr/bin").join(name));
    }
    ask.current_dir(&asking);
    let said = String::from_utf8_lossy(&output(ask)?).into_owned();
    let found = said.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
    found.map(str::to_owned).ok_or_else(|| format!("dpkg-shlibdeps names no library: {said}"))
}

/// What the files take, as dpkg estimates it: each in whole KiB.
fn installed_kib(root: &Path, inside: &[PathBuf]) -> Result<u64, Sentence> {
    let size = |path: &PathBuf| {
        let path = root.join(path);
        fs::metadata(&path).map_err(|error| trouble(&path, &error)).map(|file| file.len())
    };
    inside.iter().map(|path| size(path).map(|bytes| bytes.div_ceil(1024))).sum()
}

/// The sums by which `dpkg --verify` tells files that were changed on a machine.
fn sums(ground: &Ground, root: &Path, inside: &[PathBuf]) -> Result<String, Sentence> {
    let mut sums = ground.command("md5sum", &["--"]);
    sums.args(inside).current_dir(root);
    Ok(String::from_utf8_lossy(&output(sums)?).into_owned())
}

//! What lies where once the package is installed.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Label, Parts, trouble};
use crate::ground::{Ground, Sentence, output};

/// Texts out of `src-tauri/linux`, their blanks filled in.
const TEXTS: &[(&str, &str)] = &[
    ("countersign.desktop", "usr/share/applications/countersign.desktop"),
    ("countersign.xml", "usr/share/mime/packages/countersign.xml"),
    ("countersign-desktop.1", "usr/share/man/man1/countersign-desktop.1"),
    ("copyright", "usr/share/doc/countersign/copyright"),
    ("changelog", "usr/share/doc/countersign/changelog"),
];

/// Icons, by the size of their squares.
const ICONS: &[(&str, &str)] = &[
    ("32.png", "32x32/apps/countersign.png"),
    ("64.png", "64x64/apps/countersign.png"),
    ("128.png", "128x128/apps/countersign.png"),
    ("256.png", "256x256/apps/countersign.png"),
    ("512.png", "512x512/apps/countersign.png"),
    ("countersign.svg", "scalable/apps/countersign.svg"),
];

/// Lays everything out under a folder that stands for the root of a machine.
pub fn lay_out(ground: &Ground, parts: &Parts, label: &Label, root: &Path) -> Result<(), Sentence> {
    for (from, name) in [(&parts.window, "countersign-desktop"), (&parts.command, "countersign")] {
        program(ground, from, &root.join("usr/bin").join(name))?;
    }
    for (name, at) in ICONS {
        let picture = ground.path("icons").join(name);
        place(&picture, &root.join("usr/share/icons/hicolor").join(at))?;
    }
    for (name, at) in TEXTS {
        let path = ground.path("src-tauri/linux").join(name);
        let words = fs::read_to_string(&path).map_err(|error| trouble(&path, &error))?;
        write(&label.fill(&words), &root.join(at))?;
    }
    write(&parts.notices, &root.join("usr/share/doc/countersign/third-party"))?;
    let pages = root.join("usr/share/man/man1");
    for page in files(&parts.manual)? {
        place(&parts.manual.join(&page), &pages.join(&page))?;
    }
    let documents = root.join("usr/share/doc/countersign");
    let zipped = [documents.join("changelog"), documents.join("third-party")];
    let pages = files(&pages)?.into_iter().map(|page| pages.join(page));
    zipped.into_iter().chain(pages).try_for_each(|path| zip(ground, &path))
}

/// Every file under a folder, by its path from there, in order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Sentence> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).map_err(|error| trouble(&inside, &error))? {
            let path = entry.map_err(|error| trouble(&inside, &error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(short) = path.strip_prefix(folder) {
                found.push(short.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Writes a text where it is installed.
pub fn write(text: &str, at: &Path) -> Result<(), Sentence> {
    make_way(at)?;
    fs::write(at, text).map_err(|error| trouble(at, &error))
}

/// Copies a file to where it is installed.
fn place(from: &Path, at: &Path) -> Result<(), Sentence> {
    make_way(at)?;
    fs::copy(from, at).map(drop).map_err(|error| trouble(from, &error))
}

/// A program without the names of its insides, which nobody who runs it reads.
fn program(ground: &Ground, from: &Path, at: &Path) -> Result<(), Sentence> {
    place(from, at)?;
    let unread = ["--strip-unneeded", "--remove-section=.comment", "--remove-section=.note"];
    let mut strip = ground.command("strip", &unread);
    strip.arg(at);
    output(strip).map(drop)
}

fn make_way(at: &Path) -> Result<(), Sentence> {
    at.parent().map_or(Ok(()), |folder| {
        fs::create_dir_all(folder).map_err(|error| trouble(folder, &error))
    })
}

/// Pages and changelogs lie compressed, without a name or a time in them.
fn zip(ground: &Ground, path: &Path) -> Result<(), Sentence> {
    let mut gzip = ground.command("gzip", &["-9", "-n", "-f"]);
    gzip.arg(path);
    output(gzip).map(drop)
}

//! Whose work the programs are linked with: each crate, script and face with its license and the
//! notice that license asks to be passed on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::contents::files;
use super::trouble;
use crate::ground::{Ground, Sentence, output};

/// What the window's page is made with, apart from what `ui/package.json` names as dependencies.
const PAGE: &[&str] = &["svelte"];

/// How files are called that hold a license or a notice.
const CALLED: &[&str] = &["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE"];

/// The notices, one after another, each once with all whose it is.
///
/// # Errors
/// What cannot be listed or read.
pub fn of_others(ground: &Ground) -> Result<String, Sentence> {
    let mut whose: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list =
        String::from("Countersign's programs are linked with these works of others.\n\n");
    for (title, folder) in crates(ground)?.into_iter().chain(scripts(ground)?) {
        list += &format!("{title}\n");
        for notice in notices(&folder)? {
            whose.entry(notice).or_default().push(title.clone());
        }
    }
    let faces = ground.path("src-tauri/crates/report/fonts/OFL.txt");
    let words = fs::read_to_string(&faces).map_err(|error| trouble(&faces, &error))?;
    whose.entry(words).or_default().push("the typefaces in reports and in the window".to_owned());
    let rule = "-".repeat(72);
    for (notice, whose) in whose {
        list += &format!("\n{rule}\n{}\n{rule}\n\n{}\n", whose.join("\n"), notice.trim_end());
    }
    Ok(list)
}

/// The crates in the programs, not those that only build or test them, with where they lie.
fn crates(ground: &Ground) -> Result<BTreeMap<String, PathBuf>, Sentence> {
    let shown = ["--prefix", "none", "--edges", "normal,no-proc-macro", "--format", "{p}, {l}"];
    let programs = ["tree", "--locked", "-p", "countersign-desktop", "-p", "countersign-cli"];
    let tree = output(ground.cargo(&[&programs[..], &shown].concat()))?;
    let metadata = output(ground.cargo(&["metadata", "--locked", "--format-version", "1"]))?;
    let folders = folders(&String::from_utf8_lossy(&metadata));
    let mut found = BTreeMap::new();
    for line in String::from_utf8_lossy(&tree).lines() {
        let mut words = line.split([' ', ',']);
        let (name, version) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let called = format!("{name}-{}", version.trim_start_matches('v'));
        if let Some(folder) = folders.get(&called) {
            found.insert(line.replace(" (*)", ""), folder.clone());
        }
    }
    Ok(found)
}

/// Where each crate of a registry lies, by its name and version; our own rooms have none.
fn folders(metadata: &str) -> BTreeMap<String, PathBuf> {
    let manifests = metadata.split("\"manifest_path\":\"").skip(1);
    let path = |rest: &str| Some(PathBuf::from(rest.split_once('"')?.0).parent()?.to_owned());
    let named = |folder: PathBuf| Some((folder.file_name()?.to_str()?.to_owned(), folder));
    manifests.filter_map(path).filter_map(named).collect()
}

/// The scripts in the window's page, with where they lie.
fn scripts(ground: &Ground) -> Result<BTreeMap<String, PathBuf>, Sentence> {
    let manifest = ground.path("ui/package.json");
    let text = fs::read_to_string(&manifest).map_err(|error| trouble(&manifest, &error))?;
    let asked = text.split_once("\"dependencies\": {").map_or("", |(_, rest)| rest);
    let asked = asked.split_once('}').map_or("", |(inside, _)| inside);
    let names = asked.lines().filter_map(|line| line.split('"').nth(1)).chain(PAGE.iter().copied());
    let folder = |name: &str| (format!("{name} (npm)"), ground.path("ui/node_modules").join(name));
    Ok(names.map(folder).collect())
}

/// What of a folder's own files, not those further in, are licenses and notices.
fn notices(folder: &Path) -> Result<Vec<String>, Sentence> {
    let called = |path: &PathBuf| {
        let name = path.to_string_lossy().to_uppercase();
        path.parent() == Some(Path::new("")) && CALLED.iter().any(|word| name.starts_with(word))
    };
    let paths = files(folder)?.into_iter().filter(called).map(|path| folder.join(path));
    // A notice that is no text is none.
    Ok(paths.filter_map(|path| fs::read_to_string(path).ok()).collect())
}

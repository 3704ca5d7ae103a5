//! What a fresh Debian or Ubuntu machine with Rust and Node.js lacks, and how it gets it.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;

use crate::ground::{self, Ground, Sentence, output, show};

/// What the window is built from, and faces for names in any script.
const WINDOW: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "fonts-noto-core",
    "fonts-noto-cjk",
    "fonts-noto-color-emoji",
];

/// What tests look at files with, what the stranger's verifier stands on, what recurrence,
/// statistics and calendar files are held against, the browser that packs are verified in, and the
/// CJK faces that reports take from the system.
const TEST: &[&str] = &[
    "build-essential",
    "python3",
    "python3-cryptography",
    "python3-dateutil",
    "python3-icalendar",
    "python3-scipy",
    "python3-statsmodels",
    "openssl",
    "poppler-utils",
    "qpdf",
    "chromium",
    "fonts-noto-cjk",
];

/// What a window is driven with where there is no screen.
const JOURNEY: &[&str] = &["xvfb", "dbus-x11", "webkit2gtk-driver"];

/// What figures are compared with.
const BENCH: &[&str] = &["python3-venv", "sqlite3"];

const OLDEST_NODE: (u32, u32) = (20, 19);

/// What the machine is prepared for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Opening the desk.
    Run,
    /// Testing everything.
    Test,
    /// Testing all but the window.
    TestFast,
    /// Measuring.
    Bench,
}

/// Installs what is missing, saying what it runs.
///
/// # Errors
/// What is missing and has to be installed by hand.
pub fn prepare(ground: &Ground, purpose: Purpose) -> Result<(), Sentence> {
    let wanted = match purpose {
        Purpose::Run => WINDOW.to_vec(),
        Purpose::TestFast => TEST.to_vec(),
        Purpose::Test => [WINDOW, TEST, JOURNEY].concat(),
        Purpose::Bench => [WINDOW, TEST, JOURNEY, BENCH].concat(),
    };
    system_packages(ground, &wanted.into_iter().collect())?;
    node(ground)?;
    ui_packages(ground)
}

fn system_packages(ground: &Ground, wanted: &BTreeSet<&str>) -> Result<(), Sentence> {
    if output(ground.command("dpkg-query", &["--version"])).is_err() {
        let likes = wanted.iter().copied().collect::<Vec<_>>().join(" ");
        println!("Not Debian or Ubuntu: this expects the likes of {likes}.");
        return Ok(());
    }
    let missing: Vec<&str> =
        wanted.iter().copied().filter(|package| !installed(ground, package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine: {}", missing.join(" "));
    let install = [&["apt-get", "install", "-y", "--no-install-recommends"], &*missing].concat();
    let as_root = as_root(ground, &install)?;
    for words in [&["apt-get", "update", "-q"][..], &install] {
        let mut command = match [as_root, words].concat().split_first() {
            Some((program, rest)) => ground.command(program, rest),
            None => continue,
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        show(command)?;
    }
    Ok(())
}

fn installed(ground: &Ground, package: &str) -> bool {
    output(ground.command("dpkg-query", &["-W", "-f", "${db:Status-Status}", package]))
        .is_ok_and(|status| status == b"installed")
}

/// What to put before a command so that root runs it.
fn as_root(ground: &Ground, install: &[&str]) -> Result<&'static [&'static str], Sentence> {
    let root = output(ground.command("id", &["-u"])).is_ok_and(|id| id.trim_ascii() == b"0");
    if root {
        return Ok(&[]);
    }
    if ground::succeeds(ground.command("sudo", &["-n", "true"])) {
        return Ok(&["sudo", "-n"]);
    }
    let line = install.join(" ");
    Err(format!("These packages need root. Run this, then try again:\n  sudo {line}"))
}

fn node(ground: &Ground) -> Result<(), Sentence> {
    let (major, minor) = OLDEST_NODE;
    let found = output(ground.command("node", &["--version"]))
        .map_err(|_| format!("Node.js {major}.{minor} or newer is needed, and there is none."))?;
    let found = String::from_utf8_lossy(&found).trim().to_owned();
    let mut parts = found.trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    if (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= OLDEST_NODE {
        return Ok(());
    }
    Err(format!("Node.js {major}.{minor} or newer is needed; this is {found}."))
}

fn ui_packages(ground: &Ground) -> Result<(), Sentence> {
    let locked = ground.path("ui/package-lock.json");
    let unpacked = ground.path("ui/node_modules/.package-lock.json");
    if newer(&unpacked, &locked) {
        return Ok(());
    }
    let mut command = ground.npm(&["ci", "--no-audit", "--no-fund"]);
    // Progress bars are for people.
    if env::var_os("CI").is_some() {
        command.arg("--silent");
    }
    show(command)
}

fn newer(made: &Path, from: &Path) -> bool {
    let changed = |path| fs::metadata(path).and_then(|file| file.modified()).ok();
    changed(made).is_some_and(|made| changed(from).is_some_and(|from| made >= from))
}

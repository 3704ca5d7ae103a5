//! How long a window takes to be painted, and how much memory it and its helpers take.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Home;
use crate::screen::{Group, display};

/// Rows of the window's foot: its clock and its verdicts go on telling after the first screen.
const FOOT: usize = 40;

/// Fewer dots than this are no change that anybody sees: rounded corners are smoothed anew when their
/// button is painted again.
const SEEN: usize = 16;

/// A picture that has not changed for so long is the first screen.
const STILL: Duration = Duration::from_secs(2);
const GLANCE: Duration = Duration::from_millis(4);
const PATIENCE: Duration = Duration::from_secs(60);

/// What one start cost.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// From the start of the process to the last change of its first screen.
    pub painted: Duration,
    /// Proportional set size of the process and all it started, in kB.
    pub memory: u64,
}

/// Starts a program on a screen of its own and watches it until its first screen stands still.
pub fn start(program: &Path, words: &[&str]) -> Start {
    let home = Home::new();
    let pixels = home.path("pixels");
    fs::create_dir(&pixels).expect("a new folder takes folders");
    let (_screen, name) = display(&home, &["-fbdir", pixels.to_str().expect("a UTF-8 path")]);
    let frame = File::open(pixels.join("Xvfb_screen0")).expect("the frame buffer is a file");

    let mut command = Command::new("dbus-run-session");
    home.furnish(&mut command)
        .arg("--")
        .arg(program)
        .args(words)
        .env("DISPLAY", name)
        .env("GDK_BACKEND", "x11")
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let begun = Instant::now();
    let app = Group::start(command);
    let painted = last_change(&frame, begun);
    Start { painted, memory: memory(app.id()) }
}

fn last_change(frame: &File, begun: Instant) -> Duration {
    let (before, mut shown) = (picture(frame), picture(frame));
    let mut changed = None;
    loop {
        thread::sleep(GLANCE);
        let now = picture(frame);
        if differ(&now, &shown) {
            changed = Some(begun.elapsed());
            shown = now;
        }
        match changed {
            Some(at) if differ(&shown, &before) && begun.elapsed() > at + STILL => return at,
            _ => assert!(begun.elapsed() < PATIENCE, "no window appears"),
        }
    }
}

/// Whether as much of it changed as anybody sees.
fn differ(now: &[u8], shown: &[u8]) -> bool {
    now != shown && now.chunks(4).zip(shown.chunks(4)).filter(|(a, b)| a != b).count() >= SEEN
}

/// Every third row above the foot is enough to see a change of words.
fn picture(frame: &File) -> Vec<u8> {
    const ROW: usize = 1280 * 4;
    let mut seen = vec![0; ROW * ((800 - FOOT) / 3)];
    for (row, bytes) in seen.chunks_mut(ROW).enumerate() {
        frame.read_exact_at(bytes, (4096 + row * 3 * ROW) as u64).ok();
    }
    seen
}

fn memory(leader: u32) -> u64 {
    let mut all = vec![leader];
    let mut at = 0;
    while let Some(process) = all.get(at).copied() {
        let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
        all.extend(
            children.unwrap_or_default().split_whitespace().filter_map(|id| id.parse::<u32>().ok()),
        );
        at += 1;
    }
    // The session bus is the screen's, not the app's.
    all.into_iter().filter(|process| !is_bus(*process)).map(share).sum()
}

fn is_bus(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|name| name.starts_with("dbus"))
}

fn share(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

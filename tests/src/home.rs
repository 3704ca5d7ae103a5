//! A home for one journey: its profile, its files, its answers to file dialogs.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;

/// A person's folder that nothing else uses; it goes when the journey ends.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// An empty home.
    pub fn new() -> Self {
        let home =
            Self { folder: TempDir::with_prefix("countersign-").expect("a temporary folder") };
        for inside in ["profile", "answers", "run"] {
            fs::create_dir(home.path(inside)).expect("a new folder takes folders");
        }
        home
    }

    /// A path in it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Writes a file into it.
    pub fn put(&self, inside: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(inside);
        fs::write(&path, bytes).expect("the home takes files");
        path
    }

    /// Sends a file to another home, as by mail.
    pub fn sends(&self, inside: &str, to: &Self) {
        fs::copy(self.path(inside), to.path(inside)).expect("the file is there to be sent");
    }

    /// What the next file dialog for `purpose` is answered with.
    pub fn will_choose(&self, purpose: &str, inside: &str) -> PathBuf {
        let path = self.path(inside);
        fs::write(self.path("answers").join(purpose), path.to_str().expect("a UTF-8 path"))
            .expect("the home takes answers");
        path
    }

    /// Lets files fall on a point of the window, as if they had been dragged there.
    pub fn drops(&self, (x, y): (f64, f64), files: &[&str]) {
        let paths: Vec<_> =
            files.iter().map(|file| self.path(file).display().to_string()).collect();
        let written = self.path("answers/drop.writing");
        fs::write(&written, format!("{x} {y}\n{}", paths.join("\n"))).expect("it takes answers");
        fs::rename(written, self.path("answers/drop")).expect("the answers take a whole file");
    }

    /// Lets the window's clock stand so many hours ahead of the machine's.
    pub fn lets_pass(&self, hours: u32) {
        let written = self.path("answers/clock.writing");
        fs::write(&written, (hours * 60).to_string()).expect("the home takes answers");
        fs::rename(written, self.path("answers/clock")).expect("the answers take a whole file");
    }

    /// Makes a command see this home and nothing of the real one.
    pub fn furnish<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env_clear()
            .envs(
                ["PATH", "LD_LIBRARY_PATH"]
                    .iter()
                    .filter_map(|name| Some((name, env::var_os(name)?))),
            )
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("COUNTERSIGN_PROFILE", self.path("profile"))
            .env("COUNTERSIGN_JOURNEY_FILES", self.path("answers"))
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .current_dir(self.folder.path())
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

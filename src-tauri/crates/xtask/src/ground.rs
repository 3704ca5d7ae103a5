//! Where things lie, and how commands are called from there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What went wrong, as a sentence for the person at the terminal.
pub type Sentence = String;

/// The checked-out project and its build folder.
pub struct Ground {
    root: PathBuf,
    target: PathBuf,
}

impl Ground {
    /// The project this command was built from.
    pub fn here() -> Self {
        let root: PathBuf =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(3).take(1).collect();
        let target = env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
        Self { target: root.join(target), root }
    }

    /// A path inside the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A path inside the build folder.
    pub fn target(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// A command that runs in the project's root.
    pub fn command(&self, program: &str, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(words).current_dir(&self.root).stdin(Stdio::null());
        command
    }

    /// Cargo, the one that runs this.
    ///
    /// In CI everything is built once: what cargo keeps to spare the next build would only fill the
    /// disk, by nearly as much as all else.
    pub fn cargo(&self, words: &[&str]) -> Command {
        let program = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = self.command(&program, words);
        if env::var_os("CI").is_some() {
            command.env("CARGO_INCREMENTAL", "0");
        }
        command
    }

    /// npm, in the ui's room.
    pub fn npm(&self, words: &[&str]) -> Command {
        let mut command = self.command("npm", words);
        command.current_dir(self.path("ui"));
        command
    }
}

/// The command as one would type it.
pub fn typed(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command in view of the person.
///
/// # Errors
/// Which command failed, and how.
pub fn show(mut command: Command) -> Result<(), Sentence> {
    println!("$ {}", typed(&command));
    let ended = command.status().map_err(|error| unstartable(&command, &error))?;
    if ended.success() {
        return Ok(());
    }
    Err(format!("`{}` failed ({ended}).", typed(&command)))
}

/// Runs a command quietly and gives its standard output.
///
/// # Errors
/// Which command failed, with what it said.
pub fn output(mut command: Command) -> Result<Vec<u8>, Sentence> {
    let Output { status, stdout, stderr } =
        command.output().map_err(|error| unstartable(&command, &error))?;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    Err(format!("`{}` failed ({status}).\n{said}", typed(&command)))
}

/// Whether a command can be run and succeeds; what it says is dropped.
pub fn succeeds(mut command: Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|ended| ended.success())
}

fn unstartable(command: &Command, error: &std::io::Error) -> Sentence {
    format!("`{}` cannot be started: {error}.", typed(command))
}

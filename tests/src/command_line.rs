//! The `countersign` command, called as a person or a script calls it.

use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::{Home, built};

/// What the command answered.
#[derive(Debug)]
pub struct Answer {
    /// The exit code; none when it was killed.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Home {
    /// Runs `countersign` with these words, as one who only reads.
    pub fn countersign(&self, words: &[&str]) -> Answer {
        self.run(words, &[])
    }

    /// Runs `countersign` with these words and this passphrase.
    pub fn countersign_with(&self, passphrase: &str, words: &[&str]) -> Answer {
        self.run(words, &[("COUNTERSIGN_PASSPHRASE", passphrase)])
    }

    /// Runs `countersign new`, with the passphrase that is to seal the founder's key.
    pub fn countersign_founds(&self, passphrase: &str, words: &[&str]) -> Answer {
        self.run(words, &[("COUNTERSIGN_NEW_PASSPHRASE", passphrase)])
    }

    /// Runs `countersign` with these words, one's own passphrase and that of a new key.
    pub fn countersign_with_new(&self, passphrases: [&str; 2], words: &[&str]) -> Answer {
        let [own, new] = passphrases;
        let secrets = [("COUNTERSIGN_PASSPHRASE", own), ("COUNTERSIGN_NEW_PASSPHRASE", new)];
        self.run(words, &secrets)
    }

    /// Starts `countersign` with these words and kills it after a while, as a power cut would.
    pub fn countersign_killed(&self, passphrase: &str, words: &[&str], after: Duration) {
        let mut command = Command::new(built::command_line());
        self.furnish(&mut command).args(words).env("COUNTERSIGN_PASSPHRASE", passphrase);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut running = command.spawn().expect("the command starts");
        thread::sleep(after);
        running.kill().expect("it can be killed, or has ended");
        running.wait().expect("it has ended");
    }

    /// Starts `countersign` with these words and presses Ctrl-C once `begun` lies in the home.
    #[cfg(unix)]
    pub fn countersign_interrupted(&self, words: &[&str], begun: &str) -> Answer {
        let mut command = Command::new(built::command_line());
        self.furnish(&mut command).args(words).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().expect("the command starts");
        while !self.path(begun).exists() {
            assert!(running.try_wait().expect("it can be asked").is_none(), "it ended before");
            thread::sleep(Duration::from_millis(5));
        }
        let id = running.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().expect("a signal can be sent");
        Answer::of(running.wait_with_output().expect("it ends"))
    }

    fn run(&self, words: &[&str], secrets: &[(&str, &str)]) -> Answer {
        let mut command = Command::new(built::command_line());
        self.furnish(&mut command).args(words).envs(secrets.iter().copied()).stdin(Stdio::null());
        Answer::of(command.output().expect("the command starts"))
    }
}

impl Answer {
    fn of(done: Output) -> Self {
        Self {
            code: done.status.code(),
            out: String::from_utf8(done.stdout).expect("it prints UTF-8"),
            err: String::from_utf8(done.stderr).expect("it complains in UTF-8"),
        }
    }

    /// The answer of a command that had to succeed.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "it was to succeed:\n{}{}", self.out, self.err);
        self
    }

    /// The answer of a command that had to fail with this exit code, in words that say so much.
    #[track_caller]
    pub fn fails(self, code: i32, words: &str) -> Self {
        assert_eq!(self.code, Some(code), "it was to fail:\n{}{}", self.out, self.err);
        let said = format!("{}{}", self.out, self.err);
        assert!(said.contains(words), "it was to say “{words}”:\n{said}");
        self
    }

    /// What `--json` printed.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.out))
    }
}

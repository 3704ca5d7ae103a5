//! Asking Debian's Python, which has the libraries that the set-up has installed.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const PYTHON: &str = "/usr/bin/python3";

/// What scipy, statsmodels or whole numbers answer to each case.
pub fn asked(cases: &[Value]) -> Vec<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statistics/reckon.py");
    let mut python = Command::new(PYTHON)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Debian's Python is there");
    let mut stdin = python.stdin.take().expect("it is piped");
    let lines: String = cases.iter().map(|one| format!("{one}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let answered = python.wait_with_output().expect("it ends");
    assert!(
        answered.status.success(),
        "python3-scipy and python3-statsmodels are installed by the set-up"
    );
    writer.join().expect("it was written").expect("and read");
    let answered = String::from_utf8(answered.stdout).expect("JSON is UTF-8");
    let answers: Vec<Value> =
        answered.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    assert_eq!(answers.len(), cases.len(), "one answer a case");
    answers
}

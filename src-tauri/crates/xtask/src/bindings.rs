//! What is made from the desk's list of operations: the TypeScript client and the permissions of
//! the window. Both are committed, so that a change of the boundary is seen in review.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use crate::ground::{Ground, Sentence, output};

macro_rules! operations {
    (beside { $($(#[$noted:meta])* $beside:ident: $asked:ident => $answer:ident;)* }
     $($(#[$doc:meta])* $name:ident: $request:ident => $reply:ident;)*) => {
        const OPERATIONS: &[&str] = &[$(stringify!($beside),)* $(stringify!($name)),*];
    };
}
include!("../../desk/src/operations/list.rs");

/// Tauri's own commands that the window may call: hearing how far long work is.
const HEARING: &[&str] = &["core:event:allow-listen", "core:event:allow-unlisten"];

/// Writes both files.
///
/// # Errors
/// What could not be made or written.
pub fn write(ground: &Ground) -> Result<(), Sentence> {
    for make in MADE {
        let Made { path, text } = make(ground)?;
        fs::write(&path, text).map_err(|error| format!("{}: {error}.", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

/// Compares both files with what they would be.
///
/// # Errors
/// Which file is not what the operations say.
pub fn check(ground: &Ground) -> Result<(), Sentence> {
    for make in MADE {
        let Made { path, text } = make(ground)?;
        if fs::read_to_string(&path).unwrap_or_default() != text {
            let path = path.display();
            return Err(format!(
                "{path} does not follow from the desk's operations; run `cargo xtask bindings`."
            ));
        }
    }
    Ok(())
}

struct Made {
    path: PathBuf,
    text: String,
}

type Make = fn(&Ground) -> Result<Made, Sentence>;

const MADE: [Make; 2] = [capability, client];

fn capability(ground: &Ground) -> Result<Made, Sentence> {
    Ok(Made { path: ground.path("src-tauri/capabilities/desk.json"), text: capability_text() })
}

fn client(ground: &Ground) -> Result<Made, Sentence> {
    Ok(Made { path: ground.path("ui/src/lib/bindings.ts"), text: client_text(ground)? })
}

fn capability_text() -> String {
    let operations = OPERATIONS.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
    let permissions: Vec<String> = HEARING
        .iter()
        .map(ToString::to_string)
        .chain(operations)
        .map(|permission| format!("    \"{permission}\""))
        .collect();
    format!(
        "{{\n  \"identifier\": \"desk\",\n  \"description\": \"The desk's operations and nothing \
         else. Made by `cargo xtask bindings`.\",\n  \"windows\": [\"main\"],\n  \
         \"permissions\": [\n{}\n  ]\n}}\n",
        permissions.join(",\n")
    )
}

fn client_text(ground: &Ground) -> Result<String, Sentence> {
    let client = output(ground.cargo(&[
        "run",
        "--quiet",
        "--package",
        "countersign-desk",
        "--example",
        "typescript",
    ]))?;
    formatted(ground, &client)
}

/// In the ui's own format, which its checks hold every file to.
fn formatted(ground: &Ground, client: &[u8]) -> Result<String, Sentence> {
    let mut prettier =
        ground.npm(&["exec", "--", "prettier", "--stdin-filepath", "src/lib/bindings.ts"]);
    let failed = |error: &dyn std::fmt::Display| format!("prettier cannot format: {error}.");
    let mut running = prettier
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut stdin) = running.stdin.take() {
        stdin.write_all(client).map_err(|error| failed(&error))?;
    }
    let done = running.wait_with_output().map_err(|error| failed(&error))?;
    if !done.status.success() {
        return Err(failed(&done.status));
    }
    String::from_utf8(done.stdout).map_err(|error| failed(&error))
}

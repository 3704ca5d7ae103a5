//! The developer's commands. `run` opens the desk, `test` tests everything, `bench` measures it,
//! `fuzz` feeds its readers with changed files, `package` makes what people install, `bindings` writes
//! what is made from the desk's operations, `verifier` the page in every pack. Each first sets up what it needs.

mod bench;
mod bindings;
mod fuzz;
mod ground;
mod package;
mod prepare;
mod run;
mod steps;
mod test;
mod verifier;

use std::process::ExitCode;

use ground::Ground;

const USAGE: &str = "\
cargo xtask run                 set up, build, open the desk
cargo xtask test [--fast]       set up, then everything that must hold; --fast leaves the window out
cargo xtask bench [NAME]...     measured ratios beside their goals
cargo xtask fuzz [SECONDS] [READER]...
                                feeds each reader of files with changed ones for so long (60)
cargo xtask package             the .deb that people install, for Debian and Ubuntu
cargo xtask bindings [--check]  write the TypeScript client and the permissions, or compare them
cargo xtask verifier [--check]  write the page that verifies packs in a browser, or compare it";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ground = Ground::here();
    let done = match words.as_slice() {
        ["run"] => run::run(&ground),
        ["test"] => test::test(&ground, test::Scope::Everything),
        ["test", "--fast"] => test::test(&ground, test::Scope::WithoutWindow),
        ["bench", names @ ..] => bench::bench(&ground, names),
        ["fuzz", words @ ..] => fuzz::fuzz(&ground, words),
        ["package"] => package::package(&ground),
        ["bindings"] => bindings::write(&ground),
        ["bindings", "--check"] => bindings::check(&ground),
        ["verifier"] => verifier::write(&ground),
        ["verifier", "--check"] => verifier::check(&ground),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

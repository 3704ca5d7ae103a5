//! The `countersign` command.
//!
//! It stands on the same operations as the window: each command asks the desk, then prints what the
//! desk answers, as words or as JSON. Exit codes: 0 done, 1 refused or failed, 2 usage, 3
//! verification says no.

mod action;
mod args;
mod at;
mod batches;
mod cadence;
mod call;
mod decide;
mod exception;
mod export;
mod holidays;
mod import;
mod interrupt;
mod inventory;
mod manual;
mod metrics;
mod passphrase;
mod people;
mod people_list;
mod policy;
mod print;
mod progress;
mod raci;
mod review;
mod rollout;
mod sample;
mod sign;
mod status;
mod stop;
mod usage;
mod verify;
mod work;

use std::process::ExitCode;

use clap::Parser;
use desk::Problem;

use args::{Args, Command};

/// What a command comes to.
enum Outcome {
    /// It is done.
    Done,
    /// Verification says no.
    SaysNo,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SaysNo) => ExitCode::from(3),
        Err(problem) => {
            print::problem(&problem, args.json);
            ExitCode::from(if usage::is_usage(&problem) { 2 } else { 1 })
        }
    }
}

fn run(args: &Args) -> Result<Outcome, Problem> {
    match &args.command {
        Command::New(new) => work::new(args, new),
        Command::Demo(demo) => work::demo(demo),
        Command::Status { file } => status::status(args, file),
        Command::Rollout { file } => rollout::rollout(args, file),
        Command::People(act) => people::people(args, act),
        Command::Key(act) => people::key(args, act),
        Command::Register { file } => work::register(args, file),
        Command::Stop(wanted) => stop::stop(args, wanted),
        Command::StopList(wanted) => stop::list(args, wanted),
        Command::Import(wanted) => import::import(args, wanted),
        Command::Review(act) => review::review(args, act),
        Command::Cadence(act) => cadence::cadence(args, act),
        Command::Action(act) => action::action(args, act),
        Command::Exception(act) => exception::exception(args, act),
        Command::Decide(act) => decide::decide(args, act),
        Command::Policy(act) => policy::policy(args, act),
        Command::Sample(wanted) => sample::sample(args, wanted),
        Command::Export(wanted) => export::export(args, wanted),
        Command::Sign(wanted) => sign::sign(args, wanted),
        Command::Verify(wanted) => verify::verify(args, wanted),
        Command::Replay { file, out } => work::replay(args, file, out),
        Command::Log { file, about, words, limit } => {
            work::log(args, file, about.clone(), words.clone(), *limit)
        }
        Command::Call(wanted) => call::call(args, wanted),
        Command::Erase(erase) => work::erase(args, erase),
        Command::Backup { file, out } => work::back_up(args, file, out),
        Command::Manual { folder } => manual::manual(folder),
    }
}

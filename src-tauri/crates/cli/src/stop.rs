//! Stopping a workflow, and writing the stop list.

use desk::Problem;
use desk::operations::{Nothing, PlaceStopList, StopListView, StopWorkflow};

use crate::args::{Args, Stop, StopList};
use crate::print::say;
use crate::{Outcome, at, print};

/// Stops a workflow, or tries its kill switch.
pub fn stop(args: &Args, wanted: &Stop) -> Result<Outcome, Problem> {
    let mut desk = match wanted.by_machine {
        true => at::reading(args, &wanted.file)?,
        false => at::acting(args, &wanted.file)?.0,
    };
    let Stop { workflow, reason, drill, .. } = wanted;
    let (workflow, why) = (workflow.clone(), reason.clone());
    let stopped = desk.stop_workflow(StopWorkflow { workflow, why, drill: *drill })?;
    desk.await_call();
    print::answer(args.json, &stopped, |stopped| {
        let done = if *drill { "is tried; nothing is stopped" } else { "is stopped" };
        say!("{}: {} {done}.", stopped.stop, wanted.workflow);
        if stopped.by_machine {
            say!("This machine signed; whoever did it says so at the desk.");
        }
        if let Some(exception) = &stopped.exception {
            say!("{exception} says where to confirm that it acts no more.");
        }
        if let Some(trouble) = &stopped.list_trouble {
            say!("{trouble}");
        }
    })
}

/// Writes the stop list.
pub fn list(args: &Args, wanted: &StopList) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, &wanted.file)?;
    let view = match &wanted.out {
        Some(out) => desk.place_stop_list(PlaceStopList { grant: Some(at::grant(out)?) })?,
        None => desk.write_stop_list(Nothing {})?,
    };
    if let Some(trouble) = &view.trouble {
        return Err(Problem::new("export-failed", trouble.clone()));
    }
    print::answer(args.json, &view, words)
}

fn words(view: &StopListView) {
    let path = view.path.as_deref().unwrap_or("–");
    say!("{path}: list {}, {} stopped", view.seq.unwrap_or(0), view.stopped);
    if let Some(fingerprint) = &view.fingerprint {
        say!("Signed by this machine’s key {fingerprint}");
    }
}

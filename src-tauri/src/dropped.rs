//! Files dragged over the window and dropped on it. The page hears where, and gets grants for each
//! file, never its path: dropping a file on something is choosing it for that. What lies under the
//! file only the page knows, so each is granted for reading as whatever is dropped at all.

use std::path::PathBuf;

use desk::Grant;
use desk::operations::Purpose;
use serde::Serialize;
use tauri::{DragDropEvent, Emitter, Manager, PhysicalPosition, Window, WindowEvent};

use crate::shell::Shell;

/// The event that tells the page.
const DROPPING: &str = "dropping";

/// Most files taken of one drop, so that their grants do not push each other out.
const MOST: usize = 8;

#[derive(Clone, Debug, Default, Serialize)]
struct Dropping {
    over: bool,
    x: Option<f64>,
    y: Option<f64>,
    files: Vec<Dropped>,
}

#[derive(Clone, Debug, Serialize)]
struct Dropped {
    name: String,
    evidence: Grant,
    request: Grant,
    statement: Grant,
}

/// Tells the page what is dragged over it or dropped on it.
pub fn tell(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let told = match event {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            at(*position, true, Vec::new())
        }
        DragDropEvent::Drop { paths, position } => at(*position, false, granted(window, paths)),
        DragDropEvent::Leave => Dropping::default(),
        // More may be told of dragging one day; the page needs none of it.
        _ => return,
    };
    // A page that has gone hears nothing.
    window.emit(DROPPING, told).ok();
}

fn at(position: PhysicalPosition<f64>, over: bool, files: Vec<Dropped>) -> Dropping {
    Dropping { over, x: Some(position.x), y: Some(position.y), files }
}

fn granted(window: &Window, paths: &[PathBuf]) -> Vec<Dropped> {
    let Some(shell) = window.try_state::<Shell>() else { return Vec::new() };
    let one = |path: &PathBuf| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let to_read = |purpose| shell.files().grant(path.clone(), purpose).ok();
        Some(Dropped {
            name,
            evidence: to_read(Purpose::ReadEvidence)?,
            request: to_read(Purpose::ReadRequest)?,
            statement: to_read(Purpose::ReadStatement)?,
        })
    };
    paths.iter().take(MOST).filter_map(one).collect()
}

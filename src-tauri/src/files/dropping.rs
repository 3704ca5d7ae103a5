//! Journeys drop files in the person's place: a file called `drop` among the answers holds a line with
//! the point of the window, then a path a line. What follows is what the system's own event begins.

use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs, thread};

use tauri::{AppHandle, DragDropEvent, Manager, PhysicalPosition, WindowEvent};

use crate::dropped;

const GLANCE: Duration = Duration::from_millis(50);

/// Watches for what is dropped for as long as the app runs.
pub fn watch(app: AppHandle) {
    let folder = PathBuf::from(env::var_os("COUNTERSIGN_JOURNEY_FILES").unwrap_or_default());
    thread::spawn(move || {
        loop {
            thread::sleep(GLANCE);
            let written = folder.join("drop");
            let Ok(words) = fs::read_to_string(&written) else { continue };
            let taken = fs::remove_file(&written).is_ok();
            let window = app.get_webview_window("main").filter(|_| taken);
            if let Some((window, event)) = window.zip(read(&words)) {
                dropped::tell(&window.as_ref().window(), &WindowEvent::DragDrop(event));
            }
        }
    });
}

fn read(words: &str) -> Option<DragDropEvent> {
    let (point, paths) = words.split_once('\n')?;
    let (x, y) = point.split_once(' ')?;
    let position = PhysicalPosition::new(x.parse().ok()?, y.parse().ok()?);
    Some(DragDropEvent::Drop { paths: paths.lines().map(PathBuf::from).collect(), position })
}

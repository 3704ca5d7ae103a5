//! What the window stands on: the desk, worked at by one operation at a time, off the main thread.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, mpsc};
use std::time::Duration;

use desk::notifications::Notification;
use desk::operations::{OpenWorkspace, Purpose};
use desk::{Beside, Desk, Problem, Profile, Progress};
use serde::Serialize;
use tauri::{App, AppHandle, Emitter, Manager};

use crate::files::{self, ChosenFiles};
use crate::window;

/// The event that tells the window how far long work is.
const PROGRESS: &str = "progress";

/// A file is checked once its first screen is painted, on a slow machine too.
const SETTLING: Duration = Duration::from_millis(1500);

/// The desk and how much is being done at it.
pub struct Shell {
    desk: Arc<Mutex<Desk>>,
    beside: Beside,
    working: AtomicUsize,
    closing: AtomicBool,
    files: ChosenFiles,
    app: AppHandle,
}

/// The app, for what is begun before there is one.
pub type ComingApp = Arc<OnceLock<AppHandle>>;

/// A desk that waits for its window.
pub struct Begun {
    desk: Arc<Mutex<Desk>>,
    beside: Beside,
    files: ChosenFiles,
    app: ComingApp,
}

/// Sets a desk up, and opens the file that the app was started with, if any: the window is made
/// meanwhile.
pub fn begin(profile: Profile) -> Begun {
    let app = ComingApp::default();
    let files = ChosenFiles::new(files::chooser(&app));
    let desk = Desk::new(profile, Box::new(files.clone()))
        .with_progress(ToWindow { app: Arc::clone(&app) })
        .with_settling(SETTLING);
    #[cfg(feature = "journey")]
    let desk = desk.with_clock(files::JourneyClock);
    let begun = Begun { beside: desk.beside(), desk: Arc::new(Mutex::new(desk)), files, app };
    if let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) {
        begun.take(path);
    }
    begun
}

impl Begun {
    /// Hands the desk to the app, whose window asks it from now on.
    pub fn settle(self, app: &App) {
        let app = app.handle();
        self.app.get_or_init(|| app.clone());
        app.manage(Shell {
            desk: self.desk,
            beside: self.beside,
            working: AtomicUsize::new(0),
            closing: AtomicBool::new(false),
            files: self.files,
            app: app.clone(),
        });
    }

    /// A request waits for the page; anything else is opened as a workspace.
    fn take(&self, path: PathBuf) {
        if files::is_request(&path)
            && let Ok(()) = self.files.hand_over(path.clone())
        {
            return;
        }
        self.open(self.files.grant(path, Purpose::OpenWorkspace));
    }

    /// The page's first question comes after it: this returns once the desk is taken.
    fn open(&self, grant: Result<desk::Grant, Problem>) {
        let (desk, app) = (Arc::clone(&self.desk), Arc::clone(&self.app));
        let (taking, taken) = mpsc::channel();
        tauri::async_runtime::spawn_blocking(move || {
            let opened = {
                let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
                taking.send(()).ok();
                grant.and_then(|grant| desk.open_workspace(OpenWorkspace { grant }))
            };
            if let Err(problem) = opened {
                // Nothing is said before the app can say it.
                app.wait();
                window::say(&problem.to_string());
            }
        });
        taken.recv().ok();
    }
}

impl Shell {
    /// Does one piece of work at the desk; others wait for their turn.
    ///
    /// # Errors
    /// What the work refuses, and `internal` when it did not come to an end.
    pub async fn work<T: Send + 'static>(
        &self,
        piece: impl FnOnce(&mut Desk) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let desk = Arc::clone(&self.desk);
        self.working.fetch_add(1, Ordering::SeqCst);
        let done = tauri::async_runtime::spawn_blocking(move || {
            // A piece of work that broke off left nothing half-written: entries are transactions.
            piece(&mut desk.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await;
        let last = self.working.fetch_sub(1, Ordering::SeqCst) == 1;
        if last && self.closing.load(Ordering::SeqCst) {
            window::close(&self.app);
        }
        done.unwrap_or_else(|broken| Err(Problem::internal(broken)))
    }

    /// Asks beside the desk: nobody waits for what is being done there.
    ///
    /// # Errors
    /// What is refused, and `internal` when the question did not come to an end.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Beside) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let beside = self.beside.clone();
        let answered = tauri::async_runtime::spawn_blocking(move || question(&beside)).await;
        answered.unwrap_or_else(|broken| Err(Problem::internal(broken)))
    }

    /// The files that a person chose.
    pub fn files(&self) -> &ChosenFiles {
        &self.files
    }

    /// What to tell on the desktop now; nothing while the desk is at work, it is asked again soon.
    pub fn to_tell(&self) -> Vec<Notification> {
        let Ok(mut desk) = self.desk.try_lock() else { return Vec::new() };
        // What cannot be read is said where somebody reads it, not by a notification.
        desk.notify().unwrap_or_default()
    }

    /// Whether the window may close now. If not, it closes when the work under way is done.
    pub fn may_close(&self) -> bool {
        self.closing.store(true, Ordering::SeqCst);
        self.working.load(Ordering::SeqCst) == 0
    }
}

/// Tells the window how far long work is.
struct ToWindow {
    app: ComingApp,
}

#[derive(Clone, Serialize)]
struct Told<'a> {
    operation: &'a str,
    done: u64,
    total: u64,
}

impl Progress for ToWindow {
    fn report(&self, what: &str, done: u64, total: u64) {
        // A window that has gone, or is still to come, hears nothing; the work goes on to its end.
        if let Some(app) = self.app.get() {
            app.emit(PROGRESS, Told { operation: what, done, total }).ok();
        }
    }
}

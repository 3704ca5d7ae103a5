//! The system's own file dialogs.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, mpsc};

use desk::Problem;
use desk::files::REQUEST_ENDING;
use desk::operations::{ChooseFile, Purpose};
use rfd::{AsyncFileDialog, FileHandle};

use super::Chooser;
use crate::shell::ComingApp;

type Answer = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// Asks through the system's dialogs.
pub fn chooser(app: &ComingApp) -> Arc<dyn Chooser> {
    Arc::new(Dialogs { app: Arc::clone(app) })
}

struct Dialogs {
    app: ComingApp,
}

impl Chooser for Dialogs {
    fn ask(&self, wanted: &ChooseFile) -> Result<Option<PathBuf>, Problem> {
        let (tell, hear) = mpsc::channel();
        let question = wanted.clone();
        // Dialogs are opened on the main thread; their answer is awaited off it.
        self.app
            .wait()
            .run_on_main_thread(move || {
                let answer = open(&question);
                tauri::async_runtime::spawn(async move {
                    // Nobody listens any more only when the app is closing.
                    tell.send(answer.await.map(|file| file.path().to_path_buf())).ok();
                });
            })
            .map_err(Problem::internal)?;
        hear.recv().map_err(Problem::internal)
    }
}

fn open(question: &ChooseFile) -> Answer {
    let Question { title, kinds, saves } = Question::of(question.purpose);
    let mut dialog = AsyncFileDialog::new().set_title(title);
    if let Some(name) = &question.suggested {
        dialog = dialog.set_file_name(name);
    }
    for (name, endings) in kinds {
        dialog = dialog.add_filter(*name, endings);
    }
    if saves { Box::pin(dialog.save_file()) } else { Box::pin(dialog.pick_file()) }
}

type Kinds = &'static [(&'static str, &'static [&'static str])];

struct Question {
    title: &'static str,
    kinds: Kinds,
    saves: bool,
}

impl Question {
    fn of(purpose: Purpose) -> Self {
        const WORKSPACE: Kinds = &[("Countersign workspace", &["countersign"])];
        const KEY: Kinds = &[("Key file", &["pem"])];
        const REQUEST: Kinds = &[("Request", &[REQUEST_ENDING, "json"])];
        const STATEMENT: Kinds = &[("Statement", &["json"])];
        let reads = |title, kinds| Self { title, kinds, saves: false };
        let saves = |title, kinds| Self { title, kinds, saves: true };
        match purpose {
            Purpose::OpenWorkspace => reads("Open a workspace", WORKSPACE),
            Purpose::NewWorkspace => saves("Where the new workspace goes", WORKSPACE),
            Purpose::ReadInventory => reads(
                "Choose an inventory",
                &[("Table", &["csv", "tsv", "txt", "xlsx", "xlsm"]), ("Any", &["*"])],
            ),
            Purpose::ReadHolidays => reads(
                "Choose a file of holidays",
                &[("Calendar or table", &["ics", "csv", "tsv", "txt", "xlsx"]), ("Any", &["*"])],
            ),
            Purpose::SaveReport => saves("Save the report", &[]),
            Purpose::SavePack => saves("Save the evidence pack", &[("Evidence pack", &["zip"])]),
            Purpose::SaveCopy => saves("Save a copy of the workspace", WORKSPACE),
            Purpose::ReadKeyFile => reads("Choose your key file", KEY),
            Purpose::SaveKeyFile => saves("Save your key file", KEY),
            Purpose::ReadRequest => reads("Open a request", REQUEST),
            Purpose::SaveRequest => saves("Save the request", REQUEST),
            Purpose::ReadStatement => reads("Choose a statement that came back", STATEMENT),
            Purpose::SaveStatement => saves("Save your statement", STATEMENT),
            Purpose::SaveStopList => saves("Where the stop list goes", &[("Stop list", &["json"])]),
            Purpose::ReadEvidence => reads("Choose a file as evidence", &[]),
            Purpose::SaveEvidence => saves("Save the file", &[]),
        }
    }
}

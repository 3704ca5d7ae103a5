//! The desktop app: one window on the desk, the system's file dialogs, and a command per operation.

mod commands;
mod dropped;
mod files;
mod notify;
mod shell;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    match open_window() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("Countersign cannot start: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn open_window() -> Result<(), Box<dyn std::error::Error>> {
    let begun = shell::begin(desk::Profile::standard()?);
    tauri::Builder::default()
        .invoke_handler(commands::handler())
        .setup(move |app| {
            window::paint_plainly(app.handle())?;
            begun.settle(app);
            notify::watch(app.handle().clone());
            #[cfg(feature = "journey")]
            files::dropping::watch(app.handle().clone());
            Ok(())
        })
        .on_page_load(window::show_when_painted)
        .on_window_event(|window, event| {
            window::finish_before_closing(window, event);
            dropped::tell(window, event);
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

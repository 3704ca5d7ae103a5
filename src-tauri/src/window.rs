//! The window: it appears painted, and closes only between two pieces of work.

use tauri::webview::{PageLoadEvent, PageLoadPayload};
use tauri::{AppHandle, Manager, Webview, Window, WindowEvent};

use crate::shell::Shell;

const LABEL: &str = "main";

/// Shows the window once its page has loaded, so that nobody sees it empty.
pub fn show_when_painted(webview: &Webview, load: &PageLoadPayload<'_>) {
    if matches!(load.event(), PageLoadEvent::Finished)
        && let Err(problem) = webview.window().show()
    {
        eprintln!("The window cannot be shown: {problem}");
    }
}

/// Lets work under way finish before the window closes.
pub fn finish_before_closing(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event
        && window.try_state::<Shell>().is_some_and(|shell| !shell.may_close())
    {
        api.prevent_close();
    }
}

/// Closes the window, and with it the app.
pub fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL)
        && window.destroy().is_err()
    {
        app.exit(0);
    }
}

/// Says a sentence in a dialog of the system, where the page cannot say it yet.
pub fn say(sentence: &str) {
    let dialog = rfd::AsyncMessageDialog::new()
        .set_title("Countersign")
        .set_level(rfd::MessageLevel::Warning)
        .set_description(sentence)
        .show();
    tauri::async_runtime::spawn(dialog);
}

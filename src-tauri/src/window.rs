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

/// Paints on the processor: a page of text and tables gains nothing from a graphics driver, which
/// costs more memory than all of the page, and on some machines leaves the window blank.
#[cfg(target_os = "linux")]
pub fn paint_plainly(app: &AppHandle) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    let Some(window) = app.get_webview_window(LABEL) else { return Ok(()) };
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Other systems' own painting is left as it is.
#[cfg(not(target_os = "linux"))]
pub fn paint_plainly(_: &AppHandle) -> tauri::Result<()> {
    Ok(())
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

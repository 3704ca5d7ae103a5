//! An empty window of the same size and kind: what `cargo xtask bench window` compares with.

use tauri::WebviewUrl;

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    for window in &mut context.config_mut().app.windows {
        window.visible = true;
        if let Ok(blank) = "about:blank".parse() {
            window.url = WebviewUrl::External(blank);
        }
    }
    tauri::Builder::default().run(context)
}

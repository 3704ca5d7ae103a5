//! Notifications on the desktop: what to tell is the desk's to say, here it is only shown. The page
//! has no part in it and needs no permission for it.

use std::time::Duration;

use desk::notifications::Notification;
use tauri::{AppHandle, Manager};

use crate::shell::Shell;

/// How often the desk is asked what to tell.
const EVERY: Duration = Duration::from_secs(30);

/// Asks the desk as long as the app runs, and shows what it says.
pub fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            let Some(shell) = app.try_state::<Shell>() else { continue };
            for one in shell.to_tell() {
                // A desktop that shows no notifications is one on which Today tells the same.
                if let Err(refused) = show(&one) {
                    eprintln!("A notification cannot be shown: {refused}");
                }
            }
        }
    });
}

/// On Linux by the desktop's own service, over the bus that GTK is connected to anyway.
#[cfg(target_os = "linux")]
fn show(one: &Notification) -> Result<(), gio::glib::Error> {
    use std::collections::HashMap;

    use gio::glib::Variant;
    use gio::glib::variant::ToVariant;

    const SERVICE: &str = "org.freedesktop.Notifications";
    /// Milliseconds until a service that does not answer is given up.
    const AT_MOST: i32 = 5000;

    let bus = gio::bus_get_sync(gio::BusType::Session, gio::Cancellable::NONE)?;
    let (replaces, icon, actions) = (0_u32, "", Vec::<String>::new());
    let (hints, as_usual) = (HashMap::<String, Variant>::new(), -1_i32);
    let said = ("Countersign", replaces, icon, &*one.title, &*one.words, actions, hints, as_usual);
    bus.call_sync(
        Some(SERVICE),
        "/org/freedesktop/Notifications",
        SERVICE,
        "Notify",
        Some(&said.to_variant()),
        None,
        gio::DBusCallFlags::NONE,
        AT_MOST,
        gio::Cancellable::NONE,
    )?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn show(one: &Notification) -> Result<(), notify_rust::error::Error> {
    let mut shown = notify_rust::Notification::new();
    shown.appname("Countersign").summary(&one.title).body(&one.words).show().map(|_| ())
}

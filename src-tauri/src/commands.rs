//! One Tauri command per operation of the desk, made from the desk's own list.

use tauri::State;

#[allow(clippy::wildcard_imports, reason = "the list names the types of this module")]
use desk::operations::*;

use crate::shell::Shell;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident: $request:ident => $reply:ident;)*) => {
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(shell: State<'_, Shell>, request: $request) -> Result<$reply, Problem> {
                shell.work(move |desk| desk.$name(request)).await
            }
        )*

        /// Answers the window's calls, each by the operation of that name.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
include!("../crates/desk/src/operations/list.rs");

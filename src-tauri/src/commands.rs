//! One Tauri command per operation of the desk, made from the desk's own list.

use tauri::State;

#[allow(clippy::wildcard_imports, reason = "the list names the types of this module")]
use desk::operations::*;

use crate::shell::Shell;

macro_rules! operations {
    (beside { $($(#[$noted:meta])* $beside:ident: $asked:ident => $answer:ident;)* }
     $($(#[$doc:meta])* $name:ident: $request:ident => $reply:ident;)*) => {
        $(
            $(#[$noted])*
            #[tauri::command]
            async fn $beside(shell: State<'_, Shell>, request: $asked) -> Result<$answer, Problem> {
                shell.ask(move |beside| beside.$beside(request)).await
            }
        )*
        $(
            $(#[$doc])*
            #[tauri::command]
            async fn $name(shell: State<'_, Shell>, request: $request) -> Result<$reply, Problem> {
                shell.work(move |desk| desk.$name(request)).await
            }
        )*

        /// Answers the window's calls, each by the operation of that name.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($beside,)* $($name),*]
        }
    };
}
include!("../crates/desk/src/operations/list.rs");

//! Declares the desk's operations to Tauri: each gets a permission of its own, and the window may
//! call only those that its capability names.

macro_rules! operations {
    (beside { $($(#[$noted:meta])* $beside:ident: $asked:ident => $answer:ident;)* }
     $($(#[$doc:meta])* $name:ident: $request:ident => $reply:ident;)*) => {
        const OPERATIONS: &[&str] = &[$(stringify!($beside),)* $(stringify!($name)),*];
    };
}
include!("crates/desk/src/operations/list.rs");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let operations = tauri_build::AppManifest::new().commands(OPERATIONS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(operations))?;
    Ok(())
}

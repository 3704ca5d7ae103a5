//! Calling an operation by its name.

use serde::de::DeserializeOwned;
use serde_json::Value;

#[allow(clippy::wildcard_imports, reason = "the list names the types of this module")]
use super::*;
use crate::Desk;

macro_rules! operations {
    (beside { $($(#[$noted:meta])* $beside:ident: $asked:ident => $answer:ident;)* }
     $($(#[$doc:meta])* $name:ident: $request:ident => $reply:ident;)*) => {
        /// The names of all operations, in the list's order.
        pub const NAMES: &[&str] = &[$(stringify!($beside),)* $(stringify!($name)),*];

        /// Calls the operation `name` with a JSON request; the answer is JSON too.
        ///
        /// # Errors
        /// What the operation refuses, and `bad-request` for an unknown name or a request of
        /// another shape.
        pub fn call(desk: &mut Desk, name: &str, request: Value) -> Result<Value, Problem> {
            match name {
                $(stringify!($beside) => {
                    let request: $asked = read(request)?;
                    let answer: $answer = desk.beside().$beside(request)?;
                    write(&answer)
                })*
                $(stringify!($name) => {
                    let request: $request = read(request)?;
                    let reply: $reply = desk.$name(request)?;
                    write(&reply)
                })*
                unknown => Err(Problem::new(
                    "bad-request",
                    format!("There is no operation called “{unknown}”."),
                )),
            }
        }
    };
}
include!("list.rs");

fn read<T: DeserializeOwned>(request: Value) -> Result<T, Problem> {
    serde_json::from_value(request).map_err(|wrong| {
        Problem::new("bad-request", format!("The request cannot be read: {wrong}."))
    })
}

fn write<T: Serialize>(reply: &T) -> Result<Value, Problem> {
    serde_json::to_value(reply).map_err(|wrong| {
        Problem::new("internal", format!("The answer cannot be written: {wrong}."))
    })
}

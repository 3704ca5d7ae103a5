//! Any operation of the desk by its name: what the window can do, a script can.

use desk::operations;
use desk::{Passphrase, Problem};
use serde_json::Value;

use crate::args::{Args, Call};
use crate::usage::usage;
use crate::{Outcome, at, passphrase, print};

/// Calls an operation, and prints what it answers.
pub fn call(args: &Args, wanted: &Call) -> Result<Outcome, Problem> {
    let mut request: Value = serde_json::from_str(&wanted.request)
        .map_err(|wrong| usage(format!("The request is no JSON: {wrong}.")))?;
    let mut desk = match &args.person {
        None => at::reading(args, &wanted.file)?,
        Some(person) => {
            let letters = passphrase::letters(&format!("Passphrase of {person}: "))?;
            let desk = at::signed_in(args, &wanted.file, Passphrase::from(letters.as_str()))?;
            fill(&mut request, "passphrase", Some(letters));
            desk
        }
    };
    fill(&mut request, "new_passphrase", passphrase::new_letters());
    let answer = operations::call(&mut desk, &wanted.operation, request)?;
    print::answer(true, &answer, |_| {})
}

/// Puts a passphrase where the request asks for one; a request that asks for none passes over it.
fn fill(request: &mut Value, field: &str, letters: Option<String>) {
    if let (Some(fields), Some(letters)) = (request.as_object_mut(), letters) {
        fields.entry(field).or_insert(Value::String(letters));
    }
}

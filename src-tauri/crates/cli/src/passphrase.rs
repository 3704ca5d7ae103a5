//! Where passphrases come from: a prompt that does not show them, or the environment.

use desk::{Passphrase, Problem};

const OWN: &str = "COUNTERSIGN_PASSPHRASE";
const NEW: &str = "COUNTERSIGN_NEW_PASSPHRASE";
/// The code of a passphrase that does not do.
const WRONG: &str = "passphrase-wrong";

/// The passphrase of who acts.
pub fn asked(prompt: &str) -> Result<Passphrase, Problem> {
    letters(prompt).map(Passphrase::from)
}

/// The passphrase that seals a new key: nobody can recover it, so it is typed twice.
pub fn new(prompt: &str) -> Result<Passphrase, Problem> {
    let given = from(NEW, prompt)?;
    if from(NEW, "The same again: ")? == given {
        return Ok(Passphrase::from(given));
    }
    let says = "The two are not the same. Nothing was written; start again.";
    Err(Problem::new(WRONG, says.to_owned()))
}

/// The letters of the passphrase of who acts, for a request that is put together by hand.
pub fn letters(prompt: &str) -> Result<String, Problem> {
    from(OWN, prompt)
}

/// The letters of a new key's passphrase, where the environment has them.
pub fn new_letters() -> Option<String> {
    std::env::var(NEW).ok()
}

/// What went wrong with the passphrase of who acts, and where it was read from; what it says stays untold.
pub fn told(problem: Problem) -> Problem {
    if problem.code != WRONG {
        return problem;
    }
    let read = match std::env::var(OWN) {
        Ok(_) => format!("It was read from {OWN}."),
        Err(_) => "It was typed at the prompt.".to_owned(),
    };
    Problem { says: format!("{} {read}", problem.says), ..problem }
}

fn from(variable: &str, prompt: &str) -> Result<String, Problem> {
    if let Ok(given) = std::env::var(variable) {
        return Ok(given);
    }
    rpassword::prompt_password(prompt).map_err(|_| {
        Problem::new(
            WRONG,
            format!("There is no terminal to ask for a passphrase; set {variable}."),
        )
    })
}

//! Where passphrases come from: a prompt that does not show them, or the environment.

use desk::{Passphrase, Problem};

/// The passphrase of who acts.
pub fn asked(prompt: &str) -> Result<Passphrase, Problem> {
    from("COUNTERSIGN_PASSPHRASE", prompt)
}

/// The passphrase that seals a new key.
pub fn new(prompt: &str) -> Result<Passphrase, Problem> {
    from("COUNTERSIGN_NEW_PASSPHRASE", prompt)
}

fn from(variable: &str, prompt: &str) -> Result<Passphrase, Problem> {
    if let Ok(given) = std::env::var(variable) {
        return Ok(given.into());
    }
    rpassword::prompt_password(prompt).map(Passphrase::from).map_err(|_| {
        Problem::new(
            "passphrase-wrong",
            format!("There is no terminal to ask for a passphrase; set {variable}."),
        )
    })
}

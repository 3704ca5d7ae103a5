//! Where passphrases come from: a prompt that does not show them, or the environment.

use desk::Problem;

/// The passphrase of who acts.
pub fn asked(prompt: &str) -> Result<String, Problem> {
    from("COUNTERSIGN_PASSPHRASE", prompt)
}

/// The passphrase that seals a new key.
pub fn new(prompt: &str) -> Result<String, Problem> {
    from("COUNTERSIGN_NEW_PASSPHRASE", prompt)
}

fn from(variable: &str, prompt: &str) -> Result<String, Problem> {
    if let Ok(given) = std::env::var(variable) {
        return Ok(given);
    }
    rpassword::prompt_password(prompt).map_err(|_| {
        Problem::new(
            "passphrase-wrong",
            format!("There is no terminal to ask for a passphrase; set {variable}."),
        )
    })
}

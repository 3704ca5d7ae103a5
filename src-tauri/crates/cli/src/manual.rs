//! The manual's pages, one a command, made of the very words that `--help` prints: so none can drift.

use std::path::Path;

use clap::CommandFactory;
use desk::Problem;

use crate::Outcome;
use crate::args::Args;

/// Writes the pages, `countersign.1` and one for each command, into a folder that is there.
pub fn manual(folder: &Path) -> Result<Outcome, Problem> {
    clap_mangen::generate_to(Args::command(), folder).map_err(|source| {
        let folder = folder.display();
        Problem::new("manual-failed", format!("{folder} takes no pages: {source}."))
    })?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_command_that_help_names_has_a_page_with_its_words() {
        let folder = tempfile::tempdir().unwrap();
        assert!(manual(folder.path()).is_ok(), "the pages are written");
        for command in Args::command().get_subcommands().filter(|command| !command.is_hide_set()) {
            let page = folder.path().join(format!("countersign-{}.1", command.get_name()));
            let page = fs::read_to_string(page).unwrap().replace("\\-", "-");
            let about = command.get_about().unwrap().to_string();
            let first = about.split('\'').next().unwrap();
            assert!(page.contains(first), "{} says: {about}", command.get_name());
        }
    }
}

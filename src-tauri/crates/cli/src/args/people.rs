//! People and roles.

use std::path::PathBuf;

use clap::Subcommand;

/// People and roles.
#[derive(Debug, Subcommand)]
pub enum People {
    /// Everybody.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// Add a person.
    Add {
        /// The workspace.
        file: PathBuf,
        /// Name.
        #[arg(long)]
        name: String,
        /// Where to reach them.
        #[arg(long, default_value = "")]
        contact: String,
        /// Roles held from today.
        #[arg(long = "role")]
        roles: Vec<String>,
    },
    /// Give a role.
    Give {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Which role.
        role: String,
        /// First day.
        #[arg(long)]
        from: String,
        /// Last day.
        #[arg(long)]
        to: Option<String>,
    },
    /// End a role.
    End {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Which role.
        role: String,
        /// The last day.
        #[arg(long)]
        on: String,
        /// Why; kept with the entry.
        #[arg(long)]
        why: Option<String>,
    },
    /// Record that a person left: roles end, keys are retired.
    Left {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Why; kept with the entry.
        #[arg(long)]
        why: Option<String>,
    },
}

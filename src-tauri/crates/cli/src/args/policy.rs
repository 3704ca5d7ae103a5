//! Policies by command line.

use std::path::PathBuf;

/// Policies and training: list, read, attest, ask for attestations.
#[derive(Debug, clap::Subcommand)]
pub enum Policy {
    /// Each policy, which version is in force, and how many have attested it.
    List {
        /// The workspace.
        file: PathBuf,
    },
    /// The version in force, or the last one written, whole; and who has not attested it.
    Show {
        /// The workspace.
        file: PathBuf,
        /// Which, such as POL-0001.
        policy: String,
    },
    /// Write the policies and the training that a workspace begins with, where there are none.
    StartUp {
        /// The workspace.
        file: PathBuf,
    },
    /// Propose that a version comes into force; a decision puts it there.
    Propose {
        /// The workspace.
        file: PathBuf,
        /// Which, such as POL-0001.
        policy: String,
        /// Which version; the last one written when absent.
        #[arg(long)]
        version: Option<u32>,
        /// Why.
        #[arg(long)]
        rationale: String,
    },
    /// Propose that a policy goes out of force; a decision takes it out.
    Retire {
        /// The workspace.
        file: PathBuf,
        /// Which, such as POL-0001.
        policy: String,
        /// Why.
        #[arg(long)]
        rationale: String,
    },
    /// Read the version in force, whole, and put your name to it.
    Attest {
        /// The workspace.
        file: PathBuf,
        /// Which, such as POL-0001.
        policy: String,
    },
    /// Write a request that people read and sign on their own machines.
    Request {
        /// The workspace.
        file: PathBuf,
        /// Which, such as POL-0001.
        policy: String,
        /// Where the request goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Take in the attestations that came back.
    Take {
        /// The workspace.
        file: PathBuf,
        /// Their files.
        statements: Vec<PathBuf>,
    },
}

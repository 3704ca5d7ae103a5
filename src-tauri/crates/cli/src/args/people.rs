//! People, roles, teams and absences.

use std::path::PathBuf;

use clap::Subcommand;

/// People, roles, teams and absences.
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
    /// Change a person's name or contact; what is not given stays.
    Change {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// Name.
        #[arg(long)]
        name: Option<String>,
        /// Where to reach them.
        #[arg(long)]
        contact: Option<String>,
    },
    /// Define a role of your own, or give a role another name.
    Role {
        /// The workspace.
        file: PathBuf,
        /// What people call it.
        name: String,
        /// Which role is renamed; a new one is defined when absent.
        #[arg(long)]
        rename: Option<String>,
    },
    /// Name a role's deputies, in the order in which they are asked; none to have none.
    Deputies {
        /// The workspace.
        file: PathBuf,
        /// Which role.
        role: String,
        /// Who: PER-0003, or with its days PER-0003:2026-11-16..2026-12-31.
        deputies: Vec<String>,
    },
    /// Set whom to call for a role, in order; nobody to have no order.
    OnCall {
        /// The workspace.
        file: PathBuf,
        /// Which role.
        role: String,
        /// Who: PER-0003, or with its days PER-0003:2026-11-16..2026-12-31.
        order: Vec<String>,
    },
    /// Record that somebody is away.
    Away {
        /// The workspace.
        file: PathBuf,
        /// Who.
        person: String,
        /// First day.
        #[arg(long)]
        from: String,
        /// Last day.
        #[arg(long)]
        to: Option<String>,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
        /// Which absence is changed, such as ABS-0002.
        #[arg(long)]
        change: Option<String>,
    },
    /// Withdraw an absence.
    Back {
        /// The workspace.
        file: PathBuf,
        /// Which, such as ABS-0002.
        absence: String,
    },
    /// Form a team, or give one another name or manager.
    Team {
        /// The workspace.
        file: PathBuf,
        /// What people call it.
        name: String,
        /// Who manages it.
        #[arg(long)]
        manager: Option<String>,
        /// Who belongs to a new team from today.
        #[arg(long = "member")]
        members: Vec<String>,
        /// Which team is changed, such as TEAM-0002.
        #[arg(long, conflicts_with = "members")]
        change: Option<String>,
    },
    /// Let a person belong to a team.
    Join {
        /// The workspace.
        file: PathBuf,
        /// Which, such as TEAM-0002.
        team: String,
        /// Who.
        person: String,
        /// First day.
        #[arg(long)]
        from: String,
        /// Last day.
        #[arg(long)]
        to: Option<String>,
    },
    /// End a person's membership of a team.
    Leave {
        /// The workspace.
        file: PathBuf,
        /// Which, such as TEAM-0002.
        team: String,
        /// Who.
        person: String,
        /// The last day.
        #[arg(long)]
        on: String,
    },
    /// Disband a team.
    Disband {
        /// The workspace.
        file: PathBuf,
        /// Which, such as TEAM-0002.
        team: String,
        /// Its last day.
        #[arg(long)]
        on: String,
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

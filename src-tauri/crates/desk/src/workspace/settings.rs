//! What a workspace is called and how its days are counted.

use chrono_tz::Tz;
use domain::Moment;
use store::View;

use crate::Problem;

/// The workspace's own facts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its name; a dash once erased.
    pub name: String,
    /// The zone its days are counted in.
    pub zone: Tz,
    /// Month, 1 to 12, in which its fiscal year starts.
    pub fiscal_start: u32,
    /// Whether it is a demo.
    pub demo: bool,
}

/// The workspace's own facts as they stand in `view`.
pub fn settings(view: &View<'_>) -> Result<Settings, Problem> {
    let workspace = view.workspace()?.ok_or_else(|| {
        Problem::new("file-damaged", "The file holds no workspace: its first entry is missing.")
    })?;
    Ok(Settings {
        name: workspace.name.words().unwrap_or("–").to_owned(),
        zone: domain::workspace::zone(&workspace.zone)?,
        fiscal_start: workspace.fiscal_start,
        demo: workspace.demo,
    })
}

/// When the last entry was made.
pub fn last_at(view: &View<'_>) -> Result<Moment, Problem> {
    view.last_change()?
        .map(|change| change.at)
        .ok_or_else(|| Problem::new("file-damaged", "The file holds no entry."))
}

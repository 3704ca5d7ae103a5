//! Systems whose logs are known by the names of their columns.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of log whose columns need not be mapped by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "LogPreset")]
pub enum Preset {
    /// HubSpot's audit log, and the exports of account activity before it.
    HubspotActivity,
    /// Salesforce's Setup Audit Trail, downloaded or queried.
    SalesforceSetupAudit,
    /// OpenTelemetry's spans of generative AI.
    OtelGenai,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::HubspotActivity, Self::SalesforceSetupAudit, Self::OtelGenai];

    /// How the command line spells it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::HubspotActivity => "hubspot-activity",
            Self::SalesforceSetupAudit => "salesforce-setup-audit",
            Self::OtelGenai => "otel-genai",
        }
    }

    /// What people call it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::HubspotActivity => "HubSpot account activity",
            Self::SalesforceSetupAudit => "Salesforce Setup Audit Trail",
            Self::OtelGenai => "OpenTelemetry GenAI spans",
        }
    }

    /// The one that is spelled so.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.id() == id)
    }
}

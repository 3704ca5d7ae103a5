//! Phase, kind, status and data risks: the words of the register, and the ones people write.

use domain::workflow::{DataRisk, Kind, Phase, Status, TrainingUse};

use crate::words::Synonyms;

pub(super) const PHASES: &Synonyms<Phase> = &[
    (
        Phase::DataSourcing,
        &["data sourcing", "sourcing", "data", "prospecting", "research", "list building"],
    ),
    (
        Phase::CampaignExecution,
        &["campaign execution", "campaign", "campaigns", "execution", "outreach", "engagement"],
    ),
    (
        Phase::PipelineProgression,
        &[
            "pipeline progression",
            "pipeline",
            "progression",
            "deal",
            "deals",
            "closing",
            "post sale",
        ],
    ),
];

pub(super) const KINDS: &Synonyms<Kind> = &[
    (
        Kind::LeadScoring,
        &["lead scoring", "scoring", "lead score", "account scoring", "icp scoring"],
    ),
    (Kind::Enrichment, &["enrichment", "data enrichment", "lead enrichment"]),
    (Kind::Routing, &["routing", "lead routing", "assignment"]),
    (
        Kind::Outreach,
        &[
            "outreach",
            "email writing",
            "outreach email writing",
            "email drafting",
            "cold email",
            "emails",
            "email",
        ],
    ),
    (Kind::Sequencing, &["sequencing", "sequence", "sequences", "cadence"]),
    (
        Kind::Forecasting,
        &[
            "forecasting",
            "forecast",
            "pipeline prediction",
            "forecasting pipeline prediction",
            "deal prediction",
        ],
    ),
    (Kind::NextBestAction, &["next best action", "nba", "recommendation", "recommendations"]),
    (
        Kind::CallSummary,
        &[
            "call summary",
            "call summaries",
            "call notes",
            "meeting notes",
            "meeting summary",
            "transcription",
        ],
    ),
    (Kind::Renewal, &["renewal", "renewals", "churn prediction", "churn"]),
    (
        Kind::DealDesk,
        &["deal desk", "discounting", "deal desk discounting", "pricing", "quoting", "discount"],
    ),
    (
        Kind::DeDuplication,
        &["de duplication", "deduplication", "dedupe", "de dupe", "merge", "data hygiene"],
    ),
    (Kind::Content, &["content", "content generation", "copywriting", "copy"]),
    (Kind::Agent, &["agent", "ai agent", "sales agent", "chatbot", "ai sdr", "sdr agent"]),
];

/// A pilot, a beta and a test in production act on real customers: they are live.
pub(super) const STATUSES: &Synonyms<Status> = &[
    (
        Status::Draft,
        &[
            "draft",
            "planned",
            "proposed",
            "idea",
            "in design",
            "in development",
            "not live",
            "not started",
            "evaluating",
        ],
    ),
    (
        Status::Live,
        &[
            "live",
            "active",
            "in production",
            "production",
            "prod",
            "in prod",
            "running",
            "in use",
            "enabled",
            "on",
            "launched",
            "rolled out",
            "pilot",
            "in pilot",
            "piloting",
            "beta",
        ],
    ),
    (Status::Paused, &["paused", "on hold", "hold", "suspended", "frozen"]),
    (Status::Stopped, &["stopped", "killed", "off", "disabled", "switched off", "halted"]),
    (
        Status::Retired,
        &["retired", "decommissioned", "archived", "sunset", "deprecated", "ended", "discontinued"],
    ),
];

pub(super) const DATA_RISKS: &Synonyms<DataRisk> = &[
    (
        DataRisk::PersonalData,
        &[
            "personal data",
            "personal",
            "pii",
            "personally identifiable information",
            "gdpr",
            "contact data",
            "contacts",
            "contact details",
            "email addresses",
            "emails",
            "names",
            "phone numbers",
            "job titles",
            "call recordings",
            "recordings",
        ],
    ),
    (
        DataRisk::CustomerConfidential,
        &[
            "customer confidential",
            "confidential",
            "customer data",
            "confidential customer data",
            "customer information",
            "crm data",
            "account data",
            "opportunity data",
            "call transcripts",
            "transcripts",
            "usage data",
            "nda",
        ],
    ),
    (
        DataRisk::Pricing,
        &["pricing", "prices", "price", "price list", "discounts", "discount", "quotes", "margins"],
    ),
    (
        DataRisk::ContractTerms,
        &["contract terms", "contract", "contracts", "terms", "legal terms", "msa", "order forms"],
    ),
    (
        DataRisk::Credentials,
        &["credentials", "passwords", "password", "tokens", "api keys", "keys", "secrets"],
    ),
];

pub(super) const TRAINING: &Synonyms<TrainingUse> = &[
    (TrainingUse::Never, &["no", "never", "not used", "not used for training", "none", "false"]),
    (TrainingUse::OptedOut, &["opted out", "opt out", "opted out of training", "disabled"]),
    (TrainingUse::Used, &["yes", "used", "used for training", "true", "opted in"]),
];

/// Words that answer that the vendor does not hold a certification.
pub(super) const NOT_HELD: &[&str] = &["no", "none", "not held", "false", "missing", "expired"];

/// Words beside a day that say nothing more than it does.
pub(super) const HELD: &[&str] =
    &["yes", "true", "valid", "held", "to", "until", "till", "expires", "expiry", "signed"];

/// Words that answer the question of data risks with "none".
pub(super) const NO_DATA_RISK: &[&str] =
    &["none", "no", "nothing", "no data", "no sensitive data", "no risk", "no personal data"];

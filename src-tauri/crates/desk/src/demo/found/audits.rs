//! What the quarterly audits found.

use domain::review::Outcome::{self, Attention, NotApplicable};
use domain::review::TierVerdict;

use super::Found;

/// What was signed with an audit.
pub(in crate::demo) struct Signed {
    /// The week in which it was held.
    pub(in crate::demo) week: i64,
    /// What the board was told.
    pub(in crate::demo) narrative: &'static str,
    /// What the sponsor stated.
    pub(in crate::demo) statement: &'static str,
}

pub(in crate::demo) const SIGNED: &[Signed] = &[
    Signed {
        week: 3,
        narrative: "Inventory complete, every permission tiered, one incident found and undone by our own review.",
        statement: "We know now what acts in our name, who answers for it and how to stop it. We found one workflow writing where it may not, and held it to its fields within a day.",
    },
    Signed {
        week: 15,
        narrative: "One vendor incident, seen in the weekly figures, ended by a person, without a customer lost. Pipeline created is up by a fifth since the spring.",
        statement: "A vendor changed a model and our own figures told us before our customers did. It took us twelve days; it will take us one week next time. I stand behind the decision to keep the agent paused.",
    },
];

/// A verdict on a tier that changes something.
pub(in crate::demo) struct Tiered {
    /// The week in which the audit was held.
    pub(in crate::demo) week: i64,
    /// Of which workflow, by name.
    pub(in crate::demo) workflow: &'static str,
    /// What was said.
    pub(in crate::demo) verdict: TierVerdict,
    /// Why.
    pub(in crate::demo) note: &'static str,
}

pub(in crate::demo) const TIERS: &[Tiered] = &[Tiered {
    week: 15,
    workflow: "SDR outreach agent",
    verdict: TierVerdict::Lower,
    note: "It comes back to draft, and to no more before thirteen weeks of clean samples.",
}];

/// Why a tier stays though the record shows reasons to go down.
pub(in crate::demo) const MENDED: &str =
    "What speaks against it has an owner and a day; it is mended where it stands.";

const fn in_quarter_of(
    week: i64,
    item: &'static str,
    outcome: Outcome,
    note: &'static str,
) -> Found {
    Found { cadence: "quarterly", week, day: 0, item, outcome, note }
}

pub(super) const IN_AUDITS: &[Found] = &[
    in_quarter_of(
        3,
        "kill-switch-drills",
        Attention,
        "No live workflow was drilled yet, for the desk began in this quarter. Routing, de-duplication and forecast come first.",
    ),
    in_quarter_of(
        3,
        "access-and-raci",
        Attention,
        "Two accounts of a former contractor were open in the sequencer. Closed during the audit.",
    ),
    in_quarter_of(
        3,
        "policies",
        Attention,
        "Acceptable use and the do’s and don’ts are adopted and attested; the training is a draft still.",
    ),
    in_quarter_of(
        3,
        "framework-coverage",
        NotApplicable,
        "The desk began in this quarter; coverage is read from the next one on.",
    ),
    in_quarter_of(
        15,
        "kill-switch-drills",
        Attention,
        "Only bounce suppression was drilled. The other drills are overdue; none that acts unattended goes without one in the next quarter.",
    ),
    in_quarter_of(
        15,
        "bias",
        Attention,
        "Leads from the Nordics are selected at 0.78 of the rate of DACH, below four fifths; 61 leads are too few to say why.",
    ),
    in_quarter_of(
        15,
        "re-tier",
        Attention,
        "The SDR outreach agent does not come back above tier 2. Everything else stays where it is; nothing has earned a step up yet.",
    ),
    in_quarter_of(
        15,
        "postmortems",
        Attention,
        "The model change went unseen for twelve days. Cause: nobody compared versions between two monthly reviews.",
    ),
    in_quarter_of(
        15,
        "vendors",
        Attention,
        "Clearpair’s ISO 27001 certificate runs out before the next audit. Lettera now owes us 14 days of notice.",
    ),
    in_quarter_of(
        15,
        "policies",
        Attention,
        "Acceptable use is attested anew in its second version by all who were here in summer; the training is still not adopted.",
    ),
];

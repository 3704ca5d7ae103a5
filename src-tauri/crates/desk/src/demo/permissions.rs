//! What each workflow may do, row by row, as Northwind tiered it in its first week.

use domain::workflow::ActionKind::{self, *};
use domain::workflow::Permitted::{self, *};

use crate::operations::{Given, LimitsShown, PermissionGiven, WindowShown};

/// One row of permissions.
#[derive(Clone, Copy)]
pub struct Row {
    action: ActionKind,
    permitted: Permitted,
    condition: &'static str,
    per_day: Option<u32>,
    discount: Option<&'static str>,
    export_rows: Option<u32>,
    approval_hours: Option<u32>,
    window: Option<(&'static [&'static str], &'static str, &'static str)>,
    segments: &'static [&'static str],
    first_touch_excluded: bool,
    enriched_only: bool,
}

/// A row for this kind of action, without limits.
pub const fn may(action: ActionKind, permitted: Permitted) -> Row {
    Row {
        action,
        permitted,
        condition: "",
        per_day: None,
        discount: None,
        export_rows: None,
        approval_hours: None,
        window: None,
        segments: &[],
        first_touch_excluded: false,
        enriched_only: false,
    }
}

impl Row {
    /// With a condition in words.
    pub const fn when(mut self, condition: &'static str) -> Self {
        self.condition = condition;
        self
    }

    const fn a_day(mut self, count: u32) -> Self {
        self.per_day = Some(count);
        self
    }

    const fn up_to(mut self, percent: &'static str) -> Self {
        self.discount = Some(percent);
        self
    }

    /// With approvals that count for so many hours.
    pub const fn approved_for(mut self, hours: u32) -> Self {
        self.approval_hours = Some(hours);
        self
    }

    const fn between(
        mut self,
        days: &'static [&'static str],
        from: &'static str,
        to: &'static str,
    ) -> Self {
        self.window = Some((days, from, to));
        self
    }

    const fn only(mut self, segments: &'static [&'static str]) -> Self {
        self.segments = segments;
        self
    }

    const fn never_first(mut self) -> Self {
        self.first_touch_excluded = true;
        self
    }

    const fn enriched(mut self) -> Self {
        self.enriched_only = true;
        self
    }

    /// The row as a person gives it.
    pub fn given(&self) -> Given {
        let words = |words: &[&str]| words.iter().map(|one| (*one).to_owned()).collect();
        Given::Permission(PermissionGiven {
            action: self.action,
            permitted: self.permitted,
            roles: Vec::new(),
            condition: self.condition.to_owned(),
            limits: LimitsShown {
                per_day: self.per_day,
                discount_percent: self.discount.map(str::to_owned),
                export_rows: self.export_rows,
                approval_hours: self.approval_hours,
                window: self.window.map(|(days, from, to)| WindowShown {
                    days: words(days),
                    from: from.to_owned(),
                    to: to.to_owned(),
                }),
                segments: words(self.segments),
                first_touch_excluded: self.first_touch_excluded,
                risky_excluded: false,
                enriched_only: self.enriched_only,
            },
        })
    }
}

const WEEKDAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri"];
const NIGHTLY: &[&str] = &[];

/// The rows of a workflow, by its name on the inventory.
pub fn rows(workflow: &str) -> &'static [Row] {
    ROWS.iter().find(|(name, _)| *name == workflow).map_or(&[], |(_, rows)| rows)
}

const ROWS: &[(&str, &[Row])] = &[
    (
        "Lead scoring, ICP v4",
        &[
            may(Recommend, Tier1).when("The three top drivers and the age of the data are shown."),
            may(ChangeScoreOrThreshold, Tier3)
                .when("The CRO signs each change of a threshold.")
                .approved_for(72),
            may(ChangeRouting, Blocked),
        ],
    ),
    (
        "Inbound routing",
        &[
            may(Recommend, Tier1),
            may(ChangeRouting, Tier3)
                .when("Enterprise leads are confirmed by a person.")
                .a_day(400)
                .approved_for(24),
            may(ExportData, Blocked),
        ],
    ),
    (
        "First-touch email drafts",
        &[
            may(GenerateExternalMessage, Tier2).when("Facts carry their source."),
            may(SendExternalMessage, Blocked),
        ],
    ),
    (
        "Follow-up sequencing",
        &[
            may(GenerateExternalMessage, Tier2),
            may(SendExternalMessage, Tier3)
                .when("Marketing ops approves the launch of each sequence.")
                .a_day(80)
                .approved_for(48)
                .between(WEEKDAYS, "08:00", "18:00")
                .never_first(),
            may(PauseItself, Tier3),
        ],
    ),
    (
        "Call summaries",
        &[
            may(Summarise, Tier1),
            may(CreateDraftRecord, Tier2).when("The rep accepts, edits or rejects the note."),
            may(ChangeStage, Blocked),
            may(ChangeAmountOrCloseDate, Blocked),
        ],
    ),
    (
        "Pipeline forecast",
        &[
            may(Recommend, Tier1).when("Confidence is shown."),
            may(ChangeAmountOrCloseDate, Blocked),
        ],
    ),
    (
        "Firmographic enrichment",
        &[
            may(EnrichFirmographicField, Tier4)
                .when("Writes enriched fields only; keeps source, time and the previous value.")
                .a_day(1200)
                .between(NIGHTLY, "01:00", "05:00")
                .only(&["Accounts without a hand-kept value"])
                .enriched(),
            may(EnrichRegulatedField, Blocked),
            may(PauseItself, Tier4).when("After 20 conflicts in one run."),
        ],
    ),
    (
        "Contact de-duplication",
        &[
            may(MergeRecords, Tier4)
                .when("Matches above 0.97; the undo list is kept for 30 days.")
                .a_day(400)
                .between(WEEKDAYS, "06:00", "20:00")
                .only(&["No named accounts", "No open deals"]),
            may(Recommend, Tier1).when("From 0.90 to 0.97 a person decides."),
            may(PauseItself, Tier4),
        ],
    ),
    (
        "Next best action",
        &[may(Recommend, Tier1).when("Override reasons are picked from the list.")],
    ),
    (
        "Renewal risk notes",
        &[
            may(Summarise, Tier1),
            may(GenerateInternalText, Tier1),
            may(SendExternalMessage, Blocked),
        ],
    ),
    (
        "Discount guidance",
        &[
            may(Recommend, Tier1),
            may(ApplyDiscount, Tier2).when("Above the limit it goes to the CRO.").up_to("10"),
        ],
    ),
    (
        "Bounce suppression",
        &[
            may(PauseItself, Tier4),
            may(CreateDraftRecord, Tier4)
                .when("Takes bounced addresses out of sequences; never adds one.")
                .a_day(500)
                .between(NIGHTLY, "00:00", "06:00")
                .only(&["Hard bounces"]),
        ],
    ),
    (
        "Proposal assembly",
        &[
            may(GenerateExternalMessage, Tier2).when("Approved blocks only."),
            may(ChangeAmountOrCloseDate, Blocked),
            may(Publish, Blocked),
        ],
    ),
    (
        "SDR outreach agent",
        &[
            may(Recommend, Tier1),
            may(GenerateExternalMessage, Tier2).when("No competitor is named."),
            may(SendExternalMessage, Tier3)
                .when("Marketing ops approves each batch.")
                .a_day(50)
                .approved_for(24)
                .between(WEEKDAYS, "08:00", "17:00")
                .only(&["Long tail"])
                .never_first(),
            may(ExportData, Blocked),
        ],
    ),
    ("Account research briefs", &[may(Summarise, Tier1)]),
    ("Contract clause finder", &[may(Summarise, Tier1), may(GenerateInternalText, Tier2)]),
    ("Territory rebalancing", &[may(Recommend, Tier1), may(ChangeRouting, Blocked)]),
    (
        "Prospect list building",
        &[
            may(CreateDraftRecord, Tier2).when("A person checks every tenth contact."),
            may(EnrichFirmographicField, Tier3).a_day(300).approved_for(24),
            may(SendExternalMessage, Blocked),
        ],
    ),
    (
        "Website chat concierge",
        &[
            may(GenerateExternalMessage, Tier3).a_day(200).approved_for(8),
            may(ApplyDiscount, Blocked),
            may(CreateDraftRecord, Tier2),
        ],
    ),
    (
        "Renewal quote drafts",
        &[
            may(GenerateExternalMessage, Tier2).when("Prices come from the price list."),
            may(ApplyDiscount, Blocked),
        ],
    ),
];

//! What was decided in the two quarters, and what waits: something in every state there is.

use domain::decision::{Class, DecisionKind, EvidenceAsked, Verdict};
use domain::workflow::{ActionKind, Permitted};

use super::company::{AMARA, DANA, FELIX, JONAS, LUC, MAREN, RAFAEL, SALOME, TOBIAS};
use super::decisions::{Last, Permit, Then, Told, What, at, lately};
use super::permissions::may;
use super::story::Story;

const DRAFTS: &str = "First-touch email drafts";
const NEXT: &str = "Next best action";
const RAISED: &str = "Let next best action prepare the step";

/// Plans every proposal with what came of it.
pub fn plan(story: &mut Story<'_>) {
    TOLD.iter().for_each(|told| told.plan(story));
}

const NOTHING: Told = Told {
    at: at(0, 0, 0, 0),
    by: MAREN,
    kind: DecisionKind::Other,
    title: "",
    why: "",
    back: "",
    what: What::Ask("", None),
    shown: &[],
    then: &[],
};

const TOLD: &[Told] = &[
    Told {
        at: at(1, 2, 10, 0),
        kind: DecisionKind::Launch,
        title: "Launch call summaries",
        why: "They ran before the desk did. Every launch rule holds since they were tiered.",
        back: "Switch the summaries off; notes are typed by hand as before.",
        what: What::Live("Call summaries"),
        then: &[
            Then::Vote(at(1, 2, 14, 0), RAFAEL, Verdict::Agree, "Recordings go after 60 days."),
            Then::Vote(at(1, 3, 10, 0), SALOME, Verdict::Agree, "Callers are told at the start."),
            Then::Vote(at(1, 3, 16, 0), TOBIAS, Verdict::Approve, ""),
        ],
        ..NOTHING
    },
    // Stale: the workflow was changed underneath the same afternoon.
    Told {
        at: at(3, 0, 10, 0),
        by: FELIX,
        kind: DecisionKind::Guardrail,
        title: "Stop enrichment after 20 conflicts",
        why: "One bad source should not write for a whole night.",
        back: "Take the guardrail out again.",
        what: What::Guardrails(
            "Firmographic enrichment",
            &["Enriched fields only", "1,200 records a day", "Stops after 20 conflicts"],
        ),
        ..NOTHING
    },
    // Lapsed: a Friday afternoon, and nobody stood in for the sponsor yet.
    Told {
        at: at(4, 4, 16, 45),
        by: LUC,
        kind: DecisionKind::PricingException,
        title: "14 % for Halden Maritime",
        why: "They sign this month if we meet the offer they have.",
        what: What::Ask(
            "14 % off the list price of the three-year plan",
            Some(Permit {
                class: Class::One,
                last: Last::Of(5, 4),
                count: None,
                discount: "14",
                to: "Halden Maritime",
            }),
        ),
        ..NOTHING
    },
    Told {
        at: at(7, 1, 10, 0),
        by: DANA,
        kind: DecisionKind::DataExport,
        title: "Addresses of the spring fair for the printer",
        why: "The invitations are printed outside; the printer deletes the list after ten days.",
        what: What::Ask(
            "Name and postal address of 1,150 visitors of the spring fair",
            Some(Permit {
                class: Class::One,
                last: Last::Of(7, 4),
                count: Some(1150),
                discount: "",
                to: "Druckerei Hansen",
            }),
        ),
        then: &[
            Then::Vote(at(7, 1, 14, 20), RAFAEL, Verdict::Approve, "Postal addresses only."),
            Then::Use(at(7, 2, 9, 30), DANA, 1150, "Export job 88213"),
        ],
        ..NOTHING
    },
    // Rejected.
    Told {
        at: at(9, 1, 10, 30),
        by: FELIX,
        kind: DecisionKind::TierOrStage,
        title: "Let first-touch emails go out with one approval",
        why: "SDRs edit fewer than one draft in ten.",
        back: "Back to drafting; templates stay.",
        what: What::Permission(DRAFTS, || {
            may(ActionKind::GenerateExternalMessage, Permitted::Tier3)
                .when("Facts carry their source.")
                .approved_for(24)
                .given()
        }),
        shown: &[
            (EvidenceAsked::Samples, "62 drafts read in nine calls, one with a wrong name"),
            (EvidenceAsked::DriftStable, "Same segments since the desk began"),
            (EvidenceAsked::DrillPassed, "Switched off and on in the sequencer in May"),
        ],
        then: &[
            Then::Vote(
                at(9, 1, 15, 0),
                RAFAEL,
                Verdict::Object,
                "62 drafts prove an error rate below 8 per cent, not below 5.",
            ),
            Then::Vote(
                at(9, 2, 9, 10),
                TOBIAS,
                Verdict::Refuse,
                "Come back with thirteen weeks of samples.",
            ),
        ],
    },
    Told {
        at: at(10, 3, 14, 0),
        kind: DecisionKind::Restart,
        title: "Restart proposal assembly",
        why: "The clause library is on this year’s edition, and every block names its edition.",
        back: "Stop it again; the template is used by hand.",
        what: What::Live(super::stops::PROPOSALS),
        then: &[
            Then::Vote(at(10, 3, 14, 50), RAFAEL, Verdict::Agree, ""),
            Then::Vote(at(10, 3, 16, 20), TOBIAS, Verdict::Approve, "Legal has read ten drafts."),
        ],
        ..NOTHING
    },
    // Withdrawn.
    Told {
        at: at(14, 2, 13, 0),
        kind: DecisionKind::VendorApproval,
        title: "Lettera with large-4 in place of large-3",
        why: "The vendor changed the model unannounced; either it is vetted or it goes.",
        what: What::Ask("Lettera, Write, with the model large-4", None),
        then: &[Then::Withdraw(
            at(14, 3, 17, 0),
            "Lettera offers no way back to large-3. It is vetted with the renewal, and the agent \
             stays paused until then.",
        )],
        ..NOTHING
    },
    // Applied, and rolled back two weeks later.
    Told {
        at: at(15, 1, 10, 0),
        kind: DecisionKind::TierOrStage,
        title: RAISED,
        why: "Reps take two of three suggestions; preparing the task saves the typing.",
        back: "Back to advice alone; prepared tasks are deleted.",
        what: What::Permission(NEXT, || {
            may(ActionKind::Recommend, Permitted::Tier2)
                .when("Override reasons are picked from the list.")
                .given()
        }),
        shown: &[
            (EvidenceAsked::Samples, "Thirteen weeks, 131 suggestions, two bad"),
            (EvidenceAsked::DriftStable, "No new segment since the spring"),
            (EvidenceAsked::DrillPassed, "The panel was hidden and shown again in week 13"),
        ],
        then: &[
            Then::Vote(at(15, 1, 15, 30), RAFAEL, Verdict::Agree, ""),
            Then::Vote(at(15, 2, 9, 40), TOBIAS, Verdict::Approve, "For one quarter, then again."),
        ],
        ..NOTHING
    },
    Told {
        at: at(17, 2, 9, 30),
        kind: DecisionKind::Rollback,
        title: "Take next best action back to advice",
        why: "Prepared tasks were ticked off unread in two teams.",
        what: What::Undo(RAISED),
        then: &[Then::Vote(at(17, 2, 15, 0), TOBIAS, Verdict::Approve, "")],
        ..NOTHING
    },
    Told {
        at: at(17, 3, 11, 0),
        kind: DecisionKind::RuleSetting,
        title: "Two sign every mass send",
        why: "One signature let the send of week 13 out. Marketing ops and RevOps both sign now, \
              and have four days.",
        what: What::Right(DecisionKind::MassSend, &["marketing-ops", "revops"], 96),
        then: &[Then::Vote(at(17, 4, 10, 15), TOBIAS, Verdict::Approve, "")],
        ..NOTHING
    },
    // Its permit is in use.
    Told {
        at: at(24, 1, 10, 0),
        by: JONAS,
        kind: DecisionKind::MassSend,
        title: "Release letter to customers, in three batches",
        why: "The release changes how alerts are read; support wants it known before.",
        what: What::Ask(
            "The release letter to customers in EMEA, 800 a batch",
            Some(Permit {
                class: Class::Standing,
                last: Last::After(20),
                count: Some(2400),
                discount: "",
                to: "Customers in EMEA",
            }),
        ),
        then: &[
            Then::Vote(at(24, 1, 11, 30), AMARA, Verdict::Approve, ""),
            Then::Vote(at(24, 1, 14, 5), MAREN, Verdict::Approve, "Nobody who opted out."),
            Then::Use(at(25, 1, 9, 40), AMARA, 800, "Sequencer batch 5512"),
        ],
        ..NOTHING
    },
    // One approval is there; the other is the visitor's.
    Told {
        at: lately(10, 0),
        by: JONAS,
        kind: DecisionKind::MassSend,
        title: "Renewal reminder to 640 accounts",
        why: "Their terms end within ninety days, and nobody has written yet.",
        what: What::Ask(
            "One reminder to the owner of each account, no second touch",
            Some(Permit {
                class: Class::Batch,
                last: Last::After(12),
                count: Some(640),
                discount: "",
                to: "Accounts whose terms end within ninety days",
            }),
        ),
        then: &[Then::Vote(lately(11, 30), AMARA, Verdict::Approve, "The text is approved.")],
        ..NOTHING
    },
    // Nobody has said anything yet.
    Told {
        at: lately(14, 10),
        by: RAFAEL,
        kind: DecisionKind::VendorApproval,
        title: "Paragraph, for the contract clause finder",
        why: "Legal wants to try it on signed contracts; the vendor keeps nothing.",
        what: What::Ask("Paragraph, Clause Search, on contracts that are signed", None),
        ..NOTHING
    },
];

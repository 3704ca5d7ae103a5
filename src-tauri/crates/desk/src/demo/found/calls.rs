//! What the weekly calls found.

use domain::review::Outcome::{self, Attention, Breach, Fine};

use super::Found;

const fn in_call(week: i64, item: &'static str, outcome: Outcome, note: &'static str) -> Found {
    Found { cadence: "weekly", week, day: 0, item, outcome, note }
}

pub(super) const IN_CALLS: &[Found] = &[
    in_call(
        1,
        "adoption",
        Attention,
        "Adoption at 48 %. Half of the reps hide the next-best-action panel. Ilse shows them the drivers on Thursday.",
    ),
    in_call(
        2,
        "lead-scores",
        Attention,
        "Two of ten scores surprise the reps: the industry field is empty on both. Stability at 91 %, baseline 92 %.",
    ),
    in_call(
        3,
        "enrichment",
        Breach,
        "Eleven hand-kept headcounts were overwritten, 1.3 % of what was enriched. Enrichment is held to enriched fields from today.",
    ),
    in_call(
        4,
        "enrichment",
        Attention,
        "The eleven old values are back. No new overwrite since Tuesday.",
    ),
    in_call(
        5,
        "approval-queue",
        Attention,
        "Approvals wait 13.5 hours at the median, baseline 9; two waited over a weekend for people who were away.",
    ),
    in_call(
        7,
        "opens-replies-meetings",
        Attention,
        "No opens, replies and unsubscribes for the week before last: the call was not held, and the sequencing tool keeps its weekly report for seven days only.",
    ),
    in_call(
        8,
        "errors-reported",
        Attention,
        "A first email named a product we no longer sell. The claims list lacked it; one sample in 35 was wrong.",
    ),
    in_call(
        9,
        "overrides",
        Attention,
        "16 % overruled, baseline 14 %. SDR EMEA overrode lead scoring three times in 14 days, all on job titles.",
    ),
    in_call(
        10,
        "overrides",
        Attention,
        "A fourth override on job titles. The weight goes to the model review.",
    ),
    in_call(
        10,
        "two-week-emergency",
        Attention,
        "Override rate at 16 % and 17 %, the second week above 14 %. The cause is known and one workflow’s: Felix proposes the weight, scoring stays on suggest.",
    ),
    in_call(
        11,
        "outbound-emails",
        Breach,
        "One of 25 emails promised a delivery date. The template is withdrawn.",
    ),
    in_call(
        13,
        "opens-replies-meetings",
        Attention,
        "Replies at 7.6 %, baseline 8 %; positive ones at 3.1 %, baseline 3.4 %. Drafts read longer and more flattering than last week.",
    ),
    in_call(
        13,
        "two-week-emergency",
        Attention,
        "Positive replies at 3.1 %, baseline 3.4 %: the first week below. Felix asks the vendor what changed.",
    ),
    in_call(
        14,
        "opens-replies-meetings",
        Breach,
        "Replies at 7.1 %, 24 meetings where 30 are the baseline. Lettera changed the model in the week before last.",
    ),
    in_call(
        14,
        "anomalies",
        Attention,
        "Drafts are half again as long since the vendor’s update, and every third opens with a compliment.",
    ),
    in_call(
        14,
        "two-week-emergency",
        Breach,
        "Positive replies at 2.6 %: the second week below 3.4 %. The SDR outreach agent is paused this afternoon; drafts for people go on, read twice.",
    ),
    in_call(
        15,
        "opens-replies-meetings",
        Attention,
        "Replies recover to 7.9 % since the agent was paused; meetings at 28 lag by a week, as they do.",
    ),
    in_call(
        15,
        "two-week-emergency",
        Attention,
        "Positive replies at 3.3 %, up from 2.6 %, still below 3.4 %. The agent stays paused.",
    ),
    in_call(16, "dossiers", Attention, "Two of 31 dossiers came the evening before."),
    in_call(
        16,
        "two-week-emergency",
        Fine,
        "Positive replies at 3.4 %, back at the baseline. The emergency path closes; the agent comes back by decision only.",
    ),
    in_call(17, "crm-notes", Attention, "86 % of notes on the same day; we want 90 %."),
    in_call(
        18,
        "sequences",
        Attention,
        "Adherence at 91 %. Step three was skipped for 14 contacts when their sequence was resumed.",
    ),
    in_call(
        20,
        "opens-replies-meetings",
        Fine,
        "Positive replies at 3.5 % and above for four weeks of five. The baseline goes to 3.5 % from this week.",
    ),
    in_call(
        21,
        "anomalies",
        Attention,
        "Earmark changed the call model with two weeks of notice. Summaries are read twice this week.",
    ),
    in_call(
        22,
        "exceptions",
        Attention,
        "Security is at the certification audit all week, and nobody knew who takes exceptions over.",
    ),
    in_call(
        23,
        "outbound-emails",
        Attention,
        "One of the follow-ups read greets the company, not the person. Blank first names are left out from today.",
    ),
    in_call(
        23,
        "adoption",
        Attention,
        "Discount guidance is skipped in four quotes of ten. Luc explains what the answer is used for.",
    ),
    in_call(
        23,
        "dossiers",
        Attention,
        "Three of 38 dossiers were late, all for meetings booked the day before.",
    ),
    in_call(
        24,
        "approval-queue",
        Attention,
        "One data question waited 31 hours while Rafael was at the audit. The median is 5.4.",
    ),
    in_call(
        24,
        "coaching",
        Attention,
        "New SDRs accept drafts unread. Nour pairs them until the end of the month.",
    ),
    in_call(
        25,
        "lead-scores",
        Attention,
        "Three scores moved a band without new facts. The data provider changed its industry codes on Thursday.",
    ),
];

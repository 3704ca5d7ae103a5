//! What the reviews found other than plainly fine, in the words of who chaired them.

use domain::review::Outcome::{self, Attention, Breach, Fine, NotApplicable};

/// What an item came to: in the review of a cadence that falls in a week, or covers it, and for a
/// daily one on a day of it.
pub struct Found {
    pub cadence: &'static str,
    pub week: i64,
    pub day: i64,
    pub item: &'static str,
    pub outcome: Outcome,
    pub note: &'static str,
}

const fn in_call(week: i64, item: &'static str, outcome: Outcome, note: &'static str) -> Found {
    Found { cadence: "weekly", week, day: 0, item, outcome, note }
}

const fn in_watch(
    (week, day): (i64, i64),
    item: &'static str,
    outcome: Outcome,
    note: &'static str,
) -> Found {
    Found { cadence: "daily", week, day, item, outcome, note }
}

const fn in_month_of(week: i64, item: &'static str, outcome: Outcome, note: &'static str) -> Found {
    Found { cadence: "monthly", week, day: 0, item, outcome, note }
}

const fn in_quarter_of(
    week: i64,
    item: &'static str,
    outcome: Outcome,
    note: &'static str,
) -> Found {
    Found { cadence: "quarterly", week, day: 0, item, outcome, note }
}

/// All of it; what is not here was fine and went without a word.
pub const FOUND: &[Found] = &[
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
        "Override rate at 16 % and 17 %, the second week above 14 %. The cause is known and one workflow's: Felix proposes the weight, scoring stays on suggest.",
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
        "Drafts are half again as long since the vendor's update, and every third opens with a compliment.",
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
    in_watch(
        (2, 3),
        "deliverability",
        Attention,
        "One sending domain at 3 % bounces before noon: a list from a trade fair. Held until it is cleaned.",
    ),
    in_watch(
        (4, 4),
        "approvals-near-timebox",
        Attention,
        "Two approvals lapse on Saturday. Jonas decides one today, the other waits for Luc, who is away.",
    ),
    in_watch(
        (8, 3),
        "deliverability",
        Attention,
        "Bounces at 2.3 % so far this week: 46 addresses of one company that moved. Suppressed.",
    ),
    in_watch(
        (10, 1),
        "exceptions-near-due",
        Attention,
        "A data question is due at 17:00 and lay with nobody. Mei has it now.",
    ),
    in_watch(
        (12, 3),
        "deliverability",
        Attention,
        "Complaints twice what they were last week, all on the outreach agent's domain. Still under 0.3 %.",
    ),
    in_watch(
        (13, 1),
        "deliverability",
        Attention,
        "Complaints at 0.14 % this week so far. The drafts changed; Felix is asking Lettera.",
    ),
    in_watch(
        (14, 1),
        "paused-agents",
        Attention,
        "The outreach agent is paused since yesterday afternoon. 31 unsent messages were recalled, none went out after 14:05.",
    ),
    in_watch(
        (14, 3),
        "deliverability",
        Fine,
        "Complaints back at 0.07 % since the agent was paused.",
    ),
    in_watch(
        (17, 2),
        "approvals-near-timebox",
        Attention,
        "Ilse is in Lisbon; her two approvals go to Maren until Thursday.",
    ),
    in_watch(
        (22, 1),
        "exceptions-near-due",
        Attention,
        "Rafael is at the audit and an exception is due tonight. Mei takes it.",
    ),
    in_watch(
        (24, 2),
        "approvals-near-timebox",
        Attention,
        "Four sequence launches wait for Amara; two lapse tonight. She decides them before lunch.",
    ),
    in_watch(
        (25, 3),
        "approvals-near-timebox",
        Attention,
        "Dana's leave begins on Monday and three field mappings wait for her. Kenji takes them as her deputy.",
    ),
    in_month_of(
        2,
        "permissions",
        Attention,
        "The routing's service user can still export in the CRM, though the register blocks it.",
    ),
    in_month_of(
        2,
        "forecast-evidence",
        Attention,
        "Nine deals in commit carry no next step. Jonas goes through them on Friday.",
    ),
    in_month_of(
        6,
        "content-library",
        Attention,
        "Four templates name a product that ended in spring.",
    ),
    in_month_of(
        10,
        "thresholds",
        Attention,
        "Job titles weigh 0.30 in lead scoring and caused all four overrides. Felix back-tests 0.18.",
    ),
    in_month_of(
        14,
        "model-updates",
        Breach,
        "Lettera moved us from large-3 to large-4 unannounced. The version on the register was wrong for twelve days.",
    ),
    in_month_of(
        14,
        "training-data",
        Attention,
        "The new model writes as if to consumers. Lettera says that its examples changed.",
    ),
    in_month_of(
        18,
        "override-reasons",
        Attention,
        "A third of the reasons say “other”. Two are added to the list: “wrong contact” and “timing”.",
    ),
    in_month_of(
        20,
        "data-refresh",
        Attention,
        "The firmographic source of the Nordics is 104 days old; the limit is 90.",
    ),
    in_month_of(
        20,
        "model-updates",
        Fine,
        "Earmark announced its new call model two weeks ahead. All versions agree with the register.",
    ),
    in_quarter_of(
        3,
        "kill-switch-drills",
        Attention,
        "Three of eleven live workflows were not drilled: routing, de-duplication, forecast.",
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
        "The acceptable-use policy is with legal; it is adopted next quarter.",
    ),
    in_quarter_of(
        3,
        "framework-coverage",
        NotApplicable,
        "The desk began in this quarter; coverage is read from the next one on.",
    ),
    in_quarter_of(
        3,
        "sponsor-statement",
        Fine,
        "We know now what acts in our name, who answers for it and how to stop it. We found one workflow writing where it may not, and held it to its fields within a day. T. Lindqvist",
    ),
    in_quarter_of(
        3,
        "board-narrative",
        Fine,
        "Inventory complete, every permission tiered, one incident found and undone by our own review.",
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
        "Clearpair's ISO 27001 certificate runs out before the next audit. Lettera now owes us 14 days of notice.",
    ),
    in_quarter_of(
        15,
        "policies",
        Attention,
        "The acceptable-use policy is adopted; five attestations are missing, all in sales.",
    ),
    in_quarter_of(
        15,
        "sponsor-statement",
        Fine,
        "A vendor changed a model and our own figures told us before our customers did. It took us twelve days; it will take us one week next time. I stand behind the decision to keep the agent paused. T. Lindqvist",
    ),
    in_quarter_of(
        15,
        "board-narrative",
        Fine,
        "One vendor incident, seen in the weekly figures, ended by a person, without a customer lost. Pipeline created is up by a fifth since the spring.",
    ),
];

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use domain::workspace::startup::cadences;

    use super::super::actions::ITEMS;
    use super::*;

    #[test]
    fn everything_told_belongs_to_a_question_that_is_asked() {
        let cadences = cadences(Tz::Europe__Berlin, "2026-11-18".parse().unwrap(), 1);
        let asked = |cadence: &str, item: &str| {
            let set = cadences.iter().find(|set| set.cadence.as_str() == cadence);
            set.is_some_and(|set| set.checklist.iter().any(|asked| asked.item.as_str() == item))
        };
        for found in FOUND {
            assert!(
                asked(found.cadence, found.item),
                "{}: nobody asks {}",
                found.cadence,
                found.item
            );
        }
        for item in ITEMS {
            assert!(asked(item.cadence, item.item), "{}: nobody asks {}", item.cadence, item.item);
        }
    }
}

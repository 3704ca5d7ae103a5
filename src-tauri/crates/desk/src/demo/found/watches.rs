//! What the daily watches found.

use domain::review::Outcome::{self, Attention, Fine};

use super::Found;

const fn in_watch(
    (week, day): (i64, i64),
    item: &'static str,
    outcome: Outcome,
    note: &'static str,
) -> Found {
    Found { cadence: "daily", week, day, item, outcome, note }
}

pub(super) const IN_WATCHES: &[Found] = &[
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
        "Complaints twice what they were last week, all on the outreach agent’s domain. Still under 0.3 %.",
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
        "Dana’s leave begins on Monday and three field mappings wait for her. Kenji takes them as her deputy.",
    ),
];

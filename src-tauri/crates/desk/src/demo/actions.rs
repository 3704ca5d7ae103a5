//! Action items: raised in a review, and what became of them.

use chrono::Days;

use super::company::{AMARA, DANA, FELIX, HENRIKE, ILSE, JONAS, KENJI, LUC, LUCIA, MAREN};
use super::company::{MEI, NOUR, RAFAEL, SALOME, TOMASZ};
use super::story::{Story, on, working};
use crate::Problem;
use crate::operations::{
    CompleteAction, DropAction, FromItem, HandOverAction, RaiseAction, RaisedFrom, RescheduleAction,
};

/// What somebody is to do: out of which review (cadence and week) and item, who, in how many days,
/// and what became of it, in order. What is not over by its day is late.
pub struct Item {
    pub cadence: &'static str,
    pub week: i64,
    pub item: &'static str,
    what: &'static str,
    who: &'static str,
    due_in: u64,
    then: &'static [(u64, Then)],
}

/// What became of it, so many days after it was raised.
pub enum Then {
    Done(&'static str),
    Dropped(&'static str),
    /// To somebody else, and why.
    Over(&'static str, &'static str),
    /// To another day, so many days after it was raised, and why.
    Moved(u64, &'static str),
}
use Then::{Done, Dropped, Moved, Over};

const fn item(
    (cadence, week, item): (&'static str, i64, &'static str),
    who: &'static str,
    what: &'static str,
    due_in: u64,
    then: &'static [(u64, Then)],
) -> Item {
    Item { cadence, week, item, what, who, due_in, then }
}

/// All of them.
pub const ITEMS: &[Item] = &[
    item(
        ("weekly", 1, "adoption"),
        ILSE,
        "Show the enterprise team where the drivers of next best action stand, and why they matter.",
        4,
        &[(3, Done("Twelve reps came. Five had never opened the panel."))],
    ),
    item(
        ("weekly", 2, "lead-scores"),
        DANA,
        "Fill the industry field of the 140 leads that were scored without one.",
        11,
        &[(9, Done("138 filled from the register of companies, two set aside by hand."))],
    ),
    item(
        ("weekly", 3, "enrichment"),
        DANA,
        "Put the eleven headcounts back and take core fields out of the enrichment job.",
        2,
        &[(
            1,
            Done("All eleven restored from the job log; the job now writes enriched fields only."),
        )],
    ),
    item(
        ("weekly", 5, "approval-queue"),
        MAREN,
        "Name a deputy for every approver, so that nothing waits over a weekend.",
        7,
        &[(4, Done("Five roles have deputies; the queue went from 13.5 to 5.4 hours."))],
    ),
    item(
        ("weekly", 7, "opens-replies-meetings"),
        AMARA,
        "Have the sequencing tool’s weekly report sent to the desk every Sunday night.",
        7,
        &[(5, Done("Scheduled for Sundays at 22:00, to Henrike and me."))],
    ),
    item(
        ("weekly", 8, "errors-reported"),
        SALOME,
        "Take discontinued products out of the claims list, and review the list each month.",
        10,
        &[(8, Done("Four products removed. The list is an item of the monthly model review now."))],
    ),
    item(
        ("weekly", 10, "overrides"),
        FELIX,
        "Propose a lower weight for job titles in lead scoring, with the four overrides as cases.",
        21,
        &[(
            18,
            Done("Proposed to the model review: from 0.30 to 0.18, drivers otherwise as they are."),
        )],
    ),
    item(
        ("weekly", 11, "outbound-emails"),
        AMARA,
        "Withdraw the template that promised a delivery date and check the 25 sent from it.",
        3,
        &[(
            2,
            Done("Withdrawn. Three of the 25 recipients were told the right date by their rep."),
        )],
    ),
    item(
        ("weekly", 13, "two-week-emergency"),
        FELIX,
        "Ask Lettera what changed in the second week of the fall; compare 40 drafts before and after.",
        4,
        &[(
            3,
            Done(
                "Lettera moved us from large-3 to large-4 without notice. Drafts grew by half and open with a compliment.",
            ),
        )],
    ),
    item(
        ("weekly", 14, "two-week-emergency"),
        FELIX,
        "Write the postmortem of the model change for the quarterly audit.",
        21,
        &[
            (15, Moved(28, "Lettera’s own account comes on Thursday.")),
            (
                25,
                Done(
                    "Attached to the audit: cause, the twelve days it went unseen, three changes.",
                ),
            ),
        ],
    ),
    item(
        ("weekly", 14, "two-week-emergency"),
        RAFAEL,
        "Have every vendor agree to 14 days of notice before a model change.",
        42,
        &[(
            39,
            Done("Lettera, Foresite and Scorewell agreed in writing; Quotient gives seven days."),
        )],
    ),
    item(
        ("weekly", 17, "crm-notes"),
        JONAS,
        "Say in the team meeting that notes count on the day of the call only.",
        3,
        &[(2, Done("Said, and the dashboard shows it per rep from now on."))],
    ),
    item(
        ("weekly", 18, "sequences"),
        LUCIA,
        "Send step three to the 14 contacts who missed it, by hand.",
        4,
        &[
            (3, Over(TOMASZ, "Lucía leaves at the end of next week and hands her accounts over.")),
            (4, Done("All 14 sent and read by me before they went.")),
        ],
    ),
    item(
        ("weekly", 21, "anomalies"),
        ILSE,
        "Read every call summary twice for a week and count what the new model leaves out.",
        7,
        &[(7, Done("Two of 61 left out a next step; the old model left out three."))],
    ),
    item(
        ("weekly", 22, "exceptions"),
        HENRIKE,
        "Write down who takes exceptions over when security is at an audit.",
        14,
        &[(
            10,
            Done("On-call order of security: Rafael, then Mei. Tested with a call on Tuesday."),
        )],
    ),
    item(
        ("weekly", 23, "dossiers"),
        KENJI,
        "Try a reminder 72 hours before each booked meeting.",
        14,
        &[(8, Dropped("The calendar tool has one; Amara switched it on instead."))],
    ),
    item(
        ("weekly", 23, "adoption"),
        LUC,
        "Explain to the quote team why discount guidance is to be answered, not skipped.",
        11,
        &[],
    ),
    item(
        ("weekly", 24, "coaching"),
        NOUR,
        "Pair each new SDR with an experienced one until drafts are read before they are accepted.",
        25,
        &[],
    ),
    item(
        ("weekly", 24, "approval-queue"),
        MEI,
        "Agree with legal on who approves data questions while Rafael is travelling.",
        4,
        &[],
    ),
    item(
        ("weekly", 25, "lead-scores"),
        FELIX,
        "Compare the scores that moved with the new industry codes from the data provider.",
        11,
        &[],
    ),
    item(
        ("monthly", 2, "permissions"),
        KENJI,
        "Take export away from the routing’s service user in the CRM; the register blocks it already.",
        14,
        &[(9, Done("Taken away; a test export was refused."))],
    ),
    item(
        ("monthly", 10, "thresholds"),
        FELIX,
        "Back-test a job-title weight of 0.18 against the deals closed this quarter.",
        20,
        &[(16, Done("Better by two meetings a week on the test; goes to the CRO as a decision."))],
    ),
    item(
        ("monthly", 14, "model-updates"),
        HENRIKE,
        "Compare every vendor’s model version with the register once a week.",
        7,
        &[(6, Done("A line in the daily watch of each Monday."))],
    ),
    item(
        ("monthly", 20, "data-refresh"),
        DANA,
        "Bring the firmographic source of the Nordics under 90 days.",
        28,
        &[(20, Moved(45, "The provider delivers the Nordic file in two parts."))],
    ),
    item(
        ("quarterly", 3, "kill-switch-drills"),
        RAFAEL,
        "Write down how the kill switches of routing, de-duplication and forecast are drilled.",
        30,
        &[(
            24,
            Done(
                "A page each, read by whoever would pull them; the sequencer needs a second person.",
            ),
        )],
    ),
    item(
        ("quarterly", 15, "vendors"),
        RAFAEL,
        "Get Clearpair’s new ISO 27001 certificate before the old one runs out.",
        75,
        &[],
    ),
    item(
        ("quarterly", 15, "bias"),
        FELIX,
        "Repeat the four-fifths test of lead scores by region with the full quarter.",
        30,
        &[],
    ),
];

/// Raises an action item in the review that is being held.
pub fn raise(story: &mut Story<'_>, review: &str, item: &'static Item) -> Result<(), Problem> {
    let today = story.today();
    let later = move |days: u64| working(today + Days::new(days));
    let view = story.desk.raise_action(RaiseAction {
        what: item.what.to_owned(),
        who: item.who.to_owned(),
        due: later(item.due_in).to_string(),
        cadence: item.cadence.to_owned(),
        from: Some(RaisedFrom::Item(FromItem {
            review: review.to_owned(),
            item: item.item.to_owned(),
        })),
    })?;
    let newest = view.open.into_iter().map(|row| row.action).max();
    let action = newest.ok_or_else(|| Problem::internal("no action item was raised"))?;
    let mut who = item.who;
    for (days, then) in item.then {
        let action = action.clone();
        story.plan(on(later(*days), 16, 10), who, move |story| {
            let desk = &mut *story.desk;
            let done = match then {
                Done(words) => {
                    desk.complete_action(CompleteAction { action, words: (*words).to_owned() })
                }
                Dropped(words) => {
                    desk.drop_action(DropAction { action, words: (*words).to_owned() })
                }
                Over(to, reason) => {
                    let (to, reason) = ((*to).to_owned(), (*reason).to_owned());
                    desk.hand_over_action(HandOverAction { action, to, reason })
                }
                Moved(days, reason) => {
                    let (due, reason) = (later(*days).to_string(), (*reason).to_owned());
                    desk.reschedule_action(RescheduleAction { action, due, reason })
                }
            };
            done.map(|_| ())
        });
        if let Over(to, _) = then {
            who = to;
        }
    }
    Ok(())
}

//! What the monthly model reviews found.

use domain::review::Outcome::{self, Attention, Breach, Fine};

use super::Found;

const fn in_month_of(week: i64, item: &'static str, outcome: Outcome, note: &'static str) -> Found {
    Found { cadence: "monthly", week, day: 0, item, outcome, note }
}

pub(super) const IN_MODEL_REVIEWS: &[Found] = &[
    in_month_of(
        2,
        "permissions",
        Attention,
        "The routing’s service user can still export in the CRM, though the register blocks it.",
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
];

//! What Northwind measured, period by period; `–` where nobody took the figure.
//!
//! The story they tell: in the thirteenth week Lettera puts another model behind its writing
//! without notice. Positive replies fall below their baseline for two weeks, meetings follow, and
//! complaints rise. The SDR outreach agent is paused; replies recover, and six weeks later the
//! baseline is set anew.

/// A metric measured over the quarters: its short name, its baselines with the week from which
/// each holds, and its values in order, none where the desk counts them.
pub struct Series {
    pub slug: &'static str,
    pub baselines: &'static [(u64, &'static str, &'static str)],
    pub values: &'static str,
}

const fn series(
    slug: &'static str,
    baselines: &'static [(u64, &'static str, &'static str)],
    values: &'static str,
) -> Series {
    Series { slug, baselines, values }
}

const BEFORE: &str = "Mean of the eight weeks before the desk began, rounded down.";

/// Measured by the week: 26 values.
pub const WEEKLY: &[Series] = &[
    series(
        "touches-sent",
        &[],
        "2410 2450 2380 2460 2500 2440 2470 2490 2450 2480 2510 2470 2520 2480 \
         1910 1880 1920 1940 1930 1950 1990 2010 1980 2030 2040 2020",
    ),
    series(
        "opens",
        &[(0, "42", BEFORE)],
        "43 44 42 43 45 – 43 44 43 42 44 43 42 41 42 43 43 44 43 43 44 45 44 45 44 45",
    ),
    series(
        "replies",
        &[(0, "8", BEFORE)],
        "8.2 8.4 8.1 8.3 8.6 – 8.2 8.5 8.1 8.4 8.3 8.1 7.6 7.1 \
         7.9 8.1 8.2 8.4 8.3 8.2 8.5 8.7 8.6 8.8 8.7 8.6",
    ),
    series(
        "positive-replies",
        &[
            (0, "3.4", BEFORE),
            (
                20,
                "3.5",
                "Five weeks at 3.4 % and above without the outreach agent; the long tail it wrote \
                 to is no longer counted in.",
            ),
        ],
        "3.5 3.6 3.4 3.5 3.7 – 3.5 3.6 3.4 3.5 3.6 3.4 3.1 2.6 \
         3.3 3.4 3.5 3.5 3.6 3.5 3.7 3.8 3.7 3.9 3.8 3.8",
    ),
    series(
        "meetings-booked",
        &[(0, "30", BEFORE)],
        "31 33 32 34 36 30 33 35 31 32 34 33 30 24 28 31 33 34 36 33 35 37 36 38 37 36",
    ),
    series(
        "meetings-shown",
        &[(0, "80", BEFORE)],
        "82 81 83 82 84 80 82 83 81 82 84 82 81 80 82 83 82 81 84 83 85 84 83 85 86 84",
    ),
    series(
        "bounces",
        &[],
        "1.4 1.3 1.5 1.4 1.2 1.3 1.4 1.6 2.3 1.5 1.3 1.2 1.4 1.6 \
         1.2 1.1 1.2 1.1 1.3 1.2 1.1 1.2 1.0 1.1 1.2 1.1",
    ),
    series(
        "complaints",
        &[],
        "0.04 0.05 0.04 0.05 0.04 0.05 0.06 0.05 0.06 0.05 0.05 0.06 0.11 0.14 \
         0.07 0.05 0.04 0.05 0.04 0.05 0.04 0.03 0.04 0.04 0.05 0.04",
    ),
    series(
        "unsubscribes",
        &[],
        "0.31 0.29 0.33 0.30 0.28 – 0.32 0.30 0.34 0.31 0.33 0.36 0.48 0.55 \
         0.38 0.33 0.31 0.30 0.29 0.31 0.28 0.27 0.29 0.28 0.30 0.29",
    ),
    series("hallucination-rate", &[], "0 0 0 0 0 0 0 2.9 0 0 2.9 0 0 2.9 0 0 0 0 0 0 0 0 0 0 0 0"),
    series(
        "factuality-passed",
        &[],
        "100 100 99 100 99 100 100 97 99 100 97 99 98 97 \
         99 100 100 99 100 100 99 100 100 100 99 100",
    ),
    series(
        "lead-score-stability",
        &[(0, "92", BEFORE)],
        "94 91 94 95 94 95 96 95 93 92 93 94 95 94 95 94 96 95 94 95 93 94 95 94 93 89",
    ),
    series(
        "enrichment-overwrite-rate",
        &[],
        "0 0 1.3 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.2",
    ),
    // The last one is typed in the call.
    series(
        "adoption",
        &[(4, "60", "What Ilse and the sales leads agreed on after the first month.")],
        "48 52 57 61 63 62 64 66 65 67 68 66 63 60 62 65 67 69 70 71 70 72 71 73 72 –",
    ),
    series(
        "sequence-adherence",
        &[],
        "97 96 97 98 97 96 97 98 97 96 97 97 96 96 95 97 96 91 96 97 98 97 98 97 98 97",
    ),
    // The desk counts it itself.
    series(
        "approval-queue-time",
        &[(0, "24", "The time that most decision rights give those who are asked.")],
        "",
    ),
    series(
        "high-quality-touches",
        &[],
        "84 85 84 86 87 86 88 87 88 89 88 87 83 79 88 90 91 90 91 92 91 92 93 92 93 92",
    ),
];

/// Measured by the month: 7 values.
pub const MONTHLY: &[Series] = &[
    series("pipeline-created", &[], "412000 438000 451000 397000 446000 489000 502000"),
    series("pipeline-influenced", &[], "1280000 1310000 1365000 1290000 1342000 1420000 1455000"),
    series("data-incidents", &[], "0 0 0 0 0 0 0"),
    series("discount-leakage", &[], "6400 5900 4100 4600 3800 3100 2900"),
    series("stage-progression", &[], "24 25 26 23 26 27 28"),
    series("account-engagement", &[], "28 29 31 30 31 33 34"),
    series("customer-adoption", &[], "71 72 72 73 74 74 75"),
];

/// Measured by the quarter: 3 values.
pub const QUARTERLY: &[Series] = &[
    series("win-rate", &[], "22 23 24"),
    series("forecast-accuracy", &[], "88 91 92"),
    series("renewal-risk", &[], "11 9 9"),
    series("rep-ramp-time", &[], "148 139 131"),
];

/// Who answers for a metric.
pub const OWNERS: &[(&str, &str)] = &[
    ("opens", super::company::AMARA),
    ("replies", super::company::AMARA),
    ("positive-replies", super::company::AMARA),
    ("bounces", super::company::AMARA),
    ("complaints", super::company::AMARA),
    ("adoption", super::company::ILSE),
    ("lead-score-stability", super::company::FELIX),
    ("enrichment-overwrite-rate", super::company::DANA),
    ("approval-queue-time", super::company::MAREN),
    ("discount-leakage", super::company::LUC),
    ("data-incidents", super::company::RAFAEL),
];

//! The metrics a new workspace starts with.
//!
//! They carry no baselines: those come from the company's own figures. Targets and limits are
//! where a team without figures may start; each is changed like any other field.

use crate::metric::{
    Class, Definition, Derived, Direction, MetricsDefined, Span, Terms, Unit, Value,
};
use crate::{MetricRef, Text};

use Class::{Adoption, Business, Drift, Operations, Quality, Risk};
use Direction::{Higher, Lower};
use Span::{Month, Quarter, Week};
use Unit::{Count, Days, Money, Percent};

/// One start-up metric. Its place in the list is its number for ever: new ones go last.
struct Start {
    slug: &'static str,
    name: &'static str,
    source: &'static str,
    class: Class,
    unit: Unit,
    direction: Direction,
    every: Span,
    warn: &'static str,
    limit: &'static str,
    target: &'static str,
    beside: &'static str,
    derived: Option<Derived>,
}

const fn start(
    slug: &'static str,
    name: &'static str,
    (class, unit, direction, every): (Class, Unit, Direction, Span),
    source: &'static str,
) -> Start {
    let none = "";
    Start {
        slug,
        name,
        source,
        class,
        unit,
        direction,
        every,
        warn: none,
        limit: none,
        target: none,
        beside: none,
        derived: None,
    }
}

/// One that the desk counts itself.
const fn counted(slug: &'static str, derived: Derived, class: Class) -> Start {
    let kind = (class, derived.unit(), derived.direction(), Week);
    Start { derived: Some(derived), ..start(slug, derived.words(), kind, derived.says()) }
}

impl Start {
    /// With a line that wants attention and one that is a breach.
    const fn within(mut self, warn: &'static str, limit: &'static str) -> Self {
        self.warn = warn;
        self.limit = limit;
        self
    }

    /// With what it should come to, beside the activity that it complements.
    const fn aims(mut self, target: &'static str, beside: &'static str) -> Self {
        self.target = target;
        self.beside = beside;
        self
    }
}

const METRICS: &[Start] = &[
    // Outreach: what is sent, and what comes back.
    start(
        "touches-sent",
        "Touches sent",
        (Business, Count, Higher, Week),
        "Messages and calls of AI-assisted outreach, from the sequencing tool.",
    ),
    start(
        "opens",
        "Opens",
        (Business, Percent, Higher, Week),
        "Share of delivered messages that were opened, from the sequencing tool.",
    ),
    start(
        "replies",
        "Replies",
        (Business, Percent, Higher, Week),
        "Share of delivered messages that got any reply, from the sequencing tool.",
    ),
    start(
        "positive-replies",
        "Positive replies",
        (Quality, Percent, Higher, Week),
        "Share of delivered messages answered with interest, as the rep marked the reply.",
    )
    .aims("3", "replies"),
    start(
        "meetings-booked",
        "Meetings booked",
        (Business, Count, Higher, Week),
        "Meetings booked from AI-assisted outreach, from the CRM.",
    ),
    start(
        "meetings-shown",
        "Meetings shown",
        (Quality, Percent, Higher, Week),
        "Share of the meetings due in the week that took place, from the CRM.",
    )
    .aims("80", "meetings-booked"),
    // Deliverability. Bulk-sender rules of the large mailbox providers: complaints under 0.1 %,
    // never 0.3 %.
    start(
        "bounces",
        "Bounces",
        (Risk, Percent, Lower, Week),
        "Share of messages sent that were returned, from the sequencing tool.",
    )
    .within("2", "5"),
    start(
        "complaints",
        "Spam complaints",
        (Risk, Percent, Lower, Week),
        "Share of delivered messages reported as spam, from the mailbox providers’ own reports.",
    )
    .within("0.1", "0.3"),
    start(
        "unsubscribes",
        "Unsubscribes",
        (Risk, Percent, Lower, Week),
        "Share of delivered messages that led to an unsubscribe, from the sequencing tool.",
    )
    .within("0.5", "1"),
    // Whether what the AI says is true.
    start(
        "hallucination-rate",
        "Hallucination rate",
        (Quality, Percent, Lower, Week),
        "Share of tested AI outputs that state something no source supports, from the samples.",
    )
    .within("1", "5"),
    start(
        "factuality-passed",
        "Factuality checks passed",
        (Quality, Percent, Higher, Week),
        "Share of factuality checks that passed, from the samples.",
    )
    .within("98", "95"),
    // What AI may cost.
    start(
        "discount-leakage",
        "Discount leakage",
        (Risk, Money, Lower, Month),
        "Discount given beyond the approved range, from the deal desk.",
    ),
    start(
        "data-incidents",
        "Data incidents",
        (Risk, Count, Lower, Month),
        "Incidents in which AI exposed, lost or damaged data, from security.",
    )
    .within("0", "0"),
    // What it brings.
    start(
        "pipeline-created",
        "Pipeline created",
        (Business, Money, Higher, Month),
        "Value of opportunities opened from AI-assisted work, from the CRM.",
    ),
    start(
        "pipeline-influenced",
        "Pipeline influenced",
        (Business, Money, Higher, Month),
        "Value of open opportunities that AI-assisted work touched in the month, from the CRM.",
    ),
    start(
        "win-rate",
        "Win rate",
        (Business, Percent, Higher, Quarter),
        "Share of closed opportunities that were won, from the CRM.",
    ),
    start(
        "forecast-accuracy",
        "Forecast accuracy",
        (Quality, Percent, Higher, Quarter),
        "100 less the absolute error of the mid-quarter forecast against bookings, in per cent.",
    ),
    start(
        "rep-ramp-time",
        "Rep ramp time",
        (Business, Days, Lower, Quarter),
        "Median days from a rep’s first day to the first month at quota, from enablement.",
    ),
    // Whether models and data stay what they were.
    start(
        "lead-score-stability",
        "Lead-score stability",
        (Drift, Percent, Higher, Week),
        "Share of leads whose score band did not change without new facts, from the spot checks.",
    )
    .within("90", "80"),
    start(
        "enrichment-overwrite-rate",
        "Enrichment overwrite rate",
        (Drift, Percent, Lower, Week),
        "Share of enriched records where a value typed by a person was replaced, from the CRM.",
    )
    .within("0", "1"),
    // Whether people use it, and how.
    counted("override-rate", Derived::OverrideRate, Adoption),
    start(
        "adoption",
        "Adoption",
        (Adoption, Percent, Higher, Week),
        "Share of intended users who used a live workflow in the week, from the tools’ own logs.",
    ),
    start(
        "sequence-adherence",
        "Sequence adherence",
        (Adoption, Percent, Higher, Week),
        "Share of sequence steps done as written and on their day, from the sequencing tool.",
    )
    .within("95", "85"),
    counted("approval-queue-time", Derived::ApprovalQueueTime, Operations).within("12", "24"),
    // Revenue quality, beside the activity it complements.
    start(
        "high-quality-touches",
        "High-quality touches",
        (Quality, Percent, Higher, Week),
        "Share of touches sampled that were personal for a true reason, from the samples.",
    )
    .aims("90", "touches-sent"),
    start(
        "stage-progression",
        "Stage progression",
        (Quality, Percent, Higher, Month),
        "Share of open opportunities that moved a stage on in the month, from the CRM.",
    )
    .aims("25", "meetings-booked"),
    start(
        "account-engagement",
        "Account engagement",
        (Quality, Percent, Higher, Month),
        "Share of target accounts with two or more people in conversation, from the CRM.",
    )
    .aims("30", "opens"),
    start(
        "team-expansion",
        "Team expansion",
        (Quality, Percent, Higher, Quarter),
        "Share of customer accounts where a further team came to use the product.",
    )
    .aims("15", "pipeline-created"),
    start(
        "customer-adoption",
        "Customer adoption",
        (Quality, Percent, Higher, Month),
        "Share of seats sold that were used in the month, from product usage.",
    )
    .aims("70", "win-rate"),
    start(
        "value-realised",
        "Value realised",
        (Quality, Percent, Higher, Quarter),
        "Share of customers who confirmed the outcome they bought for, from customer reviews.",
    )
    .aims("75", "win-rate"),
    start(
        "renewal-risk",
        "Renewal risk",
        (Risk, Percent, Lower, Quarter),
        "Share of renewals due within two quarters that are rated at risk, by value.",
    )
    .aims("10", "pipeline-influenced"),
    // What the desk counts of its own work.
    counted("sla-breaches", Derived::SlaBreaches, Operations),
    counted("sample-error-rate", Derived::SampleErrorRate, Quality).within("1", "5"),
    counted("reviews-held", Derived::ReviewsHeld, Operations).within("100", "75"),
    counted("findings-open", Derived::FindingsOpen, Operations),
];

/// The start-up metrics.
pub fn metrics() -> MetricsDefined {
    let metrics = METRICS
        .iter()
        .zip(1..)
        .map(|(start, number)| Definition { metric: MetricRef::new(number), terms: terms(start) });
    MetricsDefined { metrics: metrics.collect() }
}

/// The start-up metric of that short name, such as `positive-replies`; none when there is none.
pub fn metric(slug: &str) -> Option<MetricRef> {
    METRICS.iter().zip(1..).find(|(start, _)| start.slug == slug).map(|(_, n)| MetricRef::new(n))
}

fn terms(start: &Start) -> Terms {
    let value = |written: &str| written.parse::<Value>().ok();
    Terms {
        warn: value(start.warn),
        limit: value(start.limit),
        target: value(start.target),
        beside: metric(start.beside),
        source: Text::some(start.source),
        derived: start.derived,
        ..Terms::bare(Text::new(start.name), start.class, start.unit, start.direction, start.every)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_start_up_metric_is_found_by_its_short_name() {
        let defined = metrics().metrics;
        for (start, definition) in METRICS.iter().zip(&defined) {
            assert_eq!(metric(start.slug), Some(definition.metric), "{}", start.slug);
        }
        let slugs: BTreeSet<_> = METRICS.iter().map(|start| start.slug).collect();
        assert_eq!(slugs.len(), METRICS.len(), "no short name stands twice");
        assert_eq!(metric("no-such-metric"), None, "and nothing else is found");
    }

    #[test]
    fn the_first_numbers_never_move() {
        for (slug, reference) in [
            ("touches-sent", "MET-0001"),
            ("positive-replies", "MET-0004"),
            ("data-incidents", "MET-0013"),
            ("approval-queue-time", "MET-0024"),
            ("renewal-risk", "MET-0031"),
            ("findings-open", "MET-0035"),
        ] {
            let found = metric(slug).map(|metric| metric.to_string());
            assert_eq!(found.as_deref(), Some(reference), "workspaces refer to {slug} by it");
        }
    }

    #[test]
    fn lines_and_targets_are_read_as_written() {
        for (start, definition) in METRICS.iter().zip(metrics().metrics) {
            let terms = definition.terms;
            for (written, kept) in
                [(start.warn, terms.warn), (start.limit, terms.limit), (start.target, terms.target)]
            {
                let kept = kept.map(|value| value.to_string()).unwrap_or_default();
                assert_eq!(kept, written, "{}", start.slug);
            }
            assert_eq!(terms.beside.is_some(), !start.beside.is_empty(), "{}", start.slug);
            let sane = terms.warn.zip(terms.limit);
            let crossed = sane.is_some_and(|(warn, limit)| terms.direction.is_worse(warn, limit));
            assert!(!crossed, "{}: attention comes before the breach", start.slug);
        }
    }
}

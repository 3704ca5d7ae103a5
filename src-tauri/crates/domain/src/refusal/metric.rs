//! Metrics, their values and baselines.

use crate::metric::{Derived, Direction, Span, Unit};

macro_rules! metric {
    ($($listed:tt)*) => {
        refusals! { $($listed)*
            /// What was written is no exact decimal.
            #[error(
                "“{written}” is not a number as metrics keep it; write digits with at most one point, like 3.1"
            )]
            NotANumber = "not-a-number" {
                /// What was given.
                written: String,
            },
            /// What was written is no period, or one of another length.
            #[error("“{written}” is not {}", period(*.span))]
            NotAPeriod = "not-a-period" {
                /// What was given.
                written: String,
                /// How long the metric's periods are, where that is at fault.
                span: Option<Span>,
            },
            /// The period lies ahead.
            #[error("{period} has not begun; the latest that can have a value is {running}")]
            PeriodAhead = "period-ahead" {
                /// Which period.
                period: Period,
                /// The one that runs.
                running: Period,
            },
            /// The period has a value.
            #[error("{metric} has {value} for {period} already; correct it with a reason instead")]
            ObservedAlready = "observed-already" {
                /// Which metric.
                metric: MetricRef,
                /// In which period.
                period: Period,
                /// Its value.
                value: Value,
            },
            /// The period has no value that could be corrected.
            #[error("{metric} has no value for {period} yet; record it instead")]
            NotObserved = "not-observed" {
                /// Which metric.
                metric: MetricRef,
                /// In which period.
                period: Period,
            },
            /// A baseline would reach back.
            #[error(
                "a baseline never reaches back: from {from} it would judge what is known already; it can begin with {first}"
            )]
            BaselineBackwards = "baseline-backwards" {
                /// Where it would begin.
                from: Period,
                /// Where it may.
                first: Period,
            },
            /// The metric is retired.
            #[error("{metric} is retired and is measured no longer")]
            MetricRetired = "metric-retired" {
                /// Which metric.
                metric: MetricRef,
            },
            /// What a metric's values mean cannot change under them.
            #[error(
                "unit, direction and period of {metric} stay, because it has values or a baseline; retire it and define another"
            )]
            MeaningFixed = "meaning-fixed" {
                /// Which metric.
                metric: MetricRef,
            },
            /// Nobody types what the desk counts.
            #[error("the desk counts {metric} itself, so nobody types its values")]
            CountedByDesk = "counted-by-desk" {
                /// Which metric.
                metric: MetricRef,
            },
            /// What the desk counts has its own unit, direction and reach.
            #[error(
                "{} is counted by the desk: {}, {} is better{}",
                .derived.words(),
                unit(*.derived),
                better(*.derived),
                whole(*.derived)
            )]
            CountedOtherwise = "counted-otherwise" {
                /// What it counts.
                derived: Derived,
            },
            /// The line that wants attention lies beyond the limit.
            #[error("the line that wants attention lies beyond the limit; put it before the limit")]
            ThresholdsCross = "thresholds-cross",
        }
    };
}

/// What a derived metric's values count, in words.
pub(super) fn unit(derived: Derived) -> &'static str {
    match derived.unit() {
        Unit::Count => "in plain numbers",
        Unit::Percent => "in per cent",
        Unit::Minutes => "in minutes",
        Unit::Hours => "in hours",
        Unit::Days => "in days",
        Unit::Money => "in money",
        Unit::Points => "in points",
    }
}

/// Which way of a derived metric is better, in a word.
pub(super) fn better(derived: Derived) -> &'static str {
    match derived.direction() {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
    }
}

/// What is to be said of a derived metric that knows no single workflows.
pub(super) fn whole(derived: Derived) -> &'static str {
    if derived.of_workflows() { "" } else { ", and over the whole program" }
}

/// What a period is, where `span` says how long it has to be.
pub(super) fn period(span: Option<Span>) -> String {
    match span {
        Some(span) => {
            let word = match span {
                Span::Day => "day",
                Span::Week => "week",
                Span::Month => "month",
                Span::Quarter => "quarter",
            };
            format!(
                "a {word}, and this metric counts by the {word}; write one like {}",
                span.example()
            )
        }
        None => {
            let examples = Span::ALL.map(Span::example);
            format!("a period; write one like {}", examples.join(", "))
        }
    }
}

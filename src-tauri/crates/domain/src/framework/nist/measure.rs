//! MEASURE: how it is known whether a workflow does what it should.

use super::{Group, needs};
use crate::check::Kind::{Drift as Moved, Fairness, ServiceLevel};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Check, Decision, Drill, Exception, Heard, Log, Metric, Override, Review, Sample, Stop, Workflow,
};
use crate::framework::source::{daily, monthly, quarterly, weekly};
use crate::metric::Class::{Adoption, Drift, Operations, Quality, Risk};
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "MEASURE 1, methods",
        requirements: &[
            needs(
                "MEASURE 1.1",
                "The gravest risks are measured first",
                "Choose metrics for the risks that matter most, and say which risks are not \
                 measured.",
                &[
                    (Metric(Risk), "what may break is held against a line"),
                    (Workflow(Fact::Metrics), "metrics tied to workflows"),
                ],
            ),
            needs(
                "MEASURE 1.2",
                "Metrics and controls are questioned",
                "Ask regularly whether metrics and controls still tell the truth, and change \
                 those that do not.",
                &[
                    (monthly("thresholds"), "thresholds are tuned"),
                    (Decision(Kind::Threshold), "lines moved by decision"),
                ],
            ),
            needs(
                "MEASURE 1.3",
                "Somebody else looks",
                "Have AI assessed by people who did not set it up, and ask those who know the \
                 field.",
                &[
                    (Sample, "a reviewer other than the tester confirmed"),
                    (monthly("audit-log-sample"), "logs are sampled in the model review"),
                ],
            ),
        ],
    },
    Group {
        title: "MEASURE 2, trustworthiness",
        requirements: &[
            needs(
                "MEASURE 2.1",
                "Tests are documented",
                "Keep what was tested, how it was drawn, by whom and with what result.",
                &[
                    (Sample, "plan, draw and findings on the record"),
                    (Check(Fairness), "fairness checks with their counts"),
                    (Check(Moved), "drift checks with their counts"),
                ],
            ),
            needs(
                "MEASURE 2.2",
                "Tests on people are fair to them",
                "Where AI is tried on real people, protect them and make sure they stand for \
                 those it will reach.",
                &[(Workflow(Fact::DataRisks), "personal data answered for")],
            ),
            needs(
                "MEASURE 2.3",
                "Performance is shown where it is used",
                "Measure how well a workflow does under the conditions in which it runs.",
                &[
                    (Metric(Quality), "how often the AI is right"),
                    (weekly("lead-scores"), "scores held against what reps know"),
                    (monthly("forecast-evidence"), "forecasts held against evidence"),
                ],
            ),
            needs(
                "MEASURE 2.4",
                "What runs is watched",
                "Watch every live workflow’s behaviour day by day.",
                &[
                    (daily("deliverability"), "sends and bounces watched"),
                    (Log, "what the AI did is here, row by row"),
                    (Metric(Operations), "whether the desk keeps up"),
                ],
            ),
            needs(
                "MEASURE 2.5",
                "It is shown to be valid",
                "Show that a workflow’s output is right often enough, and where that stops being \
                 known.",
                &[
                    (Sample, "the limit of its error rate"),
                    (weekly("random-actions"), "ten actions drawn at random"),
                    (weekly("outbound-emails"), "a tenth of outbound emails"),
                ],
            ),
            needs(
                "MEASURE 2.6",
                "It is safe, and fails safely",
                "Test that a workflow can be stopped, how fast, and that what is left over is \
                 tolerable.",
                &[
                    (Drill, "drills with time to stop"),
                    (Stop, "stops confirmed in every system"),
                    (quarterly("kill-switch-drills"), "drills are gone through"),
                    (daily("paused-agents"), "agents paused by a threshold"),
                ],
            ),
            needs(
                "MEASURE 2.7",
                "Security is evaluated",
                "Examine who and what can reach a workflow and its data, and how it stands an \
                 attack.",
                &[
                    (quarterly("access-and-raci"), "access is reviewed"),
                    (monthly("permissions"), "permissions are reviewed"),
                    (Workflow(Fact::Certifications), "the vendor’s certificates"),
                ],
            ),
            needs(
                "MEASURE 2.8",
                "Accountability is examined",
                "Look whether it can be told who approved, who acted and why.",
                &[
                    (quarterly("log-completeness"), "logs are whole"),
                    (weekly("crm-notes"), "notes on the same day"),
                    (Log, "logs name approver and reason"),
                ],
            ),
            needs(
                "MEASURE 2.9",
                "Output can be explained",
                "Show people why the AI said something, and read its output in context.",
                &[
                    (weekly("lead-scores"), "scores with their drivers"),
                    (Override, "reasons for choosing otherwise"),
                    (Workflow(Fact::AiDoes), "what the AI does, in words"),
                ],
            ),
            needs(
                "MEASURE 2.10",
                "Privacy is examined",
                "Examine what personal data a workflow touches and what could go wrong with it.",
                &[
                    (Workflow(Fact::DataRisks), "data risk answered"),
                    (Workflow(Fact::VendorRetention), "how long the vendor keeps data"),
                    (Heard, "security or legal was heard"),
                ],
            ),
            needs(
                "MEASURE 2.11",
                "Fairness is evaluated",
                "Compare how segments, personas, industries and regions are treated.",
                &[
                    (Check(Fairness), "segments are compared, with their counts"),
                    (quarterly("bias"), "the audit reads outputs side by side"),
                ],
            ),
            needs(
                "MEASURE 2.12",
                "Environmental cost is looked at",
                "Ask what running the models costs the environment, and use no more than the work \
                 needs.",
                &[],
            ),
            needs(
                "MEASURE 2.13",
                "The measuring is itself checked",
                "Ask whether samples, metrics and checks find what they should.",
                &[
                    (quarterly("framework-coverage"), "what has no evidence is asked"),
                    (monthly("audit-log-sample"), "the monthly look at logs"),
                ],
            ),
        ],
    },
    Group {
        title: "MEASURE 3, over time",
        requirements: &[
            needs(
                "MEASURE 3.1",
                "New risks are noticed",
                "Follow known risks and look for new ones in what the AI really does.",
                &[
                    (weekly("anomalies"), "what nobody expected"),
                    (Metric(Drift), "whether it stays what it was"),
                    (monthly("model-updates"), "updates of models and vendors"),
                ],
            ),
            needs(
                "MEASURE 3.2",
                "What is hard to measure is followed too",
                "Where no metric fits, follow the risk by reading, asking and judging.",
                &[
                    (Review("weekly"), "judged in the weekly call"),
                    (quarterly("bias"), "examples read side by side"),
                ],
            ),
            needs(
                "MEASURE 3.3",
                "People can report and object",
                "Give users and those reached a way to report a problem and to have a result \
                 looked at again.",
                &[
                    (Exception, "reports that were seen to"),
                    (Override, "results that were overruled"),
                    (weekly("errors-reported"), "reports are gone through"),
                ],
            ),
        ],
    },
    Group {
        title: "MEASURE 4, whether measuring helps",
        requirements: &[
            needs(
                "MEASURE 4.1",
                "Measures fit the field",
                "Choose what is measured together with those who sell and those who use it.",
                &[
                    (weekly("opens-replies-meetings"), "figures that the call reads"),
                    (monthly("thresholds"), "lines set in the model review"),
                ],
            ),
            needs(
                "MEASURE 4.2",
                "Experts read the results",
                "Let people who know the field say whether results mean that the AI works as \
                 intended.",
                &[
                    (Review("monthly"), "the model review"),
                    (weekly("random-actions"), "doubtful ones read in the call"),
                ],
            ),
            needs(
                "MEASURE 4.3",
                "Better and worse are recorded",
                "Record where a workflow improved or declined, and on what grounds.",
                &[
                    (Metric(Quality), "values beside their baseline"),
                    (Metric(Adoption), "how it is used"),
                    (weekly("two-week-emergency"), "two periods below baseline"),
                    (Check(ServiceLevel), "what was done in time"),
                ],
            ),
        ],
    },
];

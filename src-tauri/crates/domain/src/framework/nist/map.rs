//! MAP: what a workflow is for, where it acts and whom it may hurt.

use super::{Group, needs};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Decision, Exception, Heard, Log, Metric, Override, Permit, Raci, Review, Rules, Sample,
    Trained, Workflow,
};
use crate::framework::source::{daily, monthly, quarterly, weekly};
use crate::metric::Class::{Business, Quality};
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "MAP 1, context",
        requirements: &[
            needs(
                "MAP 1.1",
                "Purpose and setting are known",
                "Write down what each workflow is meant for, where it acts, on whom, and what is \
                 assumed.",
                &[
                    (Workflow(Fact::Bottleneck), "the bottleneck it is to open"),
                    (Workflow(Fact::Outcome), "the outcome expected"),
                    (Workflow(Fact::Phase), "where in the sales process it acts"),
                ],
            ),
            needs(
                "MAP 1.2",
                "The right people set the context",
                "Let people of several disciplines describe a workflow, and record that they took \
                 part.",
                &[
                    (Heard, "legal or security was heard"),
                    (Review("monthly"), "the model review is held across roles"),
                ],
            ),
            needs(
                "MAP 1.3",
                "It fits what the company wants",
                "Say which goal of the company a workflow serves.",
                &[
                    (Workflow(Fact::Outcome), "the outcome expected"),
                    (quarterly("board-narrative"), "what the board is told it is for"),
                ],
            ),
            needs(
                "MAP 1.4",
                "Its business value is clear",
                "Say what a workflow is worth to the business, and look again once it runs.",
                &[
                    (Workflow(Fact::CostBenefit), "cost and benefit on the register"),
                    (quarterly("roi"), "return is looked at each quarter"),
                    (Metric(Business), "what it brings, period by period"),
                ],
            ),
            needs(
                "MAP 1.5",
                "How much risk is tolerable is settled",
                "Set the lines: limits, thresholds and what always needs a human.",
                &[
                    (Rules, "rules and their numbers"),
                    (Workflow(Fact::Permissions), "limits on each kind of action"),
                    (monthly("thresholds"), "thresholds are gone through"),
                ],
            ),
            needs(
                "MAP 1.6",
                "What is asked of it is understood",
                "Agree with those who use and answer for a workflow what it must and must never \
                 do.",
                &[
                    (Workflow(Fact::Guardrails), "guardrails on the register"),
                    (Workflow(Fact::Governance), "what keeps it safe"),
                ],
            ),
        ],
    },
    Group {
        title: "MAP 2, what kind of system",
        requirements: &[
            needs(
                "MAP 2.1",
                "Task and method are named",
                "Say what sort of work the AI does and with which kind of model.",
                &[
                    (Workflow(Fact::Kind), "the kind of work"),
                    (Workflow(Fact::Model), "the model with its version"),
                ],
            ),
            needs(
                "MAP 2.2",
                "Limits of its knowledge are known",
                "Write down what the AI cannot know and how people are to use and check what it \
                 says.",
                &[
                    (Workflow(Fact::HumanDoes), "what the human does with it"),
                    (monthly("data-refresh"), "how fresh its data are"),
                    (Override, "where people knew better"),
                ],
            ),
            needs(
                "MAP 2.3",
                "Tests are thought through",
                "Plan how the AI is tested: which rows, drawn how, held against what.",
                &[
                    (Sample, "samples planned and drawn so that nobody can pick"),
                    (monthly("training-data"), "training data held against recent deals"),
                ],
            ),
        ],
    },
    Group {
        title: "MAP 3, benefits and costs",
        requirements: &[
            needs(
                "MAP 3.1",
                "Benefits are examined",
                "Say what good a workflow should do, and look whether it does.",
                &[
                    (Workflow(Fact::Outcome), "the outcome expected"),
                    (weekly("opens-replies-meetings"), "results beside their baseline"),
                    (quarterly("roi"), "what was earned"),
                ],
            ),
            needs(
                "MAP 3.2",
                "Costs of errors are examined",
                "Count what errors cost: money, trust, customers, time of people.",
                &[
                    (Workflow(Fact::CostBenefit), "cost on the register"),
                    (Exception, "errors that were seen to"),
                    (quarterly("compliance-risk"), "what could be held against the company"),
                ],
            ),
            needs(
                "MAP 3.3",
                "Its scope is drawn",
                "Say where a workflow may act and where not: segments, volumes, kinds of action.",
                &[
                    (Workflow(Fact::Permissions), "what is not listed is blocked"),
                    (Decision(Kind::PermissionOrRouting), "permissions changed by decision"),
                ],
            ),
            needs(
                "MAP 3.4",
                "Users are able",
                "Make sure that whoever works with the AI can, and see to it where not.",
                &[
                    (Trained, "whoever a training asks has signed for it"),
                    (weekly("coaching"), "who needs help with AI gets it"),
                    (weekly("adoption"), "use that is neither blind nor absent"),
                ],
            ),
            needs(
                "MAP 3.5",
                "Oversight is defined",
                "Define who watches a workflow, when they step in, and check that it works.",
                &[
                    (Workflow(Fact::Approver), "an approver"),
                    (Workflow(Fact::KillSwitchOwner), "somebody for the kill switch"),
                    (daily("approvals-near-timebox"), "approvals are watched daily"),
                    (weekly("approval-queue"), "time in the queue is looked at"),
                ],
            ),
        ],
    },
    Group {
        title: "MAP 4, what it is made of",
        requirements: &[
            needs(
                "MAP 4.1",
                "Legal risks of parts are mapped",
                "Know what a vendor’s model and data bring in: rights of others, licences, terms \
                 of use.",
                &[
                    (Workflow(Fact::Vendor), "vendors on the register"),
                    (Workflow(Fact::VendorTraining), "whether the vendor trains on the data"),
                    (Decision(Kind::VendorApproval), "vendors approved by decision"),
                ],
            ),
            needs(
                "MAP 4.2",
                "Controls over parts are named",
                "Say what holds a vendor’s part in check inside one’s own systems.",
                &[
                    (Workflow(Fact::Guardrails), "guardrails"),
                    (Workflow(Fact::WriteStage), "how it may write"),
                    (Permit, "permits for what is gated"),
                ],
            ),
        ],
    },
    Group {
        title: "MAP 5, whom it touches",
        requirements: &[
            needs(
                "MAP 5.1",
                "Likelihood and size of effects are judged",
                "Judge how often and how badly a workflow may go wrong, from tests, logs and \
                 incidents.",
                &[
                    (Sample, "error rates with their limit"),
                    (Log, "what the AI did is here, row by row"),
                    (Metric(Quality), "quality metrics measured"),
                ],
            ),
            needs(
                "MAP 5.2",
                "Those concerned are heard regularly",
                "Keep talking with those who use the AI and those it reaches, and take up what \
                 they say.",
                &[
                    (weekly("errors-reported"), "what reps report"),
                    (weekly("anomalies"), "what nobody expected"),
                    (Raci, "who is consulted and informed"),
                ],
            ),
        ],
    },
];

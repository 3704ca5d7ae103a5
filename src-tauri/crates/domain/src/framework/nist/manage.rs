//! MANAGE: what is done about it.

use super::{Group, needs};
use crate::check::Kind::Drift as Moved;
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Action, Check, Decision, Deputies, Drill, Exception, Log, Metric, Override, Postmortem, Rights,
    Stop, Workflow,
};
use crate::framework::source::{daily, monthly, quarterly, weekly};
use crate::metric::Class::{Business, Drift};
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "MANAGE 1, risks are answered",
        requirements: &[
            needs(
                "MANAGE 1.1",
                "Going on is decided",
                "Decide, with reasons, whether a workflow does what it should and may run.",
                &[
                    (Decision(Kind::Launch), "somebody approved going live"),
                    (quarterly("re-tier"), "every workflow judged each quarter"),
                ],
            ),
            needs(
                "MANAGE 1.2",
                "The worst comes first",
                "Treat risks in order of what they could do and how likely that is.",
                &[
                    (weekly("exceptions"), "exceptions with their time"),
                    (daily("exceptions-near-due"), "what is due today"),
                    (Action, "what reviews asked for was done"),
                ],
            ),
            needs(
                "MANAGE 1.3",
                "Grave risks have a response",
                "Plan for each grave risk what is done: lessen, avoid, pass on or accept.",
                &[
                    (Decision(Kind::Guardrail), "guardrails changed by decision"),
                    (Workflow(Fact::RollbackPlan), "the way back"),
                    (Decision(Kind::TierOrStage), "tier or stage moved"),
                ],
            ),
            needs(
                "MANAGE 1.4",
                "What is left over is told",
                "Write down which risks remain for customers and users.",
                &[
                    (quarterly("compliance-risk"), "what is left is named"),
                    (Workflow(Fact::DataRisks), "data risk on the register"),
                ],
            ),
        ],
    },
    Group {
        title: "MANAGE 2, benefits kept, harm held down",
        requirements: &[
            needs(
                "MANAGE 2.1",
                "Means and other ways are weighed",
                "Weigh what managing a risk costs, and whether the work could be done without AI.",
                &[
                    (quarterly("roi"), "which workflows should end"),
                    (Workflow(Fact::CostBenefit), "cost and benefit"),
                ],
            ),
            needs(
                "MANAGE 2.2",
                "Value is kept up",
                "Keep a running workflow worth having: fresh data, current content, tuned lines.",
                &[
                    (monthly("data-refresh"), "data refreshed"),
                    (monthly("content-library"), "content current"),
                    (Metric(Business), "what it brings, period by period"),
                    (weekly("sequences"), "sequences run as written"),
                ],
            ),
            needs(
                "MANAGE 2.3",
                "The unforeseen is handled",
                "When something new goes wrong, follow a known way: report, stop, mend, learn.",
                &[
                    (Exception, "what went wrong was followed to its end"),
                    (weekly("two-week-emergency"), "the emergency path"),
                    (Postmortem, "what was learnt"),
                ],
            ),
            needs(
                "MANAGE 2.4",
                "It can be switched off",
                "Let somebody known stop or replace a workflow that goes wrong, and know that it \
                 works.",
                &[
                    (Drill, "stopping was tried, with its time"),
                    (Stop, "a stop took effect in every system"),
                    (Workflow(Fact::KillSwitchOwner), "somebody answers for it"),
                    (Decision(Kind::Restart), "restarts decided"),
                ],
            ),
        ],
    },
    Group {
        title: "MANAGE 3, third parties",
        requirements: &[
            needs(
                "MANAGE 3.1",
                "Vendors are watched",
                "Watch what vendors deliver and hold it in check.",
                &[
                    (quarterly("vendors"), "vendors reviewed"),
                    (monthly("model-updates"), "vendors’ updates"),
                ],
            ),
            needs(
                "MANAGE 3.2",
                "Bought models are watched",
                "Follow the models a vendor trained as one’s own: versions, drift, updates.",
                &[
                    (monthly("model-updates"), "model updates"),
                    (Check(Moved), "what has moved since a baseline is seen"),
                    (Metric(Drift), "whether it stays what it was"),
                    (Workflow(Fact::Model), "model with its version"),
                ],
            ),
        ],
    },
    Group {
        title: "MANAGE 4, response and recovery",
        requirements: &[
            needs(
                "MANAGE 4.1",
                "After launch there is a plan",
                "Watch, hear users, let them overrule and appeal, respond, recover and manage \
                 changes.",
                &[
                    (daily("deliverability"), "daily watch"),
                    (Log, "logs taken in"),
                    (Override, "people may choose otherwise, and do"),
                    (weekly("overrides"), "overrides and repeats"),
                    (weekly("enrichment"), "what enrichment overwrote"),
                ],
            ),
            needs(
                "MANAGE 4.2",
                "It gets better step by step",
                "Set improvements that can be measured, and talk about them with those concerned.",
                &[
                    (Action, "what reviews asked for was done"),
                    (monthly("override-reasons"), "what overrides teach"),
                    (weekly("dossiers"), "dossiers in time"),
                ],
            ),
            needs(
                "MANAGE 4.3",
                "Incidents are told and followed",
                "Tell those concerned about incidents and errors, and follow each until it is \
                 mended.",
                &[
                    (Exception, "exceptions with their clock"),
                    (quarterly("postmortems"), "postmortems gone through"),
                    (Deputies, "who is called"),
                    (Rights, "who decides then"),
                ],
            ),
        ],
    },
];

//! EU AI Act, Regulation (EU) 2024/1689: the articles that meet a deployer, somebody who uses an AI
//! system in their work. Sentences are our own and no legal advice.
//!
//! Days of application are those of Article 113 as the Omnibus on AI changed it, which Parliament
//! adopted on 16 June 2026 and the Council on 29 June 2026: Chapter III, Sections 1 to 3, applies to
//! systems of Annex III from 2 December 2027 instead of 2 August 2026; Article 50 kept its day.

use super::requirement::{Group, Requirement, needs};
use crate::check::Kind::{Drift, Fairness};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Attested, Check, Decision, Drill, Exception, Heard, Log, Metric, Override, Pack, Permit,
    Postmortem, Review, Rules, Sample, Stop, Trained, Workflow,
};
use crate::framework::source::{daily, monthly, quarterly, weekly};
use crate::metric::Class::Quality;
use crate::workflow::Fact;

/// Literacy and prohibitions.
const FIRST: &str = "2025-02-02";
/// The rest of the regulation.
const GENERAL: &str = "2026-08-02";
/// What concerns high-risk systems of Annex III.
const HIGH_RISK: &str = "2027-12-02";

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "For every use of AI",
        requirements: &[
            from(
                FIRST,
                needs(
                    "4",
                    "People know AI well enough",
                    "Take measures so that whoever works with AI knows enough of it for the part \
                     they have.",
                    &[
                        (Trained, "whoever a training asks has signed for it"),
                        (weekly("coaching"), "who needs help with AI gets it"),
                        (quarterly("policies"), "training not taken is asked for"),
                        (weekly("adoption"), "use that is neither blind nor absent"),
                    ],
                ),
            ),
            from(
                FIRST,
                needs(
                    "5",
                    "Nothing prohibited",
                    "Use no AI that manipulates, exploits weakness, scores people socially or \
                     reads emotions at work.",
                    &[
                        (Heard, "legal or security was heard before launch"),
                        (Workflow(Fact::Permissions), "what is not listed is blocked"),
                        (quarterly("compliance-risk"), "asked in the audit"),
                    ],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "50(3)",
                    "Emotion and biometrics are told",
                    "Tell people where a system recognises emotions or sorts them by biometrics, \
                     as some call analysis does.",
                    &[
                        (Workflow(Fact::Guardrails), "guardrails on the register"),
                        (Heard, "legal or security was heard"),
                    ],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "50(4)",
                    "Made content is told",
                    "Say so where images, sound or video were made to look real, or text that \
                     informs the public was made by AI without a human answering for it.",
                    &[
                        (Decision(Kind::MessagePolicy), "the message policy"),
                        (Sample, "tested for being disclosed"),
                        (monthly("content-library"), "content gone through"),
                        (Decision(Kind::TemplateApproval), "templates approved"),
                    ],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "50(5)",
                    "Told clearly and at once",
                    "Tell it clearly and at the latest when somebody first meets it.",
                    &[
                        (weekly("outbound-emails"), "outbound emails read"),
                        (Sample, "tested for being disclosed"),
                    ],
                ),
            ),
        ],
    },
    Group {
        title: "Knowing what is high-risk",
        requirements: &[
            from(
                HIGH_RISK,
                needs(
                    "6(2)",
                    "High-risk uses are recognised",
                    "Know whether a workflow falls under Annex III, such as judging credit or \
                     managing workers; scoring leads of companies as a rule does not.",
                    &[
                        (Workflow(Fact::Kind), "the kind of work on the register"),
                        (quarterly("re-tier"), "every workflow judged each quarter"),
                        (Heard, "legal or security was heard"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "6(3)",
                    "Exemptions have grounds",
                    "Where a use of Annex III counts as not high-risk, have the provider’s \
                     grounds; profiling of people always is.",
                    &[(Decision(Kind::VendorApproval), "vendors approved")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "25(1)",
                    "Not becoming a provider unawares",
                    "Do not put your name on a high-risk system, change it greatly or turn it to \
                     another purpose without taking on what a provider owes.",
                    &[
                        (monthly("model-updates"), "changes of models gone through"),
                        (Decision(Kind::Launch), "somebody approved going live"),
                    ],
                ),
            ),
        ],
    },
    Group {
        title: "What the provider gives",
        requirements: &[
            from(
                HIGH_RISK,
                needs(
                    "13",
                    "Instructions for use are at hand",
                    "Have the provider’s instructions and know limits, accuracy and oversight \
                     from them.",
                    &[(quarterly("vendors"), "vendors reviewed")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "14",
                    "A human can oversee it",
                    "See that people can understand, doubt, overrule and stop the system.",
                    &[
                        (Override, "people chose otherwise"),
                        (Drill, "stopping was tried, with its time"),
                        (Workflow(Fact::HumanDoes), "the human’s part"),
                    ],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "72",
                    "The provider hears how it goes",
                    "Give the provider what you learn in use, as its watch after sale needs that.",
                    &[
                        (quarterly("vendors"), "incidents with vendors"),
                        (Exception, "what went wrong was followed to its end"),
                    ],
                ),
            ),
        ],
    },
    Group {
        title: "Deployers of high-risk systems",
        requirements: &[
            from(
                HIGH_RISK,
                needs(
                    "26(1)",
                    "Used as instructed",
                    "Use a system as its instructions say, and take the steps that make sure of \
                     it.",
                    &[
                        (Workflow(Fact::Permissions), "limits on each kind of action"),
                        (Rules, "what must hold is asked on every change"),
                        (Attested, "people signed for how AI may be used"),
                        (Sample, "actions drawn by chance were tested"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(2)",
                    "Able people oversee it",
                    "Give oversight to named people with the skill, training, right and backing \
                     for it.",
                    &[
                        (Workflow(Fact::Owner), "an owner"),
                        (Workflow(Fact::KillSwitchOwner), "somebody for the kill switch"),
                        (Permit, "approvals given"),
                        (Trained, "who oversees is trained for it"),
                        (weekly("coaching"), "who needs help with AI gets it"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(4)",
                    "Input data fit",
                    "Where you control what goes in, see that it is relevant and representative \
                     enough.",
                    &[
                        (monthly("training-data"), "data held against recent deals"),
                        (Check(Drift), "what has moved since a baseline is seen"),
                        (Metric(Quality), "how often the AI is right"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(5)",
                    "Watched, stopped, reported",
                    "Watch the system; where it is a risk, stop it and tell the provider and the \
                     authority; tell serious incidents at once.",
                    &[
                        (Review("daily"), "somebody looks every business day"),
                        (Stop, "a stop took effect in every system"),
                        (Exception, "what went wrong was followed to its end"),
                        (daily("paused-agents"), "what was paused"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(6)",
                    "Logs are kept",
                    "Keep the logs you control for six months at least.",
                    &[
                        (Log, "what the AI did is here, row by row"),
                        (Workflow(Fact::Logs), "logs located"),
                        (quarterly("log-completeness"), "logs are whole"),
                    ],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(7)",
                    "Workers are told first",
                    "Tell workers and those who represent them before such a system is used on \
                     them at work.",
                    &[(Decision(Kind::PolicyAdoption), "a policy adopted by decision")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(8)",
                    "Public bodies register",
                    "A public authority uses only what is registered, and registers its use; \
                     others note that it does not reach them.",
                    &[],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(9)",
                    "Data protection assessment",
                    "Use what the provider states for the data protection assessment where one is \
                     due.",
                    &[(Workflow(Fact::DataRisks), "data risk answered")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(11)",
                    "People are told",
                    "Tell people that a high-risk system of Annex III takes part in decisions \
                     about them.",
                    &[(Decision(Kind::MessagePolicy), "the message policy")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "26(12)",
                    "Working with authorities",
                    "Answer authorities and give them what they ask for.",
                    &[(Pack, "the record given out")],
                ),
            ),
            from(
                HIGH_RISK,
                needs(
                    "27",
                    "Rights are assessed first",
                    "Public bodies, providers of public services, and who judges credit or prices \
                     insurance assess effects on fundamental rights before first use.",
                    &[
                        (Check(Fairness), "segments are compared, with their counts"),
                        (quarterly("bias"), "bias in outputs"),
                    ],
                ),
            ),
        ],
    },
    Group {
        title: "Registers, incidents, explanations",
        requirements: &[
            from(
                GENERAL,
                needs(
                    "49(3)",
                    "Use by public bodies is entered",
                    "A public authority enters itself and its use before it begins.",
                    &[],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "71",
                    "The EU database is consulted",
                    "Look up high-risk systems in the EU database, and enter what is owed there.",
                    &[(quarterly("vendors"), "vendors reviewed")],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "73",
                    "Serious incidents reach the authority",
                    "Know a serious incident when you see one, tell the provider at once, and the \
                     authority yourself where the provider cannot be reached.",
                    &[
                        (Exception, "what went wrong was followed to its end"),
                        (Postmortem, "what was learnt"),
                        (quarterly("postmortems"), "severe ones gone through"),
                    ],
                ),
            ),
            from(
                GENERAL,
                needs(
                    "86",
                    "Decisions are explained",
                    "Explain to a person what part a high-risk system had in a decision that \
                     affects them, when they ask.",
                    &[
                        (Log, "logs name drivers and approver"),
                        (weekly("lead-scores"), "scores with their drivers"),
                        (Override, "reasons for choosing otherwise"),
                    ],
                ),
            ),
        ],
    },
];

/// The requirement, with the day from which it applies.
const fn from(day: &'static str, requirement: Requirement) -> Requirement {
    Requirement { from: Some(day), ..requirement }
}

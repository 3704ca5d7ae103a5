//! Annex A: the controls.

use super::{Group, needs};
use crate::check::Kind::{Drift as Moved, Fairness};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Check, Decision, Deputies, Drill, Exception, Heard, Log, Metric, Override, Pack, Permit,
    Postmortem, Raci, Review, Rights, Rules, Sample, Stop, Trained, Workflow,
};
use crate::framework::source::{daily, monthly, quarterly, weekly};
use crate::metric::Class::{Adoption, Operations, Quality};
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "A.2, policies",
        requirements: &[
            needs(
                "A.2.2",
                "A policy for AI is written",
                "Write and adopt a policy for how AI is used in sales.",
                &[
                    (Decision(Kind::PolicyAdoption), "a policy adopted by decision"),
                    (Decision(Kind::MessagePolicy), "the message policy"),
                ],
            ),
            needs(
                "A.2.3",
                "It agrees with other policies",
                "Look where other policies, such as security or privacy, touch AI, and make them \
                 agree.",
                &[
                    (Heard, "legal or security was heard"),
                    (quarterly("policies"), "policies gone through"),
                ],
            ),
            needs(
                "A.2.4",
                "It is reviewed",
                "Look at the policy again at planned times.",
                &[(quarterly("policies"), "adopted anew each quarter")],
            ),
        ],
    },
    Group {
        title: "A.3, inside the organisation",
        requirements: &[
            needs(
                "A.3.2",
                "Roles for AI",
                "Say who has which part in the work with AI.",
                &[
                    (Raci, "each activity has who is responsible and who answers"),
                    (Workflow(Fact::Owner), "an owner for each workflow"),
                    (Rights, "decision rights"),
                ],
            ),
            needs(
                "A.3.3",
                "Concerns can be raised",
                "Give people a safe way to say that something about the AI worries them.",
                &[
                    (Exception, "reports seen to"),
                    (weekly("errors-reported"), "reports gone through"),
                ],
            ),
        ],
    },
    Group {
        title: "A.4, what AI is made of",
        requirements: &[
            needs(
                "A.4.2",
                "Resources are listed",
                "List what each workflow needs: data, tools, systems, people.",
                &[
                    (Workflow(Fact::SystemOfRecord), "systems on the register"),
                    (Workflow(Fact::Product), "products on the register"),
                ],
            ),
            needs(
                "A.4.3",
                "Data",
                "Write down which data a workflow works on.",
                &[
                    (Workflow(Fact::DataRisks), "data risk answered"),
                    (monthly("data-refresh"), "data gone through"),
                ],
            ),
            needs(
                "A.4.4",
                "Tools",
                "Write down which models and tools a workflow uses.",
                &[
                    (Workflow(Fact::Model), "model with its version"),
                    (monthly("model-updates"), "updates gone through"),
                ],
            ),
            needs(
                "A.4.5",
                "Systems and computing",
                "Write down on which systems it runs and where its logs lie.",
                &[
                    (Workflow(Fact::SystemOfRecord), "systems on the register"),
                    (Workflow(Fact::Logs), "logs located"),
                ],
            ),
            needs(
                "A.4.6",
                "People",
                "Write down which people with which skills it needs.",
                &[
                    (Workflow(Fact::HumanDoes), "the human’s part"),
                    (Deputies, "somebody stands in when somebody is away"),
                    (weekly("coaching"), "who needs help with AI gets it"),
                    (Trained, "who was trained for their part"),
                ],
            ),
        ],
    },
    Group {
        title: "A.5, effects on people",
        requirements: &[
            needs(
                "A.5.2",
                "There is a way to assess effects",
                "Have a way of assessing what a workflow may do to people, and when that is done.",
                &[
                    (Rules, "what must hold before a launch"),
                    (Heard, "legal or security was heard"),
                ],
            ),
            needs(
                "A.5.3",
                "Assessments are kept",
                "Keep each assessment with its result.",
                &[(Decision(Kind::Launch), "launches with their evidence")],
            ),
            needs(
                "A.5.4",
                "Effects on persons and groups",
                "Assess what it may do to the people it reaches, such as unequal treatment or \
                 loss of privacy.",
                &[
                    (Check(Fairness), "segments are compared, with their counts"),
                    (quarterly("bias"), "bias in outputs"),
                    (Workflow(Fact::DataRisks), "personal data answered for"),
                ],
            ),
            needs(
                "A.5.5",
                "Effects on society",
                "Assess what it may do beyond those it reaches.",
                &[(quarterly("compliance-risk"), "asked in the audit")],
            ),
        ],
    },
    Group {
        title: "A.6, the life of a system",
        requirements: &[
            needs(
                "A.6.1.2",
                "Goals for building it responsibly",
                "Say which goals guide whoever configures or builds AI.",
                &[
                    (Workflow(Fact::Governance), "what keeps it safe"),
                    (Workflow(Fact::Guardrails), "guardrails"),
                ],
            ),
            needs(
                "A.6.1.3",
                "A way of building it responsibly",
                "Follow a set way from idea to launch, with approvals on it.",
                &[
                    (Rights, "who approves what"),
                    (Rules, "rules of launch"),
                    (Decision(Kind::Launch), "somebody approved going live"),
                ],
            ),
            needs(
                "A.6.2.2",
                "What it must do is specified",
                "Write down what a new or changed workflow must do.",
                &[
                    (Workflow(Fact::Outcome), "the outcome expected"),
                    (Workflow(Fact::Permissions), "what it may do"),
                ],
            ),
            needs(
                "A.6.2.3",
                "How it is set up is documented",
                "Document how a workflow is designed and configured.",
                &[
                    (Workflow(Fact::AiDoes), "what the AI does"),
                    (Workflow(Fact::WriteStage), "how it writes"),
                ],
            ),
            needs(
                "A.6.2.4",
                "It is tested",
                "Test a workflow before and while it runs, against what was set.",
                &[
                    (Sample, "actions drawn by chance were tested"),
                    (monthly("audit-log-sample"), "logs sampled"),
                ],
            ),
            needs(
                "A.6.2.5",
                "Going live is planned",
                "Let a workflow go live only when what was asked for is met.",
                &[
                    (Decision(Kind::Launch), "somebody approved going live"),
                    (Workflow(Fact::RollbackPlan), "the way back"),
                ],
            ),
            needs(
                "A.6.2.6",
                "What runs is watched",
                "Watch, mend, update and support running workflows.",
                &[
                    (Review("daily"), "somebody looks every business day"),
                    (Metric(Operations), "whether the desk keeps up"),
                    (Check(Moved), "what has moved since a baseline is seen"),
                    (Drill, "stopping was tried, with its time"),
                ],
            ),
            needs(
                "A.6.2.7",
                "Its technical papers are at hand",
                "Keep the technical documents of each system for those who need them.",
                &[(Workflow(Fact::Model), "model with its version")],
            ),
            needs(
                "A.6.2.8",
                "What it does is logged",
                "Settle where a workflow logs what it does, and keep those logs.",
                &[
                    (Workflow(Fact::Logs), "logs located"),
                    (Log, "what the AI did is here, row by row"),
                    (quarterly("log-completeness"), "logs are whole"),
                ],
            ),
        ],
    },
    Group {
        title: "A.7, data",
        requirements: &[
            needs(
                "A.7.2",
                "Data for building and tuning",
                "Manage the data with which AI is built or tuned.",
                &[
                    (monthly("training-data"), "training data held against deals"),
                    (Workflow(Fact::VendorTraining), "whether the vendor trains on it"),
                ],
            ),
            needs(
                "A.7.3",
                "Where data come from",
                "Know how data were got and whether that was allowed.",
                &[
                    (Workflow(Fact::DataRisks), "data risk answered"),
                    (Decision(Kind::VendorApproval), "vendors approved"),
                ],
            ),
            needs(
                "A.7.4",
                "Data are good enough",
                "Set what makes data good, and check it.",
                &[
                    (weekly("enrichment"), "enrichment overwrites"),
                    (monthly("data-refresh"), "data refreshed"),
                    (Metric(Quality), "how often the AI is right"),
                ],
            ),
            needs(
                "A.7.5",
                "Data can be traced",
                "Know from which source each value came and what changed it.",
                &[
                    (Log, "logs name source, before and after"),
                    (Check(Moved), "what has moved since a baseline is seen"),
                ],
            ),
            needs(
                "A.7.6",
                "How data are prepared",
                "Say how data are cleaned and shaped before AI works on them.",
                &[(monthly("data-refresh"), "data refresh")],
            ),
        ],
    },
    Group {
        title: "A.8, telling others",
        requirements: &[
            needs(
                "A.8.2",
                "Users are told",
                "Tell users what the AI is for, what it can do and how it is used well.",
                &[
                    (weekly("coaching"), "who needs help with AI gets it"),
                    (Workflow(Fact::HumanDoes), "what the human does"),
                ],
            ),
            needs(
                "A.8.3",
                "Outsiders can report",
                "Let people outside report harm that the AI did.",
                &[
                    (Exception, "reports seen to"),
                    (daily("deliverability"), "complaints are watched"),
                ],
            ),
            needs(
                "A.8.4",
                "Incidents are told",
                "Know whom to tell of an incident, and tell them.",
                &[
                    (Postmortem, "what was learnt"),
                    (quarterly("postmortems"), "severe ones gone through"),
                    (Deputies, "who is called"),
                ],
            ),
            needs(
                "A.8.5",
                "Those with a claim are informed",
                "Give authorities, customers and partners the information they are owed.",
                &[(Pack, "the record given out")],
            ),
        ],
    },
    Group {
        title: "A.9, use",
        requirements: &[
            needs(
                "A.9.2",
                "A way of using it responsibly",
                "Follow a set way of using AI, with approvals and reviews on it.",
                &[
                    (Review("weekly"), "the team looks every week"),
                    (Permit, "permits for what is gated"),
                    (weekly("approval-queue"), "the approval queue"),
                ],
            ),
            needs(
                "A.9.3",
                "Goals for using it responsibly",
                "Say which goals guide the use: fairness, truth, safety, oversight.",
                &[
                    (Decision(Kind::PolicyAdoption), "a policy adopted by decision"),
                    (quarterly("incentives"), "what pay rewards"),
                    (Metric(Adoption), "how it is used"),
                ],
            ),
            needs(
                "A.9.4",
                "It is used for what it is meant",
                "Use a workflow for what it is meant for and within what its maker says.",
                &[
                    (Workflow(Fact::Permissions), "what is not listed is blocked"),
                    (Sample, "actions drawn by chance were tested"),
                    (Override, "people chose otherwise"),
                    (Stop, "a stop took effect in every system"),
                ],
            ),
        ],
    },
    Group {
        title: "A.10, vendors and customers",
        requirements: &[
            needs(
                "A.10.2",
                "Parts are given out",
                "Settle who answers for what between you, your vendors and your customers.",
                &[
                    (Raci, "each activity has who is responsible and who answers"),
                    (Workflow(Fact::VendorRetention), "what the vendor keeps"),
                ],
            ),
            needs(
                "A.10.3",
                "Vendors",
                "Choose and watch vendors so that what they deliver fits your policy.",
                &[
                    (Decision(Kind::VendorApproval), "vendors approved"),
                    (quarterly("vendors"), "vendors reviewed"),
                    (Workflow(Fact::Certifications), "certificates"),
                ],
            ),
            needs(
                "A.10.4",
                "Customers",
                "Take into account what your customers expect of your use of AI.",
                &[(Pack, "the record given out")],
            ),
        ],
    },
];

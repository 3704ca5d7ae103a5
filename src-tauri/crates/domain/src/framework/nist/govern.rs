//! GOVERN: who answers, by which rules, and how it is looked after.

use super::{Group, needs};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Action, Attested, Cadence, Decision, Deputies, Drill, Exception, Heard, Metric, Override, Pack,
    Postmortem, Raci, Review, Rights, Rules, Sample, SignOff, Trained, Workflow,
};
use crate::framework::source::{monthly, quarterly, weekly};
use crate::metric::Class::Risk;
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "GOVERN 1, rules and practice",
        requirements: &[
            needs(
                "GOVERN 1.1",
                "Laws that apply are known",
                "Know which laws and rules reach AI in sales, who follows them, and where that is \
                 written down.",
                &[
                    (
                        quarterly("compliance-risk"),
                        "the audit asks which laws changed and what they ask",
                    ),
                    (Heard, "legal or security was heard before a workflow was let go on"),
                ],
            ),
            needs(
                "GOVERN 1.2",
                "Trustworthiness is in the rules",
                "Write what makes AI trustworthy, such as truth, fairness and privacy, into \
                 policies and into what each workflow must keep to.",
                &[
                    (Decision(Kind::PolicyAdoption), "a policy adopted by decision"),
                    (Workflow(Fact::Guardrails), "guardrails carry the policy into each workflow"),
                    (Rules, "the desk’s rules ask for it on every change"),
                ],
            ),
            needs(
                "GOVERN 1.3",
                "Care follows risk",
                "Decide how much control a workflow needs from what it could harm: tiers, write \
                 stages, approvals.",
                &[
                    (Workflow(Fact::Permissions), "each kind of action has its tier"),
                    (quarterly("re-tier"), "every tier is looked at again"),
                    (Decision(Kind::TierOrStage), "a tier or stage moved by decision"),
                ],
            ),
            needs(
                "GOVERN 1.4",
                "The way of managing risk is open to see",
                "Let anybody see how risks are judged and decided: rules, rights and reasons on \
                 the record.",
                &[
                    (Rules, "rules with their reasons"),
                    (Rights, "who decides what"),
                    (Decision(Kind::RuleSetting), "a change of the rules, with its reason"),
                ],
            ),
            needs(
                "GOVERN 1.5",
                "Reviews come round by plan",
                "Set how often the governance of AI is reviewed and by whom, and hold those \
                 reviews.",
                &[
                    (Cadence, "cadences with chair, roles and quorum"),
                    (Review("weekly"), "the team looks every week"),
                    (Review("quarterly"), "everybody concerned audits the quarter"),
                ],
            ),
            needs(
                "GOVERN 1.6",
                "There is an inventory",
                "Keep one register of every AI workflow, what it does and how freely.",
                &[
                    (Workflow(Fact::AiDoes), "workflows on the register"),
                    (quarterly("log-completeness"), "agents in logs held against the register"),
                ],
            ),
            needs(
                "GOVERN 1.7",
                "Ending is planned",
                "Know how a workflow is stopped, undone and retired without leaving harm behind.",
                &[
                    (Workflow(Fact::RollbackPlan), "a rollback plan for each workflow"),
                    (Drill, "the kill switch was tried"),
                    (Decision(Kind::Rollback), "something was taken back by decision"),
                ],
            ),
        ],
    },
    Group {
        title: "GOVERN 2, who answers",
        requirements: &[
            needs(
                "GOVERN 2.1",
                "Roles are clear",
                "Say for each activity who is responsible, accountable, consulted and informed, \
                 and who is called.",
                &[
                    (Raci, "each activity has who is responsible and who answers"),
                    (Deputies, "deputies and on-call orders named"),
                    (quarterly("access-and-raci"), "the audit asks whether they still hold"),
                    (Attested, "people signed for the policy that tells them their part"),
                ],
            ),
            needs(
                "GOVERN 2.2",
                "People are trained",
                "Train everybody who works with AI for the part they have, partners included.",
                &[
                    (Trained, "whoever a training asks has signed for it"),
                    (weekly("coaching"), "coaching is on the weekly call"),
                    (quarterly("policies"), "the audit asks for training not taken"),
                ],
            ),
            needs(
                "GOVERN 2.3",
                "Leaders answer for risk",
                "Let an executive take the decisions about AI risk and sign for the quarter.",
                &[
                    (SignOff, "the sponsor signed for what was found"),
                    (quarterly("sponsor-statement"), "the sponsor’s statement"),
                    (Decision(Kind::Launch), "launches approved"),
                ],
            ),
        ],
    },
    Group {
        title: "GOVERN 3, many views",
        requirements: &[
            needs(
                "GOVERN 3.1",
                "Decisions are made by a mixed team",
                "Bring several disciplines and backgrounds to the table when AI risks are judged.",
                &[
                    (Review("quarterly"), "the audit is held across functions"),
                    (Heard, "legal or security was heard"),
                ],
            ),
            needs(
                "GOVERN 3.2",
                "Who oversees what is told apart",
                "Define for each workflow what the human does, who approves and who may stop it.",
                &[
                    (Workflow(Fact::HumanDoes), "the human’s part is written down"),
                    (Workflow(Fact::KillSwitchOwner), "somebody answers for the kill switch"),
                    (Decision(Kind::OverridePolicy), "the override policy"),
                ],
            ),
        ],
    },
    Group {
        title: "GOVERN 4, a habit of care",
        requirements: &[
            needs(
                "GOVERN 4.1",
                "Doubt is welcome",
                "Make it normal to question what AI says, and safe to stop it.",
                &[
                    (Override, "people chose otherwise than the AI"),
                    (Trained, "training says when to overrule and whom to tell"),
                    (Drill, "stopping is practised"),
                    (quarterly("incentives"), "targets reward quality, not activity"),
                ],
            ),
            needs(
                "GOVERN 4.2",
                "Risks are written down and told",
                "Record what each workflow may do wrong and to whom, and tell those who need to \
                 know.",
                &[
                    (Workflow(Fact::DataRisks), "data risk is answered"),
                    (quarterly("board-narrative"), "the board hears it"),
                    (Pack, "the record was given out"),
                ],
            ),
            needs(
                "GOVERN 4.3",
                "Testing and incidents are shared",
                "Test AI actions, notice incidents and pass on what they teach.",
                &[
                    (Sample, "AI actions were tested"),
                    (Exception, "what went wrong was seen to"),
                    (Postmortem, "what was learnt was written down"),
                ],
            ),
        ],
    },
    Group {
        title: "GOVERN 5, those outside",
        requirements: &[
            needs(
                "GOVERN 5.1",
                "Outside voices are collected",
                "Gather what customers, prospects and other teams say about the AI’s effects, and \
                 weigh it.",
                &[
                    (weekly("errors-reported"), "reports of errors are gone through"),
                    (Metric(Risk), "complaints and unsubscribes are measured"),
                ],
            ),
            needs(
                "GOVERN 5.2",
                "Feedback changes the system",
                "Turn feedback that was judged right into changes of settings, templates and \
                 rules.",
                &[
                    (monthly("override-reasons"), "override reasons are read for what to change"),
                    (Decision(Kind::Threshold), "thresholds moved by decision"),
                    (Action, "what reviews asked for was done"),
                ],
            ),
        ],
    },
    Group {
        title: "GOVERN 6, third parties",
        requirements: &[
            needs(
                "GOVERN 6.1",
                "Vendors’ risks are governed",
                "Vet each AI vendor, its data use and the rights of others before and while it is \
                 used.",
                &[
                    (quarterly("vendors"), "vendors are reviewed"),
                    (Decision(Kind::VendorApproval), "vendors approved by decision"),
                    (Workflow(Fact::Certifications), "certificates on the register"),
                ],
            ),
            needs(
                "GOVERN 6.2",
                "There is a plan for a vendor’s failure",
                "Know what happens when a vendor’s model or data fails: stop, fall back, tell.",
                &[
                    (Drill, "the stop was tried"),
                    (Workflow(Fact::RollbackPlan), "the way back is planned"),
                    (Deputies, "somebody can be reached"),
                ],
            ),
        ],
    },
];

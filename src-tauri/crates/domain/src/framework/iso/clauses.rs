//! Clauses 4 to 10: the management system.

use super::{Group, needs};
use crate::decision::DecisionKind as Kind;
use crate::framework::Source::{
    Action, Attested, Cadence, Checkpoint, Decision, Deputies, Exception, Heard, Metric, Pack,
    Postmortem, Raci, Review, Rights, Rules, Sample, SignOff, Trained, Workflow,
};
use crate::framework::source::{monthly, quarterly, weekly};
use crate::metric::Class::{Operations, Quality, Risk};
use crate::workflow::Fact;

pub(super) const GROUPS: &[Group] = &[
    Group {
        title: "Clause 4, context",
        requirements: &[
            needs(
                "4.1",
                "Circumstances",
                "Know what inside and outside the company bears on AI in sales, and whether you \
                 provide or use it.",
                &[
                    (quarterly("compliance-risk"), "new markets and laws are asked for"),
                    (quarterly("board-narrative"), "what the board is told"),
                ],
            ),
            needs(
                "4.2",
                "Who has a stake",
                "Know who expects what of your AI: customers, prospects, staff, regulators.",
                &[
                    (Raci, "who is consulted and informed"),
                    (weekly("errors-reported"), "what those who use it report"),
                ],
            ),
            needs(
                "4.3",
                "What is covered",
                "Say which AI workflows the governance covers.",
                &[(Workflow(Fact::AiDoes), "the register is the scope")],
            ),
            needs(
                "4.4",
                "The system runs",
                "Set up the governance and keep it going.",
                &[
                    (Cadence, "reviews are planned, with chair and quorum"),
                    (Rules, "what must hold is asked on every change"),
                    (Review("weekly"), "the team looks every week"),
                ],
            ),
        ],
    },
    Group {
        title: "Clause 5, leadership",
        requirements: &[
            needs(
                "5.1",
                "Leaders stand behind it",
                "Let leaders give means, ask for results and sign.",
                &[
                    (SignOff, "the sponsor signed for what was found"),
                    (quarterly("sponsor-statement"), "the sponsor’s statement"),
                ],
            ),
            needs(
                "5.2",
                "A policy for AI",
                "Have leaders adopt a policy for the use of AI.",
                &[
                    (Decision(Kind::PolicyAdoption), "a policy adopted by decision"),
                    (Attested, "it reached those whom it binds"),
                ],
            ),
            needs(
                "5.3",
                "Who does what",
                "Give out the roles and say what each may decide.",
                &[
                    (Raci, "each activity has who is responsible and who answers"),
                    (Rights, "who proposes, who is heard and who approves"),
                ],
            ),
        ],
    },
    Group {
        title: "Clause 6, planning",
        requirements: &[
            needs(
                "6.1.1",
                "Risks and chances, in general",
                "Plan how risks and chances of AI are found and met.",
                &[(Rules, "rules and their numbers"), (Review("quarterly"), "the audit")],
            ),
            needs(
                "6.1.2",
                "How risk is assessed",
                "Have one way of assessing AI risk that gives comparable results.",
                &[
                    (Workflow(Fact::Permissions), "tiers by kind of action"),
                    (Workflow(Fact::DataRisks), "data risk answered"),
                    (quarterly("re-tier"), "judged again each quarter"),
                ],
            ),
            needs(
                "6.1.3",
                "How risk is treated",
                "Choose controls for each risk, hold them against Annex A, and say why one is \
                 left out.",
                &[
                    (Workflow(Fact::Guardrails), "guardrails on the register"),
                    (Decision(Kind::Guardrail), "guardrails changed by decision"),
                    (quarterly("framework-coverage"), "coverage gone through"),
                ],
            ),
            needs(
                "6.1.4",
                "How effects on people are assessed",
                "Have a way of assessing what AI may do to persons, groups and society.",
                &[
                    (Heard, "legal or security was heard before launch"),
                    (quarterly("bias"), "bias is asked for"),
                ],
            ),
            needs(
                "6.2",
                "Goals",
                "Set goals for AI that can be measured, with owner and time.",
                &[
                    (Metric(Quality), "metrics with baselines and targets"),
                    (Workflow(Fact::Outcome), "the outcome expected of each workflow"),
                ],
            ),
            needs(
                "6.3",
                "Changes are planned",
                "Plan changes of the governance before they are made.",
                &[
                    (Decision(Kind::RuleSetting), "settings changed by decision"),
                    (Decision(Kind::RaciMatrix), "matrices changed by decision"),
                ],
            ),
        ],
    },
    Group {
        title: "Clause 7, support",
        requirements: &[
            needs(
                "7.1",
                "Means",
                "Give the governance the people, time and tools it needs.",
                &[
                    (Cadence, "time and roles planned"),
                    (Deputies, "somebody stands in when somebody is away"),
                ],
            ),
            needs(
                "7.2",
                "Ability",
                "Make sure that those who work with AI are able to.",
                &[
                    (Trained, "whoever a training asks has signed for it"),
                    (weekly("coaching"), "who needs help with AI gets it"),
                    (quarterly("policies"), "training not taken is asked for"),
                ],
            ),
            needs(
                "7.3",
                "Awareness",
                "See to it that everybody knows the policy and their own part.",
                &[
                    (Attested, "people signed that they know the policy"),
                    (quarterly("policies"), "attestations are asked for"),
                    (weekly("adoption"), "use as intended"),
                ],
            ),
            needs(
                "7.4",
                "Communication",
                "Settle who is told what about AI, when and by whom.",
                &[(Raci, "who is informed"), (Pack, "the record given out")],
            ),
            needs(
                "7.5.1",
                "Records, in general",
                "Keep the records that the governance needs.",
                &[(Checkpoint, "checkpoints of the ledger")],
            ),
            needs(
                "7.5.2",
                "Records are made well",
                "Give each record its title, date, author and approval.",
                &[(Checkpoint, "entries signed and dated")],
            ),
            needs(
                "7.5.3",
                "Records are kept safe",
                "Keep records where they are found, unaltered, and no longer than needed.",
                &[(Checkpoint, "checkpoints of the ledger"), (Pack, "packs that verify")],
            ),
        ],
    },
    Group {
        title: "Clause 8, operation",
        requirements: &[
            needs(
                "8.1",
                "Work goes as planned",
                "Run AI under the planned controls, also where a vendor runs it.",
                &[
                    (Review("daily"), "somebody looks every business day"),
                    (Decision(Kind::Launch), "somebody approved going live"),
                ],
            ),
            needs(
                "8.2",
                "Risk is assessed in practice",
                "Assess risk at planned times and when something changes.",
                &[
                    (quarterly("re-tier"), "each quarter"),
                    (Review("monthly"), "model reviews held"),
                    (Metric(Risk), "what may break is held against a line"),
                ],
            ),
            needs(
                "8.3",
                "Risk is treated in practice",
                "Put the chosen controls to work and look whether they hold.",
                &[
                    (Sample, "actions drawn by chance were tested"),
                    (Decision(Kind::TierOrStage), "tiers moved"),
                    (Action, "what reviews asked for was done"),
                ],
            ),
            needs(
                "8.4",
                "Effects on people are assessed in practice",
                "Assess effects on people at planned times and before great changes.",
                &[(quarterly("bias"), "each quarter"), (Heard, "before launch")],
            ),
        ],
    },
    Group {
        title: "Clause 9, looking at results",
        requirements: &[
            needs(
                "9.1",
                "Measuring and judging",
                "Settle what is measured, how and when, and judge the results.",
                &[
                    (Metric(Operations), "whether the desk keeps up"),
                    (Review("weekly"), "figures judged in the call"),
                ],
            ),
            needs(
                "9.2.1",
                "Internal audit, in general",
                "Audit at planned times whether the governance does what it says.",
                &[(Review("quarterly"), "everybody concerned audits the quarter")],
            ),
            needs(
                "9.2.2",
                "Internal audit, the plan",
                "Plan the audits: what, how often, by whom.",
                &[(Cadence, "the audit’s cadence and checklist")],
            ),
            needs(
                "9.3.1",
                "Leaders review it, in general",
                "Let leaders review the governance at planned times.",
                &[(SignOff, "the sponsor signed for what was found")],
            ),
            needs(
                "9.3.2",
                "What leaders are shown",
                "Show leaders actions, changes, results, audits and feedback.",
                &[
                    (quarterly("board-narrative"), "what the board hears"),
                    (quarterly("roi"), "what it earned"),
                ],
            ),
            needs(
                "9.3.3",
                "What leaders decide",
                "Record what leaders decide to improve or change.",
                &[(SignOff, "minutes countersigned"), (Action, "what reviews asked for was done")],
            ),
        ],
    },
    Group {
        title: "Clause 10, getting better",
        requirements: &[
            needs(
                "10.1",
                "Improving all along",
                "Make the governance a little better all the time.",
                &[
                    (Action, "what reviews asked for was done"),
                    (monthly("override-reasons"), "what overrides teach"),
                ],
            ),
            needs(
                "10.2",
                "What went wrong is mended",
                "Correct what went wrong, find the cause, and see that it does not come back.",
                &[
                    (Exception, "what went wrong was corrected"),
                    (Postmortem, "its cause was found"),
                    (quarterly("postmortems"), "and gone through"),
                ],
            ),
        ],
    },
];

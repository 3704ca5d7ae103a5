//! Every rule, told once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::raci::lint;

/// Whether an act is refused because of a rule, or only told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// The act is refused.
    Blocks,
    /// It is done, and what breaks the rule stays as a finding.
    Warns,
}

/// When a rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Before a workflow is launched, and as long as it is live.
    Launch,
    /// Whenever something is decided, measured or reviewed.
    Conduct,
    /// Of the RACI matrices in force.
    Raci,
}

macro_rules! rules {
    ($($rule:ident $id:literal $group:ident $strength:ident $switch:ident
        says $says:expr, why $why:expr, mend $mend:expr;)*) => {
        /// A rule, in the order in which rules are told.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
        )]
        #[allow(missing_docs, reason = "each has its sentence")]
        pub enum Rule {
            $(#[serde(rename = $id)] $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// Its identifier, which never changes.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// When it is asked.
            pub const fn group(self) -> Group {
                match self { $(Self::$rule => Group::$group,)* }
            }

            /// Whether it blocks.
            pub const fn strength(self) -> Strength {
                match self { $(Self::$rule => Strength::$strength,)* }
            }

            /// Whether a decision may switch it off.
            pub const fn may_be_off(self) -> bool {
                match self { $(Self::$rule => rules!(@ $switch),)* }
            }

            /// The rule in a sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$rule => $says,)* }
            }

            /// Why it exists.
            pub fn why(self) -> &'static str {
                match self { $(Self::$rule => $why,)* }
            }

            /// How to mend what breaks it.
            pub fn mend(self) -> &'static str {
                match self { $(Self::$rule => $mend,)* }
            }
        }
    };
    (@ fixed) => { false };
    (@ switchable) => { true };
}

rules! {
    PermissionsTiered "launch.permissions-tiered" Launch Blocks switchable
        says "Each kind of action is blocked or stands on a tier.",
        why "What was never tiered is neither permitted nor forbidden, and nobody can test it.",
        mend "Tier its permissions on the workflow’s page.";
    WriteStageSet "launch.write-stage" Launch Blocks switchable
        says "It is said how the workflow writes to systems of record.",
        why "How far a mistake spreads, and how it is taken back, hangs on how it is written.",
        mend "Set the write stage on the workflow’s page.";
    OwnerNamed "launch.owner" Launch Blocks switchable
        says "One person who is here owns the workflow.",
        why "When it goes wrong, one person must be the one to ask.",
        mend "Name an owner on the workflow’s page.";
    ApproverNamed "launch.approver" Launch Blocks switchable
        says "A role that somebody holds approves what the workflow may not do alone.",
        why "An approval that nobody can give is waited for, or worked around.",
        mend "Name the approver on the workflow’s page, or give somebody the role under People.";
    KillSwitchNamed "launch.kill-switch" Launch Blocks switchable
        says "One person who is here answers for the kill switch.",
        why "On a Friday night somebody must know that stopping is theirs to do.",
        mend "Name the kill-switch owner on the workflow’s page.";
    DataRiskAnswered "launch.data-risk" Launch Blocks switchable
        says "It is answered which risky data the workflow touches.",
        why "Nobody can protect data that nobody named; “none” is an answer too.",
        mend "Answer the data risk on the workflow’s page.";
    AlwaysApproved "launch.always-approved" Launch Blocks fixed
        says "What is approved every time stands on tier 3 at most.",
        why "Exports, routing, permissions, scoring, regulated facts and public statements hurt \
             before anybody notices.",
        mend "Lower the action to tier 3 on the workflow’s page.";
    HardLimits "launch.hard-limits" Launch Blocks switchable
        says "What runs unattended has a volume cap, a time window and segments.",
        why "Without them one bad hour reaches everybody.",
        mend "Set the missing limits of the action, or lower it to tier 3.";
    Timeboxed "launch.timeboxed" Launch Blocks switchable
        says "Of what executes with approval it is said how long an approval counts.",
        why "A yes without an end is carried out when nobody remembers what it was given for.",
        mend "Say for how many hours an approval of the action counts, or lower it to tier 2.";
    Monitored "launch.monitored" Launch Blocks switchable
        says "What runs unattended is measured.",
        why "Autonomy is lost at once when the evidence turns; without a metric nothing turns.",
        mend "Link a metric that is measured on the workflow’s page.";
    RollbackPlanned "launch.rollback-plan" Launch Blocks switchable
        says "Where the AI acts or writes on its own, it is written down how that is undone.",
        why "Nobody should have to think of it for the first time while it burns.",
        mend "Write the rollback plan on the workflow’s page.";
    DiscountBounded "launch.discount-bounded" Launch Blocks fixed
        says "Discounts run unattended only inside a limit in percent.",
        why "A discount without a bound gives margin away faster than anybody reads reports.",
        mend "Set the percent that deal-desk policy approved, or lower the action to tier 3.";
    EnrichmentKeeps "launch.enrichment-keeps" Launch Blocks fixed
        says "Enrichment runs unattended only into enriched fields, and keeps what it replaced.",
        why "A core field overwritten in the night is believed in the morning.",
        mend "Limit the action to enriched fields that keep source, time, confidence, the value \
              before and the reason; or lower it to tier 3.";
    FirstTouch "launch.first-touch" Launch Blocks fixed
        says "A first touch is never sent unattended.",
        why "A first impression is made once, and a stranger has agreed to nothing.",
        mend "Exclude the first touch from the action, or lower it to tier 3.";
    RiskyMessages "launch.risky-messages" Launch Blocks fixed
        says "What goes to a high-risk account, or names price, terms or a competitor, a human sends.",
        why "A wrong price or a slur on a competitor binds the company before anybody has read it.",
        mend "Exclude risky messages from the action, or lower it to tier 3.";
    LogsLocated "launch.logs" Launch Blocks switchable
        says "It is written down where the workflow’s logs are.",
        why "Without its log nobody can say what it did, or prove what it did not.",
        mend "Say where the logs are on the workflow’s page.";
    CertificationValid "launch.certification" Launch Blocks switchable
        says "What the vendor is certified for is stated and valid.",
        why "An expired promise protects nobody’s data.",
        mend "Ask the vendor for a valid certificate and state its last day.";
    LaunchDecided "conduct.launch-decided" Conduct Warns fixed
        says "What runs was launched by a decision.",
        why "What was found running was never weighed by anybody who may.",
        mend "Mend what keeps it from launching, then propose its launch.";
    RequesterApart "conduct.requester-apart" Conduct Blocks fixed
        says "Whoever asks does not approve.",
        why "An approval by whoever asked for it checks nothing.",
        mend "Give a second person the role that approves, or name a deputy.";
    OneStep "conduct.one-step" Conduct Blocks fixed
        says "A tier and a write stage rise one step at a time.",
        why "What works under eyes has proved nothing about working without them.",
        mend "Propose the next step; the one after it is earned there.";
    TesterApart "conduct.tester-apart" Conduct Blocks fixed
        says "Whoever tests a sample neither draws it nor confirms it.",
        why "Who looks for errors alone finds the ones they want found.",
        mend "Let somebody else who reviews samples sign the draw, and the confirmation.";
    StepsShown "conduct.steps-shown" Conduct Blocks fixed
        says "A tier and a write stage rise on what their decision right asks to be shown.",
        why "Autonomy is earned with evidence; a step that nothing speaks for is a hope.",
        mend "Show what the decision right asks for, or wait until it holds.";
    HeardFirst "conduct.heard-first" Conduct Blocks fixed
        says "Who is to be heard before a launch is there, and is heard first.",
        why "What Security and Legal were never asked about comes back as a breach or a contract.",
        mend "Ask them for their word, and give a role that ended to somebody.";
    ApprovalsExact "conduct.approvals-exact" Conduct Blocks fixed
        says "An approval counts for exactly the proposal it was given for, on what stood then.",
        why "Nobody approves what they have not seen.",
        mend "Propose it anew on what stands, and ask again.";
    ApprovalsLapse "conduct.approvals-lapse" Conduct Blocks fixed
        says "An approval counts within the time that its decision right gives.",
        why "A yes of last spring is not a yes to what has become of it since.",
        mend "Propose it anew, and give those who approve the time they need.";
    SponsorMade "conduct.sponsor-made" Conduct Blocks fixed
        says "Who is executive sponsor, and who stands in for one, a sponsor says.",
        why "Whoever chooses who signs for what they ask signs for it themselves.",
        mend "Ask a sponsor to do it.";
    PermitKept "conduct.permit-kept" Conduct Warns fixed
        says "A permit is used for what it allows.",
        why "What was allowed once, and done twice, was decided by nobody the second time.",
        mend "Raise an exception for it under Decisions, Permits, or revoke the permit.";
    LoosenedByTwo "conduct.loosened-by-two" Conduct Blocks fixed
        says "One person holds a setting shorter; loosening it takes a second.",
        why "A baseline, a calendar or a cadence that bends for whoever it measures measures nothing.",
        mend "Propose it as a decision.";
    RepeatedOverrides "conduct.repeated-overrides" Conduct Warns switchable
        says "No team overrides one workflow again and again.",
        why "People who know the customer say that it is wrong; that is evidence, and it comes free.",
        mend "See to the exception raised to RevOps, and resolve it with what was found.";
    ExceptionInTime "conduct.exception-in-time" Conduct Warns fixed
        says "An exception is seen to in its time.",
        why "What went wrong goes on until somebody looks; past its time it goes to the next one up.",
        mend "Resolve it with what was found, or say what it waits for.";
    PostmortemWritten "conduct.postmortem-written" Conduct Warns switchable
        says "What was severe has its postmortem.",
        why "What nobody writes down comes again, to somebody who was not there.",
        mend "Write what caused it, whom it hurt, what was done and what changes.";
    DrillHeld "conduct.drill-held" Conduct Warns switchable
        says "The kill switch of what is live is tried in time.",
        why "A switch that nobody has pulled is a hope.",
        mend "Run a drill and confirm it in each system.";
    StopConfirmed "conduct.stop-confirmed" Conduct Warns switchable
        says "What was stopped is seen to have stopped in each system.",
        why "The ledger stops nothing; until each system is checked it may still run.",
        mend "Look in each system, and confirm the stop there.";
    BaselineHeld "conduct.baseline-held" Conduct Warns switchable
        says "No metric is worse than its baseline two periods running.",
        why "Once is weather. Twice is the climate, and the emergency path.",
        mend "Open the metric, agree what to do, and raise an action item for it.";
    MetricMeasured "conduct.metric-measured" Conduct Warns switchable
        says "Each period that is over has its value.",
        why "What was not measured was not good; it is not known.",
        mend "Record the missing value at the metric.";
    CertificationLasts "conduct.certification-lasts" Conduct Warns switchable
        says "The vendor’s certifications do not end soon.",
        why "A renewal takes weeks, and the day after the last one the workflow may not launch.",
        mend "Ask the vendor for the renewal and state its last day.";
    WorkflowReviewed "conduct.workflow-reviewed" Conduct Warns switchable
        says "A workflow is looked at again by the day set for it, and one on tier 4 has such a day.",
        why "Models and people change; what was right at launch is not right for ever, least of all \
             where nobody looks on.",
        mend "Look at it in the next review and set its next day.";
    ReviewsHeld "conduct.reviews-held" Conduct Warns switchable
        says "Each review is held before the next one is due.",
        why "A rhythm with gaps is a record of when nobody looked.",
        mend "Hold the next one in time; a missed one stays missed.";
    PolicyAttested "conduct.policy-attested" Conduct Warns switchable
        says "Whoever a policy in force asks has put their name to it in time.",
        why "A rule that people never read binds nobody, and “I did not know” is then true.",
        mend "Ask them to read and attest it, under Policies; by file where they sign elsewhere.";
    OneAccountable "raci.one-accountable" Raci Blocks fixed
        says lint::Rule::OneAccountable.sentence(),
        why lint::Rule::OneAccountable.why(),
        mend lint::Rule::OneAccountable.mend();
    OneResponsible "raci.one-responsible" Raci Blocks fixed
        says lint::Rule::OneResponsible.sentence(),
        why lint::Rule::OneResponsible.why(),
        mend lint::Rule::OneResponsible.mend();
    AccountableNamed "raci.accountable-named" Raci Blocks fixed
        says lint::Rule::AccountableNamed.sentence(),
        why lint::Rule::AccountableNamed.why(),
        mend lint::Rule::AccountableNamed.mend();
    RoleHeld "raci.role-held" Raci Warns switchable
        says lint::Rule::RoleHeld.sentence(),
        why lint::Rule::RoleHeld.why(),
        mend lint::Rule::RoleHeld.mend();
    NotTooMuch "raci.not-too-much" Raci Warns switchable
        says lint::Rule::NotTooMuch.sentence(),
        why lint::Rule::NotTooMuch.why(),
        mend lint::Rule::NotTooMuch.mend();
    ApproverApart "raci.approver-apart" Raci Warns fixed
        says lint::Rule::ApproverApart.sentence(),
        why lint::Rule::ApproverApart.why(),
        mend lint::Rule::ApproverApart.mend();
    WorkflowCovered "raci.workflow-covered" Raci Warns switchable
        says lint::Rule::WorkflowCovered.sentence(),
        why lint::Rule::WorkflowCovered.why(),
        mend lint::Rule::WorkflowCovered.mend();
}

impl From<lint::Rule> for Rule {
    fn from(rule: lint::Rule) -> Self {
        match rule {
            lint::Rule::OneAccountable => Self::OneAccountable,
            lint::Rule::OneResponsible => Self::OneResponsible,
            lint::Rule::AccountableNamed => Self::AccountableNamed,
            lint::Rule::RoleHeld => Self::RoleHeld,
            lint::Rule::NotTooMuch => Self::NotTooMuch,
            lint::Rule::ApproverApart => Self::ApproverApart,
            lint::Rule::WorkflowCovered => Self::WorkflowCovered,
        }
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

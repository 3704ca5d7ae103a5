//! What can be decided, and which change each kind of decision may carry.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Change;
use crate::Refusal;
use crate::workflow::{ActionKind, Fact, Status};

/// What a decision of a kind may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A workflow; of its facts only these.
    Workflow(&'static [Fact]),
    /// A workflow, of its facts only these, or something outside the register, as asked for.
    WorkflowOrRequest(&'static [Fact]),
    /// Something outside the register, as asked for.
    Request,
    /// A RACI matrix.
    Raci,
    /// The desk's own rules.
    Rules,
    /// The inverse of a decision that was applied.
    Inverse,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal $words:literal => $takes:expr,)*) => {
        /// A kind of decision.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
        )]
        pub enum DecisionKind {
            $($(#[$doc])* #[serde(rename = $name)] $kind,)*
        }

        impl DecisionKind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// What people call it.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$kind => $words,)*
                }
            }

            /// Its name in the ledger.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// What it may change.
            pub const fn takes(self) -> Takes {
                match self {
                    $(Self::$kind => $takes,)*
                }
            }
        }
    };
}

kinds! {
    /// A workflow goes live, or what was found live is launched in earnest.
    Launch "launch" "Launch" => Takes::Workflow(Fact::ALL),
    /// A workflow acts or writes more freely, or less.
    TierOrStage "tier-or-stage" "Tier or stage change" =>
        Takes::Workflow(&[Fact::TierStated, Fact::Permissions, Fact::WriteStage]),
    /// A score, threshold or limit.
    Threshold "threshold" "Threshold change" => Takes::Workflow(
        &[Fact::Permissions, Fact::Kpis, Fact::Metrics, Fact::Model],
    ),
    /// What holds a workflow back.
    Guardrail "guardrail" "Guardrail change" => Takes::Workflow(
        &[Fact::Permissions, Fact::Guardrails, Fact::Governance, Fact::DataRisks],
    ),
    /// What an applied decision did is undone.
    Rollback "rollback" "Rollback" => Takes::Inverse,
    /// A workflow that was stopped or paused acts again.
    Restart "restart" "Restart after stop" => Takes::Workflow(&[]),
    /// Who may override what, and how it is reported.
    OverridePolicy "override-policy" "Override policy" => Takes::Request,
    /// A price or discount beyond the approved range.
    PricingException "pricing-exception" "Pricing exception" => Takes::Request,
    /// Data leaves, or is synced to somebody.
    DataExport "data-export" "Data export" => Takes::Request,
    /// A mass send, or a sequence starts.
    MassSend "mass-send" "Mass send or sequence launch" => Takes::Request,
    /// A template for messages.
    TemplateApproval "template-approval" "Template approval" => Takes::Request,
    /// What a workflow may do for whom, or where things are routed.
    PermissionOrRouting "permission-or-routing" "Permission or routing change" =>
        Takes::WorkflowOrRequest(
            &[Fact::Permissions, Fact::Owner, Fact::Approver, Fact::KillSwitchOwner],
        ),
    /// What messages may say.
    MessagePolicy "message-policy" "Message policy" =>
        Takes::WorkflowOrRequest(&[Fact::Guardrails, Fact::Governance]),
    /// A vendor, product or model.
    VendorApproval "vendor-approval" "Vendor approval" => Takes::WorkflowOrRequest(&[
        Fact::Vendor,
        Fact::Product,
        Fact::Model,
        Fact::Certifications,
        Fact::VendorRetention,
        Fact::VendorTraining,
    ]),
    /// A policy is adopted.
    PolicyAdoption "policy-adoption" "Policy adoption" => Takes::Request,
    /// The desk's own rules and decision rights.
    RuleSetting "rule-setting" "Rule setting" => Takes::Rules,
    /// A RACI matrix is put in force.
    RaciMatrix "raci-matrix" "RACI matrix" => Takes::Raci,
    /// Anything else.
    Other "other" "Other" => Takes::Request,
}

impl DecisionKind {
    /// Whether approving a request of this kind issues a permit, which the action log later
    /// points to.
    pub const fn permits(self) -> bool {
        matches!(
            self,
            Self::PricingException | Self::DataExport | Self::MassSend | Self::TemplateApproval
        )
    }

    /// Whether a permit of this kind is for such actions.
    pub const fn lets(self, action: ActionKind) -> bool {
        use ActionKind as A;
        match self {
            Self::DataExport => matches!(action, A::ExportData),
            Self::MassSend => matches!(action, A::SendExternalMessage | A::GenerateExternalMessage),
            Self::PricingException => {
                matches!(action, A::ApplyDiscount | A::ChangeAmountOrCloseDate)
            }
            Self::TemplateApproval => {
                matches!(action, A::GenerateExternalMessage | A::SendExternalMessage | A::Publish)
            }
            Self::Launch
            | Self::TierOrStage
            | Self::Threshold
            | Self::Guardrail
            | Self::Rollback
            | Self::Restart
            | Self::OverridePolicy
            | Self::PermissionOrRouting
            | Self::MessagePolicy
            | Self::VendorApproval
            | Self::PolicyAdoption
            | Self::RuleSetting
            | Self::RaciMatrix
            | Self::Other => false,
        }
    }

    /// What a permit of this kind counts, in words; none where it counts uses.
    pub const fn counted(self) -> Option<&'static str> {
        match self {
            Self::DataExport => Some("rows"),
            Self::MassSend => Some("sends"),
            Self::Launch
            | Self::TierOrStage
            | Self::Threshold
            | Self::Guardrail
            | Self::Rollback
            | Self::Restart
            | Self::OverridePolicy
            | Self::PricingException
            | Self::TemplateApproval
            | Self::PermissionOrRouting
            | Self::MessagePolicy
            | Self::VendorApproval
            | Self::PolicyAdoption
            | Self::RuleSetting
            | Self::RaciMatrix
            | Self::Other => None,
        }
    }

    /// Refuses a change that another kind of decision is there for: each kind has its own right,
    /// and a weaker one must not carry what a stronger one guards.
    pub fn carries(self, change: &Change) -> Result<(), Refusal> {
        if let (
            Takes::Workflow(facts) | Takes::WorkflowOrRequest(facts),
            Change::Workflow(change),
        ) = (self.takes(), change)
        {
            let outside = change.changed.iter().find(|fact| !facts.contains(fact));
            let what = outside.map(|fact| format!("“{}”", fact.words()));
            return match what.or_else(|| self.not_of_this_kind(change)) {
                Some(what) => Err(Refusal::WrongKind { kind: self.words(), what }),
                None => Ok(()),
            };
        }
        let fits = matches!(
            (self.takes(), change),
            (Takes::Request | Takes::WorkflowOrRequest(_), Change::Request(_))
                | (Takes::Raci, Change::Raci(_))
                | (Takes::Rules, Change::Rights(_) | Change::Rules(_))
                | (Takes::Inverse, _)
        ) || matches!(change, Change::Setting(setting) if setting.after.kind() == self);
        let what = change.what().to_owned();
        if fits { Ok(()) } else { Err(Refusal::WrongKind { kind: self.words(), what }) }
    }

    /// What in a change of a workflow is for another kind of decision, in words.
    fn not_of_this_kind(self, change: &super::WorkflowChange) -> Option<String> {
        if let Some(status) = &change.status {
            let step = (status.before, status.after);
            let acts = step.1 == Status::Live;
            let fits = (self == Self::Launch && acts && step.0 != Status::Stopped)
                || (self == Self::Restart
                    && acts
                    && matches!(step.0, Status::Stopped | Status::Paused));
            if !fits {
                return Some(format!("{} to {}", step.0.words(), step.1.words()));
            }
        } else if self == Self::Restart {
            return Some("a workflow that stays where it stands".to_owned());
        }
        if change.found_live.is_some() && self != Self::Launch {
            return Some("clearing “found live”".to_owned());
        }
        // A draft acts only once it is launched, so its launch says how freely it starts.
        let starts = self == Self::Launch
            && change.status.as_ref().is_some_and(|status| status.before == Status::Draft);
        let raised = change.raised().into_iter().next();
        match raised {
            Some(step) if !starts && self != Self::TierOrStage => Some(step.to_string()),
            Some(_) | None => None,
        }
    }
}

//! Everything that is known of a workflow.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ActionKind, Certification, CostBenefit, DataRisk, Kind, Permission, Phase, Tier, TrainingUse,
    WriteStage,
};
use crate::{MetricRef, PersonRef, RaciRowId, RoleId, Text};

/// What is known of a workflow. What is not answered is absent, never a default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// What people call it.
    pub name: Option<Text>,
    /// The bottleneck it is meant to open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottleneck: Option<Text>,
    /// The outcome expected of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Where in the sales process it acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// What sort of work it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// What the AI does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_does: Option<Text>,
    /// What the human does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub human_does: Option<Text>,
    /// What keeps it safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub governance: Option<Text>,
    /// Who sells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<Text>,
    /// What it is sold as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Text>,
    /// The model with its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<Text>,
    /// Where the records it works on live.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_of_record: Option<Text>,
    /// The one accountable person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonRef>,
    /// The owner as an inventory names one, while no person of the workspace matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_named: Option<Text>,
    /// The role that approves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approver: Option<RoleId>,
    /// The approver as an inventory names one, while no role matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approver_named: Option<Text>,
    /// Who answers for the kill switch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kill_switch_owner: Option<PersonRef>,
    /// The kill-switch owner as an inventory names one, while no person matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kill_switch_owner_named: Option<Text>,
    /// The row of the RACI matrices that governs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raci: Option<RaciRowId>,
    /// The tier an inventory states, until permissions are tiered one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier_stated: Option<Tier>,
    /// What it may do, and how freely; what is not listed is blocked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// How it writes to systems of record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write_stage: Option<WriteStage>,
    /// Which risky data it touches; an empty list says none, absence says not answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_risks: Option<Vec<DataRisk>>,
    /// What holds it back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guardrails: Vec<Text>,
    /// What it is measured by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Text>,
    /// The metrics it is measured by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<MetricRef>,
    /// Where its logs are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logs: Option<Text>,
    /// How its effects are undone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rollback_plan: Option<Text>,
    /// What the vendor holds, one of each standard.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<Certification>,
    /// How long the vendor keeps what it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor_retention: Option<Text>,
    /// Whether the vendor trains models on what it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor_training: Option<TrainingUse>,
    /// What it costs and brings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_benefit: Option<CostBenefit>,
    /// The day by which it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_review: Option<NaiveDate>,
}

impl Facts {
    /// The tier its permissions amount to: the highest of its rows, none where all are blocked;
    /// the stated one only where there are no rows.
    pub fn tier(&self) -> Option<Tier> {
        if self.permissions.is_empty() {
            return self.tier_stated;
        }
        self.permissions.iter().filter_map(|row| row.permitted.tier()).max()
    }

    /// The row for a kind of action; what has none is blocked.
    pub fn permission(&self, action: ActionKind) -> Option<&Permission> {
        self.permissions.iter().find(|row| row.action == action)
    }

    /// Leaves out every text that is gone: what was erased is not answered any more, and must
    /// not be signed anew as a commitment nobody can open.
    pub fn forget_gone(&mut self) {
        for text in self.texts_mut() {
            if text.as_ref().is_some_and(|text| text.words().is_none()) {
                *text = None;
            }
        }
        let here = |text: &Text| text.words().is_some();
        self.guardrails.retain(here);
        self.kpis.retain(here);
        for row in &mut self.permissions {
            row.condition = row.condition.take().filter(here);
            row.limits.segments.retain(here);
        }
        for held in &mut self.certifications {
            held.evidence = held.evidence.take().filter(here);
        }
        if let Some(figures) = &mut self.cost_benefit {
            figures.basis = figures.basis.take().filter(here);
        }
    }

    fn texts_mut(&mut self) -> [&mut Option<Text>; 16] {
        [
            &mut self.name,
            &mut self.bottleneck,
            &mut self.outcome,
            &mut self.ai_does,
            &mut self.human_does,
            &mut self.governance,
            &mut self.vendor,
            &mut self.product,
            &mut self.model,
            &mut self.system_of_record,
            &mut self.owner_named,
            &mut self.approver_named,
            &mut self.kill_switch_owner_named,
            &mut self.logs,
            &mut self.rollback_plan,
            &mut self.vendor_retention,
        ]
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])* $fact:ident $name:literal $words:literal: $($field:ident),+;)*) => {
        /// One thing known of a workflow, as people speak of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[allow(missing_docs, reason = "each has its words")]
        pub enum Fact {
            $(#[serde(rename = $name)] $fact,)*
        }

        impl Fact {
            /// All facts, in the order a page tells them.
            pub const ALL: &[Self] = &[$(Self::$fact,)*];

            /// What people call it.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$fact => $words,)*
                }
            }
        }

        impl Facts {
            /// The facts in which two descriptions differ.
            pub fn differences(&self, other: &Self) -> Vec<Fact> {
                let mut differ = Vec::new();
                $(if $(self.$field != other.$field)||+ {
                    differ.push(Fact::$fact);
                })*
                differ
            }

            /// Takes one fact as `from` has it.
            pub fn take(&mut self, fact: Fact, from: &Self) {
                match fact {
                    $(Fact::$fact => {
                        $(self.$field.clone_from(&from.$field);)+
                    })*
                }
            }

            /// These facts alone; nothing else is filled in.
            pub fn only(&self, facts: &[Fact]) -> Self {
                let mut only = Self::default();
                for fact in facts {
                    only.take(*fact, self);
                }
                only
            }
        }
    };
}

facts! {
    Name "name" "Name": name;
    Bottleneck "bottleneck" "Bottleneck": bottleneck;
    Outcome "outcome" "Outcome expected": outcome;
    Phase "phase" "Phase": phase;
    Kind "kind" "Kind": kind;
    AiDoes "ai-does" "AI does": ai_does;
    HumanDoes "human-does" "Human does": human_does;
    Governance "governance" "Kept safe by": governance;
    Owner "owner" "Owner": owner, owner_named;
    Approver "approver" "Approver": approver, approver_named;
    KillSwitchOwner "kill-switch-owner" "Kill-switch owner": kill_switch_owner,
        kill_switch_owner_named;
    Raci "raci" "RACI row": raci;
    TierStated "tier-stated" "Tier stated": tier_stated;
    Permissions "permissions" "Permissions": permissions;
    WriteStage "write-stage" "Write stage": write_stage;
    DataRisks "data-risks" "Data risk": data_risks;
    Guardrails "guardrails" "Guardrails": guardrails;
    Kpis "kpis" "KPIs": kpis;
    Metrics "metrics" "Metrics": metrics;
    SystemOfRecord "system-of-record" "System of record": system_of_record;
    Logs "logs" "Logs": logs;
    RollbackPlan "rollback-plan" "Rollback plan": rollback_plan;
    Vendor "vendor" "Vendor": vendor;
    Product "product" "Product": product;
    Model "model" "Model": model;
    Certifications "certifications" "Certifications": certifications;
    VendorRetention "vendor-retention" "Data kept by vendor": vendor_retention;
    VendorTraining "vendor-training" "Use for training": vendor_training;
    CostBenefit "cost-benefit" "Cost and benefit": cost_benefit;
    NextReview "next-review" "Next review": next_review;
}

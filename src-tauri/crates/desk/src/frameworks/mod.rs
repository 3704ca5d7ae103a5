//! Frameworks: what evidence the record holds for each requirement in a period, what a team adds to
//! that, and what it leaves out.

mod attested;
mod gather;
mod keep;
mod one;
mod period;
mod view;

use domain::framework::{Coverage, Framework};
use domain::rule::Rule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Grant;
use crate::operations::PaperForm;

pub(crate) use period::quarters;
pub(crate) use view::covered;

/// Which period is asked about; the running fiscal quarter, when nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoverageQuery {
    /// A period, such as `2026-Q3` or `2026-11`.
    pub period: Option<String>,
    /// Its first day instead, `2026-07-01`.
    pub from: Option<String>,
    /// Its last day.
    pub to: Option<String>,
}

/// The coverage of every framework in a period.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FrameworksView {
    /// The period.
    pub period: CoveragePeriod,
    /// The day the workspace began: a period that was over by then has nothing on record.
    pub began: String,
    /// The fiscal quarters since the workspace began, the latest first.
    pub quarters: Vec<String>,
    /// Each framework.
    pub frameworks: Vec<FrameworkCoverage>,
    /// Whether whoever is signed in may say what shows a requirement.
    pub may_map: bool,
}

/// A period that coverage is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoveragePeriod {
    /// What it is called: `2026-Q4`, or its two days.
    pub name: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Whether it is over at the moment shown.
    pub over: bool,
}

/// A framework and its requirements.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FrameworkCoverage {
    /// Which.
    pub framework: Framework,
    /// Its reference.
    pub reference: String,
    /// What people call it.
    pub name: String,
    /// What of it the desk holds, and whose words these are.
    pub says: String,
    /// Why none of it is asked here, where that was decided.
    pub out: Option<NotAsked>,
    /// How many of its requirements stand how, gaps first.
    pub counts: Vec<CoverageCount>,
    /// Its requirements, in its own order.
    pub requirements: Vec<RequirementRow>,
}

/// How many requirements stand in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoverageCount {
    /// How.
    pub coverage: Coverage,
    /// How many.
    pub requirements: u32,
}

/// Why something is not asked here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotAsked {
    /// The requirement or framework that was left out.
    pub of: String,
    /// Why; none once erased.
    pub why: Option<String>,
    /// Who applied it.
    pub by_name: String,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// The entry that did.
    pub entry: u64,
}

/// A requirement as a list shows it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequirementRow {
    /// Its reference among all frameworks.
    pub reference: String,
    /// What people call it: `GOVERN 1.1`, `Clause 5.2`, `Article 26(5)`.
    pub called: String,
    /// What it stands under.
    pub group: String,
    /// What it is about.
    pub title: String,
    /// What a revenue team does to meet it.
    pub asks: String,
    /// The day from which it applies, where it is law.
    pub applies_from: Option<String>,
    /// Whether that day has come by the period's end.
    pub applies: bool,
    /// How it stands.
    pub coverage: Coverage,
    /// Pieces of evidence in the period.
    pub inside: u32,
    /// Pieces of evidence from before it.
    pub earlier: u32,
    /// The newest of them.
    pub newest: Option<EvidenceFound>,
    /// What would show it, in words.
    pub sources: Vec<String>,
    /// What was asked of people for it and is not there.
    pub missing: Vec<EvidenceMissing>,
    /// Why it is not asked here.
    pub out: Option<NotAsked>,
}

/// Evidence that was asked for and is not there, as the record stood when the period ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceMissing {
    /// What of it is missing: "1 of 12 has not attested version 2".
    pub says: String,
    /// The policy that asks for it.
    pub reference: Option<String>,
    /// Where it would be given, where no policy asks for it.
    pub place: Option<FoundPlace>,
}

/// A piece of evidence for a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceFound {
    /// Its reference, where it has one.
    pub reference: Option<String>,
    /// What it is called, where that says more.
    pub name: Option<String>,
    /// Where it stands, where that is neither by reference nor by entry.
    pub place: Option<FoundPlace>,
    /// When it was done, RFC 3339 with the offset of the workspace's zone; none for what stands.
    pub at: Option<String>,
    /// The entry that did it; none for what stands, and for what the desk counted.
    pub entry: Option<u64>,
    /// Whether it is of the period.
    pub inside: bool,
}

/// Where something stands that has no page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FoundPlace {
    /// Among the RACI matrices.
    Raci,
    /// Among the cadences.
    Cadences,
    /// Among the roles.
    Roles,
    /// Among the decision rights.
    Rights,
    /// Among the rules.
    Rules,
    /// Among the policies.
    Policies,
}

/// Asks for one requirement.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct RequirementQuery {
    /// Which, by reference.
    pub requirement: String,
    /// In which period.
    pub within: CoverageQuery,
}

/// One requirement with its evidence.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequirementView {
    /// The period.
    pub period: CoveragePeriod,
    /// Of which framework.
    pub framework: Framework,
    /// What people call that.
    pub framework_name: String,
    /// The requirement as lists show it.
    pub row: RequirementRow,
    /// What is evidence for it by itself.
    pub sources: Vec<SourceShown>,
    /// What the team added.
    pub mapped: Vec<MappingShown>,
    /// Whether whoever is signed in may add to that.
    pub may_map: bool,
    /// Whether they may ask it again, or propose not to.
    pub may_scope: bool,
}

/// A kind of evidence, and what there is of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SourceShown {
    /// What people call it.
    pub words: String,
    /// Why it is evidence.
    pub why: String,
    /// Whether it stands, instead of having been done.
    pub stands: bool,
    /// How many in the period.
    pub inside: u32,
    /// How many before it.
    pub earlier: u32,
    /// The newest few.
    pub newest: Vec<EvidenceFound>,
    /// What of it was asked of people and is not there.
    pub missing: Vec<EvidenceMissing>,
}

/// Something that the team says shows a requirement.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MappingShown {
    /// What.
    pub shown: ShownBy,
    /// What people call it.
    pub words: String,
    /// Why; none once erased.
    pub reason: Option<String>,
    /// Who said so.
    pub by_name: String,
    /// When, RFC 3339 with the offset of the workspace's zone.
    pub at: String,
    /// The entry that did.
    pub entry: u64,
    /// How many pieces in the period.
    pub inside: u32,
    /// How many before it.
    pub earlier: u32,
    /// The newest few.
    pub newest: Vec<EvidenceFound>,
}

/// What a team holds to be evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum ShownBy {
    /// Something on the record.
    Thing {
        /// Its reference.
        reference: String,
    },
    /// An item of a cadence's checklist.
    Item {
        /// Of which cadence.
        cadence: String,
        /// Which.
        item: String,
    },
    /// A rule.
    Rule {
        /// Which.
        rule: Rule,
    },
}

/// Says that something shows a requirement.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MapRequirement {
    /// Which requirement, by reference.
    pub requirement: String,
    /// What shows it.
    pub shown: ShownBy,
    /// Why.
    pub reason: String,
    /// The period to answer for.
    pub within: CoverageQuery,
}

/// Asks again for a requirement or framework that was left out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AskAgain {
    /// Which, by reference.
    pub of: String,
    /// Why.
    pub why: String,
    /// The period to answer for.
    pub within: CoverageQuery,
}

/// Saves the coverage of frameworks.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportCoverage {
    /// Only this framework; all of them, when absent.
    pub framework: Option<Framework>,
    /// In which period.
    pub within: CoverageQuery,
    /// PDF or CSV.
    pub form: PaperForm,
    /// Where it goes.
    pub grant: Grant,
}

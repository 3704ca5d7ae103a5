//! Findings: the rules that do not hold, of what and since when, each with the way to mend it.
//!
//! They are computed whenever somebody looks, from the rows as they stand, or stood. Other screens
//! take [`FindingsShort`] or the findings of one workflow from here, so that a number is the same
//! everywhere.

mod find;
mod missed;
mod put_off;
mod rules;
mod says;
mod stops;
mod view;
mod workflow;

use domain::exception::Kind as ExceptionKind;
use domain::rule::{Group, Number, Rule};
use domain::workflow::Fact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use find::{found, open_then};
pub(crate) use says::place;
pub(crate) use view::short;

use crate::decisions::{Earned, RoleNamed};

/// Asks for the findings.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct FindingsQuery {
    /// As they stood after this entry; now, when absent.
    pub as_of: Option<u64>,
}

/// Every finding.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FindingsView {
    /// By rule: what blocks first, then in the order of the rules.
    pub groups: Vec<FindingGroup>,
    /// How many there are, and how they stand.
    pub counts: FindingCounts,
    /// Rules that are on.
    pub rules_on: u32,
    /// Rules there are.
    pub rules: u32,
    /// The day they are judged on, in the workspace's zone.
    pub day: String,
    /// The last day until which a finding may be put off today.
    pub put_off_until: String,
    /// The entry they stand after.
    pub as_of: u64,
}

/// How many findings there are. One that is put off is counted too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingCounts {
    /// All of them.
    pub all: u32,
    /// Of rules that block.
    pub blocking: u32,
    /// Put off until a day.
    pub put_off: u32,
}

/// The findings of one rule.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FindingGroup {
    /// The rule.
    pub rule: RuleShown,
    /// Its findings, the oldest first; put off ones last.
    pub findings: Vec<Finding>,
}

/// A rule as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleShown {
    /// Its identifier.
    pub rule: Rule,
    /// When it is asked.
    pub group: Group,
    /// Whether it blocks.
    pub blocks: bool,
    /// In a sentence.
    pub sentence: String,
    /// Why it exists.
    pub why: String,
    /// How to mend what breaks it.
    pub mend: String,
}

/// A rule that does not hold of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Whether the rule blocks.
    pub blocks: bool,
    /// Of what, by reference.
    pub about: String,
    /// What that is called.
    pub about_name: String,
    /// Of which part of it.
    pub part: Option<String>,
    /// What is so, in a sentence.
    pub says: String,
    /// How to mend it.
    pub mend: String,
    /// Where to mend it.
    pub place: MendPlace,
    /// The day since which it is so; none where nobody can say.
    pub since: Option<String>,
    /// The entry that made it so; none where time did.
    pub since_entry: Option<u64>,
    /// Until when it is put off, and why.
    pub put_off: Option<PutOffShown>,
}

/// Where something is mended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MendPlace {
    /// The screen.
    pub screen: MendScreen,
    /// What is opened there.
    pub about: Option<String>,
    /// The fact of a workflow.
    pub fact: Option<Fact>,
}

/// A screen on which something is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MendScreen {
    /// A workflow's page.
    Register,
    /// A matrix.
    Raci,
    /// A metric.
    Metrics,
    /// The reviews.
    Reviews,
    /// People and the roles they hold.
    People,
    /// Exceptions, stops and drills.
    Exceptions,
    /// Decisions, and the permits that came of them.
    Decisions,
    /// A policy.
    Policies,
    /// Action logs that were taken in.
    Batches,
    /// The change log, where the file is verified.
    Log,
}

/// A finding is put off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutOffShown {
    /// The day on which it comes back.
    pub until: String,
    /// Why; none once erased.
    pub reason: Option<String>,
    /// Who put it off.
    pub by: String,
    /// The entry.
    pub entry: u64,
}

/// The findings in short: how many, and what the gravest are about.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct FindingsShort {
    /// How many there are.
    pub counts: FindingCounts,
    /// What they are about, what blocks first; put off ones are left out.
    pub about: Vec<FindingsAbout>,
}

/// The findings about one thing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FindingsAbout {
    /// Its reference.
    pub about: String,
    /// What it is called.
    pub name: String,
    /// How many there are.
    pub count: u32,
    /// How many of them are of rules that block.
    pub blocking: u32,
    /// The gravest.
    pub gravest: Finding,
}

/// Puts a finding off until a day, or takes it up again with today.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PutOffFinding {
    /// The rule.
    pub rule: Rule,
    /// Of what, by reference.
    pub about: String,
    /// Of which part of it.
    pub part: Option<String>,
    /// The day on which it comes back, `2026-11-30`.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// Every rule as it is set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RulesView {
    /// In the order in which they are told.
    pub rules: Vec<RuleRow>,
    /// The entry that set them last; none while they stand as a workspace starts.
    pub since_entry: Option<u64>,
    /// The entry they stand after.
    pub as_of: u64,
}

/// A rule as it is set.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RuleRow {
    /// The rule.
    pub rule: RuleShown,
    /// Whether it is on.
    pub on: bool,
    /// Whether a decision may switch it off.
    pub may_be_off: bool,
    /// The numbers it counts with.
    pub numbers: Vec<RuleNumber>,
    /// Where exceptions go, kind by kind; of the rule that says so.
    pub routes: Vec<RouteShown>,
    /// Its findings, put off ones too.
    pub findings: u32,
}

/// Where exceptions of a kind go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RouteShown {
    /// Which kind.
    pub kind: ExceptionKind,
    /// The roles that are asked; the first leads.
    pub roles: Vec<RoleNamed>,
}

/// A number that a rule counts with.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RuleNumber {
    /// Its identifier.
    pub number: Number,
    /// What it counts.
    pub words: String,
    /// As it is set.
    pub value: u32,
    /// As a workspace starts.
    pub usual: u32,
    /// The least it may be.
    pub least: u32,
    /// The most it may be.
    pub most: u32,
    /// Whether a higher one lets more through.
    pub higher_is_looser: bool,
}

/// What the rules say of one workflow.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkflowRules {
    /// What does not hold of it as it stands.
    pub findings: Vec<Finding>,
    /// What keeps it from being launched; empty where nothing does.
    pub to_launch: Vec<Finding>,
    /// Rules that a launch asks.
    pub asked: u32,
    /// What it has earned towards its next tier; none where there is none.
    pub earned: Option<Earned>,
}

fn shown(rule: Rule) -> RuleShown {
    RuleShown {
        rule,
        group: rule.group(),
        blocks: blocks(rule),
        sentence: rule.sentence().to_owned(),
        why: rule.why().to_owned(),
        mend: rule.mend().to_owned(),
    }
}

fn blocks(rule: Rule) -> bool {
    rule.strength() == domain::rule::Strength::Blocks
}

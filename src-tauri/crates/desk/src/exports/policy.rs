//! A version of a policy as a document: its text, what it says otherwise than the version before, and
//! who has put their name to it.

use std::collections::{BTreeMap, BTreeSet};

use domain::PolicyRef;
use report::policy::{self as paper, Model, Section, State};
use serde::{Deserialize, Serialize};
use store::View;
use store::tables::attestation::Attestation;
use ts_rs::TS;

use super::frame::{About, IN_FULL, day, frame};
use super::leave;
use super::preparer::Preparer;
use crate::decisions::Difference;
use crate::erased::or_erased;
use crate::files::{Grant, Purpose, Written};
use crate::people::Names;
use crate::policies::{
    AskState, PolicyAdoption, PolicyPage, PolicyPerson, PolicyQuery, PolicyRow, PolicyVersion,
    again, otherwise, whom_of,
};
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// Saves a version of a policy as PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportPolicy {
    /// Which policy.
    pub policy: String,
    /// Which version; when absent, the one in force, the one that was last, or the last one written.
    pub version: Option<u32>,
    /// Where it goes.
    pub grant: Grant,
}

impl Desk {
    /// See the list of operations.
    pub fn export_policy(&mut self, request: ExportPolicy) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let page = self.policy(PolicyQuery { policy: request.policy })?;
        let (bytes, as_of) = (self.policy_pages(&page, request.version, &preparer)?, page.as_of);
        let mut export = super::export("policy", "pdf", as_of, None, &bytes);
        export.policy = Some(page.row.policy.parse()?);
        leave(self, &path, &bytes, export)
    }

    /// A version of a policy as PDF, as the desk shows it.
    pub(super) fn policy_pages(
        &self,
        page: &PolicyPage,
        version: Option<u32>,
        preparer: &Preparer,
    ) -> Result<Vec<u8>, Problem> {
        let number = version.unwrap_or(binding(page));
        let told = page.versions.iter().find(|one| one.version == number);
        let unknown = || {
            let says = format!("{} has no version {number}.", page.row.policy);
            Problem::new("bad-request", says)
        };
        let model = model(self.open()?, page, told.ok_or_else(unknown)?, preparer)?;
        Ok(paper::pdf(&model)?.bytes)
    }
}

/// The version in force, or the one that was last; the last one written where none ever was.
fn binding(page: &PolicyPage) -> u32 {
    let retired = page.row.retired.as_ref().map(|retired| retired.version);
    page.row.in_force.or(retired).unwrap_or(page.row.versions)
}

fn model(
    open: &Open,
    page: &PolicyPage,
    told: &PolicyVersion,
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let (reference, version) = (page.row.policy.clone(), told.version);
    let policy: PolicyRef = reference.parse()?;
    let before =
        open.view().exports()?.into_iter().filter(|made| made.export.policy == Some(policy));
    let about = About {
        report: "Policy",
        period: format!("{reference}: version {version}"),
        as_of: page.as_of,
        before: before.count(),
    };
    let people = people(open, page, told)?;
    let (against, differences) = differences(&open.view(), policy, version)?.unzip();
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        title: or_erased(told.title.as_ref()),
        about: format!(
            "{reference}, {}. Version {version} of {}, written by {} on {}, entry {}.",
            told.kind.words().to_lowercase(),
            page.row.versions,
            report::isolate(&told.by_name),
            day(&told.at, IN_FULL),
            report::grouped(told.entry)
        ),
        state: state(page, told),
        facts: facts(page, told),
        sections: told
            .sections
            .iter()
            .map(|one| Section {
                heading: or_erased(one.heading.as_ref()),
                body: or_erased(one.body.as_ref()),
            })
            .collect(),
        against: against.map(|earlier| format!("against version {earlier}")),
        differences: differences.unwrap_or_default(),
        attested: counted(page, told, &people),
        asks: asks(told, page.attest_days),
        people,
        subject: told.hash.clone(),
        reference,
    })
}

fn state(page: &PolicyPage, told: &PolicyVersion) -> State {
    let retired = page.row.retired.as_ref().map(|retired| retired.version);
    let proposed = page.row.proposed.as_ref().and_then(|proposed| proposed.version);
    if told.in_force {
        State::InForce
    } else if retired == Some(told.version) {
        State::Retired
    } else if proposed == Some(told.version) {
        State::Proposed
    } else if told.adopted.is_empty() {
        State::Draft
    } else {
        State::Replaced
    }
}

/// The first of the adoptions that followed each other up to `last` without a break.
fn first_of_run<'a>(adopted: &'a [PolicyAdoption], last: &'a PolicyAdoption) -> &'a PolicyAdoption {
    let earlier = adopted.iter().rev().skip_while(|one| one.entry != last.entry).skip(1);
    earlier
        .fold((last, true), |(first, unbroken), one| {
            match unbroken && one.until.as_ref() == Some(&first.at) {
                true => (one, true),
                false => (first, false),
            }
        })
        .0
}

/// Since when it is in force and by which decision; until when it was.
fn facts(page: &PolicyPage, told: &PolicyVersion) -> Vec<(String, String)> {
    let date = |at: &String| day(at, "%Y-%m-%d");
    let by = |decision: &Option<String>| decision.clone().unwrap_or_else(|| "–".to_owned());
    let mut facts = vec![("Version", format!("{} of {}", told.version, page.row.versions))];
    if let Some(adopted) = told.adopted.last() {
        facts.push(("Adopted by", by(&adopted.decision)));
        let first = first_of_run(&told.adopted, adopted);
        match &adopted.until {
            None => facts.push(("In force since", date(&first.at))),
            Some(until) => {
                facts.push(("In force from", date(&first.at)));
                facts.push(("In force until", date(until)));
            }
        }
        if first.entry != adopted.entry {
            facts.push(("Last adopted", date(&adopted.at)));
        }
    }
    let proposed = page.row.proposed.as_ref().filter(|one| one.version == Some(told.version));
    facts.extend(proposed.map(|proposed| ("Proposed by", proposed.decision.clone())));
    if let Some(retired) = page.row.retired.as_ref().filter(|one| one.version == told.version) {
        facts.push(("Retired by", by(&retired.decision)));
    }
    if told.in_force {
        facts.push(("Attested", format!("{} of {}", page.row.attested, page.row.asked)));
        facts.extend((page.row.late > 0).then(|| ("Late", page.row.late.to_string())));
    }
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}

/// What a version says otherwise than the one before, and which that is; none of the first one.
fn differences(
    view: &View<'_>,
    policy: PolicyRef,
    version: u32,
) -> Result<Option<(u32, Vec<paper::Difference>)>, Problem> {
    let versions = view.versions_of(policy)?;
    let before = versions.iter().find(|one| one.version + 1 == version);
    let told = versions.iter().find(|one| one.version == version);
    let Some((before, told)) = before.zip(told) else { return Ok(None) };
    let all = otherwise(&before.terms, &told.terms, &Names::of(view)?).into_iter();
    let all = all.map(|Difference { field, before, after, .. }| paper::Difference {
        field,
        before,
        after,
    });
    Ok(Some((before.version, all.collect())))
}

/// Those whom it asks, and whoever else has attested it while it was in force.
fn people(
    open: &Open,
    page: &PolicyPage,
    told: &PolicyVersion,
) -> Result<Vec<paper::Person>, Problem> {
    let asked: &[PolicyPerson] = if told.in_force { &page.people } else { &[] };
    let mut people: Vec<paper::Person> = asked.iter().map(person).collect();
    let view = open.view();
    let (names, zone) = (Names::of(&view)?, settings(&view)?.zone);
    let mut signed: BTreeMap<_, Attestation> = BTreeMap::new();
    let attested = view.attestations_of(page.row.policy.parse()?)?;
    for one in attested.into_iter().filter(|one| one.version == told.version) {
        signed.insert(one.person, one);
    }
    let listed: BTreeSet<&str> = asked.iter().map(|one| one.person.as_str()).collect();
    let others = signed.values().filter(|one| !listed.contains(&*one.person.to_string()));
    people.extend(others.map(|one| paper::Person {
        name: names.person(one.person),
        roles: if told.in_force { "is asked no longer".to_owned() } else { String::new() },
        attested: true,
        late: false,
        when: day(&crate::when::local(one.signed, zone), "%Y-%m-%d"),
        entry: Some(one.entry),
    }));
    Ok(people)
}

fn person(one: &PolicyPerson) -> paper::Person {
    let until = one.ask.until.clone().unwrap_or_default();
    paper::Person {
        name: one.name.clone(),
        roles: one.roles.join(", "),
        attested: one.ask.state == AskState::Attested,
        late: one.ask.state == AskState::Late,
        when: match one.ask.state {
            AskState::Attested => one.ask.on.clone().unwrap_or_default(),
            AskState::Waits => format!("due {until}"),
            AskState::Late => format!("was due {until}"),
        },
        entry: one.entry,
    }
}

/// "20 of 21; 1 is late" of the version in force; "20 attested" of one that asks nobody any more, for
/// whom it asked then is not told.
fn counted(page: &PolicyPage, told: &PolicyVersion, people: &[paper::Person]) -> String {
    let PolicyRow { asked, attested, late, .. } = page.row;
    if !told.in_force {
        return if people.is_empty() {
            String::new()
        } else {
            format!("{} attested", people.len())
        };
    }
    match (asked, late) {
        (0, _) => String::new(),
        (asked, 0) => format!("{attested} of {asked}"),
        (asked, 1) => format!("{attested} of {asked}; 1 is late"),
        (asked, late) => format!("{attested} of {asked}; {late} are late"),
    }
}

fn asks(told: &PolicyVersion, days: u32) -> String {
    let whom = match told.roles.is_empty() {
        true => "everybody".to_owned(),
        false => whom_of(&told.roles),
    };
    format!(
        "Asked of {whom}. {}. Whoever is asked has {} for it.",
        again(told.again_days),
        report::counted(days as usize, "day", "days")
    )
}

//! One policy, whole: every version of its text, and everybody whom the one in force asks.

use domain::policy::Asked;
use store::View;
use store::tables::attestation::Attestation;
use store::tables::policy::Version;

use super::asks::{named, shown};
use super::list::Seen;
use super::stand::decided_by;
use super::{
    PolicyAdoption, PolicyPage, PolicyPerson, PolicyQuery, PolicyVersion, SectionShown, versions,
};
use crate::decisions::subject_of;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn policy(&mut self, request: PolicyQuery) -> Result<PolicyPage, Problem> {
        let now = self.moment();
        let open = self.open()?;
        let (view, me) = (open.view(), open.at_desk.person());
        let policy = request.policy.parse()?;
        let (versions, seen) = (versions(&view, policy)?, Seen::of(&view, me, now)?);
        let row = seen.row(&versions).ok_or_else(|| Problem::internal("no version"))?;
        let adoptions = adoptions(&view, &seen, &versions)?;
        let in_force = row.in_force;
        let mut told = Vec::new();
        for version in versions.iter().rev() {
            let adopted = adoptions.iter().filter(|(number, _)| *number == version.version);
            told.push(PolicyVersion {
                adopted: adopted.map(|(_, adopted)| adopted.clone()).collect(),
                in_force: Some(version.version) == in_force,
                ..shown_version(&view, &seen, version)?
            });
        }
        let attested = view.attestations_of(policy)?;
        let since = seen.in_force.iter().find(|one| one.policy == policy);
        let mut people: Vec<PolicyPerson> = seen
            .everybody(policy)
            .into_iter()
            .map(|(person, asked)| {
                let theirs = attested.iter().rfind(|one| {
                    one.person == person && since.is_some_and(|s| s.version == one.version)
                });
                row_of(&seen, person, asked, theirs)
            })
            .collect();
        people.sort_by(|one, other| {
            let order = |row: &PolicyPerson| (row.ask.state, row.ask.until.clone());
            (order(one), &one.name).cmp(&(order(other), &other.name))
        });
        Ok(PolicyPage {
            row,
            versions: told,
            people,
            may_write: seen.may_write(),
            roles: seen.roles(),
            attest_days: seen.days,
            as_of: open.last()?,
        })
    }
}

fn row_of(
    seen: &Seen,
    person: domain::PersonRef,
    asked: Asked,
    theirs: Option<&Attestation>,
) -> PolicyPerson {
    let counts = matches!(asked, Asked::Attested { .. });
    PolicyPerson {
        person: person.to_string(),
        name: seen.names.person(person),
        roles: seen.standing.roles_of(person).map(|role| seen.names.role(role)).collect(),
        ask: shown(asked, seen.today()),
        entry: theirs.filter(|_| counts).map(|one| one.entry),
    }
}

fn shown_version(
    view: &View<'_>,
    seen: &Seen,
    version: &Version,
) -> Result<PolicyVersion, Problem> {
    let words = |text: &domain::Text| text.words().map(str::to_owned);
    let terms = &version.terms;
    Ok(PolicyVersion {
        version: version.version,
        at: crate::when::local(version.at, seen.zone),
        by_name: seen.names.actor(version.by),
        entry: version.entry,
        hash: subject_of(view, version.entry)?.hash,
        title: words(&terms.title),
        kind: terms.kind,
        sections: terms
            .sections
            .iter()
            .map(|one| SectionShown { heading: words(&one.heading), body: words(&one.body) })
            .collect(),
        roles: named(&terms.roles, &seen.names),
        again_days: terms.again_days,
        adopted: Vec::new(),
        in_force: false,
    })
}

/// Each adoption with the version it put in force.
fn adoptions(
    view: &View<'_>,
    seen: &Seen,
    versions: &[Version],
) -> Result<Vec<(u32, PolicyAdoption)>, Problem> {
    let Some(policy) = versions.first().map(|version| version.policy) else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for one in view.adoptions_of(policy)? {
        let decision = decided_by(view, one.entry)?;
        let at = crate::when::local(one.at, seen.zone);
        let until = one.until.map(|until| crate::when::local(until, seen.zone));
        all.push((one.version, PolicyAdoption { decision, at, until, entry: one.entry }));
    }
    Ok(all)
}

//! Who attested which version of which policy when, as a table: a line for each attestation there
//! ever was, and one for each that is waited for.

use domain::PolicyRef;
use report::csv::{self, Reader, Table};
use store::tables::attestation::Attestation;

use super::leave;
use crate::erased::ERASED;
use crate::files::{Purpose, Written};
use crate::operations::Nothing;
use crate::people::Names;
use crate::policies::{AskState, ExportPolicies, PolicyPage, PolicyPerson, PolicyQuery};
use crate::workspace::settings;
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_policies(&mut self, request: ExportPolicies) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        self.preparer()?;
        let as_of = self.open()?.last()?;
        let bytes = csv::write(&self.attestations_table()?, Reader::Spreadsheet)?;
        let export = super::export("policies", "csv", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }

    /// Who attested which version of which policy, and who has not.
    pub(super) fn attestations_table(&mut self) -> Result<Table, Problem> {
        let mut rows = Vec::new();
        for row in self.policies(Nothing {})?.rows {
            let page = self.policy(PolicyQuery { policy: row.policy })?;
            rows.extend(self.attested_lines(&page)?);
            rows.extend(waiting(&page));
        }
        Ok(Table { heads: HEADS.map(str::to_owned).to_vec(), rows })
    }

    /// Every attestation of a policy there ever was.
    fn attested_lines(&self, page: &PolicyPage) -> Result<Vec<Vec<String>>, Problem> {
        let view = self.open()?.view();
        let (names, zone) = (Names::of(&view)?, settings(&view)?.zone);
        let policy: PolicyRef = page.row.policy.parse()?;
        let line = |one: &Attestation| {
            let own = [
                one.person.to_string(),
                names.person(one.person),
                "attested".to_owned(),
                crate::when::local(one.signed, zone),
                String::new(),
                one.entry.to_string(),
            ];
            line(page, one.version, own)
        };
        Ok(view.attestations_of(policy)?.iter().map(line).collect())
    }
}

const HEADS: [&str; 11] = [
    "Policy", "Title", "Sort", "Version", "In force", "Person", "Name", "State", "Signed", "Due",
    "Entry",
];

/// Those whom the version in force waits for.
fn waiting(page: &PolicyPage) -> Vec<Vec<String>> {
    let Some(version) = page.row.in_force else { return Vec::new() };
    let state = |state| match state {
        AskState::Late => Some("late"),
        AskState::Waits => Some("asked"),
        AskState::Attested => None,
    };
    let of = |one: &PolicyPerson| {
        let due = one.ask.until.clone().unwrap_or_default();
        let (person, name) = (one.person.clone(), one.name.clone());
        let state = state(one.ask.state)?.to_owned();
        Some(line(page, version, [person, name, state, String::new(), due, String::new()]))
    };
    page.people.iter().filter_map(of).collect()
}

/// A line: what it is of, then what it says of one person.
fn line(page: &PolicyPage, version: u32, own: [String; 6]) -> Vec<String> {
    let told = page.versions.iter().find(|one| one.version == version);
    let in_force = if page.row.in_force == Some(version) { "yes" } else { "no" };
    let title = told.and_then(|one| one.title.clone());
    let of = [
        page.row.policy.clone(),
        title.unwrap_or_else(|| ERASED.to_owned()),
        page.row.kind_words.clone(),
        version.to_string(),
        in_force.to_owned(),
    ];
    of.into_iter().chain(own).collect()
}

//! What lint found, in words.

use domain::people::Standing;
use domain::raci::lint::{Governed, Mark, Rule};
use domain::raci::{Matrix, Row};
use domain::rule::{self, Strength};
use domain::{PersonRef, RoleId, Text};

use super::RaciMark;
use crate::erased::ERASED;
use crate::people::Names;

/// Knows the names that a mark's sentence needs.
pub(crate) struct Sayer<'a> {
    pub matrix: &'a Matrix,
    pub standing: &'a Standing,
    pub names: &'a Names,
    pub workflows: &'a [Governed],
}

impl Sayer<'_> {
    /// The mark with its words.
    pub fn say(&self, mark: &Mark) -> RaciMark {
        let (title, says) = match mark.rule {
            Rule::OneAccountable => self.one_accountable(mark),
            Rule::OneResponsible => (
                "Nobody is Responsible".to_owned(),
                format!("No role does {}.", self.activity(mark)),
            ),
            Rule::AccountableNamed => self.accountable_named(mark),
            Rule::RoleHeld => self.role_held(mark),
            Rule::NotTooMuch => self.not_too_much(mark),
            Rule::ApproverApart => self.approver_apart(mark),
            Rule::WorkflowCovered => self.workflow_covered(mark),
        };
        RaciMark {
            rule: mark.rule.id().to_owned(),
            blocks: mark.rule.strength() == Strength::Blocks,
            breaks: self.breaks(mark),
            title,
            says,
            why: mark.rule.why().to_owned(),
            mend: mark.rule.mend().to_owned(),
            rows: mark.rows.iter().filter_map(|place| u32::try_from(*place).ok()).collect(),
            roles: mark.roles.iter().map(ToString::to_string).collect(),
            workflows: mark.workflows.iter().map(ToString::to_string).collect(),
        }
    }

    /// As findings have it, by [`rule::Rule::RequesterApart`]: they ask it of what runs.
    fn breaks(&self, mark: &Mark) -> bool {
        let runs = |one: &Governed| one.live && mark.workflows.contains(&one.workflow);
        mark.rule == Rule::ApproverApart
            && rule::Rule::RequesterApart.strength() == Strength::Blocks
            && self.workflows.iter().any(runs)
    }

    fn one_accountable(&self, mark: &Mark) -> (String, String) {
        let activity = self.activity(mark);
        if mark.roles.is_empty() {
            return (
                "Nobody is Accountable".to_owned(),
                format!("No role answers for {activity}."),
            );
        }
        (
            format!("{} are Accountable", number(mark.roles.len(), true)),
            format!("{activity} names {}.", self.roles(&mark.roles, "and")),
        )
    }

    fn accountable_named(&self, mark: &Mark) -> (String, String) {
        let (role, activity) = (self.roles(&mark.roles, "and"), self.activity(mark));
        match mark.person {
            Some(person) => {
                let person = self.names.person(person);
                (
                    format!("{person} does not hold {role}"),
                    format!("{activity} names {person}; {}.", self.holders(mark)),
                )
            }
            None => (
                "One person must be named".to_owned(),
                format!("{activity}: {} {role}.", self.holding(mark)),
            ),
        }
    }

    fn role_held(&self, mark: &Mark) -> (String, String) {
        let role = self.roles(&mark.roles, "and");
        let parts = |wanted: &dyn Fn(&Row) -> bool| -> Vec<String> {
            mark.rows
                .iter()
                .filter_map(|place| self.matrix.rows.get(*place))
                .filter(|row| wanted(row))
                .map(activity)
                .collect()
        };
        let letters = |row: &Row| mark.roles.first().map(|role| row.letters(role));
        let responsible = parts(&|row| letters(row).is_some_and(|l| l.responsible));
        let accountable = parts(&|row| letters(row).is_some_and(|l| l.accountable));
        let mut said = Vec::new();
        if !responsible.is_empty() {
            said.push(format!("Responsible for {}", some_of(&responsible, "and")));
        }
        if !accountable.is_empty() {
            said.push(format!("Accountable for {}", some_of(&accountable, "and")));
        }
        if said.is_empty() {
            said.push(format!("Consulted or informed about {}", some_of(&parts(&|_| true), "and")));
        }
        (format!("{role} is vacant"), format!("{}.", said.join("; ")))
    }

    fn not_too_much(&self, mark: &Mark) -> (String, String) {
        let person = mark.person.map(|person| self.names.person(person)).unwrap_or_default();
        let roles: Vec<String> =
            mark.roles.iter().map(|role| format!("as {}", self.names.role(role))).collect();
        (
            format!("{person} carries {}", number(mark.rows.len(), false)),
            format!(
                "Accountable {} for {} of {}; {} are the most.",
                some_of(&roles, "and"),
                mark.rows.len(),
                self.matrix.rows.len(),
                self.matrix.at_most()
            ),
        )
    }

    fn approver_apart(&self, mark: &Mark) -> (String, String) {
        let person = mark.person.map(|person| self.names.person(person)).unwrap_or_default();
        let activity = self.activity(mark);
        match mark.workflows.first() {
            Some(workflow) => (
                format!("{person} approves {workflow} alone, and owns it"),
                format!(
                    "Under {activity}: the owner alone holds {}.",
                    self.roles(&mark.roles, "and")
                ),
            ),
            None => (
                format!("{person} asks and approves"),
                format!("{activity}: one person holds {}.", self.roles(&mark.roles, "and")),
            ),
        }
    }

    fn workflow_covered(&self, mark: &Mark) -> (String, String) {
        let workflows: Vec<String> = mark.workflows.iter().map(ToString::to_string).collect();
        let title = match workflows.len() {
            1 => "One workflow is under no row".to_owned(),
            many => format!("{} workflows are under no row", number(many, true)),
        };
        (title, format!("{}.", some_of(&workflows, "and")))
    }

    fn activity(&self, mark: &Mark) -> String {
        let row = mark.rows.first().and_then(|place| self.matrix.rows.get(*place));
        row.map(activity).unwrap_or_default()
    }

    fn roles(&self, roles: &[RoleId], word: &str) -> String {
        let names: Vec<String> = roles.iter().map(|role| self.names.role(role)).collect();
        all_of(&names, word)
    }

    fn people(&self, mark: &Mark) -> Vec<PersonRef> {
        let people = self.standing.people.iter().copied();
        people
            .filter(|person| mark.roles.iter().any(|role| self.standing.holds(*person, role)))
            .collect()
    }

    fn holding(&self, mark: &Mark) -> String {
        let people: Vec<String> =
            self.people(mark).into_iter().map(|person| self.names.person(person)).collect();
        let verb = if people.len() == 1 { "holds" } else { "hold" };
        format!("{} {verb}", some_of(&people, "and"))
    }

    fn holders(&self, mark: &Mark) -> String {
        if self.people(mark).is_empty() {
            "nobody holds the role".to_owned()
        } else {
            format!("{} it", self.holding(mark))
        }
    }
}

fn activity(row: &Row) -> String {
    match row.activity.words().map(str::trim) {
        Some("") => "An activity without a name".to_owned(),
        Some(words) => words.to_owned(),
        None => Text::words(&row.activity).unwrap_or(ERASED).to_owned(),
    }
}

/// How many names a sentence lists before it only counts.
const LISTED: usize = 3;

fn some_of(names: &[String], word: &str) -> String {
    if names.len() <= LISTED + 1 {
        return all_of(names, word);
    }
    let listed: Vec<String> = names.iter().take(LISTED).cloned().collect();
    format!("{} {word} {} more", listed.join(", "), names.len() - LISTED)
}

fn all_of(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {word} {last}", most.join(", ")),
    }
}

/// Small numbers as words.
fn number(count: usize, capital: bool) -> String {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    match count.checked_sub(2).and_then(|place| words.get(place)) {
        Some(word) if capital => crate::problem::sentence(word).trim_end_matches('.').to_owned(),
        Some(word) => (*word).to_owned(),
        None => count.to_string(),
    }
}

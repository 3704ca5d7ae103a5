//! Findings open at the quarter's end, and who answers for what.

use report::audit::{Line, Part, Section, State};
use report::counted;

use super::super::quarter::{Stood, Whole};
use super::table::{group, key, part, points, row, share, state, words};
use crate::erased::ERASED;
use crate::findings::Finding;
use crate::raci::{RaciMatrix, RaciView};

pub(super) fn section(stood: &Stood) -> Section {
    let counts = stood.findings.counts;
    let mut lines = Vec::new();
    for found in &stood.findings.groups {
        lines.push(group(&found.rule.sentence, found.findings.len()));
        lines.extend(found.findings.iter().map(finding));
    }
    let columns = vec![
        points("About", 90),
        share("What is so", 10),
        points("Since", 58),
        points("Rule", 54),
        share("Put off", 5),
    ];
    let empty = "No rule is broken.";
    Section {
        title: "Findings open".to_owned(),
        holds: report::grouped(counts.all.into()),
        lead: format!(
            "{} open, {} of rules that block, {} put off. {} of {} rules are on.",
            counted(counts.all as usize, "finding is", "findings are"),
            counts.blocking,
            counts.put_off,
            stood.findings.rules_on,
            stood.findings.rules
        ),
        parts: vec![part("By rule", columns, lines, empty)],
    }
}

fn finding(one: &Finding) -> Line {
    let blocks = match one.blocks {
        true => state(State::Breach, "Blocks"),
        false => state(State::Attention, "Warns"),
    };
    let put_off = one.put_off.as_ref().map(|put| format!("until {}", put.until));
    row(vec![
        key(&one.about),
        words(&one.says),
        words(one.since.clone().unwrap_or_default()),
        blocks,
        words(put_off.unwrap_or_default()),
    ])
}

/// Who is accountable and who else has a part, activity by activity.
pub(super) fn raci(whole: &Whole) -> Section {
    let in_force: Vec<&RaciMatrix> =
        whole.raci.matrices.iter().filter(|matrix| matrix.in_force.is_some()).collect();
    let activities: usize =
        in_force.iter().flat_map(|matrix| &matrix.in_force).map(|terms| terms.rows.len()).sum();
    let mut parts: Vec<Part> =
        in_force.iter().filter_map(|matrix| self::matrix(matrix, &whole.raci)).collect();
    if parts.is_empty() {
        parts.push(part("RACI", columns(), Vec::new(), "No matrix is in force."));
    }
    Section {
        title: "RACI".to_owned(),
        holds: counted(activities, "activity", "activities"),
        lead: format!(
            "{} in {} in force.",
            counted(activities, "activity", "activities"),
            counted(in_force.len(), "matrix", "matrices")
        ),
        parts,
    }
}

fn columns() -> Vec<report::audit::Column> {
    vec![
        share("Activity", 8),
        share("Accountable", 6),
        share("Responsible", 6),
        share("Consulted", 6),
        share("Informed", 5),
    ]
}

fn matrix(matrix: &RaciMatrix, view: &RaciView) -> Option<Part> {
    let terms = matrix.in_force.as_ref()?;
    let lines = terms.rows.iter().map(|activity| {
        let with = |letter: char| {
            let roles = terms.roles.iter().filter(|role| {
                activity.cells.get(*role).is_some_and(|letters| letters.contains(letter))
            });
            let named = activity.accountable.as_deref();
            let told = roles.map(|role| match letter {
                'A' => answers(view, role, named),
                _ => name(view, role),
            });
            told.collect::<Vec<_>>().join(", ")
        };
        let named = activity.activity.trim();
        let named = if named.is_empty() { ERASED } else { named };
        row(vec![
            key(named),
            words(with('A')),
            words(with('R')),
            words(with('C')),
            words(with('I')),
        ])
    });
    let name = if terms.name.is_empty() { ERASED } else { &terms.name };
    Some(part(name, columns(), lines.collect(), "It has no activity."))
}

/// A role's name.
fn name(view: &RaciView, role: &str) -> String {
    let known = view.roles.iter().find(|known| known.role == role);
    known.map_or_else(|| role.to_owned(), |known| known.name.clone())
}

/// A role that answers for something, with whoever of its holders is named to; with all of them where
/// nobody is.
fn answers(view: &RaciView, role: &str, named: Option<&str>) -> String {
    let known = view.roles.iter().find(|known| known.role == role);
    let held = known.map(|known| known.people.as_slice()).unwrap_or_default();
    let one = held.iter().find(|one| named == Some(one.person.as_str()));
    let people: Vec<&str> = match one {
        Some(one) => vec![one.name.as_str()],
        None => held.iter().map(|one| one.name.as_str()).collect(),
    };
    match people.is_empty() {
        true => format!("{}, held by nobody", name(view, role)),
        false => format!("{} ({})", name(view, role), people.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raci::{RaciPerson, RaciRole};

    #[test]
    fn of_several_who_hold_a_role_the_one_that_is_named_answers() {
        let person = |person: &str, name: &str| RaciPerson {
            person: person.to_owned(),
            name: name.to_owned(),
        };
        let view = RaciView {
            matrices: Vec::new(),
            roles: vec![RaciRole {
                role: "security".to_owned(),
                name: "Security".to_owned(),
                people: vec![person("PER-0003", "Rafael"), person("PER-0004", "Mei")],
            }],
            may_edit: false,
            as_of: 1,
        };
        assert_eq!(answers(&view, "security", Some("PER-0004")), "Security (Mei)");
        assert_eq!(answers(&view, "security", None), "Security (Rafael, Mei)", "nobody is named");
    }
}

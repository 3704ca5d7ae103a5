//! Policies and who attested them, and what evidence there is for each requirement.

use domain::framework::Coverage;
use report::audit::{Column, Line, Part, Section, State};
use report::counted;

use super::super::coverage::{WITH_YEAR, lacks};
use super::super::frame::day;
use super::super::quarter::{Stood, Whole};
use super::table::{figure, group, key, of_record, part, points, row, share, state, words};
use crate::erased::or_erased;
use crate::frameworks::{FrameworkCoverage, RequirementRow};
use crate::policies::PolicyRow;

pub(super) fn section(stood: &Stood) -> Section {
    let rows = &stood.policies;
    let in_force = rows.iter().filter(|row| row.in_force.is_some()).count();
    let late: u32 = rows.iter().map(|row| row.late).sum();
    let columns = vec![
        points("Policy", 50),
        share("Title", 6),
        share("Sort", 4),
        points("In force", 60),
        points("Since", 62),
        Column::figures("Asked", 40),
        Column::figures("Attested", 48),
        Column::figures("Late", 36),
    ];
    let lines = rows.iter().map(policy).collect();
    Section {
        title: "Policies and attestations".to_owned(),
        holds: counted(rows.len(), "policy", "policies"),
        lead: format!(
            "{} written, {in_force} in force; {late} attestations are late.",
            counted(rows.len(), "policy is", "policies are")
        ),
        parts: vec![part("Policies", columns, lines, "No policy is written.")],
    }
}

fn policy(row: &PolicyRow) -> Line {
    let in_force = match (row.in_force, &row.proposed, &row.retired) {
        (Some(version), ..) => state(State::Live, format!("Version {version}")),
        (None, Some(proposed), _) => state(State::Waiting, format!("In {}", proposed.decision)),
        (None, None, Some(_)) => state(State::NotAsked, "Retired"),
        (None, None, None) => state(State::New, "Draft"),
    };
    let since = row.since.as_ref().and_then(|since| since.get(..10)).unwrap_or_default();
    of_record(
        &row.policy,
        vec![
            key(&row.policy),
            words(or_erased(row.title.as_ref())),
            words(&row.kind_words),
            in_force,
            words(since),
            figure(row.asked.into()),
            figure(row.attested.into()),
            figure(row.late.into()),
        ],
    )
}

/// Each requirement with its evidence, and never a share: evidence that exists says nothing of how
/// good it is.
pub(super) fn coverage(whole: &Whole) -> Section {
    let frameworks = &whole.coverage.frameworks;
    Section {
        title: "Framework coverage".to_owned(),
        holds: counted(frameworks.len(), "framework", "frameworks"),
        lead: "What evidence the record holds for each requirement, gaps first; of how good it is this \
               says nothing."
            .to_owned(),
        parts: frameworks.iter().map(framework).collect(),
    }
}

fn framework(one: &FrameworkCoverage) -> Part {
    let mut lines = Vec::new();
    for coverage in Coverage::ALL {
        let rows: Vec<&RequirementRow> =
            one.requirements.iter().filter(|row| row.coverage == coverage).collect();
        if !rows.is_empty() {
            lines.push(group(coverage.words(), rows.len()));
            lines.extend(rows.into_iter().map(requirement));
        }
    }
    let columns = vec![
        points("Requirement", 82),
        share("What it is about", 5),
        Column::figures("In the quarter", 66),
        Column::figures("Earlier", 44),
        share("Newest, or what would show it", 7),
    ];
    let mut part = part(&one.name, columns, lines, "It has no requirement here.");
    part.note.clone_from(&one.says);
    part
}

fn requirement(one: &RequirementRow) -> Line {
    let (mark, shown) = match (one.coverage, &one.newest, &one.out) {
        (Coverage::OutOfScope, _, out) => {
            let why = out.as_ref().map(|out| or_erased(out.why.as_ref()));
            (State::NotAsked, why.unwrap_or_default())
        }
        (Coverage::None, ..) => {
            let shown = format!("Would be shown by: {}", one.sources.join("; "));
            let missing = lacks(one);
            let missing = (!missing.is_empty()).then(|| format!(". Missing: {missing}"));
            (State::New, shown + &missing.unwrap_or_default())
        }
        (Coverage::Earlier | Coverage::InPeriod, newest, _) => {
            let mark =
                if one.coverage == Coverage::InPeriod { State::Fine } else { State::Attention };
            let newest = newest.as_ref().map(|newest| {
                let name = newest.reference.as_ref().or(newest.name.as_ref());
                let day = newest.at.as_ref().map(|at| format!(", {}", day(at, WITH_YEAR)));
                format!("{}{}", or_erased(name), day.unwrap_or_default())
            });
            (mark, newest.unwrap_or_default())
        }
    };
    row(vec![
        key(&one.called),
        words(&one.title),
        figure(one.inside.into()),
        figure(one.earlier.into()),
        state(mark, shown),
    ])
}

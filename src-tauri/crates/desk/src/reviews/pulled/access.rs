//! Who came, who left, whose roles changed, and the marks of the RACI matrices.

use std::collections::{BTreeMap, BTreeSet};

use domain::metric::derived::Stretch;
use domain::rule::Group;
use domain::{Moment, PersonRef, RoleId};
use store::{AsOf, View};

use super::PulledMark;
use super::findings::row as finding;
use super::table::{Row, Table};
use crate::findings::FindingsQuery;
use crate::people::{Names, standing};
use crate::{Desk, Problem};

type Held = BTreeMap<PersonRef, BTreeSet<RoleId>>;

pub(super) fn table(desk: &mut Desk, stretch: Stretch) -> Result<Table, Problem> {
    let now = desk.moment();
    let open = desk.open()?;
    let view = open.view();
    let begun = crate::when::just_before(stretch.from);
    let before = match view.seq_at(begun)? {
        Some(seq) => held(&open.store.as_of(AsOf::Seq(seq)), begun)?,
        None => Held::new(),
    };
    let after = held(&view, now)?;
    let names = Names::of(&view)?;
    let of = |all: &Held, person| all.get(&person).cloned().unwrap_or_default();
    let everybody: BTreeSet<PersonRef> = before.keys().chain(after.keys()).copied().collect();
    let (mut rows, mut came, mut left, mut moved) = (Vec::new(), 0, 0, 0);
    for person in everybody {
        let (was, is) = (of(&before, person), of(&after, person));
        let listed = |roles: &mut dyn Iterator<Item = &RoleId>| {
            roles.map(|role| names.role(role)).collect::<Vec<_>>().join(", ")
        };
        let (given, ended) = (listed(&mut is.difference(&was)), listed(&mut was.difference(&is)));
        let (word, says) = match (before.contains_key(&person), after.contains_key(&person)) {
            (false, _) => {
                came += 1;
                ("Came", given)
            }
            (true, false) => {
                left += 1;
                ("Left", ended)
            }
            (true, true) if was == is => continue,
            (true, true) => {
                moved += 1;
                ("Roles changed", changes(&given, &ended))
            }
        };
        let key = person.to_string();
        let cells = vec![names.person(person), says, String::new()];
        let (mark, word) = (PulledMark::Told, word.to_owned());
        rows.push(Row { key, leads: None, cells, mark, word, tier: None });
    }
    let found = desk.findings(FindingsQuery::default())?;
    let raci = found.groups.iter().filter(|group| group.rule.group == Group::Raci);
    let marks: Vec<Row> = raci.flat_map(|group| &group.findings).map(finding).collect();
    Ok(Table {
        columns: &["Who or what", "What is so", "Since"],
        counts: vec![
            ("pulled.access-came", came),
            ("pulled.access-left", left),
            ("pulled.access-roles", moved),
            ("pulled.access-marks", marks.len() as u64),
        ],
        rows: marks.into_iter().chain(rows).collect(),
        empty: "Nobody came or left, no role changed hands, and no matrix has a mark.",
    })
}

/// Everybody who is here, with the roles they hold on the day.
fn held(view: &View<'_>, now: Moment) -> Result<Held, Problem> {
    let standing = standing(view, now)?;
    let roles = |person| standing.roles_of(person).cloned().collect();
    Ok(standing.people.iter().map(|person| (*person, roles(*person))).collect())
}

fn changes(given: &str, ended: &str) -> String {
    match (given.is_empty(), ended.is_empty()) {
        (false, true) => format!("now {given}"),
        (true, _) => format!("no longer {ended}"),
        (false, false) => format!("now {given}; no longer {ended}"),
    }
}

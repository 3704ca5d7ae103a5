//! The operating model: owners and decision rights out of RACI, the rhythm out of the cadences,
//! whom to call out of roles.

use domain::cadence::{CadenceSet, Rhythm};
use domain::people::{Standing, acting, call_order};
use domain::raci::lint::accountable;
use domain::raci::{Matrix, Row};
use domain::{RoleId, Text};
use report::operating_model::{self as paper, Away, Call, Model, Owner, Right};
use store::AsOf;

use super::frame::{About, as_it_stands, frame, moment_of};
use super::{ExportOperatingModel, leave};
use crate::cadences::rhythm_words;
use crate::files::{Purpose, Written};
use crate::people::{Names, standing};
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// The matrix whose rows are decisions; the others hold activities.
const DECISIONS: &str = "decisions";

/// When somebody is to be called, and the role that is.
const CALLS: [(&str, &str); 8] = [
    ("AI did something wrong", "revops"),
    ("It must stop now", "revops"),
    ("Data may have leaked", "security"),
    ("A legal term or claim went out", "legal"),
    ("Mail bounces or complaints rise", "marketing-ops"),
    ("Output looks biased", "compliance"),
    ("A number fell twice", "revops"),
    ("I don’t know how to use it", "enablement-lead"),
];

const STOPPING: [&str; 4] = [
    "Find the workflow on the register: its reference, and who owns its kill switch.",
    "Call the kill-switch owner, or whoever is named above for “It must stop now”. Say why.",
    "The owner stops it in each outside system it acts in, and says so in the register.",
    "It stays stopped until a decision lets it act again.",
];

impl Desk {
    /// See the list of operations.
    pub fn export_operating_model(
        &mut self,
        request: ExportOperatingModel,
    ) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        let bytes = paper::pdf(&model(open, as_of, &preparer)?)?.bytes;
        let export = super::export("operating-model", "pdf", as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// The operating model after entry `as_of`.
fn model(open: &Open, as_of: u64, preparer: &str) -> Result<Model, Problem> {
    let then = open.store.as_of(AsOf::Seq(as_of));
    let before = then.exports()?.iter().filter(|e| e.export.what == "operating-model").count();
    let about = About { report: "Operating model", period: as_it_stands(as_of), as_of, before };
    let at = moment_of(&open.store, as_of)?;
    let (standing, names) = (standing(&then, at)?, Names::of(&then)?);
    let told = Told { names: &names, standing: &standing };
    let held = then.raci()?;
    let matrices: Vec<&Matrix> =
        held.iter().filter_map(|(_, held)| Some(&held.in_force.as_ref()?.terms)).collect();
    let rows = |decisions: bool| {
        let wanted = matrices.iter().filter(move |m| (m.matrix.as_str() == DECISIONS) == decisions);
        wanted.flat_map(|matrix| &matrix.rows)
    };
    let mut cadences = then.cadences()?;
    cadences.sort_by_key(|cadence| how_often(&cadence.rhythm));
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        owners: rows(false).map(|row| told.owner(row)).collect(),
        rhythm: cadences.iter().map(|cadence| told.rhythm(cadence)).collect(),
        rights: rows(true).map(|row| told.right(row)).collect(),
        calls: CALLS.iter().map(|(when, role)| told.call(when, &RoleId::new(*role))).collect(),
        away: told.away(),
        stopping: STOPPING.map(str::to_owned).to_vec(),
        note: told.note(settings(&then)?.zone),
    })
}

/// The most frequent first, as a week is lived.
fn how_often(rhythm: &Rhythm) -> u8 {
    match rhythm {
        Rhythm::BusinessDay | Rhythm::Day { .. } => 0,
        Rhythm::Week { .. } => 1,
        Rhythm::Month { .. } => 2,
        Rhythm::Quarter { .. } => 3,
        Rhythm::Rule { .. } => 4,
    }
}

/// Who there is, and what they are called.
struct Told<'a> {
    names: &'a Names,
    standing: &'a Standing,
}

impl Told<'_> {
    fn owner(&self, row: &Row) -> Owner {
        let person = accountable(row, self.standing).map(|person| self.names.person(person));
        Owner {
            activity: words(&row.activity),
            person: person.unwrap_or_default(),
            role: self.roles(row.accountable_roles()),
            responsible: self.roles(row.responsible_roles()),
            consulted: self.consulted(row),
        }
    }

    fn right(&self, row: &Row) -> Right {
        let person = accountable(row, self.standing).map(|person| self.names.person(person));
        Right {
            decision: words(&row.activity),
            person: person.unwrap_or_default(),
            role: self.roles(row.accountable_roles()),
            first: self.consulted(row),
        }
    }

    fn rhythm(&self, cadence: &CadenceSet) -> paper::Rhythm {
        let chair = acting(self.standing, &cadence.chair, self.standing.today);
        let rhythm = rhythm_words(&cadence.rhythm, cadence.from);
        paper::Rhythm {
            review: words(&cadence.name),
            when: format!("{rhythm}, {}", cadence.time.format("%H:%M")),
            minutes: cadence.minutes,
            chair: chair.first().map(|acting| self.names.person(acting.who)).unwrap_or_default(),
            chair_role: self.names.role(&cadence.chair),
            attends: self.attends(cadence),
        }
    }

    /// Up to three roles by name, more by their number.
    fn attends(&self, cadence: &CadenceSet) -> String {
        let who = match cadence.required.len() {
            few @ ..=3 if few > 0 => self.roles(cadence.required.iter()),
            many => format!("{many} roles"),
        };
        let signs = cadence.countersigned_by.as_ref();
        let signs = signs.map(|role| format!("; {} countersigns", self.names.role(role)));
        format!("{who}; quorum {}{}", cadence.quorum, signs.unwrap_or_default())
    }

    /// Whom to call for a role that day: its on-call order without who is away, whoever acts for
    /// it, then its deputies.
    fn call(&self, when: &str, role: &RoleId) -> Call {
        let mut order = call_order(self.standing, role, self.standing.today);
        let deputies = self.standing.cover.deputies.get(role).into_iter().flatten();
        for stint in deputies.filter(|stint| stint.covers(self.standing.today)) {
            let away = self.standing.away(stint.person, self.standing.today).is_some();
            if !away && !order.contains(&stint.person) {
                order.push(stint.person);
            }
        }
        let mut names = order.into_iter().map(|person| self.names.person(person));
        Call {
            when: when.to_owned(),
            call: names.next().unwrap_or_default(),
            role: self.names.role(role),
            next: names.collect::<Vec<_>>().join(", "),
        }
    }

    /// Who is away that day, until when, and who acts for each of their roles.
    fn away(&self) -> Vec<Away> {
        let today = self.standing.today;
        let absent = self.standing.people.iter().filter_map(|person| {
            let absence = self.standing.away(*person, today)?;
            let instead = self.standing.roles_of(*person).filter_map(|role| {
                let acting = acting(self.standing, role, today).into_iter();
                let by = acting.filter(|one| one.instead_of == Some(*person)).map(|one| one.who);
                let by: Vec<String> = by.map(|who| self.names.person(who)).collect();
                (!by.is_empty()).then(|| format!("{}: {}", self.names.role(role), by.join(", ")))
            });
            Some(Away {
                person: self.names.person(*person),
                until: match absence.to {
                    Some(last) => format!("to {}", last.format("%-d %b %Y")),
                    None => "no end is known".to_owned(),
                },
                instead: instead.collect::<Vec<_>>().join("; "),
            })
        });
        absent.collect()
    }

    fn note(&self, zone: chrono_tz::Tz) -> String {
        let day = self.standing.today.format("%-d %B %Y");
        let away = if self.away().is_empty() { " Nobody is away." } else { "" };
        format!(
            "People and roles as they stood on {day}.{away} Times are {zone}. Whoever proposes a \
             change does not approve it."
        )
    }

    fn consulted(&self, row: &Row) -> String {
        let consulted = row.cells.iter().filter(|(_, letters)| letters.consulted);
        self.roles(consulted.map(|(role, _)| role))
    }

    fn roles<'r>(&self, roles: impl Iterator<Item = &'r RoleId>) -> String {
        roles.map(|role| self.names.role(role)).collect::<Vec<_>>().join(", ")
    }
}

fn words(text: &Text) -> String {
    text.words().unwrap_or("(erased)").to_owned()
}

//! The operating model: owners out of RACI, the rhythm out of the cadences, decisions out of the
//! rights in force, whom to call out of roles.

use domain::cadence::{CadenceSet, Rhythm};
use domain::decision::{How, Right};
use domain::people::{Standing, acting, call_order};
use domain::raci::lint::accountable;
use domain::raci::{Matrix, Row};
use domain::{RoleId, Text};
use report::operating_model::{self as paper, Away, Call, Model, Owner};
use store::AsOf;

use super::frame::{About, as_it_stands, frame, moment_of};
use super::preparer::Preparer;
use super::{ExportOperatingModel, leave};
use crate::cadences::rhythm_words;
use crate::erased::or_erased;
use crate::files::{Purpose, Written};
use crate::people::{Names, standing};
use crate::workspace::{Open, settings};
use crate::{Desk, Problem};

/// The matrix whose rows are decisions. Who takes those is what the decision rights say; a second
/// list of the same could only contradict them.
const DECISIONS: &str = "decisions";

/// What one may do without a decision: it makes nothing freer.
const ALONE: [(&str, &str); 3] = [
    ("Stop a workflow", "Anyone, alone"),
    ("Lower a tier or stage", "RevOps or Security, alone"),
    ("Override what the AI said", "Anyone, for the own team"),
];

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
    "Press Stop on the workflow, or on the lock screen, and give a reason. Nothing else is asked.",
    "The signed stop list is written at once; the systems that read it stop the workflow.",
    "An exception opens with the steps that confirm the stop in each outside system.",
    "The clock runs until the last of them is confirmed. Restarting takes a decision.",
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
pub(super) fn model(open: &Open, as_of: u64, preparer: &Preparer) -> Result<Model, Problem> {
    let then = open.store.as_of(AsOf::Seq(as_of));
    let before = then.exports()?.iter().filter(|e| e.export.what == "operating-model").count();
    let about = About { report: "Operating model", period: as_it_stands(as_of), as_of, before };
    let at = moment_of(&open.store, as_of)?;
    let (standing, names) = (standing(&then, at)?, Names::of(&then)?);
    let told = Told { names: &names, standing: &standing };
    let held = then.raci()?;
    let matrices: Vec<&Matrix> =
        held.iter().filter_map(|(_, held)| Some(&held.in_force.as_ref()?.terms)).collect();
    let activities = matrices.iter().filter(|matrix| matrix.matrix.as_str() != DECISIONS);
    let (rights, _) = then.decision_rights()?;
    let mut cadences = then.cadences()?;
    cadences.sort_by_key(|cadence| how_often(&cadence.rhythm));
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        owners: activities.flat_map(|matrix| &matrix.rows).map(|row| told.owner(row)).collect(),
        rhythm: cadences.iter().map(|cadence| told.rhythm(cadence)).collect(),
        rights: alone().chain(rights.iter().map(|right| told.right(right))).collect(),
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

fn alone() -> impl Iterator<Item = paper::Right> {
    ALONE.into_iter().map(|(decision, who)| paper::Right {
        decision: decision.to_owned(),
        who: who.to_owned(),
        held: true,
        within: "at once".to_owned(),
    })
}

/// "72 h", and "5 days" where more of them are whole days.
fn within(hours: u32) -> String {
    match (hours / 24, hours % 24) {
        (days, 0) if days > 3 => format!("{days} days"),
        _ => format!("{hours} h"),
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

    /// "CRO or Executive sponsor", and who is heard before where that is asked.
    fn right(&self, right: &Right) -> paper::Right {
        let list = |roles: &[RoleId], with: &str| {
            roles.iter().map(|role| self.names.role(role)).collect::<Vec<_>>().join(with)
        };
        let held = |role: &RoleId| !acting(self.standing, role, self.standing.today).is_empty();
        let (with, held) = match right.how {
            How::Any => (" or ", right.approve.iter().any(held)),
            How::All => (" and ", right.approve.iter().all(held)),
            How::InOrder => (", then ", right.approve.iter().all(held)),
        };
        let mut who = list(&right.approve, with);
        if right.consult_first && !right.consult.is_empty() {
            who.push_str(&format!("; {} first", list(&right.consult, ", ")));
        }
        let of = right.workflow.map(|workflow| format!(" of {workflow}"));
        paper::Right {
            decision: format!("{}{}", right.kind.words(), of.unwrap_or_default()),
            who,
            held,
            within: within(right.hours),
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
    or_erased(text.words())
}

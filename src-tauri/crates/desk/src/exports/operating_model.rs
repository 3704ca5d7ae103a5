//! The operating model: owners and decision rights out of RACI, the rhythm out of the cadences,
//! whom to call out of roles.

use domain::cadence::{CadenceSet, Rhythm};
use domain::people::Standing;
use domain::raci::lint::accountable;
use domain::raci::{Matrix, Row};
use domain::{PersonRef, RoleId, Text};
use report::operating_model::{self as paper, Call, Model, Owner, Right};
use store::AsOf;

use super::frame::{About, frame, moment_of};
use super::{ExportOperatingModel, leave};
use crate::files::{Purpose, Written};
use crate::people::{Names, standing};
use crate::workspace::Open;
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
    let about = About {
        report: "Operating model",
        period: format!("As it stands after entry {as_of}"),
        as_of,
        before,
    };
    let standing = standing(&then, moment_of(&open.store, as_of)?)?;
    let names = Names::of(&then)?;
    let told = Told { names: &names, standing: &standing };
    let held = then.raci()?;
    let matrices: Vec<&Matrix> =
        held.iter().filter_map(|(_, held)| Some(&held.in_force.as_ref()?.terms)).collect();
    let rows = |decisions: bool| {
        let wanted = matrices.iter().filter(move |m| (m.matrix.as_str() == DECISIONS) == decisions);
        wanted.flat_map(|matrix| &matrix.rows)
    };
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        owners: rows(false).map(|row| told.owner(row)).collect(),
        rhythm: then.cadences()?.iter().map(|cadence| told.rhythm(cadence)).collect(),
        rights: rows(true).map(|row| told.right(row)).collect(),
        calls: CALLS.iter().map(|(when, role)| told.call(when, &RoleId::new(*role))).collect(),
        stopping: STOPPING.map(str::to_owned).to_vec(),
    })
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
        let role = self.roles(row.accountable_roles());
        Right {
            decision: words(&row.activity),
            decides: person.map_or_else(|| role.clone(), |person| format!("{person}, {role}")),
            first: self.consulted(row),
        }
    }

    fn rhythm(&self, cadence: &CadenceSet) -> paper::Rhythm {
        paper::Rhythm {
            review: words(&cadence.name),
            when: when(cadence),
            minutes: cadence.minutes,
            chair: self.names.role(&cadence.chair),
            attends: format!("{}; quorum {}", self.roles(cadence.required.iter()), cadence.quorum),
        }
    }

    fn call(&self, when: &str, role: &RoleId) -> Call {
        let holders: Vec<PersonRef> = self
            .standing
            .people
            .iter()
            .copied()
            .filter(|person| self.standing.holds(*person, role))
            .collect();
        let name = |place: usize| {
            holders.get(place).map(|person| self.names.person(*person)).unwrap_or_default()
        };
        Call { when: when.to_owned(), call: name(0), role: self.names.role(role), away: name(1) }
    }

    fn consulted(&self, row: &Row) -> String {
        let consulted = row.cells.iter().filter(|(_, letters)| letters.consulted);
        self.roles(consulted.map(|(role, _)| role))
    }

    fn roles<'r>(&self, roles: impl Iterator<Item = &'r RoleId>) -> String {
        roles.map(|role| self.names.role(role)).collect::<Vec<_>>().join(", ")
    }
}

fn when(cadence: &CadenceSet) -> String {
    let time = cadence.time.format("%H:%M");
    match &cadence.rhythm {
        Rhythm::BusinessDay => format!("Business days, {time}"),
        Rhythm::Day { on } => {
            let days: Vec<&str> = on.iter().map(|day| weekday(*day)).collect();
            format!("{}, {time}", days.join(", "))
        }
        Rhythm::Week { on } => format!("{}, {time}", weekday(*on)),
        Rhythm::Month { .. } => format!("Once a month, {time}"),
        Rhythm::Quarter { .. } => format!("Once a quarter, {time}"),
        Rhythm::Rule { rule } => format!("{rule}, {time}"),
    }
}

fn weekday(day: chrono::Weekday) -> &'static str {
    match day {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    }
}

fn words(text: &Text) -> String {
    text.words().unwrap_or("(erased)").to_owned()
}

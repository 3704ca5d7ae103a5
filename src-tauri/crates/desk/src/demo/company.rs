//! Northwind Telemetry: its people, who stands in for them, their teams, who comes and goes.

use domain::workspace::StartUpSet;
use std::path::Path;

use chrono::{Days, Duration, NaiveDate};
use chrono_tz::Tz;

use super::PASSPHRASE;
use super::story::{Quarters, Story};
use crate::clock::{Clock, SetClock};
use crate::files::Grant;
use crate::operations::{
    AddPerson, ChangePerson, CreateWorkspace, EnrolKey, GiveRole, ImportWorkflows, JoinTeam,
    NameDeputies, Place, RecordAbsence, RecordLeaving, SetOnCall, SetTeam, Sponsor,
};
use crate::{Desk, Problem};

/// The zone its days are counted in.
pub const ZONE: Tz = Tz::Europe__Berlin;

/// What the inventory's file is called.
pub const INVENTORY_NAME: &str = "northwind-inventory.csv";
const INVENTORY: &[u8] = include_bytes!("inventory.csv");

/// RevOps; she keeps the desk and chairs its reviews.
pub const MAREN: &str = "PER-0001";
/// The executive sponsor, who leads sales.
pub const TOBIAS: &str = "PER-0002";
pub const JONAS: &str = "PER-0003";
pub const AMARA: &str = "PER-0004";
pub const RAFAEL: &str = "PER-0005";
pub const ILSE: &str = "PER-0006";
pub const DANA: &str = "PER-0007";
pub const SALOME: &str = "PER-0008";
pub const FELIX: &str = "PER-0009";
pub const LUC: &str = "PER-0010";
pub const NOUR: &str = "PER-0011";
pub const KENJI: &str = "PER-0012";
/// Maren's deputy.
pub const HENRIKE: &str = "PER-0013";
pub const MEI: &str = "PER-0014";
pub const INGRID: &str = "PER-0015";
pub const TOMASZ: &str = "PER-0018";
pub const LUCIA: &str = "PER-0019";
const BRAM: &str = "PER-0020";
pub const HANNAH: &str = "PER-0021";
const DENIZ: &str = "PER-0022";

/// Name, contact and roles of everybody but the founder and the sponsor, in order of reference.
const PEOPLE: &[(&str, &str, &[&str])] = &[
    ("Jonas Weidmann", "jonas.weidmann", &["sales-leader", "sales"]),
    ("Amara Nwosu", "amara.nwosu", &["marketing-ops"]),
    ("Rafael Castellanos", "rafael.castellanos", &["security", "compliance", "ciso"]),
    ("Ilse Verbeek", "ilse.verbeek", &["enablement-lead"]),
    ("Dana Petrescu", "dana.petrescu", &["data-engineering"]),
    ("Salome Duarte", "salome.duarte", &["legal"]),
    ("Felix Adeyemi", "felix.adeyemi", &["revenue-ai-owner"]),
    ("Luc Fontaine", "luc.fontaine", &["deal-desk"]),
    ("Nour Haddad", "nour.haddad", &["frontline-manager", "client-sponsor"]),
    ("Kenji Morita", "kenji.morita", &["gtm-engineer"]),
    ("Henrike Solberg", "henrike.solberg", &["data-steward"]),
    ("Mei Tanaka", "mei.tanaka", &["security"]),
    ("Ingrid Halvorsen", "ingrid.halvorsen", &["cmo", "marketing"]),
    ("Paul Osei", "paul.osei", &["cfo"]),
    ("Aisha Rahman", "aisha.rahman", &["cto"]),
    ("Tomasz Zieliński", "tomasz.zielinski", &["sdr"]),
    ("Lucía Ferrer", "lucia.ferrer", &["sdr"]),
    ("Bram de Wit", "bram.dewit", &["account-executive"]),
    ("Hannah Lindgren", "hannah.lindgren", &["solutions", "forward-deployed-engineer"]),
];

/// A team: its name, who manages it, who belongs to it.
const TEAMS: &[(&str, &str, &[&str])] = &[
    ("Revenue operations", MAREN, &[MAREN, HENRIKE, KENJI]),
    ("SDR EMEA", NOUR, &[TOMASZ, LUCIA]),
    ("Enterprise sales", JONAS, &[BRAM, HANNAH]),
    ("Security", RAFAEL, &[RAFAEL, MEI]),
];
const SDR_EMEA: &str = "TEAM-0002";
const SECURITY: &str = "security";

/// A role, and who stands in for its holders, first who is asked first; named when approvals had
/// waited over a weekend.
const DEPUTIES: &[(&str, &[&str])] = &[
    ("revops", &[HENRIKE]),
    ("marketing-ops", &[INGRID]),
    ("data-engineering", &[KENJI]),
    ("sales-leader", &[NOUR]),
    ("executive-sponsor", &[INGRID]),
];

/// A role, and whom to call for it, in order; security's was written down late.
const ON_CALL: &[(&str, &[&str])] = &[
    ("revops", &[MAREN, HENRIKE]),
    ("security", &[RAFAEL, MEI]),
    ("data-engineering", &[DANA, KENJI]),
    ("marketing-ops", &[AMARA, INGRID]),
];

/// An absence: who, when it is told of, its first and its last day, why. Days are of a week.
struct Away(&'static str, (u64, u64), (u64, u64), (u64, u64), &'static str);

const ABSENCES: &[Away] = &[
    Away(MAREN, (7, 3), (9, 0), (9, 4), "On leave"),
    Away(SALOME, (10, 1), (12, 0), (13, 4), "On leave"),
    Away(ILSE, (16, 2), (17, 0), (17, 2), "Sales kick-off in Lisbon"),
    Away(RAFAEL, (21, 0), (22, 0), (22, 4), "Certification audit"),
    Away(DANA, (24, 2), (26, 0), (27, 4), "On leave"),
];

/// The week at whose end Lucía leaves, and the Monday on which Deniz comes.
const LEAVES: u64 = 19;
const COMES: u64 = 21;

/// Starts the workspace, adds its people with their keys and takes the inventory in.
pub fn found(desk: &mut Desk, clock: &SetClock, path: &Path) -> Result<(), Problem> {
    let request = CreateWorkspace {
        grant: Grant::default(),
        name: "Northwind Telemetry".to_owned(),
        zone: ZONE.name().to_owned(),
        fiscal_start: 1,
        founder: "Maren Okafor".to_owned(),
        passphrase: PASSPHRASE.into(),
        sponsor: Some(Sponsor {
            name: "Tobias Lindqvist".to_owned(),
            passphrase: Some(PASSPHRASE.into()),
        }),
        sets: StartUpSet::ALL.to_vec(),
    };
    desk.create_at(path, request, true)?;
    desk.open()?.store.hurry()?;
    for (person, name, contact) in
        [(MAREN, "Maren Okafor", "maren.okafor"), (TOBIAS, "Tobias Lindqvist", "tobias.lindqvist")]
    {
        let (person, name) = (person.to_owned(), name.to_owned());
        desk.change_person(ChangePerson { person, name, contact: address(contact) })?;
    }
    desk.give_role(GiveRole {
        person: TOBIAS.to_owned(),
        role: "cro".to_owned(),
        from: clock.now().in_zone(ZONE).date_naive().to_string(),
        to: None,
    })?;
    for (name, contact, roles) in PEOPLE {
        clock.set(clock.now().plus(Duration::minutes(1)));
        add(desk, name, contact, roles)?;
    }
    clock.set(clock.now().plus(Duration::minutes(9)));
    let done = desk.import_workflows(ImportWorkflows::of(Grant::default()))?;
    match done.rejected.first() {
        Some(row) => {
            Err(Problem::internal(format!("its own inventory, line {}: {}", row.line, row.says)))
        }
        None => Ok(()),
    }
}

fn add(desk: &mut Desk, name: &str, contact: &str, roles: &[&str]) -> Result<(), Problem> {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    let added = AddPerson { name: name.to_owned(), contact: address(contact), roles };
    let people = desk.add_person(added)?;
    let Some(added) = people.people.last() else { return Ok(()) };
    desk.enrol_key(EnrolKey {
        person: added.person.clone(),
        new_passphrase: PASSPHRASE.into(),
        passphrase: PASSPHRASE.into(),
    })?;
    Ok(())
}

fn address(contact: &str) -> String {
    format!("{contact}@northwind.example")
}

/// Who leads the desk on a day: Maren, or her deputy while she is away.
pub fn operator(days: &Quarters, day: NaiveDate) -> &'static str {
    if is_away(days, MAREN, day) { HENRIKE } else { MAREN }
}

/// Whether somebody is away on a day.
pub fn is_away(days: &Quarters, person: &str, day: NaiveDate) -> bool {
    ABSENCES.iter().any(|Away(who, _, from, to, _)| {
        *who == person && days.day(from.0, from.1) <= day && day <= days.day(to.0, to.1)
    })
}

/// Teams and on-call orders on the first afternoon, deputies when they were found wanting; absences
/// as they are told of; who comes and goes.
pub fn plan(story: &mut Story<'_>) {
    let days = story.days;
    story.plan(days.at(0, 0, 13, 30), MAREN, |story| {
        form_teams(story.desk)?;
        ON_CALL.iter().filter(|(role, _)| *role != SECURITY).try_for_each(|one| on_call(story, one))
    });
    for (keeper, minute) in [(MAREN, 50), (TOBIAS, 58)] {
        story.plan(days.at(5, 4, 15, minute), keeper, move |story| {
            // Who stands in for the sponsor is the sponsor's to say.
            let own = |role: &str| (role == "executive-sponsor") == (keeper == TOBIAS);
            for (role, people) in DEPUTIES.iter().filter(|(role, _)| own(role)) {
                let deputies = places(story, people);
                story.desk.name_deputies(NameDeputies { role: (*role).to_owned(), deputies })?;
            }
            Ok(())
        });
    }
    story.plan(days.at(23, 3, 15, 40), MAREN, |story| {
        ON_CALL.iter().filter(|(role, _)| *role == SECURITY).try_for_each(|one| on_call(story, one))
    });
    for Away(person, told, from, to, reason) in ABSENCES {
        let absence = RecordAbsence {
            absence: None,
            person: (*person).to_owned(),
            from: days.day(from.0, from.1).to_string(),
            to: Some(days.day(to.0, to.1).to_string()),
            reason: (*reason).to_owned(),
        };
        story.plan(days.at(told.0, told.1, 16, 40), person, |story| {
            story.desk.record_absence(absence).map(|_| ())
        });
    }
    story.plan(days.at(LEAVES, 4, 17, 10), MAREN, |story| {
        let why = Some("Moves to customer success at another company.".to_owned());
        let passphrase = PASSPHRASE.into();
        let left = RecordLeaving { person: LUCIA.to_owned(), passphrase, why };
        story.desk.record_leaving(left).map(|_| ())
    });
    story.plan(days.at(COMES, 0, 8, 50), MAREN, |story| {
        add(story.desk, "Deniz Aydın", "deniz.aydin", &["sdr"])?;
        let from = story.today().to_string();
        let (team, person) = (SDR_EMEA.to_owned(), DENIZ.to_owned());
        story.desk.join_team(JoinTeam { team, person, from, to: None }).map(|_| ())
    });
}

fn form_teams(desk: &mut Desk) -> Result<(), Problem> {
    for (name, manager, members) in TEAMS {
        desk.set_team(SetTeam {
            team: None,
            name: (*name).to_owned(),
            manager: Some((*manager).to_owned()),
            members: members.iter().map(|member| (*member).to_owned()).collect(),
        })?;
    }
    Ok(())
}

fn on_call(story: &mut Story<'_>, (role, people): &(&str, &[&str])) -> Result<(), Problem> {
    let order = places(story, people);
    story.desk.set_on_call(SetOnCall { role: (*role).to_owned(), order }).map(|_| ())
}

fn places(story: &Story<'_>, people: &[&str]) -> Vec<Place> {
    let from = story.today().to_string();
    let place =
        |person: &&str| Place { person: (*person).to_owned(), from: from.clone(), to: None };
    people.iter().map(place).collect()
}

/// The day so many days from the end, for what runs out.
pub fn in_days(days: &Quarters, ahead: u64) -> String {
    (days.today() + Days::new(ahead)).to_string()
}

/// A folder with the inventory, the action logs and what is captured as evidence, under the names that are recorded:
/// the same each time, or the same seed would not make the same entries.
pub fn folder(days: &Quarters) -> Result<tempfile::TempDir, Problem> {
    let failed = |source: std::io::Error| {
        Problem::new("disk-failed", format!("The demo’s files cannot be written: {source}."))
    };
    let folder = tempfile::tempdir().map_err(failed)?;
    std::fs::write(folder.path().join(INVENTORY_NAME), INVENTORY)
        .and_then(|()| super::evidence::supply(folder.path()))
        .and_then(|()| super::logs::supply(folder.path(), days))
        .and_then(|()| super::checks::supply(folder.path(), days))
        .map_err(failed)?;
    Ok(folder)
}

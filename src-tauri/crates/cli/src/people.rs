//! People, roles and keys.

use desk::Problem;
use desk::operations::{
    AddPerson, BringKeyFile, EndRole, EnrolKey, GiveRole, Nothing, PeopleView, RecordLeaving,
    ReplaceKey, RetireKey, SaveKeyFile,
};

use crate::args::{Args, Key, People};
use crate::print::say;
use crate::{Outcome, at, passphrase, print};

/// Does what is asked of people and roles.
pub fn people(args: &Args, act: &People) -> Result<Outcome, Problem> {
    let view = match act {
        People::List { file } => at::reading(file)?.people(Nothing {})?,
        People::Add { file, name, contact, roles } => {
            let (name, contact, roles) = (name.clone(), contact.clone(), roles.clone());
            at::acting(args, file)?.0.add_person(AddPerson { name, contact, roles })?
        }
        People::Give { file, person, role, from, to } => {
            let (person, role) = (person.clone(), role.clone());
            let (from, to) = (from.clone(), to.clone());
            at::acting(args, file)?.0.give_role(GiveRole { person, role, from, to })?
        }
        People::End { file, person, role, on, why } => {
            let (person, role) = (person.clone(), role.clone());
            let (on, why) = (on.clone(), why.clone());
            at::acting(args, file)?.0.end_role(EndRole { person, role, on, why })?
        }
        People::Left { file, person, why } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (person, why) = (person.clone(), why.clone());
            desk.record_leaving(RecordLeaving { person, passphrase, why })?
        }
    };
    print::answer(args.json, &view, everybody)
}

/// Does what is asked of keys.
pub fn key(args: &Args, act: &Key) -> Result<Outcome, Problem> {
    let view = match act {
        Key::Enrol { file, person } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let new_passphrase = passphrase::new(&format!("New passphrase of {person}: "))?;
            desk.enrol_key(EnrolKey { person: person.clone(), new_passphrase, passphrase })?
        }
        Key::Replace { file, why } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let new_passphrase = passphrase::new("Passphrase of the new key: ")?;
            desk.replace_key(ReplaceKey { passphrase, new_passphrase, why: why.clone() })?
        }
        Key::Retire { file, person, key, why } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let (person, key, why) = (person.clone(), key.clone(), why.clone());
            desk.retire_key(RetireKey { person, key, passphrase, why })?
        }
        Key::Save { file, out } => {
            let (mut desk, _) = at::acting(args, file)?;
            let written = desk.save_key_file(SaveKeyFile { grant: at::grant(out)? })?;
            return print::written(args.json, &written);
        }
        Key::Bring { file, source } => {
            let mut desk = at::reading(file)?;
            let passphrase = passphrase::asked("Passphrase of the key file: ")?;
            desk.bring_key_file(BringKeyFile { grant: at::grant(source)?, passphrase })?
        }
    };
    print::answer(args.json, &view, everybody)
}

fn everybody(view: &PeopleView) {
    for person in &view.people {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.name.as_str()).collect();
        let left = if person.left { " (left)" } else { "" };
        let name = person.name.as_deref().unwrap_or("(erased)");
        say!("{}  {name}{left}  {}", person.person, roles.join(", "));
        for key in &person.keys {
            let state = if key.in_force { "in force" } else { "retired" };
            say!("          key {} {state}, {}", key.key, key.fingerprint);
        }
    }
}

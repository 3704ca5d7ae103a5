//! Enrolling, replacing and retiring keys.

use super::roles::{entitled, keepers, last_keeper, sponsor, sponsors_own};
use super::{
    KeyEnrolled, KeyHeld, KeyReplaced, KeyRetired, MachineEnrolled, SignedStatement, Standing,
};
use crate::{Event, PersonRef, Refusal, RoleId};

/// A new key, with its agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKey {
    /// Its id, eight hex digits.
    pub key: String,
    /// The public key's 32 bytes in base64.
    pub public: String,
    /// The new key's own signature that it agrees, in base64.
    pub possession: String,
}

/// Enrols a person's first key. Every later one replaces a key, which takes the old key or two
/// others: enrolling anew would be a way around that.
pub fn enrol(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    new: NewKey,
) -> Result<Event, Refusal> {
    entitled(standing, by, "enrolling a key", &keepers())?;
    standing.must_be_here(person)?;
    if standing.keys_ever.iter().any(|held| held.person == person) {
        return Err(Refusal::HasKey { person });
    }
    if standing.holds(person, &sponsor()) {
        sponsors_own(standing, by, "enrolling the key of an executive sponsor", &sponsor())?;
    }
    must_be_fresh(standing, &new)?;
    let NewKey { key, public, possession } = new;
    Ok(KeyEnrolled { person, key, public, possession }.into())
}

/// Enrols the key of another machine; `machines` are the public keys (base64) of those enrolled
/// before.
pub fn enrol_machine(
    standing: &Standing,
    by: PersonRef,
    machines: &[String],
    new: NewKey,
) -> Result<Event, Refusal> {
    entitled(standing, by, "enrolling a machine", &keepers())?;
    must_be_fresh(standing, &new)?;
    if machines.contains(&new.public) {
        return Err(Refusal::NothingToDeclare);
    }
    let NewKey { key, public, possession } = new;
    Ok(MachineEnrolled { key, public, possession }.into())
}

/// The word of others on a new key, as the desk has verified it.
#[derive(Clone, Copy, Debug)]
pub struct Vouched<'a> {
    /// Whose statements there are.
    pub by: &'a [PersonRef],
    /// Who there was when the person last signed over the record.
    pub then: &'a Standing,
}

/// Puts a new key in the place of `old`: signed by the old key (`by` is the person), or carried
/// by `statements` of two others who each hold a role that the other does not. They count by the
/// roles and with the key that they had already when the person last signed over the record: people
/// who came since, the person has never seen there.
pub fn replace(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    old: &str,
    new: NewKey,
    statements: Vec<SignedStatement>,
    vouched: Vouched<'_>,
) -> Result<Event, Refusal> {
    standing.must_be_here(person)?;
    // A retired key may be replaced too: by others, since it signs nothing any more. A key in force
    // never stays beside a new one.
    if replaceable(standing, person).is_none_or(|key| key.key != old) {
        return Err(Refusal::NoSuchKey { person });
    }
    must_be_fresh(standing, &new)?;
    if by != person {
        if !two_of_other_roles(standing, person, vouched.by, |_, _| true) {
            return Err(Refusal::TooFewStatements { person, given: vouched.by.len() });
        }
        let known = |other: PersonRef, role: &RoleId| {
            vouched.then.keys.iter().any(|key| key.person == other)
                && vouched.then.holds(other, role)
        };
        if !two_of_other_roles(standing, person, vouched.by, known) {
            return Err(Refusal::VouchersSince { person });
        }
    }
    let NewKey { key, public, possession } = new;
    let statements = if by == person { Vec::new() } else { statements };
    let old = old.to_owned();
    Ok(KeyReplaced { person, old, key, public, possession, statements }.into())
}

/// The key that a new one of `person` would take the place of: the one in force, or else the last
/// they had; none when they never had one.
pub fn replaceable(standing: &Standing, person: PersonRef) -> Option<&KeyHeld> {
    let theirs = |key: &&KeyHeld| key.person == person;
    let in_force = standing.keys.iter().find(theirs);
    in_force.or_else(|| standing.keys_ever.iter().rev().find(theirs))
}

/// Checks that a new key of `person` can be asked for: they are here and have had one, which a
/// first key, enrolled by those who keep the desk, is not replaced by.
pub fn may_be_asked(standing: &Standing, person: PersonRef) -> Result<&KeyHeld, Refusal> {
    standing.must_be_here(person)?;
    replaceable(standing, person).ok_or(Refusal::NoSuchKey { person })
}

/// Refuses a signer whose word on a new key of `person` could not count: the person themself, who
/// has left, or who holds no role.
pub fn may_vouch(standing: &Standing, by: PersonRef, person: PersonRef) -> Result<(), Refusal> {
    standing.must_be_here(by)?;
    if by == person {
        return Err(Refusal::OwnStatement { person });
    }
    if standing.roles_of(by).next().is_none() {
        return Err(Refusal::TooFewStatements { person, given: 0 });
    }
    Ok(())
}

/// Retires a key: one's own, or anybody's by those who keep the desk.
pub fn retire(
    standing: &Standing,
    by: PersonRef,
    person: PersonRef,
    key: &str,
) -> Result<Event, Refusal> {
    if by != person {
        entitled(standing, by, "retiring somebody’s key", &keepers())?;
    }
    if !standing.keys.iter().any(|held| held.person == person && held.key == key) {
        return Err(Refusal::NoSuchKey { person });
    }
    if last_keeper(standing, person, None) {
        return Err(Refusal::LastKeeper { person });
    }
    Ok(KeyRetired { person, key: key.to_owned() }.into())
}

fn must_be_fresh(standing: &Standing, new: &NewKey) -> Result<(), Refusal> {
    match standing.keys_ever.iter().find(|known| known.public == new.public || known.key == new.key)
    {
        Some(known) => Err(Refusal::KeyTaken { person: known.person }),
        None => Ok(()),
    }
}

/// Whether two of `attested` each hold a role that the other does not; of the roles of each those
/// count that `known` says count.
fn two_of_other_roles(
    standing: &Standing,
    person: PersonRef,
    attested: &[PersonRef],
    known: impl Fn(PersonRef, &RoleId) -> bool,
) -> bool {
    let holds_another = |one: PersonRef, other: PersonRef| {
        standing.roles_of(one).any(|role| known(one, role) && !standing.holds(other, role))
    };
    let mut others: Vec<PersonRef> =
        attested.iter().copied().filter(|other| *other != person).collect();
    others.sort_unstable();
    others.dedup();
    others.iter().any(|one| {
        others
            .iter()
            .any(|two| one != two && holds_another(*one, *two) && holds_another(*two, *one))
    })
}

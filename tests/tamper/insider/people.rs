//! Through people: puppets, deputies, keys, leaving.

use desk::Desk;
use desk::operations::{
    ChangePerson, EndRole, EnrolKey, GiveRole, Given, NameDeputies, Nothing, OpenRequest, Place,
    RecordLeaving, RequestKey, RetireKey, SignRequest, TakeStatements,
};
use domain::decision::{DecisionKind, Verdict};
use domain::workflow::Status;

use super::Attempt;
use super::inside::{
    DRAFT, HE, HIS, Inside, LEGAL, LIVE, SECURITY, SPONSOR, add, code, propose, sign_in, status,
    vote,
};

const TODAY: &str = "2026-11-16";

/// Somebody who is not there, with a key under his own passphrase.
fn puppet(desk: &mut Desk, name: &str, roles: &[&str]) -> String {
    let person = add(desk, name, roles);
    let (new_passphrase, passphrase) = (HIS.into(), HIS.into());
    desk.enrol_key(EnrolKey { person: person.clone(), new_passphrase, passphrase }).unwrap();
    person
}

fn give(desk: &mut Desk, person: &str, role: &str) -> String {
    let (person, role, from) = (person.to_owned(), role.to_owned(), TODAY.to_owned());
    code(desk.give_role(GiveRole { person, role, from, to: None }))
}

fn deputy(desk: &mut Desk, role: &str, person: &str) -> String {
    let from = TODAY.to_owned();
    let deputies = vec![Place { person: person.to_owned(), from, to: None }];
    code(desk.name_deputies(NameDeputies { role: role.to_owned(), deputies }))
}

fn left(desk: &mut Desk, person: &str) -> String {
    let (person, why) = (person.to_owned(), Some("They moved on.".to_owned()));
    code(desk.record_leaving(RecordLeaving { person, passphrase: HIS.into(), why }))
}

fn ended(desk: &mut Desk, person: &str, role: &str) -> String {
    let (person, role, on) = (person.to_owned(), role.to_owned(), TODAY.to_owned());
    code(desk.end_role(EndRole { person, role, on, why: None }))
}

/// A sponsor of his own making.
pub fn makes_a_sponsor(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let doll = puppet(&mut desk, "Erika Mustermann", &[]);
    let given = give(&mut desk, &doll, "executive-sponsor");
    let himself = give(&mut desk, HE, "executive-sponsor");
    let deputy = deputy(&mut desk, "executive-sponsor", &doll);
    let ended = ended(&mut desk, SPONSOR, "executive-sponsor");
    let gone = left(&mut desk, SPONSOR);
    // The other way round: the puppet gives the role to him and proposes.
    assert_eq!(give(&mut desk, &doll, "revops"), "done", "a keeper is a keeper's to make");
    sign_in(&mut desk, &doll, HIS);
    let back = give(&mut desk, HE, "executive-sponsor");
    vec![
        ("a puppet made executive sponsor", "sponsors-own", given),
        ("himself made executive sponsor", "role-for-oneself", himself),
        ("a puppet named the sponsor's deputy", "sponsors-own", deputy),
        ("the sponsor's role ended", "sponsors-own", ended),
        ("the sponsor recorded as gone", "sponsors-own", gone),
        ("himself made executive sponsor by a puppet", "sponsors-own", back),
    ]
}

/// The sponsor's place taken by the word of two who are not there.
pub fn takes_the_sponsors_key(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let dolls = [
        puppet(&mut desk, "Erika Mustermann", &["cfo"]),
        puppet(&mut desk, "Max Mustermann", &["cto"]),
    ];
    let person = SPONSOR.to_owned();
    let key = desk.people(Nothing {}).unwrap().people[1].keys[0].key.clone();
    let (passphrase, why) = (HIS.into(), None);
    desk.retire_key(RetireKey { person: person.clone(), key, passphrase, why }).unwrap();
    let grant = inside.grant("lost.json");
    let (new_passphrase, asked) = (HIS.into(), grant.clone());
    desk.request_key(RequestKey { person, new_passphrase, grant: asked }).unwrap();
    let sha256 = desk.open_request(OpenRequest { grant: grant.clone() }).unwrap().sha256;
    let grants = dolls.iter().map(|doll| {
        let out = inside.grant(&format!("{doll}.json"));
        desk.sign_request(SignRequest {
            grant: grant.clone(),
            sha256: sha256.clone(),
            person: doll.clone(),
            approve: true,
            consulted: false,
            reason: "I know him well.".into(),
            passphrase: HIS.into(),
            out: out.clone(),
        })
        .unwrap();
        out
    });
    let (grants, passphrase) = (grants.collect(), HIS.into());
    let taken = desk.take_statements(TakeStatements { grants, passphrase, why: None });
    vec![("the sponsor's key replaced by two puppets", "vouchers-since", code(taken))]
}

/// Nobody left to be heard.
pub fn ends_whoever_would_be_heard(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    assert_eq!(ended(&mut desk, LEGAL, "legal"), "done", "a role ends");
    assert_eq!(left(&mut desk, SECURITY), "done", "people leave");
    inside.later(60 * 24);
    sign_in(&mut desk, HE, HIS);
    let unheard = code(propose(&mut desk, DecisionKind::Launch, DRAFT, Vec::new()));
    assert_eq!(status(&mut desk, DRAFT), Status::Draft, "nothing was launched");
    vec![("a launch once Legal and Security were ended", "consulted-vacant", unheard)]
}

/// What stays open, and is stated: whoever keeps the desk says who holds the other roles, so a
/// puppet approves what such a role may approve, until somebody looks.
pub fn makes_an_approver_of_lesser_things(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let doll = puppet(&mut desk, "Erika Mustermann", &["cro"]);
    let renamed = ChangePerson {
        person: doll.clone(),
        name: "Tobias Lindqvist".into(),
        contact: String::new(),
    };
    desk.change_person(renamed).unwrap();
    propose(
        &mut desk,
        DecisionKind::PermissionOrRouting,
        LIVE,
        vec![Given::KillSwitchOwner(Some(LEGAL.into()))],
    )
    .unwrap();
    sign_in(&mut desk, &doll, HIS);
    let applied = code(vote(&mut desk, "DEC-0002", Verdict::Approve, HIS));
    vec![("a puppet with a lesser role approves what that role may", "done", applied)]
}

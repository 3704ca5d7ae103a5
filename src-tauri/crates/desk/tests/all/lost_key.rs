//! A lost key is replaced by two people of other roles, each on their own machine.

use desk::operations::{
    Asks, ChangePerson, EnrolKey, GiveRole, LogQuery, Nothing, OpenRequest, OpenStatements,
    RecordLeaving, RequestKey, RetireKey, SaveKeyFile, SignRequest, StatementsView, TakeStatements,
};
use desk::{Desk, Problem};
use serde_json::Value;

use crate::support::*;

const NEW: &str = "a passphrase never lost";
const JONAS: &str = "PER-0003";
const AMARA: &str = "PER-0004";
const RAFAEL: &str = "PER-0005";

/// A passphrase of one of the three who join.
fn own(person: &str) -> String {
    format!("a passphrase of {person}")
}

/// A workspace of five: founder (RevOps) and sponsor, Jonas in sales, Amara and Rafael both in
/// legal. Each of the three has a key on the first machine.
fn five(room: &Room) -> Desk {
    let mut desk = room.founded();
    for (name, role) in
        [("Jonas Weidmann", "sales-leader"), ("Amara Nwosu", "legal"), ("Rafael Ortiz", "legal")]
    {
        let person = add(&mut desk, name, &[role]).unwrap();
        let new_passphrase = own(&person).as_str().into();
        let passphrase = PASSPHRASE.into();
        desk.enrol_key(EnrolKey { person, new_passphrase, passphrase }).unwrap();
    }
    // Once the sponsor has signed, the record they signed has the three in it.
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    let (person, name) = ("PER-0002".to_owned(), "Tobias Lindqvist".to_owned());
    let contact = "tobias@northwind.example".to_owned();
    desk.change_person(ChangePerson { person, name, contact }).unwrap();
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk
}

/// The sponsor, who has nothing left, asks on a machine of their own, called as the request is.
fn request(room: &Room, name: &str) -> String {
    let mut theirs = room.desk(name.trim_end_matches(".json"));
    theirs.open_path(&room.workspace()).unwrap();
    let (person, new_passphrase) = ("PER-0002".to_owned(), NEW.into());
    let made =
        theirs.request_key(RequestKey { person, new_passphrase, grant: room.grant(name) }).unwrap();
    let Asks::KeyReplacement(asked) = made.request.asks else { panic!("a key is asked for") };
    asked.fingerprint
}

/// Signs on the first machine, whatever is open there.
fn sign(room: &Room, desk: &mut Desk, request: &str, person: &str, out: &str) -> String {
    code(answer_request(room, desk, request, person, true, out))
}

fn answer_request(
    room: &Room,
    desk: &mut Desk,
    request: &str,
    person: &str,
    approve: bool,
    out: &str,
) -> Result<(), Problem> {
    let grant = room.grant(request);
    let sha256 = desk.open_request(OpenRequest { grant: grant.clone() })?.sha256;
    let passphrase = match person {
        "PER-0001" => PASSPHRASE.into(),
        "PER-0002" => SPONSORS.into(),
        other => own(other).as_str().into(),
    };
    let (person, reason, out) =
        (person.to_owned(), "I heard her read it".to_owned(), room.grant(out));
    let signed = desk.sign_request(SignRequest {
        grant,
        sha256,
        person,
        approve,
        consulted: false,
        reason,
        passphrase,
        out,
    });
    signed.map(|_| ())
}

fn look(room: &Room, desk: &mut Desk, files: &[&str]) -> StatementsView {
    let grants = files.iter().map(|file| room.grant(file)).collect();
    desk.open_statements(OpenStatements { grants }).unwrap()
}

fn take(room: &Room, desk: &mut Desk, files: &[&str]) -> String {
    let grants = files.iter().map(|file| room.grant(file)).collect();
    let (passphrase, why) = (PASSPHRASE.into(), Some("Laptop stolen on the train".to_owned()));
    code(desk.take_statements(TakeStatements { grants, passphrase, why }))
}

/// What taking these files in comes to; that nothing else happened is checked too.
#[track_caller]
fn refused(room: &Room, desk: &mut Desk, files: &[&str], expected: &str, why: &str) {
    let before = size(desk);
    let looked = look(room, desk, files).refused.map(|problem| problem.code);
    assert_eq!(looked.as_deref(), Some(expected), "{why}: said before anything is signed");
    assert_eq!(take(room, desk, files), expected, "{why}: refused when it is taken in");
    assert_eq!(size(desk), before, "{why}: nothing was entered");
}

fn edit(room: &Room, from: &str, to: &str, change: impl FnOnce(&mut Value)) {
    let mut file: Value = serde_json::from_slice(&std::fs::read(room.path(from)).unwrap()).unwrap();
    change(&mut file);
    room.write(to, serde_json::to_vec(&file).unwrap());
}

#[test]
fn whoever_lost_everything_signs_again_on_the_word_of_two_others() {
    let room = Room::new();
    let mut desk = five(&room);
    let fingerprint = request(&room, "request.json");

    let mut beside = room.desk("first");
    let read = beside.open_request(OpenRequest { grant: room.grant("request.json") }).unwrap();
    let Asks::KeyReplacement(asked) = &read.asks else { panic!("a key is asked for") };
    assert_eq!(asked.fingerprint, fingerprint, "the same fingerprint is read out and read");
    assert_eq!(asked.name.as_deref(), Some("Tobias Lindqvist"), "who it is for");
    assert_eq!((read.workspace.as_str(), read.known), ("Northwind", false), "as it states");
    assert_eq!(sign(&room, &mut beside, "request.json", JONAS, "a.json"), "done", "no file open");
    assert_eq!(sign(&room, &mut desk, "request.json", AMARA, "b.json"), "done", "the file open");

    let seen = look(&room, &mut desk, &["a.json", "b.json"]);
    assert_eq!(seen.refused, None, "the two are enough");
    let said: Vec<_> = seen.statements.iter().map(|row| row.reason.as_deref()).collect();
    assert_eq!(said, [Some("I heard her read it"); 2], "each with its reason");
    assert_eq!(take(&room, &mut desk, &["a.json", "b.json"]), "done", "anybody takes them in");

    let people = desk.people(Nothing {}).unwrap().people;
    let states: Vec<_> = people[1].keys.iter().map(|key| key.in_force).collect();
    assert_eq!(states, [true, false], "the old key ended with the entry of the new one");
    assert_eq!(people[1].keys[0].fingerprint, fingerprint, "and it is the one that was compared");
    let row = desk.log(LogQuery::default()).unwrap().rows.remove(0);
    assert_eq!(row.why.as_deref(), Some("Laptop stolen on the train"), "the entry says why");

    let mut theirs = room.desk("request");
    theirs.open_path(&room.workspace()).unwrap();
    assert_eq!(code(sign_in(&mut theirs, "PER-0002", NEW)), "done", "the new key signs");
    assert_eq!(code(add(&mut theirs, "Nour Haddad", &[])), "done", "as the sponsor");
    assert_eq!(code(sign_in(&mut desk, "PER-0002", SPONSORS)), "key-missing-here", "the old not");
    holds(&mut desk, "statements, their texts and the new key verify");
}

#[test]
fn the_request_waits_in_the_profile_until_it_is_entered() {
    let room = Room::new();
    let mut desk = five(&room);
    let fingerprint = request(&room, "request.json");
    let waiting = |room: &Room| {
        let mut theirs = room.desk("request");
        theirs.open_path(&room.workspace()).unwrap();
        theirs.people(Nothing {}).unwrap().people.remove(1).waiting
    };
    let there = waiting(&room).unwrap();
    assert_eq!((there.fingerprint, there.expired), (fingerprint, false), "to be read out again");
    assert!(desk.people(Nothing {}).unwrap().people[1].waiting.is_none(), "on no other machine");
    sign(&room, &mut desk, "request.json", JONAS, "a.json");
    sign(&room, &mut desk, "request.json", AMARA, "b.json");
    assert_eq!(take(&room, &mut desk, &["a.json", "b.json"]), "done", "entered");
    assert!(waiting(&room).is_none(), "nothing waits any more");
}

#[test]
fn whatever_falls_short_of_two_others_of_other_roles_replaces_nothing() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "request.json");
    for (person, out) in [(JONAS, "jonas.json"), (AMARA, "amara.json"), (RAFAEL, "rafael.json")] {
        sign(&room, &mut desk, "request.json", person, out);
    }
    answer_request(&room, &mut desk, "request.json", "PER-0001", false, "no.json").unwrap();
    room.write("copy.json", std::fs::read(room.path("jonas.json")).unwrap());
    for (files, expected, why) in [
        (&["jonas.json"][..], "too-few-statements", "one person alone"),
        (&["amara.json", "rafael.json"], "too-few-statements", "the same role twice"),
        (&["jonas.json", "copy.json"], "statement-again", "one statement under two names"),
        (&["jonas.json", "no.json"], "statement-says-no", "one of them says no"),
        (&["jonas.json", "request.json"], "statement-unreadable", "a request is no statement"),
        (&[], "statement-unreadable", "no file at all"),
    ] {
        refused(&room, &mut desk, files, expected, why);
    }
    assert_eq!(
        sign(&room, &mut desk, "request.json", "PER-0002", "own.json"),
        "own-statement",
        "nobody vouches for themselves"
    );
    assert_eq!(take(&room, &mut desk, &["jonas.json", "amara.json"]), "done", "these two do");
    refused(&room, &mut desk, &["jonas.json", "amara.json"], "statement-again", "only once");
}

#[test]
fn a_statement_counts_for_its_own_request_in_its_own_workspace_while_it_lasts() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "first.json");
    request(&room, "second.json");
    sign(&room, &mut desk, "first.json", JONAS, "jonas.json");
    sign(&room, &mut desk, "first.json", AMARA, "amara.json");
    sign(&room, &mut desk, "second.json", AMARA, "other.json");
    refused(
        &room,
        &mut desk,
        &["jonas.json", "other.json"],
        "statement-elsewhere",
        "a statement of one replacement put in another",
    );

    let mut elsewhere = room.desk("elsewhere");
    elsewhere.create_workspace(room.founding("other.countersign")).unwrap();
    refused(
        &room,
        &mut elsewhere,
        &["jonas.json", "amara.json"],
        "statement-foreign",
        "another workspace",
    );

    room.later(7 * 24 * 60 + 1);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    refused(&room, &mut desk, &["jonas.json", "amara.json"], "statement-expired", "too late");
    let late = sign(&room, &mut desk, "first.json", RAFAEL, "late.json");
    assert_eq!(late, "request-expired", "nor is it signed any more");
}

#[test]
fn a_statement_counts_while_its_signers_key_and_role_are_held() {
    type Change = fn(&mut Desk);
    let retire: Change = |desk| {
        let (person, passphrase) = (JONAS.to_owned(), PASSPHRASE.into());
        let key = desk.people(Nothing {}).unwrap().people[2].keys[0].key.clone();
        desk.retire_key(RetireKey { person, key, passphrase, why: None }).unwrap();
    };
    let leave: Change = |desk| {
        let (person, passphrase) = (JONAS.to_owned(), PASSPHRASE.into());
        desk.record_leaving(RecordLeaving { person, passphrase, why: None }).unwrap();
    };
    let take_over: Change = |desk| {
        // Amara now also leads sales, so Jonas holds nothing that she does not.
        let (person, role) = (AMARA.to_owned(), "sales-leader".to_owned());
        let from = "2026-11-16".to_owned();
        desk.give_role(GiveRole { person, role, from, to: None }).unwrap();
    };
    let theirs_ended: Change = |desk| {
        sign_in(desk, "PER-0002", SPONSORS).unwrap();
        let (person, passphrase) = ("PER-0002".to_owned(), SPONSORS.into());
        desk.record_leaving(RecordLeaving { person, passphrase, why: None }).unwrap();
        sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    };
    for (change, expected, why) in [
        (retire, "statement-key-ended", "the signer's key is retired"),
        (leave, "has-left", "the signer has left"),
        (take_over, "too-few-statements", "the roles no longer differ both ways"),
        (theirs_ended, "has-left", "whoever asked has left"),
    ] {
        let room = Room::new();
        let mut desk = five(&room);
        request(&room, "request.json");
        sign(&room, &mut desk, "request.json", JONAS, "a.json");
        sign(&room, &mut desk, "request.json", AMARA, "b.json");
        change(&mut desk);
        refused(&room, &mut desk, &["a.json", "b.json"], expected, why);
    }
}

#[test]
fn an_edited_file_is_refused() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "request.json");
    sign(&room, &mut desk, "request.json", JONAS, "a.json");
    sign(&room, &mut desk, "request.json", AMARA, "b.json");
    let in_statement = |from: &'static str, to: &'static str| {
        move |file: &mut Value| {
            let edited = file["statement"].as_str().unwrap().replace(from, to);
            file["statement"] = edited.into();
        }
    };
    type Edit = Box<dyn FnOnce(&mut Value)>;
    let cases: [(&str, Edit, &str); 10] = [
        ("another signer", Box::new(in_statement(JONAS, RAFAEL)), "statement-key-ended"),
        ("a no turned yes", Box::new(in_statement("approve", "approvE")), "statement-altered"),
        ("another expiry", Box::new(in_statement("2026-11-23", "2027-11-23")), "statement-altered"),
        (
            "a field more",
            Box::new(in_statement("{\"about", "{\"a\":1,\"about")),
            "statement-unreadable",
        ),
        ("white space", Box::new(in_statement("{\"about", "{ \"about")), "statement-unreadable"),
        (
            "another signature",
            Box::new(|file| file["signature"] = "A".repeat(86).into()),
            "statement-unreadable",
        ),
        (
            "another reason",
            Box::new(|file| file["texts"][0]["text"] = "I did not hear her".into()),
            "statement-altered",
        ),
        ("no reason", Box::new(|file| file["texts"] = Value::Array(vec![])), "statement-altered"),
        (
            "another person's request",
            Box::new(|file| file["request"]["subject"]["person"] = "PER-0001".into()),
            "statement-unreadable",
        ),
        (
            "another name in the request",
            Box::new(|file| file["request"]["beside"]["name"] = "Maren Okafor".into()),
            "request-differs",
        ),
    ];
    for (why, change, expected) in cases {
        edit(&room, "a.json", "edited.json", change);
        refused(&room, &mut desk, &["edited.json", "b.json"], expected, why);
    }
    assert_eq!(take(&room, &mut desk, &["a.json", "b.json"]), "done", "unedited they count");
}

#[test]
fn a_file_that_is_no_request_or_statement_is_refused_in_words() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "request.json");
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let bomb = format!(
        "{{\"countersign\":\"countersign statement request\",\"v\":1,\"subject\":{}1{}}}",
        "[".repeat(5_000),
        "]".repeat(5_000)
    );
    for (bytes, why) in [
        (&b"somebody's notes"[..], "cannot be read"),
        (b"", "cannot be read"),
        (b"{}", "no file of Countersign"),
        (b"\xff\xfe\x00", "not text"),
        (deep.as_bytes(), "recursion limit"),
        (bomb.as_bytes(), "recursion limit"),
        (&[b' '; (1 << 20) + 1], "larger than any"),
    ] {
        room.write("odd.json", bytes);
        let refused = desk.open_request(OpenRequest { grant: room.grant("odd.json") }).unwrap_err();
        assert_eq!(refused.code, "statement-unreadable", "{}", refused.says);
        assert!(refused.says.starts_with("odd.json"), "the file is named: {}", refused.says);
        assert!(refused.says.contains(why), "what is wrong: {}", refused.says);
    }
    let later: String = std::fs::read_to_string(room.path("request.json")).unwrap();
    for (from, to, why) in [
        ("\"v\":1", "\"v\":2", "version 2"),
        (
            "\"kind\":\"key-replacement\"",
            "\"kind\":\"blessing\"",
            "“blessing”, which is not known here",
        ),
        ("PER-0002", "PER-0001", "do not fit each other"),
    ] {
        assert!(later.contains(from), "the request holds {from}");
        room.write("odd.json", later.replace(from, to));
        let refused = desk.open_request(OpenRequest { grant: room.grant("odd.json") }).unwrap_err();
        assert!(refused.says.contains(why), "what is wrong: {}", refused.says);
    }
}

#[test]
fn a_request_that_changed_since_it_was_read_is_not_signed() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "request.json");
    let grant = room.grant("request.json");
    let sha256 = desk.open_request(OpenRequest { grant: grant.clone() }).unwrap().sha256;
    request(&room, "another.json");
    std::fs::rename(room.path("another.json"), room.path("request.json")).unwrap();
    let signed = desk.sign_request(SignRequest {
        grant,
        sha256,
        person: JONAS.into(),
        approve: true,
        consulted: false,
        reason: String::new(),
        passphrase: own(JONAS).as_str().into(),
        out: room.grant("a.json"),
    });
    assert_eq!(code(signed), "request-changed", "only what was shown is signed");
    assert!(!room.path("a.json").exists(), "nothing was written");
}

#[test]
fn a_request_made_before_another_replacement_is_out_of_date() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "first.json");
    request(&room, "second.json");
    for (request, jonas, amara) in
        [("first.json", "a.json", "b.json"), ("second.json", "c.json", "d.json")]
    {
        sign(&room, &mut desk, request, JONAS, jonas);
        sign(&room, &mut desk, request, AMARA, amara);
    }
    assert_eq!(take(&room, &mut desk, &["a.json", "b.json"]), "done", "the first is entered");
    refused(&room, &mut desk, &["c.json", "d.json"], "request-differs", "the key changed since");
    let read = desk.open_request(OpenRequest { grant: room.grant("second.json") }).unwrap();
    assert_eq!(read.refused.map(|p| p.code).as_deref(), Some("request-differs"), "nor signed");
}

#[test]
fn a_key_is_asked_for_by_who_has_had_one_and_is_here() {
    let room = Room::new();
    let mut desk = five(&room);
    add(&mut desk, "Nour Haddad", &[]).unwrap();
    for (person, new, expected) in [
        ("PER-0006", NEW, "no-such-key"),
        ("PER-0099", NEW, "unknown"),
        ("PER-0003", "short", "passphrase-short"),
    ] {
        let (person, new_passphrase) = (person.to_owned(), new.into());
        let grant = room.grant("request.json");
        let made = desk.request_key(RequestKey { person, new_passphrase, grant });
        assert_eq!(code(made), expected, "a first key is enrolled, not asked for");
        assert!(!room.path("request.json").exists(), "{expected}: no file is left over");
    }
}

#[test]
fn a_signer_carries_the_key_to_the_machine_where_they_sign() {
    let room = Room::new();
    let mut desk = five(&room);
    request(&room, "request.json");
    let mut bare = room.desk("bare");
    assert_eq!(
        sign(&room, &mut bare, "request.json", JONAS, "a.json"),
        "key-missing-here",
        "no key of his lies there"
    );
    sign_in(&mut desk, JONAS, &own(JONAS)).unwrap();
    desk.save_key_file(SaveKeyFile { grant: room.grant("jonas.pem") }).unwrap();
    bare.open_path(&room.workspace()).unwrap();
    let (grant, passphrase) = (room.grant("jonas.pem"), own(JONAS).as_str().into());
    bare.bring_key_file(desk::operations::BringKeyFile { grant, passphrase }).unwrap();
    assert_eq!(sign(&room, &mut bare, "request.json", JONAS, "a.json"), "done", "now one does");
}

//! Votes by file: asked on one machine, read whole and signed on another, counted on the first.

use desk::operations::{
    Asks, BringKeyFile, ChangeGiven, Nothing, OpenRequest, OpenStatements, ProposeDecision,
    RequestView, RequestVotes, RetireKey, SaveKeyFile, SignRequest, StatementsView, TakeStatements,
    WithdrawDecision,
};
use desk::{Desk, Problem};
use domain::decision::{DecisionKind, DecisionState};

use crate::support::*;

/// RevOps proposes, and the request lies in the room.
fn asked(room: &Room) -> Desk {
    let mut desk = room.founded();
    propose(&mut desk);
    request(room, &mut desk, "DEC-0001").unwrap();
    desk
}

fn propose(desk: &mut Desk) {
    let what = "A pilot with Contoso".to_owned();
    desk.propose_decision(ProposeDecision {
        kind: DecisionKind::Other,
        title: "Pilot".into(),
        rationale: "It opens the bottleneck.".into(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Request { what, workflow: None, permit: None },
    })
    .unwrap();
}

fn request(room: &Room, desk: &mut Desk, decision: &str) -> Result<RequestView, Problem> {
    let grant = room.grant(&format!("{decision}.json"));
    desk.request_votes(RequestVotes { decision: decision.to_owned(), grant })
        .map(|made| made.request)
}

/// The sponsor's own machine, with nothing but their key.
fn elsewhere(room: &Room, desk: &mut Desk) -> Desk {
    sign_in(desk, "PER-0002", SPONSORS).unwrap();
    let grant = room.grant("sponsor.pem");
    desk.save_key_file(SaveKeyFile { grant: grant.clone() }).unwrap();
    sign_in(desk, "PER-0001", PASSPHRASE).unwrap();
    let mut own = room.desk("sponsors");
    own.open_path(&room.workspace()).unwrap();
    own.bring_key_file(BringKeyFile { grant, passphrase: SPONSORS.into() }).unwrap();
    own.close_workspace(Nothing {}).unwrap();
    own
}

fn sign(room: &Room, own: &mut Desk, file: &str, approve: bool, out: &str) -> Result<(), Problem> {
    let grant = room.grant(file);
    let read = own.open_request(OpenRequest { grant: grant.clone() })?;
    own.sign_request(SignRequest {
        grant,
        sha256: read.sha256,
        person: "PER-0002".into(),
        approve,
        consulted: false,
        reason: "As discussed.".into(),
        passphrase: SPONSORS.into(),
        out: room.grant(out),
    })
    .map(|_| ())
}

fn take(room: &Room, desk: &mut Desk, file: &str) -> Result<(), Problem> {
    let grants = vec![room.grant(file)];
    let passphrase = PASSPHRASE.into();
    desk.take_statements(TakeStatements { grants, passphrase, why: None }).map(|_| ())
}

fn came(room: &Room, desk: &mut Desk, file: &str) -> StatementsView {
    desk.open_statements(OpenStatements { grants: vec![room.grant(file)] }).unwrap()
}

#[test]
fn the_whole_proposal_is_read_on_another_machine_signed_there_and_counted_here() {
    let room = Room::new();
    let mut desk = asked(&room);
    let mut own = elsewhere(&room, &mut desk);
    let read = own.open_request(OpenRequest { grant: room.grant("DEC-0001.json") }).unwrap();
    assert!(!read.known, "the workspace is not open there");
    let Asks::Vote(shown) = &read.asks else { panic!("a vote is asked for") };
    assert_eq!(shown.request.as_ref().unwrap().what.as_deref(), Some("A pilot with Contoso"));
    assert_eq!(shown.rationale.as_deref(), Some("It opens the bottleneck."), "with its reasons");
    assert_eq!(shown.by_name, "Maren Okafor", "and who asks");
    assert_eq!(shown.subject, read_decision(&mut desk, "DEC-0001").subject, "the same bytes");
    sign(&room, &mut own, "DEC-0001.json", true, "yes.json").unwrap();
    let back = came(&room, &mut desk, "yes.json");
    assert_eq!(back.refused, None, "it would count");
    take(&room, &mut desk, "yes.json").unwrap();
    let view = read_decision(&mut desk, "DEC-0001");
    assert_eq!(view.row.state, DecisionState::Applied, "it is what its right asks");
    assert_eq!(view.votes[0].reason.as_deref(), Some("As discussed."), "with the reason signed");
    holds(&mut desk, "the statement stands in the record like one given here");
}

#[test]
fn a_refusal_by_file_rejects() {
    let room = Room::new();
    let mut desk = asked(&room);
    let mut own = elsewhere(&room, &mut desk);
    sign(&room, &mut own, "DEC-0001.json", false, "no.json").unwrap();
    take(&room, &mut desk, "no.json").unwrap();
    let state = read_decision(&mut desk, "DEC-0001").row.state;
    assert_eq!(state, DecisionState::Rejected, "a no counts as a no");
}

#[test]
fn every_wrong_turn_is_refused_with_its_own_code() {
    let room = Room::new();
    let mut desk = asked(&room);
    let mut own = elsewhere(&room, &mut desk);
    let text = std::fs::read_to_string(room.path("DEC-0001.json")).unwrap();
    for (name, from, to) in [
        ("words.json", "A pilot with Contoso", "A pilot with Fabrikam"),
        ("right.json", "executive-sponsor", "revops"),
        ("about.json", "\"about\":\"DEC-0001\"", "\"about\":\"DEC-0002\""),
        ("field.json", "\"basis\":0", "\"basis\":0,\"shadow\":1"),
    ] {
        room.write(name, text.replace(from, to));
        let read = own.open_request(OpenRequest { grant: room.grant(name) });
        let right_alone = name == "right.json";
        // Another right is another proposal: it reads, and no record has it.
        assert_eq!(code(read), if right_alone { "done" } else { "statement-unreadable" }, "{name}");
    }
    sign(&room, &mut own, "right.json", true, "other.json").unwrap();
    let refused = code(take(&room, &mut desk, "other.json"));
    assert_eq!(refused, "request-differs", "what was signed is not what was proposed");

    sign(&room, &mut own, "DEC-0001.json", true, "yes.json").unwrap();
    let yes = std::fs::read_to_string(room.path("yes.json")).unwrap();
    room.write("altered.json", yes.replace("As discussed.", "As you like."));
    assert_eq!(code(take(&room, &mut desk, "altered.json")), "statement-altered", "its reason");
    room.write("forged.json", yes.replace("\\\"approve\\\"", "\\\"agree\\\""));
    assert_eq!(code(take(&room, &mut desk, "forged.json")), "statement-altered", "its verdict");

    room.later(60 * 72 + 1);
    let late = sign(&room, &mut own, "DEC-0001.json", true, "late.json");
    assert_eq!(code(late), "request-expired", "nobody signs what has lapsed");
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    let late = code(take(&room, &mut desk, "yes.json"));
    assert_eq!(late, "statement-expired", "and what was signed in time came back too late");

    propose(&mut desk);
    request(&room, &mut desk, "DEC-0002").unwrap();
    sign(&room, &mut own, "DEC-0002.json", true, "yes2.json").unwrap();
    take(&room, &mut desk, "yes2.json").unwrap();
    assert_eq!(code(take(&room, &mut desk, "yes2.json")), "statement-again", "it counts once");
    sign(&room, &mut own, "DEC-0002.json", true, "twice.json").unwrap();
    assert_eq!(code(take(&room, &mut desk, "twice.json")), "decision-over", "it is decided");

    propose(&mut desk);
    request(&room, &mut desk, "DEC-0003").unwrap();
    let mut mine = request(&room, &mut desk, "DEC-0003").unwrap().signers;
    mine.retain(|signer| signer.person == "PER-0001");
    assert_eq!(mine[0].refused.as_ref().unwrap().code, "own-proposal", "not the proposer");
    sign(&room, &mut own, "DEC-0003.json", true, "yes3.json").unwrap();
    desk.withdraw_decision(WithdrawDecision { decision: "DEC-0003".into(), why: String::new() })
        .unwrap();
    assert_eq!(code(take(&room, &mut desk, "yes3.json")), "decision-over", "it was withdrawn");

    propose(&mut desk);
    request(&room, &mut desk, "DEC-0004").unwrap();
    sign(&room, &mut own, "DEC-0004.json", true, "yes4.json").unwrap();
    let people = desk.people(Nothing {}).unwrap().people;
    let sponsor = people.iter().find(|row| row.person == "PER-0002").unwrap();
    let key = sponsor.keys.iter().find(|key| key.in_force).unwrap().key.clone();
    let (person, passphrase) = ("PER-0002".into(), PASSPHRASE.into());
    desk.retire_key(RetireKey { person, key, passphrase, why: None }).unwrap();
    let ended = code(take(&room, &mut desk, "yes4.json"));
    assert_eq!(ended, "statement-key-ended", "the key was retired meanwhile");

    let mut stranger = room.desk("stranger");
    stranger.create_workspace(room.founding("other.countersign")).unwrap();
    let foreign = code(take(&room, &mut stranger, "yes4.json"));
    assert_eq!(foreign, "statement-foreign", "made for another workspace");
    holds(&mut desk, "nothing that was refused left a trace");
}

//! What the person who signs would be shown.

use desk::operations::{Asks, ChangeGiven, DefineRole, Nothing, RightGiven, RoleNamed};
use domain::decision::DecisionKind;
use serde_json::Value;

use super::Attempt;
use super::inside::{
    DRAFT, Inside, LEGAL, add, code, describe, other, permission, proposal, propose,
};
use domain::workflow::Permitted;

/// Names of roles and people.
pub fn takes_a_name_that_reads_like_another(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let mut role = |role: Option<&str>, name: &str| {
        let (role, name) = (role.map(str::to_owned), name.to_owned());
        code(desk.define_role(DefineRole { role, name }))
    };
    let mut all = vec![
        ("a role called like the sponsor's", "name-taken", role(None, "executive  SPONSOR")),
        ("the same with what nobody sees", "name-taken", role(None, "Executive\u{200b} sponsor")),
        ("the same with a soft hyphen", "name-taken", role(None, "Execu\u{ad}tive sponsor")),
        ("the same read backwards", "unseen-character", role(None, "\u{202e}rosnops evitucexE")),
        ("a role called nothing", "blank", role(None, "\u{200b}\u{200d}")),
    ];
    assert_eq!(role(Some("executive-sponsor"), "Mail clerk"), "done", "a role may be renamed");
    let swapped = role(Some("cfo"), "Executive sponsor");
    all.push(("another role called what the sponsor's was", "name-taken", swapped));
    let namesake = add(&mut desk, "Tobias  Lindqvist", &[]);
    let lines = desk.people(Nothing {}).unwrap();
    assert!(lines.people.iter().any(|row| row.person == namesake), "there are namesakes");
    let proposed = other(&mut desk, "A pilot").unwrap();
    let seats: Vec<String> = proposed.seats.into_iter().flat_map(|seat| seat.people).collect();
    let told = seats.contains(&"Tobias Lindqvist (PER-0002)".to_owned());
    let told = if told { "told apart".to_owned() } else { format!("{seats:?}") };
    all.push(("a person called like the sponsor", "told apart", told));
    all
}

/// Names beside a request are unsigned.
pub fn tells_other_names_in_the_request(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    let rights = desk.decision_rights(Nothing {}).unwrap().rights;
    let ids = |roles: &[RoleNamed]| roles.iter().map(|role| role.role.clone()).collect();
    let mut given: Vec<RightGiven> = rights
        .iter()
        .map(|right| RightGiven {
            kind: right.kind,
            workflow: right.workflow.clone(),
            propose: ids(&right.propose),
            consult: ids(&right.consult),
            consult_first: right.consult_first,
            approve: ids(&right.approve),
            how: right.how,
            hours: right.hours,
            evidence: right.evidence.clone(),
        })
        .collect();
    let raises = given.iter_mut().find(|right| right.kind == DecisionKind::TierOrStage).unwrap();
    raises.approve = vec!["cfo".to_owned()];
    let change = ChangeGiven::Rights { rights: given };
    desk.propose_decision(proposal(DecisionKind::RuleSetting, change)).unwrap();
    let text = inside.asked(&mut desk, "DEC-0002");
    let mut sent: Value = serde_json::from_str(&text).unwrap();
    sent["beside"]["roles"]["cfo"] = "Executive sponsor".into();
    sent["beside"]["by"] = LEGAL.into();
    sent["workspace"] = "Sandbox".into();
    let read = inside.read(&sent.to_string()).unwrap();
    let Asks::Vote(shown) = &read.asks else { panic!("a vote is asked for") };
    let after = shown.differences.first().and_then(|one| one.after.clone()).unwrap_or_default();
    let seen = after.contains("Executive sponsor (cfo)");
    let signed = inside.signed(&sent.to_string()).unwrap();
    let taken = code(inside.take(&mut desk, &signed));
    let seen = if seen { "the role shows".to_owned() } else { after };
    vec![
        ("a role under the sponsor's name in a request", "the role shows", seen),
        ("a workspace under another name", "Northwind", read.workspace),
        ("another proposer in a request", "request-differs", taken),
    ]
}

/// Who lets something act signs what it is.
pub fn hides_what_a_launch_lets_act(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    describe(&mut desk, DRAFT, vec![permission(Permitted::Tier3)]).unwrap();
    propose(&mut desk, DecisionKind::Launch, DRAFT, Vec::new()).unwrap();
    let read = inside.read(&inside.asked(&mut desk, "DEC-0002")).unwrap();
    let Asks::Vote(shown) = read.asks else { panic!("a vote is asked for") };
    let told =
        shown.stays.iter().find(|one| one.field == "Recommend").and_then(|one| one.after.clone());
    let told = told.unwrap_or_else(|| "not a word".to_owned());
    let tier = if told.contains("tier 3") { "its tier shows".to_owned() } else { told };
    vec![("a launch by file of a draft made freer first", "its tier shows", tier)]
}

/// The file itself as the weapon.
pub fn sends_a_request_that_steers_or_bursts(inside: &Inside) -> Vec<Attempt> {
    let mut desk = inside.desk();
    other(&mut desk, "A pilot").unwrap();
    let text = inside.asked(&mut desk, "DEC-0002");
    let set = |path: &str, to: &str| {
        let mut sent: Value = serde_json::from_str(&text).unwrap();
        *sent.pointer_mut(path).unwrap() = to.into();
        sent.to_string()
    };
    let swapped = {
        let mut sent: Value = serde_json::from_str(&text).unwrap();
        sent["beside"]["texts"][1]["salt"] = sent["beside"]["texts"][0]["salt"].clone();
        sent.to_string()
    };
    let withheld = {
        let mut sent: Value = serde_json::from_str(&text).unwrap();
        sent["beside"]["texts"].as_array_mut().unwrap().pop();
        sent.to_string()
    };
    let (open, shut) = ("[".repeat(200_000), "]".repeat(200_000));
    [
        ("a text withheld", withheld),
        ("the salts of two texts swapped", swapped),
        ("another text under its commitment", text.replace("A pilot", "A big pilot")),
        (
            "a text in another Unicode form",
            text.replace("Nothing to see.", "Nothing to se\u{65}\u{301}."),
        ),
        (
            "a field beside those that are shown",
            text.replace("\"basis\":0", "\"basis\":0,\"also\":1"),
        ),
        ("a number that is none", text.replace("\"basis\":0", "\"basis\":NaN")),
        ("a number that is too large", text.replace("\"basis\":0", "\"basis\":1e999")),
        ("half a character", text.replace("A pilot", "A \\ud800pilot")),
        ("JSON without a floor", text.replace("\"basis\":0", &format!("\"basis\":{open}{shut}"))),
        ("a file without an end", format!("{text}{}", " ".repeat(2 << 20))),
        ("no file at all", String::new()),
        ("a reference that is a path", set("/about", "../../DEC-0002")),
        ("a later end than was proposed", set("/expires", "2027-11-19T07:00:00.000Z")),
        ("a name of several lines", set("/beside/people/PER-0001", "Maren\nDecided: by nobody")),
        ("a name read backwards", set("/beside/people/PER-0001", "Maren\u{202e}")),
        ("a name without an end", set("/beside/people/PER-0001", &"M".repeat(100_000))),
        ("a workspace that clears the screen", set("/workspace", "North\u{1b}[2Jwind")),
        ("a kind nobody knows", set("/kind", "vote\u{1b}[2J")),
    ]
    .into_iter()
    .map(|(attempt, sent)| (attempt, "statement-unreadable", code(inside.signed(&sent))))
    .collect()
}

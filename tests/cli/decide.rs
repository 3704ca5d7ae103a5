//! A decision by command line: asked for here, heard and signed from files, taken in, used as proof.

use chrono::{Days, Utc};
use journeys::machines::{FILE, Machines, OPERATORS};
use journeys::paper;
use serde_json::Value;

const LEGALS: &str = "a passphrase of legal";
const ASKED: &str = "DEC-0002";
const WHAT: &str = "Postal addresses of 1,150 visitors";

/// Two machines; on the operator's, Legal has a key too.
fn with_legal() -> Machines {
    let machines = Machines::with_a_live_workflow();
    let add = ["people", "add", FILE, "--name", "Salome Duarte", "--role", "legal"];
    machines.operator(&add).done();
    let enrol = ["key", "enrol", FILE, "PER-0003"];
    machines.operators.countersign_with_new([OPERATORS, LEGALS], &enrol).done();
    machines
}

/// The operator asks for an export, and the request lies on both machines.
fn asked(machines: &Machines) {
    let last = (Utc::now().date_naive() + Days::new(20)).to_string();
    let propose =
        ["decide", "propose", FILE, "--kind", "data-export", "--title", "For the printer"];
    let why = ["--rationale", "Invitations are printed outside", "--what", WHAT];
    let permit = ["--last-day", &last, "--count", "1150"];
    machines.operator(&[&propose[..], &why, &permit].concat()).done();
    machines.operator(&["decide", "request", FILE, ASKED, "--out", "ask.json"]).done();
    machines.operators.sends("ask.json", &machines.sponsors);
}

fn shown(machines: &Machines, decision: &str) -> Value {
    machines.operator(&["decide", "show", FILE, decision, "--json"]).done().json()
}

#[test]
fn an_export_is_heard_by_legal_approved_by_file_and_leaves_a_record_that_verifies() {
    let machines = with_legal();
    asked(&machines);
    let proposed = shown(&machines, ASKED);
    assert_eq!(proposed["row"]["state"], "proposed", "it waits: {proposed}");
    let own = ["decide", "vote", FILE, ASKED, "--verdict", "approve"];
    machines.operator(&own).fails(1, "somebody else approves it");

    let read = machines.sponsor(&["sign", "ask.json"]).fails(2, "--approve or --refuse").out;
    for words in [ASKED, WHAT, "Invitations are printed outside", "Ada", "at most 1,150 rows"] {
        assert!(read.contains(words), "the whole of it is read, “{words}” too:\n{read}");
    }
    machines.sponsor(&["sign", "ask.json", "--approve", "--out", "yes.json"]).done();
    machines.sponsors.sends("yes.json", &machines.operators);
    let hears = ["sign", "ask.json", "--as", "PER-0003", "--consulted", "--approve"];
    let word = ["--reason", "Addresses only", "--out", "heard.json"];
    machines.operators.countersign_with(LEGALS, &[&hears[..], &word].concat()).done();

    let take = ["decide", "take", FILE, "yes.json", "heard.json"];
    let taken = machines.operator(&[&take[..], &["--json"]].concat()).done().json();
    assert_eq!(taken["permits"][0]["permit"], "PRM-0001", "approval issues a permit: {taken}");
    machines.operator(&take).fails(1, "counts once");
    let applied = shown(&machines, ASKED);
    assert_eq!(applied["row"]["state"], "applied", "by the sponsor's word: {applied}");
    let said: Vec<_> = list(&applied["votes"]).iter().map(|vote| vote["verdict"].clone()).collect();
    assert_eq!(said, ["agree", "approve"], "whoever is consulted is heard first");

    leaves_a_record(&machines);
}

fn leaves_a_record(machines: &Machines) {
    let home = &machines.operators;
    for out in ["record.pdf", "record.excerpt"] {
        let export = ["export", FILE, "decision", "--about", ASKED, "--out", out];
        machines.operator(&export).done();
        machines.operator(&export).fails(1, "is there already");
    }
    machines
        .operator(&["export", FILE, "decision", "--about", ASKED, "--out", "record.doc"])
        .fails(2, ".excerpt to be verified");
    paper::assert_sound(&home.path("record.pdf"));
    let text = paper::text(&home.path("record.pdf"));
    for words in [ASKED, "PRM-0001", "Salome Duarte", "Addresses only"] {
        assert!(paper::shows(&text, words), "the record says “{words}”:\n{text}");
    }

    let verify = |file: &str| machines.sponsors.countersign(&["verify", file, "--json"]);
    home.sends("record.excerpt", &machines.sponsors);
    let proof = verify("record.excerpt").done().json();
    assert_eq!(proof["integrity"]["verdict"], "holds", "on a machine without the file: {proof}");
    let notes = proof["notes"].to_string();
    assert!(notes.contains("exactly the proposal"), "the vote covers this proposal: {notes}");
    let whole = std::fs::read_to_string(home.path("record.excerpt")).expect("an excerpt is text");
    let lines: Vec<&str> = whole.lines().collect();
    let last = lines.iter().rposition(|line| line.starts_with("extra ")).expect("entries");
    machines.sponsors.put("altered.excerpt", whole.replacen(lines[1], lines[last], 1));
    assert_eq!(verify("altered.excerpt").code, Some(3), "verification says no");
}

#[test]
fn whatever_falls_short_is_refused_in_words_and_changes_nothing() {
    let machines = with_legal();
    asked(&machines);
    let home = &machines.operators;
    machines.sponsor(&["sign", "ask.json", "--approve", "--out", "yes.json"]).done();
    machines
        .sponsor(&["sign", "ask.json", "--approve", "--consulted", "--out", "agree.json"])
        .done();
    for file in ["yes.json", "agree.json"] {
        machines.sponsors.sends(file, home);
    }
    let before = machines.operator(&["log", FILE, "--json"]).done().out;

    let yes = std::fs::read_to_string(home.path("yes.json")).expect("the statement came back");
    home.put("altered.json", yes.replace("\\\"approve\\\"", "\\\"refuse\\\""));
    let ask = std::fs::read_to_string(home.path("ask.json")).expect("the request went out");
    home.put("other.json", ask.replace("1,150 visitors", "9,150 visitors"));
    home.put("photo.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 16]);
    let take = |file: &str| machines.operator(&["decide", "take", FILE, file]);
    take("altered.json").fails(1, "PER-0002");
    take("agree.json").fails(1, "PER-0002 holds none of these roles");
    take("photo.jpg").fails(1, "it is not text");
    take("ask.json").fails(1, "cannot be read");
    let sign = ["sign", "other.json", "--as", "PER-0003", "--approve", "--out", "other-yes.json"];
    home.countersign_with(LEGALS, &sign).fails(1, "cannot be read");
    machines.sponsor(&["sign", "ask.json", "--as", "PER-0003", "--approve"]).fails(1, "No key of");
    let own = ["sign", "ask.json", "--as", "PER-0001", "--approve", "--out", "own.json"];
    machines.operator(&own).fails(1, "somebody else approves it");
    let silent = ["decide", "vote", FILE, ASKED, "--verdict", "object", "--as", "PER-0003"];
    home.countersign_with(LEGALS, &silent).fails(1, "reason");
    let usage = ["decide", "propose", FILE, "--kind", "coup", "--title", "x", "--rationale", "y"];
    machines.operator(&usage).fails(2, "a kind of decision is one of");

    let after = machines.operator(&["log", FILE, "--json"]).done().out;
    assert_eq!(before, after, "a refused act leaves no entry");
    let why = ["decide", "withdraw", FILE, ASKED, "--why", "The fair is off"];
    machines.operator(&why).done();
    take("yes.json").fails(1, "withdrawn");
    assert_eq!(shown(&machines, ASKED)["row"]["state"], "withdrawn", "and stays so");
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

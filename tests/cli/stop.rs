//! The kill switch by command line: tried, pulled by the machine alone, on a list that verifies, and
//! lifted by nothing but a decision.

use journeys::machines::{FILE, Machines};
use serde_json::Value;

fn status(machines: &Machines) -> Value {
    let register = machines.operator(&["register", FILE, "--json"]).done().json();
    register["workflows"][0]["status"].clone()
}

fn sequence(list: &Value) -> u64 {
    list["seq"].as_u64().expect("a list has a number")
}

#[test]
fn a_workflow_is_stopped_by_the_machine_and_the_list_says_so_to_anybody() {
    let machines = Machines::with_a_live_workflow();
    let home = &machines.operators;
    let list = ["stop-list", FILE, "--out", "stopped.json", "--json"];
    let first = home.countersign(&list).done().json();
    assert_eq!(first["stopped"], 0, "nothing is stopped yet: {first}");

    let drill = ["stop", FILE, "WF-0001", "--reason", "Quarterly drill", "--drill", "--json"];
    let tried = machines.operator(&drill).done().json();
    assert_eq!(tried["stop"], "STOP-0001", "a drill is on the record");
    assert_eq!(status(&machines), "live", "and stops nothing");
    let both = [&drill[..], &["--by-machine"]].concat();
    assert_eq!(machines.operator(&both).code, Some(2), "no drill without somebody who drills");

    // Nobody gives a passphrase: whoever stands beside the machine may stop.
    let pull = ["stop", FILE, "WF-0001", "--reason", "It writes to strangers", "--by-machine"];
    let said = home.countersign(&pull).done().out;
    for words in ["STOP-0002", "is stopped", "This machine signed", "EXC-0001"] {
        assert!(said.contains(words), "it says “{words}”:\n{said}");
    }
    assert_eq!(status(&machines), "stopped", "at once");
    home.countersign(&pull).fails(1, "is stopped already");

    let verdict = home.countersign(&["verify", "stopped.json", "--json"]).done().json();
    assert_eq!(verdict["integrity"]["verdict"], "holds", "integrations can check it: {verdict}");
    let kept = home.countersign(&["key", "list", FILE]).done().out;
    assert!(kept.contains("  a machine"), "the key that signed it is among those kept:\n{kept}");
    home.put("fingerprints.txt", kept);
    let anchored = ["verify", "stopped.json", "--keys", "fingerprints.txt", "--json"];
    let verdict = home.countersign(&anchored).done().json();
    assert_eq!(verdict["integrity"]["verdict"], "holds", "by keys of before: {verdict}");
    let written = std::fs::read_to_string(home.path("stopped.json")).expect("the list is text");
    assert!(written.contains("WF-0001"), "it was written by the stop itself:\n{written}");
    let again = home.countersign(&["stop-list", FILE, "--json"]).done().json();
    assert!(sequence(&again) > sequence(&first), "its number never goes back: {again}");
    home.put("altered.json", written.replace("WF-0001", "WF-0002"));
    let altered = home.countersign(&["verify", "altered.json"]);
    assert_eq!(altered.code, Some(3), "a list that was altered is found out: {altered:?}");

    let restart = ["decide", "propose", FILE, "--kind", "restart", "--workflow", "WF-0001"];
    let why = ["--title", "Restart it", "--rationale", "The list of strangers is gone"];
    machines.operator(&[&restart[..], &why].concat()).fails(1, "confirm it there first");
    let verdict = home.countersign(&["verify", FILE, "--json"]).done().json();
    assert_eq!(verdict["completeness"]["verdict"], "holds", "with the machine's entry: {verdict}");
}

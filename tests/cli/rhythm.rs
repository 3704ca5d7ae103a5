//! The rhythm by command line: cadences changed from a file, the chair handed on, action items seen
//! through, and a status that says what waits.

use chrono::{Days, Utc};
use journeys::machines::{FILE, Machines, OPERATOR, OPERATORS};
use serde_json::Value;

const NOURS: &str = "a passphrase of Nour";

#[test]
fn a_cadence_is_read_changed_looked_at_and_set_from_a_file() {
    let machines = Machines::with_a_live_workflow();
    let show = ["cadence", "show", FILE, "weekly", "--json"];
    let mut weekly = machines.operator(&show).done().json();
    assert_eq!(weekly["terms"]["time"], "10:00", "as it started: {weekly}");
    weekly["terms"]["time"] = "09:15".into();
    machines.operators.put("weekly.json", weekly.to_string());

    let set = ["cadence", "set", FILE, "weekly.json"];
    let preview = machines.operator(&[&set[..], &["--dry-run"]].concat()).done().out;
    assert!(preview.contains("Time: 10:00 -> 09:15"), "what differs is said:\n{preview}");
    assert_eq!(machines.operator(&show).done().json()["terms"]["time"], "10:00", "and not done");
    machines.operator(&[&set[..], &["--why", "Ten is taken"]].concat()).done();
    assert_eq!(machines.operator(&show).done().json()["terms"]["time"], "09:15", "now it is");
    machines.operator(&[&set[..], &["--new"]].concat()).fails(1, "another name");

    machines.operators.put("weekly.json", weekly["terms"].to_string().replace("09:15", "25:00"));
    machines.operator(&set).fails(1, "write one like 06:30");
    machines.operators.put("weekly.json", "not a cadence");
    machines.operator(&set).fails(1, "`cadence show FILE CADENCE --json` prints one");
    machines
        .operator(&["cadence", "show", FILE, "yearly"])
        .fails(1, "is not known in this workspace");
    let retire = ["cadence", "retire", FILE, "weekly", "--why", "Too often"];
    machines.operator(&retire).fails(1, "takes a decision");
    let proposed = machines.operator(&[&retire[..], &["--propose"]].concat()).done().out;
    assert!(proposed.contains("weekly: In force -> Retired"), "it is proposed:\n{proposed}");
    let left = machines.operator(&["cadence", "list", FILE]).done().out;
    assert!(left.contains("weekly"), "and stands until somebody else approves it:\n{left}");
}

#[test]
fn an_action_item_is_raised_in_the_call_late_in_no_ones_hands_and_done() {
    let machines = Machines::with_a_live_workflow();
    let day = |days| (Utc::now().date_naive() + Days::new(days)).to_string();
    let review = open_this_weeks_review(&machines);
    let item = machines.operator(&["review", "show", FILE, &review, "--json"]).done().json();
    let item = item["items"][0]["item"].as_str().expect("items have names").to_owned();
    let what = ["action", "raise", FILE, "--what", "Ask the vendor", "--who", "PER-0001"];
    machines.operator(&[&what[..], &["--due", &day(7)]].concat()).fails(2, "--cadence");
    let from = ["--due", &day(7), "--review", &review, "--item", &item];
    machines.operator(&[&what[..], &from].concat()).done();
    let alone = ["--due", &day(3), "--cadence", "weekly"];
    machines.operator(&[&what[..], &alone].concat()).done();

    machines.operator(&["action", "hand-over", FILE, "ACT-0001", "PER-0002"]).done();
    let mine = machines.operator(&["action", "list", FILE, "--shown", "mine"]).done().out;
    assert!(mine.contains("ACT-0002") && !mine.contains("ACT-0001"), "the other's not:\n{mine}");
    let later = ["action", "reschedule", FILE, "ACT-0002", "--due", &day(9)];
    machines.operator(&later).fails(2, "--reason");
    machines.operator(&[&later[..], &["--reason", "They are away"]].concat()).done();
    machines.operator(&["action", "done", FILE, "ACT-0002", "--words", "They answered"]).done();
    machines.operator(&["action", "drop", FILE, "ACT-0001", "--reason", "Not needed"]).done();
    let over = machines.operator(&["action", "list", FILE, "--shown", "over"]).done().out;
    assert!(over.contains("They answered") && over.contains("Not needed"), "both ended:\n{over}");
    machines.operator(&["action", "reopen", FILE, "ACT-0001", "--reason", "It is"]).done();

    let export = ["export", FILE, "actions", "--shown", "over", "--out"];
    machines.operator(&[&export[..], &["actions.pdf"]].concat()).fails(2, ".csv");
    machines.operator(&[&export[..], &["actions.csv"]].concat()).done();
    let csv = std::fs::read_to_string(machines.operators.path("actions.csv")).expect("a table");
    assert!(csv.contains("ACT-0002") && !csv.contains("ACT-0001"), "what is over:\n{csv}");
}

#[test]
fn the_chair_is_handed_on_and_the_meeting_dated_and_the_status_says_what_waits() {
    let machines = Machines::with_a_live_workflow();
    let review = open_this_weeks_review(&machines);
    let home = &machines.operators;
    let add = ["people", "add", FILE, "--name", "Nour Haddad", "--role", "revops"];
    machines.operator(&add).done();
    home.countersign_with_new([OPERATORS, NOURS], &["key", "enrol", FILE, "PER-0003"]).done();
    let nour =
        |words: &[&str]| home.countersign_with(NOURS, &[words, &["--as", "PER-0003"]].concat());
    let take = ["review", "chair", FILE, &review, "--reason", "Ada is ill"];
    machines.operator(&take).fails(1, "chairs");
    nour(&take).done();
    nour(&["review", "held", FILE, &review, "--from", "ten", "--to", "eleven"])
        .fails(1, "write one like 2026-11-16T10:00");
    let shown = machines.operator(&["review", "show", FILE, &review]).done().out;
    assert!(shown.contains("Nour Haddad chairs"), "the chair is hers:\n{shown}");

    let ask = ["decide", "propose", FILE, "--kind", "other", "--title", "For the printer"];
    let why = ["--rationale", "Invitations", "--what", "Print them outside"];
    machines.operator(&[&ask[..], &why].concat()).done();
    let said = machines.operator(&["status", FILE]).done().out;
    for words in [
        "Revenue desk",
        &review,
        "Decisions open 1",
        "DEC-0002",
        "Exceptions open 0",
        "Action items open 0, 0 late",
        "Metrics out of line",
        "Findings ",
        "First 30 days: ",
    ] {
        assert!(said.contains(words), "the status says “{words}”:\n{said}");
    }
    let all = machines.operator(&["status", FILE, "--json"]).done().json();
    assert_eq!(all["decisions"]["open"][0]["by_name"], OPERATOR, "and the same as JSON");
}

fn open_this_weeks_review(machines: &Machines) -> String {
    let waiting = machines.operator(&["review", "list", FILE, "--json"]).done().json();
    let named = |row: &&Value| row["cadence"] == "weekly";
    let rows = waiting["waiting"].as_array().expect("a list");
    let review = rows.iter().find(named).expect("a weekly call waits")["review"].clone();
    let review = review.as_str().expect("reviews have names").to_owned();
    machines.operator(&["review", "open", FILE, &review]).done();
    review
}

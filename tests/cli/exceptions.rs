//! Exceptions by command line: reported, seen to, resolved, learnt from, and out as files.

use std::fs;

use journeys::machines::{FILE, Machines};
use journeys::paper;

#[test]
fn an_exception_is_seen_through_and_leaves_as_a_table_in_short_and_as_a_postmortem() {
    let machines = Machines::with_a_live_workflow();
    let does = |words: &[&str]| machines.operator(&[&["exception"], words].concat());
    let report = ["report", FILE, "--what", "A list lay open", "--workflow", "WF-0001"];
    does(&[&report[..], &["--kind", "leak"]].concat()).fails(2, "data-security, privacy");
    let grave = ["--kind", "data-security", "--severity", "high"];
    let reported = does(&[&report[..], &grave].concat()).done().out;
    assert!(reported.contains("EXC-0001  High, 2"), "with its time:\n{reported}");

    does(&["acknowledge", FILE, "EXC-0001"]).done();
    // Whoever acknowledges it has taken it on.
    does(&["assign", FILE, "EXC-0001", "PER-0001"]).fails(1, "is with them already");
    does(&["wait", FILE, "EXC-0001"]).fails(2, "--reason");
    does(&["wait", FILE, "EXC-0001", "--reason", "The vendor reads its log"]).done();
    let waits = does(&["list", FILE, "--shown", "mine", "--about", "WF-0001"]).done().out;
    assert!(waits.contains("waits, 2"), "its clock stands still:\n{waits}");
    does(&["resume", FILE, "EXC-0001"]).done();
    does(&["link", FILE, "EXC-0001", "DEC-0001"]).done();
    let about = does(&["list", FILE, "--about", "DEC-0001"]).done().out;
    assert!(about.contains("EXC-0001"), "the decision leads to it:\n{about}");
    does(&["unlink", FILE, "EXC-0001", "DEC-0001"]).done();
    let milder = ["severity", FILE, "EXC-0001", "normal", "--reason", "It is not so bad"];
    does(&milder).fails(1, "does not make it milder");
    does(&["resolve", FILE, "EXC-0001", "--words", "The link is closed"]).done();
    does(&["reopen", FILE, "EXC-0001", "--reason", "It lies open again"]).done();
    does(&["resolve", FILE, "EXC-0001", "--words", "Closed for good"]).done();
    let none = does(&["list", FILE]).done().out;
    assert!(none.contains("No exception is open."), "nothing is open:\n{none}");

    let export = |words: &[&str]| machines.operator(&[&["export", FILE], words].concat());
    let postmortem = ["postmortem", "--about", "EXC-0001", "--out", "learnt.pdf"];
    export(&postmortem).fails(2, "has no postmortem yet");
    let learnt = ["--cause", "A default", "--impact", "Nobody", "--done", "It was closed"];
    let learnt = [&["postmortem", FILE, "EXC-0001"], &learnt[..], &["--changes", "The default"]];
    does(&learnt.concat()).done();
    let shown = does(&["show", FILE, "EXC-0001"]).done().out;
    for words in ["Waited: ", "The vendor reads its log", "Closed for good", "Changes: The default"]
    {
        assert!(shown.contains(words), "“{words}” in\n{shown}");
    }

    export(&postmortem).done();
    let text = paper::text(&machines.operators.path("learnt.pdf"));
    for words in ["Data security", "A default", "Stood still", "EXC-0001"] {
        assert!(paper::shows(&text, words), "the postmortem says “{words}”:\n{text}");
    }
    export(&["exceptions", "--shown", "over", "--out", "over.csv"]).done();
    export(&["exceptions", "--out", "short.md"]).done();
    export(&["exceptions", "--out", "pages.pdf"]).fails(2, ".csv, or in short, .md");
    export(&["week", "--out", "week.md"]).done();
    export(&["calendar", "--out", "all.ics"]).done();
    for (file, words) in [
        ("over.csv", "Closed for good"),
        ("short.md", "| EXC-0001 |"),
        ("week.md", "1 raised and 1 resolved this week, 0 open."),
        ("all.ics", "SUMMARY:Drill due: WF-0001"),
    ] {
        let text = fs::read_to_string(machines.operators.path(file)).expect("it was written");
        assert!(text.contains(words), "“{words}” in {file}:\n{text}");
    }
}

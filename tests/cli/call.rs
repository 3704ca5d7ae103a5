//! What has no command of its own is called by its name.

use journeys::Home;
use serde_json::json;

const OWN: &str = "correct horse battery";
const FILE: &str = "w.countersign";

#[test]
fn any_operation_is_called_by_its_name_with_what_the_window_would_send() {
    let home = Home::new();
    let new = ["new", FILE, "--name", "Desk", "--founder", "Ada"];
    home.countersign_founds(OWN, &new).done();
    home.put("soc2.pdf", "the report");
    let capture = json!({
        "title": "SOC 2 report", "class": "observed-fact", "url": "", "grant": "soc2.pdf",
        "keep": true, "expires": null, "to": null,
    });
    let capture = ["call", FILE, "capture_evidence", &capture.to_string()];
    let acting = [&capture[..], &["--as", "PER-0001"]].concat();
    home.countersign(&capture).fails(1, "Nobody is signed in");
    home.countersign_with(OWN, &acting).done();
    let rows = home.countersign(&["call", FILE, "evidence"]).done().json()["rows"].clone();
    assert_eq!(rows[0]["title"], "SOC 2 report", "it is there: {rows}");

    // What asks for the passphrase again is given the one that was asked for.
    let erase = json!({ "evidence": "EVD-0001", "ground": "She asked for it" }).to_string();
    let erase = ["call", FILE, "erase_evidence", &erase, "--as", "PER-0001"];
    let erased = home.countersign_with(OWN, &erase).done().json()["rows"].clone();
    assert_eq!(erased[0]["file"]["content"], "erased", "and gone: {erased}");

    home.countersign(&["call", FILE, "make_coffee"]).fails(2, "no operation called “make_coffee”");
    home.countersign(&["call", FILE, "evidence", "all of it"]).fails(2, "no JSON");
    let listed = home.countersign(&["call", "--help"]).done().out;
    assert!(listed.contains("capture_evidence"), "help lists the operations:\n{listed}");
}

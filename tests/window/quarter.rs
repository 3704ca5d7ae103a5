//! A quarter's end: the audit falls due, is held and closed; the sponsor reads all of it and countersigns
//! on a machine that has nothing but their key; the quarter leaves as a pack, which whoever gets it verifies
//! with our command, with the page that lies in it, and with a program of their own.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, Months, NaiveDate, Utc};
use journeys::machines::{FILE, Machines, OPERATOR, OPERATORS, SPONSORS};
use journeys::{Home, Person, auditor};

use crate::rules::Rules;

const ASKED: &str = "audit.json";
const SIGNED: &str = "audit-signed.json";
const PACK: &str = "quarter.zip";
const NARRATIVE: &str = "One workflow wrote drafts all quarter, and its kill switch works.";
const STATES: &str = "I read every answer and stand behind them.";

#[test]
fn an_audit_falls_due_is_countersigned_on_a_second_profile_and_leaves_as_a_pack_that_verifies() {
    let machines = Machines::with_a_live_workflow();
    let Machines { operators: here, sponsors: there } = &machines;
    let audit = Audit::after(Utc::now().date_naive());
    let operator = Person::opens_the_file("quarter", here, &here.path(FILE));
    let mut seen = Rules::of(&operator);
    operator.sees("Who signs?").fills("Passphrase", OPERATORS).presses("Enter");
    operator.sees_no_more("Who signs?");

    comes_back_after(&operator, here, audit.hours_ahead / 2);
    tries_the_kill_switch(&operator);
    comes_back_after(&operator, here, audit.hours_ahead);
    holds(&operator, &audit, &mut seen);
    asks_the_sponsor(&operator, here, there);

    there.lets_pass(audit.hours_ahead);
    countersigns(there, here, &audit);
    takes_in(&operator, here, &audit, &mut seen);
    exports(&operator, here, &audit, &mut seen);
    seen.hold();
    operator.leaves();

    is_verified_by_strangers(here, &audit);
}

/// The audit of the quarter that runs.
struct Audit {
    quarter: String,
    review: String,
    hours_ahead: u32,
}

impl Audit {
    /// It falls due on the eighth business day after the quarter, which the 15th is never before.
    fn after(today: NaiveDate) -> Self {
        let number = today.month0() / 3 + 1;
        let first = NaiveDate::from_ymd_opt(today.year(), number * 3 - 2, 1).expect("a day");
        let due = first + Months::new(3) + Days::new(14);
        let hours_ahead = u32::try_from((due - today).num_hours()).expect("days ahead");
        let quarter = format!("{}-Q{number}", today.year());
        Self { review: format!("QUARTERLY-{quarter}"), quarter, hours_ahead }
    }
}

/// The desk is locked meanwhile.
fn comes_back_after(person: &Person, here: &Home, hours_ahead: u32) {
    person.settles().presses("Ctrl+L").sees("Locked");
    here.lets_pass(hours_ahead);
    person.fills("Passphrase", OPERATORS).presses("Enter").sees_no_more("Locked");
}

/// Something that the quarter has to show, half way to its end: a longer jump of the clock would first have
/// to be acknowledged.
fn tries_the_kill_switch(person: &Person) {
    person.finds_and_takes("Exceptions, overrides and stops").settles().presses("4");
    person.tabs_to_and_presses("Drill: try the kill switch of WF-0001");
    person.sees("A drill stops nothing").fills("Reason", "Once a quarter").presses("Ctrl+Enter");
    person.sees("STOP-0001").settles().tabs_to_and_presses("Confirm");
    person.sees("Look in Salesforce itself first").presses("Ctrl+Enter");
    person.sees("STOP-0001 is confirmed in Salesforce");
}

/// Each question stands beside what the record says to it.
fn holds(person: &Person, audit: &Audit, seen: &mut Rules<'_>) {
    person.finds_and_takes("Reviews").settles().finds_and_takes(&audit.review);
    person.sees("Open the review").takes_a_picture("1-due").presses("Enter");
    person.sees("Item 1 of ").presses("T").types("p").presses("Escape");
    person.presses("P").sees_no_more("not stated");
    let items = number_of_items(person);
    for number in 1..=items {
        person.sees(&format!("Item {number} of {items}")).settles();
        if person.reads().contains("Kill-switch drills") && person.reads().contains("STOP-0001") {
            person.takes_a_picture("2-drills");
            seen.check("an item with its evidence");
        }
        if person.reads().contains("waits for a verdict") {
            gives_its_verdict(person, seen);
        }
        person.presses("F");
        if number == items {
            person.settles();
        } else {
            person.presses("Ctrl+Enter");
        }
    }
    person.presses("C").sees("Drafted from the quarter");
    person.settles().fills("Board narrative", NARRATIVE);
    person.fills(&format!("Passphrase of {OPERATOR}"), OPERATORS).takes_a_picture("3-close");
    person.presses("Ctrl+Enter").sees("Countersignature wanted");
    person.sees("Minutes as PDF").takes_a_picture("4-closed");
    seen.check_both("a closed audit");
}

/// Fine is refused while a workflow waits; one key judges it, along what the record shows.
fn gives_its_verdict(person: &Person, seen: &mut Rules<'_>) {
    person.presses("F").sees("1 workflow still waits for a verdict: WF-0001").settles();
    let down = person.reads().contains("Reasons to go down");
    person.presses(if down { "2" } else { "1" }).sees("Each of 1 workflow has its verdict");
    person.settles().takes_a_picture("2-tiers");
    seen.check("an item that re-tiers");
}

fn number_of_items(person: &Person) -> usize {
    let read = person.reads();
    let told = read.split_once("Item 1 of ").map(|(_, rest)| rest);
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    told.map(digits).and_then(|number| number.parse().ok()).expect("how many items there are")
}

fn asks_the_sponsor(person: &Person, here: &Home, there: &Home) {
    here.will_choose("save-request", ASKED);
    person.presses("F").sees(&format!("Send {ASKED} to the sponsor"));
    here.sends(ASKED, there);
}

/// On that machine lies no workspace: all that is signed is in the file.
fn countersigns(there: &Home, here: &Home, audit: &Audit) {
    let sponsor = Person::opens_the_desk("quarter-sponsor", there);
    let mut shown = Rules::of(&sponsor);
    there.will_choose("read-request", ASKED);
    sponsor.sees("Open a request").presses("R").sees("Choose the request").presses("Ctrl+Enter");
    sponsor.sees("A request to you").settles();
    for words in [&*audit.review, OPERATOR, "Kill-switch drills", NARRATIVE, "not open here"] {
        sponsor.sees(words);
    }
    sponsor.takes_a_picture("1-read-whole");
    shown.check("an audit read whole");
    sponsor.tabs_to_the_field("Your answer").types("Countersign").fills("Statement", STATES);
    sponsor.fills("Passphrase of PER-0002", SPONSORS).takes_a_picture("2-countersigns");
    there.will_choose("save-statement", SIGNED);
    sponsor.presses("Ctrl+Enter").sees(&format!("{SIGNED} is signed"));
    shown.hold();
    sponsor.leaves();
    there.sends(SIGNED, here);
}

fn takes_in(person: &Person, here: &Home, audit: &Audit, seen: &mut Rules<'_>) {
    here.will_choose("read-statement", SIGNED);
    person.settles().presses("T").sees("Take statements in");
    person.tabs_to_and_presses("Add a statement").sees("counts").sees(STATES).settles();
    person.fills(&format!("Passphrase of {OPERATOR}"), OPERATORS).presses("Ctrl+Enter");
    person.sees(&format!("{} is countersigned", audit.review)).sees("Countersigned by");
    person.sees("Bruno Salvatierra").takes_a_picture("5-countersigned");
    seen.check("a countersigned audit");
}

fn exports(person: &Person, here: &Home, audit: &Audit, seen: &mut Rules<'_>) {
    here.will_choose("save-pack", PACK);
    person.finds_and_takes("Export an evidence pack").sees("Export the pack").settles();
    // The quarter before the one that runs by now.
    person.tabs_to_the_field("Period").types(&audit.quarter).takes_a_picture("6-pack");
    seen.check("the sheet of a pack");
    person.presses("Ctrl+Enter").sees_after_long_work(&format!("{PACK} saved and sealed"));
}

fn is_verified_by_strangers(here: &Home, audit: &Audit) {
    let auditor = Home::new();
    here.sends(PACK, &auditor);
    let pack = auditor.path(PACK);
    let said = auditor.countersign(&["verify", PACK, "--json"]).done().json();
    for verdict in ["integrity", "completeness"] {
        assert_eq!(said[verdict]["verdict"], "holds", "{verdict}: {said}");
    }
    let head = said["head"].as_str().expect("a head").to_owned();

    let page = auditor.put("verify.html", unpacked(&pack, "verify.html"));
    let shown = auditor::opened(&page, &head, std::slice::from_ref(&pack));
    let verdict = &shown["packs"][0];
    assert_eq!((&verdict["integrity"], &verdict["completeness"]), (&"yes".into(), &"yes".into()));

    let (code, told) = auditor::stranger(&pack);
    assert_eq!(code, Some(0), "and a program that somebody wrote from FORMAT.md: {told}");

    for report in ["reports/audit-report.pdf", "reports/sponsor-page.pdf"] {
        let paper = auditor.put("report.pdf", unpacked(&pack, report));
        journeys::paper::assert_sound(&paper);
    }
    let text = journeys::paper::text(
        &auditor.put("audit.pdf", unpacked(&pack, "reports/audit-report.pdf")),
    );
    for words in [&*audit.quarter, "Bruno Salvatierra", STATES] {
        assert!(journeys::paper::shows(&text, words), "the audit report says {words}");
    }
    assert!(fs::metadata(auditor.path(FILE)).is_err(), "the workspace itself stayed where it was");
}

fn unpacked(pack: &Path, path: &str) -> Vec<u8> {
    let opened = File::open(PathBuf::from(pack)).expect("the pack is there");
    let mut zip = zip::ZipArchive::new(opened).expect("it is a zip");
    let mut file = zip.by_name(path).expect("the file is in it");
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).expect("it unpacks");
    bytes
}

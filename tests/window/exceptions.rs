//! A week that goes wrong, by keyboard: an exception about data security is reported, goes up its way
//! as time passes, is seen when somebody comes back and in the call, and is resolved with what comes
//! of it. Then a metric stands below its baseline for two weeks, and is missing in the third.

use chrono::{Datelike, Utc};
use domain::workspace::startup;
use journeys::machines::{FILE, Machines, OPERATORS, WORKFLOW};
use journeys::{Home, Person};
use serde_json::json;

const WHAT: &str = "A contact list lay open to everybody with the link";
const TO_DO: &str = "Close every list that is shared by link";
const FOUND: &str = "The link is closed and nobody from outside has read it";
const METRIC: &str = "Positive replies";
const DAY: u32 = 24;
const WEEK: u32 = 7 * DAY;

#[test]
fn an_exception_goes_up_its_way_and_is_resolved_and_two_weeks_below_baseline_open_another() {
    let machines = Machines::with_a_live_workflow();
    let home = &machines.operators;
    somebody_is_asked_and_a_metric_is_held_to_a_baseline(&machines);
    let person = Person::opens_the_file("exceptions", home, &home.path(FILE));
    person.sees("Who signs?").fills("Passphrase", OPERATORS).presses("Enter");
    person.sees_no_more("Who signs?").sees("Exceptions");

    reports(&person);
    comes_back_after(&person, home, 2 * DAY + 2);
    finds_that_its_time_ran_out(&person);
    meets_it_in_the_call(&person);
    resolves_it_with_what_comes_of_it(&person);
    finds_it_at_its_workflow(&person);

    comes_back_after(&person, home, WEEK + DAY);
    types_a_value(&person, "2.9").sees("is 2.9");
    comes_back_after(&person, home, 2 * WEEK + DAY);
    types_a_value(&person, "2.6").sees("is 2.6");
    meets_the_emergency(&person);
    comes_back_after(&person, home, 3 * WEEK + DAY);
    finds_the_missing_week(&person);

    person.presses("Ctrl+K").types("Verify the whole file").presses("Enter");
    person.sees("Integrity").sees_after_long_work("holds").takes_a_picture("9-verified");
    person.leaves();
}

fn somebody_is_asked_and_a_metric_is_held_to_a_baseline(machines: &Machines) {
    let add = ["people", "add", FILE, "--name", "Rafael Castellanos", "--role", "security"];
    machines.operator(&add).done();
    let week = Utc::now().date_naive().iso_week();
    let metric = startup::metric("positive-replies").expect("a start-up metric").to_string();
    let baseline = json!({
        "metric": metric,
        "value": "3.4",
        "from": format!("{:04}-W{:02}", week.year(), week.week()),
        "reason": "The mean of the last eight weeks",
    });
    let set = ["call", FILE, "set_baseline", &baseline.to_string(), "--as", "PER-0001"];
    machines.operator(&set).done();
}

/// From Today, in one sheet; its kind says who is asked.
fn reports(person: &Person) {
    person.settles().presses("X").sees("Report an exception").fills("What happened", WHAT);
    person.tabs_to_the_field("Kind").types("d");
    person.tabs_to_the_field("Workflow").types("Renewal").presses("Enter");
    person.takes_a_picture("1-report").presses("Ctrl+Enter");
    person.sees("EXC-0001 is with Security").sees(WHAT).sees("h left");
    person.takes_a_picture("2-on-today");
}

/// The desk is locked while time passes; the passphrase opens it.
fn comes_back_after(person: &Person, home: &Home, hours: u32) {
    person.finds_and_takes("Today").settles().presses("Ctrl+L").sees("Locked");
    home.lets_pass(hours);
    person.fills("Passphrase", OPERATORS).presses("Enter").sees_no_more("Locked").settles();
}

fn finds_that_its_time_ran_out(person: &Person) {
    person.sees("Since you were last here").sees("passed its due").sees("past due");
    person.takes_a_picture("3-since-last-here");
    person.presses("D").sees_no_more("Since you were last here");
    person.finds_and_takes("Exceptions, overrides").sees("past due").settles();
    person.presses("J").presses("Space").sees("RevOps").sees("History");
    person.takes_a_picture("4-escalated");
}

/// An item of the weekly call counts what is open.
fn meets_it_in_the_call(person: &Person) {
    person.finds_and_takes("Reviews").sees("WEEKLY-").finds_and_takes("WEEKLY-");
    person.sees("Open the review").presses("Enter").sees("Item 1 of");
    for number in 1..=16 {
        person.sees(&format!("Item {number} of")).settles();
        if person.reads().contains("Exceptions open") {
            break;
        }
        person.presses("F").presses("Ctrl+Enter");
    }
    person.sees("Exceptions open").takes_a_picture("5-in-the-call");
}

fn resolves_it_with_what_comes_of_it(person: &Person) {
    person.finds_and_takes("Exceptions, overrides").sees("EXC-0001").settles().presses("J");
    person.presses("T").sees("Raise an action item").fills("What is to be done", TO_DO);
    person.presses("Ctrl+Enter").sees("ACT-0001 is raised").settles();
    person.presses("D").sees("Link a decision");
    person.tabs_to_the_field("Decision").types("DEC-0001").settles().presses("Enter");
    person.presses("Ctrl+Enter").sees("DEC-0001 is linked").settles();
    person.presses("Enter").fills("What was found and done", FOUND).presses("Ctrl+Enter");
    person.sees("EXC-0001 is resolved").settles();
    person.presses("2").sees("late").settles().presses("J").presses("Space");
    person.sees("ACT-0001").sees("DEC-0001").sees(FOUND).takes_a_picture("6-resolved");
}

/// The workflow's page leads to it, resolved or not.
fn finds_it_at_its_workflow(person: &Person) {
    person.finds_and_takes("Register").sees(WORKFLOW).settles().presses("J").presses("Enter");
    person.sees("Allowed actions").sees("0 open of 1").sees("EXC-0001");
    person.takes_a_picture("7-at-its-workflow");
}

/// Today says what a metric lacks and leads to it.
fn types_a_value<'a>(person: &'a Person, value: &str) -> &'a Person {
    person.finds_and_takes("Today").sees(METRIC).settles();
    person.tabs_to_and_presses(METRIC).sees("Value of W").settles();
    person.presses("Enter").fills("Value", value).presses("Ctrl+Enter")
}

/// Both weeks and the baseline stand in what was raised.
fn meets_the_emergency(person: &Person) {
    person.finds_and_takes("Exceptions, overrides").sees("EXC-0002").settles();
    person.presses("1").settles().presses("J").presses("Space");
    person.sees("below its baseline two periods running").sees("against 3.4");
    person.takes_a_picture("8-emergency");
}

fn finds_the_missing_week(person: &Person) {
    person.finds_and_takes("Findings").sees(METRIC).takes_a_picture("8-missing-week");
}

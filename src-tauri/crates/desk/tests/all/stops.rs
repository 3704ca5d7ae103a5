//! The kill switch at the desk: from every state of the session, drills, and the stop list.

use std::path::Path;

use desk::Desk;
use desk::operations::{
    AttributeStop, ConfirmStop, DescribeWorkflow, Given, ImportWorkflows, LogQuery, Nothing,
    PlaceStopList, ResolveException, SetWorkflowStatus, StopListView, StopState, StopWorkflow,
    Stopped, Verdict, Verify, WorkflowQuery,
};
use domain::workflow::Status;
use ledger::stop_list::StopList;

use crate::support::*;

fn stop(desk: &mut Desk, workflow: &str, why: &str) -> Result<Stopped, desk::Problem> {
    let (workflow, why) = (workflow.to_owned(), why.to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: false })
}

fn drill(desk: &mut Desk, workflow: &str) -> Result<Stopped, desk::Problem> {
    let (workflow, why) = (workflow.to_owned(), "Quarterly drill".to_owned());
    desk.stop_workflow(StopWorkflow { workflow, why, drill: true })
}

fn confirm(desk: &mut Desk, stop: &str, system: u32) -> String {
    let (stop, words) = (stop.to_owned(), "Nothing is sent".to_owned());
    code(desk.confirm_stop(ConfirmStop { stop, system, words }))
}

fn status(desk: &mut Desk, workflow: &str) -> Status {
    let query = WorkflowQuery { workflow: workflow.into(), as_of: None };
    desk.workflow(query).unwrap().row.status
}

fn place(desk: &mut Desk, room: &Room, name: &str) -> Result<StopListView, desk::Problem> {
    desk.place_stop_list(PlaceStopList { grant: Some(room.grant(name)) })
}

fn list(path: &Path) -> StopList {
    StopList::from_file(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn stopped(path: &Path) -> Vec<String> {
    list(path).stopped.into_iter().map(|listed| listed.workflow).collect()
}

#[test]
fn a_stop_takes_effect_at_once_raises_an_exception_and_is_measured_until_confirmed() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    let made = stop(&mut desk, &workflow, "It sends to people who unsubscribed").unwrap();
    assert_eq!(
        (made.stop.as_str(), made.by_machine),
        ("STOP-0001", false),
        "signed by who is here"
    );
    assert_eq!(status(&mut desk, &workflow), Status::Stopped, "in the same breath");
    let raised = desk.exceptions(Nothing {}).unwrap().open.remove(0);
    assert_eq!(Some(raised.exception.clone()), made.exception, "the exception that was named");
    assert_eq!(raised.waits_for.as_deref(), Some("2 of 2 systems to confirm"), "what is left");

    let exception = raised.exception;
    let resolve = |desk: &mut Desk| {
        let (exception, words) = (exception.clone(), "It stands still".into());
        code(desk.resolve_exception(ResolveException { exception, words }))
    };
    assert_eq!(resolve(&mut desk), "stop-unconfirmed", "nobody looked yet");
    room.later(5);
    assert_eq!(confirm(&mut desk, "STOP-0001", 0), "done", "the first system");
    let row = desk.stops(Nothing {}).unwrap().stops.remove(0);
    assert_eq!((row.state, row.seconds), (StopState::Waiting, None), "the clock runs on");
    room.later(8);
    assert_eq!(confirm(&mut desk, "STOP-0001", 1), "done", "the second system");
    let row = desk.stops(Nothing {}).unwrap().stops.remove(0);
    assert_eq!((row.state, row.seconds), (StopState::Confirmed, Some(13 * 60)), "13 minutes");
    assert_eq!(confirm(&mut desk, "STOP-0001", 1), "confirmed-already", "once");
    assert_eq!(resolve(&mut desk), "done", "and now it is over");
    assert_eq!(code(stop(&mut desk, &workflow, "again")), "stopped-already", "it stands still");
    holds(&mut desk, "stops verify like everything else");
}

#[test]
fn a_workflow_is_stopped_from_the_lock_screen_and_whoever_did_it_says_so_afterwards() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    desk.lock(Nothing {}).unwrap();
    assert_eq!(code(drill(&mut desk, &workflow)), "locked", "a drill is somebody's");
    assert_eq!(code(stop(&mut desk, &workflow, " ")), "reason-missing", "a reason is all it takes");
    let made = stop(&mut desk, &workflow, "It writes to customers").unwrap();
    assert!(made.by_machine, "nobody is signed in, so the machine signs");
    assert_eq!(status(&mut desk, &workflow), Status::Stopped, "at once");
    let frame = desk.frame(Nothing {}).unwrap().workspace.unwrap();
    assert_eq!(frame.unattributed, ["STOP-0001"], "nobody has said who it was");
    let attribute =
        |desk: &mut Desk| code(desk.attribute_stop(AttributeStop { stop: "STOP-0001".into() }));
    assert_eq!(attribute(&mut desk), "locked", "a name takes a signature");
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    assert_eq!(attribute(&mut desk), "done", "the sponsor says it was him");
    let row = desk.stops(Nothing {}).unwrap().stops.remove(0);
    assert_eq!(row.by_name.as_deref(), Some("Tobias Lindqvist"), "and it stands with his name");
    assert!(row.by_machine, "beside what the machine signed");
    assert_eq!(attribute(&mut desk), "stop-has-a-name", "once");
    let log =
        desk.log(LogQuery { about: Some("STOP-0001".into()), ..LogQuery::default() }).unwrap();
    assert_eq!(log.rows.last().unwrap().by_name, "This workspace’s machine", "who signed the stop");
    let log = desk.log(LogQuery { about: Some("WF-0001".into()), ..LogQuery::default() }).unwrap();
    assert_eq!(log.rows[0].event, "stop.attributed", "it is about the workflow too");
    holds(&mut desk, "the machine may sign a stop");
}

#[test]
fn a_stop_waits_neither_for_a_clock_that_stands_wrong_nor_for_the_desk_to_return_to_now() {
    let room = Room::new();
    let mut desk = room.founded();
    let (one, other) =
        (found_live(&mut desk, &room, "Sequences"), found_live(&mut desk, &room, "Scoring"));
    room.later(60 * 24 * 100);
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    assert_eq!(code(add(&mut desk, "Jonas", &[])), "clock-jumped", "everything else waits");
    assert_eq!(code(stop(&mut desk, &one, "It runs wild")), "done", "a stop does not");
    room.later(5);
    desk.look_back(desk::operations::LookBack { as_of: "1".into() }).unwrap();
    assert_eq!(code(stop(&mut desk, &other, "It runs wild too")), "done", "nor for the past shown");
    let running = desk.stoppable(Nothing {}).unwrap().running;
    assert!(running.is_empty(), "what can be stopped is always of now: {running:?}");
}

#[test]
fn a_machine_that_nobody_enrolled_signs_no_stop() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    drop(desk);
    let mut other = room.desk("second");
    other.open_path(&room.workspace()).unwrap();
    let refused = stop(&mut other, &workflow, "It runs wild");
    assert_eq!(code(refused), "machine-not-enrolled", "its key is not on the record");
}

#[test]
fn a_drill_stops_nothing_and_moves_the_day_of_the_next_one_once_it_is_confirmed() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    let due = |desk: &mut Desk| desk.stops(Nothing {}).unwrap().drills.remove(0);
    assert_eq!(due(&mut desk).due, "2027-02-14", "90 days after it came on the register");
    room.later(60 * 24 * 100);
    let passphrase = PASSPHRASE.into();
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    desk.acknowledge_clock(desk::operations::AcknowledgeClock { passphrase }).unwrap();
    assert_eq!(due(&mut desk).days, -10, "ten days over");
    let made = drill(&mut desk, &workflow).unwrap();
    assert_eq!(made.exception, None, "a drill raises nothing");
    assert_eq!(status(&mut desk, &workflow), Status::Live, "it goes on");
    assert_eq!(code(drill(&mut desk, &workflow)), "drill-under-way", "one after the other");
    assert_eq!(due(&mut desk).under_way.as_deref(), Some("STOP-0001"), "as the list says");
    assert_eq!(confirm(&mut desk, "STOP-0001", 0), "done", "it would stop here");
    assert_eq!(due(&mut desk).days, -10, "half a drill proves nothing");
    assert_eq!(confirm(&mut desk, "STOP-0001", 1), "done", "and here");
    assert_eq!(due(&mut desk).days, 90, "it was seen to work today");
}

#[test]
fn the_stop_list_says_what_must_not_act_and_is_signed_by_this_machine() {
    let room = Room::new();
    let mut desk = room.founded();
    let (one, other) =
        (found_live(&mut desk, &room, "Sequences"), found_live(&mut desk, &room, "Scoring"));
    let path = room.path("stop-list.json");
    let view = place(&mut desk, &room, "stop-list.json").unwrap();
    assert_eq!(stopped(&path), Vec::<String>::new(), "nothing is stopped");
    stop(&mut desk, &one, "It runs wild").unwrap();
    assert_eq!(stopped(&path), std::slice::from_ref(&one), "written with the stop");
    assert_eq!(list(&path).seq, size(&mut desk), "its number is that of the last entry");
    drill(&mut desk, &other).unwrap();
    assert_eq!(list(&path).drills.len(), 1, "a drill is told apart");
    assert_eq!(stopped(&path), [one], "and stops nothing");

    let judge = |request: Verify| desk.verify_file(&path, &request).unwrap();
    let keys = view.fingerprint.clone();
    let anchored = judge(Verify { keys, seen: vec![] });
    assert!(anchored.anchored && anchored.faults.is_empty(), "{:?}", anchored.faults);
    let stranger = judge(Verify { keys: Some("ab".repeat(32)), seen: vec![] });
    assert_eq!(stranger.faults[0].code, "key.not_named", "by a key that nobody kept");
    let later = format!("{}:{}", 10_000, "ab".repeat(32));
    let cut = judge(Verify { keys: None, seen: vec![later] });
    assert_eq!(cut.completeness.verdict, Verdict::Fails, "older than what was seen");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("WF-0001", "WF-0009")).unwrap();
    let faults = desk.verify_file(&path, &Verify::default()).unwrap().faults;
    assert_eq!(faults[0].code, "stop_list.signature", "what was changed is found");
}

#[test]
fn what_an_inventory_says_is_stopped_must_not_act_either_until_it_is_live_by_decision() {
    let room = Room::new();
    let mut desk = room.founded();
    place(&mut desk, &room, "stop-list.json").unwrap();
    let path = room.path("stop-list.json");
    let rows = "Name,Status\nSequences,Stopped\nScoring,Live\nRouting,Paused\n";
    desk.import_workflows(ImportWorkflows::of(room.write("inventory.csv", rows))).unwrap();
    assert_eq!(stopped(&path), ["WF-0001"], "written with the import; pausing is no stop");
    let listed = list(&path).stopped.remove(0);
    assert_eq!(listed.stop, None, "nobody pulled the kill switch here");
    let log = LogQuery { about: Some("WF-0001".into()), ..LogQuery::default() };
    let registered = desk.log(log).unwrap().rows.remove(0);
    assert_eq!(
        (registered.event.as_str(), registered.entry),
        ("workflow.registered", listed.entry),
        "the entry that says so"
    );
    assert_eq!(desk.stop_list(Nothing {}).unwrap().stopped, 1, "as its page counts");
    let verified = desk.verify_file(&path, &Verify::default()).unwrap();
    assert!(verified.faults.is_empty(), "it verifies: {:?}", verified.faults);
    let (workflow, why) = ("WF-0001".to_owned(), "Replaced".to_owned());
    desk.set_workflow_status(SetWorkflowStatus { workflow, status: Status::Retired, why }).unwrap();
    assert_eq!(stopped(&path), ["WF-0001"], "retired it must not act either");
}

#[test]
fn the_list_is_written_again_when_the_workspace_is_opened_and_by_every_program_of_the_machine() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    place(&mut desk, &room, "stop-list.json").unwrap();
    let path = room.path("stop-list.json");
    drop(desk);
    std::fs::remove_file(&path).unwrap();
    let mut desk = room.desk("first");
    desk.open_path(&room.workspace()).unwrap();
    assert!(path.exists(), "whoever opens the workspace writes it");
    // Another program over the same profile, such as the command line.
    let mut beside = room.desk("first");
    beside.open_path(&room.workspace()).unwrap();
    stop(&mut beside, &workflow, "It runs wild").unwrap();
    assert_eq!(stopped(&path), [workflow], "it knows the place too");
}

#[test]
fn a_list_that_cannot_be_written_is_said_loudly_and_tried_again() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    std::fs::create_dir(room.path("out")).unwrap();
    place(&mut desk, &room, "out/stop-list.json").unwrap();
    std::fs::remove_dir_all(room.path("out")).unwrap();
    let made = stop(&mut desk, &workflow, "It runs wild").unwrap();
    let trouble = made.list_trouble.expect("it says that the list could not be written");
    assert!(trouble.contains("stop-list.json"), "and which: {trouble}");
    assert_eq!(status(&mut desk, &workflow), Status::Stopped, "the stop stands all the same");
    let says = |desk: &mut Desk| desk.frame(Nothing {}).unwrap().workspace.unwrap().stop_list;
    assert!(says(&mut desk).is_some(), "every screen says so");
    std::fs::create_dir(room.path("out")).unwrap();
    assert_eq!(says(&mut desk), None, "tried again as soon as the desk looks");
    assert_eq!(stopped(&room.path("out/stop-list.json")), [workflow], "and written");
}

#[test]
fn the_lists_number_never_goes_back_and_an_older_copy_writes_none_until_that_is_declared() {
    let room = Room::new();
    let mut desk = room.founded();
    let (one, other) =
        (found_live(&mut desk, &room, "Sequences"), found_live(&mut desk, &room, "Scoring"));
    place(&mut desk, &room, "stop-list.json").unwrap();
    let (path, copy) = (room.path("stop-list.json"), room.path("copy.countersign"));
    drop(desk);
    std::fs::copy(room.workspace(), &copy).unwrap();
    let mut desk = room.desk("first");
    desk.open_path(&room.workspace()).unwrap();
    sign_in(&mut desk, "PER-0001", PASSPHRASE).unwrap();
    stop(&mut desk, &one, "It runs wild").unwrap();
    add(&mut desk, "Jonas Weidmann", &[]).unwrap();
    let last = size(&mut desk);
    drop(desk);

    std::fs::copy(&copy, room.workspace()).unwrap();
    let mut desk = room.desk("first");
    desk.open_path(&room.workspace()).unwrap();
    sign_in(&mut desk, "PER-0002", SPONSORS).unwrap();
    assert_eq!(stopped(&path), std::slice::from_ref(&one), "what was stopped stays so");
    let made = stop(&mut desk, &other, "It runs wild too").unwrap();
    assert!(made.list_trouble.is_some(), "it says that the list does not know of it");
    assert_eq!(stopped(&path), std::slice::from_ref(&one), "what was stopped still stays so");
    let before = list(&path).seq;
    let (ground, passphrase) = ("An older copy was put back".into(), SPONSORS.into());
    desk.declare_restore(desk::operations::DeclareRestore { ground, passphrase }).unwrap();
    assert!(size(&mut desk) < last + 2, "the record is no longer than it was");
    let now = list(&path);
    assert!(now.seq > before, "{} follows {before}", now.seq);
    assert_eq!(stopped(&path), [other], "it says what the record says that counts now");
}

#[test]
fn a_list_goes_only_where_a_list_of_this_workspace_may_lie() {
    let room = Room::new();
    let mut desk = room.founded();
    room.write("notes.json", b"{}");
    assert_eq!(code(place(&mut desk, &room, "notes.json")), "file-exists", "somebody's file");
    assert_eq!(code(place(&mut desk, &room, "desk.countersign")), "file-exists", "a workspace");
    assert_eq!(code(place(&mut desk, &room, "no/such/list.json")), "export-failed", "nowhere");
    assert_eq!(desk.stop_list(Nothing {}).unwrap().path, None, "nothing was chosen");
    assert_eq!(code(place(&mut desk, &room, "stop-list.json")), "done", "a new file");
    let mut other = room.desk("second");
    other.create_workspace(room.founding("other.countersign")).unwrap();
    assert_eq!(code(place(&mut other, &room, "stop-list.json")), "export-failed", "another's list");
    assert_eq!(
        list(&room.path("stop-list.json")).ws,
        { desk.frame(Nothing {}).unwrap().workspace.unwrap().id },
        "it is still the first one's"
    );
}

#[test]
fn a_power_cut_between_the_list_and_the_profile_keeps_the_number_from_going_back() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    place(&mut desk, &room, "stop-list.json").unwrap();
    let kept = room.path("first/stop-lists");
    let profile: Vec<_> = std::fs::read_dir(&kept).unwrap().flatten().collect();
    let before = std::fs::read(profile[0].path()).unwrap();
    stop(&mut desk, &workflow, "It runs wild").unwrap();
    let written = list(&room.path("stop-list.json")).seq;
    // The list was named, the profile was not written any more.
    std::fs::write(profile[0].path(), before).unwrap();
    drop(desk);
    let mut desk = room.desk("first");
    desk.open_path(&room.workspace()).unwrap();
    let after = list(&room.path("stop-list.json"));
    assert!(after.seq >= written, "{} is not below {written}", after.seq);
    let drafts = std::fs::read_dir(room.folder.path()).unwrap().flatten();
    let left = drafts.filter(|one| one.file_name().to_string_lossy().starts_with(".countersign-"));
    assert_eq!(left.count(), 0, "no draft stays beside it");
}

#[test]
fn what_a_workflow_is_described_as_later_leaves_the_stop_as_it_was() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    stop(&mut desk, &workflow, "It runs wild").unwrap();
    let row = desk.workflow(WorkflowQuery { workflow: workflow.clone(), as_of: None }).unwrap().row;
    let given = vec![Given::SystemOfRecord("HubSpot".into())];
    let why = "We moved".to_owned();
    let seen = row.changed_entry;
    desk.describe_workflow(DescribeWorkflow { workflow, seen, given, why }).unwrap();
    let systems = desk.stops(Nothing {}).unwrap().stops.remove(0).systems;
    let names: Vec<_> = systems.into_iter().filter_map(|system| system.name).collect();
    assert_eq!(names, ["Outreach", "Salesforce"], "the systems of the moment it was stopped");
}

/// Hears what comes to an address of this machine; the first so many calls are turned away.
fn listener(turned_away: usize) -> (String, std::sync::mpsc::Receiver<String>) {
    use std::io::{BufRead as _, Read as _, Write as _};
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/stops", socket.local_addr().unwrap());
    let (tell, hear) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for (number, call) in socket.incoming().enumerate() {
            let mut call = std::io::BufReader::new(call.unwrap());
            let (mut length, mut line) = (0, String::new());
            while call.read_line(&mut line).unwrap() > 2 {
                if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                line.clear();
            }
            let mut body = vec![0; length];
            call.read_exact(&mut body).unwrap();
            let status = if number < turned_away { "503 Busy" } else { "204 Taken" };
            let answer =
                format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            call.get_mut().write_all(answer.as_bytes()).unwrap();
            if number >= turned_away {
                tell.send(String::from_utf8(body).unwrap()).unwrap();
            }
        }
    });
    (address, hear)
}

#[test]
fn a_configured_address_hears_of_a_stop_also_when_it_is_busy_at_first_and_of_nothing_else() {
    let room = Room::new();
    let mut desk = room.founded();
    let workflow = found_live(&mut desk, &room, "Sequences");
    let (address, hear) = listener(1);
    let call = |desk: &mut Desk, address: &str| {
        desk.call_stop_list(desk::operations::CallStopList { address: address.into() })
    };
    assert_eq!(code(call(&mut desk, &address)), "no-stop-list", "a list is what is sent");
    place(&mut desk, &room, "stop-list.json").unwrap();
    assert_eq!(code(call(&mut desk, "http://hooks.example/")), "unreadable-value", "in the open");
    call(&mut desk, &address).unwrap();
    add(&mut desk, "Jonas Weidmann", &[]).unwrap();
    desk.await_call();
    assert!(desk.stop_list(Nothing {}).unwrap().called.is_none(), "nothing of it is told");
    stop(&mut desk, &workflow, "It runs wild").unwrap();
    desk.await_call();
    let heard = hear.recv().unwrap();
    assert_eq!(heard, std::fs::read_to_string(room.path("stop-list.json")).unwrap(), "as it lies");
    let called = desk.stop_list(Nothing {}).unwrap().called.unwrap();
    assert_eq!(called.state, desk::operations::CallState::Taken, "after the second try");
    assert_eq!(called.tries, 2, "the first was turned away");
}

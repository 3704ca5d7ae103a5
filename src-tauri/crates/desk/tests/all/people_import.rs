//! Taking lists of people in.

use desk::Desk;
use desk::operations::{
    Fate, ImportPeople, Nothing, PeopleImported, PreviewPeople, RejectedRow, SaveRejectedPeople,
};

use crate::support::*;

const LIST: &str = "\
Full name;E-mail;Role;Team;Reports to
Ilse Verbeek;ilse@northwind.example;Enablement lead;Inside sales;Jonas Weidmann
\"Nuñez, Zoë\";;\"Legal, Security\";;
Jonas Weidmann;jonas@northwind.example;Sales leader;Inside sales;
محمد علي;;;Field sales;Ilse Verbeek
Maren Okafor;maren@northwind.example;RevOps;;
Rolf Ohnerolle;;Chief of staff;;
Waise;;;Field sales;Niemand
Ilse  VERBEEK;;;;
;nobody@northwind.example;;;
";

fn import(desk: &mut Desk, room: &Room, list: &str) -> PeopleImported {
    let grant = room.write("people.csv", list);
    desk.import_people(ImportPeople { grant, sha256: None }).unwrap()
}

fn refused(rows: &[RejectedRow]) -> Vec<(u64, &str)> {
    rows.iter().map(|row| (row.line, row.code.as_str())).collect()
}

#[test]
fn rows_that_are_not_taken_in_are_saved_to_be_mended() {
    let room = Room::new();
    let mut desk = room.founded();
    let (source, grant) = (room.write("people.csv", LIST), room.grant("rejected.csv"));
    let before = size(&mut desk);
    desk.save_rejected_people(SaveRejectedPeople { source, grant }).unwrap();
    assert_eq!(size(&mut desk), before, "saving them takes nothing in");
    let saved = std::fs::read_to_string(room.path("rejected.csv")).unwrap();
    let lines: Vec<&str> = saved.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 5, "a head and four rows: {saved}");
    assert!(lines[0].starts_with("Line,"), "each row by its line: {saved}");
    for (line, number, why) in [(1, "7,", "Chief of staff"), (2, "8,", "Niemand")] {
        assert!(lines[line].starts_with(number) && lines[line].contains(why), "{saved}");
    }
}

#[test]
fn a_list_of_people_is_taken_in_with_roles_teams_and_managers() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("people.csv", LIST);
    let before = size(&mut desk);
    let preview = desk.preview_people(PreviewPeople { grant }).unwrap();
    assert_eq!(size(&mut desk), before, "looking writes nothing");
    let done = import(&mut desk, &room, LIST);
    let fates = |rows: &[desk::operations::PersonTaken]| -> Vec<(u64, Fate, String)> {
        rows.iter().map(|row| (row.line, row.fate, row.says.clone())).collect()
    };
    assert_eq!(fates(&preview.people), fates(&done.people), "what was shown is what was done");
    assert_eq!(
        fates(&done.people),
        [
            (2, Fate::Added, "Enablement lead, Inside sales".to_owned()),
            (3, Fate::Added, "Legal, Security".to_owned()),
            (4, Fate::Added, "Sales leader, Inside sales".to_owned()),
            (5, Fate::Added, "Field sales".to_owned()),
            (6, Fate::Changed, "contact".to_owned()),
        ]
    );
    assert_eq!(
        refused(&done.rejected),
        [(7, "unknown-role"), (8, "unknown-manager"), (9, "name-twice"), (10, "name-missing")],
        "each by its line and why"
    );
    let teams: Vec<_> = done
        .view
        .teams
        .iter()
        .map(|team| (team.name.as_deref(), team.manager_name.as_deref(), team.members.len()))
        .collect();
    assert_eq!(
        teams,
        [
            (Some("Inside sales"), Some("Jonas Weidmann"), 2),
            (Some("Field sales"), Some("Ilse Verbeek"), 1)
        ],
        "a manager may stand further down than the team"
    );
    let names: Vec<_> = done.view.people.iter().filter_map(|row| row.name.as_deref()).collect();
    assert!(names.contains(&"محمد علي") && names.contains(&"Nuñez, Zoë"), "as written: {names:?}");
    holds(&mut desk, "an import is entries like any others");
}

#[test]
fn taking_the_same_list_in_again_changes_nothing() {
    let room = Room::new();
    let mut desk = room.founded();
    import(&mut desk, &room, LIST);
    let people = desk.people(Nothing {}).unwrap().people.len();
    let grant = room.grant("people.csv");
    let preview = desk.preview_people(PreviewPeople { grant }).unwrap();
    assert!(preview.taken_in_before.is_some(), "the file is recognised");
    let again = import(&mut desk, &room, LIST);
    assert!(again.people.iter().all(|row| row.fate == Fate::Skipped), "{:?}", again.people);
    assert_eq!(again.view.people.len(), people, "nobody was added twice");
}

#[test]
fn whoever_does_not_keep_the_desk_takes_no_list_in() {
    let room = Room::new();
    let mut desk = room.founded();
    add(&mut desk, "Jonas Weidmann", &["sales-leader"]).unwrap();
    desk.enrol_key(desk::operations::EnrolKey {
        person: "PER-0003".into(),
        new_passphrase: "harbour slate oboe".into(),
        passphrase: PASSPHRASE.into(),
    })
    .unwrap();
    sign_in(&mut desk, "PER-0003", "harbour slate oboe").unwrap();
    let before = size(&mut desk);
    let grant = room.write("people.csv", LIST);
    let refused = desk.import_people(ImportPeople { grant, sha256: None });
    assert_eq!(code(refused), "not-entitled", "only those who keep people");
    assert_eq!(size(&mut desk), before, "and nothing half-written stays");
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_is_refused() {
    let room = Room::new();
    let mut desk = room.founded();
    let grant = room.write("people.csv", LIST);
    let seen = desk.preview_people(PreviewPeople { grant: grant.clone() }).unwrap().sha256;
    room.write("people.csv", "Name\nSomebody Else\n");
    let done = desk.import_people(ImportPeople { grant, sha256: Some(seen) });
    assert_eq!(code(done), "import-changed", "look again first");
}

#[test]
fn a_file_without_names_is_refused_whole() {
    let room = Room::new();
    let mut desk = room.founded();
    for list in ["Team,Role\nInside,Legal\n", "Name\n", ""] {
        let grant = room.write("people.csv", list);
        let preview = desk.preview_people(PreviewPeople { grant });
        assert_eq!(code(preview), "import-unreadable", "{list:?}");
    }
}

//! README's commands on the demo, typed as they are printed there.

use std::fs;
use std::process::{Command, Output};

use chrono::Utc;
use domain::{Period, Span};
use journeys::{Home, built};

/// What README prints for a head that its reader kept.
const HEAD: &str = "HEAD";

/// The quarters that README prints, the older first: the last two that were over when it was written.
/// The demo ends on the day it is made, so whoever types them later takes theirs.
const QUARTERS: [&str; 2] = ["2026-Q2", "2026-Q3"];

#[test]
fn what_readme_prints_for_the_demo_does_what_it_says() {
    let home = Home::new();
    let readme = fs::read_to_string(built::project("README.md")).expect("the README");
    let (_, section) = readme.split_once("## The command line").expect("its section");
    let (of_demo, rest) = section.split_once("A team of your own").expect("the demo comes first");
    let (_, kept) = rest.split_once("What was kept outside").expect("then what was kept");
    let (kept, _) = kept.split_once("Without the command").expect("and packs that go on");

    let passphrase = commands(of_demo).find(|line| line.starts_with("export "));
    let passphrase = passphrase.expect("README gives the demo's passphrase");
    let over = last_two_over();
    let type_in = |line: &str| {
        let mut line = format!("{passphrase}\n{line}");
        for (printed, theirs) in QUARTERS.iter().zip(&over) {
            line = line.replace(&format!("--period {printed}"), &format!("--period {theirs}"));
        }
        typed(&home, &line)
    };
    let mut before = String::new();
    let mut count = 0;
    for line in commands(of_demo).filter(|line| line.starts_with("countersign ")) {
        if line.contains("--out pack.zip") {
            before = head(&home);
        }
        type_in(line);
        count += 1;
    }
    // The README of a pack says the head that it ends with; what was kept is older.
    let ends_with = end_of_pack(&home);
    for line in commands(kept).filter(|line| line.starts_with("countersign ")) {
        let known = if line.contains("--since") { &ends_with } else { &before };
        type_in(&line.replace(HEAD, known));
        count += 1;
    }
    assert!(count > 30, "README has its commands where this looks for them: {count}");
}

/// The last two quarters that are over, the older first.
fn last_two_over() -> [Period; 2] {
    let last = Span::Quarter.of(Utc::now().date_naive(), 1).before();
    [last.before(), last]
}

/// The lines that README sets as code.
fn commands(of: &str) -> impl Iterator<Item = &str> {
    of.lines().filter_map(|line| line.strip_prefix("    "))
}

/// Types a line at a shell that knows `countersign`.
fn typed(home: &Home, line: &str) -> Output {
    let mut shell = Command::new("sh");
    home.furnish(&mut shell).args(["-e", "-c", line]);
    let folder = built::command_line().parent().expect("a program lies in a folder").to_owned();
    let path = std::env::var("PATH").unwrap_or_default();
    shell.env("PATH", format!("{}:{path}", folder.display()));
    let done = shell.output().expect("there is a shell");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "README prints “{line}”, and it says: {said}");
    done
}

/// The workspace's head as `status` prints it.
fn head(home: &Home) -> String {
    let said = home.countersign(&["status", "demo.countersign"]).done().out;
    let (_, head) = said.split_once(", head ").expect("status prints the head");
    head.lines().next().unwrap_or_default().trim().to_owned()
}

/// The head that the pack says it ends with.
fn end_of_pack(home: &Home) -> String {
    let pack = fs::File::open(home.path("pack.zip")).expect("the pack was made");
    let mut pack = zip::ZipArchive::new(pack).expect("a pack is a zip");
    let readme = pack.by_name("README.md").expect("it has a README");
    let readme = std::io::read_to_string(readme).expect("which is text");
    let mut words = readme.split(|letter: char| letter.is_whitespace() || "`.,;".contains(letter));
    let root = |word: &&str| {
        let (size, root) = word.split_once(':').unwrap_or_default();
        size.parse::<u64>().is_ok() && root.len() == 64
    };
    words.find(root).expect("its README prints the head").to_owned()
}

//! `kill -9` at random moments: what was confirmed is there, whatever was under way.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use store::Store;

use crate::disk::Luck;
use crate::support::{example, thorough};

/// How often the appending program is killed.
fn kills() -> u64 {
    let asked = std::env::var("COUNTERSIGN_KILLS").ok().and_then(|number| number.parse().ok());
    asked.unwrap_or(if thorough() { 500 } else { 25 })
}

#[test]
fn killed_at_any_moment_nothing_confirmed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut luck = Luck(20_261_121);
    let (mut entries, mut files) = (0, 0);
    for kill in 0..kills() {
        // A fresh file now and then, so that its making is killed too.
        let path = folder.path().join(format!("{}.countersign", kill / 25));
        let confirmed = killed(&path, Duration::from_micros(luck.next() % 40_000));
        let Ok(store) = Store::open(&path) else {
            assert!(confirmed.is_none(), "kill {kill}: a file that confirmed something opens");
            assert!(!path.exists(), "kill {kill}: half a file never has the file's name");
            continue;
        };
        let size = store.size().unwrap();
        let confirmed = confirmed.unwrap_or(0);
        assert!(size >= confirmed, "kill {kill}: {confirmed} were confirmed, {size} are there");
        let logged = store.now().last_change().unwrap().unwrap().seq;
        assert_eq!(logged, size, "kill {kill}: the tables end where the ledger does");
        if kill % 25 == 24 || kill + 1 == kills() {
            assert_eq!(store.prove().unwrap(), [], "kill {kill}: the tables are the entries' own");
            assert_eq!(store.root_at(size).unwrap(), store.head().unwrap().root, "one chain");
            assert_eq!(store.check().unwrap(), [], "kill {kill}: every page is sound");
            entries += size;
            files += 1;
        }
    }
    println!("killed {} times over {files} files; {entries} entries, none lost", kills());
}

/// Runs the program, kills it after `life`, and gives the last entry it confirmed.
fn killed(path: &std::path::Path, life: Duration) -> Option<u64> {
    let mut child = Command::new(example("append_forever"))
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(life);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    // A line cut short by the kill confirms nothing.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().last().map(|line| line.parse().unwrap())
}

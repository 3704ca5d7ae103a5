//! How fast entries are replayed into an empty file.
//!
//! `replay_rate [FOLDER] [ENTRIES]`: makes a mixed history in FOLDER (by default the current one),
//! replays it into memory and into a file, compares the tables, and prints one line of JSON. The
//! rates are by the clock; the one by processor time is what a machine with nothing else to do
//! would show.

mod support;

use std::path::PathBuf;
use std::time::Instant;

use cpu_time::ThreadTime;
use ledger::text::SeededSalts;
use store::Store;
use store::replay::{compare, into_memory};
use support::{Outcomes, created, entry, mixed, signer, ws};

fn main() -> Outcomes<()> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("."), PathBuf::from);
    let entries: u32 = match arguments.next() {
        Some(entries) => entries.to_string_lossy().parse()?,
        None => 100_000,
    };
    let folder = tempfile::tempdir_in(folder)?;
    let history = std::iter::once(created()).chain((1..entries).map(mixed));
    let history = history.map(entry).collect::<Outcomes<Vec<_>>>()?;
    let (signer, mut salts) = (signer(), SeededSalts::new([3; 32]));
    let path = folder.path().join("bench.countersign");
    let (store, _) =
        Store::create(&path, &ws(), |store| store.append(&history, &signer, &mut salts))?;

    let (began, busy) = (Instant::now(), ThreadTime::now());
    let in_memory = into_memory(&store)?;
    let memory = f64::from(entries) / began.elapsed().as_secs_f64();
    let by_cpu = f64::from(entries) / busy.elapsed().as_secs_f64();

    let began = Instant::now();
    let in_file = store.replay_to(u64::from(entries), &folder.path().join("replayed"))?;
    let file = f64::from(entries) / began.elapsed().as_secs_f64();

    let began = Instant::now();
    let differences = compare(&store, &in_memory)?.len() + compare(&store, &in_file)?.len();
    let compared = began.elapsed().as_secs_f64() / 2.0;
    println!(
        "{{\"bench\":\"replay\",\"entries\":{entries},\"memory_per_s\":{memory:.0},\
         \"memory_per_cpu_s\":{by_cpu:.0},\
         \"file_per_s\":{file:.0},\"compare_s\":{compared:.2},\"differences\":{differences}}}"
    );
    Ok(())
}

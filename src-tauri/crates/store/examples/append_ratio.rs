//! What a signed, projected, durable entry costs beside a bare SQLite insert with the same
//! durability.
//!
//! `append_ratio [FOLDER] [TIMES]`: in FOLDER (on the disk to be judged; by default the current
//! one) alternates appends to a workspace with inserts of the same bytes into a bare table, each
//! committed alone in WAL mode with `synchronous=FULL`, and prints one line of JSON. CPU is the
//! thread's, user and system; each wall figure is the median.

mod support;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use ledger::text::SeededSalts;
use rusqlite::{Connection, params};
use store::Store;
use support::{Outcomes, answered, created, entry, signer, ws};

/// Entries that are there before measuring begins.
const BEFORE: u32 = 2000;

fn main() -> Outcomes<()> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("."), PathBuf::from);
    let times = match arguments.next() {
        Some(times) => times.to_string_lossy().parse()?,
        None => 1000,
    };
    let folder = tempfile::tempdir_in(folder)?;
    let (mut ours, mut bare) = measure(folder.path(), times)?;
    let cpu_on_top = (ours.cpu.as_secs_f64() - bare.cpu.as_secs_f64()) * 1e3 / f64::from(times);
    let (ours_wall, bare_wall) = (ours.at(0.5), bare.at(0.5));
    println!(
        "{{\"bench\":\"append\",\"times\":{times},\"cpu_on_top_ms\":{cpu_on_top:.3},\
         \"wall_ms\":{:.3},\"bare_wall_ms\":{:.3},\"wall_ratio\":{:.2},\
         \"p99_ms\":{:.3},\"bare_p99_ms\":{:.3}}}",
        ms(ours_wall),
        ms(bare_wall),
        ours_wall.as_secs_f64() / bare_wall.as_secs_f64(),
        ms(ours.at(0.99)),
        ms(bare.at(0.99)),
    );
    Ok(())
}

fn measure(folder: &Path, times: u32) -> Outcomes<(Times, Times)> {
    let (signer, mut salts) = (signer(), SeededSalts::new([3; 32]));
    let history = std::iter::once(created()).chain((0..BEFORE).map(answered));
    let history = history.map(entry).collect::<Outcomes<Vec<_>>>()?;
    let path = folder.join("bench.countersign");
    let (mut store, _) =
        Store::create(&path, &ws(), |store| store.append(&history, &signer, &mut salts))?;
    let bare = bare_file(&folder.join("bare.db"), &store)?;
    let (mut ours_took, mut bare_took) = (Times::default(), Times::default());
    for number in 0..times {
        let new = [entry(answered(BEFORE + number))?];
        let appended = ours_took.take(|| store.append(&new, &signer, &mut salts))?;
        let last = appended.first().ok_or("nothing was appended")?.seq;
        let written = store.entry(last)?;
        bare_took.take(|| {
            let mut insert = bare.prepare_cached(INSERT)?;
            insert.execute(params![written.seq.cast_signed(), written.body, written.signature])
        })?;
    }
    Ok((ours_took, bare_took))
}

const INSERT: &str = "INSERT INTO bare (seq, body, signature) VALUES (?1, ?2, ?3)";

/// A bare table with the same entries, under the same rules of durability.
fn bare_file(path: &Path, store: &Store) -> Outcomes<Connection> {
    let bare = Connection::open(path)?;
    bare.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    bare.pragma_update(None, "synchronous", "FULL")?;
    bare.execute_batch(
        "CREATE TABLE bare (seq INTEGER PRIMARY KEY, body TEXT, signature BLOB) STRICT; BEGIN",
    )?;
    store.entries(store::Slice::ALL, |entry| {
        let row = params![entry.seq.cast_signed(), entry.body, entry.signature];
        bare.prepare_cached(INSERT)?.execute(row)?;
        Ok::<_, store::StoreError>(())
    })?;
    bare.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(bare)
}

/// What was measured of one of the two.
#[derive(Default)]
struct Times {
    cpu: Duration,
    wall: Vec<Duration>,
}

impl Times {
    fn take<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let (cpu, wall) = (ThreadTime::now(), Instant::now());
        let done = act();
        self.wall.push(wall.elapsed());
        self.cpu += cpu.elapsed();
        done
    }

    /// The wall time that this share of all stayed within.
    fn at(&mut self, share: f64) -> Duration {
        self.wall.sort_unstable();
        let index = ((self.wall.len().saturating_sub(1)) as f64 * share) as usize;
        self.wall.get(index).copied().unwrap_or_default()
    }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

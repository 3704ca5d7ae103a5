//! Feeds every reader with changed files for a while: `drive SECONDS [READER]...`. What makes one panic,
//! take longer than [`SLOW`] or more memory than [`MOST`] is written to the folder FOUND and told.
//! `drive seeds FOLDER` writes what each begins from to a folder of its own, where cargo-fuzz begins too.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use readers::{READERS, Reader};

/// More of a processor than any file of [`LONGEST`] bytes takes, on a slow machine too.
const SLOW: Duration = Duration::from_secs(5);
/// Resident memory in megabytes beyond which something grows without bound.
const MOST: f64 = 512.0;
/// Files grow no longer than this, in bytes.
const LONGEST: usize = 16 * 1024;
/// Files kept to change further.
const KEPT: usize = 256;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1).peekable();
    if words.next_if(|word| word == "seeds").is_some() {
        return seeds(&PathBuf::from(words.next().unwrap_or_else(|| "corpus".to_owned())));
    }
    let Some(seconds) = words.next().and_then(|word| word.parse::<u64>().ok()) else {
        eprintln!("drive SECONDS [READER]... or drive seeds [FOLDER]");
        return ExitCode::from(2);
    };
    let names: Vec<String> = words.collect();
    if let Some(name) = names.iter().find(|name| !READERS.iter().any(|one| one.name == **name)) {
        let known: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
        eprintln!("There is no reader “{name}”; there are {}.", known.join(", "));
        return ExitCode::from(2);
    }
    // What is found is told in one line, not by a trace for each.
    std::panic::set_hook(Box::new(|_| {}));
    let wanted =
        |reader: &&Reader| names.is_empty() || names.iter().any(|name| name == reader.name);
    let mut faults = 0;
    for reader in READERS.iter().filter(wanted) {
        faults += drive(reader, Duration::from_secs(seconds));
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the files that every reader begins from.
fn seeds(folder: &Path) -> ExitCode {
    for reader in READERS {
        let folder = folder.join(reader.name);
        let written = std::fs::create_dir_all(&folder).and_then(|()| {
            let mut numbered = reader.seeds.iter().enumerate();
            numbered
                .try_for_each(|(at, seed)| std::fs::write(folder.join(format!("seed-{at}")), seed))
        });
        if let Err(error) = written {
            eprintln!("{}: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Feeds one reader; answers how many faults it has.
fn drive(reader: &Reader, time: Duration) -> u64 {
    let mut chance = Chance(RandomState::new().build_hasher().finish() | 1);
    let mut kept: Vec<Vec<u8>> = reader.seeds.iter().map(|seed| seed.to_vec()).collect();
    let (begun, mut fed, mut faults) = (Instant::now(), 0_u64, 0);
    let mut slowest = Duration::ZERO;
    while begun.elapsed() < time && faults < 20 {
        let mut file = kept[chance.below(kept.len())].clone();
        for _ in 0..=chance.below(6) {
            change(&mut file, &kept, reader.seeds, &mut chance);
        }
        file.truncate(LONGEST);
        let started = busy();
        let read = catch_unwind(AssertUnwindSafe(|| (reader.read)(&file)));
        let took = busy().saturating_sub(started);
        (fed, slowest) = (fed + 1, slowest.max(took));
        let memory = if fed.is_multiple_of(512) { memory_mb() } else { 0.0 };
        let fault = match read {
            Err(why) => Some(said(why.as_ref())),
            Ok(()) if took > SLOW => Some(format!("took {took:?}")),
            Ok(()) if memory > MOST => Some(format!("{memory:.0} MB of memory")),
            Ok(()) => None,
        };
        if let Some(fault) = fault {
            faults += 1;
            println!("{}: {fault} ({})", reader.name, put_down(reader.name, faults, &file));
        }
        // Nothing tells which files lead further: a few at random, so that changes add up.
        if chance.below(64) == 0 {
            if kept.len() < KEPT {
                kept.push(file);
            } else {
                let place = reader.seeds.len() + chance.below(KEPT - reader.seeds.len());
                kept[place] = file;
            }
        }
    }
    println!(
        "{:<11} {fed:>9} files in {:>5.0} s, the slowest {:.1} ms, {:.0} MB at most, {faults} faults",
        reader.name,
        begun.elapsed().as_secs_f64(),
        slowest.as_secs_f64() * 1000.0,
        peak_mb(),
    );
    faults
}

/// Changes a file in one of the ways in which files go wrong.
fn change(file: &mut Vec<u8>, kept: &[Vec<u8>], seeds: &[&[u8]], chance: &mut Chance) {
    const SIGNS: &[&[u8]] = &[
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\t",
        b"\r",
        b"\n",
        b"\r\n",
        b"\0",
        b"\xFF\xFE",
        b"\xEF\xBB\xBF",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b"\\u0000",
        b"\\",
        b"-",
        b"99999999999999999999",
        b"1e999",
        b"<",
        b"/>",
        b"&#x0;",
        b"=",
        b"\xED\xA0\x80",
        b"\xE2\x80\xAE",
        b"0000-00-00",
        b"9999-12-31",
        b"RRULE:FREQ=SECONDLY",
        b"INTERVAL=0",
        b"r=\"XFD1048576\"",
        b"null",
        b"\x80",
        b"\xF0\x9F\x9A\x80",
    ];
    let at = chance.below(file.len() + 1);
    let to = (at + chance.below(48) + 1).min(file.len());
    match chance.below(9) {
        0 if !file.is_empty() => {
            let at = at.min(file.len() - 1);
            file[at] ^= 1 << chance.below(8);
        }
        1 if !file.is_empty() => {
            let at = at.min(file.len() - 1);
            file[at] = chance.byte();
        }
        2 => drop(file.drain(at..to)),
        3 => drop(file.splice(at..at, SIGNS[chance.below(SIGNS.len())].iter().copied())),
        4 => drop(file.splice(at..to, SIGNS[chance.below(SIGNS.len())].iter().copied())),
        5 => {
            let part = file[at..to].to_vec();
            let times = 1 << chance.below(9);
            drop(file.splice(at..at, part.repeat(times)));
        }
        6 => {
            let other = &kept[chance.below(kept.len())];
            let from = chance.below(other.len() + 1);
            let until = (from + chance.below(200)).min(other.len());
            drop(file.splice(at..at, other[from..until].iter().copied()));
        }
        7 => file.truncate(at),
        _ if chance.below(16) == 0 => *file = seeds[chance.below(seeds.len())].to_vec(),
        _ => drop(file.splice(at..at, [chance.byte()])),
    }
}

/// Puts a file that found something where it can be looked at.
fn put_down(name: &str, number: u64, file: &[u8]) -> String {
    let folder = std::env::var_os("FOUND").map_or_else(|| "found".into(), PathBuf::from);
    let path = folder.join(format!("{name}-{}-{number}", std::process::id()));
    let done = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, file));
    done.map_or_else(|error| error.to_string(), |()| path.display().to_string())
}

fn said(why: &(dyn std::any::Any + Send)) -> String {
    let words = why.downcast_ref::<String>().map(String::as_str);
    words.or(why.downcast_ref::<&str>().copied()).unwrap_or("a panic without words").to_owned()
}

/// How long this thread had a processor, as Linux counts it: a machine that is busy with other things
/// makes nothing slow. Elsewhere the time that passed.
fn busy() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = counted.and_then(|line| line.split_whitespace().next()?.parse().ok());
    nanos.map_or_else(|| BEGUN.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

fn memory_mb() -> f64 {
    status_mb("VmRSS:")
}

fn peak_mb() -> f64 {
    status_mb("VmHWM:")
}

/// As Linux counts it; nothing elsewhere.
fn status_mb(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// Numbers by chance (xorshift64*, Vigna 2016).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `most`, which is not zero.
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[7]
    }
}

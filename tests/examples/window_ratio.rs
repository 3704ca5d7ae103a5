//! Start and memory of the app beside an empty window's: `window_ratio APP EMPTY [FILE]`. Prints one
//! line; each figure is the median of five starts, taken in turns.

use std::path::Path;

use journeys::measure::{Start, start};

const TIMES: usize = 5;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [app, empty, file @ ..] = words.as_slice() else {
        eprintln!("window_ratio APP EMPTY [FILE]");
        std::process::exit(2);
    };
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        bare.push(start(Path::new(empty), &[]));
        ours.push(start(Path::new(app), file));
    }
    let seconds = |starts: &[Start]| median(starts, |start| start.painted.as_secs_f64());
    let megabytes = |starts: &[Start]| median(starts, |start| start.memory as f64 / 1024.0);
    println!(
        "start_s={:.3} bare_start_s={:.3} start_ratio={:.2} memory_mb={:.1} bare_memory_mb={:.1} memory_ratio={:.2}",
        seconds(&ours),
        seconds(&bare),
        seconds(&ours) / seconds(&bare),
        megabytes(&ours),
        megabytes(&bare),
        megabytes(&ours) / megabytes(&bare),
    );
}

fn median(starts: &[Start], of: impl Fn(&Start) -> f64) -> f64 {
    let mut all: Vec<f64> = starts.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

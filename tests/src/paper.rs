//! Reading PDFs with tools that are not ours.

use std::path::Path;
use std::process::Command;

/// The text of a PDF, in reading order, as poppler finds it.
#[track_caller]
pub fn text(pdf: &Path) -> String {
    run("pdftotext", &["-enc", "UTF-8", "-layout", path(pdf), "-"])
}

/// That qpdf finds nothing wrong with a PDF.
#[track_caller]
pub fn assert_sound(pdf: &Path) {
    run("qpdf", &["--check", path(pdf)]);
}

fn path(pdf: &Path) -> &str {
    pdf.to_str().expect("a UTF-8 path")
}

#[track_caller]
fn run(program: &str, words: &[&str]) -> String {
    let done = Command::new(program).args(words).output();
    let done = done.unwrap_or_else(|error| panic!("{program} cannot be started: {error}"));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program} complains: {said}{complained}");
    said
}

/// Whether a page's text shows these words, however they were broken into lines and cells, and
/// whatever invisible signs of direction stand between them.
pub fn shows(text: &str, words: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|sign| !sign.is_whitespace() && !steers(*sign)).collect()
    };
    let text = plain(text);
    words.split_whitespace().all(|word| text.contains(&plain(word)))
}

/// Signs that only steer direction and shape (Unicode, general category Cf) and variation selectors.
fn steers(sign: char) -> bool {
    matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

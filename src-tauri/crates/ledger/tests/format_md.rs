//! FORMAT.md says what the code does: its examples are the golden files, its codes all there are.

use std::fs;
use std::path::PathBuf;

use ledger::verify::FaultCode;

fn here(path: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

#[test]
fn every_example_is_taken_from_a_golden_file() {
    let format = here("FORMAT.md");
    let blocks: Vec<&str> = format.split("```text golden=").skip(1).collect();
    assert!(blocks.len() >= 7, "there are worked examples for every kind of bytes");
    for block in blocks {
        let (name, rest) = block.split_once('\n').expect("a name ends its line");
        let (example, _) = rest.split_once("```").expect("an example ends");
        let golden = here(&format!("tests/golden/{name}"));
        assert!(golden.contains(example), "the example of {name} is not in the golden file");
    }
}

#[test]
fn every_fault_code_is_explained() {
    let format = here("FORMAT.md");
    for code in FaultCode::ALL {
        let times = format.matches(&format!("`{}`", code.as_str())).count();
        assert!(times >= 2, "{} needs its rule and its place in a verdict", code.as_str());
    }
}

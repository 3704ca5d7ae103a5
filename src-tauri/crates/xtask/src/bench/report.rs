//! A long report beside the same one by ReportLab.

use super::{Figure, Goal, example, number};
use crate::ground::{Ground, Sentence, output, show};

pub(super) fn report(ground: &Ground) -> Result<Vec<Figure>, Sentence> {
    let ours = ground.target("bench/table500.pdf");
    let theirs = ground.target("bench/table500-reportlab.pdf");
    let said = example(ground, "countersign-report", "table500", &[&ours.to_string_lossy()])?;
    let python = reportlab(ground)?;
    let script = ground.path("src-tauri/crates/report/examples/table500_reportlab.py");
    let fonts = ground.path("src-tauri/crates/report/fonts");
    let words = [&script, &theirs, &fonts].map(|path| path.to_string_lossy().into_owned());
    let compared = output(ground.command(&python, &words.each_ref().map(String::as_str)))?;
    let compared = String::from_utf8_lossy(&compared).into_owned();
    let (seconds, base) = (number(&said, "seconds")?, number(&compared, "seconds")?);
    let memory = number(&said, "kib_per_page")? / 1024.0;
    let faster = "500 pages, times faster than ReportLab".to_owned();
    let per_page = "memory per page".to_owned();
    Ok(vec![
        Figure { what: faster, measured: base / seconds, unit: "times", goal: Goal::AtLeast(4.0) },
        Figure { what: per_page, measured: memory, unit: "MB", goal: Goal::AtMost(0.2) },
    ])
}

/// A Python with ReportLab, in the build folder.
fn reportlab(ground: &Ground) -> Result<String, Sentence> {
    let python = ground.target("tools/reportlab/bin/python").to_string_lossy().into_owned();
    if output(ground.command(&python, &["-c", "import reportlab"])).is_err() {
        let folder = ground.target("tools/reportlab").to_string_lossy().into_owned();
        show(ground.command("python3", &["-m", "venv", &folder]))?;
        show(ground.command(&python, &["-m", "pip", "install", "--quiet", "reportlab==4.4.4"]))?;
    }
    Ok(python)
}

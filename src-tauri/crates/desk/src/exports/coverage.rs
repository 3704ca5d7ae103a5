//! The coverage of frameworks, as pages or as a table.

use domain::framework::Coverage;
use report::coverage::{self as paper, Model, Requirement, Standing, State};
use report::csv::{self, Reader, Table};

use super::frame::{About, day, frame, left_before};
use super::preparer::Preparer;
use super::{PaperForm, leave, no_such_form};
use crate::erased::{ERASED, or_erased};
use crate::files::{Purpose, Written};
use crate::frameworks::{
    CoveragePeriod, ExportCoverage, FrameworkCoverage, FrameworksView, RequirementRow, covered,
};
use crate::workspace::Open;
use crate::{Desk, Problem};

/// Stands under every report, so that nobody reads more out of it than it says.
const NOTE: &str = "Evidence in the period was done in it, or stood when it ended. This report says \
    which evidence the record holds, and nothing of how good it is: it is no statement of \
    compliance, and no share of requirements would be one. Titles and sentences are Countersign’s \
    own words, not those of the frameworks.";

impl Desk {
    /// See the list of operations.
    pub fn export_coverage(&mut self, request: ExportCoverage) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let now = self.moment();
        let open = self.open()?;
        let as_of = open.last()?;
        let mut view = covered(open, now, &request.within)?;
        let only = request.framework;
        view.frameworks.retain(|one| only.is_none_or(|only| only == one.framework));
        let (bytes, form) = match request.form {
            PaperForm::Pdf => (pages(open, &view, as_of, &preparer)?, "pdf"),
            PaperForm::Csv => (csv::write(&table(&view), Reader::Spreadsheet)?, "csv"),
            PaperForm::Markdown => return Err(no_such_form("coverage", "Markdown")),
        };
        let mut export = super::export("coverage", form, as_of, None, &bytes);
        export.period = Some(view.period.name);
        leave(self, &path, &bytes, export)
    }
}

/// The coverage as PDF.
pub(super) fn pages(
    open: &Open,
    view: &FrameworksView,
    as_of: u64,
    preparer: &Preparer,
) -> Result<Vec<u8>, Problem> {
    Ok(paper::pdf(&model(open, view, as_of, preparer)?)?.bytes)
}

fn model(
    open: &Open,
    view: &FrameworksView,
    as_of: u64,
    preparer: &Preparer,
) -> Result<Model, Problem> {
    let period = view.period.name.clone();
    let before = left_before(&open.view(), "coverage", &period)?;
    let about = About { report: "Framework coverage", period, as_of, before };
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        about: days(&view.period),
        frameworks: view.frameworks.iter().map(framework).collect(),
        note: NOTE.to_owned(),
    })
}

/// "2 Sep 2026": a requirement's evidence may be of another year.
pub(super) const WITH_YEAR: &str = "%-d %b %Y";

fn days(period: &CoveragePeriod) -> String {
    let so_far = if period.over { "" } else { ", as far as it has come" };
    format!(
        "What evidence the record holds for each requirement from {} to {}{so_far}. Gaps come first.",
        day(&period.from, WITH_YEAR),
        day(&period.to, WITH_YEAR)
    )
}

fn framework(one: &FrameworkCoverage) -> paper::Framework {
    let of = |coverage: Coverage| {
        let rows = one.requirements.iter().filter(|row| row.coverage == coverage);
        let requirements: Vec<Requirement> = rows.map(requirement).collect();
        let words = coverage.words().to_owned();
        (!requirements.is_empty()).then(|| Standing { state: state(coverage), words, requirements })
    };
    paper::Framework {
        name: one.name.clone(),
        says: one.says.clone(),
        states: Coverage::ALL.into_iter().filter_map(of).collect(),
    }
}

const fn state(coverage: Coverage) -> State {
    match coverage {
        Coverage::None => State::None,
        Coverage::Earlier => State::Earlier,
        Coverage::InPeriod => State::InPeriod,
        Coverage::OutOfScope => State::OutOfScope,
    }
}

fn requirement(row: &RequirementRow) -> Requirement {
    let later = row.applies_from.as_ref().filter(|_| !row.applies);
    Requirement {
        id: row.called.clone(),
        title: row.title.clone(),
        asks: row.asks.clone(),
        applies: later.map(|from| format!("Applies from {from}")).unwrap_or_default(),
        evidence: evidence(row),
    }
}

/// What shows a requirement, what would, or why it is not asked.
fn evidence(row: &RequirementRow) -> String {
    if let Some(out) = &row.out {
        let why = out.why.as_deref().unwrap_or(ERASED);
        return format!("{} {}, entry {}.", closed(why), out.by_name, report::grouped(out.entry));
    }
    if row.coverage == Coverage::None {
        return format!("Would be shown by: {}.{}", row.sources.join("; "), missing(row));
    }
    let newest = row.newest.as_ref().map(|newest| {
        let name = newest.reference.as_ref().or(newest.name.as_ref());
        let day = newest.at.as_ref().map(|at| day(at, WITH_YEAR));
        match (name, day) {
            (Some(name), Some(day)) => format!(" Newest: {name}, {day}."),
            (Some(name), None) => format!(" Standing: {name}."),
            (None, _) => String::new(),
        }
    });
    let counts = match (row.inside, row.earlier) {
        (0, earlier) => format!("{} before the period.", report::grouped(earlier.into())),
        (inside, 0) => format!("{} in the period.", report::grouped(inside.into())),
        (inside, earlier) => format!(
            "{} in the period, {} before it.",
            report::grouped(inside.into()),
            report::grouped(earlier.into())
        ),
    };
    counts + &newest.unwrap_or_default() + &missing(row)
}

/// What was asked of people for it and is not there, as a sentence.
fn missing(row: &RequirementRow) -> String {
    match row.missing.is_empty() {
        true => String::new(),
        false => format!(" Missing: {}.", lacks(row)),
    }
}

/// "POL-0001, 1 of 12 has not attested version 2; …"
pub(super) fn lacks(row: &RequirementRow) -> String {
    let each = row.missing.iter().map(|one| match &one.reference {
        Some(policy) => format!("{policy}, {}", one.says),
        None => one.says.to_lowercase(),
    });
    each.collect::<Vec<_>>().join("; ")
}

/// A sentence with its stop.
fn closed(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Every requirement as a line, gaps first.
pub(super) fn table(view: &FrameworksView) -> Table {
    let heads = [
        "Framework",
        "Requirement",
        "Reference",
        "Group",
        "Title",
        "What is asked",
        "Applies from",
        "State",
        "Evidence in the period",
        "Evidence before it",
        "Newest",
        "Newest on",
        "What would show it",
        "What is missing",
        "Not asked because",
        "Period from",
        "Period to",
    ];
    let mut rows = Vec::new();
    for framework in &view.frameworks {
        let mut gaps_first: Vec<&RequirementRow> = framework.requirements.iter().collect();
        gaps_first.sort_by_key(|row| row.coverage);
        rows.extend(gaps_first.into_iter().map(|row| line(framework, row, &view.period)));
    }
    Table { heads: heads.map(str::to_owned).to_vec(), rows }
}

fn line(
    framework: &FrameworkCoverage,
    row: &RequirementRow,
    period: &CoveragePeriod,
) -> Vec<String> {
    let text = |words: Option<&String>| words.cloned().unwrap_or_default();
    let newest = row.newest.as_ref();
    let not_asked = |out: &crate::frameworks::NotAsked| or_erased(out.why.as_ref());
    vec![
        framework.name.clone(),
        row.called.clone(),
        row.reference.clone(),
        row.group.clone(),
        row.title.clone(),
        row.asks.clone(),
        text(row.applies_from.as_ref()),
        row.coverage.words().to_owned(),
        row.inside.to_string(),
        row.earlier.to_string(),
        text(newest.and_then(|newest| newest.reference.as_ref().or(newest.name.as_ref()))),
        text(newest.and_then(|newest| newest.at.as_ref())),
        row.sources.join("; "),
        lacks(row),
        row.out.as_ref().map(not_asked).unwrap_or_default(),
        period.from.clone(),
        period.to.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_on_the_pages_are_written_as_in_other_reports() {
        let period = CoveragePeriod {
            name: "2026-Q3".to_owned(),
            from: "2026-07-01".to_owned(),
            to: "2026-09-30".to_owned(),
            over: true,
        };
        assert!(days(&period).contains("from 1 Jul 2026 to 30 Sep 2026."), "{}", days(&period));
    }
}

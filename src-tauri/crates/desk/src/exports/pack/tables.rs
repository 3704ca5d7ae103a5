//! The tables of a pack, each as CSV and as JSON of the same cells.

use report::csv::{self, Reader, Table};
use report::pack::Pack;

use super::super::{
    actions, coverage, exceptions, metrics, overrides, raci, register, scorecard, stops,
};
use super::asked::Asked;
use super::lists::{checked, found, permitted, reviewed};
use super::steps::{Part, Steps};
use super::subjects::Subjects;
use crate::decisions::DecisionRow;
use crate::erased::or_erased;
use crate::metrics::MetricsQuery;
use crate::operations::Nothing;
use crate::population::PopulationView;
use crate::samples::{SampleRow, method_words, stage_words};
use crate::scorecards::ScorecardQuery;
use crate::{Desk, Problem};

impl Desk {
    /// Puts the tables into a pack; `tests` are those of the period's batches.
    pub(super) fn add_tables(
        &mut self,
        pack: &mut Pack,
        asked: &Asked,
        subjects: &Subjects,
        tests: &[PopulationView],
        steps: &Steps<'_>,
    ) -> Result<(), Problem> {
        self.add_register(pack, asked)?;
        put(pack, "reviews", "Reviews that fell due, held or not", &reviewed(&subjects.reviews))?;
        put(pack, "findings", "Rules that do not hold, of what", &found(&subjects.findings))?;
        let about = "Checks of fairness, drift and service levels";
        put(pack, "checks", about, &checked(&subjects.checks))?;
        let about = "What decisions allowed outside the register, and each use";
        put(pack, "permits", about, &permitted(&subjects.permits))?;
        let decisions = decided(&subjects.decisions);
        put(pack, "decisions", "Decisions proposed or settled", &decisions)?;
        let rows: Vec<_> = subjects.exceptions.iter().collect();
        put(pack, "exceptions", "Exceptions with their clocks", &exceptions::table(&rows))?;
        let mut rows = self.overrides(Nothing {})?.rows;
        rows.retain(|row| asked.holds(&row.at));
        put(pack, "overrides", "What people decided otherwise", &overrides::table(&rows))?;
        let rows = self.metrics(MetricsQuery::default())?.metrics;
        put(pack, "metrics", "Metrics and where they stand", &metrics::table(&rows))?;
        let card = self.scorecard(ScorecardQuery { workflow: None, as_of: None })?;
        put(pack, "scorecard", "The figures of the program over time", &scorecard::table(&card))?;
        let mut rows = self.stops(Nothing {})?.stops;
        rows.retain(|row| asked.holds(&row.at));
        put(pack, "stops", "Stops and drills", &stops::table(&rows))?;
        let shown = self.actions(Nothing {})?;
        let mut rows: Vec<_> = shown.open.into_iter().chain(shown.over).collect();
        rows.retain(|row| asked.meets(&row.raised_at, row.ended_at.as_deref()));
        put(pack, "action-items", "What is to be done, and by whom", &actions::table(&rows))?;
        let attested = self.attestations_table()?;
        put(pack, "attestations", "Who attested which policy, and who has not", &attested)?;
        let covered = coverage::table(&subjects.coverage);
        put(pack, "coverage", "Evidence for each requirement of the frameworks", &covered)?;
        put(pack, "population-tests", "Each test on every row of each batch", &tested(tests))?;
        put(pack, "samples", "Samples and what they prove", &sampled(&subjects.samples))?;
        steps.step(Part::Tables, 1, 1)
    }

    fn add_register(&self, pack: &mut Pack, asked: &Asked) -> Result<(), Problem> {
        let (open, seq, preparer) = (self.open()?, asked.then.seq, super::from_the_record());
        let model = register::model(open, seq, &preparer)?;
        let table = report::register::csv(&model, Reader::Program)?;
        pack.add("data/register.csv", "The register as a table", &table)?;
        let rows = crate::register::view::view(&open.view(), seq, asked.then.at)?;
        let rows = serde_json::to_vec_pretty(&rows).map_err(Problem::internal)?;
        pack.add("data/register.json", "The register for programs", &rows)?;
        let matrices = raci::model(open, seq, None, &preparer)?.matrices;
        for (number, matrix) in (1..).zip(&matrices) {
            let path = format!("data/raci-{number}.csv");
            let table = report::raci::csv(matrix, Reader::Spreadsheet)?;
            pack.add(&path, &format!("RACI: {}", matrix.name), &table)?;
        }
        Ok(())
    }
}

/// A table twice: for a person's spreadsheet, and for programs.
pub(super) fn put(pack: &mut Pack, name: &str, about: &str, table: &Table) -> Result<(), Problem> {
    pack.add(&format!("data/{name}.csv"), about, &csv::write(table, Reader::Spreadsheet)?)?;
    pack.add(&format!("data/{name}.json"), &format!("{about}, for programs"), &csv::json(table))?;
    Ok(())
}

pub(super) fn table(heads: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows }
}

pub(in crate::exports) fn decided(rows: &[DecisionRow]) -> Table {
    let heads = [
        "Decision",
        "Proposed",
        "Kind",
        "What",
        "Workflow",
        "Name",
        "State",
        "Proposed by",
        "Approvals",
        "Needed",
        "Lapses",
        "Entry",
    ];
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let line = |row: &DecisionRow| {
        vec![
            row.decision.clone(),
            row.at.clone(),
            row.kind_words.clone(),
            or_erased(row.title.as_ref()),
            text(&row.workflow),
            text(&row.workflow_name),
            row.state.words().to_owned(),
            row.by_name.clone(),
            row.approvals.to_string(),
            row.needed.to_string(),
            row.until.clone(),
            row.entry.to_string(),
        ]
    };
    table(&heads, rows.iter().map(line).collect())
}

pub(in crate::exports) fn sampled(rows: &[SampleRow]) -> Table {
    let heads = [
        "Sample",
        "Of",
        "Batch",
        "Planned",
        "Stage",
        "How drawn",
        "Rows",
        "Drawn",
        "Tested",
        "In error",
        "Tester",
        "What it proves",
        "Entry",
    ];
    let line = |row: &SampleRow| {
        vec![
            row.sample.clone(),
            or_erased(row.title.as_ref()),
            row.batch.clone(),
            row.planned.clone(),
            stage_words(row.stage).to_owned(),
            method_words(row.method).to_owned(),
            row.rows.to_string(),
            row.take.to_string(),
            row.tested.to_string(),
            row.errors.to_string(),
            row.tester_name.clone(),
            row.says.clone().unwrap_or_default(),
            row.entry.to_string(),
        ]
    };
    table(&heads, rows.iter().map(line).collect())
}

fn tested(tests: &[PopulationView]) -> Table {
    let heads = [
        "Batch",
        "Source",
        "Rows",
        "Test",
        "Result",
        "Rows that fail",
        "Rows judged",
        "Rows not judged",
        "Why not",
        "First rows",
        "Exceptions",
    ];
    let lines = tests.iter().flat_map(|one| {
        one.tests.iter().map(|test| {
            let first: Vec<String> = test.first.iter().map(u64::to_string).collect();
            vec![
                one.batch.batch.clone(),
                or_erased(one.batch.source.as_ref()),
                one.tested.to_string(),
                test.words.clone(),
                test.result.words().to_owned(),
                test.count.to_string(),
                test.judged.to_string(),
                test.not_judged.to_string(),
                test.why_not.clone().unwrap_or_default(),
                first.join(" "),
                test.exceptions.join(" "),
            ]
        })
    });
    table(&heads, lines.collect())
}

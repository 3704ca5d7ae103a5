//! The register as a page and as a table.

use chrono::{Datelike, NaiveDate};
use domain::workflow::{Status, Tier};
use report::csv::Reader;
use report::register::{self as paper, Model};
use store::AsOf;

use super::frame::{About, as_it_stands, frame, moment_of};
use super::preparer::Preparer;
use super::{ExportRegister, PaperForm, leave, register_seen};
use crate::erased::ERASED;
use crate::files::{Purpose, Written};
use crate::register::table::{self, Told};
use crate::register::{RegisterRow, phase_words, risk_words, stage_words, view};
use crate::workspace::{Open, last_at, settings};
use crate::{Desk, Problem};

impl Desk {
    /// See the list of operations.
    pub fn export_register(&mut self, request: ExportRegister) -> Result<Written, Problem> {
        let path = self.target(&request.grant, Purpose::SaveReport)?;
        let preparer = self.preparer()?;
        let open = self.open()?;
        let as_of = open.up_to(request.as_of)?;
        if let Some(seen) = &request.seen {
            let model = register_seen::model(open, as_of, &preparer, seen)?;
            let (bytes, form) = match request.form {
                PaperForm::Pdf => (register_seen::pdf(&model)?, "pdf"),
                PaperForm::Csv => (register_seen::csv(&model)?, "csv"),
                PaperForm::Markdown => return Err(super::no_such_form("register", "Markdown")),
            };
            let export = super::export("register-view", form, as_of, None, &bytes);
            return leave(self, &path, &bytes, export);
        }
        let model = model(open, as_of, &preparer)?;
        let (bytes, form) = match request.form {
            PaperForm::Pdf => (paper::pdf(&model)?.bytes, "pdf"),
            PaperForm::Csv => (paper::csv(&model, Reader::Spreadsheet)?, "csv"),
            PaperForm::Markdown => return Err(super::no_such_form("register", "Markdown")),
        };
        let export = super::export("register", form, as_of, None, &bytes);
        leave(self, &path, &bytes, export)
    }
}

/// The register's page after entry `as_of`.
pub fn model(open: &Open, as_of: u64, preparer: &Preparer) -> Result<Model, Problem> {
    let then = open.store.as_of(AsOf::Seq(as_of));
    let before = then.exports()?.iter().filter(|e| e.export.what == "register").count();
    let about = About { report: "Register", period: as_it_stands(as_of), as_of, before };
    let mut rows = view::view(&then, as_of, last_at(&then)?)?.workflows;
    rows.sort_by_key(|row| (row.phase.is_none(), row.phase, row.workflow.clone()));
    let mut told = table::told(&then)?;
    let day = moment_of(&open.store, as_of)?.in_zone(settings(&then)?.zone).date_naive();
    Ok(Model {
        frame: frame(open, &about, preparer)?,
        heads: table::heads(),
        rows: rows
            .into_iter()
            .map(|shown| {
                let told = told.remove(&shown.workflow).unwrap_or_default();
                row(shown, told, day)
            })
            .collect(),
    })
}

/// Guardrails one after another. Each begins as its author wrote it, so each ends as a sentence does.
fn sentences(guardrails: &[String]) -> String {
    if let [only] = guardrails {
        return only.clone();
    }
    let ended = guardrails.iter().map(|one| match one.trim_end() {
        whole if whole.ends_with(['.', '!', '?', '。', '؟', '।']) => whole.to_owned(),
        open => format!("{open}."),
    });
    ended.collect::<Vec<_>>().join(" ")
}

fn row(row: RegisterRow, told: Told, today: NaiveDate) -> paper::Row {
    paper::Row {
        reference: row.workflow,
        name: row.name.unwrap_or_else(|| ERASED.to_owned()),
        phase: row.phase.map_or("Phase not stated", phase_words).to_owned(),
        tier: row.tier.map(|tier| match tier {
            Tier::Suggest => paper::Tier::Suggest,
            Tier::Draft => paper::Tier::Draft,
            Tier::ExecuteWithApproval => paper::Tier::Approval,
            Tier::ExecuteAutonomously => paper::Tier::Autonomous,
        }),
        freest: told.freest,
        write_stage: row.write_stage.map(stage_words).unwrap_or_default().to_owned(),
        owner: row.owner.unwrap_or_default(),
        approver_role: row.approver.unwrap_or_default(),
        approver: row.approver_people.join(", "),
        data_risk: row.data_risks.map(|risks| risk_words(&risks)).unwrap_or_default(),
        guardrails: sentences(&row.guardrails),
        logs: row.logs.unwrap_or_default(),
        kpi: row.kpis.join("; "),
        next_review: row.next_review.map(|day| near(&day, today)).unwrap_or_default(),
        review_late: row.review_late,
        status: match row.status {
            Status::Draft => paper::Status::Draft,
            Status::Live => paper::Status::Live,
            Status::Paused => paper::Status::Paused,
            Status::Stopped => paper::Status::Stopped,
            Status::Retired => paper::Status::Retired,
        },
        found_live: row.found_live,
        facts: told.facts,
    }
}

/// A day that nobody takes for that of another year: "24 Nov"; in another, with its own.
fn near(written: &str, today: NaiveDate) -> String {
    let Ok(day) = written.parse::<NaiveDate>() else { return written.to_owned() };
    let form = if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    day.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::{near, sentences};

    #[test]
    fn a_day_of_another_year_carries_it_however_near_it_is() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 13).unwrap();
        let cases =
            [("2026-12-31", "31 Dec"), ("2027-01-01", "1 Jan 2027"), ("2026-01-02", "2 Jan")];
        for (day, wanted) in cases {
            assert_eq!(near(day, today), wanted);
        }
    }

    #[test]
    fn several_guardrails_end_as_sentences_and_one_stays_as_it_is_written() {
        let cases: [(&[&str], &str); 4] = [
            (&[], ""),
            (&["Sources shown"], "Sources shown"),
            (&["Sources shown", "Never sent. "], "Sources shown. Never sent."),
            (&["Who asks?", "阈值只能通过决定更改。"], "Who asks? 阈值只能通过决定更改。"),
        ];
        for (given, wanted) in cases {
            let given: Vec<String> = given.iter().map(|one| (*one).to_owned()).collect();
            assert_eq!(sentences(&given), wanted, "{given:?}");
        }
    }
}

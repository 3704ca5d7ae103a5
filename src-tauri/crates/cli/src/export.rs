//! Files that leave: reports, tables, packs.

use std::path::Path;

use desk::Problem;
use desk::operations::{
    ActionsShown, CoverageQuery, DecisionForm, ExportActions, ExportAudit, ExportCalendar,
    ExportCoverage, ExportDecision, ExportExceptions, ExportLog, ExportMetrics, ExportMinutes,
    ExportOperatingModel, ExportOverrides, ExportPack, ExportPolicies, ExportPolicy,
    ExportPostmortem, ExportRaci, ExportRegister, ExportScorecard, ExportSponsor, ExportStops,
    ExportSummary, LogQuery, Nothing, PackWords, PaperForm, SummaryOf,
};

use crate::args::{Args, Export, Exported, Shown, Words};
use crate::usage::{options_fit, usage};
use crate::{Outcome, at, exception, print};

/// Writes a report or a pack.
pub fn export(args: &Args, export: &Export) -> Result<Outcome, Problem> {
    fit(export)?;
    let (mut desk, _) = at::acting(args, &export.file)?;
    let grant = at::grant(&export.out)?;
    let about = export.about.clone();
    let written = match export.what {
        Exported::Register => {
            let form = form(&export.out)?;
            desk.export_register(ExportRegister { form, grant, as_of: None, seen: None })?
        }
        Exported::Minutes => {
            let review = export.review.clone();
            let says = "Say of which review: --review WEEKLY-2026-W47.";
            let review = review.ok_or_else(|| usage(says))?;
            desk.export_minutes(ExportMinutes { review, form: form(&export.out)?, grant })?
        }
        Exported::Decision => {
            let decision = about.ok_or_else(|| usage("Say which decision: --about DEC-0031."))?;
            let form = decision_form(&export.out)?;
            let withhold_words = export.withhold_words;
            desk.export_decision(ExportDecision { decision, form, withhold_words, grant })?
        }
        Exported::Calendar => desk.export_calendar(ExportCalendar { grant })?,
        Exported::Raci => {
            let (matrix, form) = (export.matrix.clone(), form(&export.out)?);
            desk.export_raci(ExportRaci { matrix, form, grant, as_of: None })?
        }
        Exported::OperatingModel => {
            desk.export_operating_model(ExportOperatingModel { grant, as_of: None })?
        }
        Exported::Actions => {
            table(&export.out)?;
            desk.export_actions(ExportActions {
                shown: shown(export.shown.unwrap_or(Shown::Open)),
                grant,
            })?
        }
        Exported::Exceptions => match form(&export.out)? {
            PaperForm::Csv => {
                let shown = export.shown.unwrap_or(Shown::Open);
                let view = exception::shown(desk.exceptions(Nothing {})?, shown, args.person());
                let rows = view.open.into_iter().chain(view.over);
                let exceptions = rows.map(|row| row.exception).collect();
                desk.export_exceptions(ExportExceptions { exceptions, grant })?
            }
            PaperForm::Markdown => {
                desk.export_summary(ExportSummary { of: SummaryOf::Exceptions, grant })?
            }
            PaperForm::Pdf => {
                return Err(usage("Exceptions leave as a table, .csv, or in short, .md."));
            }
        },
        Exported::Postmortem => {
            let says = "Say of which exception: --about EXC-0014.";
            let exception = about.ok_or_else(|| usage(says))?;
            match form(&export.out)? {
                PaperForm::Pdf => desk.export_postmortem(ExportPostmortem { exception, grant })?,
                PaperForm::Csv | PaperForm::Markdown => {
                    return Err(usage("A postmortem leaves as pages; give it the ending .pdf."));
                }
            }
        }
        Exported::Week => match form(&export.out)? {
            PaperForm::Markdown => {
                desk.export_summary(ExportSummary { of: SummaryOf::Week, grant })?
            }
            PaperForm::Csv | PaperForm::Pdf => {
                return Err(usage("The week leaves in short; give the file the ending .md."));
            }
        },
        Exported::Log => {
            table(&export.out)?;
            let query = LogQuery { about, ..LogQuery::default() };
            desk.export_log(ExportLog { query, grant })?
        }
        Exported::Metrics => {
            table(&export.out)?;
            desk.export_metrics(ExportMetrics { as_of: None, grant })?
        }
        Exported::Overrides => {
            table(&export.out)?;
            desk.export_overrides(ExportOverrides { workflow: about, grant })?
        }
        Exported::Scorecard => {
            table(&export.out)?;
            desk.export_scorecard(ExportScorecard { workflow: about, grant })?
        }
        Exported::Stops => {
            table(&export.out)?;
            desk.export_stops(ExportStops { grant })?
        }
        Exported::Coverage => {
            let (within, form) = (within(export.period.as_deref()), form(&export.out)?);
            desk.export_coverage(ExportCoverage { framework: None, within, form, grant })?
        }
        Exported::Sponsor => {
            pages(&export.out)?;
            desk.export_sponsor(ExportSponsor { period: export.period.clone(), grant })?
        }
        Exported::Audit => {
            pages(&export.out)?;
            desk.export_audit(ExportAudit { period: export.period.clone(), grant })?
        }
        Exported::Policies => {
            table(&export.out)?;
            desk.export_policies(ExportPolicies { grant })?
        }
        Exported::Policy => {
            let policy = about.ok_or_else(|| usage("Say which policy: --about POL-0001."))?;
            pages(&export.out)?;
            desk.export_policy(ExportPolicy { policy, version: export.version, grant })?
        }
        Exported::Pack => {
            // What it holds is of then, its seal of now.
            desk.return_to_now(Nothing {})?;
            desk.export_pack(ExportPack {
                grant,
                withhold_contacts: !export.with_contacts,
                period: export.period.clone(),
                as_of: args.as_of.clone(),
                since: export.since.clone(),
                words: export.words.map(words),
                without_rows: export.without_rows,
            })?
        }
    };
    print::written(args.json, &written)
}

fn fit(export: &Export) -> Result<(), Problem> {
    let is = |what: Exported| export.what == what;
    let about = [
        Exported::Decision,
        Exported::Log,
        Exported::Overrides,
        Exported::Policy,
        Exported::Postmortem,
        Exported::Scorecard,
    ]
    .contains(&export.what);
    let period = [Exported::Audit, Exported::Coverage, Exported::Pack, Exported::Sponsor];
    let (period, pack) = (period.contains(&export.what), is(Exported::Pack));
    options_fit(&[
        ("--review", export.review.is_some(), is(Exported::Minutes)),
        ("--matrix", export.matrix.is_some(), is(Exported::Raci)),
        ("--about", export.about.is_some(), about),
        ("--version", export.version.is_some(), is(Exported::Policy)),
        ("--shown", export.shown.is_some(), is(Exported::Actions) || is(Exported::Exceptions)),
        ("--period", export.period.is_some(), period),
        ("--withhold-words", export.withhold_words, is(Exported::Decision)),
        ("--since", export.since.is_some(), pack),
        ("--words", export.words.is_some(), pack),
        ("--without-rows", export.without_rows, pack),
        ("--with-contacts", export.with_contacts, pack),
    ])
}

/// A period, or its first and last day with two points between them.
fn within(period: Option<&str>) -> CoverageQuery {
    match period.and_then(|period| period.split_once("..")) {
        Some((from, to)) => {
            CoverageQuery { period: None, from: Some(from.to_owned()), to: Some(to.to_owned()) }
        }
        None => CoverageQuery { period: period.map(str::to_owned), ..CoverageQuery::default() },
    }
}

/// Refuses another ending for what leaves as a table only.
fn table(out: &Path) -> Result<(), Problem> {
    match ending(out) {
        Some("csv") => Ok(()),
        Some(_) | None => Err(usage("It leaves as a table; give the file the ending .csv.")),
    }
}

/// Refuses another ending for what leaves as pages only.
fn pages(out: &Path) -> Result<(), Problem> {
    match ending(out) {
        Some("pdf") => Ok(()),
        Some(_) | None => Err(usage("It leaves as pages; give the file the ending .pdf.")),
    }
}

fn form(out: &Path) -> Result<PaperForm, Problem> {
    match ending(out) {
        Some("pdf") => Ok(PaperForm::Pdf),
        Some("csv") => Ok(PaperForm::Csv),
        Some("md") => Ok(PaperForm::Markdown),
        Some(_) | None => Err(usage("The file’s ending says the form: .pdf, .csv or .md.")),
    }
}

fn decision_form(out: &Path) -> Result<DecisionForm, Problem> {
    let says = "The file’s ending says the form: .pdf to read, .excerpt to be verified.";
    match ending(out) {
        Some("pdf") => Ok(DecisionForm::Pdf),
        Some("excerpt") => Ok(DecisionForm::Excerpt),
        Some(_) | None => Err(usage(says)),
    }
}

fn ending(out: &Path) -> Option<&str> {
    out.extension().and_then(|ending| ending.to_str())
}

fn words(words: Words) -> PackWords {
    match words {
        Words::Period => PackWords::Period,
        Words::All => PackWords::All,
    }
}

fn shown(shown: Shown) -> ActionsShown {
    match shown {
        Shown::Mine => ActionsShown::Mine,
        Shown::Open => ActionsShown::Open,
        Shown::Late => ActionsShown::Late,
        Shown::Over => ActionsShown::Over,
    }
}

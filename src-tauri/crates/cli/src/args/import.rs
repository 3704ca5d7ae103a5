//! Taking files in.

use std::path::PathBuf;

use clap::ValueEnum;
use domain::batch::{Field, Preset, Treatment};
use domain::workflow::ActionKind;

/// Takes a file in.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// What it holds.
    pub what: Imported,
    /// The workspace.
    pub file: PathBuf,
    /// The file to read.
    pub source: PathBuf,
    /// Say what would be taken in, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Change what is on the register already, instead of skipping its rows.
    #[arg(long)]
    pub update: bool,
    /// Which field each column fills, as a JSON file: {"Tool": "product", "#7": null}.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// What becomes of a field of an action log at the door: keep, mask, hash or drop, such as
    /// target=hash; once a field. What is not named stays as it was for a log of the same heads.
    #[arg(long = "treat", value_name = "FIELD=WAY", value_parser = treated)]
    pub treatments: Vec<(Field, Treatment)>,
    /// The kind of action that a word of an action log's is read as, such as chat=recommend; with
    /// nothing behind the sign it stays as it stands. Once a word. What is not named stays as it was
    /// for a log of the same heads.
    #[arg(long = "kind", value_name = "WORD=KIND", value_parser = kind)]
    pub kinds: Vec<(String, Option<ActionKind>)>,
    /// Which sheet of a workbook.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Why values that stand were wrong, for metrics; without it they are left as they are.
    #[arg(long, default_value = "")]
    pub correct_because: String,
    /// What a RACI matrix is called; the file's name when absent.
    #[arg(long)]
    pub name: Option<String>,
    /// Why, for holidays.
    #[arg(long, default_value = "")]
    pub why: String,
    /// Propose a RACI matrix for decision, with this rationale.
    #[arg(long, value_name = "RATIONALE")]
    pub propose: Option<String>,
    /// The system an action log comes from; the file's name when absent.
    #[arg(long, value_name = "SYSTEM")]
    pub origin: Option<String>,
    /// How that system was asked for the rows.
    #[arg(long)]
    pub query: Option<String>,
    /// When the rows were pulled, 2026-11-21T10:00 in the workspace's zone.
    #[arg(long, value_name = "WHEN")]
    pub pulled_at: Option<String>,
    /// Who pulled them.
    #[arg(long, value_name = "WHO")]
    pub pulled_by: Option<String>,
    /// The workflow that all rows of an action log are of, where no column says which.
    #[arg(long, value_name = "WF")]
    pub workflow: Option<String>,
    /// The system whose log it is, whose columns are then read as they are known: hubspot-activity,
    /// salesforce-setup-audit or otel-genai.
    #[arg(long, value_name = "LOG", value_parser = preset, conflicts_with = "map")]
    pub preset: Option<Preset>,
    /// The zone of an action log's times that name none; when absent, that of the last log of the
    /// same heads, else the workspace's.
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Read dates like 03/04/2026 day first (or month first), where an action log does not tell.
    #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
    pub day_first: Option<bool>,
    /// Write the rejected rows here as CSV.
    #[arg(long)]
    pub rejected: Option<PathBuf>,
}

fn preset(written: &str) -> Result<Preset, String> {
    let known = || Preset::ALL.map(Preset::id).join(", ");
    Preset::named(written).ok_or_else(|| format!("there are {}", known()))
}

fn treated(written: &str) -> Result<(Field, Treatment), String> {
    let (field, way) = written.split_once('=').ok_or("write FIELD=WAY, such as target=hash")?;
    let known = || Field::ALL.iter().map(|field| field.id()).collect::<Vec<_>>().join(", ");
    let field = Field::named(field.trim())
        .ok_or_else(|| format!("“{}” is no field of a log; there are {}", field.trim(), known()))?;
    let way = way.trim();
    let treatment = Treatment::ALL.into_iter().find(|one| one.words().eq_ignore_ascii_case(way));
    let treatment =
        treatment.ok_or("a field is kept, masked, hashed or dropped: keep, mask, hash or drop")?;
    if field == Field::Time && treatment != Treatment::Keep {
        return Err("the time of an action is kept: nothing can be tested without one".to_owned());
    }
    Ok((field, treatment))
}

fn kind(written: &str) -> Result<(String, Option<ActionKind>), String> {
    let (word, kind) = written.rsplit_once('=').ok_or("write WORD=KIND, such as chat=recommend")?;
    let (word, kind) = (word.trim().to_owned(), kind.trim());
    if kind.is_empty() {
        return Ok((word, None));
    }
    let ids = || ActionKind::ALL.iter().map(|kind| kind.id()).collect::<Vec<_>>().join(", ");
    let so_called = |one: &&ActionKind| kind.eq_ignore_ascii_case(one.words());
    let found = ActionKind::named(kind)
        .or_else(|| ActionKind::ALL.iter().find(so_called).copied())
        .ok_or_else(|| format!("“{kind}” is no kind of action; there are {}", ids()))?;
    Ok((word, Some(found)))
}

fn yes_or_no(written: &str) -> Result<bool, String> {
    match written {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write yes for day first, or no for month first".to_owned()),
    }
}

/// What can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Imported {
    /// An inventory of AI workflows.
    Workflows,
    /// People with contact, roles, team and the team's manager.
    People,
    /// Values of metrics, a row each or a column per period.
    Metrics,
    /// Holidays, from a calendar file (.ics) or a table of days and names.
    Holidays,
    /// An action log: a row for each thing AI did. It becomes a batch.
    Actions,
    /// A RACI matrix: activities down, roles across. It becomes a draft.
    Raci,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_written_behind_the_last_sign_and_nothing_leaves_the_word_as_it_stands() {
        let read = |word: &str, kind| Ok((word.to_owned(), kind));
        assert_eq!(kind("chat=recommend"), read("chat", Some(ActionKind::Recommend)), "by its id");
        assert_eq!(
            kind("a=b = Publish"),
            read("a=b", Some(ActionKind::Publish)),
            "or words; a word may hold the sign"
        );
        assert_eq!(kind("Update="), read("Update", None), "as it stands");
        for (written, says) in [("chat", "WORD=KIND"), ("chat=talk", "there are summarise,")] {
            let refused = kind(written).unwrap_err();
            assert!(refused.contains(says), "{written}: {refused}");
        }
    }

    #[test]
    fn a_treatment_is_written_as_field_and_way_and_every_other_word_says_what_to_write() {
        assert_eq!(
            treated("target=hash"),
            Ok((Field::Target, Treatment::Hash)),
            "as the ledger has it"
        );
        assert_eq!(treated(" after = Drop"), Ok((Field::After, Treatment::Drop)), "in any case");
        for (written, says) in [
            ("target", "FIELD=WAY"),
            ("targets=hash", "“targets” is no field of a log; there are id, time,"),
            ("target=hide", "keep, mask, hash or drop"),
            ("time=drop", "is kept"),
        ] {
            let refused = treated(written).unwrap_err();
            assert!(refused.contains(says), "{written}: {refused}");
        }
    }
}

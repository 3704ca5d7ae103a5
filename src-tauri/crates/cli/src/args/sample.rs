//! Samples by command line.

use std::path::PathBuf;

use domain::sample::{Method, Size};

/// Samples of AI actions: list and read, plan, draw by another's seed, save.
#[derive(Debug, clap::Args)]
pub struct Sample {
    /// The workspace.
    pub file: PathBuf,
    /// Read this sample, such as SMP-0009, or do with it what else is said.
    #[arg(long)]
    pub sample: Option<String>,
    /// Plan a sample of this batch, such as BAT-0007.
    #[arg(long, conflicts_with = "sample", requires = "size")]
    pub batch: Option<String>,
    /// How many rows: a number, a percentage such as 10%, or guidance: as many as prove an error
    /// share below 5 % if none is in error.
    #[arg(long, value_parser = size)]
    pub size: Option<Size>,
    /// How rows are chosen: simple, every-kth or stratified.
    #[arg(long, value_parser = method, default_value = "simple")]
    pub method: Method,
    /// The field that divides rows into strata, such as segment.
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
    /// Only rows whose field says so, such as workflow=Reply-Triage.
    #[arg(long, value_name = "FIELD=WORDS", value_parser = only)]
    pub only: Option<(String, String)>,
    /// What it is a sample of.
    #[arg(long, default_value = "AI actions")]
    pub title: String,
    /// Why it is planned, or given up.
    #[arg(long, default_value = "")]
    pub why: String,
    /// Whose signature draws it, such as PER-0002; may be left out where one person could.
    #[arg(long, requires = "batch", value_name = "PERSON")]
    pub reviewer: Option<String>,
    /// Say what a plan would come to, and write nothing.
    #[arg(long, requires = "batch")]
    pub dry_run: bool,
    /// Sign the plan here, as a reviewer, which draws the rows.
    #[arg(long, requires = "sample")]
    pub draw: bool,
    /// Write a request that a reviewer signs elsewhere.
    #[arg(long, requires = "sample", value_name = "OUT")]
    pub request: Option<PathBuf>,
    /// Take in the reviewer's statement, which draws the rows.
    #[arg(long, value_name = "STATEMENT")]
    pub seed_with: Option<PathBuf>,
    /// Save the workpaper as PDF.
    #[arg(long, requires = "sample", value_name = "OUT")]
    pub pdf: Option<PathBuf>,
    /// Save the items as CSV.
    #[arg(long, requires = "sample", value_name = "OUT")]
    pub items: Option<PathBuf>,
    /// Save every row of the batch with its hash as CSV, to draw the items again.
    #[arg(long, requires = "sample", value_name = "OUT")]
    pub rows: Option<PathBuf>,
    /// Give it up.
    #[arg(long, requires = "sample")]
    pub abandon: bool,
}

fn size(written: &str) -> Result<Size, String> {
    let number =
        |digits: &str| digits.parse::<u32>().map_err(|_| "write 25, 10% or guidance".to_owned());
    if written == "guidance" {
        return Ok(Size::Guidance { below_percent: domain::sample::WANTED_PERCENT });
    }
    match written.strip_suffix('%') {
        Some(percent) => Ok(Size::Percent { percent: number(percent.trim())? }),
        None => Ok(Size::Number { rows: number(written)? }),
    }
}

fn method(written: &str) -> Result<Method, String> {
    match written {
        "simple" => Ok(Method::Simple),
        "every-kth" => Ok(Method::EveryKth),
        "stratified" => Ok(Method::Stratified),
        _ => Err("write simple, every-kth or stratified".to_owned()),
    }
}

fn only(written: &str) -> Result<(String, String), String> {
    let (field, says) = written.split_once('=').ok_or("write FIELD=WORDS")?;
    Ok((field.trim().to_owned(), says.trim().to_owned()))
}

//! Starting, importing, exporting, reading.

use domain::workspace::StartUpSet;
use std::path::Path;

use desk::Problem;
use desk::demo::{self, Making};
use desk::operations::{
    BackUp, CreateWorkspace, DecisionForm, EraseText, ExportCalendar, ExportDecision,
    ExportMinutes, ExportOperatingModel, ExportPack, ExportRaci, ExportRegister, FindingCounts,
    FindingsQuery, FindingsView, Frame, LogQuery, Nothing, PaperForm, RegisterQuery, ReviewRow,
    ReviewState, Sponsor,
};

use crate::args::{Args, Demo, Erase, Export, Exported, Import, Imported, New};
use crate::print::say;
use crate::{
    Outcome, at, holidays, inventory, metrics, passphrase, people_list, print, raci, review,
};

/// Starts a workspace.
pub fn new(args: &Args, new: &New) -> Result<Outcome, Problem> {
    let mut desk = at::desk()?;
    let zone = match &new.zone {
        Some(zone) => zone.clone(),
        None => desk.frame(Nothing {})?.zone,
    };
    let left_out = |set: StartUpSet| new.without.iter().any(|one| StartUpSet::from(*one) == set);
    let frame = desk.create_workspace(CreateWorkspace {
        grant: at::grant(&new.file)?,
        name: new.name.clone(),
        zone,
        fiscal_start: new.fiscal_start,
        founder: new.founder.clone(),
        passphrase: passphrase::asked("A passphrase for your key: ")?,
        sponsor: new.sponsor.clone().map(|name| Sponsor { name, passphrase: None }),
        sets: StartUpSet::ALL.into_iter().filter(|set| !left_out(*set)).collect(),
    })?;
    print::answer(args.json, &frame, foot)
}

/// Makes a demo.
pub fn demo(demo: &Demo) -> Result<Outcome, Problem> {
    if demo.file.exists() {
        let says = format!("{} is there already; nothing was written.", demo.file.display());
        return Err(Problem::new("file-exists", says));
    }
    let until = match demo.until.and_then(|day| day.and_hms_opt(9, 41, 0)) {
        Some(at) => domain::Moment::new(at.and_utc()),
        None => desk::Clock::now(&desk::MachineClock),
    };
    let making = Making { path: &demo.file, until, seed: demo.seed };
    at::desk()?.make_demo(&making)?;
    say!("{} made. Everybody's passphrase is “{}”.", demo.file.display(), demo::PASSPHRASE);
    Ok(Outcome::Done)
}

/// What is due, waiting, missed.
pub fn status(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, file)?;
    let frame = desk.frame(Nothing {})?;
    let reviews = desk.reviews(Nothing {})?;
    let findings = desk.findings(FindingsQuery::default())?;
    let all = serde_json::json!({ "frame": frame, "reviews": reviews, "findings": findings });
    print::answer(args.json, &all, |_| {
        foot(&frame);
        say!("Reviews held {} of {} expected so far.", reviews.held, reviews.expected);
        reviews.waiting.iter().for_each(|row| say!("{}", review::line(row)));
        let missed = |row: &&ReviewRow| row.state == ReviewState::Missed;
        reviews.past.iter().filter(missed).for_each(|row| say!("{}", review::line(row)));
        tell(&findings);
    })
}

/// What does not hold, rule by rule.
fn tell(view: &FindingsView) {
    let FindingCounts { all, blocking, put_off } = view.counts;
    say!("Findings {all}, {blocking} of rules that block, {put_off} put off.");
    for group in &view.groups {
        say!("{} ({})", group.rule.sentence, if group.rule.blocks { "blocks" } else { "warns" });
        for finding in &group.findings {
            let since =
                finding.since.as_deref().map_or_else(String::new, |s| format!(" since {s}"));
            let put = finding.put_off.as_ref();
            let put = put.map_or_else(String::new, |put| format!(", put off until {}", put.until));
            say!("  {}  {}  {}{since}{put}", finding.about, finding.about_name, finding.says);
        }
    }
}

fn foot(frame: &Frame) {
    let Some(workspace) = &frame.workspace else { return };
    let demo = if workspace.demo { " (demo)" } else { "" };
    say!("{}{demo}", workspace.name);
    say!("Entry {}, head {}", workspace.foot.entry, workspace.foot.head_full);
    if let Some(past) = &workspace.past {
        say!("As of {}, after entry {}", past.at, past.entry);
    }
    let clock = workspace.clock.iter().map(|clock| &clock.says);
    for trouble in clock.chain(&workspace.gone_back).chain(&workspace.read_only) {
        say!("{trouble}");
    }
}

/// The register.
pub fn register(args: &Args, file: &Path) -> Result<Outcome, Problem> {
    let view = at::reading(args, file)?.register(RegisterQuery::default())?;
    print::answer(args.json, &view, |view| {
        for row in &view.workflows {
            let tier = row.tier.map_or_else(|| "–".to_owned(), |tier| tier.number().to_string());
            let name = row.name.as_deref().unwrap_or("(erased)");
            let found = if row.found_live { ", found live" } else { "" };
            say!("{}  tier {tier}  {:?}{found}  {name}", row.workflow, row.status);
        }
        say!("{} workflows, {} live, after entry {}", view.workflows.len(), view.live, view.as_of);
    })
}

/// Takes a file in.
pub fn import(args: &Args, import: &Import) -> Result<Outcome, Problem> {
    match import.what {
        Imported::Workflows => inventory::import(args, import),
        Imported::Metrics => metrics::import(args, import),
        Imported::People => people_list::import(args, import),
        Imported::Holidays => holidays::import(args, import),
        Imported::Raci => raci::import(args, import),
    }
}

/// Writes a report or a pack.
pub fn export(args: &Args, export: &Export) -> Result<Outcome, Problem> {
    let (mut desk, _) = at::acting(args, &export.file)?;
    let grant = at::grant(&export.out)?;
    let written = match export.what {
        Exported::Register => {
            let form = form(&export.out)?;
            desk.export_register(ExportRegister { form, grant, as_of: None, seen: None })?
        }
        Exported::Minutes => {
            let review = export.review.clone().ok_or_else(|| {
                Problem::new("bad-request", "Say of which review: --review WEEKLY-2026-W47.")
            })?;
            desk.export_minutes(ExportMinutes { review, form: form(&export.out)?, grant })?
        }
        Exported::Decision => {
            let decision = export.about.clone().ok_or_else(|| {
                Problem::new("bad-request", "Say which decision: --about DEC-0031.")
            })?;
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
        Exported::Pack => {
            let withhold_contacts = export.withhold_contacts;
            desk.export_pack(ExportPack { grant, withhold_contacts })?
        }
    };
    print::written(args.json, &written)
}

fn form(out: &Path) -> Result<PaperForm, Problem> {
    match out.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => Ok(PaperForm::Pdf),
        Some("csv") => Ok(PaperForm::Csv),
        Some("md") => Ok(PaperForm::Markdown),
        Some(_) | None => {
            Err(Problem::new("bad-request", "The file's ending says the form: .pdf, .csv or .md."))
        }
    }
}

fn decision_form(out: &Path) -> Result<DecisionForm, Problem> {
    match out.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => Ok(DecisionForm::Pdf),
        Some("excerpt") => Ok(DecisionForm::Excerpt),
        Some(_) | None => Err(Problem::new(
            "bad-request",
            "The file's ending says the form: .pdf to read, .excerpt to be verified.",
        )),
    }
}

/// Writes the workspace as it stood, from its entries alone.
pub fn replay(args: &Args, file: &Path, out: &Path) -> Result<Outcome, Problem> {
    let seen = at::reading(args, file)?.frame(Nothing {})?.workspace;
    let as_of = seen.map_or(0, |seen| seen.past.map_or(seen.foot.entry, |past| past.entry));
    at::desk()?.replay_file(file, as_of, out)?;
    say!("{}: the first {as_of} entries, replayed", out.display());
    Ok(Outcome::Done)
}

/// The change log.
pub fn log(
    args: &Args,
    file: &Path,
    about: Option<String>,
    words: Option<String>,
    limit: u32,
) -> Result<Outcome, Problem> {
    let query = LogQuery { limit: Some(limit), about, words, ..LogQuery::default() };
    let view = at::reading(args, file)?.log(query)?;
    print::answer(args.json, &view, |view| {
        for row in &view.rows {
            let about = row.about.as_deref().unwrap_or("–");
            say!("{:>6}  {}  {}  {about}  {}", row.entry, row.at, row.by_name, row.says);
        }
    })
}

/// Erases words.
pub fn erase(args: &Args, erase: &Erase) -> Result<Outcome, Problem> {
    let (mut desk, passphrase) = at::acting(args, &erase.file)?;
    let Erase { entry, path, ground, .. } = erase;
    let (path, ground) = (path.clone(), ground.clone());
    desk.erase_text(EraseText { entry: *entry, path, ground, passphrase })?;
    say!("Entry {entry}: the words are gone, their commitment stays.");
    Ok(Outcome::Done)
}

/// Writes a copy.
pub fn back_up(args: &Args, file: &Path, out: &Path) -> Result<Outcome, Problem> {
    let written = at::reading(args, file)?.back_up(BackUp { grant: at::grant(out)? })?;
    print::written(args.json, &written)
}

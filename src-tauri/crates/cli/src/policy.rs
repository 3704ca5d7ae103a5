//! Policies: listing, reading, proposing, attesting, here or by file.

use desk::operations::{
    AskShown, AskState, AttestPolicy, AttestationAsked, ChangeGiven, Nothing, PoliciesView,
    PolicyPage, PolicyQuery, PolicyRow, PolicyVersion, ProposeDecision, RequestAttestation,
    SectionShown, SettingGiven, TakeStatements,
};
use desk::{Desk, Problem};
use domain::ERASED;
use domain::decision::DecisionKind;

use crate::args::{Args, Policy};
use crate::print::{say, within};
use crate::usage::usage;
use crate::{Outcome, at, decide, print};

/// Does what is asked of policies.
pub fn policy(args: &Args, act: &Policy) -> Result<Outcome, Problem> {
    match act {
        Policy::List { file } => {
            let view = at::reading(args, file)?.policies(Nothing {})?;
            print::answer(args.json, &view, list)
        }
        Policy::Show { file, policy } => {
            let page = read(&mut at::reading(args, file)?, policy)?;
            print::answer(args.json, &page, show)
        }
        Policy::StartUp { file } => {
            let view = at::acting(args, file)?.0.take_start_up_policies(Nothing {})?;
            print::answer(args.json, &view, list)
        }
        Policy::Propose { file, policy, version, rationale } => {
            let mut desk = at::acting(args, file)?.0;
            let proposal = proposal(&mut desk, policy, *version, rationale)?;
            let view = desk.propose_decision(proposal)?;
            print::answer(args.json, &view, decide::show)
        }
        Policy::Retire { file, policy, rationale } => {
            let mut desk = at::acting(args, file)?.0;
            let proposal = retirement(&mut desk, policy, rationale)?;
            let view = desk.propose_decision(proposal)?;
            print::answer(args.json, &view, decide::show)
        }
        Policy::Attest { file, policy } => {
            let (mut desk, passphrase) = at::acting(args, file)?;
            let page = read(&mut desk, policy)?;
            if !args.json {
                show(&page);
            }
            let hash = told(&page).map(|version| version.hash.clone()).unwrap_or_default();
            let policy = policy.clone();
            let page = desk.attest_policy(AttestPolicy { policy, hash, passphrase })?;
            print::answer(args.json, &page, |page| {
                say!("{} is attested.", page.row.policy);
            })
        }
        Policy::Request { file, policy, out } => {
            let (policy, grant) = (policy.clone(), at::grant(out)?);
            let mut desk = at::reading(args, file)?;
            let made = desk.request_attestation(RequestAttestation { policy, grant })?;
            print::answer(args.json, &made, |made| {
                say!("Written to {}. Send it to whoever has not attested it;", made.file.name);
                say!("`countersign sign` shows them the whole of it and signs.");
            })
        }
        Policy::Take { file, statements } => {
            let grants = statements.iter().map(|path| at::grant(path)).collect::<Result<_, _>>()?;
            let (mut desk, passphrase) = at::acting(args, file)?;
            desk.take_statements(TakeStatements { grants, passphrase, why: None })?;
            let view = desk.policies(Nothing {})?;
            print::answer(args.json, &view, list)
        }
    }
}

fn read(desk: &mut Desk, policy: &str) -> Result<PolicyPage, Problem> {
    desk.policy(PolicyQuery { policy: policy.to_owned() })
}

/// The proposal to adopt a version, as it was written.
fn proposal(
    desk: &mut Desk,
    policy: &str,
    version: Option<u32>,
    rationale: &str,
) -> Result<ProposeDecision, Problem> {
    let page = read(desk, policy)?;
    let wanted = version.unwrap_or(page.row.versions);
    let found = page.versions.into_iter().find(|one| one.version == wanted);
    let found = found.ok_or_else(|| usage(format!("{policy} has no version {wanted}.")))?;
    let title = found.title.as_deref().unwrap_or(policy);
    let anew = if found.in_force { " anew" } else { "" };
    Ok(ProposeDecision {
        kind: DecisionKind::PolicyAdoption,
        title: format!("Adopt version {wanted} of {title}{anew}"),
        rationale: rationale.to_owned(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting {
            given: SettingGiven::Policy {
                policy: policy.to_owned(),
                version: wanted,
                hash: found.hash,
            },
        },
    })
}

/// The proposal that a policy goes out of force.
fn retirement(desk: &mut Desk, policy: &str, rationale: &str) -> Result<ProposeDecision, Problem> {
    let title = read(desk, policy)?.row.title;
    let given = SettingGiven::PolicyRetired { policy: policy.to_owned() };
    Ok(ProposeDecision {
        kind: DecisionKind::PolicyAdoption,
        title: format!("Retire {}", title.as_deref().unwrap_or(policy)),
        rationale: rationale.to_owned(),
        rollback_plan: String::new(),
        evidence: Vec::new(),
        change: ChangeGiven::Setting { given },
    })
}

/// The version in force, or the one that was last; the last one written where none ever was.
fn told(page: &PolicyPage) -> Option<&PolicyVersion> {
    let retired = page.row.retired.as_ref().map(|retired| retired.version);
    let number = page.row.in_force.or(retired);
    let told = page.versions.iter().find(|one| Some(one.version) == number);
    told.or(page.versions.first())
}

fn list(view: &PoliciesView) {
    if view.rows.is_empty() {
        say!("There is no policy yet; `countersign policy start-up` writes three to begin with.");
    }
    view.rows.iter().for_each(line);
}

fn line(row: &PolicyRow) {
    let title = row.title.as_deref().unwrap_or("–");
    let stands = match (row.in_force, &row.retired) {
        (None, None) => format!("{} written, none in force", versions(row.versions)),
        (None, Some(retired)) => {
            let by = retired.decision.as_deref().unwrap_or("–");
            format!("version {} retired by {by}", retired.version)
        }
        (Some(version), _) => {
            let late = if row.late > 0 { format!(", {} late", row.late) } else { String::new() };
            let attested = format!("attested by {} of {}", row.attested, row.asked);
            format!("version {version} in force, {attested}{late}")
        }
    };
    let waits = row.proposed.as_ref();
    let waits = waits.map(|one| match one.version {
        Some(version) => format!("; {} proposes version {version}", one.decision),
        None => format!("; {} proposes to retire it", one.decision),
    });
    say!("{}  {}: {title}; {stands}{}", row.policy, row.kind_words, waits.unwrap_or_default());
}

fn versions(count: u32) -> String {
    if count == 1 { "1 version".to_owned() } else { format!("{count} versions") }
}

fn show(page: &PolicyPage) {
    line(&page.row);
    if let Some(version) = told(page) {
        say!("Version {}, by {}, {}.", version.version, version.by_name, version.at);
        sections(&version.sections);
        say!("What an attestation signs: {}", version.hash);
    }
    for one in page.people.iter().filter(|one| one.ask.state != AskState::Attested) {
        say!("  {} {}: {}", one.person, one.name, waits(&one.ask));
    }
}

fn waits(ask: &AskShown) -> String {
    let until = ask.until.as_deref().unwrap_or("–");
    match ask.state {
        AskState::Late => format!("was to attest it by {until}"),
        AskState::Waits => format!("is to attest it by {until}"),
        AskState::Attested => format!("attested it on {}", ask.on.as_deref().unwrap_or("–")),
    }
}

fn sections(sections: &[SectionShown]) {
    for section in sections {
        let words = |text: &Option<String>| text.clone().unwrap_or_else(|| ERASED.to_owned());
        say!("  {}", within(&words(&section.heading)));
        say!("        {}", within(&words(&section.body)));
    }
}

/// A version as a request for attestations carries it: the whole of what is signed.
pub fn asked(asked: &AttestationAsked) {
    say!("{}  {}: {}", asked.policy, asked.kind_words, within(&asked.title));
    say!("Version {}. Attested by {}. {}.", asked.version, within(&asked.whom), asked.again);
    sections(&asked.sections);
    say!("You say by signing that you have read it and will keep to it.");
    say!("What is signed: {}", asked.subject);
}

//! Requests and statements: asking, answering, reading what came back.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use desk::Problem;
use desk::operations::{
    Asks, OpenRequest, OpenStatements, RequestKey, RequestView, SignRequest, Signer, StatementsView,
};

use crate::args::{Args, Sign};
use crate::print::say;
use crate::usage::usage;
use crate::{Outcome, at, passphrase, print};

/// Shows a request, and signs yes or no.
pub fn sign(args: &Args, wanted: &Sign) -> Result<Outcome, Problem> {
    let mut desk = at::desk()?;
    let grant = at::grant(&wanted.request)?;
    let view = desk.open_request(OpenRequest { grant: grant.clone() })?;
    if !args.json {
        show(&view);
    }
    if let Some(problem) = &view.refused {
        return Err(problem.clone());
    }
    let signer = signer(args, &view)?;
    if let Some(problem) = &signer.refused {
        return Err(problem.clone());
    }
    let approve = match (wanted.approve, wanted.refuse) {
        (true, _) => true,
        (_, true) => false,
        (false, false) => asked(&signer.person)?,
    };
    let out = match &wanted.out {
        Some(out) => out.clone(),
        None => beside(&wanted.request, &signer.person),
    };
    let passphrase = passphrase::asked(&format!("Passphrase of {}: ", signer.person))?;
    let answer = SignRequest {
        grant,
        sha256: view.sha256.clone(),
        person: signer.person.clone(),
        approve,
        consulted: wanted.consulted,
        reason: wanted.reason.clone(),
        passphrase,
        out: at::grant(&out)?,
    };
    let written = desk.sign_request(answer).map_err(passphrase::told)?;
    print::written(args.json, &written)
}

/// Makes a key for a person who has none left, and the request for it.
pub fn request_key(args: &Args, file: &Path, person: &str, out: &Path) -> Result<Outcome, Problem> {
    let mut desk = at::reading(args, file)?;
    let new_passphrase = passphrase::new(&format!("New passphrase of {person}: "))?;
    let (person, grant) = (person.to_owned(), at::grant(out)?);
    let made = desk.request_key(RequestKey { person, new_passphrase, grant })?;
    print::answer(args.json, &made, |made| {
        show(&made.request);
        say!("Written to {}. Send it to two people who hold different roles.", made.file.name);
        say!("Read them the new fingerprint by voice; `countersign sign` shows it to them.");
    })
}

/// Says what statements that came back come to.
pub fn came_back(args: &Args, file: &Path, statements: &[PathBuf]) -> Result<Outcome, Problem> {
    let grants = statements.iter().map(|path| at::grant(path)).collect::<Result<_, _>>()?;
    let view = at::reading(args, file)?.open_statements(OpenStatements { grants })?;
    print::answer(args.json, &view, statements_in_words)
}

/// Who signs: the person named, or the only one whose key is here.
fn signer<'v>(args: &Args, view: &'v RequestView) -> Result<&'v Signer, Problem> {
    let named = args.person.as_deref();
    let mut here =
        view.signers.iter().filter(|one| named.is_none_or(|person| one.person == person));
    match (here.next(), here.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(usage(
            "Several people have a key of this workspace here. Say who signs with --as PERSON.",
        )),
        (None, _) => Err(Problem::new(
            "key-missing-here",
            format!(
                "No key of {} for this workspace lies on this machine. Sign on the machine that \
                 has it.",
                named.unwrap_or("anybody")
            ),
        )),
    }
}

fn asked(person: &str) -> Result<bool, Problem> {
    if !io::stdin().is_terminal() {
        return Err(usage("There is no terminal to ask on. Say --approve or --refuse."));
    }
    loop {
        print!("Does {person} approve? Type yes or no: ");
        let _ = io::stdout().flush();
        let mut typed = String::new();
        let read = io::stdin().read_line(&mut typed).map_err(Problem::internal)?;
        match typed.trim().to_lowercase().as_str() {
            "yes" => return Ok(true),
            "no" => return Ok(false),
            _ if read == 0 => return Err(Problem::new("cancelled", "Nothing was signed.")),
            _ => {}
        }
    }
}

fn beside(request: &Path, person: &str) -> PathBuf {
    let stem = request.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    request.with_file_name(format!("{}-{person}.statement.json", stem.unwrap_or_default()))
}

fn show(view: &RequestView) {
    say!("A request in the workspace “{}” ({}).", view.workspace, view.ws);
    match &view.asks {
        Asks::KeyReplacement(asked) => {
            let name = asked.name.as_deref().unwrap_or("(name erased)");
            say!("{} {name} lost the key and asks for a new one.", asked.person);
            say!("  the key that signs no more: {}", asked.old);
            say!("    {}", grouped(&asked.old_fingerprint));
            say!("  the new key: {}", asked.key);
            say!("    {}", grouped(&asked.fingerprint));
            say!("Call {name} and compare the new fingerprint by voice before you sign.");
        }
        Asks::Vote(asked) => crate::decide::proposal(asked),
        Asks::Seed(asked) => crate::sample::asked(asked),
        Asks::Attestation(asked) => crate::policy::asked(asked),
        Asks::Countersignature(asked) => crate::review::asked(asked),
    }
    if !view.known {
        say!("The names are as the request states them: the workspace is not open here.");
    }
    say!("An answer is of use until {}.", view.expires);
}

fn statements_in_words(view: &StatementsView) {
    if let Some(Asks::KeyReplacement(asked)) = &view.asks {
        let name = asked.name.as_deref().unwrap_or("(name erased)");
        say!("A new key {} for {} {name}:", asked.key, asked.person);
    }
    if let Some(Asks::Vote(asked)) = &view.asks {
        say!("Votes on {}, {}:", asked.decision, asked.title.as_deref().unwrap_or("–"));
    }
    if let Some(Asks::Seed(asked)) = &view.asks {
        say!("The seed of {}, {}:", asked.sample, print::within(&asked.title));
    }
    if let Some(Asks::Attestation(asked)) = &view.asks {
        let title = print::within(&asked.title);
        say!("Attestations of version {} of {}, {title}:", asked.version, asked.policy);
    }
    if let Some(Asks::Countersignature(asked)) = &view.asks {
        say!("The countersignature of {}, {}:", asked.review, print::within(&asked.name));
    }
    for row in &view.statements {
        let who = row.name.as_deref().or(row.by.as_deref()).unwrap_or(&row.file);
        let verdict = row.verdict.as_deref().unwrap_or("unreadable");
        say!("  {who} ({}): {verdict}", row.roles.join(", "));
        if let Some(reason) = &row.reason {
            say!("    “{}”", print::within(reason));
        }
        if let Some(problem) = &row.refused {
            say!("    does not count: {}", problem.says);
        }
    }
    match &view.refused {
        Some(problem) => say!("{}", problem.says),
        None => say!("They are enough."),
    }
}

/// A fingerprint in groups of four, to be read aloud.
fn grouped(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

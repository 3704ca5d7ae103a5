//! What an auditor asks, and the files of a pack that answer it.

use report::pack::Request;

/// So many files of one folder are listed; of more, the folder.
const LISTED: usize = 6;

/// What is asked, and how the paths begin that answer it.
const ASKED: &[(&str, &[&str])] = &[
    (
        "Which AI workflows are there, and how freely may each act?",
        &["reports/register.pdf", "data/register."],
    ),
    (
        "Who owns and answers for what, who may decide, and who is called?",
        &["reports/operating-model.pdf", "reports/raci.pdf", "data/raci-"],
    ),
    ("How did the quarter go, in short?", &["reports/sponsor-page.pdf"]),
    (
        "What does the quarterly audit state, and who countersigned it?",
        &["reports/audit-report.pdf", "reports/minutes/QUARTERLY", "checkpoints/"],
    ),
    ("Which reviews were held, and what did they find?", &["data/reviews.", "reports/minutes/"]),
    ("Which rules do not hold, of what, and since when?", &["data/findings."]),
    (
        "What was changed, on whose proposal, why, and who approved it?",
        &["reports/decisions/", "data/decisions."],
    ),
    ("What was allowed outside the register, and how was it used?", &["data/permits."]),
    ("Where did people decide otherwise than the AI?", &["data/overrides."]),
    (
        "What went wrong, how fast was it seen to, and what was learnt?",
        &["data/exceptions.", "reports/postmortems/"],
    ),
    (
        "What did the AI do, and did every action keep the rules?",
        &["actions/", "data/population-tests."],
    ),
    (
        "What do samples of its actions prove?",
        &["reports/samples/", "data/samples.", "data/samples/"],
    ),
    ("How do results stand against their baselines?", &["data/metrics.", "data/scorecard."]),
    (
        "Are outputs fair, do models drift, what of the vendors?",
        &["data/checks.", "data/register.", "reports/audit-report.pdf"],
    ),
    ("Was anything stopped, and was stopping tried?", &["data/stops."]),
    (
        "Which policies bind people, who has attested them, and who has not?",
        &["reports/policies/", "data/attestations."],
    ),
    (
        "What evidence is there for each requirement of the frameworks?",
        &["reports/coverage/", "data/coverage."],
    ),
    ("What is still to be done, and by whom?", &["data/action-items."]),
    ("Which evidence is kept with the record?", &["evidence/"]),
    (
        "Was the record altered, and is it whole?",
        &["verify.html", "FORMAT.md", "ledger/", "keys/keys.json"],
    ),
];

/// Each request with the files that answer it.
pub(super) fn requests(files: &[&str]) -> Vec<Request> {
    let answered = |(asked, begins): &(&str, &[&str])| Request {
        asked: (*asked).to_owned(),
        files: begins.iter().flat_map(|begin| answering(begin, files)).collect(),
    };
    ASKED.iter().map(answered).collect()
}

fn answering(begin: &str, files: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = files
        .iter()
        .filter(|path| path.starts_with(begin))
        .map(|path| (*path).to_owned())
        .collect();
    found.sort();
    if begin.ends_with('/') && found.len() > LISTED { vec![begin.to_owned()] } else { found }
}

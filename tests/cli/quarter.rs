//! The reports of a quarter by command line, on the demo: one over and one that runs.

use journeys::{Home, paper};

const FILE: &str = "demo.countersign";
const PASSPHRASE: &str = "northwind demo";

#[test]
fn a_quarter_leaves_as_the_sponsors_page_and_as_an_audit_report_that_says_what_is_missing() {
    let home = Home::new();
    home.countersign(&["demo", FILE, "--until", "2026-11-18"]).done();
    let export = |what: &str, period: &str, out: &str| {
        let words = ["export", FILE, what, "--period", period, "--out", out];
        home.countersign_with(PASSPHRASE, &words)
    };
    export("sponsor", "2026-Q3", "sponsor.pdf").done();
    let page = home.path("sponsor.pdf");
    paper::assert_sound(&page);
    let text = paper::text(&page);
    for words in [
        "The quarter on one page",
        "Needs your signature",
        "Reviews held of expected",
        "Figures stand as of the end of 30 September 2026",
        "0 of 75 in error",
        "208 items in 26 samples of this quarter, 0 in error.",
    ] {
        assert!(paper::shows(&text, words), "the page says {words}:\n{text}");
    }

    export("audit", "2026-Q3", "audit.pdf").done();
    let report = home.path("audit.pdf");
    paper::assert_sound(&report);
    let text = paper::text(&report);
    for words in [
        "Quarterly audit report",
        "Sponsor’s statement",
        "3.1 Register as the figures stand",
        "4.1 Held of expected",
        "7.1 Clocks and service levels",
        "9.1 Each test over all logs",
        "9.2 Each log",
        "Lead scores, ",
        "Nordics",
        "How to verify this report",
        "QUARTERLY-2026-Q3",
        "What the audit answered",
        "Live without located logs",
    ] {
        assert!(paper::shows(&text, words), "the report says {words}");
    }

    export("audit", "2026-11", "no.pdf").fails(2, "is no quarter");
    export("sponsor", "2026-Q3", "page.csv").fails(2, ".pdf");
    let words = ["export", FILE, "register", "--period", "2026-Q3", "--out", "register.pdf"];
    home.countersign_with(PASSPHRASE, &words).fails(2, "--period");
    home.countersign(&["verify", FILE]).done();
}

#[test]
fn an_audit_shows_the_evidence_of_an_item_and_tells_its_quarter_in_sentences() {
    const AUDIT: &str = "QUARTERLY-2026-Q3";
    let home = Home::new();
    home.countersign(&["demo", FILE, "--until", "2026-11-18"]).done();
    let asks = ["review", "show", FILE, AUDIT, "--item", "kill-switch-drills"];
    let said = home.countersign(&asks).done().out;
    for words in
        ["2026-Q3 as it stood at the end of 30 September 2026", "Kill-switch drills", "WF-"]
    {
        assert!(said.contains(words), "the evidence says {words}:\n{said}");
    }
    let json = home.countersign(&[&asks[..], &["--json"]].concat()).done().json();
    assert_eq!(json["tables"][0]["pulled"], "drills", "the same as JSON");
    let asks = ["review", "show", FILE, AUDIT, "--item", "astrology"];
    home.countersign(&asks).fails(1, "no item “astrology”");

    let fine = ["review", "answer", FILE, AUDIT, "re-tier", "fine"];
    let verdict = |written| [&fine[..], &["--tier", written]].concat();
    home.countersign(&verdict("WF-0001=higher")).fails(2, "keep, lower, raise or retire");
    home.countersign(&verdict("the agent")).fails(2, "WORKFLOW=VERDICT");

    let told = home.countersign(&["review", "narrative", FILE, AUDIT]).done().out;
    assert!(told.contains("workflows are on the register"), "a draft for the board:\n{told}");
    let shown = home.countersign(&["review", "show", FILE, AUDIT]).done().out;
    for words in ["The board is told: ", "They state: ", " SDR outreach agent: Lower ("] {
        assert!(shown.contains(words), "what was signed with it is shown:\n{shown}");
    }
}

#[test]
fn a_workpaper_draws_what_the_sample_proves_and_what_the_weeks_to_it_prove_together() {
    let home = Home::new();
    home.countersign(&["demo", FILE, "--until", "2026-11-18"]).done();
    let page = |sample: &str| {
        let words = ["sample", FILE, "--sample", sample, "--pdf", "workpaper.pdf"];
        home.countersign_with(PASSPHRASE, &words).done();
        let page = home.path("workpaper.pdf");
        paper::assert_sound(&page);
        let text = paper::text(&page);
        std::fs::remove_file(page).expect("it was written");
        text
    };
    let with_error = page("SMP-0042");
    for words in [
        "this sample: 1 error in 6, 55.0",
        "52 items, no further error",
        "What 13 weeks prove together",
        "To W44: 1 of 72 in error.",
    ] {
        assert!(paper::shows(&with_error, words), "the workpaper says {words}:\n{with_error}");
    }
    let later = page("SMP-0044");
    for words in ["this sample: 0 errors in 6", "What 13 weeks prove together", "To W45: 1 of 72"] {
        assert!(paper::shows(&later, words), "a week later it says {words}:\n{later}");
    }
    let of_all = page("SMP-0041");
    assert!(!paper::shows(&of_all, "prove together"), "rows of no workflow alone are of no pool");
}

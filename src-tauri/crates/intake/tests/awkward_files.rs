//! Files as they come: every row is taken in or rejected by its line, with a reason.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use intake::Error;
use intake::inventory::{
    Inventory, NoteCode, Options, Problem, ProblemCode, Status, Tier, WorkflowField, read,
};
use intake::read::Foreign;

fn inventory(bytes: impl AsRef<[u8]>) -> Inventory {
    read(bytes.as_ref(), &Options::default()).unwrap()
}

fn refusal(bytes: impl AsRef<[u8]>) -> Error {
    read(bytes.as_ref(), &Options::default()).unwrap_err()
}

fn utf16(text: &str, to_bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

/// Accepted as `line name`, rejected as `line code+code`, in file order.
fn outcome(inventory: &Inventory) -> Vec<String> {
    let accepted = inventory.workflows.iter().map(|row| (row.line, row.name.clone()));
    let codes = |problems: &[Problem]| -> String {
        let codes: Vec<_> = problems.iter().map(|p| format!("!{:?}", p.code)).collect();
        codes.join(" ")
    };
    let rejected = inventory.rejected.iter().map(|row| (row.line, codes(&row.problems)));
    let mut all: Vec<(u64, String)> = accepted.chain(rejected).collect();
    all.sort();
    all.into_iter().map(|(line, text)| format!("{line} {text}")).collect()
}

#[test]
fn each_row_is_taken_in_or_rejected_by_its_line() {
    let long = "x".repeat(201);
    let cases: Vec<(&str, String, Vec<&str>)> = vec![
        ("plain", "Name,Tier\nA,1\nB,2\n".into(), vec!["2 A", "3 B"]),
        ("no line end at the end", "Name,Tier\nA,1".into(), vec!["2 A"]),
        ("mixed line ends", "Name,Tier\r\nA,1\rB,2\nC,3".into(), vec!["2 A", "3 B", "4 C"]),
        (
            "a line break in a name is a space",
            "Name,Tier\n\"A\r\nB\",1\nC,2\n".into(),
            vec!["2 A B", "4 C"],
        ),
        ("blank lines", "\n\nName,Tier\n\nA,1\n,\n\nB,2\n\n".into(), vec!["5 A", "8 B"]),
        ("declared delimiter", "sep=;\r\nName;Tier\r\nA;1\r\n".into(), vec!["3 A"]),
        (
            "short and long rows",
            "Name,Tier,Owner\nA,1\nB,2,x,y\nC,3,z,,\n".into(),
            vec!["2 !TooFewCells", "3 !TooManyCells", "4 C"],
        ),
        (
            "a stray quote inside bare text",
            "Name,Tier\n24\" monitor bot,1\nB,2\n".into(),
            vec!["2 24\" monitor bot", "3 B"],
        ),
        (
            "text after a closing quote",
            "Name,Tier\n\"A\" bot,1\nB,2\n".into(),
            vec!["2 !TextAfterQuote", "3 B"],
        ),
        (
            "a quote that would swallow the rest",
            "Name,Tier\nA,1\n\"B,2\nC,3\nD,4\n".into(),
            vec!["2 A", "3 !QuoteNeverClosed", "4 C", "5 D"],
        ),
        (
            "a quote that runs into the next",
            "Name,Tier\nA,\"1\nB,2\n\"C\",3\n".into(),
            vec!["2 !QuoteClosedInText", "3 B", "4 C"],
        ),
        ("NUL in one name", "Name,Tier\nA\0,1\nB,2\n".into(), vec!["2 !ControlCharacter", "3 B"]),
        (
            "text that turns itself around",
            "Name,Tier\nA\u{202E}B,1\nC,2\n".into(),
            vec!["2 !ControlCharacter", "3 C"],
        ),
        (
            "names and owners in embeddings and isolates",
            "Name,Owner\nA\u{202A}B,\nB,Ada\u{2067}x\nC,Ada\n".into(),
            vec!["2 !ControlCharacter", "3 !ControlCharacter", "4 C"],
        ),
        ("lines as an old Mac ends them", "Name,Logs\nA,\"x\ry\"\n".into(), vec!["2 A"]),
        (
            "no name",
            "Name,Tier\n,1\nTBD,2\nB,2\n".into(),
            vec!["2 !NameMissing", "3 !NameMissing", "4 B"],
        ),
        (
            "a name twice",
            "Name,Tier\nLead scoring,1\nLEAD  scoring,2\n".into(),
            vec!["2 Lead scoring", "3 !NameRepeated"],
        ),
        (
            "a rejected name may stand again",
            "Name,Tier\nA,Turbo\nA,2\n".into(),
            vec!["2 !UnknownWord", "3 A"],
        ),
        ("a long name", format!("Name,Tier\n{long},1\nB,2\n"), vec!["2 !TooLong", "3 B"]),
        (
            "everything wrong is told at once",
            "Name,Tier,Status\n,Turbo,Live (paused)\n".into(),
            vec!["2 !UnknownWord !NameMissing"],
        ),
        (
            "scripts and emoji",
            "Name;Tier\nتسجيل;1\n线索评分;2\nनवीनीकरण;3\n🚀 Launch 👩‍💻;4\n".into(),
            vec!["2 تسجيل", "3 线索评分", "4 नवीनीकरण", "5 🚀 Launch 👩‍💻"],
        ),
    ];
    for (name, text, expected) in cases {
        let inventory = inventory(&text);
        if name == "everything wrong is told at once" {
            let codes: Vec<_> = inventory.rejected[0].problems.iter().map(|p| p.code).collect();
            assert_eq!(
                codes,
                [ProblemCode::NameMissing, ProblemCode::Contradiction, ProblemCode::UnknownWord],
                "{name}"
            );
            continue;
        }
        assert_eq!(outcome(&inventory), expected, "{name}");
        let report = &inventory.report;
        assert_eq!(report.rows, report.accepted + report.rejected, "no row vanishes: {name}");
    }
}

#[test]
fn any_encoding_gives_the_same_workflows() {
    let text =
        "Name;Owner;Tier\nRelance des impayés;Chloé Lefèvre;2\nQualité des données;Zoë Müller;3\n";
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
    let cases = [
        ("UTF-8", text.as_bytes().to_vec(), "UTF-8"),
        ("UTF-8 with mark", marked(b"\xEF\xBB\xBF", text.into()), "UTF-8"),
        ("UTF-16LE with mark", marked(b"\xFF\xFE", utf16(text, u16::to_le_bytes)), "UTF-16LE"),
        ("UTF-16BE with mark", marked(b"\xFE\xFF", utf16(text, u16::to_be_bytes)), "UTF-16BE"),
        ("UTF-16LE", utf16(text, u16::to_le_bytes), "UTF-16LE"),
        ("UTF-16BE", utf16(text, u16::to_be_bytes), "UTF-16BE"),
        ("Windows-1252", latin, "windows-1252"),
    ];
    let expected = inventory(text).workflows;
    for (name, bytes, encoding) in cases {
        let read = inventory(bytes);
        assert_eq!(read.report.file.encoding, encoding, "encoding of {name}");
        assert_eq!(read.workflows, expected, "workflows of {name}");
    }
}

#[test]
fn shift_jis_is_read_when_found_and_when_asked_for() {
    let text = "Name,Owner,Tier\n見込み客の評価,田中さん,2\nメールの下書き,鈴木さん,2\n";
    let bytes = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let expected = vec!["2 見込み客の評価", "3 メールの下書き"];
    assert_eq!(outcome(&inventory(&bytes)), expected, "found");
    let mut options = Options::default();
    options.reading.encoding = Some("shift_jis".into());
    assert_eq!(outcome(&read(&bytes, &options).unwrap()), expected, "asked for");
}

#[test]
fn damaged_bytes_reject_their_row_only() {
    let mut bytes =
        "Name,Owner\nRelance,Chloé\nSuivi,Zoë\nTri,Noël\nTest,André\n".as_bytes().to_vec();
    bytes.extend_from_slice(b"Bad,Ren\xE9\nGood,Ada\n");
    let read = inventory(bytes);
    assert_eq!(read.report.accepted, 5, "good rows stay");
    assert_eq!(read.rejected[0].line, 6, "the line of the bad byte");
    assert_eq!(read.rejected[0].problems[0].code, ProblemCode::Undecodable, "and why");
    assert_eq!(read.rejected[0].problems[0].field, Some(WorkflowField::Owner), "and where");
}

#[test]
fn files_that_are_no_table_are_refused_with_a_sentence() {
    let too_large = vec![b'x'; (64 << 20) + 1];
    let cases: Vec<(&str, Vec<u8>, &str, &str)> = vec![
        ("empty", vec![], "intake.empty", "The file is empty"),
        ("byte-order mark alone", b"\xEF\xBB\xBF".to_vec(), "intake.empty", "The file is empty"),
        ("blank lines alone", b"\r\n \r\n".to_vec(), "intake.empty", "The file is empty"),
        ("delimiters alone", b";;\n;;\n".to_vec(), "intake.empty", "The file is empty"),
        ("only a header", b"Name;Tier\r\n\r\n".to_vec(), "intake.no-rows", "header on line 1"),
        (
            "a JPEG named .csv",
            b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(),
            "intake.not-delimited-text",
            "an image, not CSV or XLSX",
        ),
        (
            "a spreadsheet",
            b"PK\x03\x04....xl/workbook.xml".to_vec(),
            "intake.not-delimited-text",
            "save it as XLSX without a password",
        ),
        ("a PDF", b"%PDF-1.7 ...".to_vec(), "intake.not-delimited-text", "a PDF"),
        ("zeros", vec![0; 4096], "intake.not-delimited-text", "binary data"),
        ("too large", too_large, "intake.too-large", "the limit is 67108864"),
        (
            "an open quote in the header",
            b"Name;\"Tier\nA;1\n".to_vec(),
            "intake.broken-header",
            "line 1",
        ),
        (
            "no name column",
            b"Colour;Tier\nred;1\n".to_vec(),
            "intake.column-missing",
            "Columns found: Colour, Tier",
        ),
    ];
    for (name, bytes, code, words) in cases {
        let error = refusal(bytes);
        assert_eq!(error.code(), code, "code for {name}");
        assert!(error.to_string().contains(words), "{name}: {error}");
    }
}

#[test]
fn a_sniffed_file_names_what_it_is() {
    let error = refusal(b"SQLite format 3\0");
    assert_eq!(error, Error::NotDelimitedText { what: Foreign::Database }, "a workspace, say");
}

#[test]
fn a_field_of_ten_megabytes_is_rejected_and_not_kept() {
    let text = format!("Name,Bottleneck\nA,\"{}\"\nB,short\n", "long\n".repeat(2_000_000));
    let read = inventory(text);
    assert_eq!(read.workflows.len(), 1, "the row after it is read");
    assert_eq!(read.workflows[0].line, 2_000_003, "with its true line");
    let rejected = &read.rejected[0];
    assert_eq!(rejected.problems[0].code, ProblemCode::CellTooLong, "the long one is rejected");
    assert!(
        rejected.problems[0].reason.contains("10000000 bytes; the limit is 1048576"),
        "with the figures"
    );
    assert!(rejected.cells[1].len() < 3_000, "and only its beginning is kept");
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let mut text = String::from("Name;Tier;Owner;Bottleneck\r\n");
    for row in 0..100_000 {
        let tier = if row % 1000 == 7 { "Turbo" } else { "Tier 2" };
        text.push_str(&format!("Workflow {row};{tier};Ada;\"first\nsecond\"\r\n"));
    }
    let read = inventory(text);
    assert_eq!((read.report.accepted, read.report.rejected), (99_900, 100), "all are counted");
    assert_eq!(read.rejected[99].line, 2 + 2 * 99_007, "the last rejected line is right");
}

#[test]
fn more_rows_than_the_limit_refuse_the_file() {
    let mut options = Options::default();
    options.reading.limits.rows = 2;
    let three = read(b"Name\nA\nB\nC\n", &options);
    assert_eq!(three, Err(Error::TooManyRows { limit: 2 }), "no half of a file is taken in");
    assert!(read(b"Name\nA\n\nB\n\n", &options).is_ok(), "blank lines do not count");
}

#[test]
fn stand_ins_formulas_and_unknown_kinds_are_noted_and_not_taken_for_answers() {
    let read = inventory(
        "Name,Owner,Kind,Data,Tier,Vendor\n=A1,TBD,Telepathy,\"PII, horoscopes\",=3,@acme\n",
    );
    let row = &read.workflows[0];
    assert_eq!(row.name, "=A1", "a formula is kept as text");
    assert_eq!(row.owner, None, "TBD owns nothing");
    assert_eq!(row.kind, None, "an unknown kind is left open");
    assert_eq!(row.data_risks, None, "half an answer is no answer");
    assert_eq!(row.tier, Some(Tier::ExecuteWithApproval), "the number counts");
    let mut notes: Vec<_> = read.notes.iter().map(|note| (note.field, note.code)).collect();
    notes.sort_by_key(|(field, _)| *field);
    let expected = [
        (WorkflowField::Name, NoteCode::LooksLikeFormula),
        (WorkflowField::Kind, NoteCode::NotRecognised),
        (WorkflowField::Vendor, NoteCode::LooksLikeFormula),
        (WorkflowField::Owner, NoteCode::StandIn),
        (WorkflowField::Tier, NoteCode::LooksLikeFormula),
        (WorkflowField::DataRisks, NoteCode::NotRecognised),
    ];
    let mut expected = expected.to_vec();
    expected.sort_by_key(|(field, _)| *field);
    assert_eq!(notes, expected, "each is noted, none in silence");
}

#[test]
fn data_risks_tell_none_from_no_answer() {
    let read = inventory("Name,Data risk\nA,none\nB,\nC,n/a\nD,PII and pricing\n");
    let risks: Vec<_> =
        read.workflows.iter().map(|row| row.data_risks.as_ref().map(|tags| tags.len())).collect();
    assert_eq!(risks, [Some(0), None, None, Some(2)], "none is an answer; a gap is not");
}

#[test]
fn the_report_says_how_words_were_read() {
    let read =
        inventory("Name,Status,Tier\nA,In production,auto\nB,in production,3\nC,In production,3\n");
    let readings: Vec<_> = read
        .report
        .readings
        .iter()
        .map(|r| format!("{:?}: {} = {} ({})", r.field, r.written, r.read_as, r.rows))
        .collect();
    let expected = [
        "Status: In production = live (2)",
        "Status: in production = live (1)",
        "Tier: 3 = execute-with-approval (2)",
        "Tier: auto = execute-autonomously (1)",
    ];
    assert_eq!(readings, expected, "to look over before importing");
    assert_eq!(read.workflows[0].status, Some(Status::Live), "as read");
}

#[test]
fn rejected_rows_go_out_as_csv_and_come_back_mended() {
    let text = "Name;Tier;Owner\nA;Turbo;\"x;\ny\"\n=B;9;z\nC;1\nD;2;w\n";
    let csv = String::from_utf8(inventory(text).rejected_as_csv().unwrap()).unwrap();
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "\u{FEFF}Line,Reason,Name,Tier,Owner", "headers as they were");
    assert!(lines[1].starts_with("2,") && lines[1].ends_with(",A,Turbo,\"x;\ny\""), "{}", lines[1]);
    assert!(lines[2].starts_with("4,") && lines[2].ends_with(",'=B,9,z"), "{}", lines[2]);
    assert!(lines[3].starts_with("5,") && lines[3].ends_with(",C,1"), "{}", lines[3]);

    let mended = csv.replace("Turbo", "3").replace(",9,", ",4,").replace(",C,1", ",C,1,v");
    let again = inventory(mended);
    let names: Vec<_> = again.workflows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["A", "=B", "C"], "the guard before formulas goes away again");
    assert_eq!(again.report.mapping.left_out().count(), 2, "Line and Reason are left out by name");
}

#[test]
fn lists_are_split_into_items_but_numbers_are_not() {
    let read = inventory(
        "Name;KPIs;Guardrails\nA;open rate, errors per 1,000 emails|-5 % churn;\"- 1,000 a day\n• no prices, no terms\n\"\n",
    );
    let row = &read.workflows[0];
    assert_eq!(
        row.kpis,
        ["open rate", "errors per 1,000 emails", "-5 % churn"],
        "KPIs part at commas"
    );
    assert_eq!(row.guardrails, ["1,000 a day", "no prices, no terms"], "guardrails are sentences");
}

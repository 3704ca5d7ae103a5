//! Each reader of files from elsewhere as a function of bytes. None may panic, hang, or take memory
//! without bound; what a file holds is refused or told, and no row of it vanishes.

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use intake::action_log::{self, LIMITS, Options, People, Secrets};
use intake::map::ColumnMap;
use intake::read::{Holds, JsonLines, Limits, ReadOptions, Survey};
use ledger::statement::{Request, Response};
use ledger::verify::{Claims, excerpt, keys_file, pack as verify_pack, stop_list};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A reader, and files that it reads to begin from.
pub struct Reader {
    /// What it is called, as its fuzz target.
    pub name: &'static str,
    /// Reads.
    pub read: fn(&[u8]),
    /// What to begin from.
    pub seeds: &'static [&'static [u8]],
}

/// All of them.
pub const READERS: &[Reader] = &[
    Reader { name: "delimited", read: delimited, seeds: &[LOG, AWKWARD, MIXED] },
    Reader { name: "workbook", read: workbook, seeds: &[SHEET, STRINGS, STYLES] },
    Reader { name: "json_lines", read: json_lines, seeds: &[SPANS, FLAT] },
    Reader { name: "tables", read: tables, seeds: &[PEOPLE, RACI, VALUES, INVENTORY, PROMISES] },
    Reader { name: "calendar", read: calendar, seeds: &[HOLIDAYS, DAYS] },
    Reader { name: "statements", read: statements, seeds: &[REQUEST, STATEMENT, EVENT] },
    Reader { name: "key_file", read: key_file, seeds: &[SCRYPT_KEY, PBKDF2_KEY] },
    Reader { name: "pack", read: pack, seeds: &[MANIFEST, ENTRIES] },
    Reader { name: "proofs", read: proofs, seeds: &[PROOF, NOTE, KEYS] },
    Reader { name: "map", read: map, seeds: &[MAP] },
];

/// An action log of delimited text, streamed.
pub fn delimited(bytes: &[u8]) {
    log(bytes, Limits { cell_bytes: 4096, columns: 64, ..LIMITS });
}

/// A workbook: as it is, or the bytes as a part of one that is sound otherwise.
pub fn workbook(bytes: &[u8]) {
    let limits = Limits { inflated_bytes: 4 << 20, rows: 10_000, ..LIMITS };
    if bytes.starts_with(b"PK") {
        log(bytes, limits);
    }
    let (which, part) = bytes.split_first().unwrap_or((&0, &[]));
    let parts = [
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/workbook.xml", BOOK),
    ];
    let chosen = usize::from(*which) % parts.len();
    let fixed = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
    ];
    let parts = parts.iter().enumerate().map(|(at, (name, sound))| {
        (*name, if at == chosen { part } else { sound.get(1..).unwrap_or_default() })
    });
    if let Some(book) = zipped(parts.chain(fixed)) {
        log(&book, limits);
    }
}

/// An action log of JSON values, whatever its first sign.
pub fn json_lines(bytes: &[u8]) {
    log(bytes, Limits { cell_bytes: 4096, columns: 64, ..LIMITS });
    let survey =
        Survey { sha256: String::new(), bytes: bytes.len() as u64, holds: Holds::JsonLines };
    let options = ReadOptions { limits: LIMITS, ..ReadOptions::default() };
    if let Ok(mut lines) = JsonLines::open(|| Ok(bytes), &survey, &options) {
        let wide = lines.header().cells.len();
        let _ = lines.each::<intake::Error>(|row, _| {
            assert!(row.fault.is_some() || row.cells.len() == wide, "a row has the header's cells");
            Ok(())
        });
    }
}

/// The tables that people keep by hand.
pub fn tables(bytes: &[u8]) {
    let options = ReadOptions {
        limits: Limits { cell_bytes: 4096, columns: 64, rows: 5_000, ..Limits::default() },
        ..ReadOptions::default()
    };
    let inventory = intake::inventory::Options {
        reading: options.clone(),
        ..intake::inventory::Options::default()
    };
    if let Ok(found) = intake::inventory::read(bytes, &inventory) {
        let report = &found.report;
        assert_eq!(report.rows, report.accepted + report.rejected, "no row vanishes");
        assert!(found.rejected_as_csv().is_ok(), "what is rejected can be sent back");
    }
    let _ = intake::people::read(bytes, &options);
    let _ = intake::raci::read(bytes, &options);
    let _ = intake::metrics::read(bytes, &options);
    let _ = intake::service_level::read(bytes, &options, chrono_tz::Europe::Berlin);
}

/// A calendar of holidays.
pub fn calendar(bytes: &[u8]) {
    let options = ReadOptions {
        limits: Limits { rows: 2_000, ..Limits::default() },
        ..ReadOptions::default()
    };
    let until = NaiveDate::from_ymd_opt(2030, 12, 31).unwrap_or_default();
    let _ = intake::holidays::read(bytes, &options, until);
}

/// A request for a statement, a signed statement, the event that one is about.
pub fn statements(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(request) = Request::from_file(text) {
        let _ = request.hash();
        if let Ok(again) = request.to_file() {
            assert_eq!(Request::from_file(&again).ok(), Some(request), "written as it was read");
        }
    }
    if let Ok(response) = Response::from_file(text) {
        let _ = response.signed.read();
        let _ = response.signed.commits_to(&response.texts);
        let _ = response.signed.field("reason");
    }
    let _ = serde_json::from_str::<domain::Event>(text);
}

/// A key file from another machine.
pub fn key_file(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = ledger::key::open(text, "copper lantern fjord");
}

/// An evidence pack: as it is, or the bytes as a file of one.
pub fn pack(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        let _ = verify_pack(Cursor::new(bytes), &Claims::default());
    }
    let (which, part) = bytes.split_first().unwrap_or((&0, &[]));
    let names = [
        ledger::pack::MANIFEST,
        ledger::pack::ENTRIES,
        ledger::pack::TEXTS,
        ledger::pack::WITHHELD,
        ledger::pack::KEYS,
        ledger::pack::SEAL_ENTRY,
        ledger::pack::SEAL_PROOF,
        ledger::pack::SEAL_CHECKPOINT,
    ];
    let chosen = usize::from(*which) % names.len();
    let files = names.iter().enumerate().map(|(at, name)| {
        (
            *name,
            if at == chosen {
                part
            } else if at == 0 {
                MANIFEST
            } else {
                b"".as_slice()
            },
        )
    });
    if let Some(archive) = zipped(files) {
        let verdicts = verify_pack(Cursor::new(archive), &Claims::default());
        assert!(!verdicts.accepted(), "nobody signed it");
    }
}

/// What is verified alone: an excerpt, a stop list, a list of keys.
pub fn proofs(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = excerpt(text, &Claims::default());
    let _ = stop_list(text, &Claims::default());
    let _ = ledger::stop_list::StopList::from_file(text);
    let _ = keys_file(text);
}

/// A column map.
pub fn map(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(map) = ColumnMap::from_json(text) else { return };
    let options = intake::inventory::Options { columns: map, ..Default::default() };
    let _ = intake::inventory::read(PEOPLE, &options);
}

/// Reads an action log, and counts whether every row is told.
fn log(bytes: &[u8], limits: Limits) {
    let reading = ReadOptions { limits, ..ReadOptions::default() };
    let Ok(survey) = Survey::of(bytes, &reading) else { return };
    let options = Options {
        reading,
        columns: ColumnMap::default(),
        treatments: Default::default(),
        kinds: Default::default(),
        zone: chrono_tz::Europe::Berlin,
        order: None,
        secrets: Secrets::default(),
        people: People::default(),
    };
    let _ = action_log::heads(|| Ok(bytes), &survey, &options.reading);
    let (mut taken, mut rejected) = (0_u64, 0_u64);
    let read = action_log::read::<_, intake::Error>(
        || Ok(bytes),
        &survey,
        &options,
        |row, _| {
            let line = match row {
                action_log::Taken::Action { row } => {
                    taken += 1;
                    row
                }
                action_log::Taken::Rejected { row, .. } => {
                    rejected += 1;
                    row
                }
            };
            assert!(!line.contains(&b'\n'), "a row is one line");
            let cells = serde_json::from_slice::<Vec<serde_json::Value>>(line);
            assert!(cells.is_ok(), "a row is JSON: {}", String::from_utf8_lossy(line));
            Ok(())
        },
    );
    if let Ok(outcome) = read {
        assert_eq!((outcome.accepted, outcome.rejected), (taken, rejected), "each is handed on");
        assert_eq!(outcome.rows, taken + rejected, "no row vanishes");
    }
}

fn zipped<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Option<Vec<u8>> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name, stored).ok()?;
        archive.write_all(bytes).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

const LOG: &[u8] = b"id,time,workflow,user,action,approver,approved at,segment,status\n\
1,2026-11-01T10:00:00Z,Outreach,Ann,publish,Ben,2026-11-01 09:00:00+01:00,DACH,done\n\
2,03/04/2026 10:00 PM,Outreach,,\"send, \"\"external\"\"\nmessage\",,,EMEA,draft\n\
3,Nov 21, 2026,x\n4,1795251906000,y,z,a,b,c,d,e\n4,1795251906000,y,z,a,b,c,d,e\n";
const AWKWARD: &[u8] =
    b"sep=;\r\nTime;Action\r\n2026-11-01;\"a\r\n2026-11-02;\"b\" c\r2026-11-03;d\0e\n;;;;\n\
21.11.2026 10:05:06;=HYPERLINK(1)\n2026-03-29 02:30:00;skipped\n";
const MIXED: &[u8] =
    b"Time\tPerson\n2026-11-01\tRen\xE9\n2026-11-02\tH\xE9l\xE8ne\n2026-11-03\t\xC3\xA9\n";
const SPANS: &[u8] = br#"{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"sdr"}}]},"scopeSpans":[{"spans":[{"spanId":"a1","name":"chat","startTimeUnixNano":"1795251906000000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"n","value":{"intValue":"12"}},{"key":"f","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}}],"status":{"code":1}}]}]}]}
"#;
const FLAT: &[u8] = b"{\"time\":\"2026-11-21T10:00:00Z\",\"tool\":{\"name\":\"CRM\"},\"tags\":[\"a\",1]}\n\n{\"time\":1,\"ok\":true}\nno json\n";
const PEOPLE: &[u8] =
    b"Name,Email,Roles,Team,Manager\nAnn Lee,ann@acme.example,revops; sponsor,Sales,Ben\nBen,,,,\n";
const RACI: &[u8] = b"Activity;RevOps;Sales\nScoring;R/A;C\nRouting;R;A, I\n;;\n";
const VALUES: &[u8] = b"Metric,Week,Value\nOpens,2026-W45,12.5 %\nReplies,2026-11-02,\"1,204\"\n";
const INVENTORY: &[u8] = b"Name;Tier;Status;Data risk;Max per day;Hours;Segments\nA;Tier 3;Live (paused);PII, pricing;1,000;08:00-18:00;DACH|EMEA\n";
const PROMISES: &[u8] = b"Meeting,Due,Done\nM-1,2026-11-20 10:00,20/11/2026\nM-2,1795251906,\nM-3,\"31 Dec 9999 23:59:59 -1200\",\n";
const HOLIDAYS: &[u8] = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=-1FR\r\nEXDATE;VALUE=DATE:20271225\r\nSUMMARY:Chris\r\n tmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const DAYS: &[u8] = b"Day,Name\n2026-12-25,Christmas\n01.01.2027,New Year\n";
const REQUEST: &[u8] = br#"{"about":"DEC-0001","beside":{"name":"Ann"},"by":"PER-0002","countersign":"countersign statement request","expires":"2026-12-01T00:00:00Z","head":"12:00","kind":"vote","subject":{"n":1,"t":["a",null]},"v":1,"workspace":"Northwind","ws":"abc"}"#;
const STATEMENT: &[u8] = br#"{"countersign":"countersign statement","request":null,"signature":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==","statement":"{\"about\":\"DEC-0001\",\"at\":\"2026-11-01T00:00:00.000Z\",\"by\":\"PER-0002\",\"reason\":{\"c\":\"x\"}}","texts":[{"path":"/reason","salt":"AAAAAAAAAAAAAAAAAAAAAA==","text":"why"}],"v":1}"#;
const SCRYPT_KEY: &[u8] = include_bytes!("../seeds/scrypt.pem");
const PBKDF2_KEY: &[u8] = include_bytes!("../seeds/pbkdf2.pem");
const EVENT: &[u8] = br#"{"kind":"batch.purged","batch":"BAT-0001","why":"over"}"#;
const MANIFEST: &[u8] = br#"{"files":[{"bytes":0,"path":"ledger/entries.jsonl","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],"v":1}"#;
const ENTRIES: &[u8] = b"\x01{\"body\":\"{\\\"at\\\":\\\"2026-11-01T00:00:00.000Z\\\",\\\"by\\\":\\\"PER-0001\\\",\\\"event\\\":{},\\\"seq\\\":1,\\\"ws\\\":\\\"a\\\"}\",\"sig\":\"AAAA\"}\n";
const PROOF: &[u8] = b"c2sp.org/tlog-proof@v1\nindex 3\nAAAA\n\ncountersign/x\n4\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n\xE2\x80\x94 countersign/x AAAAAAAA\n";
const NOTE: &[u8] = b"countersign stop list v1\nws abc\nseq 4\n\n\xE2\x80\x94 name AAAA\n";
const KEYS: &[u8] =
    b"# kept by the auditor\nPER-0001 SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
const MAP: &[u8] = br##"{"Name":"name","#2":null,"Roles":"roles"}"##;
const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
// The first byte of these says which part of a workbook they are.
const SHEET: &[u8] = b"\x00<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:C3\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Action</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46327.5</v></c><c r=\"B2\" t=\"str\"><f>A1</f><v>publish</v></c></row><row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c><c r=\"B3\" t=\"b\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells></worksheet>";
const STRINGS: &[u8] = b"\x01<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"1\"><si><t>Time</t></si><si><r><t xml:space=\"preserve\">a </t></r></si></sst>";
const STYLES: &[u8] = b"\x02<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
const BOOK: &[u8] = b"\x03<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Log\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

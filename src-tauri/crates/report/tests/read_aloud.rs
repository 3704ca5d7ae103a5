//! What somebody hears who has a report read to them: headings, paragraphs and tables in order, and
//! nothing that is there for the eye alone.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a file that cannot be read fails the test that reads it"
)]

#[path = "../examples/samples/decision.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod decision_samples;
#[path = "../examples/samples/frame.rs"]
mod frame;
#[path = "../examples/samples/minutes.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod minutes_samples;
#[path = "../examples/samples/operating_model.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod operating_model_samples;
#[path = "../examples/samples/raci.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod raci_samples;
mod reading;
#[path = "../examples/samples/register.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod register_samples;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};
use reading::Belongs;

/// A part with what is in it.
struct Part {
    name: String,
    words: String,
    across: i64,
    parts: Vec<Part>,
}

/// Reports that run over pages, with long names in many scripts.
fn hard() -> Vec<Document> {
    let all = [
        report::decision::pdf(&decision_samples::hard_decision()).unwrap(),
        report::minutes::pdf(&minutes_samples::hard_minutes()).unwrap(),
        report::operating_model::pdf(&operating_model_samples::hard()).unwrap(),
        report::raci::pdf(&raci_samples::hard_raci()).unwrap(),
        report::register::pdf(&register_samples::hard_register()).unwrap(),
    ];
    all.iter().map(|rendered| reading::open(&rendered.bytes)).collect()
}

#[test]
fn the_minutes_are_heard_as_headings_and_tables() {
    let rendered = report::minutes::pdf(&minutes_samples::minutes()).unwrap();
    insta::assert_snapshot!(heard(&whole(&reading::open(&rendered.bytes)), 0).join("\n"));
}

#[test]
fn every_word_belongs_to_a_part_or_is_marked_as_none() {
    for pdf in hard() {
        let shown = reading::shown(&pdf);
        let unsaid: Vec<_> = shown.iter().filter(|one| one.belongs == Belongs::Unsaid).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}");
        let of_parts = shown.iter().filter(|one| matches!(one.belongs, Belongs::Sequence(_)));
        assert!(of_parts.count() * 2 > shown.len(), "most of a report is not heads and feet");
    }
}

#[test]
fn every_row_is_as_wide_as_its_table() {
    for pdf in hard() {
        let mut tables = 0;
        for table in all(&whole(&pdf)).into_iter().filter(|part| part.name == "Table") {
            tables += 1;
            let wide = |row: &Part| row.parts.iter().map(|cell| cell.across).sum::<i64>();
            let first = wide(&table.parts[0]);
            for row in &table.parts {
                assert_eq!(row.name, "TR", "a table holds rows");
                assert_eq!(wide(row), first, "{}", heard(row, 0).join("; "));
            }
        }
        assert!(tables > 0, "each of these reports has tables");
    }
}

#[test]
fn heads_that_stand_again_on_each_page_are_heard_once() {
    let rendered = report::register::pdf(&register_samples::hard_register()).unwrap();
    assert!(rendered.pages > 1, "its heads stand on several pages");
    let whole = whole(&reading::open(&rendered.bytes));
    let heads = all(&whole).into_iter().filter(|part| part.name == "TH");
    let heads: Vec<&str> = heads.map(|head| head.words.trim()).collect();
    assert_eq!(heads.iter().filter(|head| **head == "Guardrails").count(), 1, "{heads:?}");
    assert!(!heads.iter().any(|head| head.contains("continued")), "{heads:?}");
}

#[test]
fn what_is_drawn_leads_back_to_its_part() {
    for pdf in hard() {
        let root = root(&pdf);
        let keys = root.get(b"ParentTree").unwrap().as_dict().unwrap().get(b"Nums").unwrap();
        let keys: BTreeMap<i64, &Object> = keys
            .as_array()
            .unwrap()
            .chunks(2)
            .map(|pair| (pair[0].as_i64().unwrap(), &pair[1]))
            .collect();
        let shown = reading::shown(&pdf);
        for (number, id) in pdf.get_pages() {
            let page = pdf.get_dictionary(id).unwrap();
            let key = page.get(b"StructParents").unwrap().as_i64().unwrap();
            let parts = keys[&key].as_array().unwrap();
            let of_page = shown.iter().filter(|one| one.page == number as usize - 1);
            for one in of_page {
                let Belongs::Sequence(sequence) = one.belongs else { continue };
                let part = parts[usize::try_from(sequence).unwrap()].as_reference().unwrap();
                assert!(pdf.get_dictionary(part).unwrap().has(b"K"), "{one:?}");
            }
            for link in pdf.get_page_annotations(id).unwrap() {
                let key = link.get(b"StructParent").unwrap().as_i64().unwrap();
                let part = pdf.get_dictionary(keys[&key].as_reference().unwrap()).unwrap();
                assert_eq!(part.get(b"S").unwrap().as_name().unwrap(), b"Link");
                let held = part.get(b"K").unwrap().as_array().unwrap().iter();
                let held = held.filter_map(|kid| kid.as_dict().ok()).any(|kid| kid.has(b"Obj"));
                assert!(held, "a link holds what is pressed");
            }
        }
    }
}

fn root(pdf: &Document) -> &Dictionary {
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    pdf.get_dictionary(root).unwrap()
}

fn whole(pdf: &Document) -> Part {
    let pages: BTreeMap<ObjectId, usize> =
        pdf.get_pages().into_iter().map(|(number, id)| (id, number as usize - 1)).collect();
    let mut words: BTreeMap<(usize, i64), String> = BTreeMap::new();
    for one in reading::spoken(pdf) {
        if let Belongs::Sequence(number) = one.belongs {
            words.entry((one.page, number)).or_default().push_str(&one.text);
        }
    }
    part(pdf, root(pdf).get(b"K").unwrap().as_reference().unwrap(), &pages, &words)
}

fn part(
    pdf: &Document,
    id: ObjectId,
    pages: &BTreeMap<ObjectId, usize>,
    words: &BTreeMap<(usize, i64), String>,
) -> Part {
    let known = pdf.get_dictionary(id).unwrap();
    let page =
        |of: &Dictionary| of.get(b"Pg").ok().map(|page| pages[&page.as_reference().unwrap()]);
    let across = known.get(b"A").ok().and_then(|about| about.as_dict().ok()?.get(b"ColSpan").ok());
    let mut part = Part {
        name: String::from_utf8(known.get(b"S").unwrap().as_name().unwrap().into()).unwrap(),
        words: String::new(),
        across: across.map_or(1, |across| across.as_i64().unwrap()),
        parts: Vec::new(),
    };
    let own = page(known);
    let kids = match known.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    };
    for kid in kids {
        let more = if let Ok(number) = kid.as_i64() {
            words.get(&(own.unwrap(), number)).cloned()
        } else if let Ok(kid) = kid.as_dict() {
            let number = kid.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
            number.and_then(|number| words.get(&(page(kid).unwrap(), number)).cloned())
        } else {
            part.parts.push(self::part(pdf, kid.as_reference().unwrap(), pages, words));
            let inline = |one: &&Part| ["Link", "Span"].contains(&one.name.as_str());
            part.parts.last().filter(inline).map(|one| one.words.clone())
        };
        part.words.push_str(&more.unwrap_or_default());
    }
    part
}

/// A part and all in it.
fn all(part: &Part) -> Vec<&Part> {
    std::iter::once(part).chain(part.parts.iter().flat_map(all)).collect()
}

/// A line for each part; a row is a line.
fn heard(part: &Part, depth: usize) -> Vec<String> {
    let indent = "  ".repeat(depth);
    if part.name == "TR" {
        let cells: Vec<&str> = part.parts.iter().map(|cell| cell.words.trim()).collect();
        return vec![format!("{indent}{} {}", part.parts[0].name, cells.join(" | "))];
    }
    let line = format!("{indent}{} {}", part.name, part.words);
    let below = part.parts.iter().filter(|one| !["Link", "Span"].contains(&one.name.as_str()));
    std::iter::once(line.trim_end().to_owned())
        .chain(below.flat_map(|one| heard(one, depth + 1)))
        .collect()
}

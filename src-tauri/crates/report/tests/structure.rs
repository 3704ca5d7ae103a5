//! What stands in the file besides what is printed.
#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test that reads it")]

#[path = "../examples/samples/frame.rs"]
mod frame;
#[path = "../examples/samples/minutes.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod minutes_samples;
mod reading;
#[path = "../examples/samples/register.rs"]
#[allow(dead_code, reason = "the samples serve several tests")]
mod register_samples;

use lopdf::{Dictionary, Document, Object};

fn minutes() -> Document {
    reading::open(&report::minutes::pdf(&minutes_samples::minutes()).unwrap().bytes)
}

fn register() -> Document {
    reading::open(&report::register::pdf(&register_samples::register()).unwrap().bytes)
}

#[test]
fn the_file_says_what_it_is() {
    let pdf = minutes();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(pdf.version, "1.7");
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en");
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let labels = catalog.get(b"PageLabels").unwrap().as_dict().unwrap();
    let label = labels.get(b"Nums").unwrap().as_array().unwrap()[1].as_dict().unwrap();
    assert_eq!(label.get(b"St").unwrap().as_i64().unwrap(), 1, "labels equal printed numbers");
    let intent = catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    assert!(intent.has(b"DestOutputProfile"), "colours are named");
    let ids = pdf.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], register().trailer.get(b"ID").unwrap().as_array().unwrap()[0]);
    let xmp = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let xmp = pdf.get_object(xmp).unwrap().as_stream().unwrap();
    assert!(xmp.filters().is_err(), "metadata is read without a PDF reader");
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    assert!(xmp.contains("<rdf:li xml:lang=\"x-default\">Weekly governance call, WEEKLY-2026-W39"));
    assert!(xmp.contains("<xmp:CreateDate>2026-10-07T15:05:22Z<"));
    assert!(xmp.contains(&minutes_samples::minutes().frame.head.root), "search finds the head");
}

#[test]
fn bookmarks_hang_under_what_they_belong_to() {
    let pdf = minutes();
    let root = pdf.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    assert_eq!(
        tree(&pdf, pdf.get_dictionary(root).unwrap(), 0),
        [
            "Weekly governance call",
            "  Attendance",
            "  Items",
            "  Carried in",
            "  Decided",
            "  Actions",
            "  Signed",
            "  Ledger",
        ]
    );
}

fn tree(pdf: &Document, node: &Dictionary, depth: usize) -> Vec<String> {
    let mut titles = Vec::new();
    let mut next = node.get(b"First").ok().map(|id| id.as_reference().unwrap());
    while let Some(id) = next {
        let item = pdf.get_dictionary(id).unwrap();
        let title =
            String::from_utf8(item.get(b"Title").unwrap().as_str().unwrap().into()).unwrap();
        titles.push(format!("{}{title}", "  ".repeat(depth)));
        titles.extend(tree(pdf, item, depth + 1));
        next = item.get(b"Next").ok().map(|id| id.as_reference().unwrap());
    }
    titles
}

#[test]
fn every_link_leads_to_a_record_here_or_to_a_file_beside() {
    for pdf in [minutes(), register()] {
        let names = pdf.catalog().unwrap().get(b"Names").unwrap().as_dict().unwrap();
        let names = names.get(b"Dests").unwrap().as_dict().unwrap().get(b"Names").unwrap();
        let names: Vec<&[u8]> =
            names.as_array().unwrap().iter().filter_map(|name| name.as_str().ok()).collect();
        assert!(names.is_sorted(), "a reader searches the names in order");
        let mut seen = 0;
        for page in pdf.page_iter() {
            for link in pdf.get_page_annotations(page).unwrap() {
                seen += 1;
                match link.get(b"Dest") {
                    Ok(record) => assert!(names.contains(&record.as_str().unwrap())),
                    Err(_) => {
                        let action = link.get(b"A").unwrap().as_dict().unwrap();
                        assert_eq!(action.get(b"S").unwrap().as_name().unwrap(), b"GoToR");
                        let file = action.get(b"F").unwrap().as_str().unwrap();
                        assert!(file.ends_with(b".pdf"));
                    }
                }
            }
        }
        assert!(seen > 10, "the references of the page are links");
    }
}

#[test]
fn every_face_is_embedded_as_a_subset_with_its_text() {
    let pdf = minutes();
    let mut faces = 0;
    for object in pdf.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Type").and_then(Object::as_name).ok() != Some(b"FontDescriptor") {
            continue;
        }
        faces += 1;
        let name = String::from_utf8(font.get(b"FontName").unwrap().as_name().unwrap().into());
        assert_eq!(name.unwrap().find('+'), Some(6), "a subset carries its tag");
        assert!(font.has(b"FontFile2") || font.has(b"FontFile3"), "nothing is left to chance");
    }
    assert_eq!(faces, 4, "Regular, Medium and SemiBold, and the serif of people's own words");
}

#[test]
fn the_foot_of_a_page_takes_two_lines_and_says_all_that_the_page_stands_on() {
    let minutes = |demo: bool| {
        let mut model = minutes_samples::minutes();
        model.frame.demo = demo;
        (model.frame.clone(), report::minutes::pdf(&model).unwrap(), 280.0)
    };
    let register = |demo: bool| {
        let mut model = register_samples::register();
        model.frame.demo = demo;
        (model.frame.clone(), report::register::pdf(&model).unwrap(), 194.0)
    };
    for demo in [false, true] {
        for (frame, rendered, rule) in [minutes(demo), register(demo)] {
            let shown = reading::shown(&reading::open(&rendered.bytes));
            let foot: Vec<_> =
                shown.into_iter().filter(|one| one.baseline > rule * 72.0 / 25.4).collect();
            let mut lines: Vec<f32> = foot.iter().map(|one| one.baseline).collect();
            lines.sort_by(f32::total_cmp);
            lines.dedup_by(|one, other| (*one - *other).abs() < 0.1);
            assert_eq!(lines.len(), 2, "demo {demo}: {foot:?}");
            let text = reading::squeezed(&foot);
            let root = &frame.head.root;
            let stamp = if demo { "Demo workspace" } else { "" };
            for words in [
                &format!("As of {}", frame.as_of),
                &format!("Prepared by {}", frame.preparer),
                &format!("Ledger head {root}, {} entries", report::grouped(frame.head.size)),
                &format!("{}, confidential", frame.version.said()),
                "Page 1 of 1",
                stamp,
            ] {
                let words: String = words.split_whitespace().collect();
                assert!(text.contains(&words), "demo {demo}: the foot says {words}: {text}");
            }
        }
    }
}

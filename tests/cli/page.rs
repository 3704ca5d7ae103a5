//! The page in a pack: an auditor unpacks it into a clean folder, opens it in a browser, and drops the
//! pack on it, as it came and as somebody tampered with it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use journeys::auditor::opened;
use journeys::{Home, built};
use serde_json::Value;

const FILE: &str = "team.countersign";
const OWN: &str = "correct horse battery";

/// The files of a pack, by path.
type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn the_hash_that_the_command_prints_is_the_published_one_and_packs_are_told_by_it() {
    let home = Home::new();
    let printed = home.countersign(&["verify", "--page"]).done().out;
    let readme = fs::read_to_string(built::project("README.md")).expect("the README");
    assert!(readme.contains(printed.trim_end()), "README publishes {printed}");
    home.countersign_founds(OWN, &["new", FILE, "--name", "Desk", "--founder", "Ada Okafor"])
        .done();
    export(&home, "pack.zip");
    let said = home.countersign(&["verify", "pack.zip"]).done().out;
    assert!(
        said.starts_with("pack.zip: it agrees with itself, "),
        "it begins with one line: {said}"
    );
    assert!(said.contains("verify.html is the page of Countersign"), "{said}");
}

#[test]
fn the_page_in_a_pack_verifies_it_in_a_browser_and_names_what_was_tampered_with() {
    let home = Home::new();
    let words = ["new", FILE, "--name", "Revenue desk", "--founder", "Ada Okafor-Lindqvist"];
    let sponsor = ["--sponsor", "Bruno Salvatierra", "--zone", "Europe/Lisbon"];
    home.countersign_founds(OWN, &[&words[..], &sponsor].concat()).done();
    export(&home, "earlier.zip");
    export(&home, "pack.zip");
    home.countersign(&["demo", "demo.countersign"]).done();
    let demo = ["export", "demo.countersign", "pack", "--out", "demo.zip"];
    home.countersign_with("northwind demo", &demo).done();

    let sound = files(&home.path("pack.zip"));
    let page = clean_folder_with(&home, &sound["verify.html"]);
    let packs = tampered(&home, &sound, &files(&home.path("earlier.zip")));
    let untouched = ["demo.zip", "pack.zip"].map(|name| home.path(name));
    let tried: Vec<PathBuf> = untouched.into_iter().chain(packs.keys().cloned()).collect();
    let head = home.countersign(&["verify", "earlier.zip", "--json"]).done().json()["head"].clone();
    let said = opened(&page, head.as_str().expect("a head"), &tried);

    let first = said["first"].as_str().expect("its first words");
    assert!(first.contains("Its word is the sender’s until its SHA-256 equals the one"), "{first}");
    assert_eq!(said["network"], "connect-src", "its own policy forbids it the network");
    assert_eq!(said["broken"], serde_json::json!([]), "axe finds nothing wrong in either theme");

    let verdicts = said["packs"].as_array().expect("a verdict each");
    let [of_demo, pack, attacked @ ..] = verdicts.as_slice() else { panic!("{said}") };
    assert_eq!(judged(pack), ("yes", "yes", "anchored"), "{pack}");
    let shown = pack["page"].as_str().expect("what it shows");
    for words in ["Ada Okafor-Lindqvist", "reports/register.pdf", "Workspace created"] {
        assert!(shown.contains(words), "it shows {words}: {shown}");
    }
    assert_eq!(pack["demo"], "", "this is no demo");
    assert_eq!(judged(of_demo), ("yes", "yes", "not anchored"), "{of_demo}");
    assert!(of_demo["demo"].as_str().is_some_and(|said| said.starts_with("DEMO.")), "{of_demo}");
    assert_eq!(attacked.len(), packs.len(), "every attack was tried");
    for (verdict, named) in attacked.iter().zip(packs.values()) {
        let faults = verdict["faults"].as_array().expect("a list of faults");
        let found = faults.iter().any(|fault| fault == named);
        assert!(found && judged(verdict) != ("yes", "yes", "anchored"), "{named}: {verdict}");
    }
}

fn export(home: &Home, name: &str) {
    home.countersign_with(OWN, &["export", FILE, "pack", "--out", name]).done();
}

/// What somebody made of a pack, and the fault that has to name it.
fn tampered(home: &Home, sound: &Files, earlier: &Files) -> BTreeMap<PathBuf, String> {
    let mut packs = BTreeMap::new();
    let mut attack = |name: &str, files: &Files, named: &str| {
        packs.insert(written(&home.path(name), files), named.to_owned());
    };
    for (n, path) in sound.keys().filter(|path| !path.starts_with("seal/")).enumerate() {
        let mut changed = sound.clone();
        let bytes = changed.get_mut(path).expect("it is there");
        match bytes.len() / 2 {
            0 => bytes.push(b'\n'),
            middle => bytes[middle] ^= 1,
        }
        let manifest = path == "manifest.json";
        let altered = format!("pack.file_altered {path}");
        let named = if manifest { "pack.seal seal/entry.json" } else { &altered };
        attack(&format!("changed-{n}.zip"), &changed, named);
    }
    let mut lacking = sound.clone();
    lacking.remove("reports/register.pdf");
    attack("lacking.zip", &lacking, "pack.file_missing reports/register.pdf");
    let mut more = sound.clone();
    more.insert("reports/more.pdf".to_owned(), b"%PDF".to_vec());
    attack("more.zip", &more, "pack.file_unlisted reports/more.pdf");
    let mut climbing = sound.clone();
    climbing.insert("../out.txt".to_owned(), b"out".to_vec());
    attack("climbing.zip", &climbing, "pack.archive file “../out.txt”");
    let mut borrowed = sound.clone();
    let seal = earlier.iter().filter(|(path, _)| path.starts_with("seal/"));
    borrowed.extend(seal.map(|(path, bytes)| (path.clone(), bytes.clone())));
    attack("borrowed.zip", &borrowed, "pack.seal seal/entry.json");
    packs
}

/// A folder with nothing but the page, as it came out of the pack.
fn clean_folder_with(home: &Home, page: &[u8]) -> PathBuf {
    fs::create_dir(home.path("auditor")).expect("a new folder");
    home.put("auditor/verify.html", page)
}

/// Integrity, completeness, and what they rest on.
fn judged(verdict: &Value) -> (&str, &str, &str) {
    let word = |name: &str| verdict[name].as_str().unwrap_or_default();
    (word("integrity"), word("completeness"), word("rest"))
}

fn files(pack: &Path) -> Files {
    let opened = File::open(pack).expect("the pack is there");
    let mut zip = zip::ZipArchive::new(opened).expect("it is a zip");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it unpacks");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn written(path: &Path, files: &Files) -> PathBuf {
    let mut zip = zip::ZipWriter::new(File::create(path).expect("a new file"));
    for (path, bytes) in files {
        zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("it takes bytes");
    }
    zip.finish().expect("it is whole");
    path.to_owned()
}

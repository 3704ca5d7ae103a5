//! Packages of tiny programs, looked at with Debian's own tools.

use super::*;

fn packed(folder: &Path) -> PathBuf {
    let ground = Ground::here();
    let manual = folder.join("manual");
    fs::create_dir_all(&manual).unwrap();
    fs::write(manual.join("countersign.1"), ".TH countersign 1\n").unwrap();
    let small = PathBuf::from("/bin/true");
    let notices = "Whose work it is.\n".to_owned();
    let parts = Parts { window: small.clone(), command: small, manual, notices };
    make(&ground, &parts, &folder.join("package")).unwrap()
}

fn asked(words: &[&str], deb: &Path) -> String {
    let deb = deb.to_string_lossy();
    said(&Ground::here(), "dpkg-deb", &[words, &[&deb]].concat()).unwrap()
}

#[test]
fn everything_that_is_installed_belongs_to_root_and_is_open_to_all() {
    let folder = tempfile::tempdir().unwrap();
    let listed = asked(&["--contents"], &packed(folder.path()));
    for line in listed.lines() {
        let rights = line.split(' ').next().unwrap_or_default();
        let program = line.contains("./usr/bin/countersign");
        let due = if program || line.starts_with('d') { "rwxr-xr-x" } else { "rw-r--r--" };
        assert!(rights.ends_with(due) && line.contains("root/root"), "{line}");
    }
}

#[test]
fn the_window_the_command_their_pages_and_what_desktops_ask_for_are_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let listed = asked(&["--contents"], &packed(folder.path()));
    let files: Vec<&str> = listed
        .lines()
        .filter(|line| !line.starts_with('d'))
        .filter_map(|line| line.split_once(" ./").map(|(_, path)| path))
        .collect();
    let icon = "usr/share/icons/hicolor";
    let due = [
        "usr/bin/countersign",
        "usr/bin/countersign-desktop",
        "usr/share/applications/countersign.desktop",
        "usr/share/doc/countersign/changelog.gz",
        "usr/share/doc/countersign/copyright",
        "usr/share/doc/countersign/third-party.gz",
        &format!("{icon}/128x128/apps/countersign.png"),
        &format!("{icon}/256x256/apps/countersign.png"),
        &format!("{icon}/32x32/apps/countersign.png"),
        &format!("{icon}/512x512/apps/countersign.png"),
        &format!("{icon}/64x64/apps/countersign.png"),
        &format!("{icon}/scalable/apps/countersign.svg"),
        "usr/share/man/man1/countersign-desktop.1.gz",
        "usr/share/man/man1/countersign.1.gz",
        "usr/share/mime/packages/countersign.xml",
    ];
    assert_eq!(files, due, "nothing else, and nothing in anybody's home");
}

#[test]
fn its_fields_name_the_version_of_the_programs_and_the_libraries_they_are_linked_with() {
    let folder = tempfile::tempdir().unwrap();
    let deb = packed(folder.path());
    let field = |name: &str| {
        asked(&["--field"], &deb)
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned))
    };
    assert_eq!(field("Package").as_deref(), Some("countersign"), "what apt knows it by");
    assert_eq!(field("Version").as_deref(), Some(env!("CARGO_PKG_VERSION")), "as --version says");
    assert!(field("Depends").unwrap_or_default().contains("libc6"), "read from the programs");
}

#[test]
fn no_blank_of_its_texts_is_left_open() {
    let folder = tempfile::tempdir().unwrap();
    let deb = packed(folder.path());
    let root = deb.with_file_name("root");
    assert!(root.is_dir(), "what was packed is still there to look at");
    for name in ["applications/countersign.desktop", "doc/countersign/changelog.gz"] {
        let path = root.join("usr/share").join(name).to_string_lossy().into_owned();
        let words = said(&Ground::here(), "zcat", &["-f", &path]).unwrap();
        assert!(!words.contains('{'), "{name}: {words}");
    }
}

#[test]
fn the_same_sources_make_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let once = fs::read(packed(&folder.path().join("one"))).unwrap();
    let again = fs::read(packed(&folder.path().join("another"))).unwrap();
    assert!(once == again, "anybody can make the package anew and compare");
}

#[test]
fn it_runs_nothing_on_the_machine_it_is_installed_on() {
    let folder = tempfile::tempdir().unwrap();
    let deb = packed(folder.path());
    let inside: Vec<_> = contents::files(&deb.with_file_name("root").join("DEBIAN")).unwrap();
    assert_eq!(inside, [Path::new("control"), Path::new("md5sums")], "no script of its own");
}

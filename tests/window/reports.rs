//! A report is looked at in the window before it leaves: as pages that can be read and gone through.

use journeys::{Home, Person};

use crate::rules::Rules;
use crate::workspace::start_a_workspace;

/// What the foot says of the last entry.
const ENTRY: &str = "return /Entry [0-9]+/.exec(document.body.innerText)?.[0] ?? ''";
/// Whether something of a page is drawn: more than white paper.
const DRAWN: &str = "const canvas = document.querySelector('.page-of canvas')
    if (!canvas) return false
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    return data.some((value, at) => at % 4 !== 3 && value < 128)";

#[test]
fn a_report_is_read_page_by_page_and_leaves_only_when_it_is_saved() {
    let home = Home::new();
    let person = Person::opens_the_desk("reports", &home);
    start_a_workspace(&person, &home);
    let mut rules = Rules::of(&person);
    person.finds_and_takes("Reports and packs").sees("Nothing has left yet").settles();
    rules.check_both("reports of a new workspace");
    let before = person.settles().asks(ENTRY);
    assert_ne!(before, "", "the foot names the last entry");

    person.finds_and_takes("Preview Audit report").sees("Preview: not recorded");
    person.sees_after_long_work("Quarterly audit report").settles();
    assert!(
        (0..50).any(|_| person.settles().asks(DRAWN) == true),
        "the page is drawn, and not white"
    );
    person.takes_a_picture("1-audit");
    rules.check_both("a preview");
    person.presses("J").sees("Page 2 of").settles().takes_a_picture("2-second-page");
    assert_eq!(person.asks(ENTRY), before, "looking enters nothing");

    home.will_choose("save-report", "audit.pdf");
    person.presses("S").sees("audit.pdf saved, entry");
    journeys::paper::assert_sound(&home.path("audit.pdf"));
    person.settles().presses("Escape").sees("What has left").sees("Audit report");
    person.takes_a_picture("3-left");
    rules.hold();
    person.leaves();
}
